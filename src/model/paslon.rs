//! A candidate pair or the empty column, with everything that makes it one.

use crate::bahasa::kata;
use crate::model::later::Copies;
use crate::record::partai::Partai;
use crate::record::paslon::{Calon, Jalur, Keadaan, LembarPaslon, Lhkpn, StatusPaslon};
use crate::record::{Loaded, Scope};
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
use crate::source::Source;
use crate::value::angka::Jumlah;
use crate::value::entries::Entries;
use crate::value::id::Id;
use crate::value::nama::bare;
use crate::value::nomor_urut::NomorUrut;
use crate::value::slug::Slug;
use crate::value::teks::{Berkas, Teks};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The empty column among names.
const KOLOM_KOSONG: &str = "kolom kosong";

/// What stands beside a number on the ballot.
#[derive(Debug)]
pub struct Paslon {
    /// The number on the ballot: the file's name, which is also the page's address. Nothing before it is drawn.
    pub nomor_urut: Option<NomorUrut>,
    /// The number the record says; another one than the file's name is reported.
    pub tertulis: Option<NomorUrut>,
    /// What the page is known by while there is no number.
    pub slug: String,
    /// Whether the page was known by that once, and leads on from there.
    pub has_moved: bool,
    /// The file that describes it: where the pair is taken over from another vote, the file there.
    pub source: Arc<Source>,
    /// The file in its own scope, which its page stands for.
    pub lembar: Arc<Source>,
    /// The sources of the record.
    pub sumber: Vec<Id<crate::record::sumber::Sumber>>,
    /// A pair, or nobody.
    pub isi: Isi,
}

/// A pair, or the empty column a single pair stands against (UU 10/2016 pasal 54C).
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "empty columns are few: 37 among 1,594 in 2024")]
pub enum Isi {
    /// A candidate pair.
    Pasangan(Pasangan),
    /// The empty column.
    KolomKosong,
}

/// A candidate pair.
#[derive(Debug, Serialize)]
pub struct Pasangan {
    /// The candidate for the office.
    pub calon: Calon,
    /// The candidate for deputy.
    pub wakil: Calon,
    /// The picture of both.
    pub foto_pasangan: Option<Berkas>,
    /// The road to candidacy, where known.
    pub jalur: Option<Jalur>,
    /// Nominating parties.
    pub pengusung: Vec<Id<Partai>>,
    /// A note on the parties.
    pub catatan_pengusung: Option<Teks>,
    /// Valid votes of its parties at the election before.
    pub suara_sah_pengusung: Option<Jumlah>,
    /// Supporters of an independent pair.
    pub dukungan: Option<Jumlah>,
    /// In how many parts of the region they live.
    pub sebaran: Option<Jumlah>,
    /// Vision.
    pub visi: Option<Teks>,
    /// Mission.
    pub misi: Vec<Teks>,
    /// Programme.
    pub program: Vec<Teks>,
    /// Slogan.
    pub slogan: Option<Teks>,
    /// Steps in the standing of the pair, in the order written.
    pub status: Entries<StatusPaslon>,
    /// Asset reports.
    pub lhkpn: Option<Lhkpn>,
}

impl Paslon {
    /// The pair, if it is one.
    pub fn pasangan(&self) -> Option<&Pasangan> {
        match &self.isi {
            Isi::Pasangan(pasangan) => Some(pasangan),
            Isi::KolomKosong => None,
        }
    }

    /// Whether this is the empty column.
    pub fn is_kolom_kosong(&self) -> bool {
        matches!(self.isi, Isi::KolomKosong)
    }

    /// What the page is known by: the number, or else the slug.
    pub fn kunci(&self) -> String {
        self.nomor_urut.map_or_else(|| self.slug.clone(), |nomor| nomor.to_string())
    }

    /// How a sentence names it, in Indonesian and in English: by its number, or else by the names of the two.
    pub fn sebutan(&self) -> (String, String) {
        match (self.nomor_urut, &self.isi) {
            (Some(nomor), _) => (format!("nomor urut {nomor}"), format!("number {nomor}")),
            (None, Isi::KolomKosong) => (KOLOM_KOSONG.to_owned(), "the empty column".to_owned()),
            (None, Isi::Pasangan(pair)) => (pair.nama(), pair.nama()),
        }
    }

    /// By what a ballot is in order: the numbers, and before they are drawn the alphabet of the names without titles, the empty
    /// column among them under its own.
    pub(super) fn order(&self) -> (bool, Option<NomorUrut>, String) {
        let name = match &self.isi {
            _ if self.nomor_urut.is_some() => String::new(),
            Isi::KolomKosong => KOLOM_KOSONG.to_owned(),
            Isi::Pasangan(pair) => format!("{} {}", bare(&pair.calon.nama), bare(&pair.wakil.nama)),
        };
        (self.nomor_urut.is_none(), self.nomor_urut, name)
    }

    /// Whether the pair is taken over from another vote of the region.
    pub fn is_salinan(&self) -> bool {
        !Arc::ptr_eq(&self.source, &self.lembar)
    }

    /// The file's path below the project's folder.
    pub fn path(&self) -> &str {
        &self.source.path
    }
}

impl Pasangan {
    /// The short names of the two.
    pub fn nama(&self) -> String {
        format!("{} – {}", self.calon.sebutan(), self.wakil.sebutan())
    }

    /// The standing of the pair today: the last step written, or `Ditetapkan` when none is.
    pub fn keadaan(&self) -> Keadaan {
        self.langkah_terakhir().map_or(Keadaan::Ditetapkan, |status| status.keadaan)
    }

    /// The last step in the standing of the pair.
    pub fn langkah_terakhir(&self) -> Option<&StatusPaslon> {
        self.status.last()
    }
}

/// Makes of a file what it is; nothing of a file that is neither a pair nor an empty column, which [`check`] reports.
pub(super) fn from(loaded: Loaded<LembarPaslon>, copies: &Copies) -> Option<Paslon> {
    let record = &loaded.record;
    let isi = if record.kolom_kosong { Isi::KolomKosong } else { Isi::Pasangan(pasangan(record)?) };
    let tertulis = record.nomor_urut;
    let nomor_urut = tertulis.map(|tertulis| loaded.name.nomor.unwrap_or(tertulis));
    Some(Paslon {
        nomor_urut,
        tertulis,
        slug: slug(&loaded, &isi),
        has_moved: nomor_urut.is_some() && record.slug_lama.is_some(),
        lembar: Arc::clone(copies.get(loaded.path()).unwrap_or(&loaded.source)),
        sumber: record.sumber.clone(),
        source: loaded.source,
        isi,
    })
}

/// The name of the file while it has no number: what it says it was, or else what the names of the two make.
fn slug(loaded: &Loaded<LembarPaslon>, isi: &Isi) -> String {
    match (loaded.name.nomor, &loaded.record.slug_lama, isi) {
        (None, ..) => loaded.slug().to_owned(),
        (Some(_), Some(old), _) => old.to_string(),
        (Some(_), None, Isi::KolomKosong) => Slug::of(KOLOM_KOSONG).to_string(),
        (Some(_), None, Isi::Pasangan(pair)) => {
            let names = [&pair.calon, &pair.wakil].map(|calon| bare(calon.sebutan()));
            Slug::of(&names.join(" ")).to_string()
        }
    }
}

/// Says what is wrong with the files of pairs, also of those that wait for their day.
pub(super) fn check(scopes: &BTreeMap<String, Scope>, report: &mut Report) {
    for scope in scopes.values() {
        let taken = scope.paslon.iter().filter_map(|loaded| loaded.name.nomor).collect();
        for loaded in &scope.paslon {
            number_is_name(loaded, &taken, report);
            match loaded.record.kolom_kosong {
                _ if loaded.record.dari.is_some() => {}
                true => kolom_kosong(loaded, report),
                false => missing(loaded, report),
            }
        }
    }
}

/// The code of a pair's file that contradicts itself.
const SHAPE: &str = "FMT-15";

/// `taken` are the numbers that are files' names: one of those written elsewhere is a number used twice (HUK-02).
fn number_is_name(loaded: &Loaded<LembarPaslon>, taken: &BTreeSet<NomorUrut>, report: &mut Report) {
    let Some(number) = loaded.record.nomor_urut else {
        report.extend(loaded.name.nomor.map(|name| no_number(loaded, name)));
        return;
    };
    let Some(name) = loaded.name.nomor.filter(|name| *name != number && !taken.contains(&number)) else { return };
    let what = kata(
        format!("berkas ini bernama {name}.yaml, tetapi isinya nomor urut {number}"),
        format!("this file is named {name}.yaml and says ballot number {number}"),
    );
    report.add(
        Diagnostic::galat(SHAPE, Place::value(loaded.path(), "nomor_urut"), what)
            .why(kata(
                "nama berkas adalah nomor urut, dan menjadi alamat halaman",
                "the file's name is the ballot number and becomes the page's address",
            ))
            .help(kata(
                format!("samakan keduanya, atau ganti nama menjadi {number}.yaml"),
                format!("make them the same, or rename the file to {number}.yaml"),
            )),
    );
}

/// A file that is named after a number and says none.
fn no_number(loaded: &Loaded<LembarPaslon>, name: NomorUrut) -> Diagnostic {
    let what = kata("kunci `nomor_urut` belum ada", "the key `nomor_urut` is missing");
    Diagnostic::galat("FMT-03", Place::file(loaded.path()), what)
        .why(kata(
            "berkas yang bernama nomor adalah pasangan yang nomornya sudah diundi",
            "a file named after a number is a pair whose number is drawn",
        ))
        .help(kata(
            format!("tambahkan `nomor_urut: {name}`; sebelum diundi, beri nama berkas ini menurut pasangannya"),
            format!("add `nomor_urut: {name}`; before the draw, name this file after the pair"),
        ))
}

fn kolom_kosong(loaded: &Loaded<LembarPaslon>, report: &mut Report) {
    let record = &loaded.record;
    let filled = [
        ("calon", record.calon.is_some()),
        ("wakil", record.wakil.is_some()),
        ("foto_pasangan", record.foto_pasangan.is_some()),
        ("jalur", record.jalur.is_some()),
        ("pengusung", !record.pengusung.is_empty()),
        ("suara_sah_pengusung", record.suara_sah_pengusung.is_some()),
        ("dukungan", record.dukungan.is_some()),
        ("sebaran", record.sebaran.is_some()),
        ("visi", record.visi.is_some()),
        ("misi", !record.misi.is_empty()),
        ("program", !record.program.is_empty()),
        ("slogan", record.slogan.is_some()),
        ("lhkpn", record.lhkpn.is_some()),
    ];
    for (key, _) in filled.iter().filter(|(_, filled)| *filled) {
        let what = kata(format!("kolom kosong tidak punya `{key}`"), format!("an empty column has no `{key}`"));
        report.add(Diagnostic::galat(SHAPE, Place::key(loaded.path(), *key), what).help(kata(
            "hapus baris ini, atau hapus `kolom_kosong: true`",
            "delete this line, or delete `kolom_kosong: true`",
        )));
    }
}

/// A pair without its candidate or deputy.
fn missing(loaded: &Loaded<LembarPaslon>, report: &mut Report) {
    let record = &loaded.record;
    let place = match record.nomor_urut {
        Some(_) => Place::key(loaded.path(), "nomor_urut"),
        None => Place::file(loaded.path()),
    };
    let missing = [("calon", record.calon.is_none()), ("wakil", record.wakil.is_none())];
    for (key, _) in missing.iter().filter(|(_, missing)| *missing) {
        let what = kata(format!("kunci `{key}` belum ada"), format!("the key `{key}` is missing"));
        report.add(
            Diagnostic::galat("FMT-03", place.clone(), what)
                .why(kata("pasangan calon terdiri dari calon dan wakilnya", "a pair is a candidate and a deputy"))
                .help(kata(format!("tambahkan `{key}: {{ nama: … }}`"), format!("add `{key}: {{ nama: … }}`"))),
        );
    }
}

fn pasangan(record: &LembarPaslon) -> Option<Pasangan> {
    let (calon, wakil) = (record.calon.clone()?, record.wakil.clone()?);
    Some(Pasangan {
        calon,
        wakil,
        foto_pasangan: record.foto_pasangan.clone(),
        jalur: record.jalur,
        pengusung: record.pengusung.clone(),
        catatan_pengusung: record.catatan_pengusung.clone(),
        suara_sah_pengusung: record.suara_sah_pengusung,
        dukungan: record.dukungan,
        sebaran: record.sebaran,
        visi: record.visi.clone(),
        misi: record.misi.clone(),
        program: record.program.clone(),
        slogan: record.slogan.clone(),
        status: record.status.clone(),
        lhkpn: record.lhkpn.clone(),
    })
}

//! A candidate pair or the empty column, with everything that makes it one.

use crate::bahasa::kata;
use crate::model::later::Copies;
use crate::record::Loaded;
use crate::record::partai::Partai;
use crate::record::paslon::{Calon, Jalur, Keadaan, LembarPaslon, Lhkpn, StatusPaslon};
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
use crate::source::Source;
use crate::value::angka::Jumlah;
use crate::value::id::Id;
use crate::value::nomor_urut::NomorUrut;
use crate::value::teks::Teks;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What stands beside a number on the ballot.
#[derive(Debug)]
pub struct Paslon {
    /// The number on the ballot: the file's name, which is also the page's address.
    pub nomor_urut: NomorUrut,
    /// The number the record says; another one than the file's name is reported.
    pub tertulis: NomorUrut,
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
    pub status: Vec<StatusPaslon>,
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
    /// The standing of the pair today: the last step written, or `Ditetapkan` when none is.
    pub fn keadaan(&self) -> Keadaan {
        self.langkah_terakhir().map_or(Keadaan::Ditetapkan, |status| status.keadaan)
    }

    /// The last step in the standing of the pair.
    pub fn langkah_terakhir(&self) -> Option<&StatusPaslon> {
        self.status.last()
    }
}

/// Makes of a file what it is; a file that is neither a pair nor an empty column is reported and left out.
pub(super) fn from(
    loaded: Loaded<LembarPaslon>,
    (taken, copies): (&BTreeSet<NomorUrut>, &Copies),
    report: &mut Report,
) -> Option<Paslon> {
    number_is_name(&loaded, taken, report);
    let isi = if loaded.record.kolom_kosong { kolom_kosong(&loaded, report) } else { pasangan(&loaded, report)? };
    let tertulis = loaded.record.nomor_urut;
    let nomor_urut = loaded.name.nomor.unwrap_or(tertulis);
    let lembar = Arc::clone(copies.get(&nomor_urut).unwrap_or(&loaded.source));
    Some(Paslon { nomor_urut, tertulis, source: loaded.source, lembar, sumber: loaded.record.sumber.clone(), isi })
}

/// The code of a pair's file that contradicts itself.
const SHAPE: &str = "FMT-15";

/// `taken` are the numbers that are files' names: one of those written elsewhere is a number used twice (HUK-02).
fn number_is_name(loaded: &Loaded<LembarPaslon>, taken: &BTreeSet<NomorUrut>, report: &mut Report) {
    let number = loaded.record.nomor_urut;
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

fn kolom_kosong(loaded: &Loaded<LembarPaslon>, report: &mut Report) -> Isi {
    let record = &loaded.record;
    let filled = [
        ("calon", record.calon.is_some()),
        ("wakil", record.wakil.is_some()),
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
    Isi::KolomKosong
}

fn pasangan(loaded: &Loaded<LembarPaslon>, report: &mut Report) -> Option<Isi> {
    let record = &loaded.record;
    let missing = [("calon", record.calon.is_none()), ("wakil", record.wakil.is_none())];
    for (key, _) in missing.iter().filter(|(_, missing)| *missing) {
        let what = kata(format!("kunci `{key}` belum ada"), format!("the key `{key}` is missing"));
        report.add(
            Diagnostic::galat("FMT-03", Place::key(loaded.path(), "nomor_urut"), what)
                .why(kata("pasangan calon terdiri dari calon dan wakilnya", "a pair is a candidate and a deputy"))
                .help(kata(format!("tambahkan `{key}: {{ nama: … }}`"), format!("add `{key}: {{ nama: … }}`"))),
        );
    }
    let (calon, wakil) = (record.calon.clone()?, record.wakil.clone()?);
    Some(Isi::Pasangan(Pasangan {
        calon,
        wakil,
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
    }))
}

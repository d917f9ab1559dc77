//! Links the records of all scopes into a model.

use crate::bahasa::kata;
use crate::model::berkas::Berkas;
use crate::model::paslon::Paslon;
use crate::model::{Draf, Lingkup, Model, Pilihan, Terjemahan, Tertunda, gambar, names, paslon, references, regions};
use crate::record::abaikan::{self, Pengabaian};
use crate::record::berita::Berita;
use crate::record::koreksi::{DaftarKoreksi, Koreksi};
use crate::record::paslon::LembarPaslon;
use crate::record::situs::{KodeBahasa, Situs};
use crate::record::{Loaded, Records, Scope};
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
use crate::source::Source;
use crate::value::tanggal::Tanggal;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Links the records; what leads nowhere goes into the report.
///
/// Gives nothing only when there is no `situs.yaml` to build a site from.
pub fn link(records: Records, pilihan: Pilihan, report: &mut Report) -> Option<Model> {
    let Records { mut scopes, media, jejak, sidik } = records;
    references::check(&scopes, &media, report);
    names::check(&scopes, report);
    let tree = regions::tree(&mut scopes, report);
    let berkas = files(&scopes);
    let situs = situs(scopes.get_mut(""), report)?;
    let national = scopes.entry(String::new()).or_default();
    let partai = national.partai.take().map(|loaded| loaded.record);
    let istilah = national.istilah.take().map_or(Vec::new(), |loaded| loaded.record.istilah);
    let mut lingkup: Vec<Lingkup> =
        tree.into_iter().map(|branch| scope(&mut scopes, branch, pilihan, report)).collect();
    for one in &mut lingkup {
        one.gambar = gambar::named(one, &sidik, &berkas);
    }
    for index in 1..lingkup.len() {
        if let Some(induk) = lingkup[index].induk {
            lingkup[induk].anak.push(index);
        }
    }
    let abaikan = silencers(&berkas, &lingkup);
    let model = Model {
        situs,
        pilihan,
        partai: partai.map_or_else(BTreeMap::new, |partai| partai.into_iter().collect()),
        istilah,
        lingkup,
        media,
        jejak,
        berkas,
        abaikan,
    };
    beranda(&model, report);
    Some(model)
}

fn files(scopes: &BTreeMap<String, Scope>) -> Vec<Berkas> {
    let mut files: Vec<Arc<Source>> = scopes.values().flat_map(Scope::files).map(Arc::clone).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.into_par_iter().map(Berkas::new).collect()
}

/// What the records silence; one that waits for its day is not looked at by the rules.
fn silencers(files: &[Berkas], lingkup: &[Lingkup]) -> Vec<Pengabaian> {
    let waits: BTreeSet<&str> = lingkup.iter().flat_map(|one| &one.tertunda).map(|one| one.berkas.as_str()).collect();
    files.iter().filter(|file| !waits.contains(file.path.as_str())).flat_map(|file| abaikan::read(file)).collect()
}

fn situs(national: Option<&mut Scope>, report: &mut Report) -> Option<Loaded<Situs>> {
    let broken = national.as_ref().is_some_and(|scope| scope.broken.contains("content/situs.yaml"));
    let situs = national.and_then(|scope| scope.situs.take());
    if situs.is_none() && !broken {
        report.add(
            Diagnostic::galat(
                "FMT-11",
                Place::file("content/situs.yaml"),
                kata("berkas situs.yaml belum ada", "there is no situs.yaml"),
            )
            .why(kata(
                "tanpa nama dan alamat tidak ada situs yang bisa dibuat",
                "without a name and an address there is no site to build",
            ))
            .help(kata("jalankan `pilkada new situs`", "run `pilkada new situs`")),
        );
    }
    situs
}

fn scope(
    scopes: &mut BTreeMap<String, Scope>,
    branch: regions::Branch,
    pilihan: Pilihan,
    report: &mut Report,
) -> Lingkup {
    let scope = scopes.remove(&branch.jalur).unwrap_or_default();
    let mut tertunda = Vec::new();
    let shown = |day: Option<Tanggal>| pilihan.draf == Draf::Tampil || day.is_none_or(|day| day <= pilihan.hari);
    let is_due = |berita: &Berita| shown(berita.terbit.max(Some(berita.tanggal))) && shows_draft(berita, pilihan);
    let (mut berita, terjemahan_berita) = by_language(due(scope.berita, "berita", is_due, &mut tertunda));
    berita.sort_by_key(|berita| (Reverse((berita.record.tanggal, berita.record.jam)), berita.name.slug.clone()));
    let klarifikasi = due(scope.klarifikasi, "klarifikasi", |one| shown(Some(one.tanggal)), &mut tertunda);
    let (mut klarifikasi, terjemahan_klarifikasi) = by_language(klarifikasi);
    let hasil = due(Vec::from_iter(scope.hasil), "", |one| shown(one.tanggal), &mut tertunda).pop();
    klarifikasi.sort_by_key(|klarifikasi| (Reverse(klarifikasi.record.tanggal), klarifikasi.name.slug.clone()));
    let (halaman, terjemahan_halaman) = by_language(scope.halaman);
    let mut kegiatan = scope.kegiatan;
    kegiatan.sort_by_key(|kegiatan| (kegiatan.record.tanggal.or(kegiatan.date()), kegiatan.record.mulai));
    let mut deklarasi = scope.deklarasi;
    deklarasi.sort_by_key(|deklarasi| deklarasi.record.tanggal);
    let (koreksi, urutan_koreksi) = corrections(scope.koreksi);
    let mut rusak = scope.broken;
    let paslon = pairs(scope.paslon, &mut rusak, report);
    Lingkup {
        jalur: branch.jalur,
        induk: branch.induk,
        anak: Vec::new(),
        wilayah: scope.wilayah,
        berkas_sumber: scope.sumber.as_ref().map(|loaded| loaded.path().to_owned()),
        sumber: scope.sumber.map_or_else(BTreeMap::new, |loaded| loaded.record.into_iter().collect()),
        jadwal: scope.jadwal.map(|loaded| loaded.map(|jadwal| jadwal.tahapan)),
        tanya_jawab: scope.tanya_jawab.map(|loaded| loaded.map(|daftar| daftar.tanya_jawab)),
        koreksi,
        urutan_koreksi,
        halaman,
        berita,
        klarifikasi,
        kegiatan,
        fakta: scope.fakta,
        pengundian: scope.pengundian,
        paslon,
        deklarasi,
        hasil,
        tertunda,
        rusak,
        // Known when the whole scope is.
        gambar: gambar::Daftar::new(),
        terjemahan: Terjemahan {
            halaman: terjemahan_halaman,
            berita: terjemahan_berita,
            klarifikasi: terjemahan_klarifikasi,
        },
    }
}

/// The corrections, newest first, and where each stands in its file.
fn corrections(loaded: Option<Loaded<DaftarKoreksi>>) -> (Option<Loaded<Vec<Koreksi>>>, Vec<usize>) {
    let Some(loaded) = loaded else { return (None, Vec::new()) };
    let mut order = Vec::new();
    let sorted = loaded.map(|daftar| {
        let mut list: Vec<(usize, Koreksi)> = daftar.koreksi.into_iter().enumerate().collect();
        list.sort_by_key(|(_, koreksi)| Reverse(koreksi.tanggal));
        order = list.iter().map(|(index, _)| *index).collect();
        list.into_iter().map(|(_, koreksi)| koreksi).collect()
    });
    (Some(sorted), order)
}

/// The pairs in number order; a file that holds no pair joins those that could not be read.
fn pairs(files: Vec<Loaded<LembarPaslon>>, rusak: &mut BTreeSet<String>, report: &mut Report) -> Vec<Paslon> {
    let taken = files.iter().filter_map(|loaded| loaded.name.nomor).collect();
    let mut pairs = Vec::with_capacity(files.len());
    for loaded in files {
        let path = loaded.path().to_owned();
        match paslon::from(loaded, &taken, report) {
            Some(paslon) => pairs.push(paslon),
            None => _ = rusak.insert(path),
        }
    }
    // By nomor urut, not by votes: a list of pairs must not read as a ranking.
    pairs.sort_by_key(|paslon| paslon.nomor_urut);
    pairs
}

fn by_language<T>(articles: Vec<Loaded<T>>) -> (Vec<Loaded<T>>, Vec<Loaded<T>>) {
    articles.into_iter().partition(|article| article.name.bahasa == KodeBahasa::Id)
}

fn shows_draft(berita: &Berita, pilihan: Pilihan) -> bool {
    !berita.draf || pilihan.draf == Draf::Tampil
}

/// The records whose day has come; the others wait.
fn due<T>(
    records: Vec<Loaded<T>>,
    folder: &'static str,
    is_due: impl Fn(&T) -> bool,
    tertunda: &mut Vec<Tertunda>,
) -> Vec<Loaded<T>> {
    let (shown, later): (Vec<_>, Vec<_>) = records.into_iter().partition(|loaded| is_due(&loaded.record));
    tertunda.extend(later.iter().map(|loaded| Tertunda {
        berkas: loaded.path().to_owned(),
        folder,
        slug: loaded.slug().to_owned(),
    }));
    shown
}

fn beranda(model: &Model, report: &mut Report) {
    let Some(beranda) = &model.situs.record.beranda else { return };
    if model.lingkup_at(beranda).is_some_and(|lingkup| !lingkup.jalur.is_empty()) {
        return;
    }
    let known = model.wilayah().map(|lingkup| lingkup.jalur.as_str());
    let near = crate::value::mirip::nearest(beranda, known);
    report.add(
        Diagnostic::galat(
            "RUJ-09",
            Place::value(model.situs.path(), "beranda"),
            kata(format!("tidak ada wilayah \"{beranda}\""), format!("there is no region \"{beranda}\"")),
        )
        .maybe_help(near.map(|near| kata(format!("mungkin maksudnya {near}"), format!("perhaps {near} is meant")))),
    );
}

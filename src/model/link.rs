//! Links the records of all scopes into a model.

use crate::bahasa::kata;
use crate::model::berkas::{Berkas, Kenal};
use crate::model::paslon::Paslon;
use crate::model::tracked::{Kind, Part, Tracked};
use crate::model::{Draf, Lingkup, Model, Pilihan, Terjemahan, Tertunda, gambar, names, paslon, references, regions};
use crate::record::abaikan::{self, Pengabaian};
use crate::record::berita::Berita;
use crate::record::koreksi::{DaftarKoreksi, Koreksi};
use crate::record::paslon::LembarPaslon;
use crate::record::sidik::Sidik;
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
use xxhash_rust::xxh3::xxh3_128;

/// Links the records; what leads nowhere goes into the report.
///
/// Gives nothing only when there is no `situs.yaml` to build a site from.
pub fn link(records: Records, pilihan: Pilihan, report: &mut Report) -> Option<Model> {
    link_again(records, &Kenal::default(), pilihan, report)
}

/// Links the records, with what is known of their files from before.
pub fn link_again(records: Records, kenal: &Kenal, pilihan: Pilihan, report: &mut Report) -> Option<Model> {
    let Records { mut scopes, media, jejak, sidik: pictures } = records;
    let (berkas, ()) = rayon::join(
        || kenal.files(scopes.values().flat_map(Scope::files)),
        || {
            references::check(&scopes, &media, report);
            names::check(&scopes, report);
        },
    );
    let tree = regions::tree(&mut scopes, report);
    let situs = situs(scopes.get_mut(""), report)?;
    let national = scopes.entry(String::new()).or_default();
    let (partai, istilah) = (national.partai.take(), national.istilah.take());
    let of_nation = [(Kind::Partai, digest(&partai)), (Kind::Istilah, digest(&istilah))];
    let kept = Kept { pictures: &pictures, berkas: &berkas, pilihan };
    let (mut lingkup, mut sidik) = all(planted(tree, &mut scopes), &kept, report);
    for (kind, digest) in of_nation {
        sidik[Part::new(0, kind).index()] = digest;
    }
    for index in 1..lingkup.len() {
        if let Some(induk) = lingkup[index].induk {
            lingkup[induk].anak.push(index);
        }
    }
    let abaikan = silencers(&berkas, &lingkup);
    sidik[Part::new(0, Kind::Abaikan).index()] = digest_of(&abaikan);
    sidik[Part::new(0, Kind::Media).index()] = digest_of(&media);
    sidik[Part::new(0, Kind::Berkas).index()] = digest_of_files(berkas.iter().map(|berkas| &***berkas));
    let national = |kind| Part::new(0, kind);
    let partai = partai.map_or_else(BTreeMap::new, |loaded| loaded.into_record().into_iter().collect());
    let model = Model {
        situs,
        pilihan,
        partai: Tracked::new(national(Kind::Partai), partai),
        istilah: Tracked::new(
            national(Kind::Istilah),
            istilah.map_or_else(Vec::new, |loaded| loaded.into_record().istilah),
        ),
        lingkup,
        media: Tracked::new(national(Kind::Media), media),
        jejak,
        berkas: Tracked::new(national(Kind::Berkas), berkas),
        abaikan: Tracked::new(national(Kind::Abaikan), abaikan),
        sidik,
    };
    beranda(&model, report);
    Some(model)
}

/// What the records silence; one that waits for its day is not looked at by the rules.
fn silencers(files: &[Arc<Berkas>], lingkup: &[Lingkup]) -> Vec<Pengabaian> {
    let waits: BTreeSet<&str> = lingkup.iter().flat_map(|one| &one.tertunda).map(|one| one.berkas.as_str()).collect();
    let files = files.par_iter().filter(|file| !waits.contains(file.path.as_str()));
    files.filter(|file| file.may_silence()).flat_map_iter(|file| abaikan::read(file)).collect()
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

/// What every scope is made with.
struct Kept<'k> {
    pictures: &'k BTreeMap<String, Sidik>,
    berkas: &'k [Arc<Berkas>],
    pilihan: Pilihan,
}

/// A scope to be made: its place in the model's list and in the tree.
struct Petak {
    index: usize,
    branch: regions::Branch,
}

/// The scopes in the order of the tree, each with its place.
fn planted(tree: Vec<regions::Branch>, scopes: &mut BTreeMap<String, Scope>) -> Vec<(Petak, Scope)> {
    let planted = tree.into_iter().enumerate();
    planted
        .map(|(index, branch)| {
            let scope = scopes.remove(&branch.jalur).unwrap_or_default();
            (Petak { index, branch }, scope)
        })
        .collect()
}

/// Makes the scopes, on all cores, with the digests of their parts; what is wrong is said in their order.
fn all(planted: Vec<(Petak, Scope)>, kept: &Kept<'_>, report: &mut Report) -> (Vec<Lingkup>, Vec<u128>) {
    let made: Vec<Made> = planted.into_par_iter().map(|(petak, scope)| made(petak, scope, kept)).collect();
    let mut sidik = Vec::with_capacity(made.len() * Kind::COUNT);
    let mut lingkup = Vec::with_capacity(made.len());
    for made in made {
        sidik.extend(made.sidik);
        report.extend(made.said.findings().iter().cloned());
        lingkup.push(made.lingkup);
    }
    (lingkup, sidik)
}

/// A scope with the digests of its parts, and what was wrong with it.
struct Made {
    lingkup: Lingkup,
    sidik: [u128; Kind::COUNT],
    said: Report,
}

fn made(petak: Petak, records: Scope, kept: &Kept<'_>) -> Made {
    let mut said = Report::default();
    let mut sidik = digests(&records);
    let mut lingkup = scope(records, petak, kept.pilihan, &mut said);
    *lingkup.gambar = gambar::named(&lingkup, kept.pictures, kept.berkas);
    sidik[Kind::Gambar as usize] = digest_of(&*lingkup.gambar);
    Made { lingkup, sidik, said }
}

impl Petak {
    /// A part of the scope.
    fn part<T>(&self, kind: Kind, value: T) -> Tracked<T> {
        Tracked::new(Part::new(self.index, kind), value)
    }
}

fn scope(scope: Scope, petak: Petak, pilihan: Pilihan, report: &mut Report) -> Lingkup {
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
    let jadwal = scope.jadwal.map(|loaded| loaded.map(|jadwal| jadwal.tahapan));
    let tanya_jawab = scope.tanya_jawab.map(|loaded| loaded.map(|daftar| daftar.tanya_jawab));
    let berkas_sumber = scope.sumber.as_ref().map(|loaded| loaded.path().to_owned());
    let sumber = scope.sumber.map_or_else(BTreeMap::new, |loaded| loaded.into_record().into_iter().collect());
    Lingkup {
        induk: petak.branch.induk,
        anak: Vec::new(),
        wilayah: petak.part(Kind::Wilayah, scope.wilayah),
        berkas_sumber: petak.part(Kind::Sumber, berkas_sumber),
        sumber: petak.part(Kind::Sumber, sumber),
        jadwal: petak.part(Kind::Jadwal, jadwal),
        tanya_jawab: petak.part(Kind::TanyaJawab, tanya_jawab),
        koreksi: petak.part(Kind::Koreksi, koreksi),
        urutan_koreksi: petak.part(Kind::Koreksi, urutan_koreksi),
        halaman: petak.part(Kind::Halaman, halaman),
        berita: petak.part(Kind::Berita, berita),
        klarifikasi: petak.part(Kind::Klarifikasi, klarifikasi),
        kegiatan: petak.part(Kind::Kegiatan, kegiatan),
        fakta: petak.part(Kind::Fakta, scope.fakta),
        pengundian: petak.part(Kind::Pengundian, scope.pengundian),
        paslon: petak.part(Kind::Paslon, paslon),
        deklarasi: petak.part(Kind::Deklarasi, deklarasi),
        hasil: petak.part(Kind::Hasil, hasil),
        tertunda,
        rusak,
        // Known when the whole scope is.
        gambar: petak.part(Kind::Gambar, gambar::Daftar::new()),
        terjemahan: Terjemahan {
            halaman: petak.part(Kind::Halaman, terjemahan_halaman),
            berita: petak.part(Kind::Berita, terjemahan_berita),
            klarifikasi: petak.part(Kind::Klarifikasi, terjemahan_klarifikasi),
        },
        jalur: petak.branch.jalur,
    }
}

/// The digest of each part of a scope, in the order of the kinds; drafts and translations count too.
fn digests(scope: &Scope) -> [u128; Kind::COUNT] {
    let mut digests = [0; Kind::COUNT];
    digests[Kind::Wilayah as usize] = digest(&scope.wilayah);
    digests[Kind::Sumber as usize] = digest(&scope.sumber);
    digests[Kind::Jadwal as usize] = digest(&scope.jadwal);
    digests[Kind::TanyaJawab as usize] = digest(&scope.tanya_jawab);
    digests[Kind::Koreksi as usize] = digest(&scope.koreksi);
    digests[Kind::Halaman as usize] = digest(&scope.halaman);
    digests[Kind::Berita as usize] = digest(&scope.berita);
    digests[Kind::Klarifikasi as usize] = digest(&scope.klarifikasi);
    digests[Kind::Kegiatan as usize] = digest(&scope.kegiatan);
    digests[Kind::Fakta as usize] = digest(&scope.fakta);
    digests[Kind::Pengundian as usize] = digest(&scope.pengundian);
    digests[Kind::Paslon as usize] = digest(&scope.paslon);
    digests[Kind::Deklarasi as usize] = digest(&scope.deklarasi);
    digests[Kind::Hasil as usize] = digest(&scope.hasil);
    digests
}

/// The digest of the files behind a part: their names and their texts.
fn digest<'l, T: 'l>(files: impl IntoIterator<Item = &'l Loaded<T>>) -> u128 {
    digest_of_files(files.into_iter().map(|loaded| &*loaded.source))
}

/// The digest of files: their names and their texts.
fn digest_of_files<'f>(files: impl Iterator<Item = &'f Source>) -> u128 {
    let bytes: Vec<u8> = files.flat_map(|file| file.kunci().to_le_bytes()).collect();
    xxh3_128(&bytes)
}

/// The digest of a value that has no file of its own.
fn digest_of(value: &impl std::fmt::Debug) -> u128 {
    xxh3_128(format!("{value:?}").as_bytes())
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

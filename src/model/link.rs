//! Links the records of all scopes into a model.

use crate::bahasa::kata;
use crate::hukum::Hukum;
use crate::memo::{KeyAlone, Memo, Session};
use crate::model::day::BuildDay;
use crate::model::document::{Document, Files};
use crate::model::due::Calendar;
use crate::model::paslon::Paslon;
use crate::model::tracked::{Derived, PARTS, Part, Tracked};
use crate::model::{
    BuildOptions, HeldBack, Leaves, Lingkup, Lists, Model, Translations, attachments as beside, later, names, paslon,
    pictures, references, regions,
};
use crate::record::abaikan::{self, Pengabaian};
use crate::record::jadwal::{Jadwal, Tahapan};
use crate::record::koreksi::{DaftarKoreksi, Koreksi};
use crate::record::leaf::AnyLeaf;
use crate::record::paslon::LembarPaslon;
use crate::record::pemilihan::PemilihanKemudian;
use crate::record::perubahan::{DaftarPerubahan, Perubahan};
use crate::record::situs::Situs;
use crate::record::wilayah::Wilayah;
use crate::record::{Loaded, Records, Scope, Type, content_hash};
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
use crate::value::entries::Entries;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_128;

/// Links the records; what leads nowhere goes into the report.
///
/// Gives nothing only when there is no `situs.yaml` to build a site from.
pub fn link(records: Records, options: BuildOptions, report: &mut Report) -> Option<Model> {
    link_again(records, &Memo::default().begin(&KeyAlone, 0), options, report)
}

/// Links the records, with what is remembered of their texts.
pub fn link_again(records: Records, memo: &Session<'_>, options: BuildOptions, report: &mut Report) -> Option<Model> {
    let Records { mut scopes, media, jejak, fingerprint: pictures, attachments } = records;
    let (berkas, ()) = rayon::join(
        || Files::of(scopes.values().flat_map(Scope::files).chain(&attachments), memo),
        || {
            references::check(&scopes, &media, report);
            names::check(&scopes, report);
        },
    );
    beside::unnamed(&scopes, (&media, &attachments), &berkas, report);
    regions::check(&scopes, report);
    later::check(&scopes, report);
    paslon::check(&scopes, report);
    let situs = situs(scopes.get_mut(""), report)?;
    let calendar = Calendar::of(&scopes, situs.record.pemungutan_suara, options);
    // First: what is taken over from another vote is its file, and does not wait with this one.
    let mut waiting = later::hold_back(&mut scopes, situs.record.pemungutan_suara, options);
    let copies = later::follow(&mut scopes);
    // Before the digests: what is public of a record follows from other files than its own.
    for (jalur, held_back) in calendar.hold_back(&mut scopes, &copies) {
        waiting.entry(jalur).or_default().add(held_back);
    }
    let tree = regions::tree(&mut scopes);
    // Copies: what is taken out of a scope is no longer in its content hashes.
    let national = scopes.entry(String::new()).or_default();
    let (partai, istilah) = (national.partai.clone(), national.istilah.clone());
    let kept = Kept { pictures: pictures::Known { media: &media, fingerprint: &pictures }, berkas: &berkas };
    let (mut lingkup, mut content_hashes) =
        all(planted(tree, &mut scopes, Later { copies, waiting, calendar: &calendar }), &kept);
    for index in 1..lingkup.len() {
        let is_kemudian = lingkup[index].is_kemudian();
        if let Some(induk) = lingkup[index].induk {
            let inner = &mut lingkup[induk];
            if is_kemudian { inner.susulan.push(index) } else { inner.anak.push(index) }
        }
    }
    let abaikan = silencers(&berkas, &lingkup);
    content_hashes[Part::derived(0, Derived::Abaikan).index()] = digest_of(&abaikan);
    content_hashes[Part::derived(0, Derived::Media).index()] = digest_of(&media);
    content_hashes[Part::derived(0, Derived::Jejak).index()] = digest_of(&jejak);
    content_hashes[Part::derived(0, Derived::Fingerprints).index()] = digest_of(&pictures);
    content_hashes[Part::derived(0, Derived::Document).index()] = content_hash(berkas.iter().map(|berkas| &***berkas));
    let derived = |derived| Part::derived(0, derived);
    let partai = partai.map_or_else(BTreeMap::new, |loaded| loaded.into_record().into_iter().collect());
    let model = Model {
        situs,
        hari: BuildDay::new(options.hari),
        draf: options.draf,
        hukum: Hukum::bawaan(),
        partai: Tracked::new(Part::new(0, Type::partai), partai),
        istilah: Tracked::new(
            Part::new(0, Type::istilah),
            istilah.map_or_else(Vec::new, |loaded| loaded.into_record().istilah),
        ),
        lingkup,
        media: Tracked::new(derived(Derived::Media), media),
        jejak: Tracked::new(derived(Derived::Jejak), jejak),
        fingerprints: Tracked::new(derived(Derived::Fingerprints), pictures),
        documents: Tracked::new(derived(Derived::Document), berkas),
        abaikan: Tracked::new(derived(Derived::Abaikan), abaikan),
        content_hashes,
    };
    beranda(&model, report);
    Some(model)
}

/// What the records silence; one that waits for its day is not looked at by the rules.
fn silencers(files: &[Arc<Document>], lingkup: &[Lingkup]) -> Vec<Pengabaian> {
    let waits: BTreeSet<&str> = lingkup
        .iter()
        .flat_map(|one| &*one.tertunda)
        .filter(|one| !one.is_part)
        .map(|one| one.berkas.as_str())
        .collect();
    let files = files.par_iter().filter(|file| !file.is_attachment() && !waits.contains(file.path.as_str()));
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
    pictures: pictures::Known<'k>,
    berkas: &'k [Arc<Document>],
}

/// A scope to be made: its place in the model's list and in the tree.
struct Slot {
    index: usize,
    branch: regions::Branch,
    /// The place of the region, and the region; a later vote's is the one around it.
    daerah: (usize, Option<Loaded<Wilayah>>),
    /// Where the vote whose place a later vote takes stands in the model's list.
    menggantikan: Option<usize>,
    /// The files that take a pair over from another vote.
    copies: later::Copies,
    /// What of it waits for its day.
    held: HeldBack,
    /// Whether the numbers of the pairs were drawn, or will be.
    is_drawn: bool,
}

/// What is known of later votes before the scopes are made, by the paths of scopes.
struct Later<'l> {
    copies: BTreeMap<String, later::Copies>,
    waiting: BTreeMap<String, HeldBack>,
    calendar: &'l Calendar,
}

/// The scopes in the order of the tree, each with its place.
fn planted(
    tree: Vec<regions::Branch>,
    scopes: &mut BTreeMap<String, Scope>,
    Later { mut copies, mut waiting, calendar }: Later<'_>,
) -> Vec<(Slot, Scope)> {
    let places: BTreeMap<String, usize> =
        tree.iter().enumerate().map(|(index, branch)| (branch.jalur.clone(), index)).collect();
    let replaced = later::replaced(scopes);
    let mut planted: Vec<(Slot, Scope)> = Vec::with_capacity(tree.len());
    for (index, branch) in tree.into_iter().enumerate() {
        let menggantikan = replaced.get(&branch.jalur).and_then(|old| places.get(old).copied());
        let scope = scopes.remove(&branch.jalur).unwrap_or_default();
        let region = branch.induk.filter(|_| scope.pemilihan.is_some());
        let daerah = match region.map(|region| &planted[region].1.wilayah) {
            Some(around) => (region.unwrap_or(index), around.clone()),
            None => (index, scope.wilayah.clone()),
        };
        let copies = copies.remove(&branch.jalur).unwrap_or_default();
        let held = waiting.remove(&branch.jalur).unwrap_or_default();
        let is_drawn = calendar.is_drawn(&branch.jalur);
        planted.push((Slot { index, branch, daerah, menggantikan, copies, held, is_drawn }, scope));
    }
    planted
}

/// Makes the scopes, on all cores, with the digests of their parts.
fn all(planted: Vec<(Slot, Scope)>, kept: &Kept<'_>) -> (Vec<Lingkup>, Vec<u128>) {
    let made: Vec<Made> = planted.into_par_iter().map(|(slot, scope)| made(slot, scope, kept)).collect();
    let mut content_hashes = Vec::with_capacity(made.len() * PARTS);
    let mut lingkup = Vec::with_capacity(made.len());
    for made in made {
        content_hashes.extend(made.content_hashes);
        lingkup.push(made.lingkup);
    }
    (lingkup, content_hashes)
}

/// A scope with the digests of its parts.
struct Made {
    lingkup: Lingkup,
    content_hashes: [u128; PARTS],
}

fn made(slot: Slot, records: Scope, kept: &Kept<'_>) -> Made {
    let mut content_hashes = content_hashes(&records);
    let mut lingkup = scope(records, slot);
    *lingkup.gambar = pictures::named(&lingkup, kept.pictures, kept.berkas);
    let mut set = |derived, digest| content_hashes[Part::derived(0, derived).index()] = digest;
    set(Derived::Gambar, digest_of(&*lingkup.gambar));
    set(Derived::Rusak, digest_of(&*lingkup.rusak));
    set(Derived::Tertunda, digest_of(&*lingkup.tertunda));
    set(Derived::Terakhir, digest_of(&*lingkup.terakhir));
    set(Derived::Lists, digest_of(&*lingkup.lists));
    Made { lingkup, content_hashes }
}

impl Slot {
    /// A part of the scope.
    fn part<T>(&self, records: Type, value: T) -> Tracked<T> {
        Tracked::new(Part::new(self.index, records), value)
    }

    /// A part of the scope whose pages follow from the row of its records.
    fn leaves(&self, records: Type, entries: Vec<Loaded<dyn AnyLeaf>>) -> Leaves {
        Leaves { records, entries: self.part(records, entries) }
    }

    /// A part of the scope that is worked out from several kinds of records.
    fn derived<T>(&self, derived: Derived, value: T) -> Tracked<T> {
        Tracked::new(Part::derived(self.index, derived), value)
    }
}

fn scope(mut scope: Scope, mut slot: Slot) -> Lingkup {
    let HeldBack { tertunda, terakhir } = std::mem::take(&mut slot.held);
    let leaves = scope.take_leaves();
    let (berita, terjemahan_berita) = newest_first(scope.berita, |berita| (berita.tanggal, berita.jam));
    let (klarifikasi, terjemahan_klarifikasi) = newest_first(scope.klarifikasi, |klarifikasi| klarifikasi.tanggal);
    let (halaman, terjemahan_halaman) = by_language(scope.halaman);
    let mut kegiatan = scope.kegiatan;
    kegiatan.sort_by_key(|kegiatan| (kegiatan.record.tanggal.or(kegiatan.date()), kegiatan.record.mulai));
    let mut deklarasi = scope.deklarasi;
    deklarasi.sort_by_key(|deklarasi| deklarasi.record.tanggal);
    let koreksi = scope.koreksi.map(corrections);
    let mut rusak = scope.broken;
    let paslon = pairs(scope.paslon, &slot, &mut rusak);
    let jadwal = schedule(scope.jadwal, scope.pemilihan.as_ref());
    let daerah = slot.daerah.1.take();
    let tanya_jawab = scope.tanya_jawab.map(|loaded| loaded.map(|daftar| daftar.tanya_jawab));
    let lists = Lists {
        berita: !berita.is_empty(),
        klarifikasi: !klarifikasi.is_empty(),
        koreksi: koreksi.is_some(),
        perubahan: scope.perubahan.is_some(),
    };
    let berkas_sumber = scope.sumber.as_ref().map(|loaded| loaded.path().to_owned());
    let sumber = scope.sumber.map_or_else(BTreeMap::new, |loaded| loaded.into_record().into_iter().collect());
    Lingkup {
        induk: slot.branch.induk,
        anak: Vec::new(),
        susulan: Vec::new(),
        kemudian: slot.part(Type::pemilihan, later::vote(scope.pemilihan, daerah.as_ref(), slot.menggantikan)),
        daerah: Tracked::new(Part::new(slot.daerah.0, Type::wilayah), daerah),
        wilayah: slot.part(Type::wilayah, scope.wilayah),
        berkas_sumber: slot.part(Type::sumber, berkas_sumber),
        sumber: slot.part(Type::sumber, sumber),
        jadwal: slot.part(Type::jadwal, jadwal),
        tanya_jawab: slot.part(Type::tanya_jawab, tanya_jawab),
        koreksi: slot.part(Type::koreksi, koreksi),
        perubahan: slot.part(Type::perubahan, scope.perubahan.map(publications)),
        persetujuan: slot.part(Type::persetujuan, scope.persetujuan),
        halaman: slot.part(Type::halaman, halaman),
        berita: slot.part(Type::berita, berita),
        klarifikasi: slot.part(Type::klarifikasi, klarifikasi),
        kegiatan: slot.part(Type::kegiatan, kegiatan),
        fakta: slot.part(Type::fakta, scope.fakta),
        pengundian: slot.part(Type::pengundian, scope.pengundian),
        paslon: slot.part(Type::paslon, paslon),
        deklarasi: slot.part(Type::deklarasi, deklarasi),
        hasil: slot.part(Type::hasil, scope.hasil),
        tps: slot.part(Type::tps, scope.tps),
        leaves: leaves.into_iter().map(|(records, entries)| slot.leaves(records, entries)).collect(),
        tertunda: slot.derived(Derived::Tertunda, tertunda),
        terakhir: slot.derived(Derived::Terakhir, terakhir),
        lists: slot.derived(Derived::Lists, lists),
        rusak: slot.derived(Derived::Rusak, rusak),
        // Known when the whole scope is.
        gambar: slot.derived(Derived::Gambar, pictures::Pictures::new()),
        terjemahan: Translations {
            halaman: slot.part(Type::halaman, terjemahan_halaman),
            berita: slot.part(Type::berita, terjemahan_berita),
            klarifikasi: slot.part(Type::klarifikasi, terjemahan_klarifikasi),
        },
        jalur: slot.branch.jalur,
    }
}

/// The content hash of each part of a scope; those of what is derived from its records are not known yet.
fn content_hashes(scope: &Scope) -> [u128; PARTS] {
    let mut hashes = [0; PARTS];
    hashes[..Type::COUNT].copy_from_slice(&scope.content_hashes());
    if let Some(vote) = &scope.pemilihan {
        // The schedule of a later vote has its day, which its own record says.
        let both = [hashes[Type::jadwal as usize], vote.source.key()].map(u128::to_le_bytes);
        hashes[Type::jadwal as usize] = xxh3_128(both.as_flattened());
    }
    hashes
}

/// The digest of a value that has no file of its own.
fn digest_of(value: &impl std::fmt::Debug) -> u128 {
    xxh3_128(format!("{value:?}").as_bytes())
}

/// The corrections, newest first.
fn corrections(loaded: Loaded<DaftarKoreksi>) -> Loaded<Entries<Koreksi>> {
    loaded.map(|mut daftar| {
        daftar.koreksi.sort_by_key(|koreksi| Reverse(koreksi.tanggal));
        daftar.koreksi
    })
}

/// The publications, newest first: of two on one day the one that was noted later.
fn publications(loaded: Loaded<DaftarPerubahan>) -> Loaded<Entries<Perubahan>> {
    loaded.map(|mut daftar| {
        daftar.perubahan.reverse();
        daftar.perubahan.sort_by_key(|one| Reverse(one.tanggal));
        daftar.perubahan
    })
}

/// The pairs in the order of the ballot; a file that holds no pair joins those that could not be read.
fn pairs(files: Vec<Loaded<LembarPaslon>>, slot: &Slot, rusak: &mut BTreeSet<String>) -> Vec<Paslon> {
    let mut pairs = Vec::with_capacity(files.len());
    for loaded in files {
        let path = loaded.path().to_owned();
        match paslon::from(loaded, &slot.copies) {
            Some(paslon) => pairs.push(paslon),
            None => _ = rusak.insert(path),
        }
    }
    // By nomor urut, not by votes: a list of pairs must not read as a ranking.
    pairs.sort_by_cached_key(Paslon::order);
    // Where two would have lain at one address nobody can say which was meant.
    let slugs: Vec<String> = pairs.iter().map(|paslon| paslon.slug.clone()).collect();
    for paslon in &mut pairs {
        paslon.has_moved |= slot.is_drawn && paslon.nomor_urut.is_some();
        paslon.has_moved &= slugs.iter().filter(|slug| **slug == paslon.slug).count() == 1;
    }
    pairs
}

/// The stages of a scope; those of a later vote with its day.
fn schedule(jadwal: Option<Loaded<Jadwal>>, vote: Option<&Loaded<PemilihanKemudian>>) -> Option<Loaded<Vec<Tahapan>>> {
    let stages = jadwal.map(|loaded| loaded.map(|jadwal| jadwal.tahapan));
    match vote {
        Some(vote) => later::with_its_day(stages, vote),
        None => stages,
    }
}

/// Articles in Indonesian, newest first, and their translations.
fn newest_first<T, K: Ord>(articles: Vec<Loaded<T>>, moment: impl Fn(&T) -> K) -> (Vec<Loaded<T>>, Vec<Loaded<T>>) {
    let (mut articles, translations) = by_language(articles);
    articles.sort_by_key(|article| (Reverse(moment(&article.record)), article.name.slug.clone()));
    (articles, translations)
}

fn by_language<T>(articles: Vec<Loaded<T>>) -> (Vec<Loaded<T>>, Vec<Loaded<T>>) {
    articles.into_iter().partition(|article| article.name.bahasa.is_indonesia())
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

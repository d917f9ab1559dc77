//! Links later votes: where their folders lie, what they replace, which pairs they take over, and whether they are known yet.

use crate::bahasa::kata;
use crate::model::kemudian::Kemudian;
use crate::model::{BuildOptions, Drafts, HeldBack, Tertunda};
use crate::record::jadwal::{JenisTahapan, Tahapan};
use crate::record::paslon::LembarPaslon;
use crate::record::pemilihan::{KeadaanKemudian, PemilihanKemudian, SERENTAK};
use crate::record::wilayah::Wilayah;
use crate::record::{Loaded, Scope};
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
use crate::source::Source;
use crate::value::mirip::nearest;
use crate::value::nomor_urut::NomorUrut;
use crate::value::tanggal::Tanggal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A later vote that is named is there, and has the pair that is taken over.
const VOTE: &str = "RUJ-23";
/// A later vote lies in a folder of its own inside its region.
const FOLDER: &str = "RUJ-24";
/// A pair's file that contradicts itself.
const SHAPE: &str = "FMT-15";

/// The folder of a region in which its later votes lie, each in a folder of its own.
const VOTES: &str = "/pemilihan/";

type Scopes = BTreeMap<String, Scope>;

/// The region and the folder of a later vote, by the path of its scope; nothing for a region's.
pub(super) fn parts(jalur: &str) -> Option<(&str, &str)> {
    let (region, slug) = jalur.rsplit_once(VOTES)?;
    (!slug.contains('/')).then_some((region, slug))
}

/// The path of the vote that a later vote of a region names.
fn named(region: &str, slug: &str) -> String {
    if slug == SERENTAK { region.to_owned() } else { format!("{region}{VOTES}{slug}") }
}

fn record<'s>(scopes: &'s Scopes, jalur: &str) -> Option<&'s Loaded<PemilihanKemudian>> {
    scopes.get(jalur)?.pemilihan.as_ref()
}

/// Says what is wrong with the folders of later votes and with what they name.
pub(super) fn check(scopes: &Scopes, report: &mut Report) {
    for (jalur, scope) in scopes {
        match parts(jalur) {
            Some((region, _)) => check_vote(region, jalur, scopes, report),
            None => report.extend(scope.pemilihan.as_ref().map(misplaced)),
        }
        report.extend(scope.paslon.iter().filter_map(|loaded| check_copy(jalur, loaded, scopes)));
    }
}

fn check_vote(region: &str, jalur: &str, scopes: &Scopes, report: &mut Report) {
    let scope = &scopes[jalur];
    let own = format!("content/wilayah/{jalur}/pemilihan.yaml");
    let Some(loaded) = &scope.pemilihan else {
        if !scope.broken.contains(&own) {
            report.add(no_vote(jalur, scope, own));
        }
        return;
    };
    report.extend(scope.wilayah.as_ref().map(|loaded| of_the_region(loaded.path())));
    let slug = &loaded.record.menggantikan;
    let old = named(region, slug);
    if old == jalur || !scopes.contains_key(&old) {
        report.add(unknown(region, scopes, Place::value(loaded.path(), "menggantikan"), slug));
    } else if is_circle(jalur, scopes) {
        let what = kata(
            format!("pemilihan ini dan \"{slug}\" saling menggantikan"),
            format!("this vote and \"{slug}\" take each other's place"),
        );
        let help = kata(
            "tulis yang lebih dulu diadakan; yang pertama menggantikan serentak",
            "write the one that was held before; the first takes the place of serentak",
        );
        report.add(Diagnostic::galat(VOTE, Place::value(loaded.path(), "menggantikan"), what).help(help));
    }
}

/// Whether a later vote takes its own place in the end.
fn is_circle(jalur: &str, scopes: &Scopes) -> bool {
    let mut at = jalur.to_owned();
    for _ in 0..scopes.len() {
        let Some((region, loaded)) = parts(&at).map(|(region, _)| region).zip(record(scopes, &at)) else {
            return false;
        };
        at = named(region, &loaded.record.menggantikan);
    }
    true
}

fn unknown(region: &str, scopes: &Scopes, place: Place, slug: &str) -> Diagnostic {
    let prefix = format!("{region}{VOTES}");
    let own = place.file.strip_prefix(&format!("content/wilayah/{prefix}")).and_then(|rest| rest.split('/').next());
    let known = scopes.keys().filter_map(|jalur| jalur.strip_prefix(&prefix)).chain([SERENTAK]);
    let known = known.filter(|known| Some(*known) != own);
    let known: Vec<&str> = known.collect();
    let near = nearest(slug, known.iter().copied());
    let list = known.join(", ");
    let what = kata(
        format!("tidak ada pemilihan \"{slug}\" di wilayah ini"),
        format!("there is no vote \"{slug}\" in this region"),
    );
    Diagnostic::galat(VOTE, place, what).help(match near {
        Some(near) => kata(format!("mungkin maksudnya {near}"), format!("perhaps {near} is meant")),
        None => kata(format!("pilihannya: {list}"), format!("the choices are: {list}")),
    })
}

fn misplaced(loaded: &Loaded<PemilihanKemudian>) -> Diagnostic {
    let what = kata(
        "pemilihan.yaml berada di folder pemilihan/<nama>/ di dalam wilayahnya",
        "pemilihan.yaml lies in a folder pemilihan/<name>/ inside its region",
    );
    Diagnostic::galat(FOLDER, Place::file(loaded.path()), what).help(kata(
        "pindahkan, misalnya ke content/wilayah/<provinsi>/<wilayah>/pemilihan/psu-2025/",
        "move it, for example to content/wilayah/<province>/<region>/pemilihan/psu-2025/",
    ))
}

fn no_vote(jalur: &str, scope: &Scope, own: String) -> Diagnostic {
    let first = scope.files().into_iter().map(|source| source.path.clone()).min();
    let what = kata(
        format!("folder wilayah/{jalur} berisi catatan tetapi tidak punya pemilihan.yaml"),
        format!("the folder wilayah/{jalur} holds records and has no pemilihan.yaml"),
    );
    Diagnostic::galat(FOLDER, Place::file(&first.unwrap_or(own)), what)
        .why(kata(
            "tanpa pemilihan.yaml tidak diketahui kapan orang memilih lagi, dan isinya tidak terbit",
            "without pemilihan.yaml nobody knows when people vote again, and nothing in it is published",
        ))
        .help(kata("buat pemilihan.yaml di folder itu", "make a pemilihan.yaml in that folder"))
}

fn of_the_region(path: &str) -> Diagnostic {
    let what = kata(
        "wilayah.yaml milik wilayahnya; di dalam pemilihan/ ia tidak dibaca",
        "wilayah.yaml belongs to the region; inside pemilihan/ it is not read",
    );
    Diagnostic::galat(FOLDER, Place::file(path), what)
        .help(kata("hapus, atau pindahkan ke folder wilayahnya", "delete it, or move it to its region's folder"))
}

/// A pair that is taken over from a vote: that vote is there and has the number.
fn check_copy(jalur: &str, loaded: &Loaded<LembarPaslon>, scopes: &Scopes) -> Option<Diagnostic> {
    let slug = loaded.record.dari.as_ref()?;
    let place = Place::value(loaded.path(), "dari");
    let Some((region, _)) = parts(jalur) else {
        let what =
            kata("`dari` hanya dipakai di dalam pemilihan/<nama>/", "`dari` is written inside pemilihan/<name>/ only");
        return Some(Diagnostic::galat(VOTE, place, what).help(kata("hapus baris ini", "delete this line")));
    };
    let old = named(region, slug);
    let Some(before) = scopes.get(&old).filter(|_| old != jalur) else {
        return Some(unknown(region, scopes, place, slug));
    };
    if let Some(key) = besides(&loaded.record) {
        let what = kata(
            format!("`dari` mengambil semua isian dari {slug}, jadi `{key}` tidak ditulis lagi"),
            format!("`dari` takes everything from {slug}, so `{key}` is not written again"),
        );
        let help = kata(
            "hapus baris ini, atau hapus `dari` dan tulis semua isian pasangan ini",
            "delete this line, or delete `dari` and write all of this pair",
        );
        return Some(Diagnostic::galat(SHAPE, Place::key(loaded.path(), key), what).help(help));
    }
    let Some(nomor) = number(loaded) else {
        let what = kata("`dari` perlu `nomor_urut`", "`dari` needs `nomor_urut`");
        return Some(Diagnostic::galat(SHAPE, place, what).help(kata(
            "tulis nomor pasangan ini di pemungutan suara itu, dan beri nama berkas ini menurut nomornya",
            "write the pair's number at that vote, and name this file after it",
        )));
    };
    let is_broken = before.broken.iter().any(|path| path.contains("/paslon/"));
    if is_broken || before.paslon.iter().any(|pair| number(pair) == Some(nomor)) {
        return None;
    }
    let what =
        kata(format!("di {slug} tidak ada nomor urut {nomor}"), format!("{slug} has nobody with number {nomor}"));
    Some(Diagnostic::galat(VOTE, place, what).help(kata(
        "periksa nomornya, atau tulis semua isian pasangan ini di sini",
        "look up the number, or write all of this pair here",
    )))
}

/// What is written beside `dari`, which leaves nothing to say.
fn besides(record: &LembarPaslon) -> Option<&'static str> {
    let filled = [
        ("kolom_kosong", record.kolom_kosong),
        ("calon", record.calon.is_some()),
        ("wakil", record.wakil.is_some()),
        ("foto_pasangan", record.foto_pasangan.is_some()),
        ("jalur", record.jalur.is_some()),
        ("pengusung", !record.pengusung.is_empty()),
        ("catatan_pengusung", record.catatan_pengusung.is_some()),
        ("visi", record.visi.is_some()),
        ("misi", !record.misi.is_empty()),
        ("program", !record.program.is_empty()),
        ("slogan", record.slogan.is_some()),
        ("status", !record.status.is_empty()),
        ("lhkpn", record.lhkpn.is_some()),
        ("sumber", !record.sumber.is_empty()),
    ];
    filled.into_iter().find(|(_, filled)| *filled).map(|(key, _)| key)
}

fn number(loaded: &Loaded<LembarPaslon>) -> Option<NomorUrut> {
    loaded.name.nomor.or(loaded.record.nomor_urut)
}

/// The files of a scope that take a pair over from another vote, by the path of the file that describes it there.
pub(super) type Copies = BTreeMap<String, Arc<Source>>;

/// Puts the pair itself in the place of each file that only says whose it is; what cannot be followed was said, and is left out.
pub(super) fn follow(scopes: &mut Scopes) -> BTreeMap<String, Copies> {
    let votes: Vec<String> = scopes.keys().filter(|jalur| parts(jalur).is_some()).cloned().collect();
    let mut all = BTreeMap::new();
    for jalur in votes {
        let Some(scope) = scopes.get(&jalur) else { continue };
        if scope.paslon.iter().all(|loaded| loaded.record.dari.is_none()) {
            continue;
        }
        let mut copies = Copies::new();
        let mut pairs = Vec::new();
        let mut lost = Vec::new();
        for loaded in &scope.paslon {
            if loaded.record.dari.is_none() {
                pairs.push(loaded.clone());
                continue;
            }
            match origin(scopes, &jalur, loaded) {
                Some(pair) => {
                    copies.insert(pair.path().to_owned(), Arc::clone(&loaded.source));
                    // It still says whose it is: it was determined for another vote.
                    let record = LembarPaslon { dari: loaded.record.dari.clone(), ..(*pair.record).clone() };
                    pairs.push(Loaded { name: loaded.name.clone(), record: Arc::new(record), ..pair });
                }
                None => lost.push(loaded.path().to_owned()),
            }
        }
        if let Some(scope) = scopes.get_mut(&jalur) {
            scope.paslon = pairs;
            scope.broken.extend(lost);
        }
        all.insert(jalur, copies);
    }
    all
}

/// The file in which a pair is described, wherever it was taken over from in turn.
fn origin(scopes: &Scopes, jalur: &str, loaded: &Loaded<LembarPaslon>) -> Option<Loaded<LembarPaslon>> {
    let nomor = Some(number(loaded)?);
    let (region, _) = parts(jalur)?;
    let mut at = loaded.clone();
    for _ in 0..scopes.len() {
        let Some(slug) = &at.record.dari else { return Some(at) };
        let before = scopes.get(&named(region, slug))?;
        at = before.paslon.iter().find(|pair| number(pair) == nomor)?.clone();
    }
    None
}

/// The path of the scope whose vote each later vote takes the place of, where it can be followed.
pub(super) fn replaced(scopes: &Scopes) -> BTreeMap<String, String> {
    let votes = scopes.keys().filter(|jalur| !is_circle(jalur, scopes));
    let named = votes.filter_map(|jalur| {
        let old = named(parts(jalur)?.0, &record(scopes, jalur)?.record.menggantikan);
        Some((jalur.clone(), old))
    });
    named.collect()
}

/// What makes a scope a later vote.
pub(super) fn vote(
    loaded: Option<Loaded<PemilihanKemudian>>,
    region: Option<&Loaded<Wilayah>>,
    menggantikan: Option<usize>,
) -> Option<Kemudian> {
    let loaded = loaded?;
    let nama = match region {
        Some(region) => format!("{} ({})", region.record.nama, loaded.record.nama),
        None => loaded.record.nama.to_string(),
    };
    Some(Kemudian { loaded, nama, menggantikan })
}

/// The stages of a later vote with the day people vote, which its own record says, where the schedule does not.
pub(super) fn with_its_day(
    jadwal: Option<Loaded<Vec<Tahapan>>>,
    vote: &Loaded<PemilihanKemudian>,
) -> Option<Loaded<Vec<Tahapan>>> {
    let record = &vote.record;
    let is_there = |stage: &Tahapan| stage.jenis == JenisTahapan::PemungutanSuara;
    let is_known = jadwal.as_ref().is_some_and(|loaded| loaded.record.iter().any(is_there));
    let is_held = matches!(record.keadaan, KeadaanKemudian::Dijadwalkan | KeadaanKemudian::Terlaksana);
    let Some(day) = record.pemungutan_suara.filter(|_| !is_known && is_held) else { return jadwal };
    let stage = Tahapan::pemungutan_suara(record, day);
    if let Some(loaded) = jadwal {
        return Some(loaded.map(|stages| stages.into_iter().chain([stage]).collect()));
    }
    let (source, name) = (Arc::clone(&vote.source), vote.name.clone());
    Some(Loaded { source, name, record: Arc::new(vec![stage]), cut: 0 })
}

/// Takes out the later votes that are not known yet, with all that lies in their folders; gives what waits of them, and since
/// when the others are known, by the region they belong to.
pub(super) fn hold_back(scopes: &mut Scopes, situs: Tanggal, options: BuildOptions) -> BTreeMap<String, HeldBack> {
    // A folder without its pemilihan.yaml was reported and is no vote; nor is a region with one.
    scopes.retain(|jalur, scope| parts(jalur).is_none() || scope.pemilihan.is_some());
    let regions = scopes.iter_mut().filter(|(jalur, _)| parts(jalur).is_none());
    regions.for_each(|(_, scope)| scope.pemilihan = None);
    let mut waiting: BTreeMap<String, HeldBack> = BTreeMap::new();
    if options.draf == Drafts::Show {
        return waiting;
    }
    let votes: Vec<String> = scopes.keys().filter(|jalur| parts(jalur).is_some()).cloned().collect();
    let dated = votes.into_iter().filter_map(|jalur| known_since(&jalur, scopes, situs).map(|since| (jalur, since)));
    for (jalur, since) in dated.collect::<Vec<_>>() {
        let Some((region, slug)) = parts(&jalur) else { continue };
        let held = waiting.entry(region.to_owned()).or_default();
        if since <= options.hari {
            held.terakhir = held.terakhir.max(Some(since));
            continue;
        }
        let Some(scope) = scopes.remove(&jalur) else { continue };
        let folder = format!("content/wilayah/{jalur}/");
        held.tertunda.extend(scope.files().into_iter().map(|file| {
            let name = file.path.strip_prefix(&folder).unwrap_or(&file.path);
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            let stem = if stem == "pemilihan" { "index" } else { stem };
            Tertunda::new(&*file.path, "pemilihan", format!("{slug}/{stem}")).until(Some(since))
        }));
    }
    waiting
}

/// Since when a later vote is known: its own day, or else the day after the vote whose place it takes.
fn known_since(jalur: &str, scopes: &Scopes, situs: Tanggal) -> Option<Tanggal> {
    let mut at = jalur.to_owned();
    let mut since: Option<Tanggal> = None;
    for _ in 0..scopes.len() {
        let Some((region, _)) = parts(&at) else { break };
        let record = &record(scopes, &at)?.record;
        let old = named(region, &record.menggantikan);
        let day_before = match parts(&old) {
            Some(_) => self::record(scopes, &old).and_then(|old| old.record.pemungutan_suara),
            None => Some(situs),
        };
        // What takes the place of a vote that is not known yet is not known either.
        since = since.max(record.tanggal.or(day_before.map(Tanggal::besok)));
        at = old;
    }
    since
}

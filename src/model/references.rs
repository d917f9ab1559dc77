//! What records name must exist: sources, parties, pairs, events, pictures, other figures.

use crate::bahasa::{Kata, kata};
use crate::record::fakta::Fakta;
use crate::record::leaf::{self, NamedPicture};
use crate::record::{Loaded, Scope};
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
use crate::source::Media;
use crate::value::mirip::nearest;
use crate::value::nomor_urut::NomorUrut;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// An unknown source.
const SUMBER: &str = "RUJ-01";
/// An unknown party.
const PARTAI: &str = "RUJ-02";
/// An unknown pair.
const PASLON: &str = "RUJ-03";
/// An unknown event.
const KEGIATAN: &str = "RUJ-04";
/// A picture that is not there.
const GAMBAR: &str = "RUJ-05";
/// A figure's key that is unknown or used twice.
const FAKTA: &str = "RUJ-12";

/// Follows every reference of every record.
pub(super) fn check(scopes: &BTreeMap<String, Scope>, media: &BTreeMap<String, Media>, report: &mut Report) {
    let of_scope = |(jalur, scope): (&String, &Scope)| {
        let mut report = Report::default();
        sources(jalur, scope, scopes, &mut report);
        parties(scope, scopes.get(""), &mut report);
        pairs(scope, &mut report);
        events(scope, &mut report);
        pictures(scope, media, &mut report);
        figures(scope, &mut report);
        report
    };
    let said: Vec<Report> = scopes.par_iter().map(of_scope).collect();
    for said in said {
        report.extend(said.findings().iter().cloned());
    }
}

/// The scope and those around it, from the inside out.
fn outward<'s>(jalur: &str, scopes: &'s BTreeMap<String, Scope>) -> Vec<&'s Scope> {
    let mut found = Vec::new();
    let mut at = jalur;
    loop {
        found.extend(scopes.get(at));
        if at.is_empty() {
            return found;
        }
        at = at.rsplit_once('/').map_or("", |(outer, _)| outer);
    }
}

fn sources(jalur: &str, scope: &Scope, scopes: &BTreeMap<String, Scope>, report: &mut Report) {
    let around = outward(jalur, scopes);
    // A sumber.yaml that cannot be read has said so; its keys are not all unknown as well.
    let unreadable = around.iter().any(|scope| scope.broken.iter().any(|path| path.ends_with("/sumber.yaml")));
    if unreadable {
        return;
    }
    let known: Vec<_> = around.iter().filter_map(|scope| scope.sumber.as_ref()).collect();
    scope.rujukan(&mut |file, path, id| {
        if known.iter().any(|sources| sources.record.contains_key(id)) {
            return;
        }
        let keys = known.iter().flat_map(|sources| sources.record.keys()).map(|id| &**id);
        report.add(
            unknown(
                SUMBER,
                Place::value(file, path.to_string()),
                kata(format!("sumber \"{id}\" tidak ada"), format!("there is no source \"{id}\"")),
                nearest(id, keys),
            )
            .or_help(kata("tambahkan kuncinya ke sumber.yaml", "add its key to sumber.yaml"))
            .why(kata(
                "sumber dicari di sumber.yaml lingkup ini, lalu di lingkup yang mengelilinginya",
                "a source is looked up in this scope's sumber.yaml, then in the scopes around it",
            )),
        );
    });
}

fn unknown(code: &'static str, place: Place, what: Kata, near: Option<&str>) -> Diagnostic {
    Diagnostic::galat(code, place, what)
        .maybe_help(near.map(|near| kata(format!("mungkin maksudnya {near}"), format!("perhaps {near} is meant"))))
}

fn parties(scope: &Scope, national: Option<&Scope>, report: &mut Report) {
    let Some(national) = national.filter(|national| !national.broken.contains("content/partai.yaml")) else { return };
    for loaded in &scope.paslon {
        for (i, id) in loaded.record.pengusung.iter().enumerate() {
            let known = national.partai.as_ref().map(|partai| &partai.record);
            if known.is_some_and(|known| known.contains_key(id)) {
                continue;
            }
            let near = known.and_then(|known| nearest(id, known.keys().map(|id| &**id)));
            let what = kata(
                format!("partai \"{id}\" tidak ada di partai.yaml"),
                format!("there is no party \"{id}\" in partai.yaml"),
            );
            report.add(unknown(PARTAI, Place::value(loaded.path(), format!("pengusung[{i}]")), what, near));
        }
    }
}

fn pairs(scope: &Scope, report: &mut Report) {
    if scope.broken.iter().any(|path| path.contains("/paslon/")) {
        return;
    }
    let known: BTreeSet<NomorUrut> = scope.paslon.iter().filter_map(|loaded| loaded.name.nomor).collect();
    let is_unknown = |(_, nomor): &(usize, NomorUrut)| !known.contains(nomor);
    let mut named: Vec<(&str, String, NomorUrut)> = Vec::new();
    for berita in &scope.berita {
        let numbers = berita.record.paslon.iter().copied().enumerate().filter(is_unknown);
        named.extend(numbers.map(|(i, nomor)| (berita.path(), format!("paslon[{i}]"), nomor)));
    }
    for deklarasi in &scope.deklarasi {
        let signers = deklarasi.record.penanda_tangan.iter().enumerate();
        let numbers = signers.filter_map(|(i, penanda)| Some((i, penanda.paslon?))).filter(is_unknown);
        named.extend(numbers.map(|(i, nomor)| (deklarasi.path(), format!("penanda_tangan[{i}].paslon"), nomor)));
    }
    for kegiatan in &scope.kegiatan {
        let numbers = kegiatan.record.paslon.iter().copied().enumerate().filter(is_unknown);
        named.extend(numbers.map(|(i, nomor)| (kegiatan.path(), format!("paslon[{i}]"), nomor)));
    }
    let hasil = scope.hasil.iter().filter_map(|hasil| Some((hasil.path(), hasil.record.terpilih.as_ref()?)));
    let hasil = hasil.filter(|(_, terpilih)| !known.contains(&terpilih.nomor_urut));
    named.extend(hasil.map(|(file, terpilih)| (file, "terpilih.nomor_urut".to_owned(), terpilih.nomor_urut)));
    for (file, path, nomor) in named {
        let what = kata(
            format!("tidak ada pasangan calon nomor urut {nomor} di lingkup ini"),
            format!("no pair in this scope has ballot number {nomor}"),
        );
        let list: Vec<String> = known.iter().map(ToString::to_string).collect();
        let finding = Diagnostic::galat(PASLON, Place::value(file, path), what);
        report.add(if list.is_empty() {
            finding.help(kata(
                "hapus baris ini; di folder ini tidak ada paslon/",
                "delete this line; there is no paslon/ in this folder",
            ))
        } else {
            finding.help(kata(
                format!("nomor urut yang ada: {}", list.join(", ")),
                format!("the ballot numbers are: {}", list.join(", ")),
            ))
        });
    }
}

fn events(scope: &Scope, report: &mut Report) {
    if scope.broken.iter().any(|path| path.contains("/kegiatan/")) {
        return;
    }
    let known: BTreeSet<&str> = scope.kegiatan.iter().map(Loaded::slug).collect();
    let berita = scope.berita.iter().filter_map(|loaded| Some((loaded.path(), loaded.record.kegiatan.as_ref()?)));
    let pengundian =
        scope.pengundian.iter().filter_map(|loaded| Some((loaded.path(), loaded.record.kegiatan.as_ref()?)));
    let deklarasi = scope.deklarasi.iter().filter_map(|loaded| Some((loaded.path(), loaded.record.kegiatan.as_ref()?)));
    for (file, slug) in berita.chain(pengundian).chain(deklarasi) {
        if known.contains(&**slug) {
            continue;
        }
        let what = kata(
            format!("tidak ada kegiatan \"{slug}\" di lingkup ini"),
            format!("there is no event \"{slug}\" in this scope"),
        );
        let near = nearest(slug, known.iter().copied());
        report.add(unknown(KEGIATAN, Place::value(file, "kegiatan"), what, near));
    }
}

fn pictures(scope: &Scope, media: &BTreeMap<String, Media>, report: &mut Report) {
    for (file, path, berkas) in named_pictures(scope) {
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        if media.contains_key(&format!("{folder}/{berkas}")) {
            continue;
        }
        let beside = media.keys().filter_map(|path| path.rsplit_once('/')).filter(|(dir, _)| *dir == folder);
        let what = kata(
            format!("gambar \"{berkas}\" tidak ada di {folder}/"),
            format!("there is no picture \"{berkas}\" in {folder}/"),
        );
        let near = nearest(berkas, beside.map(|(_, name)| name));
        report.add(unknown(GAMBAR, Place::value(file, path), what, near));
    }
}

/// Every picture a scope's records name: the file that names it, the path of the value, the name.
pub(super) fn named_pictures(scope: &Scope) -> Vec<NamedPicture<'_>> {
    let news = scope.berita.iter().flat_map(leaf::pictures);
    let mut named: Vec<_> = news.chain(scope.deklarasi.iter().flat_map(leaf::pictures)).collect();
    named.extend(scope.leaf_pictures());
    for loaded in &scope.paslon {
        for (key, calon) in [("calon", &loaded.record.calon), ("wakil", &loaded.record.wakil)] {
            let foto = calon.as_ref().and_then(|calon| calon.foto.as_ref());
            named.extend(foto.map(|berkas| (loaded.path(), format!("{key}.foto"), berkas)));
        }
        let joint = loaded.record.foto_pasangan.iter();
        named.extend(joint.map(|berkas| (loaded.path(), "foto_pasangan".to_owned(), berkas)));
    }
    named
}

fn figures(scope: &Scope, report: &mut Report) {
    let sheets = scope.fakta.iter().map(|loaded| (loaded.path(), &loaded.record.fakta));
    let events = scope.kegiatan.iter().map(|loaded| (loaded.path(), &loaded.record.fakta));
    let all: Vec<(&str, usize, &Fakta)> = sheets
        .chain(events)
        .flat_map(|(file, fakta)| fakta.iter().enumerate().map(move |(i, fakta)| (file, i, fakta)))
        .collect();
    let mut known: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    for (file, i, fakta) in &all {
        let Some(id) = &fakta.id else { continue };
        let Some((first, at)) = known.insert(id, (file, *i)) else { continue };
        let what = kata(
            format!("kunci fakta \"{id}\" dipakai dua kali di lingkup ini"),
            format!("the figure's key \"{id}\" is used twice in this scope"),
        );
        report.add(
            Diagnostic::galat(FAKTA, Place::value(file, format!("fakta[{i}].id")), what)
                .related(Place::value(first, format!("fakta[{at}].id")), kata("pertama kali di sini", "first here")),
        );
    }
    for (file, i, fakta) in &all {
        for (j, id) in fakta.bertentangan_dengan.iter().enumerate() {
            if known.contains_key(&**id)
                || scope.broken.iter().any(|path| path.contains("/fakta/") || path.contains("/kegiatan/"))
            {
                continue;
            }
            let what = kata(
                format!("tidak ada fakta berkunci \"{id}\" di lingkup ini"),
                format!("no figure in this scope has the key \"{id}\""),
            );
            let place = Place::value(file, format!("fakta[{i}].bertentangan_dengan[{j}]"));
            report.add(unknown(FAKTA, place, what, nearest(id, known.keys().copied())));
        }
    }
}

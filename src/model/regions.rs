//! The tree of regions: who lies in whom, and whether their codes say the same.

use crate::bahasa::kata;
use crate::model::later;
use crate::record::Scope;
use crate::record::wilayah::{JenisWilayah, Wilayah};
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
use crate::value::slug::Slug;
use std::collections::BTreeMap;

/// A scope's place in the tree.
#[derive(Debug)]
pub(super) struct Branch {
    /// Its path.
    pub jalur: String,
    /// The place of the scope around it in the list.
    pub induk: Option<usize>,
}

/// A region's code contradicts its place or its kind.
const CODE: &str = "RUJ-08";
/// A folder of records without its `wilayah.yaml`.
const NO_REGION: &str = "RUJ-10";
/// A record that belongs to the national scope only.
const NATIONAL_ONLY: &str = "RUJ-11";

/// Says which records lie where they do not belong, and which regions contradict their places.
pub(super) fn check(scopes: &BTreeMap<String, Scope>, report: &mut Report) {
    for (jalur, scope) in scopes {
        check_scope(jalur, scope, scopes, report);
    }
    same_code(scopes, report);
}

/// The scopes in the order of the model: the nation, then each province followed by its regions, by code; behind each region
/// its later votes.
pub(super) fn tree(scopes: &mut BTreeMap<String, Scope>) -> Vec<Branch> {
    scopes.entry(String::new()).or_default();
    let mut paths: Vec<&String> = scopes.keys().collect();
    paths.sort_by_cached_key(|jalur| sort_key(jalur, scopes));
    let mut branches: Vec<Branch> = Vec::with_capacity(paths.len());
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for jalur in paths {
        let induk = around(jalur).and_then(|around| places.get(around).copied());
        let induk = if jalur.is_empty() { None } else { induk.or(Some(0)) };
        places.insert(jalur, branches.len());
        branches.push(Branch { jalur: jalur.clone(), induk });
    }
    branches
}

/// The path of the scope around another; the nation's is empty.
fn around(jalur: &str) -> Option<&str> {
    if jalur.is_empty() {
        return None;
    }
    if let Some((region, _)) = later::parts(jalur) {
        return Some(region);
    }
    Some(jalur.rsplit_once('/').map_or("", |(outer, _)| outer))
}

fn wilayah<'s>(scopes: &'s BTreeMap<String, Scope>, jalur: &str) -> Option<&'s Wilayah> {
    scopes.get(jalur)?.wilayah.as_ref().map(|loaded| &*loaded.record)
}

/// The codes from the outside in, so that a region follows the one around it; a later vote stands before all regions there.
fn sort_key(jalur: &str, scopes: &BTreeMap<String, Scope>) -> Vec<(String, String)> {
    let mut key = Vec::new();
    let mut at = Some(jalur).filter(|jalur| !jalur.is_empty());
    while let Some(path) = at {
        let unknown = if later::parts(path).is_some() { "" } else { "99" };
        let code = wilayah(scopes, path).map_or(unknown, |wilayah| wilayah.kode.as_str());
        key.push((code.to_owned(), path.to_owned()));
        at = around(path).filter(|jalur| !jalur.is_empty());
    }
    key.reverse();
    key
}

fn check_scope(jalur: &str, scope: &Scope, scopes: &BTreeMap<String, Scope>, report: &mut Report) {
    if jalur.is_empty() {
        return national(scope, report);
    }
    regional(scope, report);
    if let Some((_, slug)) = later::parts(jalur) {
        let first = scope.files().into_iter().map(|source| source.path.as_str()).min();
        folder_name(slug, first.unwrap_or(jalur), report);
        return;
    }
    let own = format!("content/wilayah/{jalur}/wilayah.yaml");
    let Some(loaded) = &scope.wilayah else {
        if !scope.broken.contains(&own) {
            report.add(no_region(jalur, scope, own));
        }
        return;
    };
    folder_name(jalur, loaded.path(), report);
    check_code(&loaded.record, loaded.path(), report);
    check_nesting(jalur, &loaded.record, scopes, report);
}

fn national(scope: &Scope, report: &mut Report) {
    let contest = [
        scope.wilayah.as_ref().map(super::super::record::Loaded::path),
        scope.pengundian.as_ref().map(super::super::record::Loaded::path),
        scope.hasil.as_ref().map(super::super::record::Loaded::path),
        scope.tps.as_ref().map(super::super::record::Loaded::path),
    ];
    let many = scope
        .paslon
        .iter()
        .map(super::super::record::Loaded::path)
        .chain(scope.deklarasi.iter().map(super::super::record::Loaded::path));
    for path in contest.into_iter().flatten().chain(many) {
        let what = kata(
            "catatan ini milik satu wilayah, bukan tingkat nasional",
            "this record belongs to a region, not to the nation",
        );
        report.add(Diagnostic::galat(NATIONAL_ONLY, Place::file(path), what).help(kata(
            "pindahkan ke folder wilayahnya di content/wilayah/",
            "move it to its region's folder in content/wilayah/",
        )));
    }
}

fn regional(scope: &Scope, report: &mut Report) {
    let only = [
        scope.situs.as_ref().map(super::super::record::Loaded::path),
        scope.partai.as_ref().map(super::super::record::Loaded::path),
        scope.istilah.as_ref().map(super::super::record::Loaded::path),
    ];
    for path in only.into_iter().flatten() {
        let what = kata(
            "berkas ini hanya dibaca langsung di bawah content/",
            "this file is read directly below content/ only",
        );
        report.add(
            Diagnostic::galat(NATIONAL_ONLY, Place::file(path), what)
                .help(kata("pindahkan ke content/, atau hapus", "move it to content/, or delete it")),
        );
    }
}

fn no_region(jalur: &str, scope: &Scope, own: String) -> Diagnostic {
    let first = scope.files().into_iter().map(|source| source.path.clone()).min();
    let what = kata(
        format!("folder wilayah/{jalur} berisi catatan tetapi tidak punya wilayah.yaml"),
        format!("the folder wilayah/{jalur} holds records and has no wilayah.yaml"),
    );
    Diagnostic::galat(NO_REGION, Place::file(&first.unwrap_or(own)), what)
        .why(kata(
            "tanpa wilayah.yaml folder itu bukan wilayah, dan isinya tidak terbit",
            "without wilayah.yaml the folder is no region, and nothing in it is published",
        ))
        .help(kata("buat wilayah.yaml di folder itu", "make a wilayah.yaml in that folder"))
}

fn folder_name(jalur: &str, path: &str, report: &mut Report) {
    let name = jalur.rsplit('/').next().unwrap_or(jalur);
    if Slug::is_slug(name) {
        return;
    }
    let what = kata(
        format!("nama folder \"{name}\" tidak bisa menjadi alamat"),
        format!("the folder name \"{name}\" cannot be an address"),
    );
    let slug = Slug::of(name);
    let help = kata(format!("ganti nama folder menjadi {slug}"), format!("rename the folder to {slug}"));
    let finding = Diagnostic::galat("FMT-13", Place::file(path), what).help(help);
    let folder = path.rsplit_once('/').map_or(path, |(folder, _)| folder);
    let around = folder.rsplit_once('/').map_or("", |(around, _)| around);
    report.add(finding.rename(folder, format!("{around}/{slug}")));
}

/// A province has two digits; in a kabupaten's code the third digit is below 7, in a kota's it is 7 or above.
fn check_code(wilayah: &Wilayah, path: &str, report: &mut Report) {
    let code = &wilayah.kode;
    let digit = code.as_str().as_bytes().get(3);
    let sound = match wilayah.jenis {
        JenisWilayah::Provinsi => code.is_provinsi(),
        JenisWilayah::Kabupaten => digit.is_some_and(|digit| *digit < b'7'),
        JenisWilayah::Kota => digit.is_some_and(|digit| *digit >= b'7'),
    };
    // What nobody has looked up yet is said by FMT-36, once.
    if sound || code.is_placeholder() {
        return;
    }
    let (id, en) = match wilayah.jenis {
        JenisWilayah::Provinsi => ("provinsi (dua angka)", "a province (two digits)"),
        JenisWilayah::Kabupaten => ("kabupaten (angka ketiga 0 sampai 6)", "a kabupaten (third digit 0 to 6)"),
        JenisWilayah::Kota => ("kota (angka ketiga 7 sampai 9)", "a kota (third digit 7 to 9)"),
    };
    let what = kata(format!("kode {code} bukan kode {id}"), format!("{code} is not the code of {en}"));
    report.add(
        Diagnostic::galat(CODE, Place::value(path, "kode"), what)
            .related(Place::value(path, "jenis"), kata("jenis wilayahnya di sini", "its kind is given here"))
            .why(kata(
                "kode wilayah mengikuti daftar Kemendagri (Kepmendagri 300.2.2-2430/2025)",
                "codes follow the Ministry's list (Kepmendagri 300.2.2-2430/2025)",
            )),
    );
}

fn check_nesting(jalur: &str, own: &Wilayah, scopes: &BTreeMap<String, Scope>, report: &mut Report) {
    let path = format!("content/wilayah/{jalur}/wilayah.yaml");
    let depth = jalur.split('/').count();
    let outer = around(jalur).filter(|outer| !outer.is_empty());
    match (own.jenis, outer) {
        (JenisWilayah::Provinsi, None) => {}
        (JenisWilayah::Provinsi, Some(_)) => {
            let what = kata("provinsi tidak berada di dalam wilayah lain", "a province does not lie in another region");
            report.add(Diagnostic::galat(CODE, Place::value(&path, "jenis"), what));
        }
        (_, None) => {
            let what = kata(
                "kabupaten dan kota berada di dalam folder provinsinya",
                "a kabupaten or kota lies in its province's folder",
            );
            let help = kata(
                "pindahkan foldernya ke content/wilayah/<provinsi>/",
                "move its folder to content/wilayah/<province>/",
            );
            report.add(Diagnostic::galat(CODE, Place::value(&path, "jenis"), what).help(help));
        }
        (_, Some(outer)) if depth == 2 => report.extend(extends(&path, own, outer, scopes)),
        (_, Some(_)) => {
            let what = kata(
                "wilayah paling dalam dua tingkat: provinsi, lalu kabupaten atau kota",
                "regions nest two deep: province, then kabupaten or kota",
            );
            report.add(Diagnostic::galat(CODE, Place::value(&path, "kode"), what));
        }
    }
}

fn extends(path: &str, own: &Wilayah, outer: &str, scopes: &BTreeMap<String, Scope>) -> Option<Diagnostic> {
    let province = wilayah(scopes, outer)?;
    if own.kode.provinsi() == province.kode.as_str() || own.kode.is_placeholder() || province.kode.is_placeholder() {
        return None;
    }
    let what = kata(
        format!("kode {} tidak melanjutkan kode {} ({})", own.kode, province.nama, province.kode),
        format!("the code {} does not extend that of {} ({})", own.kode, province.nama, province.kode),
    );
    Some(
        Diagnostic::galat(CODE, Place::value(path, "kode"), what)
            .related(
                Place::value(&format!("content/wilayah/{outer}/wilayah.yaml"), "kode"),
                kata("kode provinsinya", "the province's code"),
            )
            .help(kata(
                format!("kode kabupaten dan kota di {} diawali {}.", province.nama, province.kode),
                format!("codes in {} begin with {}.", province.nama, province.kode),
            )),
    )
}

fn same_code(scopes: &BTreeMap<String, Scope>, report: &mut Report) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for loaded in scopes.values().filter_map(|scope| scope.wilayah.as_ref()) {
        let code = loaded.record.kode.as_str();
        let Some(first) = seen.insert(code, loaded.path()) else { continue };
        let what = kata(format!("kode {code} dipakai dua wilayah"), format!("two regions have the code {code}"));
        report.add(
            Diagnostic::galat(CODE, Place::value(loaded.path(), "kode"), what)
                .related(Place::value(first, "kode"), kata("sudah dipakai di sini", "already used here")),
        );
    }
}

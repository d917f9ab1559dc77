//! A file's name and the record in it must say the same day.

use crate::bahasa::kata;
use crate::record::{Loaded, Scope};
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
use crate::value::tanggal::Tanggal;
use std::collections::BTreeMap;

/// The date in a file's name is not the one in the record.
const DATE: &str = "FMT-16";

/// Compares the names of dated files with what stands in them.
pub(super) fn check(scopes: &BTreeMap<String, Scope>, report: &mut Report) {
    for scope in scopes.values() {
        scope.berita.iter().for_each(|loaded| same(loaded, Some(loaded.record.tanggal), report));
        scope.klarifikasi.iter().for_each(|loaded| same(loaded, Some(loaded.record.tanggal), report));
        scope.kegiatan.iter().for_each(|loaded| same(loaded, loaded.record.tanggal, report));
    }
}

fn same<T>(loaded: &Loaded<T>, inside: Option<Tanggal>, report: &mut Report) {
    let (Some(inside), Some(outside)) = (inside, loaded.date()) else { return };
    if inside == outside {
        return;
    }
    let what = kata(
        format!("tanggal {inside} tidak sama dengan tanggal di nama berkas, {outside}"),
        format!("the date {inside} is not the one in the file's name, {outside}"),
    );
    report.add(Diagnostic::galat(DATE, Place::value(loaded.path(), "tanggal"), what).help(kata(
        "samakan keduanya; nama berkas ikut menentukan urutan",
        "make them the same; the file's name decides the order too",
    )));
}

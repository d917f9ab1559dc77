//! `/.well-known/security.txt` (RFC 9116): whom to tell of a hole in the site.

use crate::page::frame::address::Base;
use crate::record::situs::Situs;
use crate::render::contact::links;
use crate::render::sink::File;
use crate::value::tanggal::Tanggal;
use chrono::Datelike;

/// The path below the root of the host.
pub const PATH: &str = ".well-known/security.txt";

/// The file, where `situs.yaml` says how its publisher is reached.
pub fn file(situs: &Situs, hari: Tanggal) -> Option<File> {
    let kontak = situs.penyelenggara.kontak.as_ref().map(|kontak| links(kontak)).unwrap_or_default();
    let lapor = situs.lapor.iter().map(ToString::to_string);
    let contacts: Vec<String> = kontak.into_iter().chain(lapor).filter(|to| is_kept_secret(to)).collect();
    if contacts.is_empty() {
        return None;
    }
    let lines: Vec<String> = contacts.iter().map(|to| format!("Contact: {to}\n")).collect();
    let lines = lines.concat();
    let host = origin(&Base::new(&situs.alamat));
    let text =
        format!("{lines}Expires: {}T00:00:00Z\nPreferred-Languages: id, en\nCanonical: {host}/{PATH}\n", expires(hari));
    Some(File { path: PATH.to_owned(), bytes: text.into_bytes() })
}

/// What is written down for that is not read by others on the way.
fn is_kept_secret(to: &str) -> bool {
    ["https://", "mailto:", "tel:"].iter().any(|scheme| to.starts_with(scheme))
}

/// The scheme and the host of an address.
fn origin(base: &Base) -> String {
    let whole = base.to_string();
    whole.strip_suffix(base.prefix()).unwrap_or(&whole).to_owned()
}

/// Half a year ahead and more, so that the file is another only twice a year.
fn expires(hari: Tanggal) -> String {
    let tahun = hari.naive().year();
    if hari.bulan() <= 6 { format!("{}-01-01", tahun + 1) } else { format!("{}-07-01", tahun + 1) }
}

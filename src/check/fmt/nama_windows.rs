//! Every file of the content can be kept, and its page published, on a disk as Windows has it.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::jalur::folder;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const RULE: Rule = Rule {
    code: "FMT-52",
    level: Level::Peringatan,
    what: (
        "nama berkas dan folder diterima Windows, dan tidak ada dua yang hanya berbeda huruf besar",
        "names of files and folders are taken by Windows, and no two differ in capitals alone",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "di komputer Windows, kartu memori, dan sebagian server berkas seperti itu tidak bisa disimpan, atau menimpa yang lain",
        "on Windows, on memory cards and on some servers such a file cannot be kept, or is written over another",
    ),
    example: Example { file: "statis/aux.pdf", bad: "(nama berkas aux.pdf)", good: "(nama berkas lampiran-aux.pdf)" },
    apply,
};

/// Names of devices since the days of DOS, which no file may have, whatever its ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
/// How many letters the longest of them has, with a digit behind it.
const LONGEST_DEVICE: usize = 4;
/// What no name may hold.
const SIGNS: &[char] = &['<', '>', ':', '"', '|', '?', '*', '\\'];

fn apply(model: &Model, findings: &mut Findings) {
    // Attachments are among both.
    let records = model.documents.iter().filter(|source| !source.is_attachment()).map(|source| source.path.as_str());
    // Of a record whose own name holds such a sign it is said already that it can become no address.
    let records = records.filter(|path| !path.rsplit('/').next().is_some_and(|name| name.contains(SIGNS)));
    let paths: BTreeSet<&str> = records.chain(model.media.keys().map(String::as_str)).collect();
    // Nearly all names are in small letters: only what may differ from another in capitals is compared.
    let is_small = |path: &str| path.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    let others = paths.iter().filter(|path| !is_small(path));
    let others: BTreeSet<String> = others.map(|path| path.to_lowercase()).collect();
    let (mut told, mut small, mut sound) = (BTreeSet::new(), BTreeMap::new(), None);
    for path in paths {
        let found = if sound == Some(folder(path)) { refused_name(path) } else { refused(path) };
        if found.is_none() {
            sound = Some(folder(path));
        }
        if let Some(end) = found.filter(|end| told.insert(&path[..*end])) {
            let name = path[..end].rsplit('/').next().unwrap_or(path);
            let what = kata(
                format!("Windows tidak menerima nama \"{name}\""),
                format!("Windows does not take the name \"{name}\""),
            );
            let help = kata(
                "ganti namanya, misalnya dengan huruf kecil, angka dan tanda hubung",
                "rename it, for example with small letters, digits and hyphens",
            );
            findings.add(findings.finding(Place::file(path), what).help(help));
        }
        let lowered = if is_small(path) { Cow::Borrowed(path) } else { Cow::Owned(path.to_lowercase()) };
        let other = others.contains(&*lowered).then(|| small.insert(lowered, path)).flatten();
        if let Some(other) = other {
            let what = kata(
                format!("hanya huruf besarnya yang berbeda dari {other}"),
                format!("it differs from {other} in capitals alone"),
            );
            let help = kata("ganti nama salah satunya", "rename one of them");
            findings.add(findings.finding(Place::file(path), what).help(help));
        }
    }
}

/// Where the first part of a path ends that Windows does not take.
fn refused(path: &str) -> Option<usize> {
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    ends.into_iter().find(|end| is_refused(path[..*end].rsplit('/').next().unwrap_or_default()))
}

/// Where the path ends, where Windows does not take the name that it ends with.
fn refused_name(path: &str) -> Option<usize> {
    is_refused(path.rsplit('/').next().unwrap_or(path)).then_some(path.len())
}

fn is_refused(name: &str) -> bool {
    // Nearly all names are of plain signs, and longer than that of a device.
    let is_plain = name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.'));
    if is_plain && !name.ends_with('.') && name.find('.').unwrap_or(name.len()) > LONGEST_DEVICE {
        return false;
    }
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    // `com` and `lpt` are devices with a digit behind them only.
    let (letters, number) = stem.split_at(stem.find(|c: char| c.is_ascii_digit()).unwrap_or(stem.len()));
    let is_numbered = letters == "com" || letters == "lpt";
    let is_device =
        DEVICES.contains(&letters) && if is_numbered { number.len() == 1 && number != "0" } else { number.is_empty() };
    is_device || name.ends_with(['.', ' ']) || name.contains(SIGNS) || name.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::refused;

    #[test]
    fn what_windows_refuses_is_known() {
        let taken = [
            "content/situs.yaml",
            "a/console.md",
            "com.pdf",
            "com10.pdf",
            "com0",
            "auxiliary",
            "nul-1.md",
            "a.b c/é.pdf",
        ];
        assert_eq!(taken.map(refused), [None; 8]);
        let not_taken = [
            ("content/con.md", 14),
            ("a/NUL/b.md", 5),
            ("COM1.tar.gz", 11),
            ("lpt9", 4),
            ("aux .pdf", 8),
            ("a/b./c", 4),
            ("b ", 2),
            ("pukul 10:00.pdf", 15),
            ("a\\b.pdf", 7),
        ];
        for (path, end) in not_taken {
            assert_eq!(refused(path), Some(end), "{path}");
        }
    }
}

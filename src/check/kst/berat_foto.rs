//! No photo of a contest weighs much more than another.

use crate::bahasa::kata;
use crate::check::look::contests::{Foto, own_contests, photos_by_kind};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "KST-05",
    level: Level::Peringatan,
    what: (
        "berat foto dalam satu pemilihan berbeda paling banyak 20 persen dari rata-ratanya",
        "photos of a contest weigh at most 20 percent more or less than their mean",
    ),
    confidence: Confidence::C,
    law: None,
    why: (
        "foto yang jauh lebih ringan tampak lebih buram, dan yang lebih berat muncul lebih lambat",
        "a much lighter photo looks less sharp, and a heavier one comes later",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/2.yaml",
        bad: "foto: 2-calon.jpg  # 400 KB, foto lain 80 KB",
        good: "foto: 2-calon.jpg  # 85 KB, foto lain 80 KB",
    },
    apply,
};

/// How far a photo may be from the mean, in percent.
const MOST: u64 = 20;

fn apply(model: &Model, findings: &mut Findings) {
    own_contests(model).for_each(|lingkup| weights(model, lingkup, findings));
}

fn weights(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    for photos in photos_by_kind(model, lingkup) {
        of_one_kind(lingkup, &photos, findings);
    }
}

/// The photo farthest from the mean is enough: the others follow from it.
fn of_one_kind(lingkup: &Lingkup, photos: &[Foto<'_>], findings: &mut Findings) {
    let count = u64::try_from(photos.len()).unwrap_or(0);
    let all: u64 = photos.iter().map(|foto| foto.media.size).sum();
    // Held against the sum, since a mean of whole bytes would be rounded.
    let off = |size: u64| (size * count).abs_diff(all);
    let Some(farthest) = photos.iter().max_by_key(|foto| off(foto.media.size)) else { return };
    if off(farthest.media.size) * 100 <= all * MOST {
        return;
    }
    let ((nomor, number), size) = (farthest.paslon.sebutan(), kilobytes(farthest.media.size));
    let mean = kilobytes(all / count);
    let what = kata(
        format!("foto {nomor} {size} KB, rata-rata foto di {} {mean} KB", lingkup.nama()),
        format!("a photo of {number} has {size} KB, the mean in {} is {mean} KB", lingkup.nama()),
    );
    let help =
        kata("simpan semua foto dengan ukuran dan mutu yang sama", "save all photos with the same size and quality");
    findings.add(findings.finding(farthest.place.clone(), what).help(help));
}

fn kilobytes(bytes: u64) -> u64 {
    bytes.div_ceil(1000)
}

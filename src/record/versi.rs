//! The version of the content format, which `situs.yaml` says: how old content is told from new.

use crate::bahasa::kata;
use crate::report::Diagnostic;
use crate::report::place::Place;
use crate::source::{CONTENT, Source};
use crate::yaml::steps;

/// The version that this program reads; content that says none is of the first.
pub const VERSI: u64 = 1;
/// The first version, and that of content which says none.
pub const FIRST: u64 = 1;
/// The key in `situs.yaml`.
pub const KEY: &str = "versi";

/// The code of content that this program cannot read for its version.
const CODE: &str = "FMT-40";

/// Whether a file is the one that says the version.
pub fn is_told_by(source: &Source) -> bool {
    source.path.strip_prefix(CONTENT).is_some_and(|rest| rest == "/situs.yaml")
}

/// The version that `situs.yaml` says, also where nothing else in it can be read; nothing where that is no number.
///
/// The text is looked at and not the record: newer content has keys that no record of this program has.
pub fn of(source: &Source) -> Option<u64> {
    source.with_tree(|tree| {
        let Ok(tree) = tree else { return Some(FIRST) };
        match tree.follow(&steps(KEY)) {
            (None, _) => Some(FIRST),
            (Some(_), value) => value.text().parse().ok(),
        }
    })
}

/// What is to be said of the version of content.
pub(super) fn finding(source: &Source) -> Option<Diagnostic> {
    let version = of(source)?;
    if (FIRST..=VERSI).contains(&version) {
        return (version < VERSI).then(|| older(source, version));
    }
    let what = kata(
        format!("isi ini ditulis dalam format versi {version}, program ini mengenal sampai versi {VERSI}"),
        format!("this content is of format version {version}, this program knows versions up to {VERSI}"),
    );
    let help = if version > VERSI {
        kata("pakai pilkada yang lebih baru", "use a newer pilkada")
    } else {
        kata(
            format!("tulis `{KEY}: {VERSI}`, atau hapus baris ini"),
            format!("write `{KEY}: {VERSI}`, or delete this line"),
        )
    };
    Some(Diagnostic::galat(CODE, Place::value(&source.path, KEY), what).help(help))
}

fn older(source: &Source, version: u64) -> Diagnostic {
    let what = kata(
        format!("isi ini masih dalam format versi {version}, sekarang versi {VERSI}"),
        format!("this content is still of format version {version}, the present one is {VERSI}"),
    );
    let help = kata("jalankan `pilkada migrate`; komentarnya tetap", "run `pilkada migrate`; comments stay");
    Diagnostic::galat(CODE, Place::value(&source.path, KEY), what).help(help)
}

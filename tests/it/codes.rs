//! Every code that the program says is explained, and every one that is explained is said.

use pilkada::check::RULES;
use pilkada::report::kode::KODE;
use std::collections::BTreeSet;
use std::fs;

/// The codes that stand in quotes in the sources, but for the catalogue itself and for examples inside texts.
fn in_sources() -> BTreeSet<String> {
    let entries = walkdir::WalkDir::new("src").into_iter().map(|entry| entry.unwrap().into_path());
    let rust =
        entries.filter(|path| path.extension().is_some_and(|end| end == "rs") && !path.ends_with("report/kode.rs"));
    rust.flat_map(|path| quoted(&fs::read_to_string(path).unwrap())).collect()
}

/// Every `"ABC-12"` of a text.
fn quoted(text: &str) -> Vec<String> {
    let between = text.match_indices('"').filter_map(|(at, _)| text.get(at + 1..at + 8)?.strip_suffix('"'));
    between.filter(|code| is_code(code)).map(str::to_owned).collect()
}

fn is_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits = |range: std::ops::Range<usize>| bytes[range].iter().all(u8::is_ascii_digit);
    bytes.len() == 6 && bytes[..3].iter().all(u8::is_ascii_uppercase) && bytes[3] == b'-' && digits(4..6)
}

#[test]
fn every_code_is_explained_and_none_is_explained_in_vain() {
    let rules = RULES.iter().map(|rule| rule.code);
    let explained: Vec<String> = rules.chain(KODE.iter().map(|kode| kode.code)).map(str::to_owned).collect();
    let once: BTreeSet<String> = explained.iter().cloned().collect();
    assert_eq!(explained.len(), once.len(), "a code is explained twice");
    assert_eq!(in_sources(), once);
}

#[test]
fn the_catalogue_is_in_order_and_complete_in_both_languages() {
    assert!(KODE.is_sorted_by_key(|kode| kode.code));
    for kode in KODE {
        for text in [kode.what.0, kode.what.1, kode.why.0, kode.why.1] {
            assert!(!text.is_empty() && !text.ends_with('.'), "{}: {text}", kode.code);
        }
        assert_ne!(kode.example.bad, kode.example.good, "{}", kode.code);
    }
}

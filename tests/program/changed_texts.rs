//! A text that is not the one it was taken for: what whoever runs the program sees of it.
//!
//! The moment between the look at a file and the reading cannot be met for sure, so what is remembered of the texts is forged:
//! the program takes every file for another than it is, as if all had been changed in that moment.

use crate::project::{Project, tree};
use std::os::unix::fs::symlink;
use std::path::Path;

/// A small site whose files were written long before the test.
const SITE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites/kota");

#[test]
fn a_build_that_met_another_text_publishes_nothing_and_the_next_one_does() {
    let project = Project::empty();
    let build = |words: &[&str]| project.run(&[&["build", "--folder", SITE, "--output", "output"], words].concat());
    assert_eq!(build(&[]).code, Some(0));
    let published = tree(&project.path("output"));
    project.forge_texts();
    let refused = build(&[]);
    assert_eq!(refused.code, Some(2), "{refused:?}");
    assert!(refused.err.starts_with("gagal: content/"), "{}", refused.err);
    assert!(
        refused
            .err
            .ends_with("diubah selagi program bekerja, jadi hasilnya tidak bisa dipercaya; jalankan sekali lagi\n"),
        "{}",
        refused.err
    );
    assert_eq!(refused.err.lines().count(), 1);
    assert!(tree(&project.path("output")) == published);
    let again = build(&["--bahasa", "en"]);
    assert_eq!(again.code, Some(0), "{again:?}");
    assert!(again.err.contains(" 0 changed"), "{}", again.err);
    assert!(tree(&project.path("output")) == published);
}

#[test]
fn a_check_that_met_another_text_says_nothing_else() {
    let project = Project::empty();
    // Whoever links the folder is told so, and nothing is published; what was read is remembered all the same.
    symlink(Path::new(SITE).join("content"), project.path("content")).unwrap();
    assert_eq!(project.run(&["build"]).code, Some(1));
    let said = project.run(&["check"]);
    assert_eq!(said.code, Some(1));
    project.forge_texts();
    for form in ["teks", "json"] {
        let refused = project.run(&["check", "--format", form, "--bahasa", "en"]);
        assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""), "{refused:?}");
        assert!(refused.err.contains(" was changed while the program was at work"), "{}", refused.err);
    }
}

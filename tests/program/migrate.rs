//! `migrate` shows what it would write, writes it when it is agreed to, and leaves newer content alone.

use crate::project::{Project, SITUS, tree};

#[test]
fn the_version_is_written_once_and_the_rest_stays() {
    let project = Project::sound();
    let before = tree(project.root());
    let ran = project.run(&["migrate"]);
    assert_eq!(ran.code, Some(1), "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("+ versi: 1"), "{}", ran.out);
    assert!(
        ran.err.contains("format isi belum berubah sejak versi 1; yang ditulis hanya nomor versinya"),
        "{}",
        ran.err
    );
    assert_eq!(tree(project.root()), before);
    let ran = project.run(&["migrasi", "--ya"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
    assert_eq!(project.read("content/situs.yaml"), format!("versi: 1\n{SITUS}"));
    let ran = project.run(&["migrate", "--yes", "--language", "en"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{}", ran.err);
    assert!(ran.err.contains("this content is of format version 1 already"), "{}", ran.err);
    assert_eq!(project.run(&["check"]).code, Some(0));
}

#[test]
fn newer_content_is_left_alone() {
    let project = Project::sound();
    project.write("content/situs.yaml", format!("versi: 7\n{SITUS}"));
    let before = tree(project.root());
    let ran = project.run(&["migrate", "--ya"]);
    assert_eq!(ran.code, Some(2), "{}", ran.err);
    assert!(ran.err.contains("lebih baru dari program ini"), "{}", ran.err);
    assert_eq!(project.run(&["check"]).code, Some(1));
    assert_eq!(tree(project.root()), before);
}

//! `pilkada schema`, and the schemas that `pilkada new` gives to text editors.

use crate::project::{Project, tree};

/// The schemas a project has, as the program writes them anew.
fn fresh(project: &Project) -> Vec<(String, String)> {
    let ran = project.run(&["schema", "--ke", "semua"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let named = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    ran.out.lines().map(|path| (named(path), project.read(path))).collect()
}

#[test]
fn a_schema_is_printed_and_written_the_same() {
    let project = Project::empty();
    let written = fresh(&project);
    assert_eq!(written.len(), 21);
    for (name, text) in &written {
        let printed = project.run(&["schema", name.strip_suffix(".json").unwrap()]);
        assert_eq!((printed.code, &printed.out), (Some(0), text), "{name}");
        assert!(text.contains("\"$schema\": \"https://json-schema.org/draft/2020-12/schema\""), "{name}");
    }
}

#[test]
fn a_schema_is_written_over_its_earlier_self_only() {
    let project = Project::empty();
    let schemas = fresh(&project);
    project.write("semua/paslon.json", schemas[0].1.replace("title", "judul"));
    assert_eq!(fresh(&project), schemas);
    project.write("semua/paslon.json", "{\"punya\": \"orang lain\"}");
    let before = tree(project.root());
    let ran = project.run(&["schema", "--ke", "semua"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("semua/paslon.json bukan buatan pilkada schema"), "{}", ran.err);
    assert_eq!(tree(project.root()), before);
}

#[test]
fn every_new_record_names_a_schema_that_is_there() {
    let project = Project::empty();
    let schemas = fresh(&project);
    let orders: &[&[&str]] = &[
        &["situs"],
        &["wilayah", "jambi"],
        &["wilayah", "jambi/kota-jambi"],
        &["paslon", "jambi/kota-jambi"],
        &["pemilihan", "jambi/kota-jambi", "psu-2025"],
        &["fakta", "jambi/kota-jambi", "Kesiapan"],
        &["kegiatan", "Rapat"],
        &["berita", "jambi", "Judul"],
    ];
    let mut named = 0;
    for words in orders {
        let ran = project.run(&[&["new"], *words].concat());
        for path in ran.out.lines().filter(|path| path.starts_with("content/")) {
            let text = project.read(path);
            let Some(line) = text.lines().next().and_then(|line| line.strip_prefix("# yaml-language-server: $schema="))
            else {
                assert!(path.ends_with(".md"), "{path} names no schema");
                continue;
            };
            let schema = project.path(path).parent().unwrap().join(line).canonicalize().unwrap();
            let name = schema.file_name().unwrap().to_str().unwrap();
            let expected = schemas.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str());
            assert_eq!(std::fs::read_to_string(&schema).ok().as_deref(), expected, "{path}");
            named += 1;
        }
    }
    assert!(named >= 12, "{named}");
}

#[test]
fn a_project_without_schemas_is_given_the_one_that_is_named() {
    let project = Project::sound();
    assert_eq!(project.run(&["new", "wilayah", "jambi", "Jambi"]).code, Some(0));
    assert!(project.path(".pilkada/skema/wilayah.json").is_file());
    assert!(!project.path(".pilkada/skema/paslon.json").exists());
    assert_eq!(project.run(&["check"]).out, "tidak ada temuan\n");
}

#[cfg(unix)]
#[test]
fn no_schema_is_written_through_a_link() {
    let project = Project::sound();
    project.write("luar/x", "");
    std::os::unix::fs::symlink("luar", project.path(".pilkada")).unwrap();
    assert_eq!(project.run(&["new", "wilayah", "jambi"]).code, Some(0));
    assert!(!project.path("luar/skema").exists());
}

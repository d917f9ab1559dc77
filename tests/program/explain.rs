//! `pilkada explain`, and the manual's page of codes that is made by it.

use crate::project::Project;

/// `SNAPSHOTS=overwrite cargo test --test program page_of_codes` writes the page anew.
#[test]
fn the_page_of_codes_is_what_the_program_says_of_them() {
    let said = Project::empty().run(&["explain", "--format", "markdown"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    let page = snapbox::Data::read_from(std::path::Path::new("docs/aturan.md"), Some(snapbox::data::DataFormat::Text));
    snapbox::assert_data_eq!(said.out, page.raw());
}

#[test]
fn a_code_of_the_list_is_explained_in_both_languages() {
    let project = Project::empty();
    let codes = project.run(&["explain"]).out;
    assert!(codes.lines().count() > 60, "{codes}");
    // All have their parts by their types; a fifth, chance says which, is asked for as a person does.
    let first = std::process::id() as usize % 5;
    for code in codes.lines().filter_map(|line| line.split("  ").next()).skip(first).step_by(5) {
        let indonesian = project.run(&["explain", code]);
        let english = project.run(&["jelaskan", &code.to_lowercase(), "--bahasa", "en"]);
        assert_eq!((indonesian.code, english.code), (Some(0), Some(0)), "{code}");
        assert_ne!(indonesian.out, english.out, "{code}");
        let parts = ["sebab: ", "dasar: ", "keyakinan: ", "salah, di content/", "benar:"];
        let missing = parts.iter().find(|part| !indonesian.out.contains(**part) && code != "FMT-20");
        assert_eq!(missing, None, "{code}: {}", indonesian.out);
    }
}

//! Texts that were not written for this program: the checks read them through and see no personal data in them.

use crate::content::{build_options, said_of};
use pilkada::bahasa::Bahasa;
use pilkada::source::{Sources, read};
use std::path::Path;

/// The codes of the findings of personal data.
fn personal(said: &str) -> Vec<&str> {
    said.lines().filter_map(|line| line.split_once("[PDP-")?.1.get(..2)).collect()
}

/// A text below a front matter of our own, in place of the one it has.
fn as_page(text: &str) -> String {
    let body = text.strip_prefix("---").and_then(|rest| rest.split_once("\n---\n")).map_or(text, |(_, body)| body);
    format!("---\njudul: Contoh\n---\n{body}")
}

#[test]
fn texts_of_others_give_no_false_finding_of_personal_data() {
    let texts = [
        (include_str!("../data/teks/HOWTO-id.md"), &[][..]),
        (include_str!("../data/teks/code-of-conduct.md"), &[]),
        // It really links to a shared presentation.
        (include_str!("../data/teks/metrics.md"), &["05"]),
    ];
    let situs = "nama: Contoh\nalamat: https://contoh.test/\npenyelenggara: { nama: KPU Contoh }\n\
pemungutan_suara: 2024-11-27\n";
    for (text, found) in texts {
        let page = as_page(text);
        let files = [("content/situs.yaml", situs), ("content/halaman/contoh.md", page.as_str())];
        let said = said_of(&Sources::from_texts(files), build_options(), Bahasa::Id);
        assert_eq!(personal(&said), found, "{said}");
        // The same text in a record: every line is a value there.
        let lines: Vec<&str> = text.lines().collect();
        let record = format!("tanya_jawab:\n  - tanya: Apa?\n    jawab: |\n      {}\n", lines.join("\n      "));
        let record = record.replace('\t', " ");
        let files = [("content/situs.yaml", situs), ("content/tanya-jawab.yaml", record.as_str())];
        let said = said_of(&Sources::from_texts(files), build_options(), Bahasa::Id);
        assert!(!said.contains("[FMT-0"), "the record can be read: {said}");
        assert_eq!(personal(&said), found, "{said}");
    }
}

#[test]
fn the_sample_content_holds_no_personal_data_and_no_wrong_names() {
    let sources = read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let said = said_of(&sources, build_options(), Bahasa::Id);
    // Degrees are stuck on where KPU's own lists have them so.
    let said = said.replace("saran[NAM-20]", "");
    let wrong = said.lines().filter(|line| ["[PDP-", "[NAM-", "[AKS-"].iter().any(|code| line.contains(code)));
    assert_eq!(wrong.collect::<Vec<_>>(), Vec::<&str>::new());
}

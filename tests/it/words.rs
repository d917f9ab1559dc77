//! The words of the built-in theme: none stands in a template, and both languages have the same.

use crate::content::{Memory, build_options, files};
use pilkada::pipeline;
use pilkada::render::builtin::FILES;
use pilkada::report::Report;
use pilkada::source::Sources;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Names of formats and files: the same in every language.
const NAMES: [&str; 6] = ["CSV", "JSON", "datapackage.json", "dcat.jsonld", "popolo.json", "nist-1500-100.json"];

fn templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().copied().filter(|(path, _)| path.starts_with("templates/"))
}

fn list(name: &str) -> BTreeMap<String, String> {
    let (_, text) = FILES.iter().find(|(path, _)| *path == name).unwrap();
    let mut words = BTreeMap::new();
    leaves("", &serde_yaml::from_str(text).unwrap(), &mut words);
    words
}

fn leaves(path: &str, value: &Value, words: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(inner) => {
            for (key, value) in inner {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                leaves(&path, value, words);
            }
        }
        word => _ = words.insert(path.to_owned(), word.as_str().unwrap().to_owned()),
    }
}

/// The gaps of a sentence, in order of their names.
fn gaps(sentence: &str) -> BTreeSet<&str> {
    sentence.split('{').skip(1).map(|gap| gap.split('}').next().unwrap()).collect()
}

/// What views ask of the list: words by whole keys, such as `judul.jadwal`.
fn asked_by_views(list: &BTreeMap<String, String>) -> BTreeSet<String> {
    let files = ["src/page", "src/export"].into_iter().flat_map(walkdir::WalkDir::new);
    let files =
        files.map(|entry| entry.unwrap().into_path()).filter(|path| path.extension().is_some_and(|end| end == "rs"));
    let mut asked = BTreeSet::new();
    for path in files {
        let text = std::fs::read_to_string(path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for part in code.split("Phrase::of(\"").skip(1) {
            asked.insert(part.split('"').next().unwrap().to_owned());
        }
        // A table names what it is, and its columns, by its own name.
        for table in code.split("tabel!(").skip(1) {
            let table = table.trim_start().trim_start_matches('"');
            let name = table.split('"').next().unwrap();
            asked.insert(format!("tabel.{name}"));
            let columns = table.lines().filter_map(|line| line.trim().split_once(": "));
            let columns = columns.filter(|(column, rest)| {
                rest.contains(" =") && column.chars().all(|c| c.is_ascii_lowercase() || c == '_')
            });
            asked.extend(columns.map(|(column, _)| format!("kolom.{name}.{column}")));
        }
        // Some views choose among keys.
        asked.extend(
            code.split('"')
                .skip(1)
                .step_by(2)
                .filter(|text| list.contains_key(*text) && text.contains('.'))
                .map(str::to_owned),
        );
    }
    asked
}

/// The groups from which views choose a word by a key that they put together.
fn groups_of_views() -> BTreeSet<String> {
    let files = ["src/page", "src/export"].into_iter().flat_map(walkdir::WalkDir::new);
    let files =
        files.map(|entry| entry.unwrap().into_path()).filter(|path| path.extension().is_some_and(|end| end == "rs"));
    let mut groups = BTreeSet::new();
    for path in files {
        let text = std::fs::read_to_string(path).unwrap();
        for part in text.split("format!(\"").skip(1) {
            let name: String = part.chars().take_while(|c| c.is_ascii_lowercase() || "_.".contains(*c)).collect();
            if part[name.len()..].starts_with('{') && name.ends_with('.') {
                groups.insert(name.trim_end_matches('.').to_owned());
            }
        }
    }
    groups
}

/// What templates ask of the list: single words, and groups from which a word is chosen.
fn asked() -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut words, mut groups) = (BTreeSet::new(), BTreeSet::new());
    for (_, text) in templates() {
        for part in text.split("kata.").skip(1) {
            let path: String = part.chars().take_while(|c| c.is_ascii_lowercase() || "_.".contains(*c)).collect();
            let is_group = part[path.len()..].starts_with('[');
            if is_group {
                groups.insert(path)
            } else {
                words.insert(path.trim_end_matches('.').to_owned())
            };
        }
    }
    (words, groups)
}

#[test]
fn both_lists_have_the_same_keys_and_the_same_gaps() {
    let (indonesian, english) = (list("bahasa/id.yaml"), list("bahasa/en.yaml"));
    assert_eq!(indonesian.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>());
    for (key, sentence) in &indonesian {
        assert_eq!(gaps(sentence), gaps(&english[key]), "{key}");
    }
}

#[test]
fn every_word_that_is_asked_for_is_in_the_list_and_every_word_of_the_list_is_asked_for() {
    let (list, (words, groups)) = (list("bahasa/id.yaml"), asked());
    let in_group = |key: &str, group: &str| key.strip_prefix(group).is_some_and(|rest| rest.starts_with('.'));
    let (by_views, of_views) = (asked_by_views(&list), groups_of_views());
    for word in &by_views {
        assert!(list.contains_key(word), "{word} is in a view and not in the list");
    }
    for word in &words {
        // A template may go through a whole group.
        let known = list.contains_key(word) || list.keys().any(|key| in_group(key, word));
        assert!(known, "kata.{word} is in a template and not in the list");
    }
    for group in &groups {
        assert!(list.keys().any(|key| in_group(key, group)), "kata.{group}[…] is in a template and not in the list");
    }
    for key in list.keys() {
        let used = by_views.contains(key)
            || words.contains(key)
            || groups.iter().chain(&words).chain(&of_views).any(|group| in_group(key, group));
        assert!(used, "{key} is in the list and in no template and no view");
    }
}

/// The text of a template without what Tera replaces, which leaves one sign, and the code that Tera runs.
fn parts(text: &str) -> (String, Vec<&str>) {
    let (mut literal, mut code) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(start) = ["{{", "{%", "{#"].iter().filter_map(|begin| rest.find(begin)).min() {
        literal.push_str(&rest[..start]);
        literal.push('·');
        let end = rest[start..].starts_with("{{").then_some("}}");
        let is_comment = rest[start..].starts_with("{#");
        let (inside, after) =
            rest[start + 2..].split_once(end.unwrap_or(if is_comment { "#}" } else { "%}" })).unwrap();
        code.extend((!is_comment).then_some(inside));
        rest = after;
    }
    literal.push_str(rest);
    (literal, code)
}

/// The words a reader meets: text nodes, and attributes that are read aloud.
fn read_words(html: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = html;
    let mut is_no_language = false;
    while let Some((text, tag)) = rest.split_once('<') {
        words.extend((!is_no_language).then(|| text.to_owned()));
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        // What is typed into a terminal is the same in every language.
        is_no_language = tag == "style" || tag.split(' ').next() == Some("code");
        for attribute in ["aria-label=\"", "alt=\"", "title=\"", "placeholder=\""] {
            words.extend(tag.split(attribute).skip(1).map(|value| value.split('"').next().unwrap().to_owned()));
        }
        rest = after;
    }
    words.push(rest.to_owned());
    words
}

fn letters(words: &str) -> String {
    let mut words = words.to_owned();
    for name in NAMES {
        words = words.replace(name, "");
    }
    words.chars().filter(|c| c.is_alphabetic()).collect()
}

/// Whether a text in the code of a template is one for readers: it begins with a capital or has two words, and is no
/// condition on the width of a picture.
fn is_sentence(quoted: &str) -> bool {
    let is_width = quoted.starts_with('(') && quoted.contains("rem");
    !is_width && (quoted.starts_with(char::is_uppercase) || quoted.trim().contains(' '))
}

fn quoted(code: &str) -> impl Iterator<Item = &str> {
    code.split('"').skip(1).step_by(2)
}

#[test]
fn no_sentence_stands_in_a_template() {
    for (path, text) in templates() {
        let (literal, code) = parts(text);
        for words in read_words(&literal) {
            assert_eq!(letters(&words), "", "{path} says \"{}\" itself", words.trim());
        }
        for text in code.into_iter().flat_map(quoted) {
            assert!(!is_sentence(text), "{path} says \"{text}\" in its code");
        }
    }
}

#[test]
fn a_sentence_in_a_template_would_be_found() {
    let found = |html: &str| -> String { read_words(&parts(html).0).iter().map(|words| letters(words)).collect() };
    assert_eq!(found("<p class=\"x\">{{ a }} CSV {% if b %}<b>Jadwal</b>{% endif %}</p>"), "Jadwal");
    assert_eq!(found("<nav aria-label=\"Letak {{ x }}\">{# kata #}</nav>"), "Letak");
    let (_, code) = parts("{# \"Jadwal\" #}{{ <a judul=\"Sudah lewat\" /> }}{% if x == \"kini\" %}");
    let sentences: Vec<&str> = code.into_iter().flat_map(quoted).filter(|text| is_sentence(text)).collect();
    assert_eq!(sentences, ["Sudah lewat"]);
}

/// A site with an English article, and a theme that has words of its own.
fn site(words: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let mut all = files(concat!(
        "--- situs.yaml\nnama: Contoh\nalamat: https://contoh.test\npenyelenggara: { nama: KPU Contoh }\n",
        "pemungutan_suara: 2024-11-27\ntema: anak\n",
        "--- halaman/tentang.md\n---\njudul: Tentang\n---\nIsi.\n",
        "--- halaman/tentang.en.md\n---\njudul: About\n---\nText.\n",
    ));
    all.push(("themes/anak/tema.yaml".to_owned(), "nama: Anak\n".to_owned()));
    all.extend(words.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
    let sources = Sources::from_texts(all.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let (sink, mut report) = (Memory::default(), Report::default());
    pipeline::build(&sources, build_options(), &sink, &mut report).unwrap();
    assert!(report.is_clean());
    sink.0.into_inner().unwrap()
}

fn page(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(files[path].clone()).unwrap()
}

#[test]
fn a_page_in_english_has_english_words_and_each_language_names_the_other() {
    let files = site(&[]);
    let (indonesian, english) = (page(&files, "tentang.html"), page(&files, "tentang.en.html"));
    assert!(english.contains("<html lang=\"en\"") && english.contains(">Skip to the content<"));
    assert!(indonesian.contains("<html lang=\"id\"") && indonesian.contains(">Langsung ke isi<"));
    assert!(!english.contains("Langsung ke isi") && !english.contains("Jadwal<"));
    for page in [indonesian, english] {
        assert!(page.contains("hreflang=\"id\" href=\"https://contoh.test/tentang.html\""));
        assert!(page.contains("hreflang=\"en\" href=\"https://contoh.test/tentang.en.html\""));
    }
}

#[test]
fn a_clarification_in_english_has_its_page_like_any_article() {
    let article = |title: &str| {
        format!(
            "---\njudul: {title}\ntanggal: 2024-10-20\nkabar: Kabar\nputusan: salah\nringkasan: Benar\n---\nIsi {title}.\n"
        )
    };
    let (asli, english) = (article("Surat suara"), article("Ballots"));
    let files = site(&[
        ("content/klarifikasi/2024-10-20-surat.md", asli.as_str()),
        ("content/klarifikasi/2024-10-20-surat.en.md", english.as_str()),
    ]);
    let pages = [page(&files, "klarifikasi/surat.html"), page(&files, "klarifikasi/surat.en.html")];
    assert!(pages[1].contains("<html lang=\"en\"") && pages[1].contains("Isi Ballots."), "{}", pages[1]);
    for page in &pages {
        assert!(page.contains("hreflang=\"id\" href=\"https://contoh.test/klarifikasi/surat.html\""), "{page}");
        assert!(page.contains("hreflang=\"en\" href=\"https://contoh.test/klarifikasi/surat.en.html\""), "{page}");
    }
    let linked = pages[1].match_indices("surat.en.json").count();
    assert_eq!(linked, 0, "a translation has no JSON of its own");
}

#[test]
fn a_themes_own_words_win_and_the_others_stay() {
    let files = site(&[
        ("themes/anak/bahasa/id.yaml", "lewati: Lompat\nkaki: { lihat: tengok }\n"),
        ("themes/anak/bahasa/en.yaml", "lewati: Jump\n"),
    ]);
    let (indonesian, english) = (page(&files, "tentang.html"), page(&files, "tentang.en.html"));
    assert!(
        indonesian.contains(">Lompat<") && indonesian.contains("; tengok <a") && indonesian.contains("Halaman dibuat")
    );
    assert!(english.contains(">Jump<") && english.contains("Page made on"));
}

#[test]
fn a_theme_words_the_titles_of_pages_and_what_columns_mean() {
    let words = "judul: { jadwal: \"Kalender {nama}!\" }\nkolom: { berita: { judul: Kepala berita } }\n";
    let files = site(&[("themes/anak/bahasa/id.yaml", words)]);
    let jadwal = page(&files, "jadwal.html");
    // In its title, its heading, and on the way back that machines read.
    for (before, after) in [("<title>", " ·"), ("<h1>", "</h1>"), ("\"name\":\"", "\"")] {
        assert!(jadwal.contains(&format!("{before}Kalender nasional!{after}")), "{before}");
    }
    assert!(page(&files, "data/index.html").contains("<td>Kepala berita</td>"));
    assert!(page(&files, "data/datapackage.json").contains("\"description\": \"Kepala berita\""));
}

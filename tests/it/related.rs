//! What stands below an article: "Baca juga", and the links to the glossary in it.

use crate::content::{Memory, build_options, files};
use pilkada::pipeline;
use pilkada::report::Report;
use pilkada::report::draw::{Colour, Style, teks};
use pilkada::source::Sources;
use scraper::{Html, Selector};
use std::collections::BTreeMap;

const SITE: &str = "\
--- situs.yaml
nama: Contoh
alamat: https://contoh.test
penyelenggara: { nama: KPU Contoh }
pemungutan_suara: 2024-11-27
--- istilah.yaml
istilah:
  - { istilah: Kampanye, arti: Masa menawarkan visi. }
--- wilayah/contoh/tanya-jawab.yaml
tanya_jawab:
  - { tanya: Apa itu kampanye?, jawab: \"Kampanye adalah kampanye.\" }
  - { tanya: Kapan?, jawab: \"Masa kampanye 60 hari.\" }
--- wilayah/contoh/wilayah.yaml
kode: \"99\"
nama: Contoh
jenis: provinsi
pemilihan: { jumlah_paslon: 2 }
--- wilayah/contoh/paslon/1.yaml
nomor_urut: 1
calon: { nama: Calon Contoh Satu }
wakil: { nama: Calon Contoh Dua }
--- wilayah/contoh/paslon/2.yaml
nomor_urut: 2
calon: { nama: Calon Contoh Tiga }
wakil: { nama: Calon Contoh Empat }
";

/// The site with articles of one region: the day of October, and what else stands in the front matter.
fn built(articles: &[(u8, &str)]) -> BTreeMap<String, Vec<u8>> {
    let texts = articles.iter().map(|(day, fields)| {
        format!(
            "--- wilayah/contoh/berita/2024-10-{day:02}-tulisan-{day}.md\n---\njudul: Tulisan {day}\n\
             tanggal: 2024-10-{day:02}\n{fields}---\nTentang kampanye, dan kampanye lagi.\n"
        )
    });
    let text: String = std::iter::once(SITE.to_owned()).chain(texts).collect();
    let all = files(&text);
    let sources = Sources::from_texts(all.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let (sink, mut report) = (Memory::default(), Report::default());
    pipeline::build(&sources, build_options(), &sink, &mut report).unwrap();
    let style = Style { bahasa: pilkada::bahasa::Bahasa::Id, colour: Colour::Plain };
    assert!(report.is_clean(), "{}", teks(&report, &sources, style));
    sink.0.into_inner().unwrap()
}

/// The days of the articles below the one of a day.
fn below(articles: &[(u8, &str)], day: u8) -> Vec<String> {
    let files = built(articles);
    let html = String::from_utf8(files[&format!("contoh/berita/tulisan-{day}.html")].clone()).unwrap();
    let document = Html::parse_document(&html);
    let links = Selector::parse("main section .daftar a").unwrap();
    let titles = document.select(&links).map(|link| link.text().collect::<String>());
    titles.map(|title| title.replace("Tulisan ", "")).collect()
}

#[test]
fn the_same_label_comes_first_then_the_nearest_in_date() {
    let label = "label: [Logistik]\n";
    let articles = [(1, label), (9, ""), (10, label), (11, ""), (12, ""), (20, "label: [logistik]\n")];
    assert_eq!(below(&articles, 10), ["20", "11", "1"]);
    assert_eq!(below(&articles, 12), ["11", "10", "9"]);
}

#[test]
fn the_articles_below_are_never_about_one_pair_only_where_another_is_spoken_of() {
    let one = "paslon: [1]\n";
    let articles = [(1, "paslon: [2]\n"), (9, one), (10, one), (11, one), (12, one)];
    assert_eq!(below(&articles, 10), ["11", "9", "1"]);
    // The only article about a pair stays when the one about another takes its place beside it.
    let articles = [(1, "paslon: [2]\n"), (9, ""), (10, ""), (11, ""), (13, one)];
    assert_eq!(below(&articles, 10), ["13", "11", "1"]);
}

#[test]
fn a_paid_article_stands_below_no_other_and_an_article_alone_has_none_below() {
    assert_eq!(below(&[(9, "advertorial: true\n"), (10, "")], 10), Vec::<String>::new());
    assert_eq!(below(&[(9, "advertorial: true\n"), (10, "")], 9), ["10"]);
}

#[test]
fn an_article_links_a_term_once_and_its_title_does_not() {
    let files = built(&[(10, "")]);
    let html = String::from_utf8(files["contoh/berita/tulisan-10.html"].clone()).unwrap();
    assert_eq!(html.matches("istilah.html#kampanye").count(), 1);
    assert!(html.contains("<p>Tentang <a href=\"../../istilah.html#kampanye\">kampanye</a>, dan kampanye lagi.</p>"));
}

#[test]
fn every_answer_links_a_term_once_and_no_question_does() {
    let files = built(&[(10, "")]);
    let page = Html::parse_document(std::str::from_utf8(&files["contoh/tanya-jawab.html"]).unwrap());
    let linked = |selector: &str| page.select(&Selector::parse(selector).unwrap()).count();
    // An answer is read alone, from a link to its question.
    assert_eq!(linked("main a[href='../istilah.html#kampanye']"), 2);
    assert_eq!(linked("main :is(h1,h2,h3,summary) a[href='../istilah.html#kampanye']"), 0);
}

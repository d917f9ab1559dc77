//! Themes: which file wins, and what a broken template gets.

use crate::content::{Memory, build_options, files, on};
use pilkada::bahasa::Bahasa;
use pilkada::pipeline::{self, Cache, Inputs};
use pilkada::record::Records;
use pilkada::record::situs::Situs;
use pilkada::report::Report;
use pilkada::report::draw::{Colour, Style, teks};
use pilkada::source::Sources;
use snapbox::str;
use std::collections::BTreeMap;

/// A site with a theme `anak` whose parent is `induk`, and other files of the project.
fn sources(extra: &[(&str, &str)]) -> Sources {
    let mut all = files(
        "--- situs.yaml\nnama: Contoh\nalamat: https://contoh.test\npenyelenggara: { nama: KPU Contoh }\npemungutan_suara: 2024-11-27\ntema: anak\n",
    );
    all.push(("themes/anak/tema.yaml".to_owned(), "nama: Anak\ninduk: induk\n".to_owned()));
    all.push(("themes/induk/tema.yaml".to_owned(), "nama: Induk\n".to_owned()));
    all.extend(extra.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
    Sources::from_texts(all.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

/// The files of that site, and what was found.
fn built(extra: &[(&str, &str)]) -> (BTreeMap<String, Vec<u8>>, String) {
    let (sources, sink, mut report) = (sources(extra), Memory::default(), Report::default());
    pipeline::build(&sources, build_options(), &sink, &mut report).unwrap();
    let said = teks(&report, &sources, Style { bahasa: Bahasa::Id, colour: Colour::Plain });
    (sink.0.into_inner().unwrap(), said)
}

fn not_found(extra: &[(&str, &str)]) -> String {
    let (files, said) = built(extra);
    assert_eq!(said, "tidak ada temuan");
    String::from_utf8(files["404.html"].clone()).unwrap()
}

#[test]
fn the_nearest_template_of_a_name_wins() {
    let site = ("templates/404.html", "situs");
    let theme = ("themes/anak/templates/404.html", "anak");
    let parent = ("themes/induk/templates/404.html", "induk");
    assert_eq!(not_found(&[site, theme, parent]), "situs");
    assert_eq!(not_found(&[theme, parent]), "anak");
    assert_eq!(not_found(&[parent]), "induk");
    assert!(not_found(&[]).starts_with("<!doctype html>"));
}

#[test]
fn a_theme_brings_its_own_files() {
    let (files, _) =
        built(&[("themes/induk/aset/logo.svg", "<svg/>"), ("themes/anak/aset/gaya.css", "b { color: red }")]);
    assert_eq!(files["logo.svg"], b"<svg/>");
    assert!(String::from_utf8_lossy(&files["index.html"]).contains("b{color:red}"));
}

#[test]
fn an_asset_that_cannot_be_read_keeps_the_site_from_being_published() {
    // It is known by its name only: no disk has it.
    let (files, said) = built(&[("themes/anak/aset/huruf.woff2", "wOF2")]);
    snapbox::assert_data_eq!(
        said,
        str![[r"
galat[FMT-09]: tidak bisa dibaca: No such file or directory (os error 2)
--> themes/anak/aset/huruf.woff2

1 galat
"]]
    );
    assert!(files.is_empty(), "{:?}", files.keys());
}

#[test]
fn what_is_wrong_with_a_theme_is_said_again_by_a_program_that_builds_again() {
    let sources = sources(&[("themes/anak/aset/huruf.woff2", "wOF2")]);
    let (cache, inputs) = (Cache::default(), Inputs { sources: &sources, options: build_options() });
    for _ in 0..2 {
        let mut report = Report::default();
        assert!(pipeline::build_again(inputs, &cache, &Memory::default(), &mut report).unwrap().is_none());
        assert_eq!(report.findings().len(), 1);
    }
}

#[test]
fn an_unknown_variable_is_a_finding_with_its_place() {
    let (files, said) = built(&[("templates/404.html", "baris satu\n<p>{{ laman.judl }}</p>\n<p>{{ salah }}</p>\n")]);
    snapbox::assert_data_eq!(
        said,
        str![[r"
galat[FMT-20]: templat ini tidak bisa digambar
 --> templates/404.html:2:13
  |
2 | <p>{{ laman.judl }}</p>
  |             ^^^^ Field `judl` is not defined. Available fields: akar, aksen, alamat, bahasa, berikutnya, digantikan, diumumkan, fase, gambar, halaman, hari_ini, json, jsonld, judul, kanonik, lingkup, nasional, og, pembaruan, pemungutan_suara, remah, ringkasan, sejak, sendiri, suara, terjemahan, utama, zona
  |
  = saran: templat hanya melihat isi yang disebut di buku petunjuk tema

1 galat
"]]
    );
    assert!(!files.contains_key("404.html"));
}

#[test]
fn a_loop_that_does_not_end_soon_is_a_finding_and_takes_no_more_memory() {
    let line = "x".repeat(1000);
    let endless = format!("{{% for i in range(end=90000) %}}{line}{{% endfor %}}");
    let (files, said) = built(&[("templates/404.html", &endless)]);
    assert!(
        said.contains("galat[FMT-20]: hasil templat ini tidak bisa dipakai: lebih dari 64 MB; periksa perulangan"),
        "{said}"
    );
    assert!(said.contains("--> templates/404.html"), "{said}");
    assert!(!files.contains_key("404.html"));
}

#[test]
fn a_template_that_cannot_be_read_is_a_finding_with_its_place() {
    let (files, said) = built(&[("themes/anak/templates/404.html", "satu\n{% if %}\n")]);
    snapbox::assert_data_eq!(
        said,
        str![[r"
galat[FMT-20]: templat ini tidak bisa digambar
 --> themes/anak/templates/404.html:2:7
  |
2 | {% if %}
  |       ^^ Found `%}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`
  |
  = saran: templat hanya melihat isi yang disebut di buku petunjuk tema

1 galat
"]]
    );
    assert!(files.is_empty(), "nothing is drawn with a broken theme");
}

#[test]
fn a_theme_that_is_not_there_and_a_circle_of_parents_are_findings() {
    let (_, said) = built(&[("themes/induk/tema.yaml", "nama: Induk\ninduk: tiada\n")]);
    snapbox::assert_data_eq!(
        said,
        str![[r#"
galat[FMT-20]: tidak ada tema "tiada"
 --> themes/induk/tema.yaml:2:8
  |
2 | induk: tiada
  |        ^^^^^
  |
  = saran: tema ada di folder themes/tiada/ dengan berkas tema.yaml

1 galat
"#]]
    );
    let (_, said) = built(&[("themes/induk/tema.yaml", "nama: Induk\ninduk: anak\n")]);
    snapbox::assert_data_eq!(
        said,
        str![[r#"
galat[FMT-20]: tema "anak" menjadi induk dirinya sendiri
 --> themes/anak/tema.yaml:2:8
  |
2 | induk: induk
  |        ^^^^^

1 galat
"#]]
    );
}

/// The rows of the manual's table of pages: the template, and the names it sees.
fn manual() -> BTreeMap<String, Vec<String>> {
    let text = std::fs::read_to_string("docs/tema.md").unwrap();
    let table = text.split("## Isi setiap halaman").nth(1).unwrap();
    let quoted = |row: &str| row.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let rows = table.lines().filter(|line| line.starts_with("| `")).map(quoted);
    rows.map(|mut names| (names.remove(0), names)).collect()
}

#[test]
fn the_manual_names_what_every_template_sees() {
    let sources = pilkada::source::read(std::path::Path::new(".")).unwrap();
    let (manual, mut report) = (manual(), Report::default());
    let mut model = pipeline::load(&sources, on("2025-02-01"), &mut report).unwrap();
    // The sample is no office's, and has no such page.
    let ppid = serde_yaml::from_str("nama: PPID KPU Contoh").unwrap();
    let kunci = serde_yaml::from_str("RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3").unwrap();
    model.situs = model.situs.map(|situs| Situs { ppid: Some(ppid), kunci_publik: Some(kunci), ..situs });
    // The sample counts polling places, and names none.
    let table = [("content/wilayah/contoh/tps.csv", "kecamatan,kelurahan,nomor\nContoh,Umpama,1\n")];
    let mut records = Records::load(&Sources::from_texts(table), &mut Report::default());
    let counted = model.lingkup.iter_mut().find(|lingkup| lingkup.tps.is_some()).unwrap();
    *counted.tps = records.scopes.remove("contoh").unwrap().tps;
    let changed = [("content/perubahan.yaml", "perubahan: [{ tanggal: 2025-01-31, lainnya: 2 }]\n")];
    let mut records = Records::load(&Sources::from_texts(changed), &mut Report::default());
    let changed = records.scopes.remove("").unwrap().perubahan.map(|loaded| loaded.map(|list| list.perubahan));
    (*model.lingkup[0].perubahan, model.lingkup[0].lists.perubahan) = (changed, true);
    let mut drawn = std::collections::BTreeSet::new();
    pilkada::plan::with_pages(&model, &mut report, |pages, _| {
        for page in pages.pages {
            let pilkada::page::frame::page::Body::Html(template, view) = (page.body)() else { continue };
            let named = manual.get(template).unwrap_or_else(|| panic!("docs/tema.md has no row for {template}"));
            for name in named.iter().map(String::as_str).chain(["laman"]) {
                assert!(view.contains_key(name), "{template} sees no {name}, as docs/tema.md says");
            }
            drawn.insert(template.to_owned());
        }
    });
    assert_eq!(drawn.into_iter().collect::<Vec<_>>(), manual.into_keys().collect::<Vec<_>>());
}

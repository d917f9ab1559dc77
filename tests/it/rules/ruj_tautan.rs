//! Links of articles lead to pages and parts that are there.

use crate::content::{files, on};
use crate::rules::{JADWAL, in_kota};
use pilkada::bahasa::Bahasa;
use pilkada::pipeline;
use pilkada::report::Report;
use pilkada::report::draw::{Colour, Style, teks};
use pilkada::source::Sources;
use snapbox::{assert_data_eq, str};

/// Everything `check` says of files in the made-up town, links too.
fn told(text: &str) -> String {
    let files = files(&in_kota(text));
    let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    let mut report = Report::default();
    pipeline::check(&sources, on("2024-11-01"), &mut report);
    teks(&report, &sources, Style { bahasa: Bahasa::Id, colour: Colour::Plain })
}

#[track_caller]
fn sound(text: &str) {
    assert_eq!(told(text), "tidak ada temuan");
}

#[track_caller]
fn check_kota(text: &str, expected: impl snapbox::IntoData) {
    assert_data_eq!(told(text), expected);
}

fn article(body: &str) -> String {
    format!("--- kota/halaman/contoh.md\n---\njudul: Contoh\n---\n\n{body}{JADWAL}")
}

#[test]
fn a_link_to_a_folder_leads_to_its_page() {
    sound(&article("[a](/contoh/kota-contoh/), [b](/contoh/kota-contoh), [c](/contoh) dan [d](.).\n"));
    check_kota(
        &article("[a](/contoh/kota-contoh/paslon/), [b](/contoh/kota-cntoh) dan [c](/jadwl)\n"),
        str![[r#"
galat[RUJ-14]: tautan "/contoh/kota-contoh/paslon/" tidak menuju ke mana-mana
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:1
  |
5 | [a](/contoh/kota-contoh/paslon/), [b](/contoh/kota-cntoh) dan [c](/jadwl)
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = saran: mungkin maksudnya /contoh/kota-contoh/

galat[RUJ-14]: tautan "/contoh/kota-cntoh" tidak menuju ke mana-mana
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:35
  |
5 | [a](/contoh/kota-contoh/paslon/), [b](/contoh/kota-cntoh) dan [c](/jadwl)
  |                                   ^^^^^^^^^^^^^^^^^^^^^^^
  |
  = saran: mungkin maksudnya /contoh/kota-contoh/

galat[RUJ-14]: tautan "/jadwl" tidak menuju ke mana-mana
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:63
  |
5 | [a](/contoh/kota-contoh/paslon/), [b](/contoh/kota-cntoh) dan [c](/jadwl)
  |                                                               ^^^^^^^^^^^
  |
  = saran: mungkin maksudnya /jadwal.html

3 galat
"#]],
    );
}

#[test]
fn the_sites_own_address_leads_to_a_page() {
    check_kota(
        &article(
            "[a](https://contoh.test/pilkada/jadwal.html), [b](http://CONTOH.test/pilkada) dan https://contoh.test/pilkada/jadwal.html.

[c](https://contoh.test/pilkada/jadwl.html) dan https://contoh.test/pilkada/jadwall.html.

[d](https://contoh.test/pilkadaku/) dan [e](https://contoh.test/lain).
",
        ),
        str![[r#"
galat[RUJ-14]: tautan "https://contoh.test/pilkada/jadwl.html" tidak menuju ke mana-mana
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:7:1
  |
7 | [c](https://contoh.test/pilkada/jadwl.html) dan https://contoh.test/pilkada/jadwall.html.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = saran: mungkin maksudnya /jadwal.html

galat[RUJ-14]: tautan "https://contoh.test/pilkada/jadwall.html" tidak menuju ke mana-mana
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:7:49
  |
7 | [c](https://contoh.test/pilkada/jadwl.html) dan https://contoh.test/pilkada/jadwall.html.
  |                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = saran: mungkin maksudnya /jadwal.html

2 galat
"#]],
    );
}

#[test]
fn a_part_of_a_page_that_a_template_makes_is_there() {
    sound(&article(
        "[a](/jadwal.html#kampanye), [b](/contoh/#daerah), [c](/contoh/kota-contoh/contoh.html#bagian)\n\n## Bagian\n",
    ));
    check_kota(
        &article("[a](/jadwal.html#kampanyee) dan [b](https://contoh.test/pilkada/contoh/#daerahh)\n"),
        str![[r##"
galat[RUJ-15]: tidak ada bagian "#kampanyee" di halaman itu
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:1
  |
5 | [a](/jadwal.html#kampanyee) dan [b](https://contoh.test/pilkada/contoh/#daerahh)
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = saran: hapus tanda # dan kata sesudahnya, supaya tautan menuju awal halaman

galat[RUJ-15]: tidak ada bagian "#daerahh" di halaman itu
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:33
  |
5 | [a](/jadwal.html#kampanyee) dan [b](https://contoh.test/pilkada/contoh/#daerahh)
  |                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = saran: hapus tanda # dan kata sesudahnya, supaya tautan menuju awal halaman

2 galat
"##]],
    );
}

#[test]
fn links_of_translations_are_followed() {
    check_kota(
        &format!("{}--- kota/halaman/contoh.en.md\n---\njudul: Example\n---\n\n[a](/jadwl.html)\n", article("Isi.\n")),
        str![[r#"
galat[RUJ-14]: tautan "/jadwl.html" tidak menuju ke mana-mana
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.en.md:5:1
  |
5 | [a](/jadwl.html)
  | ^^^^^^^^^^^^^^^^
  |
  = saran: mungkin maksudnya /jadwal.html

1 galat
"#]],
    );
}

#[test]
fn of_a_file_that_cannot_be_read_the_links_to_it_are_not_blamed() {
    let links = "[a](../berita/2024-10-01-rapat.md), [b](/contoh/kota-contoh/berita/rapat.html)";
    let broken = "--- kota/berita/2024-10-01-rapat.md\n---\njudul: Rapat: satu\ntanggal: 2024-10-01\n---\n\nIsi.\n";
    let said = told(&format!("{}{broken}", article(&format!("{links}\n\n"))));
    assert!(said.contains("galat[FMT-01]") && said.ends_with("1 galat"), "{said}");
    let misnamed = "--- kota/kegiatan/2024-10-01-rapat.yml\njudul: Rapat\njenis: rapat\ntanggal: 2024-10-01\n";
    let said = told(&format!("{}{misnamed}", article("[a](../kegiatan/2024-10-01-rapat.yaml)\n\n")));
    assert!(said.contains("galat[FMT-12]") && said.ends_with("1 galat"), "{said}");
    let said = told(&article("[a](../berita/2024-10-01-rapat.md)\n"));
    assert!(said.contains("galat[RUJ-14]"), "{said}");
}

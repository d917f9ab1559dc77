//! A correction leads to the page that it is about, and that page says when and what was corrected.

use crate::content::{build, build_from_on, files, on};
use crate::rules::{DUA_PASLON, in_kota};
use pilkada::bahasa::Bahasa;
use pilkada::pipeline;
use pilkada::report::Report;
use pilkada::report::draw::{Colour, Style, teks};
use pilkada::source::Sources;
use snapbox::str;

fn koreksi(rows: &str) -> String {
    in_kota(&format!("{DUA_PASLON}--- kota/koreksi.yaml\nkoreksi:\n{rows}"))
}

fn row(to: &str, day: &str, field: &str) -> String {
    format!(
        "  - {{ tanggal: {day}, menyangkut: \"{to}\", bidang: {field}, sesudah: Dua, alasan: Salah, tingkat: kecil }}\n"
    )
}

fn page(site: &str, name: &str) -> String {
    String::from_utf8(build(site)[name].clone()).unwrap()
}

#[test]
fn a_correction_of_a_page_that_is_not_there_is_a_finding() {
    let rows = ["Jadwal kampanye", "/contoh/kota-contoh/paslon/3.html", "/contoh/kota-contoh/paslon/1.html#tiada"];
    let rows: String = rows.into_iter().map(|to| row(to, "2024-10-02", "visi")).collect();
    snapbox::assert_data_eq!(
        built_with_findings(&koreksi(&rows)),
        str![[r##"
peringatan[FKT-30]: koreksi ini menyangkut "Jadwal kampanye", yang tidak ada di situs ini
 --> content/wilayah/contoh/kota-contoh/koreksi.yaml:2:40
  |
2 |   - { tanggal: 2024-10-02, menyangkut: "Jadwal kampanye", bidang: visi, sesudah: Dua, alasan: Salah, tingkat: kecil }
  |                                        ^^^^^^^^^^^^^^^^^
  |
  = saran: mungkin maksudnya /contoh/kota-contoh/

peringatan[FKT-30]: koreksi ini menyangkut "/contoh/kota-contoh/paslon/3.html", yang tidak ada di situs ini
 --> content/wilayah/contoh/kota-contoh/koreksi.yaml:3:40
  |
3 |   - { tanggal: 2024-10-02, menyangkut: "/contoh/kota-contoh/paslon/3.html", bidang: visi, sesudah: Dua, alasan: Salah, tingkat: kecil }
  |                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = saran: mungkin maksudnya /contoh/kota-contoh/paslon/1.html

peringatan[FKT-30]: halaman yang dikoreksi tidak punya bagian "#tiada"
 --> content/wilayah/contoh/kota-contoh/koreksi.yaml:4:40
  |
4 |   - { tanggal: 2024-10-02, menyangkut: "/contoh/kota-contoh/paslon/1.html#tiada", bidang: visi, sesudah: Dua, alasan: Salah, tingkat:...
  |                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = saran: hapus tanda # dan kata sesudahnya

3 peringatan
"##]]
    );
    for to in
        ["/contoh/kota-contoh/paslon/1.html", "/contoh/kota-contoh/", "wilayah.yaml", "/contoh/kota-contoh/jadwal.html"]
    {
        assert_eq!(built_with_findings(&koreksi(&row(to, "2024-10-02", "visi"))), "tidak ada temuan", "{to}");
    }
}

/// What a whole check says, which plans the pages too.
fn built_with_findings(text: &str) -> String {
    let files = files(text);
    let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    let mut report = Report::default();
    pipeline::check(&sources, on("2024-11-01"), &mut report);
    report.sort(&sources);
    teks(&report, &sources, Style { bahasa: Bahasa::Id, colour: Colour::Plain })
}

#[test]
fn the_page_that_was_corrected_says_when_and_what() {
    let one = "/contoh/kota-contoh/paslon/1.html";
    let rows = row(one, "2024-10-02", "visi") + &row(one, "2024-10-05", "\"nama <b>\"");
    let site = koreksi(&rows);
    let corrected = page(&site, "contoh/kota-contoh/paslon/1.html");
    let (_, section) = corrected.split_once("<section class=\"dikoreksi\">").unwrap();
    snapbox::assert_data_eq!(
        section.split("</section>").next().unwrap(),
        str![[r#"
<h2>Yang sudah dikoreksi di halaman ini</h2>
<ul><li><time datetime="2024-10-05">5 Oktober 2024</time>: <a href="../../../contoh/kota-contoh/koreksi.html#2024-10-05-contoh-kota-contoh-paslon-1-html-nama-b">nama &lt;b&gt;</a></li><li><time datetime="2024-10-02">2 Oktober 2024</time>: <a href="../../../contoh/kota-contoh/koreksi.html#2024-10-02-contoh-kota-contoh-paslon-1-html-visi">visi</a></li></ul>
"#]]
    );
    for other in ["paslon/2.html", "index.html", "koreksi.html"] {
        assert!(!page(&site, &format!("contoh/kota-contoh/{other}")).contains("class=\"dikoreksi\""), "{other}");
    }
}

#[test]
fn a_correction_is_told_from_its_day_on() {
    let site = koreksi(&row("/contoh/kota-contoh/paslon/1.html", "2024-10-20", "visi"));
    let files = files(&site);
    let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    let told = |day: &str| {
        let site = build_from_on(on(day), &sources);
        String::from_utf8_lossy(&site["contoh/kota-contoh/paslon/1.html"]).contains("class=\"dikoreksi\"")
    };
    assert!(!told("2024-10-19"));
    assert!(told("2024-10-20"));
}

//! A source's page lies in the scope that holds it, and everything that names the source leads there.

use crate::content::{Site, build};

/// A province with one office inside it, both of which may have a source of the key `ba-penetapan`.
const SITE: &str = "
--- sumber.yaml
pkpu-contoh: { jenis: pkpu, judul: PKPU Contoh, penerbit: KPU, tanggal: 2024-01-26 }
--- wilayah/contoh/wilayah.yaml
kode: \"15\"
nama: Provinsi Contoh
jenis: provinsi
pemilihan: { jumlah_paslon: 2 }
sumber: [ba-penetapan, pkpu-contoh]
--- wilayah/contoh/sumber.yaml
ba-penetapan: { jenis: berita_acara, judul: Berita acara provinsi, penerbit: KPU Provinsi Contoh, tanggal: 2024-09-22 }
--- wilayah/contoh/kota-contoh/wilayah.yaml
kode: \"15.71\"
nama: Kota Contoh
jenis: kota
pemilihan: { jumlah_paslon: 2 }
sumber: [KUNCI, pkpu-contoh]
--- wilayah/contoh/kota-contoh/sumber.yaml
KUNCI: { jenis: berita_acara, judul: Berita acara kota, penerbit: KPU Kota Contoh, tanggal: 2024-09-23 }
";

fn site(of_the_city: &str) -> Site {
    build(SITE.replace("KUNCI", of_the_city).trim_start())
}

fn text<'s>(site: &'s Site, path: &str) -> &'s str {
    assert!(site.contains_key(path), "{path} is not there");
    std::str::from_utf8(&site[path]).unwrap()
}

#[test]
fn two_offices_may_use_one_key_for_two_sources() {
    let site = site("ba-penetapan");
    let of_the_province = text(&site, "contoh/sumber/ba-penetapan.html");
    let of_the_city = text(&site, "contoh/kota-contoh/sumber/ba-penetapan.html");
    assert!(of_the_province.contains("<h1>Berita acara provinsi</h1>"));
    assert!(of_the_city.contains("<h1>Berita acara kota</h1>"));
    // Which of the two was meant by the address of old, nobody can say.
    assert!(!site.contains_key("sumber/ba-penetapan.html"));
}

#[test]
fn whatever_names_a_source_leads_to_the_scope_that_holds_it() {
    let site = site("ba-penetapan");
    let region = text(&site, "contoh/kota-contoh/index.html");
    assert!(region.contains("href=\"../../contoh/kota-contoh/sumber/ba-penetapan.html\""), "{region}");
    assert!(region.contains("href=\"../../sumber/pkpu-contoh.html\""));
    let address = "https://contoh.test/pilkada/contoh/kota-contoh/sumber/ba-penetapan.html";
    assert!(text(&site, "contoh/kota-contoh/index.json").contains(address));
    assert!(text(&site, "data/sumber.csv").contains(address));
    assert!(text(&site, "sitemap.xml").contains(&format!("<loc>{address}</loc>")));
}

#[test]
fn an_address_of_old_leads_on_where_it_can_mean_one_source_only() {
    let site = site("ba-kota");
    let old = text(&site, "sumber/ba-kota.html");
    assert!(old.contains("<meta http-equiv=\"refresh\" content=\"0; url=../contoh/kota-contoh/sumber/ba-kota.html\">"));
    assert!(old.contains("<a href=\"../contoh/kota-contoh/sumber/ba-kota.html\">"));
    let now = "https://contoh.test/pilkada/contoh/kota-contoh/sumber/ba-kota.html";
    assert!(old.contains(&format!("<link rel=\"canonical\" href=\"{now}\">")));
    assert!(site.contains_key("sumber/ba-penetapan.html"));
    assert!(!text(&site, "sitemap.xml").contains("/pilkada/sumber/ba-kota.html"));
}

#[test]
fn what_the_nation_holds_stays_at_its_address() {
    let site = site("pkpu-contoh");
    assert!(text(&site, "sumber/pkpu-contoh.html").contains("<h1>PKPU Contoh</h1>"));
    assert!(text(&site, "contoh/kota-contoh/sumber/pkpu-contoh.html").contains("<h1>Berita acara kota</h1>"));
}

/// What a region's line beside an official names the source by.
fn named(source: &str) -> String {
    let site = build(&format!(
        "--- sumber.yaml
data: {{ judul: Judul Panjang Contoh, penerbit: KPU Contoh, tanggal: 2024-01-26, {source} }}
--- wilayah/kota-contoh/wilayah.yaml
kode: \"15\"
nama: Provinsi Contoh
jenis: provinsi
pemilihan: {{ jumlah_paslon: 2 }}
pejabat:
  - {{ jabatan: Gubernur, sifat: pj, nama: Pejabat Contoh, per_tanggal: 2024-09-01, sumber: [data] }}
"
    ));
    let page = text(&site, "kota-contoh/index.html");
    let link = "href=\"../sumber/data.html\">";
    assert!(page.contains(link), "{page}");
    let at = page.find(link).unwrap() + link.len();
    page[at..].split('<').next().unwrap().to_owned()
}

#[test]
fn a_source_is_named_by_its_short_title_and_a_document_never_by_its_publisher_alone() {
    assert_eq!(named("jenis: pkpu, singkat: PKPU 17/2024"), "PKPU 17/2024, 26 Januari 2024");
    assert_eq!(named("jenis: pkpu"), "Judul Panjang Contoh, 26 Januari 2024");
    assert_eq!(named("jenis: berita"), "KPU Contoh, 26 Januari 2024");
    assert_eq!(named("jenis: berita, singkat: Kabar Contoh"), "Kabar Contoh, 26 Januari 2024");
}

#[test]
fn a_paid_article_is_marked_at_the_figure_that_rests_on_it() {
    let pages = |jenis: &str| {
        let site = build(&format!(
            "--- sumber.yaml
data: {{ jenis: {jenis}, judul: Judul Contoh, penerbit: Koran Contoh, tanggal: 2024-01-26 }}
--- wilayah/kota-contoh/wilayah.yaml
kode: \"15\"
nama: Provinsi Contoh
jenis: provinsi
pemilihan: {{ jumlah_paslon: 2 }}
--- wilayah/kota-contoh/fakta/tps.yaml
per_tanggal: 2024-09-01
sumber: [data]
fakta: [{{ ukuran: tps, nilai: 12 }}]
"
        ));
        ["index", "kesiapan"].map(|page| text(&site, &format!("kota-contoh/{page}.html")).to_owned())
    };
    for (paid, other) in pages("advertorial").into_iter().zip(pages("berita")) {
        assert!(paid.contains("<b class=\"cap\">Tulisan berbayar</b>"), "{paid}");
        assert!(!other.contains("Tulisan berbayar"), "{other}");
    }
}

#[test]
fn the_first_page_says_of_which_day_the_latest_source_is() {
    let site = site("ba-penetapan");
    assert!(text(&site, "index.html").contains("bertanggal <time datetime=\"2024-09-23\">23 September 2024</time>."));
}

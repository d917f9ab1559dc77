//! The page of public information: what the office wrote of it, what is not known, and by when it answers.

use crate::content::{build, check, said};
use pilkada::bahasa::Bahasa;
use scraper::{Html, Selector};
use snapbox::str;

const SITUS: &str = "\
--- situs.yaml
nama: Info Pilkada Contoh
alamat: https://ALAMAT/
penyelenggara: { nama: KPU Contoh }
pemungutan_suara: 2024-11-27
";

const PPID: &str = "\
ppid:
  nama: PPID KPU Contoh
  kontak: ppid@kota-contoh.test
  informasi:
    - { nama: Keputusan penetapan, jenis: setiap_saat, keterangan: Di kantor }
    - { nama: Laporan dana kampanye, jenis: berkala, tautan: https://kota-contoh.test/dana }
  keberatan: Tertulis kepada atasan PPID Contoh.
";

fn at(host: &str, more: &str) -> String {
    format!("{}{more}", SITUS.replace("ALAMAT", host))
}

fn text(page: &str) -> String {
    let main = Selector::parse("main").unwrap();
    let page = Html::parse_document(page);
    let text: String = page.select(&main).next().unwrap().text().collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn an_office_s_own_site_names_who_answers() {
    check(
        &at("kota-contoh.kpu.go.id", ""),
        str![[r"
peringatan[HUK-44]: situs resmi ini belum menyebut PPID-nya
 --> content/situs.yaml:2:9
  |
2 | alamat: https://kota-contoh.kpu.go.id/
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: badan publik menunjuk siapa yang melayani permohonan informasi, dan orang harus bisa menemukannya (UU 14/2008, Perki 1/2021, PKPU 22/2023 dengan PKPU 11/2024 dan 4/2025)
  = saran: tambahkan `ppid` dengan `nama`, `kontak` dan `keberatan`; jika ini bukan situs resmi, tulis `resmi: false`

1 peringatan
"]],
    );
    let silent = |site: &str| assert_eq!(said(site, Bahasa::Id), "tidak ada temuan", "{site}");
    silent(&at("kota-contoh.kpu.go.id", PPID));
    silent(&at("kota-contoh.kpu.go.id", "resmi: false\n"));
    // Whoever has a name that ends alike is not KPU.
    for host in ["contoh.test", "bukankpu.go.id", "kpu.go.id.contoh.test"] {
        silent(&at(host, ""));
        assert!(said(&at(host, "resmi: true\n"), Bahasa::Id).contains("HUK-44"));
    }
    for host in ["kpu.go.id", "KPU.go.id:8443", "a.b.kpu.go.id"] {
        assert!(said(&at(host, ""), Bahasa::Id).contains("HUK-44"), "{host}");
    }
}

#[test]
fn the_page_holds_what_the_office_wrote_and_says_what_is_not_known() {
    let site = build(&at("contoh.test", PPID));
    let page = String::from_utf8(site["ppid.html"].clone()).unwrap();
    snapbox::assert_data_eq!(
        text(&page),
        str![
            "Informasi publik (PPID) Permohonan informasi publik dilayani oleh PPID KPU Contoh. Kontak Yang melayani PPID KPU Contoh Alamat Belum ada data Telepon atau surel ppid@kota-contoh.test Jam layanan Belum ada data Situs PPID Belum ada data Formulir permohonan Belum ada data Daftar informasi publik Diumumkan berkala Laporan dana kampanye Tersedia setiap saat Keputusan penetapan Di kantor Yang sudah terbuka di situs ini Jadwal Koreksi Perlakuan setara Data Kalau permohonan ditolak atau tidak dijawab Tertulis kepada atasan PPID Contoh. Informasi pemilihan: permohonan dijawab paling lama 3 hari kerja, dan bisa diperpanjang 2 hari kerja. Keberatan diajukan tertulis dan dijawab paling lama 3 hari kerja. Kalau belum selesai, sengketa informasi diajukan ke Komisi Informasi. Sumber: Perki 1/2019 pasal 11-14, menurut satu berita Dasar: UU 14/2008, Peraturan Komisi Informasi 1/2021, PKPU 22/2023 dengan PKPU 11/2024 dan PKPU 4/2025."
        ]
    );
    let home = String::from_utf8(site["index.html"].clone()).unwrap();
    assert!(home.contains("href=\"ppid.html\""));
    assert!(String::from_utf8_lossy(&site["sitemap.xml"]).contains("ppid.html"));
}

#[test]
fn a_site_without_the_block_has_no_such_page() {
    let site = build(&at("contoh.test", ""));
    assert!(!site.contains_key("ppid.html"));
    assert!(!String::from_utf8_lossy(&site["index.html"]).contains("ppid"));
}

#[test]
fn of_an_empty_block_nothing_is_made_up() {
    let site = build(&at("contoh.test", "ppid: { nama: PPID KPU Contoh }\n"));
    let page = text(std::str::from_utf8(&site["ppid.html"]).unwrap());
    assert!(page.contains("Daftar informasi publiknya belum ada di situs ini."), "{page}");
    assert!(page.contains("Kepada siapa keberatan diajukan belum ada di situs ini."), "{page}");
    assert_eq!(page.matches("Belum ada data").count(), 5, "{page}");
}

//! The pages of kecamatan, kelurahan, desa and polling places.

use crate::content::{Site, build};

/// A made-up town with the code of one that the list knows, and a made-up list of its polling places.
fn site(rows: &str) -> Site {
    build(&format!(
        "\
--- wilayah/contoh/wilayah.yaml
kode: \"33\"
nama: Provinsi Contoh
jenis: provinsi
pemilihan: {{}}
--- wilayah/contoh/kota/wilayah.yaml
kode: \"33.75\"
nama: Kota Contoh
jenis: kota
pemilihan: {{}}
--- wilayah/contoh/kota/sumber.yaml
daftar-tps: {{ jenis: keputusan_kpu, judul: Keputusan TPS Contoh, tanggal: 2024-09-20, tautan: https://contoh.test/tps }}
{rows}"
    ))
}

const LIST: &str = "\
--- wilayah/contoh/kota/tps.csv
kecamatan,kelurahan,nomor,tempat,alamat,akses,dpt,sumber
Pekalongan Barat,Medono,2,Gedung <b>Misal</b>,,,498,daftar-tps
Pekalongan Barat,Medono,1,SD Contoh,Jl. Contoh 1,pendamping; kursi roda,512,
Pekalongan Timur,Klego,1,Balai Umpama,,,,
Pekalongan Barat,Tirto,1,Aula Andai,,,,
";

fn page(site: &Site, path: &str) -> String {
    let bytes = site.get(path).expect(path);
    let text = String::from_utf8_lossy(bytes).into_owned();
    let main = text.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    main.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text)).collect::<Vec<_>>().join(" ")
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn polling_places_stand_by_kecamatan_and_kelurahan_with_where_to_check() {
    let site = site(LIST);
    let list = words(&page(&site, "contoh/kota/tps/pekalongan-barat.html"));
    for part in [
        "Daftar itu juga menentukan TPS Anda",
        "Medono TPS 1 SD Contoh Jl. Contoh 1 · bisa dengan kursi roda · petugas pendamping · 512 pemilih di DPT TPS 2",
        "Tirto TPS 1 Aula Andai",
        "Keputusan TPS Contoh",
        "3 TPS",
    ] {
        assert!(list.contains(part), "no {part:?} in {list}");
    }
    assert!(!list.contains("Balai Umpama"), "{list}");
    assert!(list.contains("&lt;b&gt;Misal"), "what a cell says is no HTML: {list}");
    let whole = String::from_utf8_lossy(&site["contoh/kota/tps/index.html"]).into_owned();
    assert!(whole.contains("pekalongan-barat.html") && whole.contains("pekalongan-timur.html"));
    let whole = words(&page(&site, "contoh/kota/tps/index.html"));
    for part in ["Di Kota Contoh ada 4 TPS.", "Pekalongan Barat 3 TPS", "Medono, Podosugih", "Semua TPS sebagai CSV"] {
        assert!(whole.contains(part), "no {part:?} in {whole}");
    }
    let table = String::from_utf8_lossy(&site["contoh/kota/tps/tps.csv"]).into_owned();
    assert!(table.starts_with("kecamatan,kelurahan,nomor,tempat,alamat,akses,dpt,jumlah,sumber\r\n"), "{table}");
    assert!(
        table.contains("\r\nPekalongan Barat,Medono,1,SD Contoh,Jl. Contoh 1,pendamping; kursi roda,512,,\r\n"),
        "{table}"
    );
}

#[test]
fn where_polling_places_are_only_counted_the_counts_stand_by_kecamatan() {
    let site = site(
        "\
--- wilayah/contoh/kota/tps.csv
kecamatan;jumlah;sumber
Pekalongan Barat;1200;daftar-tps
Pekalongan Utara;96;
",
    );
    let whole = words(&page(&site, "contoh/kota/tps/index.html"));
    for part in ["Di Kota Contoh ada 1.296 TPS.", "Keputusan TPS Contoh", "Pekalongan Barat 1.200 TPS Medono,"] {
        assert!(whole.contains(part), "no {part:?} in {whole}");
    }
    let pages: Vec<&String> = site.keys().filter(|path| path.starts_with("contoh/kota/tps/")).collect();
    assert_eq!(pages, ["contoh/kota/tps/index.html", "contoh/kota/tps/tps.csv"]);
}

#[test]
fn a_list_waits_for_the_day_of_its_source() {
    let site = site(&LIST.replace("daftar-tps", "daftar-nanti").replace(
        "--- wilayah/contoh/kota/tps.csv",
        "--- sumber.yaml\ndaftar-nanti: { jenis: keputusan_kpu, judul: Nanti, tanggal: 2024-11-20, tautan: https://contoh.test/n }\n--- wilayah/contoh/kota/tps.csv",
    ));
    let pages: Vec<&String> = site.keys().filter(|path| path.starts_with("contoh/kota/tps/")).collect();
    assert_eq!(pages, ["contoh/kota/tps/index.html"], "the names are no secret");
}

#[test]
fn a_kecamatan_with_very_many_polling_places_has_several_pages() {
    let mut rows = "--- wilayah/contoh/kota/tps.csv\nkecamatan,kelurahan,nomor,sumber\n".to_owned();
    for (kelurahan, many) in [("Medono", 150), ("Tirto", 100), ("Pringrejo", 230)] {
        for nomor in 1..=many {
            rows = rows + "Pekalongan Barat," + kelurahan + &format!(",{nomor},daftar-tps\n");
        }
    }
    let site = site(&rows);
    let pages: Vec<&String> = site.keys().filter(|path| path.starts_with("contoh/kota/tps/pekalongan")).collect();
    let wanted = ["pekalongan-barat-2.html", "pekalongan-barat-3.html", "pekalongan-barat.html"];
    assert_eq!(pages, wanted.map(|file| format!("contoh/kota/tps/{file}")).iter().collect::<Vec<_>>());
    let first = String::from_utf8_lossy(&site["contoh/kota/tps/pekalongan-barat.html"]).into_owned();
    assert!(first.contains("pekalongan-barat-3.html#pringrejo") && first.contains("href=\"#medono\""), "{first}");
    assert!(words(&page(&site, "contoh/kota/tps/pekalongan-barat-2.html")).contains("TPS 100"));
}

#[test]
fn the_search_leads_from_a_kelurahan_to_the_list_of_its_polling_places() {
    let site = site(LIST);
    let shard = String::from_utf8_lossy(&site["cari/tempat-0.js"]).into_owned();
    assert!(shard.contains(r#"["Pekalongan Barat",0,"contoh/kota/tps/pekalongan-barat.html"]"#), "{shard}");
    assert!(shard.contains(r#"["Pekalongan Utara",0]"#), "{shard}");
}

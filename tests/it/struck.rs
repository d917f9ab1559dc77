//! Wherever the number of a struck pair stands, what becomes of a vote for it is said, as the record says it.

use crate::content::build;

const SITE: &str = "
--- sumber.yaml
data: { jenis: lembaga_lain, judul: Data contoh, penerbit: KPU Contoh, tanggal: 2024-09-01 }
--- wilayah/kota-contoh/wilayah.yaml
kode: \"15\"
nama: Provinsi Contoh
jenis: provinsi
pemilihan: { jumlah_paslon: 1 }
--- wilayah/kota-contoh/paslon/1.yaml
nomor_urut: 1
kolom_kosong: true
--- wilayah/kota-contoh/paslon/2.yaml
nomor_urut: 2
calon: { nama: CALON DUA }
wakil: { nama: WAKIL DUA }
status:
  - { keadaan: dibatalkan, tanggal: 2024-10-31, dasar: Keputusan Contoh 1, AKIBAT sumber: [data] }
sumber: [data]
";

/// The pages on which the ballot, or a column of it, is shown.
const PAGES: [&str; 5] = ["index.html", "banding.html", "cetak.html", "paslon/1.html", "paslon/2.html"];

fn page(akibat: &str, name: &str) -> String {
    let site = build(SITE.replace("AKIBAT", akibat).trim_start());
    String::from_utf8(site[&format!("kota-contoh/{name}")].clone()).unwrap()
}

#[test]
fn that_a_vote_is_void_stands_wherever_the_number_stands() {
    for name in PAGES {
        let page = page("akibat_suara: tidak_sah,", name);
        assert!(page.contains("Suara untuk nomor 2 tidak sah."), "{name}");
        assert!(page.contains("Keputusan Contoh 1"), "{name}");
        assert!(!page.contains("Suara untuk nomor 1"), "{name}");
    }
}

#[test]
fn a_vote_is_called_void_only_where_the_record_says_so() {
    for name in PAGES {
        assert!(!page("", name).contains("Suara untuk nomor"), "{name}");
        assert!(page("akibat_suara: tetap_sah,", name).contains("Suara untuk nomor 2 tetap sah."), "{name}");
    }
}

#[test]
fn the_empty_column_stands_on_the_ballot_and_is_not_called_invalid() {
    let page = page("", "banding.html");
    assert!(page.contains("<td data-n=\"1\">Tercantum di surat suara</td>"), "{page}");
    assert!(!page.contains("Tidak berlaku"));
}

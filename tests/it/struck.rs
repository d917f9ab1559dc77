//! Wherever the number of a struck pair stands, what becomes of a vote for it is said, as the record says it.

use crate::content::{build, build_from_on, files, on, said};
use pilkada::bahasa::Bahasa;
use pilkada::source::Sources;

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
const PAGES: [&str; 6] =
    ["index.html", "banding.html", "cara-memilih.html", "cetak.html", "paslon/1.html", "paslon/2.html"];

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
    assert!(page.contains("<td class=\"k1\" data-n=\"1\">Tercantum di surat suara</td>"), "{page}");
    assert!(!page.contains("Tidak berlaku"));
}

/// A page of the site on a day.
fn on_day(site: &str, (day, name): (&str, &str)) -> String {
    let files = files(site.trim_start());
    let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    String::from_utf8(build_from_on(on(day), &sources)[name].clone()).unwrap()
}

const JADWAL: &str = "\
--- jadwal.yaml
tahapan:
  - { id: suara, nama: Pemungutan suara, kelompok: penyelenggaraan, jenis: pemungutan_suara, mulai: 2024-11-27, selesai: 2024-11-27, jam_mulai: \"07:00\", jam_selesai: \"13:00\" }
";

#[test]
fn on_voting_day_every_page_of_the_region_says_it_at_its_top() {
    let site = format!("{}{JADWAL}", SITE.replace("AKIBAT", "akibat_suara: tidak_sah,"));
    let banner = "<p class=\"fase\"><b>Provinsi Contoh.</b> <strong class=\"suara-nomor\">Suara untuk nomor 2 tidak sah. <small>Keputusan Contoh 1</small></strong></p>";
    for name in ["index.html", "jadwal.html", "paslon/1.html", "banding.html"] {
        let name = format!("kota-contoh/{name}");
        assert!(on_day(&site, ("2024-11-27", &name)).contains(banner), "{name}");
        for other in ["2024-11-26", "2024-11-28"] {
            assert!(!on_day(&site, (other, &name)).contains(banner), "{name} {other}");
        }
    }
    let silent = format!("{}{JADWAL}", SITE.replace("AKIBAT", ""));
    assert!(!on_day(&silent, ("2024-11-27", "kota-contoh/index.html")).contains("<b>Provinsi Contoh.</b>"));
}

/// The site with another last step in the standing of the pair.
fn with_step(step: &str) -> String {
    SITE.replace("{ keadaan: dibatalkan, tanggal: 2024-10-31, dasar: Keputusan Contoh 1, AKIBAT sumber: [data] }", step)
}

#[test]
fn a_substituted_candidate_is_named_wherever_the_number_stands() {
    let site = with_step(
        "{ keadaan: calon_diganti, tanggal: 2024-10-20, siapa: wakil, sebelumnya: WAKIL LAMA, dasar: Keputusan Contoh 2, sumber: [data] }",
    );
    for name in PAGES {
        let page = String::from_utf8(build(site.trim_start())[&format!("kota-contoh/{name}")].clone()).unwrap();
        let told = "Nomor urut 2: WAKIL DUA menggantikan WAKIL LAMA sebagai calon wakil kepala daerah.";
        assert!(page.contains(told) && page.contains("Keputusan Contoh 2"), "{name}");
        assert!(!page.contains("Suara untuk nomor"), "{name}");
    }
}

#[test]
fn one_who_can_no_longer_stand_in_the_last_days_leaves_the_other_on_the_ballot() {
    let site = with_step(
        "{ keadaan: satu_calon_berhalangan, tanggal: 2024-10-31, siapa: calon, dasar: Keputusan Contoh 3, akibat_suara: tetap_sah, sumber: [data] }",
    );
    for name in PAGES {
        let page = String::from_utf8(build(site.trim_start())[&format!("kota-contoh/{name}")].clone()).unwrap();
        assert!(
            page.contains("Nomor urut 2: CALON DUA, calon kepala daerah, berhalangan tetap dan tidak diganti."),
            "{name}"
        );
        assert!(page.contains("Suara untuk nomor 2 tetap sah."), "{name}");
    }
}

#[test]
fn a_candidate_is_substituted_until_thirty_days_before_the_vote() {
    let found = |step: &str| said(with_step(step).trim_start(), Bahasa::Id).matches("[HUK-43]").count();
    assert_eq!(found("{ keadaan: calon_diganti, tanggal: 2024-10-28, siapa: calon, sumber: [data] }"), 0);
    assert_eq!(found("{ keadaan: calon_diganti, tanggal: 2024-10-29, siapa: calon, sumber: [data] }"), 1);
    assert_eq!(found("{ keadaan: satu_calon_berhalangan, tanggal: 2024-10-29, siapa: calon, sumber: [data] }"), 0);
    assert_eq!(found("{ keadaan: satu_calon_berhalangan, tanggal: 2024-10-28, siapa: calon, sumber: [data] }"), 1);
    assert_eq!(found("{ keadaan: satu_calon_berhalangan, tanggal: 2024-10-29, sumber: [data] }"), 1);
    assert_eq!(found("{ keadaan: berhalangan_tetap, tanggal: 2024-10-29, sumber: [data] }"), 0);
}

#[test]
fn the_pictures_of_shared_links_say_it_too() {
    let drawn = |akibat: &str| build(SITE.replace("AKIBAT", akibat).trim_start());
    let (silent, void, valid) = (drawn(""), drawn("akibat_suara: tidak_sah,"), drawn("akibat_suara: tetap_sah,"));
    for name in ["wilayah", "paslon-2"] {
        let path = format!("kota-contoh/bagikan/{name}.png");
        assert!(silent[&path] != void[&path] && void[&path] != valid[&path] && silent[&path] != valid[&path], "{name}");
    }
    // The letters of all numbers shrink together: what is shown of the other one is what its neighbours leave room for.
    assert_eq!(silent["kota-contoh/bagikan/situs.png".trim_start_matches("kota-contoh/")], void["bagikan/situs.png"]);
}

#[test]
fn the_empty_column_is_ahead_where_both_counts_are_known_and_not_where_one_is_missing() {
    let home = |votes: &str| {
        let site = format!(
            "--- wilayah/contoh/wilayah.yaml\nkode: \"15\"\nnama: Provinsi Contoh\njenis: provinsi\npemilihan: {{ ada: true }}\n\
             --- wilayah/contoh/paslon/1.yaml\nnomor_urut: 1\ncalon: {{ nama: RINA UMPAMA }}\nwakil: {{ nama: DODI ANDAI }}\n\
             --- wilayah/contoh/paslon/2.yaml\nnomor_urut: 2\nkolom_kosong: true\n\
             --- wilayah/contoh/hasil.yaml\nstatus: dikutip_media\ntanggal: 2024-12-10\nsuara: {{ {votes} }}\n"
        );
        on_day(&site, ("2024-12-20", "index.html"))
    };
    let said = "Suara kolom kosong lebih banyak";
    assert!(home("1: 400, 2: 600").contains(said));
    assert!(!home("1: 600, 2: 400").contains(said) && !home("2: 600").contains(said));
}

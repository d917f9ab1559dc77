//! What a voter hands on: the day for a calendar, a message with the address of the page.

use crate::content::{Site, build, build_from_on, files, on};
use pilkada::source::Sources;
use scraper::{Html, Selector};

/// A province that elects a governor, a city of two pairs in it, and a kabupaten where nobody is elected in a province without a vote.
const DAERAH: &str = "\
--- jadwal.yaml
tahapan:
  - { id: pemungutan-suara, nama: Pemungutan suara, kelompok: penyelenggaraan, jenis: pemungutan_suara, mulai: 2024-11-27, selesai: 2024-11-27, jam_mulai: \"07:00\", jam_selesai: \"13:00\" }
--- wilayah/contoh/wilayah.yaml
kode: \"64\"
nama: Provinsi Contoh
jenis: provinsi
pemilihan: { ada: true }
--- wilayah/contoh/kota-contoh/wilayah.yaml
kode: \"64.71\"
nama: Kota Contoh
jenis: kota
pemilihan: { jumlah_paslon: 2 }
--- wilayah/contoh/kota-contoh/paslon/1.yaml
nomor_urut: 1
calon: { nama: CALON SATU }
wakil: { nama: WAKIL SATU }
--- wilayah/contoh/kota-contoh/paslon/2.yaml
nomor_urut: 2
calon: { nama: CALON DUA }
wakil: { nama: WAKIL DUA }
--- wilayah/lain/wilayah.yaml
kode: \"65\"
nama: Provinsi Lain
jenis: provinsi
pemilihan: { ada: false, alasan: Contoh. }
--- wilayah/lain/kabupaten-lain/wilayah.yaml
kode: \"65.01\"
nama: Kabupaten Lain
jenis: kabupaten
pemilihan: { ada: false, alasan: Contoh. }
";

fn site_on(day: &str) -> Site {
    let files = files(DAERAH);
    build_from_on(on(day), &Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str()))))
}

/// The addresses of a page that lead to calendars and to messages.
fn links(site: &Site, path: &str) -> Vec<String> {
    let page = Html::parse_document(std::str::from_utf8(&site[path]).unwrap());
    let links = Selector::parse("main a").unwrap();
    let all = page.select(&links).filter_map(|link| link.attr("href"));
    all.filter(|to| to.ends_with(".ics") || to.contains("wa.me")).map(str::to_owned).collect()
}

/// What a messenger shows of an address's text.
fn message(address: &str) -> String {
    let text = address.strip_prefix("https://wa.me/?text=").unwrap();
    pilkada::value::jalur::decoded(text).into_owned()
}

#[test]
fn a_region_and_a_pair_can_be_sent_on_with_contest_day_hours_and_address() {
    let site = build(DAERAH);
    let kota = "https://contoh.test/pilkada/contoh/kota-contoh/";
    let [calendar, send] = &links(&site, "contoh/kota-contoh/index.html")[..] else { panic!("two links") };
    assert_eq!(calendar, "../../contoh/kota-contoh/hari-memilih.ics");
    assert_eq!(
        message(send),
        format!(
            "Pemilihan Gubernur dan Wakil Gubernur Provinsi Contoh; Pemilihan Wali Kota dan Wakil Wali Kota Kota Contoh: \
             Rabu, 27 November 2024, pukul 07.00–13.00 WITA\n{kota}"
        )
    );
    let of_pair = |nomor: u32| links(&site, &format!("contoh/kota-contoh/paslon/{nomor}.html"));
    let messages: Vec<String> = [1, 2].map(|nomor| message(&of_pair(nomor)[1])).into();
    // No pair's message says more than another's: only the address is its own.
    let said = "Pemilihan Wali Kota dan Wakil Wali Kota Kota Contoh: Rabu, 27 November 2024, pukul 07.00–13.00 WITA";
    assert_eq!(messages, [1, 2].map(|nomor| format!("{said}\n{kota}paslon/{nomor}.html")));
}

#[test]
fn the_day_is_offered_for_a_calendar_until_it_is_over_and_only_where_people_vote() {
    let (before, after) = (site_on("2024-11-27"), site_on("2024-11-28"));
    for path in ["index.html", "contoh/index.html", "contoh/kota-contoh/index.html", "contoh/kota-contoh/jadwal.html"] {
        let calendars = |site: &Site| links(site, path).iter().filter(|to| to.ends_with("hari-memilih.ics")).count();
        assert_eq!((calendars(&before), calendars(&after)), (1, 0), "{path}");
    }
    let sent = &links(&after, "contoh/kota-contoh/index.html")[0];
    assert!(message(sent).contains("27 November 2024\n"), "no hours of a day that is over: {}", message(sent));
    assert!(links(&before, "lain/kabupaten-lain/index.html").is_empty(), "nobody votes there");
    assert!(!before.contains_key("lain/kabupaten-lain/hari-memilih.ics"));
}

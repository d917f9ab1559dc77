//! `luring.html`: a region in one file that asks for no other, light enough to be handed on.

use crate::content::{Site, build, build_from_on, files, on};
use crate::sample::SITE;
use pilkada::source::Sources;
use scraper::{ElementRef, Html, Selector};
use std::fmt::Write;

/// The most bytes a file may have.
const MOST: usize = 60 * 1024;

/// What makes a browser ask for another file.
const ASKING: &str =
    "script, link[rel='stylesheet'], img, picture, iframe, object, embed, source, video, audio, [srcset], [background]";

/// A city of eight pairs with long names, where one was struck out, in a province that elects a governor.
fn crowded() -> String {
    let mut text = String::from(
        "--- wilayah/contoh/wilayah.yaml\nkode: \"64\"\nnama: Provinsi Contoh\njenis: provinsi\npemilihan: { ada: true }\n\
         --- wilayah/contoh/kota-contoh/wilayah.yaml\nkode: \"64.71\"\nnama: Kota Contoh\njenis: kota\npemilihan: { ada: true }\n\
         penyelenggara: { nama: KPU Kota Contoh, alamat: Jalan Contoh }\n",
    );
    for folder in ["contoh", "contoh/kota-contoh"] {
        for nomor in 1..=8 {
            let _ = write!(
                text,
                "--- wilayah/{folder}/paslon/{nomor}.yaml\nnomor_urut: {nomor}\n\
                 calon: {{ nama: \"Dr. H. CALON YANG NAMANYA PANJANG SEKALI CONTOH {nomor}, S.E., M.M.\" }}\n\
                 wakil: {{ nama: \"Hj. WAKIL YANG NAMANYA PANJANG SEKALI CONTOH {nomor}, S.H., M.H.\" }}\n"
            );
        }
    }
    text.push_str(
        "status: [ { keadaan: dibatalkan, tanggal: 2024-10-20, akibat_suara: tidak_sah, dasar: Keputusan contoh } ]\n",
    );
    text
}

fn site_on(day: &str) -> Site {
    let files = files(&crowded());
    build_from_on(on(day), &Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str()))))
}

fn page(site: &Site, path: &str) -> Html {
    Html::parse_document(std::str::from_utf8(&site[path]).unwrap())
}

fn all<'h>(page: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).collect()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// Everything that is wrong with a file that is to be read alone.
fn wrong(site: &Site, path: &str) -> Vec<String> {
    let (page, weight) = (page(site, path), site[path].len());
    let mut wrong: Vec<String> =
        all(&page, ASKING).into_iter().map(|element| format!("{path} asks: {}", element.html())).collect();
    if weight > MOST {
        wrong.push(format!("{path} has {weight} bytes"));
    }
    // A link leads to the whole web, or nowhere: the file lies beside no other.
    let links = all(&page, "a[href]").into_iter().filter_map(|link| link.attr("href"));
    wrong.extend(links.filter(|to| !to.starts_with("http")).map(|to| format!("{path} leads to {to}")));
    let text = std::str::from_utf8(&site[path]).unwrap();
    wrong.extend(["url(", "@import"].iter().filter(|ask| text.contains(**ask)).map(|ask| format!("{path} has {ask}")));
    wrong
}

#[test]
fn a_region_is_one_light_file_that_asks_for_no_other() {
    let files: Vec<&String> = SITE.keys().filter(|path| path.ends_with("/luring.html")).collect();
    assert!(files.len() > 60, "{} regions", files.len());
    let found: Vec<String> = files.iter().flat_map(|path| wrong(&SITE, path)).collect();
    assert!(found.is_empty(), "{found:#?}");
    let site = build(&crowded());
    let found = wrong(&site, "contoh/kota-contoh/luring.html");
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_file_says_when_who_how_from_what_day_it_is_and_where_the_living_page_is() {
    let site = site_on("2024-11-20");
    let page = page(&site, "contoh/kota-contoh/luring.html");
    let text = words(all(&page, "main")[0]);
    for said in [
        "Rabu, 27 November 2024",
        "Keadaan per 20 November 2024.",
        "contoh.test/pilkada/contoh/kota-contoh/",
        "KPU Kota Contoh",
        "Jalan Contoh",
        "C.Pemberitahuan-KWK",
        "Langkah 6.",
        "Dibatalkan",
        "Suara untuk nomor 8 tidak sah. Keputusan contoh",
    ] {
        assert!(text.contains(said), "it does not say {said}: {text}");
    }
    let numbers: Vec<String> = all(&page, ".baris .no").into_iter().map(words).collect();
    let ballot: Vec<String> = (1..=8).map(|nomor: u32| nomor.to_string()).collect();
    assert_eq!(numbers, [ballot.clone(), ballot].concat(), "both ballots in the order of the numbers");
    let living: Vec<_> =
        all(&page, "link[rel='canonical'], .penting a").into_iter().filter_map(|link| link.attr("href")).collect();
    assert_eq!(living, ["https://contoh.test/pilkada/contoh/kota-contoh/"; 2]);
}

#[test]
fn the_region_offers_its_file_and_no_list_of_pages_names_it() {
    let site = build(&crowded());
    let region = page(&site, "contoh/kota-contoh/index.html");
    let saved: Vec<_> =
        all(&region, "a[download]").into_iter().map(|link| (link.attr("href"), link.attr("download"))).collect();
    assert_eq!(saved, [(Some("../../contoh/kota-contoh/luring.html"), Some("contoh-kota-contoh.html"))]);
    assert!(!String::from_utf8_lossy(&site["sitemap.xml"]).contains("luring.html"));
    assert!(!site.contains_key("luring.html"), "the whole country has no ballot");
}

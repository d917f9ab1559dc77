//! Every address on a page leads to a page of the site or to one on the web, whatever a record or a text gives.

use crate::content::{Site, build};
use scraper::{Html, Selector};

/// What somebody may write where an address is expected, so that a browser runs it or goes elsewhere.
const HOSTILE: [&str; 12] = [
    "/javascript:alert(1)//x.html",
    "javascript:alert(1)",
    " javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "//jahat.test/",
    "/\\\\\\\\jahat.test/",
    "\\\\\\\\jahat.test",
    "/\\\\\"><script>alert(1)</script>",
    "../../../javascript:alert(1)",
];

/// The attributes that a browser follows.
const FOLLOWED: [&str; 6] = ["href", "src", "srcset", "action", "formaction", "poster"];

/// The addresses of a page that lead neither to a file of the site nor to the web.
fn astray(site: &Site, path: &str, page: &Html) -> Vec<String> {
    let elements = Selector::parse("*").unwrap();
    let given = page.select(&elements).flat_map(|element| {
        let value = element.value();
        FOLLOWED.into_iter().filter_map(move |name| value.attr(name)).map(str::to_owned).collect::<Vec<_>>()
    });
    let each = given.flat_map(|value| value.split(", ").map(str::to_owned).collect::<Vec<_>>());
    each.filter(|address| !leads(site, path, address)).collect()
}

/// Whether an address leads to a file of the site as seen from a page, or to the web.
fn leads(site: &Site, path: &str, address: &str) -> bool {
    // The theme draws its icon itself, as data that holds no script.
    let known = ["https://", "http://", "mailto:", "tel:", "#", "data:image/svg+xml,%3Csvg%20xmlns="];
    if known.iter().any(|begin| address.starts_with(begin)) {
        return true;
    }
    // The page for lost visitors may be shown anywhere below the site's root.
    if let Some(whole) = address.strip_prefix("/pilkada/").filter(|_| path == "404.html") {
        return site.contains_key(whole.split('#').next().unwrap_or_default());
    }
    let address = address.split(['#', '?', ' ']).next().unwrap_or_default();
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    site.contains_key(&parts.join("/"))
}

#[test]
fn a_correction_leads_to_a_page_of_the_site_or_nowhere() {
    let rows: Vec<String> = HOSTILE
        .iter()
        .chain(&["/contoh/", "/contoh/koreksi.html#kecil", "wilayah.yaml"])
        .map(|to| {
            format!("  - {{ tanggal: 2024-10-01, menyangkut: \"{to}\", bidang: Nama, sesudah: A, alasan: B, tingkat: kecil }}\n")
        })
        .collect();
    let rows = rows.concat().replace("\"><script>", "\\\"><script>");
    let site = build(&format!(
        "--- koreksi.yaml\nkoreksi:\n{rows}\n--- wilayah/contoh/koreksi.yaml\nkoreksi:\n{rows}\n--- wilayah/contoh/wilayah.yaml\n\
         kode: \"15\"\nnama: Provinsi Contoh\njenis: provinsi\npemilihan: {{ ada: false, alasan: Contoh. }}\n"
    ));
    let mut links = 0;
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = Html::parse_document(std::str::from_utf8(bytes).unwrap());
        let astray = astray(&site, path, &page);
        assert!(astray.is_empty(), "{path}: {astray:?}");
        if path.ends_with("koreksi.html") {
            links += page.select(&Selector::parse(".satu-koreksi a").unwrap()).count();
            assert_eq!(page.select(&Selector::parse(".satu-koreksi").unwrap()).count(), HOSTILE.len() + 3);
        }
    }
    // Of each list two addresses of the site; of the region's, its own file as well.
    assert_eq!(links, 5);
}

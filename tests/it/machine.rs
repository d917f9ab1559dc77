//! What search engines, feed readers and link previews read of every page: of the sample, and of a made-up site with
//! the states that the sample lacks.

use crate::content::Site;
use crate::sample::{SITE, built};
use scraper::{Html, Selector};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

/// The made-up site of the browser tests, with six pairs, an empty column, and a translated article.
static RARE: LazyLock<Site> = LazyLock::new(|| built(Path::new("tests/browser/situs"), "2024-12-20"));

/// Both sites, each with the address it is built for.
fn sites() -> [(&'static str, &'static Site); 2] {
    [("https://contoh.go.id/pilkada/", &SITE), ("https://contoh.test/pilkada/", &RARE)]
}

/// The pages of a site.
fn pages(site: &Site) -> impl Iterator<Item = (&String, Html)> {
    let pages = site.iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path, Html::parse_document(std::str::from_utf8(bytes).unwrap())))
}

/// The values of an attribute, wherever it stands.
fn all(page: &Html, selector: &str, attribute: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).map(|element| element.attr(attribute).unwrap_or_default().to_owned()).collect()
}

/// The address a file is read at.
fn address(base: &str, path: &str) -> String {
    let public = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
    format!("{base}{}", public.unwrap_or(path))
}

/// Whether a file repeats its region's page, to be kept where there is no network: it asks for no other file and names none.
fn is_kept(path: &str) -> bool {
    path.ends_with("/luring.html") || path.ends_with("/luring.en.html")
}

/// The address that a page is known by: its own, that of the page which it leads on to, or of the one that it repeats.
fn known_by(base: &str, path: &str, page: &Html) -> String {
    if is_kept(path) {
        return address(base, &path.replace("luring.", "index."));
    }
    match all(page, "meta[http-equiv='refresh']", "content").first() {
        Some(there) => address(base, &file(path, there.strip_prefix("0; url=").expect("it leads on at once"))),
        None => address(base, path),
    }
}

#[test]
fn every_page_has_one_canonical_address_its_own_or_where_it_leads() {
    for (base, site) in sites() {
        for (path, page) in pages(site) {
            assert_eq!(all(&page, "link[rel='canonical']", "href"), [known_by(base, path, &page)], "{path}");
        }
    }
}

#[test]
fn every_page_can_be_shown_as_a_preview() {
    for (base, site) in sites() {
        for (path, page) in pages(site).filter(|(path, _)| !is_kept(path)) {
            let one = |property: &str| {
                let contents = all(&page, &format!("meta[property='og:{property}']"), "content");
                assert_eq!(contents.len(), 1, "{path}: og:{property}");
                assert!(!contents[0].trim().is_empty(), "{path}: og:{property} is empty");
                contents[0].clone()
            };
            assert_eq!(one("url"), known_by(base, path, &page));
            assert!(["website", "article", "profile"].contains(&one("type").as_str()), "{path}: og:type");
            assert_eq!(one("locale"), if all(&page, "html", "lang") == ["en"] { "en_US" } else { "id_ID" }, "{path}");
            for property in ["title", "description", "site_name"] {
                one(property);
            }
        }
    }
}

/// What must be said of a thing of a schema.org type; nothing for a type that this test does not know.
fn required(kind: &str) -> &'static [&'static str] {
    match kind {
        "AdministrativeArea" | "Claim" | "GovernmentOrganization" | "Organization" | "Person" => &["name"],
        "Answer" => &["text"],
        "BreadcrumbList" => &["itemListElement"],
        "ClaimReview" => &["url", "datePublished", "claimReviewed", "itemReviewed", "author", "reviewRating"],
        "DataDownload" => &["encodingFormat", "contentUrl"],
        "Dataset" => &["name", "description"],
        "DefinedTerm" => &["name", "description", "inDefinedTermSet"],
        "Event" => &["name", "startDate", "endDate", "eventStatus", "location", "organizer"],
        "FAQPage" => &["mainEntity"],
        "ListItem" => &["position", "name", "item"],
        "NewsArticle" => {
            &["headline", "datePublished", "dateModified", "inLanguage", "mainEntityOfPage", "author", "publisher"]
        }
        "Place" => &["name", "address"],
        "Question" => &["name", "acceptedAnswer"],
        "Rating" => &["alternateName"],
        "WebSite" => &["name", "url", "publisher"],
        _ => &[],
    }
}

/// Looks at a value and everything in it, and notes the types that were met.
fn sound(path: &str, value: &Value, met: &mut BTreeSet<String>) {
    let empty =
        |value: &Value| value.is_null() || value.as_str() == Some("") || value.as_array().is_some_and(Vec::is_empty);
    if let Some(kind) = value.get("@type") {
        let kind = kind.as_str().unwrap();
        assert!(!required(kind).is_empty(), "{path}: what a {kind} must say is not known to this test");
        for property in required(kind) {
            assert!(value.get(property).is_some_and(|value| !empty(value)), "{path}: {kind} without {property}");
        }
        met.insert(kind.to_owned());
    }
    match value {
        Value::Object(fields) => fields.values().for_each(|value| sound(path, value, met)),
        Value::Array(values) => values.iter().for_each(|value| sound(path, value, met)),
        _ => {}
    }
}

#[test]
fn what_is_said_in_schema_org_is_whole() {
    let mut met = BTreeSet::new();
    for (base, site) in sites() {
        for (path, page) in pages(site) {
            let selector = Selector::parse("script[type='application/ld+json']").unwrap();
            for script in page.select(&selector) {
                let text: Value = serde_json::from_str(&script.inner_html()).unwrap();
                assert_eq!(text["@context"], "https://schema.org", "{path}");
                for thing in text["@graph"].as_array().unwrap() {
                    assert!(thing.get("@type").is_some(), "{path}: a thing without a type");
                    sound(path, thing, &mut met);
                    crumbs(path, thing, &address(base, path));
                    if thing["@type"] == "NewsArticle" {
                        assert_eq!(all(&page, "html", "lang"), [thing["inLanguage"].as_str().unwrap()], "{path}");
                        assert_eq!(thing["mainEntityOfPage"], address(base, path), "{path}");
                    }
                }
            }
        }
    }
    for kind in ["BreadcrumbList", "ClaimReview", "Dataset", "DefinedTerm", "Event", "FAQPage", "NewsArticle", "Person"]
    {
        assert!(met.contains(kind), "no page speaks of a {kind}");
    }
}

#[test]
fn what_is_not_proved_has_no_place_between_false_and_true() {
    let one = |verdict: &str| {
        format!(
            "--- klarifikasi/2024-10-15-{}.md\n---\njudul: Kabar\ntanggal: 2024-10-15\nkabar: Kabar contoh\nputusan: {verdict}\nringkasan: Ringkas.\nsumber: [sk]\n---\n\nIsi.\n",
            verdict.replace('_', "-")
        )
    };
    let sumber = "--- sumber.yaml\nsk: { jenis: data_kpu, judul: Data, penerbit: KPU, tanggal: 2024-09-23, tautan: \"https://contoh.test/data\" }\n";
    let site = crate::content::build(&[sumber, &one("salah"), &one("belum_terbukti")].concat());
    let rating = |page: &str| {
        let page = std::str::from_utf8(&site[page]).unwrap();
        let rating = page.split("\"reviewRating\":").nth(1).expect("a rating").split('}').next().unwrap();
        serde_json::from_str::<Value>(&format!("{rating}}}")).unwrap()
    };
    let wrong = rating("klarifikasi/salah.html");
    assert_eq!((&wrong["ratingValue"], &wrong["alternateName"]), (&1.into(), &"Salah".into()));
    let unproved = rating("klarifikasi/belum-terbukti.html");
    assert_eq!((&unproved["ratingValue"], &unproved["alternateName"]), (&Value::Null, &"Belum terbukti".into()));
}

/// Breadcrumbs are numbered from 1 and end at the page itself.
fn crumbs(path: &str, thing: &Value, own: &str) {
    if thing["@type"] == "BreadcrumbList" {
        let steps = thing["itemListElement"].as_array().unwrap();
        let positions: Vec<u64> = steps.iter().map(|step| step["position"].as_u64().unwrap()).collect();
        assert_eq!(positions, (1..=steps.len() as u64).collect::<Vec<_>>(), "{path}");
        assert_eq!(steps.last().unwrap()["item"], own, "{path}");
    }
}

#[test]
fn nothing_is_said_in_microdata() {
    for (_, site) in sites() {
        for (path, page) in pages(site) {
            let found = all(&page, "[itemscope], [itemprop], [itemtype], [itemid], [typeof], [vocab]", "class");
            assert!(found.is_empty(), "{path} has microdata");
        }
    }
}

/// The file a link of a page leads to.
fn file(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/').filter(|part| *part != ".") {
        if part == ".." { parts.pop().map(drop).unwrap() } else { parts.push(part) }
    }
    parts.join("/")
}

/// The feed nearest to a page among those a site has.
fn nearest(site: &Site, page: &str, name: &str) -> String {
    let folders = page.match_indices('/').map(|(at, _)| &page[..=at]).chain([""]);
    let feeds = folders.map(|folder| format!("{folder}{name}")).filter(|feed| site.contains_key(feed));
    feeds.max_by_key(String::len).expect("the whole site has a feed")
}

#[test]
fn every_page_names_the_feeds_of_its_place() {
    for (_, site) in sites() {
        for (path, page) in pages(site).filter(|(path, _)| *path != "404.html" && !is_kept(path)) {
            let (atom, json) =
                if path.ends_with(".en.html") { ("atom.en.xml", "feed.en.json") } else { ("atom.xml", "feed.json") };
            for (kind, name) in [("application/atom+xml", atom), ("application/feed+json", json)] {
                let links = all(&page, &format!("link[rel='alternate'][type='{kind}']"), "href");
                assert_eq!(links.len(), 1, "{path}: {kind}");
                let (named, nearest) = (file(path, &links[0]), nearest(site, path, name));
                assert!(site.contains_key(&named), "{path}: {named} is not there");
                // Where a region's source once lay, a page leads on.
                assert!(named == nearest || path.starts_with("sumber/"), "{path} names {named}, not {nearest}");
            }
        }
    }
}

/// The translations a page names, itself among them: addresses by language.
fn translations(page: &Html) -> BTreeMap<String, String> {
    let links = "link[rel='alternate'][hreflang]";
    all(page, links, "hreflang").into_iter().zip(all(page, links, "href")).collect()
}

#[test]
fn translations_name_each_other() {
    let mut found = 0;
    for (base, site) in sites() {
        // What only leads on names the languages of what it leads to.
        let own = |(_, page): &(&String, Html)| all(page, "meta[http-equiv='refresh']", "content").is_empty();
        let named: BTreeMap<String, (String, BTreeMap<String, String>)> = pages(site)
            .filter(own)
            .map(|(path, page)| (address(base, path), (all(&page, "html", "lang").remove(0), translations(&page))))
            .collect();
        for (own, (language, others)) in named.iter().filter(|(_, (_, others))| !others.is_empty()) {
            assert_eq!(others.get(language), Some(own), "{own} does not name itself");
            // The version for readers of any other language is one of them.
            let usual = others
                .get("x-default")
                .map(|usual| others.iter().any(|(code, own)| code != "x-default" && own == usual));
            assert_ne!(usual, Some(false), "{own}");
            for (language, other) in others.iter().filter(|(language, _)| *language != "x-default") {
                assert_eq!(named[other], (language.clone(), others.clone()), "{other} does not name {own}");
            }
            found += 1;
        }
    }
    assert!(found >= 2, "no page is translated");
}

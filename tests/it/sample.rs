//! The repository's own content, built whole: it is sound, every link in it leads somewhere, and it comes out the same
//! twice.

use crate::content::{Memory, Site};
use pilkada::model::{BuildOptions, Drafts};
use pilkada::pipeline;
use pilkada::report::Report;
use pilkada::report::draw::{Colour, Style, teks};
use pilkada::source;
use pilkada::value::tanggal::Tanggal;
use pilkada::value::{Nilai, Scalar};
use scraper::{Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex, OnceLock};

/// The sample site, built for a day after the vote.
pub static SITE: LazyLock<Arc<Site>> = LazyLock::new(|| built_on("2024-12-20"));

/// The sample site as it was on a day, built once for all who ask.
pub fn built_on(day: &str) -> Arc<Site> {
    static DAYS: Mutex<BTreeMap<String, Arc<OnceLock<Arc<Site>>>>> = Mutex::new(BTreeMap::new());
    let of_day = DAYS.lock().unwrap().entry(day.to_owned()).or_default().clone();
    of_day.get_or_init(|| Arc::new(built(Path::new("."), day))).clone()
}

/// The site of a project's folder, as it was on a day.
pub fn built(project: &Path, day: &str) -> Site {
    let hari = Tanggal::read(Scalar::Teks(day)).unwrap();
    let sources = source::read(project).unwrap();
    let (sink, mut report) = (Memory::default(), Report::default());
    pipeline::build(&sources, BuildOptions { hari, draf: Drafts::Wait }, &sink, &mut report).unwrap();
    let style = Style { bahasa: pilkada::bahasa::Bahasa::Id, colour: Colour::Plain };
    assert!(report.is_clean(), "{}", teks(&report, &sources, style));
    sink.0.into_inner().unwrap()
}

/// What a page links to, and the anchors it has.
struct Linked {
    links: Vec<String>,
    ids: BTreeSet<String>,
}

fn linked(html: &[u8]) -> Linked {
    let document = Html::parse_document(std::str::from_utf8(html).unwrap());
    let all = |selector: &str, attribute: &str| -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        document.select(&selector).filter_map(|element| element.attr(attribute)).map(str::to_owned).collect()
    };
    let ids = all("[id]", "id");
    let unique: BTreeSet<String> = ids.iter().cloned().collect();
    assert_eq!(ids.len(), unique.len(), "an id stands twice");
    let mut links = all("[href]", "href");
    links.extend(all("[src]", "src"));
    Linked { links, ids: unique }
}

/// The file a link leads to, and its fragment; nothing for another site.
fn target(page: &str, link: &str) -> Option<(String, Option<String>)> {
    if link.starts_with("data:") {
        return None;
    }
    if link.starts_with("http:") || link.starts_with("https:") || link.starts_with("mailto:") {
        let own = link.strip_prefix("https://contoh.go.id/pilkada/")?;
        return target("index.html", if own.is_empty() { "./" } else { own });
    }
    let (path, fragment) = match link.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment.to_owned())),
        None => (link, None),
    };
    let mut parts: Vec<&str> = page.split('/').collect();
    let file = parts.pop().unwrap();
    if let Some(absolute) = path.strip_prefix("/pilkada/") {
        return Some((with_index(absolute), fragment));
    }
    if path.is_empty() {
        parts.push(file);
    }
    for part in path.split('/').filter(|part| !matches!(*part, "" | ".")) {
        if part == ".." {
            parts.pop().expect("a link never climbs above the root");
        } else {
            parts.push(part);
        }
    }
    let joined = parts.join("/");
    Some((if path.ends_with('/') { with_index(&format!("{joined}/")) } else { joined }, fragment))
}

fn with_index(path: &str) -> String {
    let path = path.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

#[test]
fn every_link_and_every_fragment_leads_somewhere() {
    let pages: BTreeMap<&String, Linked> =
        SITE.iter().filter(|(path, _)| path.ends_with(".html")).map(|(path, html)| (path, linked(html))).collect();
    let mut broken = BTreeSet::new();
    for (page, linked) in &pages {
        for link in &linked.links {
            let Some((file, fragment)) = target(page, link) else { continue };
            let there = SITE.contains_key(&file) || file == "manifes.json";
            let anchored =
                fragment.is_none_or(|id| id.is_empty() || pages.get(&file).is_some_and(|page| page.ids.contains(&id)));
            if !there || !anchored {
                broken.insert(format!("{page}: {link}"));
            }
        }
    }
    let shown: Vec<_> = broken.iter().take(20).collect();
    assert!(broken.is_empty(), "{} broken links, among them {shown:#?}", broken.len());
}

#[test]
fn nothing_is_asked_of_another_host_and_no_script_runs_but_the_search_and_the_days() {
    for (path, html) in SITE.iter().filter(|(path, _)| path.ends_with(".html")) {
        let document = Html::parse_document(std::str::from_utf8(html).unwrap());
        let of = |selector: &str| document.select(&Selector::parse(selector).unwrap()).count();
        // The search is the one thing that needs a script, and its page leads everywhere without; the other adds how many
        // days there are to a date, on pages that a day will change.
        let (search, days) =
            (usize::from(matches!(path.as_str(), "cari.html" | "cari.en.html")), of("script[data-berikutnya]"));
        assert_eq!(of("script:not([type='application/ld+json'])"), search + days, "{path} has a script");
        assert_eq!(of("script[src='cari.js'][defer]"), search, "{path}");
        assert_eq!(of("script[src$='hari.js'][defer]"), days, "{path}");
        for script in document.select(&Selector::parse("script:not([type='application/ld+json'])").unwrap()) {
            assert_eq!(script.inner_html(), "", "{path} has a script of its own");
        }
        assert_eq!(
            of("img[src^='http'], link[rel='stylesheet'], iframe, object, embed"),
            0,
            "{path} asks another host"
        );
        for element in document.select(&Selector::parse("*").unwrap()) {
            let handler = element.value().attrs().find(|(name, _)| name.starts_with("on"));
            assert_eq!(handler, None, "{path} has an event handler");
            // A server's policy lets in the style sheets that it names, and no attribute.
            assert_eq!(element.value().attr("style"), None, "{path} has a style of its own");
        }
    }
}

#[test]
fn every_page_says_who_it_is_to_machines() {
    for (path, html) in SITE.iter().filter(|(path, _)| path.ends_with(".html")) {
        let document = Html::parse_document(std::str::from_utf8(html).unwrap());
        let one = |selector: &str| document.select(&Selector::parse(selector).unwrap()).count();
        assert_eq!(one("html[lang]"), 1, "{path}: lang");
        assert_eq!(one("h1"), 1, "{path}: h1");
        assert_eq!(one("head > title"), 1, "{path}: title");
        assert_eq!(one("meta[name='description'][content]"), 1, "{path}: description");
        assert_eq!(one("link[rel='canonical']"), 1, "{path}: canonical");
        for script in document.select(&Selector::parse("script[type='application/ld+json']").unwrap()) {
            let graph: serde_json::Value = serde_json::from_str(&script.inner_html()).unwrap();
            assert_eq!(graph["@context"], "https://schema.org", "{path}");
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let again = built(Path::new("."), "2024-12-20");
    assert_eq!(SITE.keys().collect::<Vec<_>>(), again.keys().collect::<Vec<_>>());
    for (path, bytes) in &again {
        assert!(SITE[path] == *bytes, "{path} came out differently");
    }
}

#[test]
fn every_region_tells_which_ballots_its_voters_receive() {
    let page = String::from_utf8_lossy(&SITE["kalimantan-timur/kota-balikpapan/index.html"]).into_owned();
    let document = Html::parse_document(&page);
    let words: String = document.root_element().text().collect();
    for ballot in ["Kalimantan Timur", "Kota Balikpapan"] {
        assert!(words.contains(ballot), "{ballot} is not named");
    }
    assert!(page.contains("../../kalimantan-timur/paslon/1.html"), "the province's ballot is not there");
    assert!(page.contains("kalimantan-timur/kota-balikpapan/paslon/1.html"), "the city's ballot is not there");
}

/// What a server may send before it waits for the first answer (ten segments, RFC 6928).
const ONE_ROUND_TRIP: usize = 14 * 1024;

/// Whether a citizen opens a page first: home, a region, a pair, a comparison.
fn is_opened_first(path: &str) -> bool {
    let region =
        path.strip_suffix("index.html").is_some_and(|folder| SITE.contains_key(&format!("{folder}index.json")));
    region && !path.starts_with("data/")
        || path.ends_with("banding.html")
        || path.contains("/paslon/")
        || path.starts_with("cari")
}

#[test]
fn every_page_is_light() {
    let mut first = 0;
    for (path, bytes) in SITE.iter().filter(|(path, _)| path.ends_with(".html")) {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        std::io::Write::write_all(&mut encoder, bytes).unwrap();
        let size = encoder.finish().unwrap().len();
        // The style sheet stands in the page, so this is all that a first visit waits for.
        let limit = if is_opened_first(path) { ONE_ROUND_TRIP } else { 2 * ONE_ROUND_TRIP };
        assert!(size <= limit, "{path} has {size} bytes compressed, {limit} are allowed");
        first += usize::from(is_opened_first(path));
    }
    let regions = SITE.keys().filter(|path| path.ends_with("/index.json") && !path.starts_with("data/")).count();
    assert!(first > 2 * regions, "home, {regions} regions, their pairs and comparisons are held to one round trip");
}

#[test]
fn every_contest_has_its_place_in_the_report_of_equal_treatment() {
    let text = |path: &str| std::str::from_utf8(&SITE[path]).unwrap();
    // A table, or that there is nothing to compare yet.
    let places = |path: &String| {
        text(path).matches("aria-label=\"Perlakuan di ").count() + text(path).matches("Di sini baru ada nama").count()
    };
    let parts: Vec<&String> = SITE.keys().filter(|path| path.ends_with("/kesetaraan.html")).collect();
    let compared = SITE.keys().filter(|path| path.ends_with("/banding.html")).filter(|path| {
        // A pair against the empty column is compared on its page, but has nobody to be treated the same as.
        !text(path).contains("Kolom kosong")
    });
    assert!(parts.len() > 1);
    assert_eq!(parts.iter().map(|path| places(path)).sum::<usize>(), compared.count());
    for path in parts {
        assert!(text("kesetaraan.html").contains(&format!("href=\"{path}\"")), "{path} is not linked");
    }
}

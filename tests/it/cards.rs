//! The pictures that shared links are shown with: there for every page, alike for every pair, with room for every name.

use crate::content::{Memory, Site, build_options, files};
use crate::sample::built;
use image::RgbImage;
use pilkada::bahasa::Bahasa;
use pilkada::pipeline;
use pilkada::render::sink::{ContentId, File, Sink};
use pilkada::report::Report;
use pilkada::report::draw::{Colour, Style, teks};
use pilkada::source::Sources;
use scraper::{Html, Selector};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;
use std::path::Path;
use std::sync::{LazyLock, Mutex};

/// The made-up site: six pairs, the empty column, a pair struck out, a region without a contest.
static MADE_UP: LazyLock<Site> = LazyLock::new(|| built(Path::new("tests/browser/situs"), "2024-11-20"));

fn picture(site: &Site, path: &str) -> RgbImage {
    image::load_from_memory(&site[path]).unwrap().into_rgb8()
}

/// The pixels that a part of the SVG becomes: a picture is half as wide and half as high.
fn half(range: &Range<u32>) -> Range<u32> {
    range.start.div_ceil(2)..range.end / 2
}

/// Whether nothing but paper is in a part of the SVG.
fn is_blank(picture: &RgbImage, (across, down): (Range<u32>, Range<u32>)) -> bool {
    half(&down).all(|y| half(&across).all(|x| picture.get_pixel(x, y).0 == [255; 3]))
}

/// What a page's head says under a name.
fn said(page: &Html, name: &str) -> Option<String> {
    let selector = Selector::parse(&format!("head > meta[property='{name}'], head > meta[name='{name}']")).unwrap();
    let mut found = page.select(&selector);
    let said = found.next().and_then(|meta| meta.attr("content")).map(str::to_owned);
    assert!(found.next().is_none(), "{name} stands twice");
    said
}

#[test]
fn every_page_names_a_picture_that_is_there() {
    let mut named = BTreeMap::new();
    // A file that is handed on is no link that somebody shares.
    let pages = MADE_UP.iter().filter(|(path, _)| path.ends_with(".html") && !path.contains("/luring."));
    for (path, html) in pages {
        let page = Html::parse_document(std::str::from_utf8(html).unwrap());
        let address = said(&page, "og:image").unwrap_or_else(|| panic!("{path} names no picture"));
        let file = address.strip_prefix("https://contoh.test/pilkada/").unwrap();
        let (width, height) = picture(&MADE_UP, file).dimensions();
        assert_eq!((width, height), (600, 315), "{file}");
        assert_eq!(said(&page, "og:image:width").as_deref(), Some("600"), "{path}");
        assert_eq!(said(&page, "og:image:height").as_deref(), Some("315"), "{path}");
        assert_eq!(said(&page, "twitter:card").as_deref(), Some("summary_large_image"), "{path}");
        named.insert(path.as_str(), (file.to_owned(), said(&page, "og:image:alt").unwrap()));
    }
    let of = |path: &str| (named[path].0.as_str(), named[path].1.as_str());
    assert_eq!(of("index.html"), ("bagikan/situs.png", "Info Pilkada Contoh. Pemungutan suara 27 November 2024."));
    let city = "contoh/kota-contoh";
    let own = "Kota Contoh. Pemungutan suara 27 November 2024.";
    assert_eq!(of(&format!("{city}/index.html")), (&*format!("{city}/bagikan/wilayah.png"), own));
    assert_eq!(
        of(&format!("{city}/berita/nomor-urut.en.html")),
        (&*format!("{city}/bagikan/wilayah.en.png"), "Kota Contoh. Voting on 27 November 2024.")
    );
    assert_eq!(named[&*format!("{city}/deklarasi/damai.html")].0, format!("{city}/bagikan/deklarasi-damai.png"));
    let (file, words) = of("contoh/kota-batal/paslon/2.html");
    assert_eq!(file, "contoh/kota-batal/bagikan/paslon-2.png");
    assert_eq!(words, "2, CALON BATAL DUA, WAKIL BATAL DUA, Kota Batal. Pemungutan suara 27 November 2024.");
}

#[test]
fn no_pair_has_another_look_than_the_next() {
    let of = |number: u32| picture(&MADE_UP, &format!("contoh/kota-contoh/bagikan/paslon-{number}.png"));
    let first = of(1);
    assert_eq!(first.get_pixel(300, 5).0, [0x35, 0xa7, 0x9c], "the colour of the mayor's ballot");
    // The box, and in it the number; beside it the names.
    let (inside, names) = ((84..244, 260..440), (290..1136, 200..512));
    let is_in = |x: u32, y: u32, (across, down): &(Range<u32>, Range<u32>)| {
        half(across).contains(&x) && half(down).contains(&y)
    };
    for number in 2..=6 {
        let other = of(number);
        let differs = first.enumerate_pixels().filter(|(x, y, pixel)| other.get_pixel(*x, *y) != *pixel);
        let places: Vec<(u32, u32)> = differs.map(|(x, y, _)| (x, y)).collect();
        assert!(places.iter().any(|(x, y)| is_in(*x, *y, &inside)), "pair {number} has its own number");
        assert!(places.iter().any(|(x, y)| is_in(*x, *y, &names)), "pair {number} has its own names");
        let outside = places.iter().find(|(x, y)| !is_in(*x, *y, &inside) && !is_in(*x, *y, &names));
        assert_eq!(outside, None, "pair {number} differs beside its number and its names");
    }
}

#[test]
fn a_number_that_no_longer_stands_is_struck_through_and_the_others_are_not() {
    let of = |number: u32| picture(&MADE_UP, &format!("contoh/kota-batal/bagikan/paslon-{number}.png"));
    // The lower left corner inside the number's box, where no digit reaches.
    let corner = || (78..110, 396..430);
    assert!(is_blank(&of(1), corner()), "number 1 stands");
    assert!(!is_blank(&of(2), corner()), "number 2 was struck out");
}

#[test]
fn six_pairs_with_long_names_stay_in_their_columns() {
    let region = picture(&MADE_UP, "contoh/kota-contoh/bagikan/wilayah.png");
    assert!(!is_blank(&region, (150..500, 180..510)), "names on the left");
    assert!(!is_blank(&region, (720..1130, 180..510)), "names on the right");
    assert!(is_blank(&region, (581..619, 180..530)), "the room between the columns");
    assert!(is_blank(&region, (0..62, 24..630)) && is_blank(&region, (1138..1200, 24..630)), "the margins");
}

/// A contest whose names and region are as long as a name may be.
fn longest(pairs: u32) -> Vec<(String, String)> {
    let name = |role: &str, number: u32| {
        format!("Prof. Dr. Ir. H. {role} {number} {} {}", "CONTOH ".repeat(9), "PANJANGSEKALI, S.H., M.H., M.Si.")
    };
    let mut text = format!(
        "--- wilayah/contoh/wilayah.yaml\nkode: \"33\"\nnama: Provinsi {}\njenis: provinsi\npemilihan: {{}}\n",
        "Contoh dan Kepulauan ".repeat(5)
    );
    for number in 1..=pairs {
        let (calon, wakil) = (name("CALON", number), name("WAKIL", number));
        assert!(calon.chars().count() >= 108);
        writeln!(text, "--- wilayah/contoh/paslon/{number}.yaml\nnomor_urut: {number}").unwrap();
        writeln!(text, "calon: {{ nama: \"{calon}\" }}\nwakil: {{ nama: \"{wakil}\" }}").unwrap();
    }
    files(&text)
}

/// What a build left: the site, and what it kept beside it.
#[derive(Default)]
struct Left {
    site: BTreeMap<String, Vec<u8>>,
    kept: BTreeMap<String, Vec<u8>>,
    /// The pictures that were drawn; the others were there.
    drawn: Vec<String>,
}

/// A sink that has what an earlier build left.
#[derive(Default)]
struct Keeping<'k> {
    before: Option<&'k Left>,
    after: Mutex<Left>,
}

impl Keeping<'_> {
    fn left(self) -> Left {
        let mut left = self.after.into_inner().unwrap();
        left.drawn.sort();
        left
    }
}

impl Sink for Keeping<'_> {
    fn put(&self, file: File) -> anyhow::Result<ContentId> {
        let id = ContentId::of(&file.bytes);
        let mut after = self.after.lock().unwrap();
        if file.path.ends_with(".png") {
            after.drawn.push(file.path.clone());
        }
        after.site.insert(file.path, file.bytes);
        Ok(id)
    }

    fn retain(&self, path: &str, id: &ContentId) -> bool {
        let known = self.before.and_then(|before| before.site.get(path));
        let Some(bytes) = known.filter(|bytes| ContentId::of(bytes) == *id) else { return false };
        self.after.lock().unwrap().site.insert(path.to_owned(), bytes.clone());
        true
    }

    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        self.before?.kept.get(name).cloned()
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        assert!(!name.ends_with(".png"), "{name}: the site has it");
        self.after.lock().unwrap().kept.insert(name.to_owned(), bytes.to_owned());
    }

    fn still_wanted(&self, name: &str) {
        let kept = self.kept(name);
        self.after.lock().unwrap().kept.extend(kept.map(|bytes| (name.to_owned(), bytes)));
    }
}

/// Builds into a sink; gives what the program says.
fn build(files: &[(String, String)], sink: &dyn Sink) -> String {
    let sources = Sources::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let mut report = Report::default();
    pipeline::build(&sources, build_options(), sink, &mut report).unwrap();
    let said = teks(&report, &sources, Style { bahasa: Bahasa::Id, colour: Colour::Plain });
    if report.is_clean() { String::new() } else { said }
}

#[test]
fn the_longest_names_stay_inside() {
    for pairs in [2, 6] {
        let sink = Memory::default();
        assert_eq!(build(&longest(pairs), &sink), "");
        let site = sink.0.into_inner().unwrap();
        for path in site.keys().filter(|path| path.ends_with(".png")) {
            let found = picture(&site, path);
            assert!(is_blank(&found, (0..62, 24..630)) && is_blank(&found, (1138..1200, 24..630)), "{pairs}: {path}");
            assert!(is_blank(&found, (0..1200, 514..531)) && is_blank(&found, (0..1200, 600..630)), "{pairs}: {path}");
            if path.contains("paslon-") {
                assert!(!is_blank(&found, (290..1136, 200..500)), "{pairs}: {path} has its names");
                assert!(is_blank(&found, (0..1200, 166..178)), "{pairs}: {path}, below the region's name");
            }
        }
    }
}

#[test]
fn a_picture_is_drawn_once() {
    let files = longest(2);
    let with = |files: &[(String, String)], before: Option<&Left>| {
        let sink = Keeping { before, ..Keeping::default() };
        assert_eq!(build(files, &sink), "");
        sink.left()
    };
    let first = with(&files, None);
    assert_eq!(first.drawn.len(), 4, "the site's, the region's, and one a pair: {:?}", first.drawn);
    let again = with(&files, Some(&first));
    assert_eq!(again.drawn, Vec::<String>::new());
    assert!(again.site == first.site);
    // All pages are drawn anew under another theme, and no picture.
    let mut restyled = files.clone();
    restyled.push(("templates/404.html".to_owned(), "<p>Tidak ada.</p>".to_owned()));
    let later = with(&restyled, Some(&again));
    assert!(later.site["404.html"] != first.site["404.html"]);
    assert_eq!(later.drawn, Vec::<String>::new());
    // One that is gone is drawn again, and no other.
    let mut torn = with(&files, Some(&later));
    let gone = first.drawn[0].clone();
    torn.site.remove(&gone);
    assert_eq!(with(&files, Some(&torn)).drawn, [gone]);
    // Another name, and only the pictures it stands in are drawn again.
    let mut changed = files;
    let pair = changed.iter_mut().find(|(path, _)| path.ends_with("paslon/1.yaml")).unwrap();
    pair.1 = pair.1.replace("CALON 1", "CALON I");
    assert_eq!(with(&changed, Some(&first)).drawn.len(), 2, "the pair's and the region's");
}

#[test]
fn the_same_content_gives_the_same_pictures() {
    let again = built(Path::new("tests/browser/situs"), "2024-11-20");
    for (path, bytes) in MADE_UP.iter().filter(|(path, _)| path.ends_with(".png")) {
        assert!(again[path] == *bytes, "{path} came out differently");
    }
}

#[test]
fn a_template_that_makes_no_picture_is_a_finding() {
    let mut files = longest(2);
    for (inside, why) in [
        ("<g>", "bukan XML yang utuh: "),
        ("<image href=\"Cargo.toml\"/>", "<image> tidak bisa digambar di gambar tautan\n"),
    ] {
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>");
        files.push(("templates/bagikan.svg".to_owned(), svg));
        let sink = Memory::default();
        let said = build(&files, &sink);
        assert!(said.starts_with(&format!("galat[FMT-20]: hasil templat ini tidak bisa dipakai: {why}")), "{said}");
        assert!(said.contains("--> templates/bagikan.svg") && said.ends_with("\n1 galat"), "{said}");
        assert!(sink.0.into_inner().unwrap().keys().all(|path| !path.ends_with(".png")), "no picture is made");
        files.pop();
    }
}

#[test]
fn a_theme_decides_the_look() {
    let mut files = longest(2);
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\"><rect fill=\"#123456\" width=\"1200\" height=\"630\"/></svg>";
    files.push(("templates/bagikan.svg".to_owned(), svg.to_owned()));
    let sink = Memory::default();
    assert_eq!(build(&files, &sink), "");
    let found = picture(&sink.0.into_inner().unwrap(), "contoh/bagikan/paslon-2.png");
    assert!(found.pixels().all(|pixel| pixel.0 == [0x12, 0x34, 0x56]), "all of it is the theme's");
}

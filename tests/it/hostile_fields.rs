//! Whatever a field of a record or a part of an article says, nothing in the site runs it, and nothing breaks out of its place.
//!
//! The fields are enumerated from the JSON Schemas: a new one is tried without anybody thinking of it.

use crate::content::{Memory, Site, on};
use crate::mutasi::{Files, LATE, sound};
use pilkada::check::RULES;
use pilkada::markdown;
use pilkada::pipeline;
use pilkada::record::JENIS;
use pilkada::record::skema::Jenis;
use pilkada::report::place::Place;
use pilkada::report::{Level, Report};
use pilkada::source;
use pilkada::source::front::{body_start, record_part};
use pilkada::value::{Written, refusal};
use rayon::prelude::*;
use scraper::{Html, Selector};
use serde_json::Value as Json;
use serde_yaml::{Mapping, Value as Yaml};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// What is tried: `uji-uji` is an element that no page of ours has.
const HOSTILE: [&str; 19] = [
    "<uji-uji onload=alert(1)><script>alert(1)</script>",
    "\"><uji-uji onload=alert(1)>",
    "'><uji-uji onload=alert(1)>",
    "\" onmouseover=\"alert(1)\" uji=\"",
    "' onfocus='alert(1)' autofocus='",
    "</script><uji-uji>",
    "</title></textarea></style></template></noscript><uji-uji>",
    "--><uji-uji><!--",
    "]]><uji-uji><![CDATA[",
    "&lt;uji-uji&gt;&#60;uji-uji&#62;&quot; onload=&quot;",
    "javascript:alert(1)",
    " JaVaScRiPt\u{3a}alert(1)//&colon;",
    "data:text/html,<uji-uji>",
    "//jahat.test/x",
    "/\\\\jahat.test/x",
    "=cmd|' /C calc'!A0",
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:uji-uji",
    "a\u{2028}alert(1)\u{2029}\";alert(1);//\\",
    "{{ 7 * 7 }}{% include \"x\" %}${alert(1)}",
];

/// What is harmless, to see what the pages have by themselves.
const HARMLESS: &str = "Kata biasa";

/// Where a field stands: the kind of record, and the path in it with `[]` for every entry of a list.
type Field = (String, String);

/// A value that was put into a file.
#[derive(Clone)]
struct Leaf {
    path: String,
    field: Field,
}

/// A record that is being filled.
struct Filling<'s> {
    jenis: String,
    schema: &'s Json,
    text: &'s str,
    /// The leaves that keep what they say.
    kept: &'s BTreeSet<String>,
    leaves: Vec<Leaf>,
}

impl Filling<'_> {
    fn resolve<'v>(&'v self, schema: &'v Json) -> &'v Json {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.resolve(&self.schema["$defs"][name]);
        }
        let choices = schema["anyOf"].as_array();
        choices.and_then(|all| all.iter().find(|one| one["type"] != "null")).map_or(schema, |one| self.resolve(one))
    }

    /// What a field that is not there begins as, where nothing but texts are needed for it.
    fn begun(&self, schema: &Json) -> Option<Yaml> {
        let schema = self.resolve(schema);
        if schema["x-nilai"] == "Teks" {
            return Some(Yaml::from(HARMLESS));
        }
        if schema["type"] == "array" {
            let entry =
                self.begun(&schema["items"]).or_else(|| self.parts(&schema["items"], &|known| self.word(known)));
            return entry.map(|entry| Yaml::from(vec![entry]));
        }
        self.parts(schema, &|_| None)
    }

    /// What a group begins as, of its required parts; `other` gives those that are no text.
    fn parts(&self, schema: &Json, other: &dyn Fn(&Json) -> Option<Yaml>) -> Option<Yaml> {
        let schema = self.resolve(schema);
        let known = schema["properties"].as_object()?;
        let required = schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str);
        let part = |key| Some((Yaml::from(key), self.begun(&known[key]).or_else(|| other(&known[key]))?));
        let parts: Option<Mapping> = required.map(part).collect();
        parts.filter(|parts| !parts.is_empty()).map(Yaml::from)
    }

    /// The first word of those that may stand here.
    fn word(&self, schema: &Json) -> Option<Yaml> {
        let schema = self.resolve(schema);
        schema["oneOf"][0]["const"].as_str().or(schema["enum"][0].as_str()).map(Yaml::from)
    }

    /// Puts the text wherever the schema takes it; `field` is the path without numbers and free keys.
    fn fill(&mut self, schema: &Json, value: &mut Yaml, (path, field): (&str, &str)) {
        let schema = self.resolve(schema).clone();
        if let Some(name) = schema["x-nilai"].as_str() {
            let is_free =
                refusal(name, Written { scalar: pilkada::value::Scalar::Teks(self.text), text: self.text }).is_none();
            if is_free && !self.kept.contains(path) {
                *value = Yaml::from(self.text);
                let field = (self.jenis.clone(), field.to_owned());
                self.leaves.push(Leaf { path: path.to_owned(), field });
            }
        } else if let (Some(known), Some(map)) = (schema["properties"].as_object(), value.as_mapping_mut()) {
            for (key, schema) in known.iter().filter(|(key, _)| *key != "abaikan" && *key != "aturan") {
                let below = below(path, key);
                if !map.contains_key(key.as_str())
                    && !self.kept.contains(&format!("+{below}"))
                    && let Some(begun) = self.begun(schema)
                {
                    map.insert(key.as_str().into(), begun);
                }
                if let Some(value) = map.get_mut(key.as_str()) {
                    self.fill(schema, value, (&below, &self::below(field, key)));
                }
            }
        } else if let Some(entries) = value.as_sequence_mut() {
            for (i, entry) in entries.iter_mut().enumerate() {
                self.fill(&schema["items"], entry, (&format!("{path}[{i}]"), &format!("{field}[]")));
            }
        } else if let Some(map) = value.as_mapping_mut() {
            for (key, value) in map.iter_mut() {
                let key = key.as_str().map_or_else(|| key.as_i64().unwrap_or_default().to_string(), str::to_owned);
                self.fill(&schema["additionalProperties"], value, (&below(path, &key), &below(field, "*")));
            }
        }
    }
}

/// The path of a key in what stands at a path.
fn below(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// The fields of text that the schemas have, keys of free maps left out.
fn fields() -> BTreeSet<Field> {
    let mut fields = BTreeSet::new();
    for jenis in JENIS {
        let schema = jenis.schema();
        collect(&schema, &schema, String::new(), &mut |path| _ = fields.insert((jenis.name(), path)));
    }
    fields
}

fn collect(root: &Json, schema: &Json, path: String, found: &mut dyn FnMut(String)) {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        return collect(root, &root["$defs"][name], path, found);
    }
    if let Some(one) = schema["anyOf"].as_array().and_then(|all| all.iter().find(|one| one["type"] != "null")) {
        return collect(root, one, path, found);
    }
    if schema["x-nilai"] == "Teks" {
        return found(path);
    }
    let dot = if path.is_empty() { "" } else { "." };
    for (key, schema) in schema["properties"].as_object().into_iter().flatten() {
        if key != "abaikan" && key != "aturan" {
            collect(root, schema, format!("{path}{dot}{key}"), found);
        }
    }
    if schema["items"].is_object() {
        collect(root, &schema["items"], format!("{path}[]"), found);
    }
    if schema["additionalProperties"].is_object() {
        collect(root, &schema["additionalProperties"], format!("{path}{dot}*"), found);
    }
}

/// The site with a text in every field but those that are kept, and the leaves that hold it.
fn filled(
    files: &Files,
    text: &str,
    kept: &BTreeMap<String, BTreeSet<String>>,
) -> (Files, BTreeMap<String, Vec<Leaf>>) {
    let (mut filled, mut leaves) = (Files::new(), BTreeMap::new());
    let none = BTreeSet::new();
    for (path, body) in files {
        let Some(jenis) = path.strip_prefix("content/").and_then(Jenis::of_file) else {
            filled.insert(path.clone(), body.clone());
            continue;
        };
        if path.ends_with(".csv") {
            let (table, of_table) = filled_table(text, kept.get(path).unwrap_or(&none));
            filled.insert(path.clone(), table);
            leaves.insert(path.clone(), of_table);
            continue;
        }
        let part = record_part(path, body).unwrap();
        let mut yaml: Yaml = serde_yaml::from_str(&body[part]).unwrap();
        let schema = jenis.schema();
        let kept = kept.get(path).unwrap_or(&none);
        let mut filling = Filling { jenis: jenis.name(), schema: &schema, text, kept, leaves: Vec::new() };
        filling.fill(&schema, &mut yaml, ("", ""));
        leaves.insert(path.clone(), filling.leaves);
        if path.ends_with("/situs.yaml") {
            soften(&mut yaml);
        }
        let yaml = serde_yaml::to_string(&yaml).unwrap();
        let text =
            if path.ends_with(".md") { format!("---\n{yaml}---\n{}", &body[body_start(path, body)..]) } else { yaml };
        filled.insert(path.clone(), text);
    }
    (filled, leaves)
}

/// A list of polling places with a text in every cell that takes one.
fn filled_table(text: &str, kept: &BTreeSet<String>) -> (String, Vec<Leaf>) {
    let mut leaves = Vec::new();
    let quoted = format!("\"{}\"", text.replace('"', "\"\""));
    let cell = |column: &str| {
        let (path, field) = (format!("[0].{column}"), ("tps".to_owned(), format!("[].{column}")));
        if kept.contains(&path) {
            return "Contoh".to_owned();
        }
        leaves.push(Leaf { path, field });
        quoted.clone()
    };
    let cells = ["kecamatan", "kelurahan", "tempat", "alamat"].map(cell);
    (format!("kecamatan,kelurahan,tempat,alamat,nomor\n{},1\n", cells.join(",")), leaves)
}

/// No rule keeps the site from being drawn.
fn soften(situs: &mut Yaml) {
    let softer = || -> Yaml { serde_yaml::from_str("{ tingkat: saran, alasan: Uji }").unwrap() };
    let rules: Mapping = RULES.iter().map(|rule| (Yaml::from(rule.code), softer())).collect();
    situs.as_mapping_mut().unwrap().insert("aturan".into(), rules.into());
}

/// Draws the site; where something but a rule refuses a field, that one says again what it said.
fn drawn(files: &Files, text: &str) -> (Site, BTreeSet<Field>) {
    let mut kept: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for _ in 0..12 {
        let (now, leaves) = filled(files, text, &kept);
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in &now {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(
                &path,
                if path.extension().is_some_and(|end| end == "webp") { picture() } else { text.clone().into() },
            )
            .unwrap();
        }
        let sources = source::read(folder.path()).unwrap();
        let (sink, mut report) = (Memory::default(), Report::default());
        pipeline::build(&sources, on(LATE), &sink, &mut report).unwrap();
        if report.is_clean() {
            let reached = leaves.into_values().flatten().map(|leaf| leaf.field).collect();
            return (sink.0.into_inner().unwrap(), reached);
        }
        let mut is_new = false;
        for finding in report.findings().iter().filter(|finding| finding.level == Level::Galat) {
            let file = &finding.place.file;
            let at = finding.place.range(&sources);
            let all = leaves.get(file).map_or(&[][..], Vec::as_slice);
            let touches = |leaf: &&Leaf| {
                let range = Place::value(file, leaf.path.as_str()).range(&sources);
                range.start < at.end.max(at.start + 1) && at.start < range.end.max(range.start + 1)
            };
            let mut culprits: Vec<&Leaf> = all.iter().filter(touches).collect();
            if culprits.is_empty() {
                culprits = all.iter().collect();
            }
            for leaf in culprits {
                let kept = kept.entry(file.clone()).or_default();
                is_new |= kept.insert(leaf.path.clone());
                // Neither it nor what it stands in is begun again.
                let ends = leaf.path.match_indices(['.', '[']).map(|(end, _)| end).chain([leaf.path.len()]);
                kept.extend(ends.map(|end| format!("+{}", &leaf.path[..end])));
            }
        }
        let said = report.findings().iter().filter(|one| one.level == Level::Galat);
        let said: Vec<_> = said.map(|one| format!("{} {:?} {:?}", one.code, one.place, one.what)).collect();
        assert!(is_new, "{text:?}: {said:#?}");
    }
    unreachable!("every round keeps a field more")
}

/// A small picture that can be drawn.
fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    let pixels = image::RgbImage::from_fn(300, 400, |x, y| image::Rgb([(x % 255) as u8, (y % 255) as u8, 7]));
    image::DynamicImage::from(pixels)
        .write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::WebP)
        .unwrap();
    bytes
}

/// What a file has by itself: its scripts, and the addresses that are no links.
#[derive(Default)]
struct Own {
    scripts: BTreeSet<String>,
    addresses: BTreeSet<String>,
}

const ADDRESSES: [&str; 9] =
    ["href", "src", "srcset", "action", "formaction", "poster", "data", "xlink:href", "background"];

fn all_elements(html: &Html) -> Vec<scraper::ElementRef<'_>> {
    html.select(&Selector::parse("*").unwrap()).collect()
}

fn is_data(script: &scraper::ElementRef<'_>) -> bool {
    script.value().attr("type").is_some_and(|kind| kind.contains("json"))
}

fn own(site: &Site) -> Own {
    let mut own = Own::default();
    for bytes in site.iter().filter(|(path, _)| path.ends_with(".html")).map(|(_, bytes)| bytes) {
        let html = Html::parse_document(std::str::from_utf8(bytes).unwrap());
        for element in all_elements(&html) {
            if element.value().name() == "script" && !is_data(&element) {
                own.scripts.insert(element.inner_html());
            }
            let addresses = ADDRESSES.iter().filter_map(|name| element.value().attr(name));
            own.addresses.extend(addresses.filter(|to| to.starts_with("data:")).map(str::to_owned));
        }
    }
    own
}

/// What is wrong with an address: it runs something, or leads to another host by a road that looks like this one.
fn is_executable(to: &str) -> bool {
    let plain: String = to.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect::<String>().to_lowercase();
    let scheme = plain.split(['/', '?', '#']).next().and_then(|head| head.split_once(':')).map(|(scheme, _)| scheme);
    let is_known = scheme.is_none_or(|scheme| matches!(scheme, "http" | "https" | "mailto" | "tel"));
    !is_known || plain.replace('\\', "/").starts_with("//")
}

fn wrong_in_html(text: &str, own: &Own, wrong: &mut Vec<String>) {
    let html = Html::parse_document(text);
    for element in all_elements(&html) {
        let name = element.value().name();
        if matches!(name, "uji-uji" | "iframe" | "object" | "embed" | "base") {
            wrong.push(format!("<{name}>"));
        }
        if name == "script" && is_data(&element) {
            if let Err(error) = serde_json::from_str::<Json>(&element.inner_html()) {
                wrong.push(format!("{error} in {}", element.inner_html()));
            }
        } else if name == "script" && !own.scripts.contains(&element.inner_html()) {
            wrong.push(format!("a script: {}", element.inner_html()));
        }
        for (key, value) in element.value().attrs() {
            let is_address = ADDRESSES.contains(&key) && !own.addresses.contains(value);
            if key.starts_with("on") || is_address && value.split(", ").any(is_executable) || key == "srcdoc" {
                wrong.push(format!("<{name} {key}=\"{value}\">"));
            }
            // From an address that was, to the page of the site that is there now.
            let is_own = |to: &str| {
                to.strip_prefix("0; url=../")
                    .is_some_and(|path| !path.contains([':', '\\', ';']) && !path.starts_with('/'))
            };
            if name == "meta"
                && key == "content"
                && element.value().attr("http-equiv").is_some_and(|one| one.eq_ignore_ascii_case("refresh"))
                && !is_own(value)
            {
                wrong.push(format!("a refresh to {value}"));
            }
        }
    }
}

fn wrong_in_xml(text: &str, wrong: &mut Vec<String>) {
    let mut reader = quick_xml::Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => return,
            Ok(quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag)) => {
                let name = tag.name().as_ref().to_owned();
                if matches!(name.as_str(), "uji-uji" | "script") {
                    wrong.push(format!("<{name}>"));
                }
                for attribute in tag.attributes() {
                    match attribute {
                        Ok(one) if one.key.as_ref().starts_with("on") => wrong.push(format!("{one:?}")),
                        Ok(one) if one.key.as_ref().ends_with("href") => {
                            let to = one.value.to_string();
                            wrong.extend(is_executable(&to).then_some(to));
                        }
                        Ok(_) => {}
                        Err(error) => wrong.push(error.to_string()),
                    }
                }
            }
            Ok(_) => {}
            Err(error) => return wrong.push(error.to_string()),
        }
    }
}

fn wrong_in_table(text: &str, wrong: &mut Vec<String>) {
    for row in csv::Reader::from_reader(text.as_bytes()).records() {
        match row {
            Ok(row) => wrong.extend(row.iter().find(|cell| cell.starts_with(['=', '+', '@', '-'])).map(str::to_owned)),
            Err(error) => wrong.push(error.to_string()),
        }
    }
}

fn wrong_in_calendar(text: &str, events: usize, wrong: &mut Vec<String>) {
    let unfolded = icalendar::parser::unfold(text);
    if let Err(error) = icalendar::parser::read_calendar(&unfolded) {
        wrong.push(error);
    }
    for mark in ["BEGIN:VEVENT", "END:VEVENT"] {
        let found = unfolded.lines().filter(|line| *line == mark).count();
        if found != events {
            wrong.push(format!("{found} {mark} instead of {events}"));
        }
    }
}

/// Events of a calendar.
fn events(site: &Site, path: &str) -> usize {
    site.get(path).map_or(0, |bytes| String::from_utf8_lossy(bytes).matches("BEGIN:VEVENT").count())
}

/// Everything that is wrong with a site, beside what it is by itself.
fn wrong_in(site: &Site, plain: &Site, own: &Own) -> Vec<String> {
    let mut all = Vec::new();
    for (path, bytes) in site {
        let ending = path.rsplit('.').next().unwrap_or("");
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        let mut wrong = Vec::new();
        match ending {
            "html" => wrong_in_html(text, own, &mut wrong),
            "json" => wrong.extend(serde_json::from_str::<Json>(text).err().map(|error| error.to_string())),
            "xml" | "svg" => wrong_in_xml(text, &mut wrong),
            "csv" => wrong_in_table(text, &mut wrong),
            "ics" => wrong_in_calendar(text, events(plain, path), &mut wrong),
            _ => {}
        }
        all.extend(wrong.into_iter().map(|wrong| format!("{path}: {wrong}")));
    }
    all
}

/// Fields that no site of ours can be filled with, and why.
const BEYOND: [(&str, &str); 5] = [
    ("situs beranda", "it has to be a region of the site"),
    ("persetujuan persetujuan[].berkas", "it has to be a record, and is on no page"),
    ("persetujuan persetujuan[].oleh", "it is on no page"),
    ("persetujuan persetujuan[].jabatan", "it is on no page"),
    ("persetujuan persetujuan[].catatan", "it is on no page"),
];

/// Fills every field with each of some texts; gives the fields that a site can be filled with for fewer than half of them.
fn fill_with(texts: &[&str]) -> BTreeSet<String> {
    let files = sound();
    let (plain, _) = drawn(&files, HARMLESS);
    let own = own(&plain);
    let tried: Vec<(&str, Vec<String>, BTreeSet<Field>)> = texts
        .par_iter()
        .map(|text| {
            let (site, reached) = drawn(&files, text);
            (*text, wrong_in(&site, &plain, &own), reached)
        })
        .collect();
    let wrong: Vec<String> = tried
        .iter()
        .filter(|(_, wrong, _)| !wrong.is_empty())
        .map(|(text, wrong, _)| format!("{text:?}:\n{}", wrong[..wrong.len().min(12)].join("\n")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    let mut times: BTreeMap<Field, usize> = fields().into_iter().map(|field| (field, 0)).collect();
    for (_, _, reached) in &tried {
        for field in reached {
            _ = times.get_mut(field).map(|times| *times += 1);
        }
    }
    let seldom = times.iter().filter(|(_, times)| **times < texts.len() / 2);
    seldom.map(|((jenis, path), _)| format!("{jenis} {path}")).collect()
}

#[test]
fn nothing_that_a_field_says_is_run_or_breaks_out() {
    let some: Vec<&str> = HOSTILE.iter().step_by(5).copied().collect();
    assert!(some.iter().any(|text| text.starts_with('=')) && some.iter().any(|text| text.contains("<uji-uji")));
    fill_with(&some);
}

#[test]
#[ignore = "half a minute: .ci/run does it, and so should you when a page shows a field that it did not"]
fn nothing_of_all_that_a_field_may_say_is_run_or_breaks_out() {
    let seldom = fill_with(&HOSTILE);
    let beyond: BTreeSet<String> = BEYOND.iter().map(|(field, _)| (*field).to_owned()).collect();
    assert_eq!(seldom, beyond);
}

#[test]
fn what_is_run_or_breaks_out_is_seen() {
    for html in [
        "<a href=\"java\tscript:alert(1)\">a</a>",
        "<a href=\"/\\jahat.test\">a</a>",
        "<p onclick=\"a\">a</p>",
        "<uji-uji>",
        "<script>alert(1)</script>",
        "<script type=\"application/ld+json\">{</script>",
        "<img srcset=\"a.jpg 1w, data:image/svg+xml,x 2w\">",
    ] {
        let mut wrong = Vec::new();
        wrong_in_html(html, &Own::default(), &mut wrong);
        assert_eq!(wrong.len(), 1, "{html}: {wrong:?}");
    }
    let (mut xml, mut table, mut calendar) = (Vec::new(), Vec::new(), Vec::new());
    wrong_in_xml("<a onload=\"a\"><uji-uji/><b href=\"javascript:a\"/>", &mut xml);
    wrong_in_table("a\n=1\n", &mut table);
    wrong_in_calendar("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", 2, &mut calendar);
    assert_eq!((xml.len() > 2, table.len(), calendar.len()), (true, 1, 2), "{xml:?} {table:?} {calendar:?}");
}

/// Everything that Markdown can say, with a place for what is tried.
const CONSTRUCTS: [&str; 26] = [
    "@",
    "# @",
    "## @ {#@ .@ onclick=@}",
    "[@](@)",
    "[a](<@>)",
    "[a](/a \"@\")",
    "![@](@)",
    "![a](a.jpg \"@\")",
    "<@>",
    "[a][b]\n\n[b]: @",
    "[a][b]\n\n[b]: <@> '@'",
    "[@]\n\n[@]: /a",
    "a[^@]\n\n[^@]: @",
    "`@`",
    "```@\n@\n```",
    "    @",
    "> @",
    "> [!NOTE]\n> @",
    "- [x] @",
    "1. @",
    "| @ | b |\n|---|---|\n| @ | [a](@) |",
    "**@** *@* ~~@~~",
    "<a href=\"@\">a</a>",
    "<div @>\n@\n</div>",
    "https://contoh.test/@",
    "\\@ &@; <!-- @ -->",
];

#[test]
fn nothing_that_an_article_says_is_run_or_breaks_out() {
    let schemes = [
        "vbscript:x",
        "java\u{1}script:alert(1)",
        "java&#9;script:alert(1)",
        "blob:x",
        "file:///etc/passwd",
        "\\\\jahat.test",
    ];
    for construct in CONSTRUCTS {
        for text in HOSTILE.into_iter().chain(schemes) {
            let article = construct.replace('@', text);
            let resolve = |to: &str| (!to.contains('\\') && !to.starts_with("//")).then(|| to.to_owned());
            let html = markdown::render(&article, &resolve).html;
            let mut wrong = Vec::new();
            wrong_in_html(&html, &Own::default(), &mut wrong);
            assert!(wrong.is_empty(), "{article:?} gave {html}\n{}", wrong.join("\n"));
        }
    }
}

#[test]
fn a_site_has_a_sample_of_every_kind_of_record() {
    let files = sound();
    let there: BTreeSet<&str> =
        files.keys().filter_map(|path| Some(Jenis::of_file(path.strip_prefix("content/")?)?.pattern)).collect();
    // An approval is on no page, and would be outdated by every mistake that is planted in what it approves.
    let all: BTreeSet<&str> =
        JENIS.iter().map(|jenis| jenis.pattern).filter(|pattern| *pattern != "persetujuan.yaml").collect();
    assert_eq!(there, all);
}

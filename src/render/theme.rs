//! A theme: templates, assets and words, found in the site, the theme, its parents, and the program itself.

use crate::bahasa::{Bahasa, Kata, kata};
use crate::page::frame::address::Base;
use crate::page::frame::words::{FALLBACK, Words};
use crate::record::load::refused;
use crate::record::situs::Situs;
use crate::render::{buffer, builtin, filters};
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
use crate::source::{Body, Reason, Sources, TEMPLATES, THEMES};
use crate::value::kode_bahasa::KodeBahasa;
use crate::value::mirip::nearest;
use crate::value::slug::Slug;
use crate::value::tanggal::Tanggal;
use crate::value::teks::Teks;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Arc, OnceLock};
use tera::{Context, ErrorKind, ReportError, Tera};

/// A theme's mistake: an unknown theme, a broken template, an unknown variable.
pub(super) const TEMPLATE: &str = "FMT-20";

/// `tema.yaml`: what a theme says of itself.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ThemeFile {
    /// Nama tema.
    pub nama: Teks,
    /// Tema yang dilengkapi tema ini; tanpa baris ini, tema bawaan.
    pub induk: Option<Slug>,
    /// Keterangan.
    pub keterangan: Option<Teks>,
}

/// Templates ready to draw, and the files a theme brings along.
#[derive(Debug)]
pub struct Theme {
    /// The engine that speaks Indonesian, of which the others are copies.
    indonesian: Tera,
    /// The words of other languages, with the engine that speaks each, once a page asked for it.
    others: BTreeMap<KodeBahasa, (serde_json::Value, OnceLock<Tera>)>,
    /// What views say by keys.
    pub words: Arc<Words>,
    /// Assets by path below the site's root.
    pub assets: BTreeMap<String, Vec<u8>>,
    /// The file each template came from; templates in the program itself have a name like `bawaan:dasar.html`.
    origins: BTreeMap<String, String>,
}

/// A theme's files: the nearest of each name.
#[derive(Default)]
struct Layers {
    templates: BTreeMap<String, (String, String)>,
    assets: BTreeMap<String, Vec<u8>>,
    /// The word lists of each name, the nearest first: they are put together, not chosen from.
    words: BTreeMap<String, Vec<(String, String)>>,
}

/// What every template sees, whatever its view.
#[derive(Serialize)]
struct Global<'g> {
    nama: &'g str,
    alamat: String,
    awalan: String,
    penyelenggara: &'g crate::record::situs::Penerbit,
    pemungutan_suara: Tanggal,
    lisensi_data: Option<&'g Teks>,
    keterangan: Option<&'g Teks>,
    cek_pemilih: Option<&'g crate::record::situs::CekPemilih>,
    lapor: Option<&'g str>,
    versi: &'static str,
}

impl Theme {
    /// Brings a site's theme together; mistakes in it go into the report, and then there is none. `hari` is the day of the site,
    /// where a template [asks for it](asks_for_the_day).
    pub fn load(sources: &Sources, situs: &Situs, hari: Option<Tanggal>, report: &mut Report) -> Option<Self> {
        let layers = layers(sources, situs, report)?;
        let lists = lists(&layers, report)?;
        let indonesian = &lists[&KodeBahasa::indonesia()];
        let said = Arc::new(Words::of(lists.iter().map(|(code, list)| (code.clone(), list))));
        unknown_languages(situs, &said, report);
        let css =
            layers.assets.get("gaya.css").map(|css| String::from_utf8_lossy(css).into_owned()).unwrap_or_default();
        let css = squeeze(&css);
        let mut tera = engine(&said, indonesian);
        let global = tera.global_context();
        global.insert("situs", &global_view(situs));
        if let Some(hari) = hari {
            global.insert(DAY, &hari);
        }
        global.insert("gaya", &css);
        let (mut origins, mut texts) = (BTreeMap::new(), Vec::new());
        // The template of pictures asks for filters that come with the means to draw them.
        let used = |name: &str| cfg!(feature = "og") || !name.ends_with(".svg");
        for (name, (origin, text)) in layers.templates.into_iter().filter(|(name, _)| used(name)) {
            texts.push((name.clone(), text));
            origins.insert(name, origin);
        }
        let mut assets = layers.assets;
        assets.remove("gaya.css");
        let added = tera.add_raw_templates(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())));
        let others = lists.into_iter().filter(|(code, _)| !code.is_indonesia());
        let others = others.map(|(code, list)| (code, (list, OnceLock::new()))).collect();
        let theme = Self { indonesian: tera, others, words: said, assets, origins };
        match added {
            Ok(()) => Some(theme),
            Err(error) => {
                report.add(theme.finding(&error, "dasar.html"));
                None
            }
        }
    }

    /// Draws a view with a template, in the words of a language; in Indonesian ones where the theme has none.
    pub fn render(&self, template: &str, view: &Context, bahasa: &KodeBahasa) -> Result<Vec<u8>, Box<Diagnostic>> {
        // Templates are read once: the engine of another language is the same but for its words and how it writes dates and numbers.
        let other = self.others.get(bahasa).map(|(list, engine)| {
            engine.get_or_init(|| {
                let mut tera = self.indonesian.clone();
                speak(&mut tera, (&self.words, bahasa), list);
                tera
            })
        });
        let tera = other.unwrap_or(&self.indonesian);
        let mut is_full = false;
        let drawn = buffer::written(|page| tera.render_to(template, view, Bounded { page, is_full: &mut is_full }));
        drawn.map_err(|error| {
            Box::new(if is_full { self.refuse(template, &too_large()) } else { self.finding(&error, template) })
        })
    }

    /// A finding about a template whose result cannot be used, in the words of what refused it.
    pub fn refuse(&self, template: &str, error: &Kata) -> Diagnostic {
        let origin = self.origins.get(template).cloned().unwrap_or_else(|| template.to_owned());
        let what = kata(
            format!("hasil templat ini tidak bisa dipakai: {}", error.dalam(Bahasa::Id)),
            format!("what this template makes cannot be used: {}", error.dalam(Bahasa::En)),
        );
        Diagnostic::galat(TEMPLATE, Place::file(&origin), what)
    }

    fn finding(&self, error: &tera::Error, template: &str) -> Diagnostic {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => self.reported(report),
            _ => self.unplaced(error, template),
        }
    }

    fn reported(&self, error: &ReportError) -> Diagnostic {
        let origin = self.origins.get(error.filename()).cloned().unwrap_or_else(|| error.filename().to_owned());
        let span = error.span();
        let place = Place {
            spot: crate::report::place::Spot::Line {
                line: span.start_line,
                columns: span.start_col..span.end_col.max(span.start_col + 1),
            },
            file: origin,
        };
        Diagnostic::galat(TEMPLATE, place, kata("templat ini tidak bisa digambar", "this template cannot be drawn"))
            .label(crate::bahasa::sama(error.message().lines().next().unwrap_or("")))
            .help(kata(
                "templat hanya melihat isi yang disebut di buku petunjuk tema",
                "a template sees only what the theme manual names",
            ))
    }

    fn unplaced(&self, error: &tera::Error, template: &str) -> Diagnostic {
        let origin = self.origins.get(template).cloned().unwrap_or_else(|| template.to_owned());
        let what = kata(format!("templat tidak bisa dipakai: {error}"), format!("templates cannot be used: {error}"));
        Diagnostic::galat(TEMPLATE, Place::file(&origin), what)
    }
}

/// The name by which a template asks for the day of the site.
const DAY: &str = "hari_ini";

/// Whether a template of the project asks for the day of the site, on any page: then all pages are others every day. The
/// program's own have it from the pages that say it (`laman.hari_ini`).
pub fn asks_for_the_day(sources: &Sources) -> bool {
    let mut templates = sources.below(TEMPLATES).chain(sources.below(THEMES));
    templates.any(|source| source.path.contains("templates/") && names_the_day(source.text()))
}

/// Whether the day's name stands in a template, and is not that of a field of something else.
fn names_the_day(template: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    template.match_indices(DAY).any(|(at, _)| {
        !template[..at].ends_with(is_word) && !template[at + DAY.len()..].starts_with(|c: char| c != '.' && is_word(c))
    })
}

/// The most bytes of what a template makes: a hundred times the largest page of the whole country. A loop that is written wrongly
/// would take the machine's memory.
const MOST: usize = 64 << 20;

/// Takes what a template makes, up to so much.
struct Bounded<'p> {
    page: &'p mut Vec<u8>,
    /// Whether there was more.
    is_full: &'p mut bool,
}

impl Write for Bounded<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.page.len() + bytes.len() > MOST {
            *self.is_full = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.page.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn too_large() -> Kata {
    let mega = MOST >> 20;
    kata(
        format!("lebih dari {mega} MB; periksa perulangan (for) di dalamnya"),
        format!("more than {mega} MB; look at the loops (for) in it"),
    )
}

/// An engine that speaks Indonesian; it has no templates yet.
fn engine(said: &Words, words: &serde_json::Value) -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html", ".svg"]);
    speak(&mut tera, (said, &KodeBahasa::indonesia()), words);
    tera
}

/// Gives an engine the words of a language, and the filters that write dates and numbers as it does.
fn speak(tera: &mut Tera, (said, bahasa): (&Words, &KodeBahasa), words: &serde_json::Value) {
    let writing = said.list(bahasa).map(|list| Arc::clone(&list.writing)).unwrap_or_default();
    filters::register(tera, &writing, bahasa);
    tera.global_context().insert("kata", words);
}

fn global_view(situs: &Situs) -> Global<'_> {
    let base = Base::new(&situs.alamat);
    Global {
        nama: &situs.nama,
        alamat: base.to_string(),
        awalan: base.prefix().to_owned(),
        penyelenggara: &situs.penyelenggara,
        pemungutan_suara: situs.pemungutan_suara,
        lisensi_data: situs.lisensi_data.as_ref(),
        keterangan: situs.keterangan.as_ref(),
        cek_pemilih: situs.cek_pemilih.as_ref(),
        lapor: situs.lapor.as_deref(),
        versi: env!("CARGO_PKG_VERSION"),
    }
}

/// The layers from the nearest out: the site's templates, the theme, its parents, the program's own.
fn layers(sources: &Sources, situs: &Situs, report: &mut Report) -> Option<Layers> {
    let mut layers = Layers::default();
    unread(sources, TEMPLATES, report);
    for source in sources.below(TEMPLATES) {
        let name = source.path.trim_start_matches("templates/");
        layers.templates.entry(name.to_owned()).or_insert_with(|| (source.path.clone(), source.text().to_owned()));
    }
    let mut theme = situs.tema.to_string();
    let mut asked = Place::value("content/situs.yaml", "tema");
    let mut seen = Vec::new();
    while theme != builtin::NAME || sources.below(&format!("{THEMES}/{theme}")).next().is_some() {
        if seen.contains(&theme) {
            report.add(circle(&theme));
            return None;
        }
        unread(sources, &format!("{THEMES}/{theme}"), report);
        take(sources, &theme, &mut layers, report);
        seen.push(theme.clone());
        if theme == builtin::NAME {
            break;
        }
        theme = parent(sources, &theme, asked, report)?;
        asked = Place::value(&format!("{THEMES}/{}/tema.yaml", seen[seen.len() - 1]), "induk");
    }
    for (path, text) in builtin::FILES {
        layers.put(path, &format!("bawaan:{path}"), text.as_bytes());
    }
    Some(layers)
}

/// What could not be read in a theme is as wrong as in a record.
fn unread(sources: &Sources, folder: &str, report: &mut Report) {
    for source in sources.below(folder) {
        if let Body::Refused(reason) = &source.body {
            report.add(refused(source, reason));
        }
    }
}

/// Adds the files of a theme; of one that was refused before it is [said](unread) already.
fn take(sources: &Sources, theme: &str, layers: &mut Layers, report: &mut Report) {
    let folder = format!("{THEMES}/{theme}");
    let files = sources.below(&folder).filter(|source| !matches!(source.body, Body::Refused(_)));
    for source in files {
        match sources.bytes(&source.path) {
            Ok(bytes) => layers.put(&source.path[folder.len() + 1..], &source.path, &bytes),
            Err(error) => report.add(refused(source, &Reason::Unreadable(error.root_cause().to_string()))),
        }
    }
}

impl Layers {
    /// Adds a file unless a nearer layer has one of that name.
    fn put(&mut self, path: &str, origin: &str, bytes: &[u8]) {
        let text = || (origin.to_owned(), String::from_utf8_lossy(bytes).into_owned());
        if let Some(name) = path.strip_prefix("templates/") {
            self.templates.entry(name.to_owned()).or_insert_with(text);
        } else if let Some(name) = path.strip_prefix("aset/") {
            self.assets.entry(name.to_owned()).or_insert_with(|| bytes.to_owned());
        } else if let Some(name) = path.strip_prefix("bahasa/") {
            self.words.entry(name.to_owned()).or_default().push(text());
        }
    }
}

/// The theme that stands behind another; `asked` is where this one is named.
fn parent(sources: &Sources, theme: &str, asked: Place, report: &mut Report) -> Option<String> {
    let path = format!("{THEMES}/{theme}/tema.yaml");
    let Some(source) = sources.get(&path) else {
        let known = sources.below(THEMES).filter_map(|source| source.path.split('/').nth(1)).chain([builtin::NAME]);
        let near = nearest(theme, known);
        let what = kata(format!("tidak ada tema \"{theme}\""), format!("there is no theme \"{theme}\""));
        report.add(
            Diagnostic::galat(TEMPLATE, asked, what)
                .help(kata(
                    format!("tema ada di folder themes/{theme}/ dengan berkas tema.yaml"),
                    format!("a theme is a folder themes/{theme}/ with a file tema.yaml"),
                ))
                .maybe_help(
                    near.map(|near| kata(format!("mungkin maksudnya {near}"), format!("perhaps {near} is meant"))),
                ),
        );
        return None;
    };
    match serde_yaml::from_str::<ThemeFile>(source.text()) {
        Ok(tema) => Some(tema.induk.map_or_else(|| builtin::NAME.to_owned(), |induk| induk.to_string())),
        Err(error) => {
            let what =
                kata(format!("tema.yaml tidak bisa dibaca: {error}"), format!("tema.yaml cannot be read: {error}"));
            let line = error.location().map_or(1, |location| location.line());
            let line = source.lines().range(source.text(), line);
            report.add(Diagnostic::galat(TEMPLATE, Place::bytes(&path, line), what));
            None
        }
    }
}

fn circle(theme: &str) -> Diagnostic {
    let what = kata(
        format!("tema \"{theme}\" menjadi induk dirinya sendiri"),
        format!("the theme \"{theme}\" is its own parent"),
    );
    Diagnostic::galat(TEMPLATE, Place::value(&format!("{THEMES}/{theme}/tema.yaml"), "induk"), what)
}

/// The words of every language that the theme has a list of, over the Indonesian ones, which stand between marks there.
fn lists(layers: &Layers, report: &mut Report) -> Option<BTreeMap<KodeBahasa, serde_json::Value>> {
    let indonesian = words(layers, "id.yaml", report)?;
    let mut marked = indonesian.clone();
    mark(&mut marked);
    let mut lists = BTreeMap::from([(KodeBahasa::indonesia(), indonesian)]);
    for (name, files) in &layers.words {
        let code = name.strip_suffix(".yaml").and_then(KodeBahasa::of);
        let Some(code) = code else {
            report.extend(files.iter().map(|(origin, _)| no_language(origin)));
            continue;
        };
        if !code.is_indonesia() {
            let mut list = marked.clone();
            put_over(&mut list, words(layers, name, report)?);
            lists.insert(code, list);
        }
    }
    Some(lists)
}

/// Puts every word between the marks of one that is Indonesian in the list of another language.
fn mark(words: &mut serde_json::Value) {
    match words {
        serde_json::Value::Object(inner) => inner.values_mut().for_each(mark),
        serde_json::Value::String(word) if !word.is_empty() => *word = format!("{}{word}{}", FALLBACK[0], FALLBACK[1]),
        _ => {}
    }
}

/// A list of words whose name is no code of a language.
fn no_language(origin: &str) -> Diagnostic {
    let what =
        kata("nama daftar kata ini bukan kode bahasa", "the name of this list of words is no code of a language");
    Diagnostic::galat(TEMPLATE, Place::file(origin), what).help(kata(
        "namai dengan kode bahasanya, misalnya bahasa/en.yaml",
        "name it by the code of its language, such as bahasa/en.yaml",
    ))
}

/// Says which languages of the site the theme has no words for.
fn unknown_languages(situs: &Situs, words: &Words, report: &mut Report) {
    let known: Vec<&str> = words.languages().map(|code| &**code).collect();
    for (index, code) in situs.bahasa.iter().enumerate().filter(|(_, code)| !known.contains(&&***code)) {
        let what = kata(
            format!("tema tidak punya kata-kata bahasa \"{code}\""),
            format!("the theme has no words of the language \"{code}\""),
        );
        let place = Place::value("content/situs.yaml", format!("bahasa[{index}]"));
        report.add(Diagnostic::galat(TEMPLATE, place, what).help(words_wanted(code, &known)));
    }
}

/// What to do for a language that the theme has no words for.
pub(super) fn words_wanted(code: &str, known: &[&str]) -> Kata {
    let known = known.join(", ");
    kata(
        format!("pakai bahasa yang dipunyai tema ({known}), atau tulis kata-katanya di bahasa/{code}.yaml milik tema"),
        format!("use a language that the theme has ({known}), or write its words in the theme's bahasa/{code}.yaml"),
    )
}

/// The words of a language, a nearer list over the ones behind it.
fn words(layers: &Layers, name: &str, report: &mut Report) -> Option<serde_json::Value> {
    let mut words = serde_json::Value::Object(serde_json::Map::new());
    for (origin, text) in layers.words.get(name).into_iter().flatten().rev() {
        // By way of a mapping that takes no key twice: the later of two would hide all words of the earlier.
        let read =
            serde_yaml::from_str::<serde_yaml::Value>(text).and_then(serde_yaml::from_value::<serde_json::Value>);
        match read {
            Ok(nearer) => put_over(&mut words, nearer),
            Err(error) => {
                let what = kata(
                    format!("daftar kata tidak bisa dibaca: {error}"),
                    format!("the words cannot be read: {error}"),
                );
                report.add(Diagnostic::galat(TEMPLATE, Place::file(origin), what));
                return None;
            }
        }
    }
    Some(words)
}

/// Lays a list of words over another: its words win, and the others stay.
fn put_over(words: &mut serde_json::Value, nearer: serde_json::Value) {
    match (words, nearer) {
        (serde_json::Value::Object(words), serde_json::Value::Object(nearer)) => {
            for (key, word) in nearer {
                put_over(words.entry(key).or_insert(serde_json::Value::Null), word);
            }
        }
        // A list with nothing in it says nothing.
        (serde_json::Value::Object(_), serde_json::Value::Null) => {}
        (word, nearer) => *word = nearer,
    }
}

/// A style sheet without comments and needless spaces: it is part of every page.
pub fn squeeze(css: &str) -> String {
    let mut squeezed = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        squeezed.push_str(&rest[..start]);
        rest = rest[start..].find("*/").map_or("", |end| &rest[start + end + 2..]);
    }
    squeezed.push_str(rest);
    let mut out = String::with_capacity(squeezed.len());
    for line in squeezed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !out.is_empty() && !out.ends_with(['{', '}', ';', ',', ':']) {
            out.push(' ');
        }
        out.push_str(line);
    }
    for (wide, tight) in [(" {", "{"), (": ", ":"), (", ", ","), ("; ", ";"), ("{ ", "{"), (" }", "}"), (";}", "}")] {
        out = out.replace(wide, tight);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::squeeze;

    #[test]
    fn a_style_sheet_loses_its_comments_and_spaces() {
        let css = "/* warna */\na {\n  color: red;\n  margin: 0 1px;\n}\n@media (x) {\n  b c > d { e: f; }\n}\n";
        assert_eq!(squeeze(css), "a{color:red;margin:0 1px}@media (x){b c > d{e:f}}");
    }
}

//! A small made-up site, written as one text, and what the program says about it.

use pilkada::bahasa::Bahasa;
use pilkada::model::{BuildOptions, Drafts};
use pilkada::pipeline;
use pilkada::render::sink::{ContentId, File, Sink};
use pilkada::report::Report;
use pilkada::report::draw::{Colour, Style, teks};
use pilkada::source::Sources;
use pilkada::value::tanggal::Tanggal;
use pilkada::value::{Nilai, Scalar};
use std::collections::BTreeMap;
use std::sync::Mutex;

/// A site in memory, by path.
pub type Site = BTreeMap<String, Vec<u8>>;

/// Pictures for shared links that some test has drawn: they depend on nothing but their names.
static PICTURES: Mutex<BTreeMap<String, Vec<u8>>> = Mutex::new(BTreeMap::new());

/// Keeps what is drawn.
#[derive(Default)]
pub struct Memory(pub Mutex<Site>);

impl Sink for Memory {
    fn put(&self, file: File) -> anyhow::Result<ContentId> {
        let cap = ContentId::of(&file.bytes);
        let clash = self.0.lock().unwrap().insert(file.path.clone(), file.bytes);
        anyhow::ensure!(clash.is_none(), "{} was drawn twice", file.path);
        Ok(cap)
    }

    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        PICTURES.lock().unwrap().get(name).cloned()
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        if name.ends_with(".png") {
            PICTURES.lock().unwrap().insert(name.to_owned(), bytes.to_owned());
        }
    }
}

/// The day the tests are built for.
pub fn build_options() -> BuildOptions {
    on("2024-11-01")
}

/// Another day.
pub fn on(day: &str) -> BuildOptions {
    let hari = Tanggal::read(Scalar::Teks(day)).unwrap();
    BuildOptions { hari, draf: Drafts::Wait }
}

/// A sound `situs.yaml`, for cases that do not bring one.
const SITUS: &str = "\
nama: Info Pilkada Contoh
alamat: https://contoh.test/pilkada/
penyelenggara: { nama: KPU Contoh }
pemungutan_suara: 2024-11-27
";

/// The source that cases about something else get for their pairs.
const SUMBER: &str =
    "data-uji: { jenis: data_kpu, judul: Data uji, penerbit: KPU Contoh, tautan: \"https://contoh.test/data\" }\n";

/// Takes a text apart: every line `--- path` begins a file below `content/`. What every site needs and the case does not bring is
/// added: `situs.yaml`, and a source for its pairs.
pub fn files(text: &str) -> Vec<(String, String)> {
    let mut files = files_as_written(text);
    let is_pair = |(path, body): &&mut (String, String)| {
        path.contains("/paslon/") && body.contains("calon:") && !body.contains("sumber:")
    };
    let mut has_pairs = false;
    for (_, body) in files.iter_mut().filter(is_pair) {
        body.push_str("sumber: [data-uji]\n");
        has_pairs = true;
    }
    if has_pairs {
        match files.iter_mut().find(|(path, _)| path == "content/sumber.yaml") {
            Some((_, body)) => body.push_str(SUMBER),
            None => files.push(("content/sumber.yaml".to_owned(), SUMBER.to_owned())),
        }
    }
    files
}

/// Takes a text apart: every line `--- path` begins a file below `content/`; a `situs.yaml` is there if the case brings none.
pub fn files_as_written(text: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        match line.strip_prefix("--- ") {
            Some(path) => files.push((format!("content/{path}"), String::new())),
            None => {
                if let Some((_, body)) = files.last_mut() {
                    body.push_str(line);
                    body.push('\n');
                }
            }
        }
    }
    if !files.iter().any(|(path, _)| path == "content/situs.yaml") {
        files.push(("content/situs.yaml".to_owned(), SITUS.to_owned()));
    }
    files
}

/// Everything the program says about the files in a text, in a language.
pub fn said(text: &str, bahasa: Bahasa) -> String {
    said_on(build_options(), text, bahasa)
}

/// Everything the program says about the files in a text on another day.
pub fn said_on(build_options: BuildOptions, text: &str, bahasa: Bahasa) -> String {
    let files = files(text);
    let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    said_of(&sources, build_options, bahasa)
}

/// Everything the program says about sources on a day, in a language.
pub fn said_of(sources: &Sources, build_options: BuildOptions, bahasa: Bahasa) -> String {
    let mut report = Report::default();
    let _ = pipeline::load(sources, build_options, &mut report);
    report.sort(sources);
    teks(&report, sources, Style { bahasa, colour: Colour::Plain })
}

/// Everything the program says about the files in a text, none of which gets a source.
pub fn said_as_written(text: &str) -> String {
    let files = files_as_written(text);
    let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    said_of(&sources, build_options(), Bahasa::Id)
}

/// Asserts everything the program says about the files in a text.
#[track_caller]
pub fn check(text: &str, expected: impl snapbox::IntoData) {
    snapbox::assert_data_eq!(said(text, Bahasa::Id), expected);
}

/// The site made of the files in a text, which must be sound.
#[track_caller]
pub fn build(text: &str) -> Site {
    let files = files(text);
    build_from(&Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str()))))
}

/// The site made of sources, which must be sound.
#[track_caller]
pub fn build_from(sources: &Sources) -> Site {
    build_from_on(build_options(), sources)
}

/// The site made of sources on another day.
#[track_caller]
pub fn build_from_on(build_options: BuildOptions, sources: &Sources) -> Site {
    let (sink, mut report) = (Memory::default(), Report::default());
    pipeline::build(sources, build_options, &sink, &mut report).unwrap();
    let style = Style { bahasa: Bahasa::Id, colour: Colour::Plain };
    assert!(report.is_clean(), "{}", teks(&report, sources, style));
    sink.0.into_inner().unwrap()
}

//! One mistake at a time is planted into a sound site: each is found with its code and its line, and nothing else is said.
//!
//! The site and the mistakes are data in `tests/mutasi/`; its `README.md` says how they are written.

use crate::content::on;
use pilkada::bahasa::Bahasa;
use pilkada::check::RULES;
use pilkada::pipeline;
use pilkada::plan;
use pilkada::report::kode::KODE;
use pilkada::report::{Diagnostic, Level, Report};
use pilkada::source::Sources;
use pilkada::value::slug::Slug;
use rayon::prelude::*;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The files of a site by path below the project's folder.
pub type Files = BTreeMap<String, String>;

/// The day on which nothing waits: after the result.
pub const LATE: &str = "2025-01-15";
/// Days before the vote: in the campaign, and in the quiet period.
const EARLY: [&str; 2] = ["2024-11-20", "2024-11-25"];
/// Files of the sound site that tell of the days after the vote: a figure does not wait for its day.
const AFTER_THE_VOTE: [&str; 1] = ["kota/fakta/partisipasi.yaml"];

/// A change to one file of the sound site.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ubah {
    /// The file, with `kota/`, `kabupaten/` and `provinsi/` for the folders of the three regions.
    berkas: String,
    /// A text that stands in the file exactly once.
    cari: Option<String>,
    /// What stands there instead.
    ganti: Option<String>,
    /// The whole text of the file, which may be new.
    isi: Option<String>,
    /// The new name of the file.
    pindah: Option<String>,
    /// Whether the file is deleted.
    #[serde(default)]
    hapus: bool,
}

/// A mistake with what has to be said of it.
#[derive(Debug, Deserialize)]
struct Cacat {
    /// The code that has to be found.
    kode: String,
    #[serde(flatten)]
    ubah: Ubah,
    /// The file of the finding, where it is not the one that is changed.
    di: Option<String>,
    /// A text on the line of the finding, where it is not the line that is changed.
    baris: Option<String>,
    /// The day of the check.
    hari: Option<String>,
    /// Further findings that the mistake causes, with the reason.
    #[serde(default)]
    juga: Vec<Juga>,
}

/// A further finding that a mistake causes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Juga {
    kode: String,
    alasan: String,
}

/// A change that is no mistake.
#[derive(Debug, Deserialize)]
struct Wajar {
    #[serde(flatten)]
    ubah: Ubah,
    hari: Option<String>,
}

/// A code that no change of a text brings about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TakTerjangkau {
    kode: String,
    alasan: String,
}

/// What came of one mistake.
struct Outcome {
    family: String,
    found: bool,
    at_line: bool,
    others: usize,
    complaint: Option<String>,
}

pub fn sound() -> Files {
    let root = Path::new("tests/mutasi/situs");
    let files = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            (path, fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> Vec<T> {
    let read = serde_yaml::from_str(&fs::read_to_string(path).unwrap());
    read.map_err(|error| format!("{}: {error}", path.display())).unwrap()
}

fn mistakes() -> Vec<Cacat> {
    let mut files: Vec<_> = fs::read_dir("tests/mutasi/cacat").unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().flat_map(|path| read::<Cacat>(path)).collect()
}

/// The sound site, and it with each mistake and with each change that is none.
pub fn planted() -> Vec<Files> {
    let sound = sound();
    let harmless = read::<Wajar>(Path::new("tests/mutasi/wajar.yaml"));
    let mistaken_or_not =
        mistakes().into_iter().map(|cacat| cacat.ubah).chain(harmless.into_iter().map(|wajar| wajar.ubah));
    let changed = mistaken_or_not.map(|ubah| {
        let mut files = sound.clone();
        change(&mut files, &ubah);
        files
    });
    std::iter::once(sound.clone()).chain(changed).collect()
}

/// The path below the project's folder of a file written as in the data.
fn full(path: &str) -> String {
    let short = [
        ("kota/", "wilayah/contoh/kota-contoh/"),
        ("kabupaten/", "wilayah/contoh/kabupaten-contoh/"),
        ("provinsi/", "wilayah/contoh/"),
    ];
    let region = short.iter().find_map(|(short, long)| Some(format!("{long}{}", path.strip_prefix(short)?)));
    format!("content/{}", region.as_deref().unwrap_or(path))
}

/// Makes a change; gives the line it is made on, where it is a line of a text.
fn change(files: &mut Files, ubah: &Ubah) -> Option<usize> {
    let path = full(&ubah.berkas);
    if let Some(isi) = &ubah.isi {
        files.insert(path, isi.clone());
        return None;
    }
    let text = files.remove(&path).ok_or_else(|| format!("the sound site has no {path}")).unwrap();
    if ubah.hapus {
        return None;
    }
    let (text, line) = match &ubah.cari {
        Some(cari) => replaced(&text, cari, ubah.ganti.as_deref().unwrap_or_default(), &path),
        None => (text, None),
    };
    files.insert(ubah.pindah.as_deref().map_or(path, full), text);
    line
}

fn replaced(text: &str, cari: &str, ganti: &str, path: &str) -> (String, Option<usize>) {
    assert_eq!(text.matches(cari).count(), 1, "{path} has to hold once: {cari}");
    assert_ne!(cari, ganti, "{path}");
    let at = text.find(cari).unwrap();
    (text.replacen(cari, ganti, 1), Some(line_of(text, at)))
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// What the program says of a site on a day, and the line of each finding.
fn said(files: &Files, day: &str) -> Vec<(Diagnostic, Option<usize>)> {
    let early: Vec<String> = AFTER_THE_VOTE.iter().filter(|_| day < "2024-12-05").map(|path| full(path)).collect();
    let files = files.iter().filter(|(path, _)| !early.contains(path));
    let sources = Sources::from_texts(files.map(|(path, text)| (path.as_str(), text.as_str())));
    let mut report = Report::default();
    match pipeline::load(&sources, on(day), &mut report) {
        // The built-in theme is the same for every mistake, and reading it takes most of the time.
        Some(model) if model.situs.record.tema == Slug::of("bawaan") => {
            plan::with_pages(&model, &mut report, |_, _| ());
        }
        _ => {
            report = Report::default();
            pipeline::check(&sources, on(day), &mut report);
        }
    }
    report.sort(&sources);
    let lines = report.findings().iter().map(|finding| finding.place.region(&sources).map(|region| region.start.0));
    report.findings().iter().cloned().zip(lines).collect()
}

fn told(said: &[(Diagnostic, Option<usize>)]) -> String {
    let mut text = String::new();
    for (finding, line) in said {
        let (file, what) = (&finding.place.file, finding.what.dalam(Bahasa::Id));
        writeln!(text, "    {} {file}:{} {what}", finding.code, line.unwrap_or(0)).unwrap();
    }
    text
}

fn plant(sound: &Files, cacat: &Cacat) -> Outcome {
    let mut files = sound.clone();
    let line = change(&mut files, &cacat.ubah);
    let own = cacat.ubah.pindah.as_deref().unwrap_or(&cacat.ubah.berkas);
    let file = full(cacat.di.as_deref().unwrap_or(own));
    let line = match &cacat.baris {
        Some(text) => replaced(&files[&file], text, "", &file).1,
        None => line.filter(|_| cacat.di.is_none()),
    };
    let said = said(&files, cacat.hari.as_deref().unwrap_or(LATE));
    let right = |(finding, at): &&(Diagnostic, Option<usize>)| {
        finding.code == cacat.kode && finding.place.file == file && *at == line
    };
    let at_line = said.iter().any(|one| right(&one));
    let found = said.iter().any(|(finding, _)| finding.code == cacat.kode);
    let mut others: Vec<&str> = said.iter().map(|(finding, _)| finding.code).collect();
    others.iter().position(|code| *code == cacat.kode).map(|own| others.remove(own));
    let count = others.len();
    let is_expected = fits(&mut others, &cacat.juga);
    let wanted = format!("{} {file}:{}", cacat.kode, line.unwrap_or(0));
    let complaint = (!at_line || !is_expected).then(|| format!("{wanted}\n  {:?}\n{}", cacat.ubah, told(&said)));
    Outcome { family: cacat.kode[..3].to_owned(), found, at_line, others: count, complaint }
}

/// Whether the other findings are those that are expected, each as often as it is listed.
fn fits(others: &mut [&str], juga: &[Juga]) -> bool {
    let mut expected: Vec<&str> = juga.iter().map(|juga| juga.kode.as_str()).collect();
    others.sort_unstable();
    expected.sort_unstable();
    others == expected && juga.iter().all(|juga| !juga.alasan.is_empty())
}

/// The table of the outcomes by family.
fn table(outcomes: &[Outcome]) -> String {
    let families: BTreeSet<&str> = outcomes.iter().map(|outcome| outcome.family.as_str()).collect();
    let mut text = "family  defects  found  at the line  other findings\n".to_owned();
    for family in families.into_iter().chain(["all"]) {
        let own = || outcomes.iter().filter(|outcome| family == "all" || outcome.family == family);
        let count = |is: fn(&Outcome) -> bool| own().filter(|outcome| is(outcome)).count();
        let (found, at_line) = (count(|outcome| outcome.found), count(|outcome| outcome.at_line));
        let others: usize = own().map(|outcome| outcome.others).sum();
        writeln!(text, "{family:6}  {:7}  {found:5}  {at_line:11}  {others:14}", own().count()).unwrap();
    }
    text
}

#[test]
fn the_sound_site_gives_no_finding() {
    let files = sound();
    for day in EARLY.into_iter().chain([LATE]) {
        let said = said(&files, day);
        assert!(said.is_empty(), "on {day}:\n{}", told(&said));
    }
}

/// Plants mistakes one at a time, each of which has to be found; gives what came of them.
fn plant_each(mistakes: &[Cacat]) -> Vec<Outcome> {
    let sound = sound();
    let outcomes: Vec<Outcome> = mistakes.par_iter().map(|cacat| plant(&sound, cacat)).collect();
    let complaints: Vec<&str> = outcomes.iter().filter_map(|outcome| outcome.complaint.as_deref()).collect();
    assert!(complaints.is_empty(), "{} of {}:\n{}", complaints.len(), outcomes.len(), complaints.join("\n"));
    outcomes
}

/// Of every code the mistake that was written down last.
fn one_of_each_code() -> Vec<Cacat> {
    let by_code: BTreeMap<String, Cacat> = mistakes().into_iter().map(|cacat| (cacat.kode.clone(), cacat)).collect();
    by_code.into_values().collect()
}

#[test]
fn a_planted_mistake_of_every_code_is_found_at_its_line_and_nothing_else() {
    let outcomes = plant_each(&one_of_each_code());
    println!("{}", table(&outcomes));
    assert!(outcomes.len() >= 100, "{} mistakes", outcomes.len());
}

#[test]
#[ignore = "half a minute: .ci/run does it, and so should you when you plant one"]
fn every_planted_mistake_is_found_at_its_line_and_nothing_else() {
    let outcomes = plant_each(&mistakes());
    println!("{}", table(&outcomes));
    assert!(outcomes.len() >= 500, "{} mistakes", outcomes.len());
}

/// What comes of following the advice of each finding that names the text to write, where that is no good.
fn followed(sound: &Files, cacat: &Cacat) -> (usize, Vec<String>) {
    let mut files = sound.clone();
    change(&mut files, &cacat.ubah);
    let day = cacat.hari.as_deref().unwrap_or(LATE);
    let sources = Sources::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let before = said(&files, day);
    let mut complaints = Vec::new();
    let named = before.iter().filter_map(|(finding, line)| Some((finding, line, finding.fix.as_ref()?)));
    let count = named.clone().count();
    for (finding, line, fix) in named {
        let range = fix.place.range(&sources);
        let mut mended = files.clone();
        let text = mended.get_mut(&fix.place.file).unwrap();
        let wrong = text[range.clone()].to_owned();
        text.replace_range(range, &fix.text);
        let after = said(&mended, day);
        let is_still = after.iter().any(|(other, at)| {
            let same_place = other.place.file == finding.place.file && at == line;
            same_place && (other.code == finding.code && other.what == finding.what || other.code == "FMT-01")
        });
        // What a broken record kept from being said may come to light: what else is wrong on that line may not.
        let on_line = |said: &[(Diagnostic, Option<usize>)]| {
            let form = said.iter().filter(|(one, _)| one.level == Level::Galat && one.code.starts_with("FMT"));
            form.filter(|(one, at)| one.place.file == finding.place.file && at == line).count()
        };
        let own = usize::from(finding.level == Level::Galat && finding.code.starts_with("FMT"));
        if is_still || on_line(&after) + own > on_line(&before) {
            let (code, text) = (finding.code, &fix.text);
            complaints.push(format!("{code} {wrong:?} -> {text:?}\n  {:?}\n{}", cacat.ubah, told(&after)));
        }
    }
    (count, complaints)
}

/// Plants mistakes one at a time and follows every advice that names the text to write; gives how many there were.
fn follow_each(mistakes: &[Cacat]) -> usize {
    let sound = sound();
    let outcomes: Vec<(usize, Vec<String>)> = mistakes.par_iter().map(|cacat| followed(&sound, cacat)).collect();
    let complaints: Vec<&str> = outcomes.iter().flat_map(|(_, said)| said).map(String::as_str).collect();
    let followed: usize = outcomes.iter().map(|(count, _)| count).sum();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    followed
}

#[test]
fn advice_that_names_a_text_can_be_followed() {
    let some: Vec<Cacat> = mistakes().into_iter().step_by(5).collect();
    let followed = follow_each(&some);
    assert!(followed >= 10, "{followed} texts to write");
}

#[test]
#[ignore = "half a minute: .ci/run does it, and so should you when you plant a mistake"]
fn every_advice_that_names_a_text_can_be_followed() {
    let followed = follow_each(&mistakes());
    assert!(followed >= 70, "{followed} texts to write");
}

#[test]
fn what_is_no_mistake_gives_no_finding() {
    let (sound, changes) = (sound(), read::<Wajar>(Path::new("tests/mutasi/wajar.yaml")));
    let said: Vec<String> = changes
        .par_iter()
        .filter_map(|wajar| {
            let mut files = sound.clone();
            change(&mut files, &wajar.ubah);
            let said = said(&files, wajar.hari.as_deref().unwrap_or(LATE));
            (!said.is_empty()).then(|| format!("{:?}\n{}", wajar.ubah, told(&said)))
        })
        .collect();
    println!("{} harmless changes, {} false alarms", changes.len(), said.len());
    assert!(said.is_empty(), "{} of {}:\n{}", said.len(), changes.len(), said.join("\n"));
    assert!(changes.len() >= 60, "{} harmless changes", changes.len());
}

#[test]
fn every_code_has_a_mistake_or_a_reason_to_have_none() {
    let planted: BTreeSet<String> = mistakes().into_iter().map(|cacat| cacat.kode).collect();
    let beyond = read::<TakTerjangkau>(Path::new("tests/mutasi/tak-terjangkau.yaml"));
    assert!(beyond.iter().all(|one| !one.alasan.is_empty() && !planted.contains(&one.kode)));
    let said: BTreeSet<String> = beyond.into_iter().map(|one| one.kode).chain(planted).collect();
    let all = RULES.iter().map(|rule| rule.code).chain(KODE.iter().map(|kode| kode.code));
    assert_eq!(said, all.map(str::to_owned).collect::<BTreeSet<_>>());
}

#[test]
fn a_file_in_another_encoding_is_found() {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in sound() {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let path = full("kota/berita/2024-11-25-alat-peraga.md");
    fs::write(root.path().join(&path), b"---\njudul: Caf\xe9\ntanggal: 2024-11-25\n---\n").unwrap();
    let mut report = Report::default();
    pipeline::check(&pilkada::source::read(root.path()).unwrap(), on(LATE), &mut report);
    // The site's pictures are none: what cannot be drawn is RUJ-05, on a disk only.
    let others = report.findings().iter().filter(|one| one.code != "RUJ-05");
    let said: Vec<(&str, &str)> = others.map(|one| (one.code, one.place.file.as_str())).collect();
    assert_eq!(said, [("FMT-06", path.as_str())]);
}

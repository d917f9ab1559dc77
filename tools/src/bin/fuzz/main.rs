//! Feeds the program files that were spoilt by chance: `cargo run -p pilkada-tools --bin fuzz -- [SECONDS] [TARGET…]`.
//!
//! Not made for a release: numbers that overflow end the program then, as they should here.
//!
//! Each target begins with sound files and changes some bytes of one: bits, cuts, repetitions, pieces of others, words that mean something to a
//! parser. What is asked is little, and the same of all: the program says something or publishes something, and neither panics nor takes
//! longer than a person waits. It knows nothing of the branches it has seen (that wants a nightly compiler); it makes up for that by beginning with
//! files of every kind, and is the same in every run for the same seed. What fails is left in `target/fuzz/`, whose name is said.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this program spoils files, and prints what it found"
)]

mod corpus;
mod imports;
mod spoil;
mod visits;

use crate::corpus::{Project, pictures, sound};
use crate::spoil::Chance;
use crate::visits::Preview;
use anyhow::{Context, Result, bail};
use pilkada::output::manifest::Manifest;
use pilkada::record::edit;
use pilkada::signature::key::{NewKey, make};
use pilkada::signature::published::Published;
use pilkada::signature::verify::verify;
use pilkada::yaml;
use std::collections::BTreeMap;
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How long an answer may take: a hundred times what a sound site of this size takes.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a target is fed where nobody says so.
const SECONDS: u64 = 60;

/// How often something panicked, in whatever thread.
static PANICS: AtomicUsize = AtomicUsize::new(0);

/// How often something panicked so far: a server catches what its threads do.
fn panics() -> usize {
    PANICS.load(Ordering::SeqCst)
}

/// Takes a file by its name.
type Feed = Box<dyn Fn(&str, &[u8])>;

/// Something that takes files from strangers.
struct Target {
    name: &'static str,
    /// The files that are spoilt, by their names.
    corpus: BTreeMap<String, Vec<u8>>,
    /// Takes one of them, spoilt.
    feed: Feed,
}

fn main() -> Result<ExitCode> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let seconds = words.first().and_then(|word| word.parse().ok());
    let named = &words[usize::from(seconds.is_some())..];
    // What it says of a panic is said here, once.
    panic::set_hook(Box::new(|_| _ = PANICS.fetch_add(1, Ordering::SeqCst)));
    let mut failed = 0;
    let targets = targets()?;
    if let Some(unknown) = named.iter().find(|name| targets.iter().all(|target| target.name != **name)) {
        bail!("no target \"{unknown}\"; there are {}", targets.map(|target| target.name).join(", "));
    }
    for target in targets.iter().filter(|target| named.is_empty() || named.iter().any(|name| name == target.name)) {
        failed += target.fuzz(Duration::from_secs(seconds.unwrap_or(SECONDS)))?;
    }
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn targets() -> Result<[Target; 9]> {
    let project = Project::new()?;
    let content = sound()?;
    let of_kind = |ending: &str| -> BTreeMap<String, Vec<u8>> {
        content
            .iter()
            .filter(|(path, _)| path.ends_with(ending))
            .map(|(path, bytes)| (path.clone(), bytes.clone()))
            .collect()
    };
    let records: BTreeMap<String, Vec<u8>> = of_kind(".yaml").into_iter().chain(of_kind(".csv")).collect();
    let feed = |project: &std::rc::Rc<Project>| -> Feed {
        let project = std::rc::Rc::clone(project);
        Box::new(move |path, bytes| project.with(path, bytes))
    };
    let project = std::rc::Rc::new(project);
    let preview = Preview::default();
    let asked = preview.clone();
    Ok([
        Target { name: "catatan", corpus: records.clone(), feed: feed(&project) },
        Target { name: "yaml", corpus: of_kind(".yaml"), feed: Box::new(|_, bytes| read_twice(bytes)) },
        Target { name: "artikel", corpus: of_kind(".md"), feed: feed(&project) },
        Target { name: "gambar", corpus: pictures()?, feed: feed(&project) },
        Target { name: "isian", corpus: of_kind(".yaml"), feed: Box::new(|_, bytes| edited(bytes)) },
        Target { name: "manifes", corpus: signed()?, feed: manifests()? },
        Target { name: "impor", corpus: imports::corpus()?, feed: Box::new(imports::imported) },
        Target { name: "permintaan", corpus: visits::requests(), feed: Box::new(move |_, bytes| asked.asked(bytes)) },
        Target {
            name: "kiriman",
            corpus: visits::bodies()?,
            feed: Box::new(move |form, bytes| preview.posted(form, bytes)),
        },
    ])
}

/// What is read without a YAML parser is what one makes of it.
fn read_twice(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Some(simple) = yaml::simple::read(text) {
        let read = serde_yaml::from_str::<serde_yaml::Value>(text).map_err(|error| error.to_string());
        assert_eq!(Ok(serde_yaml::to_value(simple).expect("it has nothing that YAML has not")), read, "{text:?}");
    }
}

/// What a form does to a record: what it writes is what comes back.
fn edited(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Some(values) = edit::values(text) else { return };
    let order = |_: &str| Vec::new();
    if let serde_json::Value::Object(mut map) = values {
        map.insert("catatan".to_owned(), "Contoh: \"baru\" # bukan komentar".into());
        let wanted = serde_json::Value::Object(map);
        if let Ok(written) = edit::write(text, &wanted, &order) {
            assert_eq!(edit::values(&written), Some(wanted), "a form wrote something else");
        }
    }
}

/// A published site in memory.
struct Site(BTreeMap<String, Vec<u8>>);

impl Published for Site {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>> {
        Ok(self.0.get(path).cloned())
    }

    fn names(&self) -> Result<Option<Vec<String>>> {
        Ok(Some(self.0.keys().cloned().collect()))
    }

    fn at_once(&self) -> usize {
        1
    }
}

/// A manifest, and a signature of something else.
fn signed() -> Result<BTreeMap<String, Vec<u8>>> {
    let manifest = fs::read("tests/sites/kota/expected/manifes.json").context("the manifest of a made-up site")?;
    let signature = b"untrusted comment: x\nRUQf6LRCGA9i559r3g7V1qNyJDApGip8MfqcadIgT9CuhV3EMhHoN1mGTkUidF/z7SrlQgXdy8ofjb7bNJJylDOocrCo8KLzZwo=\ntrusted comment: pilkada; waktu=2024-11-27T00:00:00Z; hari=2024-11-27; manifes=a; sebelumnya=-\nwLMDjy9FLAuxZ3q4NlEvkgtyhrr0gtTu6KC4KBJdITbbOeAi1zBIYo0v4iTgt8jJpIidRJnp94ABQkJAgAooBQ==\n";
    Ok(BTreeMap::from([("manifes.json".to_owned(), manifest), ("manifes.json.minisig".to_owned(), signature.to_vec())]))
}

/// No manifest or signature that was spoilt is ever taken for one that was signed.
fn manifests() -> Result<Feed> {
    let NewKey { public, .. } = make(None)?;
    let sound = signed()?;
    Ok(Box::new(move |path, bytes| {
        let mut site = sound.clone();
        site.insert(path.to_owned(), bytes.to_vec());
        let verdict = verify(&Site(site), &public, None);
        assert!(verdict.is_ok_and(|verdict| !verdict.is_sound()), "a spoilt site was taken for a signed one");
        _ = serde_json::from_slice::<Manifest>(bytes);
    }))
}

impl Target {
    /// Feeds it for so long; says how much it took and how often it failed.
    fn fuzz(&self, time: Duration) -> Result<usize> {
        let mut chance = Chance::new(self.name);
        let files: Vec<(&String, &Vec<u8>)> = self.corpus.iter().collect();
        let all: Vec<&[u8]> = files.iter().map(|(_, bytes)| bytes.as_slice()).collect();
        let (begun, mut fed, mut failed) = (Instant::now(), 0_u64, 0);
        while begun.elapsed() < time && failed < 20 {
            let (path, sound) = files[chance.below(files.len())];
            let spoilt = chance.spoil(sound, &all);
            fed += 1;
            let at = Instant::now();
            let ran = panic::catch_unwind(AssertUnwindSafe(|| (self.feed)(path, &spoilt)));
            let why = match ran {
                Err(panic) => {
                    let text = panic.downcast_ref::<String>().map(String::as_str);
                    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic").to_owned()
                }
                Ok(()) if at.elapsed() > PATIENCE => format!("{} s", at.elapsed().as_secs()),
                Ok(()) => continue,
            };
            failed += 1;
            eprintln!("{}: {path}: {why}\n  {}", self.name, self.leave(path, &spoilt, fed)?.display());
        }
        println!("{:<10} {fed:>8} files in {} s, {failed} failed", self.name, begun.elapsed().as_secs());
        Ok(failed)
    }

    /// Leaves what failed where it can be looked at.
    fn leave(&self, path: &str, bytes: &[u8], number: u64) -> Result<PathBuf> {
        let folder = PathBuf::from("target/fuzz");
        fs::create_dir_all(&folder)?;
        let name = path.rsplit('/').next().unwrap_or(path);
        let at = folder.join(format!("{}-{number}-{name}", self.name));
        fs::write(&at, bytes)?;
        Ok(at)
    }
}

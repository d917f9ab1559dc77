//! The command line: the only module that prints, and that asks the environment and the clock.
//!
//! A subcommand is a file here and its row in `COMMANDS`.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is the module that prints, and that asks the environment and the clock"
)]

mod approve;
mod build;
mod bundle;
mod check;
mod diff;
mod explain;
mod import;
mod key;
mod migrate;
mod new;
mod note;
mod only;
mod pack;
mod progress;
mod publish;
mod repair;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod sheet;
mod sign;
mod start;
mod usage;
mod verify;
mod withdraw;

use crate::bahasa::{Bahasa, Kata, kata, sama};
use crate::model::{BuildOptions, Drafts};
use crate::refusal::{self, Because, refused};
use crate::report::draw::{Colour, Style};
use crate::source::{self, CONTENT, Sources, StampCache};
use crate::system;
use crate::value::tanggal::Tanggal;
use crate::value::{Nilai, Scalar};
use anyhow::Result;
use chrono::{DateTime, Local};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::convert::Infallible;
use std::env;
use std::ffi::OsString;
use std::io::{ErrorKind, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// What the program ends with when the content is unsound.
const UNSOUND: u8 = 1;
/// What the program ends with when the machine refuses, or the command line cannot be read.
const REFUSED: u8 = 2;

/// Set, it has the program use what every system has, and nothing else: for tests, and for disks that promise more than they keep.
const PORTABLE: &str = "PILKADA_PORTABLE";

/// A subcommand: its name, what it takes, and what it does.
struct Subcommand {
    /// Its arguments, with their words in a language.
    command: fn(Bahasa) -> Command,
    /// Does it.
    run: fn(&ArgMatches, &Session) -> Result<ExitCode>,
}

/// Every subcommand.
const COMMANDS: &[Subcommand] = &[
    Subcommand { command: build::command, run: build::run },
    Subcommand { command: check::command, run: check::run },
    Subcommand { command: diff::command, run: diff::run },
    Subcommand { command: explain::command, run: explain::run },
    Subcommand { command: import::command, run: import::run },
    Subcommand { command: migrate::command, run: migrate::run },
    Subcommand { command: new::command, run: new::run },
    Subcommand { command: schema::command, run: schema::run },
    Subcommand { command: key::command, run: key::run },
    Subcommand { command: sign::command, run: sign::run },
    Subcommand { command: verify::command, run: verify::run },
    Subcommand { command: publish::command, run: publish::run },
    Subcommand { command: withdraw::command, run: withdraw::run },
    Subcommand { command: bundle::command, run: bundle::run },
    Subcommand { command: pack::command, run: pack::run },
    Subcommand { command: sheet::command, run: sheet::run },
    Subcommand { command: approve::command, run: approve::run },
    Subcommand { command: note::command, run: note::run },
    #[cfg(feature = "serve")]
    Subcommand { command: serve::command, run: serve::run },
];

/// What every subcommand is told.
#[derive(Debug, Clone)]
struct Session {
    /// The language the user is spoken to in.
    bahasa: Bahasa,
    /// The project's folder.
    root: PathBuf,
    /// The folder that was named, or that the program was started in.
    here: PathBuf,
    /// The day, and what becomes of drafts.
    build_options: BuildOptions,
    /// Says which day it is, where none was chosen.
    #[cfg(feature = "serve")]
    hari: Option<fn() -> Tanggal>,
}

/// Runs the program with the words of its command line; the first is its name.
pub fn main(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let words: Vec<OsString> = words.into_iter().collect();
    if env::var_os(PORTABLE).is_some_and(|value| !value.is_empty()) {
        system::be_portable();
    }
    let bahasa = language(&words);
    let matches = match usage::command(bahasa).try_get_matches_from(words) {
        Ok(matches) => matches,
        Err(error) => return usage::explain(&error, bahasa),
    };
    match run(&matches, bahasa) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{}: {}", kata("gagal", "failed").dalam(bahasa), refusal::sentence(&error, bahasa));
            ExitCode::from(REFUSED)
        }
    }
}

/// Every command and option that the program takes, with its words in a language.
pub fn command(bahasa: Bahasa) -> Command {
    usage::command(bahasa)
}

fn run(matches: &ArgMatches, bahasa: Bahasa) -> Result<ExitCode> {
    let named = matches.get_one::<PathBuf>("folder").cloned();
    let here = named.clone().unwrap_or_else(|| PathBuf::from("."));
    let root = named.or_else(around).unwrap_or_else(|| PathBuf::from("."));
    let draf = if matches.get_flag("draf") { Drafts::Show } else { Drafts::Wait };
    let chosen = day(matches.get_one::<String>("tanggal").map(String::as_str))?;
    let build_options = BuildOptions { hari: chosen.unwrap_or_else(today), draf };
    let session = Session {
        bahasa,
        root,
        here,
        build_options,
        #[cfg(feature = "serve")]
        hari: chosen.is_none().then_some(today),
    };
    let Some((name, matches)) = matches.subcommand() else { return start::run(&session) };
    let chosen = COMMANDS.iter().find(|subcommand| (subcommand.command)(bahasa).get_name() == name);
    chosen.map_or(Ok(ExitCode::from(REFUSED)), |subcommand| (subcommand.run)(matches, &session))
}

/// The way from here to the project that this folder lies in, if it lies in one: `..`, `../..`. From the project's own folder
/// there is none to go.
fn around() -> Option<PathBuf> {
    let here = env::current_dir().ok()?;
    let project = source::project_around(&here).filter(|_| !here.join(CONTENT).is_dir())?;
    let levels = here.strip_prefix(&project).ok()?.components().count();
    Some(std::iter::repeat_n("..", levels).collect())
}

/// The language, read before everything else so that also the help is in it.
fn language(words: &[OsString]) -> Bahasa {
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    let names = ["--bahasa", "--language"];
    let spoken = words.windows(2).filter(|pair| names.contains(&&*pair[0])).map(|pair| pair[1].as_ref());
    let joined =
        words.iter().filter_map(|word| names.iter().find_map(|name| word.strip_prefix(name)?.strip_prefix('=')));
    match spoken.chain(joined).next_back() {
        Some("en") => Bahasa::En,
        _ => Bahasa::Id,
    }
}

/// The day on the calendar of this computer.
fn today() -> Tanggal {
    Local::now().date_naive().into()
}

/// The day the site is for, where one is chosen: as asked, or as `SOURCE_DATE_EPOCH` says.
fn day(asked: Option<&str>) -> Result<Option<Tanggal>> {
    if let Some(text) = asked {
        return read_day(text, "--tanggal").map(Some);
    }
    if let Ok(epoch) = env::var("SOURCE_DATE_EPOCH") {
        let moment = epoch.parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
        let moment = moment.because(|| {
            kata(
                format!("SOURCE_DATE_EPOCH \"{epoch}\" bukan bilangan detik"),
                format!("SOURCE_DATE_EPOCH \"{epoch}\" is not a number of seconds"),
            )
        })?;
        return Ok(Some(moment.date_naive().into()));
    }
    Ok(None)
}

/// The day that somebody gave to an option.
fn read_day(text: &str, option: &'static str) -> Result<Tanggal> {
    Tanggal::read(Scalar::Teks(text)).map_err(|refusal| refused(refusal.what)).because(|| sama(option))
}

impl Session {
    /// The folder the site is published as, where nothing else is said.
    fn output(&self) -> PathBuf {
        self.root.join("output")
    }

    /// How findings are drawn on a stream: in colour on a terminal, unless `NO_COLOR` asks for none.
    fn style(&self, stream: &impl IsTerminal) -> Style {
        let plain = !stream.is_terminal() || env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Style { bahasa: self.bahasa, colour: if plain { Colour::Plain } else { Colour::Ansi } }
    }

    /// The project's folder as a prefix of paths, as seen from where the program was started; empty when it is there.
    fn folder_prefix(&self) -> String {
        let parts: Vec<_> = self.root.iter().map(|part| part.to_string_lossy()).collect();
        let named: Vec<_> = parts.iter().filter(|part| *part != ".").map(|part| part.trim_end_matches('/')).collect();
        named.into_iter().fold(String::new(), |prefix, part| prefix + part + "/")
    }

    /// The project's files; of texts that are known no more than that they are as they were.
    fn sources(&self, known: &StampCache) -> Result<Sources> {
        self.expect_content()?;
        source::read_known(&self.root, known)
    }

    /// Ends the run where there is no project.
    fn expect_content(&self) -> Result<()> {
        if self.root.join(CONTENT).is_dir() {
            return Ok(());
        }
        let root = self.root.display();
        Err(self.refusal(&kata(
            format!("tidak ada folder {CONTENT}/ di {root}; situs baru dibuat dengan pilkada new situs"),
            format!("there is no folder {CONTENT}/ in {root}; pilkada new situs makes a new site"),
        )))
    }

    /// A sentence as the reason the run ends.
    fn refusal(&self, sentence: &Kata) -> anyhow::Error {
        anyhow::anyhow!(sentence.dalam(self.bahasa).to_owned())
    }

    /// Says a sentence on standard error, where progress and closing lines go.
    fn say(&self, sentence: &Kata) {
        eprintln!("{}", sentence.dalam(self.bahasa));
    }
}

/// The path of something in the project as it is written there: on Windows people type, and shells complete, backslashes.
#[expect(clippy::unnecessary_wraps, reason = "a reader of values may refuse; this one takes all")]
fn with_slashes(text: &str) -> Result<String, Infallible> {
    Ok(text.replace('\\', "/"))
}

/// The options every subcommand takes.
fn shared(bahasa: Bahasa) -> Vec<Arg> {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    vec![
        Arg::new("bahasa")
            .long("bahasa")
            .visible_alias("language")
            .global(true)
            .value_name(if bahasa == Bahasa::Id { "BAHASA" } else { "LANGUAGE" })
            .value_parser(["id", "en"])
            .help(word("bahasa pesan: id atau en", "language of messages: id or en")),
        Arg::new("folder")
            .long("folder")
            .global(true)
            .value_name("FOLDER")
            .value_parser(clap::value_parser!(PathBuf))
            .help(word("folder proyek, tempat content/ berada", "the project's folder, where content/ is")),
        Arg::new("tanggal")
            .long("tanggal")
            .visible_alias("date")
            .global(true)
            .value_name(if bahasa == Bahasa::Id { "TTTT-BB-HH" } else { "YYYY-MM-DD" })
            .help(word(
                "hari yang dipakai situs; jika tidak ditulis, hari ini",
                "the day the site is for; today if left out",
            )),
        Arg::new("draf").long("draf").visible_alias("drafts").global(true).action(ArgAction::SetTrue).help(word(
            "tampilkan juga draf dan tulisan yang belum waktunya terbit",
            "show drafts and articles whose day has not come",
        )),
    ]
}

/// Prints on standard output; a reader that has seen enough (`| head`) ends the printing and nothing else.
fn print(text: &str) -> Result<()> {
    let mut stdout = std::io::stdout().lock();
    match writeln!(stdout, "{text}").and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(error).because(|| kata("menulis ke keluaran", "writing to the output"))
        }
        _ => Ok(()),
    }
}

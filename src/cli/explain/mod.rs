//! `pilkada explain`: what a code asks, why, its legal source, and an example.

mod rules;

use super::{REFUSED, Session, print};
use crate::bahasa::{Bahasa, Kata, kata};
use crate::check::RULES;
use crate::check::rule::{Confidence, Rule};
use crate::hukum::Hukum;
use crate::hukum::paket::{Baris, Ketentuan, Paket};
use crate::report::Level;
use crate::report::kode::{Example, KODE, Kode};
use crate::source::{CONTENT, THEMES};
use crate::value::mirip::nearest;
use anyhow::Result;
use clap::{Arg, ArgMatches, Command};
use std::process::ExitCode;
use std::sync::{Arc, LazyLock};

/// Something in Indonesian and in English.
type Dua = (&'static str, &'static str);

/// A code with all that is said of it, whether a rule has it or the reading of files.
struct Explanation {
    code: &'static str,
    level: Level,
    what: Dua,
    confidence: Confidence,
    law: Option<String>,
    /// What the packs of law say for it.
    values: Vec<(&'static Paket, Vec<Baris>)>,
    why: Dua,
    example: Example,
}

impl From<&Rule> for Explanation {
    fn from(rule: &Rule) -> Self {
        let Rule { code, level, what, confidence, law, why, example, apply: _ } = *rule;
        let values = packs().untuk(code);
        let law = law.map(str::to_owned).into_iter().chain(sources(&values)).collect::<Vec<_>>().join("; ");
        let law = Some(law).filter(|law| !law.is_empty());
        Self { code, level, what, confidence, law, values, why, example }
    }
}

/// Whether a file can be read and linked is logic: it needs no law.
impl From<&Kode> for Explanation {
    fn from(kode: &Kode) -> Self {
        let Kode { code, level, what, why, example } = *kode;
        Self { code, level, what, confidence: Confidence::L, law: None, values: Vec::new(), why, example }
    }
}

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    let code = Arg::new("kode").value_name(if bahasa == Bahasa::Id { "KODE" } else { "CODE" }).help(word(
        "kodenya, misalnya HUK-02; tanpa kode, semuanya disebut",
        "the code, for example HUK-02; without one, all are named",
    ));
    let format = Arg::new("format").long("format").value_name("FORMAT").value_parser(["teks", "markdown"]);
    Command::new("explain")
        .visible_alias("jelaskan")
        .about(word(
            "Jelaskan kode sebuah temuan: apa, mengapa, dasarnya, contohnya",
            "Explain the code of a finding: what, why, its legal source, an example",
        ))
        .arg(code)
        .arg(format.default_value("teks").help(word("bentuk keluaran", "form of the output")))
}

/// Explains one code, or names them all; 2 when there is no such code.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    let all = all();
    let markdown = matches.get_one::<String>("format").is_some_and(|format| format == "markdown");
    let text = match matches.get_one::<String>("kode") {
        None if markdown => rules::page(&all),
        None => list(&all, session.bahasa),
        Some(asked) => match all.iter().find(|known| known.code.eq_ignore_ascii_case(asked)) {
            Some(found) if markdown => rules::section(found),
            Some(found) => explained(found, session.bahasa),
            None => {
                session.say(&unknown(asked, &all));
                return Ok(ExitCode::from(REFUSED));
            }
        },
    };
    print(text.trim_end())?;
    Ok(ExitCode::SUCCESS)
}

/// Every code there is, in order.
fn all() -> Vec<Explanation> {
    let rules = RULES.iter().map(|rule| Explanation::from(*rule));
    let mut all: Vec<Explanation> = rules.chain(KODE.iter().map(Explanation::from)).collect();
    all.sort_by_key(|known| known.code);
    all
}

fn unknown(asked: &str, all: &[Explanation]) -> Kata {
    let (id, en) = match nearest(asked, all.iter().map(|known| known.code)) {
        Some(near) => (format!("mungkin maksudnya {near}"), format!("perhaps {near} is meant")),
        None => ("semuanya: pilkada explain".to_owned(), "for all of them: pilkada explain".to_owned()),
    };
    kata(format!("tidak ada kode \"{asked}\"; {id}"), format!("there is no code \"{asked}\"; {en}"))
}

/// A line for each code.
fn list(all: &[Explanation], bahasa: Bahasa) -> String {
    let line = |known: &Explanation| {
        let level = known.level.word();
        format!("{}  {:<10}  {}\n", known.code, level.dalam(bahasa), one(known.what, bahasa))
    };
    all.iter().map(line).collect()
}

/// All that is said of one code.
fn explained(known: &Explanation, bahasa: Bahasa) -> String {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    let level = known.level.word();
    let (name, why) = (one(known.what, bahasa), one(known.why, bahasa));
    let mut lines = vec![format!("{}[{}]: {name}", level.dalam(bahasa), known.code), String::new()];
    lines.push(format!("{}: {why}", word("sebab", "why")));
    let none = word("tidak perlu dasar hukum", "none needed");
    lines.push(format!("{}: {}", word("dasar", "law"), known.law.as_ref().unwrap_or(&none)));
    lines.push(format!("{}: {}", word("keyakinan", "confidence"), one(sureness(known.confidence), bahasa)));
    lines.extend(values(&known.values, bahasa));
    let file = file_of(&known.example);
    lines.extend([String::new(), format!("{} {file}:", word("salah, di", "wrong, in")), String::new()]);
    lines.push(indented(&bad(&known.example, bahasa)));
    lines.extend([String::new(), word("benar:", "right:"), String::new(), indented(known.example.good)]);
    lines.join("\n")
}

/// The packs of the program, which live as long as it does.
fn packs() -> &'static Hukum {
    static PACKS: LazyLock<Arc<Hukum>> = LazyLock::new(Hukum::bawaan);
    &PACKS
}

/// The articles behind values, each once.
fn sources(values: &[(&Paket, Vec<Baris>)]) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    for baris in values.iter().flat_map(|(_, rows)| rows) {
        let sumber = &baris.ketentuan.sumber;
        if !sources.contains(sumber) {
            sources.push(sumber.clone());
        }
    }
    sources
}

/// What the packs say: which of them holds for a vote follows from its day.
fn values(values: &[(&Paket, Vec<Baris>)], bahasa: Bahasa) -> Vec<String> {
    let mut lines = Vec::new();
    for (paket, rows) in values {
        let (nama, day) = (&paket.nama, paket.berlaku);
        let head = kata(
            format!("paket hukum {nama} (data/hukum/{nama}.yaml), untuk pemungutan suara sejak {day}:"),
            format!("pack of law {nama} (data/hukum/{nama}.yaml), for votes from {day} on:"),
        );
        lines.extend([String::new(), head.dalam(bahasa).to_owned()]);
        lines.extend(rows.iter().map(|baris| indented(&value(baris, bahasa))));
    }
    lines
}

/// One value, with its article and how sure it is.
fn value(baris: &Baris, bahasa: Bahasa) -> String {
    let Ketentuan { nilai, apa, sumber, keyakinan, catatan, .. } = &baris.ketentuan;
    let apa = match bahasa {
        Bahasa::Id => &apa.id,
        Bahasa::En => &apa.en,
    };
    let catatan = catatan.as_ref().map_or(String::new(), |catatan| format!("; {catatan}"));
    format!("{apa}: {nilai} ({sumber}; {keyakinan:?}{catatan})")
}

/// How sure we are, in words.
fn sureness(confidence: Confidence) -> Dua {
    match confidence {
        Confidence::A => (
            "A, bunyi aturannya terbaca atau beberapa kutipan sama",
            "A, the rule's own words were read, or several quotations agree",
        ),
        Confidence::B => ("B, menurut satu berita atau rancangan", "B, after one news report or a draft"),
        Confidence::C => {
            ("C, ingatan atau pendapat kami tentang yang adil", "C, memory, or our opinion of what is fair")
        }
        Confidence::L => ("L, logika", "L, logic"),
    }
}

/// The path of an example's file below the project's folder.
fn file_of(example: &Example) -> String {
    let file = example.file;
    if file.starts_with(THEMES) { file.to_owned() } else { format!("{CONTENT}/{file}") }
}

/// The lines that are found; a file may be missing as a whole.
fn bad(example: &Example, bahasa: Bahasa) -> String {
    match example.bad {
        "" => kata("(berkas ini tidak ada)", "(this file is not there)").dalam(bahasa).to_owned(),
        bad => bad.to_owned(),
    }
}

fn one((id, en): Dua, bahasa: Bahasa) -> &'static str {
    match bahasa {
        Bahasa::Id => id,
        Bahasa::En => en,
    }
}

fn indented(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("    {line}").trim_end().to_owned()).collect();
    lines.join("\n")
}

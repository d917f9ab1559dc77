//! `pilkada new`: a file to fill in, with every field explained, of which `check` says only what is left to fill in.
//!
//! What a record is begun with is in `project::begin`.

mod draw;
mod situs;

use super::{Session, UNSOUND, print};
use crate::bahasa::{Bahasa, Kata, kata};
use crate::output;
use crate::project::begin::ask::Existing;
use crate::project::begin::kind::{KINDS, Kind, entry};
use crate::project::begin::order::Order;
use crate::project::begin::{New, editor, link_on_the_way, through_link};
use crate::record::Records;
use crate::report::Report;
use crate::report::draw::teks;
use crate::source::{Sources, StampCache};
use crate::value::mirip::nearest;
use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// The kind that gives pairs their numbers.
const DRAW: &str = "pengundian";

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    let (jenis, nama) = if bahasa == Bahasa::Id { ("JENIS", "NAMA") } else { ("KIND", "NAME") };
    Command::new("new")
        .visible_alias("baru")
        .about(word(
            "Buat berkas baru yang tinggal diisi: situs, wilayah, paslon, berita, …",
            "Make a new file to fill in: a site, a region, a pair, an article, …",
        ))
        .arg(Arg::new("jenis").value_name(jenis).required(true).help(kinds_help(bahasa)))
        .arg(Arg::new("nama").value_name(nama).action(ArgAction::Append).help(word(
            "wilayahnya, lalu judul atau nomornya: jambi/kota-jambi \"Judul\"",
            "its region, then its title or number: jambi/kota-jambi \"Title\"",
        )))
}

fn kinds_help(bahasa: Bahasa) -> String {
    let names: Vec<&str> = names().collect();
    kata(format!("salah satu dari {}", names.join(", ")), format!("one of {}", names.join(", ")))
        .dalam(bahasa)
        .to_owned()
}

fn names() -> impl Iterator<Item = &'static str> {
    std::iter::once(situs::NAME).chain(KINDS.iter().map(|kind| kind.ask.name))
}

/// Writes the files: 0 when they are there, 1 when they would be unsound.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    let words: Vec<&str> = matches.get_many::<String>("nama").into_iter().flatten().map(String::as_str).collect();
    let name = matches.get_one::<String>("jenis").map_or("", String::as_str);
    if name == situs::NAME {
        return situs::run(&words, session);
    }
    let Some(kind) = KINDS.iter().find(|kind| kind.ask.name == name) else {
        return Err(session.refusal(&unknown_kind(name)));
    };
    let sources = session.sources(&StampCache::default())?;
    let records = Records::load(&sources, &mut Report::default());
    // Only a draw is told numbers.
    let is_number = |word: &&str| name == DRAW && word.contains(draw::GIVES);
    let (numbers, words): (Vec<&str>, Vec<&str>) = words.into_iter().partition(is_number);
    let order =
        Order::new(&kind.ask, &words, &records, session.build_options.hari).map_err(|why| session.refusal(&why))?;
    if name == DRAW && !draw::unnumbered(&order).is_empty() {
        return draw::run(&order, &numbers, &sources, session);
    }
    if !numbers.is_empty() {
        return Err(session.refusal(&draw::nothing_to_number(&order)));
    }
    write(&(kind.make)(&order), kind, &sources, session)
}

fn write(files: &[New], kind: &Kind, sources: &Sources, session: &Session) -> Result<ExitCode> {
    for (path, _) in files {
        if let Some(link) = link_on_the_way(path, sources) {
            return Err(session.refusal(&through_link(path, link)));
        }
    }
    let drawn = Sources::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let mut report = Report::default();
    Records::load(&drawn, &mut report);
    if !report.is_clean() {
        eprintln!("{}", teks(&report, &drawn, session.style(&io::stderr())));
        session.say(&kata("tidak ada yang ditulis", "nothing was written"));
        return Ok(ExitCode::from(UNSOUND));
    }
    if let [(path, text)] = files
        && kind.existing == Existing::Shown
        && sources.get(path).is_some()
    {
        return show(path, text, session);
    }
    for (path, text) in files {
        create(&session.root, path, &editor::with_schema(path, text), session)?;
        editor::put_schema(&session.root, path)?;
    }
    if let Some(hint) = kind.hint {
        session.say(&kata(hint.0, hint.1));
    }
    Ok(ExitCode::SUCCESS)
}

/// Shows what could be added to a file that is there: its owner decides where it goes.
fn show(path: &str, text: &str, session: &Session) -> Result<ExitCode> {
    session.say(&kata(
        format!("{path} sudah ada dan tidak diubah; tambahkan sendiri di akhirnya:"),
        format!("{path} is there already and is not changed; add this at its end:"),
    ));
    print(entry(text).trim_end())?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a file that is not there yet, and says so.
fn create(root: &Path, path: &str, text: &str, session: &Session) -> Result<()> {
    match output::create(&root.join(path), text) {
        Ok(()) => print(path),
        Err(error) if is_there(&error) => Err(session.refusal(&kata(
            format!("{path} sudah ada dan tidak ditimpa"),
            format!("{path} is there already and is not written over"),
        ))),
        Err(error) => Err(error),
    }
}

fn is_there(error: &anyhow::Error) -> bool {
    let mut causes = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>());
    causes.any(|error| error.kind() == io::ErrorKind::AlreadyExists)
}

fn unknown_kind(name: &str) -> Kata {
    let known: Vec<&str> = names().collect();
    let (id, en) = match nearest(name, names()) {
        Some(near) => (format!("mungkin maksudnya {near}"), format!("perhaps {near} is meant")),
        None => (format!("pilihannya: {}", known.join(", ")), format!("the choices are: {}", known.join(", "))),
    };
    kata(format!("tidak ada jenis \"{name}\"; {id}"), format!("there is no kind \"{name}\"; {en}"))
}

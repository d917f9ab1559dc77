//! `pilkada new`: a file to fill in, with every field explained, of which `check` says only what is left to fill in.
//!
//! What a record is begun with is in `project::begin`.

mod draw;
mod situs;

use super::{Session, UNSOUND, print, read_day, with_slashes};
use crate::bahasa::{Bahasa, Kata, kata, sama};
use crate::model::Zona;
use crate::output;
use crate::project::begin::ask::Existing;
use crate::project::begin::form::Length;
use crate::project::begin::grow::grown;
use crate::project::begin::kind::{KINDS, Kind};
use crate::project::begin::order::Order;
use crate::project::begin::{editor, link_on_the_way, through_link};
use crate::project::desk::{Change, Desk, Saved};
use crate::record::Records;
use crate::report::Report;
use crate::report::draw::teks;
use crate::source::{Sources, StampCache};
use crate::value::daftar_wilayah::{Resmi, by_code};
use crate::value::mirip::nearest;
use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::time::SystemTime;

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
        .arg(Arg::new("nama").value_parser(with_slashes).value_name(nama).action(ArgAction::Append).help(word(
            "wilayahnya, lalu judul atau nomornya: jambi/kota-jambi \"Judul\"",
            "its region, then its title or number: jambi/kota-jambi \"Title\"",
        )))
        .arg(
            Arg::new("pada")
                .long("pada")
                .visible_alias("on")
                .value_name(if bahasa == Bahasa::Id { "TTTT-BB-HH" } else { "YYYY-MM-DD" })
                .help(word("hari yang dicatat: kegiatannya, angkanya, beritanya", "the day of what is recorded")),
        )
        .arg(Arg::new("lengkap").long("lengkap").visible_alias("full").action(ArgAction::SetTrue).help(word(
            "tulis juga semua isian yang boleh kosong, sebagai komentar dengan penjelasannya",
            "write every field that may be left out too, as a comment with what it is for",
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
    let length = if matches.get_flag("lengkap") { Length::Full } else { Length::Short };
    if name == situs::NAME {
        return situs::run(&words, length, session);
    }
    let Some(kind) = KINDS.iter().find(|kind| kind.ask.name == name) else {
        return Err(session.refusal(&unknown_kind(name)));
    };
    let day = matches.get_one::<String>("pada").map(|text| read_day(text, "--pada")).transpose()?;
    let sources = session.sources(&StampCache::default())?;
    let records = Records::load(&sources, &mut Report::default());
    // Only a draw is told numbers.
    let is_number = |word: &&str| name == DRAW && word.contains(draw::GIVES);
    let (numbers, words): (Vec<&str>, Vec<&str>) = words.into_iter().partition(is_number);
    let hari = day.unwrap_or(session.build_options.hari);
    let order = Order::new(&kind.ask, &words, &records, hari).map_err(|why| session.refusal(&why))?;
    let order = Order { has_day: day.is_some(), length, ..order };
    if name == DRAW && !draw::unnumbered(&order).is_empty() {
        return draw::run(&order, &numbers, &sources, session);
    }
    if !numbers.is_empty() {
        return Err(session.refusal(&draw::nothing_to_number(&order)));
    }
    write(&order, kind, &sources, session)
}

fn write(order: &Order<'_>, kind: &Kind, sources: &Sources, session: &Session) -> Result<ExitCode> {
    let files = (kind.make)(order);
    for (path, _) in &files {
        if let Some(link) = link_on_the_way(path, sources) {
            return Err(session.refusal(&through_link(path, link)));
        }
    }
    let drawn = Sources::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let mut report = Report::default();
    Records::load(&drawn, &mut report);
    if !report.is_clean() {
        return Ok(unsound(&report, &drawn, session));
    }
    let grows = |path: &str| sources.get(path).is_some() && (kind.existing == Existing::Grown || is_register(path));
    if let Some((path, _)) = files.iter().find(|(path, _)| sources.is_taken(path) && !grows(path)) {
        return Err(session.refusal(&is_there_already(path)));
    }
    let day = order.hari.to_string();
    let says_day = files.iter().any(|(path, text)| path.contains(&day) || text.contains(&day));
    for (path, text) in files {
        if grows(&path) {
            let code = grow(&path, &text, sources, session)?;
            if code != ExitCode::SUCCESS {
                return Ok(code);
            }
            continue;
        }
        create(&session.root, &path, &editor::with_schema(&path, &text), session)?;
        editor::put_schema(&session.root, &path)?;
    }
    if let Some(resmi) = order.resmi {
        session.say(&known_region(resmi));
    }
    if says_day && !order.has_day {
        session.say(&todays(order));
    }
    if let Some(hint) = kind.hint {
        session.say(&kata(hint.0, hint.1));
    }
    Ok(ExitCode::SUCCESS)
}

/// Whether a file is one that another kind of record adds to: a figure brings a source along.
fn is_register(path: &str) -> bool {
    path.ends_with("/sumber.yaml")
}

/// Adds to a file that is there, on the way that the desk's forms go: not where that would break a rule.
fn grow(path: &str, text: &str, sources: &Sources, session: &Session) -> Result<ExitCode> {
    let before = sources.get(path).map_or("", |source| source.text());
    let after = grown(before, text).map_err(|why| {
        let path = sama(path);
        session.refusal(&path.and(&why))
    })?;
    let desk = Desk::new(&session.root, &session.output(), session.build_options);
    match desk.save(&[Change::new(path, desk.digest(path, sources), after)], SystemTime::now())? {
        Saved::Written(_) => {
            print(path)?;
            session.say(&kata(
                "ditambahkan di akhir berkas itu; isi yang lain tetap",
                "added at the end of that file; everything else is as it was",
            ));
            Ok(ExitCode::SUCCESS)
        }
        Saved::Unsound(checked) => {
            let mut report = Report::default();
            report.extend(checked.grave);
            Ok(unsound(&report, &checked.sources, session))
        }
        Saved::Changed(path) => Err(session.refusal(&kata(
            format!("{path} baru saja diubah program lain; jalankan lagi"),
            format!("{path} was changed by another program just now; run it again"),
        ))),
    }
}

fn unsound(report: &Report, sources: &Sources, session: &Session) -> ExitCode {
    eprintln!("{}", teks(report, sources, session.style(&io::stderr())));
    session.say(&kata("tidak ada yang ditulis", "nothing was written"));
    ExitCode::from(UNSOUND)
}

/// What the list of regions says of the one that was begun.
fn known_region(resmi: &Resmi) -> Kata {
    let zone = Zona::of(resmi.provinsi()).name();
    let Resmi { kode, nama, .. } = resmi;
    let (id, en) = match by_code(resmi.provinsi()).filter(|provinsi| provinsi.kode != *kode) {
        Some(provinsi) => (format!(" di {}", provinsi.nama), format!(" in {}", provinsi.nama)),
        None => (String::new(), String::new()),
    };
    let jenis = resmi.jenis();
    kata(
        format!("{kode} {nama}: {jenis}{id}, waktu {zone} (daftar Kemendagri, Kepmendagri 300.2.2-2430/2025)"),
        format!("{kode} {nama}: {jenis}{en}, time zone {zone} (the Ministry's list, Kepmendagri 300.2.2-2430/2025)"),
    )
}

/// Says that nobody told the day.
fn todays(order: &Order<'_>) -> Kata {
    let day = order.hari;
    kata(
        format!(
            "harinya tidak disebut, jadi dipakai {}; untuk hari lain: --pada TTTT-BB-HH",
            day.panjang_dalam(Bahasa::Id)
        ),
        format!("no day was named, so it is {}; for another: --on YYYY-MM-DD", day.panjang_dalam(Bahasa::En)),
    )
}

/// Writes a file that is not there yet, and says so.
fn create(root: &Path, path: &str, text: &str, session: &Session) -> Result<()> {
    match output::create(&root.join(path), text) {
        Ok(()) => print(path),
        Err(error) if is_there(&error) => Err(session.refusal(&is_there_already(path))),
        Err(error) => Err(error),
    }
}

fn is_there_already(path: &str) -> Kata {
    kata(format!("{path} sudah ada dan tidak ditimpa"), format!("{path} is there already and is not written over"))
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

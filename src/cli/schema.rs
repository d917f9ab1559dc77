//! `pilkada schema`: the JSON Schema of a record type, printed or as files for an editor.

use super::{REFUSED, Session, print};
use crate::bahasa::{Bahasa, Kata, kata};
use crate::output;
use crate::record::JENIS;
use crate::record::skema::{FOLDER, Jenis, MARK};
use crate::source;
use crate::value::mirip::nearest;
use anyhow::Result;
use clap::{Arg, ArgMatches, Command};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    let jenis = Arg::new("jenis").value_name(if bahasa == Bahasa::Id { "JENIS" } else { "KIND" });
    let folder =
        Arg::new("ke").long("ke").visible_alias("to").value_name("FOLDER").value_parser(clap::value_parser!(PathBuf));
    Command::new("schema")
        .visible_alias("skema")
        .about(word(
            "Tampilkan JSON Schema jenis catatan, untuk penyunting teks",
            "Show the JSON Schema of a kind of record, for text editors",
        ))
        .arg(jenis.help(word(
            "jenis catatannya, misalnya paslon; tanpa jenis, semuanya disebut",
            "the kind of record, for example paslon; without one, all are named",
        )))
        .arg(folder.help(word(
            &format!("tulis semuanya ke folder ini, misalnya {FOLDER}"),
            &format!("write all of them into this folder, for example {FOLDER}"),
        )))
}

/// Prints one schema, or the names of all; with `--ke` writes all of them.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    if let Some(folder) = matches.get_one::<PathBuf>("ke") {
        return write_all(&session.root.join(folder), session);
    }
    let Some(asked) = matches.get_one::<String>("jenis") else {
        let lines: Vec<String> = JENIS.iter().map(|jenis| format!("{:<12}  {}", jenis.name(), jenis.pattern)).collect();
        return print(&lines.join("\n")).map(|()| ExitCode::SUCCESS);
    };
    let name = asked.replace('_', "-");
    let Some(jenis) = JENIS.iter().find(|jenis| jenis.name() == name) else {
        session.say(&unknown(asked));
        return Ok(ExitCode::from(REFUSED));
    };
    print(jenis.text()?.trim_end())?;
    Ok(ExitCode::SUCCESS)
}

/// Writes every schema; one that we wrote earlier is written anew, anything else is left alone.
fn write_all(folder: &Path, session: &Session) -> Result<ExitCode> {
    let paths = JENIS.iter().map(|jenis| (folder.join(format!("{}.json", jenis.name())), jenis));
    let paths: Vec<(PathBuf, &Jenis)> = paths.collect();
    if let Some((foreign, _)) = paths.iter().find(|(path, _)| is_foreign(path)) {
        let path = foreign.display();
        return Err(session.refusal(&kata(
            format!("{path} bukan buatan pilkada schema; tidak ada yang ditulis"),
            format!("{path} was not made by pilkada schema; nothing was written"),
        )));
    }
    for (path, jenis) in &paths {
        output::write_own(path, &jenis.text()?)?;
        print(&path.display().to_string())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Whether something lies there that is not ours.
fn is_foreign(path: &Path) -> bool {
    path.symlink_metadata().is_ok() && !source::text(path).is_some_and(|text| text.contains(MARK))
}

fn unknown(asked: &str) -> Kata {
    let names: Vec<String> = JENIS.iter().map(Jenis::name).collect();
    let (id, en) = match nearest(asked, names.iter().map(String::as_str)) {
        Some(near) => (format!("mungkin maksudnya {near}"), format!("perhaps {near} is meant")),
        None => (format!("pilihannya: {}", names.join(", ")), format!("the choices are: {}", names.join(", "))),
    };
    kata(format!("tidak ada jenis catatan \"{asked}\"; {id}"), format!("there is no kind of record \"{asked}\"; {en}"))
}

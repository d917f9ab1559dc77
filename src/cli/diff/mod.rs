//! `pilkada diff`: which records and which pages of one state of a site are others than those of another.

mod shown;

use super::{Session, print};
use crate::bahasa::{Bahasa, kata};
use crate::cli::diff::shown::{Form, shown};
use crate::project::compare::Drawing;
use anyhow::Result;
use clap::{Arg, ArgMatches, Command};
use std::process::ExitCode;

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    let state = |id: &'static str, name: [&'static str; 2]| {
        Arg::new(id).value_name(if bahasa == Bahasa::Id { name[0] } else { name[1] })
    };
    Command::new("diff")
        .visible_alias("beda")
        .about(word(
            "Sebutkan catatan dan halaman yang berbeda antara dua keadaan: proyek, revisi git, atau situs yang terbit",
            "Name the records and pages in which two states differ: projects, git revisions, or published sites",
        ))
        .arg(state("lama", ["LAMA", "OLD"]).required(true).help(word(
            "keadaan yang lama: folder proyek, folder situs yang terbit atau manifes.json-nya, atau revisi git seperti HEAD~1",
            "the earlier state: the folder of a project, that of a published site or its manifes.json, or a git revision such as HEAD~1",
        )))
        .arg(state("baru", ["BARU", "NEW"]).help(word(
            "keadaan yang baru; jika tidak ditulis, proyek ini",
            "the later state; this project if left out",
        )))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .value_parser(["teks", "markdown", "json"])
                .default_value("teks")
                .help(word(
                    "teks, markdown (untuk komentar), atau json",
                    "teks (text), markdown (for a comment), or json",
                )),
        )
}

/// Says what is different: 0 also where something is.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    let output = session.output();
    let drawing = Drawing { root: &session.root, output: &output, options: session.build_options };
    let named = |id| matches.get_one::<String>(id).map(String::as_str);
    let this = session.root.to_string_lossy();
    let before = drawing.state(named("lama").unwrap_or_default())?;
    let after = drawing.state(named("baru").unwrap_or(&this))?;
    let found = drawing.compare(before, after)?;
    let text = match named("format") {
        Some("json") => serde_json::to_string_pretty(&found)?,
        Some("markdown") => shown(&found, Form::Markdown, session.bahasa),
        _ => shown(&found, Form::Text, session.bahasa),
    };
    print(text.trim_end())?;
    Ok(ExitCode::SUCCESS)
}

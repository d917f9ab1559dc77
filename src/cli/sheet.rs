//! `pilkada lembar`: a sheet to be printed and signed, with everything that is published of the pairs of a contest.

use super::{Session, UNSOUND, with_slashes};
use crate::bahasa::{Bahasa, kata};
use crate::output;
use crate::pipeline;
use crate::project::sheet::{MARK, contest, sheet};
use crate::report::Report;
use crate::source::{self, StampCache};
use anyhow::Result;
use clap::{Arg, ArgMatches, Command};
use std::path::PathBuf;
use std::process::ExitCode;

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    let named = |id: &'static str, en: &'static str| if bahasa == Bahasa::Id { id } else { en };
    Command::new("lembar")
        .visible_alias("review")
        .about(word(
            "Tulis lembar periksa untuk dicetak dan ditandatangani: semua yang terbit tentang setiap pasangan, dengan sumbernya",
            "Write a sheet to be printed and signed: all that is published of every pair, with its source",
        ))
        .arg(Arg::new("wilayah").required(true).value_parser(with_slashes).value_name(named("WILAYAH", "REGION")).help(word(
            "wilayahnya, misalnya jambi/kota-jambi",
            "the region, for example jambi/kota-jambi",
        )))
        .arg(
            Arg::new("ke")
                .long("ke")
                .visible_alias("to")
                .value_name(named("BERKAS", "FILE"))
                .value_parser(clap::value_parser!(PathBuf))
                .help(word(
                    "berkas HTML-nya; bawaannya lembar-<wilayah>.html",
                    "the HTML file; lembar-<region>.html if left out",
                )),
        )
}

/// Writes the sheet: 0 when it is there, 1 when the content cannot be read.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    let sources = session.sources(&StampCache::default())?;
    let model = pipeline::load(&sources, session.build_options, &mut Report::default());
    let Some(model) = model else {
        session.say(&kata(
            "isi proyek ini belum bisa dibaca; lihat dengan pilkada check",
            "the content of this project cannot be read; look with pilkada check",
        ));
        return Ok(ExitCode::from(UNSOUND));
    };
    let named = matches.get_one::<String>("wilayah").map_or("", String::as_str);
    let lingkup = contest(&model, named).map_err(|why| session.refusal(&why))?;
    let name = format!("lembar-{}.html", lingkup.jalur.replace('/', "-"));
    let target = matches.get_one::<PathBuf>("ke").cloned().unwrap_or_else(|| session.root.join(name));
    let is_ours = || source::text(&target).is_some_and(|text| text.starts_with(MARK));
    let shown = target.display();
    if target.symlink_metadata().is_ok() && !is_ours() {
        return Err(session.refusal(&kata(
            format!("{shown} sudah ada dan bukan lembar periksa; pilih nama lain dengan --ke"),
            format!("{shown} is there and is no such sheet; choose another name with --to"),
        )));
    }
    output::write_own(&target, &sheet(&model, lingkup))?;
    let pairs = lingkup.paslon.len();
    session.say(&kata(
        format!("lembar periksa {pairs} kolom surat suara ada di {shown}; buka di peramban, lalu cetak"),
        format!("the sheet of {pairs} columns of the ballot is in {shown}; open it in a browser, then print it"),
    ));
    Ok(ExitCode::SUCCESS)
}

//! `pilkada check`: everything that is wrong, in one run.

use super::{Session, UNSOUND, print};
use crate::bahasa::{Bahasa, kata};
use crate::pipeline;
use crate::report::Report;
use crate::report::draw::teks;
use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::process::ExitCode;

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    Command::new("check")
        .visible_alias("periksa")
        .about(word("Katakan semua yang salah, dalam sekali jalan", "Say everything that is wrong, in one run"))
        .arg(
            Arg::new("ketat")
                .long("ketat")
                .action(ArgAction::SetTrue)
                .help(word("anggap peringatan dan saran sebagai galat", "take warnings and notes for errors")),
        )
}

/// Checks: 0 when the content is sound, 1 when it is not.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    let sources = session.sources()?;
    let mut report = Report::default();
    pipeline::check(&sources, session.pilihan, &mut report);
    print(&teks(&report, &sources, session.style(&std::io::stdout())))?;
    let bearable = report.findings().is_empty() || !matches.get_flag("ketat");
    let sound = report.is_clean() && bearable;
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::from(UNSOUND) })
}

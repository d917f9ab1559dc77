//! `pilkada migrate`: shows what would be different in the present format, asks, writes it, and checks.

use super::repair::{agrees, drawn};
use super::{REFUSED, Session, UNSOUND, print};
use crate::bahasa::{Bahasa, Kata, kata};
use crate::project::Project;
use crate::project::migrate::{Migration, Obstacle, STEPS, Target, plan};
use crate::project::repair::apply;
use crate::record::versi::VERSI;
use crate::report::Report;
use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::process::ExitCode;
use std::time::SystemTime;

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    let yes = Arg::new("ya").long("ya").visible_alias("yes").action(ArgAction::SetTrue);
    Command::new("migrate")
        .visible_alias("migrasi")
        .about(word(
            "Tulis ulang isi lama ke format sekarang, dengan komentarnya",
            "Rewrite older content to the present format, comments kept",
        ))
        .arg(yes.help(word("tulis tanpa bertanya", "write without asking")))
}

/// Migrates: 0 when there is nothing to do or it was done, 1 when it was shown only, 2 when nothing leads to the present format.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    session.expect_content()?;
    let project = opened(session)?;
    let migration = match plan(&project.sources, Target { steps: STEPS, version: VERSI }) {
        Ok(migration) => migration,
        Err(obstacle) => {
            session.say(&refused(obstacle));
            return Ok(ExitCode::from(REFUSED));
        }
    };
    if migration.changes.is_empty() {
        let done = kata(
            format!("isi ini sudah dalam format versi {VERSI}"),
            format!("this content is of format version {VERSI} already"),
        );
        session.say(&done);
        return Ok(ExitCode::SUCCESS);
    }
    print(&drawn(&migration.changes, session))?;
    announce(&migration, session);
    if !matches.get_flag("ya") && !agrees(migration.changes.len(), session)? {
        session.say(&kata(
            "belum ada yang ditulis; untuk menulisnya: pilkada migrate --ya",
            "nothing is written yet; to write it: pilkada migrate --yes",
        ));
        return Ok(ExitCode::from(UNSOUND));
    }
    written(&project, &migration, session)
}

fn opened(session: &Session) -> Result<Project> {
    Project::open(&session.root, &session.output(), session.build_options, SystemTime::now())
}

fn checked(session: &Session) -> Result<Report> {
    let mut report = Report::default();
    opened(session)?.check(&mut report)?;
    Ok(report)
}

fn written(project: &Project, migration: &Migration, session: &Session) -> Result<ExitCode> {
    let mut before = Report::default();
    project.check(&mut before)?;
    let repaired = apply(&session.root, &project.sources, &migration.changes, &before, &|| checked(session))?;
    if repaired.undone.is_empty() {
        session.say(&kata(
            format!("{} berkas ditulis; isi ini sekarang dalam format versi {VERSI}", repaired.made),
            format!("{} files written; this content is of format version {VERSI} now", repaired.made),
        ));
        return Ok(ExitCode::SUCCESS);
    }
    let undone = repaired.undone.join(", ");
    session.say(&kata(
        format!("dibatalkan karena sesudahnya lebih banyak yang salah: {undone}"),
        format!("taken back because more was wrong afterwards: {undone}"),
    ));
    Ok(ExitCode::from(UNSOUND))
}

/// Says what is different, so that nobody takes the first version for more than its name.
fn announce(migration: &Migration, session: &Session) {
    if migration.what.is_empty() {
        session.say(&kata(
            format!("format isi belum berubah sejak versi {}; yang ditulis hanya nomor versinya", migration.from),
            format!("the format has not changed since version {}; only its number is written", migration.from),
        ));
    }
    migration.what.iter().for_each(|what| session.say(what));
}

fn refused(obstacle: Obstacle) -> Kata {
    match obstacle {
        Obstacle::NoSite => kata("belum ada content/situs.yaml", "there is no content/situs.yaml"),
        Obstacle::Unknown => kata(
            format!("`versi` di content/situs.yaml bukan versi yang dikenal; yang sekarang {VERSI}"),
            format!("`versi` in content/situs.yaml is no version that is known; the present one is {VERSI}"),
        ),
        Obstacle::Newer(version) => kata(
            format!(
                "isi ini dalam format versi {version}, lebih baru dari program ini ({VERSI}); pakai pilkada yang lebih baru"
            ),
            format!(
                "this content is of format version {version}, newer than this program ({VERSI}); use a newer pilkada"
            ),
        ),
    }
}

//! `pilkada cabut`: takes a field out of the content, the site and what builds keep, because the person withdrew consent.

use super::progress::Progress;
use super::repair::{agrees, drawn};
use super::{REFUSED, Session, UNSOUND, print, with_slashes};
use crate::bahasa::{Bahasa, Kata, kata};
use crate::output::{self, edit};
use crate::project::repair::apply;
use crate::project::withdraw::{Obstacle, Request, Withdrawal, left_over, plan};
use crate::project::{Outcome, Project};
use crate::report::Report;
use crate::report::draw::teks;
use crate::value::teks::visible;
use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

/// The most files that are named in which the text still stands.
const MOST: usize = 20;

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    let file = Arg::new("berkas").required(true).value_parser(with_slashes).value_name(if bahasa == Bahasa::Id {
        "BERKAS"
    } else {
        "FILE"
    });
    let field = Arg::new("bidang").required(true).value_name(if bahasa == Bahasa::Id { "BIDANG" } else { "FIELD" });
    let folder = Arg::new("output").long("output").value_name("FOLDER").value_parser(clap::value_parser!(PathBuf));
    let yes = Arg::new("ya").long("ya").visible_alias("yes").action(ArgAction::SetTrue);
    Command::new("cabut")
        .visible_alias("withdraw")
        .about(word(
            "Cabut isian seseorang yang menarik persetujuannya, dari catatan, situs dan yang disimpan build",
            "Take out what somebody withdrew consent for: from the record, the site and what builds keep",
        ))
        .arg(file.help(word(
            "berkas catatannya, misalnya jambi/kota-jambi/paslon/1.yaml",
            "the record's file, for example jambi/kota-jambi/paslon/1.yaml",
        )))
        .arg(field.help(word(
            "bidangnya, misalnya calon.foto; calon.persetujuan_publikasi mencabut riwayatnya juga",
            "the field, for example calon.foto; calon.persetujuan_publikasi takes schools and posts along",
        )))
        .arg(folder.help(word("folder hasil; bawaannya output", "folder of the site; output if left out")))
        .arg(yes.help(word("tulis tanpa bertanya", "write without asking")))
}

/// Withdraws: 0 when it is gone, 1 when something is left to do, 2 when there is no such field.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    session.expect_content()?;
    let target = matches.get_one::<PathBuf>("output").cloned().unwrap_or_else(|| session.output());
    let text = |name| matches.get_one::<String>(name).map_or("", String::as_str);
    let request = Request { file: text("berkas"), field: text("bidang"), day: session.build_options.hari };
    let project = opened(session, &target)?;
    let withdrawal = match plan(&project.sources, request) {
        Ok(withdrawal) => withdrawal,
        Err(obstacle) => {
            session.say(&refused(&obstacle, request));
            return Ok(ExitCode::from(REFUSED));
        }
    };
    show(&withdrawal, session)?;
    if !matches.get_flag("ya") && !agrees(withdrawal.changes.len(), session)? {
        session.say(&kata(
            "belum ada yang dicabut; untuk mencabutnya tambahkan --ya",
            "nothing is withdrawn yet; to do it add --yes",
        ));
        return Ok(ExitCode::from(UNSOUND));
    }
    if !is_written(&project, &withdrawal, session, &target)? {
        session.say(&kata(
            "tidak ada yang dicabut: tanpa bidang ini catatannya tidak lengkap; tulis isian lain atau hapus catatannya",
            "nothing is withdrawn: without the field the record is not whole; write something else, or delete the record",
        ));
        return Ok(ExitCode::from(UNSOUND));
    }
    // Before the build: should the content be unsound, nothing that was kept may hold it meanwhile.
    output::forget(&target)?;
    output::history::forget(&session.root)?;
    let is_published = publish(session, &target)?;
    let is_clear = say_left_over(&withdrawal, session, &target)?;
    session.say(&kata(
        "riwayat Git, cadangan, dan salinan di server tidak ikut berubah: terbitkan hasilnya dan hapus salinan lama di sana (UU 27/2022: paling lama 3 x 24 jam)",
        "the history of Git, backups and copies on a server are not changed: publish the site and delete old copies there (UU 27/2022: within 3 x 24 hours)",
    ));
    Ok(if is_published && is_clear { ExitCode::SUCCESS } else { ExitCode::from(UNSOUND) })
}

fn opened(session: &Session, target: &Path) -> Result<Project> {
    Ok(Project::open(&session.root, target, session.build_options, SystemTime::now())?.ready_as_before())
}

/// Shows what would be done.
fn show(withdrawal: &Withdrawal, session: &Session) -> Result<()> {
    print(&drawn(&withdrawal.changes, session))?;
    if let Some((path, text)) = &withdrawal.created {
        print(&format!("{path}\n{}", text.lines().map(|line| format!("+ {line}")).collect::<Vec<_>>().join("\n")))?;
    }
    withdrawal.pictures.iter().try_for_each(|path| print(&format!("- {}", visible(path))))
}

/// Writes the content anew; gives whether it stays.
fn is_written(project: &Project, withdrawal: &Withdrawal, session: &Session, target: &Path) -> Result<bool> {
    let mut before = Report::default();
    project.check(&mut before)?;
    let check = || {
        let mut report = Report::default();
        opened(session, target)?.check(&mut report)?;
        Ok(report)
    };
    let repaired = apply(&session.root, &project.sources, &withdrawal.changes, &before, &check)?;
    if !repaired.undone.is_empty() {
        return Ok(false);
    }
    if let Some((path, text)) = &withdrawal.created {
        output::create(&session.root.join(path), text)?;
    }
    withdrawal.pictures.iter().try_for_each(|path| edit::remove(&session.root.join(path)))?;
    Ok(true)
}

/// Publishes the site without it; gives whether that could be done.
fn publish(session: &Session, target: &Path) -> Result<bool> {
    if !target.exists() {
        return Ok(true);
    }
    let project = opened(session, target)?;
    let (progress, mut report) = (Progress::new(session), Report::default());
    let outcome = project.publish(&progress, &mut report);
    progress.finish();
    let is_published = matches!(outcome?, Outcome::Published { .. });
    if is_published {
        session.say(&kata(
            "isian itu dicabut, dan situs terbit tanpanya",
            "it is withdrawn, and the site is published without it",
        ));
    } else {
        eprintln!("{}", teks(&report, &project.sources, session.style(&std::io::stderr())));
        session.say(&kata(
            "isian itu dicabut dari catatan, tetapi SITUS YANG TERBIT MASIH MEMUATNYA: perbaiki temuan di atas, lalu pilkada build",
            "it is withdrawn from the record, but THE PUBLISHED SITE STILL HAS IT: mend what is found above, then pilkada build",
        ));
    }
    Ok(is_published)
}

/// Says in which files the text still stands; gives whether there is none.
fn say_left_over(withdrawal: &Withdrawal, session: &Session, target: &Path) -> Result<bool> {
    let paths = left_over(&opened(session, target)?.sources, &withdrawal.values);
    let some: Vec<String> = paths.iter().take(MOST).map(|path| visible(path).into_owned()).collect();
    if !some.is_empty() {
        let (count, list) = (paths.len(), some.join(", "));
        session.say(&kata(
            format!("teks yang sama masih tertulis di {count} berkas, lihat apakah itu juga tentang orangnya: {list}"),
            format!("the same text still stands in {count} files, see whether that is about the person, too: {list}"),
        ));
    }
    Ok(some.is_empty())
}

fn refused(obstacle: &Obstacle, request: Request<'_>) -> Kata {
    let Request { file, field, .. } = request;
    match obstacle {
        Obstacle::NoFile => kata(
            format!("tidak ada catatan \"{file}\" di folder content"),
            format!("there is no record \"{file}\" in the content folder"),
        ),
        Obstacle::NoField(known) if known.is_empty() => {
            kata(format!("tidak ada bidang \"{field}\" di sana"), format!("there is no field \"{field}\" there"))
        }
        Obstacle::NoField(known) => {
            let known = known.join(", ");
            kata(
                format!("tidak ada bidang \"{field}\" di sana; yang ada: {known}"),
                format!("there is no field \"{field}\" there; there are: {known}"),
            )
        }
        Obstacle::NotAlone => kata(
            format!("\"{field}\" satu-satunya isian di tempatnya; cabut bidang yang memuatnya"),
            format!("\"{field}\" is all that stands in its place; withdraw the field that holds it"),
        ),
    }
}

//! `pilkada check --perbaiki`: shows what would be changed in the content, asks, changes it, and checks again.

use super::{Session, print};
use crate::bahasa::{Kata, kata};
use crate::project::Project;
use crate::project::repair::{Change, Repaired, apply, plan};
use crate::refusal::Because;
use crate::report::Report;
use crate::value::teks::visible;
use anyhow::Result;
use std::fmt::Write;
use std::io::{IsTerminal, stderr, stdin};
use std::time::SystemTime;

/// The longest line of a difference that is shown in whole, in characters.
const LONG: usize = 160;
/// How often what comes to light by a change is put right as well.
const ROUNDS: usize = 5;
/// The most lines that are shown of a file.
const MOST_LINES: usize = 200;

/// What came of it.
pub(super) enum Outcome {
    /// There is nothing that can be put right so.
    Nothing,
    /// It was shown, and nothing was written.
    Shown,
    /// It was written; what is found now, and what became of it.
    Written(Box<Written>),
}

/// What there is after something was written.
pub(super) struct Written {
    pub project: Project,
    pub report: Report,
    repaired: Repaired,
}

/// Who says that the changes may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Consent {
    /// The command line.
    Given,
    /// The person at the terminal, who sees them first.
    Asked,
}

/// Puts right what can be.
pub(super) fn run(project: &Project, report: &Report, consent: Consent, session: &Session) -> Result<Outcome> {
    let mut outcome = once(project, report, consent, session)?;
    if matches!(outcome, Outcome::Nothing) {
        session.say(&kata("tidak ada yang bisa diperbaiki dengan aman", "there is nothing to put right safely"));
    }
    // What a file that could not be read kept from being said comes to light when it can.
    for _ in 1..ROUNDS {
        let Outcome::Written(written) = &outcome else { break };
        if !written.repaired.undone.is_empty() {
            break;
        }
        match once(&written.project, &written.report, consent, session)? {
            Outcome::Nothing | Outcome::Shown => break,
            more @ Outcome::Written(_) => outcome = more,
        }
    }
    Ok(outcome)
}

fn once(project: &Project, report: &Report, consent: Consent, session: &Session) -> Result<Outcome> {
    let changes = plan(report, &project.sources);
    if changes.is_empty() {
        return Ok(Outcome::Nothing);
    }
    print(&drawn(&changes, session))?;
    if consent == Consent::Asked && !agrees(changes.len(), session)? {
        session.say(&kata(
            "belum ada yang ditulis; untuk menulisnya: pilkada check --perbaiki --ya",
            "nothing is written yet; to write it: pilkada check --fix --yes",
        ));
        return Ok(Outcome::Shown);
    }
    let check = || Ok(checked(session)?.1);
    let repaired = apply(&session.root, &project.sources, &changes, report, &check)?;
    session.say(&closing(&repaired));
    let (project, report) = checked(session)?;
    Ok(Outcome::Written(Box::new(Written { project, report, repaired })))
}

/// The project as it is on the disk now, and what is found in it.
fn checked(session: &Session) -> Result<(Project, Report)> {
    let project = Project::open(&session.root, &session.output(), session.build_options, SystemTime::now())?;
    let mut report = Report::default();
    project.check(&mut report)?;
    Ok((project, report))
}

/// Whether the person at the terminal wants the changes; where there is none, nobody does.
pub(super) fn agrees(count: usize, session: &Session) -> Result<bool> {
    if !stdin().is_terminal() || !stderr().is_terminal() {
        return Ok(false);
    }
    session.say(&kata(
        format!("tulis {count} perubahan ini? ketik ya lalu Enter"),
        format!("write these {count} changes? type yes and Enter"),
    ));
    let mut answer = String::new();
    stdin().read_line(&mut answer).because(|| kata("membaca jawaban", "reading the answer"))?;
    Ok(["y", "ya", "yes"].contains(&answer.trim().to_lowercase().as_str()))
}

fn closing(repaired: &Repaired) -> Kata {
    let made = repaired.made;
    let plural = if made == 1 { "" } else { "s" };
    let written = kata(format!("{made} perubahan ditulis"), format!("{made} change{plural} written"));
    if repaired.undone.is_empty() {
        return written;
    }
    let undone = repaired.undone.iter().map(|path| visible(path).into_owned()).collect::<Vec<_>>().join(", ");
    let [id, en] = [crate::bahasa::Bahasa::Id, crate::bahasa::Bahasa::En].map(|one| written.dalam(one).to_owned());
    kata(
        format!("{id}; dibatalkan karena sesudahnya lebih banyak yang salah: {undone}"),
        format!("{en}; taken back because more was wrong afterwards: {undone}"),
    )
}

/// The changes, a file after the other, as `diff` shows them.
pub(super) fn drawn(changes: &[Change], session: &Session) -> String {
    let mut text = String::new();
    for change in changes {
        let _ = match change {
            Change::Text { path, before: Some(before), after } => {
                writeln!(text, "{}", visible(path)).and_then(|()| lines(&mut text, before, after))
            }
            Change::Text { path, before: None, .. } => {
                let saved = kata("disimpan ulang sebagai UTF-8", "saved again as UTF-8");
                writeln!(text, "{}: {}", visible(path), saved.dalam(session.bahasa))
            }
            Change::Rename(rename) => writeln!(text, "{} -> {}", visible(&rename.from), visible(&rename.to)),
        };
    }
    text.trim_end().to_owned()
}

/// The lines that differ; a fix stays on its line, so the others stand at the same places in both.
fn lines(text: &mut String, before: &str, after: &str) -> std::fmt::Result {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let same = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    if before.len() != after.len() {
        let behind = before.iter().rev().zip(after.iter().rev()).take_while(|(a, b)| a == b).count();
        let behind = behind.min(before.len() - same).min(after.len() - same);
        for line in &before[same..before.len() - behind] {
            writeln!(text, "- {}", short(line))?;
        }
        return after[same..after.len() - behind].iter().try_for_each(|line| writeln!(text, "+ {}", short(line)));
    }
    let differing = before.iter().zip(&after).enumerate().filter(|(_, (a, b))| a != b);
    for (number, (old, new)) in differing.take(MOST_LINES) {
        writeln!(text, "{:>5} - {}\n{:>5} + {}", number + 1, short(old), "", short(new))?;
    }
    Ok(())
}

/// A line without what a terminal would take for a command, and no longer than it can show.
fn short(line: &str) -> String {
    let shown: String = line.chars().take(LONG).collect();
    let more = if shown.len() < line.len() { "…" } else { "" };
    format!("{}{more}", visible(&shown))
}

//! `pilkada check`: everything that is wrong, in one run.

use super::repair::{self, Consent, Outcome};
use super::{Session, UNSOUND, only, print, read_day};
use crate::bahasa::{Bahasa, kata};
use crate::check::RULES;
use crate::check::rule::Rule;
use crate::project::Project;
use crate::project::ahead::Ahead;
use crate::report::draw::{summary, teks};
use crate::report::edition::{About, Edition};
use crate::report::kode::{KODE, Kode};
use crate::report::write::{Format, write};
use crate::report::{Level, Report};
use crate::source::Sources;
use crate::value::tanggal::Tanggal;
use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::process::ExitCode;
use std::time::SystemTime;

/// The names of the forms a report is written in; the first is for people.
const FORMATS: [&str; 6] = ["teks", "json", "github", "gitlab", "sarif", "junit"];

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    Command::new("check")
        .visible_alias("periksa")
        .about(word("Katakan semua yang salah, dalam sekali jalan", "Say everything that is wrong, in one run"))
        .arg(
            Arg::new("ketat")
                .long("ketat")
                .visible_alias("strict")
                .action(ArgAction::SetTrue)
                .help(word("anggap peringatan dan saran sebagai galat", "take warnings and notes for errors")),
        )
        .arg(Arg::new("perbaiki").long("perbaiki").visible_alias("fix").action(ArgAction::SetTrue).help(word(
            "perbaiki tanggal, jam, angka, tanda kutip, pengodean dan nama berkas, sesudah ditunjukkan",
            "put dates, times, numbers, quotes, encodings and file names right, after showing them",
        )))
        .arg(
            Arg::new("ya")
                .long("ya")
                .visible_alias("yes")
                .action(ArgAction::SetTrue)
                .requires("perbaiki")
                .help(word("dengan --perbaiki: tulis tanpa bertanya", "with --fix: write without asking")),
        )
        .arg(
            Arg::new("hanya")
                .long("hanya")
                .visible_alias("only")
                .value_name(if bahasa == Bahasa::Id { "KODE,…" } else { "CODE,…" })
                .help(word(
                    "hanya keluarga atau kode ini, misalnya KST,HUK-02",
                    "only these families or codes, for example KST,HUK-02",
                )),
        )
        .arg(
            Arg::new("sampai")
                .long("sampai")
                .visible_alias("until")
                .value_name(if bahasa == Bahasa::Id { "TANGGAL" } else { "DATE" })
                .conflicts_with_all(["perbaiki", "format"])
                .help(word(
                    "sebutkan juga apa yang baru salah pada setiap hari sampai tanggal ini",
                    "say also what each day until this one will newly break",
                )),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name(if bahasa == Bahasa::Id { "BENTUK" } else { "FORM" })
                .value_parser(FORMATS)
                .default_value(FORMATS[0])
                .help(word(
                    "bentuk laporan, untuk orang atau untuk program lain",
                    "the form of the report, for people or for other programs",
                )),
        )
}

/// Checks: 0 when the content is sound, 1 when it is not.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    let threshold = if matches.get_flag("ketat") { Level::Saran } else { Level::Galat };
    let wanted = matches.get_one::<String>("hanya").map(|asked| only::read(asked, session)).transpose()?;
    let last = matches.get_one::<String>("sampai").map(|day| read_day(day, "--sampai")).transpose()?;
    session.expect_content()?;
    let project = Project::open(&session.root, &session.output(), session.build_options, SystemTime::now())?.last();
    let mut report = Report::default();
    project.check(&mut report)?;
    let ahead = last.map_or_else(|| Ok(Vec::new()), |last| project.ahead(last))?;
    if let Some(wanted) = &wanted {
        report.select(wanted.clone());
    }
    let wanted_ahead = wanted.clone();
    let (mut project, mut is_written) = (project, true);
    if matches.get_flag("perbaiki") {
        let consent = if matches.get_flag("ya") { Consent::Given } else { Consent::Asked };
        match repair::run(&project, &report, consent, session)? {
            Outcome::Nothing => {}
            Outcome::Shown => is_written = false,
            Outcome::Written(written) => {
                (project, report) = (written.project, written.report);
                if let Some(wanted) = wanted {
                    report.select(wanted);
                }
            }
        }
    }
    if !is_written {
        return Ok(ExitCode::from(UNSOUND));
    }
    let sources = &project.sources;
    match format(matches) {
        None => print(&teks(&report, sources, session.style(&std::io::stdout())))?,
        Some(format) => tell_program(&report, sources, format, threshold, session)?,
    }
    let ahead = ahead
        .into_iter()
        .map(|day| selected(day, wanted_ahead.as_ref()))
        .filter(|day| !day.report.findings().is_empty());
    let ahead: Vec<Ahead> = ahead.collect();
    if let Some(last) = last {
        tell_ahead(&ahead, last, sources, session)?;
    }
    let mut all = report.findings().iter().chain(ahead.iter().flat_map(|day| day.report.findings()));
    let sound = all.all(|finding| finding.level > threshold);
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::from(UNSOUND) })
}

/// What a day breaks, of the codes that were asked for.
fn selected(mut day: Ahead, wanted: Option<&Vec<String>>) -> Ahead {
    if let Some(wanted) = wanted {
        day.report.select(wanted.clone());
    }
    day
}

/// Says what each day to come newly breaks.
fn tell_ahead(ahead: &[Ahead], last: Tanggal, sources: &Sources, session: &Session) -> Result<()> {
    let bahasa = session.bahasa;
    if ahead.is_empty() {
        let day = |bahasa| last.panjang_dalam(bahasa);
        let nothing = kata(
            format!("sampai {} tidak ada temuan baru", day(Bahasa::Id)),
            format!("until {} nothing new is found", day(Bahasa::En)),
        );
        return print(nothing.dalam(bahasa));
    }
    for day in ahead {
        let date = |bahasa| day.hari.panjang_dalam(bahasa);
        let head = kata(format!("\nBaru pada {}:\n", date(Bahasa::Id)), format!("\nNew on {}:\n", date(Bahasa::En)));
        print(head.dalam(bahasa))?;
        print(&teks(&day.report, sources, session.style(&std::io::stdout())))?;
    }
    Ok(())
}

/// The form asked for; `None` for people.
fn format(matches: &ArgMatches) -> Option<Format> {
    match matches.get_one::<String>("format").map_or("", String::as_str) {
        "json" => Some(Format::Json),
        "github" => Some(Format::Github),
        "gitlab" => Some(Format::Gitlab),
        "sarif" => Some(Format::Sarif),
        "junit" => Some(Format::Junit),
        _ => None,
    }
}

/// Only the report is on standard output; the closing line is for whoever watches.
fn tell_program(report: &Report, sources: &Sources, format: Format, threshold: Level, session: &Session) -> Result<()> {
    let mut rules: Vec<About> = RULES.iter().map(|rule| about(rule)).chain(KODE.iter().map(about_form)).collect();
    rules.sort_by_key(|rule| rule.code);
    let folder = session.folder_prefix();
    let edition = Edition { report, sources, bahasa: session.bahasa, folder: &folder, rules: &rules, threshold };
    let written = write(&edition, format);
    if !written.is_empty() {
        print(&written)?;
    }
    eprintln!("{}", summary(report, session.bahasa));
    Ok(())
}

fn about(rule: &Rule) -> About {
    About { code: rule.code, level: rule.level, what: kata(rule.what.0, rule.what.1), why: rule.reason() }
}

/// What is said of a code that no rule has: reading and linking the files say it.
fn about_form(kode: &Kode) -> About {
    About {
        code: kode.code,
        level: kode.level,
        what: kata(kode.what.0, kode.what.1),
        why: kata(kode.why.0, kode.why.1),
    }
}

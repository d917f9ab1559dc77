//! Findings as JUnit XML: a rule that finds nothing is a test that passes, a finding that stops the run one that fails.

use crate::report::edition::Edition;
use crate::report::shown::{Entry, FOR_PROGRAMS, Rest};
use crate::report::{Diagnostic, Level};
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::writer::Writer;
use std::collections::{BTreeMap, BTreeSet};

/// One test.
struct Case {
    /// The rule's code.
    code: &'static str,
    /// What has to be so, or what is wrong.
    name: String,
    /// The file, and the line in it.
    place: Option<(String, usize)>,
    outcome: Outcome,
}

/// How a test ended.
enum Outcome {
    /// The rule found nothing.
    Passed,
    /// Something is found that does not stop the run.
    Noted(String),
    /// Something is found that stops the run.
    Failed(String),
    /// The finding is silenced, for this reason.
    Skipped(String),
}

/// A suite a family of rules.
pub(super) fn write(edition: &Edition<'_>) -> String {
    let mut suites: BTreeMap<&str, Vec<Case>> = BTreeMap::new();
    for case in cases(edition) {
        suites.entry(case.code.split('-').next().unwrap_or(case.code)).or_default().push(case);
    }
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    draw(&mut writer, &suites).expect("writing to memory does not fail");
    String::from_utf8(writer.into_inner()).expect("the writer was given text")
}

fn cases(edition: &Edition<'_>) -> Vec<Case> {
    let report = edition.report;
    let silenced = report.silenced().iter();
    let all = report.findings().iter().chain(report.silenced().iter().map(|one| &one.finding));
    let said: BTreeSet<&str> = all.map(|finding| finding.code).collect();
    let quiet = edition.rules.iter().filter(|rule| report.is_wanted(rule.code) && !said.contains(rule.code));
    let passed = quiet.map(|rule| {
        let name = edition.say(&rule.what).to_owned();
        Case { code: rule.code, name, place: None, outcome: Outcome::Passed }
    });
    let entries = report.entries(FOR_PROGRAMS).into_iter();
    let found = entries.map(|entry| match entry {
        Entry::Finding(finding) => case(finding, outcome(finding.level, described(finding, edition), edition), edition),
        Entry::Rest(rest) => rest_case(&rest, edition),
    });
    let skipped = silenced.map(|one| case(&one.finding, Outcome::Skipped(one.alasan.clone()), edition));
    passed.chain(found).chain(skipped).collect()
}

fn outcome(level: Level, text: String, edition: &Edition<'_>) -> Outcome {
    if edition.fails(level) { Outcome::Failed(text) } else { Outcome::Noted(text) }
}

fn rest_case(rest: &Rest<'_>, edition: &Edition<'_>) -> Case {
    let words = rest.words();
    let name = edition.say(&words).to_owned();
    let place = Some((edition.path_of(rest.file), 1));
    Case { code: rest.code, name: name.clone(), place, outcome: outcome(rest.level, name, edition) }
}

fn case(finding: &Diagnostic, outcome: Outcome, edition: &Edition<'_>) -> Case {
    let line = edition.region(&finding.place).map_or(1, |region| region.start.0);
    Case {
        code: finding.code,
        name: edition.say(&finding.what).to_owned(),
        place: Some((edition.path(&finding.place), line)),
        outcome,
    }
}

/// The place, then everything the finding says.
fn described(finding: &Diagnostic, edition: &Edition<'_>) -> String {
    let place = edition.path(&finding.place);
    let place = match edition.region(&finding.place) {
        Some(region) => format!("{place}:{}:{}", region.start.0, region.start.1),
        None => place,
    };
    format!("{place}\n{}", edition.sentences(finding))
}

fn draw(writer: &mut Writer<Vec<u8>>, suites: &BTreeMap<&str, Vec<Case>>) -> std::io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let all: Vec<&Case> = suites.values().flatten().collect();
    writer.write_event(Event::Start(counted("testsuites", "pilkada check", &all)))?;
    for (family, cases) in suites {
        let cases: Vec<&Case> = cases.iter().collect();
        writer.write_event(Event::Start(counted("testsuite", family, &cases)))?;
        for case in cases {
            draw_case(writer, case)?;
        }
        writer.write_event(Event::End(BytesEnd::new("testsuite")))?;
    }
    writer.write_event(Event::End(BytesEnd::new("testsuites")))
}

fn counted<'n>(tag: &'n str, name: &str, cases: &[&Case]) -> BytesStart<'n> {
    let count = |is: fn(&Outcome) -> bool| cases.iter().filter(|case| is(&case.outcome)).count().to_string();
    let mut start = BytesStart::new(tag);
    start.push_attribute(("name", name));
    start.push_attribute(("tests", cases.len().to_string().as_str()));
    start.push_attribute(("failures", count(|outcome| matches!(outcome, Outcome::Failed(_))).as_str()));
    start.push_attribute(("errors", "0"));
    if tag == "testsuite" {
        start.push_attribute(("skipped", count(|outcome| matches!(outcome, Outcome::Skipped(_))).as_str()));
    }
    start
}

fn draw_case(writer: &mut Writer<Vec<u8>>, case: &Case) -> std::io::Result<()> {
    let name = printable(&case.name);
    let mut start = BytesStart::new("testcase");
    start.push_attribute(("classname", case.code));
    start.push_attribute(("name", name.as_str()));
    if let Some((file, line)) = &case.place {
        start.push_attribute(("file", printable(file).as_str()));
        start.push_attribute(("line", line.to_string().as_str()));
    }
    let (child, text) = match &case.outcome {
        Outcome::Passed => return writer.write_event(Event::Empty(start)),
        Outcome::Noted(text) => (BytesStart::new("system-out"), text.as_str()),
        Outcome::Failed(text) => {
            let failure = BytesStart::new("failure");
            (failure.with_attributes([("type", case.code), ("message", name.as_str())]), text.as_str())
        }
        Outcome::Skipped(alasan) => {
            let alasan = printable(alasan);
            (BytesStart::new("skipped").with_attributes([("message", alasan.as_str())]), "")
        }
    };
    writer.write_event(Event::Start(start))?;
    let end = child.to_end().into_owned();
    writer.write_event(Event::Start(child))?;
    writer.write_event(Event::Text(BytesText::new(&printable(text))))?;
    writer.write_event(Event::End(end))?;
    writer.write_event(Event::End(BytesEnd::new("testcase")))
}

/// Without what XML 1.0 has no way to write: control characters, and two that stand for none.
fn printable(text: &str) -> String {
    text.chars().filter(|c| matches!(c, '\t' | '\n' | ' '..) && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

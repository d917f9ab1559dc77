//! The forms of a report for other programs, each held against its schema or read by a parser of that form.

use crate::content::{build_options, files};
use pilkada::bahasa::{Bahasa, kata};
use pilkada::check::RULES;
use pilkada::pipeline;
use pilkada::project::compare::Comparison;
use pilkada::report::edition::{About, Edition};
use pilkada::report::json::Laporan;
use pilkada::report::write::{Format, write};
use pilkada::report::{Level, Report};
use pilkada::source::Sources;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

/// Findings of all three levels: one with another place, one of a whole file with an awkward name, one behind letters of
/// several bytes, one that is silenced.
const UNSOUND: &str = "\
--- berita/50%, satu: dua.md
---
judul: Satu
tanggal: 2024-10-01
---

Isi.
--- berita/2024-10-01-hari.md
---
judul: Ñandú, \"<x>\" & 100%
tanggal: 2024-10-01
---

Ñandú: Senin, 1 Oktober 2024. Kotak kosong.
--- berita/2024-10-02-kotak.md
---
judul: Kotak
tanggal: 2024-10-02
abaikan: [{ kode: HUK-09, alasan: \"Nama acara: <resmi> & 100%\" }]
---

Acara Kotak Kosong.
--- partai.yaml
pa: { nama: Partai A, singkatan: PA }
pa: { nama: Partai A, singkatan: PA }
--- fakta/indeks.yaml
per_tanggal: 2024-10-01
sumber: [a]
fakta:
  - { id: satu, ukuran: dpt, nilai: 10, status: berselisih, bertentangan_dengan: [dua] }
  - { id: dua, ukuran: dpt, nilai: 20, status: berselisih }
--- sumber.yaml
a: { jenis: data_kpu, judul: Data, penerbit: KPU Contoh, tanggal: 2024-10-01 }
--- situs.yaml
nama: Info Pilkada Contoh
alamat: https://contoh.test/pilkada/
penyelenggara: { nama: KPU Contoh }
pemungutan_suara: 2024-11-27
";

/// The report of a text's files in a form.
fn report(text: &str, format: Format, threshold: Level) -> (String, Report) {
    let files = files(text);
    let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    let mut report = Report::default();
    pipeline::check(&sources, build_options(), &mut report);
    let about = |rule: &&pilkada::check::rule::Rule| About {
        code: rule.code,
        level: rule.level,
        what: kata(rule.what.0, rule.what.1),
        why: rule.reason(),
    };
    let rules: Vec<About> = RULES.iter().map(about).collect();
    let edition =
        Edition { report: &report, sources: &sources, bahasa: Bahasa::Id, folder: "situs/", rules: &rules, threshold };
    (write(&edition, format), report)
}

fn parsed(text: &str, format: Format) -> (Value, Report) {
    let (written, report) = report(text, format, Level::Galat);
    (serde_json::from_str(&written).unwrap(), report)
}

#[track_caller]
fn fits(schema: &Value, value: &Value) {
    let validator = jsonschema::validator_for(schema).unwrap();
    let wrong: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "{}\n{value:#}", wrong.join("\n"));
}

/// What the case is made to show.
fn codes(report: &Report) -> Vec<(&str, Level)> {
    report.findings().iter().map(|finding| (finding.code, finding.level)).collect()
}

#[test]
fn the_case_has_every_kind_of_finding() {
    let (_, report) = report(UNSOUND, Format::Json, Level::Galat);
    assert_eq!(
        codes(&report),
        [
            ("JDW-02", Level::Galat),
            ("HUK-09", Level::Peringatan),
            ("FMT-13", Level::Galat),
            ("FKT-09", Level::Saran),
            ("FMT-05", Level::Galat),
        ]
    );
    assert_eq!(report.silenced().len(), 1);
}

#[test]
fn json_is_as_its_schema_says_and_the_schema_as_the_types_say() {
    let schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Laporan>();
    let schema = schema.to_value();
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    snapbox::assert_data_eq!(text, snapbox::file!["../../docs/laporan.schema.json"].raw());
    let (value, report) = parsed(UNSOUND, Format::Json);
    fits(&schema, &value);
    assert_eq!(value["jumlah"], json!({ "galat": 3, "peringatan": 1, "saran": 1, "diabaikan": 1, "galat_lain": 0 }));
    let day = &value["temuan"][0];
    assert_eq!(day["berkas"], "situs/content/berita/2024-10-01-hari.md");
    assert_eq!(day["mulai"], json!({ "baris": 6, "kolom": 8 }), "a column is a character, not a byte: {day:#}");
    assert!(value["temuan"][2].get("mulai").is_none(), "a file as a whole has no line");
    assert_eq!(value["temuan"][4]["terkait"][0]["mulai"]["baris"], 1);
    assert_eq!(value["diabaikan"][0]["alasan"], report.silenced()[0].alasan);
}

#[test]
fn what_differs_has_the_schema_of_its_types() {
    let schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Comparison>();
    let text = serde_json::to_string_pretty(&schema.to_value()).unwrap() + "\n";
    snapbox::assert_data_eq!(text, snapbox::file!["../../docs/beda.schema.json"].raw());
}

#[test]
fn sarif_is_as_the_standard_says() {
    // One pattern of this edition has a bracket that nothing opens; the errata took it out.
    let schema = include_str!("../data/sarif-2.1.0.json").replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$");
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let (value, report) = parsed(UNSOUND, Format::Sarif);
    fits(&schema, &value);
    let run = &value["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), RULES.len());
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), report.findings().len() + 1, "what is silenced is there, marked");
    for result in results {
        if let Some(index) = result["ruleIndex"].as_u64() {
            assert_eq!(rules[usize::try_from(index).unwrap()]["id"], result["ruleId"]);
        }
    }
    let place = |index: usize| &results[index]["locations"][0]["physicalLocation"];
    assert_eq!(
        place(0)["region"],
        json!({ "startLine": 6, "startColumn": 8, "endLine": 6, "endColumn": 29 }),
        "{:#}",
        place(0)
    );
    assert_eq!(place(2)["artifactLocation"]["uri"], "situs/content/berita/50%25%2C%20satu%3A%20dua.md");
    assert!(place(2).get("region").is_none());
    assert_eq!(results[5]["suppressions"][0]["justification"], report.silenced()[0].alasan);
    assert!(results[0].get("suppressions").is_none());
}

/// <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>, read as a schema.
fn gitlab_schema() -> Value {
    json!({
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "location", "severity"],
            "properties": {
                "description": { "type": "string", "minLength": 1 },
                "check_name": { "type": "string", "minLength": 1 },
                "fingerprint": { "type": "string", "minLength": 1 },
                "severity": { "enum": ["info", "minor", "major", "critical", "blocker"] },
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": { "type": "string", "pattern": "^[^./]" },
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": { "begin": { "type": "integer", "minimum": 1 } },
                        },
                    },
                },
            },
        },
    })
}

#[test]
fn gitlab_gets_its_code_quality_report() {
    let (value, report) = parsed(UNSOUND, Format::Gitlab);
    fits(&gitlab_schema(), &value);
    let issues = value.as_array().unwrap();
    assert_eq!(issues.len(), report.findings().len());
    assert_eq!(issues[0]["check_name"], "JDW-02");
    assert_eq!(issues[0]["location"]["lines"]["begin"], 6);
    assert_eq!(parsed("", Format::Gitlab).0.as_array().map(Vec::len), Some(0), "an empty list where all is well");
}

#[test]
fn a_fingerprint_stays_when_lines_are_added_above_and_differs_where_all_else_is_the_same() {
    let prints = |text: &str| -> Vec<String> {
        let (value, _) = parsed(text, Format::Gitlab);
        value.as_array().unwrap().iter().map(|issue| issue["fingerprint"].as_str().unwrap().to_owned()).collect()
    };
    let article =
        |body: &str| format!("--- berita/2024-10-01-satu.md\n---\njudul: Satu\ntanggal: 2024-10-01\n---\n\n{body}");
    let before = prints(&article("Kotak kosong.\n\nKotak kosong.\n"));
    assert_eq!(before.len(), 2);
    assert_ne!(before[0], before[1]);
    assert_eq!(before, prints(&article("Pembuka.\n\nKotak kosong.\n\nKotak kosong.\n")));
}

/// A file with more findings of one kind than anybody reads.
fn thousands() -> String {
    let sources: Vec<String> =
        (0..2_500).map(|number| format!("s{number}: {{ jenis: berita, judul: T, penerbit: KPU Contoh }}")).collect();
    format!("--- sumber.yaml\n{}\n", sources.join("\n"))
}

#[test]
fn of_thousands_of_findings_a_program_is_given_the_first_and_how_many_more_there_are() {
    let (json, report) = parsed(&thousands(), Format::Json);
    let schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Laporan>();
    fits(&schema.to_value(), &json);
    assert_eq!((report.count(Level::Peringatan), json["jumlah"]["peringatan"].as_u64()), (2_500, Some(2_500)));
    assert_eq!(json["temuan"].as_array().map(Vec::len), Some(1_000));
    let more =
        json!([{ "kode": "FKT-10", "tingkat": "peringatan", "berkas": "situs/content/sumber.yaml", "jumlah": 1_500 }]);
    assert_eq!(json["tidak_dimuat"], more);

    let (sarif, _) = parsed(&thousands(), Format::Sarif);
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!((results.len(), &results[1_000]["occurrenceCount"]), (1_001, &json!(1_500)));
    let words = "dan 1.500 temuan FKT-10 lagi di content/sumber.yaml";
    assert_eq!(results[1_000]["message"]["text"], words);

    let (gitlab, _) = parsed(&thousands(), Format::Gitlab);
    fits(&gitlab_schema(), &gitlab);
    let issues = gitlab.as_array().unwrap();
    assert_eq!((issues.len(), &issues[1_000]["description"]), (1_001, &json!(words)));
    let prints: std::collections::BTreeSet<&str> =
        issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(prints.len(), issues.len());

    let (github, _) = crate::reports::report(&thousands(), Format::Github, Level::Galat);
    assert_eq!(github.lines().count(), 21);
    let (name, properties, message) = command(github.lines().last().unwrap());
    assert_eq!((name, message.as_str()), ("warning", "dan 2.480 temuan FKT-10 lagi di content/sumber.yaml"));
    assert_eq!(properties, [("file", "situs/content/sumber.yaml".to_owned()), ("title", "FKT-10".to_owned())]);

    let (junit, _) = crate::reports::report(&thousands(), Format::Junit, Level::Peringatan);
    let suites = junit_parser::from_reader(junit.as_bytes()).unwrap();
    assert_eq!(suites.failures, 1_001);
}

#[test]
fn a_finding_far_out_on_a_line_is_shown_with_what_is_near_it() {
    let line = "kata ".repeat(2_000);
    let text =
        format!("--- berita/2024-10-01-satu.md\n---\njudul: Satu\ntanggal: 2024-10-01\n---\n\n{line}<b>tebal</b>\n");
    let files = files(&text);
    let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    let mut report = Report::default();
    pipeline::check(&sources, build_options(), &mut report);
    let style = pilkada::report::draw::Style { bahasa: Bahasa::Id, colour: pilkada::report::draw::Colour::Plain };
    let drawn = pilkada::report::draw::teks(&report, &sources, style);
    let place = "--> content/berita/2024-10-01-satu.md:6:10001\n";
    assert!(drawn.contains(place) && drawn.contains("kata <b>tebal</b>"), "{drawn}");
    assert!(drawn.len() < 2_000, "{drawn}");
}

/// A workflow command taken apart as GitHub's runner does: its name, its properties, its message.
fn command(line: &str) -> (&str, Vec<(&str, String)>, String) {
    let plain = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n");
    let message = |text: &str| plain(text).replace("%25", "%");
    let property = |text: &str| plain(text).replace("%3A", ":").replace("%2C", ",").replace("%25", "%");
    let (head, said) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
    let (name, properties) = head.split_once(' ').unwrap();
    let properties = properties.split(',').map(|pair| pair.split_once('=').unwrap());
    (name, properties.map(|(key, value)| (key, property(value))).collect(), message(said))
}

#[test]
fn github_gets_a_command_a_finding() {
    let (written, report) = report(UNSOUND, Format::Github, Level::Galat);
    let commands: Vec<_> = written.lines().map(command).collect();
    assert_eq!(commands.len(), report.findings().len());
    let names: Vec<&str> = commands.iter().map(|(name, ..)| *name).collect();
    assert_eq!(names, ["error", "warning", "error", "notice", "error"]);
    for ((_, properties, message), finding) in commands.iter().zip(report.findings()) {
        assert_eq!(properties[0], ("file", format!("situs/{}", finding.place.file)));
        assert!(properties.contains(&("title", finding.code.to_owned())));
        assert_eq!(message.lines().next(), Some(finding.what.dalam(Bahasa::Id)));
        let help = finding.help.as_ref().map(|help| format!("saran: {}", help.dalam(Bahasa::Id)));
        assert_eq!(message.lines().find(|line| line.starts_with("saran: ")), help.as_deref());
    }
    let day = [("line", "6"), ("endLine", "6"), ("col", "8"), ("endColumn", "29")];
    assert_eq!(commands[0].1[1..5], day.map(|(key, value)| (key, value.to_owned())));
    assert_eq!(commands[2].1.len(), 2, "a file as a whole has no line");
}

#[test]
fn junit_counts_as_failed_what_stops_the_run() {
    for (threshold, failures) in [(Level::Galat, 3), (Level::Saran, 5)] {
        let (written, report) = report(UNSOUND, Format::Junit, threshold);
        let suites = junit_parser::from_reader(written.as_bytes()).unwrap();
        let cases: Vec<_> = suites.suites.iter().flat_map(|suite| &suite.cases).collect();
        assert_eq!((suites.failures, suites.tests), (failures, cases.len() as u64));
        let failed: Vec<_> = cases.iter().filter(|case| case.status.is_failure()).collect();
        assert_eq!(failed.len() as u64, failures);
        let skipped: Vec<_> = cases.iter().filter(|case| case.status.is_skipped()).collect();
        assert_eq!(skipped.len(), report.silenced().len());
        let silent = RULES.iter().filter(|rule| !report.findings().iter().any(|finding| finding.code == rule.code));
        assert!(silent.count() <= cases.iter().filter(|case| case.status.is_success()).count());
        let day = failed.iter().find(|case| case.classname.as_deref() == Some("JDW-02")).unwrap();
        let text = &day.status.failure_as_ref().text;
        assert!(text.starts_with("situs/content/berita/2024-10-01-hari.md:6:8\n"), "{text}");
    }
}

#[test]
fn a_control_character_does_not_break_the_xml() {
    let text = "--- berita/2024-10-01-satu.md\n---\njudul: \"a\\u0001b\"\ntanggal: 2024-10-01\n---\n\n\u{1}[x](java\u{1}script:y)\n";
    let (written, report) = report(text, Format::Junit, Level::Galat);
    assert!(!report.is_clean());
    assert!(!written.contains('\u{1}'));
    junit_parser::from_reader(written.as_bytes()).unwrap();
}

//! What the manuals and the recipes show a person to write and to type is right: examples pass `check` together, commands are those of
//! the program.

use crate::content::on;
use crate::sample::built;
use pilkada::bahasa::Bahasa;
use pilkada::pipeline;
use pilkada::record::JENIS;
use pilkada::record::skema::Jenis;
use pilkada::report::Report;
use pilkada::report::draw::{Colour, Style, teks};
use pilkada::source::Sources;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The page that has an example of every kind of record.
const RECORDS: &str = "docs/panduan/content/halaman/catatan.md";
/// The days on which the examples are looked at: in the campaign, in the quiet days, after the result and after a later vote is
/// announced.
const DAYS: [&str; 4] = ["2024-10-30", "2024-11-25", "2024-12-20", "2025-03-01"];

/// The fenced blocks of a text, each with its language and the last path below `content/` that stands before it.
fn blocks(text: &str) -> Vec<(String, Option<String>, String)> {
    let (mut blocks, mut path, mut open): (Vec<_>, Option<String>, Option<(String, String)>) = (Vec::new(), None, None);
    for line in text.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (Some(_), Some(_)) => {
                let (language, body) = open.take().unwrap();
                blocks.push((language, path.take(), body));
            }
            (Some((_, body)), None) => body.extend([line, "\n"]),
            (None, Some(language)) => open = Some((language.to_owned(), String::new())),
            (None, None) => {
                let named = line.split('`').skip(1).step_by(2).filter(|name| name.starts_with("content/")).last();
                path = named.map(str::to_owned).or(path);
            }
        }
    }
    blocks
}

/// The files that the examples of a page are.
fn examples(page: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(page).unwrap();
    let of_files =
        blocks(&text).into_iter().filter(|(language, ..)| ["yaml", "markdown", "csv"].contains(&&**language));
    let files: Vec<_> = of_files.map(|(_, path, body)| (path.expect("an example names its file"), body)).collect();
    let count = files.len();
    let files: BTreeMap<String, String> = files.into_iter().collect();
    assert_eq!(files.len(), count, "two examples are of one file");
    files
}

#[test]
fn the_manual_has_an_example_of_every_kind_of_record_and_together_they_are_sound() {
    let files = examples(RECORDS);
    let shown: Vec<&str> = files
        .keys()
        .filter_map(|path| Jenis::of_file(path.strip_prefix("content/")?))
        .map(|jenis| jenis.pattern)
        .collect();
    let missing: Vec<&str> =
        JENIS.iter().map(|jenis| jenis.pattern).filter(|pattern| !shown.contains(pattern)).collect();
    assert!(missing.is_empty(), "no example of {missing:?}");
    assert!(shown.len() == files.len(), "an example is of no kind of record");
    let sources = Sources::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    for day in DAYS {
        let mut report = Report::default();
        pipeline::check(&sources, on(day), &mut report);
        let style = Style { bahasa: Bahasa::Id, colour: Colour::Plain };
        assert!(report.findings().is_empty(), "{day}: {}", teks(&report, &sources, style));
    }
    // An example that is wrong is found.
    let broken =
        files.iter().map(|(path, text)| (path.as_str(), text.replace("status: ditetapkan\n", "status: pasti\n")));
    let broken: Vec<(&str, String)> = broken.collect();
    let sources = Sources::from_texts(broken.iter().map(|(path, text)| (*path, text.as_str())));
    let mut report = Report::default();
    pipeline::check(&sources, on(DAYS[2]), &mut report);
    assert!(report.findings().iter().any(|finding| finding.place.file.ends_with("hasil.yaml")));
}

#[test]
fn the_manual_is_a_site_of_our_own_whose_first_page_leads_to_every_chapter() {
    let site = built(Path::new("docs/panduan"), "2024-11-01");
    let first = String::from_utf8(site["index.html"].clone()).unwrap();
    let chapters = fs::read_dir("docs/panduan/content/halaman").unwrap().map(|entry| entry.unwrap().path());
    for chapter in chapters {
        let name = format!("{}.html", chapter.file_stem().unwrap().to_str().unwrap());
        assert!(site.contains_key(&name) && first.contains(&format!("href=\"{name}\"")), "{name}");
    }
}

/// The files that show commands of the program.
fn shown() -> Vec<PathBuf> {
    let files = |folder: &str| walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap().into_path());
    let recipes = files("docs/resep").filter(|path| path.is_file());
    let manual = files("docs/panduan/content").filter(|path| path.extension().is_some_and(|end| end == "md"));
    let named = ["README.md", "docs/petunjuk.md", "docs/meja.md"].map(PathBuf::from);
    recipes.chain(manual).chain(named).collect()
}

/// The commands in a text: whole lines of scripts and of blocks, and what stands in backticks.
fn commands(path: &Path, text: &str) -> Vec<String> {
    let is_prose = path.extension().is_some_and(|end| end == "md");
    let mut spoken = Vec::new();
    if is_prose {
        let outside = text.split("```").step_by(2).collect::<String>();
        spoken.extend(outside.split('`').skip(1).step_by(2).map(str::to_owned));
        spoken.extend(
            blocks(text).into_iter().flat_map(|(_, _, body)| body.lines().map(str::to_owned).collect::<Vec<_>>()),
        );
    } else {
        spoken.extend(text.lines().filter(|line| !line.trim_start().starts_with('#')).map(str::to_owned));
    }
    spoken.iter().filter_map(|line| command(line)).collect()
}

/// The command of the program in a line of a shell, without what comes before and after it.
fn command(line: &str) -> Option<String> {
    let line = line.trim_start().trim_start_matches("- ").trim_start_matches("run: ").trim_start_matches("$ ");
    let start = ["", "./alat/"].iter().find_map(|at| line.starts_with(&format!("{at}pilkada ")).then_some(at.len()));
    let start =
        start.or_else(|| line.find("&& TZ=Asia/Jakarta pilkada ").map(|at| at + "&& TZ=Asia/Jakarta ".len()))?;
    let (mut kept, mut quoted) = (String::new(), false);
    for (at, c) in line[start..].char_indices() {
        quoted ^= c == '"';
        let rest = &line[start + at..];
        if !quoted && (c == '|' || c == '>' || c == ';' || rest.starts_with("&&") || rest.starts_with(" #")) {
            break;
        }
        kept.push(c);
    }
    Some(kept.trim().to_owned())
}

/// The words of a command, as a shell parts them.
fn words(command: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for c in command.chars().chain([' ']) {
        match c {
            '"' => quoted = !quoted,
            ' ' | '\n' if !quoted => words.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty())),
            _ => word.push(c),
        }
    }
    words
}

/// Why the program does not take a command; one that asks for help is as good as any.
fn refusal(command: &str) -> Option<String> {
    let error = pilkada::cli::command(Bahasa::Id).try_get_matches_from(words(command)).err()?;
    error.use_stderr().then(|| format!("{command}: {error}"))
}

#[test]
fn every_command_that_is_shown_is_one_of_the_program() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for path in shown() {
        for command in commands(&path, &fs::read_to_string(&path).unwrap()) {
            count += 1;
            // What is left open is left to the reader.
            if command.contains('…') {
                continue;
            }
            // A command that is only named, without what it needs, is looked up by its name.
            let name = words(&command).get(1).cloned().unwrap_or_default();
            let only_named = words(&command).len() == 2;
            let refused = if only_named { refusal(&format!("pilkada {name} --help")) } else { refusal(&command) };
            wrong.extend(refused.map(|why| format!("{}: {why}", path.display())));
        }
    }
    assert!(count > 60, "{count}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(refusal("pilkada check --formt github").is_some() && refusal("pilkada terbitkan").is_some());
}

#[test]
fn recipes_are_yaml_and_json_that_can_be_read() {
    for path in ["docs/resep/github-actions.yml", "docs/resep/gitlab-ci.yml"] {
        let value: serde_json::Value = yaml(path);
        assert!(value.as_object().unwrap().len() > 3, "{path}");
    }
    assert!(steps(&yaml("docs/resep/github-actions.yml")).len() > 3);
    let settings: serde_json::Value =
        serde_json::from_str(&fs::read_to_string("docs/resep/vscode/settings.json").unwrap()).unwrap();
    let schemas = settings["yaml.schemas"].as_object().unwrap();
    let records = JENIS.iter().filter(|jenis| jenis.pattern.ends_with(".yaml"));
    let expected: Vec<String> = records.map(Jenis::schema_path).collect();
    assert_eq!(schemas.keys().cloned().collect::<Vec<_>>(), expected, "every schema is bound, in their order");
    serde_json::from_str::<serde_json::Value>(&fs::read_to_string("docs/resep/vscode/extensions.json").unwrap())
        .unwrap();
}

/// The steps of all jobs of a recipe for GitHub; each runs something or uses an action whose version is named.
fn steps(recipe: &serde_json::Value) -> Vec<serde_json::Value> {
    let jobs = recipe["jobs"].as_object().unwrap();
    let steps: Vec<_> = jobs.values().flat_map(|job| job["steps"].as_array().unwrap()).cloned().collect();
    for step in &steps {
        assert!(step["run"].is_string() ^ step["uses"].is_string(), "{step}");
        let version = step["uses"].as_str().map(|action| action.split_once("@v").expect("a version").1);
        assert!(version.is_none_or(|version| version.parse::<u32>().is_ok()), "{step}");
    }
    steps
}

#[test]
fn a_version_is_built_and_tested_on_every_system_before_it_is_published() {
    let recipe: serde_json::Value = yaml(".github/workflows/release.yml");
    assert_eq!(recipe["permissions"], serde_json::json!({ "contents": "read" }), "only who publishes may write");
    let jobs = &recipe["jobs"];
    let systems: Vec<&str> = jobs["test"]["strategy"]["matrix"]["system"]
        .as_array()
        .unwrap()
        .iter()
        .map(|system| system.as_str().unwrap().split('-').next().unwrap())
        .collect();
    assert_eq!(systems, ["ubuntu", "windows", "macos"]);
    assert_eq!((&jobs["linux"]["needs"], &jobs["others"]["needs"]), (&"test".into(), &"test".into()));
    assert_eq!(jobs["publish"]["needs"], serde_json::json!(["linux", "others"]));
    assert_eq!(jobs["publish"]["if"], "github.ref_type == 'tag'");
    let steps = steps(&recipe);
    let scripts = steps.iter().filter_map(|step| step["run"].as_str()).chain([
        ".ci/run",
        "tools/reproduce",
        "tools/first-minute",
    ]);
    let mut count = 0;
    for name in scripts.flat_map(str::split_whitespace).filter(|word| word.starts_with("tools/") || *word == ".ci/run")
    {
        // That it can be read by its shell; what it does is seen where it runs.
        let read = std::process::Command::new("bash").args(["-n", name]).status().unwrap();
        assert!(read.success(), "{name}");
        count += 1;
    }
    assert!(count > 3, "{count}");
    let locked = steps.iter().filter_map(|step| step["run"].as_str()).flat_map(str::lines);
    let unlocked: Vec<&str> = locked
        .filter(|line| {
            let builds = ["cargo test", "cargo run", "cargo build"].iter().any(|command| line.contains(command));
            builds && !line.contains("--locked")
        })
        .collect();
    assert_eq!(unlocked, Vec::<&str>::new());
}

fn yaml(path: &str) -> serde_json::Value {
    serde_yaml::from_str(&fs::read_to_string(path).unwrap()).expect(path)
}

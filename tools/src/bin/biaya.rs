//! Says what checking costs, stage by stage and rule by rule:
//! `cargo run --release -p pilkada-tools --bin biaya -- FOLDER`.
//!
//! Every figure is the median of several runs in milliseconds of wall time, on all cores, with the files in the cache. A
//! rule is measured alone, where the texts have been looked at (`teks`, one pass for all rules); in `pilkada check` the
//! rules share the cores. `lagi` is all of them together where nothing changed, and what is remembered is used.
#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "this program measures, and prints what it found")]

use anyhow::{Context, Result};
use pilkada::check::rule::Rule;
use pilkada::check::{self, RULES};
use pilkada::memo::{End, KeyAlone, Memo};
use pilkada::model::{self, BuildOptions, Drafts, Model};
use pilkada::pipeline;
use pilkada::plan;
use pilkada::record::Records;
use pilkada::report::Report;
use pilkada::source::{self, Sources};
use pilkada::value::tanggal::Tanggal;
use pilkada::value::{Nilai, Scalar};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How often each thing is done.
const RUNS: usize = 7;
/// The day of the check: in the campaign of 2024.
const DAY: &str = "2024-11-20";

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<()> {
    let folder = std::env::args().nth(1).context("biaya FOLDER")?;
    let root = PathBuf::from(folder);
    let hari = Tanggal::read(Scalar::Teks(DAY)).ok().context("the day")?;
    let build_options = BuildOptions { hari, draf: Drafts::Wait };
    let whole = median(|| {
        let sources = source::read(&root)?;
        let mut report = Report::default();
        pipeline::check(&sources, build_options, &mut report);
        Ok(report.findings().len())
    })?;
    let read = median(|| source::read(&root))?;
    let sources = source::read(&root)?;
    let records = median(|| Ok(Records::load(&sources, &mut Report::default())))?;
    let records_and_link = median(|| Ok(linked(&sources, build_options).is_some()))?;
    let model = linked(&sources, build_options).context("the content cannot be linked")?;
    let looks = looks(&sources, build_options)?;
    let rules = rules(&model)?;
    let again = again(&sources, build_options)?;
    let count = || plan::with_pages(&model, &mut Report::default(), |pages, _| pages.pages.len());
    let plan = median(|| Ok(count()))?;

    let link = records_and_link.saturating_sub(records);
    let stages = [("baca", read), ("catatan", records), ("tautkan", link), ("teks", looks), ("rencana", plan)];
    for (stage, cost) in stages {
        println!("{stage:<10}{:>9.1}", milliseconds(cost));
    }
    let mut families: BTreeMap<&str, Duration> = BTreeMap::new();
    for (rule, cost) in &rules {
        *families.entry(&rule.code[..3]).or_default() += *cost;
    }
    for (family, cost) in families {
        println!("{family:<10}{:>9.1}", milliseconds(cost));
        for (rule, cost) in rules.iter().filter(|(rule, _)| rule.code.starts_with(family)) {
            println!("  {:<8}{:>9.1}", rule.code, milliseconds(*cost));
        }
    }
    println!("{:<10}{:>9.1}", "lagi", milliseconds(again));
    println!("{:<10}{:>9.1}", "semua", milliseconds(whole));
    Ok(())
}

/// What the pass over all texts costs; a model that has been looked at is not looked at again.
fn looks(sources: &Sources, build_options: BuildOptions) -> Result<Duration> {
    let mut times = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        let model = linked(sources, build_options).context("the content cannot be linked")?;
        let start = Instant::now();
        check::look(&model, &Memo::default().begin(&KeyAlone, 0));
        times.push(start.elapsed());
    }
    Ok(middle(times))
}

/// What every rule costs when the texts have been looked at.
fn rules(model: &Model) -> Result<Vec<(&'static Rule, Duration)>> {
    check::look(model, &Memo::default().begin(&KeyAlone, 0));
    RULES.iter().map(|rule| Ok((*rule, median(|| Ok(rule.find(model)))?))).collect()
}

/// What all rules cost where nothing changed since they were applied.
fn again(sources: &Sources, build_options: BuildOptions) -> Result<Duration> {
    let (rules, texts) = (Memo::default(), Memo::default());
    let check = |model: &Model| {
        let (rules_now, texts_now) = (rules.begin(model, 0), texts.begin(&KeyAlone, 0));
        check::run_again(model, check::Memory { rules: &rules_now, texts: &texts_now }, &mut Report::default());
        rules.end(&rules_now, End::Whole);
        texts.end(&texts_now, End::Whole);
    };
    let model = || linked(sources, build_options).context("the content cannot be linked");
    check(&model()?);
    let second = model()?;
    median(|| {
        check(&second);
        Ok(())
    })
}

fn linked(sources: &Sources, build_options: BuildOptions) -> Option<Model> {
    let mut report = Report::default();
    model::link(Records::load(sources, &mut report), build_options, &mut report)
}

/// The median of the time something takes; the time to drop what it gave is not counted.
fn median<T>(work: impl Fn() -> Result<T>) -> Result<Duration> {
    let mut times = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        let start = Instant::now();
        let given = black_box(work()?);
        times.push(start.elapsed());
        drop(given);
    }
    Ok(middle(times))
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

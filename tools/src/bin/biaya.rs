//! Says what checking costs, stage by stage and rule by rule:
//! `cargo run --release -p pilkada-tools --bin biaya -- FOLDER`.
//!
//! Every figure is the median of several runs in milliseconds of wall time, on all cores, with the files in the cache. A
//! rule is measured alone, first where nothing is known of the texts, then where all are as they were; in `pilkada check` the
//! rules share the cores. `lagi` is all of them together where nothing changed, and what is remembered is used.
#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "this program measures, and prints what it found")]

use anyhow::{Context, Result};
use pilkada::check::rule::Rule;
use pilkada::check::{self, RULES, RuleGrounds};
use pilkada::memo::{End, Memo};
use pilkada::model::document::DocumentCache;
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
    let rules = rules(&sources, build_options)?;
    let again = again(&sources, build_options)?;
    let count = || plan::with_pages(&model, &mut Report::default(), |pages, _| pages.pages.len());
    let plan = median(|| Ok(count()))?;

    let link = records_and_link.saturating_sub(records);
    for (stage, cost) in [("baca", read), ("catatan", records), ("tautkan", link), ("rencana", plan)] {
        println!("{stage:<10}{:>9.1}", milliseconds(cost));
    }
    let mut families: BTreeMap<&str, [Duration; 2]> = BTreeMap::new();
    for (rule, cost) in &rules {
        let family = families.entry(&rule.code[..3]).or_default();
        family.iter_mut().zip(cost).for_each(|(sum, cost)| *sum += *cost);
    }
    for (family, cost) in families {
        println!("{family:<10}{:>9.1}{:>9.1}", milliseconds(cost[0]), milliseconds(cost[1]));
        for (rule, cost) in rules.iter().filter(|(rule, _)| rule.code.starts_with(family)) {
            println!("  {:<8}{:>9.1}{:>9.1}", rule.code, milliseconds(cost[0]), milliseconds(cost[1]));
        }
    }
    println!("{:<10}{:>9.1}", "lagi", milliseconds(again));
    println!("{:<10}{:>9.1}", "semua", milliseconds(whole));
    Ok(())
}

/// What every rule costs: where nothing is known of the texts, and where all are known that it finds nothing in.
///
/// What a rule is the first to ask of a text, such as its words, is its cost.
fn rules(sources: &Sources, build_options: BuildOptions) -> Result<Vec<(&'static Rule, [Duration; 2])>> {
    let mut times: Vec<[Vec<Duration>; 2]> = RULES.iter().map(|_| Default::default()).collect();
    for _ in 0..RUNS {
        let documents = DocumentCache::default();
        for known in 0..2 {
            let model = linked_again(sources, &documents, build_options).context("the content cannot be linked")?;
            for (rule, times) in RULES.iter().zip(&mut times) {
                let start = Instant::now();
                black_box(rule.find(&model));
                times[known].push(start.elapsed());
            }
        }
    }
    Ok(RULES.iter().copied().zip(times.into_iter().map(|times| times.map(middle))).collect())
}

/// What all rules cost that may find something, where nothing changed since they were applied.
fn again(sources: &Sources, build_options: BuildOptions) -> Result<Duration> {
    let (memo, documents) = (Memo::default(), DocumentCache::default());
    let linked = || linked_again(sources, &documents, build_options).context("the content cannot be linked");
    let check = |model: &Model| {
        let grounds = RuleGrounds(model);
        let session = memo.begin(&grounds, 0);
        check::run_again(model, &session, &mut Report::default());
        memo.end(&session, End::Whole);
    };
    check(&linked()?);
    let second = linked()?;
    median(|| {
        check(&second);
        Ok(())
    })
}

fn linked(sources: &Sources, build_options: BuildOptions) -> Option<Model> {
    linked_again(sources, &DocumentCache::default(), build_options)
}

fn linked_again(sources: &Sources, documents: &DocumentCache, build_options: BuildOptions) -> Option<Model> {
    let mut report = Report::default();
    model::link_again(Records::load(sources, &mut report), documents, build_options, &mut report)
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

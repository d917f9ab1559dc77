//! Says what checking costs, stage by stage and rule by rule: `cargo run --release --example biaya -- FOLDER`.
//!
//! Every figure is the median of several runs in milliseconds of wall time, on all cores, with the files in the cache. A
//! rule is measured alone; in `pilkada check` the rules share the cores.
#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "this program measures, and prints what it found")]

use anyhow::{Context, Result};
use pilkada::check::{RULES, Rule};
use pilkada::model::{self, Draf, Model, Pilihan};
use pilkada::page;
use pilkada::pipeline;
use pilkada::record::Records;
use pilkada::report::Report;
use pilkada::source;
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
    let pilihan = Pilihan { hari, draf: Draf::Menunggu };
    let whole = median(|| {
        let sources = source::read(&root)?;
        let mut report = Report::default();
        pipeline::check(&sources, pilihan, &mut report);
        Ok(report.findings().len())
    })?;
    let read = median(|| source::read(&root))?;
    let sources = source::read(&root)?;
    let records = median(|| Ok(Records::load(&sources, &mut Report::default())))?;
    let records_and_link = median(|| Ok(linked(&sources, pilihan).is_some()))?;
    let model = linked(&sources, pilihan).context("the content cannot be linked")?;
    let rules: Vec<(&Rule, Duration)> =
        RULES.iter().map(|rule| Ok((*rule, median(|| Ok(rule.find(&model)))?))).collect::<Result<_>>()?;
    let plan = median(|| Ok(page::plan(&model, &mut Report::default()).pages.len()))?;

    let link = records_and_link.saturating_sub(records);
    for (stage, cost) in [("baca", read), ("catatan", records), ("tautkan", link), ("rencana", plan)] {
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
    println!("{:<10}{:>9.1}", "semua", milliseconds(whole));
    Ok(())
}

fn linked(sources: &source::Sources, pilihan: Pilihan) -> Option<Model> {
    let mut report = Report::default();
    model::link(Records::load(sources, &mut report), pilihan, &mut report)
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
    times.sort();
    Ok(times[RUNS / 2])
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

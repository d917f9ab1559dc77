//! What each stage costs on a made-up site of forty regions and four hundred articles:
//! `cargo bench -p pilkada-tahap`.
//!
//! Every stage is measured alone, from the value the stage before it gave. Dropping what it gives is not counted.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a benchmark may fail loudly, and writes its corpus"
)]

#[path = "../../src/bin/korpus/isi/mod.rs"]
mod isi;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use isi::Size;
use pilkada::model::{self, BuildOptions, Drafts, Model};
use pilkada::output::manifest::Manifest;
use pilkada::plan;
use pilkada::record::Records;
use pilkada::render::sink::{ContentId, File, Sink};
use pilkada::report::Report;
use pilkada::source::{self, Sources};
use pilkada::value::tanggal::Tanggal;
use pilkada::value::{Nilai, Scalar};
use pilkada::{check, output, pipeline};
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use tempfile::TempDir;

const SIZE: Size = Size { regions: 40, articles: 400, tps: 0 };
/// After the vote and the results.
const DAY: &str = "2024-12-20";

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

criterion_group! {
    name = tahap;
    config = Criterion::default().sample_size(20);
    targets = read, records, link, check_rules, plan, render, publish
}
criterion_main!(tahap);

/// The corpus on the disk.
fn project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    isi::each(SIZE, &mut |path, text| {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap())?;
        Ok(fs::write(file, text)?)
    })
    .unwrap();
    folder
}

fn sources(project: &TempDir) -> Sources {
    source::read(project.path()).unwrap()
}

fn build_options() -> BuildOptions {
    BuildOptions { hari: Tanggal::read(Scalar::Teks(DAY)).ok().unwrap(), draf: Drafts::Wait }
}

fn linked(sources: &Sources) -> Model {
    let mut report = Report::default();
    model::link(Records::load(sources, &mut report), build_options(), &mut report).unwrap()
}

fn read(bench: &mut Criterion) {
    let project = project();
    bench.bench_function("baca", |bencher| bencher.iter_with_large_drop(|| sources(&project)));
}

fn records(bench: &mut Criterion) {
    let sources = sources(&project());
    bench.bench_function("catatan", |bencher| {
        bencher.iter_with_large_drop(|| Records::load(&sources, &mut Report::default()));
    });
}

fn link(bench: &mut Criterion) {
    let sources = sources(&project());
    let load = || Records::load(&sources, &mut Report::default());
    bench.bench_function("tautkan", |bencher| {
        bencher.iter_batched(
            load,
            |records| model::link(records, build_options(), &mut Report::default()),
            BatchSize::PerIteration,
        );
    });
}

fn check_rules(bench: &mut Criterion) {
    let model = linked(&sources(&project()));
    bench.bench_function("periksa", |bencher| {
        bencher.iter(|| {
            let mut report = Report::default();
            check::run(&model, &mut report);
            assert!(report.findings().is_empty());
        });
    });
}

fn plan(bench: &mut Criterion) {
    let model = linked(&sources(&project()));
    bench.bench_function("rencana", |bencher| {
        bencher.iter(|| plan::with_pages(&model, &mut Report::default(), |pages, _| pages.pages.len()));
    });
}

/// Takes every file and keeps it.
#[derive(Default)]
struct Memory(Mutex<Vec<File>>);

impl Sink for Memory {
    fn put(&self, file: File) -> anyhow::Result<ContentId> {
        let cap = ContentId::of(&file.bytes);
        self.0.lock().unwrap().push(file);
        Ok(cap)
    }
}

fn drawn(model: &Model, sources: &Sources) -> Vec<File> {
    let (sink, mut report) = (Memory::default(), Report::default());
    pipeline::draw(model, sources, &sink, &mut report).unwrap();
    assert!(report.is_clean());
    sink.0.into_inner().unwrap()
}

/// With the plan and the theme's templates, which every run reads anew.
fn render(bench: &mut Criterion) {
    let project = project();
    let sources = sources(&project);
    let model = linked(&sources);
    bench.bench_function("gambar", |bencher| bencher.iter_with_large_drop(|| drawn(&model, &sources)));
}

/// Into a folder where nothing was published before, on the disk of the temporary folder.
fn publish(bench: &mut Criterion) {
    let project = project();
    let sources = sources(&project);
    let files = drawn(&linked(&sources), &sources);
    bench.bench_function("terbit", |bencher| {
        bencher.iter_batched(
            || (tempfile::tempdir().unwrap(), files.clone()),
            |(folder, files)| {
                published(&folder.path().join("output"), files);
                folder
            },
            BatchSize::PerIteration,
        );
    });
}

fn published(output: &Path, files: Vec<File>) {
    let staging = output::begin(output).unwrap();
    for file in files {
        staging.put(file).unwrap();
    }
    staging.publish(&Manifest::default(), |_| ()).unwrap();
}

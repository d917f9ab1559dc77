//! `pilkada build`: check, then publish.

use super::note::Note;
use super::progress::Progress;
use super::{Session, UNSOUND};
use crate::bahasa::{Bahasa, Kata, kata};
use crate::model::Model;
use crate::output;
use crate::output::manifest::Manifest;
use crate::output::{Published, Staging};
use crate::page::frame::address::Base;
use crate::pipeline::{self, Cache, Inputs};
use crate::render::filters::ribuan;
use crate::render::sink::{Sink, Stage};
use crate::report::Report;
use crate::report::draw::teks;
use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant, SystemTime};

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    Command::new("build")
        .visible_alias("bangun")
        .about(word(
            "Periksa isi, lalu terbitkan situs ke folder output",
            "Check the content, then publish the site to the output folder",
        ))
        .arg(
            Arg::new("output")
                .long("output")
                .value_name("FOLDER")
                .value_parser(clap::value_parser!(PathBuf))
                .help(word("folder hasil; bawaannya output", "folder of the site; output if left out")),
        )
        .arg(Arg::new("waktu").long("waktu").visible_alias("timings").action(ArgAction::SetTrue).help(word(
            "sebutkan lama setiap tahap, dan berapa berkas digambar",
            "say how long each stage took, and how many files were drawn",
        )))
}

/// Builds: 0 when the site is published, 1 when the content is unsound and the old site stays.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    let (begun, started) = (Instant::now(), SystemTime::now());
    let target = matches.get_one::<PathBuf>("output").cloned().unwrap_or_else(|| session.output());
    let known = pipeline::recall_texts(&|name| output::kept(&target, name));
    let sources = session.sources(&known)?;
    let staging = output::begin(&target)?;
    if let Some(discarded) = staging.discarded() {
        session.say(discarded);
    }
    let keep_texts = |staging: &Staging| {
        pipeline::keep_texts((&sources, &known), started, &|name, bytes| staging.keep(name, bytes));
    };
    let digest = pipeline::inputs(&sources, session.build_options);
    if let Some(whole) = staging.whole()
        && let Some(note) = Note::read(whole.note, digest)
    {
        keep_texts(&staging);
        note.say(session);
        session.say(&closing(whole.published, &target, begun.elapsed()));
        return Ok(ExitCode::SUCCESS);
    }
    let mut report = Report::default();
    let progress = Progress::over(&staging, session);
    let cache = Cache::read(&|name| progress.kept(name));
    let inputs = Inputs { sources: &sources, options: session.build_options };
    let built = pipeline::build_again(inputs, &cache, &progress, &mut report);
    let model = built.inspect_err(|_| keep_texts(&staging))?;
    let keep = |staging: &Staging| {
        rayon::join(|| cache.keep_in(staging), || keep_texts(staging));
    };
    let clock = progress.clock();
    clock.begin(Stage::Terbit);
    progress.finish();
    let Some(model) = model else {
        keep(&staging);
        eprintln!("{}", teks(&report, &sources, session.style(&std::io::stderr())));
        session.say(&kata(
            "situs tidak diterbitkan; yang lama tetap seperti semula",
            "nothing is published; the old site is as it was",
        ));
        return Ok(ExitCode::from(UNSOUND));
    };
    let note = Note::of(digest, &report);
    note.say(session);
    if sources.are_media_settled(started) {
        staging.note(&note.bytes());
    }
    let published = staging.publish(&about(&model), keep)?;
    session.say(&closing(published, &target, begun.elapsed()));
    if matches.get_flag("waktu") {
        eprintln!("{}", clock.times(begun, session));
    }
    // The program ends here: the system takes memory back sooner than we give it back, piece by piece.
    std::mem::forget((model, cache, sources));
    Ok(ExitCode::SUCCESS)
}

/// What the manifest says of a site as a whole.
fn about(model: &Model) -> Manifest {
    Manifest {
        program: concat!("pilkada ", env!("CARGO_PKG_VERSION")).to_owned(),
        alamat: Base::new(&model.situs.record.alamat).to_string(),
        hari: model.options.hari.to_string(),
        ..Manifest::default()
    }
}

/// What is said of a published site.
fn closing(published: Published, target: &Path, took: Duration) -> Kata {
    let (files, changed) = (ribuan(published.files as u64), ribuan(published.changed as u64));
    let (target, milliseconds) = (target.display(), took.as_millis());
    kata(
        format!("{files} berkas, {changed} berubah, terbit di {target} dalam {milliseconds} milidetik"),
        format!("{files} files, {changed} changed, published in {target} within {milliseconds} milliseconds"),
    )
}

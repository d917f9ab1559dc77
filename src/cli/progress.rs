//! Progress on a terminal, for work that takes longer than a moment; piped, nothing is shown.

use super::Session;
use crate::bahasa::{Kata, kata};
use crate::render::filters::ribuan;
use crate::render::sink::{ContentId, File, Sink, Stage};
use anyhow::Result;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Once, PoisonError};
use std::time::{Duration, Instant};

/// Work that ends before is not worth a line.
const MOMENT: Duration = Duration::from_millis(300);

/// Counts the files on their way to a sink.
pub(super) struct Progress<'s> {
    sink: &'s dyn Sink,
    begun: Instant,
    shown: Once,
    bar: ProgressBar,
    clock: Arc<Clock>,
}

/// What each stage took, and how much came of it.
#[derive(Debug, Default)]
pub(super) struct Clock {
    /// When each stage began.
    stages: Mutex<Vec<(Stage, Instant)>>,
    drawn: AtomicU64,
    bytes: AtomicU64,
    retained: AtomicU64,
}

impl<'s> Progress<'s> {
    /// Counts what goes to `sink`.
    pub fn over(sink: &'s dyn Sink, session: &Session) -> Self {
        let word = kata("berkas digambar", "files drawn").dalam(session.bahasa).to_owned();
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{spinner} {pos} {msg}").expect("the template above is sound");
        bar.set_style(style);
        bar.set_message(word);
        Self { sink, begun: Instant::now(), shown: Once::new(), bar, clock: Arc::default() }
    }

    /// What times the stages; it goes on when the sink is gone.
    pub fn clock(&self) -> Arc<Clock> {
        Arc::clone(&self.clock)
    }

    /// Leaves the terminal as it was.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Clock {
    /// A stage begins now.
    pub fn begin(&self, stage: Stage) {
        self.stages.lock().unwrap_or_else(PoisonError::into_inner).push((stage, Instant::now()));
    }

    /// How long each stage took, a line each; the last one goes on until now, the first began at `begun`.
    pub fn times(&self, begun: Instant, session: &Session) -> String {
        let stages = self.stages.lock().unwrap_or_else(PoisonError::into_inner);
        let mut all = vec![(Stage::Baca, begun)];
        all.extend(stages.iter().copied());
        let ends = all.iter().skip(1).map(|(_, next)| *next).chain([Instant::now()]);
        let lines = all.iter().zip(ends).map(|((stage, start), end)| {
            let milliseconds = (end - *start).as_secs_f64() * 1000.0;
            format!("{:<12}{milliseconds:>10.1}\n", name(*stage).dalam(session.bahasa))
        });
        let counts = [&self.drawn, &self.bytes, &self.retained].map(|count| ribuan(count.load(Ordering::Relaxed)));
        let [drawn, bytes, retained] = counts;
        let counted = kata(
            format!("{drawn} berkas digambar, {bytes} bita; {retained} berkas tetap dari terbitan lalu"),
            format!("{drawn} files drawn, {bytes} bytes; {retained} files kept from the last build"),
        );
        let head = kata("milidetik per tahap:", "milliseconds by stage:");
        format!("{}\n{}{}", head.dalam(session.bahasa), lines.collect::<String>(), counted.dalam(session.bahasa))
    }
}

fn name(stage: Stage) -> Kata {
    match stage {
        Stage::Baca => kata("baca", "read"),
        Stage::Catat => kata("catat", "parse"),
        Stage::Tautkan => kata("tautkan", "link"),
        Stage::Periksa => kata("periksa", "check"),
        Stage::Rencana => kata("rencana", "plan"),
        Stage::Gambar => kata("gambar", "pictures"),
        Stage::Halaman => kata("halaman", "pages"),
        Stage::Bagikan => kata("bagikan", "sharing"),
        Stage::Cari => kata("cari", "search"),
        Stage::Terbit => kata("terbit", "publish"),
    }
}

impl Sink for Progress<'_> {
    fn begin(&self, stage: Stage) {
        self.clock.begin(stage);
    }

    fn put(&self, file: File) -> Result<ContentId> {
        let cap = self.sink.put(file)?;
        self.clock.drawn.fetch_add(1, Ordering::Relaxed);
        self.clock.bytes.fetch_add(cap.ukuran, Ordering::Relaxed);
        if self.begun.elapsed() > MOMENT {
            // Hidden by itself where standard error is no terminal.
            self.shown.call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
        }
        self.bar.inc(1);
        Ok(cap)
    }

    fn retain(&self, path: &str, cap: &ContentId) -> bool {
        let retained = self.sink.retain(path, cap);
        self.clock.retained.fetch_add(u64::from(retained), Ordering::Relaxed);
        retained
    }

    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        self.sink.kept(name)
    }

    fn still_wanted(&self, name: &str) {
        self.sink.still_wanted(name);
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        self.sink.keep(name, bytes);
    }
}

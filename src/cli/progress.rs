//! Progress on a terminal, for work that takes longer than a moment; piped, nothing is shown.

use super::Session;
use crate::bahasa::{Kata, kata};
use crate::project::Watch;
use crate::render::sink::Stage;
use crate::value::angka::ribuan;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, Once, PoisonError};
use std::time::{Duration, Instant};

/// Work that ends before is not worth a line.
const MOMENT: Duration = Duration::from_millis(300);

/// Counts the files of a site, and times the stages it is made in.
pub(super) struct Progress<'s> {
    session: &'s Session,
    begun: Instant,
    shown: Once,
    bar: ProgressBar,
    /// When each stage began.
    stages: Mutex<Vec<(Stage, Instant)>>,
    drawn: AtomicU64,
    bytes: AtomicU64,
    retained: AtomicU64,
}

impl<'s> Progress<'s> {
    /// Begins to count.
    pub fn new(session: &'s Session) -> Self {
        let word = kata("berkas digambar", "files drawn").dalam(session.bahasa).to_owned();
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{spinner} {pos} {msg}").expect("the template above is sound");
        bar.set_style(style);
        bar.set_message(word);
        Self {
            session,
            begun: Instant::now(),
            shown: Once::new(),
            bar,
            stages: Mutex::default(),
            drawn: AtomicU64::default(),
            bytes: AtomicU64::default(),
            retained: AtomicU64::default(),
        }
    }

    /// Leaves the terminal as it was.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }

    /// How long each stage took, a line each; the last one goes on until now, the first began at `begun`.
    pub fn times(&self, begun: Instant) -> String {
        let (session, stages) = (self.session, self.stages.lock().unwrap_or_else(PoisonError::into_inner));
        let mut all = vec![(Stage::Read, begun)];
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
        Stage::Read => kata("baca", "read"),
        Stage::Parse => kata("catat", "parse"),
        Stage::Link => kata("tautkan", "link"),
        Stage::Check => kata("periksa", "check"),
        Stage::Pictures => kata("gambar", "pictures"),
        Stage::Pages => kata("halaman", "pages"),
        Stage::Cards => kata("bagikan", "sharing"),
        Stage::Search => kata("cari", "search"),
        Stage::Publish => kata("terbit", "publish"),
    }
}

impl Watch for Progress<'_> {
    fn discarded(&self, why: &Kata) {
        self.session.say(why);
    }

    fn begin(&self, stage: Stage) {
        if stage == Stage::Publish {
            self.finish();
        }
        self.stages.lock().unwrap_or_else(PoisonError::into_inner).push((stage, Instant::now()));
    }

    fn drawn(&self, bytes: u64) {
        self.drawn.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
        if self.begun.elapsed() > MOMENT {
            // Hidden by itself where standard error is no terminal.
            self.shown.call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
        }
        self.bar.inc(1);
    }

    fn retained(&self) {
        self.retained.fetch_add(1, Ordering::Relaxed);
    }
}

//! Progress on a terminal, for work that takes longer than a moment; piped, nothing is shown.

use super::Session;
use crate::bahasa::kata;
use crate::render::sink::{Cap, File, Sink};
use anyhow::Result;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::Once;
use std::time::{Duration, Instant};

/// Work that ends before is not worth a line.
const MOMENT: Duration = Duration::from_millis(300);

/// Counts the files on their way to a sink.
pub(super) struct Progress<'s> {
    sink: &'s dyn Sink,
    begun: Instant,
    shown: Once,
    bar: ProgressBar,
}

impl<'s> Progress<'s> {
    /// Counts what goes to `sink`.
    pub fn over(sink: &'s dyn Sink, session: &Session) -> Self {
        let word = kata("berkas digambar", "files drawn").dalam(session.bahasa).to_owned();
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{spinner} {pos} {msg}").expect("the template above is sound");
        bar.set_style(style);
        bar.set_message(word);
        Self { sink, begun: Instant::now(), shown: Once::new(), bar }
    }

    /// Leaves the terminal as it was.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Sink for Progress<'_> {
    fn put(&self, file: File) -> Result<Cap> {
        let cap = self.sink.put(file)?;
        if self.begun.elapsed() > MOMENT {
            // Hidden by itself where standard error is no terminal.
            self.shown.call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
        }
        self.bar.inc(1);
        Ok(cap)
    }

    fn retain(&self, path: &str, cap: &Cap) -> bool {
        self.sink.retain(path, cap)
    }

    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        self.sink.kept(name)
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        self.sink.keep(name, bytes);
    }
}

//! What is shown now, and who is watching.

use crate::bahasa::{Bahasa, Kata};
use crate::report::Report;
use crate::serve::live;
use crate::serve::shown::{Findings, Shown};
use crate::serve::site::Site;
use crate::source::Sources;
use hyper::body::Bytes;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// How many events may wait for a browser: one that falls further behind connects anew.
const WAITING: usize = 16;

/// Shared by the worker, who changes it, and the visitors.
pub(super) struct State {
    bahasa: Bahasa,
    shown: Mutex<Shown>,
    watching: Mutex<Vec<Sender<Bytes>>>,
    /// When the site that was built last changes by itself next.
    turn: Mutex<Option<Kata>>,
}

impl State {
    /// Nothing built, nobody watching.
    pub fn new(bahasa: Bahasa) -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let generation = u64::try_from(since.as_millis()).unwrap_or_default();
        let shown = Shown { site: None, generation, findings: Arc::default() };
        Self { bahasa, shown: Mutex::new(shown), watching: Mutex::default(), turn: Mutex::default() }
    }

    /// The language of findings.
    pub fn bahasa(&self) -> Bahasa {
        self.bahasa
    }

    /// What is shown now.
    pub fn shown(&self) -> Shown {
        self.now().clone()
    }

    /// When the site changes by itself next, where a day will change it.
    pub fn next_turn(&self) -> Option<Kata> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Notes when the site changes by itself next.
    pub fn turns(&self, next: Option<Kata>) {
        *self.turn.lock().unwrap_or_else(PoisonError::into_inner) = next;
    }

    /// Shows a site whose pages are all there, and tells the browsers where they are others than those shown.
    pub fn show(&self, site: Site) {
        let shown = {
            let mut now = self.now();
            if now.site.as_ref().is_some_and(|shown| shown.has_pages_of(&site)) {
                return;
            }
            now.site = Some(Arc::new(site));
            now.generation += 1;
            now.clone()
        };
        self.tell(&live::reload(&shown));
    }

    /// Says what was found in the content that was built last. Of its site, where there is one, the pages are shown already;
    /// without one the last stays.
    pub fn found(&self, site: Option<Site>, report: &Report, sources: &Sources) {
        let findings = Arc::new(Findings::of(report, sources, self.bahasa));
        let shown = {
            let mut now = self.now();
            now.findings = findings;
            if let Some(site) = site {
                now.site = Some(Arc::new(site));
            }
            now.clone()
        };
        self.tell(&live::found(&shown));
    }

    /// Says that the machine refused; the last sound site stays.
    pub fn refused(&self, error: &anyhow::Error) {
        let shown = {
            let mut now = self.now();
            now.findings = Arc::new(Findings::refusal(error, self.bahasa));
            now.clone()
        };
        self.tell(&live::found(&shown));
    }

    /// Somebody watches from now on; what is the case now is told at once.
    pub fn watch(&self) -> Receiver<Bytes> {
        let (sender, receiver) = channel(WAITING);
        // Watching before looking: a site shown in between is told twice rather than never.
        self.watching().push(sender.clone());
        let _ = sender.try_send(live::found(&self.shown()));
        receiver
    }

    /// Tells every browser; one that hung up or does not listen is forgotten.
    fn tell(&self, event: &Bytes) {
        self.watching().retain(|sender| sender.try_send(event.clone()).is_ok());
    }

    fn now(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn watching(&self) -> MutexGuard<'_, Vec<Sender<Bytes>>> {
        self.watching.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

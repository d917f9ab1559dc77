//! Notices that something changed in the project's folders.

use crate::bahasa::{Kata, kata};
use crate::refusal::Because;
use crate::source::{CONTENT, TEMPLATES, THEMES};
use anyhow::Result;
use notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// How long it must be quiet: most editors write, rename and set the mode within it. Who takes longer is shown what there was, and
/// then the rest.
const QUIET: Duration = Duration::from_millis(10);

/// Watches until it is dropped.
pub(super) struct Watch {
    root: PathBuf,
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
    changes: Receiver<DebounceEventResult>,
    waiting: Arc<AtomicBool>,
}

impl Watch {
    /// Watches the folders below `root`, also those that are not there yet.
    pub fn begin(root: &Path) -> Result<Self> {
        let root = root.canonicalize().because(|| watching(root))?;
        let (sender, changes) = channel();
        let waiting = Arc::new(AtomicBool::new(false));
        let noted = Arc::clone(&waiting);
        let note = move |result: DebounceEventResult| {
            if result.as_ref().map_or(true, |events| events.iter().any(is_change)) {
                noted.store(true, Ordering::Relaxed);
            }
            // Nobody listens any more when the preview ends.
            let _ = sender.send(result);
        };
        let mut debouncer = new_debouncer(QUIET, None, note).because(|| watching(&root))?;
        debouncer.watch(&root, RecursiveMode::NonRecursive).because(|| watching(&root))?;
        let mut watch = Self { root, debouncer, changes, waiting };
        for folder in watch.folders().into_iter().filter(|folder| folder.is_dir()) {
            watch.debouncer.watch(&folder, RecursiveMode::Recursive).because(|| watching(&folder))?;
        }
        Ok(watch)
    }

    /// Says whether a change has been seen and not yet [waited](Self::wait) for.
    pub fn waiting(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.waiting)
    }

    /// Waits until something changed, but no longer than so long; the files and folders that did.
    pub fn wait(&mut self, most: Duration) -> Vec<PathBuf> {
        let end = Instant::now() + most;
        loop {
            let first = match self.changes.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(first) => first,
                Err(RecvTimeoutError::Timeout) => return Vec::new(),
                Err(RecvTimeoutError::Disconnected) => {
                    std::thread::sleep(end.saturating_duration_since(Instant::now()));
                    return Vec::new();
                }
            };
            self.waiting.store(false, Ordering::Relaxed);
            let all: Vec<DebounceEventResult> = std::iter::once(first).chain(self.changes.try_iter()).collect();
            let changed: Vec<PathBuf> = all.into_iter().flat_map(|result| self.changed(result)).collect();
            self.watch_again(&changed);
            if !changed.is_empty() {
                return changed;
            }
        }
    }

    /// What changed below our folders; a watcher that lost track counts as a change of everything.
    fn changed(&self, result: DebounceEventResult) -> Vec<PathBuf> {
        let Ok(events) = result else { return self.folders().to_vec() };
        let lost = events.iter().any(|event| event.need_rescan());
        if lost {
            return self.folders().to_vec();
        }
        let paths = events.into_iter().filter(is_change).flat_map(|event| event.event.paths);
        paths.filter(|path| self.folders().iter().any(|folder| path.starts_with(folder))).collect()
    }

    /// A folder that came, or went and came back, is watched anew; what came before the watch is read by the build
    /// that follows.
    fn watch_again(&mut self, changed: &[PathBuf]) {
        for folder in self.folders().into_iter().filter(|folder| changed.contains(folder)) {
            let _ = self.debouncer.unwatch(&folder);
            if folder.is_dir() {
                let _ = self.debouncer.watch(&folder, RecursiveMode::Recursive);
            }
        }
    }

    fn folders(&self) -> [PathBuf; 3] {
        [CONTENT, THEMES, TEMPLATES].map(|folder| self.root.join(folder))
    }
}

fn watching(folder: &Path) -> Kata {
    let folder = folder.display();
    kata(format!("mengawasi folder {folder}"), format!("watching the folder {folder}"))
}

/// Reading a file is an event too, but no change.
fn is_change(event: &DebouncedEvent) -> bool {
    match event.kind {
        EventKind::Access(_) => false,
        EventKind::Any | EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) | EventKind::Other => true,
    }
}

//! Notices that something changed in the project's folders.

use crate::bahasa::{Kata, kata};
use crate::refusal::Because;
use crate::serve::{Following, poll};
use crate::source::{CONTENT, TEMPLATES, THEMES};
use anyhow::Result;
use notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// How long it must be quiet: most editors write, rename and set the mode within it. Who takes longer is shown what there was, and
/// then the rest.
const QUIET: Duration = Duration::from_millis(10);

/// Watches until it is dropped.
pub(super) struct Watch {
    root: PathBuf,
    /// Nothing where the folders are looked at.
    debouncer: Option<Debouncer<RecommendedWatcher, RecommendedCache>>,
    changes: Receiver<Vec<PathBuf>>,
    waiting: Arc<AtomicBool>,
}

impl Watch {
    /// Watches the folders below `root`, also those that are not there yet.
    pub fn begin(root: &Path, following: Following) -> Result<Self> {
        let root = root.canonicalize().because(|| watching(root))?;
        let (sender, changes) = channel();
        let waiting = Arc::new(AtomicBool::new(false));
        let debouncer = match following {
            Following::Told => Some(told(&root, sender, Arc::clone(&waiting))?),
            Following::Looking => {
                poll::follow(folders(&root).to_vec(), sender, Arc::downgrade(&waiting));
                None
            }
        };
        Ok(Self { root, debouncer, changes, waiting })
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
            let changed: Vec<PathBuf> = std::iter::once(first).chain(self.changes.try_iter()).flatten().collect();
            self.watch_again(&changed);
            if !changed.is_empty() {
                return changed;
            }
        }
    }

    /// A folder that came, or went and came back, is watched anew; what came before the watch is read by the build
    /// that follows.
    fn watch_again(&mut self, changed: &[PathBuf]) {
        let Some(debouncer) = &mut self.debouncer else { return };
        for folder in folders(&self.root).into_iter().filter(|folder| changed.contains(folder)) {
            let _ = debouncer.unwatch(&folder);
            if folder.is_dir() {
                let _ = debouncer.watch(&folder, RecursiveMode::Recursive);
            }
        }
    }
}

/// Has the system tell of changes in the project's folders, also of those that are not there yet.
fn told(
    root: &Path,
    sender: Sender<Vec<PathBuf>>,
    waiting: Arc<AtomicBool>,
) -> Result<Debouncer<RecommendedWatcher, RecommendedCache>> {
    let project = folders(root);
    let note = move |result: DebounceEventResult| {
        if result.as_ref().map_or(true, |events| events.iter().any(is_change)) {
            waiting.store(true, Ordering::Relaxed);
        }
        // Nobody listens any more when the preview ends.
        let _ = sender.send(changed(&project, result));
    };
    let mut debouncer = new_debouncer(QUIET, None, note).because(|| watching(root))?;
    debouncer.watch(root, RecursiveMode::NonRecursive).because(|| watching(root))?;
    for folder in folders(root).into_iter().filter(|folder| folder.is_dir()) {
        debouncer.watch(&folder, RecursiveMode::Recursive).because(|| watching(&folder))?;
    }
    Ok(debouncer)
}

/// What changed below the project's folders; a watcher that lost track counts as a change of everything.
fn changed(folders: &[PathBuf], result: DebounceEventResult) -> Vec<PathBuf> {
    let Ok(events) = result else { return folders.to_vec() };
    if events.iter().any(|event| event.need_rescan()) {
        return folders.to_vec();
    }
    let paths = events.into_iter().filter(is_change).flat_map(|event| event.event.paths);
    paths.filter(|path| folders.iter().any(|folder| path.starts_with(folder))).collect()
}

/// The folders that a site is made of.
fn folders(root: &Path) -> [PathBuf; 3] {
    [CONTENT, THEMES, TEMPLATES].map(|folder| root.join(folder))
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

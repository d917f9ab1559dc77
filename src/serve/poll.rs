//! Looks at the project's folders again and again, where the system tells of no change: in WSL, in a volume of Docker, on a network drive.

use crate::system::{Facts, Kind};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Weak;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};
use walkdir::WalkDir;

/// How long it waits between two looks, at least.
const PAUSE: Duration = Duration::from_millis(500);
/// How many times as long as a look took it waits: a large project must not keep the disk busy.
const SHARE: u32 = 4;

/// What the disk says of all files below the folders; of a folder, that it is there.
type Look = BTreeMap<PathBuf, Option<Facts>>;

/// Looks until nobody waits any more; sends the paths that changed, and sets the flag when there are some.
///
/// What notify has for this counts times in seconds, and so misses what is saved twice in one.
pub(super) fn follow(folders: Vec<PathBuf>, changes: Sender<Vec<PathBuf>>, waiting: Weak<AtomicBool>) {
    // Before anything is read, so that no change falls in between.
    let mut before = look(&folders);
    std::thread::spawn(move || {
        let mut pause = PAUSE;
        loop {
            std::thread::sleep(pause);
            let begun = Instant::now();
            let after = look(&folders);
            pause = PAUSE.max(begun.elapsed() * SHARE);
            let Some(waiting) = waiting.upgrade() else { return };
            let paths = difference(&before, &after);
            if paths.is_empty() {
                continue;
            }
            waiting.store(true, Ordering::Relaxed);
            if changes.send(paths).is_err() {
                return;
            }
            before = after;
        }
    });
}

/// What cannot be looked at is taken for not being there.
fn look(folders: &[PathBuf]) -> Look {
    let entries = folders.iter().flat_map(WalkDir::new).flatten();
    let seen = entries.filter_map(|entry| {
        let facts = Facts::at(entry.path()).ok()?;
        Some((entry.into_path(), (facts.kind != Kind::Folder).then_some(facts)))
    });
    seen.collect()
}

/// The paths of which the two say something else.
fn difference(before: &Look, after: &Look) -> Vec<PathBuf> {
    let new = after.iter().filter(|(path, facts)| before.get(*path) != Some(*facts));
    let gone = before.iter().filter(|(path, _)| !after.contains_key(*path));
    new.chain(gone).map(|(path, _)| path.clone()).collect()
}

//! What was sent to which target from here, in the folder beside the output: whoever finds another site at a target knows that it
//! is somebody else's.

use crate::output::beside::Beside;
use crate::output::words::{making_folder, writing};
use crate::refusal::Because;
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// By target the digests of manifests that may lie there.
type Sent = BTreeMap<String, BTreeSet<String>>;

/// The digests of the manifests that may lie at a target because they were sent there from the folder `output`: the last that came
/// to be, and all that were begun since, any of which may have been cut behind its last step.
pub fn to(output: &Path, target: &str) -> BTreeSet<String> {
    Beside::of(output).ok().and_then(|beside| all(&beside).remove(target)).unwrap_or_default()
}

/// Notes that one is about to be sent.
pub fn begin(output: &Path, target: &str, digest: &str) -> Result<()> {
    note(output, |sent| _ = sent.entry(target.to_owned()).or_default().insert(digest.to_owned()))
}

/// Notes that one was sent.
pub fn end(output: &Path, target: &str, digest: &str) -> Result<()> {
    note(output, |sent| _ = sent.insert(target.to_owned(), [digest.to_owned()].into()))
}

fn note(output: &Path, change: impl FnOnce(&mut Sent)) -> Result<()> {
    let beside = Beside::of(output)?;
    let mut sent = all(&beside);
    change(&mut sent);
    fs::create_dir_all(&beside.folder).because(|| making_folder(&beside.folder))?;
    let (path, unfinished) = (beside.sent(), beside.folder.join("terkirim.baru"));
    fs::write(&unfinished, serde_json::to_vec_pretty(&sent)?).because(|| writing(&path))?;
    fs::rename(&unfinished, &path).because(|| writing(&path))
}

fn all(beside: &Beside) -> Sent {
    let bytes = fs::read(beside.sent()).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

//! The signature beside the published manifest.

use crate::bahasa::kata;
use crate::output::beside::Beside;
use crate::output::stamp::Seen;
use crate::output::state::{Read, State};
use crate::output::words::writing;
use crate::output::{MANIFEST, SIGNATURE, write_new};
use crate::refusal::{Because, refused};
use anyhow::Result;
use std::fs;
use std::path::Path;

/// The last signature that was put into the folder `output`, though the site there may be another by now.
pub fn last(output: &Path) -> Option<String> {
    fs::read_to_string(Beside::of(output).ok()?.signature()).ok()
}

/// Puts a signature into the published site, which has the manifest that it is of; the next site that is published is without it.
///
/// Fails where a build is at work, where the manifest is another by now, or the disk refuses.
pub fn put(output: &Path, manifest: &[u8], signature: &str) -> Result<()> {
    let beside = Beside::of(output)?;
    fs::create_dir_all(&beside.folder).because(|| writing(&beside.folder))?;
    let _lock = beside.lock()?;
    if fs::read(output.join(MANIFEST)).because(|| writing(output))? != manifest {
        return Err(refused(kata(
            "situs diterbitkan ulang selagi ditandatangani; jalankan sekali lagi",
            "the site was published anew while it was being signed; run it again",
        )));
    }
    // What is remembered of a folder is what the disk says of it: it is as it was left, but for this.
    let known = match State::read(&beside.state()) {
        Read::Sound(state, _) if is_as_left(&state, output) => Some(state),
        Read::Sound(..) | Read::Missing | Read::Damaged => None,
    };
    for path in [beside.signature(), output.join(SIGNATURE)] {
        let unfinished = beside.folder.join("tanda-tangan.baru");
        write_new(&unfinished, signature.as_bytes()).because(|| writing(&unfinished))?;
        fs::rename(&unfinished, &path).because(|| writing(&path))?;
    }
    if let (Some(mut state), Ok(seen)) = (known, Seen::at(output)) {
        state.folders[0].stamp = seen.stamp;
        let next = beside.next_state();
        state.write(&next).because(|| writing(&next))?;
        fs::rename(&next, beside.state()).because(|| writing(&beside.state()))?;
    }
    Ok(())
}

fn is_as_left(state: &State, output: &Path) -> bool {
    Seen::at(output).is_ok_and(|seen| state.folders.first().is_some_and(|root| root.stamp == seen.stamp))
}

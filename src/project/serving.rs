//! A site made ready for a web server: what is written beside `output/` for whoever runs one.

use crate::bahasa::{Kata, kata};
use crate::hosting::packing::Memory;
use crate::hosting::policy::Site;
use crate::hosting::{MARK, rules, security};
use crate::output;
use crate::page::frame::address::Base;
use crate::refusal::refused;
use crate::source;
use anyhow::Result;
use std::path::{Path, PathBuf};

/// What became of the rules for servers.
#[derive(Debug, Clone)]
pub struct Rules {
    /// The folder they lie in.
    pub folder: PathBuf,
    /// Whether a server has to be told anew.
    pub are_new: bool,
    /// A page whose style the rules do not let through.
    pub offender: Option<String>,
}

/// The folder beside `output/` for the rules: none of them is part of the site.
fn folder(output: &Path) -> PathBuf {
    let name = output.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    output.with_file_name(format!("{name}.saji"))
}

/// Writes the rules for servers of the site that lies in the folder `output`, where they are others than before.
///
/// Fails where a file of somebody else has the name of one of ours, or the disk refuses.
pub(super) fn write(output: &Path, memory: &Memory) -> Result<Rules> {
    let (beside, lies) = (folder(output), output.canonicalize().unwrap_or_else(|_| output.to_owned()));
    let lies = lies.display().to_string();
    let has_contact = output.join(security::PATH).exists();
    let base = Base::new(&memory.alamat);
    let site = Site { base: &base, folder: &lies, memory, has_contact };
    let mut are_new = false;
    for (name, text) in rules(&site) {
        let path = beside.join(name);
        let before = source::text(&path);
        if before.as_ref() == Some(&text) {
            continue;
        }
        if path.symlink_metadata().is_ok() && !before.is_some_and(|before| before.starts_with(MARK)) {
            return Err(refused(foreign(&path)));
        }
        output::write_own(&path, &text)?;
        are_new = true;
    }
    Ok(Rules { folder: beside, are_new, offender: memory.offender.clone() })
}

fn foreign(path: &Path) -> Kata {
    let path = path.display();
    kata(
        format!(
            "situs sudah terbit, tetapi {path} bukan buatan pilkada dan tidak ditimpa; pindahkan dulu, lalu ulangi"
        ),
        format!(
            "the site is published, but {path} was not made by pilkada and is not written over; move it, then try again"
        ),
    )
}

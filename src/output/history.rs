//! The texts that forms of the preview replaced, kept beside the content so that they can be had again.

use crate::bahasa::kata;
use crate::output;
use crate::output::words::deleting;
use crate::refusal::{Because, refused};
use crate::source;
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};

/// Below the project's folder. Its name is hidden, so it is no content.
pub const HISTORY: &str = ".pilkada/riwayat";

/// Keeps what the file at a path of the project says before it is replaced.
pub fn keep(root: &Path, path: &str, bytes: &[u8]) -> Result<()> {
    let folder = folder(root, path)?;
    let number = source::names(&folder)?.iter().filter_map(|name| name.parse::<u32>().ok()).max().unwrap_or(0);
    output::create(&folder.join(format!("{:06}", number + 1)), &String::from_utf8_lossy(bytes))
}

/// What a file said before it was last replaced.
pub fn earlier(root: &Path, path: &str) -> Option<String> {
    let folder = folder(root, path).ok()?;
    let last = source::names(&folder).ok()?.into_iter().filter(|name| name.parse::<u32>().is_ok()).max()?;
    source::text(&folder.join(last))
}

/// Throws all of them away: what a person withdrew may stand in any.
pub fn forget(root: &Path) -> Result<()> {
    let folder = folder(root, "")?;
    if folder.is_dir() { fs::remove_dir_all(&folder).because(|| deleting(&folder)) } else { Ok(()) }
}

/// The folder of the texts of a file; never one that a link leads to.
fn folder(root: &Path, path: &str) -> Result<PathBuf> {
    let folder = root.join(HISTORY).join(path);
    let is_linked = folder.ancestors().take_while(|folder| *folder != root).any(Path::is_symlink);
    if is_linked {
        return Err(refused(kata(
            format!("{HISTORY} adalah tautan simbolik, jadi tidak ditulis"),
            format!("{HISTORY} is a symbolic link, so it is not written"),
        )));
    }
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_text_can_be_had_again_until_all_are_forgotten() {
        let project = tempfile::tempdir().unwrap();
        assert_eq!(earlier(project.path(), "content/a.yaml"), None);
        keep(project.path(), "content/a.yaml", b"satu").unwrap();
        keep(project.path(), "content/a.yaml", b"dua").unwrap();
        assert_eq!(earlier(project.path(), "content/a.yaml").as_deref(), Some("dua"));
        forget(project.path()).unwrap();
        assert_eq!(earlier(project.path(), "content/a.yaml"), None);
        forget(project.path()).unwrap();
    }
}

//! Who may read what is published: everybody, whatever the umask of who built it. A web server is seldom the same user.

use std::fs::{File, Metadata, OpenOptions};
use std::io;
use std::path::Path;

/// Lets everybody read a new file, and its owner write it.
#[cfg(unix)]
pub(super) fn publish_file(file: &File, metadata: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    const FILE: u32 = 0o644;
    let mut permissions = metadata.permissions();
    if permissions.mode() & 0o777 != FILE {
        permissions.set_mode(FILE);
        file.set_permissions(permissions)?;
    }
    Ok(())
}

/// Lets everybody read and enter a folder.
#[cfg(unix)]
pub(super) fn publish_folder(path: &Path) -> io::Result<()> {
    open_to_all(path, 0o755)
}

/// Lets everybody read what was published before, where that is not so; what else somebody allowed stays.
#[cfg(unix)]
pub(super) fn heal_file(path: &Path) -> io::Result<()> {
    open_to_all(path, 0o444)
}

#[cfg(unix)]
fn open_to_all(path: &Path, wanted: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let metadata = path.symlink_metadata()?;
    let mut permissions = metadata.permissions();
    // Through a link nothing is allowed.
    if !metadata.is_symlink() && permissions.mode() & wanted != wanted {
        permissions.set_mode(permissions.mode() & 0o7777 | wanted);
        std::fs::set_permissions(path, permissions)?;
    }
    Ok(())
}

/// Has a new file be its owner's alone.
#[cfg(unix)]
pub(super) fn keep_secret(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600);
}

#[cfg(not(unix))]
pub(super) fn keep_secret(_options: &mut OpenOptions) {}

#[cfg(not(unix))]
pub(super) fn publish_file(_file: &File, _metadata: &Metadata) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn publish_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn heal_file(_path: &Path) -> io::Result<()> {
    Ok(())
}

//! What some systems can do and others cannot, and what is done instead: the only module that knows which system it runs on.
//!
//! Windows has no exchange of two folders, no number and no mode for a file; a memory card (FAT, exFAT) has no second names either. Whatever
//! uses this module works without any of it, with the same bytes in the end, and is slower or coarser. [`be_portable`] has every system be
//! such a one, so that the way Windows takes is tested wherever the tests run.
#![expect(clippy::disallowed_methods, reason = "`output` writes the disk through this module where systems differ")]

use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, UNIX_EPOCH};

/// Whether only what every system has is used.
static PORTABLE: AtomicBool = AtomicBool::new(false);

/// From now on only what every system has is used. What keeps a secret from others on this computer is kept up.
pub fn be_portable() {
    PORTABLE.store(true, Ordering::Relaxed);
}

/// Whether what only this system has may be used.
fn is_native() -> bool {
    !PORTABLE.load(Ordering::Relaxed)
}

/// What there is at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An ordinary file with so many bytes.
    File(u64),
    /// A folder.
    Folder,
    /// A link, a pipe, a device.
    Special,
}

/// What the disk says of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// What it is.
    pub kind: Kind,
    /// When what is in it was last changed, in nanoseconds since 1970.
    pub modified: i64,
    /// When anything about it last changed, in seconds and billionths; 0 where the system does not say.
    pub changed: (i64, i64),
    /// The disk's own number for it; 0 where the system gives none.
    pub number: u64,
    /// Whether everybody may read it, and enter it where it is a folder; so everywhere where the system does not say.
    pub is_public: bool,
}

impl Facts {
    /// What the disk says of a path; a link is not followed.
    pub fn at(path: &Path) -> io::Result<Self> {
        Ok(Self::of(&path.symlink_metadata()?))
    }

    /// The same from what was asked already.
    pub fn of(metadata: &Metadata) -> Self {
        let kind = if metadata.is_file() {
            Kind::File(metadata.len())
        } else if metadata.is_dir() {
            Kind::Folder
        } else {
            Kind::Special
        };
        let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let modified = modified.map_or(0, |since| i64::try_from(since.as_nanos()).unwrap_or(i64::MAX));
        let plain = Self { kind, modified, changed: (0, 0), number: 0, is_public: true };
        if is_native() { native::facts(metadata, plain) } else { plain }
    }
}

/// An open folder: where the system can, names in it are looked up without walking its whole path again.
#[derive(Debug)]
pub struct Handle(Opened);

#[derive(Debug)]
enum Opened {
    Native(native::Handle),
    Named(PathBuf),
}

impl Handle {
    /// Opens a folder; a link to one is none.
    pub fn open(path: &Path) -> io::Result<Self> {
        let native = if is_native() { native::Handle::open(path) } else { Err(io::ErrorKind::Unsupported.into()) };
        match native {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {}
            opened => return Ok(Self(Opened::Native(opened?))),
        }
        match Facts::at(path)?.kind {
            Kind::Folder => Ok(Self(Opened::Named(path.to_owned()))),
            Kind::File(_) | Kind::Special => Err(io::ErrorKind::NotADirectory.into()),
        }
    }

    /// What the disk says of the folder.
    pub fn itself(&self) -> io::Result<Facts> {
        match &self.0 {
            Opened::Native(handle) => handle.itself(),
            Opened::Named(path) => Facts::at(path),
        }
    }

    /// What the disk says of a name in it; a link is not followed.
    pub fn look(&self, name: &str) -> io::Result<Facts> {
        match &self.0 {
            Opened::Native(handle) => handle.look(name),
            Opened::Named(path) => Facts::at(&path.join(name)),
        }
    }
}

/// Two folders change places in one step; `Unsupported` where that takes two.
pub fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    if is_native() { native::exchange(one, other) } else { Err(io::ErrorKind::Unsupported.into()) }
}

/// Gives a file a second name; `Unsupported` where a file has one name only.
pub fn link(from: &Path, to: &Path) -> io::Result<()> {
    if is_native() { fs::hard_link(from, to) } else { Err(io::ErrorKind::Unsupported.into()) }
}

/// Gives a folder another name; waits a little where another program has a file in it open. On Windows whoever looks for
/// viruses or fills an index opens what was just written, for a moment.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    again(|| fs::rename(from, to), is_held)
}

/// Tries until it is done, or refused for another reason than that somebody has a file open, or for too long.
fn again<T>(mut attempt: impl FnMut() -> io::Result<T>, is_held: fn(&io::Error) -> bool) -> io::Result<T> {
    const PAUSES: [u64; 5] = [20, 50, 100, 300, 800];
    for pause in PAUSES {
        match attempt() {
            Err(error) if is_held(&error) => std::thread::sleep(Duration::from_millis(pause)),
            ended => return ended,
        }
    }
    attempt()
}

/// Whether the system refuses because another program has the file, or one in the folder, open: Windows alone does.
pub fn is_held(error: &io::Error) -> bool {
    // `ERROR_ACCESS_DENIED`, which a folder gives, `ERROR_SHARING_VIOLATION` and `ERROR_LOCK_VIOLATION`.
    cfg!(windows) && error.raw_os_error().is_some_and(|number| matches!(number, 5 | 32 | 33))
}

/// Lets everybody read a new file, and its owner write it, whatever the umask.
pub fn publish_file(file: &File, metadata: &Metadata) -> io::Result<()> {
    if is_native() { native::publish_file(file, metadata) } else { Ok(()) }
}

/// Lets everybody read and enter a folder.
pub fn publish_folder(path: &Path) -> io::Result<()> {
    if is_native() { native::open_to_all(path, 0o755) } else { Ok(()) }
}

/// Lets everybody read what was published before, where that is not so; what else somebody allowed stays.
pub fn heal_file(path: &Path) -> io::Result<()> {
    if is_native() { native::open_to_all(path, 0o444) } else { Ok(()) }
}

/// Has a new file be its owner's alone.
pub fn keep_secret(options: &mut OpenOptions) {
    native::keep_secret(options);
}

/// Waits until all that was written to the disk of a folder is on it, where the system can be asked for that.
pub fn settle(folder: &Path) -> io::Result<()> {
    if is_native() { native::settle(folder) } else { Ok(()) }
}

/// What Unix has.
#[cfg(unix)]
mod native {
    use super::{Facts, Kind};
    use std::fs::{self, File, Metadata, OpenOptions};
    use std::io;
    use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
    use std::path::Path;

    pub use super::beyond::{Handle, exchange, settle};

    pub fn facts(metadata: &Metadata, plain: Facts) -> Facts {
        Facts {
            modified: nanoseconds(metadata.mtime(), metadata.mtime_nsec()),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
            number: metadata.ino(),
            is_public: is_public(plain.kind, metadata.mode()),
            ..plain
        }
    }

    pub fn nanoseconds(seconds: i64, rest: i64) -> i64 {
        seconds.saturating_mul(1_000_000_000).saturating_add(rest)
    }

    /// Whether the permissions let everybody in.
    pub fn is_public(kind: Kind, mode: u32) -> bool {
        let wanted = if kind == Kind::Folder { 0o555 } else { 0o444 };
        mode & wanted == wanted
    }

    pub fn publish_file(file: &File, metadata: &Metadata) -> io::Result<()> {
        const FILE: u32 = 0o644;
        let mut permissions = metadata.permissions();
        if permissions.mode() & 0o777 != FILE {
            permissions.set_mode(FILE);
            file.set_permissions(permissions)?;
        }
        Ok(())
    }

    pub fn open_to_all(path: &Path, wanted: u32) -> io::Result<()> {
        let metadata = path.symlink_metadata()?;
        let mut permissions = metadata.permissions();
        // Through a link nothing is allowed.
        if !metadata.is_symlink() && permissions.mode() & wanted != wanted {
            permissions.set_mode(permissions.mode() & 0o7777 | wanted);
            fs::set_permissions(path, permissions)?;
        }
        Ok(())
    }

    pub fn keep_secret(options: &mut OpenOptions) {
        options.mode(0o600);
    }
}

/// What Linux has beyond other kinds of Unix.
#[cfg(target_os = "linux")]
mod beyond {
    use super::native::{is_public, nanoseconds};
    use super::{Facts, Kind};
    use rustix::fs::{
        AtFlags, CWD, FileType, Mode, OFlags, RenameFlags, Stat, fstat, openat, renameat_with, statat, syncfs,
    };
    use std::io;
    use std::os::fd::OwnedFd;
    use std::path::Path;

    #[derive(Debug)]
    pub struct Handle(OwnedFd);

    impl Handle {
        pub fn open(path: &Path) -> io::Result<Self> {
            let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
            openat(CWD, path, flags, Mode::empty()).map(Self).map_err(Into::into)
        }

        pub fn itself(&self) -> io::Result<Facts> {
            Ok(facts(&fstat(&self.0)?))
        }

        pub fn look(&self, name: &str) -> io::Result<Facts> {
            Ok(facts(&statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW)?))
        }
    }

    fn facts(stat: &Stat) -> Facts {
        let kind = match FileType::from_raw_mode(stat.st_mode) {
            FileType::RegularFile => Kind::File(u64::try_from(stat.st_size).unwrap_or(0)),
            FileType::Directory => Kind::Folder,
            _ => Kind::Special,
        };
        let rest = |nanoseconds| i64::try_from(nanoseconds).unwrap_or(0);
        Facts {
            kind,
            modified: nanoseconds(stat.st_mtime, rest(stat.st_mtime_nsec)),
            changed: (stat.st_ctime, rest(stat.st_ctime_nsec)),
            number: stat.st_ino,
            is_public: is_public(kind, stat.st_mode),
        }
    }

    pub fn exchange(one: &Path, other: &Path) -> io::Result<()> {
        renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(Into::into)
    }

    pub fn settle(folder: &Path) -> io::Result<()> {
        // Once for all files: a wait for each would take minutes for a large site.
        Ok(syncfs(openat(CWD, folder, OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?)?)
    }
}

/// What is done where the system is not Linux.
#[cfg(not(target_os = "linux"))]
mod beyond {
    use super::Facts;
    use std::io;
    use std::path::Path;

    /// There is none.
    #[derive(Debug)]
    pub enum Handle {}

    impl Handle {
        pub fn open(_path: &Path) -> io::Result<Self> {
            Err(io::ErrorKind::Unsupported.into())
        }

        pub fn itself(&self) -> io::Result<Facts> {
            match *self {}
        }

        pub fn look(&self, _name: &str) -> io::Result<Facts> {
            match *self {}
        }
    }

    pub fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub fn settle(_folder: &Path) -> io::Result<()> {
        Ok(())
    }
}

/// What is done where the system is no Unix.
#[cfg(not(unix))]
mod native {
    use super::Facts;
    use std::fs::{File, Metadata, OpenOptions};
    use std::io;
    use std::path::Path;

    pub use super::beyond::{Handle, exchange, settle};

    pub fn facts(_metadata: &Metadata, plain: Facts) -> Facts {
        plain
    }

    pub fn publish_file(_file: &File, _metadata: &Metadata) -> io::Result<()> {
        Ok(())
    }

    pub fn open_to_all(_path: &Path, _wanted: u32) -> io::Result<()> {
        Ok(())
    }

    pub fn keep_secret(_options: &mut OpenOptions) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_for_a_moment_is_tried_again_and_nothing_else_is() {
        let busy = |error: &io::Error| error.kind() == io::ErrorKind::ResourceBusy;
        let attempts = |refusals: usize, kind: io::ErrorKind| {
            let mut made = 0;
            let ended = again(
                || {
                    made += 1;
                    if made > refusals { Ok(()) } else { Err(io::Error::from(kind)) }
                },
                busy,
            );
            (ended.is_ok(), made)
        };
        assert_eq!(attempts(0, io::ErrorKind::ResourceBusy), (true, 1));
        assert_eq!(attempts(2, io::ErrorKind::ResourceBusy), (true, 3));
        assert_eq!(attempts(9, io::ErrorKind::ResourceBusy), (false, 6));
        assert_eq!(attempts(9, io::ErrorKind::NotFound), (false, 1));
    }

    #[test]
    fn an_open_folder_says_of_a_name_what_its_path_says() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("isi"), "isi").unwrap();
        let handles = [Handle::open(folder.path()).unwrap(), Handle(Opened::Named(folder.path().to_owned()))];
        let said = |facts: io::Result<Facts>| format!("{:?}", facts.unwrap());
        for handle in handles {
            assert_eq!(said(handle.itself()), said(Facts::at(folder.path())));
            assert_eq!(said(handle.look("isi")), said(Facts::at(&folder.path().join("isi"))));
            assert!(handle.look("lain").is_err());
        }
        assert!(Handle::open(&folder.path().join("isi")).is_err());
    }
}

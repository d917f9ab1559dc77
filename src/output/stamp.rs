//! What the disk says of a file without reading it, so that one that somebody changed by hand is noticed.

use serde::{Deserialize, Serialize};
use std::io;
use std::path::Path;

/// Whatever changed so shortly before it was written down may change again without a later time on it: the clock of a disk
/// ticks every ten milliseconds at worst.
const TICK: i64 = 20_000_000;

/// When a file or folder was last changed, and which one it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Stamp {
    /// The time of the last change, in nanoseconds since 1970.
    pub changed: i64,
    /// The disk's own number for it; 0 where the system gives none.
    pub number: u64,
}

/// What there is at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An ordinary file with so many bytes.
    File(u64),
    /// A folder.
    Folder,
    /// A link, a pipe, a device.
    Special,
}

/// What the disk says of a path.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    /// What it is.
    pub kind: Kind,
    /// When it was changed, and which one it is.
    pub stamp: Stamp,
    /// Whether everybody may read it, and enter it where it is a folder; so everywhere where the system does not say.
    pub is_public: bool,
}

/// The permissions of an ordinary file that everybody may read.
const READ: u32 = 0o444;
/// The same of a folder that everybody may enter.
const ENTER: u32 = 0o555;

/// Whether the permissions let everybody in.
fn is_public(kind: Kind, mode: u32) -> bool {
    let wanted = if kind == Kind::Folder { ENTER } else { READ };
    mode & wanted == wanted
}

impl Stamp {
    /// Whether it was changed so shortly before `written` that the time alone proves nothing.
    pub fn is_fresh(self, written: Self) -> bool {
        self.changed > written.changed - TICK
    }
}

impl Seen {
    /// What the disk says of a path; a link is not followed.
    pub fn at(path: &Path) -> io::Result<Self> {
        Ok(Self::of(&path.symlink_metadata()?))
    }

    /// The same from what was asked already.
    pub fn of(metadata: &std::fs::Metadata) -> Self {
        let kind = if metadata.is_file() {
            Kind::File(metadata.len())
        } else if metadata.is_dir() {
            Kind::Folder
        } else {
            Kind::Special
        };
        Self { kind, stamp: stamp(metadata), is_public: is_public(kind, mode(metadata)) }
    }
}

#[cfg(unix)]
fn stamp(metadata: &std::fs::Metadata) -> Stamp {
    use std::os::unix::fs::MetadataExt;
    Stamp { changed: nanoseconds(metadata.mtime(), metadata.mtime_nsec()), number: metadata.ino() }
}

#[cfg(unix)]
fn mode(metadata: &std::fs::Metadata) -> u32 {
    std::os::unix::fs::MetadataExt::mode(metadata)
}

#[cfg(not(unix))]
fn mode(_metadata: &std::fs::Metadata) -> u32 {
    ENTER
}

#[cfg(not(unix))]
fn stamp(metadata: &std::fs::Metadata) -> Stamp {
    let changed = metadata.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    let changed = changed.map_or(0, |since| i64::try_from(since.as_nanos()).unwrap_or(i64::MAX));
    Stamp { changed, number: 0 }
}

#[cfg(unix)]
fn nanoseconds(seconds: i64, rest: i64) -> i64 {
    seconds.saturating_mul(1_000_000_000).saturating_add(rest)
}

#[cfg(target_os = "linux")]
pub(super) use handle::Handle;

/// An open folder: names in it are looked up without walking its whole path again.
#[cfg(target_os = "linux")]
mod handle {
    use super::{Kind, Seen, Stamp, is_public, nanoseconds};
    use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, Stat, fstat, openat, statat};
    use std::io;
    use std::os::fd::OwnedFd;
    use std::path::Path;

    #[derive(Debug)]
    pub struct Handle(OwnedFd);

    impl Handle {
        /// Opens a folder; a link to one is none.
        pub fn open(path: &Path) -> io::Result<Self> {
            let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
            Ok(Self(openat(CWD, path, flags, Mode::empty())?))
        }

        /// What the disk says of the folder.
        pub fn itself(&self) -> io::Result<Seen> {
            Ok(seen(&fstat(&self.0)?))
        }

        /// What the disk says of a name in it; a link is not followed.
        pub fn look(&self, name: &str) -> io::Result<Seen> {
            Ok(seen(&statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW)?))
        }
    }

    fn seen(stat: &Stat) -> Seen {
        let kind = match FileType::from_raw_mode(stat.st_mode) {
            FileType::RegularFile => Kind::File(u64::try_from(stat.st_size).unwrap_or(0)),
            FileType::Directory => Kind::Folder,
            _ => Kind::Special,
        };
        let rest = i64::try_from(stat.st_mtime_nsec).unwrap_or(0);
        let stamp = Stamp { changed: nanoseconds(stat.st_mtime, rest), number: stat.st_ino };
        Seen { kind, stamp, is_public: is_public(kind, stat.st_mode) }
    }
}

/// A folder whose names are looked up by their paths.
#[cfg(not(target_os = "linux"))]
#[derive(Debug)]
pub(super) struct Handle(std::path::PathBuf);

#[cfg(not(target_os = "linux"))]
impl Handle {
    /// Takes a folder; a link to one is none.
    pub fn open(path: &Path) -> io::Result<Self> {
        match Seen::at(path)?.kind {
            Kind::Folder => Ok(Self(path.to_owned())),
            Kind::File(_) | Kind::Special => Err(io::ErrorKind::NotADirectory.into()),
        }
    }

    /// What the disk says of the folder.
    pub fn itself(&self) -> io::Result<Seen> {
        Seen::at(&self.0)
    }

    /// What the disk says of a name in it; a link is not followed.
    pub fn look(&self, name: &str) -> io::Result<Seen> {
        Seen::at(&self.0.join(name))
    }
}

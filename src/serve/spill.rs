//! Bytes that are seldom asked for, spilled to the disk: a preview of a nation has half a gigabyte of files, and a person looks at a few.
//!
//! They lie in a file without a name, which the system takes back when the program ends, however it ends. Where the disk refuses they
//! stay in memory.

use hyper::body::Bytes;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many bytes stay in memory: a district's whole site, so that most who preview never write to the disk.
const IN_MEMORY: u64 = 32 << 20;

/// Bytes, wherever they lie.
#[derive(Debug, Clone)]
pub(super) enum Spilled {
    /// In memory.
    Held(Bytes),
    /// On the disk, until the last that knows the place is gone.
    Aside(Arc<Extent>),
}

/// A place in the file, which is free again when it is dropped.
#[derive(Debug)]
pub(super) struct Extent {
    spill: Arc<Spill>,
    offset: u64,
    size: usize,
}

/// Where bytes are spilled to.
#[derive(Debug)]
pub(super) struct Spill {
    in_memory: u64,
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    /// How many bytes were left in memory so far; they are few, so those that are gone are not counted back.
    held: u64,
    /// Made when the first bytes are spilled; an error when it could not be.
    file: Option<io::Result<File>>,
    /// Where the file ends.
    end: u64,
    /// Places that are free again, by their room.
    free: BTreeMap<u64, Vec<u64>>,
}

impl Default for Spill {
    fn default() -> Self {
        Self::beyond(IN_MEMORY)
    }
}

impl Spill {
    /// Spills what comes after so many bytes.
    fn beyond(in_memory: u64) -> Self {
        Self { in_memory, inner: Mutex::default() }
    }

    /// Takes bytes, and says where they are.
    pub fn put(self: &Arc<Self>, bytes: Vec<u8>) -> Spilled {
        let mut inner = self.inner();
        let size = bytes.len() as u64;
        if inner.held + size <= self.in_memory {
            inner.held += size;
            return Spilled::Held(bytes.into());
        }
        match inner.write(&bytes) {
            Ok(offset) => Spilled::Aside(Arc::new(Extent { spill: Arc::clone(self), offset, size: bytes.len() })),
            Err(_) => Spilled::Held(bytes.into()),
        }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn file(&mut self) -> io::Result<&mut File> {
        let file = self.file.get_or_insert_with(|| {
            // Where large files belong that need not outlive the program; what `/tmp` is on many systems is memory.
            let large = Path::new("/var/tmp");
            tempfile::tempfile_in(large).or_else(|_| tempfile::tempfile())
        });
        file.as_mut().map_err(|error| error.kind().into())
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<u64> {
        let room = room(bytes.len() as u64);
        let again = self.free.get_mut(&room).and_then(Vec::pop);
        let offset = again.unwrap_or(self.end);
        let written = self.file().and_then(|file| {
            file.seek(SeekFrom::Start(offset))?;
            file.write_all(bytes)
        });
        if let Err(error) = written {
            if let Some(offset) = again {
                self.free.entry(room).or_default().push(offset);
            }
            return Err(error);
        }
        if again.is_none() {
            self.end += room;
        }
        Ok(offset)
    }
}

/// The room that bytes are given: an eighth more at most, so that a page that grew by a word finds a place that another left.
fn room(size: u64) -> u64 {
    let step = (size.max(64).next_power_of_two() / 16).max(8);
    size.max(1).div_ceil(step) * step
}

impl Spilled {
    /// The bytes; fails when the disk does.
    pub fn bytes(&self) -> io::Result<Bytes> {
        match self {
            Self::Held(bytes) => Ok(bytes.clone()),
            Self::Aside(extent) => extent.read().map(Bytes::from),
        }
    }
}

impl Extent {
    fn read(&self) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; self.size];
        let mut inner = self.spill.inner();
        let file = inner.file()?;
        file.seek(SeekFrom::Start(self.offset))?;
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

impl Drop for Extent {
    fn drop(&mut self) {
        self.spill.inner().free.entry(room(self.size as u64)).or_default().push(self.offset);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_held(spilled: &Spilled) -> bool {
        matches!(spilled, Spilled::Held(_))
    }

    #[test]
    fn what_is_beyond_the_memory_lies_on_the_disk_and_comes_back_as_it_was() {
        let spill = Arc::new(Spill::beyond(10));
        let texts = ["sedikit", "jauh lebih banyak daripada sepuluh", "", "ini juga"];
        let spilled = texts.map(|text| spill.put(text.into()));
        assert_eq!(spilled.each_ref().map(is_held), [true, false, true, false]);
        assert_eq!(spilled.map(|spilled| spilled.bytes().unwrap()), texts.map(Bytes::from));
    }

    #[test]
    fn a_place_is_given_again_when_nobody_knows_it_any_more() {
        let spill = Arc::new(Spill::beyond(0));
        let (one, two) = (spill.put(vec![1; 1000]), spill.put(vec![2; 1000]));
        let end = spill.inner().end;
        let again = one.clone();
        drop(one);
        let three = spill.put(vec![3; 1000]);
        assert!(spill.inner().end > end, "somebody still knows the first place");
        drop(again);
        let four = spill.put(vec![4; 990]);
        assert_eq!(spill.inner().end, end + room(1000), "a page of nearly its size has the place of the first");
        for (spilled, byte, size) in [(two, 2, 1000), (three, 3, 1000), (four, 4, 990)] {
            assert_eq!(spilled.bytes().unwrap(), vec![byte; size]);
        }
    }

    #[test]
    fn the_room_is_an_eighth_more_at_most() {
        for size in 64..100_000 {
            let room = room(size);
            assert!(size <= room && room <= size + size / 8 + 1, "{size}: {room}");
        }
    }

    #[test]
    fn where_the_disk_refuses_bytes_stay_in_memory() {
        let spill = Arc::new(Spill::beyond(0));
        spill.inner().file = Some(Err(io::ErrorKind::StorageFull.into()));
        let spilled = spill.put(b"tetap ada".to_vec());
        assert!(is_held(&spilled) && spilled.bytes().unwrap() == "tetap ada");
    }
}

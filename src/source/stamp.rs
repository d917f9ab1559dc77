//! What the disk says of a file without reading it, and what was read when it said so before.

use crate::system::Facts;
use std::fs::Metadata;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use xxhash_rust::xxh3::xxh3_128;

/// How long ago the last change of a file has to be to be told from the next: coarse disks count in steps of two seconds.
const MOMENT: Duration = Duration::from_secs(2);

/// What the disk says of a file.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Stamp {
    /// Its size in bytes.
    pub size: u64,
    /// When it was last written.
    modified: Option<SystemTime>,
    /// When anything about it last changed, in seconds and billionths, and its number; 0 where the system has none.
    changed: (i64, i64),
    number: u64,
}

impl Stamp {
    /// What it says with everything else it has to say.
    pub fn of(metadata: &Metadata) -> Self {
        let Facts { changed, number, .. } = Facts::of(metadata);
        Self { size: metadata.len(), modified: metadata.modified().ok(), changed, number }
    }

    /// What would be said of a file of so many bytes that is on no disk.
    pub fn of_size(size: u64) -> Self {
        Self { size, ..Self::default() }
    }

    /// The digest of all of it: a file that is changed has another.
    pub fn digest(&self) -> u128 {
        let Self { size, modified, changed: (seconds, rest), number } = *self;
        let numbers =
            [size.into(), modified.map_or(i128::MIN, nanoseconds), seconds.into(), rest.into(), number.into()];
        xxh3_128(numbers.map(i128::to_le_bytes).as_flattened())
    }

    /// What tells a text at a path, as the disk has it, from every other; nothing where the system does not say when anything
    /// about a file changed: there a text of the same size may be written under the same time.
    pub fn mark(&self, path: &str) -> Option<u128> {
        // A name that is no text is not the path that stands for it.
        let tells = self.changed.0 != 0 && !path.contains(char::REPLACEMENT_CHARACTER);
        tells.then(|| xxh3_128(&[path.as_bytes(), &self.digest().to_le_bytes()].concat()))
    }

    /// Whether both times are so long before a moment that what was changed after it has other times. What was written this
    /// very moment, or in the future, may be written again without the disk's times telling.
    pub fn is_settled(&self, moment: SystemTime) -> bool {
        let is_past = |time: SystemTime| time.checked_add(MOMENT).is_some_and(|later| later < moment);
        let (seconds, rest) = self.changed;
        let since = u64::try_from(seconds).ok().zip(u32::try_from(rest).ok());
        let changed = since.and_then(|(seconds, rest)| UNIX_EPOCH.checked_add(Duration::new(seconds, rest)));
        self.modified.is_some_and(is_past) && changed.is_some_and(is_past)
    }
}

/// A time in billionths of a second since 1970.
fn nanoseconds(time: SystemTime) -> i128 {
    let count = |since: Duration| i128::try_from(since.as_nanos()).unwrap_or(i128::MAX);
    time.duration_since(UNIX_EPOCH).map_or_else(|before| -count(before.duration()), count)
}

/// The digests of texts that were read, each by what the disk said of its file then.
///
/// A text whose file is said to be the same is taken for the same, and read only when somebody asks for it; what is found
/// then is held against its digest.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct StampCache {
    /// The digest of a path and a stamp, and that of the text; in order.
    texts: Vec<[u128; 2]>,
}

impl StampCache {
    /// What was [kept](Self::to_bytes); nothing where it is not whole.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (digests, rest) = bytes.as_chunks::<16>();
        let (texts, odd) = digests.as_chunks::<2>();
        let texts: Vec<_> = texts.iter().map(|text| text.map(u128::from_le_bytes)).collect();
        let is_whole = rest.is_empty() && odd.is_empty() && texts.is_sorted_by(|[a, _], [b, _]| a < b);
        is_whole.then_some(Self { texts })
    }

    /// The bytes that stand for it.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.texts.iter().flatten().flat_map(|digest| digest.to_le_bytes()).collect()
    }

    /// What is remembered of texts with their marks.
    pub(super) fn of(texts: impl Iterator<Item = [u128; 2]>) -> Self {
        let mut texts: Vec<_> = texts.collect();
        texts.sort_unstable();
        texts.dedup_by_key(|[mark, _]| *mark);
        Self { texts }
    }

    /// How many texts it knows.
    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    /// The digest of the text with a mark.
    pub(super) fn digest(&self, mark: u128) -> Option<u128> {
        let place = self.texts.binary_search_by_key(&mark, |[mark, _]| *mark).ok()?;
        Some(self.texts[place][1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_long_past_is_settled() {
        let at = |seconds| UNIX_EPOCH + Duration::from_millis(seconds);
        let is_settled = |modified: u64, changed: (i64, i64)| {
            let stamp = Stamp { size: 1, modified: Some(at(modified)), changed, number: 7 };
            stamp.is_settled(at(100_000))
        };
        assert!(is_settled(97_999, (97, 999_000_000)));
        assert!(!is_settled(98_000, (90, 0)), "written two seconds before");
        assert!(!is_settled(90_000, (98, 0)), "renamed or copied two seconds before");
        assert!(!is_settled(90_000, (200, 0)), "changed in the future");
        assert!(!is_settled(200_000, (90, 0)), "written in the future");
        assert!(!is_settled(90_000, (-1, 0)));
    }

    #[test]
    fn what_is_damaged_is_not_remembered() {
        let stamps = StampCache::of([[3, 30], [1, 10], [2, 20]].into_iter());
        let bytes = stamps.to_bytes();
        let again = StampCache::from_bytes(&bytes).unwrap();
        assert_eq!([1, 2, 3, 4].map(|mark| again.digest(mark)), [Some(10), Some(20), Some(30), None]);
        assert!((1..32).all(|cut| StampCache::from_bytes(&bytes[..bytes.len() - cut]).is_none()));
        let swapped = [&bytes[32..], &bytes[..32]].concat();
        assert!(StampCache::from_bytes(&swapped).is_none());
    }
}

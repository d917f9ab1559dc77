//! What is kept from one run of the program to the next: bytes under a seal, and byte strings by their keys.
//!
//! Whatever another program kept, or was damaged, is as if it were not there.

use serde::{Deserialize, Serialize};
use std::ops::Range;
use xxhash_rust::xxh3::Xxh3;

/// The bytes of a seal.
const SEAL: usize = 16;

/// Bytes with a sum of them and of the program, which another program does not believe.
pub fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.extend(seal(&bytes));
    bytes
}

/// What was [sealed]; nothing where it is damaged, or another program's.
pub fn open(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let length = bytes.len().checked_sub(SEAL)?;
    (seal(&bytes[..length]) == bytes[length..]).then(|| bytes.truncate(length)).map(|()| bytes)
}

fn seal(bytes: &[u8]) -> [u8; SEAL] {
    let mut digest = Xxh3::new();
    digest.update(env!("PILKADA_SOURCE_HASH").as_bytes());
    digest.update(bytes);
    digest.digest128().to_le_bytes()
}

/// Byte strings by their keys, one after the other.
#[derive(Debug, Default)]
pub struct Bundle {
    bytes: Vec<u8>,
    /// Where each stands, in order of their keys.
    places: Vec<(u128, Range<usize>)>,
}

/// A byte string of a bundle to be: as it is in the bundle before, or made now.
#[derive(Debug)]
pub enum Part<'b> {
    /// As it was.
    Kept(&'b [u8]),
    /// Made now.
    New(Vec<u8>),
}

/// What stands before the byte strings: the key and length of each.
#[derive(Serialize, Deserialize)]
struct Head(Vec<(u128, usize)>);

impl Bundle {
    /// A bundle from its [bytes](Self::next).
    pub fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        let (Head(lengths), parts) = postcard::take_from_bytes::<Head>(&bytes).ok()?;
        let mut end = bytes.len() - parts.len();
        let mut places = Vec::with_capacity(lengths.len());
        for (key, length) in lengths {
            let start = end;
            end = start.checked_add(length).filter(|end| *end <= bytes.len())?;
            places.push((key, start..end));
        }
        (end == bytes.len()).then_some(Self { bytes, places })
    }

    /// The byte string of a key.
    pub fn get(&self, key: u128) -> Option<&[u8]> {
        let place = self.places.binary_search_by_key(&key, |(key, _)| *key).ok()?;
        self.bytes.get(self.places[place].1.clone())
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl ExactSizeIterator<Item = u128> {
        self.places.iter().map(|(key, _)| *key)
    }

    /// The bytes of the bundle that takes the place of this one; nothing where it is the same.
    pub fn next(&self, mut parts: Vec<(u128, Part<'_>)>) -> Option<Vec<u8>> {
        parts.sort_unstable_by_key(|(key, _)| *key);
        parts.dedup_by_key(|(key, _)| *key);
        let is_same = parts.len() == self.places.len() && parts.iter().all(|(_, part)| matches!(part, Part::Kept(_)));
        (!is_same).then(|| joined(&parts))
    }
}

impl Part<'_> {
    /// The byte string.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Kept(bytes) => bytes,
            Self::New(bytes) => bytes,
        }
    }
}

/// The head and the parts behind it.
fn joined(parts: &[(u128, Part<'_>)]) -> Vec<u8> {
    let head = Head(parts.iter().map(|(key, part)| (*key, part.bytes().len())).collect());
    // What cannot be written is made again next time.
    let mut bytes = postcard::to_stdvec(&head).unwrap_or_default();
    bytes.reserve_exact(parts.iter().map(|(_, part)| part.bytes().len()).sum::<usize>() + SEAL);
    for (_, part) in parts {
        bytes.extend_from_slice(part.bytes());
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle(texts: &[(u128, &str)]) -> Bundle {
        let parts = texts.iter().map(|(key, text)| (*key, Part::New(text.as_bytes().to_vec()))).collect();
        Bundle::from_bytes(Bundle::default().next(parts).unwrap()).unwrap()
    }

    #[test]
    fn a_bundle_gives_what_was_put_into_it_and_stays_while_nothing_is_new() {
        let first = bundle(&[(7, "tujuh"), (3, ""), (u128::MAX, "akhir"), (7, "tujuh")]);
        assert_eq!(first.keys().collect::<Vec<_>>(), [3, 7, u128::MAX]);
        assert_eq!((first.get(7), first.get(3), first.get(4)), (Some(&b"tujuh"[..]), Some(&b""[..]), None));
        let taken = |keys: &[u128]| keys.iter().map(|key| (*key, Part::Kept(first.get(*key).unwrap()))).collect();
        assert_eq!(first.next(taken(&[7, 3, u128::MAX])), None);
        let fewer = Bundle::from_bytes(first.next(taken(&[7])).unwrap()).unwrap();
        assert_eq!((fewer.keys().len(), fewer.get(7)), (1, Some(&b"tujuh"[..])));
        assert_eq!(Bundle::default().next(Vec::new()), None);
    }

    #[test]
    fn a_bundle_that_is_cut_is_none() {
        let whole = bundle(&[(1, "satu"), (2, "dua")]).bytes;
        for length in 0..whole.len() {
            assert!(Bundle::from_bytes(whole[..length].to_vec()).is_none(), "{length} of {}", whole.len());
        }
        assert!(Bundle::from_bytes([&whole[..], b"x"].concat()).is_none());
    }

    #[test]
    fn a_seal_holds_for_these_bytes_of_this_program() {
        for bytes in [&b""[..], b"isi"] {
            let whole = sealed(bytes.to_vec());
            assert_eq!(open(whole.clone()).as_deref(), Some(bytes));
            for at in 0..whole.len() {
                assert_eq!(open(whole[..at].to_vec()), None);
                let mut damaged = whole.clone();
                damaged[at] ^= 1;
                assert_eq!(open(damaged), None);
            }
            let foreign = [bytes, &xxhash_rust::xxh3::xxh3_128(bytes).to_le_bytes()].concat();
            assert_eq!(open(foreign), None);
        }
    }
}

//! Bytes of a fixed number, written and read at once: serde takes an array for a list, and asks for each byte.

use serde::de::{Deserializer, Error, SeqAccess, Visitor};
use serde::ser::Serializer;
use std::fmt;

/// Writes them; for `#[serde(with = "…")]`.
///
/// Fails where the serializer does.
pub fn serialize<const N: usize, S: Serializer>(bytes: &[u8; N], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes)
}

/// Reads them; a list of numbers is taken too, as formats without bytes have them.
///
/// Fails where there are more or fewer.
pub fn deserialize<'de, const N: usize, D: Deserializer<'de>>(deserializer: D) -> Result<[u8; N], D::Error> {
    deserializer.deserialize_bytes(Bytes::<N>)
}

struct Bytes<const N: usize>;

impl<'de, const N: usize> Visitor<'de> for Bytes<N> {
    type Value = [u8; N];

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{N} bytes")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<[u8; N], E> {
        bytes.try_into().map_err(|_| E::invalid_length(bytes.len(), &self))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<[u8; N], A::Error> {
        let mut bytes = [0; N];
        for (place, byte) in bytes.iter_mut().enumerate() {
            *byte = list.next_element()?.ok_or_else(|| A::Error::invalid_length(place, &self))?;
        }
        match list.next_element::<u8>()? {
            Some(_) => Err(A::Error::invalid_length(N + 1, &self)),
            None => Ok(bytes),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Four(#[serde(with = "super")] [u8; 4]);

    #[test]
    fn bytes_come_back_and_others_are_refused() {
        let written = postcard::to_stdvec(&Four([1, 2, 3, 4])).unwrap();
        assert_eq!(postcard::from_bytes(&written), Ok(Four([1, 2, 3, 4])));
        assert!(postcard::from_bytes::<Four>(&[3, 1, 2, 3]).is_err());
        assert_eq!(serde_json::from_str::<Four>("[1,2,3,4]").unwrap(), Four([1, 2, 3, 4]));
        assert!(
            serde_json::from_str::<Four>("[1,2,3]").is_err() && serde_json::from_str::<Four>("[1,2,3,4,5]").is_err()
        );
    }
}

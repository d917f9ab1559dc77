//! The directory of tags that a camera writes into a picture (TIFF 6.0, EXIF), read by hand.
//!
//! `kamadak-exif` reads such directories too, and more of them, but not some that cameras and editors leave behind: a pointer of
//! type 13, and a directory that is cut short after its count, have no tags for it. A place that is not seen is published, so
//! the few lines that see it stay.

/// The most tags that are looked at: a camera writes some twenty, a broken count says 65,535.
const MOST: usize = 512;

/// The bytes of a directory, from `II` or `MM` on; what lies outside of them is nothing.
#[derive(Debug, Clone, Copy)]
pub struct Tiff<'t> {
    bytes: &'t [u8],
    big: bool,
}

impl<'t> Tiff<'t> {
    /// The directory in `bytes`, whatever they are.
    pub fn new(bytes: &'t [u8]) -> Self {
        Self { bytes, big: bytes.starts_with(b"MM") }
    }

    /// Where the value of a tag stands, by the first directory; nothing where it has no such tag.
    pub fn value(self, tag: u16) -> Option<usize> {
        let directory = self.pointer(4)?;
        let tags = usize::from(self.short(directory)?).min(MOST);
        let mut entries = (0..tags).map_while(|i| directory.checked_add(2 + i * 12));
        entries.find(|at| self.short(*at) == Some(tag))?.checked_add(8)
    }

    /// The number of two bytes that stands there.
    pub fn short(self, at: usize) -> Option<u16> {
        let pair = self.taken(at)?;
        Some(if self.big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
    }

    /// The place that the four bytes there point to.
    pub fn pointer(self, at: usize) -> Option<usize> {
        let four = self.taken(at)?;
        usize::try_from(if self.big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }).ok()
    }

    fn taken<const N: usize>(self, at: usize) -> Option<[u8; N]> {
        self.bytes.get(at..at.checked_add(N)?)?.try_into().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Tiff;

    #[test]
    fn a_tag_is_found_in_either_order_of_bytes() {
        let little = Tiff::new(b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
        let big = Tiff::new(b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0");
        for tiff in [little, big] {
            assert_eq!(tiff.value(0x0112).and_then(|at| tiff.short(at)), Some(6));
            assert_eq!(tiff.value(0x8825), None);
        }
    }

    #[test]
    fn absurd_counts_and_pointers_lead_nowhere() {
        for hostile in [
            &b"II*\0\xff\xff\xff\xff\x01\0"[..],
            // The directory begins at its own pointer, in the header, at the end, and says 65,535 tags.
            b"II*\0\x04\0\0\0",
            b"II*\0\0\0\0\0",
            b"II*\0\x08\0\0\0",
            b"II*\0\x08\0\0\0\xff\xff\x01\x01\x03\0\xff\xff\xff\xff\xff\xff\xff\xff",
            b"MM\0*\xff\xff\xff\xfe\0\0",
        ] {
            for length in 0..=hostile.len() {
                assert_eq!(Tiff::new(&hostile[..length]).value(0x8825), None, "{hostile:?} {length}");
            }
        }
    }
}

//! A part of a file, as a `Range` header asks for it.

use std::ops::Range;

/// What a `Range` header asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Everything: no range, several ranges, or one that cannot be read.
    Whole,
    /// These bytes, at least one.
    Part(Range<usize>),
    /// A range beyond the end.
    Beyond,
}

/// Reads `bytes=0-99`, `bytes=100-` or `bytes=-100`, for a file of `length` bytes.
pub(super) fn read(header: &str, length: usize) -> Wanted {
    let Some((first, last)) = header.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return Wanted::Whole;
    };
    let range = match (number(first), number(last)) {
        (Ok(None), Ok(Some(count))) => length.saturating_sub(count)..length,
        (Ok(Some(first)), Ok(None)) => first..length,
        (Ok(Some(first)), Ok(Some(last))) if first <= last => first..last.saturating_add(1).min(length),
        _ => return Wanted::Whole,
    };
    if range.start < range.end { Wanted::Part(range) } else { Wanted::Beyond }
}

/// A number, nothing, or something else.
fn number(text: &str) -> Result<Option<usize>, ()> {
    let text = text.trim();
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    match text {
        "" => Ok(None),
        // More digits than a `usize` has: certainly beyond the end.
        _ if digits => Ok(Some(text.parse().unwrap_or(usize::MAX))),
        _ => Err(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_within_the_file_or_beyond_it() {
        assert_eq!(read("bytes=0-3", 10), Wanted::Part(0..4));
        assert_eq!(read("bytes=8-99", 10), Wanted::Part(8..10));
        assert_eq!(read("bytes=4-", 10), Wanted::Part(4..10));
        assert_eq!(read("bytes=-3", 10), Wanted::Part(7..10));
        assert_eq!(read("bytes=-99", 10), Wanted::Part(0..10));
        for beyond in ["bytes=10-", "bytes=10-12", "bytes=-0", "bytes=99999999999999999999999-"] {
            assert_eq!(read(beyond, 10), Wanted::Beyond, "{beyond}");
        }
        for whole in ["", "bytes=", "bytes=-", "bytes=5-2", "bytes=0-1,4-5", "bytes=a-b", "lines=1-2", "bytes=+1-2"] {
            assert_eq!(read(whole, 10), Wanted::Whole, "{whole}");
        }
        assert_eq!(read("bytes=0-", 0), Wanted::Beyond);
    }
}

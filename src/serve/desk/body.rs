//! What a form sends: fields with their texts, and files.

use crate::serve::percent::decode;
use std::collections::BTreeMap;

/// What a form sent.
#[derive(Debug, Default)]
pub(super) struct Posted {
    /// The texts by the names of their fields. Breaks of lines are `\n`, whatever the browser sent.
    pub fields: BTreeMap<String, String>,
    /// The files that were chosen, by the names of their fields.
    pub files: BTreeMap<String, Upload>,
}

/// A file that was chosen.
#[derive(Debug)]
pub(super) struct Upload {
    /// The name that it has on the other side.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Posted {
    /// The text of a field; empty where there is none.
    pub fn text(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    /// Reads what a form sent, in the way that its kind says; nothing where that cannot be.
    pub fn read(kind: &str, bytes: &[u8]) -> Option<Self> {
        if kind.starts_with("application/x-www-form-urlencoded") {
            return Some(Self { fields: pairs(std::str::from_utf8(bytes).ok()?)?, ..Self::default() });
        }
        let boundary = kind.strip_prefix("multipart/form-data")?.split_once("boundary=")?.1;
        let boundary = boundary.split(';').next()?.trim_matches('"');
        if boundary.is_empty() {
            return None;
        }
        let mut posted = Self::default();
        for part in parts(bytes, boundary.as_bytes())? {
            posted.take(part)?;
        }
        Some(posted)
    }

    fn take(&mut self, part: &[u8]) -> Option<()> {
        let end = memchr::memmem::find(part, b"\r\n\r\n")?;
        let (head, body) = (std::str::from_utf8(&part[..end]).ok()?, &part[end + 4..]);
        let disposition =
            head.split("\r\n").find(|line| line.to_ascii_lowercase().starts_with("content-disposition:"))?;
        let name = attribute(disposition, "name")?;
        match attribute(disposition, "filename") {
            Some(file) if file.is_empty() && body.is_empty() => {}
            Some(file) => _ = self.files.insert(name, Upload { name: file, bytes: body.to_vec() }),
            None => _ = self.fields.insert(name, in_lines(std::str::from_utf8(body).ok()?)),
        }
        Some(())
    }
}

/// The parts between the boundaries.
fn parts<'b>(bytes: &'b [u8], boundary: &[u8]) -> Option<Vec<&'b [u8]>> {
    let mark = [b"--", boundary].concat();
    let mut starts = memchr::memmem::find_iter(bytes, &mark).collect::<Vec<_>>();
    starts.retain(|at| *at == 0 || bytes[..*at].ends_with(b"\r\n"));
    let mut parts = Vec::new();
    for pair in starts.windows(2) {
        let part = bytes.get(pair[0] + mark.len()..pair[1])?;
        parts.push(part.strip_prefix(b"\r\n")?.strip_suffix(b"\r\n")?);
    }
    let last = starts.last()?;
    bytes[last + mark.len()..].starts_with(b"--").then_some(parts)
}

/// `name="…"` of a head; browsers write a quote in it as `%22`.
fn attribute(head: &str, name: &str) -> Option<String> {
    let begin = format!("; {name}=\"");
    let rest = &head[head.find(&begin)? + begin.len()..];
    let value = &rest[..rest.find('"')?];
    Some(value.replace("%22", "\"").replace("%0D%0A", "\n"))
}

/// The fields of a form as they stand in an address: `a=1&b=dua+tiga`.
pub(super) fn pairs(text: &str) -> Option<BTreeMap<String, String>> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some((decoded(name)?, in_lines(&decoded(value)?)))
        })
        .collect()
}

fn in_lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Percent codes and plus signs as what they stand for.
fn decoded(text: &str) -> Option<String> {
    decode(&text.replace('+', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_in_both_of_its_ways() {
        let plain = Posted::read("application/x-www-form-urlencoded", b"a%5B0%5D=satu+dua&b=%C3%A9%0D%0Af").unwrap();
        assert_eq!((plain.text("a[0]"), plain.text("b"), plain.text("c")), ("satu dua", "é\nf", ""));
        let body = b"--xx\r\nContent-Disposition: form-data; name=\"judul\"\r\n\r\nA\r\nB\r\n--xx\r\nContent-Disposition: form-data; name=\"foto#\"; filename=\"a b.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n\xff\xd8--xx\r\n\r\n--xx\r\nContent-Disposition: form-data; name=\"kosong#\"; filename=\"\"\r\n\r\n\r\n--xx--\r\n";
        let posted = Posted::read("multipart/form-data; boundary=xx", body).unwrap();
        assert_eq!(posted.text("judul"), "A\nB");
        assert_eq!(posted.files.len(), 1);
        assert_eq!(
            (posted.files["foto#"].name.as_str(), &*posted.files["foto#"].bytes),
            ("a b.jpg", &b"\xff\xd8--xx\r\n"[..])
        );
        for torn in
            ["", "--xx", "--xx\r\n\r\n--xx--", "--xx\r\nContent-Disposition: form-data; name=\"a\r\n\r\nb\r\n--xx--"]
        {
            assert!(Posted::read("multipart/form-data; boundary=xx", torn.as_bytes()).is_none(), "{torn:?}");
        }
        assert!(Posted::read("text/plain", b"a=1").is_none());
    }
}

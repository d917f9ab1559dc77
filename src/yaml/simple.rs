//! The YAML that records are written in, read without a YAML parser.
//!
//! `serde_yaml` took two fifths of a first check: its parser looks at each character several times. Nearly all records use a small part of
//! the language, whose lines can be read as they stand: mappings and lists by indent, plain and quoted text on one line, brackets on
//! one line, blocks of text. [`read`] reads that part and gives nothing for whatever is not plainly in it (a tab, an anchor, a text
//! over several lines, a key written twice…), also where it could be read; `serde_yaml` then says what it is. So a text that is read here means what `serde_yaml`
//! makes of it: the tests below hold the two against each other, and `tools/src/bin/fuzz` does with texts that were spoilt.

use crate::value::Scalar;
use std::collections::BTreeSet;
use std::str::Split;

pub use crate::yaml::values::Simple;

/// More than any record has; deeper ones are refused by those who can say where.
const MAX_DEPTH: usize = 20;
/// How far behind its beginning the colon of a key may stand: no person writes a longer one, and a parser takes none of 1,024.
const LONGEST_KEY: usize = 128;
/// Among more keys a doubled one is looked for with a table.
const FEW: usize = 8;

/// Reads a text; nothing where it is not plainly in the part of YAML that is read here.
pub fn read(text: &str) -> Option<Simple<'_>> {
    if !text.ends_with('\n') || !is_plain(text.as_bytes()) {
        return None;
    }
    let mut reader = Reader { lines: text.split('\n'), line: None, depth: 0 };
    reader.advance();
    let root = reader.line.filter(|line| line.indent == 0).and_then(|_| reader.block())?;
    reader.line.is_none().then_some(root)
}

/// Whether every character is one that ends no line by itself, moves no column, and that a parser takes: `\r`, tabs, the breaks of
/// Unicode, byte order marks and control characters are others.
fn is_plain(text: &[u8]) -> bool {
    let mut odd = text.iter().enumerate().filter(|(_, byte)| matches!(byte, 0..0x20 | 0x7f | 0xc2 | 0xe2 | 0xef));
    odd.all(|(at, byte)| match (byte, &text[at + 1..]) {
        (b'\n', _) => true,
        (0xc2, [next, ..]) => *next >= 0xa0,
        (0xe2, [next, last, ..]) => (*next, last | 1) != (0x80, 0xa9),
        (0xef, [next, last, ..]) => !matches!((next, last), (0xbb, 0xbf) | (0xbf, 0xbe | 0xbf)),
        _ => false,
    })
}

/// A line that says something, or what is left of it.
#[derive(Debug, Clone, Copy)]
struct Line<'t> {
    /// The column it begins at.
    indent: usize,
    text: &'t str,
}

impl<'t> Line<'t> {
    /// Whether it is an entry of a list.
    fn is_entry(self) -> bool {
        self.text == "-" || self.text.starts_with("- ")
    }

    /// A line without its indent; nothing where it is empty.
    fn of(raw: &'t str) -> Option<Self> {
        let text = raw.trim_matches(' ');
        (!text.is_empty()).then(|| Self { indent: raw.len() - raw.trim_start_matches(' ').len(), text })
    }
}

struct Reader<'t> {
    /// The lines behind this one.
    lines: Split<'t, char>,
    /// The line at hand.
    line: Option<Line<'t>>,
    depth: usize,
}

impl<'t> Reader<'t> {
    /// Goes to the next line that says something.
    fn advance(&mut self) {
        self.line = self.lines.by_ref().filter_map(Line::of).find(|line| !line.text.starts_with('#'));
    }

    /// The mapping or list that begins at this line.
    fn block(&mut self) -> Option<Simple<'t>> {
        let line = self.line?;
        self.depth += 1;
        let read = match line.is_entry() {
            _ if self.depth > MAX_DEPTH => None,
            true => self.list(line.indent),
            false => self.map(line.indent),
        };
        self.depth -= 1;
        read
    }

    fn list(&mut self, indent: usize) -> Option<Simple<'t>> {
        let mut list = Vec::new();
        while let Some(line) = self.line.filter(|line| line.indent == indent && line.is_entry()) {
            let entry = line.text[1..].trim_start_matches(' ');
            list.push(if says_nothing(entry) {
                self.below(indent, indent + 1)?
            } else if key(entry).is_some() {
                self.line = Some(Line { indent: indent + line.text.len() - entry.len(), text: entry });
                self.block()?
            } else {
                self.inline(entry, indent)?
            });
        }
        Some(Simple::List(list))
    }

    fn map(&mut self, indent: usize) -> Option<Simple<'t>> {
        let (mut map, mut names) = (Vec::new(), Names::default());
        while let Some(line) = self.line.filter(|line| line.indent == indent && !line.is_entry()) {
            let (name, rest) = key(line.text)?;
            names.add(name)?;
            let rest = rest.trim_start_matches(' ');
            let value = if says_nothing(rest) { self.below(indent, indent)? } else { self.inline(rest, indent)? };
            map.push((plain(name)?, value));
        }
        Some(Simple::Map(map))
    }

    /// What stands on the lines below this one, deeper than it; a list may begin at this column.
    fn below(&mut self, indent: usize, of_list: usize) -> Option<Simple<'t>> {
        self.advance();
        match self.line {
            Some(line) if line.indent > indent || (line.indent == of_list && line.is_entry()) => self.block(),
            _ => Some(Simple::Null),
        }
    }

    /// A value that begins on this line, and the way to the next; whatever it says on a second line is not read here.
    fn inline(&mut self, text: &'t str, indent: usize) -> Option<Simple<'t>> {
        let value = match text.as_bytes()[0] {
            b'|' | b'>' => self.text_block(text, indent)?,
            first => {
                let (value, rest) = match first {
                    b'"' | b'\'' => quoted(text)?,
                    b'[' | b'{' => brackets(text, self.depth)?,
                    _ => words(text)?,
                };
                (rest.is_empty() || (rest.starts_with(' ') && says_nothing(rest.trim_start_matches(' '))))
                    .then(|| self.advance())?;
                value
            }
        };
        self.line.is_none_or(|line| line.indent <= indent).then_some(value)
    }

    /// A text of lines that are deeper than its key: as they stand (`|`), or joined (`>`).
    fn text_block(&mut self, sign: &str, indent: usize) -> Option<Simple<'t>> {
        let (is_folded, keeps_end) = match sign {
            "|" => (false, true),
            "|-" => (false, false),
            ">" => (true, true),
            ">-" => (true, false),
            _ => return None,
        };
        let (mut text, mut column, mut empty) = (String::new(), None, 0);
        self.line = loop {
            let Some(raw) = self.lines.next() else { break None };
            let Some(line) = Line::of(raw) else {
                // An empty line before the first, or one with spaces that may be of the text.
                (raw.len() <= column?).then_some(())?;
                empty += 1;
                continue;
            };
            let column = *column.get_or_insert(line.indent);
            if line.indent < column {
                break Some(line);
            }
            let line = &raw[column..];
            match (is_folded, empty) {
                (true, _) if line.starts_with(' ') => return None,
                (true, 0) if !text.is_empty() => text.push(' '),
                (true, _) => text.extend(std::iter::repeat_n('\n', empty)),
                (false, _) => text.extend(std::iter::repeat_n('\n', empty + usize::from(!text.is_empty()))),
            }
            text.push_str(line);
            empty = 0;
        };
        column.filter(|column| *column > indent)?;
        if keeps_end {
            text.push('\n');
        }
        if self.line.is_some_and(|line| line.text.starts_with('#')) {
            self.advance();
        }
        Some(Simple::Text(text.into()))
    }
}

/// The keys of a mapping so far.
#[derive(Default)]
struct Names<'t> {
    few: Vec<&'t str>,
    many: BTreeSet<&'t str>,
}

impl<'t> Names<'t> {
    /// Adds one; nothing where it is there already.
    fn add(&mut self, name: &'t str) -> Option<()> {
        if self.few.contains(&name) {
            return None;
        }
        if self.few.len() < FEW {
            self.few.push(name);
            return Some(());
        }
        self.many.insert(name).then_some(())
    }
}

/// Whether what is left of a line is a comment, or nothing; a space stands before it.
fn says_nothing(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('#')
}

/// The key that a line begins with, and what follows its colon.
fn key(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let mut colons = memchr::memchr_iter(b':', bytes);
    let colon = colons.find(|at| bytes.get(at + 1).is_none_or(|next| *next == b' '))?;
    let name = text[..colon].trim_end_matches(' ');
    let is_name = begins_word(name) && !name.starts_with('-') && colon <= LONGEST_KEY && !name.contains(" #");
    is_name.then_some((name, &text[colon + 1..]))
}

/// Whether a text begins with a sign that means nothing to YAML.
fn begins_word(text: &str) -> bool {
    let first = text.as_bytes().first();
    first.is_some_and(|first| {
        first.is_ascii_alphanumeric() || !first.is_ascii() || matches!(first, b'_' | b'(' | b'/' | b'-')
    })
}

/// Text without quotes to the end of the line or the comment on it, and what is left.
fn words(text: &str) -> Option<(Simple<'_>, &str)> {
    let end = memchr::memmem::find(text.as_bytes(), b" #").unwrap_or(text.len());
    let (words, rest) = (text[..end].trim_end_matches(' '), &text[end..]);
    let is_key = words.ends_with(':') || memchr::memmem::find(words.as_bytes(), b": ").is_some();
    (begins_word(words) && !is_key).then(|| plain(words))?.map(|value| (value, rest))
}

/// What text without quotes means; nothing where it might be a number that is not written as people do.
fn plain(text: &str) -> Option<Simple<'_>> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let is_signed = unsigned.len() < text.len();
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_whole = |text: &str| is_digits(text) && text.len() <= 18 && (text == "0" || !text.starts_with('0'));
    let is_decimal = || unsigned.split_once('.').is_some_and(|(whole, part)| is_whole(whole) && is_digits(part));
    // A day, the number of a decision, an hour, words that begin with a number.
    let is_clear = if unsigned.starts_with(|first: char| first.is_ascii_digit()) {
        is_whole(unsigned) || is_decimal() || (!is_signed && !may_be_number(text))
    } else {
        !is_signed
    };
    is_clear.then(|| match Scalar::plain(text) {
        Scalar::Kosong => Simple::Null,
        Scalar::Logika(truth) => Simple::Truth(truth),
        Scalar::Bulat(number) => Simple::Whole(number),
        Scalar::Pecahan(number) => Simple::Decimal(number),
        Scalar::Teks(text) => Simple::Text(text.into()),
    })
}

/// Whether some reader of YAML might take it for a number: in another base, with an exponent, with zeros before it.
fn may_be_number(text: &str) -> bool {
    let is_day = text.len() == 10 && text.bytes().enumerate().all(|(at, byte)| (byte == b'-') == matches!(at, 4 | 7));
    !is_day
        && text.bytes().all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b'.' | b'_' | b'+' | b'-' | b'x' | b'o'))
}

/// The quoted text that a text begins with, and what follows it.
fn quoted(text: &str) -> Option<(Simple<'_>, &str)> {
    let mark = text.as_bytes()[0];
    let inner = &text[1..];
    let end = if mark == b'"' {
        memchr::memchr2(mark, b'\\', inner.as_bytes())
    } else {
        memchr::memchr(mark, inner.as_bytes())
    }?;
    let rest = &inner[end..];
    if rest.as_bytes()[0] == mark && !(mark == b'\'' && rest[1..].starts_with('\'')) {
        return Some((Simple::Text(inner[..end].into()), &rest[1..]));
    }
    let (mut read, mut rest) = (inner[..end].to_owned(), rest);
    loop {
        let next = rest.chars().nth(1);
        match (rest.chars().next()?, next) {
            ('\'', Some('\'')) if mark == b'\'' => read.push('\''),
            ('\\', Some(sign @ ('"' | '\\'))) if mark == b'"' => read.push(sign),
            ('\\', _) if mark == b'"' => return None,
            (sign, _) if sign == char::from(mark) => return Some((Simple::Text(read.into()), &rest[1..])),
            (sign, _) => {
                read.push(sign);
                rest = &rest[sign.len_utf8()..];
                continue;
            }
        }
        rest = &rest[2..];
    }
}

/// The list or mapping in brackets that a text begins with, and what follows it.
fn brackets(text: &str, depth: usize) -> Option<(Simple<'_>, &str)> {
    let is_list = text.starts_with('[');
    let end = if is_list { ']' } else { '}' };
    let (mut list, mut map, mut names) = (Vec::new(), Vec::new(), Names::default());
    let mut rest = text[1..].trim_start_matches(' ');
    if depth > MAX_DEPTH {
        return None;
    }
    if let Some(rest) = rest.strip_prefix(end) {
        return Some((if is_list { Simple::List(list) } else { Simple::Map(map) }, rest));
    }
    loop {
        let (value, mut after) = in_brackets(rest, depth)?;
        if is_list {
            list.push(value);
        } else {
            let key = &rest[..rest.len() - after.len()];
            (begins_word(key) && key.len() <= LONGEST_KEY && names.add(key).is_some()).then_some(())?;
            let behind = after.strip_prefix(": ")?;
            let of_key = in_brackets(behind.trim_start_matches(' '), depth)?;
            map.push((value, of_key.0));
            after = of_key.1;
        }
        after = after.trim_start_matches(' ');
        if let Some(after) = after.strip_prefix(end) {
            return Some((if is_list { Simple::List(list) } else { Simple::Map(map) }, after));
        }
        rest = after.strip_prefix(',')?.trim_start_matches(' ');
    }
}

/// One value within brackets, and what follows it.
fn in_brackets(text: &str, depth: usize) -> Option<(Simple<'_>, &str)> {
    match text.as_bytes().first()? {
        b'"' | b'\'' => quoted(text),
        b'[' | b'{' => brackets(text, depth + 1),
        _ => {
            let bytes = text.as_bytes();
            let ends = |at: usize| match bytes[at] {
                b',' | b'[' | b']' | b'{' | b'}' => true,
                b':' => bytes.get(at + 1) == Some(&b' '),
                _ => false,
            };
            let end = (0..bytes.len()).find(|at| ends(*at))?;
            let words = text[..end].trim_end_matches(' ');
            let is_sound = begins_word(words) && !words.ends_with(':') && !words.contains('?') && !words.contains(" #");
            is_sound.then(|| plain(words))?.map(|value| (value, &text[words.len()..]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    /// What is read here, as `serde_yaml` has it.
    fn value(text: &str) -> Option<serde_yaml::Value> {
        read(text).map(|read| serde_yaml::to_value(read).unwrap())
    }

    /// What is read of a text is what `serde_yaml` makes of it; says whether it was read.
    fn agrees(text: &str) -> bool {
        let Some(read) = value(text) else { return false };
        assert_eq!(Ok(read), serde_yaml::from_str(text).map_err(|error| error.to_string()), "{text:?}");
        true
    }

    #[test]
    fn what_records_use_is_read_as_serde_yaml_reads_it() {
        for text in [
            "a: b\n",
            "# first\n\na: 1  # one\nb: -2\nc: 56.32\nd:\ne: null\nf: true\ng: 2024-11-27\nh: 08:00\ni: 10/PP/2024\n",
            "a:\n  b:\n    c: d\n  e: f\ng: h\n",
            "a:\n  - b\n  - c: d\n    e: f\n  -\n    g: h\n  -\n",
            "a:\n- b\n- c\nd: e\n",
            "- a\n- b: c\n  d:\n  - e\n",
            "a: \"b: \\\"c\\\" # d\"  # e\nf: 'g''h: i'\n",
            "a: [b, \"c, d\", [e], { f: 1, g: h }]\n",
            "a: { b: c d, e: [f, -1.5], g: {}, 1: [] }  # h\n",
            "a: http://contoh.id:80/x?y=z#w\nb: [http://contoh.id/x, c]\n",
            "a: |\n  b\n    c # d\n\n  e: f  \n\ng: |-\n  h\n",
            "a: >-\n  b\n  c  \n\n\n  d\ne: >\n  f\n# g\nh: i\n",
            "1: a\n2: b\n",
            "a\u{a0}b: \u{e9}\u{2026} c\n",
        ] {
            assert!(agrees(text), "{text:?}");
        }
    }

    #[test]
    fn what_is_not_plainly_so_is_left_to_serde_yaml() {
        for text in [
            "",
            "a: b",
            "a: b\r\n",
            "a:\tb\n",
            "a: &b c\n",
            "a: *b\n",
            "a: !b c\n",
            "? a\n: b\n",
            "---\na: b\n",
            "a: b\n...\n",
            "a: b\na: c\n",
            "a: { b: 1, b: 2 }\n",
            "a: { \"b\": 1, b: 2 }\n",
            "a: b\n  c\n",
            "a: b: c\n",
            "a: \"b\n  c\"\n",
            "a: [b,\n  c]\n",
            "a: [b, ]\n",
            "a: [b: c]\n",
            "a: { b }\n",
            "a: 007\n",
            "a: 0x1F\n",
            "a: 1e3\n",
            "a: 1_000\n",
            "a: .5\n",
            "a: 12345678901234567890\n",
            "a: ~\n",
            "a: @b\n",
            "a: |2\n   b\n",
            "a: |\n\n  b\n",
            "a: >\n  b\n    c\n",
            "a: |+\n  b\n\n",
            "<<: { a: b }\n",
            "a:\n    b: c\n  d: e\n",
            "  a: b\n",
            "- - a\n",
            "a\n",
            "a: \"b\\n\"\n",
            "\u{feff}a: b\n",
            "a: b\u{85}c: d\n",
            "a: b\u{2028}\n",
            "a: |\nb: c\n",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
        for long in [format!("{}: b\n", "a".repeat(1_025)), format!("a: {{ {}: c }}\n", "b".repeat(1_025))] {
            assert_eq!(read(&long), None);
        }
        assert_eq!(read(&format!("a: {}b{}\n", "[".repeat(100), "]".repeat(100))), None);
    }

    #[test]
    fn a_type_takes_of_it_what_it_takes_of_serde_yaml() {
        #[derive(Debug, PartialEq, serde::Deserialize)]
        struct Record {
            satu: Option<u8>,
            dua: Vec<String>,
            #[serde(default)]
            tiga: Option<Kind>,
        }
        #[derive(Debug, PartialEq, serde::Deserialize)]
        #[serde(rename_all = "lowercase")]
        enum Kind {
            A,
            B,
        }
        for text in [
            "satu: 1\ndua: [a]\n",
            "satu:\ndua: []\ntiga: b\n",
            "satu: 300\ndua: []\n",
            "satu: 1\ndua: {}\n",
            "satu: 1\ndua:\n",
            "satu: \"1\"\ndua: []\n",
            "[1, [a], a]\n",
            "- 1\n- [a]\n- a\n",
            "satu: 1\ndua: [a]\ntiga: c\n",
            "satu: 1\ndua: [a]\ntiga: { a: }\n",
            "satu: 1\ndua: [1]\n",
            "dua: [a]\n",
            "satu: 1.0\ndua: [a]\n",
        ] {
            let simple = read(text).and_then(|read| Record::deserialize(read).ok());
            assert!(simple.is_none() || simple == serde_yaml::from_str(text).ok(), "{text:?}: {simple:?}");
        }
        assert!(read("satu: 1\ndua: [a]\ntiga: b\n").is_some_and(|read| Record::deserialize(read).is_ok()));
    }

    #[test]
    fn no_text_that_was_spoilt_is_read_as_something_else() {
        let texts = [
            include_str!("../../content/wilayah/jawa-tengah/kota-pekalongan/wilayah.yaml"),
            "a: b\nc:\n  - d: 1\n    e: { f: [g, 'h'], i: \"j\" }\n  - k # l\nm: |\n  n\n\n  o\np: >-\n  q\n  r\ns: 2.5\n",
        ];
        let signs = [
            ":", "-", "#", " ", "\n", "\"", "'", "[", "]", "{", "}", ",", "|", ">", "?", "&", "*", "!", "%", "@", "~",
            "0", ".", "  ", ": ", "- ", " #", "\t", "\\", "a",
        ];
        let mut read = 0;
        for text in texts {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            for at in places {
                let next = text[at..].chars().next().map_or(0, char::len_utf8);
                read += usize::from(agrees(&[&text[..at], &text[at + next..]].concat()));
                for sign in signs {
                    read += usize::from(agrees(&[&text[..at], sign, &text[at..]].concat()));
                }
            }
        }
        assert!(read > 1_000, "{read}");
    }
}

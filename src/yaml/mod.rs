//! YAML with places: looked at only when there is something to say.
//!
//! Records are read by `serde_yaml` into plain types, or by [`simple`] where they are written as nearly all are; neither keeps places.
//! This module reads the same text again into a tree of nodes that know where they stand, finds the place of a value by its path, and
//! says what YAML itself forbids.

pub mod simple;
mod values;

use crate::lines::Lines;
use crate::value::{Scalar, Written};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Span};
use std::cell::Cell;
use std::ops::Range;

/// The deepest nesting a record may have: twice what the deepest format needs.
const MAX_DEPTH: usize = 24;

/// A value and where it stands, as a range of bytes.
#[derive(Debug)]
pub struct Node {
    /// The bytes it covers.
    pub span: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// What a node is.
#[derive(Debug)]
pub enum Kind {
    /// One value, and whether it is quoted.
    Scalar {
        /// The text, without quotes.
        text: String,
        /// Plain text may be a number; quoted text never is.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// Keys and values in the order written, doubled keys included.
    Map(Vec<(Node, Node)>),
}

/// Why a text is no YAML that a record may be written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The byte where it shows.
    pub at: usize,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong with the YAML itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// The parser's own words.
    Syntax(String),
    /// An anchor or alias: records need none, and a few of them can stand for gigabytes.
    Alias,
    /// A tag such as `!!binary`.
    Tag,
    /// Nested too deeply.
    Depth,
    /// A list or mapping in brackets that is too long.
    Endless,
    /// More than one document.
    SecondDocument,
    /// Nothing in it.
    Empty,
}

/// One step on the way to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Into a mapping.
    Key(String),
    /// Into a list.
    Index(usize),
}

impl Node {
    /// The scalar as YAML reads it; `None` for a list or a mapping.
    pub fn scalar(&self) -> Option<Scalar<'_>> {
        match &self.kind {
            Kind::Scalar { text, plain: true } => Some(Scalar::plain(text)),
            Kind::Scalar { text, plain: false } => Some(Scalar::Teks(text)),
            Kind::List(_) | Kind::Map(_) => None,
        }
    }

    /// The scalar with its text; `None` for a list or a mapping.
    pub fn written(&self) -> Option<Written<'_>> {
        Some(Written { scalar: self.scalar()?, text: self.text() })
    }

    /// The text of a scalar, as written.
    pub fn text(&self) -> &str {
        match &self.kind {
            Kind::Scalar { text, .. } => text,
            Kind::List(_) | Kind::Map(_) => "",
        }
    }

    /// The texts of all values in it, in the order written; those of keys are not among them.
    pub fn texts(&self) -> Vec<&str> {
        match &self.kind {
            Kind::Scalar { text, .. } => vec![text],
            Kind::List(nodes) => nodes.iter().flat_map(Self::texts).collect(),
            Kind::Map(pairs) => pairs.iter().flat_map(|(_, value)| value.texts()).collect(),
        }
    }

    /// The key and value the steps lead to, as far as they lead; the last key met is given for what is missing.
    pub fn follow(&self, steps: &[Step]) -> (Option<&Node>, &Node) {
        let mut key = None;
        let mut node = self;
        for step in steps {
            match (step, &node.kind) {
                (Step::Key(wanted), Kind::Map(pairs)) => {
                    let Some((found, value)) = pairs.iter().find(|(key, _)| key.text() == wanted) else { break };
                    (key, node) = (Some(found), value);
                }
                (Step::Index(index), Kind::List(nodes)) => {
                    let Some(value) = nodes.get(*index) else { break };
                    node = value;
                }
                _ => break,
            }
        }
        (key, node)
    }
}

/// Reads `calon.nama`, `misi[2]` or `hasil.1` into steps.
pub fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in path.split('.').filter(|part| !part.is_empty()) {
        let (key, indexes) = part.split_at(part.find('[').unwrap_or(part.len()));
        if !key.is_empty() {
            steps.push(Step::Key(key.to_owned()));
        }
        let numbers = indexes.split(['[', ']']).filter_map(|number| number.parse().ok());
        steps.extend(numbers.map(Step::Index));
    }
    steps
}

/// Whether the text may hold an anchor, an alias or a tag; only then is it worth reading twice.
pub fn may_hold_alias(text: &str) -> bool {
    memchr::memchr3(b'&', b'*', b'!', text.as_bytes()).is_some()
}

/// More than any record has open.
const BOTTOMLESS: usize = 1_000;

/// A list or mapping in brackets of more bytes than anybody writes by hand. A parser does not know before its end whether it is a
/// key, and keeps all that stands in it.
const LONGEST_IN_BRACKETS: usize = 256 * 1024;

/// What no parser is asked to read, because of the time or the memory that it takes.
pub fn beyond(text: &str) -> Option<Fault> {
    let depth = || bottomless(text).map(|at| Fault { at, kind: FaultKind::Depth });
    depth().or_else(|| endless(text).map(|at| Fault { at, kind: FaultKind::Endless }))
}

/// The bracket, or the sign of an entry, at which a text has more open than any record: a parser that looks ahead for what closes
/// them takes minutes, and one that keeps what it has read much memory. Those within words are counted in, and no text has so many.
fn bottomless(text: &str) -> Option<usize> {
    brackets(text).or_else(|| entries(text))
}

/// The bracket that opens a list or mapping of more bytes than anybody writes.
fn endless(text: &str) -> Option<usize> {
    if text.len() <= LONGEST_IN_BRACKETS {
        return None;
    }
    let bytes = text.as_bytes();
    let (mut depth, mut opened) = (0_usize, 0);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'[' | b'{' if depth > 0 || begins_value(&bytes[..at]) => {
                opened = if depth == 0 { at } else { opened };
                depth += 1;
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > 0 && at - opened > LONGEST_IN_BRACKETS {
            return Some(opened);
        }
    }
    None
}

/// Whether a value begins behind these bytes: a bracket amid words opens nothing.
fn begins_value(before: &[u8]) -> bool {
    let last = before.iter().rev().find(|byte| **byte != b' ');
    last.is_none_or(|last| matches!(last, b':' | b'-' | b'\n' | b'\r'))
}

/// Where a line has too many entries one in the other: `- - - a`.
fn entries(text: &str) -> Option<usize> {
    const SEVERAL: &str = "- - - - ";
    memchr::memmem::find_iter(text.as_bytes(), SEVERAL).find(|at| {
        let rest = text.as_bytes()[*at..].chunks(2);
        rest.take_while(|sign| *sign == b"- ").take(BOTTOMLESS).count() == BOTTOMLESS
    })
}

fn brackets(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b'[', b'{', bytes).nth(BOTTOMLESS)?;
    let mut depth = 0_usize;
    bytes.iter().position(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > BOTTOMLESS
    })
}

/// Reads one document into a tree.
pub fn parse(text: &str) -> Result<Node, Fault> {
    if let Some(fault) = beyond(text) {
        return Err(fault);
    }
    let mut builder = Builder { text, lines: Lines::of(text), last: Cell::default(), open: Vec::new(), root: None };
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| builder.syntax(&error))?;
        builder.take(event, span)?;
    }
    builder.root.ok_or(Fault { at: 0, kind: FaultKind::Empty })
}

/// Says whether a text breaks a rule of YAML that `serde_yaml` lets pass.
pub fn fault(text: &str) -> Option<Fault> {
    parse(text).err()
}

/// A list or mapping whose end has not come yet.
enum Open {
    List(usize, Vec<Node>),
    Map(usize, Vec<(Node, Node)>, Option<Node>),
}

/// A column of a line, both as the parser counts them, and its byte.
#[derive(Debug, Clone, Copy, Default)]
struct Spot {
    line: usize,
    column: usize,
    byte: usize,
}

struct Builder<'t> {
    text: &'t str,
    lines: Lines,
    /// The place that was looked up last: the next is seldom far behind it, also on a line of many values.
    last: Cell<Spot>,
    open: Vec<Open>,
    root: Option<Node>,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Fault> {
        let at = self.byte(span.start);
        match event {
            Event::Alias(_) => return Err(Fault { at, kind: FaultKind::Alias }),
            Event::Scalar(_, _, anchor, _) | Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _)
                if anchor > 0 =>
            {
                return Err(Fault { at, kind: FaultKind::Alias });
            }
            Event::Scalar(_, _, _, Some(_)) | Event::SequenceStart(_, Some(_)) | Event::MappingStart(_, Some(_)) => {
                return Err(Fault { at, kind: FaultKind::Tag });
            }
            Event::Scalar(text, style, ..) => {
                let plain = style == ScalarStyle::Plain;
                let span = self.scalar_span(span, style);
                self.put(Node { span, kind: Kind::Scalar { text: text.into_owned(), plain } });
            }
            Event::SequenceStart(..) => self.push(Open::List(at, Vec::new()))?,
            Event::MappingStart(..) => self.push(Open::Map(at, Vec::new(), None))?,
            Event::SequenceEnd | Event::MappingEnd => self.close(self.byte(span.end)),
            Event::DocumentStart(_) if self.root.is_some() => {
                return Err(Fault { at, kind: FaultKind::SecondDocument });
            }
            Event::DocumentStart(_) | Event::DocumentEnd | Event::StreamStart | Event::StreamEnd | Event::Nothing => {}
        }
        Ok(())
    }

    fn push(&mut self, open: Open) -> Result<(), Fault> {
        self.open.push(open);
        if self.open.len() <= MAX_DEPTH {
            return Ok(());
        }
        let Some(Open::List(at, _) | Open::Map(at, ..)) = self.open.last() else { return Ok(()) };
        Err(Fault { at: *at, kind: FaultKind::Depth })
    }

    fn close(&mut self, end: usize) {
        let node = match self.open.pop() {
            Some(Open::List(start, nodes)) => Node { span: self.trimmed(start, end), kind: Kind::List(nodes) },
            Some(Open::Map(start, pairs, _)) => Node { span: self.trimmed(start, end), kind: Kind::Map(pairs) },
            None => return,
        };
        self.put(node);
    }

    fn put(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(Open::List(_, nodes)) => nodes.push(node),
            Some(Open::Map(_, pairs, key)) => match key.take() {
                Some(key) => pairs.push((key, node)),
                None => *key = Some(node),
            },
            None => self.root = Some(node),
        }
    }

    fn syntax(&self, error: &ScanError) -> Fault {
        Fault { at: self.byte(*error.marker()), kind: FaultKind::Syntax(error.info().to_owned()) }
    }

    /// The parser counts characters; we count bytes.
    fn byte(&self, marker: Marker) -> usize {
        let (line, column) = (marker.line(), marker.col());
        let last = self.last.get();
        let near = (last.line == line && last.column <= column).then_some(last);
        let start = || Spot { line, column: 0, byte: self.lines.start(line).unwrap_or(self.text.len()) };
        let from = near.unwrap_or_else(start);
        // A column behind the end of the line is its end: the parser counts a line's break in.
        let end = self.lines.range(self.text, line).end.max(from.byte);
        let rest = &self.text[from.byte..end];
        let byte = from.byte + rest.char_indices().nth(column - from.column).map_or(rest.len(), |(byte, _)| byte);
        self.last.set(Spot { line, column, byte });
        byte
    }

    /// Of a block of text only the first line is shown.
    fn scalar_span(&self, span: Span, style: ScalarStyle) -> Range<usize> {
        let start = self.byte(span.start);
        match style {
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let line = self.lines.range(self.text, span.start.line());
                start.min(line.end)..line.end.max(start)
            }
            ScalarStyle::Plain => self.trimmed(start, self.byte(span.end)),
            // The parser counts a comment on the same line in.
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                let end = quoted_length(&self.text[start..]).map_or(self.byte(span.end), |length| start + length);
                self.trimmed(start, end)
            }
        }
    }

    fn trimmed(&self, start: usize, end: usize) -> Range<usize> {
        let end = end.clamp(start, self.text.len());
        start..start + self.text[start..end].trim_end().len()
    }
}

/// The length of the quoted text that a text begins with, its marks included.
fn quoted_length(text: &str) -> Option<usize> {
    let mark = text.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        let doubled = mark == '\'' && c == mark && chars.peek().is_some_and(|(_, next)| *next == mark);
        if doubled || (mark == '"' && c == '\\') {
            chars.next();
        } else if c == mark {
            return Some(at + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "nama: \"Ñandú\"\ncalon:\n  misi:\n    - satu\n    - dua  # catatan\nkosong:\nuraian: |\n  a\n  b\n";

    fn shown(path: &str) -> &'static str {
        let node = parse(TEXT).unwrap();
        &TEXT[node.follow(&steps(path)).1.span.clone()]
    }

    #[test]
    fn a_path_leads_to_the_bytes_of_its_value() {
        assert_eq!(shown("nama"), "\"Ñandú\"");
        assert_eq!(shown("calon.misi[1]"), "dua");
        assert_eq!(shown("calon.misi[9]"), "- satu\n    - dua  # catatan");
        assert_eq!(shown("uraian"), "a");
    }

    #[test]
    fn anchors_depth_and_second_documents_are_faults() {
        let kind = |text: &str| fault(text).map(|fault| fault.kind);
        assert_eq!(kind("a: &x 1\n"), Some(FaultKind::Alias));
        assert_eq!(kind("a: Bawaslu & KPU\nb: 2 * 3"), None);
        assert_eq!(kind(&"[".repeat(100)), Some(FaultKind::Depth));
        assert_eq!(kind("a: 1\n---\nb: 2\n"), Some(FaultKind::SecondDocument));
        assert_eq!(kind("# nothing\n"), Some(FaultKind::Empty));
    }

    #[test]
    fn brackets_that_hold_a_whole_file_are_a_fault_and_lines_are_none() {
        let entry = |number: usize| format!("s{number}: {{ jenis: berita, judul: T }}");
        let entries = |end: &str| (0..9_000).map(|number| entry(number) + end).collect::<String>();
        let kind = |text: &str| fault(text).map(|fault| (fault.at, fault.kind));
        assert_eq!(kind(&format!("{{ {} }}", entries(", "))), Some((0, FaultKind::Endless)));
        assert_eq!(kind(&format!("a:\n  {{ {} }}", entries(",\n"))), Some((5, FaultKind::Endless)));
        assert_eq!(kind(&entries("\n")), None);
        assert_eq!(kind(&format!("judul: Satu [dua\n{}", entries("\n"))), None);
    }

    #[test]
    fn plain_text_is_read_as_yaml_reads_it() {
        assert_eq!(Scalar::plain("11.10"), Scalar::Pecahan(11.1));
        assert_eq!(Scalar::plain("0123"), Scalar::Teks("0123"));
        assert_eq!(Scalar::plain("2024-11-27"), Scalar::Teks("2024-11-27"));
        assert_eq!(Scalar::plain("2.695.348"), Scalar::Teks("2.695.348"));
        for text in ["+62", "0x1F", "0o17", "-0x1F", "0x", "0b2", "1e3", ".5", "007", "1_000", "0x_1"] {
            let read: serde_yaml::Value = serde_yaml::from_str(text).unwrap();
            let is_text = matches!(Scalar::plain(text), Scalar::Teks(_));
            assert_eq!(is_text, read.is_string(), "{text}: {read:?}");
        }
    }

    #[test]
    fn a_quoted_text_ends_at_its_mark_and_not_after_a_comment() {
        for (text, quoted) in [
            ("kode: \"99\"  # catatan \"x\"", "\"99\""),
            ("kode: 'a''b' # c", "'a''b'"),
            ("kode: \"a\\\"b\" # c", "\"a\\\"b\""),
        ] {
            let node = parse(text).unwrap();
            assert_eq!(&text[node.follow(&steps("kode")).1.span.clone()], quoted);
        }
    }
}

//! What a person wrote as one text and YAML reads as something else: a comment, two entries of a list, a name with signs
//! that nobody sees.
//!
//! All of it is sound YAML, so `serde_yaml` has nothing to say; it is looked for in texts in which it can be.

use crate::bahasa::{Kata, kata};
use crate::report::place::Place;
use crate::report::{Diagnostic, Level};
use crate::source::Source;
use crate::value::bersih::{self, QUOTES, is_foreign, is_odd_space, is_unseen, latin, visible};
use crate::value::quoted;
use crate::yaml::{Kind, Node};
use std::ops::Range;

/// A text of which a part is read as a comment.
const SWALLOWED: &str = "FMT-31";
/// A sentence whose commas are read as the ends of entries.
const COMMAS: &str = "FMT-32";
/// Characters that nobody sees, or that only look like ours.
const UNSEEN: &str = "FMT-33";

/// What stands in the place of a value that is not known.
const UNKNOWN: &str = "FMT-34";

/// Texts that say that there is nothing to say.
const NOTHING: [&str; 18] = [
    "-",
    "--",
    "–",
    "—",
    ".",
    "...",
    "…",
    "?",
    "n/a",
    "nihil",
    "tba",
    "tbd",
    "xxx",
    "belum ada",
    "tidak ada",
    "belum diketahui",
    "tidak diketahui",
    "kosong",
];

/// The bytes of the longest of them, and a full stop.
const LONGEST_NOTHING: usize = 17;

/// The keys of texts that are quoted, asked or answered: there such a text says something. Of a label NAM-06 says it.
const SPOKEN: [&str; 9] = ["label", "isi", "tanya", "jawab", "sebelum", "sesudah", "arti", "judul", "alasan"];

/// The keys under which somebody or something is named: on one line, and searched and sorted by.
const NAMES: [&str; 10] = [
    "nama",
    "nama_tampil",
    "sapaan",
    "singkatan",
    "ketua",
    "pemimpin",
    "penulis",
    "oleh",
    "nama_lain",
    "ketua_nama_lain",
];

/// Whether a text may hold any of it; only then is it worth a second reading, with places.
///
/// What is asked of a line is what is asked of its values when they are read, as near as a line can tell: a text of which a
/// thousand others have the like (a quoted hour, a list of labels) is no reason to read it twice.
pub(super) fn may_be_in(yaml: &str) -> bool {
    let odd = |c: char| {
        is_unseen(c) || is_odd_space(c) || is_foreign(c) || QUOTES.contains(&c) || ('\u{200c}'..'\u{200e}').contains(&c)
    };
    let is_odd = !yaml.is_ascii() && yaml.chars().any(odd);
    let bytes = yaml.as_bytes();
    let figure_or_escape = || memchr::memchr(b'\\', bytes).is_some() || has_odd_figure(bytes);
    is_odd || figure_or_escape() || yaml.lines().any(may_be_on) || goes_on_below(yaml)
}

/// Whether a figure may be written as programs write it: `230.000`, `0x10`, `1e3`, `5.`
fn has_odd_figure(bytes: &[u8]) -> bool {
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let ends = |at: usize| bytes.get(at).is_none_or(|byte| b" ,}]\n\r".contains(byte));
    let begins = |at: usize| at == 0 || b" [{,".contains(&bytes[at - 1]);
    // Beside each such sign stands a digit, and digits are few.
    let mut digits = bytes.iter().enumerate().filter(|(_, byte)| byte.is_ascii_digit());
    let is_odd = |(at, digit): (usize, &u8)| {
        let behind = match bytes.get(at + 1) {
            Some(b'e' | b'E') => is_digit(at + 2) || matches!(bytes.get(at + 2), Some(b'+' | b'-')),
            Some(b'x' | b'o') => *digit == b'0' && is_digit(at + 2),
            Some(b'.') => ends(at + 2) && is_figure(bytes, at + 1),
            _ => false,
        };
        behind || (at > 0 && matches!(bytes[at - 1], b'.' | b'+') && begins(at - 1))
    };
    memchr::memmem::find(bytes, b".000").is_some() || digits.any(is_odd)
}

/// Whether what stands before a point is all figure, back to the sign before a value: most points with a digit before them end a sentence.
fn is_figure(bytes: &[u8], point: usize) -> bool {
    let digits = bytes[..point].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    bytes[..point - digits].ends_with(b": ")
}

/// Whether a line may hold a comment that is none, a list that is none, a name that is cut or has spaces at its ends, or a value
/// that says nothing.
fn may_be_on(line: &str) -> bool {
    let swallowed = || memchr::memchr_iter(b'#', line.as_bytes()).any(|at| is_swallowed(line, at));
    has_odd_quotes(line) || swallowed() || is_block_of_name(line) || is_in_words(line) || says_nothing(line)
}

/// Whether a quoted text has a space at one of its ends, or more lines than this one; so it may be with an apostrophe.
fn has_odd_quotes(line: &str) -> bool {
    let is_spaced = |inner: &str| inner.starts_with(char::is_whitespace) || inner.ends_with(char::is_whitespace);
    if memchr::memchr2(b'"', b'\'', line.as_bytes()).is_none() {
        return false;
    }
    ['"', '\''].into_iter().filter(|quote| line.contains(*quote)).any(|quote| {
        let parts: Vec<&str> = line.split(quote).collect();
        // Every other part stands between quotes, and the last one does where a quote is left open.
        parts.len().is_multiple_of(2) || parts.iter().skip(1).step_by(2).any(|inner| is_spaced(inner))
    })
}

/// Whether a name is written as a block of text.
fn is_block_of_name(line: &str) -> bool {
    if memchr::memchr2(b'|', b'>', line.as_bytes()).is_none() {
        return false;
    }
    let Some((key, value)) = line.split_once(": ") else { return false };
    value.trim_start().starts_with(['|', '>']) && is_name(key.trim_start_matches([' ', '-']).trim_matches(['"', '\'']))
}

/// Whether a line goes on with a text above it where that is not seen: as an entry of a list that stands too far in, or as a
/// paragraph.
fn goes_on_below(yaml: &str) -> bool {
    let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let is_entry = |line: &str| line.trim_start().starts_with("- ");
    let (mut before, mut parted) = ("", false);
    for line in yaml.lines() {
        if line.trim().is_empty() {
            parted = true;
            continue;
        }
        let text_above = !before.is_empty() && !before.trim_end().ends_with(':');
        let is_deep = spaces(line) >= spaces(before) + usize::from(is_entry(before));
        let is_paragraph = parted && line.starts_with(' ') && !is_entry(line) && !line.contains([':', '#']);
        if is_paragraph || (is_entry(line) && text_above && is_deep) {
            return true;
        }
        (before, parted) = (line, false);
    }
    false
}

/// Whether a value says that there is nothing to say.
fn is_nothing(text: &str) -> bool {
    // Most values begin otherwise, and are not looked at any further.
    let first = text.trim_start().chars().next();
    if first.is_none_or(|first| first.is_ascii() && !"-.?nNtTxXbBkK".contains(first)) {
        return false;
    }
    let text = text.trim().to_lowercase();
    let bare = text.strip_suffix('.').filter(|bare| bare.len() > 1).unwrap_or(&text);
    NOTHING.contains(&bare)
}

/// Whether a value of a line says that there is nothing to say.
fn says_nothing(line: &str) -> bool {
    let mut entry = line.trim_start();
    // The sign of an entry is no value.
    while let Some(rest) = entry.strip_prefix("- ") {
        entry = rest.trim_start();
    }
    let is_such = |value: &str| {
        let value = value.trim_matches(['"', '\'', ' ']);
        let value = memchr::memmem::find(value.as_bytes(), b" #").map_or(value, |at| &value[..at]).trim_end();
        // All that says so is short, and most values are not.
        value.len() <= LONGEST_NOTHING && is_nothing(value)
    };
    let bytes = entry.as_bytes();
    let mut start = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let width = match byte {
            b',' | b'[' | b']' | b'{' | b'}' => 1,
            b':' if bytes.get(at + 1) == Some(&b' ') => 2,
            _ => continue,
        };
        if is_such(&entry[start..at]) {
            return true;
        }
        start = at + width;
    }
    is_such(&entry[start..])
}

/// Whether a list in brackets may be a sentence: it does not end on its line, or an entry of it begins as the middle of a
/// sentence does.
fn is_in_words(line: &str) -> bool {
    let Some(at) = memchr::memchr2(b'[', b'{', line.as_bytes()) else { return false };
    // Labels are keys, and begin with small letters and capitals alike.
    if line[..at].trim_end().ends_with("label:") && line[at + 1..].find(['[', '{']).is_none() {
        return false;
    }
    let flow = &line[at + 1..];
    let opened = line[at..].matches(['[', '{']).count() > flow.matches([']', '}']).count();
    opened || flow.split(['[', '{']).any(|list| goes_on_in(list.split([']', '}']).next().unwrap_or(list)))
}

/// Whether an entry of a list goes on where the one before it ended; the same is asked of the values ([`Prose::goes_on`]).
fn goes_on_in(list: &str) -> bool {
    let in_capitals = list.trim_start().starts_with(char::is_uppercase);
    let glued = |entry: &str| entry.starts_with(|c: char| c.is_ascii_digit());
    list.split(',').skip(1).any(|entry| {
        let text = entry.trim();
        let is_pair = text.contains(": ");
        let in_small = in_capitals && text.starts_with(char::is_lowercase);
        glued(entry) || is_degree(text) || (!is_pair && (in_small || begins_within(text)))
    })
}

/// Whether a text begins with a word that joins it to another.
fn begins_within(text: &str) -> bool {
    ["dan ", "serta ", "atau ", "maupun "].iter().any(|word| text.starts_with(word))
}

/// Whether the sign at a byte of a line begins a comment that is stuck to its text: `# ` does so on purpose.
fn is_swallowed(line: &str, at: usize) -> bool {
    let before = line[..at].ends_with([' ', '\t']);
    let after = line[at + 1..].chars().next();
    before && after.is_some_and(|c| !c.is_whitespace() && !matches!(c, '#' | '-' | '=' | '!'))
}

/// `S.H.`, `M.Si`, `Ph.D.`: a word with a point in it, or a short one with a point at its end.
fn is_degree(entry: &str) -> bool {
    let letters = entry.chars().all(|c| c.is_alphabetic() || c == '.');
    letters && entry.len() <= 8 && entry.contains('.') && entry.starts_with(|c: char| c.is_uppercase())
}

/// The texts of one file.
pub(super) struct Prose<'p> {
    /// The file.
    pub source: &'p Source,
    /// Where its YAML begins.
    pub base: usize,
    /// Its YAML.
    pub yaml: &'p str,
}

impl Prose<'_> {
    /// What is wrong with one text that stands under a key.
    pub fn text(&self, node: &Node, key: Option<&Node>) -> Vec<Diagnostic> {
        let mut found: Vec<Diagnostic> = self.comment(node, key).into_iter().collect();
        let name = key.filter(|key| is_name(key.text()));
        found.extend(name.and_then(|_| self.broken_name(node)));
        found.extend(self.unseen(node, key));
        found.extend(self.run_on(node));
        found.extend(key.and_then(|key| self.nothing(node, key)));
        found
    }

    /// A part of the text that YAML takes for a comment.
    fn comment(&self, node: &Node, key: Option<&Node>) -> Option<Diagnostic> {
        let Kind::Scalar { plain: true, text } = &node.kind else { return None };
        let is_empty = node.span.is_empty();
        // The colon of a key without a value stands between.
        let (start, end) =
            if is_empty { (node.span.start, key?.span.end + 1) } else { (node.span.start, node.span.end) };
        let line = self.line_at(end);
        let at = self.yaml.get(end..line.end)?.find('#').map(|at| end + at)?;
        let gap = &self.yaml[end..at];
        if !gap.trim().is_empty() || !is_swallowed(&self.yaml[line.clone()], at - line.start) {
            return None;
        }
        let tail = self.yaml[at..line.end].trim_end();
        let (whole, from) = if is_empty { (tail.to_owned(), at) } else { (format!("{text}{gap}{tail}"), start) };
        let fix = quoted(&whole);
        let finding = Diagnostic::galat(
            SWALLOWED,
            self.place(at..at + tail.len()),
            kata(
                format!("\"{tail}\" tidak akan terbit: sesudah spasi, tanda # memulai catatan YAML"),
                format!("\"{tail}\" would not be published: after a space, # begins a YAML comment"),
            ),
        )
        .help(kata(
            format!("tulis {fix}; jika memang catatan, beri spasi sesudah #"),
            format!("write {fix}; if it is a comment, put a space after #"),
        ));
        Some(finding.fix(self.place(from..at + tail.len()), fix))
    }

    /// Entries of a list that stand further in than the first, of which YAML makes one text with it.
    fn run_on(&self, node: &Node) -> Option<Diagnostic> {
        let Kind::Scalar { plain: true, .. } = &node.kind else { return None };
        let text = &self.yaml[node.span.clone()];
        let at =
            text.match_indices('\n').map(|(at, _)| at + 1).find(|at| text[*at..].trim_start().starts_with("- "))?;
        let start = node.span.start + at + text[at..].len() - text[at..].trim_start().len();
        let line = self.line_at(start);
        let what = kata(
            "baris \"- …\" ini menjadi lanjutan teks di atasnya: jaraknya di awal baris lebih dalam",
            "this line \"- …\" goes on with the text above it: it begins further in",
        );
        let help = kata(
            "samakan jarak di awal baris dengan baris \"- …\" di atasnya",
            "begin it with as many spaces as the line \"- …\" above",
        );
        Some(Diagnostic::galat(SWALLOWED, self.place(start..line.end), what).help(help))
    }

    /// A word or a sign for a value that is not known: a key that is left out says so on every page alike.
    fn nothing(&self, node: &Node, key: &Node) -> Option<Diagnostic> {
        if SPOKEN.contains(&key.text()) || !is_nothing(node.text()) {
            return None;
        }
        let what = kata(
            format!("\"{}\" terbit sebagai isi `{}`", node.text(), key.text()),
            format!("\"{}\" is published as what `{}` says", node.text(), key.text()),
        );
        let help = kata(
            "hapus kunci ini jika isinya tidak diketahui: halaman menulis sendiri bahwa isinya belum ada",
            "delete this key where it is not known: pages say so by themselves",
        );
        Some(Diagnostic::new(UNKNOWN, Level::Peringatan, self.place(node.span.clone()), what).help(help))
    }

    /// A sentence in brackets on one line, of which YAML makes a list.
    pub fn list(&self, node: &Node, nodes: &[Node], key: Option<&Node>) -> Option<Diagnostic> {
        let is_flow = self.yaml[node.span.start..].starts_with('[');
        let is_label = key.is_some_and(|key| key.text() == "label");
        if !is_flow || is_label || nodes.len() < 2 || !nodes.iter().all(is_plain) {
            return None;
        }
        let (first, last) = (nodes.first()?, nodes.last()?);
        let goes_on = nodes.windows(2).any(|two| self.goes_on(first, &two[0], &two[1]));
        let whole = self.yaml[first.span.start..last.span.end].split_whitespace().collect::<Vec<_>>().join(" ");
        if !goes_on {
            return None;
        }
        let fix = format!("[{}]", quoted(&whole));
        let count = nodes.len();
        let finding = Diagnostic::new(
            COMMAS,
            Level::Peringatan,
            self.place(node.span.clone()),
            kata(
                format!("di dalam [ ] setiap koma memisahkan isi, jadi ini {count} isi"),
                format!("inside [ ] every comma ends an entry, so these are {count} entries"),
            ),
        )
        .help(kata(
            format!("jika satu kalimat, tulis {fix}; jika beberapa, tulis satu baris \"- …\" untuk setiap isinya"),
            format!("if it is one sentence, write {fix}; if several, write a line \"- …\" for each"),
        ));
        Some(finding.fix(self.place(node.span.clone()), fix))
    }

    /// Whether an entry goes on where the one before it ended.
    fn goes_on(&self, first: &Node, before: &Node, entry: &Node) -> bool {
        let text = entry.text();
        let begins = |node: &Node, is: fn(char) -> bool| node.text().starts_with(is);
        let glued = !self.yaml[before.span.end..entry.span.start].contains(char::is_whitespace);
        let figure =
            glued && before.text().ends_with(|c: char| c.is_ascii_digit()) && begins(entry, |c| c.is_ascii_digit());
        let joined = begins_within(text);
        let in_small = begins(first, char::is_uppercase) && begins(entry, char::is_lowercase);
        figure || joined || is_degree(text) || in_small
    }

    /// A name on two lines, or between the quotes of a word processor.
    fn broken_name(&self, node: &Node) -> Option<Diagnostic> {
        let text = visible(node.text());
        let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let inner = bersih::cleaned(&one_line);
        let what = if text.contains('\n') {
            kata("nama ini terpotong ganti baris", "this name is cut by a line break")
        } else if inner.len() < one_line.len() && one_line.starts_with(QUOTES) && one_line.ends_with(QUOTES) {
            kata(
                "tanda kutip dari pengolah kata menjadi bagian nama ini",
                "the quotes of a word processor are part of this name",
            )
        } else {
            return None;
        };
        let fix = quoted(&inner);
        let finding = Diagnostic::new(UNSEEN, Level::Peringatan, self.place(node.span.clone()), what)
            .help(kata(format!("tulis {fix}"), format!("write {fix}")));
        Some(self.fixed(finding, node, fix))
    }

    /// Characters in the text that nobody sees, and letters of other alphabets.
    fn unseen(&self, node: &Node, key: Option<&Node>) -> Option<Diagnostic> {
        let text = node.text();
        let is_name = key.is_some_and(|key| is_name(key.text()));
        let at_ends = is_name && self.is_quoted(node) && text.trim() != text;
        let latin = latin(text).or_else(|| {
            let foreign = is_name && text.chars().any(is_foreign);
            foreign.then(|| text.chars().map(bersih::ours).collect())
        });
        let mut seen = Vec::new();
        for c in text.chars().filter(|c| is_unseen(*c) || (is_name && is_odd_space(*c))) {
            let name = sign(c);
            if !seen.contains(&name) {
                seen.push(name);
            }
        }
        if at_ends {
            seen.push(("spasi di ujung".to_owned(), "space at an end".to_owned()));
        }
        if let Some(latin) = &latin {
            let odd = text
                .chars()
                .zip(latin.chars())
                .find(|(a, b)| a != b)
                .or_else(|| text.chars().find(|c| is_foreign(*c)).map(|c| (c, c)));
            seen.extend(odd.map(|(c, _)| alike(c)));
        }
        if seen.is_empty() {
            return None;
        }
        let list = |side: fn(&(String, String)) -> &str| seen.iter().map(side).collect::<Vec<_>>().join(", ");
        let what =
            kata(format!("teks ini memuat {}", list(|one| &one.0)), format!("this text holds {}", list(|one| &one.1)));
        let fix = quoted(&visible(latin.as_deref().unwrap_or(text)));
        let finding = Diagnostic::new(UNSEEN, Level::Peringatan, self.place(node.span.clone()), what)
            .help(kata(format!("ketik ulang: {fix}"), format!("type it again: {fix}")));
        // A letter that looks like none of ours has no other to put in its place.
        let has_rest = is_name && fix.chars().any(is_foreign);
        Some(if has_rest { finding } else { self.fixed(finding, node, fix) })
    }

    /// With the text to write in the place of the value, where the value stands on one line.
    fn fixed(&self, finding: Diagnostic, node: &Node, fix: String) -> Diagnostic {
        let before = self.yaml[..node.span.start].trim_end();
        let is_block = before.ends_with(['|', '>']) || before.ends_with("|-") || before.ends_with(">-");
        if is_block || fix.contains('\n') { finding } else { finding.fix(self.place(node.span.clone()), fix) }
    }

    fn is_quoted(&self, node: &Node) -> bool {
        self.yaml[node.span.start..].starts_with(['"', '\''])
    }

    fn line_at(&self, byte: usize) -> Range<usize> {
        let byte = byte.min(self.yaml.len());
        let start = self.yaml[..byte].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let end = self.yaml[byte..].find(['\n', '\r']).map_or(self.yaml.len(), |at| byte + at);
        start..end
    }

    fn place(&self, span: Range<usize>) -> Place {
        Place::bytes(&self.source.path, span.start + self.base..span.end + self.base)
    }
}

/// Whether somebody or something is named under a key; under a number it is who drew it.
pub(crate) fn is_name(key: &str) -> bool {
    NAMES.contains(&key) || (!key.is_empty() && key.bytes().all(|b| b.is_ascii_digit()))
}

fn is_plain(node: &Node) -> bool {
    matches!(&node.kind, Kind::Scalar { plain: true, text } if !text.is_empty())
}

/// What a character that is not seen is called, in Indonesian and in English.
fn sign(c: char) -> (String, String) {
    let (id, en) = match c {
        '\u{ad}' => ("tanda hubung tak terlihat", "a soft hyphen"),
        '\u{a0}' | '\u{202f}' => ("spasi tak-putus", "a no-break space"),
        _ if is_odd_space(c) => ("spasi khusus", "an unusual space"),
        _ => ("karakter nol-lebar", "a character without width"),
    };
    (format!("{id} (U+{:04X})", u32::from(c)), format!("{en} (U+{:04X})", u32::from(c)))
}

/// What a letter of another alphabet is called.
fn alike(c: char) -> (String, String) {
    let (id, en) = match c {
        '\u{400}'..='\u{52f}' => ("Kiril", "Cyrillic"),
        '\u{ff01}'..='\u{ff5e}' => ("lebar", "wide"),
        '\u{fb00}'..='\u{fb06}' => ("gabungan", "joined"),
        _ => ("Yunani", "Greek"),
    };
    (
        format!("huruf {id} \"{c}\" (U+{:04X})", u32::from(c)),
        format!("the {en} letter \"{c}\" (U+{:04X})", u32::from(c)),
    )
}

/// What is said of a value whose end was taken for a further entry of `{ }`.
pub(super) fn comma_words(key: &str, text: &str, fix: Option<&str>) -> (Kata, Kata) {
    let help = if let Some(fix) = fix {
        kata(format!("tulis `{key}: {fix}`"), format!("write `{key}: {fix}`"))
    } else {
        // `1,234` may be either.
        let (whole, part) = (text.replace(',', ""), text.replace(',', "."));
        kata(
            format!("tulis `{key}: {whole}` jika ribuan, atau `{key}: {part}` jika pecahan"),
            format!("write `{key}: {whole}` if thousands, or `{key}: {part}` if a fraction"),
        )
    };
    (
        kata(
            "di dalam { } koma memisahkan isi, juga di tengah nilai",
            "inside { } a comma ends an entry, also within a value",
        ),
        help,
    )
}

/// `1,234,567`, whose commas part thousands, as `1234567`.
pub(super) fn parted_by_commas(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.split(',').collect();
    let is_digits = |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let (first, rest) = groups.split_first()?;
    let sound = rest.len() > 1 && is_digits(first) && *first != "0" && first.len() <= 3;
    (sound && rest.iter().all(|group| is_digits(group) && group.len() == 3)).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_may_hold_any_of_it_is_read_twice() {
        for yaml in [
            "ringkasan: Rapat #2",
            "nama: \" Sari\"",
            "nama: 'Sari '",
            "nama: \"Sari",
            "nama: Sa\u{200b}ri",
            "nama: “Sari”",
            "nama: \"Sa\\tri\"",
            "  nama: |",
            "- ketua: >-",
            "1: |",
            "nama: Sari\n\n  Contoh",
            "misi:\n  - satu\n    - dua",
            "misi:\n- satu\n\n  - dua",
            "visi: satu\n  - dua",
            "misi: [Satu, dua]",
            "misi: [satu dan, dan dua]",
            "misi: [Satu,",
            "calon: { nama: Sari, S.H. }",
            "misi: [12,5 persen]",
            "nilai: 230.000",
            "nama: nihil",
            "- { nama: \"-\", jabatan: x }",
            "misi: [Belum ada., x]",
            "- tba # nanti",
        ] {
            assert!(may_be_in(yaml), "{yaml}");
        }
    }

    #[test]
    fn a_text_of_every_day_is_not() {
        let yaml = "judul: Rapat pleno\nlabel: [pengumuman, KPU, Kota Contoh]\njam: { mulai: \"13:00\", selesai: \"15:00\" }\n\
            # Catatan\n\nmisi:\n  - Satu yang\n    panjang\n  - dua\n\nlain:\n- { paslon: 1 }\n- nama: A, B\n  titik: [-6.88, 109.67]\n";
        assert!(!may_be_in(yaml));
    }
}

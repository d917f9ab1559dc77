//! YAML that cannot be read: what the person most likely did, at the line where it was done.
//!
//! The parser says where it gave up, in English and often a line late. The mistakes people make are few, and each can be
//! seen in its line.

use crate::bahasa::{Kata, kata};
use crate::record::choice::BULLETS;
use crate::report::Diagnostic;
use crate::report::place::Place;
use crate::source::Source;
use crate::value::bersih::{is_odd_space, is_unseen};
use crate::value::quoted;
use crate::yaml::{Fault, FaultKind};
use std::collections::BTreeSet;
use std::ops::Range;
use std::str::Chars;

/// The YAML itself is broken.
const SYNTAX: &str = "FMT-01";
/// An anchor, an alias or a tag.
const ALIAS: &str = "FMT-10";
/// Nothing in the file.
const EMPTY: &str = "FMT-11";

/// A text that is no YAML a record may be written in.
pub(super) fn fault(source: &Source, base: usize, fault: &Fault, keys: &BTreeSet<String>) -> Diagnostic {
    let at = base + fault.at;
    let place = Place::bytes(&source.path, at..at + 1);
    match &fault.kind {
        FaultKind::Syntax(info) => broken(source, base, (fault.at, info), keys),
        FaultKind::Alias => Diagnostic::galat(
            ALIAS,
            place,
            kata(
                "jangkar dan alias YAML (& dan *) tidak dipakai di sini",
                "YAML anchors and aliases (& and *) are not used here",
            ),
        )
        .help(kata(
            "tulis nilainya dua kali, atau beri tanda kutip jika & atau * bagian dari teks",
            "write the value twice, or quote the text if & or * is part of it",
        )),
        FaultKind::Tag => Diagnostic::galat(
            ALIAS,
            place,
            kata("tanda YAML (!) tidak dipakai di sini", "YAML tags (!) are not used here"),
        )
        .help(kata("beri tanda kutip jika ! bagian dari teks", "quote the text if ! is part of it")),
        FaultKind::Depth => {
            Diagnostic::galat(SYNTAX, place, kata("susunannya bersarang terlalu dalam", "this is nested too deeply"))
                .help(kata(
                    "tutup kurung yang terbuka; catatan tidak pernah sedalam ini",
                    "close the open brackets; no record is this deep",
                ))
        }
        FaultKind::SecondDocument => Diagnostic::galat(
            SYNTAX,
            place,
            kata("satu berkas memuat satu catatan saja", "a file holds one record only"),
        )
        .help(kata("pindahkan yang di bawah --- ke berkas lain", "move what stands below --- to another file")),
        FaultKind::Empty => {
            Diagnostic::galat(EMPTY, Place::file(&source.path), kata("berkas ini kosong", "this file is empty"))
                .help(kata("isi catatannya, atau hapus berkasnya", "fill in the record, or delete the file"))
        }
    }
}

/// The YAML is broken: at its cause, where one is seen.
fn broken(source: &Source, base: usize, (at, info): (usize, &str), keys: &BTreeSet<String>) -> Diagnostic {
    let part = source.record_part().unwrap_or(0..source.text().len());
    let yaml = &source.text()[part];
    let what = kata("susunan YAML di sini tidak bisa dibaca", "the YAML cannot be read here");
    let place = |range: Range<usize>| Place::bytes(&source.path, range.start + base..range.end + base);
    let Some(cause) = cause(yaml, at, keys) else {
        return Diagnostic::galat(SYNTAX, place(at..at + 1), what).label(words(info)).help(way_out(info));
    };
    let finding = Diagnostic::galat(SYNTAX, place(cause.at), what).label(cause.label).help(cause.help);
    match cause.fix {
        Some((range, text)) => finding.fix(place(range), text),
        None => finding,
    }
}

/// The parser speaks English; what its sentences come down to.
fn words(info: &str) -> Kata {
    let has = |words: &[&str]| words.iter().any(|word| info.contains(word));
    let id = if info.split_whitespace().any(|word| word.starts_with("tab")) {
        "ada tab; jarak di awal baris memakai spasi"
    } else if has(&["quote"]) {
        "tanda kutip ini tidak ditutup"
    } else if has(&["mapping values are not allowed"]) {
        "titik dua kedua di baris ini; beri tanda kutip pada teksnya"
    } else if has(&["flow", "']'", "'}'"]) {
        "kurung tidak ditutup atau koma hilang"
    } else if has(&["simple key", "did not find expected", "block"]) {
        "jarak di awal baris tidak sama dengan baris lain, atau titik dua hilang"
    } else {
        "di sini susunannya tidak seperti yang diharapkan"
    };
    kata(id, info)
}

/// What to look at where no cause is seen.
fn way_out(info: &str) -> Kata {
    if info.contains("block") || info.contains("indent") {
        return kata(
            "samakan jarak di awal baris ini dengan baris lain dari daftar atau kelompoknya, dan periksa titik duanya",
            "begin this line with as many spaces as the others of its list or group, and look at its colon",
        );
    }
    kata(
        "periksa tanda kutip, titik dua dan jarak di awal baris ini dan baris di atasnya",
        "look at the quotes, colons and indentation of this line and the one above",
    )
}

/// What broke the YAML.
struct Cause {
    at: Range<usize>,
    label: Kata,
    help: Kata,
    fix: Option<(Range<usize>, String)>,
}

/// A line, taken apart.
#[derive(Debug, Clone, Copy)]
struct Line<'t> {
    start: usize,
    text: &'t str,
    /// The column its key or its text begins at, behind spaces and `- `.
    column: usize,
}

impl<'t> Line<'t> {
    /// What stands behind spaces and `- `.
    fn rest(&self) -> &'t str {
        &self.text[self.column..]
    }

    /// Its key, where it has one: a word before a colon, and the text behind the colon.
    fn entry(&self) -> Option<(&'t str, &'t str)> {
        let (key, value) = self.rest().split_once(':')?;
        let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
        (is_key && (value.is_empty() || value.starts_with([' ', '\t']))).then_some((key, value.trim()))
    }

    /// The value of its key, or its text where it is an entry of a list, and where that begins.
    fn value(&self) -> Option<(usize, &'t str)> {
        let value = match self.entry() {
            Some((_, value)) => value,
            None if self.is_item() => self.rest().trim(),
            None => return None,
        };
        let behind = self.text.trim_end();
        (!value.is_empty()).then_some((self.start + behind.len() - value.len(), value))
    }

    /// Whether it is an entry of a list.
    fn is_item(&self) -> bool {
        self.text.trim_start_matches(' ').starts_with("- ")
    }

    fn range(&self) -> Range<usize> {
        self.start + self.column..self.start + self.text.trim_end().len().max(self.column)
    }
}

/// The cause of a fault that showed at a byte: the first line that has one, up to the line after it.
fn cause(yaml: &str, at: usize, keys: &BTreeSet<String>) -> Option<Cause> {
    let lines = lines(yaml);
    let shown = lines.partition_point(|line| line.start <= at).saturating_sub(1);
    let seen = &lines[..lines.len().min(shown + 2)];
    let near = seen.len().saturating_sub(4);
    let mut found = seen.iter().find_map(conflict);
    found = found.or_else(|| seen.iter().find_map(tab));
    found = found.or_else(|| seen.iter().find_map(|line| foreign_colon(line, keys)));
    found = found.or_else(|| seen.iter().find_map(|line| glued_colon(line, keys)));
    found = found.or_else(|| seen[near..].iter().find_map(bullet));
    found = found.or_else(|| seen.iter().find_map(|line| value(line, keys)));
    found = found.or_else(|| seen[near..].iter().find_map(escape));
    found = found.or_else(|| seen[near..].iter().find_map(two_commas));
    found = found.or_else(|| seen[near..].iter().find_map(comment));
    found = found.or_else(|| lines.get(shown).and_then(open_quote));
    found = found.or_else(|| seen[near..].iter().find_map(comment_in_brackets));
    found = found.or_else(|| seen[near..].iter().find_map(|line| no_colon(line, keys)));
    found = found.or_else(|| indentation(seen, keys));
    found = found.or_else(|| open_bracket(seen));
    found.or_else(|| seen[near..].windows(2).find_map(|two| no_entry(&two[0], &two[1])))
}

/// The line of the bracket that is still open where the reading ends.
fn open_bracket(lines: &[Line<'_>]) -> Option<Cause> {
    let mut depth = 0_usize;
    let mut opened = None;
    for line in lines {
        let value = line.value().map_or(line.rest(), |(_, value)| value);
        // A bracket within a text is none of YAML's.
        if depth == 0 && !value.starts_with(['[', '{']) {
            continue;
        }
        let count = |signs: [char; 2]| value.matches(signs).count();
        let before = depth;
        depth = (depth + count(['[', '{'])).saturating_sub(count([']', '}']));
        if before == 0 && depth > 0 {
            opened = Some(line);
        }
    }
    let line = opened.filter(|_| depth > 0)?;
    let (at, value) = line.value().unwrap_or((line.start + line.column, line.rest()));
    let sign = if value.starts_with('{') { '}' } else { ']' };
    Some(Cause {
        at: at..at + value.trim_end().len(),
        label: kata("kurung ini tidak ditutup", "this bracket is not closed"),
        help: kata(format!("tutup dengan {sign}"), format!("close it with {sign}")),
        fix: None,
    })
}

/// A line that is neither a key with its value nor the end of the text above it.
fn no_entry(before: &Line<'_>, line: &Line<'_>) -> Option<Cause> {
    let is_bare = !line.rest().contains(':') && line.text.trim_start() == line.rest() && line.column <= before.column;
    is_bare.then(|| Cause {
        at: line.range(),
        label: kata("baris ini bukan \"kunci: nilai\"", "this line is no \"key: value\""),
        help: kata(
            "tulis kuncinya dan titik dua; jika lanjutan teks di atas, beri spasi di awal baris",
            "write its key and a colon; where it continues the text above, begin it with spaces",
        ),
        fix: None,
    })
}

/// The lines that are no comment, not empty and no part of a block of text.
fn lines(yaml: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut block: Option<usize> = None;
    let mut start = 0;
    for whole in yaml.split_inclusive(['\n', '\r']) {
        let text = whole.trim_end_matches(['\n', '\r']);
        let spaces = text.len() - text.trim_start_matches(' ').len();
        let is_blank = text.trim().is_empty();
        if block.is_some_and(|outer| spaces <= outer && !is_blank) {
            block = None;
        }
        if block.is_none() && !is_blank && !text.trim_start().starts_with('#') {
            let mut column = spaces;
            while text[column..].starts_with("- ") {
                column += 2 + text[column + 2..].len() - text[column + 2..].trim_start_matches(' ').len();
            }
            let opens = text.trim_end().trim_end_matches(['-', '+']);
            block =
                (opens.ends_with(": |") || opens.ends_with(": >") || opens.ends_with("- |") || opens.ends_with("- >"))
                    .then_some(spaces);
            lines.push(Line { start, text, column });
        }
        start += whole.len();
    }
    lines
}

/// What is left of two joined versions where only the line between them was forgotten; a file with the other marks was refused
/// before it was read as YAML.
fn conflict(line: &Line<'_>) -> Option<Cause> {
    line.text.starts_with("=======").then(|| Cause {
        at: line.range(),
        label: kata("tanda bentrok dari Git", "a conflict marker of Git"),
        help: kata(
            "pilih salah satu versi, lalu hapus baris <<<<<<<, ======= dan >>>>>>>",
            "choose one of the versions, then delete the lines <<<<<<<, ======= and >>>>>>>",
        ),
        fix: None,
    })
}

fn tab(line: &Line<'_>) -> Option<Cause> {
    let length = line.text.len() - line.text.trim_start_matches([' ', '\t']).len();
    let at = line.start..line.start + length;
    line.text[..length].contains('\t').then(|| Cause {
        at: at.clone(),
        label: kata("ada tab; jarak di awal baris memakai spasi", "a tab; lines begin with spaces"),
        help: kata(
            "ganti tab itu dengan spasi, sebanyak di baris lain yang sekelompok",
            "put spaces in the place of the tab, as many as lines of the same group have",
        ),
        fix: None,
    })
}

/// `jalur：partai`, or a space of a word processor around the key or its colon.
fn foreign_colon(line: &Line<'_>, keys: &BTreeSet<String>) -> Option<Cause> {
    let odd = |c: char| is_odd_space(c) || is_unseen(c);
    let trimmed = line.text.trim_start_matches(|c: char| odd(c) || c == ' ' || c == '-');
    let end = trimmed.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(trimmed.len());
    let (key, rest) = trimmed.split_at(end);
    let sign: String = rest.chars().take_while(|c| odd(*c) || matches!(c, ' ' | ':' | '：')).collect();
    let before = &line.text[..line.text.len() - trimmed.len()];
    let (has_odd, has_wide) = (sign.contains(odd) || before.contains(odd), sign.contains('：'));
    if !keys.contains(key) || !(has_odd || has_wide) || !(sign.contains(':') || has_wide) {
        return None;
    }
    let from = line.start + before.len();
    let spaces: String =
        before.chars().filter(|c| !is_unseen(*c)).map(|c| if is_odd_space(c) { ' ' } else { c }).collect();
    let fixed = format!("{spaces}{key}: ");
    let label = if has_wide {
        kata("titik dua lebar (：) bukan titik dua YAML", "a full-width colon (：) is no colon of YAML")
    } else {
        kata("spasi tak-putus bukan spasi YAML", "a no-break space is no space of YAML")
    };
    Some(Cause {
        at: from..from + key.len() + sign.trim_end().len(),
        label,
        help: kata(
            format!("tulis `{key}: …` dengan titik dua dan spasi biasa"),
            format!("write `{key}: …` with an ordinary colon and space"),
        ),
        fix: Some((line.start..from + key.len() + sign.len(), fixed)),
    })
}

/// `jalur:partai`.
fn glued_colon(line: &Line<'_>, keys: &BTreeSet<String>) -> Option<Cause> {
    let (key, value) = line.rest().split_once(':')?;
    let is_glued = keys.contains(key) && value.starts_with(|c: char| !c.is_whitespace());
    is_glued.then(|| {
        known_key(
            line,
            key,
            value.trim_end(),
            kata("sesudah titik dua harus ada spasi", "a space has to follow the colon"),
        )
    })
}

/// `jalur partai`.
fn no_colon(line: &Line<'_>, keys: &BTreeSet<String>) -> Option<Cause> {
    let rest = line.rest();
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
    let (key, value) = rest.split_at(end);
    let value = value.trim_start_matches(['=', ';', ' ', '\t']).trim_end();
    let is_bare = keys.contains(key) && !rest.contains(": ") && !rest.trim_end().ends_with(':');
    is_bare.then(|| {
        known_key(line, key, value, kata("titik dua sesudah kunci ini hilang", "the colon after this key is missing"))
    })
}

fn known_key(line: &Line<'_>, key: &str, value: &str, label: Kata) -> Cause {
    let text = format!("{key}: {value}");
    Cause {
        at: line.range(),
        label,
        help: kata(format!("tulis `{text}`"), format!("write `{text}`")),
        fix: Some((line.range(), text)),
    }
}

/// A value that YAML cannot read as text as it stands.
fn value(line: &Line<'_>, keys: &BTreeSet<String>) -> Option<Cause> {
    // What stands before the colon of an entry may be the beginning of its text.
    let is_text =
        line.is_item() && line.entry().is_some_and(|(key, value)| !keys.contains(key) && value.contains(": "));
    let whole = (line.start + line.column, line.rest().trim_end());
    let (at, value) = if is_text { whole } else { line.value()? };
    let first = value.chars().next()?;
    let label = if matches!(first, '"' | '\'') {
        let end = closing(value)?;
        let behind = value[end..].trim();
        if behind.is_empty() || behind.starts_with('#') {
            return None;
        }
        kata("teks berlanjut sesudah tanda kutip penutup", "text goes on after the closing quote")
    } else if matches!(first, '@' | '`' | '%' | '*' | '&' | '!' | ',' | ']' | '}')
        || is_no_block(value)
        || starts_otherwise(value)
    {
        kata(
            format!("tanda {first} di awal teks punya arti lain di YAML"),
            format!("{first} at the beginning of a text means something else in YAML"),
        )
    } else if !matches!(first, '[' | '{' | '|' | '>') && (value.contains(": ") || value.ends_with(':')) {
        kata(
            "titik dua kedua di baris ini; beri tanda kutip pada teksnya",
            "a second colon in this line; quote the text",
        )
    } else {
        return None;
    };
    Some(to_quote(at, value, label))
}

/// A value that is to be quoted, or quoted otherwise.
fn to_quote(at: usize, value: &str, label: Kata) -> Cause {
    // Quotes around the whole were meant as quotes.
    let inner = ['"', '\''].into_iter().find_map(|mark| value.strip_prefix(mark)?.strip_suffix(mark));
    let text = quoted(inner.unwrap_or(value));
    Cause {
        at: at..at + value.len(),
        label,
        help: kata(format!("tulis {text}"), format!("write {text}")),
        fix: Some((at..at + value.len(), text)),
    }
}

/// `"C:\Users"`: within double quotes a stroke and the letter behind it are one sign, and not every letter makes one.
fn escape(line: &Line<'_>) -> Option<Cause> {
    let (at, value) = line.value()?;
    if !value.starts_with('"') || !value.ends_with('"') || value.len() < 2 {
        return None;
    }
    let mut chars = value[1..value.len() - 1].chars();
    let mut is_wrong = false;
    while let Some(c) = chars.next() {
        is_wrong |= c == '\\'
            && match chars.clone().next() {
                Some('x') => !digits_behind(&chars, 2),
                Some('u') => !digits_behind(&chars, 4),
                Some('U') => !digits_behind(&chars, 8),
                Some(next) => !"0abtnvfre \"/\\N_LP\t".contains(next),
                None => true,
            };
        if c == '\\' {
            chars.next();
        }
    }
    is_wrong.then(|| {
        to_quote(
            at,
            value,
            kata(
                "di antara \" \", garis miring \\ mengubah arti huruf sesudahnya",
                "between \" \", a stroke \\ changes the letter behind it",
            ),
        )
    })
}

/// Whether the letter that comes next is followed by so many hexadecimal digits.
fn digits_behind(chars: &Chars<'_>, many: usize) -> bool {
    chars.clone().skip(1).take(many).filter(char::is_ascii_hexdigit).count() == many
}

/// An entry of a list that begins with another sign than `- `, where YAML could not read it.
fn bullet(line: &Line<'_>) -> Option<Cause> {
    let rest = line.rest();
    let text = rest.strip_prefix(BULLETS)?;
    if !text.starts_with(' ') || line.is_item() {
        return None;
    }
    let sign = rest.chars().next()?;
    let fix = format!("- {}", text.trim());
    Some(Cause {
        at: line.range(),
        label: kata(
            format!("tanda {sign} bukan awal isi daftar di YAML"),
            format!("{sign} begins no entry of a list in YAML"),
        ),
        help: kata(
            format!("tulis `{fix}`, dengan jarak di awal baris yang sama di semua isi daftar"),
            format!("write `{fix}`, with the same spaces at the start of each entry"),
        ),
        fix: Some((line.range(), fix)),
    })
}

/// `[a,, b]`: nothing between two commas.
fn two_commas(line: &Line<'_>) -> Option<Cause> {
    let (at, value) = line.value()?;
    let second = value
        .match_indices(',')
        .map(|(comma, _)| comma + 1)
        .find(|comma| value[*comma..].trim_start().starts_with(','))?;
    value.starts_with(['[', '{']).then(|| {
        let second = second + value[second..].find(',').unwrap_or_default();
        Cause {
            at: at + second..at + second + 1,
            label: kata("dua koma tanpa isi di antaranya", "two commas with nothing between them"),
            help: kata("hapus koma ini", "delete this comma"),
            fix: None,
        }
    })
}

/// `// catatan`: how other files begin a comment.
fn comment(line: &Line<'_>) -> Option<Cause> {
    let text = line.rest().strip_prefix("//").or_else(|| line.rest().strip_prefix("/*"))?;
    let fix = format!("# {}", text.trim_end_matches("*/").trim());
    Some(Cause {
        at: line.range(),
        label: kata("catatan di YAML diawali #", "a comment in YAML begins with #"),
        help: kata(format!("tulis `{fix}`"), format!("write `{fix}`")),
        fix: Some((line.range(), fix)),
    })
}

/// Lines that begin with spaces of a word processor: YAML takes those for letters, and the keys behind them for others.
pub(super) fn odd_indentation(source: &Source, part: Range<usize>) -> Option<Diagnostic> {
    let yaml = &source.text()[part.clone()];
    let line = lines(yaml).into_iter().find(|line| line.text.trim_start_matches(' ').starts_with(is_odd_space))?;
    let length = line.text.len() - line.text.trim_start_matches(|c| c == ' ' || is_odd_space(c)).len();
    let at = part.start + line.start;
    let what = kata("susunan YAML di sini tidak bisa dibaca", "the YAML cannot be read here");
    let finding = Diagnostic::galat(SYNTAX, Place::bytes(&source.path, at..at + length), what);
    let finding = finding.label(kata("spasi tak-putus bukan spasi YAML", "a no-break space is no space of YAML"));
    Some(finding.help(kata(
        "hapus jarak di awal baris ini dan baris lain yang sekelompok, lalu ketik lagi dengan spasi",
        "delete what these lines begin with, then type it again with the space bar",
    )))
}

/// A line break that nobody sees, as some programs put into text that is copied from them: YAML ends the line there.
pub(super) fn unseen_break(source: &Source, base: usize) -> Option<Diagnostic> {
    let yaml = source.text().get(base..)?;
    let (at, c) = yaml.char_indices().find(|(_, c)| matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}'))?;
    let code = u32::from(c);
    let what = kata(
        format!("di sini ada ganti baris yang tidak terlihat (U+{code:04X})"),
        format!("here is a line break that cannot be seen (U+{code:04X})"),
    );
    let place = Place::bytes(&source.path, base + at..base + at + c.len_utf8());
    let help = kata(
        "hapus tanda itu: ketik ulang kata sebelum dan sesudahnya",
        "delete it: type the words before and behind it again",
    );
    Some(Diagnostic::galat(SYNTAX, place, what).help(help))
}

/// `[Penting] teks`, `- teks` and `? teks`: a list or a key to YAML, with a text behind it.
fn starts_otherwise(value: &str) -> bool {
    let closes = match value.chars().next() {
        Some('[') => value.rfind(']'),
        Some('{') => value.rfind('}'),
        _ => return value.starts_with("- ") || value.starts_with("? "),
    };
    let rest = closes.map(|at| value[at + 1..].trim());
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['#', ',']))
}

/// A quoted text that is not closed on its line, where the parser gave up.
fn open_quote(line: &Line<'_>) -> Option<Cause> {
    let (at, value) = line.value()?;
    let text = value.strip_prefix(['"', '\''])?;
    let fix = quoted(text);
    closing(value).is_none().then(|| Cause {
        at: at..at + value.len(),
        label: kata("tanda kutip ini tidak ditutup", "this quote is not closed"),
        help: kata(format!("tulis {fix}"), format!("write {fix}")),
        fix: Some((at..at + value.len(), fix)),
    })
}

/// `| teks` and `> teks`: the sign of a block of text, with a text behind it.
fn is_no_block(value: &str) -> bool {
    let rest = value.strip_prefix(['|', '>']).map(|rest| rest.trim_start_matches(['-', '+']).trim());
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('#') && rest.parse::<u8>().is_err())
}

/// Where the quoted text that a value begins with ends.
fn closing(value: &str) -> Option<usize> {
    let mark = value.chars().next()?;
    let mut escaped = false;
    value
        .char_indices()
        .skip(1)
        .find(|(_, c)| {
            let ends = *c == mark && !escaped;
            escaped = *c == '\\' && mark == '"' && !escaped;
            ends
        })
        .map(|(at, _)| at + 1)
}

/// `{ nama: Tim #1 }`: the rest of the line is a comment, and the bracket never closes.
fn comment_in_brackets(line: &Line<'_>) -> Option<Cause> {
    let at = line.text.find(" #")?;
    let opens = |sign| line.text[..at].matches(sign).count();
    let is_open = opens('{') > opens('}') || opens('[') > opens(']');
    (is_open && line.text[at..].contains(['}', ']'])).then(|| Cause {
        at: line.start + at + 1..line.start + line.text.trim_end().len(),
        label: kata("sesudah spasi, tanda # memulai catatan", "after a space, # begins a comment"),
        help: kata("beri tanda kutip pada teks yang memuat #", "quote the text that holds the #"),
        fix: None,
    })
}

/// A line that begins further in or out than the lines of its group.
fn indentation(lines: &[Line<'_>], keys: &BTreeSet<String>) -> Option<Cause> {
    let mut open: Vec<usize> = Vec::new();
    let mut before: Option<&Line<'_>> = None;
    for line in lines {
        let is_key = line.entry().is_some_and(|(key, _)| keys.contains(key));
        let spaces = line.text.len() - line.text.trim_start_matches(' ').len();
        let is_item = line.column > spaces;
        let after_value = before.is_some_and(|before| before.value().is_some() && before.column < spaces);
        if is_key && after_value && !is_item {
            return Some(moved(line, open.last().copied().unwrap_or(0)));
        }
        let mut group = spaces;
        while let Some(column) = open.last().copied().filter(|column| *column > spaces) {
            group = column;
            open.pop();
        }
        let is_out = is_key && !is_item && group != spaces && open.last() != Some(&spaces);
        if is_out {
            return Some(moved(line, group));
        }
        for column in [spaces, line.column] {
            if open.last().is_none_or(|last| *last < column) {
                open.push(column);
            }
        }
        before = Some(line);
    }
    None
}

fn moved(line: &Line<'_>, group: usize) -> Cause {
    let spaces = line.column;
    Cause {
        at: line.range(),
        label: kata(
            format!("jarak di awal baris ini {spaces} spasi, di baris sekelompoknya {group}"),
            format!("this line begins with {spaces} spaces, the lines of its group with {group}"),
        ),
        help: kata(
            format!("samakan jarak di awal baris: {group} spasi, atau sebanyak baris lain dari kelompoknya"),
            format!("begin it with {group} spaces, or with as many as the other lines of its group"),
        ),
        fix: None,
    }
}

//! Lists and mappings in brackets that do not close, or have nothing between two commas.

use crate::bahasa::kata;
use crate::record::syntax::cause::Cause;
use crate::record::syntax::line::Line;

/// The line of the bracket that is still open where the reading ends.
pub(super) fn open_bracket(lines: &[Line<'_>]) -> Option<Cause> {
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

/// `[a,, b]`: nothing between two commas.
pub(super) fn two_commas(line: &Line<'_>) -> Option<Cause> {
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

/// `{ nama: Tim #1 }`: the rest of the line is a comment, and the bracket never closes.
pub(super) fn comment_in_brackets(line: &Line<'_>) -> Option<Cause> {
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

//! What lines begin with: tabs, spaces of a word processor, more or fewer spaces than the lines of their group.

use crate::bahasa::kata;
use crate::record::syntax::SYNTAX;
use crate::record::syntax::cause::Cause;
use crate::record::syntax::line::{Line, lines};
use crate::report::Diagnostic;
use crate::report::place::Place;
use crate::source::Source;
use crate::value::bersih::is_odd_space;
use std::collections::BTreeSet;
use std::ops::Range;

pub(super) fn tab(line: &Line<'_>) -> Option<Cause> {
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

/// A line that begins further in or out than the lines of its group.
pub(super) fn indentation(lines: &[Line<'_>], keys: &BTreeSet<String>) -> Option<Cause> {
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

/// Lines that begin with spaces of a word processor: YAML takes those for letters, and the keys behind them for others.
pub(in crate::record) fn odd_indentation(source: &Source, part: Range<usize>) -> Option<Diagnostic> {
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
pub(in crate::record) fn unseen_break(source: &Source, base: usize) -> Option<Diagnostic> {
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

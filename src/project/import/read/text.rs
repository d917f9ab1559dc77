//! Tables of text (CSV) in whatever a spreadsheet saves: commas, semicolons or tabs, a mark at the beginning, Windows' letters.

use super::{Given, Line, MOST_COLUMNS, MOST_ROWS, Reader, Table, too_large};
use crate::bahasa::{Kata, kata};
use crate::value::encoding::Encoding;
use crate::value::tabel::{Row, Rows};

/// How many rows are looked at to see what stands between cells.
const TOP: usize = 20;

/// Reads tables of text.
pub(super) struct Text;

impl Reader for Text {
    /// Takes whatever no other reader knows.
    fn knows(&self, _: &Given) -> bool {
        true
    }

    fn read(&self, given: &Given) -> Result<Vec<Table>, Kata> {
        let text = decoded(&given.bytes).ok_or_else(no_text)?;
        let (mut rows, mut row, mut lines) = (Rows::parted_by(&text, separator(&text)), Row::default(), Vec::new());
        let (mut number, mut counted) = (1, 0);
        while rows.read_into(&mut row) {
            number += text[counted..row.range.start].matches('\n').count();
            counted = row.range.start;
            if row.is_open {
                return Err(open_quote(number));
            }
            if lines.len() == MOST_ROWS || row.cells.len() > MOST_COLUMNS {
                return Err(too_large());
            }
            lines.push(Line { number, cells: row.cells.iter().map(|cell| cell.text.to_string()).collect() });
        }
        Ok(vec![Table { name: given.path.clone(), kind: None, lines }])
    }
}

/// What stands between cells: the sign that is in the most of the first rows, and of those the most often. The first row alone may
/// be a title.
fn separator(text: &str) -> u8 {
    let rows = || text.lines().filter(|line| !line.trim().is_empty()).take(TOP);
    let often = |sign: &u8| {
        let counts: Vec<usize> = rows().map(|line| line.bytes().filter(|byte| byte == sign).count()).collect();
        (counts.iter().filter(|count| **count > 0).count(), counts.iter().sum::<usize>())
    };
    b"\t;,".iter().copied().max_by_key(often).unwrap_or(b',')
}

/// The text that bytes are, without the mark at its beginning; nothing where they are none.
pub(super) fn decoded(bytes: &[u8]) -> Option<String> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => text.to_owned(),
        _ => Encoding::decode(bytes)?.1,
    };
    Some(text.trim_start_matches('\u{feff}').to_owned())
}

fn no_text() -> Kata {
    kata(
        "isi berkas ini bukan tabel yang bisa dibaca; simpan sebagai XLSX atau CSV (UTF-8)",
        "what is in this file is no table that can be read; save it as XLSX or CSV (UTF-8)",
    )
}

fn open_quote(number: usize) -> Kata {
    kata(
        format!("baris {number}: tanda kutip dibuka dan tidak ditutup, jadi baris sesudahnya tidak terbaca"),
        format!("row {number}: a quotation mark is opened and not closed, so the rows after it cannot be read"),
    )
}

//! Sheets of XLSX: their cells one after the other, so that a cell far out costs no more than another.

use super::{Given, Line, MOST_COLUMNS, MOST_ROWS, Reader, Table, too_large};
use crate::bahasa::{Kata, kata};
use calamine::{DataRef, Reader as _, Xlsx};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Cursor, Read};
use zip::ZipArchive;

/// Reads XLSX.
pub(super) struct Sheets;

/// The most bytes that all parts of a file may have once they are unpacked, and the most parts.
const MOST_UNPACKED: u64 = 128 << 20;
const MOST_PARTS: usize = 5_000;
/// The most digits of how many texts a file says it has: room for them is made before they are read.
const MOST_DIGITS: usize = 7;
/// The most letters of a column and digits of a row.
const LETTERS: usize = 3;
const DIGITS: usize = 7;
/// The most cells that are one with their neighbours.
const MOST_MERGED: usize = 10_000;

impl Reader for Sheets {
    fn knows(&self, given: &Given) -> bool {
        given.bytes.starts_with(b"PK\x03\x04")
    }

    fn read(&self, given: &Given) -> Result<Vec<Table>, Kata> {
        expect_small(&given.bytes)?;
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(given.bytes.as_slice())).map_err(|_| broken())?;
        let names = book.sheet_names();
        names.iter().map(|name| sheet(&mut book, given, name)).collect()
    }
}

/// Rows by their numbers, each with its cells by theirs.
type Cells = BTreeMap<u32, BTreeMap<u32, String>>;

fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, given: &Given, name: &str) -> Result<Table, Kata> {
    let mut rows = Cells::new();
    // A sheet of charts has no cells.
    if let Ok(mut cells) = book.worksheet_cells_reader(name) {
        while let Some(cell) = cells.next_cell().map_err(|_| broken())? {
            let (row, column) = cell.get_position();
            let text = shown(cell.get_value());
            if text.is_empty() {
                continue;
            }
            if rows.len() > MOST_ROWS || column as usize >= MOST_COLUMNS {
                return Err(too_large());
            }
            rows.entry(row).or_default().insert(column, text);
        }
    }
    for merged in book.merge_cells_by_sheet_name(name).unwrap_or_default().iter().take(MOST_MERGED) {
        spread(&mut rows, (merged.start, merged.end));
    }
    let line = |(row, cells): (u32, BTreeMap<u32, String>)| {
        let width = cells.last_key_value().map_or(0, |(last, _)| last + 1);
        let cells = (0..width).map(|column| cells.get(&column).cloned().unwrap_or_default()).collect();
        Line { number: row as usize + 1, cells }
    };
    let name = format!("{} › {name}", given.path);
    Ok(Table { name, kind: None, lines: rows.into_iter().map(line).collect() })
}

/// Says in all cells that are one what the first of them says.
fn spread(rows: &mut Cells, ((top, left), (bottom, right)): ((u32, u32), (u32, u32))) {
    let Some(text) = rows.get(&top).and_then(|row| row.get(&left)).cloned() else { return };
    let right = right.min(u32::try_from(MOST_COLUMNS).unwrap_or(u32::MAX) - 1);
    if left > right || top > bottom {
        return;
    }
    for (_, row) in rows.range_mut(top..=bottom) {
        for column in left..=right {
            row.entry(column).or_insert_with(|| text.clone());
        }
    }
}

/// A cell as it is read; a day as records write it.
fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.get(..10).unwrap_or(text).to_owned(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// Unpacks everything once without keeping it: a small file may hold more than a computer has room for.
fn expect_small(bytes: &[u8]) -> Result<(), Kata> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    if archive.len() > MOST_PARTS {
        return Err(too_much());
    }
    let mut left = MOST_UNPACKED;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| broken())?;
        let is_texts = part.name().is_ok_and(|name| name.ends_with("sharedStrings.xml"));
        let has_tags = part.name().is_ok_and(|name| name.ends_with(".xml"));
        let mut unpacked = Vec::new();
        let mut part = part.take(left + 1);
        let size = if is_texts {
            part.read_to_end(&mut unpacked).map_err(|_| broken())? as u64
        } else if has_tags {
            expect_cells(BufReader::new(part))?
        } else {
            std::io::copy(&mut part, &mut std::io::sink()).map_err(|_| broken())?
        };
        left = left.checked_sub(size).ok_or_else(too_much)?;
        if is_texts && boasts(&unpacked) {
            return Err(too_much());
        }
    }
    Ok(())
}

/// Reads a part tag by tag, and gives its size; a cell that no sheet has is taken for damage, because its place is no number.
fn expect_cells(mut part: impl BufRead) -> Result<u64, Kata> {
    let (mut size, mut piece) = (0, Vec::new());
    loop {
        piece.clear();
        match part.read_until(b'>', &mut piece).map_err(|_| broken())? {
            0 => return Ok(size),
            read => size += read as u64,
        }
        let tag = memchr::memrchr(b'<', &piece).map_or(&piece[..0], |begin| &piece[begin..]);
        if is_nowhere(tag) {
            return Err(broken());
        }
    }
}

/// Whether a tag names a cell with more letters or digits than the last column (XFD) and row (1048576) have.
fn is_nowhere(tag: &[u8]) -> bool {
    memchr::memchr_iter(b'=', tag).any(|at| {
        let name = tag[..at].rsplit(u8::is_ascii_whitespace).next().unwrap_or_default();
        let value = tag[at + 1..].iter().skip(1).take_while(|byte| !matches!(byte, b'"' | b'\''));
        matches!(name, b"r" | b"ref") && {
            let (mut letters, mut digits) = (0, 0);
            value.copied().any(|byte| {
                letters = if byte.is_ascii_alphabetic() { letters + 1 } else { 0 };
                digits = if byte.is_ascii_digit() { digits + 1 } else { 0 };
                letters > LETTERS || digits > DIGITS
            })
        }
    })
}

/// Whether a list of texts says that it has more of them than anything holds.
fn boasts(texts: &[u8]) -> bool {
    let mut counts = memchr::memmem::find_iter(texts, b"uniqueCount");
    counts.any(|at| {
        let rest = texts[at..].iter().skip_while(|byte| !matches!(byte, b'"' | b'\''));
        rest.skip(1).take_while(|byte| byte.is_ascii_digit()).count() > MOST_DIGITS
    })
}

fn broken() -> Kata {
    kata(
        "berkas XLSX ini rusak atau dikunci; buka dengan pengolah angka, lalu simpan ulang sebagai XLSX atau CSV (UTF-8)",
        "this XLSX is damaged or locked; open it in a spreadsheet and save it again as XLSX or CSV (UTF-8)",
    )
}

fn too_much() -> Kata {
    kata(
        "isi berkas XLSX ini terlalu besar setelah dibuka; pisahkan menurut wilayah, atau simpan sebagai CSV (UTF-8)",
        "what this XLSX holds is too large once it is unpacked; part it by region, or save it as CSV (UTF-8)",
    )
}

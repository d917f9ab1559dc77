//! Tables of text (CSV): rows of cells, each with its place.
//!
//! A spreadsheet writes commas, semicolons or tabs between cells, by the language it speaks; the first line tells.

use std::borrow::Cow;
use std::ops::Range;

/// A cell without the white space and the quotes around it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell<'t> {
    /// What it says.
    pub text: Cow<'t, str>,
    /// Its bytes in the table, with its quotes.
    pub range: Range<usize>,
}

/// A row that says something.
#[derive(Debug, Clone, Default)]
pub struct Row<'t> {
    /// Its cells.
    pub cells: Vec<Cell<'t>>,
    /// Its bytes in the table, without the line's end.
    pub range: Range<usize>,
    /// Whether a quote in it is never closed: all that follows is in one cell.
    pub is_open: bool,
}

/// The rows of a table one after the other.
#[derive(Debug, Clone)]
pub struct Rows<'t> {
    text: &'t str,
    at: usize,
    separator: u8,
}

impl<'t> Rows<'t> {
    /// The rows of a whole table, its first among them.
    pub fn of(text: &'t str) -> Self {
        let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let count = |sign: &u8| first.bytes().filter(|byte| byte == sign).count();
        // Of as many the first of these: a comma.
        let separator = b"\t;,".iter().copied().max_by_key(count).unwrap_or(b',');
        Self { text, at: 0, separator }
    }

    /// The rows of a whole table between whose cells this sign stands.
    pub fn parted_by(text: &'t str, separator: u8) -> Self {
        Self { text, at: 0, separator }
    }

    /// The rows that lie in some bytes of the same table, which begin and end with a row.
    pub fn within(&self, range: Range<usize>) -> Self {
        Self { text: &self.text[..range.end], at: range.start, ..*self }
    }

    /// What stands between its cells.
    pub fn separator(&self) -> char {
        char::from(self.separator)
    }

    /// Reads the next row that is not blank into another; says whether there was one.
    pub fn read_into(&mut self, row: &mut Row<'t>) -> bool {
        while self.at < self.text.len() {
            let start = self.at;
            row.cells.clear();
            row.is_open = false;
            while self.cell(row) {}
            let end = row.cells.last().map_or(start, |cell| cell.range.end);
            row.range = start..end.max(start);
            if row.cells.iter().any(|cell| !cell.text.is_empty()) {
                return true;
            }
        }
        false
    }

    /// Reads a cell; says whether another follows in the row.
    fn cell(&mut self, row: &mut Row<'t>) -> bool {
        let bytes = self.text.as_bytes();
        let blank = |byte: &u8| matches!(byte, b' ' | b'\t') && *byte != self.separator;
        let start = self.at + bytes[self.at..].iter().take_while(|byte| blank(byte)).count();
        if bytes.get(start) == Some(&b'"') {
            return self.quoted(start, row);
        }
        let length = bytes[start..].iter().position(|byte| self.is_end(*byte)).unwrap_or(bytes.len() - start);
        let text = self.text[start..start + length].trim();
        row.cells.push(Cell { range: start..start + text.len(), text: Cow::Borrowed(text) });
        self.pass(start + length)
    }

    /// Reads a cell that a quote begins at a byte.
    fn quoted(&mut self, start: usize, row: &mut Row<'t>) -> bool {
        let bytes = self.text.as_bytes();
        let (mut at, mut doubled) = (start + 1, false);
        let close = loop {
            match memchr::memchr(b'"', &bytes[at..]) {
                Some(length) if bytes.get(at + length + 1) == Some(&b'"') => (at, doubled) = (at + length + 2, true),
                Some(length) => break at + length,
                None => {
                    row.is_open = true;
                    break bytes.len();
                }
            }
        };
        let inside = self.text[start + 1..close].trim();
        let after = (close + 1).min(bytes.len());
        let end = after + bytes[after..].iter().position(|byte| self.is_end(*byte)).unwrap_or(bytes.len() - after);
        let text = if !self.text[after..end].trim().is_empty() {
            // Quotes inside a cell are no quotes around it.
            Cow::Borrowed(self.text[start..end].trim_end())
        } else if doubled {
            Cow::Owned(inside.replace("\"\"", "\""))
        } else {
            Cow::Borrowed(inside)
        };
        row.cells.push(Cell { text, range: start..end });
        self.pass(end)
    }

    /// Whether a byte ends a cell.
    fn is_end(&self, byte: u8) -> bool {
        byte == self.separator || byte == b'\n' || byte == b'\r'
    }

    /// Goes on behind the byte that ends a cell; says whether another follows in the row.
    fn pass(&mut self, end: usize) -> bool {
        let bytes = self.text.as_bytes();
        let is_line_end = bytes[end..].starts_with(b"\r\n");
        self.at = end + if is_line_end { 2 } else { usize::from(end < bytes.len()) };
        bytes.get(end) == Some(&self.separator)
    }
}

/// The bytes of a value of a table: `[12].kelurahan` is that column of the row with that number, from 0 and without the first
/// row, which names the columns; `kelurahan` is its name there.
pub fn find(text: &str, path: &str) -> Option<Range<usize>> {
    let (mut rows, mut row) = (Rows::of(text), Row::default());
    rows.read_into(&mut row).then_some(())?;
    let place = |column: &str| row.cells.iter().position(|cell| cell.text.trim().eq_ignore_ascii_case(column));
    let Some((number, column)) = path.strip_prefix('[').and_then(|path| path.split_once(']')) else {
        return Some(row.cells[place(path)?].range.clone());
    };
    let (number, column): (usize, _) = (number.parse().ok()?, column.trim_start_matches('.'));
    let column = place(column.split('[').next()?);
    for _ in 0..=number {
        rows.read_into(&mut row).then_some(())?;
    }
    column.map_or_else(|| Some(row.range.clone()), |column| Some(row.cells.get(column)?.range.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut all) = (Rows::of(text), Row::default(), Vec::new());
        while rows.read_into(&mut row) {
            for cell in &row.cells {
                assert!(text[cell.range.clone()].contains(cell.text.split('"').next().unwrap()), "{cell:?}");
            }
            all.push(row.cells.iter().map(|cell| cell.text.to_string()).collect());
        }
        all
    }

    #[test]
    fn a_table_is_read_whatever_a_spreadsheet_writes_between_cells_and_behind_lines() {
        for text in ["a,b\n1, x y \n", "a;b\r\n1;x y\r\n", "a\tb\r1\tx y", "\na,b\n,\n\n1,\"x y\"\n , \n"] {
            assert_eq!(read(text), [["a", "b"], ["1", "x y"]], "{text:?}");
        }
        assert_eq!(
            read("a,b\n\"x, \"\"y\"\"\nz\",2\n\"x\" y,\"\"\n"),
            [["a", "b"], ["x, \"y\"\nz", "2"], ["\"x\" y", ""]]
        );
        assert_eq!(read("").len() + read("\n,,\n \n").len(), 0);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_noticed() {
        let (mut rows, mut row) = (Rows::of("a,b\n1,\"x\n2,y\n"), Row::default());
        assert!(rows.read_into(&mut row) && !row.is_open);
        assert!(rows.read_into(&mut row) && row.is_open);
        assert!(!rows.read_into(&mut row));
    }

    #[test]
    fn a_value_is_found_by_its_row_and_column() {
        let text = "kecamatan, nomor\nContoh,1\n\n\"Satu, Dua\",2\n";
        let found = |path| find(text, path).map(|range| &text[range]);
        assert_eq!(found("[1].kecamatan"), Some("\"Satu, Dua\""));
        assert_eq!((found("[0].nomor"), found("nomor"), found("[0]")), (Some("1"), Some("nomor"), Some("Contoh,1")));
        assert_eq!((found("[2].nomor"), found("dpt"), find("", "a")), (None, None, None));
    }
}

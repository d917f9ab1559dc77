//! Reads a file of somebody else's into tables of text, whatever it was saved as.
//!
//! A reader says what stands there and nothing of what it means: that is asked of all of them in the same way.

mod kpu;
#[cfg(feature = "xlsx")]
mod sheets;
mod text;

use crate::bahasa::{Kata, kata};
use crate::project::import::kind::Kind;

/// The largest file that is read, in bytes: KPU's own of the whole country has a tenth of it.
pub const MOST_BYTES: usize = 32 << 20;
/// The most rows and columns of a table: the polling places of the largest province, and more columns than anybody reads.
pub(super) const MOST_ROWS: usize = 150_000;
pub(super) const MOST_COLUMNS: usize = 200;

/// A table as it stands in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// What it is called: its file, and the sheet in it.
    pub name: String,
    /// What its rows are about, where the form of the file says so.
    pub kind: Option<Kind>,
    /// Its rows, of which the first ones may be titles.
    pub lines: Vec<Line>,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Its number in the file, from 1.
    pub number: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

/// A file that was named on the command line.
#[derive(Debug, Clone)]
pub struct Given {
    /// Its path, as it was named.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A way to read files.
trait Reader {
    /// Whether a file is one of those it reads, by its name and its first bytes.
    fn knows(&self, given: &Given) -> bool;

    /// The tables in a file; says what is wrong with one that it cannot read.
    fn read(&self, given: &Given) -> Result<Vec<Table>, Kata>;
}

/// Every way to read, the last of which takes what none of the others knows.
const READERS: &[&dyn Reader] = &[
    #[cfg(feature = "xlsx")]
    &sheets::Sheets,
    &kpu::Kpu,
    &text::Text,
];

/// The tables of a file.
///
/// Fails where it is none that can be read, and says what to save it as.
pub fn tables(given: &Given) -> Result<Vec<Table>, Kata> {
    if given.bytes.len() > MOST_BYTES {
        let mega = MOST_BYTES >> 20;
        return Err(kata(
            format!("berkas ini lebih dari {mega} MB; pisahkan menurut wilayah"),
            format!("this file has more than {mega} MB; part it by region"),
        ));
    }
    if let Some(refused) = other_format(given) {
        return Err(refused);
    }
    let reader = READERS.iter().find(|reader| reader.knows(given));
    reader.map_or_else(|| Err(unknown()), |reader| reader.read(given))
}

/// What is said of a format that nothing here reads.
fn other_format(given: &Given) -> Option<Kata> {
    let is_zip = given.bytes.starts_with(b"PK\x03\x04");
    let ends = |end: &str| given.path.to_lowercase().ends_with(end);
    let save = |id: &str, en: &str| {
        kata(
            format!("berkas ini {id}; buka lalu simpan sebagai XLSX atau CSV (UTF-8)"),
            format!("this file is {en}; open it and save it as XLSX or CSV (UTF-8)"),
        )
    };
    match given.bytes.as_slice() {
        [] => Some(kata("berkas ini kosong", "this file is empty")),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(save(
            "berformat Excel lama (XLS), atau dikunci kata sandi",
            "in the old format of Excel (XLS), or locked by a password",
        )),
        [b'%', b'P', b'D', b'F', ..] => Some(kata(
            "berkas ini PDF, yang tidak menyimpan tabel; minta berkas XLSX atau CSV-nya",
            "this file is a PDF, which holds no table; ask for its XLSX or CSV",
        )),
        _ if is_zip && ends(".ods") => Some(save("berformat ODS", "in the format ODS")),
        #[cfg(not(feature = "xlsx"))]
        _ if is_zip => Some(kata(
            "program ini dibuat tanpa pembaca XLSX; simpan sebagai CSV (UTF-8)",
            "this program was made without a reader of XLSX; save it as CSV (UTF-8)",
        )),
        _ => None,
    }
}

fn unknown() -> Kata {
    kata("isi berkas ini tidak dikenal", "what is in this file is not known")
}

/// What is said of a table with more rows or columns than are read.
fn too_large() -> Kata {
    kata(
        format!("tabel ini lebih dari {MOST_ROWS} baris atau {MOST_COLUMNS} kolom; pisahkan menurut wilayah"),
        format!("this table has more than {MOST_ROWS} rows or {MOST_COLUMNS} columns; part it by region"),
    )
}

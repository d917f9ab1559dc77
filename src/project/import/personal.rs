//! Refuses what is known of people beyond the names of candidates: nothing of a file that holds it is read any further.

use crate::bahasa::{Kata, kata};
use crate::project::import::kind::Kind;
use crate::project::import::read::Table;

/// Words of columns that hold what is known of people, each as it stands in a heading of small letters.
const COLUMNS: [&str; 30] = [
    "nik",
    "kk",
    "no kk",
    "ktp",
    "npwp",
    "rekening",
    "telepon",
    "telp",
    "hp",
    "wa",
    "whatsapp",
    "email",
    "surel",
    "lahir",
    "ttl",
    "umur",
    "usia",
    "agama",
    "kesehatan",
    "jenis kelamin",
    "status perkawinan",
    "status kawin",
    "nama pemilih",
    "nama ketua",
    "ketua kpps",
    "petugas",
    "ibu kandung",
    "alamat rumah",
    "alamat pemilih",
    "alamat ketua",
];
/// The digits of a NIK and of a family card's number.
const LENGTH: usize = 16;

/// Why a table is not read, where it holds such a column or such a number. A number is not repeated: what is printed may be seen.
pub fn refused(table: &Table) -> Option<Kata> {
    table.lines.iter().find_map(|line| {
        line.cells.iter().enumerate().find_map(|(column, cell)| {
            let place = (line.number, column_name(column));
            if is_number(cell) {
                return Some(number(&place));
            }
            if is_mobile(cell) {
                return Some(mobile(&place));
            }
            None
        })
    })
}

/// Why a table is not read, where one of these headings names such a column. Polling places have an address, people have none.
pub fn refused_heading(headings: &[String], kind: Option<Kind>) -> Option<Kata> {
    let found = headings.iter().find(|heading| {
        let words = plain(heading);
        let has = |known: &str| format!(" {words} ").contains(&format!(" {known} "));
        COLUMNS.iter().any(|known| has(known)) || (kind != Some(Kind::Tps) && has("alamat"))
    })?;
    Some(kata(
        format!(
            "kolom \"{found}\" memuat data orang, jadi berkas ini tidak dibaca; hapus kolomnya dari berkas itu, lalu impor lagi"
        ),
        format!(
            "the column \"{found}\" holds data of people, so this file is not read; delete the column from the file, then import it again"
        ),
    ))
}

/// A heading as it is compared: small letters and figures, with one space between words.
pub fn plain(heading: &str) -> String {
    let letters: String = heading.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    letters.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of a column as a spreadsheet gives it: A, B, … Z, AA.
fn column_name(mut column: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
        if column < 26 {
            return name;
        }
        column = column / 26 - 1;
    }
}

/// The digits that stand together in a cell, with one sign at most between two of them.
fn runs(cell: &str) -> Vec<String> {
    let (mut runs, mut run, mut was_sign) = (Vec::new(), String::new(), false);
    for c in cell.chars() {
        match c {
            '0'..='9' => {
                run.push(c);
                was_sign = false;
            }
            ' ' | '.' | '-' | '\u{a0}' if !run.is_empty() && !was_sign => was_sign = true,
            _ => {
                runs.push(std::mem::take(&mut run));
                was_sign = false;
            }
        }
    }
    runs.push(run);
    runs
}

fn is_number(cell: &str) -> bool {
    runs(cell).iter().any(|run| run.len() == LENGTH)
}

/// A mobile telephone: nobody's votes begin with a nought.
fn is_mobile(cell: &str) -> bool {
    let is_mobile = |run: &String| {
        let own = run.strip_prefix("62").or_else(|| run.strip_prefix('0'));
        own.is_some_and(|own| own.starts_with('8') && (9..=12).contains(&own.len()))
    };
    let begins = cell.trim_start_matches(['(', ' ']);
    (begins.starts_with("+62") || begins.starts_with('0')) && runs(cell).iter().any(is_mobile)
}

fn number((row, column): &(usize, String)) -> Kata {
    kata(
        format!(
            "baris {row} kolom {column} memuat 16 angka seperti NIK atau nomor KK, jadi berkas ini tidak dibaca; hapus kolomnya dari berkas itu, lalu impor lagi"
        ),
        format!(
            "row {row}, column {column} holds 16 digits like a NIK or KK number, so this file is not read; delete the column from the file, then import it again"
        ),
    )
}

fn mobile((row, column): &(usize, String)) -> Kata {
    kata(
        format!(
            "baris {row} kolom {column} memuat nomor telepon, jadi berkas ini tidak dibaca; hapus kolomnya dari berkas itu, lalu impor lagi"
        ),
        format!(
            "row {row}, column {column} holds a telephone number, so this file is not read; delete the column from the file, then import it again"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_of_people_is_found_by_its_column_and_by_its_form() {
        let heading = |text: &str| refused_heading(&["No".to_owned(), text.to_owned()], None).is_some();
        for text in
            ["NIK", "No. HP", "Tanggal Lahir", "Tempat/Tgl. Lahir", "Alamat", "Nama Ketua KPPS", "Jenis_Kelamin"]
        {
            assert!(heading(text), "{text}");
        }
        for text in ["Nama Calon", "Laki-laki", "Jumlah TPS", "Kecamatan", "Kelurahan/Desa"] {
            assert!(!heading(text), "{text}");
        }
        assert!(refused_heading(&["Alamat".to_owned()], Some(Kind::Tps)).is_none());
        assert!(is_number("9999 0101 0190 0001") && is_number("NIK: 9999010101900001.") && !is_number("1000704"));
        assert!(is_mobile("0812-3456-7890") && is_mobile("+62 812 3456 7890") && !is_mobile("81234567890"));
        assert_eq!((column_name(0), column_name(27)), ("A".to_owned(), "AB".to_owned()));
    }
}

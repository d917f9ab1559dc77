//! Which column of a table says what: by what was told, by what was told once before, by what such columns are called.

use crate::bahasa::{Bahasa, Kata, kata};
use crate::project::import::kind::{Field, Kind};
use crate::project::import::personal::{plain, refused, refused_heading};
use crate::project::import::read::{Line, Table};
use crate::project::import::remember::Remembered;
use crate::value::mirip::nearest;
use std::collections::BTreeMap;

/// In how many rows at the top the names of the columns are looked for: titles stand above them.
const TOP: usize = 20;
/// How many rows there are at least when their cells count 1, 2, 3 under the headings.
const COUNTED: usize = 3;

/// What was told of the columns.
#[derive(Debug, Clone, Copy)]
pub struct Told<'t> {
    /// What the rows are about.
    pub kind: Option<Kind>,
    /// The headings of columns, each with the name of what it says.
    pub columns: &'t [(String, String)],
    /// What was told of other files.
    pub remembered: &'t [Remembered],
}

/// A table whose columns are known.
#[derive(Debug, Clone)]
pub struct Mapped {
    /// What the table is called.
    pub name: String,
    /// What its rows are about.
    pub kind: Kind,
    /// Its headings, as they stand there.
    pub headings: Vec<String>,
    /// Where each column is.
    pub columns: BTreeMap<Field, usize>,
    /// Its rows below the headings.
    pub lines: Vec<Line>,
}

impl Mapped {
    /// What a row says in a column; empty where there is none.
    pub fn cell<'l>(&self, line: &'l Line, field: Field) -> &'l str {
        let cell = self.columns.get(&field).and_then(|column| line.cells.get(*column));
        cell.map_or("", |cell| cell.trim())
    }

    /// The headings of columns that nothing is taken from.
    pub fn unused(&self) -> Vec<&str> {
        let is_used = |column: &usize| self.columns.values().any(|used| used == column);
        let all = self.headings.iter().enumerate().filter(|(column, heading)| !heading.is_empty() && !is_used(column));
        all.map(|(_, heading)| heading.as_str()).collect()
    }
}

/// The rows of headings that a table may have, in one row or in two.
struct Headings {
    /// As they are shown.
    shown: Vec<String>,
    /// The ways to read each.
    read: Vec<Vec<String>>,
    /// How many rows of the table come before those that say something.
    above: usize,
}

/// Finds the columns of a table.
///
/// Fails where they are not known, where the table can be of two kinds, and where it holds what is known of people.
pub fn mapped(table: &Table, told: &Told<'_>) -> Result<Mapped, Kata> {
    if let Some(refused) = refused(table) {
        return Err(refused);
    }
    let mut doubt = None;
    for headings in (0..table.lines.len().min(TOP)).flat_map(|at| [single(table, at), double(table, at)]).flatten() {
        let found = kinds((table, told), &headings, &mut doubt);
        let most = found.iter().map(|(_, columns)| columns.len()).max().unwrap_or_default();
        let best: Vec<&(Kind, BTreeMap<Field, usize>)> =
            found.iter().filter(|(_, columns)| columns.len() == most).collect();
        match best.as_slice() {
            [] => {}
            [(kind, columns)] => {
                if let Some(refused) = refused_heading(&headings.shown, Some(*kind)) {
                    return Err(refused);
                }
                return Ok(Mapped {
                    name: table.name.clone(),
                    kind: *kind,
                    lines: below(table, headings.above),
                    headings: headings.shown,
                    columns: columns.clone(),
                });
            }
            several => return Err(ambiguous(several.iter().map(|(kind, _)| *kind))),
        }
    }
    let first = (0..table.lines.len().min(TOP)).filter_map(|at| single(table, at)).find(|one| one.filled() > 1);
    if let Some(refused) = first.as_ref().and_then(|headings| refused_heading(&headings.shown, None)) {
        return Err(refused);
    }
    Err(doubt.unwrap_or_else(|| first.map_or_else(no_headings, |headings| unknown(&headings, told))))
}

/// The kinds that a table with these headings can be of, each with its columns; `doubt` keeps why one is not among them.
fn kinds(
    (table, told): (&Table, &Told<'_>),
    headings: &Headings,
    doubt: &mut Option<Kata>,
) -> Vec<(Kind, BTreeMap<Field, usize>)> {
    let remembered = told.remembered.iter().find(|known| known.is_of(&headings.shown));
    let kind = table.kind.or(told.kind).or(remembered.map(|known| known.kind));
    let mut found = Vec::new();
    for kind in Kind::ALL.into_iter().filter(|one| kind.is_none_or(|kind| kind == *one)) {
        let mut columns = match by_name(headings, kind) {
            Ok(columns) => columns,
            Err(why) => {
                // Rows of numbers are no headings that anybody meant.
                let is_said = !headings.shown.iter().any(|one| one.starts_with(|c: char| c.is_ascii_digit()));
                *doubt = doubt.take().or(Some(why).filter(|_| is_said));
                continue;
            }
        };
        let known = remembered.filter(|known| known.kind == kind).map_or(&[][..], |known| &known.columns);
        for (field, heading) in known.iter().chain(told.columns) {
            let Some(field) = field_of(kind, field) else { continue };
            let Some(column) = headings.column(heading) else { continue };
            columns.retain(|_, taken| *taken != column);
            columns.insert(field, column);
        }
        let fields: Vec<Field> = columns.keys().copied().collect();
        if kind.is_known_by(&fields) {
            found.push((kind, columns));
        }
    }
    found
}

impl Headings {
    /// How many of them say something.
    fn filled(&self) -> usize {
        self.shown.iter().filter(|heading| !heading.is_empty()).count()
    }

    /// The kind that most of them are known for, where that is more than one.
    fn likely(&self) -> Option<Kind> {
        let known = |kind: Kind| by_name(self, kind).map_or(0, |columns| columns.len());
        Kind::ALL.into_iter().filter(|kind| known(*kind) > 1).max_by_key(|kind| known(*kind))
    }

    /// The column with a heading.
    fn column(&self, heading: &str) -> Option<usize> {
        let heading = plain(heading);
        self.read.iter().position(|ways| ways.contains(&heading))
    }
}

/// The column of a kind by its name.
fn field_of(kind: Kind, name: &str) -> Option<Field> {
    let name = plain(name);
    let known = kind.columns().iter().find(|(_, words)| words.contains(&name.as_str())).map(|(field, _)| *field);
    known.or_else(|| votes_of(kind, &name))
}

/// The columns that are called as such columns are.
fn by_name(headings: &Headings, kind: Kind) -> Result<BTreeMap<Field, usize>, Kata> {
    let mut columns: BTreeMap<Field, (usize, usize)> = BTreeMap::new();
    for (column, ways) in headings.read.iter().enumerate() {
        let Some((field, rank)) = ways.iter().find_map(|way| known_as(kind, way)) else { continue };
        match columns.get(&field) {
            Some((known, _)) if *known < rank => {}
            Some((known, other)) if *known == rank => {
                let (one, other) = (&headings.shown[column], &headings.shown[*other]);
                return Err(kata(
                    format!(
                        "kolom \"{other}\" dan \"{one}\" sama artinya; sebutkan satu dengan --kolom {}=\"JUDUL KOLOM\"",
                        field.name()
                    ),
                    format!(
                        "the columns \"{other}\" and \"{one}\" mean the same; name one by --column {}=\"ITS HEADING\"",
                        field.name()
                    ),
                ));
            }
            _ => _ = columns.insert(field, (rank, column)),
        }
    }
    Ok(columns.into_iter().map(|(field, (_, column))| (field, column)).collect())
}

/// What a heading says, and how far down in the list of such words it stands.
fn known_as(kind: Kind, heading: &str) -> Option<(Field, usize)> {
    let known = kind.columns().iter().find_map(|(field, words)| {
        let rank = words.iter().position(|word| *word == heading)?;
        Some((*field, rank))
    });
    known.or_else(|| Some((votes_of(kind, heading)?, 0)))
}

/// `Suara 1`, `Paslon 01`, `2`: the votes of the pair with that number.
fn votes_of(kind: Kind, heading: &str) -> Option<Field> {
    const WORDS: [&str; 9] = ["suara", "paslon", "nomor", "no", "urut", "pasangan", "calon", "perolehan", "jumlah"];
    let mut words: Vec<&str> = heading.split(' ').collect();
    let number = words.pop()?.parse::<u8>().ok().filter(|number| (1..=99).contains(number))?;
    (kind == Kind::Hasil && words.iter().all(|word| WORDS.contains(word))).then_some(Field::SuaraNomor(number))
}

/// Headings in one row.
fn single(table: &Table, at: usize) -> Option<Headings> {
    let cells = &table.lines.get(at)?.cells;
    let read = cells.iter().map(|cell| vec![plain(cell)]).collect();
    Some(Headings { shown: cells.iter().map(|cell| one_line(cell)).collect(), read, above: at + 1 })
}

/// Headings in two rows, the upper of which may stand over several of the lower.
fn double(table: &Table, at: usize) -> Option<Headings> {
    let (upper, lower) = (&table.lines.get(at)?.cells, &table.lines.get(at + 1)?.cells);
    let (mut over, mut shown, mut read) = (String::new(), Vec::new(), Vec::new());
    for column in 0..upper.len().max(lower.len()) {
        let cell = |row: &[String]| row.get(column).map(|cell| one_line(cell)).unwrap_or_default();
        let (above, below) = (cell(upper), cell(lower));
        if !above.is_empty() {
            over.clone_from(&above);
        }
        let whole = match (over.as_str(), below.as_str()) {
            (_, "") => above.clone(),
            (over, below) if over == below => below.to_owned(),
            (over, below) => format!("{over} {below}"),
        };
        read.push([&whole, &below, &above].map(|way| plain(way)).into_iter().filter(|way| !way.is_empty()).collect());
        shown.push(whole);
    }
    Some(Headings { shown, read, above: at + 2 })
}

/// A heading on one line.
fn one_line(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rows below the headings, without a row that only counts the columns.
fn below(table: &Table, above: usize) -> Vec<Line> {
    let is_filled = |line: &&Line| line.cells.iter().any(|cell| !cell.trim().is_empty());
    let mut lines: Vec<Line> = table.lines[above..].iter().filter(is_filled).cloned().collect();
    let counts = lines.first().is_some_and(|line| {
        let digits = |cell: &String| cell.trim_matches(|c: char| !c.is_ascii_digit()).to_owned();
        line.cells.len() >= COUNTED
            && line.cells.iter().enumerate().all(|(place, cell)| digits(cell) == (place + 1).to_string())
    });
    if counts {
        lines.remove(0);
    }
    lines
}

fn ambiguous(kinds: impl Iterator<Item = Kind>) -> Kata {
    let names: Vec<&str> = kinds.map(Kind::name).collect();
    let names = names.join(", ");
    kata(
        format!("tabel ini bisa berisi beberapa hal ({names}); sebutkan dengan --jenis"),
        format!("this table can be about several things ({names}); say which by --kind"),
    )
}

/// What is said of a table whose columns are not known: what stands there, and what has to.
fn unknown(headings: &Headings, told: &Told<'_>) -> Kata {
    let kind = told.kind.or_else(|| headings.likely());
    let headings = &headings.shown;
    let shown: Vec<String> =
        headings.iter().filter(|heading| !heading.is_empty()).map(|one| format!("\"{one}\"")).collect();
    let wrong = told.columns.iter().find(|(_, heading)| !headings.iter().any(|known| plain(known) == plain(heading)));
    let help = match (wrong, kind) {
        (Some((field, heading)), _) => {
            let near = nearest(heading, headings.iter().map(String::as_str));
            let near = near.map_or((String::new(), String::new()), |near| {
                (format!("; mungkin maksudnya \"{near}\""), format!("; perhaps \"{near}\" is meant"))
            });
            kata(
                format!("--kolom {field}: tidak ada kolom \"{heading}\"{}", near.0),
                format!("--column {field}: there is no column \"{heading}\"{}", near.1),
            )
        }
        (None, Some(kind)) => {
            let known = needed(kind);
            let [id, en] = [Bahasa::Id, Bahasa::En].map(|one| kind.words().dalam(one).to_owned());
            kata(
                format!("untuk {id} perlu {known}; sebutkan dengan --kolom nama=\"JUDUL KOLOM\""),
                format!("for {en} there must be {known}; name them by --column name=\"ITS HEADING\""),
            )
        }
        (None, None) => kata(
            "sebutkan isinya dengan --jenis, dan kolomnya dengan --kolom nama=\"JUDUL KOLOM\"",
            "say what is in it by --kind, and its columns by --column name=\"ITS HEADING\"",
        ),
    };
    let shown = shown.join(", ");
    kata(format!("judul kolomnya tidak dikenal: {shown}"), format!("its headings are not known: {shown}")).and(&help)
}

fn no_headings() -> Kata {
    kata("tabel ini tidak punya judul kolom", "this table has no headings")
}

/// The columns that a kind must have.
fn needed(kind: Kind) -> &'static str {
    match kind {
        Kind::Wilayah => "kode, nama",
        Kind::Paslon => "nomor_urut, calon, wakil",
        Kind::Tps => "kecamatan, jumlah (kecamatan, kelurahan, nomor)",
        Kind::Dpt => "daftar, jumlah (jumlah, laki_laki, perempuan)",
        Kind::Hasil => "kecamatan, suara_1, suara_2",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&str]]) -> Table {
        let cells = |row: &[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
        let lines = rows.iter().enumerate().map(|(at, row)| Line { number: at + 1, cells: cells(row) }).collect();
        Table { name: "uji".to_owned(), kind: None, lines }
    }

    fn read(rows: &[&[&str]], columns: &[(String, String)]) -> Result<(Kind, Vec<String>, usize), String> {
        let told = Told { kind: None, columns, remembered: &[] };
        let mapped = mapped(&table(rows), &told).map_err(|why| why.dalam(Bahasa::Id).to_owned())?;
        let fields = mapped.columns.keys().map(|field| field.name()).collect();
        Ok((mapped.kind, fields, mapped.lines.len()))
    }

    #[test]
    fn headings_are_found_below_titles_and_in_two_rows() {
        let titled: &[&[&str]] = &[
            &["DAFTAR PASANGAN CALON"],
            &["No. Urut", "Nama Calon\nBupati", "Calon Wakil Bupati"],
            &["(1)", "(2)", "(3)"],
            &["1", "SARI", "BUDI"],
        ];
        let fields = ["nomor_urut", "calon", "wakil"].map(str::to_owned).to_vec();
        assert_eq!(read(titled, &[]), Ok((Kind::Paslon, fields.clone(), 1)));
        let merged: &[&[&str]] = &[&["Nomor Urut", "Nama", ""], &["", "Calon", "Wakil"], &["1", "SARI", "BUDI"]];
        assert_eq!(read(merged, &[]), Ok((Kind::Paslon, fields.clone(), 1)));
        let told = [("nomor_urut".to_owned(), "No".to_owned())];
        let bare: &[&[&str]] = &[&["No", "Calon", "Wakil"], &["1", "SARI", "BUDI"]];
        assert_eq!(read(bare, &told), Ok((Kind::Paslon, fields, 1)));
        assert!(read(bare, &[]).is_err_and(|why| why.contains("\"No\", \"Calon\", \"Wakil\"")));
    }

    #[test]
    fn votes_have_a_column_for_each_number() {
        let rows: &[&[&str]] = &[&["Kecamatan", "Paslon 01", "Suara 2", "Suara Sah"], &["A", "1", "2", "3"]];
        let fields = ["kecamatan", "sah", "suara_1", "suara_2"].map(str::to_owned).to_vec();
        assert_eq!(read(rows, &[]), Ok((Kind::Hasil, fields, 1)));
    }
}

//! Polling places, or how many there are in each kecamatan: rows of `tps.csv`, found again by their kecamatan, kelurahan and number.

use crate::bahasa::{Kata, kata};
use crate::project::import::kind::Field;
use crate::project::import::map::Mapped;
use crate::project::import::read::Line;
use crate::project::import::work::{Region, Work, cleaned, count};
use crate::value::daftar_desa::{kecamatan_di, plain};
use crate::value::tabel::{Row, Rows};
use std::collections::BTreeMap;

/// The columns of the file, in the order in which a new one has them.
const COLUMNS: [(&str, Field); 8] = [
    ("kecamatan", Field::Kecamatan),
    ("kelurahan", Field::Kelurahan),
    ("nomor", Field::Nomor),
    ("tempat", Field::Tempat),
    ("alamat", Field::Alamat),
    ("akses", Field::Akses),
    ("dpt", Field::Dpt),
    ("jumlah", Field::Jumlah),
];
/// The column that names the source of its row and of those that follow.
const SUMBER: &str = "sumber";

/// A row as it is to be: what it says in each column; what it does not say is missing.
type Place = BTreeMap<&'static str, String>;

/// Works out what is to be written of polling places.
pub fn plan(mapped: &Mapped, work: &mut Work<'_>) {
    let mut regions: BTreeMap<String, (Region, Vec<Place>)> = BTreeMap::new();
    for line in &mapped.lines {
        let Some(region) = work.region(mapped, line) else { continue };
        match place(mapped, line, &region, work) {
            Ok(place) => regions.entry(region.kode.clone()).or_insert_with(|| (region, Vec::new())).1.push(place),
            Err(why) => work.refuse(mapped, line, &why),
        }
    }
    for (region, places) in regions.into_values() {
        let path = format!("content/wilayah/{}/tps.csv", region.jalur);
        let there = work.sources.get(&path).map_or("", |source| source.text()).to_owned();
        let (before, after) = work.tables.remove(&path).unwrap_or_else(|| (there.clone(), there));
        let after = merged(&after, &places, work.wish.sumber);
        work.tables.insert(path, (before, after));
    }
}

/// What a row says.
fn place(mapped: &Mapped, line: &Line, region: &Region, work: &mut Work<'_>) -> Result<Place, Kata> {
    let mut place = Place::new();
    for (name, field) in COLUMNS {
        let cell = mapped.cell(line, field);
        let text = match field {
            Field::Nomor | Field::Dpt | Field::Jumlah => {
                count(cell)?.map(|number| number.to_string()).unwrap_or_default()
            }
            _ => work.clean(cell),
        };
        if !text.is_empty() {
            place.insert(name, text);
        }
    }
    if !place.contains_key("kecamatan") {
        place.insert("kecamatan", part_name(&region.kode, mapped.cell(line, Field::KodeKecamatan))?);
    }
    let says = |name: &str| place.contains_key(name);
    if !(says("jumlah") || says("kelurahan") && says("nomor")) {
        return Err(kata(
            "baris ini tidak menyebut kelurahan dan nomor TPS, atau jumlahnya",
            "this row names neither a kelurahan and a number, nor how many there are",
        ));
    }
    Ok(place)
}

/// The name of the kecamatan with a code, as the list of the program has it.
pub fn part_name(kode: &str, of_part: &str) -> Result<String, Kata> {
    let digits: String = of_part.chars().filter(char::is_ascii_digit).collect();
    let last = digits.get(4..6).unwrap_or_default();
    let known = kecamatan_di(kode).find(|kecamatan| kecamatan.kode == last && digits.len() == 6);
    known.map(|kecamatan| kecamatan.nama.to_owned()).ok_or_else(|| {
        kata(
            format!("kecamatan dengan kode \"{of_part}\" tidak ada di daftar Kementerian Dalam Negeri; tambahkan kolom kecamatan"),
            format!("no kecamatan on the Ministry's list has the code \"{of_part}\"; add the column kecamatan"),
        )
    })
}

/// What a row is found again by.
fn key(cell: impl Fn(&str) -> String) -> (String, String, String) {
    let number = cell("nomor");
    (plain(&cell("kecamatan")), plain(&cell("kelurahan")), number.trim_start_matches('0').to_owned())
}

/// The table with these rows: those that it has say what they are to say, the others come behind; every other row, every column
/// and every cell that is not spoken of stays as it is.
fn merged(text: &str, places: &[Place], sumber: Option<&str>) -> String {
    if text.trim().is_empty() {
        return fresh(places, sumber);
    }
    let (mut rows, mut row) = (Rows::of(text), Row::default());
    rows.read_into(&mut row);
    let columns: Vec<String> = row.cells.iter().map(|cell| cell.text.trim().to_lowercase()).collect();
    let separator = rows.separator();
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let new: Vec<&str> = COLUMNS
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| {
            !columns.iter().any(|column| column == name) && places.iter().any(|place| place.contains_key(name))
        })
        .collect();
    let head: Vec<String> =
        row.cells.iter().map(|cell| cell.text.to_string()).chain(new.iter().map(|name| (*name).to_owned())).collect();
    let columns: Vec<String> = columns.into_iter().chain(new.iter().map(|name| (*name).to_owned())).collect();
    let mut left: BTreeMap<_, &Place> = BTreeMap::new();
    let mut order = Vec::new();
    for place in places {
        let key = key(|name| place.get(name).cloned().unwrap_or_default());
        order.push(key.clone());
        left.insert(key, place);
    }
    let head_line = if new.is_empty() { text[row.range.clone()].to_owned() } else { joined(&head, separator) };
    let mut lines = vec![head_line];
    while rows.read_into(&mut row) {
        let mut cells: Vec<String> = row.cells.iter().map(|cell| cell.text.to_string()).collect();
        let at = |name: &str| columns.iter().position(|column| column == name);
        let own = key(|name| at(name).and_then(|at| cells.get(at)).cloned().unwrap_or_default());
        let changed = left.remove(&own).is_some_and(|place| say(&mut cells, &columns, place));
        lines.push(if changed { joined(&cells, separator) } else { text[row.range.clone()].to_owned() });
    }
    let mut is_first = true;
    for key in order {
        let Some(place) = left.remove(&key) else { continue };
        let mut cells = vec![String::new(); columns.len()];
        say(&mut cells, &columns, place);
        // Only the first of them has to name it.
        if let (Some(at), Some(sumber), true) = (columns.iter().position(|column| column == SUMBER), sumber, is_first) {
            sumber.clone_into(&mut cells[at]);
        }
        is_first = false;
        lines.push(joined(&cells, separator));
    }
    let after = lines.join(end) + end;
    // A table of which nothing is said otherwise keeps its blank lines.
    let said = |text: &str| {
        let (mut rows, mut row, mut all) = (Rows::of(text), Row::default(), Vec::new());
        while rows.read_into(&mut row) {
            all.push(row.cells.iter().map(|cell| cell.text.to_string()).collect::<Vec<_>>());
        }
        all
    };
    if said(text) == said(&after) { text.to_owned() } else { after }
}

/// Writes into cells what a row is to say; gives whether that is anything else.
fn say(cells: &mut Vec<String>, columns: &[String], place: &Place) -> bool {
    let mut changed = false;
    for (name, value) in place {
        let Some(at) = columns.iter().position(|column| column == name) else { continue };
        if cells.len() <= at {
            cells.resize(at + 1, String::new());
        }
        let is_of_list = matches!(*name, "kecamatan" | "kelurahan");
        let is_same = if is_of_list { plain(&cells[at]) == plain(value) } else { cleaned(&cells[at]) == *value };
        if !is_same {
            cells[at].clone_from(value);
            changed = true;
        }
    }
    changed
}

/// A new table, with the columns that it needs.
fn fresh(places: &[Place], sumber: Option<&str>) -> String {
    let mut names: Vec<&str> = COLUMNS.iter().map(|(name, _)| *name).collect();
    names.retain(|name| places.iter().any(|place| place.contains_key(name)));
    let mut lines: Vec<Vec<String>> =
        vec![names.iter().map(|name| (*name).to_owned()).chain([SUMBER.to_owned()]).collect()];
    let mut seen: BTreeMap<_, usize> = BTreeMap::new();
    for place in places {
        let cells: Vec<String> = names.iter().map(|name| place.get(name).cloned().unwrap_or_default()).collect();
        let source = if lines.len() == 1 { sumber.unwrap_or_default() } else { "" };
        let key = key(|name| place.get(name).cloned().unwrap_or_default());
        // Of a row that is there twice the last one counts, as where the table is there already.
        if let Some(at) = seen.get(&key) {
            let source = lines[*at].last().cloned().unwrap_or_default();
            lines[*at] = cells.into_iter().chain([source]).collect();
        } else {
            seen.insert(key, lines.len());
            lines.push(cells.into_iter().chain([source.to_owned()]).collect());
        }
    }
    lines.iter().map(|cells| joined(cells, ',') + "\n").collect()
}

/// Cells as a row, in quotes where one would be several without them.
fn joined(cells: &[String], separator: char) -> String {
    let quoted = |cell: &String| {
        if cell.contains([separator, '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    cells.iter().map(quoted).collect::<Vec<_>>().join(&separator.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(cells: &[(&'static str, &str)]) -> Place {
        cells.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
    }

    #[test]
    fn a_row_is_changed_or_added_and_the_others_stay() {
        let before = "kecamatan;jumlah;sumber\r\nSatu;10;a\r\n\"Dua; Lama\";20;\r\n";
        let places =
            [place(&[("kecamatan", "SATU"), ("jumlah", "11")]), place(&[("kecamatan", "Tiga"), ("jumlah", "5")])];
        let after = merged(before, &places, Some("b"));
        assert_eq!(after, "kecamatan;jumlah;sumber\r\nSatu;11;a\r\n\"Dua; Lama\";20;\r\nTiga;5;b\r\n");
        assert_eq!(merged(&after, &places, Some("b")), after);
        assert_eq!(merged("", &places, Some("b")), "kecamatan,jumlah,sumber\nSATU,11,b\nTiga,5,\n");
    }

    #[test]
    fn a_kecamatan_is_known_by_its_code() {
        assert_eq!(part_name("33.75", "337501").as_deref(), Ok("Pekalongan Barat"));
        assert!(part_name("33.75", "33.75.99").is_err() && part_name("99.71", "997101").is_err());
    }
}

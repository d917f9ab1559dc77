//! The layout of pictures, for the theme's template: SVG breaks no lines and knows no columns.

use crate::render::cards::fonts::RENDERER;
use kartu::Weight;
use serde::Serialize;
use tera::{Kwargs, State, Tera, TeraResult, Value};

/// The height of a line, in parts of the letters' size.
const LINE: f64 = 1.15;
/// How far below its top a line's letters stand, so that capitals are in its middle.
const BASELINE: f64 = 0.932;
/// The size of a standing, such as `Dibatalkan`, in parts of the names' size.
const STANDING: f64 = 0.7;
/// The room between two names, in parts of their size.
const BETWEEN: f64 = 0.2;
/// The largest side of a number's box, in pixels.
const BOX: f64 = 200.0;
/// The room between columns, and between boxes without names.
const GAP: f64 = 40.0;
/// The size of letters with which one column is as good as two.
const READABLE: u32 = 28;
/// The room between rows.
const ROW_GAP: f64 = 12.0;

/// A place in a picture, in pixels.
#[derive(Debug, Clone, Copy)]
struct Area {
    kiri: f64,
    atas: f64,
    lebar: f64,
    tinggi: f64,
}

/// The sizes letters may have.
#[derive(Debug, Clone, Copy)]
struct LetterSize {
    besar: u32,
    kecil: u32,
}

/// A text broken into lines.
#[derive(Debug, Serialize)]
struct Wrapped {
    huruf: u32,
    baris: Vec<Line>,
}

/// A line of text.
#[derive(Debug, Serialize, PartialEq)]
struct Line {
    /// Where its letters stand.
    y: f64,
    teks: String,
}

/// The rows of a ballot, laid out.
#[derive(Debug, Serialize)]
struct Arrangement {
    /// The size of the names; nothing where the longest does not fit, and only numbers are shown.
    huruf: Option<u32>,
    /// The size of a standing.
    huruf_keadaan: f64,
    /// The size of the numbers.
    angka: f64,
    /// The side of a number's box.
    sisi: f64,
    sel: Vec<Cell>,
}

/// A row of a ballot.
#[derive(Debug, Serialize)]
struct Cell {
    /// The number's box.
    kiri: f64,
    atas: f64,
    /// The number's middle, and where it stands.
    tengah: f64,
    dasar: f64,
    nomor: Value,
    /// Where the names begin.
    kiri_nama: f64,
    nama: Vec<Line>,
    /// The key of the standing, and where it stands.
    keadaan: Option<Value>,
    y_keadaan: f64,
    /// What becomes of a vote for the number, in lines below the standing and of its size.
    suara: Vec<Line>,
}

/// A row as the template gives it.
struct Row {
    nomor: Value,
    nama: Vec<Teks>,
    keadaan: Option<Value>,
    suara: Option<Teks>,
}

/// A text with the width of each of its words, in letters of one pixel: it is tried in many sizes.
struct Teks {
    words: Vec<(String, f64)>,
    weight: Weight,
}

/// Gives a template engine the filters that lay out a picture.
pub(in crate::render) fn register(tera: &mut Tera) {
    tera.register_filter("lipat", |text: &str, ask: Kwargs, _: &State| {
        let weight = if ask.get::<bool>("tebal")?.unwrap_or(false) { Weight::Bold } else { Weight::Regular };
        TeraResult::Ok(Value::from_serializable(&fold(text, weight, Area::of(&ask)?, LetterSize::of(&ask)?)))
    });
    tera.register_filter("susun", |rows: &[Value], ask: Kwargs, _: &State| {
        let empty = ask.must_get::<&str>("kosong")?;
        let votes = ask.get::<&Value>("suara")?;
        let rows = rows.iter().map(|row| Row::of(row, empty, votes)).collect::<Vec<_>>();
        let like = ask.get::<&[Value]>("sesama")?.unwrap_or_default();
        let like = like.iter().map(|row| Row::of(row, empty, votes)).collect::<Vec<_>>();
        let (area, letters) = (Area::of(&ask)?, LetterSize::of(&ask)?);
        TeraResult::Ok(Value::from_serializable(&arrange(rows, &like, area, letters)))
    });
}

impl Area {
    fn of(ask: &Kwargs) -> TeraResult<Self> {
        let get = |key| ask.must_get::<f64>(key);
        Ok(Self { kiri: get("kiri")?, atas: get("atas")?, lebar: get("lebar")?, tinggi: get("tinggi")? })
    }
}

impl LetterSize {
    fn of(ask: &Kwargs) -> TeraResult<Self> {
        let (besar, kecil) = (ask.must_get::<u32>("besar")?, ask.must_get::<u32>("kecil")?);
        if kecil == 0 || kecil > besar {
            return Err(tera::Error::message("kecil harus lebih dari nol dan tidak melebihi besar"));
        }
        Ok(Self { besar, kecil })
    }

    /// The largest size with which something fits that fits in all smaller ones too.
    fn largest(self, fits: impl Fn(u32) -> bool) -> Option<u32> {
        let (mut good, mut bad) = (self.kecil, self.besar + 1);
        if !fits(good) {
            return None;
        }
        while bad - good > 1 {
            let middle = good.midpoint(bad);
            *(if fits(middle) { &mut good } else { &mut bad }) = middle;
        }
        Some(good)
    }
}

impl Row {
    /// `votes` are the words for what becomes of a vote, by their keys.
    fn of(row: &Value, empty: &str, votes: Option<&Value>) -> Self {
        let get = |key: &'static str| row.get_from_path(key).filter(|value| !value.is_none() && !value.is_undefined());
        // Before the draw there is none, and the template draws no box.
        let nomor = get("nomor").cloned().unwrap_or_else(Value::none);
        let names = get("nama").and_then(Value::as_array).unwrap_or_default();
        let mut nama: Vec<Teks> =
            names.iter().filter_map(Value::as_str).map(|name| Teks::of(name, Weight::Bold)).collect();
        if nama.is_empty() {
            nama.push(Teks::of(empty, Weight::Bold));
        }
        let suara =
            get("suara").and_then(Value::as_str).zip(votes).and_then(|(key, votes)| votes.get_from_path(key)?.as_str());
        let suara = suara.map(|words| Teks::of(words, Weight::Bold));
        Self { nomor, nama, keadaan: get("keadaan").cloned(), suara }
    }

    /// How high its names are in letters of a size, with its standing.
    fn height(&self, size: f64, width: f64) -> f64 {
        let lines: usize = self.nama.iter().map(|nama| nama.count(width / size)).sum();
        let standing = if self.keadaan.is_some() { BETWEEN + STANDING * LINE } else { 0.0 };
        let vote = self
            .suara
            .as_ref()
            .map_or(0.0, |suara| BETWEEN + STANDING * LINE * float(suara.count(width / (size * STANDING))));
        (float(lines) * LINE + float(self.nama.len() - 1) * BETWEEN + standing + vote) * size
    }
}

/// A text in the largest letters with which it fits; what does not fit in the smallest is cut, and says so.
fn fold(text: &str, weight: Weight, area: Area, letters: LetterSize) -> Wrapped {
    let text = Teks::of(text, weight);
    let width = |size: u32| area.lebar / f64::from(size);
    let most = |size: u32| whole(area.tinggi / (f64::from(size) * LINE)).max(1);
    let size = letters.largest(|size| text.count(width(size)) <= most(size)).unwrap_or(letters.kecil);
    let mut found = text.lines(width(size));
    if found.len() > most(size) {
        found.truncate(most(size));
        found.last_mut().into_iter().for_each(|last| shorten(last, weight, width(size)));
    }
    Wrapped { huruf: size, baris: placed(found, area.atas, f64::from(size)) }
}

/// Takes letters away until the line fits with a sign that there were more.
fn shorten(line: &mut String, weight: Weight, width: f64) {
    while RENDERER.width(weight, line) + RENDERER.width(weight, "…") > width && line.pop().is_some() {}
    line.truncate(line.trim_end_matches([' ', ',', '.']).len());
    line.push('…');
}

fn placed(lines: Vec<String>, top: f64, size: f64) -> Vec<Line> {
    let at = |i: usize| pixel(top + (float(i) * LINE + BASELINE) * size);
    lines.into_iter().enumerate().map(|(i, teks)| Line { y: at(i), teks }).collect()
}

impl Teks {
    fn of(text: &str, weight: Weight) -> Self {
        let words = text.split_whitespace().map(|word| (word.to_owned(), RENDERER.width(weight, word)));
        Self { words: words.collect(), weight }
    }

    /// Its lines at most so wide, in letters of one pixel. A word that is wider than a line is broken.
    fn lines(&self, width: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        self.fill(width, |piece, continues| match lines.last_mut() {
            Some(line) if continues => {
                line.push(' ');
                line.push_str(piece);
            }
            _ => lines.push(piece.to_owned()),
        });
        lines
    }

    /// How many lines it takes.
    fn count(&self, width: f64) -> usize {
        let mut count = 0;
        self.fill(width, |_, continues| count += usize::from(!continues));
        count
    }

    /// Gives every word, or piece of one that is too wide, and whether it goes on with the line.
    fn fill<'t>(&'t self, width: f64, mut take: impl FnMut(&'t str, bool)) {
        let space = RENDERER.width(self.weight, " ");
        let mut filled: Option<f64> = None;
        for (word, wide) in &self.words {
            let together = filled.map(|filled| filled + space + wide).filter(|together| *together <= width);
            if together.is_some() || *wide <= width {
                take(word, together.is_some());
                filled = together.or(Some(*wide));
                continue;
            }
            for piece in pieces(word, self.weight, width) {
                take(piece, false);
                filled = Some(RENDERER.width(self.weight, piece));
            }
        }
    }
}

/// A word in pieces at most so wide, each of one letter at least.
fn pieces(word: &str, weight: Weight, width: f64) -> Vec<&str> {
    let (mut pieces, mut start, mut filled) = (Vec::new(), 0, 0.0);
    for (at, letter) in word.char_indices() {
        let wide = RENDERER.width(weight, letter.encode_utf8(&mut [0; 4]));
        if filled + wide > width && at > start {
            pieces.push(&word[start..at]);
            (start, filled) = (at, 0.0);
        }
        filled += wide;
    }
    pieces.push(&word[start..]);
    pieces
}

/// The rows of a ballot in one column, or in two where that leaves larger letters. `like` are those that are shown alone in
/// pictures like this one.
fn arrange(rows: Vec<Row>, like: &[Row], area: Area, letters: LetterSize) -> Arrangement {
    let [one, two] = [1, 2].map(|columns| Grid::of(area, rows.len(), columns));
    let all: Vec<&Row> = rows.iter().chain(like).collect();
    let size = |grid: &Grid| grid.size(&all, letters);
    match (size(&one), size(&two)) {
        (Some(size), other) if size >= READABLE || other <= Some(size) => one.with_names(rows, size),
        (_, Some(size)) => two.with_names(rows, size),
        _ => numbers(rows, area),
    }
}

/// Cells of one size in a place.
struct Grid {
    area: Area,
    columns: usize,
    /// The size of a cell.
    lebar: f64,
    tinggi: f64,
    /// The side of a number's box.
    sisi: f64,
}

impl Grid {
    fn of(area: Area, count: usize, columns: usize) -> Self {
        let rows = float(count.div_ceil(columns).max(1));
        let lebar = pixel((area.lebar - float(columns - 1) * GAP) / float(columns));
        let tinggi = pixel((area.tinggi - (rows - 1.0) * ROW_GAP) / rows);
        Self { area, columns, lebar, tinggi, sisi: tinggi.min(BOX) }
    }

    fn names_from(&self) -> f64 {
        pixel(self.sisi * 1.18)
    }

    /// The largest letters with which all names fit their cells.
    fn size(&self, rows: &[&Row], huruf: LetterSize) -> Option<u32> {
        let width = self.lebar - self.names_from();
        huruf.largest(|size| rows.iter().all(|row| row.height(f64::from(size), width) <= self.tinggi))
    }

    fn with_names(&self, rows: Vec<Row>, size: u32) -> Arrangement {
        let sel = rows.into_iter().enumerate().map(|(i, row)| self.cell(row, i, f64::from(size)));
        Arrangement {
            huruf: Some(size),
            huruf_keadaan: pixel(f64::from(size) * STANDING),
            angka: digits(self.sisi),
            sisi: self.sisi,
            sel: sel.collect(),
        }
    }

    /// The cell at a place, from left to right as on a ballot.
    fn cell(&self, row: Row, place: usize, size: f64) -> Cell {
        let (column, line) = (place % self.columns, place / self.columns);
        let kiri = pixel(self.area.kiri + float(column) * (self.lebar + GAP));
        let atas = self.area.atas + float(line) * (self.tinggi + ROW_GAP);
        let width = self.lebar - self.names_from();
        let mut y = atas + (self.tinggi - row.height(size, width)) / 2.0;
        let mut nama = Vec::new();
        for name in &row.nama {
            let lines = name.lines(width / size);
            let height = (float(lines.len()) * LINE + BETWEEN) * size;
            nama.extend(placed(lines, y, size));
            y += height;
        }
        let y_keadaan = pixel(y + BASELINE * STANDING * size);
        if row.keadaan.is_some() {
            y += (BETWEEN + STANDING * LINE) * size;
        }
        let small = size * STANDING;
        let suara = row.suara.map_or(Vec::new(), |suara| placed(suara.lines(width / small), y, small));
        let atas = pixel(atas + (self.tinggi - self.sisi) / 2.0);
        Cell {
            nama,
            keadaan: row.keadaan,
            kiri_nama: kiri + self.names_from(),
            y_keadaan,
            suara,
            ..Cell::number(row.nomor, kiri, atas, self.sisi)
        }
    }
}

/// The boxes of the numbers in a row, where names are too long for letters that can be read.
fn numbers(rows: Vec<Row>, area: Area) -> Arrangement {
    let count = float(rows.len().max(1));
    let sisi = pixel(((area.lebar - (count - 1.0) * GAP) / count).min(area.tinggi).min(BOX));
    let atas = pixel(area.atas + (area.tinggi - sisi) / 2.0);
    let left = |i: usize| pixel(area.kiri + float(i) * (sisi + GAP));
    let sel = rows.into_iter().enumerate().map(|(i, row)| Cell::number(row.nomor, left(i), atas, sisi)).collect();
    Arrangement { huruf: None, huruf_keadaan: 0.0, angka: digits(sisi), sisi, sel }
}

impl Cell {
    /// A number in its box.
    fn number(nomor: Value, kiri: f64, atas: f64, sisi: f64) -> Self {
        let dasar = pixel(atas + sisi / 2.0 + digits(sisi) * (BASELINE - LINE / 2.0));
        Self {
            kiri,
            atas,
            tengah: kiri + sisi / 2.0,
            dasar,
            nomor,
            kiri_nama: kiri + sisi,
            nama: Vec::new(),
            keadaan: None,
            y_keadaan: dasar,
            suara: Vec::new(),
        }
    }
}

/// The size of the digits in a box.
fn digits(sisi: f64) -> f64 {
    pixel(sisi * 0.64)
}

/// A whole pixel, so that edges are sharp and texts short.
fn pixel(place: f64) -> f64 {
    place.round()
}

fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a picture has few lines, and none below zero"
)]
fn whole(count: f64) -> usize {
    count as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(lines: &[Line]) -> Vec<&str> {
        lines.iter().map(|line| line.teks.as_str()).collect()
    }

    fn folded(text: &str, lebar: f64, tinggi: f64) -> Wrapped {
        let place = Area { kiri: 0.0, atas: 0.0, lebar, tinggi };
        fold(text, Weight::Regular, place, LetterSize { besar: 40, kecil: 20 })
    }

    #[test]
    fn a_text_has_the_largest_letters_that_fit() {
        let short = folded("Kota Contoh", 500.0, 50.0);
        assert_eq!((short.huruf, words(&short.baris)), (40, vec!["Kota Contoh"]));
        let long = folded("Kabupaten Contoh dan Kepulauan Contoh", 500.0, 50.0);
        assert_eq!(words(&long.baris), ["Kabupaten Contoh dan Kepulauan Contoh"]);
        assert!((20..40).contains(&long.huruf), "{}", long.huruf);
        let high = folded("Kabupaten Contoh dan Kepulauan Contoh", 500.0, 100.0);
        assert_eq!(high.huruf, 40);
        assert_eq!(words(&high.baris).join(" "), "Kabupaten Contoh dan Kepulauan Contoh");
        assert!(high.baris.len() == 2 && high.baris[0].y < high.baris[1].y && high.baris[1].y <= 100.0);
    }

    #[test]
    fn what_does_not_fit_is_cut_and_says_so() {
        let cut = folded("Deklarasi damai, tertib, dan jujur semua pasangan calon se-Kota Contoh", 300.0, 25.0);
        assert_eq!(cut.huruf, 20);
        let [line] = &cut.baris[..] else { panic!("{cut:?}") };
        assert!(line.teks.starts_with("Deklarasi damai") && line.teks.ends_with('…'), "{line:?}");
        assert!(RENDERER.width(Weight::Regular, &line.teks) * 20.0 <= 300.0, "{line:?}");
    }

    #[test]
    fn a_word_wider_than_its_line_is_broken() {
        let found = Teks::of(&format!("H. {}", "CONTOH".repeat(18)), Weight::Bold).lines(20.0);
        assert!(found.len() > 3, "{found:?}");
        assert!(found.iter().all(|line| RENDERER.width(Weight::Bold, line) <= 20.0), "{found:?}");
        assert_eq!(found.concat(), format!("H.{}", "CONTOH".repeat(18)));
    }

    #[test]
    fn what_becomes_of_a_vote_stands_below_the_standing_and_within_the_column() {
        let row =
            serde_json::json!({ "nomor": 2, "nama": ["H. CONTOH"], "keadaan": "dibatalkan", "suara": "tidak_sah" });
        let votes = Value::from_serializable(&serde_json::json!({ "tidak_sah": "Suaranya tidak sah, kata keputusan" }));
        let row = Row::of(&Value::from_serializable(&row), "Kolom kosong", Some(&votes));
        let area = Area { kiri: 0.0, atas: 0.0, lebar: 400.0, tinggi: 200.0 };
        let laid = arrange(vec![row], &[], area, LetterSize { besar: 60, kecil: 18 });
        let cell = &laid.sel[0];
        assert!(cell.suara.len() > 1, "{cell:?}");
        assert!(cell.suara[0].y > cell.y_keadaan && cell.suara.last().unwrap().y <= 200.0, "{cell:?}");
        // The size that the template is given is a whole pixel.
        let width = (400.0 - cell.kiri_nama) * 1.03;
        assert!(cell.suara.iter().all(|line| RENDERER.width(Weight::Bold, &line.teks) * laid.huruf_keadaan <= width));
    }
}

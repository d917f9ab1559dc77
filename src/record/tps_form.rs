//! Reads `tps.csv`, and says what is wrong with its form: everything in one file, each at its cell.

use crate::bahasa::{Kata, kata};
use crate::record::Loaded;
use crate::record::form::{MISSING_KEY, TWICE, UNKNOWN_KEY, VALUE};
use crate::record::load::{Name, conflict};
use crate::record::tps::{Akses, Baris, DaftarTps, Kolom, digits, header, ids};
use crate::report::place::Place;
use crate::report::{Diagnostic, Thinned};
use crate::source::Source;
use crate::value::angka::Jumlah;
use crate::value::kode_bahasa::KodeBahasa;
use crate::value::mirip::nearest;
use crate::value::slug::Slug;
use crate::value::tabel::{Cell, Rows};
use crate::value::teks::Teks;
use crate::value::{Nilai, Scalar, Written};
use std::ops::Range;
use std::sync::Arc;

/// Columns that hold what is known of people: by words of their names.
const PERSONAL: [&str; 14] = [
    "nik",
    "kk",
    "ktp",
    "pemilih",
    "nama_pemilih",
    "telepon",
    "telp",
    "hp",
    "wa",
    "lahir",
    "umur",
    "usia",
    "ketua",
    "petugas",
];
/// The code of such a column.
const PERSONAL_COLUMN: &str = "PDP-60";

/// Reads a file; findings say why when there is no record of it.
pub(super) fn load(source: &Arc<Source>, findings: &mut Vec<Diagnostic>) -> Option<Loaded<DaftarTps>> {
    let found = inspect(source);
    let is_sound = found.is_empty();
    findings.extend(found);
    let name = Name { tanggal: None, slug: "tps".to_owned(), nomor: None, bahasa: KodeBahasa::indonesia() };
    let record = |text| Arc::new(DaftarTps::of(text));
    is_sound.then(|| Loaded { source: Arc::clone(source), name, record: record(source.text()), cut: 0 })
}

/// What is wrong with the form of a file.
fn inspect(source: &Source) -> Vec<Diagnostic> {
    if let Some(conflict) = conflict(source) {
        return vec![conflict];
    }
    let mut form = Form { source, findings: Thinned::default() };
    let mut rows = Rows::of(source.text());
    let mut baris = header(&mut rows);
    form.columns(&baris);
    let width = baris.row().cells.len();
    if !form.findings.kept.is_empty() {
        return form.findings.kept;
    }
    while rows.read_into(baris.row_mut()) {
        form.row(&baris, width);
    }
    form.findings.kept
}

/// A file while it is looked at.
struct Form<'s> {
    source: &'s Source,
    findings: Thinned,
}

impl Form<'_> {
    fn galat(&self, code: &'static str, range: &Range<usize>, what: Kata) -> Diagnostic {
        Diagnostic::galat(code, Place::bytes(&self.source.path, range.clone()), what)
    }

    /// The names of the columns.
    fn columns(&mut self, first: &Baris<'_>) {
        let mut seen: Vec<Kolom> = Vec::new();
        for cell in first.row().cells.iter().filter(|cell| !cell.text.is_empty()) {
            match Kolom::named(&cell.text) {
                None => self.findings.add(self.unknown(cell)),
                Some(column) if seen.contains(&column) => {
                    let name = &cell.text;
                    let what =
                        kata(format!("kolom `{name}` ada dua kali"), format!("the column `{name}` is there twice"));
                    let help = kata("hapus salah satu", "delete one of them");
                    self.findings.add(self.galat(TWICE, &cell.range, what).help(help));
                }
                Some(column) => seen.push(column),
            }
        }
        let has = |column| seen.contains(&column);
        let is_list = has(Kolom::Jumlah) || (has(Kolom::Kelurahan) && has(Kolom::Nomor));
        if !has(Kolom::Kecamatan) || !is_list {
            let what = kata(
                "baris pertama belum menyebut nama kolom yang diperlukan",
                "the first row does not name the columns that are needed",
            );
            let help = kata(
                "tulis kecamatan,kelurahan,nomor,tempat,alamat,akses,dpt,sumber; atau kecamatan,jumlah,sumber",
                "write kecamatan,kelurahan,nomor,tempat,alamat,akses,dpt,sumber; or kecamatan,jumlah,sumber",
            );
            self.findings.add(self.galat(MISSING_KEY, &first.range(), what).help(help));
        }
    }

    /// A column that is none.
    fn unknown(&self, cell: &Cell<'_>) -> Diagnostic {
        let name = &*cell.text;
        let words = name.to_lowercase();
        let mut words = words.split(|c: char| !c.is_alphanumeric());
        if words.any(|word| PERSONAL.contains(&word)) {
            let what = kata(
                format!("kolom \"{name}\" memuat data orang, dan daftar ini tentang tempat"),
                format!("the column \"{name}\" holds data of people, and this list is about places"),
            );
            let help = kata(
                "hapus kolomnya, juga dari riwayat Git jika sudah tersimpan di sana",
                "delete the column, from the Git history too if it is there already",
            );
            return self.galat(PERSONAL_COLUMN, &cell.range, what).help(help);
        }
        let what =
            kata(format!("kolom `{name}` tidak dikenal di sini"), format!("the column `{name}` is not known here"));
        let finding = self.galat(UNKNOWN_KEY, &cell.range, what);
        let known = || Kolom::ALL.iter().map(|(name, _)| *name);
        let near = if name.eq_ignore_ascii_case("desa") { Some("kelurahan") } else { nearest(name, known()) };
        if let Some(near) = near {
            let help = kata(format!("mungkin maksudnya `{near}`"), format!("perhaps `{near}` is meant"));
            return finding.help(help).fix(Place::bytes(&self.source.path, cell.range.clone()), near);
        }
        let list = known().collect::<Vec<_>>().join(", ");
        finding.help(kata(format!("kolom yang ada: {list}"), format!("the columns are: {list}")))
    }

    fn row(&mut self, baris: &Baris<'_>, width: usize) {
        if let Some(broken) = self.broken(baris, width) {
            return self.findings.add(broken);
        }
        self.needed(baris);
        for column in [Kolom::Nomor, Kolom::Dpt, Kolom::Jumlah] {
            self.number(&baris.cell(column), column);
        }
        for column in [Kolom::Kecamatan, Kolom::Kelurahan, Kolom::Tempat, Kolom::Alamat] {
            self.words(&baris.cell(column));
        }
        self.akses(&baris.cell(Kolom::Akses));
        self.sources(&baris.cell(Kolom::Sumber));
    }

    /// A row whose cells are not those of the columns.
    fn broken(&self, baris: &Baris<'_>, width: usize) -> Option<Diagnostic> {
        let row = baris.row();
        if row.is_open {
            let last = row.cells.last().map_or(row.range.clone(), |cell| cell.range.start..cell.range.start + 1);
            let what = kata("tanda kutip ini tidak ditutup", "this quotation mark is not closed");
            let help = kata(
                "tutup dengan tanda kutip; tanda kutip di dalam teks ditulis dua kali",
                "close it with another; a quotation mark inside a text is written twice",
            );
            return Some(self.galat(VALUE, &last, what).help(help));
        }
        let cells = row.cells.len();
        if cells <= width {
            return None;
        }
        let what = kata(
            format!("baris ini berisi {cells} kolom, baris pertama {width}"),
            format!("this row has {cells} columns, the first row {width}"),
        );
        let help = kata(
            "apit teks yang memuat koma dengan tanda kutip: \"Jl. Contoh 1, Kauman\"",
            "put quotation marks around a text with a comma in it: \"Jl. Contoh 1, Kauman\"",
        );
        Some(self.galat(VALUE, &row.range, what).help(help))
    }

    /// What a row has to say: which polling place it is, or how many there are.
    fn needed(&mut self, baris: &Baris<'_>) {
        let is_empty = |column| baris.cell(column).text.is_empty();
        if !is_empty(Kolom::Jumlah) {
            if !is_empty(Kolom::Nomor) {
                let what = kata(
                    "baris ini menyebut nomor satu TPS dan jumlah beberapa TPS",
                    "this row says the number of one polling place and how many there are",
                );
                let help = kata("kosongkan salah satu", "leave one of both empty");
                self.findings.add(self.galat(VALUE, &baris.cell(Kolom::Jumlah).range, what).help(help));
            }
            return self.missing(baris, &[Kolom::Kecamatan]);
        }
        self.missing(baris, &[Kolom::Kecamatan, Kolom::Kelurahan, Kolom::Nomor]);
    }

    fn missing(&mut self, baris: &Baris<'_>, columns: &[Kolom]) {
        for (name, column) in Kolom::ALL.iter().filter(|(_, column)| columns.contains(column)) {
            if baris.cell(*column).text.is_empty() {
                let what =
                    kata(format!("baris ini tidak mengisi `{name}`"), format!("this row does not fill in `{name}`"));
                self.findings.add(self.galat(MISSING_KEY, &baris.range(), what));
            }
        }
    }

    /// A number; that of a polling place is 1 or more.
    fn number(&mut self, cell: &Cell<'_>, column: Kolom) {
        let number = digits(&cell.text);
        if cell.text.is_empty() || number.is_some_and(|number| number > 0 || column == Kolom::Dpt) {
            return;
        }
        let refusal = Jumlah::refuse(Written::plain(&cell.text)).filter(|_| number.is_none());
        let text = &cell.text;
        let finding = if let Some(refusal) = refusal {
            let finding = self.galat(VALUE, &cell.range, refusal.what).maybe_help(refusal.help);
            let place = Place::bytes(&self.source.path, cell.range.clone());
            refusal.fix.map_or(finding.clone(), |fix| finding.fix(place, fix))
        } else {
            let what = kata(format!("{text} bukan bilangan mulai dari 1"), format!("{text} is no number from 1 on"));
            self.galat(VALUE, &cell.range, what)
        };
        self.findings.add(finding);
    }

    /// A text that readers see.
    fn words(&mut self, cell: &Cell<'_>) {
        if cell.text.is_empty() {
            return;
        }
        let written = Written { scalar: Scalar::Teks(&cell.text), text: &cell.text };
        if let Some(refusal) = Teks::refuse(written) {
            self.findings.add(self.galat(VALUE, &cell.range, refusal.what).maybe_help(refusal.help));
        }
    }

    fn akses(&mut self, cell: &Cell<'_>) {
        let words = cell.text.split([';', ',']).map(str::trim).filter(|word| !word.is_empty());
        for word in words.filter(|word| Akses::read(word).is_none()) {
            let list = Akses::ALL.map(|(word, _)| word);
            let what = kata(format!("\"{word}\" bukan salah satu akses"), format!("\"{word}\" is no kind of access"));
            let finding = self.galat(VALUE, &cell.range, what);
            self.findings.add(if let Some(near) = nearest(word, list) {
                finding.help(kata(format!("mungkin maksudnya {near}"), format!("perhaps {near} is meant")))
            } else {
                let list = list.join("; ");
                finding.help(kata(
                    format!("pakai kata-kata ini, dipisah titik koma: {list}"),
                    format!("use these words, with semicolons between: {list}"),
                ))
            });
        }
    }

    fn sources(&mut self, cell: &Cell<'_>) {
        let words = cell.text.split([';', ',']).map(str::trim).filter(|word| !word.is_empty());
        for word in words.filter(|word| ids(word).next().is_none()) {
            let refusal = Slug::refuse(Written { scalar: Scalar::Teks(word), text: word });
            let what = refusal.map_or_else(|| kata("ini bukan kunci", "this is no key"), |refusal| refusal.what);
            let help = kata("tulis kuncinya di sumber.yaml", "write its key in sumber.yaml");
            self.findings.add(self.galat(VALUE, &cell.range, what).help(help));
        }
    }
}

//! `tps.csv`: the polling places of a kabupaten or kota, or how many there are in each kecamatan.
//!
//! The country has 435,296 of them, so the record keeps an account of them only: what is in each kecamatan, and where its rows
//! lie in the file. Whoever shows or checks them reads the [rows] then.

use crate::record::due::{Days, Due, FileName, Public};
use crate::record::rujukan::{Rujuk, Say};
use crate::record::sumber::Sumber;
use crate::value::angka::Jumlah;
use crate::value::daftar_desa::plain;
use crate::value::id::Id;
use crate::value::slug::Slug;
use crate::value::tabel::{Cell, Row, Rows};
use crate::value::teks::Teks;
use crate::value::{Nilai, Scalar};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::ops::Range;

/// The file's name.
pub(super) const FILE: &str = "tps.csv";

/// A row of the file as it is described to who writes one: a polling place, or how many there are.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Tps {
    /// Kecamatan, seperti di daftar Kementerian Dalam Negeri.
    pub kecamatan: Teks,
    /// Kelurahan atau desa, seperti di daftar yang sama; boleh kosong di baris yang hanya berisi jumlah.
    pub kelurahan: Option<Teks>,
    /// Nomor TPS di kelurahan atau desa itu.
    pub nomor: Option<Jumlah>,
    /// Nama tempatnya, misalnya SD Negeri 1.
    pub tempat: Option<Teks>,
    /// Alamat tempatnya, bukan alamat orang.
    pub alamat: Option<Teks>,
    /// Akses bagi pemilih disabilitas, dipisah titik koma.
    pub akses: Option<Akses>,
    /// Banyaknya pemilih di daftar pemilih tetap (DPT) TPS itu.
    pub dpt: Option<Jumlah>,
    /// Banyaknya TPS, kalau satu per satu belum diketahui; tanpa nomor.
    pub jumlah: Option<Jumlah>,
    /// Kunci di sumber.yaml, dipisah titik koma; berlaku sampai baris yang menyebut sumber lain.
    pub sumber: Option<Id<Sumber>>,
}

/// What a polling place has for voters with a disability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Akses {
    /// Bisa dimasuki dengan kursi roda.
    KursiRoda,
    /// Ada petugas yang mendampingi, kalau pemilih memintanya.
    Pendamping,
    /// Ada alat bantu bagi tunanetra.
    AlatBantuTunanetra,
    /// Ada juru bahasa isyarat.
    JuruBahasaIsyarat,
}

impl Akses {
    /// All of them, by the words that stand in a row.
    pub(super) const ALL: [(&str, Self); 4] = [
        ("kursi roda", Self::KursiRoda),
        ("pendamping", Self::Pendamping),
        ("alat bantu tunanetra", Self::AlatBantuTunanetra),
        ("juru bahasa isyarat", Self::JuruBahasaIsyarat),
    ];

    /// What a word of a row says.
    pub(super) fn read(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase().replace(['_', '-'], " ");
        Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, akses)| *akses)
    }
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of `Tps` say what they are")]
pub enum Kolom {
    Kecamatan,
    Kelurahan,
    Nomor,
    Tempat,
    Alamat,
    Akses,
    Dpt,
    Jumlah,
    Sumber,
}

impl Kolom {
    /// All of them by their names, in the order in which they are described.
    pub const ALL: [(&str, Self); 9] = [
        ("kecamatan", Self::Kecamatan),
        ("kelurahan", Self::Kelurahan),
        ("nomor", Self::Nomor),
        ("tempat", Self::Tempat),
        ("alamat", Self::Alamat),
        ("akses", Self::Akses),
        ("dpt", Self::Dpt),
        ("jumlah", Self::Jumlah),
        ("sumber", Self::Sumber),
    ];

    /// The column of a name, in any case.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, column)| *column)
    }
}

/// The account of a file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DaftarTps {
    /// The kecamatan, in the order in which they are first named.
    pub kecamatan: Vec<KecamatanTps>,
    /// The sources, each once.
    pub sumber: Vec<Id<Sumber>>,
    /// The number of the row that first names each.
    disebut: Vec<(Id<Sumber>, usize)>,
}

/// What a file says of a kecamatan.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct KecamatanTps {
    /// The name, as it is first written.
    pub nama: String,
    /// How many polling places are named.
    pub tps: u64,
    /// How many there are where they are only counted.
    pub jumlah: Option<u64>,
    /// Its kelurahan and desa, in the order in which they are first named.
    pub kelurahan: Vec<KelurahanTps>,
    /// Where its rows lie.
    pub bagian: Vec<Bagian>,
}

/// What a file says of a kelurahan or desa.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct KelurahanTps {
    /// The name, as it is first written.
    pub nama: String,
    /// How many polling places are named.
    pub tps: u64,
    /// How many there are where they are only counted.
    pub jumlah: Option<u64>,
}

/// Rows that follow each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bagian {
    /// The number of the first.
    pub awal: usize,
    /// How many they are.
    pub banyak: usize,
    /// Their bytes in the file.
    pub range: Range<usize>,
}

impl KecamatanTps {
    /// How many polling places there are.
    pub fn banyak(&self) -> u64 {
        self.tps + self.jumlah.unwrap_or_default()
    }
}

/// A row of the file, still as text.
#[derive(Debug, Clone, Default)]
pub struct Baris<'t> {
    /// Its number, from 0 and without the row of the columns' names.
    pub urut: usize,
    row: Row<'t>,
    columns: [Option<usize>; Kolom::ALL.len()],
}

impl<'t> Baris<'t> {
    /// A cell; an empty one where the row has none.
    pub fn cell(&self, column: Kolom) -> Cell<'t> {
        self.columns[column as usize].and_then(|at| self.row.cells.get(at)).cloned().unwrap_or_default()
    }

    /// What a cell says; nothing where it is empty.
    pub fn text(&self, column: Kolom) -> Option<Cow<'t, str>> {
        Some(self.cell(column).text).filter(|text| !text.is_empty())
    }

    /// The number in a cell.
    pub fn number(&self, column: Kolom) -> Option<u64> {
        digits(&self.text(column)?)
    }

    /// What the polling place has for voters with a disability, in the order of their list.
    pub fn akses(&self) -> Vec<Akses> {
        let words = self.text(Kolom::Akses).unwrap_or_default();
        let mut all: Vec<Akses> = words.split([';', ',']).filter_map(Akses::read).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Its bytes in the file.
    pub fn range(&self) -> Range<usize> {
        self.row.range.clone()
    }

    pub(super) fn row(&self) -> &Row<'t> {
        &self.row
    }

    pub(super) fn row_mut(&mut self) -> &mut Row<'t> {
        &mut self.row
    }
}

/// A number as forms write it: digits only, of a polling place also with noughts before it.
pub(super) fn digits(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.len() <= 15 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

/// The row that names the columns, and where each is.
pub(super) fn header<'t>(rows: &mut Rows<'t>) -> Baris<'t> {
    let mut first = Baris::default();
    rows.read_into(&mut first.row);
    for (at, cell) in first.row.cells.iter().enumerate() {
        if let Some(column) = Kolom::named(&cell.text) {
            first.columns[column as usize].get_or_insert(at);
        }
    }
    first
}

/// Shows the rows of a file one after the other.
pub fn rows<'t>(text: &'t str, mut see: impl FnMut(&Baris<'t>)) {
    let mut rows = Rows::of(text);
    let mut baris = header(&mut rows);
    let mut urut = 0;
    while rows.read_into(&mut baris.row) {
        baris.urut = urut;
        see(&baris);
        urut += 1;
    }
}

/// Shows the rows of a kecamatan one after the other.
pub fn rows_of<'t>(text: &'t str, kecamatan: &KecamatanTps, mut see: impl FnMut(&Baris<'t>)) {
    let mut all = Rows::of(text);
    let mut baris = header(&mut all);
    for bagian in &kecamatan.bagian {
        let mut rows = all.within(bagian.range.clone());
        baris.urut = bagian.awal;
        while rows.read_into(&mut baris.row) {
            see(&baris);
            baris.urut += 1;
        }
    }
}

impl DaftarTps {
    /// The account of a sound file.
    pub fn of(text: &str) -> Self {
        let mut daftar = Self::default();
        let mut last = 0;
        rows(text, |baris| {
            let nama = baris.cell(Kolom::Kecamatan).text;
            if daftar.kecamatan.get(last).is_none_or(|one| one.nama != nama) {
                last = place(&mut daftar.kecamatan, &nama);
            }
            daftar.kecamatan[last].put(baris);
            for id in ids(&baris.cell(Kolom::Sumber).text) {
                if !daftar.sumber.contains(&id) {
                    daftar.disebut.push((id.clone(), baris.urut));
                    daftar.sumber.push(id);
                }
            }
        });
        daftar
    }

    /// How many polling places there are.
    pub fn banyak(&self) -> u64 {
        self.kecamatan.iter().map(KecamatanTps::banyak).sum()
    }
}

/// Something with a name.
trait WithName: Default {
    fn nama(&mut self) -> &mut String;
}

impl WithName for KecamatanTps {
    fn nama(&mut self) -> &mut String {
        &mut self.nama
    }
}

impl WithName for KelurahanTps {
    fn nama(&mut self) -> &mut String {
        &mut self.nama
    }
}

/// The place of a name in a list, however it is written; a new one is put behind the others.
fn place<T: WithName>(list: &mut Vec<T>, nama: &str) -> usize {
    let plain = plain(nama);
    list.iter_mut().position(|one| self::plain(one.nama()) == plain).unwrap_or_else(|| {
        let mut one = T::default();
        nama.clone_into(one.nama());
        list.push(one);
        list.len() - 1
    })
}

impl KecamatanTps {
    fn put(&mut self, baris: &Baris<'_>) {
        let jumlah = baris.number(Kolom::Jumlah);
        count(jumlah, &mut self.tps, &mut self.jumlah);
        if let Some(nama) = baris.text(Kolom::Kelurahan) {
            let is_last = self.kelurahan.last().is_some_and(|one| one.nama == nama);
            let at = if is_last { self.kelurahan.len() - 1 } else { place(&mut self.kelurahan, &nama) };
            let kelurahan = &mut self.kelurahan[at];
            count(jumlah, &mut kelurahan.tps, &mut kelurahan.jumlah);
        }
        let range = baris.range();
        match self.bagian.last_mut() {
            Some(bagian) if bagian.awal + bagian.banyak == baris.urut => {
                bagian.banyak += 1;
                bagian.range.end = range.end;
            }
            _ => self.bagian.push(Bagian { awal: baris.urut, banyak: 1, range }),
        }
    }
}

/// Counts a row: one polling place, or as many as it says.
fn count(row: Option<u64>, tps: &mut u64, jumlah: &mut Option<u64>) {
    match row {
        Some(more) => *jumlah = Some(jumlah.unwrap_or_default().saturating_add(more)),
        None => *tps += 1,
    }
}

/// The sources that a cell names.
pub(super) fn ids(text: &str) -> impl Iterator<Item = Id<Sumber>> {
    let words = text.split([';', ',']).map(str::trim).filter(|word| !word.is_empty());
    words.filter_map(|word| Slug::read(Scalar::Teks(word)).ok().map(Id::new))
}

impl Rujuk for DaftarTps {
    fn rujuk<'r>(&'r self, say: &mut Say<'_, 'r>) {
        for id in &self.sumber {
            let row = self.disebut.iter().find(|(known, _)| known == id).map_or(0, |(_, row)| *row);
            say(format_args!("[{row}].sumber"), id);
        }
    }

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        vec![&mut self.sumber]
    }
}

/// From the day on which the first of its sources says it.
impl Due for DaftarTps {
    fn due(&self, _: &FileName, days: &Days<'_>) -> Public<Self> {
        days.from(days.first_source(&self.sumber))
    }
}

/// A file is a list of such rows.
impl JsonSchema for DaftarTps {
    fn schema_name() -> Cow<'static, str> {
        "DaftarTps".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<Tps>::json_schema(generator)
    }
}

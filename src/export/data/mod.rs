//! `/data/`: everything as CSV and JSON, with a schema, and the page that lists it.
//!
//! A table is one entry of `TABLES`: its name, its columns and its rows. The CSV, the JSON, the schema and the page
//! all come from that entry.

mod dcat;
pub(super) mod forms;
mod news;
mod nist;
mod package;
mod pemilihan;
mod popolo;
mod references;

use crate::model::{Lingkup, Model};
use crate::page::frame::address::{Address, Base};
use crate::page::frame::meta::PageHead;
use crate::page::frame::page::{export, html};
use crate::page::frame::plan::Plan;
use crate::page::frame::words::Phrase;
use serde::{Serialize, Serializer};
use serde_json::Value;

/// A table of the open data.
struct DataTable {
    /// Its name, and the name of its files.
    nama: &'static str,
    /// The key of what one row is, among the words of the theme.
    keterangan: &'static str,
    /// Its columns.
    kolom: &'static [Column],
    /// How many rows it has.
    jumlah: fn(&Model) -> usize,
    /// Its rows: a value for each column.
    baris: for<'m> fn(&'m Model) -> Rows<'m>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Column {
    /// Its name.
    pub nama: &'static str,
    /// What its values are.
    pub jenis: ColumnType,
    /// The key of what it says, among the words of the theme.
    #[serde(serialize_with = "said")]
    pub keterangan: &'static str,
}

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnType {
    /// Text.
    Teks,
    /// A whole number.
    Bulat,
    /// A number, perhaps with decimals.
    Angka,
    /// True or false.
    Logika,
    /// A day.
    Tanggal,
    /// A time of the day.
    Jam,
    /// A whole address on the web.
    Tautan,
    /// Keys of other records; in CSV parted by semicolons.
    Kunci,
    /// Ballot numbers; in CSV parted by semicolons.
    Nomor,
    /// A list; in CSV written as JSON.
    Daftar,
    /// Names with values; in CSV written as JSON.
    Peta,
}

/// A table with its rows.
pub struct Csv<'m> {
    /// The columns.
    pub kolom: &'static [Column],
    model: &'m Model,
    baris: for<'r> fn(&'r Model) -> Rows<'r>,
}

/// The same table as JSON.
pub struct TableJson<'m>(pub Csv<'m>);

/// Rows one after the other: those of a large table are never all in memory.
pub type Rows<'m> = Box<dyn Iterator<Item = Vec<Value>> + 'm>;

impl<'m> Csv<'m> {
    /// The rows: a value for each column.
    pub fn baris(&self) -> Rows<'m> {
        (self.baris)(self.model)
    }
}

/// A row before it is taken apart: a thing with its scope.
struct Row<'m, T> {
    model: &'m Model,
    lingkup: &'m Lingkup,
    isi: T,
}

/// The page that lists the tables.
#[derive(Serialize)]
struct DataView {
    laman: PageHead,
    tabel: Vec<TableView>,
    /// The description of all tables for programs.
    paket: Address,
    /// The same as a catalogue, for portals.
    dcat: Address,
    /// Those who stand, in the form of Popolo.
    popolo: Address,
    /// The certified results, in the form of NIST SP 1500-100.
    nist: Address,
}

/// A table on the page.
#[derive(Serialize)]
struct TableView {
    kunci: &'static str,
    keterangan: Phrase,
    jumlah_baris: usize,
    csv: Address,
    json: Address,
    kolom: &'static [Column],
}

/// A text of the theme in the place of its key.
fn said<S: Serializer>(key: &&'static str, serializer: S) -> Result<S::Ok, S::Error> {
    Phrase::of(key).serialize(serializer)
}

/// Makes a table of a list of columns, each with its kind and its value in a row; what they mean are words of the theme, such
/// as `kolom.berita.judul`.
///
/// Every table begins with the columns that say where a row belongs.
macro_rules! tabel {
    (
        $nama:literal, $isi:expr, |$baris:ident| {
            $($kolom:ident: $jenis:ident = $nilai:expr;)*
        }
    ) => {
        $crate::export::data::DataTable {
            nama: $nama,
            keterangan: concat!("tabel.", $nama),
            kolom: &[
                $crate::export::data::LINGKUP,
                $crate::export::data::KODE_WILAYAH,
                $crate::export::data::NAMA_WILAYAH,
                $($crate::export::data::Column {
                    nama: stringify!($kolom),
                    jenis: $crate::export::data::ColumnType::$jenis,
                    keterangan: concat!("kolom.", $nama, ".", stringify!($kolom)),
                },)*
            ],
            jumlah: |model| $crate::export::data::rows(model, $isi).count(),
            baris: |model| {
                Box::new($crate::export::data::rows(model, $isi).map(|$baris| {
                    let mut cells = $baris.head();
                    cells.extend([$(serde_json::json!($nilai)),*]);
                    cells
                }))
            },
        }
    };
}
use tabel;

const LINGKUP: Column = Column { nama: "lingkup", jenis: ColumnType::Teks, keterangan: "kolom.setiap.lingkup" };
const KODE_WILAYAH: Column =
    Column { nama: "kode_wilayah", jenis: ColumnType::Teks, keterangan: "kolom.setiap.kode_wilayah" };
const NAMA_WILAYAH: Column =
    Column { nama: "nama_wilayah", jenis: ColumnType::Teks, keterangan: "kolom.setiap.nama_wilayah" };

/// All tables, in the order of the page.
const TABLES: [&[DataTable]; 3] = [pemilihan::TABLES, news::TABLES, references::TABLES];

fn tables() -> impl Iterator<Item = &'static DataTable> {
    TABLES.into_iter().flatten()
}

/// Two files for every table, their description, and the page that lists them.
pub(super) fn plan<'m>(plan: &mut Plan<'m>) {
    let model: &'m Model = plan.model;
    for tabel in tables() {
        plan.add(tabel.file("csv"), move || export(tabel.of(model)));
        plan.add(tabel.file("json"), move || export(TableJson(tabel.of(model))));
    }
    plan.add(package::address(), move || export(package::paket(model)));
    plan.add(dcat::address(), move || export(dcat::catalogue(model)));
    plan.add(popolo::address(), move || export(popolo::popolo(model)));
    plan.add(nist::address(), move || export(nist::report(model)));
    plan.add(page(), move || html("data.html", &view(model)));
}

fn page() -> Address {
    Address::root("data/index.html")
}

fn view(model: &Model) -> DataView {
    let tabel = tables().map(|tabel| TableView {
        kunci: tabel.nama,
        keterangan: Phrase::of(tabel.keterangan),
        jumlah_baris: (tabel.jumlah)(model),
        csv: tabel.file("csv"),
        json: tabel.file("json"),
        kolom: tabel.kolom,
    });
    DataView {
        laman: PageHead::new(model, model.nasional(), Phrase::of("judul.data"), page())
            .ringkasan(Phrase::of("ringkasan.data").with("nama", &*model.situs.record.nama))
            .jsonld(&[package::dataset(model)]),
        tabel: tabel.collect(),
        paket: package::address(),
        dcat: dcat::address(),
        popolo: popolo::address(),
        nist: nist::address(),
    }
}

impl DataTable {
    fn file(&self, extension: &str) -> Address {
        Address::root(&format!("data/{}.{extension}", self.nama))
    }

    fn of<'m>(&self, model: &'m Model) -> Csv<'m> {
        Csv { kolom: self.kolom, model, baris: self.baris }
    }
}

/// The rows that each scope gives, in the order of the scopes.
fn rows<'m, T, I>(model: &'m Model, isi: impl Fn(&'m Model, &'m Lingkup) -> I) -> impl Iterator<Item = Row<'m, T>>
where
    I: IntoIterator<Item = T>,
{
    model
        .lingkup
        .iter()
        .flat_map(move |lingkup| isi(model, lingkup).into_iter().map(move |isi| Row { model, lingkup, isi }))
}

impl<T> Row<'_, T> {
    /// The values of the columns every table begins with.
    fn head(&self) -> Vec<Value> {
        let kode = self.lingkup.daerah.as_ref().map(|wilayah| wilayah.record.kode.as_str());
        vec![self.lingkup.jalur.as_str().into(), kode.into(), self.lingkup.nama().into()]
    }

    /// The whole address of a page.
    fn alamat(&self, address: &Address) -> String {
        Base::new(&self.model.situs.record.alamat).canonical(address)
    }

    /// The whole address of a page of the scope.
    fn halaman(&self, file: &str) -> String {
        self.alamat(&Address::of(self.lingkup, file))
    }

    /// The whole address of a leaf in one of the scope's folders.
    fn daun(&self, folder: &str, slug: &str) -> String {
        self.alamat(&Address::leaf(self.lingkup, folder, slug))
    }
}

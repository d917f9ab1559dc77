//! The JSON in which KPU serves regions, pairs and counts.

use super::text::decoded;
use super::{Given, Line, MOST_ROWS, Reader, Table, too_large};
use crate::bahasa::{Kata, kata};
use crate::project::import::kind::Kind;
use crate::value::daftar_wilayah::code_of;
use serde_json::{Map, Value};

/// Reads KPU's JSON.
pub(super) struct Kpu;

/// What stands among the votes of pairs and is none.
const PROGRESS: &str = "progres";

impl Reader for Kpu {
    fn knows(&self, given: &Given) -> bool {
        let bytes = given.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&given.bytes);
        matches!(bytes.trim_ascii_start().first(), Some(b'{' | b'['))
    }

    fn read(&self, given: &Given) -> Result<Vec<Table>, Kata> {
        let value = decoded(&given.bytes).and_then(|text| serde_json::from_str(&text).ok()).ok_or_else(broken)?;
        let tables = match &value {
            Value::Array(regions) => vec![of_regions(regions)],
            Value::Object(counts) if counts.contains_key("tungsura") => of_counts(counts, given),
            Value::Object(regions) => vec![of_pairs(regions)],
            _ => Vec::new(),
        };
        if tables.iter().all(|(_, rows)| rows.is_empty()) {
            return Err(unknown());
        }
        if tables.iter().any(|(_, rows)| rows.len() > MOST_ROWS) {
            return Err(too_large());
        }
        Ok(tables.into_iter().map(|rows| table(given, rows)).collect())
    }
}

/// What rows are about, and the rows; the first names the columns.
type Rows = (Kind, Vec<Vec<String>>);

fn table(given: &Given, (kind, rows): Rows) -> Table {
    let lines = rows.into_iter().enumerate().map(|(place, cells)| Line { number: place + 1, cells });
    Table { name: given.path.clone(), kind: Some(kind), lines: lines.collect() }
}

fn named(columns: &[&str]) -> Vec<String> {
    columns.iter().map(|column| (*column).to_owned()).collect()
}

/// A text or a number as a cell; nothing where it is neither.
fn cell(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => String::new(),
    }
}

/// `[{"nama": "BATANG", "kode": "3325", "tingkat": 2}]`
fn of_regions(regions: &[Value]) -> Rows {
    let rows = regions.iter().filter(|region| region["kode"].is_string() && region["nama"].is_string());
    let rows: Vec<Vec<String>> = rows.map(|region| vec![cell(&region["kode"]), cell(&region["nama"])]).collect();
    (Kind::Wilayah, headed(&["kode", "nama"], rows))
}

/// `{"3325": {"1000704": {"nama": "CALON - WAKIL", "nomor_urut": 1}}}`
fn of_pairs(regions: &Map<String, Value>) -> Rows {
    let pairs = regions
        .iter()
        .flat_map(|(kode, pairs)| pairs.as_object().into_iter().flatten().map(move |(id, pair)| (kode, id, pair)));
    let pairs = pairs.filter(|(_, _, pair)| pair["nama"].is_string());
    let rows =
        pairs.map(|(kode, id, pair)| vec![kode.clone(), id.clone(), cell(&pair["nomor_urut"]), cell(&pair["nama"])]);
    (Kind::Paslon, headed(&["kode", "id_kpu", "nomor_urut", "pasangan"], rows.collect()))
}

/// `{"tungsura": {"chart": {"1000704": 66219, "progres": {…}}, "table": {"337501": {…}}}, "ts": "2024-11-28 07:00:00"}`: the votes of
/// each part, and how many polling places it has. Pairs of whom nothing has come in are missing; that is not nought.
fn of_counts(counts: &Map<String, Value>, given: &Given) -> Vec<Rows> {
    let day = counts.get("ts").and_then(Value::as_str).and_then(|ts| ts.get(..10)).unwrap_or_default();
    let parts = counts["tungsura"]["table"].as_object().into_iter().flatten();
    let parts = parts.map(|(kode, part)| (kode.clone(), part));
    let whole = own_code(given).map(|kode| (kode, &counts["tungsura"]["chart"]));
    let all: Vec<(String, &Value)> = parts.chain(whole).collect();
    let votes = all.iter().flat_map(|(kode, part)| {
        let pairs = part.as_object().into_iter().flatten();
        let pairs = pairs.filter(|(id, votes)| *id != PROGRESS && votes.is_u64());
        pairs.map(|(id, votes)| vec![kode.clone(), id.clone(), cell(votes), day.to_owned()])
    });
    let votes = headed(&["kode_kecamatan", "id_kpu", "suara", "tanggal"], votes.collect());
    let places = all.iter().filter(|(kode, _)| kode.len() > "3375".len());
    let places = places.map(|(kode, part)| vec![kode.clone(), cell(&part[PROGRESS]["total"])]);
    let places = headed(&["kode_kecamatan", "jumlah"], places.filter(|row| !row[1].is_empty()).collect());
    vec![(Kind::Hasil, votes), (Kind::Tps, places)]
}

/// The region that a file of counts is of: KPU names the file after it.
fn own_code(given: &Given) -> Option<String> {
    let name = given.path.rsplit(['/', '\\']).next()?;
    let stem = name.split('.').next()?;
    code_of(stem).map(|_| stem.to_owned())
}

/// Rows below the names of their columns; none where there are no rows.
fn headed(columns: &[&str], rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    if rows.is_empty() { rows } else { std::iter::once(named(columns)).chain(rows).collect() }
}

fn broken() -> Kata {
    kata("berkas JSON ini rusak atau terpotong; unduh lagi", "this JSON is damaged or cut off; fetch it again")
}

fn unknown() -> Kata {
    kata(
        "bentuk JSON ini bukan bentuk KPU (wilayah, pasangan calon, hitungan), atau belum ada isinya",
        "the form of this JSON is none of KPU's (regions, pairs, counts), or nothing is in it yet",
    )
}

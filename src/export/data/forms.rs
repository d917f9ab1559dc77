//! Tables as CSV (RFC 4180), in UTF-8, and as JSON.

use crate::export::data::{Column, ColumnType, Csv, TableJson};
use crate::page::frame::page::Export;
use anyhow::{Context, Result};
use csv::{Terminator, WriterBuilder};
use serde::{Serialize, Serializer};
use serde_json::Value;

impl Export for Csv<'_> {
    fn write(&self, file: &mut Vec<u8>) -> Result<()> {
        let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(file);
        writer.write_record(self.kolom.iter().map(|kolom| kolom.nama))?;
        for row in self.baris() {
            writer.write_record(row.iter().zip(self.kolom).map(|(value, kolom)| cell(value, kolom.jenis)))?;
        }
        writer.flush().context("menulis CSV")
    }
}

/// A list of objects.
impl Export for TableJson<'_> {
    fn write(&self, file: &mut Vec<u8>) -> Result<()> {
        Ok(serde_json::to_writer_pretty(file, &Row(&self.0))?)
    }
}

/// The rows of a table, each with the names of its columns.
struct Row<'c>(&'c Csv<'c>);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.baris().map(|row| JsonObject { kolom: self.0.kolom, row }))
    }
}

struct JsonObject {
    kolom: &'static [Column],
    row: Vec<Value>,
}

impl Serialize for JsonObject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.kolom.iter().map(|kolom| kolom.nama).zip(&self.row))
    }
}

/// A value as text; nothing known is nothing written.
fn cell(value: &Value, jenis: ColumnType) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => harmless(text),
        Value::Array(list) if list.is_empty() => String::new(),
        Value::Array(list) if matches!(jenis, ColumnType::Kunci | ColumnType::Nomor) => keys(list),
        Value::Object(map) if map.is_empty() => String::new(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}

fn keys(list: &[Value]) -> String {
    let key = |key: &Value| key.as_str().map_or_else(|| key.to_string(), str::to_owned);
    list.iter().map(key).collect::<Vec<String>>().join(";")
}

/// Text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV Injection"). The JSON
/// beside it has the text as it is.
pub fn harmless(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if formula { format!("'{text}") } else { text.to_owned() }
}

//! The files of the search: a table, shards of words, chunks of results.
//!
//! Each is JSON inside one call, because a page opened from a memory card may load a script beside it and no other file.

use crate::model::Model;
use crate::model::tracked;
use crate::page::cari::indeks::{Hasil, Indeks, Keluarga, Keping, PER_CHUNK};
use crate::page::cari::index;
use crate::render::ingatan::{Ingatan, Taken};
use crate::render::sink::{Cap, File, Sink};
use anyhow::Result;
use rayon::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// What the files are remembered as.
const GROUP: &str = "cari";

/// Draws the index of a model into the sink, on all cores, unless an earlier build drew the same.
pub fn draw_all(model: &Model, ingatan: &Ingatan, sink: &dyn Sink) -> Result<()> {
    let taken = ingatan.retain_group(GROUP, sink);
    if let Taken::All = taken {
        return Ok(());
    }
    let (indeks, parts) = tracked::watch(|| index(model));
    let noting = Noting { sink, taken: taken.files(), files: Mutex::default() };
    draw(&indeks, &noting)?;
    ingatan.learn_group((GROUP, ""), &parts, noting.files.into_inner().unwrap_or_else(PoisonError::into_inner));
    Ok(())
}

/// Notes which files a sink was given, and gives it none twice.
struct Noting<'s> {
    sink: &'s dyn Sink,
    /// What the sink has from an earlier build.
    taken: BTreeMap<String, Cap>,
    files: Mutex<Vec<(String, Cap)>>,
}

impl Sink for Noting<'_> {
    fn put(&self, file: File) -> Result<Cap> {
        let path = file.path.clone();
        let cap = match self.taken.get(&path) {
            Some(cap) => *cap,
            None => self.sink.put(file)?,
        };
        self.files.lock().unwrap_or_else(PoisonError::into_inner).push((path, cap));
        Ok(cap)
    }
}

/// Draws an index into the sink, on all cores.
pub fn draw(indeks: &Indeks, sink: &dyn Sink) -> Result<()> {
    sink.put(file("daftar", &table(indeks)))?;
    for (family, keluarga) in [("nama", &indeks.nama), ("kata", &indeks.kata)] {
        let shards: Vec<(&String, &Keping)> = keluarga.keping.iter().collect();
        shards.into_par_iter().try_for_each(|(pangkal, keping)| {
            sink.put(file(&format!("{family}-{pangkal}"), &shard(keping))).map(|_| ())
        })?;
    }
    indeks.hasil.par_iter().enumerate().try_for_each(|(number, chunk)| {
        let rows = chunk.iter().map(|hasil| hasil.as_ref().map_or(Value::Null, row));
        sink.put(file(&format!("hasil-{number}"), &rows.collect())).map(|_| ())
    })
}

/// A file that hands its value to the script by the file's name.
fn file(name: &str, value: &Value) -> File {
    // Two signs that JSON allows in a text ended a line of a script until 2019.
    let json = value.to_string().replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    File { path: format!("cari/{name}.js"), bytes: format!("pilkadaCari(\"{name}\",{json})\n").into_bytes() }
}

fn table(indeks: &Indeks) -> Value {
    let beginnings = |keluarga: &Keluarga| keluarga.pangkal.join(" ");
    json!({ "per": PER_CHUNK, "nama": beginnings(&indeks.nama), "kata": beginnings(&indeks.kata) })
}

/// A shard: its words, and the first entries of those that go on in other shards.
fn shard(keping: &Keping) -> Value {
    let words: serde_json::Map<String, Value> =
        keping.kata.iter().map(|(word, list)| (word.clone(), json!(list))).collect();
    json!([words, keping.terusan])
}

fn row(hasil: &Hasil) -> Value {
    let Hasil { jenis, judul, alamat, wilayah, awalan, keterangan } = hasil;
    json!([jenis.kunci(), judul, alamat, wilayah, awalan, keterangan])
}

//! The files of the search: a table, shards of words, chunks of results.
//!
//! Each is JSON inside one call, because a page opened from a memory card may load a script beside it and no other file.

use crate::page::cari::indeks::{Hasil, Indeks, Keluarga, Keping, PER_CHUNK};
use crate::render::sink::{File, Sink};
use anyhow::Result;
use rayon::prelude::*;
use serde_json::{Value, json};

/// Draws the index into the sink, on all cores.
pub fn draw_all(indeks: &Indeks, sink: &dyn Sink) -> Result<()> {
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

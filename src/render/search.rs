//! The files of the search: a table, shards of words, chunks of results; and the shards of places with their own table.
//!
//! Each is JSON inside one call, because a page opened from a memory card may load a script beside it and no other file.

use crate::export::search::index;
use crate::export::search::index::InLanguage;
use crate::export::search::index::{Chunk, PER_CHUNK, ResultFile, SearchIndex};
use crate::export::search::places::{self, PlaceIndex};
use crate::memo::reading::Grounds;
use crate::memo::{Key, reading};
use crate::model::Model;
use crate::render::Tools;
use crate::render::sink::{ContentId, File, Sink};
use crate::value::kode_bahasa::KodeBahasa;
use anyhow::Result;
use rayon::prelude::*;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Draws the index of a model into the sink, on all cores, unless an earlier build drew the same.
pub fn draw_all(model: &Model, tools: Tools<'_>, sink: &dyn Sink) -> Result<()> {
    again("search", tools, sink, |sink| {
        let (index, grounds) = reading::watch(|| index(model, tools.memo, &tools.theme.words));
        draw(&index, sink)?;
        Ok(grounds)
    })?;
    // Places change with the regions alone, and there are many: an article leaves them as they are.
    again("search of places", tools, sink, |sink| {
        let (index, grounds) = reading::watch(|| places::of(model));
        draw_places(&index, sink)?;
        Ok(grounds)
    })
}

/// Has a part of the search drawn, unless an earlier build drew the same.
fn again(part: &str, tools: Tools<'_>, sink: &dyn Sink, draw: impl FnOnce(&dyn Sink) -> Result<Grounds>) -> Result<()> {
    let key = Key::of(part, "");
    let known = tools.memo.recall_kept::<Vec<(String, ContentId)>>(key);
    let known = known.as_deref().map_or(&[][..], Vec::as_slice);
    let retained = known.iter().filter(|(path, id)| sink.retain(path, id)).cloned();
    let retained: BTreeMap<String, ContentId> = retained.collect();
    if !known.is_empty() && retained.len() == known.len() {
        return Ok(());
    }
    let noting = Noting { sink, retained, files: Mutex::default() };
    let grounds = draw(&noting)?;
    // Words of a text that is another one by now are not those of its digest.
    tools.sources.expect_unchanged()?;
    tools.memo.learn(key, grounds, noting.files.into_inner().unwrap_or_else(PoisonError::into_inner));
    Ok(())
}

/// Notes which files a sink was given, and gives it none twice.
struct Noting<'s> {
    sink: &'s dyn Sink,
    /// What it has from an earlier build.
    retained: BTreeMap<String, ContentId>,
    files: Mutex<Vec<(String, ContentId)>>,
}

impl Sink for Noting<'_> {
    fn put(&self, file: File) -> Result<ContentId> {
        let path = file.path.clone();
        let id = match self.retained.get(&path) {
            Some(id) => *id,
            None => self.sink.put(file)?,
        };
        self.files.lock().unwrap_or_else(PoisonError::into_inner).push((path, id));
        Ok(id)
    }
}

/// Draws an index into the sink, on all cores.
pub fn draw(index: &SearchIndex, sink: &dyn Sink) -> Result<()> {
    sink.put(file("daftar", &Table::of(index))?)?;
    for (family, keluarga) in [("nama", &index.nama), ("kata", &index.kata)] {
        let shards: Vec<(&String, &Chunk)> = keluarga.keping.iter().collect();
        shards.into_par_iter().try_for_each(|(pangkal, keping)| {
            let words = Words(&keluarga.kata[keping.kata.clone()]);
            sink.put(file(&format!("{family}-{pangkal}"), &(words, &keping.terusan))?).map(|_| ())
        })?;
    }
    index.hasil.par_iter().enumerate().try_for_each(|(number, chunk)| {
        let rows: Vec<_> = chunk.iter().map(|hasil| hasil.as_ref().map(row)).collect();
        sink.put(file(&format!("hasil-{number}"), &rows)?).map(|_| ())
    })
}

/// Draws the index of places into the sink, on all cores.
pub fn draw_places(index: &PlaceIndex, sink: &dyn Sink) -> Result<()> {
    sink.put(file("tempat", &index.awal.join(" "))?)?;
    index
        .keping
        .par_iter()
        .enumerate()
        .try_for_each(|(number, keping)| sink.put(file(&format!("tempat-{number}"), &index.file(keping))?).map(|_| ()))
}

/// A file that hands its value to the script by the file's name.
fn file(name: &str, value: &impl Serialize) -> Result<File> {
    let mut json = serde_json::to_string(value)?;
    // Two signs that JSON allows in a text ended a line of a script until 2019.
    for (sign, written) in [('\u{2028}', "\\u2028"), ('\u{2029}', "\\u2029")] {
        if json.contains(sign) {
            json = json.replace(sign, written);
        }
    }
    Ok(File { path: format!("cari/{name}.js"), bytes: format!("pilkadaCari(\"{name}\",{json})\n").into_bytes() })
}

/// How many results a chunk has, and the beginnings of words that have a shard.
#[derive(Serialize)]
struct Table<'i> {
    per: usize,
    nama: String,
    kata: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    bahasa: &'i BTreeMap<KodeBahasa, InLanguage>,
}

impl<'i> Table<'i> {
    fn of(index: &'i SearchIndex) -> Self {
        let (nama, kata) = (index.nama.pangkal.join(" "), index.kata.pangkal.join(" "));
        Self { per: PER_CHUNK, nama, kata, bahasa: &index.bahasa }
    }
}

/// The words of a shard; with them stand the first entries of those that go on in other shards.
struct Words<'k>(&'k [(String, Vec<u32>)]);

impl Serialize for Words<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(word, list)| (word, list)))
    }
}

fn row(hasil: &ResultFile) -> impl Serialize + '_ {
    let ResultFile { jenis, judul, alamat, wilayah, awalan, keterangan, bahasa } = hasil;
    let row: [&str; 6] = [jenis.key(), judul, alamat, wilayah, awalan, keterangan];
    row.into_iter().chain(bahasa.as_deref()).collect::<Vec<&str>>()
}

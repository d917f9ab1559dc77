//! A sheet to be printed and signed: everything that the site says of the pairs of a contest, each fact with its source.
//!
//! It is the office's own paper and no page of the site. It shows what is public on the day, as the pages do, from the same model.

use crate::bahasa::{Kata, kata};
use crate::model::paslon::{Isi, Pasangan, Paslon};
use crate::model::{Lingkup, Model};
use crate::page::frame::address::{Address, Base};
use crate::record::JENIS;
use crate::record::difference::{Perubahan, facts};
use crate::record::persetujuan::sidik;
use crate::record::skema::Jenis;
use crate::record::sumber::Sumber;
use crate::value::id::Id;
use crate::value::mirip::nearest;
use crate::value::sidik::Sidik;
use crate::value::tanggal::Tanggal;
use serde_json::json;
use std::fmt::Write;

/// What the first line of every sheet says: only such a file is written over.
pub const MARK: &str = "<!-- dibuat oleh pilkada lembar; perubahan akan hilang -->";

/// The style: black on white, a pair a page, rows that are not torn apart.
const STYLE: &str = include_str!("sheet.css");

/// Who signs.
const SIGNERS: [&str; 4] = ["Disusun oleh", "Diperiksa oleh", "Penghubung pasangan calon", "Disetujui oleh"];

/// The contest at a path such as `jambi/kota-jambi`, where there are pairs.
///
/// Fails, with what to write, where there is none.
pub fn contest<'m>(model: &'m Model, named: &str) -> Result<&'m Lingkup, Kata> {
    let named = named.trim_matches('/');
    let named = ["content/wilayah/", "wilayah/"].iter().find_map(|start| named.strip_prefix(start)).unwrap_or(named);
    let contests = || model.kontes().filter(|lingkup| !lingkup.paslon.is_empty());
    let ends = |lingkup: &&Lingkup| lingkup.jalur.rsplit('/').next() == Some(named);
    let found = contests().find(|lingkup| lingkup.jalur == named);
    // The last part alone says which, where there is one only.
    let by_end = || {
        let mut all = contests().filter(ends);
        all.next().filter(|_| all.next().is_none())
    };
    found.or_else(by_end).ok_or_else(|| {
        if model.lingkup_at(named).is_some() {
            return kata(
                format!("di {named} belum ada pasangan calon yang terbit pada hari ini"),
                format!("in {named} no pair is public on this day"),
            );
        }
        let near = nearest(named, contests().map(|lingkup| lingkup.jalur.as_str()));
        let (id, en) = near.map_or_else(
            || {
                (
                    "tulis foldernya, misalnya jambi/kota-jambi".to_owned(),
                    "write its folder, for example jambi/kota-jambi".to_owned(),
                )
            },
            |near| (format!("mungkin maksudnya {near}"), format!("perhaps {near} is meant")),
        );
        kata(format!("tidak ada wilayah {named}; {id}"), format!("there is no region {named}; {en}"))
    })
}

/// The sheet of a contest, as one page of HTML that asks for no other file.
pub fn sheet(model: &Model, lingkup: &Lingkup) -> String {
    let (nama, situs) = (text(lingkup.nama()), text(&model.situs.record.nama));
    let hari = model.hari.exact().panjang();
    let pairs: String = lingkup.paslon.iter().map(|paslon| pair(model, lingkup, paslon)).collect();
    format!(
        "{MARK}\n<!doctype html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>Lembar periksa {nama}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>Lembar periksa: {nama}</h1>\n\
         <p>Yang diterbitkan {situs} tentang setiap pasangan calon, dengan sumbernya, per {hari}. \
         Urutannya urutan surat suara.</p>\n</header>\n{pairs}</body>\n</html>\n"
    )
}

/// A column of the ballot.
fn pair(model: &Model, lingkup: &Lingkup, paslon: &Paslon) -> String {
    let heading = match (paslon.nomor_urut, &paslon.isi) {
        (Some(nomor), Isi::Pasangan(pair)) => format!("Nomor urut {nomor}: {}", pair.nama()),
        (Some(nomor), Isi::KolomKosong) => format!("Nomor urut {nomor}: kolom kosong"),
        (None, Isi::Pasangan(pair)) => pair.nama(),
        (None, Isi::KolomKosong) => "Kolom kosong".to_owned(),
    };
    let address = Base::new(&model.situs.record.alamat).canonical(&Address::paslon(lingkup, paslon));
    let mut sources = Sources { model, lingkup, ids: Vec::new() };
    let rows = rows(model, paslon, &mut sources);
    let digest = sidik(&paslon.source).map_or_else(String::new, |sidik| sidik.to_string());
    let shown = lingkup.gambar.values().filter(|gambar| gambar.place.file == paslon.source.path);
    let photos = shown.filter_map(|gambar| {
        let name = gambar.path.rsplit('/').next().unwrap_or_default();
        let fingerprint = model.fingerprints.get(&gambar.path)?;
        Some(format!("<br>\nSidik {}: <code>{}</code>", text(name), Sidik::shown(&fingerprint.sha256)))
    });
    let photos: String = photos.collect();
    let (heading, address, file) = (text(&heading), text(&address), text(&paslon.source.path));
    let (list, signatures) = (sources.list(), signatures());
    format!(
        "<section>\n<h2>{heading}</h2>\n<p>Halaman: {address}<br>\nCatatan: {file}<br>\nSidik: <code>{digest}</code>{photos}</p>\n\
         <table>\n<thead><tr><th scope=\"col\">Bagian</th><th scope=\"col\">Yang terbit</th><th scope=\"col\">Sumber</th>\
         <th scope=\"col\">Benar</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n{list}{signatures}</section>\n"
    )
}

/// A row for every fact.
fn rows(model: &Model, paslon: &Paslon, sources: &mut Sources<'_>) -> String {
    let mut rows = String::new();
    let mut add = |label: &str, value: &str, numbers: &str| {
        let (label, value) = (text(label), text(value).replace('\n', "<br>"));
        let row = format!(
            "<tr><th scope=\"row\">{label}</th><td>{value}</td><td>{numbers}</td><td class=\"kotak\"></td></tr>\n"
        );
        rows.push_str(&row);
    };
    let own = sources.numbers(&paslon.sumber);
    if let Some(nomor) = paslon.nomor_urut {
        add("Nomor urut", &nomor.to_string(), &own);
    }
    let Some(pair) = paslon.pasangan() else {
        add("Kolom kosong", "tidak ada calon di kolom ini", &own);
        return rows;
    };
    for fact in of_pair(pair) {
        let value = fact.baru.clone().unwrap_or_default();
        let value = if fact.kunci.starts_with("pengusung") { party(model, &value) } else { value };
        let numbers = beside(pair, &fact.kunci).map_or_else(|| own.clone(), |ids| sources.numbers(ids));
        add(&fact.label, &value, &numbers);
    }
    rows
}

/// Every fact of a pair that its page shows; what names sources stands in another column.
fn of_pair(pair: &Pasangan) -> Vec<Perubahan> {
    let mut values = json!(pair);
    for (key, calon) in [("calon", &pair.calon), ("wakil", &pair.wakil)] {
        let [schools, posts] = calon.riwayat();
        values[key]["riwayat_pendidikan"] = json!(schools);
        values[key]["riwayat_pekerjaan"] = json!(posts);
    }
    let jenis: Option<&Jenis> = JENIS.iter().find(|jenis| jenis.name() == "paslon");
    let facts = jenis.map_or_else(Vec::new, |jenis| facts(jenis, values));
    let names_sources =
        |fact: &Perubahan| ["sumber[", "bukti_usia[", "pengumuman["].iter().any(|list| fact.kunci.contains(list));
    facts.into_iter().filter(|fact| !names_sources(fact)).collect()
}

/// The sources of a step of the standing, which names its own; nothing for what rests on those of the whole record.
fn beside<'p>(pair: &'p Pasangan, key: &str) -> Option<&'p [Id<Sumber>]> {
    let place: usize = key.strip_prefix("status[")?.split(']').next()?.parse().ok()?;
    pair.status.get(place).map(|step| step.sumber.as_slice()).filter(|ids| !ids.is_empty())
}

fn party(model: &Model, key: &str) -> String {
    let named = model.partai.iter().find(|(id, _)| id.to_string() == key);
    named.map_or_else(|| key.to_owned(), |(_, partai)| partai.nama.to_string())
}

/// The sources of a pair, numbered as they are first named.
struct Sources<'m> {
    model: &'m Model,
    lingkup: &'m Lingkup,
    ids: Vec<Id<Sumber>>,
}

impl Sources<'_> {
    /// The numbers of these sources.
    fn numbers(&mut self, ids: &[Id<Sumber>]) -> String {
        if ids.is_empty() {
            return "<b>tanpa sumber</b>".to_owned();
        }
        let mut numbers = Vec::new();
        for id in ids {
            let place = self.ids.iter().position(|known| known == id).unwrap_or_else(|| {
                self.ids.push(id.clone());
                self.ids.len() - 1
            });
            numbers.push(format!("[{}]", place + 1));
        }
        numbers.join(" ")
    }

    fn list(&self) -> String {
        if self.ids.is_empty() {
            return String::new();
        }
        let entries =
            self.ids.iter().map(|id| format!("<li>{}</li>\n", text(&self.named(id)))).collect::<Vec<_>>().concat();
        format!("<h3>Sumber</h3>\n<ol>\n{entries}</ol>\n")
    }

    fn named(&self, id: &Id<Sumber>) -> String {
        let Some(sumber) = self.model.sumber(self.lingkup, id) else { return id.to_string() };
        let mut named = sumber.judul.to_string();
        let beside = [
            sumber.penerbit.as_ref().map(ToString::to_string),
            sumber.tanggal.map(Tanggal::panjang),
            sumber.tautan.as_ref().map(|tautan| json!(tautan)).and_then(|tautan| tautan.as_str().map(str::to_owned)),
        ];
        for part in beside.into_iter().flatten() {
            write!(named, ", {part}").expect("a String takes all that is written");
        }
        named
    }
}

fn signatures() -> String {
    let rows = SIGNERS
        .iter()
        .map(|role| format!("<tr><th scope=\"row\">{role}</th><td></td><td></td><td></td><td></td></tr>\n"))
        .collect::<Vec<_>>()
        .concat();
    format!(
        "<table class=\"paraf\">\n<thead><tr><th scope=\"col\">Peran</th><th scope=\"col\">Nama</th><th scope=\"col\">Jabatan</th>\
         <th scope=\"col\">Tanggal</th><th scope=\"col\">Tanda tangan</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    )
}

/// A text in HTML.
fn text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

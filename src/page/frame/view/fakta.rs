//! A figure as a page shows it: with its date, its speaker, its source, its chart and what contradicts it.

use crate::model::Model;
use crate::model::fakta::FullFakta;
use crate::page::frame::address::Address;
use crate::page::frame::view::rujukan::{Rujukan, rujukan};
use crate::record::fakta::{Arah, Cakupan, Fakta, Kategori, Kualifikasi, Penyampai, StatusFakta};
use crate::record::ukuran::{Bagan, Satuan, Ukuran};
use crate::value::angka::Angka;
use crate::value::tanggal::Tanggal;
use serde::Serialize;

/// A figure as a page shows it.
#[derive(Debug, Serialize)]
pub struct FaktaView {
    /// Its anchor on the page of figures.
    pub jangkar: String,
    /// The page of figures.
    pub alamat: Address,
    /// What is measured.
    pub ukuran: Ukuran,
    /// The unit.
    pub satuan: Satuan,
    /// The figure.
    pub nilai: Option<Angka>,
    /// The whole it is a part of.
    pub dari: Option<Angka>,
    /// What it is compared with.
    pub pembanding: Option<Angka>,
    /// What that is, in words.
    pub keterangan_pembanding: Option<String>,
    /// A qualifying word.
    pub kualifikasi: Option<Kualifikasi>,
    /// The day a target is for.
    pub target_selesai: Option<Tanggal>,
    /// Its parts, in the order in which they are written.
    pub rincian: Vec<Details>,
    /// Known to be there, or not, without a count.
    pub ada: Option<bool>,
    /// A category.
    pub kategori: Option<Kategori>,
    /// A rank.
    pub peringkat: Option<u64>,
    /// Among whom.
    pub cakupan: Option<Cakupan>,
    /// Counted from which end.
    pub arah: Option<Arah>,
    /// Whether it holds for every pair.
    pub per_paslon: bool,
    /// Its standing.
    pub status: Option<StatusFakta>,
    /// Its day.
    pub per_tanggal: Option<Tanggal>,
    /// Its speaker.
    pub penyampai: Option<Penyampai>,
    /// A note.
    pub catatan: Option<String>,
    /// Its sources.
    pub rujukan: Vec<Rujukan>,
    /// Its chart.
    pub bagan: Option<ChartView>,
    /// What says otherwise.
    pub bertentangan: Vec<Pertentangan>,
}

/// A part of a figure.
#[derive(Debug, Serialize)]
pub struct Details {
    /// Its key, as written.
    pub kunci: String,
    /// How many.
    pub nilai: Angka,
}

/// A figure that says otherwise, in short.
#[derive(Debug, Serialize)]
pub struct Pertentangan {
    /// Its anchor.
    pub jangkar: String,
    /// The unit.
    pub satuan: Satuan,
    /// The figure.
    pub nilai: Option<Angka>,
    /// Its category.
    pub kategori: Option<Kategori>,
    /// Its day.
    pub per_tanggal: Option<Tanggal>,
}

/// A chart, in percent of its width.
#[derive(Debug, Serialize)]
pub struct ChartView {
    /// Its kind.
    pub jenis: Bagan,
    /// The length of the bar.
    pub lebar: f64,
    /// Where the comparison's mark stands.
    pub tanda: Option<f64>,
    /// The parts of the bar, from left to right.
    pub bagian: Vec<ChartPart>,
}

/// A part of a bar.
#[derive(Debug, Serialize)]
pub struct ChartPart {
    /// Its name; empty for the rest.
    pub kunci: String,
    /// Where it begins.
    pub x: f64,
    /// How long it is.
    pub lebar: f64,
    /// What it counts.
    pub nilai: Angka,
}

impl FullFakta<'_> {
    /// Its anchor on the page of figures.
    pub fn anchor(&self) -> String {
        match &self.fakta.id {
            Some(id) => format!("fakta-{id}"),
            None => format!("fakta-{}", self.urutan),
        }
    }

    /// The figure as a page shows it; `all` are the figures of its scope.
    pub fn view(&self, model: &Model, all: &[Self]) -> FaktaView {
        let fakta = self.fakta;
        let text = |text: &Option<crate::value::teks::Teks>| text.as_deref().map(str::to_owned);
        FaktaView {
            jangkar: self.anchor(),
            alamat: Address::of(self.lingkup, "kesiapan.html"),
            ukuran: fakta.ukuran,
            satuan: fakta.ukuran.satuan(),
            nilai: fakta.nilai,
            dari: fakta.dari,
            pembanding: fakta.pembanding,
            keterangan_pembanding: text(&fakta.keterangan_pembanding),
            kualifikasi: fakta.kualifikasi,
            target_selesai: fakta.target_selesai,
            rincian: fakta
                .rincian
                .tertulis()
                .map(|(key, value)| Details { kunci: key.to_string(), nilai: *value })
                .collect(),
            ada: fakta.ada,
            kategori: fakta.kategori,
            peringkat: fakta.peringkat.map(crate::value::angka::Jumlah::get),
            cakupan: fakta.cakupan,
            arah: fakta.arah,
            per_paslon: fakta.per_paslon,
            status: fakta.status,
            per_tanggal: self.per_tanggal,
            penyampai: self.penyampai.cloned(),
            catatan: text(&fakta.catatan),
            rujukan: rujukan(model, self.lingkup, self.sumber),
            bagan: chart(fakta),
            bertentangan: self.conflicts(all),
        }
    }

    fn conflicts(&self, all: &[Self]) -> Vec<Pertentangan> {
        let named =
            |other: &&Self| other.fakta.id.as_ref().is_some_and(|id| self.fakta.bertentangan_dengan.contains(id));
        all.iter()
            .filter(named)
            .map(|other| Pertentangan {
                jangkar: other.anchor(),
                satuan: other.fakta.ukuran.satuan(),
                nilai: other.fakta.nilai,
                kategori: other.fakta.kategori,
                per_tanggal: other.per_tanggal,
            })
            .collect()
    }
}

fn chart(fakta: &Fakta) -> Option<ChartView> {
    let nilai = fakta.nilai?;
    let (whole, bagian) = match fakta.ukuran.bagan() {
        Bagan::Tanpa => return None,
        Bagan::Batang => (100.0, Vec::new()),
        Bagan::Bagian => (fakta.dari?.get(), Vec::new()),
        Bagan::Rincian if fakta.rincian.is_empty() => return None,
        Bagan::Rincian => (nilai.get(), parts(fakta, nilai)),
    };
    let share = |value: Angka| if whole > 0.0 { (value.get() / whole * 10_000.0).round() / 100.0 } else { 0.0 };
    Some(ChartView {
        jenis: fakta.ukuran.bagan(),
        lebar: share(nilai).min(100.0),
        tanda: fakta.pembanding.map(share).filter(|at| *at <= 100.0),
        bagian,
    })
}

fn parts(fakta: &Fakta, whole: Angka) -> Vec<ChartPart> {
    let mut x = 0.0;
    let mut parts = Vec::new();
    for (key, value) in fakta.rincian.tertulis() {
        let lebar = if whole.get() > 0.0 { (value.get() / whole.get() * 10_000.0).round() / 100.0 } else { 0.0 };
        parts.push(ChartPart { kunci: key.to_string(), x, lebar, nilai: *value });
        x += lebar;
    }
    parts
}

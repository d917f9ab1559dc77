//! A stage of the schedule as a page shows it: where it lies on the line of time, and whether it is today.

use crate::model::day::BuildDay;
use crate::model::turn::Scoped;
use crate::model::{Lingkup, Model};
use crate::page::frame::view::rujukan::{Rujukan, rujukan};
use crate::record::jadwal::{JenisTahapan, KelompokTahapan, Tahapan};
use crate::value::jam::Jam;
use crate::value::tanggal::Tanggal;
use serde::Serialize;

/// A stage as a page shows it.
#[derive(Debug, Clone, Serialize)]
pub struct TahapanView {
    /// Its key, and its anchor.
    pub id: String,
    /// Its name.
    pub nama: String,
    /// Its group.
    pub kelompok: KelompokTahapan,
    /// Its kind.
    pub jenis: JenisTahapan,
    /// The first day.
    pub mulai: Option<Tanggal>,
    /// The last day.
    pub selesai: Option<Tanggal>,
    /// The hour it begins.
    pub jam_mulai: Option<Jam>,
    /// The hour it ends.
    pub jam_selesai: Option<Jam>,
    /// The rule in words.
    pub ketentuan: Option<String>,
    /// The legal basis.
    pub dasar: Option<String>,
    /// A note.
    pub catatan: Option<String>,
    /// Before, on or after the day the site is for.
    pub keadaan: KeadaanTahapan,
    /// Whether it is to begin (1), begins today (0) or has begun (−1).
    pub hari_lagi: Option<i64>,
    /// Where its bar begins on the line, in percent of the line.
    pub x: f64,
    /// How long its bar is, in percent of the line.
    pub lebar: f64,
    /// Its sources.
    pub rujukan: Vec<Rujukan>,
}

/// Where a stage stands on the day the site is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum KeadaanTahapan {
    /// It is over.
    Lampau,
    /// It is now.
    Kini,
    /// It is to come.
    Mendatang,
    /// It has no dates.
    TanpaTanggal,
}

/// The line of time all stages lie on.
#[derive(Debug, Serialize)]
pub struct Garis {
    /// Its first day.
    pub mulai: Tanggal,
    /// Its last day.
    pub selesai: Tanggal,
    /// Where the day the site is for lies, in percent; `None` when it is off the line.
    pub hari_ini: Option<f64>,
    /// The months that begin on it, or every second or third where they are many.
    pub bulan: Vec<Month>,
}

/// Where a month begins on the line of time.
#[derive(Debug, PartialEq, Serialize)]
pub struct Month {
    /// Its number in the year.
    pub bulan: u32,
    /// In percent of the line.
    pub x: f64,
}

/// As many months as can be read beside each other on a telephone.
const MOST_MONTHS: usize = 12;

/// The stages a scope lives by, by date; those without dates last.
pub fn stages<'m>(model: &'m Model, lingkup: &'m Lingkup) -> Vec<Scoped<'m>> {
    let mut stages = model.semua_tahapan(lingkup);
    stages.sort_by_key(|(_, tahapan)| {
        let first = tahapan.mulai.or(tahapan.selesai);
        (first.is_none(), first, tahapan.selesai)
    });
    stages
}

/// The stages of a scope as a page shows them, and the line they lie on; no line when no stage has a date.
pub fn timeline(model: &Model, lingkup: &Lingkup) -> (Vec<TahapanView>, Option<Garis>) {
    let stages = stages(model, lingkup);
    let first = stages.iter().filter_map(|(_, tahapan)| tahapan.mulai.or(tahapan.selesai)).min();
    let last = stages.iter().filter_map(|(_, tahapan)| tahapan.selesai.or(tahapan.mulai)).max();
    let garis = first.zip(last).filter(|(first, last)| first < last).map(|(mulai, selesai)| {
        let at = percent(mulai, mulai, selesai, model.hari.exact());
        Garis { mulai, selesai, hari_ini: (0.0..=100.0).contains(&at).then_some(at), bulan: months(mulai, selesai) }
    });
    let views = stages.into_iter().map(|(scope, tahapan)| view(model, scope, tahapan, garis.as_ref())).collect();
    (views, garis)
}

fn view(model: &Model, lingkup: &Lingkup, tahapan: &Tahapan, garis: Option<&Garis>) -> TahapanView {
    let hari = model.hari;
    let (x, end) = match (garis, tahapan.mulai.or(tahapan.selesai), tahapan.selesai.or(tahapan.mulai)) {
        (Some(garis), Some(first), Some(last)) => {
            let at = |day| percent(garis.mulai, garis.mulai, garis.selesai, day).clamp(0.0, 100.0);
            (at(first), at(last))
        }
        _ => (0.0, 0.0),
    };
    let (jam_mulai, jam_selesai) = model.jam_tahapan(lingkup, tahapan);
    TahapanView {
        id: tahapan.id.to_string(),
        nama: tahapan.nama.to_string(),
        kelompok: tahapan.kelompok,
        jenis: tahapan.jenis,
        mulai: tahapan.mulai,
        selesai: tahapan.selesai,
        jam_mulai,
        jam_selesai,
        ketentuan: tahapan.ketentuan.as_deref().map(str::to_owned),
        dasar: tahapan.dasar.as_deref().map(str::to_owned),
        catatan: tahapan.catatan.as_deref().map(str::to_owned),
        keadaan: state(tahapan, hari),
        hari_lagi: tahapan.mulai.or(tahapan.selesai).map(|day| hari.ahead(day)),
        x,
        // A stage of one day must still be seen.
        lebar: (end - x).max(0.6),
        rujukan: rujukan(model, lingkup, &tahapan.sumber),
    }
}

/// Where a stage stands on a day; one with an end only runs until it, one with a beginning only is that day's.
pub fn state(tahapan: &Tahapan, hari: BuildDay) -> KeadaanTahapan {
    match (tahapan.mulai, tahapan.selesai) {
        (None, None) => KeadaanTahapan::TanpaTanggal,
        (Some(mulai), _) if !hari.has_come(mulai) => KeadaanTahapan::Mendatang,
        (Some(mulai), None) if hari.is_over(mulai) => KeadaanTahapan::Lampau,
        (_, Some(selesai)) if hari.is_over(selesai) => KeadaanTahapan::Lampau,
        _ => KeadaanTahapan::Kini,
    }
}

/// The beginnings of months between two days: of all, or of every second or third, so that [`MOST_MONTHS`] are left at most.
fn months(first: Tanggal, last: Tanggal) -> Vec<Month> {
    let starts: Vec<Tanggal> = first.awal_bulan(last).collect();
    let step = starts.len().div_ceil(MOST_MONTHS).max(1);
    let starts = starts.into_iter().step_by(step);
    starts.map(|day| Month { bulan: day.bulan(), x: percent(first, first, last, day) }).collect()
}

#[expect(clippy::cast_precision_loss, reason = "days between two dates are few")]
fn percent(from: Tanggal, first: Tanggal, last: Tanggal, day: Tanggal) -> f64 {
    let whole = first.hari_menuju(last).max(1) as f64;
    let exact = from.hari_menuju(day) as f64 / whole * 100.0;
    (exact * 100.0).round() / 100.0
}

//! `jadwal.ics`: the stages and events of a scope, to subscribe to; `hari-memilih.ics`: the one day a voter must not miss.

mod hari_memilih;
mod ics;

use crate::model::{Lingkup, Model, Zona};
use crate::page::frame::address::{Address, Base};
use crate::page::frame::page::{Body, export};
use crate::page::frame::plan::Plan;
use crate::page::frame::view::ajakan::calendar_of;
use crate::page::frame::view::tahapan::stages;
use crate::page::frame::words::{Phrase, spoken};
use crate::record::Loaded;
use crate::record::jadwal::Tahapan;
use crate::record::kegiatan::Kegiatan;
use crate::record::koreksi::Koreksi;
use crate::record::pemilihan::KeadaanKemudian;
use crate::record::sumber::Sumber;
use crate::value::id::Id;
use crate::value::jam::Jam;
use crate::value::kode_bahasa::KodeBahasa;
use crate::value::tanggal::Tanggal;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// The calendar of a scope.
pub struct Calendar {
    /// Its name.
    pub nama: String,
    /// The whole address of the page that shows the same.
    pub halaman: String,
    /// Its own whole address.
    pub alamat: String,
    /// Its language.
    pub bahasa: KodeBahasa,
    /// The zone of its times; without one they are local, wherever the reader is.
    pub zona: Option<Zona>,
    /// The events, by day.
    pub acara: Vec<CalendarEvent>,
}

/// An event of a calendar: a stage, or something that took place.
pub struct CalendarEvent {
    /// The key that never changes: calendars know the event by it.
    pub uid: String,
    /// Its name.
    pub judul: String,
    /// When it is.
    pub waktu: When,
    /// Where it is.
    pub tempat: Option<String>,
    /// What else the record says, by the names of its keys.
    pub uraian: Vec<(String, String)>,
    /// What is said besides, in sentences.
    pub pesan: Option<String>,
    /// The kind, and the group.
    pub kategori: Vec<String>,
    /// The whole address of its page.
    pub halaman: String,
    /// How often it was corrected, and the day it was last written.
    pub revisi: Revision,
    /// The standing of a later vote: one may be put off or called off.
    pub keadaan: Option<KeadaanKemudian>,
    /// What a telephone says on the evening before.
    pub ingatkan: Option<String>,
}

/// What was done to an event after it was published.
///
/// A calendar takes an event for another version when its number grows. The day must not change with that of the site, or each
/// build would say that every event was written anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision {
    /// How many corrections there were.
    pub nomor: usize,
    /// The day of the last one; without any that of its youngest source, or else the first day of the year people vote in.
    pub tanggal: Tanggal,
}

/// When an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// Whole days, the last one included.
    Hari(Tanggal, Tanggal),
    /// It begins that day; nobody says when it ends.
    MulaiSaja(Tanggal),
    /// It ends that day; nobody says when it began.
    SelesaiSaja(Tanggal),
    /// From a time, until a time where that is known.
    Jam((Tanggal, Jam), Option<(Tanggal, Jam)>),
}

impl When {
    /// The first day, as far as it is known.
    fn tanggal(self) -> Tanggal {
        match self {
            Self::Hari(tanggal, _)
            | Self::MulaiSaja(tanggal)
            | Self::SelesaiSaja(tanggal)
            | Self::Jam((tanggal, _), _) => tanggal,
        }
    }
}

/// A calendar for every scope, and one of the day people vote where its pages name a day; in every language of the site.
pub(super) fn plan<'m>(plan: &mut Plan<'m>) {
    let model: &'m Model = plan.model;
    plan.each_scope(|plan, lingkup| {
        plan.add(Address::of(lingkup, "jadwal.ics"), move || export(kalender(model, lingkup)));
        plan.is_in_each_language();
        if let Some(address) = calendar_of(model, lingkup) {
            plan.add(address, move || match hari_memilih::calendar(model, lingkup) {
                Some(calendar) => export(calendar),
                None => Body::Teks(String::new()),
            });
            plan.is_in_each_language();
        }
    });
}

fn kalender(model: &Model, lingkup: &Lingkup) -> Calendar {
    let base = Base::new(&model.situs.record.alamat);
    let mut acara: Vec<CalendarEvent> =
        stages(model, lingkup).into_iter().filter_map(|(scope, tahapan)| stage(model, scope, tahapan, &base)).collect();
    // Who subscribed to a region hears of its later votes without subscribing anew.
    let votes = || std::iter::once(lingkup).chain(model.kemudian_di(lingkup));
    let later = votes().skip(1).flat_map(|vote| stages(model, vote));
    acara.extend(later.filter_map(|(scope, tahapan)| stage(model, scope, tahapan, &base)));
    acara.extend(votes().flat_map(|vote| {
        let base = &base;
        vote.kegiatan.iter().filter_map(move |kegiatan| event(model, vote, kegiatan, base))
    }));
    acara.sort_by(|a, b| (a.waktu.tanggal(), &a.uid).cmp(&(b.waktu.tanggal(), &b.uid)));
    Calendar {
        nama: format!("{} – {}", model.situs.record.nama, lingkup.nama()),
        halaman: base.canonical(&spoken().address(&Address::of(lingkup, "jadwal.html"))),
        alamat: base.canonical(&spoken().address(&Address::of(lingkup, "jadwal.ics"))),
        bahasa: spoken().bahasa(),
        zona: lingkup.zona(),
        acara,
    }
}

/// A stage; nothing when it has no day.
fn stage(model: &Model, scope: &Lingkup, tahapan: &Tahapan, base: &Base) -> Option<CalendarEvent> {
    let (jam_mulai, jam_selesai) = model.jam_tahapan(scope, tahapan);
    let tahapan = &Tahapan { jam_mulai, jam_selesai, ..tahapan.clone() };
    let waktu = stage_time(tahapan)?;
    let timed = matches!(waktu, When::Jam(..));
    let jam = |jam: Option<Jam>| jam.filter(|_| !timed).map(|jam| jam.to_string());
    let text = |text: &Option<crate::value::teks::Teks>| text.as_ref().map(ToString::to_string);
    Some(CalendarEvent {
        uid: uid(&tahapan.id, scope, base),
        judul: open_ended(title(tahapan, scope), waktu),
        waktu,
        tempat: None,
        uraian: said([
            ("kalender.uraian.jam_mulai", jam(tahapan.jam_mulai)),
            ("kalender.uraian.jam_selesai", jam(tahapan.jam_selesai)),
            ("kalender.uraian.ketentuan", text(&tahapan.ketentuan)),
            ("kalender.uraian.dasar", text(&tahapan.dasar)),
            ("kalender.uraian.catatan", text(&tahapan.catatan)),
        ]),
        pesan: None,
        kategori: kinds([key(&tahapan.kelompok), key(&tahapan.jenis)]),
        halaman: format!("{}#{}", base.canonical(&spoken().address(&Address::of(scope, "jadwal.html"))), tahapan.id),
        revisi: revision(model, scope, &tahapan.sumber, |koreksi| concerns(koreksi, scope, tahapan)),
        keadaan: None,
        ingatkan: None,
    })
}

/// Whether a correction is one of a stage: it names the stage's place on the page of dates, or its name, or no stage at all.
fn concerns(koreksi: &Koreksi, scope: &Lingkup, tahapan: &Tahapan) -> bool {
    let (page, anchor) = koreksi.menyangkut.split_once('#').unwrap_or((&koreksi.menyangkut, ""));
    if page.trim_start_matches('/') != Address::of(scope, "jadwal.html").file() {
        return false;
    }
    let bidang = koreksi.bidang.to_lowercase();
    let is_named = |stage: &Tahapan| bidang.contains(&stage.nama.to_lowercase()) || bidang.contains(&*stage.id);
    let mut stages = scope.jadwal.iter().flat_map(|loaded| &*loaded.record);
    match anchor {
        "" => is_named(tahapan) || !stages.any(is_named),
        anchor => anchor == &*tahapan.id,
    }
}

/// What was done to an event of a scope that rests on these sources.
fn revision(model: &Model, scope: &Lingkup, sumber: &[Id<Sumber>], is_its: impl Fn(&Koreksi) -> bool) -> Revision {
    let hari = model.hari;
    let corrections = scope.koreksi.iter().flat_map(|loaded| &*loaded.record);
    let days: Vec<Tanggal> = corrections
        .filter(|koreksi| hari.has_come(koreksi.tanggal) && is_its(koreksi))
        .map(|koreksi| koreksi.tanggal)
        .collect();
    let written = hari.last(sumber.iter().filter_map(|id| model.sumber(scope, id)?.tanggal));
    let tanggal = days.iter().copied().max().or(written).unwrap_or_else(|| first_of_year(model));
    Revision { nomor: days.len(), tanggal }
}

/// The first day of the year people vote in: what nothing is known of was written then.
fn first_of_year(model: &Model) -> Tanggal {
    let year = model.situs.record.pemungutan_suara.naive().year();
    NaiveDate::from_ymd_opt(year, 1, 1).map_or_else(|| model.hari.exact(), Tanggal::from)
}

/// A stage's name; of a later vote with the vote's, for a calendar may hold the same stage of both.
fn title(tahapan: &Tahapan, scope: &Lingkup) -> String {
    match scope.kemudian() {
        Some(vote) if vote.nama != tahapan.nama => format!("{} ({})", tahapan.nama, vote.nama),
        _ => tahapan.nama.to_string(),
    }
}

fn stage_time(tahapan: &Tahapan) -> Option<When> {
    let (mulai, selesai) = match (tahapan.mulai, tahapan.selesai) {
        (Some(mulai), Some(selesai)) => (mulai, selesai.max(mulai)),
        (Some(mulai), None) if tahapan.jam_mulai.is_none() => return Some(When::MulaiSaja(mulai)),
        (Some(mulai), None) => (mulai, mulai),
        (None, Some(selesai)) => return Some(When::SelesaiSaja(selesai)),
        (None, None) => return None,
    };
    let Some(jam_mulai) = tahapan.jam_mulai else { return Some(When::Hari(mulai, selesai)) };
    let until = tahapan.jam_selesai.map(|jam| (selesai, jam)).filter(|until| *until > (mulai, jam_mulai));
    // Without a time of its end, a stage of several days would shrink to the moment it begins.
    if until.is_none() && selesai > mulai {
        return Some(When::Hari(mulai, selesai));
    }
    Some(When::Jam((mulai, jam_mulai), until))
}

/// A meeting, a plenary, a debate; nothing when its day is not known.
fn event(model: &Model, lingkup: &Lingkup, loaded: &Loaded<Kegiatan>, base: &Base) -> Option<CalendarEvent> {
    let kegiatan = &loaded.record;
    let tanggal = kegiatan.tanggal.or(loaded.date())?;
    let until = kegiatan.selesai.map(|jam| (tanggal, jam)).filter(|(_, jam)| Some(*jam) > kegiatan.mulai);
    let waktu = kegiatan.mulai.map_or(When::Hari(tanggal, tanggal), |jam| When::Jam((tanggal, jam), until));
    Some(CalendarEvent {
        // An underscore, which no key of a stage has, keeps the two apart.
        uid: uid(&format!("kegiatan_{}", loaded.slug()), lingkup, base),
        judul: kegiatan.judul.to_string(),
        waktu,
        tempat: kegiatan.tempat.as_ref().map(ToString::to_string),
        uraian: said([
            ("kalender.uraian.waktu", kegiatan.waktu.as_ref().map(ToString::to_string)),
            ("kalender.uraian.uraian", kegiatan.uraian.as_ref().map(ToString::to_string)),
        ]),
        pesan: None,
        kategori: kinds(["kegiatan".to_owned(), key(&kegiatan.jenis)]),
        halaman: base.canonical(&spoken().address(&Address::leaf(lingkup, "kegiatan", loaded.slug()))),
        revisi: revision(model, lingkup, &kegiatan.sumber, |koreksi| {
            let page = koreksi.menyangkut.split('#').next().unwrap_or_default();
            page.trim_start_matches('/') == Address::leaf(lingkup, "kegiatan", loaded.slug()).file()
        }),
        keadaan: None,
        ingatkan: None,
    })
}

/// `pemungutan-suara.jambi.kota-jambi@contoh.go.id`; the scope is the one the record belongs to, in every calendar.
fn uid(id: &str, scope: &Lingkup, base: &Base) -> String {
    let dot = if scope.jalur.is_empty() { "" } else { "." };
    format!("{id}{dot}{}@{}", scope.jalur.replace('/', "."), base.host())
}

fn said<const N: usize>(lines: [(&'static str, Option<String>); N]) -> Vec<(String, String)> {
    lines.into_iter().filter_map(|(key, text)| Some((Phrase::of(key).said(), text?))).collect()
}

/// The name of an event that is open at one end says so: it is a single day in the calendar.
fn open_ended(judul: String, waktu: When) -> String {
    match waktu {
        When::MulaiSaja(_) => Phrase::of("kalender.mulai").with("judul", judul).said(),
        When::SelesaiSaja(_) => Phrase::of("kalender.batas_akhir").with("judul", judul).said(),
        When::Hari(..) | When::Jam(..) => judul,
    }
}

/// Kinds that tell something: an event that is none of them is `lainnya`.
fn kinds(kinds: [String; 2]) -> Vec<String> {
    let said = |kind: String| spoken().word(&format!("kalender.kategori.{kind}")).unwrap_or(kind);
    kinds.into_iter().filter(|kind| kind != "lainnya").map(said).collect()
}

/// The word an enum is written as.
fn key(value: &impl Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

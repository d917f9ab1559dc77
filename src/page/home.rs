//! The site's first page: when, where to check one's name, who stands, what comes next.

use crate::memo::{Key, reading};
use crate::model::{JenisPemilihan, Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::keyed::digest;
use crate::page::frame::meta::{PageHead, publisher};
use crate::page::frame::page::html;
use crate::page::frame::plan::Plan;
use crate::page::frame::view::ajakan::calendar_of;
use crate::page::frame::view::berita::BeritaRingkas;
use crate::page::frame::view::hasil::ResultRow;
use crate::page::frame::view::paslon::{SuratSuara, ballots, pairs};
use crate::page::frame::view::pemilihan::{PemilihanRingkas, VoteGroup, groups};
use crate::page::frame::view::tahapan::{Garis, KeadaanTahapan, TahapanView, timeline};
use crate::page::frame::words::{Phrase, spoken};
use crate::record::wilayah::JenisWilayah;
use crate::value::daftar_wilayah::by_code;
use crate::value::jam::Jam;
use crate::value::tanggal::Tanggal;
use serde::Serialize;
use serde_json::json;
use std::cmp::Reverse;

/// How many regions the first page names one by one; beyond that a province's page does.
const REGIONS_NAMED: usize = 120;

#[derive(Serialize)]
struct Home {
    laman: PageHead,
    /// The day that stands large: of the next vote, or else of the simultaneous one.
    hari_memilih: Tanggal,
    /// Days until then; negative when it is over.
    hari_lagi: i64,
    /// The later votes of that day, where it is theirs.
    suara: Option<VoteGroup>,
    /// All later votes that are still to come, by kind and day.
    kemudian: Vec<VoteGroup>,
    jam_mulai: Option<Jam>,
    jam_selesai: Option<Jam>,
    /// The day as a file for a calendar, where it is the whole country's.
    kalender: Option<Address>,
    /// What is on today.
    kini: Vec<TahapanView>,
    /// What comes next, at most three stages.
    berikut: Vec<TahapanView>,
    /// The line of time they lie on.
    garis: Option<Garis>,
    /// The region the site opens on, as an office asks in `situs.yaml`.
    beranda: Option<Beranda>,
    provinsi: Vec<Row>,
    jumlah_wilayah: usize,
    jumlah_pemilihan: usize,
    jumlah_paslon: usize,
    /// The results of the contests, once people have voted.
    hasil: Vec<ResultRow>,
    /// How many contests have one; more than are listed on a site of the whole country.
    jumlah_hasil: usize,
    berita: Vec<BeritaRingkas>,
    /// The day of the latest source: what happened since is not in the site.
    sumber_terakhir: Option<Tanggal>,
}

#[derive(Serialize)]
struct Beranda {
    nama: String,
    alamat: Address,
    surat_suara: Vec<SuratSuara>,
}

/// A region in the list of all regions.
#[derive(Serialize)]
struct Row {
    /// As people call it.
    nama: String,
    alamat: Address,
    jenis: Option<JenisPemilihan>,
    tingkat: Option<JenisWilayah>,
    jumlah_paslon: usize,
    kolom_kosong: bool,
    /// Whether pairs are recorded that are not determined yet.
    belum_ditetapkan: bool,
    /// The vote its pages speak of, where it is a later one.
    suara: Option<PemilihanRingkas>,
    anak: Vec<Row>,
    jumlah_anak: usize,
}

/// How far down the list of regions goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    All,
    Provinces,
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    let last = reading::unwatched(|| model.sumber_terakhir());
    let last = plan.digested(Key::of("day of the latest source", ""), digest(&last), last);
    plan.add(Address::lingkup(model.nasional()), move || html("beranda.html", &view(model, *last)));
}

fn view(model: &Model, sumber_terakhir: Option<Tanggal>) -> Home {
    let national = model.nasional();
    let (stages, garis) = timeline(model, national);
    let (kini, later): (Vec<_>, Vec<_>) = stages
        .into_iter()
        .filter(|tahapan| matches!(tahapan.keadaan, KeadaanTahapan::Kini | KeadaanTahapan::Mendatang))
        .partition(|tahapan| tahapan.keadaan == KeadaanTahapan::Kini);
    let next = next_vote(model);
    let hari_memilih = next.and_then(|vote| model.hari_pemungutan(vote)).unwrap_or(model.situs.record.pemungutan_suara);
    let (jam_mulai, jam_selesai) = model.jam_pemungutan(next.unwrap_or(national));
    let kemudian = || groups(model, &model.kemudian_mendatang());
    let is_next = |group: &VoteGroup| group.tanggal == Some(hari_memilih);
    let all = model.wilayah().count();
    let hasil: Vec<ResultRow> = model.wilayah().filter_map(|region| ResultRow::of(model, region)).collect();
    let mut provinsi: Vec<Row> = model
        .anak(national)
        .map(|province| row(model, province, if all <= REGIONS_NAMED { Depth::All } else { Depth::Provinces }))
        .collect();
    provinsi.sort_by(|a, b| a.nama.cmp(&b.nama));
    Home {
        laman: laman(model),
        hari_memilih,
        hari_lagi: model.hari.ahead(hari_memilih),
        suara: next.and_then(|_| kemudian().into_iter().find(is_next)),
        kemudian: kemudian(),
        jam_mulai,
        jam_selesai,
        kalender: calendar_of(model, national).filter(|_| next.is_none()),
        kini,
        berikut: later.into_iter().take(3).collect(),
        garis,
        beranda: beranda(model),
        provinsi,
        jumlah_hasil: hasil.len(),
        hasil: if all <= REGIONS_NAMED { hasil } else { Vec::new() },
        jumlah_wilayah: all,
        jumlah_pemilihan: model.wilayah().filter(|lingkup| lingkup.pemilihan().is_some()).count(),
        jumlah_paslon: model.wilayah().map(|lingkup| pairs(model.pemilihan_kini(lingkup))).sum(),
        berita: latest(model, 5),
        sumber_terakhir,
    }
}

/// The later vote whose day stands large on the first page: once the simultaneous vote is over, the one of the site's own
/// region, or else the first of the country.
fn next_vote(model: &Model) -> Option<&Lingkup> {
    if model.is_mendatang(model.nasional()) {
        return None;
    }
    let has_day = |vote: &&Lingkup| vote.is_kemudian() && model.hari_pemungutan(vote).is_some();
    let own = model.situs.record.beranda.as_deref().and_then(|jalur| model.lingkup_at(jalur));
    let own = own.map(|lingkup| model.pemilihan_pemilih(lingkup)).filter(has_day);
    own.or_else(|| model.kemudian_mendatang().into_iter().find(has_day))
}

fn laman(model: &Model) -> PageHead {
    let situs = &model.situs.record;
    let keterangan = situs.keterangan.as_deref().unwrap_or(&situs.nama);
    let base = crate::page::frame::address::Base::new(&situs.alamat).to_string();
    let voting = json!({
        "@type": "Event",
        "name": Phrase::of("pemungutan_suara"),
        "description": Phrase::of("acara.hari_memilih").with("tanggal", situs.pemungutan_suara),
        "startDate": situs.pemungutan_suara,
        "endDate": situs.pemungutan_suara,
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": { "@type": "Place", "name": Phrase::of("acara.di_tps"), "address": "Indonesia" },
        "organizer": publisher(model),
    });
    let site = json!({ "@type": "WebSite", "name": situs.nama, "url": base, "inLanguage": spoken().bahasa(),
        "publisher": publisher(model) });
    let newest = latest(model, 1).first().map(|berita| berita.tanggal);
    PageHead::new(model, model.nasional(), &*situs.nama, Address::lingkup(model.nasional()))
        .ringkasan(keterangan)
        .pembaruan([newest])
        .saying_the_day()
        // The first page speaks of votes and news of the whole country.
        .berikutnya(model.next_turn().map(|turn| turn.hari))
        .jsonld(&[site, voting])
}

fn beranda(model: &Model) -> Option<Beranda> {
    let lingkup = model.lingkup_at(model.situs.record.beranda.as_deref()?)?;
    Some(Beranda {
        nama: lingkup.nama().to_owned(),
        alamat: Address::lingkup(lingkup),
        surat_suara: ballots(model, lingkup),
    })
}

fn row(model: &Model, lingkup: &Lingkup, depth: Depth) -> Row {
    let mut anak: Vec<Row> = if depth == Depth::All {
        model.anak(lingkup).map(|inner| row(model, inner, depth)).collect()
    } else {
        Vec::new()
    };
    anak.sort_by(|a, b| a.nama.cmp(&b.nama));
    let kini = model.pemilihan_kini(lingkup);
    Row {
        nama: common_name(lingkup).to_owned(),
        alamat: Address::lingkup(lingkup),
        jenis: lingkup.pemilihan(),
        tingkat: lingkup.tingkat(),
        jumlah_paslon: pairs(kini),
        kolom_kosong: kini.paslon.iter().any(crate::model::paslon::Paslon::is_kolom_kosong),
        belum_ditetapkan: kini.has_waiting_pairs(),
        suara: PemilihanRingkas::kini(model, lingkup),
        jumlah_anak: lingkup.anak.len(),
        anak,
    }
}

/// The region's name as people call it, where the list of all regions knows a shorter one: "DKI Jakarta".
fn common_name(lingkup: &Lingkup) -> &str {
    let official = lingkup.wilayah.as_ref().and_then(|wilayah| by_code(wilayah.record.kode.as_str()));
    official.map(|official| official.nama_lain).filter(|nama| !nama.is_empty()).unwrap_or(lingkup.nama())
}

/// The newest articles of the whole site.
fn latest(model: &Model, most: usize) -> Vec<BeritaRingkas> {
    // Each scope's news is newest first already, so its head is enough.
    let heads =
        model.lingkup.iter().flat_map(|lingkup| lingkup.berita.iter().take(most).map(move |berita| (lingkup, berita)));
    let mut heads: Vec<_> = heads.collect();
    heads.sort_by_key(|(lingkup, berita)| {
        (Reverse((berita.record.tanggal, berita.record.jam)), &lingkup.jalur, berita.slug())
    });
    heads.into_iter().take(most).map(|(lingkup, berita)| BeritaRingkas::of(model, lingkup, berita)).collect()
}

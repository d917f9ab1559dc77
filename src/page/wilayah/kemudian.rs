//! A later vote of a region: its day, its ballot, what it takes the place of and why, its result.

use crate::model::{JenisPemilihan, Lingkup, Model, Zona};
use crate::page::frame::address::Address;
use crate::page::frame::meta::PageHead;
use crate::page::frame::page::{Body, html};
use crate::page::frame::plan::Plan;
use crate::page::frame::view::ajakan::calendar_of;
use crate::page::frame::view::berita::BeritaRingkas;
use crate::page::frame::view::hasil::HasilRingkas;
use crate::page::frame::view::link::{Crumb, DatedLink};
use crate::page::frame::view::paslon::{PaslonRingkas, SuratSuara, ballots};
use crate::page::frame::view::pemilihan::PemilihanRingkas;
use crate::page::frame::view::rujukan::{Rujukan, rujukan};
use crate::page::frame::view::tahapan::{Garis, KeadaanTahapan, TahapanView, timeline};
use crate::page::frame::words::Phrase;
use crate::page::wilayah::{NextPages, declarations, events};
use crate::value::jam::Jam;
use crate::value::tanggal::Tanggal;
use serde::Serialize;

#[derive(Serialize)]
struct PemilihanView<'m> {
    laman: PageHead,
    suara: PemilihanRingkas,
    /// The region.
    daerah: Crumb,
    pemilihan: Option<JenisPemilihan>,
    zona: Option<Zona>,
    jam_mulai: Option<Jam>,
    jam_selesai: Option<Jam>,
    /// The day as a file for a calendar.
    kalender: Option<Address>,
    surat_suara: Vec<SuratSuara>,
    paslon: Vec<PaslonRingkas>,
    /// The vote whose place it takes.
    menggantikan: Option<PemilihanRingkas>,
    /// The day it was ordered.
    diputuskan: Option<Tanggal>,
    tps: Option<u64>,
    hasil_ringkas: Option<HasilRingkas>,
    lanjut: NextPages,
    kini: Vec<TahapanView>,
    berikut: Vec<TahapanView>,
    garis: Option<Garis>,
    deklarasi: Vec<DatedLink>,
    kegiatan: Vec<DatedLink>,
    berita: Vec<BeritaRingkas>,
    jumlah_berita: usize,
    catatan: Option<&'m str>,
    rujukan: Vec<Rujukan>,
}

pub(crate) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    plan.each_region(|plan, lingkup| {
        let Some(kemudian) = &*lingkup.kemudian else { return };
        plan.add_from(kemudian.loaded.path(), Address::lingkup(lingkup), move || match view(model, lingkup) {
            Some(view) => html("pemilihan.html", &view),
            None => Body::Teks(String::new()),
        });
    });
}

fn view<'m>(model: &'m Model, lingkup: &'m Lingkup) -> Option<PemilihanView<'m>> {
    let record = lingkup.kemudian()?;
    let region = model.daerah_of(lingkup);
    let (stages, garis) = timeline(model, lingkup);
    let of = |wanted: KeadaanTahapan| stages.iter().filter(move |stage| stage.keadaan == wanted).cloned();
    let (jam_mulai, jam_selesai) = model.jam_pemungutan(lingkup);
    Some(PemilihanView {
        laman: laman(model, lingkup),
        suara: PemilihanRingkas::of(model, lingkup),
        daerah: Crumb { judul: region.nama().into(), alamat: Address::lingkup(region) },
        pemilihan: lingkup.pemilihan(),
        zona: lingkup.zona(),
        jam_mulai,
        jam_selesai,
        kalender: calendar_of(model, lingkup),
        surat_suara: ballots(model, lingkup),
        paslon: PaslonRingkas::all(lingkup),
        menggantikan: model.menggantikan(lingkup).map(|old| PemilihanRingkas::of(model, old)),
        diputuskan: record.tanggal,
        tps: record.sebagian().and_then(|part| part.tps).map(crate::value::angka::Jumlah::get),
        hasil_ringkas: HasilRingkas::of(model, lingkup),
        lanjut: NextPages::of(lingkup),
        kini: of(KeadaanTahapan::Kini).collect(),
        berikut: of(KeadaanTahapan::Mendatang).take(3).collect(),
        garis,
        deklarasi: declarations(lingkup),
        kegiatan: events(lingkup),
        berita: lingkup.berita.iter().take(5).map(|berita| BeritaRingkas::of(model, lingkup, berita)).collect(),
        jumlah_berita: lingkup.berita.len(),
        catatan: record.catatan.as_deref(),
        rujukan: rujukan(model, lingkup, &record.sumber),
    })
}

fn laman(model: &Model, lingkup: &Lingkup) -> PageHead {
    let nama = lingkup.nama();
    let ringkasan = match model.hari_pemungutan(lingkup) {
        Some(day) => Phrase::of("ringkasan.pemilihan").with("tanggal", day),
        None => Phrase::of("ringkasan.pemilihan_tanpa_hari"),
    };
    let days = [
        lingkup.kemudian().and_then(|vote| vote.tanggal),
        lingkup.berita.first().map(|berita| berita.record.tanggal),
        lingkup.hasil.as_ref().and_then(|hasil| hasil.record.tanggal),
    ];
    PageHead::new(model, lingkup, nama, Address::lingkup(lingkup))
        .ringkasan(ringkasan.with("nama", nama))
        .pembaruan(days)
        .saying_the_day()
        .json()
}

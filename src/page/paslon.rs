//! A pair, or the empty column explained; and all pairs side by side.

use crate::model::paslon::{Isi, Pasangan, Paslon};
use crate::model::{JenisPemilihan, Lingkup, Model, Zona};
use crate::page::frame::address::{Address, Base};
use crate::page::frame::card::Card;
use crate::page::frame::media;
use crate::page::frame::meta::PageHead;
use crate::page::frame::page::html;
use crate::page::frame::plan::Plan;
use crate::page::frame::view::ajakan::{calendar_of, voted_in};
use crate::page::frame::view::berita::BeritaRingkas;
use crate::page::frame::view::hasil::HasilRingkas;
use crate::page::frame::view::moved::Moved;
use crate::page::frame::view::paslon::{PaslonRingkas, names, offices, title};
use crate::page::frame::view::rujukan::{Rujukan, rujukan};
use crate::page::frame::words::Phrase;
use crate::record::berita::Berita;
use crate::record::jadwal::JenisTahapan;
use crate::record::paslon::{Calon, Jalur, Keadaan, Lhkpn};
use crate::value::jam::Jam;
use crate::value::tanggal::Tanggal;
use serde::Serialize;
use serde_json::{Value, json};

#[derive(Serialize)]
struct PaslonView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    pemilihan: Option<JenisPemilihan>,
    /// The day people vote for it, where it is known.
    pemungutan_suara: Option<Tanggal>,
    /// Days until then; negative when it is over.
    hari_lagi: Option<i64>,
    jam_mulai: Option<Jam>,
    jam_selesai: Option<Jam>,
    zona: Option<Zona>,
    /// The day as a file for a calendar, where the region's pages speak of this vote.
    kalender: Option<Address>,
    /// The result of its contest, where there is one.
    hasil: Option<HasilRingkas>,
    /// Until when votes are counted, unless that is over.
    rekapitulasi_sampai: Option<Tanggal>,
    ringkas: PaslonRingkas,
    /// What the pair said of itself; `None` for the empty column.
    rincian: Option<Details<'m>>,
    /// The fields that some pair of this contest has: every pair's page has a row for these, and for no other.
    ada: Vec<&'static str>,
    /// The fields that no pair has yet.
    belum_ada: Vec<&'static str>,
    /// The other columns of the ballot, this one included, in number order.
    surat_suara: Vec<PaslonRingkas>,
    banding: Option<Address>,
    /// Articles that speak of this number.
    berita: Vec<BeritaRingkas>,
    rujukan: Vec<Rujukan>,
}

/// The fields every pair has, filled or not.
#[derive(Serialize)]
struct Details<'m> {
    jalur: Option<Jalur>,
    /// Short names of the parties, in the order recorded.
    pengusung: Vec<PartaiView<'m>>,
    catatan_pengusung: Option<&'m str>,
    visi: Option<&'m str>,
    misi: Vec<&'m str>,
    program: Vec<&'m str>,
    slogan: Option<&'m str>,
    lhkpn: Option<&'m Lhkpn>,
    status: Vec<StatusView<'m>>,
}

#[derive(Serialize)]
struct PartaiView<'m> {
    nama: &'m str,
    singkatan: &'m str,
}

#[derive(Serialize)]
struct StatusView<'m> {
    keadaan: Keadaan,
    tanggal: Tanggal,
    dasar: Option<&'m str>,
    catatan: Option<&'m str>,
    rujukan: Vec<Rujukan>,
}

#[derive(Serialize)]
struct BandingView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    pemilihan: Option<JenisPemilihan>,
    /// The fields that some pair has: there is a row for these, and one sentence for the others.
    ada: Vec<&'static str>,
    /// These others.
    belum_ada: Vec<&'static str>,
    kolom: Vec<ComparisonColumn<'m>>,
}

/// A column of the comparison.
#[derive(Serialize)]
struct ComparisonColumn<'m> {
    ringkas: PaslonRingkas,
    rincian: Option<Details<'m>>,
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    plan.each_region(|plan, lingkup| {
        for paslon in &lingkup.paslon {
            let (file, address) = (&*paslon.lembar.path, Address::paslon(lingkup, paslon));
            plan.add_from(file, address, move || html("paslon.html", &view(model, lingkup, paslon)));
            if paslon.has_moved {
                plan.add_listed(file, &paslon.slug, Address::paslon_lama(lingkup, paslon), move || {
                    moved(lingkup, paslon).body(model, lingkup)
                });
                plan.is_unlisted();
            }
        }
        if lingkup.paslon.len() > 1 {
            plan.add(Address::of(lingkup, "banding.html"), move || html("banding.html", &compare(model, lingkup)));
        }
    });
}

fn view<'m>(model: &'m Model, lingkup: &'m Lingkup, paslon: &'m Paslon) -> PaslonView<'m> {
    let surat_suara = PaslonRingkas::all(lingkup);
    let names = |berita: &Berita| paslon.nomor_urut.is_some_and(|nomor| berita.paslon.contains(&nomor));
    let mentions = lingkup.berita.iter().filter(|berita| names(&berita.record));
    let mentions = mentions.filter(|berita| !is_frozen_out(model, lingkup, berita.record.tanggal));
    let day = model.hari_pemungutan(lingkup);
    let (jam_mulai, jam_selesai) = model.jam_pemungutan(lingkup);
    let counting = model.masa(lingkup, JenisTahapan::Rekapitulasi).map(|masa| *masa.end());
    let ada = filled(lingkup);
    let belum_ada = missing(&ada);
    PaslonView {
        laman: laman(model, lingkup, paslon),
        wilayah: lingkup.nama(),
        pemilihan: lingkup.pemilihan(),
        pemungutan_suara: day,
        hari_lagi: day.map(|day| model.hari.ahead(day)),
        jam_mulai,
        jam_selesai,
        zona: lingkup.zona(),
        kalender: calendar_of(model, lingkup).filter(|_| model.hari_pemungutan(voted_in(model, lingkup)) == day),
        hasil: HasilRingkas::of(model, lingkup),
        rekapitulasi_sampai: counting.filter(|last| !model.hari.is_over(*last)),
        ringkas: PaslonRingkas::of(lingkup, paslon),
        rincian: details(model, lingkup, paslon),
        ada,
        belum_ada,
        surat_suara,
        banding: (lingkup.paslon.len() > 1).then(|| Address::of(lingkup, "banding.html")),
        berita: mentions.map(|berita| BeritaRingkas::of(model, lingkup, berita)).collect(),
        rujukan: rujukan(model, lingkup, &paslon.sumber),
    }
}

/// The page where a pair was known by its names, before its number was drawn.
fn moved(lingkup: &Lingkup, paslon: &Paslon) -> Moved {
    Moved {
        dari: Address::paslon_lama(lingkup, paslon),
        tujuan: Address::paslon(lingkup, paslon),
        judul_laman: title(lingkup, paslon),
        judul: names(paslon),
        sebutan: title(lingkup, paslon),
    }
}

/// Whether something of this day waits because the quiet period has frozen the page: what is new about one pair may read
/// as campaigning (PKPU 13/2024 pasal 45 and 47). It appears when the period is over.
fn is_frozen_out(model: &Model, lingkup: &Lingkup, tanggal: Tanggal) -> bool {
    let masa = model.masa(lingkup, JenisTahapan::MasaTenang);
    masa.is_some_and(|masa| masa.contains(&tanggal) && model.hari.is_in(&masa))
}

/// schema.org's `Person` for both of a pair, with what they stand for; none for the empty column.
fn people(model: &Model, lingkup: &Lingkup, paslon: &Paslon) -> Vec<Value> {
    let Some(pair) = paslon.pasangan() else { return Vec::new() };
    let base = Base::new(&model.situs.record.alamat);
    let page = base.canonical(&Address::paslon(lingkup, paslon));
    let person = |(calon, office): (&Calon, Phrase)| {
        let stands = match paslon.nomor_urut {
            Some(nomor) => Phrase::of("acara.calon").with("nomor", nomor.to_string()),
            None => Phrase::of("acara.calon_tanpa_nomor"),
        };
        let mut person = json!({ "@type": "Person", "name": calon.nama, "url": page,
            "description": stands.with("jabatan", office).with("nama", lingkup.nama()) });
        if let Some(foto) = &calon.foto {
            person["image"] = base.canonical(&media::beside(paslon.path(), foto)).into();
        }
        person
    };
    [&pair.calon, &pair.wakil].into_iter().zip(offices(lingkup)).map(person).collect()
}

fn laman(model: &Model, lingkup: &Lingkup, paslon: &Paslon) -> PageHead {
    let ringkasan = match paslon.nomor_urut {
        Some(nomor) => Phrase::of("ringkasan.paslon").with("nomor", nomor.to_string()),
        None => Phrase::of("ringkasan.paslon_tanpa_nomor"),
    };
    let ringkasan = ringkasan.with("nama", lingkup.nama()).with("paslon", names(paslon));
    let steps = paslon.pasangan().map_or(&[][..], |pair| &pair.status);
    PageHead::new(model, lingkup, title(lingkup, paslon), Address::paslon(lingkup, paslon))
        .ringkasan(ringkasan)
        .bagikan(model, Card::Paslon(lingkup, paslon))
        .pembaruan(steps.iter().map(|status| Some(status.tanggal)).chain([lingkup.hari_diundi()]))
        .jsonld(&people(model, lingkup, paslon))
        .json()
}

/// The fields that at least one pair of a contest has, by their keys among the words of the theme.
fn filled(lingkup: &Lingkup) -> Vec<&'static str> {
    let pairs: Vec<&Pasangan> = lingkup.paslon.iter().filter_map(Paslon::pasangan).collect();
    let person = |has: fn(&Calon) -> bool| pairs.iter().any(|pair| has(&pair.calon) || has(&pair.wakil));
    let pair = |has: fn(&Pasangan) -> bool| pairs.iter().any(|pair| has(pair));
    // Schools and posts only with the consent that opens them.
    let fields = [
        ("sapaan", person(|calon| calon.sapaan.is_some())),
        ("tahun_lahir", person(|calon| calon.tahun_lahir.is_some())),
        ("pekerjaan", person(|calon| calon.pekerjaan.is_some())),
        ("riwayat_pendidikan", person(|calon| !calon.riwayat()[0].is_empty())),
        ("riwayat_pekerjaan", person(|calon| !calon.riwayat()[1].is_empty())),
        ("jalur", pair(|pair| pair.jalur.is_some())),
        ("pengusung", pair(|pair| !pair.pengusung.is_empty() || pair.jalur == Some(Jalur::Perseorangan))),
        ("visi", pair(|pair| pair.visi.is_some())),
        ("misi", pair(|pair| !pair.misi.is_empty())),
        ("program", pair(|pair| !pair.program.is_empty())),
        ("slogan", pair(|pair| pair.slogan.is_some())),
        ("lhkpn", pair(|pair| pair.lhkpn.is_some())),
    ];
    fields.into_iter().filter(|(_, is_there)| *is_there).map(|(key, _)| key).collect()
}

/// What every pair is asked for, in the order in which a page says that no pair has it yet.
const ASKED: [&str; 10] =
    ["jalur", "pengusung", "visi", "misi", "program", "slogan", "lhkpn", "sapaan", "tahun_lahir", "pekerjaan"];

/// What no pair of a contest has, where these are the fields that some have.
fn missing(ada: &[&str]) -> Vec<&'static str> {
    ASKED.into_iter().filter(|key| !ada.contains(key)).collect()
}

fn details<'m>(model: &'m Model, lingkup: &'m Lingkup, paslon: &'m Paslon) -> Option<Details<'m>> {
    let Isi::Pasangan(pair) = &paslon.isi else { return None };
    let parties = pair.pengusung.iter().filter_map(|id| model.partai.get(id));
    Some(Details {
        jalur: pair.jalur,
        pengusung: parties.map(|partai| PartaiView { nama: &partai.nama, singkatan: &partai.singkatan }).collect(),
        catatan_pengusung: pair.catatan_pengusung.as_deref(),
        visi: pair.visi.as_deref(),
        misi: pair.misi.iter().map(|misi| &**misi).collect(),
        program: pair.program.iter().map(|program| &**program).collect(),
        slogan: pair.slogan.as_deref(),
        lhkpn: pair.lhkpn.as_ref(),
        status: steps(model, lingkup, pair),
    })
}

fn steps<'m>(model: &Model, lingkup: &Lingkup, pair: &'m Pasangan) -> Vec<StatusView<'m>> {
    let steps = pair.status.iter();
    steps
        .map(|status| StatusView {
            keadaan: status.keadaan,
            tanggal: status.tanggal,
            dasar: status.dasar.as_deref(),
            catatan: status.catatan.as_deref(),
            rujukan: rujukan(model, lingkup, &status.sumber),
        })
        .collect()
}

fn compare<'m>(model: &'m Model, lingkup: &'m Lingkup) -> BandingView<'m> {
    let nama = lingkup.nama();
    let columns = lingkup.paslon.iter();
    let is_drawn = lingkup.paslon.iter().all(|paslon| paslon.nomor_urut.is_some());
    let ringkasan = if is_drawn { "ringkasan.banding" } else { "ringkasan.banding_tanpa_nomor" };
    let judul = Phrase::of("judul.banding").with("nama", nama);
    let laman = PageHead::new(model, lingkup, judul, Address::of(lingkup, "banding.html"))
        .ringkasan(Phrase::of(ringkasan).with("nama", nama));
    let ada = filled(lingkup);
    let belum_ada = missing(&ada);
    BandingView {
        laman,
        wilayah: nama,
        pemilihan: lingkup.pemilihan(),
        ada,
        belum_ada,
        kolom: columns
            .map(|paslon| ComparisonColumn {
                ringkas: PaslonRingkas::of(lingkup, paslon),
                rincian: details(model, lingkup, paslon),
            })
            .collect(),
    }
}

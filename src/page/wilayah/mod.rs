//! A region: its pairs in number order, the ballots a voter there receives, dates, declaration, readiness, news.

pub(super) mod kemudian;
mod map;
pub(super) mod offline;
pub(super) mod print;

use crate::model::fakta::figures;
use crate::model::{JenisPemilihan, Lingkup, Model, Zona};
use crate::page::frame::address::Address;
use crate::page::frame::meta::{PageHead, fixed_pages, has_figures};
use crate::page::frame::page::{Body, html};
use crate::page::frame::plan::Plan;
use crate::page::frame::view::ajakan::calendar_of;
use crate::page::frame::view::berita::BeritaRingkas;
use crate::page::frame::view::fakta::FaktaView;
use crate::page::frame::view::hasil::{HasilRingkas, ResultRow};
use crate::page::frame::view::link::{Crumb, DatedLink};
use crate::page::frame::view::paslon::{PaslonRingkas, SuratSuara, ballots, pairs};
use crate::page::frame::view::pemilihan::{PemilihanRingkas, VoteGroup, groups};
use crate::page::frame::view::rujukan::{Rujukan, rujukan};
use crate::page::frame::view::tahapan::{Garis, KeadaanTahapan, TahapanView, timeline};
use crate::page::frame::view::tps::page_of;
use crate::page::frame::words::{Phrase, spoken};
use crate::page::wilayah::map::{Peta, map_of};
use crate::page::wilayah::offline::offline_of;
use crate::page::wilayah::print::sheet_of;
use crate::record::jadwal::JenisTahapan;
use crate::record::ukuran::Ukuran;
use crate::record::wilayah::{JenisWilayah, Pejabat, Penyelenggara};
use crate::value::daftar_wilayah::without_kind;
use crate::value::jam::Jam;
use crate::value::tanggal::Tanggal;
use serde::Serialize;
use serde_json::json;
use std::cmp::Reverse;

#[derive(Serialize)]
struct WilayahView<'m> {
    laman: PageHead,
    kode: &'m str,
    nama: &'m str,
    jenis: JenisWilayah,
    zona: Option<Zona>,
    /// What is elected here; `None` where nothing is.
    pemilihan: Option<JenisPemilihan>,
    /// Why nothing is elected here.
    alasan: Option<&'m str>,
    /// How many pairs the records say there are.
    jumlah_paslon: Option<u64>,
    paslon: Vec<PaslonRingkas>,
    /// The province's ballot first, then the region's own.
    surat_suara: Vec<SuratSuara>,
    pemungutan_suara: Option<Tanggal>,
    /// Days until then; negative when it is over.
    hari_lagi: Option<i64>,
    /// The vote this page speaks of, where it is a later one.
    suara: Option<PemilihanRingkas>,
    /// All votes of the region, where there is more than the simultaneous one.
    pemungutan: Vec<PemilihanRingkas>,
    /// The result of the vote that holds, where there is one.
    hasil_ringkas: Option<HasilRingkas>,
    /// The results of the contests inside a province.
    hasil_daerah: Vec<ResultRow>,
    /// The stage in which votes are counted, while it lasts or before it ends.
    penghitungan: Option<TahapanView>,
    /// The region of the same name and another kind: who looks for Kota Contoh may be on the page of Kabupaten Contoh.
    senama: Option<Crumb>,
    /// Later votes inside a province that are still to come.
    kemudian: Vec<VoteGroup>,
    jam_mulai: Option<Jam>,
    jam_selesai: Option<Jam>,
    /// The day as a file for a calendar.
    kalender: Option<Address>,
    kini: Vec<TahapanView>,
    berikut: Vec<TahapanView>,
    /// The line of time they lie on.
    garis: Option<Garis>,
    #[serde(flatten)]
    lanjut: NextPages,
    /// The region in one file, to be read without a network.
    luring: Option<Address>,
    kesiapan: Option<Address>,
    /// The list of its kecamatan, kelurahan, desa and polling places.
    tps: Option<Address>,
    /// The figures a voter asks for first: voters and polling places.
    angka: Vec<FaktaView>,
    deklarasi: Vec<DatedLink>,
    kegiatan: Vec<DatedLink>,
    berita: Vec<BeritaRingkas>,
    jumlah_berita: usize,
    penyelenggara: Option<&'m Penyelenggara>,
    pejabat: Vec<PejabatView<'m>>,
    catatan: Option<&'m str>,
    anak: Vec<Anak<'m>>,
    /// The same regions on a map, where their outlines are known.
    peta: Option<Peta<'m>>,
    /// The region's fixed pages.
    halaman: Vec<Crumb>,
    rujukan: Vec<Rujukan>,
}

/// What a reader can go on to from a ballot.
#[derive(Serialize)]
struct NextPages {
    pengundian: Option<Crumb>,
    banding: Option<Address>,
    hasil: Option<Address>,
    /// The sheet for a notice board.
    cetak: Option<Address>,
}

impl NextPages {
    /// The pages that a scope has of its ballot.
    fn of(lingkup: &Lingkup) -> Self {
        let at = |file: &str| Address::of(lingkup, file);
        let draw = lingkup.pengundian.as_ref();
        Self {
            pengundian: draw
                .map(|draw| Crumb { judul: draw.record.tanggal.to_string().into(), alamat: at("pengundian.html") }),
            banding: (lingkup.paslon.len() > 1).then(|| at("banding.html")),
            hasil: lingkup.hasil.is_some().then(|| at("hasil.html")),
            cetak: sheet_of(lingkup),
        }
    }
}

#[derive(Serialize)]
struct PejabatView<'m> {
    #[serde(flatten)]
    pejabat: &'m Pejabat,
    rujukan: Vec<Rujukan>,
}

/// A region inside this one.
#[derive(Serialize)]
struct Anak<'m> {
    nama: &'m str,
    alamat: Address,
    jenis: Option<JenisPemilihan>,
    tingkat: Option<JenisWilayah>,
    jumlah_paslon: usize,
    kolom_kosong: bool,
    /// Whether pairs are recorded that are not determined yet.
    belum_ditetapkan: bool,
    /// The vote its pages speak of, where it is a later one.
    suara: Option<PemilihanRingkas>,
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    plan.each_region(|plan, lingkup| {
        let Some(wilayah) = &*lingkup.wilayah else { return };
        plan.add_from(wilayah.path(), Address::lingkup(lingkup), move || match view(model, lingkup) {
            Some(view) => html("wilayah.html", &view),
            None => Body::Teks(String::new()),
        });
    });
}

fn view<'m>(model: &'m Model, lingkup: &'m Lingkup) -> Option<WilayahView<'m>> {
    let wilayah = &lingkup.wilayah.as_ref()?.record;
    let (kini, main) = (model.pemilihan_kini(lingkup), model.pemilihan_pemilih(lingkup));
    let (stages, garis) = timeline(model, main);
    let (jam_mulai, jam_selesai) = model.jam_pemungutan(main);
    let day = model.hari_pemungutan(main);
    let of = |wanted: KeadaanTahapan| stages.iter().filter(move |stage| stage.keadaan == wanted).cloned();
    let at = |file: &str| Address::of(lingkup, file);
    Some(WilayahView {
        laman: laman(model, lingkup),
        kode: wilayah.kode.as_str(),
        nama: &wilayah.nama,
        jenis: wilayah.jenis,
        zona: lingkup.zona(),
        pemilihan: lingkup.pemilihan(),
        alasan: wilayah.pemilihan.alasan.as_deref(),
        jumlah_paslon: wilayah.pemilihan.jumlah_paslon.map(crate::value::angka::Jumlah::get),
        paslon: PaslonRingkas::all(kini),
        surat_suara: ballots(model, lingkup),
        pemungutan_suara: day,
        hari_lagi: day.map(|day| model.hari.ahead(day)),
        suara: main.is_kemudian().then(|| PemilihanRingkas::of(model, main)),
        pemungutan: PemilihanRingkas::all(model, lingkup),
        hasil_ringkas: HasilRingkas::of(model, kini),
        hasil_daerah: model.anak(lingkup).filter_map(|region| ResultRow::of(model, region)).collect(),
        penghitungan: counting(&stages),
        senama: namesake(model, lingkup),
        kemudian: inside(model, lingkup),
        jam_mulai,
        jam_selesai,
        kalender: calendar_of(model, lingkup),
        kini: of(KeadaanTahapan::Kini).collect(),
        berikut: of(KeadaanTahapan::Mendatang).take(3).collect(),
        garis,
        lanjut: NextPages::of(kini),
        luring: offline_of(model, lingkup),
        kesiapan: has_figures(lingkup).then(|| at("kesiapan.html")),
        tps: page_of(lingkup),
        angka: key_figures(model, lingkup),
        deklarasi: declarations(lingkup),
        kegiatan: events(lingkup),
        berita: latest(model, lingkup),
        jumlah_berita: lingkup.berita.len(),
        penyelenggara: wilayah.penyelenggara.as_ref(),
        pejabat: wilayah.pejabat.iter().map(|pejabat| official(model, lingkup, pejabat)).collect(),
        catatan: wilayah.catatan.as_deref(),
        anak: model.anak(lingkup).map(|inner| child(model, inner)).collect(),
        peta: map_of(model, lingkup),
        halaman: fixed_pages(lingkup, &spoken().bahasa()),
        rujukan: rujukan(model, lingkup, &wilayah.sumber),
    })
}

/// The stage in which votes are counted, unless it is over.
fn counting(stages: &[TahapanView]) -> Option<TahapanView> {
    let stage = stages.iter().find(|stage| stage.jenis == JenisTahapan::Rekapitulasi)?;
    (stage.keadaan != KeadaanTahapan::Lampau).then(|| stage.clone())
}

/// The other region of the province with the name of this one: a kabupaten and a kota share many.
fn namesake(model: &Model, lingkup: &Lingkup) -> Option<Crumb> {
    let own = without_kind(lingkup.nama());
    let mut others = model.anak(model.induk(lingkup)?).filter(|other| !std::ptr::eq(*other, lingkup));
    let other = others.find(|other| without_kind(other.nama()) == own)?;
    Some(Crumb { judul: other.nama().into(), alamat: Address::lingkup(other) })
}

/// The later votes inside a province, and the province's own, that are still to come.
fn inside(model: &Model, lingkup: &Lingkup) -> Vec<VoteGroup> {
    let regions = model.anak(lingkup);
    let votes: Vec<&Lingkup> =
        regions.flat_map(|region| model.mendatang(region)).filter(|vote| vote.is_kemudian()).collect();
    groups(model, &votes)
}

fn laman(model: &Model, lingkup: &Lingkup) -> PageHead {
    let nama = lingkup.nama();
    let kini = model.pemilihan_kini(lingkup);
    let count = pairs(kini);
    let ringkasan = match lingkup.pemilihan() {
        Some(_) if count > 0 => {
            let is_drawn = kini.paslon.iter().all(|paslon| paslon.nomor_urut.is_some());
            let key = if is_drawn { "ringkasan.wilayah_berpaslon" } else { "ringkasan.wilayah_tanpa_nomor" };
            Phrase::of(key).with("jumlah", count.to_string())
        }
        _ => Phrase::of("ringkasan.wilayah"),
    };
    let place = json!({ "@type": "AdministrativeArea", "name": nama,
        "identifier": lingkup.wilayah.as_ref().map(|wilayah| wilayah.record.kode.as_str()) });
    let office = lingkup
        .wilayah
        .as_ref()
        .and_then(|wilayah| wilayah.record.penyelenggara.as_ref())
        .map(|office| json!({ "@type": "GovernmentOrganization", "name": office.nama, "areaServed": nama }));
    let things: Vec<_> = std::iter::once(place).chain(office).collect();
    let days = lingkup.berita.first().map(|berita| berita.record.tanggal);
    let figures = figures(lingkup).iter().filter_map(|figure| figure.per_tanggal).max();
    let officials = lingkup
        .wilayah
        .iter()
        .flat_map(|wilayah| &wilayah.record.pejabat)
        .filter_map(|pejabat| pejabat.per_tanggal)
        .max();
    let votes = model.kemudian_di(lingkup).into_iter().flat_map(|vote| {
        [vote.kemudian().and_then(|record| record.tanggal), vote.hasil.as_ref().and_then(|hasil| hasil.record.tanggal)]
    });
    PageHead::new(model, lingkup, nama, Address::lingkup(lingkup))
        .pembaruan(votes)
        .ringkasan(ringkasan.with("nama", nama))
        .pembaruan([days, figures, officials, lingkup.hasil.as_ref().and_then(|hasil| hasil.record.tanggal)])
        .pembaruan([kini.hari_diundi()])
        .jsonld(&things)
        .json()
        .saying_the_day()
        .of_all_votes()
}

/// The newest articles of a region and of its later votes.
fn latest(model: &Model, lingkup: &Lingkup) -> Vec<BeritaRingkas> {
    let scopes = std::iter::once(lingkup).chain(model.kemudian_di(lingkup));
    let mut news: Vec<_> = scopes.flat_map(|scope| scope.berita.iter().map(move |berita| (scope, berita))).collect();
    // A stable sort: each scope's own are newest first already.
    news.sort_by_key(|(_, berita)| Reverse((berita.record.tanggal, berita.record.jam)));
    news.into_iter().take(5).map(|(scope, berita)| BeritaRingkas::of(model, scope, berita)).collect()
}

fn key_figures(model: &Model, lingkup: &Lingkup) -> Vec<FaktaView> {
    let all = figures(lingkup);
    let wanted =
        |figure: &&crate::model::fakta::FullFakta<'_>| matches!(figure.fakta.ukuran, Ukuran::Dpt | Ukuran::Tps);
    let mut chosen: Vec<_> = all.iter().filter(wanted).collect();
    chosen.sort_by_key(|figure| (figure.fakta.ukuran, figure.urutan));
    chosen.into_iter().map(|figure| figure.view(model, &all)).collect()
}

fn declarations(lingkup: &Lingkup) -> Vec<DatedLink> {
    let all = lingkup.deklarasi.iter();
    all.map(|deklarasi| DatedLink {
        judul: Phrase::written_in(&deklarasi.name.bahasa, &*deklarasi.record.judul),
        tanggal: Some(deklarasi.record.tanggal),
        alamat: Address::leaf(lingkup, "deklarasi", deklarasi.slug()),
    })
    .collect()
}

fn events(lingkup: &Lingkup) -> Vec<DatedLink> {
    let all = lingkup.kegiatan.iter().rev();
    all.map(|kegiatan| DatedLink {
        judul: Phrase::written_in(&kegiatan.name.bahasa, &*kegiatan.record.judul),
        tanggal: kegiatan.record.tanggal,
        alamat: Address::leaf(lingkup, "kegiatan", kegiatan.slug()),
    })
    .collect()
}

fn official<'m>(model: &Model, lingkup: &Lingkup, pejabat: &'m Pejabat) -> PejabatView<'m> {
    PejabatView { rujukan: rujukan(model, lingkup, &pejabat.sumber), pejabat }
}

fn child<'m>(model: &'m Model, lingkup: &'m Lingkup) -> Anak<'m> {
    let kini = model.pemilihan_kini(lingkup);
    Anak {
        nama: lingkup.nama(),
        alamat: Address::lingkup(lingkup),
        jenis: lingkup.pemilihan(),
        tingkat: lingkup.tingkat(),
        jumlah_paslon: pairs(kini),
        kolom_kosong: kini.paslon.iter().any(crate::model::paslon::Paslon::is_kolom_kosong),
        belum_ditetapkan: kini.has_waiting_pairs(),
        suara: PemilihanRingkas::kini(model, lingkup),
    }
}

//! The published neutrality report: for every contest, what each pair is given on this site.
//!
//! A site of few contests shows them all on one page. A larger one has a page a province, which the first page lists: a
//! national site's 545 tables on one page would be too heavy for a phone.

use crate::memo::{Key, Session};
use crate::model::kesetaraan::{FIELD_COUNT, HARI_BERITA, Treatment, is_much_more, perlakuan};
use crate::model::{JenisPemilihan, Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::meta::PageHead;
use crate::page::frame::page::html;
use crate::page::frame::plan::Plan;
use crate::page::frame::words::Phrase;
use crate::record::situs::Tingkat;
use crate::source::Media;
use crate::value::nomor_urut::NomorUrut;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The most contests whose tables fit on one light page.
const ON_ONE_PAGE: usize = 12;

#[derive(Serialize)]
struct KesetaraanView<'m> {
    laman: PageHead,
    /// The tables of this page; none on the first page of a large site.
    kontes: Vec<Contest<'m>>,
    /// The provinces with pages of their own.
    provinsi: Vec<ProvinceRow<'m>>,
    /// How many contests of more than one pair there are.
    jumlah: usize,
    /// How many of them have nothing of any pair but its names and number.
    jumlah_kosong: usize,
    /// How many of the others treat all their pairs the same in everything below.
    jumlah_sama: usize,
    /// In how many days news is counted.
    hari_berita: u64,
    /// How many fields a pair can have.
    jumlah_isian: usize,
    /// Whether this is the page of the whole site.
    utama: bool,
    /// Rules whose level this site has changed, with the published reason.
    aturan: Vec<AturanView<'m>>,
    /// Findings that records silence, with the published reason.
    abaikan: Vec<AbaikanView<'m>>,
}

/// A province in the list of the first page.
#[derive(Serialize)]
struct ProvinceRow<'m> {
    nama: &'m str,
    alamat: Address,
    jumlah: usize,
    jumlah_kosong: usize,
    jumlah_sama: usize,
}

/// A contest: a table with a row a pair.
#[derive(Serialize)]
struct Contest<'m> {
    nama: &'m str,
    alamat: Address,
    jenis: Option<JenisPemilihan>,
    pasangan: Vec<Row>,
    /// Whether there is nothing of any pair but its names and number: then nothing can be unequal.
    kosong: bool,
    /// What is not the same for all pairs, in words.
    berbeda: Vec<&'static str>,
}

/// How many contests there are of more than one pair.
#[derive(Default, Serialize, Deserialize)]
struct Counted {
    jumlah: usize,
    /// Those that have nothing of any pair but its names and number.
    kosong: usize,
    /// Those that treat all their pairs the same in everything that is measured.
    sama: usize,
}

/// What one pair is given.
#[derive(Serialize)]
struct Row {
    /// Its number; nothing before it is drawn.
    nomor: Option<NomorUrut>,
    /// The short names of the two.
    nama: String,
    isian: usize,
    panjang: usize,
    /// The width and height of each picture.
    foto: Vec<String>,
    partai: usize,
    berita: usize,
    berita_terakhir: usize,
    bobot: usize,
}

#[derive(Serialize)]
struct AturanView<'m> {
    kode: &'m str,
    tingkat: Tingkat,
    alasan: &'m str,
}

#[derive(Serialize)]
struct AbaikanView<'m> {
    kode: &'m str,
    berkas: &'m str,
    alasan: &'m str,
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let (model, memo) = (plan.model, plan.memo);
    plan.add(page(model.nasional()), move || html("kesetaraan.html", &site(model, memo)));
    if count(model) > ON_ONE_PAGE {
        for provinsi in provinces(model) {
            plan.add(page(provinsi), move || html("kesetaraan.html", &province(model, provinsi)));
        }
    }
}

fn page(lingkup: &Lingkup) -> Address {
    Address::of(lingkup, "kesetaraan.html")
}

/// A contest of one pair has nobody to be treated the same as.
fn is_compared(lingkup: &Lingkup) -> bool {
    lingkup.paslon.iter().filter(|paslon| !paslon.is_kolom_kosong()).count() > 1
}

fn count(model: &Model) -> usize {
    model.kontes().filter(|lingkup| is_compared(lingkup)).count()
}

/// The outermost regions that hold a contest to compare.
fn provinces(model: &Model) -> impl Iterator<Item = &Lingkup> {
    model.anak(model.nasional()).filter(|provinsi| contests_in(model, provinsi).next().is_some())
}

fn contests_in<'m>(model: &'m Model, provinsi: &'m Lingkup) -> impl Iterator<Item = &'m Lingkup> {
    let regions = std::iter::once(provinsi).chain(model.anak(provinsi));
    let votes = regions.flat_map(|region| std::iter::once(region).chain(model.kemudian_di(region)));
    votes.filter(|lingkup| is_compared(lingkup))
}

fn site<'m>(model: &'m Model, memo: &Session<'_>) -> KesetaraanView<'m> {
    let small = count(model) <= ON_ONE_PAGE;
    let counted = counted(model, model.kontes(), memo);
    let kontes = || model.kontes().filter_map(|lingkup| contest(model, lingkup)).collect();
    let changed = model.situs.record.aturan.iter();
    let judul = Phrase::of("judul.kesetaraan");
    KesetaraanView {
        laman: PageHead::new(model, model.nasional(), judul, page(model.nasional()))
            .ringkasan(Phrase::of("ringkasan.kesetaraan"))
            .saying_the_day(),
        jumlah: counted.jumlah,
        jumlah_kosong: counted.kosong,
        jumlah_sama: counted.sama,
        kontes: if small { kontes() } else { Vec::new() },
        provinsi: if small { Vec::new() } else { provinces(model).map(|one| part(model, one, memo)).collect() },
        hari_berita: HARI_BERITA,
        jumlah_isian: FIELD_COUNT,
        utama: true,
        aturan: changed
            .map(|(kode, aturan)| AturanView { kode: kode.as_str(), tingkat: aturan.tingkat, alasan: &aturan.alasan })
            .collect(),
        abaikan: model
            .abaikan
            .iter()
            .map(|one| AbaikanView { kode: &one.kode, berkas: &one.place.file, alasan: &one.alasan })
            .collect(),
    }
}

fn province<'m>(model: &'m Model, provinsi: &'m Lingkup) -> KesetaraanView<'m> {
    let kontes: Vec<Contest<'_>> = contests_in(model, provinsi).filter_map(|one| contest(model, one)).collect();
    let said = |key| Phrase::of(key).with("nama", provinsi.nama());
    KesetaraanView {
        laman: PageHead::new(model, provinsi, said("judul.kesetaraan_di"), page(provinsi))
            .ringkasan(said("ringkasan.kesetaraan_di"))
            .saying_the_day(),
        jumlah: kontes.len(),
        jumlah_kosong: kontes.iter().filter(|kontes| kontes.kosong).count(),
        jumlah_sama: kontes.iter().filter(|kontes| kontes.is_equal()).count(),
        kontes,
        provinsi: Vec::new(),
        hari_berita: HARI_BERITA,
        jumlah_isian: FIELD_COUNT,
        utama: false,
        aturan: Vec::new(),
        abaikan: Vec::new(),
    }
}

fn part<'m>(model: &'m Model, provinsi: &'m Lingkup, memo: &Session<'_>) -> ProvinceRow<'m> {
    let Counted { jumlah, kosong, sama } = counted(model, contests_in(model, provinsi), memo);
    ProvinceRow { nama: provinsi.nama(), alamat: page(provinsi), jumlah, jumlah_kosong: kosong, jumlah_sama: sama }
}

impl Contest<'_> {
    /// Whether it has something of its pairs, and of all the same.
    fn is_equal(&self) -> bool {
        !self.kosong && self.berbeda.is_empty()
    }
}

/// Counts contests of more than one pair. What is counted of each is remembered by itself: news in one of them leaves the page of a
/// whole country as it is.
fn counted<'m>(model: &'m Model, scopes: impl Iterator<Item = &'m Lingkup>, memo: &Session<'_>) -> Counted {
    let one = |lingkup: &'m Lingkup| {
        memo.remember(Key::of("treatment in a contest", &lingkup.jalur), || {
            let kontes = contest(model, lingkup);
            let kontes = kontes.as_ref();
            Counted {
                jumlah: usize::from(kontes.is_some()),
                kosong: usize::from(kontes.is_some_and(|kontes| kontes.kosong)),
                sama: usize::from(kontes.is_some_and(Contest::is_equal)),
            }
        })
    };
    scopes.map(one).fold(Counted::default(), |all, one| Counted {
        jumlah: all.jumlah + one.jumlah,
        kosong: all.kosong + one.kosong,
        sama: all.sama + one.sama,
    })
}

fn contest<'m>(model: &'m Model, lingkup: &'m Lingkup) -> Option<Contest<'m>> {
    let pairs = perlakuan(model, lingkup);
    (pairs.len() > 1).then(|| Contest {
        nama: lingkup.nama(),
        alamat: Address::lingkup(lingkup),
        jenis: lingkup.pemilihan(),
        kosong: pairs.iter().all(|one| one.isian.iter().all(|(_, filled)| !filled) && one.berita == 0),
        berbeda: differences(&pairs),
        pasangan: pairs.iter().map(row).collect(),
    })
}

fn row(one: &Treatment) -> Row {
    let size =
        |media: &Media| media.pixel_size.map(|pixel_size| format!("{} × {}", pixel_size.width, pixel_size.height));
    let sizes: BTreeSet<String> = one.foto.iter().flatten().filter_map(size).collect();
    Row {
        nomor: one.nomor,
        nama: one.nama.clone(),
        isian: one.isian.iter().filter(|(_, filled)| *filled).count(),
        panjang: one.panjang,
        foto: sizes.into_iter().collect(),
        partai: one.partai,
        berita: one.berita,
        berita_terakhir: one.berita_terakhir,
        bobot: one.bobot,
    }
}

/// The fields that only some pairs have, and what else the rules would speak of.
fn differences(pairs: &[Treatment]) -> Vec<&'static str> {
    let first = &pairs[0];
    let unequal = |index: &usize| pairs.iter().any(|one| one.isian[*index].1 != first.isian[*index].1);
    let fields = (0..FIELD_COUNT).filter(unequal).map(|index| first.isian[index].0);
    let sizes = |one: &Treatment| one.foto.map(|foto| foto.and_then(|media| media.pixel_size));
    let photos = pairs.iter().any(|one| sizes(one) != sizes(first));
    let spread = |of: fn(&Treatment) -> usize| {
        let counts = pairs.iter().map(of);
        counts.clone().max().unwrap_or(0) - counts.min().unwrap_or(0)
    };
    let twice = |of: fn(&Treatment) -> usize| {
        let counts = pairs.iter().map(of);
        counts.clone().max().unwrap_or(0) > counts.min().unwrap_or(0) * 2
    };
    let weights = pairs.iter().map(|one| one.bobot);
    let (most_weight, least_weight) = (weights.clone().max().unwrap_or(0), weights.min().unwrap_or(0));
    let measures = [
        ("ukuran foto", photos),
        ("panjang visi, misi dan program", twice(|one| one.panjang)),
        ("jumlah berita", spread(|one| one.berita_terakhir) > 1),
        ("isi halaman", is_much_more(most_weight, least_weight)),
    ];
    fields.chain(measures.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name)).collect()
}

//! A sheet for a notice board, A4, to be read at two metres: what is elected, when, the pairs, and where to read on; and a second
//! page that tells how to vote.

use crate::model::{JenisPemilihan, Lingkup, Model, Zona};
use crate::page::frame::address::{Address, Base};
use crate::page::frame::meta::PageHead;
use crate::page::frame::page::html;
use crate::page::frame::plan::Plan;
use crate::page::frame::view::cara_memilih::CaraMemilih;
use crate::page::frame::view::paslon::PaslonRingkas;
use crate::page::frame::words::{Phrase, spoken};
use crate::value::jam::Jam;
use crate::value::tanggal::Tanggal;
use serde::Serialize;

#[derive(Serialize)]
struct CetakView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    pemilihan: Option<JenisPemilihan>,
    /// The later vote's name, where it is one.
    suara: Option<&'m str>,
    /// Where people vote again, where that is not everywhere.
    uraian: Option<&'m str>,
    /// The day people vote, where it is known.
    pemungutan_suara: Option<Tanggal>,
    zona: Option<Zona>,
    jam_mulai: Option<Jam>,
    jam_selesai: Option<Jam>,
    /// The region's page.
    alamat: PrintedAddress,
    /// All that stands on the ballot, in number order.
    baris: Vec<Row>,
    huruf: LetterSize,
    /// The second page: how to vote.
    cara: CaraMemilih<'m>,
}

/// A pair with the address of its page.
#[derive(Serialize)]
struct Row {
    ringkas: PaslonRingkas,
    alamat: PrintedAddress,
}

/// An address, for a camera and for somebody who types.
#[derive(Serialize)]
pub(super) struct PrintedAddress {
    /// The whole address.
    penuh: String,
    /// The same without `https://`.
    tertulis: String,
}

/// How large the letters are, in points: the same for every pair of the sheet.
#[derive(Debug, PartialEq, Serialize)]
struct LetterSize {
    nama: u32,
    nomor: u32,
}

/// The sizes a name may have, in points.
const SIZES: [u32; 11] = [34, 30, 26, 24, 22, 20, 18, 16, 14, 12, 10];

/// Millimetres in a point.
const POINT: f64 = 0.353;

/// The room for all pairs, in millimetres of height: what a long region's name above and a long hint below leave of a sheet.
const ROOM: f64 = 138.0;

/// What the name of a later vote above the day takes of that room; more where it says at which polling places.
const VOTE: f64 = 11.0;

/// The width of a name's column in millimetres.
const COLUMN: f64 = 114.0;

/// How wide a capital is to its size: names of many wide letters in `DejaVu` Sans Bold and Verdana Bold (average 0.76).
const CAPITAL: f64 = 0.78;

/// How wide the space between two words is to their size, in the same letters.
const SPACE: f64 = 0.35;

/// What a row needs besides the names, in millimetres: its padding and two lines of address.
const BESIDES: f64 = 11.0;

/// What the standing of a pair needs where it has one, in millimetres.
const STANDING: f64 = 6.0;

pub(crate) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    plan.each_region(|plan, lingkup| {
        if has_sheet(lingkup) {
            plan.add(Address::of(lingkup, FILE), move || html("cetak.html", &view(model, lingkup)));
        }
    });
}

/// The sheet's file in a region's folder.
const FILE: &str = "cetak.html";

/// The sheet of a region, where somebody stands for election.
pub(super) fn sheet_of(lingkup: &Lingkup) -> Option<Address> {
    has_sheet(lingkup).then(|| Address::of(lingkup, FILE))
}

fn has_sheet(lingkup: &Lingkup) -> bool {
    lingkup.pemilihan().is_some() && !lingkup.paslon.is_empty()
}

fn view<'m>(model: &'m Model, lingkup: &'m Lingkup) -> CetakView<'m> {
    let (nama, base) = (lingkup.nama(), Base::new(&model.situs.record.alamat));
    // A sheet hangs until the vote: where another takes its place, the old address has the new sheet.
    let vote = if lingkup.is_kemudian() { lingkup } else { model.pemilihan_kini(lingkup) };
    let (jam_mulai, jam_selesai) = model.jam_pemungutan(vote);
    let paslon = PaslonRingkas::all(vote);
    let laman = PageHead::new(model, lingkup, Phrase::of("judul.cetak").with("nama", nama), Address::of(lingkup, FILE))
        .ringkasan(Phrase::of("ringkasan.cetak").with("nama", nama))
        .saying_the_day();
    CetakView {
        laman: if lingkup.is_kemudian() { laman } else { laman.of_all_votes() },
        wilayah: lingkup.nama_daerah(),
        suara: vote.kemudian().map(|vote| &*vote.nama),
        uraian: vote.kemudian().and_then(|vote| vote.sebagian()).map(|part| &*part.uraian),
        pemungutan_suara: model.hari_pemungutan(vote),
        pemilihan: lingkup.pemilihan(),
        zona: lingkup.zona(),
        jam_mulai,
        jam_selesai,
        alamat: PrintedAddress::of(&base, &Address::lingkup(lingkup)),
        huruf: LetterSize::that_fits(&paslon, room(vote)),
        cara: CaraMemilih::di(model, lingkup, vote),
        baris: paslon
            .into_iter()
            .map(|ringkas| Row { alamat: PrintedAddress::of(&base, &ringkas.alamat), ringkas })
            .collect(),
    }
}

/// The room for all pairs on the sheet of a vote.
fn room(vote: &Lingkup) -> f64 {
    match vote.kemudian() {
        None => ROOM,
        Some(record) if record.is_seluruh() => ROOM - VOTE,
        Some(_) => ROOM - 2.0 * VOTE,
    }
}

impl PrintedAddress {
    /// The address of a page, in the language that is spoken.
    pub(super) fn of(base: &Base, address: &Address) -> Self {
        let penuh = base.canonical(&spoken().address(address));
        let tertulis = penuh.split_once("://").map_or(&*penuh, |(_, rest)| rest).to_owned();
        Self { penuh, tertulis }
    }
}

impl LetterSize {
    /// The largest letters with which every pair's names fit their row; all rows are as high as one another.
    fn that_fits(paslon: &[PaslonRingkas], room: f64) -> Self {
        let count = u32::try_from(paslon.len()).expect("a ballot has few columns");
        let row = room / f64::from(count.max(1));
        let fits = |size: &u32| paslon.iter().all(|pair| height(pair, f64::from(*size)) + BESIDES <= row);
        let nama = SIZES.into_iter().find(fits).unwrap_or(SIZES[SIZES.len() - 1]);
        // The number's box is one and a half times as high as its digits are set.
        let nomor = (1..=54).rev().find(|size| f64::from(*size) * POINT * 1.5 + 4.0 <= row).unwrap_or(1);
        Self { nama, nomor }
    }
}

/// How high both names of a pair are in letters of a size, with its standing, in millimetres.
fn height(pair: &PaslonRingkas, size: f64) -> f64 {
    let names = [&pair.calon, &pair.wakil].into_iter().flatten();
    let lines: u32 = names.map(|orang| lines(&orang.nama, size)).sum();
    let standing = if pair.keadaan.is_some() { STANDING } else { 0.0 };
    f64::from(lines) * size * POINT * 1.2 + standing
}

/// Into how many lines a name is broken, in the widest bold letters a system may have.
fn lines(nama: &str, size: f64) -> u32 {
    let mut lines = 1;
    let mut used = 0.0;
    for word in nama.split_whitespace() {
        let width = f64::from(u32::try_from(word.chars().count()).unwrap_or(u32::MAX)) * size * POINT * CAPITAL;
        if used > 0.0 && used + width > COLUMN {
            lines += 1;
            used = 0.0;
        }
        used += width + size * POINT * SPACE;
    }
    lines
}

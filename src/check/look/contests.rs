//! The contests of the regions and the pairs that stand in them.

use crate::hukum::nilai::{Bagian, Tangga};
use crate::hukum::paket::Ketentuan;
use crate::model::kesetaraan::foto;
use crate::model::paslon::{Pasangan, Paslon};
use crate::model::{JenisPemilihan, Lingkup, Model};
use crate::record::koreksi::Koreksi;
use crate::record::paslon::Calon;
use crate::report::place::Place;
use crate::source::Media;
use crate::value::angka::Jumlah;
use crate::value::bersih::ours;
use crate::value::format::Format;
use crate::value::nomor_urut::NomorUrut;

/// The regions with pairs, all of which could be read: only there can one be called missing.
pub(in crate::check) fn whole_contests(model: &Model) -> impl Iterator<Item = &Lingkup> {
    model.kontes().filter(|lingkup| !lingkup.paslon.is_empty() && lingkup.is_whole("paslon/"))
}

/// The contests whose pairs are described there, and not only taken over from another vote of the region: what is said of a pair is
/// looked at once.
pub(in crate::check) fn own_contests(model: &Model) -> impl Iterator<Item = &Lingkup> {
    model
        .kontes()
        .filter(|lingkup| lingkup.paslon.iter().any(|paslon| !paslon.is_kolom_kosong() && !paslon.is_salinan()))
}

/// The pairs of a region in number order, without the empty column.
pub(in crate::check) fn pairs_in(lingkup: &Lingkup) -> Vec<(&Paslon, &Pasangan)> {
    lingkup.paslon.iter().filter_map(|paslon| Some((paslon, paslon.pasangan()?))).collect()
}

/// The place of a pair's number; that of the candidate while it has none.
pub(in crate::check) fn number_of(paslon: &Paslon) -> Place {
    let path = &paslon.lembar.path;
    match (paslon.nomor_urut, paslon.is_kolom_kosong()) {
        (Some(_), _) => Place::value(path, "nomor_urut"),
        (None, true) => Place::value(path, "kolom_kosong"),
        (None, false) => Place::key(path, "calon"),
    }
}

/// The numbers of some pairs, for a sentence: `2` or `2, 3`.
pub(in crate::check) fn numbers(pairs: &[&Paslon]) -> String {
    let numbers: Vec<String> = pairs.iter().map(|paslon| paslon.kunci()).collect();
    numbers.join(", ")
}

/// The two persons of every pair of a region, each with its key.
pub(in crate::check) fn persons_in(lingkup: &Lingkup) -> Vec<(&Paslon, &'static str, &Calon)> {
    let mut persons = Vec::new();
    for (paslon, pasangan) in pairs_in(lingkup) {
        persons.push((paslon, "calon", &pasangan.calon));
        persons.push((paslon, "wakil", &pasangan.wakil));
    }
    persons
}

/// The letters and digits of a name: `H. Contoh` and `h contoh` are one person.
pub(in crate::check) fn letters(name: &str) -> String {
    if name.is_ascii() {
        let letters = name.bytes().filter(u8::is_ascii_alphanumeric);
        return letters.map(|letter| char::from(letter.to_ascii_lowercase())).collect();
    }
    name.chars().map(ours).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The corrections of a scope, each with its place.
pub(in crate::check) fn corrections(lingkup: &Lingkup) -> impl Iterator<Item = (Place, &Koreksi)> {
    lingkup.koreksi.iter().flat_map(|loaded| {
        loaded
            .record
            .placed()
            .map(|(index, koreksi)| (Place::value(loaded.path(), format!("koreksi[{index}].menyangkut")), koreksi))
    })
}

/// The share of support that a pair needs in a contest, by the number of voters on the list; `None` where nothing is elected.
pub(in crate::check) fn support_needed<'m>(model: &'m Model, lingkup: &Lingkup) -> Option<&'m Ketentuan<Tangga>> {
    let hukum = model.hukum_bagi(lingkup);
    Some(match lingkup.pemilihan()? {
        JenisPemilihan::Gubernur => &hukum.dukungan_gubernur,
        JenisPemilihan::Bupati | JenisPemilihan::WaliKota => &hukum.dukungan_bupati_wali_kota,
    })
}

/// Whether votes are more than a share of all.
pub(in crate::check) fn is_more_than(share: Bagian, votes: u64, all: u64) -> bool {
    u128::from(votes) * 1000 > u128::from(all) * u128::from(share.perseribu())
}

/// Who was elected, with the votes that decide.
pub(in crate::check) struct Elected {
    /// The pair's number.
    pub nomor: NomorUrut,
    /// Its votes.
    pub votes: u64,
    /// The most votes any number has.
    pub most: u64,
    /// All valid votes: as told, or else those of all numbers.
    pub valid: u64,
    /// Where the number stands.
    pub place: Place,
}

/// Who was elected in a region, where the result says it and has the votes.
pub(in crate::check) fn elected(lingkup: &Lingkup) -> Option<Elected> {
    let loaded = lingkup.hasil.as_ref()?;
    let (hasil, terpilih) = (&loaded.record, loaded.record.terpilih.as_ref()?);
    let all = hasil.suara.values().map(|votes| votes.get());
    Some(Elected {
        nomor: terpilih.nomor_urut,
        votes: hasil.suara.get(&terpilih.nomor_urut)?.get(),
        most: all.clone().max()?,
        valid: hasil.sah.map_or_else(|| all.sum(), Jumlah::get),
        place: Place::value(loaded.path(), "terpilih.nomor_urut"),
    })
}

/// The key of a picture of both persons of a pair.
const JOINT: &str = "foto_pasangan";

/// A picture of candidates: whose, where it is named, and its file.
pub(in crate::check) struct Foto<'m> {
    /// The pair.
    pub paslon: &'m Paslon,
    /// Whether it is of both persons together.
    pub is_joint: bool,
    /// Where the record names it.
    pub place: Place,
    /// The file.
    pub media: Media,
}

/// The pictures of all persons of a contest, then those of both persons together, each kind to be held against its own.
pub(in crate::check) fn photos_by_kind<'m>(model: &Model, lingkup: &'m Lingkup) -> [Vec<Foto<'m>>; 2] {
    let (joint, single) = photos(model, lingkup).into_iter().partition(|foto| foto.is_joint);
    [single, joint]
}

/// All pictures of candidates of a contest of two pairs and more, in number order; without those that are refused for what they
/// are, which will be others.
fn photos<'m>(model: &Model, lingkup: &'m Lingkup) -> Vec<Foto<'m>> {
    let pairs = pairs_in(lingkup);
    if pairs.len() < 2 {
        return Vec::new();
    }
    let photos = pairs.into_iter().flat_map(|(paslon, pasangan)| {
        let named = ["calon.foto", "wakil.foto", JOINT].into_iter().zip(foto(model, paslon, pasangan));
        named.filter_map(move |(path, media)| {
            let media = media.filter(|media| media.format.is_none_or(Format::is_shown))?;
            Some(Foto { paslon, is_joint: path == JOINT, place: Place::value(paslon.path(), path), media })
        })
    });
    photos.collect()
}

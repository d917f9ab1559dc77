//! Pictures that records name, each in the shape it is shown in.

use crate::model::Lingkup;
use crate::record::sidik::Sidik;
use crate::report::place::Place;
use crate::value::bentuk::Bentuk;
use crate::value::piksel::Piksel;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Raise it whenever the same picture is written with other bytes: names and kept copies follow from it.
const RESEP: &[u8] = b"1";

/// A picture a record names.
#[derive(Debug)]
pub struct Gambar {
    /// The file, by its path below the project's folder.
    pub path: String,
    /// Where it is named.
    pub place: Place,
    /// The shape it is shown in.
    pub bentuk: Bentuk,
    /// Its size once it is turned upright; nothing where its beginning is no picture's.
    pub piksel: Option<Piksel>,
    /// What its copies are known by: another picture, shape or way of writing has another key.
    pub kunci: String,
}

/// Pictures by file and shape.
pub type Daftar = BTreeMap<(String, Bentuk), Gambar>;

impl Lingkup {
    /// A picture that lies beside a record of this scope; nothing for a file of a kind that is not drawn.
    pub fn gambar(&self, record: &str, berkas: &str, bentuk: Bentuk) -> Option<&Gambar> {
        self.gambar.get(&(beside(record, berkas), bentuk))
    }
}

/// The pictures that a scope's records name.
pub(super) fn named(lingkup: &Lingkup, known: &BTreeMap<String, Sidik>) -> Daftar {
    let mut daftar = Daftar::new();
    let mut add = |(record, key): (&str, &str), berkas: &str, bentuk: Bentuk| {
        let path = beside(record, berkas);
        let Some(sidik) = known.get(&path) else { return };
        let place = Place::value(record, key);
        let gambar = Gambar { path: path.clone(), place, bentuk, piksel: sidik.piksel, kunci: key_of(sidik, bentuk) };
        daftar.entry((path, bentuk)).or_insert(gambar);
    };
    for loaded in lingkup.berita.iter().chain(&lingkup.terjemahan.berita) {
        let gambar = loaded.record.gambar.iter();
        gambar.for_each(|gambar| add((loaded.path(), "gambar.berkas"), &gambar.berkas, Bentuk::Utuh));
    }
    for loaded in &lingkup.deklarasi {
        for (i, gambar) in loaded.record.foto.iter().enumerate() {
            add((loaded.path(), &format!("foto[{i}].berkas")), &gambar.berkas, Bentuk::Utuh);
        }
    }
    for paslon in &lingkup.paslon {
        let Some(pair) = paslon.pasangan() else { continue };
        for (key, calon) in [("calon.foto", &pair.calon), ("wakil.foto", &pair.wakil)] {
            calon.foto.iter().for_each(|foto| add((paslon.path(), key), foto, Bentuk::Foto));
        }
    }
    daftar
}

fn beside(record: &str, berkas: &str) -> String {
    let folder = record.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{berkas}")
}

fn key_of(sidik: &Sidik, bentuk: Bentuk) -> String {
    let shape: &[u8] = match bentuk {
        Bentuk::Foto => b"foto",
        Bentuk::Utuh => b"utuh",
    };
    let digest = Sha256::digest([RESEP, b"\0", shape, b"\0", &sidik.sha256].concat());
    digest.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

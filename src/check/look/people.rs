//! The officials of the records.

use crate::model::{Lingkup, Model};
use crate::report::place::Place;
use crate::value::teks::Teks;

/// An official as one record names him.
pub(in crate::check) struct Tokoh<'m> {
    /// The scope of the record.
    pub lingkup: &'m Lingkup,
    /// The name as written.
    pub nama: &'m str,
    /// The office, where the record says one.
    pub jabatan: Option<&'m str>,
    /// Other spellings the record knows.
    pub nama_lain: &'m [Teks],
    /// Whom the official must not be taken for.
    pub bukan: Option<&'m str>,
    /// Where the name stands.
    pub place: Place,
}

/// Every official of every scope, in the order of the model.
pub(in crate::check) fn officials(model: &Model) -> impl Iterator<Item = Tokoh<'_>> {
    model.lingkup.iter().flat_map(|lingkup| in_region(lingkup).into_iter().chain(in_events(lingkup)))
}

fn in_region(lingkup: &Lingkup) -> Vec<Tokoh<'_>> {
    let Some(wilayah) = &*lingkup.wilayah else { return Vec::new() };
    let at = |path: String| Place::value(wilayah.path(), path);
    let chair = wilayah.record.penyelenggara.iter().filter_map(|kpu| {
        let nama = kpu.ketua.as_deref()?;
        let place = at("penyelenggara.ketua".to_owned());
        Some(Tokoh { lingkup, nama, jabatan: Some(&kpu.nama), nama_lain: &kpu.ketua_nama_lain, bukan: None, place })
    });
    let others = wilayah.record.pejabat.placed().map(|(i, pejabat)| Tokoh {
        lingkup,
        nama: &pejabat.nama,
        jabatan: Some(&pejabat.jabatan),
        nama_lain: &pejabat.nama_lain,
        bukan: pejabat.bukan.as_deref(),
        place: at(format!("pejabat[{i}].nama")),
    });
    chair.chain(others).collect()
}

fn in_events(lingkup: &Lingkup) -> Vec<Tokoh<'_>> {
    let mut found = Vec::new();
    for event in &lingkup.kegiatan {
        let tokoh = |nama, jabatan, bukan, path| {
            let place = Place::value(event.path(), path);
            Tokoh { lingkup, nama, jabatan, nama_lain: &[], bukan, place }
        };
        for (i, hadir) in event.record.hadir.iter().enumerate() {
            let Some(nama) = hadir.nama.as_deref() else { continue };
            found.push(tokoh(nama, hadir.jabatan.as_deref(), hadir.bukan.as_deref(), format!("hadir[{i}].nama")));
        }
        for (i, said) in event.record.pernyataan.iter().enumerate() {
            found.push(tokoh(&said.oleh, said.jabatan.as_deref(), None, format!("pernyataan[{i}].oleh")));
        }
    }
    for sheet in &lingkup.fakta {
        let Some(speaker) = &sheet.record.penyampai else { continue };
        let place = Place::value(sheet.path(), "penyampai.nama");
        let jabatan = speaker.jabatan.as_deref();
        found.push(Tokoh { lingkup, nama: &speaker.nama, jabatan, nama_lain: &[], bukan: None, place });
    }
    found
}

//! A source as a page names it.

use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::record::sumber::{JenisSumber, Sumber};
use crate::value::id::Id;
use crate::value::tanggal::Tanggal;
use serde::Serialize;

/// A source as a page names it.
#[derive(Debug, Clone, Serialize)]
pub struct Rujukan {
    /// Its title.
    pub judul: String,
    /// How it is named in one line.
    pub sebutan: String,
    /// Who published it.
    pub penerbit: Option<String>,
    /// When.
    pub tanggal: Option<Tanggal>,
    /// Its kind.
    pub jenis: JenisSumber,
    /// Its page here.
    pub alamat: Address,
}

/// The sources with these keys, as a scope sees them.
pub fn rujukan(model: &Model, lingkup: &Lingkup, ids: &[Id<Sumber>]) -> Vec<Rujukan> {
    let found = ids.iter().filter_map(|id| {
        let pemegang = model.pemegang(lingkup, id)?;
        Some((Address::sumber(pemegang, id), pemegang.sumber.get(id)?))
    });
    found
        .map(|(alamat, sumber)| Rujukan {
            judul: sumber.judul.to_string(),
            sebutan: sumber.sebutan().to_string(),
            penerbit: sumber.penerbit.as_deref().map(str::to_owned),
            tanggal: sumber.tanggal,
            jenis: sumber.jenis,
            alamat,
        })
        .collect()
}

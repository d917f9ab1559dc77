//! The day people vote in a scope, as one event that a telephone reminds of on the evening before.
//!
//! Every vote is an event of its own: who put the simultaneous one into a calendar keeps it there beside a later one.

use crate::export::calendar::{Calendar, CalendarEvent, Revision, When, concerns, first_of_year, revision, uid};
use crate::model::{Lingkup, Model};
use crate::page::frame::address::{Address, Base};
use crate::page::frame::view::ajakan::{FILE, voted_in};
use crate::page::frame::view::cara_memilih::page_of;
use crate::page::frame::words::{Phrase, spoken};
use crate::record::jadwal::JenisTahapan;

/// The calendar of the vote that a scope's pages speak of; nothing while its day is not known.
pub(super) fn calendar(model: &Model, lingkup: &Lingkup) -> Option<Calendar> {
    let base = Base::new(&model.situs.record.alamat);
    let spoken = spoken();
    let own = |address: &Address| base.canonical(&spoken.address(address));
    let (vote, page) = (voted_in(model, lingkup), own(&Address::lingkup(lingkup)));
    let day = model.hari_pemungutan(vote)?;
    let (mulai, selesai) = model.jam_pemungutan(vote);
    let until = selesai.map(|jam| (day, jam)).filter(|(_, jam)| Some(*jam) > mulai);
    let scope = if vote.is_kemudian() { vote } else { lingkup };
    let nama = name(scope);
    let bring = Phrase::of("acara.siapkan").said();
    let how = Phrase::of("acara.cara").with("alamat", own(&page_of(model, lingkup))).said();
    let acara = CalendarEvent {
        uid: uid("hari_memilih", scope, &base),
        judul: nama.clone(),
        waktu: mulai.map_or(When::Hari(day, day), |jam| When::Jam((day, jam), until)),
        tempat: Some(Phrase::of("acara.di_tps").said()),
        uraian: Vec::new(),
        pesan: Some(format!("{bring}\n{how}")),
        kategori: vec![Phrase::of("kalender.kategori.pemungutan_suara").said()],
        halaman: page.clone(),
        revisi: corrected(model, vote),
        keadaan: vote.kemudian().map(|record| record.keadaan),
        ingatkan: Some(bring),
    };
    let alamat = own(&Address::of(lingkup, FILE));
    let bahasa = spoken.bahasa();
    Some(Calendar { nama, halaman: page, alamat, bahasa, zona: lingkup.zona(), acara: vec![acara] })
}

/// What the event is called: a later vote by its own name.
fn name(scope: &Lingkup) -> String {
    match scope.induk {
        None => Phrase::of("acara.hari").said(),
        Some(_) => Phrase::of("acara.hari_di").with("nama", scope.nama()).said(),
    }
}

/// What was done to the day of a vote since it was published.
fn corrected(model: &Model, vote: &Lingkup) -> Revision {
    let mut stages = model.semua_tahapan(vote).into_iter();
    match stages.find(|(_, tahapan)| tahapan.jenis == JenisTahapan::PemungutanSuara) {
        Some((scope, tahapan)) => revision(model, scope, &tahapan.sumber, |koreksi| concerns(koreksi, scope, tahapan)),
        None => Revision { nomor: 0, tanggal: first_of_year(model) },
    }
}

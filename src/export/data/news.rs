//! The tables of what happened and was said: events, statements, news, clarifications, corrections.

use crate::export::data::{DataTable, Row, tabel};
use crate::model::{Lingkup, Model};
use crate::page::frame::media;
use crate::page::frame::view::koreksi::anchors;
use crate::record::Loaded;
use crate::record::berita::Berita;
use crate::record::kegiatan::{Kegiatan, Pernyataan};
use crate::record::koreksi::Koreksi;

/// The tables.
pub(super) const TABLES: &[DataTable] = &[
    tabel!("kegiatan", |_, lingkup| &lingkup.kegiatan, |baris| {
        slug: Teks = baris.isi.slug();
        judul: Teks = baris.isi.record.judul;
        jenis: Teks = baris.isi.record.jenis;
        tanggal: Tanggal = baris.isi.record.tanggal;
        mulai: Jam = baris.isi.record.mulai;
        selesai: Jam = baris.isi.record.selesai;
        waktu: Teks = baris.isi.record.waktu;
        tempat: Teks = baris.isi.record.tempat;
        pelaksana: Daftar = baris.isi.record.pelaksana;
        hadir: Daftar = baris.isi.record.hadir;
        uraian: Teks = baris.isi.record.uraian;
        bahasan: Daftar = baris.isi.record.bahasan;
        alamat: Tautan = baris.daun("kegiatan", baris.isi.slug());
        sumber: Kunci = baris.isi.record.sumber;
    }),
    tabel!("pernyataan", statements, |baris| {
        kegiatan: Teks = baris.isi.0.slug();
        tanggal: Tanggal = baris.isi.0.record.tanggal;
        oleh: Teks = baris.isi.1.oleh;
        jabatan: Teks = baris.isi.1.jabatan;
        jenis: Teks = baris.isi.1.jenis;
        isi: Teks = baris.isi.1.isi;
        alamat: Tautan = baris.daun("kegiatan", baris.isi.0.slug());
        sumber: Kunci = baris.isi.0.record.sumber;
    }),
    tabel!("berita", news, |baris| {
        slug: Teks = baris.isi.slug();
        judul: Teks = baris.isi.record.judul;
        tanggal: Tanggal = baris.isi.record.tanggal;
        jam: Jam = baris.isi.record.jam;
        ringkasan: Teks = baris.isi.record.ringkasan;
        penulis: Teks = baris.isi.record.penulis;
        label: Daftar = baris.isi.record.label;
        paslon: Nomor = baris.isi.record.paslon;
        kegiatan: Teks = baris.isi.record.kegiatan;
        advertorial: Logika = baris.isi.record.advertorial;
        gambar: Tautan = baris.gambar();
        alamat: Tautan = baris.daun("berita", baris.isi.slug());
        sumber: Kunci = baris.isi.record.sumber;
    }),
    tabel!("klarifikasi", |_, lingkup| &lingkup.klarifikasi, |baris| {
        slug: Teks = baris.isi.slug();
        judul: Teks = baris.isi.record.judul;
        tanggal: Tanggal = baris.isi.record.tanggal;
        kabar: Teks = baris.isi.record.kabar;
        putusan: Teks = baris.isi.record.putusan;
        ringkasan: Teks = baris.isi.record.ringkasan;
        alamat: Tautan = baris.daun("klarifikasi", baris.isi.slug());
        sumber: Kunci = baris.isi.record.sumber;
    }),
    tabel!("koreksi", corrections, |baris| {
        tanggal: Tanggal = baris.isi.0.tanggal;
        menyangkut: Teks = baris.isi.0.menyangkut;
        bidang: Teks = baris.isi.0.bidang;
        sebelum: Teks = baris.isi.0.sebelum;
        sesudah: Teks = baris.isi.0.sesudah;
        alasan: Teks = baris.isi.0.alasan;
        tingkat: Teks = baris.isi.0.tingkat;
        alamat: Tautan = format!("{}#{}", baris.halaman("koreksi.html"), baris.isi.1);
    }),
];

fn statements<'m>(_: &'m Model, lingkup: &'m Lingkup) -> impl Iterator<Item = (&'m Loaded<Kegiatan>, &'m Pernyataan)> {
    lingkup.kegiatan.iter().flat_map(|event| event.record.pernyataan.iter().map(move |said| (event, said)))
}

fn news<'m>(_: &'m Model, lingkup: &'m Lingkup) -> &'m [Loaded<Berita>] {
    &lingkup.berita
}

/// Corrections with their anchors.
fn corrections<'m>(_: &'m Model, lingkup: &'m Lingkup) -> Vec<(&'m Koreksi, String)> {
    let list = lingkup.koreksi.as_ref().map_or(&[][..], |loaded| &loaded.record);
    list.iter().zip(anchors(list)).collect()
}

impl<'m> Row<'m, &'m Loaded<Berita>> {
    fn gambar(&self) -> Option<String> {
        let gambar = self.isi.record.gambar.as_ref()?;
        Some(self.alamat(&media::beside(self.isi.path(), &gambar.berkas)))
    }
}

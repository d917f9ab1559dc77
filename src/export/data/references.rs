//! The tables others refer to: the schedule, figures, sources, parties, terms, questions.

use crate::export::data::{DataTable, tabel};
use crate::model::fakta::{FullFakta, figures};
use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::record::istilah::Istilah;
use crate::record::jadwal::Tahapan;
use crate::record::partai::Partai;
use crate::record::sumber::Sumber;
use crate::record::tanya_jawab::TanyaJawab;
use crate::value::id::Id;

/// The tables.
pub(super) const TABLES: &[DataTable] = &[
    tabel!("jadwal", stages, |baris| {
        id: Teks = baris.isi.id;
        nama: Teks = baris.isi.nama;
        kelompok: Teks = baris.isi.kelompok;
        jenis: Teks = baris.isi.jenis;
        mulai: Tanggal = baris.isi.mulai;
        selesai: Tanggal = baris.isi.selesai;
        jam_mulai: Jam = baris.isi.jam_mulai;
        jam_selesai: Jam = baris.isi.jam_selesai;
        ketentuan: Teks = baris.isi.ketentuan;
        dasar: Teks = baris.isi.dasar;
        catatan: Teks = baris.isi.catatan;
        alamat: Tautan = format!("{}#{}", baris.halaman("jadwal.html"), baris.isi.id);
        sumber: Kunci = baris.isi.sumber;
    }),
    tabel!(
        "fakta",
        facts, |baris| {
        id: Teks = baris.isi.fakta.id;
        ukuran: Teks = baris.isi.fakta.ukuran;
        satuan: Teks = baris.isi.fakta.ukuran.satuan();
        nilai: Angka = baris.isi.fakta.nilai;
        dari: Angka = baris.isi.fakta.dari;
        pembanding: Angka = baris.isi.fakta.pembanding;
        keterangan_pembanding: Teks = baris.isi.fakta.keterangan_pembanding;
        kualifikasi: Teks = baris.isi.fakta.kualifikasi;
        target_selesai: Tanggal = baris.isi.fakta.target_selesai;
        rincian: Peta = baris.isi.fakta.rincian;
        ada: Logika = baris.isi.fakta.ada;
        kategori: Teks = baris.isi.fakta.kategori;
        peringkat: Bulat = baris.isi.fakta.peringkat;
        cakupan: Teks = baris.isi.fakta.cakupan;
        arah: Teks = baris.isi.fakta.arah;
        per_paslon: Logika = baris.isi.fakta.per_paslon;
        status: Teks = baris.isi.fakta.status;
        bertentangan_dengan: Kunci = baris.isi.fakta.bertentangan_dengan;
        per_tanggal: Tanggal = baris.isi.per_tanggal;
        penyampai: Teks = baris.isi.penyampai.map(|person| &person.nama);
        jabatan_penyampai: Teks = baris.isi.penyampai.map(|person| &person.jabatan);
        catatan: Teks = baris.isi.fakta.catatan;
        alamat: Tautan = format!("{}#{}", baris.halaman("kesiapan.html"), baris.isi.anchor());
        sumber: Kunci = baris.isi.sumber;
    }),
    tabel!("sumber", sources, |baris| {
        id: Teks = baris.isi.0;
        jenis: Teks = baris.isi.1.jenis;
        judul: Teks = baris.isi.1.judul;
        singkat: Teks = baris.isi.1.singkat;
        penerbit: Teks = baris.isi.1.penerbit;
        penulis: Teks = baris.isi.1.penulis;
        tanggal: Tanggal = baris.isi.1.tanggal;
        tautan: Tautan = baris.isi.1.tautan;
        diakses: Tanggal = baris.isi.1.diakses;
        catatan: Teks = baris.isi.1.catatan;
        alamat: Tautan = baris.alamat(&Address::sumber(baris.lingkup, baris.isi.0));
    }),
    tabel!("partai", parties, |baris| {
        id: Teks = baris.isi.0;
        nama: Teks = baris.isi.1.nama;
        singkatan: Teks = baris.isi.1.singkatan;
        nomor: Bulat = baris.isi.1.nomor;
    }),
    tabel!("istilah", terms, |baris| {
        istilah: Teks = baris.isi.istilah;
        kepanjangan: Teks = baris.isi.kepanjangan;
        arti: Teks = baris.isi.arti;
        lihat: Daftar = baris.isi.lihat;
        alamat: Tautan = baris.halaman("istilah.html");
        sumber: Kunci = baris.isi.sumber;
    }),
    tabel!("tanya_jawab", questions, |baris| {
        tanya: Teks = baris.isi.tanya;
        jawab: Teks = baris.isi.jawab;
        alamat: Tautan = baris.halaman("tanya-jawab.html");
        sumber: Kunci = baris.isi.sumber;
    }),
];

fn stages<'m>(_: &'m Model, lingkup: &'m Lingkup) -> impl Iterator<Item = &'m Tahapan> {
    lingkup.jadwal.iter().flat_map(|jadwal| &*jadwal.record)
}

fn facts<'m>(_: &'m Model, lingkup: &'m Lingkup) -> Vec<FullFakta<'m>> {
    figures(lingkup)
}

fn sources<'m>(_: &'m Model, lingkup: &'m Lingkup) -> impl Iterator<Item = (&'m Id<Sumber>, &'m Sumber)> {
    lingkup.sumber.iter()
}

/// Parties stand in the nation's folder only.
fn parties<'m>(model: &'m Model, lingkup: &'m Lingkup) -> Vec<(&'m Id<Partai>, &'m Partai)> {
    if lingkup.jalur.is_empty() { model.partai.iter().collect() } else { Vec::new() }
}

/// Terms stand in the nation's folder only.
fn terms<'m>(model: &'m Model, lingkup: &'m Lingkup) -> &'m [Istilah] {
    if lingkup.jalur.is_empty() { &model.istilah } else { &[] }
}

fn questions<'m>(_: &'m Model, lingkup: &'m Lingkup) -> impl Iterator<Item = &'m TanyaJawab> {
    lingkup.tanya_jawab.iter().flat_map(|loaded| &*loaded.record)
}

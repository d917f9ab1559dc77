//! The tables of what happened and was said: events, statements, news, clarifications, corrections.

use crate::export::data::{Baris, Tabel, tabel};
use crate::model::{Lingkup, Model};
use crate::page::frame::media;
use crate::page::frame::view::koreksi::anchors;
use crate::record::Loaded;
use crate::record::berita::Berita;
use crate::record::kegiatan::{Kegiatan, Pernyataan};
use crate::record::koreksi::Koreksi;

/// The tables.
pub(super) const TABEL: &[Tabel] = &[
    tabel!("kegiatan", "Satu baris untuk setiap kegiatan.", |_, lingkup| &lingkup.kegiatan, |baris| {
        slug: Teks, "Bagian terakhir alamatnya" = baris.isi.slug();
        judul: Teks, "Nama kegiatan" = baris.isi.record.judul;
        jenis: Teks, "Jenis kegiatan, misalnya rakor atau debat" = baris.isi.record.jenis;
        tanggal: Tanggal, "Hari kegiatan" = baris.isi.record.tanggal;
        mulai: Jam, "Jam mulai, waktu setempat" = baris.isi.record.mulai;
        selesai: Jam, "Jam selesai, waktu setempat" = baris.isi.record.selesai;
        waktu: Teks, "Waktu dalam kata, jika jamnya tidak disebut" = baris.isi.record.waktu;
        tempat: Teks, "Tempat" = baris.isi.record.tempat;
        pelaksana: Daftar, "Yang mengadakan" = baris.isi.record.pelaksana;
        hadir: Daftar, "Yang hadir: nama, jabatan, bukan" = baris.isi.record.hadir;
        uraian: Teks, "Uraian singkat" = baris.isi.record.uraian;
        bahasan: Daftar, "Hal-hal yang dibahas" = baris.isi.record.bahasan;
        alamat: Tautan, "Halaman kegiatan" = baris.daun("kegiatan", baris.isi.slug());
        sumber: Kunci, "Kunci sumber" = baris.isi.record.sumber;
    }),
    tabel!("pernyataan", "Satu baris untuk setiap pernyataan di sebuah kegiatan.", statements, |baris| {
        kegiatan: Teks, "Slug kegiatannya, seperti di tabel kegiatan" = baris.isi.0.slug();
        tanggal: Tanggal, "Hari kegiatannya" = baris.isi.0.record.tanggal;
        oleh: Teks, "Siapa yang menyampaikan" = baris.isi.1.oleh;
        jabatan: Teks, "Jabatannya" = baris.isi.1.jabatan;
        jenis: Teks, "Jenis pernyataan, misalnya netralitas atau imbauan" = baris.isi.1.jenis;
        isi: Teks, "Isinya" = baris.isi.1.isi;
        alamat: Tautan, "Halaman kegiatannya" = baris.daun("kegiatan", baris.isi.0.slug());
        sumber: Kunci, "Kunci sumber kegiatannya" = baris.isi.0.record.sumber;
    }),
    tabel!("berita", "Satu baris untuk setiap berita; isinya ada di berkas JSON setiap berita.", news, |baris| {
        slug: Teks, "Bagian terakhir alamatnya" = baris.isi.slug();
        judul: Teks, "Judul" = baris.isi.record.judul;
        tanggal: Tanggal, "Hari terbit" = baris.isi.record.tanggal;
        jam: Jam, "Jam terbit, waktu setempat" = baris.isi.record.jam;
        ringkasan: Teks, "Ringkasan" = baris.isi.record.ringkasan;
        penulis: Teks, "Penulis" = baris.isi.record.penulis;
        label: Daftar, "Label" = baris.isi.record.label;
        paslon: Nomor, "Nomor urut yang dibicarakan" = baris.isi.record.paslon;
        kegiatan: Teks, "Slug kegiatannya, seperti di tabel kegiatan" = baris.isi.record.kegiatan;
        advertorial: Logika, "Tulisan berbayar atau kerja sama" = baris.isi.record.advertorial;
        gambar: Tautan, "Gambar utama" = baris.gambar();
        alamat: Tautan, "Halaman berita" = baris.daun("berita", baris.isi.slug());
        sumber: Kunci, "Kunci sumber" = baris.isi.record.sumber;
    }),
    tabel!("klarifikasi", "Satu baris untuk setiap kabar yang diperiksa.", |_, lingkup| &lingkup.klarifikasi, |baris| {
        slug: Teks, "Bagian terakhir alamatnya" = baris.isi.slug();
        judul: Teks, "Judul" = baris.isi.record.judul;
        tanggal: Tanggal, "Hari terbit" = baris.isi.record.tanggal;
        kabar: Teks, "Kabar yang beredar" = baris.isi.record.kabar;
        putusan: Teks, "Putusan: benar, sebagian_benar, menyesatkan, salah atau belum_terbukti"
            = baris.isi.record.putusan;
        ringkasan: Teks, "Yang benar" = baris.isi.record.ringkasan;
        alamat: Tautan, "Halaman klarifikasi" = baris.daun("klarifikasi", baris.isi.slug());
        sumber: Kunci, "Kunci sumber" = baris.isi.record.sumber;
    }),
    tabel!("koreksi", "Satu baris untuk setiap koreksi setelah terbit.", corrections, |baris| {
        tanggal: Tanggal, "Hari koreksi diterbitkan" = baris.isi.0.tanggal;
        menyangkut: Teks, "Alamat halaman yang dikoreksi, di situs ini" = baris.isi.0.menyangkut;
        bidang: Teks, "Bagian yang dikoreksi" = baris.isi.0.bidang;
        sebelum: Teks, "Yang tertulis sebelumnya" = baris.isi.0.sebelum;
        sesudah: Teks, "Yang tertulis sesudahnya" = baris.isi.0.sesudah;
        alasan: Teks, "Alasan" = baris.isi.0.alasan;
        tingkat: Teks, "Seberapa penting: kecil, penting atau besar" = baris.isi.0.tingkat;
        alamat: Tautan, "Koreksi ini di halaman koreksi" = format!("{}#{}", baris.halaman("koreksi.html"), baris.isi.1);
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

impl<'m> Baris<'m, &'m Loaded<Berita>> {
    fn gambar(&self) -> Option<String> {
        let gambar = self.isi.record.gambar.as_ref()?;
        Some(self.alamat(&media::beside(self.isi.path(), &gambar.berkas)))
    }
}

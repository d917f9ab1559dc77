//! The tables others refer to: the schedule, figures, sources, parties, terms, questions.

use crate::export::data::{Tabel, tabel};
use crate::model::fakta::{Lengkap, figures};
use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::record::istilah::Istilah;
use crate::record::jadwal::Tahapan;
use crate::record::partai::Partai;
use crate::record::sumber::Sumber;
use crate::record::tanya_jawab::TanyaJawab;
use crate::value::id::Id;

/// The tables.
pub(super) const TABEL: &[Tabel] = &[
    tabel!("jadwal", "Satu baris untuk setiap tahapan, di tingkat yang menetapkannya.", stages, |baris| {
        id: Teks, "Kunci tahapan" = baris.isi.id;
        nama: Teks, "Nama tahapan" = baris.isi.nama;
        kelompok: Teks, "Kelompok: persiapan, penyelenggaraan atau turunan" = baris.isi.kelompok;
        jenis: Teks, "Jenis tahapan, misalnya kampanye atau pemungutan_suara" = baris.isi.jenis;
        mulai: Tanggal, "Hari pertama; kosong jika peraturan tidak menyebutnya" = baris.isi.mulai;
        selesai: Tanggal, "Hari terakhir; kosong jika peraturan tidak menyebutnya" = baris.isi.selesai;
        jam_mulai: Jam, "Jam mulai di hari pertama, waktu setempat" = baris.isi.jam_mulai;
        jam_selesai: Jam, "Jam selesai di hari terakhir, waktu setempat" = baris.isi.jam_selesai;
        ketentuan: Teks, "Bunyi aturannya, jika tanggalnya tidak tetap" = baris.isi.ketentuan;
        dasar: Teks, "Dasar hukum" = baris.isi.dasar;
        catatan: Teks, "Catatan untuk pembaca" = baris.isi.catatan;
        alamat: Tautan, "Tahapan ini di halaman jadwal" = format!("{}#{}", baris.halaman("jadwal.html"), baris.isi.id);
        sumber: Kunci, "Kunci sumber" = baris.isi.sumber;
    }),
    tabel!(
        "fakta",
        "Satu baris untuk setiap angka. Angka satu tingkat tidak dijumlahkan dengan angka tingkat lain.",
        facts, |baris| {
        id: Teks, "Kunci angka ini, jika ada yang menyebutnya" = baris.isi.fakta.id;
        ukuran: Teks, "Apa yang diukur" = baris.isi.fakta.ukuran;
        satuan: Teks, "Satuannya" = baris.isi.fakta.ukuran.satuan();
        nilai: Angka, "Angkanya; kosong jika tidak dihitung" = baris.isi.fakta.nilai;
        dari: Angka, "Keseluruhan, jika angkanya bagian dari sesuatu" = baris.isi.fakta.dari;
        pembanding: Angka, "Angka pembanding" = baris.isi.fakta.pembanding;
        keterangan_pembanding: Teks, "Apa yang dibandingkan" = baris.isi.fakta.keterangan_pembanding;
        kualifikasi: Teks, "Kata yang menyertai angka: hampir, sekitar, lebih_dari atau kurang_dari"
            = baris.isi.fakta.kualifikasi;
        target_selesai: Tanggal, "Hari target itu harus tercapai" = baris.isi.fakta.target_selesai;
        rincian: Peta, "Bagian-bagian angka ini" = baris.isi.fakta.rincian;
        ada: Logika, "Diketahui ada atau tidak ada, tanpa dihitung" = baris.isi.fakta.ada;
        kategori: Teks, "Kategori indeks: rendah, sedang atau tinggi" = baris.isi.fakta.kategori;
        peringkat: Bulat, "Peringkat" = baris.isi.fakta.peringkat;
        cakupan: Teks, "Peringkat di antara siapa: nasional atau provinsi" = baris.isi.fakta.cakupan;
        arah: Teks, "Peringkat dari ujung mana: dari_terendah, dari_tertinggi atau tidak_disebut"
            = baris.isi.fakta.arah;
        per_paslon: Logika, "Berlaku untuk setiap pasangan calon, bukan jumlah keseluruhan"
            = baris.isi.fakta.per_paslon;
        status: Teks, "Kedudukan: resmi, dikutip_media, klaim, berselisih atau dikoreksi" = baris.isi.fakta.status;
        bertentangan_dengan: Kunci, "Kunci angka di lingkup ini yang menyatakan hal berbeda"
            = baris.isi.fakta.bertentangan_dengan;
        per_tanggal: Tanggal, "Hari keadaan itu berlaku" = baris.isi.per_tanggal;
        penyampai: Teks, "Yang menyampaikan" = baris.isi.penyampai.map(|person| &person.nama);
        jabatan_penyampai: Teks, "Jabatannya" = baris.isi.penyampai.map(|person| &person.jabatan);
        catatan: Teks, "Catatan untuk pembaca" = baris.isi.fakta.catatan;
        alamat: Tautan, "Angka ini di halaman kesiapan"
            = format!("{}#{}", baris.halaman("kesiapan.html"), baris.isi.anchor());
        sumber: Kunci, "Kunci sumber" = baris.isi.sumber;
    }),
    tabel!("sumber", "Satu baris untuk setiap sumber, di tingkat yang menyimpannya.", sources, |baris| {
        id: Teks, "Kunci sumber" = baris.isi.0;
        jenis: Teks, "Jenis sumber, misalnya pkpu atau berita" = baris.isi.1.jenis;
        judul: Teks, "Judul" = baris.isi.1.judul;
        penerbit: Teks, "Yang menerbitkan" = baris.isi.1.penerbit;
        penulis: Teks, "Penulis" = baris.isi.1.penulis;
        tanggal: Tanggal, "Hari terbit" = baris.isi.1.tanggal;
        tautan: Tautan, "Alamat di web" = baris.isi.1.tautan;
        diakses: Tanggal, "Hari terakhir dibuka" = baris.isi.1.diakses;
        catatan: Teks, "Catatan" = baris.isi.1.catatan;
        alamat: Tautan, "Halaman sumber" = baris.alamat(&Address::sumber(baris.isi.0));
    }),
    tabel!("partai", "Satu baris untuk setiap partai.", parties, |baris| {
        id: Teks, "Kunci partai" = baris.isi.0;
        nama: Teks, "Nama lengkap" = baris.isi.1.nama;
        singkatan: Teks, "Singkatan" = baris.isi.1.singkatan;
        nomor: Bulat, "Nomor urut partai di Pemilu terakhir" = baris.isi.1.nomor;
    }),
    tabel!("istilah", "Satu baris untuk setiap istilah.", terms, |baris| {
        istilah: Teks, "Istilah atau singkatannya" = baris.isi.istilah;
        kepanjangan: Teks, "Kepanjangan singkatan" = baris.isi.kepanjangan;
        arti: Teks, "Artinya" = baris.isi.arti;
        lihat: Daftar, "Istilah lain yang artinya sama atau dekat" = baris.isi.lihat;
        alamat: Tautan, "Halaman istilah" = baris.halaman("istilah.html");
        sumber: Kunci, "Kunci sumber" = baris.isi.sumber;
    }),
    tabel!("tanya_jawab", "Satu baris untuk setiap pertanyaan dan jawabannya.", questions, |baris| {
        tanya: Teks, "Pertanyaan" = baris.isi.tanya;
        jawab: Teks, "Jawaban, dalam Markdown" = baris.isi.jawab;
        alamat: Tautan, "Halaman tanya jawab" = baris.halaman("tanya-jawab.html");
        sumber: Kunci, "Kunci sumber" = baris.isi.sumber;
    }),
];

fn stages<'m>(_: &'m Model, lingkup: &'m Lingkup) -> impl Iterator<Item = &'m Tahapan> {
    lingkup.jadwal.iter().flat_map(|jadwal| &*jadwal.record)
}

fn facts<'m>(_: &'m Model, lingkup: &'m Lingkup) -> Vec<Lengkap<'m>> {
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

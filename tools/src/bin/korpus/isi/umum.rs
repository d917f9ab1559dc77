//! What the whole site shares: its settings, sources, parties, schedule, glossary, questions, fixed pages.

use super::Put;
use anyhow::Result;
use std::fmt::Write;

/// The site.
const SITUS: &str = "\
nama: Info Pilkada Contoh
alamat: https://contoh.test/pilkada/
penyelenggara: { nama: KPU Contoh, alamat: Jalan Contoh 1, kontak: kontak@contoh.test }
lapor: https://contoh.test/lapor
pemungutan_suara: 2024-11-27
lisensi_data: CC-BY-4.0
cek_pemilih: { nama: Periksa nama Anda, tautan: https://contoh.test/cek, keterangan: Siapkan KTP Anda. }
keterangan: Situs rekaan untuk mengukur program.
";

/// The sources that every scope may name.
const SUMBER: &str = "\
uu: { jenis: undang_undang, judul: Undang-undang contoh tentang pemilihan, penerbit: Lembaga Contoh, tautan: \"https://contoh.test/uu\" }
peraturan: { jenis: pkpu, judul: Peraturan contoh tentang tahapan, penerbit: KPU Contoh, tanggal: 2024-01-26 }
keputusan: { jenis: keputusan_kpu, judul: Keputusan contoh tentang penetapan, penerbit: KPU Contoh, tanggal: 2024-09-22 }
data: { jenis: data_kpu, judul: Data contoh, penerbit: KPU Contoh, tanggal: 2024-09-22 }
koran: { jenis: berita, judul: Kabar contoh, penerbit: Koran Contoh, penulis: Wartawan Contoh, tanggal: 2024-09-23, tautan: \"https://koran.contoh.test/kabar\", diakses: 2024-10-16 }
pers: { jenis: siaran_pers, judul: Siaran pers contoh, penerbit: KPU Contoh, tanggal: 2024-09-23 }
";

/// The stages, on the days of 2024.
const TAHAPAN: [(&str, &str); 9] = [
    (
        "daftar-pemilih",
        "nama: Pemutakhiran daftar pemilih, kelompok: persiapan, mulai: 2024-05-31, selesai: 2024-09-23",
    ),
    (
        "pendaftaran",
        "nama: Pendaftaran pasangan calon, kelompok: penyelenggaraan, jenis: pendaftaran, mulai: 2024-08-27, selesai: 2024-08-29, jam_mulai: \"08:00\", jam_selesai: \"23:59\"",
    ),
    (
        "penetapan",
        "nama: Penetapan pasangan calon, kelompok: penyelenggaraan, jenis: penetapan, mulai: 2024-09-22, selesai: 2024-09-22",
    ),
    (
        "pengundian",
        "nama: Pengundian nomor urut, kelompok: turunan, jenis: pengundian, mulai: 2024-09-23, selesai: 2024-09-23",
    ),
    (
        "kampanye",
        "nama: Pelaksanaan kampanye, kelompok: penyelenggaraan, jenis: kampanye, mulai: 2024-09-25, selesai: 2024-11-23",
    ),
    ("masa-tenang", "nama: Masa tenang, kelompok: turunan, jenis: masa_tenang, mulai: 2024-11-24, selesai: 2024-11-26"),
    (
        "pemungutan-suara",
        "nama: Pemungutan suara, kelompok: penyelenggaraan, jenis: pemungutan_suara, mulai: 2024-11-27, selesai: 2024-11-27, jam_mulai: \"07:00\", jam_selesai: \"13:00\"",
    ),
    (
        "rekapitulasi",
        "nama: Penghitungan dan rekapitulasi suara, kelompok: penyelenggaraan, jenis: rekapitulasi, mulai: 2024-11-27, selesai: 2024-12-16",
    ),
    (
        "penetapan-terpilih",
        "nama: Penetapan pasangan calon terpilih, kelompok: penyelenggaraan, ketentuan: paling lama lima hari sesudah pemberitahuan Mahkamah Konstitusi",
    ),
];

const ISTILAH: &str = "\
istilah:
  - istilah: DPT
    kepanjangan: Daftar Pemilih Tetap
    arti: Daftar orang yang boleh memilih, yang sudah ditetapkan KPU.
    sumber: [uu]
  - istilah: TPS
    kepanjangan: Tempat Pemungutan Suara
    arti: Tempat pemilih mencoblos surat suara.
  - istilah: KPPS
    kepanjangan: Kelompok Penyelenggara Pemungutan Suara
    arti: Petugas di TPS.
    lihat: [TPS]
";

const TANYA_JAWAB: &str = "\
tanya_jawab:
  - tanya: Apa yang saya bawa ke TPS?
    jawab: |
      Bawa KTP. Langkahnya ada di halaman [cara memilih](/cara-memilih.html).
    sumber: [uu]
  - tanya: Jam berapa TPS dibuka?
    jawab: Pukul 07.00 sampai 13.00 waktu setempat.
";

const CARA_MEMILIH: &str = "\
---
judul: Cara memilih
ringkasan: Tiga langkah di TPS.
sumber: [uu]
---

## Sebelum hari pemungutan suara

Periksa nama Anda, lalu baca [jadwal](/jadwal.html) dan [alat bantu](#alat-bantu).

## Di TPS

1. Tunjukkan KTP.
2. Terima dua surat suara.

### Alat bantu

Pemilih tunanetra bisa meminta pendamping.

| Surat suara | Warna |
| --- | --- |
| Gubernur | marun |
| Wali kota | hijau |
";

/// Gives every file of the national scope.
pub fn each(put: Put<'_>) -> Result<()> {
    put("content/situs.yaml", SITUS)?;
    put("content/sumber.yaml", SUMBER)?;
    put("content/istilah.yaml", ISTILAH)?;
    put("content/tanya-jawab.yaml", TANYA_JAWAB)?;
    put("content/halaman/cara-memilih.md", CARA_MEMILIH)?;
    put("content/partai.yaml", &parties()?)?;
    put("content/jadwal.yaml", &schedule()?)
}

fn parties() -> Result<String> {
    let mut text = String::new();
    for n in 1..=18 {
        writeln!(text, "partai-{n}: {{ nama: Partai Contoh {n}, singkatan: PC{n}, nomor: {n} }}")?;
    }
    Ok(text)
}

fn schedule() -> Result<String> {
    let mut text = String::from("tahapan:\n");
    for (id, rest) in TAHAPAN {
        writeln!(text, "  - {{ id: {id}, {rest}, sumber: [peraturan] }}")?;
    }
    Ok(text)
}

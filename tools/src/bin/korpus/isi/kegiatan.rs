//! The events of a region, and its peace declaration.

use super::Put;
use super::dadu::Dadu;
use super::daerah::Daerah;
use super::orang::nama;
use anyhow::Result;
use std::fmt::Write;

/// Gives every event of a region, and its declaration.
pub fn each(daerah: &Daerah, put: Put<'_>) -> Result<()> {
    let mut give = |file: &str, text: String| put(&format!("{}/{file}", daerah.folder), &text);
    give("kegiatan/2024-11-14-rakor.yaml", meeting(daerah))?;
    if daerah.paslon.is_empty() {
        return Ok(());
    }
    give("kegiatan/2024-09-23-rapat-pleno.yaml", plenary(daerah))?;
    give("kegiatan/2024-09-24-deklarasi-damai.yaml", declared(daerah))?;
    give("kegiatan/2024-10-20-debat-pertama.yaml", debate(daerah))?;
    give("deklarasi/damai.yaml", declaration(daerah)?)
}

fn plenary(daerah: &Daerah) -> String {
    let (name, ba) = (&daerah.nama, daerah.berita_acara());
    let (chair, police) = (nama(daerah.pejabat(0)), nama(daerah.pejabat(2)));
    format!(
        "judul: Rapat pleno pengundian nomor urut {name}
jenis: rapat_pleno
tanggal: 2024-09-23
mulai: \"13:00\"
selesai: \"15:00\"
tempat: Aula KPU {name}
pelaksana: [KPU {name}]
hadir:
  - {{ nama: {police}, jabatan: Kepala Kepolisian }}
  - {{ jabatan: Bawaslu {name} }}
uraian: Pengundian berlangsung terbuka.
bahasan: [Tata cara pengundian]
fakta:
  - {{ ukuran: jumlah_paslon, nilai: {} }}
pernyataan:
  - {{ oleh: {chair}, jabatan: Ketua KPU {name}, jenis: netralitas, isi: Petugas dilarang mendukung pasangan calon mana pun. }}
  - {{ oleh: {police}, jabatan: Kepala Kepolisian, jenis: imbauan, isi: Semua pihak diminta menjaga ketertiban. }}
sumber: [{ba}]
",
        daerah.paslon.len()
    )
}

fn declared(daerah: &Daerah) -> String {
    format!(
        "judul: Deklarasi kampanye damai {}
jenis: deklarasi
tanggal: 2024-09-24
tempat: Alun-alun Contoh
sumber: [{}]
",
        daerah.nama,
        daerah.koran()
    )
}

fn debate(daerah: &Daerah) -> String {
    format!(
        "judul: Debat publik pertama {}
jenis: debat
tanggal: 2024-10-20
mulai: \"19:00\"
paslon: {}
uraian: Semua pasangan calon menjawab pertanyaan panelis.
sumber: [{}]
",
        daerah.nama,
        daerah.semua_nomor(),
        daerah.koran()
    )
}

fn meeting(daerah: &Daerah) -> String {
    let mut dadu = Dadu::new("rakor", daerah.number);
    let name = &daerah.nama;
    format!(
        "judul: Rapat koordinasi kesiapan {name}
jenis: rakor
tanggal: 2024-11-14
waktu: pagi
tempat: Gedung Contoh
pelaksana: [KPU {name}]
hadir:
  - {{ nama: {}, jabatan: Kepala Kepolisian }}
uraian: {}
bahasan: [{}, {}]
sumber: [{}]
",
        nama(daerah.pejabat(2)),
        dadu.sentences(3),
        dadu.words(4),
        dadu.words(5),
        daerah.koran()
    )
}

fn declaration(daerah: &Daerah) -> Result<String> {
    let mut text = format!(
        "judul: Deklarasi kampanye damai {}
tanggal: 2024-09-24
tempat: Alun-alun Contoh
butir:
  - Menjaga ketertiban.
  - Menerima hasil pemungutan suara.
penanda_tangan:
",
        daerah.nama
    );
    for (nomor, _) in &daerah.paslon {
        writeln!(text, "  - {{ paslon: {nomor} }}")?;
    }
    let (name, koran) = (&daerah.nama, daerah.koran());
    writeln!(text, "  - {{ lembaga: Bawaslu {name} }}\nkegiatan: deklarasi-damai\nsumber: [{koran}]")?;
    Ok(text)
}

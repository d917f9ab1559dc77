//! A region's own files: the region, its figures, draw, result, sources, corrections, questions, pages.

use super::Put;
use super::dadu::Dadu;
use super::daerah::Daerah;
use super::orang::{nama, nama_surat_suara};
use anyhow::Result;
use std::fmt::Write;

/// Gives every file of a region but those of its pairs, events and news.
///
/// Where its polling places are listed there are so many.
pub fn each(daerah: &Daerah, listed: Option<usize>, put: Put<'_>) -> Result<()> {
    let mut give = |file: &str, text: String| put(&format!("{}/{file}", daerah.folder), &text);
    give("wilayah.yaml", region(daerah))?;
    give("sumber.yaml", sources(daerah))?;
    give("fakta/kesiapan.yaml", readiness(daerah, listed))?;
    if !daerah.paslon.is_empty() {
        give("pengundian.yaml", draw(daerah)?)?;
        give("hasil.yaml", result(daerah)?)?;
    }
    if daerah.is_every(2) {
        give("fakta/kerawanan.yaml", disputed(daerah))?;
    }
    if daerah.is_every(3) {
        give("klarifikasi/2024-11-10-jam-tps.md", clarification(daerah))?;
    }
    if daerah.is_every(4) {
        give("halaman/tempat-memilih.md", page(daerah))?;
    }
    if daerah.is_every(5) {
        give("koreksi.yaml", correction(daerah))?;
    }
    if daerah.is_every(6) {
        give("tanya-jawab.yaml", questions())?;
    }
    if daerah.is_every(7) {
        give("jadwal.yaml", schedule(daerah))?;
    }
    Ok(())
}

fn region(daerah: &Daerah) -> String {
    let (kode, name, jenis, koran) = (daerah.kode, &daerah.nama, daerah.jenis, daerah.koran());
    let office = match jenis {
        "provinsi" => "Gubernur",
        "kota" => "Wali Kota",
        _ => "Bupati",
    };
    let contest = match daerah.paslon.len() {
        0 => "{ ada: false, alasan: Wali kota dan bupati di sini diangkat gubernur., sumber: [uu] }".to_owned(),
        pairs => format!("{{ jumlah_paslon: {pairs}, sumber: [data] }}"),
    };
    let [chair, acting, police] = [0, 1, 2].map(|n| nama(daerah.pejabat(n)));
    format!(
        "kode: \"{kode}\"
nama: {name}
jenis: {jenis}
penyelenggara: {{ nama: KPU {name}, ketua: {chair}, alamat: Jalan Contoh 2, situs: \"https://kpu.contoh.test/{kode}\", sumber: [data] }}
pejabat:
  - {{ jabatan: {office}, sifat: pjs, nama: {acting}, per_tanggal: 2024-10-15, sumber: [{koran}] }}
  - {{ jabatan: Kepala Kepolisian, sifat: definitif, nama: {police}, per_tanggal: 2024-10-15, sumber: [{koran}] }}
pemilihan: {contest}
sumber: [data]
"
    )
}

fn sources(daerah: &Daerah) -> String {
    let (kode, name, ba, koran) = (daerah.kode, &daerah.nama, daerah.berita_acara(), daerah.koran());
    format!(
        "{ba}: {{ jenis: berita_acara, judul: \"Berita acara contoh {kode}\", penerbit: KPU {name}, tanggal: 2024-09-23 }}
{koran}: {{ jenis: berita, judul: Rapat kesiapan di {name}, penerbit: Koran {name}, tanggal: 2024-09-23, tautan: \"https://koran.contoh.test/{kode}\" }}
"
    )
}

fn readiness(daerah: &Daerah, listed: Option<usize>) -> String {
    let mut dadu = Dadu::new("fakta", daerah.number);
    let (voters, koran) = (daerah.pemilih, daerah.koran());
    let men = voters / 2 - dadu.roll(500);
    let women = voters - men;
    let ballots = voters + (voters * 25).div_ceil(1000);
    let guards = voters.div_ceil(450) * 2;
    // The share of a kelurahan is no function of its voters, so the sum of the list stands for itself.
    let places = match listed {
        None => format!("\n  - {{ ukuran: tps, nilai: {} }}", voters.div_ceil(450)),
        Some(_) => String::new(),
    };
    let [police, at_places] = [900 + dadu.roll(400), 300 + dadu.roll(100)];
    format!(
        "judul: Kesiapan {}
per_tanggal: 2024-11-14
penyampai: {{ nama: {}, jabatan: Ketua KPU {} }}
sumber: [{koran}]
fakta:
  - ukuran: dpt
    nilai: {voters}
    rincian: {{ laki_laki: {men}, perempuan: {women} }}
    status: resmi
    per_tanggal: 2024-09-20
    sumber: [data]{places}
  - {{ ukuran: surat_suara_dicetak, nilai: {ballots} }}
  - {{ ukuran: tahapan_selesai, nilai: 13, dari: 16 }}
  - {{ ukuran: target_partisipasi, nilai: 86, pembanding: 80.33, keterangan_pembanding: Pemilu sebelumnya }}
  - {{ ukuran: logistik_siap, nilai: {}, kualifikasi: hampir, target_selesai: 2024-11-20 }}
  - {{ ukuran: surat_suara_rusak, ada: true }}
  - {{ ukuran: personel_polri, nilai: {police}, rincian: {{ di_tps: {at_places}, cadangan: 100 }} }}
  - {{ ukuran: linmas, nilai: {guards}, status: klaim }}
",
        daerah.nama,
        nama(daerah.pejabat(0)),
        daerah.nama,
        90 + dadu.roll(9),
    )
}

fn disputed(daerah: &Daerah) -> String {
    let mut dadu = Dadu::new("kerawanan", daerah.number);
    let koran = daerah.koran();
    let (low, high, rank) = (20 + dadu.roll(20), 45 + dadu.roll(20), 1 + dadu.roll(38));
    format!(
        "per_tanggal: 2024-10-10
sumber: [{koran}]
fakta:
  - {{ id: indeks-a, ukuran: indeks_kerawanan, kategori: rendah, nilai: {low}.63, peringkat: {rank}, cakupan: nasional, arah: tidak_disebut, status: berselisih, bertentangan_dengan: [indeks-b] }}
  - {{ id: indeks-b, ukuran: indeks_kerawanan, kategori: sedang, nilai: {high}.5, status: berselisih, bertentangan_dengan: [indeks-a], sumber: [data] }}
"
    )
}

fn draw(daerah: &Daerah) -> Result<String> {
    let mut rows: Vec<(usize, String)> =
        daerah.kolom_kosong.map(|nomor| (nomor, "Kolom kosong".to_owned())).into_iter().collect();
    for (nomor, person) in &daerah.paslon {
        rows.push((*nomor, format!("{} – {}", nama_surat_suara(*person), nama_surat_suara(person + 1))));
    }
    rows.sort();
    let mut text = format!(
        "tanggal: 2024-09-23
mulai: \"13:00\"
tempat: Aula KPU {}
pemimpin: {}
saksi: [Bawaslu {}, Kepolisian]
hasil:
",
        daerah.nama,
        nama(daerah.pejabat(0)),
        daerah.nama
    );
    for (nomor, pair) in rows {
        writeln!(text, "  {nomor}: \"{pair}\"")?;
    }
    writeln!(text, "kegiatan: rapat-pleno\nsumber: [{}]", daerah.berita_acara())?;
    Ok(text)
}

/// Kecamatan, each with its votes; every number but the first of the result has a like share of what is left.
fn result(daerah: &Daerah) -> Result<String> {
    let mut dadu = Dadu::new("hasil", daerah.number);
    let mut numbers: Vec<usize> = daerah.paslon.iter().map(|(nomor, _)| *nomor).chain(daerah.kolom_kosong).collect();
    numbers.sort_unstable();
    let most = daerah.paslon[dadu.roll(daerah.paslon.len())].0;
    let parts = 5 + dadu.roll(8);
    let (mut rows, mut votes, mut invalid) = (String::new(), vec![0; numbers.len()], 0);
    for part in 1..=parts {
        let valid = daerah.pemilih / parts * (65 + dadu.roll(15)) / 100;
        let first = valid * (52 + dadu.roll(8)) / 100;
        let others = (valid - first) / (numbers.len() - 1);
        let here: Vec<usize> = numbers.iter().map(|nomor| if *nomor == most { first } else { others }).collect();
        let (sah, tidak_sah) = (here.iter().sum::<usize>(), 100 + dadu.roll(900));
        votes.iter_mut().zip(&here).for_each(|(sum, votes)| *sum += votes);
        invalid += tidak_sah;
        let suara = by_number(&numbers, &here);
        writeln!(rows, "  - {{ nama: Kecamatan Contoh {part}, suara: {suara}, sah: {sah}, tidak_sah: {tidak_sah} }}")?;
    }
    let (valid, suara) = (votes.iter().sum::<usize>(), by_number(&numbers, &votes));
    Ok(format!(
        "status: ditetapkan
tanggal: 2024-12-05
keputusan: Keputusan KPU {} nomor 99 tahun 2024
suara: {suara}
sah: {valid}
tidak_sah: {invalid}
pengguna_hak_pilih: {}
dpt: {}
bagian:
{rows}sumber: [data]
",
        daerah.nama,
        valid + invalid,
        daerah.pemilih
    ))
}

fn by_number(numbers: &[usize], votes: &[usize]) -> String {
    let cells: Vec<String> = numbers.iter().zip(votes).map(|(nomor, votes)| format!("{nomor}: {votes}")).collect();
    format!("{{ {} }}", cells.join(", "))
}

fn clarification(daerah: &Daerah) -> String {
    let name = &daerah.nama;
    format!(
        "---
judul: TPS di {name} tidak tutup pukul 10.00
tanggal: 2024-11-10
kabar: TPS di {name} tutup pukul 10.00.
putusan: salah
ringkasan: TPS dibuka sampai pukul 13.00.
sumber: [peraturan]
---

Pesan itu beredar di beberapa grup percakapan. Jam yang benar ada di [jadwal](/jadwal.html).
"
    )
}

fn page(daerah: &Daerah) -> String {
    let name = &daerah.nama;
    format!(
        "---
judul: Tempat memilih di {name}
---

Setiap TPS bisa dimasuki kursi roda.

Kantor KPU {name} buka Senin sampai Jumat, pukul 08.00-16.00.
"
    )
}

fn correction(daerah: &Daerah) -> String {
    format!(
        "koreksi:
  - tanggal: 2024-11-20
    menyangkut: {}/kesiapan.html
    bidang: jumlah petugas
    sebelum: \"204\"
    sesudah: \"240\"
    alasan: Dua angka tertukar.
    tingkat: penting
",
        daerah.alamat
    )
}

fn questions() -> String {
    "tanya_jawab:
  - tanya: Di mana TPS saya?
    jawab: Periksa di [layanan resmi](https://contoh.test/cek).
"
    .to_owned()
}

fn schedule(daerah: &Daerah) -> String {
    format!(
        "tahapan:
  - {{ id: simulasi, nama: Simulasi pemungutan suara di {}, kelompok: turunan, mulai: 2024-11-09, selesai: 2024-11-10, sumber: [{}] }}
",
        daerah.nama,
        daerah.koran()
    )
}

//! The law in figures: every pack is sound, a vote goes by the pack of its day, and a new year is data alone.

use crate::content::{build_options, files};
use crate::rules::in_kota;
use pilkada::bahasa::Bahasa;
use pilkada::check::{self, RULES};
use pilkada::hukum::Hukum;
use pilkada::hukum::nilai::SuratSuaraTunggal;
use pilkada::hukum::paket::{Keyakinan, Paket};
use pilkada::model;
use pilkada::record::Records;
use pilkada::report::draw::{Colour, Style, teks};
use pilkada::report::{Level, Report};
use pilkada::source::Sources;
use pilkada::value::tanggal::Tanggal;
use pilkada::value::{Nilai, Scalar};
use snapbox::str;
use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

fn day(text: &str) -> Tanggal {
    Tanggal::read(Scalar::Teks(text)).unwrap()
}

/// The packs of the program, as they are on the disk.
fn texts() -> Vec<(String, String)> {
    let files = fs::read_dir("data/hukum").unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .collect()
}

/// The packs of the program with one more.
fn with(nama: &str, text: &str) -> anyhow::Result<Hukum> {
    let mut all = texts();
    all.push((nama.to_owned(), text.to_owned()));
    Hukum::read(&all.iter().map(|(nama, text)| (nama.as_str(), text.as_str())).collect::<Vec<_>>())
}

/// A made-up year: other ages, shares, hours and limits.
const TAHUN_2031: &str = "\
berlaku: 2031-01-01
lanjutan: \"2029\"
uraian: Contoh
ketentuan:
  hari_serentak: { apa: { id: hari, en: day }, nilai: 2031-06-25, sumber: UU Contoh pasal 1, keyakinan: A, aturan: [HUK-18] }
  jam_mulai: { apa: { id: mulai, en: begins }, nilai: \"08:00\", sumber: UU Contoh pasal 2, keyakinan: A, aturan: [HUK-18] }
  jam_selesai: { apa: { id: selesai, en: ends }, nilai: \"15:00\", sumber: UU Contoh pasal 2, keyakinan: A, aturan: [HUK-18] }
  usia_bupati_wali_kota: { apa: { id: umur, en: age }, nilai: 40, sumber: UU Contoh pasal 3, keyakinan: A, aturan: [HUK-06, HUK-07] }
  pemilih_per_tps: { apa: { id: pemilih, en: voters }, nilai: 300, sumber: UU Contoh pasal 4, keyakinan: B, aturan: [HUK-21] }
  hari_masa_tenang: { apa: { id: tenang, en: quiet }, nilai: 5, sumber: UU Contoh pasal 5, keyakinan: A, aturan: [JDW-08] }
  dukungan_bupati_wali_kota: { apa: { id: dukungan, en: support }, nilai: [ { persen: 20 } ], sumber: UU Contoh pasal 6, keyakinan: A, aturan: [HUK-12, HUK-13] }
";

/// A town that would be sound in 2024 but for its days.
const KOTA: &str = "\
--- situs.yaml
nama: Info Pilkada Contoh
alamat: https://contoh.test/pilkada/
penyelenggara: { nama: KPU Contoh }
pemungutan_suara: 2031-06-18
--- jadwal.yaml
tahapan:
  - { id: masa-tenang, nama: Masa tenang, kelompok: turunan, jenis: masa_tenang, mulai: 2031-06-15, selesai: 2031-06-17 }
  - { id: suara, nama: Pemungutan suara, kelompok: penyelenggaraan, jenis: pemungutan_suara, mulai: 2031-06-18, selesai: 2031-06-18, jam_mulai: \"07:00\", jam_selesai: \"15:00\" }
--- kota/wilayah.yaml
kode: \"33.75\"
nama: Kota Contoh
jenis: kota
pemilihan: { dpt_sebelumnya: 200000, suara_sah_sebelumnya: 100000 }
--- kota/paslon/1.yaml
nomor_urut: 1
calon: { nama: SARI CONTOH, tahun_lahir: 1995 }
wakil: { nama: BUDI MISAL, tahun_lahir: 1985 }
suara_sah_pengusung: 12000
--- kota/paslon/2.yaml
nomor_urut: 2
calon: { nama: RINA UMPAMA }
wakil: { nama: DODI ANDAI }
--- kota/fakta/kesiapan.yaml
per_tanggal: 2024-10-30
sumber: [data-uji]
fakta:
  - { ukuran: dpt, nilai: 8000 }
  - { ukuran: tps, nilai: 20 }
";

/// What the rules say of a site that goes by packs of law.
fn said(text: &str, hukum: Hukum) -> String {
    let files = files(&in_kota(text));
    let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    let mut report = Report::default();
    let records = Records::load(&sources, &mut report);
    let mut model = model::link(records, build_options(), &mut report).unwrap();
    model.hukum = Arc::new(hukum);
    check::run(&model, &mut report);
    report.sort(&sources);
    teks(&report, &sources, Style { bahasa: Bahasa::Id, colour: Colour::Plain })
}

#[test]
fn the_packs_of_the_program_are_sound() {
    let packs = Hukum::bawaan();
    assert_eq!(packs.semua().len(), texts().len());
    // What an error may rest on is sure, in the years that are known.
    for paket in packs.semua().iter().filter(|paket| paket.berlaku < day("2026-01-01")) {
        for baris in paket.semua() {
            for kode in &baris.ketentuan.aturan {
                let rule = RULES.iter().find(|rule| rule.code == kode.as_str());
                let rule = rule.unwrap_or_else(|| panic!("{}: {} is no rule", paket.nama, kode.as_str()));
                let sure = baris.ketentuan.keyakinan == Keyakinan::A || rule.level != Level::Galat;
                assert!(sure, "{}: {} is not sure enough for {}", paket.nama, baris.kunci, rule.code);
            }
        }
    }
}

#[test]
fn every_rule_that_goes_by_a_pack_is_named_there() {
    let packs = Hukum::bawaan();
    let rows = packs.semua().iter().flat_map(Paket::semua);
    let named: BTreeSet<String> =
        rows.flat_map(|baris| baris.ketentuan.aturan).map(|kode| kode.as_str().to_owned()).collect();
    let files = walkdir::WalkDir::new("src/check").into_iter().map(|entry| entry.unwrap().into_path());
    let mut using = BTreeSet::new();
    for file in files.filter(|path| path.is_file() && !path.starts_with("src/check/look")) {
        let text = fs::read_to_string(&file).unwrap();
        let Some((_, code)) = text.split_once("    code: \"") else { continue };
        if ["finding_by(", "is_near_determination("].iter().any(|asks| text.contains(asks)) {
            using.insert(code[..6].to_owned());
        }
    }
    assert_eq!(named, using);
}

#[test]
fn a_vote_goes_by_the_pack_of_its_day() {
    let packs = Hukum::bawaan();
    let name = |text: &str| packs.pada(day(text)).nama.clone();
    assert_eq!(name("2018-06-27"), "2024");
    assert_eq!(name("2024-11-27"), "2024");
    assert_eq!(name("2025-04-19"), "2025");
    assert_eq!(name("2028-12-31"), "2025");
    assert_eq!(name("2031-06-25"), "2029");
    let re_vote = packs.pada(day("2025-04-19"));
    assert_eq!(re_vote.usia_gubernur.nilai, 30);
    assert_eq!(re_vote.usia_gubernur.paket, "2024");
    assert!(re_vote.hari_serentak.is_none());
    assert_eq!(re_vote.surat_suara_tunggal.nilai, SuratSuaraTunggal::KolomKosong);
    // The law of the next simultaneous vote is not known: what is taken over keeps no site from being published.
    let next = packs.pada(day("2029-06-01"));
    assert_eq!(next.surat_suara_tunggal.nilai, SuratSuaraTunggal::SetujuTidakSetuju);
    assert_eq!((next.usia_gubernur.nilai, next.usia_gubernur.keyakinan), (30, Keyakinan::C));
}

#[test]
fn a_new_year_is_a_new_file() {
    snapbox::assert_data_eq!(
        said(KOTA, with("2031", TAHUN_2031).unwrap()),
        str![[r#"
peringatan[JDW-08]: masa tenang 15 Juni 2031 sampai 17 Juni 2031 bukan 5 hari sebelum pemungutan suara 18 Juni 2031
 --> content/jadwal.yaml:2:89
  |
2 |   - { id: masa-tenang, nama: Masa tenang, kelompok: turunan, jenis: masa_tenang, mulai: 2031-06-15, selesai: 2031-06-17 }
  |                                                                                         ^^^^^^^^^^
  |
  = sebab: jadwal yang meleset sehari menggeser apa yang boleh dan tidak boleh (UU Contoh pasal 5)
  = saran: periksa ketiga tanggal

galat[HUK-18]: jam_mulai pemungutan suara 07:00, seharusnya 08:00
 --> content/jadwal.yaml:3:145
  |
3 | ...an_suara, mulai: 2031-06-18, selesai: 2031-06-18, jam_mulai: "07:00", jam_selesai: "15:00" }
  |                                                                 ^^^^^^^
  |
  = sebab: pemungutan suara serentak sama hari dan jamnya di semua daerah, menurut waktu setempat; yang kemudian punya harinya sendiri (UU Contoh pasal 2)
  = saran: tulis "08:00"

galat[HUK-18]: hari pemungutan suara 2031 bukan 18 Juni 2031
 --> content/situs.yaml:4:19
  |
4 | pemungutan_suara: 2031-06-18
  |                   ^^^^^^^^^^
  |
  = sebab: pemungutan suara serentak sama hari dan jamnya di semua daerah, menurut waktu setempat; yang kemudian punya harinya sendiri (UU Contoh pasal 1)
  = saran: tulis 2031-06-25

peringatan[HUK-21]: 8000 pemilih untuk 20 TPS, rata-rata lebih dari 300 di satu TPS
 --> content/wilayah/contoh/kota-contoh/fakta/kesiapan.yaml:4:27
  |
4 |   - { ukuran: dpt, nilai: 8000 }
  |                           ^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/fakta/kesiapan.yaml:5:27
  |
5 |   - { ukuran: tps, nilai: 20 }
  |                           -- jumlah TPS
  |
  = sebab: banyaknya pemilih di satu TPS dibatasi (UU Contoh pasal 4)
  = saran: periksa kedua angka

galat[HUK-06]: SARI CONTOH lahir 1995, belum bisa 40 tahun pada penetapan pasangan calon 2031
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:2:42
  |
2 | calon: { nama: SARI CONTOH, tahun_lahir: 1995 }
  |                                          ^^^^
  |
  = sebab: calon cukup umur untuk jabatannya pada hari penetapan pasangan calon (UU Contoh pasal 3)
  = saran: periksa tahunnya; paling akhir 1991

galat[HUK-12]: pengusung nomor urut 1 mendapat 12000 dari 100000 suara sah, kurang dari 20 persen
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:4:22
  |
4 | suara_sah_pengusung: 12000
  |                      ^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/wilayah.yaml:4:30
  |
4 | pemilihan: { dpt_sebelumnya: 200000, suara_sah_sebelumnya: 100000 }
  |                              ------ DPT yang menentukan persentasenya
  |
  = sebab: partai mengusung pasangan calon jika suara sahnya mencapai persentase itu (UU Contoh pasal 6)
  = saran: periksa ketiga angka

peringatan[KST-01]: `calon.tahun_lahir` diisi untuk nomor urut 1, tetapi tidak untuk 2 di Kota Contoh
 --> content/wilayah/contoh/kota-contoh/paslon/2.yaml:2:16
  |
2 | calon: { nama: RINA UMPAMA }
  |                ^^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/1.yaml:2:42
  |
2 | calon: { nama: SARI CONTOH, tahun_lahir: 1995 }
  |                                          ---- diisi untuk nomor urut 1
  |
  = sebab: pasangan calon yang diceritakan lebih lengkap tampak lebih penting
  = saran: isi untuk semua pasangan calon, atau hapus dari semuanya

peringatan[KST-01]: `wakil.tahun_lahir` diisi untuk nomor urut 1, tetapi tidak untuk 2 di Kota Contoh
 --> content/wilayah/contoh/kota-contoh/paslon/2.yaml:3:16
  |
3 | wakil: { nama: DODI ANDAI }
  |                ^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/1.yaml:3:41
  |
3 | wakil: { nama: BUDI MISAL, tahun_lahir: 1985 }
  |                                         ---- diisi untuk nomor urut 1
  |
  = sebab: pasangan calon yang diceritakan lebih lengkap tampak lebih penting
  = saran: isi untuk semua pasangan calon, atau hapus dari semuanya

4 galat, 4 peringatan
"#]]
    );
}

#[test]
fn a_mistake_in_a_pack_is_said_with_its_key() {
    let whole = |text: &str| format!("{:#}", with("2031", text).unwrap_err());
    let with_value = |from: &str, to: &str| {
        assert!(TAHUN_2031.contains(from));
        whole(&TAHUN_2031.replace(from, to))
    };
    let mut all = vec![with_value("nilai: 40", "nilai: empat puluh")];
    all.push(with_value("usia_bupati_wali_kota:", "usia_bupati:"));
    all.push(with_value("nilai: 2031-06-25, sumber: UU Contoh pasal 1,", "nilai: 2031-06-25,"));
    all.push(with_value("keyakinan: B", "keyakinan: D"));
    all.push(with_value("[ { persen: 20 } ]", "[ { sampai: 5, persen: 20 } ]"));
    all.push(with_value("[ { persen: 20 } ]", "[ { persen: 8.55 } ]"));
    all.push(with_value("lanjutan: \"2029\"", "lanjutan: \"2030\""));
    all.push(with_value("lanjutan: \"2029\"\n", ""));
    all.push(with_value("berlaku: 2031-01-01", "berlaku: 2029-01-01"));
    all.push(with_value("uraian: Contoh", "uraian: Contoh\nseterusnya: ya"));
    snapbox::assert_data_eq!(
        all.join("\n"),
        str![[r#"
data/hukum/2031.yaml: ketentuan.usia_bupati_wali_kota: invalid type: string "empat puluh", expected u32
data/hukum/2031.yaml: no rule knows ketentuan.usia_bupati
data/hukum/2031.yaml: ketentuan.hari_serentak: missing field `sumber`
data/hukum/2031.yaml: ketentuan.pemilih_per_tps: unknown variant `D`, expected one of `A`, `B`, `C`
data/hukum/2031.yaml: ketentuan.dukungan_bupati_wali_kota: every step but the last has `sampai`, the last none
data/hukum/2031.yaml: ketentuan.dukungan_bupati_wali_kota: 8.55 is no percentage with at most one decimal
data/hukum/2031.yaml: `lanjutan` names no older pack: 2030
data/hukum/2031.yaml: ketentuan.usia_gubernur is missing
two packs of data/hukum/ hold from the same day on
data/hukum/2031.yaml: unknown field `seterusnya`, expected one of `berlaku`, `lanjutan`, `keyakinan_lanjutan`, `uraian`, `ketentuan` at line 4 column 1
"#]]
    );
}

#[test]
fn from_2029_on_a_single_pairs_ballot_has_no_empty_column() {
    let site = KOTA
        .replace(
            "nomor_urut: 2\ncalon: { nama: RINA UMPAMA }\nwakil: { nama: DODI ANDAI }",
            "nomor_urut: 2\nkolom_kosong: true",
        )
        .replace("tahun_lahir: 1985", "tahun_lahir: 1984");
    let found = |text: &str| said(text, Hukum::clone(&Hukum::bawaan()));
    let of_column = |text: &str| {
        let found = found(text);
        let lines: Vec<String> = found.lines().filter(|line| line.contains("[HUK-08]")).map(str::to_owned).collect();
        lines.join("\n")
    };
    let in_2031 = "galat[HUK-08]: surat suara pasangan calon tunggal di Kota Contoh memuat \"setuju\" dan \"tidak setuju\", bukan kolom kosong";
    assert_eq!(of_column(&site), in_2031);
    let alone = site.replace("--- kota/paslon/2.yaml\nnomor_urut: 2\nkolom_kosong: true\n", "");
    assert_eq!(of_column(&alone), "");
    // The re-vote of 2025 has it.
    let in_2025 = |text: &str| text.replace("2031-06-", "2025-06-");
    assert_eq!(of_column(&in_2025(&site)), "");
    assert!(of_column(&in_2025(&alone)).contains("belum punya kolom kosong"));
}

//! Writes a made-up national site of any size, the same for the same numbers: `cargo run --example korpus -- FOLDER 545 10000`.
//!
//! The shapes are real ones: up to six pairs, names of a hundred characters, tables, disputed figures. The content is not.
#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "this program writes a test corpus and says so")]

use anyhow::{Context, Result};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder, regions, articles] = words.as_slice() else {
        anyhow::bail!("korpus FOLDER WILAYAH BERITA");
    };
    let corpus = Corpus { root: PathBuf::from(folder), dice: Dice(0x5eed) };
    let files = corpus.write(regions.parse()?, articles.parse()?)?;
    println!("{files} files in {folder}");
    Ok(())
}

/// A small generator of numbers, the same on every machine (xorshift64*).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33).unwrap_or(0) % sides
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.roll(words.len())]
    }
}

struct Corpus {
    root: PathBuf,
    dice: Dice,
}

/// Kabupaten and kota in a province.
const PER_PROVINCE: usize = 14;
const NAMES: &[&str] = &["CONTOH", "MISAL", "UMPAMA", "ANDAI", "SEKADAR", "TELADAN", "PERCOBAAN", "LATIHAN"];
const TITLES: &[&str] = &["", "H. ", "Dr. H. ", "Drs. ", "Ir. "];
const DEGREES: &[&str] = &["", ", S.E.", ", S.H., M.H.", ", S.Sos., M.Si.", ", S.Pd., S.Sos., M.Si."];
const WORDS: &[&str] = &[
    "rapat",
    "pleno",
    "terbuka",
    "warga",
    "pemilih",
    "petugas",
    "logistik",
    "kotak",
    "tempat",
    "jadwal",
    "tahapan",
    "pengawas",
    "kecamatan",
    "kelurahan",
    "daftar",
    "nama",
    "kampanye",
    "debat",
    "publik",
    "sosialisasi",
];

impl Corpus {
    fn write(mut self, regions: usize, articles: usize) -> Result<usize> {
        let mut files = self.national()?;
        let provinces = regions.div_ceil(PER_PROVINCE + 1).max(1);
        let mut left = regions;
        let mut scopes = Vec::new();
        for province in 0..provinces {
            let code = format!("{}", 11 + province % 85);
            let path = format!("wilayah/provinsi-{province}");
            scopes.push(path.clone());
            let mut inside = 0;
            left = left.saturating_sub(1);
            for city in 0..PER_PROVINCE.min(left) {
                let (kind, number) = if city % 3 == 0 { ("kota", 71 + city) } else { ("kabupaten", 1 + city) };
                let inner = format!("{path}/{kind}-{city}");
                let name = format!("{} Contoh {province}-{city}", if kind == "kota" { "Kota" } else { "Kabupaten" });
                let voters = 100_000 + self.dice.roll(400_000);
                files += self.region(&inner, (&format!("{code}.{number:02}"), kind, &name), voters)?;
                inside += voters;
                scopes.push(inner);
            }
            // The voters of a province are those of its kabupaten and kota.
            files += self.region(&path, (&code, "provinsi", &format!("Provinsi Contoh {province}")), inside)?;
            left = left.saturating_sub(PER_PROVINCE);
        }
        for article in 0..articles {
            let scope = scopes[self.dice.roll(scopes.len())].clone();
            self.article(&scope, article)?;
        }
        Ok(files + articles)
    }

    fn put(&self, path: &str, text: &str) -> Result<()> {
        let file = self.root.join("content").join(path);
        let folder = file.parent().unwrap_or(Path::new(""));
        fs::create_dir_all(folder)?;
        fs::write(&file, text).with_context(|| file.display().to_string())
    }

    fn national(&self) -> Result<usize> {
        self.put("situs.yaml", "nama: Info Pilkada Contoh\nalamat: https://contoh.test/pilkada/\npenyelenggara: { nama: KPU Contoh }\npemungutan_suara: 2024-11-27\nlisensi_data: CC-BY-4.0\n")?;
        self.put("sumber.yaml", "data:\n  jenis: data_kpu\n  judul: Data contoh\n  penerbit: KPU Contoh\n  tanggal: 2024-09-23\nkoran:\n  jenis: berita\n  judul: Koran contoh\n  penerbit: Koran Contoh\n  tanggal: 2024-10-01\n")?;
        let mut parties = String::new();
        for n in 1..=18 {
            let _ = writeln!(parties, "partai-{n}: {{ nama: Partai Contoh {n}, singkatan: PC{n}, nomor: {n} }}");
        }
        self.put("partai.yaml", &parties)?;
        self.put("jadwal.yaml", "tahapan:\n  - { id: penetapan, nama: Penetapan pasangan calon, kelompok: penyelenggaraan, jenis: penetapan, mulai: 2024-09-22, selesai: 2024-09-22, sumber: [data] }\n  - { id: kampanye, nama: Pelaksanaan kampanye, kelompok: penyelenggaraan, jenis: kampanye, mulai: 2024-09-25, selesai: 2024-11-23, sumber: [data] }\n  - { id: pemungutan-suara, nama: Pemungutan suara, kelompok: penyelenggaraan, jenis: pemungutan_suara, mulai: 2024-11-27, selesai: 2024-11-27, jam_mulai: \"07:00\", jam_selesai: \"13:00\", sumber: [data] }\n")?;
        Ok(4)
    }

    fn person(&mut self) -> String {
        let dice = &mut self.dice;
        let (title, degree) = (dice.pick(TITLES), dice.pick(DEGREES));
        format!("{title}{} {} {}{degree}", dice.pick(NAMES), dice.pick(NAMES), dice.roll(10_000))
    }

    fn region(&mut self, path: &str, (code, kind, name): (&str, &str, &str), voters: usize) -> Result<usize> {
        let pairs = [2, 2, 3, 2, 1, 4, 3, 6][self.dice.roll(8)];
        self.put(&format!("{path}/wilayah.yaml"), &format!("kode: \"{code}\"\nnama: {name}\njenis: {kind}\npenyelenggara: {{ nama: KPU {name}, sumber: [data] }}\npemilihan: {{ jumlah_paslon: {pairs}, sumber: [data] }}\nsumber: [data]\n"))?;
        let mut draw = String::from("tanggal: 2024-09-23\ntempat: Aula KPU\nhasil:\n");
        for number in 1..=pairs {
            let (first, second) = (self.person(), self.person());
            let _ = writeln!(draw, "  {number}: \"{first} – {second}\"");
            let sentences: String = (0..4).map(|_| self.sentence()).collect();
            let party = 1 + (number * 3) % 18;
            self.put(&format!("{path}/paslon/{number}.yaml"), &format!("nomor_urut: {number}\ncalon: {{ nama: \"{first}\" }}\nwakil: {{ nama: \"{second}\" }}\njalur: partai\npengusung: [partai-{party}]\nvisi: \"{sentences}\"\nmisi:\n  - \"{sentences}\"\nstatus: [{{ keadaan: ditetapkan, tanggal: 2024-09-22, sumber: [data] }}]\nsumber: [data]\n"))?;
        }
        let mut files = 4 + pairs;
        if pairs == 1 {
            draw.push_str("  2: Kolom kosong\n");
            self.put(&format!("{path}/paslon/2.yaml"), "nomor_urut: 2\nkolom_kosong: true\nsumber: [data]\n")?;
            files += 1;
        }
        self.put(&format!("{path}/pengundian.yaml"), &(draw + "sumber: [data]\n"))?;
        let men = voters / 2 - self.dice.roll(500);
        self.put(&format!("{path}/fakta/kesiapan.yaml"), &format!("per_tanggal: 2024-10-01\nsumber: [koran]\nfakta:\n  - {{ ukuran: dpt, nilai: {voters}, rincian: {{ laki_laki: {men}, perempuan: {} }}, status: resmi }}\n  - {{ ukuran: tps, nilai: {} }}\n  - {{ ukuran: target_partisipasi, nilai: 86, pembanding: 80.33 }}\n  - {{ id: a, ukuran: indeks_kerawanan, kategori: rendah, status: berselisih, bertentangan_dengan: [b] }}\n  - {{ id: b, ukuran: indeks_kerawanan, kategori: sedang, status: berselisih, bertentangan_dengan: [a], sumber: [data] }}\n", voters - men, voters / 450))?;
        Ok(files)
    }

    fn sentence(&mut self) -> String {
        let length = 8 + self.dice.roll(12);
        let words: Vec<&str> = (0..length).map(|_| self.dice.pick(WORDS)).collect();
        let mut sentence = words.join(" ");
        if let Some(first) = sentence.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        sentence + ". "
    }

    fn article(&mut self, scope: &str, number: usize) -> Result<()> {
        let day = format!("2024-10-{:02}", 1 + self.dice.roll(28));
        let mut text = format!(
            "---\njudul: \"{} {number}\"\ntanggal: {day}\nlabel: [Label {}]\nsumber: [koran]\npaslon: [1]\n---\n\n",
            self.sentence().trim(),
            self.dice.roll(40)
        );
        for section in 0..4 {
            let _ = writeln!(text, "## Bagian {section}\n");
            for _ in 0..2 {
                let sentences: String = (0..5).map(|_| self.sentence()).collect();
                let _ = writeln!(text, "{sentences}[jadwal](/jadwal.html)\n");
            }
        }
        text.push_str("| Nomor | Jumlah |\n|---|---|\n| 1 | 2.695.348 |\n| 2 | 1.026 |\n\n> [!NOTE]\n> Catatan contoh.\n\nAkhir.[^1]\n\n[^1]: Kaki.\n");
        self.put(&format!("{scope}/berita/{day}-berita-{number}.md"), &text)
    }
}

//! What a build remembers of the one before: the site is byte for byte that of a clean build, and little is drawn.

use crate::check_cache::Memories;
use crate::content::{Memory, Site, build_from_on, build_options};
use pilkada::model::{BuildOptions, Drafts};
use pilkada::pipeline;
use pilkada::record::JENIS;
use pilkada::render::sink::{ContentId, File, Sink};
use pilkada::report::Report;
use pilkada::source::{self, Sources};
use pilkada::value::tanggal::Tanggal;
use pilkada::value::{Nilai, Scalar};
use std::collections::BTreeMap;
use std::fs;
use std::sync::Mutex;
use std::time::{SystemTime, UNIX_EPOCH};

/// A project's texts, by path.
pub type Project = BTreeMap<String, String>;

/// A site with what its last build kept.
#[derive(Default)]
pub struct Published {
    pub site: BTreeMap<String, (ContentId, Vec<u8>)>,
    pub kept: BTreeMap<String, Vec<u8>>,
}

/// A build over a published site.
struct Build<'p> {
    before: &'p Published,
    after: Mutex<Published>,
    drawn: Mutex<Vec<String>>,
}

impl Sink for Build<'_> {
    fn put(&self, file: File) -> anyhow::Result<ContentId> {
        let id = ContentId::of(&file.bytes);
        self.drawn.lock().unwrap().push(file.path.clone());
        let clash = self.after.lock().unwrap().site.insert(file.path.clone(), (id, file.bytes));
        anyhow::ensure!(clash.is_none(), "{} came twice", file.path);
        Ok(id)
    }

    fn retain(&self, path: &str, id: &ContentId) -> bool {
        let Some(file) = self.before.site.get(path).filter(|(known, _)| known == id) else { return false };
        let clash = self.after.lock().unwrap().site.insert(path.to_owned(), file.clone());
        assert!(clash.is_none(), "{path} came twice");
        true
    }

    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        self.before.kept.get(name).cloned().or_else(|| Memory::default().kept(name))
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        if name.ends_with(".png") {
            Memory::default().keep(name, bytes);
        } else {
            self.after.lock().unwrap().kept.insert(name.to_owned(), bytes.to_owned());
        }
    }
}

impl Published {
    /// The files of the site.
    pub fn files(&self) -> Site {
        self.site.iter().map(|(path, (_, bytes))| (path.clone(), bytes.clone())).collect()
    }

    /// Builds over this site; gives the new one and what was drawn, or nothing where the project is unsound.
    fn build(&self, project: &Project, build_options: BuildOptions) -> Option<(Self, Vec<String>)> {
        let folder = on_disk(project);
        self.build_of(&source::read(folder.path()).unwrap(), build_options).unwrap()
    }

    /// The same of a project that was read.
    pub fn build_of(
        &self,
        sources: &Sources,
        build_options: BuildOptions,
    ) -> anyhow::Result<Option<(Self, Vec<String>)>> {
        let (is_sound, after, drawn) = self.attempt(sources, build_options);
        Ok(is_sound?.then_some((after, drawn)))
    }

    /// Builds; whether that was sound, what came of it and was kept, and what was drawn.
    pub fn attempt(&self, sources: &Sources, build_options: BuildOptions) -> (anyhow::Result<bool>, Self, Vec<String>) {
        let build = Build { before: self, after: Mutex::default(), drawn: Mutex::default() };
        let model = pipeline::build(sources, build_options, &build, &mut Report::default());
        let is_sound = model.map(|model| model.is_some());
        (is_sound, build.after.into_inner().unwrap(), build.drawn.into_inner().unwrap())
    }
}

pub fn sources(project: &Project) -> Sources {
    Sources::from_texts(project.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

/// Whether a file of a project is a picture, which stands in it as a text as long as it is wide.
pub fn is_picture(path: &str) -> bool {
    path.ends_with(".png")
}

/// The bytes of a file of a project.
pub fn bytes_of(path: &str, text: &str) -> Vec<u8> {
    if !is_picture(path) {
        return text.as_bytes().to_vec();
    }
    let width = u32::try_from(text.len().max(1)).unwrap();
    let mut png = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(width, 20, image::Rgb([200, 30, 30]));
    picture.write_to(&mut png, image::ImageFormat::Png).unwrap();
    png.into_inner()
}

/// The project as files.
fn on_disk(project: &Project) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in project {
        let at = folder.path().join(path);
        fs::create_dir_all(at.parent().unwrap()).unwrap();
        fs::write(at, bytes_of(path, text)).unwrap();
    }
    folder
}

fn clean(project: &Project, build_options: BuildOptions) -> Site {
    build_from_on(build_options, &source::read(on_disk(project).path()).unwrap())
}

/// A made-up nation of two provinces, with a file of every kind, and pictures.
pub fn nation() -> Project {
    let mut project = Project::new();
    let mut put = |path: &str, text: &str| _ = project.insert(format!("content/{path}"), text.to_owned());
    put(
        "situs.yaml",
        "nama: Info Pilkada Contoh\nalamat: https://contoh.test/pilkada/\npenyelenggara: { nama: KPU Contoh }\npemungutan_suara: 2024-11-27\n",
    );
    put(
        "sumber.yaml",
        "data: { jenis: lembaga_lain, judul: Data contoh, penerbit: KPU Contoh, tanggal: 2024-09-01, tautan: https://contoh.test/data }\nkoran: { jenis: berita, judul: Berita contoh, penerbit: Koran Contoh, tanggal: 2024-11-10, tautan: https://contoh.test/koran }\n",
    );
    put("partai.yaml", "contoh: { nama: Partai Contoh, singkatan: PC, nomor: 1 }\n");
    put(
        "tanya-jawab.yaml",
        "tanya_jawab:\n  - { tanya: Kapan memilih?, jawab: \"Lihat [jadwal](/jadwal.html).\", sumber: [data] }\n",
    );
    put("istilah.yaml", "istilah:\n  - { istilah: paslon, arti: Pasangan calon., sumber: [data] }\n");
    put("halaman/tentang.md", "---\njudul: Tentang\n---\nSitus contoh.\n");
    put(
        "perubahan.yaml",
        "perubahan:\n  - { tanggal: 2024-10-05, halaman: [{ apa: berubah, judul: Pasangan, alamat: /contoh/satu/paslon/1.html, wilayah: Satu }, { apa: dicabut, judul: Lama, alamat: /lama.html }] }\n  - { tanggal: 2024-11-10, lainnya: 3 }\n",
    );
    put(
        "jadwal.yaml",
        "tahapan:\n  - { id: coblos, kelompok: penyelenggaraan, nama: Pemungutan suara, jenis: pemungutan_suara, mulai: 2024-11-27, selesai: 2024-11-27, sumber: [data] }\n",
    );
    // There the numbers are drawn while the walk goes on.
    put(
        "wilayah/misal/jadwal.yaml",
        "tahapan:\n  - { id: penetapan, kelompok: penyelenggaraan, nama: Penetapan, jenis: penetapan, mulai: 2024-11-05, selesai: 2024-11-05 }\n  - { id: undi, kelompok: turunan, nama: Pengundian, jenis: pengundian, mulai: 2024-11-14, selesai: 2024-11-14 }\n",
    );
    for (province, code) in [("contoh", "15"), ("misal", "33")] {
        put(
            &format!("wilayah/{province}/wilayah.yaml"),
            &format!(
                "kode: \"{code}\"\nnama: Provinsi {province}\njenis: provinsi\npemilihan: {{ ada: false, alasan: Contoh. }}\n"
            ),
        );
        for (city, number) in [("satu", 71), ("dua", 72)] {
            let at = format!("wilayah/{province}/{city}");
            put(
                &format!("{at}/wilayah.yaml"),
                &format!(
                    "kode: \"{code}.{number}\"\nnama: Kota {city} {province}\njenis: kota\npemilihan: {{ jumlah_paslon: 2 }}\n"
                ),
            );
            for pair in [1, 2] {
                put(
                    &format!("{at}/paslon/{pair}.yaml"),
                    &format!(
                        "nomor_urut: {pair}\ncalon: {{ nama: Calon {pair} {city}{} }}\nwakil: {{ nama: Wakil {pair} {city}{} }}\n\
                         visi: Contoh.\nmisi: [Contoh.]\nprogram: [Contoh.]\njalur: perseorangan\nsumber: [data]\n",
                        if (province, city) == ("contoh", "satu") {
                            format!(", foto: {pair}.png")
                        } else {
                            String::new()
                        },
                        // No pair stands in two contests.
                        if province == "misal" { " misal" } else { "" }
                    ),
                );
            }
            if (province, city) == ("contoh", "satu") {
                for (path, text) in RICH {
                    put(&format!("{at}/{path}"), text);
                }
            }
            for day in 1..=4 {
                put(
                    &format!("{at}/berita/2024-10-0{day}-kabar-{day}.md"),
                    &format!(
                        "---\njudul: Kabar {day} dari Kota {city} {province}\ntanggal: 2024-10-0{day}\nlabel: [Label {}]\nsumber: [data]\n---\n\
                         Isi kabar {day} tentang paslon. [Jadwal](../jadwal.yaml)\n",
                        day % 2
                    )
                    .replace(" [Jadwal](../jadwal.yaml)", if day == 2 { " [Kabar](2024-10-01-kabar-1.md)" } else { "" }),
                );
            }
        }
    }
    project
}

/// What one city has that the others have not: a file of each other kind, and pictures, which are as wide as their text is long.
const RICH: [(&str, &str); 17] = [
    (
        "pemilihan/susulan/pemilihan.yaml",
        "jenis: susulan\nnama: Pemilihan susulan\ntanggal: 2024-10-10\npemungutan_suara: 2024-12-04\nmenggantikan: serentak\ncakupan: { uraian: 2 TPS }\nkeadaan: dijadwalkan\ndasar: Keputusan contoh\nsumber: [data]\n",
    ),
    ("pemilihan/susulan/paslon/1.yaml", "nomor_urut: 1\ndari: serentak\n"),
    ("pemilihan/susulan/paslon/2.yaml", "nomor_urut: 2\ndari: serentak\n"),
    (
        "pengundian.yaml",
        "tanggal: 2024-09-23\nhasil: { 1: Calon 1 satu – Wakil 1 satu, 2: Calon 2 satu – Wakil 2 satu }\nsumber: [data]\n",
    ),
    (
        "hasil.yaml",
        "status: sementara\ntanggal: 2024-11-28\nsuara: { 1: 400, 2: 500 }\nsah: 900\ntidak_sah: 20\npengguna_hak_pilih: 920\nsumber: [data]\n",
    ),
    (
        "koreksi.yaml",
        "koreksi:\n  - { tanggal: 2024-10-05, menyangkut: /contoh/satu/paslon/1.html, bidang: Visi, sesudah: Contoh, alasan: Salah ketik., tingkat: kecil }\n",
    ),
    (
        "persetujuan.yaml",
        "persetujuan:\n  - { berkas: paslon/1.yaml, sidik: bcdf-ghjk-lmnp-qrst-bcdf-ghjk-lmnp-qrst, oleh: Contoh, tanggal: 2024-10-05 }\n",
    ),
    (
        "klarifikasi/2024-10-04-jam.md",
        "---\njudul: Jam buka\ntanggal: 2024-10-04\nkabar: Jamnya lain.\nputusan: salah\nringkasan: Jamnya tetap.\nsumber: [data]\n---\n\nLihat [jadwal](/jadwal.html).\n",
    ),
    (
        "kegiatan/2024-10-02-debat.yaml",
        "judul: Debat\njenis: debat\ntanggal: 2024-10-02\npaslon: [1, 2]\nsumber: [data]\n",
    ),
    // Some of it waits for days that the walk goes over: a figure, a source, what happens at an event.
    (
        "fakta/tps.yaml",
        "per_tanggal: 2024-10-01\nsumber: [data]\nfakta:\n  - { ukuran: tps, nilai: 20 }\n  - { ukuran: dps, nilai: 900, per_tanggal: 2024-11-12 }\n  - { ukuran: linmas, nilai: 40, sumber: [koran] }\n",
    ),
    ("tps.csv", "kecamatan,kelurahan,nomor,sumber\nContoh,Umpama,1,data\nContoh,Andai,1,\nMisal,Umpama,1,\n"),
    (
        "kegiatan/2024-11-20-rakor.yaml",
        "judul: Rakor\njenis: rakor\ntanggal: 2024-11-20\ntempat: Aula\nuraian: Rapat selesai.\nfakta: [{ ukuran: personel_tni, nilai: 12 }]\nsumber: [data]\n",
    ),
    (
        "deklarasi/damai.yaml",
        "judul: Deklarasi damai\ntanggal: 2024-09-24\npenanda_tangan: [{ paslon: 1 }, { paslon: 2 }]\nfoto: [{ berkas: damai.png, alt: Kedua pasangan calon di panggung }]\nsumber: [data]\n",
    ),
    ("deklarasi/damai.png", "30 points are as wide as this."),
    ("paslon/1.png", "24 points are this wide."),
    ("paslon/2.png", "24 points are that wide."),
    ("berita/rapat.png", "30 points are as wide as this."),
];

/// The same nation with a picture in the body of an article.
fn nation_with_a_picture() -> Project {
    let mut project = nation();
    let at = "content/wilayah/contoh/satu/berita";
    project.get_mut(&format!("{at}/2024-10-01-kabar-1.md")).unwrap().push_str("\n![Rapat di kota](rapat.png)\n");
    project
}

#[test]
fn the_nation_has_a_file_of_every_kind() {
    let shape = |path: &str| match path.rsplit('/').collect::<Vec<_>>()[..] {
        [file, folder, ..] => (folder.to_owned(), file.rsplit_once('.').unwrap().1.to_owned()),
        _ => unreachable!("every file lies in a folder"),
    };
    let nation = nation();
    let missing: Vec<&str> = JENIS
        .iter()
        .map(|jenis| jenis.pattern)
        .filter(|pattern| match pattern.split_once('/') {
            Some(_) => !nation.keys().any(|path| shape(path) == shape(pattern)),
            None => !nation.keys().any(|path| path.ends_with(&format!("/{pattern}"))),
        })
        .collect();
    assert!(missing.is_empty(), "no file of {missing:?}: give it one, or nothing proves that its pages are not stale");
    assert!(nation.keys().any(|path| path.ends_with("paslon/1.png")), "no photo of a pair");
}

/// The project of the repository: its content, without pictures.
fn sample() -> Project {
    let entries = walkdir::WalkDir::new("content").into_iter().map(|entry| entry.unwrap());
    let texts = entries
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "yaml" || end == "md" || end == "csv"));
    texts.map(|entry| (entry.path().to_str().unwrap().to_owned(), fs::read_to_string(entry.path()).unwrap())).collect()
}

/// A number that looks random, from 0 up to `below`.
pub fn random(seed: &mut u64, below: usize) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*seed >> 33).unwrap() % below.max(1)
}

/// Changes a project somehow; it may be unsound afterwards.
pub fn edit(project: &mut Project, build_options: &mut BuildOptions, seed: &mut u64) -> String {
    let paths: Vec<String> = project.keys().cloned().collect();
    let path = paths[random(seed, paths.len())].clone();
    let other = paths[random(seed, paths.len())].clone();
    match random(seed, 16) {
        0 => {
            project.remove(&path);
            format!("without {path}")
        }
        1 => {
            let text = project.remove(&path).unwrap();
            let new = path.replace("kabar", "warta").replace("2024-10-0", "2024-10-1").replace("satu", "tiga");
            project.insert(new.clone(), text);
            format!("{path} renamed to {new}")
        }
        2 => {
            let number = random(seed, 90);
            let new = path.replace("-kabar-", &format!("-kabar-{number}"));
            let text = project[&path].clone();
            project.insert(new.clone(), text);
            format!("{path} copied to {new}")
        }
        3 => {
            let day = format!("2024-11-{:02}", 1 + random(seed, 28));
            build_options.hari = Tanggal::read(Scalar::Teks(&day)).unwrap();
            build_options.draf = [Drafts::Wait, Drafts::Show][random(seed, 2)];
            format!("on {day}, drafts: {:?}", build_options.draf)
        }
        15 => {
            build_options.hari = build_options.hari.besok();
            format!("a day later, on {}", build_options.hari)
        }
        4 => {
            let text = project[&other].clone();
            project.insert(path.clone(), text);
            format!("{path} as {other}")
        }
        5 => {
            let name =
                ["templates/404.html", "themes/uji/templates/404.html", "templates/istilah.html"][random(seed, 3)];
            let number = random(seed, 9);
            project.insert(name.to_owned(), format!("<!doctype html><title>{number}</title>{{{{ laman.judul }}}}"));
            format!("a template {name}")
        }
        6 => {
            project.insert(format!("themes/bawaan/aset/{}.txt", random(seed, 3)), format!("{}", random(seed, 9)));
            "an asset".to_owned()
        }
        7 => {
            let words = format!("belum: Belum ada {}\n", random(seed, 9));
            project.insert("themes/bawaan/bahasa/id.yaml".to_owned(), words);
            "another word of the theme".to_owned()
        }
        8 | 9 => {
            let pictures: Vec<&String> = paths.iter().filter(|path| is_picture(path)).collect();
            let Some(path) = pictures.get(random(seed, pictures.len())) else { return "nothing".to_owned() };
            let width = 20 + random(seed, 5);
            project.insert((*path).clone(), "x".repeat(width));
            format!("{path} of width {width}")
        }
        _ => {
            // A word, a number or a line of it is another afterwards.
            let text = project[&path].clone();
            let lines: Vec<&str> = text.lines().collect();
            let Some(line) = lines.get(random(seed, lines.len())) else { return "nothing".to_owned() };
            let changed = match random(seed, 6) {
                0 => text.replacen(line, &format!("{line} Tambahan {}.", random(seed, 99)), 1),
                1 => text.replacen(line, "", 1),
                2 => text.replace("Contoh", &format!("Contoh{}", random(seed, 9))),
                3 => text.replace("2024-10-0", &format!("2024-10-{}", 1 + random(seed, 2))),
                4 => text.replace("Label 1", "Label 2").replace("draf: true\n", ""),
                _ => text.replacen("tanggal:", "draf: true\ntanggal:", 1),
            };
            project.insert(path.clone(), changed);
            format!("{path} changed at {line:?}")
        }
    }
}

/// Edits a project again and again, and compares every sound state of it with a clean build.
fn wander(mut project: Project, steps: usize) {
    let mut seed = u64::from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().subsec_nanos());
    let begun = seed;
    let mut build_options = build_options();
    let (mut published, _) = Published::default().build(&project, build_options).unwrap();
    let (mut sound, mut spared, memories) = (0, 0, Memories::default());
    for step in 0..steps {
        let mut next = (project.clone(), build_options);
        let what = edit(&mut next.0, &mut next.1, &mut seed);
        memories.compare(&next.0, next.1, &format!("seed {begun}, step {step}, {what}"));
        let Some((site, drawn)) = published.build(&next.0, next.1) else { continue };
        let expected = clean(&next.0, next.1);
        let files = site.files();
        for (path, bytes) in &expected {
            assert!(
                files.get(path) == Some(bytes),
                "seed {begun}, step {step}, {what}: {path} is not what a clean build makes of it (drawn: {})",
                drawn.contains(path)
            );
        }
        assert_eq!(
            files.len(),
            expected.len(),
            "seed {begun}, step {step}, {what}: files that a clean build does not make"
        );
        sound += 1;
        spared += usize::from(drawn.len() * 2 < files.len());
        (project, build_options, published) = (next.0, next.1, site);
    }
    // Of a few edits chance may have spoilt all.
    assert!(steps < 20 || sound * 4 > steps, "only {sound} of {steps} edits were sound");
    assert!(steps < 20 || spared * 3 > sound, "of {sound} builds only {spared} spared half of the site");
}

#[test]
fn after_any_edit_the_site_is_that_of_a_clean_build() {
    wander(nation_with_a_picture(), 8);
}

/// The nation in two languages, with some translations.
fn nation_in_two_languages() -> Project {
    let mut project = nation_with_a_picture();
    project.get_mut("content/situs.yaml").unwrap().push_str("bahasa: [id, en]\n");
    for (original, title) in [
        ("halaman/tentang", "About"),
        ("wilayah/contoh/satu/berita/2024-10-01-kabar-1", "News 1"),
        ("wilayah/misal/dua/berita/2024-10-03-kabar-3", "News 3"),
    ] {
        let day = original.rsplit('/').next().and_then(|name| name.get(..10)).filter(|day| day.starts_with("2024"));
        let day = day.map(|day| format!("tanggal: {day}\n")).unwrap_or_default();
        let text = format!("---\njudul: {title}\n{day}---\nText of {title}.\n");
        project.insert(format!("content/{original}.en.md"), text);
    }
    project
}

#[test]
fn after_any_edit_the_site_in_two_languages_is_that_of_a_clean_build() {
    wander(nation_in_two_languages(), 4);
}

#[test]
fn a_changed_article_costs_a_second_language_no_more_than_its_own_pages() {
    let mut project = nation_in_two_languages();
    let (published, _) = Published::default().build(&project, build_options()).unwrap();
    let path = "content/wilayah/misal/satu/berita/2024-10-02-kabar-2.md";
    let text = project[path].replace("Isi kabar 2", "Isi lain kabar 2");
    project.insert(path.to_owned(), text);
    let (_, drawn) = published.build(&project, build_options()).unwrap();
    let english: Vec<&String> = drawn.iter().filter(|path| path.contains(".en.")).collect();
    // Lists show its summary: the region's, its labels', the nation's, those of the home page; and feeds say what is told.
    assert!(english.len() < 20 && english.iter().all(|path| !path.contains("contoh/")), "{english:?}");
}

#[test]
#[ignore = "some minutes: .ci/run walks it, and so should you when what pages rest on was changed"]
fn after_hundreds_of_edits_the_site_is_that_of_a_clean_build() {
    wander(nation_with_a_picture(), 300);
}

#[test]
#[ignore = "some minutes: .ci/run walks it"]
fn after_dozens_of_edits_the_site_in_two_languages_is_that_of_a_clean_build() {
    wander(nation_in_two_languages(), 40);
}

#[test]
#[ignore = "an hour: the same over ten nations and the sample"]
fn after_thousands_of_edits_the_site_is_that_of_a_clean_build() {
    for _ in 0..10 {
        wander(nation_with_a_picture(), 300);
    }
    wander(sample(), 150);
}

/// What a page says after a change, built over the site from before it; the same as a clean build says.
fn page_after(path: &str, change: impl FnOnce(&mut Project)) -> String {
    let mut project = nation();
    let (published, _) = Published::default().build(&project, build_options()).unwrap();
    change(&mut project);
    let (after, _) = published.build(&project, build_options()).unwrap();
    assert!(after.files() == clean(&project, build_options()));
    String::from_utf8(after.site[path].1.clone()).unwrap()
}

#[test]
fn the_report_on_equal_treatment_shows_a_photo_as_it_is_now() {
    let wider = |project: &mut Project| {
        project.insert("content/wilayah/contoh/satu/paslon/2.png".to_owned(), "x".repeat(36));
    };
    assert!(page_after("kesetaraan.html", |_| {}).contains("24 × 20"));
    assert!(page_after("kesetaraan.html", wider).contains("36 × 20"));
}

#[test]
fn what_has_not_changed_is_not_drawn_again() {
    let project = nation();
    assert!(!clean(&project, build_options()).is_empty());
    let (published, drawn) = Published::default().build(&project, build_options()).unwrap();
    assert_eq!(drawn.len(), published.site.len());
    let (again, drawn) = published.build(&project, build_options()).unwrap();
    assert!(again.site == published.site);
    assert!(drawn.iter().all(|file| !file.ends_with(".html")), "{drawn:?}");
}

#[test]
fn an_article_costs_the_pages_that_show_it() {
    let mut project = nation();
    let (published, _) = Published::default().build(&project, build_options()).unwrap();
    let path = "content/wilayah/misal/dua/berita/2024-10-03-kabar-3.md";
    let text = project[path].replace("Isi kabar", "Isi lain");
    project.insert(path.to_owned(), text);
    let (after, drawn) = published.build(&project, build_options()).unwrap();
    let changed: Vec<&String> =
        after.site.iter().filter(|(path, file)| published.site[*path] != **file).map(|(path, _)| path).collect();
    assert!(changed.contains(&&"misal/dua/berita/kabar-3.html".to_owned()), "{changed:?}");
    // Pictures come from what is kept, each time.
    let drawn: Vec<String> =
        drawn.into_iter().filter(|file| ![".png", ".jpg", ".webp"].iter().any(|end| file.ends_with(end))).collect();
    assert!(drawn.iter().all(|file| !file.starts_with("contoh/") && !file.starts_with("misal/satu/")), "{drawn:?}");
    assert!(drawn.len() < after.site.len() / 3, "{} of {} files: {drawn:?}", drawn.len(), after.site.len());
    // Of the other articles of its scope only titles are shown, and those are what they were.
    let others = |file: &&String| file.starts_with("misal/dua/berita/kabar-") && !file.contains("kabar-3.");
    assert!(after.site.keys().any(|file| others(&file)) && !drawn.iter().any(|file| others(&file)), "{drawn:?}");
}

/// Damages what a build remembers so many times, and compares what the next makes of it with what it was.
fn damage(seed: u64, times: usize) {
    let project = nation();
    let (published, _) = Published::default().build(&project, build_options()).unwrap();
    let expected = published.files();
    let mut seed = seed;
    for _ in 0..times {
        let mut damaged = Published { site: published.site.clone(), kept: published.kept.clone() };
        // Of pictures a sink gives only what is as it was kept; what a build remembers is proved by the build.
        for (_, bytes) in damaged.kept.iter_mut().filter(|(name, _)| name.starts_with("cache-")) {
            let place = random(&mut seed, bytes.len());
            bytes.truncate(place.max(1));
            bytes[place / 2] ^= 1 << random(&mut seed, 8);
        }
        let (after, _) = damaged.build(&project, build_options()).unwrap();
        assert!(after.files() == expected);
    }
}

#[test]
fn a_damaged_memory_is_not_believed() {
    damage(7, 12);
}

#[test]
#[ignore = "half a minute: .ci/run does it"]
fn a_memory_damaged_in_dozens_of_ways_is_not_believed() {
    damage(11, 60);
}

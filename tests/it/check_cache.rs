//! What the rules remember: with it the program says what it says without, whatever was edited.

use crate::content::{build_options, on};
use crate::incremental::{Project, edit, nation, random, sources};
use pilkada::model::BuildOptions;
use pilkada::pipeline::{self, Cache, Inputs};
use pilkada::report::Report;
use pilkada::source::Sources;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{SystemTime, UNIX_EPOCH};

/// What is remembered of one check for the next, both ways.
#[derive(Default)]
pub struct Memories {
    /// As a preview does it.
    in_memory: Cache,
    /// As a build does it.
    kept: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Memories {
    /// Asserts that a check says the same with every memory as with none; gives what it says.
    #[track_caller]
    pub fn compare(&self, project: &Project, build_options: BuildOptions, what: &str) -> String {
        let sources = sources(project);
        let inputs = Inputs { sources: &sources, options: build_options };
        let expected = findings(&sources, |report| pipeline::check(&sources, build_options, report));
        let said = findings(&sources, |report| _ = pipeline::check_again(inputs, &self.in_memory, report));
        assert!(said == expected, "in memory, {what}:\n{said}\nwithout:\n{expected}");
        let cache = Cache::read(&|name| self.kept.lock().unwrap().get(name).cloned());
        let said = findings(&sources, |report| _ = pipeline::check_again(inputs, &cache, report));
        assert!(said == expected, "kept, {what}:\n{said}\nwithout:\n{expected}");
        cache.write(&|name, bytes| {
            if let Some(bytes) = bytes {
                self.kept.lock().unwrap().insert(name.to_owned(), bytes.to_owned());
            }
        });
        expected
    }
}

/// Everything that is found and silenced, in its order.
pub fn findings(sources: &Sources, check: impl FnOnce(&mut Report)) -> String {
    let mut report = Report::default();
    check(&mut report);
    report.sort(sources);
    let found = report.findings().iter().map(|finding| format!("{finding:?}\n"));
    found.chain(report.silenced().iter().map(|silenced| format!("{silenced:?}\n"))).collect()
}

/// Lines that some rule objects to below the front matter of an article.
const LOUD: [&str; 12] = [
    "Acara kotak kosong.",
    "NIK 3375010101900001.",
    "Calon itu lahir 17 Agustus 1970.",
    "Baca [di sini](https://bit.ly/contoh).",
    "![](https://contoh.test/a.jpg)",
    "<b>Tebal</b>",
    "Rapat hari Senin, 17 Agustus 2024.",
    "PASANGAN CALON INI AKAN MENANG DI SEMUA TEMPAT PEMUNGUTAN SUARA DI KOTA INI",
    "KPU Kabupaten satu contoh membuka rapat.",
    "Bupati dua misal dan calon pilihan elektabilitas tertinggi.",
    "13 dari 16 tahapan (91,25 persen) selesai.",
    "[KOSONG]",
];

/// Lines that change what a record says, as they are written and as they are to be found again.
const TURNS: [(&str, &str, &str); 14] = [
    ("/paslon/", "visi: Contoh.\n", "visi: Contoh.\nslogan: Contoh.\n"),
    ("/paslon/", "visi: Contoh.\n", "visi: Contoh yang jauh lebih panjang daripada semua visi pasangan calon lain.\n"),
    ("/paslon/", "jalur: perseorangan\n", "jalur: partai\n"),
    ("/paslon/", "nama: Calon 1 satu", "nama: Calon 2 satu"),
    ("/paslon/", "nama: Wakil 1 dua }", "nama: Wakil 1 dua, foto: 1-wakil.jpg }"),
    ("/paslon/", "nama: Wakil 2 dua }", "nama: Wakil 2 dua, foto: 2-wakil.jpg }"),
    ("/wilayah.yaml", "nama: Kota satu", "nama: Kota dua"),
    ("/wilayah.yaml", "jumlah_paslon: 2", "jumlah_paslon: 3"),
    ("/berita/", "label: [Label 1]", "label: [Calon 1 satu, paslon 2]"),
    ("/berita/", "sumber: [data]\n", "sumber: [data]\npaslon: [1]\n"),
    ("/berita/", "sumber: [data]\n", "sumber: [data]\nabaikan: [{ kode: HUK-09, alasan: Nama acara }]\n"),
    ("/berita/", "judul: Kabar", "judul: Pasangan calon terbaik dalam Kabar"),
    ("situs.yaml", "pemungutan_suara: 2024-11-27\n", "pemungutan_suara: 2024-11-26\n"),
    (
        "situs.yaml",
        "nama: KPU Contoh }\n",
        "nama: KPU Contoh }\naturan: { HUK-09: { tingkat: galat, alasan: Contoh } }\n",
    ),
];

/// Changes a project so that something more or something less is found.
fn disturb(project: &mut Project, build_options: &mut BuildOptions, seed: &mut u64) -> String {
    let pick = |project: &Project, part: &str, seed: &mut u64| {
        let paths: Vec<&String> = project.keys().filter(|path| path.contains(part)).collect();
        (!paths.is_empty()).then(|| paths[random(seed, paths.len())].clone())
    };
    match random(seed, 10) {
        0..3 => {
            let line = LOUD[random(seed, LOUD.len())];
            let Some(path) = pick(project, "/berita/", seed) else { return "nothing".to_owned() };
            let text = project.get_mut(&path).unwrap();
            if text.contains(line) {
                *text = text.replace(&format!("\n{line}\n"), "");
            } else {
                text.extend(["\n", line, "\n"]);
            }
            format!("{path} with or without {line}")
        }
        3..7 => {
            let (part, one, other) = TURNS[random(seed, TURNS.len())];
            let paths = project.iter().filter(|(path, text)| path.contains(part) && text.contains(one));
            let paths: Vec<String> = paths.map(|(path, _)| path.clone()).collect();
            let Some(path) = paths.get(random(seed, paths.len())) else { return "nothing".to_owned() };
            let text = project.get_mut(path).unwrap();
            *text = if text.contains(other) { text.replace(other, one) } else { text.replace(one, other) };
            format!("{path} turned at {one:?}")
        }
        7 => {
            let Some(beside) = pick(project, "/paslon/", seed) else { return "nothing".to_owned() };
            let path = format!("{}/{}-wakil.jpg", beside.rsplit_once('/').unwrap().0, 1 + random(seed, 2));
            if project.remove(&path).is_none() {
                project.insert(path.clone(), "x".repeat(10 + random(seed, 30)));
            }
            format!("{path} put or taken away")
        }
        8 => {
            // What was is again: what was found goes.
            let before = nation();
            let path = before.keys().nth(random(seed, before.len())).unwrap();
            project.insert(path.clone(), before[path].clone());
            format!("{path} as at first")
        }
        _ => {
            let day = random(seed, 60);
            *build_options = on(&format!("2024-1{}-{:02}", 1 + day / 30, 1 + day % 30));
            format!("on {}", build_options.hari)
        }
    }
}

/// Edits a project again and again, also where that makes it unsound, and compares what is said of every state.
fn wander(steps: usize) {
    let mut seed = u64::from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().subsec_nanos());
    let begun = seed;
    let (mut project, mut day, memories) = (nation(), build_options(), Memories::default());
    let mut before = memories.compare(&project, day, "at first");
    let mut changed = 0;
    for step in 0..steps {
        let what = match random(&mut seed, 8) {
            0 => edit(&mut project, &mut day, &mut seed),
            1 if step % 20 > 10 => {
                project = nation();
                "all as at first".to_owned()
            }
            _ => disturb(&mut project, &mut day, &mut seed),
        };
        let said = memories.compare(&project, day, &format!("seed {begun}, step {step}, {what}"));
        changed += usize::from(said != before);
        before = said;
    }
    assert!(changed * 4 > steps, "only {changed} of {steps} edits changed what is said");
}

#[test]
fn after_any_edit_a_check_says_what_it_says_without_a_memory() {
    wander(20);
}

#[test]
#[ignore = "a long walk: run it when rules, or what they remember, were changed"]
fn after_many_edits_a_check_says_what_it_says_without_a_memory() {
    for _ in 0..10 {
        wander(400);
    }
}

#[test]
fn a_damaged_memory_of_the_rules_is_not_believed() {
    let (mut project, memories) = (nation(), Memories::default());
    memories.compare(&project, build_options(), "at first");
    let path = "content/wilayah/misal/dua/berita/2024-10-03-kabar-3.md";
    project.get_mut(path).unwrap().push_str("\nAcara kotak kosong.\n");
    let (whole, mut seed) = (memories.kept.lock().unwrap().clone(), 7);
    assert!(whole.len() > 1 && whole.values().filter(|bytes| bytes.len() > 100).count() > 1);
    for _ in 0..15 {
        let mut damaged = whole.clone();
        for bytes in damaged.values_mut() {
            let place = random(&mut seed, bytes.len());
            bytes[place] ^= 1 << random(&mut seed, 8);
            bytes.truncate(bytes.len() - random(&mut seed, 2));
        }
        *memories.kept.lock().unwrap() = damaged;
        let said = memories.compare(&project, build_options(), "damaged");
        assert!(said.contains("HUK-09"), "{said}");
    }
}

/// A change of a nation in which a rule found nothing, after which it finds something.
struct Change {
    code: &'static str,
    /// Files as they are before and as they are afterwards, with the day; nothing for none.
    files: &'static [(&'static str, Option<&'static str>, Option<&'static str>)],
    days: [&'static str; 2],
}

const PAIR: &str = "content/wilayah/contoh/satu/paslon/2.yaml";
const ARTICLE: &str = "content/wilayah/contoh/satu/berita/2024-10-03-kabar-3.md";
const DRAW: &str = "content/wilayah/contoh/satu/pengundian.yaml";

/// Changes of everything that a rule may rest on: texts, records, pictures, the day, the names of regions, files that cannot be
/// read.
const CHANGES: [Change; 6] = [
    Change {
        code: "HUK-09",
        files: &[(ARTICLE, Some(NEWS), Some("---\njudul: Kabar\ntanggal: 2024-10-03\n---\nAcara kotak kosong.\n"))],
        days: ["2024-11-01"; 2],
    },
    Change { code: "KST-02", files: &[(PAIR, Some(SHORT), Some(LONG))], days: ["2024-11-01"; 2] },
    Change {
        code: "KST-05",
        files: &[
            (PAIR, Some(WITH_PHOTO), Some(WITH_PHOTO)),
            ("content/wilayah/contoh/satu/paslon/1.yaml", Some(OTHER_WITH_PHOTO), Some(OTHER_WITH_PHOTO)),
            ("content/wilayah/contoh/satu/paslon/1.jpg", Some("sama berat"), Some("sama berat")),
            (
                "content/wilayah/contoh/satu/paslon/2.jpg",
                Some("sama berat"),
                Some("jauh lebih berat daripada foto itu"),
            ),
        ],
        days: ["2024-11-01"; 2],
    },
    Change {
        code: "KST-08",
        files: &[
            (ARTICLE, Some(OF_ONE), Some(OF_ONE)),
            ("content/wilayah/contoh/satu/berita/2024-10-04-kabar-4.md", Some(OF_ONE_TOO), Some(OF_ONE_TOO)),
        ],
        days: ["2024-12-30", "2024-10-05"],
    },
    Change {
        code: "NAM-03",
        files: &[
            (ARTICLE, Some(CONFUSED), Some(CONFUSED)),
            ("content/wilayah/contoh/satu/wilayah.yaml", Some(OTHER_NAME), Some(NAME)),
        ],
        days: ["2024-11-01"; 2],
    },
    Change {
        code: "RUJ-07",
        files: &[
            (DRAW, Some(OF_THREE), Some(OF_THREE)),
            ("content/wilayah/contoh/satu/paslon/3.yaml", Some("nomor_urut: [tiga"), None),
        ],
        days: ["2024-11-01"; 2],
    },
];

const NEWS: &str = "---\njudul: Kabar\ntanggal: 2024-10-03\n---\nIsi.\n";
const CONFUSED: &str = "---\njudul: Kabar\ntanggal: 2024-10-03\n---\nRapat KPU Kabupaten Umpama.\n";
const OF_ONE: &str = "---\njudul: Kabar\ntanggal: 2024-10-03\npaslon: [1]\n---\nIsi.\n";
const OF_ONE_TOO: &str = "---\njudul: Kabar lain\ntanggal: 2024-10-04\npaslon: [1]\n---\nIsi.\n";
const SHORT: &str =
    "nomor_urut: 2\ncalon: { nama: Calon B }\nwakil: { nama: Wakil B }\nvisi: Contoh.\nmisi: [Contoh.]\n";
const LONG: &str = "nomor_urut: 2\ncalon: { nama: Calon B }\nwakil: { nama: Wakil B }\nvisi: Contoh yang jauh lebih panjang daripada visi pasangan calon lain.\nmisi: [Contoh.]\n";
const WITH_PHOTO: &str = "nomor_urut: 2\ncalon: { nama: Calon B, foto: 2.jpg }\nwakil: { nama: Wakil B }\n";
const OTHER_WITH_PHOTO: &str = "nomor_urut: 1\ncalon: { nama: Calon A, foto: 1.jpg }\nwakil: { nama: Wakil A }\n";
const NAME: &str = "kode: \"15.71\"\nnama: Kota Umpama\njenis: kota\npemilihan: { jumlah_paslon: 2 }\n";
const OTHER_NAME: &str = "kode: \"15.71\"\nnama: Kota Misal\njenis: kota\npemilihan: { jumlah_paslon: 2 }\n";
const OF_THREE: &str =
    "tanggal: 2024-09-23\nsumber: [data]\nhasil: { 1: Calon 1 satu, 2: Calon 2 satu, 3: Calon Tiga }\n";

#[test]
fn a_rule_that_found_nothing_is_applied_again_where_it_may_find_something() {
    for Change { code, files, days } in &CHANGES {
        let (mut project, memories) = (nation(), Memories::default());
        let mut put = |texts: Vec<(&str, Option<&str>)>, day: &str| {
            for (path, text) in texts {
                match text {
                    Some(text) => _ = project.insert(path.to_owned(), text.to_owned()),
                    None => _ = project.remove(path),
                }
            }
            memories.compare(&project, on(day), code)
        };
        let before = put(files.iter().map(|(path, before, _)| (*path, *before)).collect(), days[0]);
        assert!(!before.contains(code), "{code} before: {before}");
        let after = put(files.iter().map(|(path, _, after)| (*path, *after)).collect(), days[1]);
        assert!(after.contains(code), "{code} after: {after}");
    }
}

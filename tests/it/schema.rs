//! The JSON Schemas accept what the loader accepts, and nothing else.

use jsonschema::Validator;
use pilkada::record::skema::{Jenis, SchemaVersion};
use pilkada::record::{JENIS, Records};
use pilkada::report::Report;
use pilkada::source::Sources;
use pilkada::source::front::{body_start, record_part};
use serde_json::Value as Json;
use serde_yaml::{Mapping, Value as Yaml};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A file of the sample content, taken apart.
struct Sample {
    path: String,
    yaml: Yaml,
    body: String,
}

impl Sample {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let path = path.to_str().unwrap().to_owned();
        let part = record_part(&path, &text).unwrap();
        let body = if path.ends_with(".md") { text[body_start(&path, &text)..].to_owned() } else { String::new() };
        Self { yaml: serde_yaml::from_str(&text[part]).unwrap(), path, body }
    }

    fn jenis(&self) -> &'static Jenis {
        Jenis::of_file(self.path.strip_prefix("content/").unwrap()).unwrap()
    }

    /// The file with another record in it.
    fn text(&self, yaml: &Yaml) -> String {
        let yaml = serde_yaml::to_string(yaml).unwrap();
        if self.path.ends_with(".md") { format!("---\n{yaml}---\n{}", self.body) } else { yaml }
    }
}

/// Kinds of record that the sample content does not have: plainly made up.
fn made_up() -> [Sample; 3] {
    let koreksi = "koreksi: [{ tanggal: 2024-11-10, menyangkut: /, bidang: Contoh, sesudah: Dua, alasan: Contoh, tingkat: kecil }]";
    let sidik = "bcdf-ghjk-lmnp-qrst-bcdf-ghjk-lmnp-qrst";
    let persetujuan =
        format!("persetujuan: [{{ berkas: jadwal.yaml, sidik: {sidik}, oleh: Contoh, tanggal: 2024-11-10 }}]");
    let perubahan = format!(
        "perubahan: [{{ tanggal: 2024-11-10, sebelum: {sidik}, halaman: [{{ apa: baru, judul: Contoh, alamat: / }}], lainnya: 2 }}]"
    );
    let all = [
        ("content/koreksi.yaml", koreksi),
        ("content/perubahan.yaml", &perubahan),
        ("content/persetujuan.yaml", &persetujuan),
    ];
    all.map(|(path, yaml)| Sample {
        path: path.to_owned(),
        yaml: serde_yaml::from_str(yaml).unwrap(),
        body: String::new(),
    })
}

fn samples() -> Vec<Sample> {
    let entries = walkdir::WalkDir::new("content").sort_by_file_name().into_iter().map(|entry| entry.unwrap());
    let records = entries.filter(|entry| entry.path().extension().is_some_and(|end| end == "yaml" || end == "md"));
    records.map(|entry| Sample::read(entry.path())).chain(made_up()).collect()
}

fn validators() -> BTreeMap<&'static str, Validator> {
    let strict = |jenis: &Jenis| jsonschema::options().should_validate_formats(true).build(&jenis.schema()).unwrap();
    JENIS.iter().map(|jenis| (jenis.pattern, strict(jenis))).collect()
}

/// Where the versions of schemas are written down.
const VERSIONS: &str = "data/skema.yaml";

/// Whoever reads our records with another program is told by the number that they say something else.
/// `SNAPSHOTS=overwrite cargo test --test it a_schema_that_changed` gives what changed the next number.
#[test]
fn a_schema_that_changed_has_another_version() {
    let next = |jenis: &Jenis| {
        let sidik = jenis.digest();
        let versi = match jenis.version() {
            Some(known) if known.sidik == sidik => known.versi,
            known => known.map_or(0, |known| known.versi) + 1,
        };
        (jenis.name(), SchemaVersion { versi, sidik })
    };
    let versions: BTreeMap<String, SchemaVersion> = JENIS.iter().map(next).collect();
    let text =
        "# The version of each schema, and the digest of what it says: tests/it/schema.rs keeps the two together.\n"
            .to_owned()
            + &serde_yaml::to_string(&versions).unwrap();
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        fs::write(VERSIONS, &text).unwrap();
    }
    assert_eq!(fs::read_to_string(VERSIONS).unwrap(), text, "a schema is another under the same version");
    for jenis in JENIS.iter().filter(|jenis| jenis.version().is_some()) {
        let (schema, version) = (jenis.schema(), jenis.version().unwrap().versi);
        assert_eq!(schema["$id"], format!("urn:pilkada:skema:{}:{version}", jenis.name()));
        assert_eq!(schema["x-versi"], version);
    }
}

/// What an editor sees: JSON, whose keys are text.
fn json(yaml: &Yaml) -> Json {
    match yaml {
        Yaml::Mapping(map) => Json::Object(map.iter().map(|(key, value)| (key_text(key), json(value))).collect()),
        Yaml::Sequence(list) => list.iter().map(json).collect(),
        scalar => serde_json::to_value(scalar).unwrap(),
    }
}

fn key_text(key: &Yaml) -> String {
    match key {
        Yaml::String(text) => text.clone(),
        other => serde_yaml::to_string(other).unwrap().trim().to_owned(),
    }
}

/// Whether the loader finds nothing wrong with the form of a file.
fn is_read(path: &str, text: &str) -> bool {
    let mut report = Report::default();
    Records::load(&Sources::from_texts([(path, text)]), &mut report);
    report.is_clean()
}

/// A row of numbers that is the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// Values that fit one type and no other, and those at the borders of each.
fn values() -> Vec<Yaml> {
    let yaml = r#"[null, true, -1, 0, 1, 99, 100, 1.5, 9007199254740992, 9007199254740993, "", " ", "1", "true",
        "2024-02-29", "2023-02-29", "2024-11-27", "2024-1-7", "27/11/2024", "07:00", "24:00", "7:00", "33", "33.75", "03",
        "3375", "33.7", "KST-03", "kst-03", "isi", "Isi", "-isi", "dua--kata", "dua kata", "http://x", "https://contoh.test/",
        "https:///x", "ftp://x", "https://a b", "a/b", ".x", "x.jpg", "baris\nbaris\n", "x\u0007", "x\u202e", "\u00a0",
        "a\u00a0b", "\ufeff", "https://x\u0085y", [], {}, [null], ["isi"], [1], [[]], {x: 1}, provinsi, benar, kota]"#;
    serde_yaml::from_str(yaml).unwrap()
}

/// How many places of a tree can be changed: every value, the root too.
fn size(yaml: &Yaml) -> usize {
    1 + match yaml {
        Yaml::Mapping(map) => map.values().map(size).sum(),
        Yaml::Sequence(list) => list.iter().map(size).sum::<usize>(),
        _ => 0,
    }
}

/// The value at a place, counted as [`size`] counts.
fn at(yaml: &mut Yaml, place: usize) -> &mut Yaml {
    if place == 0 {
        return yaml;
    }
    let mut left = place - 1;
    let children: Vec<&mut Yaml> = match yaml {
        Yaml::Mapping(map) => map.iter_mut().map(|(_, value)| value).collect(),
        Yaml::Sequence(list) => list.iter_mut().collect(),
        _ => Vec::new(),
    };
    for child in children {
        let size = size(child);
        if left < size {
            return at(child, left);
        }
        left -= size;
    }
    unreachable!("a place is below the size of its tree")
}

/// Changes one place: another value; in a map also a key less, a key more, a key of another name.
fn mutate(yaml: &mut Yaml, values: &[Yaml], dice: &mut Dice) {
    let place = dice.below(size(yaml));
    let value = values[dice.below(values.len())].clone();
    match at(yaml, place) {
        Yaml::Mapping(map) if dice.below(4) > 0 && !map.is_empty() => change_keys(map, value, dice),
        place => *place = value,
    }
}

fn change_keys(map: &mut Mapping, value: Yaml, dice: &mut Dice) {
    let old = map.keys().nth(dice.below(map.len())).unwrap().clone();
    let names = ["kunci_asing", "Isi", "dua kata", "isi", "judul", "tanggal", "KST-03"];
    let numbers = [0, 1, 7, 99, 100, 300];
    let new = if old.is_number() {
        Yaml::from(numbers[dice.below(numbers.len())])
    } else {
        Yaml::from(names[dice.below(names.len())])
    };
    match dice.below(3) {
        0 => _ = map.remove(&old),
        1 => _ = map.insert(new, value),
        _ => {
            let kept = map.remove(&old).unwrap();
            map.insert(new, kept);
        }
    }
}

#[test]
fn the_sample_content_fits_its_schemas() {
    let validators = validators();
    for sample in samples() {
        let validator = &validators[sample.jenis().pattern];
        let wrong: Vec<String> = validator.iter_errors(&json(&sample.yaml)).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{}: {wrong:?}", sample.path);
        assert!(is_read(&sample.path, &sample.text(&sample.yaml)), "{}", sample.path);
    }
}

/// How many changed files of each record type are looked at.
const EACH: usize = 60;

#[test]
fn a_schema_refuses_what_the_loader_refuses() {
    let (validators, values, mut dice) = (validators(), values(), Dice(2024));
    let (mut refused, mut accepted, mut wrong) = (0, 0, Vec::new());
    let mut kinds: BTreeMap<&str, Vec<Sample>> = BTreeMap::new();
    for sample in samples() {
        kinds.entry(sample.jenis().pattern).or_default().push(sample);
    }
    // A table is no YAML, and editors check none.
    let written = JENIS.iter().filter(|jenis| !jenis.pattern.ends_with(".csv")).count();
    assert_eq!(kinds.len(), written, "there is a sample of every record type");
    for (pattern, samples) in kinds {
        for sample in samples.iter().cycle().take(EACH) {
            let mut yaml = sample.yaml.clone();
            mutate(&mut yaml, &values, &mut dice);
            let text = sample.text(&yaml);
            let (read, valid) = (is_read(&sample.path, &text), validators[pattern].is_valid(&json(&yaml)));
            if read != valid {
                wrong.push(format!("{}: loader {read}, schema {valid}\n{text}", sample.path));
            }
            if read { accepted += 1 } else { refused += 1 }
        }
    }
    println!("{refused} refused, {accepted} accepted");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong[..wrong.len().min(12)].join("\n"));
    assert!(refused > 500 && accepted > 100, "{refused} refused and {accepted} accepted prove little");
}

/// JSON has no keys but text, no difference between 1 and 1.0, and knows nothing of a key written twice.
#[test]
fn only_these_differences_are_beyond_a_schema() {
    let validators = validators();
    let pengundian = |hasil: &str| format!("tanggal: 2024-09-23\nhasil: {{ {hasil} }}\n");
    let cases = [
        ("content/wilayah/contoh/pengundian.yaml", pengundian("\"1\": Contoh")),
        ("content/partai.yaml", "12: { nama: Partai Contoh, singkatan: PC }\n".to_owned()),
        ("content/wilayah/contoh/hasil.yaml", "status: sementara\nsuara: { 1: 1.000 }\n".to_owned()),
    ];
    for (path, text) in cases {
        let jenis = Jenis::of_file(path.strip_prefix("content/").unwrap()).unwrap();
        let seen = json(&serde_yaml::from_str(&text).unwrap());
        assert!(validators[jenis.pattern].is_valid(&seen), "{text}");
        assert!(!is_read(path, &text), "{text}");
    }
    let path = "content/wilayah/contoh/pengundian.yaml";
    assert!(!is_read(path, &pengundian("1: Contoh, 1: Misal")));
    assert!(is_read(path, &pengundian("1: Contoh, 2: Misal")));
}

//! Older content comes to the present format step by step, and everything that no step names stays as it was written.

#![expect(clippy::needless_raw_string_hashes, reason = "snapbox writes what it sees in this form")]

use crate::content::{check, said};
use pilkada::bahasa::Bahasa;
use pilkada::project::migrate::{Edit, Migration, Obstacle, STEPS, Step, Target, Texts, plan};
use pilkada::project::repair::Change;
use pilkada::record::versi::{FIRST, VERSI};
use pilkada::source::Sources;
use snapbox::str;
use std::collections::BTreeMap;

/// Made-up steps: a key has another name, then a value another form in every file of a folder.
const MADE_UP: &[Step] = &[
    Step { from: 1, what: ("lisensi_data menjadi lisensi", "lisensi_data becomes lisensi"), edits: rename },
    Step { from: 2, what: ("alasan berhuruf kecil", "reasons in small letters"), edits: respell },
];

fn rename(texts: &Texts) -> Vec<Edit> {
    texts.rename_key("content/situs.yaml", "lisensi_data", "lisensi").into_iter().collect()
}

fn respell(texts: &Texts) -> Vec<Edit> {
    let files =
        texts.iter().map(|(path, _)| path).filter(|path| path.contains("/berita/") || path.ends_with("koreksi.yaml"));
    let values = files.flat_map(|path| ["label[1]", "koreksi[0].alasan"].map(|key| texts.set_value(path, key, "dua")));
    values.flatten().collect()
}

const SITUS: &str = "\
# Situs kami.\r
nama: Contoh   # nama\r
lisensi_data: CC-BY-4.0 # lisensi_data tetap di sini\r
";

const FILES: [(&str, &str); 4] = [
    ("content/situs.yaml", SITUS),
    ("content/koreksi.yaml", "koreksi:\n  # pertama\n  - { alasan: \"Salah: ketik\", bidang: A } # akhir\n"),
    ("content/berita/2024-11-01-a.md", "---\njudul: A\nlabel: [satu, Dua]   # dua label\n---\n\nlabel: [satu, Dua]\n"),
    ("content/berita/2024-11-02-b.md", "---\njudul: B\n---\n\nIsi.\n"),
];

fn sources(files: &[(&str, &str)]) -> Sources {
    Sources::from_texts(files.iter().copied())
}

/// The changed files with their texts.
fn after(migration: &Migration) -> BTreeMap<&str, &str> {
    let texts = migration.changes.iter().filter_map(|change| match change {
        Change::Text { path, after, .. } => Some((path.as_str(), after.as_str())),
        Change::Rename(_) => None,
    });
    texts.collect()
}

#[test]
fn steps_follow_each_other_and_leave_what_they_do_not_name() {
    let migration = plan(&sources(&FILES), Target { steps: MADE_UP, version: 3 }).ok().unwrap();
    assert_eq!((migration.from, migration.what.len()), (1, 2));
    let expected = BTreeMap::from([
        (
            "content/situs.yaml",
            "# Situs kami.\r\nversi: 3\r\nnama: Contoh   # nama\r\nlisensi: CC-BY-4.0 # lisensi_data tetap di sini\r\n",
        ),
        ("content/koreksi.yaml", "koreksi:\n  # pertama\n  - { alasan: dua, bidang: A } # akhir\n"),
        (
            "content/berita/2024-11-01-a.md",
            "---\njudul: A\nlabel: [satu, dua]   # dua label\n---\n\nlabel: [satu, Dua]\n",
        ),
    ]);
    assert_eq!(after(&migration), expected);
}

#[test]
fn what_was_brought_there_stays_as_it_is() {
    let migration = plan(&sources(&FILES), Target { steps: MADE_UP, version: 3 }).ok().unwrap();
    let brought = after(&migration);
    let files: Vec<(&str, &str)> =
        FILES.iter().map(|(path, text)| (*path, brought.get(path).copied().unwrap_or(text))).collect();
    let again = plan(&sources(&files), Target { steps: MADE_UP, version: 3 }).ok().unwrap();
    assert_eq!((again.from, again.changes.len()), (3, 0));
    // One that stopped half way goes on from there.
    let half = plan(&sources(&FILES), Target { steps: MADE_UP, version: 2 }).ok().unwrap();
    assert_eq!(after(&half).keys().copied().collect::<Vec<_>>(), ["content/situs.yaml"]);
    assert!(after(&half)["content/situs.yaml"].contains("versi: 2\r\n"));
}

#[test]
fn content_of_the_first_version_gets_its_number_and_nothing_else() {
    assert!(STEPS.is_empty() && VERSI == FIRST, "a step wants a test of its own, with content of the version before");
    let migrated = |text: &str| {
        let files = [("content/situs.yaml", text), FILES[1]];
        let migration = plan(&sources(&files), Target { steps: STEPS, version: VERSI }).ok().unwrap();
        let texts = after(&migration);
        assert!(texts.keys().all(|path| *path == "content/situs.yaml"));
        texts.get("content/situs.yaml").map(|text| (*text).to_owned())
    };
    assert_eq!(
        migrated("# yaml-language-server: $schema=x\n\nnama: A\n").unwrap(),
        "# yaml-language-server: $schema=x\n\nversi: 1\nnama: A\n"
    );
    assert_eq!(migrated("{ nama: A, alamat: B }\n").unwrap(), "{ versi: 1, nama: A, alamat: B }\n");
    assert_eq!(migrated("nama: A\nversi: 1 # sudah\n"), None);
}

#[test]
fn content_of_another_program_is_not_touched() {
    let refused =
        |text: &str| plan(&sources(&[("content/situs.yaml", text)]), Target { steps: MADE_UP, version: 3 }).err();
    assert_eq!(refused("nama: A\nversi: 4\n"), Some(Obstacle::Newer(4)));
    assert_eq!(refused("nama: A\nversi: 0\n"), Some(Obstacle::Unknown));
    assert_eq!(refused("nama: A\nversi: lama\n"), Some(Obstacle::Unknown));
    assert_eq!(plan(&sources(&FILES[1..]), Target { steps: MADE_UP, version: 3 }).err(), Some(Obstacle::NoSite));
}

#[test]
fn a_version_that_is_not_known_is_said_also_where_the_rest_cannot_be_read() {
    let situs = |versi: &str| {
        format!(
            "--- situs.yaml\nversi: {versi}\nnama: Contoh\nalamat: https://contoh.test\npenyelenggara: {{ nama: KPU Contoh }}\npemungutan_suara: 2024-11-27\n"
        )
    };
    assert_eq!(said(&situs("1"), Bahasa::Id), "tidak ada temuan");
    check(
        &format!("{}kunci_baru: 1\n", situs("7")),
        str![[r#"
galat[FMT-40]: isi ini ditulis dalam format versi 7, program ini mengenal sampai versi 1
 --> content/situs.yaml:1:8
  |
1 | versi: 7
  |        ^
  |
  = saran: pakai pilkada yang lebih baru

galat[FMT-02]: kunci `kunci_baru` tidak dikenal di sini
 --> content/situs.yaml:6:1
  |
6 | kunci_baru: 1
  | ^^^^^^^^^^
  |
  = saran: kunci yang ada: bahasa, tema, beranda, lisensi_data, cek_pemilih, resmi, ppid, kunci_publik, lapor, aturan, keterangan, abaikan

2 galat
"#]],
    );
    assert!(said(&situs("0"), Bahasa::Id).contains("galat[FMT-40]"));
}

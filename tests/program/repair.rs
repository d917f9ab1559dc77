//! `check --perbaiki` changes what has one right form, after showing it, and never what somebody has to know.

use crate::project::{Project, SITUS, tree};
use std::fs;

/// What it is told to write without being asked.
const WRITE: [&str; 3] = ["check", "--perbaiki", "--ya"];

/// A project with mistakes of every kind that can be put right.
fn mistaken() -> Project {
    let project = Project::sound();
    project.write("content/situs.yaml", SITUS.replace("2024-11-27", "27 November 2024"));
    project.write(
        "content/partai.yaml",
        "\u{feff}a: { nama: Partai É, singkatan: PE }\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(),
    );
    project.write("content/istilah.yaml", b"istilah:\n  - { istilah: DPT, arti: \"Daftar \x96 pemilih\" }\n");
    project.write(
        "content/kegiatan/2024-11-03-debat.yml",
        "judul: Debat: kedua\r\njenis: debat\r\ntanggal: 2024-11-03\r\nmulai: 19.00 WIB\r\n",
    );
    project.write("content/Halaman/cara.md", "---\njudul: Cara\n---\n\nIsi.\n");
    project
}

#[test]
fn nothing_is_written_before_it_is_agreed_to() {
    let project = mistaken();
    let before = tree(project.root());
    let ran = project.run(&["check", "--perbaiki"]);
    assert_eq!(ran.code, Some(1), "{}{}", ran.out, ran.err);
    for shown in [
        "4 - pemungutan_suara: 27 November 2024\n      + pemungutan_suara: 2024-11-27",
        "content/partai.yaml: disimpan ulang sebagai UTF-8",
        "content/kegiatan/2024-11-03-debat.yml -> content/kegiatan/2024-11-03-debat.yaml",
        "content/Halaman -> content/halaman",
    ] {
        assert!(ran.out.contains(shown), "{shown}\n{}", ran.out);
    }
    assert!(ran.err.contains("belum ada yang ditulis"), "{}", ran.err);
    assert_eq!(tree(project.root()), before);
}

#[test]
fn what_has_one_right_form_is_written_and_checked_again() {
    let project = mistaken();
    let ran = project.run(&WRITE);
    assert!(ran.err.contains("perubahan ditulis"), "{}{}", ran.out, ran.err);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
    assert_eq!(project.read("content/situs.yaml"), SITUS);
    assert_eq!(project.read("content/partai.yaml"), "a: { nama: Partai É, singkatan: PE }\n");
    assert_eq!(project.read("content/istilah.yaml"), "istilah:\n  - { istilah: DPT, arti: \"Daftar – pemilih\" }\n");
    assert_eq!(
        project.read("content/kegiatan/2024-11-03-debat.yaml"),
        "judul: \"Debat: kedua\"\r\njenis: debat\r\ntanggal: 2024-11-03\r\nmulai: \"19:00\"\r\n"
    );
    assert!(project.path("content/halaman/cara.md").exists() && !project.path("content/Halaman").exists());
    let names = |folder: &str| fs::read_dir(project.path(folder)).unwrap().count();
    assert_eq!((names("content/kegiatan"), names("content")), (1, 5), "nothing is left behind");
    let ran = project.run(&WRITE);
    assert!(ran.err.contains("tidak ada yang bisa diperbaiki"), "{}", ran.err);
}

#[test]
fn a_name_a_vote_and_a_name_that_is_taken_stay() {
    let project = Project::sound();
    project.write("content/hasil.yaml", "sah: \"100.000\"\n");
    project.write("content/halaman/cara.md", "---\njudul: Cara\n---\n");
    project.write("content/halaman/cara.markdown", "---\njudul: Lain\n---\n");
    project.write("content/pengundian.yaml", "hasil:\n  1: Contoh Satu: Wakil Satu\n");
    let before = tree(project.root());
    let ran = project.run(&WRITE);
    assert_eq!(ran.code, Some(1), "{}{}", ran.out, ran.err);
    assert_eq!(tree(project.root()), before, "{}{}", ran.out, ran.err);
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_permissions_and_a_link_is_not_written_through() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let project = mistaken();
    let situs = project.path("content/situs.yaml");
    fs::set_permissions(&situs, fs::Permissions::from_mode(0o640)).unwrap();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("a.yaml"), "judul: A: b\n").unwrap();
    symlink(outside.path().join("a.yaml"), project.path("content/kegiatan/2024-11-04-a.yaml")).unwrap();
    project.run(&WRITE);
    assert_eq!(fs::metadata(&situs).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(fs::read_to_string(outside.path().join("a.yaml")).unwrap(), "judul: A: b\n");
}

//! Bad input ends soon, with a message that names the file, and leaves the published site as it was.

use crate::project::{Project, Ran, SITUS, tree};
use std::fmt::Write;
use std::fs::{self, File};
use std::time::Duration;

/// Longer than any bad input may take.
const SOON: Duration = Duration::from_secs(2);

/// A sound project whose site is published.
fn published() -> Project {
    let project = Project::sound();
    project.write("themes/uji/aset/uji.txt", "satu");
    let ran = project.run(&["build"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    project
}

/// Neither `check` nor `build` takes the content: both say so soon and name `named`; the published site stays.
#[track_caller]
fn refused(project: &Project, named: &str) -> Ran {
    let before = tree(&project.path("output"));
    let checked = soon(project, &["check"]);
    assert_eq!(checked.code, Some(1), "{}{}", checked.out, checked.err);
    assert!(checked.out.contains(named), "{named} is not named: {}", checked.out);
    let built = soon(project, &["build"]);
    assert_eq!((built.code, built.out.as_str()), (Some(1), ""), "{}", built.err);
    assert!(built.err.contains(named), "{named} is not named: {}", built.err);
    assert!(!built.err.contains("panicked"), "{}", built.err);
    assert_eq!(tree(&project.path("output")), before);
    checked
}

/// Runs the program, which must end soon; a busy machine gets three tries.
#[track_caller]
fn soon(project: &Project, words: &[&str]) -> Ran {
    let mut tries = (0..3).map(|_| project.run(words));
    tries.find(|ran| ran.took < SOON).unwrap_or_else(|| panic!("{words:?} takes longer than {SOON:?}"))
}

/// A project with one bad file more.
#[track_caller]
fn with(path: &str, bytes: impl AsRef<[u8]>) -> Ran {
    let project = published();
    project.write(path, bytes);
    refused(&project, path)
}

#[test]
fn a_yaml_bomb_is_refused() {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..30 {
        let alias = format!("*a{}, ", level - 1).repeat(9);
        writeln!(text, "a{level}: &a{level} [{}]", alias.trim_end_matches(", ")).unwrap();
    }
    assert!(with("content/partai.yaml", text).out.contains("FMT-10"));
    let aliases = format!("a: &a {}\nb: [{}]\n", "x".repeat(100_000), "*a, ".repeat(20_000));
    with("content/istilah.yaml", aliases);
}

#[test]
fn carriage_returns_are_line_ends() {
    for text in ["\rp\r\r", "\r\r\r: \r", "a:\r\n\r  - b\rc", "# x\r'p\r\r"] {
        with("content/partai.yaml", text);
    }
}

#[test]
fn thousands_of_findings_in_a_file_are_said_soon() {
    // Each says that a source has no date; each was looked up in the file on its own.
    let project = published();
    let sources = (0..4_000).fold(String::new(), |mut text, number| {
        writeln!(text, "s{number}: {{ jenis: berita, judul: T, penerbit: P, tautan: https://contoh.test/a }}").unwrap();
        text
    });
    project.write("content/sumber.yaml", sources);
    let checked = soon(&project, &["check"]);
    assert_eq!(checked.out.matches("content/sumber.yaml:").count(), 20, "{}", checked.err);
    assert!(checked.out.contains("dan 3.980 temuan FKT-10 lagi di content/sumber.yaml"), "{}", checked.out);
    assert!(checked.out.ends_with("4000 peringatan\n"), "{}", checked.out);
    let told = soon(&project, &["check", "--format", "json"]);
    assert!(told.out.contains("\"tidak_dimuat\"") && told.out.contains("\"jumlah\": 3000"), "{}", told.err);
    assert_eq!(soon(&project, &["check", "--ketat"]).code, Some(1));
}

#[test]
fn thousands_of_findings_on_a_line_are_said_soon() {
    let project = published();
    let body = "a<b>c</b>d".repeat(35_000);
    project.write("content/berita/2024-11-01-x.md", format!("---\njudul: X\ntanggal: 2024-11-01\n---\n\n{body}\n"));
    for format in ["teks", "json", "github", "gitlab", "sarif", "junit"] {
        let checked = soon(&project, &["check", "--format", format]);
        assert_eq!(checked.code, Some(0), "{format}: {}", checked.err);
        assert!(!checked.out.is_empty() && checked.out.len() < 2 << 20, "{format}: {} bytes", checked.out.len());
    }
    let checked = soon(&project, &["check"]);
    assert!(checked.out.contains(" --> content/berita/2024-11-01-x.md:6:2\n"), "{}", checked.out);
    assert!(checked.out.contains("dan 34.980 temuan FMT-17 lagi"), "{}", checked.out);
}

#[test]
fn deep_nesting_is_refused() {
    with("content/partai.yaml", "[".repeat(10_000));
    with("content/istilah.yaml", format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000)));
    with("content/jadwal.yaml", format!("{}1{}", "{a: ".repeat(5_000), "}".repeat(5_000)));
    let nested: Vec<String> = (0..1_000).map(|depth| format!("{}a:", " ".repeat(depth))).collect();
    with("content/sumber.yaml", nested.join("\n"));
    with("content/halaman/dalam.md", format!("---\njudul: {}\n---\n", "[".repeat(10_000)));
}

#[test]
fn large_files_are_refused_unread() {
    for path in ["content/partai.yaml", "content/foto.jpg", "content/berita/2024-11-01-x.md"] {
        let project = published();
        project.write(path, "");
        File::options().write(true).open(project.path(path)).unwrap().set_len(50 << 20).unwrap();
        assert!(refused(&project, path).out.contains("FMT-07"));
    }
    with("content/partai.yaml", format!("a: {}", "x".repeat(2 << 20)));
}

#[test]
fn a_long_line_is_told_of_in_a_short_message() {
    let ran = with("content/partai.yaml", format!("a: {{ nama: {}, nomr: 1 }}\n", "x".repeat(900_000)));
    assert!(ran.out.len() < 4_000, "{} bytes", ran.out.len());
}

#[test]
fn what_is_no_text_is_refused() {
    let garbage: Vec<u8> = (0..5_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    with("content/partai.yaml", garbage);
    with("content/partai.yaml", "a: { nama: A\0B }\n");
    with("content/partai.yaml", b"a: { nama: \xff\xfe }\n");
    with("content/partai.yaml", "");
    with("content/berita/2024-11-01-x.md", "");
    with("content/berita/2024-11-01-x.md", "---\n");
    with("templates/dasar.html", b"\xff");
    with("themes/uji/aset/x.js", b"\xff");
}

#[test]
fn names_that_are_no_addresses_are_refused() {
    with("content/fakta/a b.yaml", "fakta: []\n");
    with("content/fakta/Kesiapan.yaml", "fakta: []\n");
    with("content/PARTAI.YAML", "{}\n");
    with("content/wilayah/Kota Contoh/wilayah.yaml", "kode: \"99\"\n");
    with("content/halaman/<script>.md", "---\njudul: X\n---\n");
    let project = published();
    project.write("content/fakta/a\nb.yaml", "fakta: []\n");
    refused(&project, "content/fakta/a");
}

#[test]
fn values_do_not_climb_out() {
    let keys = [("beranda", "beranda: ../../x"), ("tema", "tema: ../../x")];
    for (named, line) in keys {
        let project = published();
        project.write("content/situs.yaml", format!("{}{line}\n", SITUS.replace("tema: uji\n", "")));
        assert!(refused(&project, "content/situs.yaml").out.contains(named));
    }
    let front = "judul: X\ntanggal: 2024-11-01\n";
    let berita = |line: &str| with("content/berita/2024-11-01-x.md", format!("---\n{front}{line}\n---\n"));
    berita("gambar: { berkas: ../../situs.yaml, alt: X }");
    berita("gambar: { berkas: /etc/passwd, alt: X }");
    berita("kegiatan: ../../x");
    with("content/halaman/x.md", "---\njudul: X\n---\n![x](../../../../etc/passwd)\n");
    with("content/halaman/x.md", "---\njudul: X\n---\n[x](../../../../etc/passwd)\n");
}

#[test]
fn a_folder_without_content_is_refused() {
    let project = Project::empty();
    for command in ["check", "build"] {
        let ran = project.run(&[command]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        assert!(ran.err.contains("content/"), "{}", ran.err);
    }
    fs::create_dir(project.path("content")).unwrap();
    let ran = project.run(&["build"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("content/situs.yaml") && !project.path("output").exists(), "{}", ran.err);
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_are_taken() {
    let project = published();
    let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    project.write("content/situs.yaml", windows(SITUS));
    project.write("content/halaman/cara.md", windows("---\njudul: Cara\n---\n\nIsi.\n"));
    project.write("content/partai.yaml", windows("a:\n  nama: Partai A\n  singkatan: PA\n"));
    let ran = project.run(&["check"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), "tidak ada temuan\n"));
    assert_eq!(project.run(&["build"]).code, Some(0));
}

#[cfg(unix)]
mod unix {
    use super::{published, refused, soon};
    use crate::project::{Project, tree};
    use std::ffi::OsStr;
    use std::fs;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    /// Puts something in the way of a build.
    type Spoil = fn(&Project);

    fn pipe(project: &Project, path: &str) {
        fs::create_dir_all(project.path(path).parent().unwrap()).unwrap();
        assert!(Command::new("mkfifo").arg(project.path(path)).status().unwrap().success());
    }

    #[test]
    fn links_are_not_followed() {
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("rahasia.md"), "---\njudul: Rahasia\n---\n").unwrap();
        let targets = [outside.path().join("rahasia.md"), outside.path().to_owned(), "tidak-ada".into()];
        let places = ["content/halaman", "content/halaman/x.md", "themes/uji/aset/x.txt", "templates/dasar.html"];
        for place in places {
            for target in &targets {
                let project = published();
                fs::create_dir_all(project.path(place).parent().unwrap()).unwrap();
                symlink(target, project.path(place)).unwrap();
                let ran = refused(&project, place);
                assert!(ran.out.contains("FMT-08") && !ran.out.contains("Rahasia"), "{}", ran.out);
            }
        }
        let project = published();
        symlink("situs-2.yaml", project.path("content/situs-2.yaml")).unwrap();
        refused(&project, "content/situs-2.yaml");
    }

    #[test]
    fn pipes_and_sockets_are_not_waited_for() {
        for path in
            ["content/partai.yaml", "content/halaman/x.md", "content/x.jpg", "themes/uji/aset/x.js", "templates/x.html"]
        {
            let project = published();
            pipe(&project, path);
            assert!(refused(&project, path).out.contains("FMT-09"));
        }
        let project = published();
        let _socket = UnixListener::bind(project.path("content/partai.yaml")).unwrap();
        refused(&project, "content/partai.yaml");
    }

    #[test]
    fn a_file_that_may_not_be_read_is_named() {
        use std::os::unix::fs::PermissionsExt;
        let project = published();
        project.write("content/berita/2024-11-01-x.md", "");
        let folder = project.path("content/berita");
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o000)).unwrap();
        if fs::read_dir(&folder).is_ok() {
            println!("skipped: this user reads every folder");
        } else {
            refused(&project, "content/berita");
        }
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn a_name_that_is_no_text_is_refused() {
        let project = published();
        fs::create_dir(project.path("content/fakta")).unwrap();
        let name = OsStr::from_bytes(b"a\xffb.yaml");
        if fs::write(project.path("content/fakta").join(name), "fakta: []\n").is_err() {
            println!("skipped: this disk takes no such name");
            return;
        }
        refused(&project, "content/fakta/a");
    }

    #[test]
    fn an_output_folder_that_is_not_ours_is_left_alone() {
        let spoilt: [(&str, Spoil); 7] = [
            ("output", |project| {
                fs::remove_dir_all(project.path("output")).unwrap();
                project.write("output", "penting");
            }),
            ("output", |project| {
                fs::rename(project.path("output"), project.path("lain")).unwrap();
                symlink("lain", project.path("output")).unwrap();
            }),
            ("output", |project| {
                fs::remove_dir_all(project.path("output")).unwrap();
                symlink("tidak-ada", project.path("output")).unwrap();
            }),
            ("output/penting.txt", |project| project.write("output/penting.txt", "penting")),
            ("output/penting", |project| pipe(project, "output/penting")),
            ("output/", |project| {
                fs::remove_file(project.path("output/manifes.json")).unwrap();
                pipe(project, "output/manifes.json");
            }),
            (".output.pilkada", |project| {
                fs::rename(project.path(".output.pilkada"), project.path("lain")).unwrap();
                symlink("lain", project.path(".output.pilkada")).unwrap();
            }),
        ];
        for (named, spoil) in spoilt {
            let project = published();
            spoil(&project);
            let before = tree(project.root());
            let ran = soon(&project, &["build"]);
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{named}: {}", ran.err);
            assert!(ran.err.contains(named), "{named}: {}", ran.err);
            assert_eq!(tree(project.root()), before, "{named}");
        }
    }

    #[test]
    fn the_lock_is_never_emptied_through_a_link() {
        let project = published();
        project.write("penting.txt", "penting");
        fs::remove_file(project.path(".output.pilkada/kunci")).unwrap();
        symlink("../penting.txt", project.path(".output.pilkada/kunci")).unwrap();
        project.run(&["build"]);
        assert_eq!(project.read("penting.txt"), "penting");
    }

    #[test]
    fn a_folder_that_takes_no_files_is_refused() {
        let project = published();
        for output in ["/proc/x", ".", "..", "/", "content", "themes/uji"] {
            let before = tree(project.root());
            let ran = project.run(&["build", "--output", output]);
            assert_eq!(ran.code, Some(2), "{output}: {}", ran.err);
            assert!(
                ran.err.starts_with("gagal: ") && ran.err.contains(output.trim_end_matches('x')),
                "{output}: {}",
                ran.err
            );
            assert_eq!(tree(project.root()).len(), before.len(), "{output}");
        }
    }
}

//! `pilkada build --siap-saji`: texts packed beside themselves, and rules for servers that fit the pages.

use crate::project::{Project, Ran, SITUS};
use crate::publish::{Site, site};
use pilkada::output::manifest::{Entry, Manifest};
use std::collections::BTreeSet;
use std::fs;
use std::io::Read;

fn project() -> Project {
    let project = Project::sound();
    project.write("content/situs.yaml", SITUS.replace("KPU Contoh }", "KPU Contoh, kontak: ppid@contoh.test }"));
    project.write("content/halaman/tentang.md", "---\njudul: Tentang\n---\n\nIsi.\n");
    project.write("content/statis/data.csv", "a,b\n".repeat(200));
    // Somebody packed this one himself, and this page has a script of its own.
    project.write("content/statis/sendiri.csv", "a,b\n".repeat(200));
    project.write("content/statis/sendiri.csv.gz", "bukan gzip");
    project.write("content/statis/alat.html", "<!doctype html><title>a</title><script>tidakDipercaya()</script>\n");
    project
}

#[track_caller]
fn build(project: &Project, more: &[&str]) -> Ran {
    let ran = project.run(&[&["build"], more].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    ran
}

#[track_caller]
fn ready(project: &Project) -> Ran {
    build(project, &["--siap-saji"])
}

fn unpacked(path: &str, bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    if path.ends_with(".gz") {
        flate2::read::GzDecoder::new(bytes).read_to_end(&mut plain).unwrap();
    } else {
        brotli::BrotliDecompress(&mut &*bytes, &mut plain).unwrap();
    }
    plain
}

/// Every copy is of the text beside it, and smaller; gives how many there are.
#[track_caller]
fn copies(site: &Site) -> usize {
    let texts = |path: &str| path.strip_suffix(".gz").or(path.strip_suffix(".br")).map(str::to_owned);
    let copies = site.iter().filter_map(|(path, bytes)| Some((path, bytes, texts(path)?)));
    let copies = copies.filter(|(path, ..)| *path != "sendiri.csv.gz");
    copies
        .map(|(path, bytes, text)| {
            assert!(bytes.len() < site[&text].len(), "{path}");
            assert!(unpacked(path, bytes) == site[&text], "{path}");
        })
        .count()
}

#[test]
fn texts_lie_packed_beside_themselves_as_long_as_somebody_asks() {
    let project = project();
    ready(&project);
    let first = site(&project, "output");
    assert!(copies(&first) > 60, "{}", copies(&first));
    for path in ["index.html.gz", "index.html.br", "hari.js.br", "data.csv.gz", "manifes.json"] {
        assert!(first.contains_key(path), "{path}");
    }
    assert!(!first.contains_key("manifes.json.gz") && !first.contains_key("sendiri.csv.br"));
    assert_eq!(first["sendiri.csv.gz"], b"bukan gzip");
    let manifest = Manifest::read(&project.path("output/manifes.json")).unwrap();
    assert_eq!(manifest.berkas["index.html.br"], Entry::of(&first["index.html.br"]));
    // Nothing changed: nothing is done. One article changed: the site is that of a clean build.
    assert!(ready(&project).err.contains(" 0 berubah"));
    project.write("content/halaman/tentang.md", "---\njudul: Tentang\n---\n\nLain.\n");
    let changed = ready(&project).err;
    let now = site(&project, "output");
    copies(&now);
    build(&project, &["--siap-saji", "--output", "bersih"]);
    assert!(now == site(&project, "bersih"), "{changed}");
    // A copy that somebody changed is made anew.
    project.write("output/index.html.gz", "x");
    ready(&project);
    assert!(site(&project, "output") == now);
    // Without the option they go, and nothing else.
    build(&project, &[]);
    let plain = site(&project, "output");
    assert_eq!(copies(&plain), 0);
    build(&project, &["--output", "polos"]);
    assert!(plain == site(&project, "polos"));
    ready(&project);
    assert!(site(&project, "output") == now);
}

#[test]
fn rules_name_what_stands_in_the_pages() {
    let project = project();
    let said = ready(&project).err;
    assert!(said.contains("aturan server di ./output.saji BERUBAH"), "{said}");
    assert!(!said.contains("onclick"), "our own pages have what no policy lets through: {said}");
    let rules = project.read("output.saji/nginx.conf");
    let policy =
        |rules: &str| rules.split("Content-Security-Policy \"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(!rules.contains("unsafe-") && rules.contains("script-src 'self';"), "{rules}");
    let named: BTreeSet<String> =
        policy(&rules).split("'sha256-").skip(1).map(|rest| rest.split('\'').next().unwrap().to_owned()).collect();
    assert!((1..8).contains(&named.len()), "{named:?}");
    for (name, word) in [
        ("nginx.conf", "location /pilkada/ {"),
        ("Caddyfile", "precompressed br gzip"),
        ("_headers", "/pilkada/*\n  Content-Security-Policy: default-src 'none';"),
        ("gitlab-pages.yml", "--siap-saji"),
        ("github-pages.yml", "include-hidden-files"),
        ("BACA.txt", "BUKAN bagian dari situs"),
    ] {
        let text = project.read(&format!("output.saji/{name}"));
        assert!(text.contains(word), "{name}: {text}");
        if name != "BACA.txt" && name.ends_with(['f', 'e', 's']) {
            assert!(named.iter().all(|digest| text.contains(digest) || name == "_redirects"), "{name}: {text}");
        }
    }
    assert!(
        project
            .read("output/.well-known/security.txt")
            .starts_with("Contact: mailto:ppid@contoh.test\nExpires: 2025-07-01T")
    );
    assert!(ready(&project).err.contains("masih sama"));
    // A style of the theme changed: the one before is named for as long as readers have it.
    project.write("themes/uji/aset/gaya.css", "body{color:#111}");
    let said = ready(&project).err;
    assert!(said.contains("BERUBAH"), "{said}");
    let changed = policy(&project.read("output.saji/nginx.conf"));
    assert!(named.iter().all(|digest| changed.contains(digest)), "{changed}");
    assert!(changed.len() > policy(&rules).len());
    // What is somebody's own is not written over.
    project.write("output.saji/Caddyfile", "milik saya");
    let ran = project.run(&["build", "--siap-saji"]);
    assert!(ran.code == Some(2) && ran.err.contains("Caddyfile bukan buatan pilkada"), "{ran:?}");
    assert_eq!(project.read("output.saji/Caddyfile"), "milik saya");
}

#[test]
fn a_page_that_no_strict_policy_lets_through_is_said() {
    let project = project();
    let page = "{%- extends \"dasar.html\" -%}{%- block isi -%}<p style=\"color:red\">x</p>{%- endblock isi -%}";
    project.write("themes/uji/templates/halaman.html", page);
    let said = ready(&project).err;
    assert!(said.contains("tentang.html dan mungkin halaman lain memakai style="), "{said}");
}

#[test]
fn a_zip_has_no_packed_copies_and_is_sound_without_them() {
    let project = project();
    let keys = tempfile::tempdir().unwrap();
    let secret = keys.path().join("kunci");
    let secret = secret.to_str().unwrap();
    let made = project.run(&["kunci", secret, "--tanpa-sandi"]);
    project.write("content/situs.yaml", project.read("content/situs.yaml") + &made.out);
    ready(&project);
    assert_eq!(project.run(&["sign", "--kunci", secret]).code, Some(0));
    assert_eq!(project.run(&["verify", "output"]).code, Some(0));
    let ran = project.run(&["bundle"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let zip = fs::read(project.path("situs.zip")).unwrap();
    let has = |name: &[u8]| zip.windows(name.len()).any(|bytes| bytes == name);
    assert!(has(b"situs/index.html") && !has(b"index.html.gz") && !has(b"index.html.br"));
    fs::remove_file(project.path("output/index.html.gz")).unwrap();
    assert_eq!(project.run(&["verify", "output"]).code, Some(0), "a server sends the text itself");
    project.write("output/index.html.br", "palsu");
    let forged = project.run(&["verify", "output"]);
    assert!(forged.code == Some(1) && forged.err.contains("index.html.br: isinya diubah"), "{forged:?}");
}

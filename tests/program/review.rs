//! Looking a site over: what is different between two states, the sheet that is signed, who approved what, and the copy for the safe.

use crate::project::{Project, Ran};
use serde_json::Value;
use std::fs;

const PASLON: &str = "# Pasangan pertama.\nnomor_urut: 1\ncalon: { nama: SARI CONTOH, tahun_lahir: 1970 }\nwakil: { nama: BUDI MISAL }\nvisi: Kota yang bersih.\nsumber: [data]\n";

/// A city with two pairs.
fn kota() -> Project {
    let project = Project::sound();
    project.write(
        "content/sumber.yaml",
        "data: { jenis: data_kpu, judul: \"Data <contoh>\", penerbit: KPU Contoh, tanggal: 2024-09-22 }\n",
    );
    project.write(
        "content/wilayah/contoh/wilayah.yaml",
        "kode: \"33\"\nnama: Provinsi Contoh\njenis: provinsi\npemilihan: { ada: false, sumber: [data] }\nsumber: [data]\n",
    );
    project.write(
        "content/wilayah/contoh/kota-contoh/wilayah.yaml",
        "kode: \"33.75\"\nnama: Kota Contoh\njenis: kota\npemilihan: { jumlah_paslon: 2, sumber: [data] }\nsumber: [data]\n",
    );
    project.write("content/wilayah/contoh/kota-contoh/paslon/1.yaml", PASLON);
    let second =
        PASLON.replace(": 1\n", ": 2\n").replace("SARI CONTOH", "RINA UMPAMA").replace("BUDI MISAL", "DODI ANDAI");
    project.write("content/wilayah/contoh/kota-contoh/paslon/2.yaml", second);
    project
}

#[track_caller]
fn sound(ran: Ran) -> Ran {
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
    ran
}

#[test]
fn a_change_is_named_record_by_record_and_page_by_page() {
    let project = kota();
    project.git(&["init", "--quiet", "--initial-branch=utama"]);
    project.write("content/wilayah/contoh/kota-contoh/gambar.jpg", b"\xff\xd8\xff\xe0lama");
    project.git(&["add", "."]);
    project.git(&["commit", "--quiet", "--message=Awal"]);
    let built = sound(project.run(&["build"]));
    assert!(!built.err.contains("halaman yang berubah"), "a first build has nothing to compare with: {}", built.err);
    assert_eq!(sound(project.run(&["diff", "HEAD"])).out.trim(), "tidak ada yang berbeda");
    assert_eq!(sound(project.run(&["diff", "output"])).out.trim(), "tidak ada yang berbeda");

    project.write(
        "content/wilayah/contoh/kota-contoh/paslon/1.yaml",
        PASLON.replace("bersih", "*rapi*").replace("1970", "1971"),
    );
    let said = sound(project.run(&["diff", "HEAD"])).out;
    assert!(
        said.contains("paslon/1.html") && !said.contains("paslon/2.html"),
        "the other pair says what it said: {said}"
    );
    project.write("content/halaman/baru.md", "---\njudul: Baru\n---\n\nIsi.\n");
    project.write("content/wilayah/contoh/kota-contoh/gambar.jpg", b"\xff\xd8\xff\xe0baru");
    let said = sound(project.run(&["diff", "HEAD"])).out;
    for part in [
        "berkas berubah: 2\n",
        "  content/wilayah/contoh/kota-contoh/paslon/1.yaml\n    Calon › Tahun lahir: 1970 → 1971\n    Visi: Kota yang bersih. → Kota yang *rapi*.\n",
        "berkas baru: 1\n\n  content/halaman/baru.md\n",
        "  contoh/kota-contoh/paslon/1.html\n",
        "halaman baru: 1\n\n  baru.html\n",
    ] {
        assert!(said.contains(part), "{part}\n---\n{said}");
    }
    let markdown = sound(project.run(&["diff", "HEAD", "--format", "markdown"])).out;
    assert!(markdown.contains("  - Visi: `Kota yang bersih.` → `Kota yang *rapi*.`"), "{markdown}");
    let json: Value = serde_json::from_str(&sound(project.run(&["diff", "HEAD", "--format", "json"])).out).unwrap();
    let schema: Value = serde_json::from_str(include_str!("../../docs/beda.schema.json")).unwrap();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&json), "{json:#}");
    assert_eq!(json["catatan"][2]["perubahan"][1]["kunci"], "visi", "{json:#}");
    assert!(json["berubah"].as_array().unwrap().iter().any(|path| path == "contoh/kota-contoh/paslon/1.html"));

    // What is published says which pages would be others, and the build names them.
    let said = sound(project.run(&["diff", "output"])).out;
    assert!(said.contains("  contoh/kota-contoh/paslon/1.html") && !said.contains("Visi"), "{said}");
    let built = sound(project.run(&["build"])).err;
    assert!(built.contains("halaman yang berubah: ") && built.contains("\n  baru.html\n"), "{built}");
    assert_eq!(sound(project.run(&["diff", "output"])).out.trim(), "tidak ada yang berbeda");

    // Unsound content has no pages, and its records are named.
    project.write("content/halaman/baru.md", "---\njudul: [\n---\n");
    let said = sound(project.run(&["diff", "HEAD"])).out;
    assert!(
        said.contains("halaman tidak dibandingkan: isi yang baru masih salah") && said.contains("Visi: "),
        "{said}"
    );
}

#[test]
fn what_is_no_state_of_a_site_is_refused_with_what_to_write() {
    let project = kota();
    let refused = |words: &[&str]| {
        let ran = project.run(words);
        assert_eq!(ran.code, Some(2), "{}", ran.out);
        ran.err
    };
    let said = refused(&["diff", "HEAD~1"]);
    assert!(said.contains("git tidak mengenal revisi HEAD~1") && said.contains("tulis folder proyek"), "{said}");
    assert!(refused(&["--tanggal", "2024-11-01", "diff", "--", "--output=x"]).contains("--output=x"));
    assert!(refused(&["diff", "themes"]).contains("tidak berisi situs yang terbit"));
    // Without `git` on the way to programs.
    let output = project.command(&["diff", "HEAD"]).env("PATH", "").output().unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains("git tidak ada di komputer ini"), "{output:?}");
    // A copy of the folder needs none.
    let copy = kota();
    copy.write("content/wilayah/contoh/kota-contoh/paslon/2.yaml", PASLON.replace(": 1\n", ": 2\n"));
    let path = copy.root().to_str().unwrap();
    let content = copy.path("content");
    for named in [path, content.to_str().unwrap()] {
        let said = sound(project.run(&["diff", named])).out;
        assert!(said.contains("    Calon › Nama: SARI CONTOH → RINA UMPAMA\n"), "{said}");
    }
}

#[test]
fn a_sheet_has_every_fact_with_its_source_and_room_to_sign() {
    let project = kota();
    let ran = sound(project.run(&["lembar", "kota-contoh"]));
    assert!(ran.err.contains("lembar-contoh-kota-contoh.html"), "{}", ran.err);
    let sheet = project.read("lembar-contoh-kota-contoh.html");
    for part in [
        "<h2>Nomor urut 1: ",
        "<h2>Nomor urut 2: ",
        "<tr><th scope=\"row\">Calon › Tahun lahir</th><td>1970</td><td>[1]</td><td class=\"kotak\"></td></tr>",
        "<li>Data &lt;contoh&gt;, KPU Contoh, 22 September 2024</li>",
        "<th scope=\"col\">Tanda tangan</th>",
        "Sidik: <code>",
    ] {
        assert!(sheet.contains(part), "{part}\n{sheet}");
    }
    assert!(sheet.find("Nomor urut 1:") < sheet.find("Nomor urut 2:"));
    // It is written over itself, and over nothing else.
    sound(project.run(&["lembar", "contoh/kota-contoh"]));
    project.write("lain.html", "milik orang");
    let ran = project.run(&["lembar", "kota-contoh", "--ke", "lain.html"]);
    assert!(ran.code == Some(2) && ran.err.contains("bukan lembar periksa"), "{}", ran.err);
    assert_eq!(project.read("lain.html"), "milik orang");
    let ran = project.run(&["lembar", "contoh/kota-conto"]);
    assert!(ran.code == Some(2) && ran.err.contains("mungkin maksudnya contoh/kota-contoh"), "{}", ran.err);
    // What is in the file and not on the page is not on the sheet.
    let path = "content/wilayah/contoh/kota-contoh/paslon/1.yaml";
    project.write(path, PASLON.replace("tahun_lahir: 1970", "riwayat_pendidikan: [SMA Rahasia]"));
    sound(project.run(&["lembar", "kota-contoh"]));
    assert!(!project.read("lembar-contoh-kota-contoh.html").contains("SMA Rahasia"));
}

#[test]
fn who_approved_a_record_is_noted_and_a_later_change_is_said() {
    let project = kota();
    let list = "content/wilayah/contoh/kota-contoh/persetujuan.yaml";
    let approve = |more: &[&str]| {
        project.run(&[&["setujui", "contoh/kota-contoh/paslon", "--oleh", "Dewi Andaian"], more].concat())
    };
    let check = || project.run(&["check", "--hanya", "FKT-60,RUJ-70"]).out;
    assert!(!check().contains("[FKT-60]"));
    let shown = sound(approve(&[])).out;
    assert!(shown.contains(&format!("# {list}\npersetujuan:\n  - {{ berkas: \"paslon/1.yaml\", sidik: ")), "{shown}");
    assert!(!project.path(list).exists(), "nothing is written unless asked");
    sound(approve(&["--tulis", "--jabatan", "Ketua \"KPU\""]));
    assert!(project.read(list).contains("jabatan: \"Ketua \\\"KPU\\\"\""), "{}", project.read(list));
    assert!(!check().contains("[FKT-60]"));
    // The sheet has the same digest.
    sound(project.run(&["lembar", "kota-contoh"]));
    let digest = project.read(list).split("sidik: ").nth(1).unwrap().split(',').next().unwrap().to_owned();
    assert!(project.read("lembar-contoh-kota-contoh.html").contains(&digest));

    // Comments say nothing; another vision does.
    let pair = "content/wilayah/contoh/kota-contoh/paslon/1.yaml";
    project.write(pair, PASLON.replace("Pasangan pertama", "Lain"));
    assert!(!check().contains("[FKT-60]"));
    project.write(pair, PASLON.replace("bersih", "rapi"));
    let said = check();
    assert!(said.contains("peringatan[FKT-60]: paslon/1.yaml berubah sesudah disetujui Dewi Andaian"), "{said}");
    assert!(said.matches("[FKT-60]").count() == 1 && said.contains("persetujuan.yaml:2:"), "{said}");
    assert_eq!(project.run(&["build"]).code, Some(0), "a warning keeps nothing from being published");
    let published = crate::project::tree(&project.path("output"));
    assert!(
        published.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("Dewi Andaian")),
        "approvals are not public"
    );

    // Approved again: a line at the end, and every other byte as it was.
    let before = format!("# Daftar.\n{}# Akhir.\n", project.read(list));
    project.write(list, &before);
    let ran = sound(approve(&["--tulis"]));
    assert!(
        ran.err.contains("paslon/2.yaml sudah disetujui Dewi Andaian") && ran.err.contains("1 persetujuan ditambahkan"),
        "{}",
        ran.err
    );
    let after = project.read(list);
    let added: Vec<&str> = after.lines().filter(|line| !before.contains(line)).collect();
    assert!(added.len() == 1 && after.starts_with("# Daftar.\n") && after.ends_with("# Akhir.\n"), "{after}");
    assert!(!check().contains("[FKT-60]"));

    // A record that is not there.
    project.write(list, after.replacen("paslon/1.yaml", "paslon/11.yaml", 1));
    let said = check();
    assert!(said.contains("[RUJ-70]") && said.contains("mungkin maksudnya paslon/1.yaml"), "{said}");
    let ran = project.run(&["setujui", "contoh/kota-lain/paslon/1.yaml", "--oleh", "Dewi"]);
    assert!(ran.code == Some(2) && ran.err.contains("tidak ada catatan bernama"), "{}", ran.err);
}

#[test]
fn who_approves_a_pair_approves_its_photo() {
    let project = kota();
    let folder = "content/wilayah/contoh/kota-contoh";
    let (pair, photo) = (format!("{folder}/paslon/1.yaml"), format!("{folder}/paslon/calon-1.jpg"));
    project.write(&pair, PASLON.replace("tahun_lahir: 1970", "tahun_lahir: 1970, foto: calon-1.jpg"));
    project.write(&photo, b"\xff\xd8\xff\xe0lama");
    project.write(&format!("{folder}/lambang.png"), b"\x89PNG\r\n\x1a\nlambang");
    project.write(
        &format!("{folder}/berita/2024-10-01-satu.md"),
        "---\njudul: Satu\nringkasan: Satu.\nsumber: [data]\n---\n\n![Lambang](../lambang.png)\n",
    );
    let list = format!("{folder}/persetujuan.yaml");
    sound(project.run(&["setujui", "contoh/kota-contoh", "--oleh", "Dewi Andaian", "--tulis"]));
    let lines = project.read(&list);
    for berkas in ["paslon/1.yaml", "paslon/calon-1.jpg", "lambang.png"] {
        assert_eq!(lines.matches(&format!("berkas: \"{berkas}\"")).count(), 1, "{lines}");
    }
    let check = || project.run(&["check", "--hanya", "FKT-60,RUJ-70"]).out;
    assert!(!check().contains("[FKT-60]") && !check().contains("[RUJ-70]"), "{}", check());
    // The sheet has the photo's digest.
    sound(project.run(&["lembar", "kota-contoh"]));
    let line = lines.lines().find(|line| line.contains("calon-1.jpg")).unwrap();
    let digest = line.split("sidik: ").nth(1).unwrap().split(',').next().unwrap();
    assert!(
        project.read("lembar-contoh-kota-contoh.html").contains(&format!("Sidik calon-1.jpg: <code>{digest}</code>"))
    );

    project.write(&photo, b"\xff\xd8\xff\xe0baru");
    let said = check();
    assert!(said.contains("peringatan[FKT-60]: paslon/calon-1.jpg berubah sesudah disetujui Dewi Andaian"), "{said}");
    assert!(said.matches("[FKT-60]").count() == 1, "{said}");
    // A pair whose day has not come is on no page, and its photo is held against the approval all the same.
    let ahead = project.run(&["check", "--hanya", "FKT-60", "--tanggal", "2024-01-01"]).out;
    assert!(ahead.contains("paslon/calon-1.jpg berubah"), "{ahead}");
    sound(project.run(&["setujui", "contoh/kota-contoh/paslon/1.yaml", "--oleh", "Dewi Andaian", "--tulis"]));
    assert!(!check().contains("[FKT-60]"));
    fs::remove_file(project.path(&photo)).unwrap();
    assert!(check().contains("[RUJ-70]"), "{}", check());
}

#[test]
fn a_backup_has_all_that_is_needed_and_no_key() {
    let project = kota();
    sound(project.run(&["build"]));
    sound(project.run(&["kunci", "kantor", "--tanpa-sandi"]));
    project.write("rahasia.pem", "x");
    project.write("catatan.txt", "-----BEGIN PRIVATE KEY-----\n");
    project.write(".env", "SANDI=x");
    project.write("target/debug/x", "x");
    project.write(".git/config", "x");
    project.write("content/tabel.csv", "a,b\n");
    project.write("content/halaman/b.md", "---\njudul: B\n---\n\n[Tabel](../tabel.csv)\n");
    sound(project.run(&["build"]));
    let ran = sound(project.run(&["bungkus"]));
    for part in [
        "\n  content/: 8 berkas",
        "  output (bisa dibuat lagi)",
        "  kantor (kunci atau kata sandi)",
        "  .env (kunci",
        "  catatan.txt (kunci",
    ] {
        assert!(ran.out.contains(part), "{part}\n{}", ran.out);
    }
    let zip = fs::read(project.path("cadangan-2024-11-01.zip")).unwrap();
    let files = unpacked(&zip);
    let names: Vec<&String> = files.iter().map(|(name, _)| name).collect();
    assert!(names.iter().all(|name| name.starts_with("proyek/")), "{names:?}");
    for secret in ["kantor", "rahasia.pem", "catatan.txt", ".env", "output", ".output.pilkada", "target", ".git/"] {
        assert!(
            !names
                .iter()
                .any(|name| **name == format!("proyek/{secret}") || name.starts_with(&format!("proyek/{secret}/"))),
            "{secret} in {names:?}"
        );
    }
    // Nothing is written over, and the same files give the same bytes.
    let ran = project.run(&["bungkus"]);
    assert!(ran.code == Some(2) && ran.err.contains("tidak ada yang ditimpa"), "{}", ran.err);
    sound(project.run(&["bungkus", "--ke", "lain.zip"]));
    assert!(fs::read(project.path("lain.zip")).unwrap() == zip);
    // Unpacked, it makes the same site.
    let restored = Project::empty();
    for (name, bytes) in &files {
        restored.write(name, bytes);
    }
    sound(restored.run(&["build", "--folder", "proyek"]));
    assert_eq!(restored.read("proyek/output/manifes.json"), project.read("output/manifes.json"));
}

/// The files of a zip with their bytes.
fn unpacked(zip: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    let count = archive.len();
    let read = |at: usize| {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(read).collect()
}

/// So people on Windows type them, and so their shell completes them.
#[test]
fn records_and_regions_are_known_by_paths_with_backslashes() {
    let project = kota();
    let said = |words: &[&str]| {
        let ran = sound(project.run(words));
        (ran.out, ran.err)
    };
    let approve = |path: &str| said(&["setujui", path, "--oleh", "Sari Uji"]);
    let by_slashes = approve("content/wilayah/contoh/kota-contoh/paslon/1.yaml");
    assert_eq!(approve(r"content\wilayah\contoh\kota-contoh\paslon\1.yaml"), by_slashes);
    assert!(by_slashes.0.contains("paslon/1.yaml"), "{}", by_slashes.0);
    said(&["lembar", r"contoh\kota-contoh", "--ke", "lembar-uji.html"]);
    said(&["new", "berita", r"contoh\kota-contoh", "Rapat contoh"]);
    assert!(project.path("content/wilayah/contoh/kota-contoh/berita/2024-11-01-rapat-contoh.md").exists());
}

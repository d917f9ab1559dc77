//! `pilkada new`: every file it writes passes `check`, and nothing is written over.

use crate::project::{Project, tree};

/// Runs `new` with these words; it must end well.
#[track_caller]
fn make(project: &Project, words: &[&str]) -> Vec<String> {
    let ran = project.run(&[&["new"], words].concat());
    assert_eq!(ran.code, Some(0), "{words:?}: {}", ran.err);
    ran.out.lines().map(str::to_owned).collect()
}

/// Runs `new` with these words; it must refuse, and write nothing.
#[track_caller]
fn refuse(project: &Project, words: &[&str]) -> String {
    let before = tree(project.root());
    let ran = project.run(&[&["new"], words].concat());
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{words:?}: {}", ran.err);
    assert_eq!(tree(project.root()), before, "{words:?}");
    ran.err
}

/// Nothing is wrong but what is left to fill in; that is filled in, and nothing is wrong.
#[track_caller]
fn is_sound(project: &Project, after: &[&str]) {
    let said = project.run(&["check"]).out;
    let other: Vec<&str> = said.lines().filter(|line| line.starts_with("galat[")).collect();
    assert!(other.is_empty(), "after new {after:?}:\n{said}");
    fill_in(project, "content");
    let ran = project.run(&["check"]);
    assert_eq!(ran.code, Some(0), "after new {after:?}:\n{}", ran.out);
}

/// Writes something made up wherever ISI stands, another thing in every file.
fn fill_in(project: &Project, folder: &str) {
    for (i, (path, bytes)) in tree(&project.path(folder)).into_iter().enumerate() {
        let text = String::from_utf8(bytes).unwrap();
        let mut text = text.replace("ISI ", &format!("Contoh {i} "));
        // What the program could only guess is right here.
        let kept: Vec<&str> = text.lines().map(|line| line.split("  # ISI:").next().unwrap_or(line)).collect();
        text = kept.join("\n") + "\n";
        text = text.replace("contoh-sumber", "sumber-uji").replace("id: isi\n", &format!("id: tahap-{i}\n"));
        text = text.replace("partai-contoh", "partai-uji");
        // What only a number can stand for.
        if path.ends_with("hasil.yaml") {
            text = text.replace(": 0\n", ": 10\n");
        }
        for (left, right) in [("99.99", "15.71"), ("15.99", "15.71"), ("99", "15")] {
            text = text.replace(&format!("\"{left}\""), &format!("\"{right}\""));
        }
        std::fs::write(path, text).unwrap();
    }
}

const ALL: &[&[&str]] = &[
    &["situs"],
    &["wilayah", "jambi", "Jambi"],
    &["wilayah", "jambi/kota-jambi"],
    &["wilayah", "jambi/kerinci", "Kerinci: \"kabupaten\" #1"],
    &["paslon", "jambi/kota-jambi"],
    &["paslon", "jambi/kota-jambi"],
    &["paslon", "jambi/kota-jambi", "4"],
    &["pengundian", "jambi/kota-jambi"],
    &["hasil", "jambi/kota-jambi"],
    &["deklarasi", "jambi/kota-jambi", "Deklarasi Damai"],
    &["kegiatan", "jambi/kota-jambi", "Rapat Pleno"],
    &["kegiatan", "Rapat Nasional"],
    &["fakta", "jambi/kota-jambi", "Kesiapan"],
    &["berita", "jambi/kota-jambi", "Pj. Wali Kota: \"siap\" & aman"],
    &["berita", "Berita Nasional"],
    &["klarifikasi", "jambi", "Surat suara"],
    &["halaman", "jambi", "Cara Memilih"],
    &["jadwal", "jambi"],
    &["sumber", "jambi"],
    &["partai", "Partai Contoh"],
    &["istilah", "DPT"],
    &["tanya-jawab"],
    &["tanya-jawab", "jambi"],
    &["koreksi", "jambi/kota-jambi"],
];

#[test]
fn what_it_writes_passes_check_and_build() {
    let project = Project::empty();
    for words in ALL {
        let written = make(&project, words);
        assert!(!written.is_empty() && written.iter().all(|path| project.path(path).is_file()), "{written:?}");
        is_sound(&project, words);
    }
    let paslon = "content/wilayah/jambi/kota-jambi/paslon";
    assert!((1..=4).all(|nomor| project.path(&format!("{paslon}/{nomor}.yaml")).is_file()));
    assert!(project.path("content/berita/2024-11-01-berita-nasional.md").is_file());
    let ran = project.run(&["build"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
}

#[test]
fn no_file_is_published_as_it_was_begun() {
    let project = Project::empty();
    for words in ALL {
        make(&project, words);
        // A draft is not published, nor a result before the vote; a party is whole with its name, and so is a region that the
        // list of regions knows.
        if !matches!(*words, ["berita" | "hasil" | "partai", ..] | ["wilayah", _] | ["wilayah", _, "Jambi"]) {
            let ran = project.run(&["build"]);
            assert_eq!(ran.code, Some(1), "after new {words:?}");
            let said = project.run(&["check", "--hanya", "FMT-19,FMT-36"]).out;
            let places: Vec<&str> = said.lines().filter_map(|line| line.trim().strip_prefix("--> ")).collect();
            let files: Vec<&str> = places.iter().filter_map(|place| place.split(':').next()).collect();
            let once: std::collections::BTreeSet<&str> = files.iter().copied().collect();
            assert!(!files.is_empty() && files.len() == once.len(), "after new {words:?}: {said}");
        }
        fill_in(&project, "content");
    }
    let ran = project.run(&["build"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
}

#[test]
fn what_is_left_to_fill_in_is_not_published() {
    let project = Project::empty();
    for words in [
        &["situs"][..],
        &["wilayah", "jambi"],
        &["wilayah", "jambi/kota-contoh", "Kota Contoh"],
        &["paslon", "jambi/kota-contoh"],
        &["hasil", "jambi/kota-contoh"],
    ] {
        make(&project, words);
    }
    assert_eq!(project.run(&["check"]).code, Some(0), "while somebody works it is a warning");
    // A result is public from the vote on.
    let ran = project.run(&["build", "--tanggal", "2024-12-01"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    let files: Vec<&str> = ran.err.lines().filter(|line| line.contains("--> ")).collect();
    let once: std::collections::BTreeSet<&str> = files.iter().copied().collect();
    assert_eq!(files.len(), once.len(), "{}", ran.err);
    for said in [
        "galat[FMT-19]: \"# ISI: ganti dengan kode yang benar\"",
        "galat[FMT-36]: perolehan suara di hasil ini masih nol semua",
    ] {
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
    assert!(!project.path("output").exists());
}

#[test]
fn what_it_leaves_as_a_comment_is_a_field_of_the_record() {
    let project = Project::empty();
    for words in ALL {
        for path in make(&project, &[words, &["--lengkap"][..]].concat()) {
            project.write(&path, uncommented(&project.read(&path)));
        }
    }
    let ran = project.run(&["check"]);
    let form: Vec<&str> = ran.out.lines().filter(|line| line.contains("[FMT-0")).collect();
    assert!(form.is_empty(), "{}", ran.out);
}

/// Every `# key: value` as `key: value`, with the lines below it that are its value.
fn uncommented(text: &str) -> String {
    let mut is_value = false;
    let lines = text.lines().map(|line| {
        let (indent, rest) = line.split_at(line.len() - line.trim_start().len());
        let field = rest.strip_prefix("# ").filter(|field| {
            let key = field.split_once(':').filter(|(_, value)| value.is_empty() || value.starts_with(' '));
            let key = key.map_or("", |(key, _)| key);
            let is_field = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') && key != "tema";
            is_value = is_field || (is_value && field.starts_with("  "));
            is_value
        });
        field.map_or_else(|| format!("{line}\n"), |field| format!("{indent}{field}\n"))
    });
    lines.collect()
}

#[test]
fn a_new_site_can_have_a_folder_of_its_own() {
    let project = Project::empty();
    make(&project, &["situs", "pilkada 2024"]);
    let said = project.run(&["check", "--folder", "pilkada 2024"]);
    assert_eq!((said.code, said.out.matches("peringatan[FMT-19]").count()), (Some(0), 5), "{}", said.out);
    fill_in(&project, "pilkada 2024/content");
    let ran = project.run(&["check", "--folder", "pilkada 2024"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), "tidak ada temuan\n"));
    assert!(project.read("pilkada 2024/.gitignore").contains("/output/"));
}

#[test]
fn nothing_is_written_over() {
    let project = Project::empty();
    make(&project, &["situs"]);
    make(&project, &["wilayah", "jambi"]);
    let said = refuse(&project, &["wilayah", "jambi"]);
    assert_eq!(said, "gagal: content/wilayah/jambi/wilayah.yaml sudah ada dan tidak ditimpa\n");
    assert!(refuse(&project, &["situs"]).contains("sudah ada"));
}

#[test]
fn what_belongs_into_a_list_is_added_to_it_and_comments_stay() {
    let project = Project::empty();
    make(&project, &["situs"]);
    make(&project, &["wilayah", "jambi"]);
    for (file, words, again) in [
        ("partai.yaml", &["partai", "Partai Contoh"][..], &["partai", "Partai Misal"][..]),
        ("istilah.yaml", &["istilah", "DPT"], &["istilah", "DPS"]),
        ("tanya-jawab.yaml", &["tanya-jawab"], &["tanya-jawab"]),
        ("koreksi.yaml", &["koreksi"], &["koreksi"]),
        ("sumber.yaml", &["sumber", "Berita acara"], &["sumber", "Berita acara"]),
        ("jadwal.yaml", &["jadwal"], &["jadwal"]),
        ("wilayah/jambi/sumber.yaml", &["sumber", "jambi"], &["sumber", "jambi"]),
    ] {
        let path = format!("content/{file}");
        assert_eq!(make(&project, words), [path.as_str()]);
        project.write(&path, format!("# Catatan kami.\n{}", project.read(&path)));
        let first = project.read(&path);
        assert_eq!(make(&project, again), [path.as_str()]);
        let second = project.read(&path);
        assert!(second.starts_with(first.trim_end()) && second.len() > first.len(), "{second}");
        is_sound(&project, words);
    }
    let said = project.run(&["new", "partai", "Partai Misal"]);
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    assert!(said.err.contains("`partai-misal` sudah ada di berkas ini"), "{}", said.err);
}

#[test]
fn a_region_is_known_by_its_code_its_name_or_its_folder() {
    let project = Project::empty();
    make(&project, &["situs"]);
    let ran = project.run(&["new", "wilayah", "33.75"]);
    assert_eq!(
        ran.out,
        "content/wilayah/jawa-tengah/wilayah.yaml\ncontent/wilayah/jawa-tengah/kota-pekalongan/wilayah.yaml\n"
    );
    assert!(ran.err.contains("33.75 Kota Pekalongan: kota di Jawa Tengah, waktu WIB"), "{}", ran.err);
    let text = project.read("content/wilayah/jawa-tengah/kota-pekalongan/wilayah.yaml");
    for line in ["kode: \"33.75\"\n", "nama: \"Kota Pekalongan\"\n", "jenis: kota\n", "  ada: true\n"] {
        assert!(text.contains(line), "{text}");
    }
    assert!(!text.contains("ISI") && text.lines().count() < 16, "{text}");
    // The province is there now.
    assert_eq!(make(&project, &["wilayah", "Kab. Batang"]), ["content/wilayah/jawa-tengah/batang/wilayah.yaml"]);
    make(&project, &["wilayah", "dki-jakarta/kota-jakarta-barat"]);
    assert!(project.read("content/wilayah/dki-jakarta/kota-jakarta-barat/wilayah.yaml").contains("  ada: false\n"));
    let found = project.run(&["check"]).out;
    let codes = found.lines().filter(|line| line.contains('[') && !line.starts_with(' '));
    assert!(codes.clone().count() > 0 && codes.into_iter().all(|line| line.contains("[FMT-19]")), "{found}");
    let said = refuse(&project, &["wilayah", "33.57"]);
    assert_eq!(
        said,
        "gagal: tidak ada wilayah dengan kode 33.57; mungkin maksudnya jawa-tengah/kota-pekalongan (33.75, Kota Pekalongan)\n"
    );
    assert!(
        refuse(&project, &["wilayah", "jawa-tengah/kota-semarag"])
            .contains("mungkin maksudnya jawa-tengah/kota-semarang")
    );
    assert!(refuse(&project, &["wilayah", "kota-pekalongan"]).contains("sudah ada dan tidak ditimpa"));
}

#[test]
fn a_day_is_told_or_marked_as_not_told() {
    let project = Project::empty();
    make(&project, &["situs"]);
    let ran = project.run(&["new", "kegiatan", "Rapat Pleno"]);
    assert!(
        ran.err.contains("harinya tidak disebut, jadi dipakai 1 November 2024; untuk hari lain: --pada"),
        "{}",
        ran.err
    );
    assert!(project.read("content/kegiatan/2024-11-01-rapat-pleno.yaml").contains("tanggal: 2024-11-01  # ISI"));
    let ran = project.run(&["new", "kegiatan", "Rapat Pleno", "--pada", "2024-11-14"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(project.read("content/kegiatan/2024-11-14-rapat-pleno.yaml").contains("tanggal: 2024-11-14\n"));
}

#[test]
fn commands_find_the_project_that_they_are_run_in() {
    let project = Project::empty();
    make(&project, &["situs"]);
    make(&project, &["wilayah", "jambi"]);
    let run = |folder: &str, words: &[&str]| {
        let ran = project.command(words).current_dir(project.path(folder)).output().unwrap();
        (ran.status.code(), String::from_utf8(ran.stdout).unwrap())
    };
    assert_eq!(run("content/wilayah", &["new", "sumber", "jambi"]).0, Some(0));
    assert!(project.path("content/wilayah/jambi/sumber.yaml").is_file());
    let (code, said) = run("content/wilayah/jambi", &["check"]);
    assert!(code == Some(0) && said.contains("--> content/situs.yaml:"), "{said}");
    // A new site is begun where it was asked for.
    assert_eq!(run("content/wilayah", &["new", "situs", "lain"]).0, Some(0));
    assert!(project.path("content/wilayah/lain/content/situs.yaml").is_file());
}

#[test]
fn a_name_does_not_climb_out_of_the_content() {
    let project = Project::empty();
    make(&project, &["situs", "dalam"]);
    let inside = |words: &[&str]| refuse(&project, &[words, &["--folder", "dalam"]].concat());
    inside(&["wilayah", "../../x"]);
    inside(&["wilayah", "/tmp"]);
    inside(&["wilayah", ""]);
    inside(&["berita", "../..", "Judul"]);
    inside(&["paslon", "jambi", "../1"]);
    let ran = project.run(&["new", "halaman", "../../x", "--folder", "dalam"]);
    assert_eq!(ran.out, "content/halaman/x.md\n");
    assert!(project.path("dalam/content/halaman/x.md").is_file() && !std::env::temp_dir().join("x.md").exists());
}

#[test]
fn a_slip_is_answered_with_what_was_meant() {
    let project = Project::empty();
    make(&project, &["situs"]);
    make(&project, &["wilayah", "jambi"]);
    let said = refuse(&project, &["berita", "jamby", "Judul"]);
    assert_eq!(said, "gagal: tidak ada wilayah \"jamby\"; mungkin maksudnya jambi\n");
    let said = refuse(&project, &["brita", "jambi", "Judul"]);
    assert_eq!(said, "gagal: tidak ada jenis \"brita\"; mungkin maksudnya berita\n");
    let said = refuse(&project, &["berita", "--bahasa", "en"]);
    assert_eq!(said, "failed: name its title too, for example pilkada new berita jambi/kota-jambi \"Judul\"\n");
    let said = refuse(&project, &["berita", "jambi", "Dua", "kata"]);
    assert!(said.contains("\"kata\" berlebih"), "{said}");
    assert!(refuse(&project, &["wilayah", "aceh/banda", "Banda"]).contains("pilkada new wilayah aceh"));
}

#[test]
fn what_would_be_unsound_is_not_written() {
    let project = Project::empty();
    make(&project, &["situs"]);
    let ran = project.run(&["new", "berita", " "]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{}", ran.err);
    assert!(ran.err.contains("nilainya kosong") && !project.path("content/berita").exists(), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let project = Project::empty();
    make(&project, &["situs"]);
    std::fs::create_dir(project.path("luar")).unwrap();
    std::os::unix::fs::symlink("../luar", project.path("content/berita")).unwrap();
    let said = refuse(&project, &["berita", "Judul"]);
    assert!(said.contains("content/berita adalah tautan simbolik"), "{said}");
}

/// A region with two pairs that have no numbers yet.
fn before_the_draw() -> Project {
    let project = Project::empty();
    make(&project, &["situs"]);
    make(&project, &["wilayah", "jambi", "Jambi"]);
    for name in ["sari-budi", "Rina & Dodi"] {
        make(&project, &["paslon", "jambi", name]);
    }
    fill_in(&project, "content");
    project
}

const PASLON: &str = "content/wilayah/jambi/paslon";

#[test]
fn a_draw_renames_the_pairs_to_their_numbers_and_keeps_what_is_in_them() {
    let project = before_the_draw();
    let own = format!("{PASLON}/sari-budi.yaml");
    project.write(
        &own,
        "# Catatan kami.\ncalon: { nama: SARI CONTOH }  # seperti di surat suara\nwakil: { nama: BUDI MISAL }\n",
    );
    let files = make(&project, &["pengundian", "jambi", "2=sari-budi", "1=rina-dodi"]);
    assert_eq!(
        files,
        [&format!("{PASLON}/2.yaml"), &format!("{PASLON}/1.yaml"), "content/wilayah/jambi/pengundian.yaml"]
    );
    assert_eq!(
        project.read(&format!("{PASLON}/2.yaml")),
        "# Catatan kami.\nnomor_urut: 2\nslug_lama: sari-budi\ncalon: { nama: SARI CONTOH }  # seperti di surat suara\nwakil: { nama: BUDI MISAL }\n"
    );
    let drawn = project.read(&format!("{PASLON}/1.yaml"));
    assert!(drawn.contains("\nnomor_urut: 1\n") && drawn.contains("\nslug_lama: rina-dodi\n"), "{drawn}");
    assert!(project.read("content/wilayah/jambi/pengundian.yaml").contains("\n  2: \"SARI CONTOH – BUDI MISAL\"\n"));
    let left: Vec<_> = tree(&project.path(PASLON)).into_keys().collect();
    assert_eq!(left.len(), 2, "{left:?}");
    is_sound(&project, &["pengundian"]);
    // Nothing is left to be numbered.
    assert!(refuse(&project, &["pengundian", "jambi", "3=sari-budi"]).contains("sudah bernomor"));
}

#[test]
fn a_draw_that_was_announced_is_completed_and_one_that_is_recorded_says_the_numbers() {
    let project = before_the_draw();
    project.write("content/wilayah/jambi/pengundian.yaml", "# Diumumkan.\ntanggal: 2024-09-23\ntempat: Aula\n");
    make(&project, &["pengundian", "jambi", "1=sari-budi", "2=rina-dodi"]);
    let draw = project.read("content/wilayah/jambi/pengundian.yaml");
    assert!(draw.starts_with("# Diumumkan.\ntanggal: 2024-09-23\ntempat: Aula\nhasil:\n  1: "), "{draw}");
    let project = before_the_draw();
    project.write(&format!("{PASLON}/sari-budi.yaml"), "calon: { nama: SARI CONTOH }\nwakil: { nama: BUDI MISAL }\n");
    project.write(&format!("{PASLON}/rina-dodi.yaml"), "calon: { nama: RINA UMPAMA }\nwakil: { nama: DODI ANDAI }\n");
    let draw = "tanggal: 2024-09-23\nhasil: { 1: Rina – Dodi, 2: H. Sari – Budi }\n";
    project.write("content/wilayah/jambi/pengundian.yaml", draw);
    make(&project, &["pengundian", "jambi"]);
    assert!(project.read(&format!("{PASLON}/1.yaml")).contains("RINA"));
    assert_eq!(project.read("content/wilayah/jambi/pengundian.yaml"), draw);
}

#[test]
fn a_draw_needs_one_number_for_each_pair_and_writes_over_nothing() {
    let project = before_the_draw();
    let said = refuse(&project, &["pengundian", "jambi"]);
    assert!(said.contains("pilkada new pengundian jambi 1=rina-dodi 2=sari-budi"), "{said}");
    for words in [
        &["1=sari-budi"][..],
        &["1=sari-budi", "1=rina-dodi"],
        &["1=sari-budi", "2=sari-budi"],
        &["1=sari", "2=rina-dodi"],
        &["0=sari-budi", "2=rina-dodi"],
    ] {
        refuse(&project, &[&["pengundian", "jambi"], words].concat());
    }
    project.write(&format!("{PASLON}/1.yaml"), "bukan YAML yang benar: [\n");
    let said = refuse(&project, &["pengundian", "jambi", "1=sari-budi", "2=rina-dodi"]);
    assert!(said.contains("paslon/1.yaml sudah ada"), "{said}");
}

//! `pilkada check` for other programs: only the report is on standard output, whatever its form.

use crate::project::{Project, tree};
use serde_json::Value;

const ARTICLE: &str = "---\njudul: Acara\ntanggal: 2024-10-01\n---\n\nAcara Kotak Kosong.\n";

/// A site of which one warning is said.
fn unsure() -> Project {
    let project = Project::sound();
    project.write("content/berita/2024-10-01-acara.md", ARTICLE);
    project
}

#[test]
fn only_the_report_is_on_standard_output() {
    let project = unsure();
    for form in ["json", "gitlab", "sarif"] {
        let ran = project.run(&["check", "--format", form]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), "1 peringatan\n"), "{form}");
        serde_json::from_str::<Value>(&ran.out).unwrap();
    }
    let ran = project.run(&["check", "--format", "github"]);
    assert_eq!((ran.code, ran.out.lines().count()), (Some(0), 1), "{}", ran.out);
    let ran = project.run(&["check", "--format", "junit", "--ketat"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), "1 peringatan\n"));
    assert!(ran.out.starts_with("<?xml") && ran.out.contains("failures=\"1\""), "{}", ran.out);
}

#[test]
fn where_all_is_well_github_gets_nothing() {
    let ran = Project::sound().run(&["check", "--format", "github"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), "", "tidak ada temuan\n"));
}

#[test]
fn paths_begin_where_the_program_was_started() {
    let project = Project::empty();
    project.write("kantor/situs/content/situs.yaml", crate::project::SITUS);
    project.write("kantor/situs/themes/uji/tema.yaml", "nama: Uji\n");
    project.write("kantor/situs/content/berita/2024-10-01-acara.md", ARTICLE);
    for folder in ["kantor/situs", "./kantor/situs/"] {
        let ran = project.run(&["check", "--folder", folder, "--format", "json"]);
        let report: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(report["temuan"][0]["berkas"], "kantor/situs/content/berita/2024-10-01-acara.md");
    }
}

#[test]
fn what_a_build_kept_changes_nothing_that_a_check_says_and_is_left_as_it_is() {
    let project = unsure();
    project.write("content/berita/2024-10-01-kabar.md", ARTICLE.replace("Kotak Kosong", "warga"));
    assert_eq!(project.run(&["build"]).code, Some(0));
    project.write(
        "content/berita/2024-10-01-kabar.md",
        ARTICLE.replace("Kotak Kosong", "warga pada Senin, 17 Agustus 2024"),
    );
    let kept = tree(project.root());
    let after = project.run(&["check"]);
    assert!(after.out.contains("HUK-09") && after.out.contains("JDW-02"), "{}", after.out);
    assert!(tree(project.root()) == kept);
    let entry = project.path(".output.pilkada/gambar/cache-rules");
    std::fs::write(&entry, &kept[&entry][1..]).unwrap();
    assert_eq!(project.run(&["check"]).out, after.out, "damaged");
    assert!(entry.exists());
    std::fs::remove_dir_all(project.path(".output.pilkada")).unwrap();
    assert_eq!(project.run(&["check"]).out, after.out, "without");
}

#[test]
fn a_check_says_the_same_before_and_after_a_build_of_the_same_content() {
    let said = |project: &Project, words: &[&str]| {
        let ran = project.run(&[&["check", "--bahasa", "en"], words].concat());
        (ran.code, ran.out, ran.err)
    };
    let forms: [&[&str]; 3] = [&[], &["--format", "sarif"], &["--ketat", "--hanya", "HUK"]];
    let silenced = ARTICLE.replace("01\n---", "01\nabaikan: [{ kode: HUK-09, alasan: Nama acara }]\n---");
    let quiet = ARTICLE.replace("Kotak Kosong", "warga");
    for (article, finds) in [(ARTICLE, "1 warning"), (&silenced, "1 finding silenced"), (&quiet, "nothing found")] {
        let project = Project::sound();
        project.write("content/berita/2024-10-01-acara.md", article);
        let before = forms.map(|words| said(&project, words));
        assert!(before[0].1.contains(finds), "{}", before[0].1);
        assert_eq!(project.run(&["build"]).code, Some(0));
        assert_eq!(forms.map(|words| said(&project, words)), before, "{finds}");
        project.write("content/berita/2024-10-02-acara.md", ARTICLE);
        assert!(said(&project, &[]).1.contains("warning"));
    }
}

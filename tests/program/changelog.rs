//! What a publication changed: noted by the program, told to readers, followed by programs.

use crate::project::{Project, Ran};
use serde_json::Value;

const HALAMAN: &str = "---\njudul: Tentang\n---\n\nIsi contoh.\n";

#[track_caller]
fn sound(ran: Ran) -> Ran {
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
    ran
}

fn page(project: &Project) -> String {
    project.read("output/perubahan.html")
}

#[test]
fn what_a_publication_changes_is_noted_and_told() {
    let project = Project::sound();
    project.write("content/halaman/tentang.md", HALAMAN);
    project.write("content/halaman/lama.md", HALAMAN.replace("Tentang", "Yang lama"));
    let first = sound(project.run(&["catat"]));
    assert!(first.out.contains("lainnya:") && !first.out.contains("halaman:"), "{}", first.out);
    sound(project.run(&["build"]));
    assert!(!project.path("output/perubahan.html").exists(), "a site without a list has no page of it");
    let none = sound(project.run(&["catat", "--tulis"]));
    assert!(none.err.contains("tidak ada halaman yang isinya berubah"), "{}", none.err);
    assert!(!project.path("content/perubahan.yaml").exists());

    project.write("content/halaman/tentang.md", HALAMAN.replace("Isi contoh", "Isi lain"));
    project.write("content/halaman/baru.md", HALAMAN.replace("Tentang", "Yang <baru>"));
    std::fs::remove_file(project.path("content/halaman/lama.md")).unwrap();
    sound(project.run(&["catat", "--tulis", "--keterangan", "Uraian diperjelas."]));
    let noted = project.read("content/perubahan.yaml");
    project.write("content/perubahan.yaml", noted.replace("judul: Tentang", "judul: Tentang kami # lebih ramah"));
    let again = sound(project.run(&["catat", "--tulis"]));
    assert!(again.err.contains("diperbarui"), "{}", again.err);
    let again = project.read("content/perubahan.yaml");
    assert!(again.contains("Uraian diperjelas.") && again.contains("judul: Tentang kami # lebih ramah"), "{again}");
    assert_eq!(again.matches("tanggal:").count(), 1, "the same publication is noted once: {again}");

    let built = sound(project.run(&["build"]));
    assert!(!built.err.contains("peringatan"), "{}", built.err);
    let html = page(&project);
    for told in [
        "<h3>Baru</h3>",
        "<a href=\"baru.html\">Yang &lt;baru&gt;</a>",
        "<a href=\"tentang.html\">Tentang kami</a>",
        "<h3>Dicabut</h3>",
        "<li>Yang lama</li>",
        "Uraian diperjelas.",
    ] {
        assert!(html.contains(told), "{told}: {html}");
    }
    let data: Value = serde_json::from_str(&project.read("output/perubahan.json")).unwrap();
    assert_eq!(data["perubahan"][0]["halaman"].as_array().unwrap().len(), 3, "{data}");
    let feed = project.read("output/perubahan/atom.xml");
    assert!(feed.contains("perubahan.html#2024-11-01") && feed.contains("3 halaman berubah"), "{feed}");
    assert!(sound(project.run(&["catat"])).out.is_empty(), "a list that is published changes nothing itself");
}

/// The site before may be a revision; then a day has one entry however often it is asked for.
#[test]
fn a_publication_may_follow_a_revision_and_waits_for_its_day() {
    let project = Project::sound();
    project.write("content/halaman/tentang.md", HALAMAN);
    project.git(&["init", "--quiet", "--initial-branch=utama"]);
    project.git(&["add", "."]);
    project.git(&["commit", "--quiet", "--message=Awal"]);
    project.write("content/halaman/tentang.md", HALAMAN.replace("Isi contoh", "Isi lain"));
    for _ in 0..2 {
        sound(project.run(&["catat", "--dari", "HEAD", "--tulis", "--tanggal", "2024-11-02"]));
    }
    let noted = project.read("content/perubahan.yaml");
    assert_eq!((noted.matches("tanggal:").count(), noted.contains("sebelum")), (1, false), "{noted}");
    sound(project.run(&["build", "--tanggal", "2024-11-01"]));
    assert!(!page(&project).contains("<h3>"), "told a day before it is published");
    sound(project.run(&["build", "--tanggal", "2024-11-02"]));
    assert!(page(&project).contains("<a href=\"tentang.html\">Tentang</a>"));
}

#[test]
fn a_list_that_cannot_be_read_is_left_as_it_is() {
    let project = Project::sound();
    sound(project.run(&["build"]));
    let broken = "perubahan: [\n";
    project.write("content/perubahan.yaml", broken);
    let ran = project.run(&["catat", "--tulis"]);
    assert_eq!(ran.code, Some(2), "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("pilkada check"), "{}", ran.err);
    assert_eq!(project.read("content/perubahan.yaml"), broken);
}

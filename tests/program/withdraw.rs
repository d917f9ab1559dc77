//! What somebody withdrew consent for is in no file of the project any more: content, site, and what builds keep.

use crate::project::{Project, tree};
use std::path::PathBuf;

/// Texts that stand nowhere but in the field they are withdrawn from.
const SCHOOL: &str = "Sekolah Rahasia Contoh";
const POST: &str = "Jabatan Rahasia Contoh";
const NICK: &str = "Panggilan Rahasia";

const PASLON: &str = "\
# Nomor satu.
nomor_urut: 1
calon:
  nama: SARI CONTOH
  sapaan: Panggilan Rahasia   # kata tim
  # Ini tetap.
  pekerjaan: Guru
  riwayat_pendidikan:   # dari formulir
    - Sekolah Rahasia Contoh
    - >-
      Sekolah Rahasia Contoh
      yang kedua
  riwayat_pekerjaan: [Jabatan Rahasia Contoh]
  persetujuan_publikasi: 2024-09-20
  foto: 1-calon.png
wakil: { nama: BUDI MISAL, sapaan: Pak Budi, pekerjaan: Tani }
sumber: [data]
";

fn project() -> Project {
    let project = Project::sound();
    project.write(
        "content/sumber.yaml",
        "data: { jenis: data_kpu, judul: Data uji, penerbit: KPU Contoh, tautan: \"https://contoh.test/d\" }\n",
    );
    project.write(
        "content/wilayah/contoh/wilayah.yaml",
        "kode: \"33\"\nnama: Provinsi Contoh\njenis: provinsi\npemilihan: {}\n",
    );
    project.write("content/wilayah/contoh/paslon/1.yaml", PASLON);
    let photo = "docs/gambar/banding-360.png";
    project.write("content/wilayah/contoh/paslon/1-calon.png", std::fs::read(photo).unwrap());
    project.write(
        "content/wilayah/contoh/paslon/2.yaml",
        "nomor_urut: 2\ncalon: { nama: RINA UMPAMA }\nwakil: { nama: DODI ANDAI }\nsumber: [data]\n",
    );
    project
}

/// The files that hold a text.
fn holding(project: &Project, text: &str) -> Vec<PathBuf> {
    let holds = |bytes: &[u8]| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    tree(project.root()).into_iter().filter(|(_, bytes)| holds(bytes)).map(|(path, _)| path).collect()
}

#[track_caller]
fn built(project: &Project) {
    let ran = project.run(&["build"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
}

#[test]
fn a_field_is_gone_from_content_site_and_what_is_kept() {
    let project = project();
    // Two sites, so that an earlier one is kept, too.
    built(&project);
    project.write("content/halaman/lain.md", "---\njudul: Lain\n---\n\nIsi.\n");
    built(&project);
    let before = holding(&project, SCHOOL);
    assert!(before.len() > 3, "{before:?}");
    let ran = project.run(&["cabut", "contoh/paslon/1", "calon.persetujuan_publikasi", "--ya"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("situs terbit tanpanya") && ran.err.contains("3 x 24 jam"), "{}", ran.err);
    for text in [SCHOOL, POST] {
        assert_eq!(holding(&project, text), Vec::<PathBuf>::new());
    }
    assert_eq!(
        project.read("content/wilayah/contoh/paslon/1.yaml"),
        "# Nomor satu.\nnomor_urut: 1\ncalon:\n  nama: SARI CONTOH\n  sapaan: Panggilan Rahasia   # kata tim\n  # Ini tetap.\n  pekerjaan: Guru\n  foto: 1-calon.png\nwakil: { nama: BUDI MISAL, sapaan: Pak Budi, pekerjaan: Tani }\nsumber: [data]\n"
    );
    let page = project.read("output/contoh/paslon/1.html");
    assert!(page.contains("calon.persetujuan_publikasi") && page.contains("class=\"dikoreksi\""), "{page}");
    assert!(project.read("output/contoh/koreksi.html").contains("Penarikan persetujuan (UU 27/2022)"));
    // And it does not come back with the next site.
    project.write("content/halaman/lain.md", "---\njudul: Lain lagi\n---\n\nIsi.\n");
    built(&project);
    for text in [SCHOOL, POST] {
        assert_eq!(holding(&project, text), Vec::<PathBuf>::new());
    }
}

#[test]
fn a_photo_goes_with_its_copies_and_a_second_withdrawal_joins_the_list() {
    let project = project();
    built(&project);
    let pictures = || {
        let named = |path: &PathBuf| {
            let path = path.to_string_lossy();
            path.contains("1-calon") && !path.ends_with(".html")
        };
        tree(project.root()).into_keys().filter(named).collect::<Vec<_>>()
    };
    assert!(!pictures().is_empty());
    for field in ["calon.foto", "calon.sapaan", "wakil.sapaan"] {
        let ran = project.run(&["withdraw", "wilayah/contoh/paslon/1.yaml", field, "--yes", "--language", "en"]);
        assert_eq!(ran.code, Some(0), "{field} {}{}", ran.out, ran.err);
    }
    assert_eq!(pictures(), Vec::<PathBuf>::new());
    assert_eq!(holding(&project, NICK), Vec::<PathBuf>::new());
    assert_eq!(holding(&project, "Pak Budi"), Vec::<PathBuf>::new());
    assert!(
        project.read("content/wilayah/contoh/paslon/1.yaml").contains("wakil: { nama: BUDI MISAL, pekerjaan: Tani }\n")
    );
    assert_eq!(project.read("content/wilayah/contoh/koreksi.yaml").matches("tanggal: 2024-11-01").count(), 3);
    assert!(project.read("content/wilayah/contoh/koreksi.yaml").contains("menyangkut: \"/contoh/paslon/1.html\""));
    let ran = project.run(&["check"]);
    assert!(ran.code == Some(0) && !ran.out.contains("FKT-30"), "{}", ran.out);
}

#[test]
fn nothing_is_withdrawn_before_it_is_agreed_to_or_where_it_cannot_be() {
    let project = project();
    built(&project);
    let before = tree(project.root());
    let run = |field: &str, words: &[&str]| project.run(&[&["cabut", "contoh/paslon/1.yaml", field], words].concat());
    let asked = run("calon.sapaan", &[]);
    assert_eq!(asked.code, Some(1), "{}", asked.err);
    assert!(asked.out.contains("-   sapaan: Panggilan Rahasia"), "{}", asked.out);
    let unknown = run("calon.umur", &["--ya"]);
    assert_eq!(unknown.code, Some(2));
    assert!(
        unknown.err.contains("tidak ada bidang \"calon.umur\" di sana; yang ada: nama, sapaan, pekerjaan"),
        "{}",
        unknown.err
    );
    assert_eq!(project.run(&["cabut", "contoh/paslon/9", "calon.foto", "--ya"]).code, Some(2));
    let needed = run("calon.nama", &["--ya"]);
    assert_eq!(needed.code, Some(1), "{}", needed.err);
    assert!(needed.err.contains("tidak ada yang dicabut"), "{}", needed.err);
    assert_eq!(tree(project.root()), before);
}

#[test]
fn where_the_same_text_stands_elsewhere_it_is_said() {
    let project = project();
    project.write("content/halaman/lain.md", format!("---\njudul: Lain\n---\n\nIa dari {SCHOOL}.\n"));
    built(&project);
    let ran = project.run(&["cabut", "contoh/paslon/1", "calon.riwayat_pendidikan", "--ya"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(
        ran.err.contains("masih tertulis di 1 berkas") && ran.err.contains("content/halaman/lain.md"),
        "{}",
        ran.err
    );
}

#[test]
fn what_unsound_content_keeps_published_is_said_and_forgotten_later() {
    let project = project();
    built(&project);
    project.write("content/halaman/lain.md", "---\njudl: Lain\n---\n\nIsi.\n");
    let ran = project.run(&["cabut", "contoh/paslon/1", "calon.sapaan", "--ya"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(ran.err.contains("SITUS YANG TERBIT MASIH MEMUATNYA"), "{}", ran.err);
    let left = holding(&project, NICK);
    assert!(!left.is_empty() && left.iter().all(|path| path.starts_with(project.path("output"))), "{left:?}");
    project.write("content/halaman/lain.md", "---\njudul: Lain\n---\n\nIsi.\n");
    built(&project);
    assert_eq!(holding(&project, NICK), Vec::<PathBuf>::new());
}

//! Photos of candidates: joint ones are shown of all pairs or of none, and backgrounds that differ are said.

use crate::project::{Project, Ran};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use std::io::Cursor;

const PASLON: &str = "content/wilayah/contoh/paslon";
const WHITE: Rgb<u8> = Rgb([250, 250, 248]);
const GREY: Rgb<u8> = Rgb([215, 218, 220]);
const RED: Rgb<u8> = Rgb([200, 20, 30]);
/// Hair and clothes of everybody, so that only the background differs.
const PERSON: Rgb<u8> = Rgb([60, 50, 45]);

/// A person before a background: a head in the middle, shoulders below from edge to edge.
fn portrait(width: u32, height: u32, behind: impl Fn(u32, u32) -> Rgb<u8>) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let is_head = x.abs_diff(width / 2) < width / 5 && y > height / 8;
        if is_head || y > height * 2 / 3 { PERSON } else { behind(x, y) }
    });
    let mut bytes = Vec::new();
    DynamicImage::from(picture).write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg).unwrap();
    bytes
}

fn before(colour: Rgb<u8>) -> Vec<u8> {
    portrait(300, 400, |_, _| colour)
}

/// A person before a street: stripes of many colours with the middle colour of a grey wall.
fn in_a_street() -> Vec<u8> {
    portrait(300, 400, |x, y| Rgb([x * 37, y * 53, (x + y) * 29].map(|mix| mix.to_le_bytes()[0])))
}

/// A contest of two pairs.
fn contest() -> Project {
    let project = Project::sound();
    project.write(
        "content/wilayah/contoh/wilayah.yaml",
        "kode: \"33\"\nnama: Provinsi Contoh\njenis: provinsi\npemilihan: {}\n",
    );
    project
}

/// A pair whose candidates have these keys besides their names, and the pair these.
fn pair(project: &Project, number: u32, foto: &str, besides: &str) {
    project.write(
        &format!("{PASLON}/{number}.yaml"),
        format!(
            "nomor_urut: {number}\ncalon: {{ nama: CALON CONTOH {number}{foto} }}\nwakil: {{ nama: WAKIL CONTOH {number} }}\n{besides}"
        ),
    );
}

/// What a check says of two pairs, each with a photo of the candidate.
fn said_of(first: &[u8], second: &[u8]) -> (Project, Ran) {
    let project = contest();
    for (number, bytes) in [(1, first), (2, second)] {
        pair(&project, number, &format!(", foto: {number}.jpg"), "");
        project.write(&format!("{PASLON}/{number}.jpg"), bytes);
    }
    let ran = project.run(&["check", "--hanya", "KST-50"]);
    (project, ran)
}

#[test]
fn a_background_that_is_clearly_another_is_said_with_both_photos() {
    let (project, ran) = said_of(&before(WHITE), &before(RED));
    let text = ran.out + &ran.err;
    assert!(
        text.contains("saran[KST-50]: latar foto nomor urut 2 jelas berbeda dari latar foto nomor urut 1"),
        "{text}"
    );
    assert!(text.contains("paslon/2.yaml:2:") && text.contains("paslon/1.yaml:2:"), "{text}");
    // A build remembers what it saw of each photo, and says the same from memory.
    for _ in 0..2 {
        assert_eq!(project.run(&["build"]).code, Some(0));
        let again = project.run(&["check", "--hanya", "KST-50"]);
        assert!((again.out + &again.err).contains("saran[KST-50]"));
    }
    project.write(&format!("{PASLON}/2.jpg"), before(WHITE));
    let mended = project.run(&["check", "--hanya", "KST-50"]);
    assert!(!(mended.out + &mended.err).contains("KST-50]"), "another photo is looked at anew");
}

#[test]
fn a_street_behind_one_and_a_wall_behind_the_other_differ_and_two_lights_on_one_wall_do_not() {
    let is_said = |first: &[u8], second: &[u8]| {
        let (_, ran) = said_of(first, second);
        (ran.out + &ran.err).contains("KST-50]")
    };
    assert!(is_said(&before(GREY), &in_a_street()));
    assert!(!is_said(&before(WHITE), &before(GREY)));
    assert!(!is_said(&in_a_street(), &in_a_street()));
    // Whose photo is wider than another's does not matter here.
    assert!(!is_said(&before(WHITE), &portrait(500, 400, |_, _| WHITE)));
}

#[test]
fn a_joint_photo_is_shown_of_every_pair_in_one_shape_and_with_both_names() {
    let project = contest();
    for number in [1, 2] {
        pair(&project, number, "", &format!("foto_pasangan: {number}.jpg\n"));
        project.write(&format!("{PASLON}/{number}.jpg"), portrait(1200, 900, |_, _| WHITE));
    }
    assert_eq!(project.run(&["build"]).code, Some(0));
    for number in [1, 2] {
        let html = project.read(&format!("output/contoh/paslon/{number}.html"));
        let alt = format!("alt=\"Foto bersama CALON CONTOH {number} dan WAKIL CONTOH {number}\"");
        assert!(html.contains(&alt), "{html}");
        assert!(html.contains("width=\"960\" height=\"640\""), "{html}");
    }
    for page in ["index.html", "banding.html"] {
        let html = project.read(&format!("output/contoh/{page}"));
        assert_eq!(html.matches("<picture>").count(), 2, "{page}");
    }
    let json = project.read("output/contoh/paslon/1.json");
    assert!(json.contains("\"foto_pasangan\": \"https://contoh.test/pilkada/contoh/paslon/1.jpg\""), "{json}");
    let report = project.read("output/kesetaraan.html");
    assert!(report.contains("1200 × 900"), "{report}");
    assert!(project.read("output/data/paslon.csv").contains("foto_pasangan"));
}

#[test]
fn a_joint_photo_of_one_pair_alone_is_shown_of_none_and_said() {
    let project = contest();
    pair(&project, 1, "", "foto_pasangan: 1.jpg\n");
    pair(&project, 2, "", "");
    project.write(&format!("{PASLON}/1.jpg"), portrait(600, 400, |_, _| WHITE));
    let ran = project.run(&["build"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    for page in ["index.html", "banding.html", "paslon/1.html", "paslon/2.html"] {
        assert!(!project.read(&format!("output/contoh/{page}")).contains("<picture>"), "{page}");
    }
    let text = project.run(&["check"]);
    let text = text.out + &text.err;
    assert!(text.contains("KST-01]: `foto_pasangan` diisi untuk nomor urut 1, tetapi tidak untuk 2"), "{text}");
    assert!(project.read("output/kesetaraan.html").contains("foto bersama"));
}

#[test]
fn a_joint_photo_that_is_not_there_and_one_of_the_empty_column_are_mistakes() {
    let project = contest();
    pair(&project, 1, "", "foto_pasangan: tiada.jpg\n");
    project.write(&format!("{PASLON}/2.yaml"), "nomor_urut: 2\nkolom_kosong: true\nfoto_pasangan: tiada.jpg\n");
    let ran = project.run(&["check"]);
    let text = ran.out + &ran.err;
    assert_eq!(ran.code, Some(1));
    assert!(text.contains("RUJ-05]: gambar \"tiada.jpg\" tidak ada"), "{text}");
    assert!(text.contains("kolom kosong tidak punya `foto_pasangan`"), "{text}");
}

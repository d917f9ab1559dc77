//! Pictures: drawn in the sizes of a page, without what a camera wrote, once; damaged ones are said.

use crate::project::Project;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;

const PASLON: &str = "content/wilayah/contoh/paslon";
const PHOTOS: &str = "nomor_urut: 1\ncalon: { nama: CALON CONTOH SATU, foto: 1-calon.jpg }\n\
                      wakil: { nama: WAKIL CONTOH SATU, foto: 1-wakil.png }\n";

/// A contest with one pair, whose photos are the two.
fn contest(calon: &[u8], wakil: &[u8]) -> Project {
    let project = Project::sound();
    project.write(
        "content/wilayah/contoh/wilayah.yaml",
        "kode: \"33\"\nnama: Provinsi Contoh\njenis: provinsi\npemilihan: {}\n",
    );
    project.write(&format!("{PASLON}/1.yaml"), PHOTOS);
    project.write(&format!("{PASLON}/2.yaml"), "nomor_urut: 2\nkolom_kosong: true\n");
    project.write(&format!("{PASLON}/1-calon.jpg"), calon);
    project.write(&format!("{PASLON}/1-wakil.png"), wakil);
    project
}

/// Red above, blue below: which way up it is can be seen.
fn two_colours(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |_, y| if y < height / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) })
}

fn written(picture: RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    DynamicImage::from(picture).write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    written(two_colours(width, height), ImageFormat::Jpeg)
}

fn png(width: u32, height: u32) -> Vec<u8> {
    written(two_colours(width, height), ImageFormat::Png)
}

/// A JPEG as a telephone writes it: held on its side (orientation 6), with its maker and a place.
fn telephone(width: u32, height: u32) -> Vec<u8> {
    let exif =
        b"Exif\0\0II*\0\x08\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0\
                 \x02\0PEMBUAT GPSLatitude 12345678";
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let bytes = jpeg(width, height);
    [&bytes[..2], b"\xff\xe1", &length, exif, &bytes[2..]].concat()
}

/// A PNG that says it is large and holds nothing.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = png(1, 1);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    // The checksum of the header's name and body.
    let mut crc = flate2::Crc::new();
    crc.update(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&crc.sum().to_be_bytes());
    bytes
}

/// The copies of pictures in a folder of the project, by name.
fn copies(project: &Project, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let Ok(entries) = fs::read_dir(project.path(folder)) else { return BTreeMap::new() };
    let files = entries.map(|entry| entry.unwrap().path());
    let pictures = files.filter(|path| path.extension().is_some_and(|end| end == "webp" || end == "jpg"));
    let named = pictures.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), path));
    named
        .filter(|(name, _)| name.matches('-').count() > 1)
        .map(|(name, path)| (name, fs::read(path).unwrap()))
        .collect()
}

/// Whether what is kept under a name is a picture for shared links, or what a build remembers.
#[cfg(feature = "gambar")]
fn is_of_a_link(name: &str) -> bool {
    name.ends_with(".png") || name.starts_with("cache-")
}

fn published(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let ran = project.run(&["build"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    copies(project, "output/contoh/paslon")
}

#[track_caller]
fn is_refused(calon: &[u8], words: &str) {
    let project = contest(calon, &png(30, 40));
    for command in ["check", "build"] {
        let ran = project.run(&[command]);
        let said = format!("{}{}", ran.out, ran.err);
        assert_eq!(ran.code, Some(1), "{command}: {said}");
        let place = "galat[RUJ-05]: gambar \"1-calon.jpg\"";
        assert!(!said.contains("panicked"), "{said}");
        assert!(
            said.contains(place) && said.contains(words) && said.contains("paslon/1.yaml:2:41"),
            "{command}: {said}"
        );
        assert_eq!(said.matches("galat[").count(), 1, "{command}: {said}");
    }
}

#[test]
#[cfg(feature = "gambar")]
fn a_photo_is_written_upright_in_one_shape_and_three_sizes() {
    let project = contest(&telephone(1200, 600), &png(600, 800));
    let found = published(&project);
    for (person, format) in [("1-calon", "webp"), ("1-calon", "jpg"), ("1-wakil", "webp"), ("1-wakil", "jpg")] {
        for (width, height) in [(120, 160), (240, 320), (480, 640)] {
            let end = format!("-{width}.{format}");
            // The telephone's photo is 600 pixels wide when it stands: large enough for all three.
            let mut of_size = found.iter().filter(|(name, _)| name.starts_with(person) && name.ends_with(&end));
            let (name, bytes) = of_size.next().unwrap_or_else(|| panic!("{person}{end} in {:?}", found.keys()));
            assert_eq!(image::load_from_memory(bytes).unwrap().into_rgb8().dimensions(), (width, height), "{name}");
        }
    }
    assert_eq!(found.len(), 12);
}

#[test]
#[cfg(feature = "gambar")]
fn a_photo_held_sideways_stands_upright_and_keeps_no_secret() {
    let project = contest(&telephone(1200, 800), &png(30, 40));
    let (_, bytes) = published(&project).into_iter().find(|(name, _)| name.ends_with("-480.webp")).unwrap();
    // Turned a quarter to the right, what was above is on the right.
    let picture = image::load_from_memory(&bytes).unwrap().into_rgb8();
    let (left, right) = (picture.get_pixel(40, 320), picture.get_pixel(440, 320));
    assert!(left[2] > 150 && left[0] < 80, "{left:?}");
    assert!(right[0] > 150 && right[2] < 80, "{right:?}");
    for (name, bytes) in published(&project) {
        for secret in [&b"Exif"[..], b"EXIF", b"PEMBUAT", b"GPS"] {
            assert!(!bytes.windows(secret.len()).any(|part| part == secret), "{name}");
        }
    }
}

#[test]
fn the_size_of_a_photo_held_sideways_is_that_of_the_upright_one() {
    for (photo, said) in
        [(telephone(40, 30), None), (telephone(30, 40), Some("berukuran 30 x 40, foto nomor urut 1 40 x 30"))]
    {
        let project = contest(&photo, &png(30, 40));
        let second = PHOTOS.replace("nomor_urut: 1", "nomor_urut: 2").replace("SATU", "DUA");
        project.write(&format!("{PASLON}/2.yaml"), second);
        let ran = project.run(&["check", "--hanya", "KST-04"]);
        assert_eq!(ran.out.contains("[KST-04]"), said.is_some(), "{ran:?}");
        assert!(ran.out.contains(said.unwrap_or_default()), "{ran:?}");
    }
}

#[test]
#[cfg(feature = "gambar")]
fn a_page_offers_the_sizes_and_says_how_much_room_they_take() {
    let project = contest(&jpeg(600, 800), &png(60, 80));
    let names: Vec<String> = published(&project).into_keys().collect();
    let page = project.read("output/contoh/paslon/1.html");
    for name in &names {
        assert!(page.contains(&format!("paslon/{name} ")), "{name} in {page}");
    }
    assert!(page.contains(r#"width="480" height="640" alt="Foto CALON CONTOH SATU" decoding"#), "{page}");
    assert!(page.contains(r#"width="60" height="80" alt="Foto WAKIL CONTOH SATU" decoding"#), "{page}");
}

#[test]
#[cfg(feature = "gambar")]
fn the_same_picture_gives_the_same_bytes_and_is_drawn_once() {
    let project = contest(&jpeg(600, 800), &png(300, 400));
    let first = published(&project);
    // Where nothing changed nothing is looked at: each time there is another text.
    let again = |text: &str| {
        project.write("content/halaman/catatan.md", format!("---\njudul: Catatan\n---\n{text}\n"));
        published(&project)
    };
    let kept = project.path("output").with_file_name(".output.pilkada").join("gambar");
    let names: Vec<String> =
        fs::read_dir(&kept).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(names.iter().filter(|name| !is_of_a_link(name)).count(), first.len());
    // An entry that is sound is taken as it is: another sound entry in its place is what is published.
    let name = names.iter().find(|name| name.ends_with("-480.jpg")).unwrap();
    let other = jpeg(48, 64);
    let digest = <sha2::Sha256 as sha2::Digest>::digest(&other);
    fs::write(kept.join(name), [&other[..], &digest].concat()).unwrap();
    assert!(again("Satu.").values().any(|bytes| *bytes == other), "drawn again");
    // One that is damaged is thrown away and drawn again, to the same bytes.
    fs::write(kept.join(name), b"rusak").unwrap();
    assert_eq!(again("Dua."), first);
    // And without anything kept.
    fs::remove_dir_all(&kept).unwrap();
    assert_eq!(again("Tiga."), first);
}

#[test]
#[cfg(feature = "gambar")]
fn what_no_picture_asks_for_any_more_is_not_kept() {
    let project = contest(&jpeg(600, 800), &png(300, 400));
    let first = published(&project);
    project.write(&format!("{PASLON}/1-calon.jpg"), jpeg(604, 800));
    let second = published(&project);
    let common = first.keys().filter(|name| second.contains_key(*name)).count();
    assert_eq!(common, 6, "only the other photo keeps its names");
    let kept = project.path("output").with_file_name(".output.pilkada").join("gambar");
    let names = fs::read_dir(kept).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.filter(|name| !is_of_a_link(name)).count(), second.len());
}

#[test]
#[cfg(not(feature = "gambar"))]
fn pictures_are_published_as_large_as_they_came() {
    let project = contest(&telephone(1200, 800), &png(60, 80));
    assert!(published(&project).is_empty());
    let page = project.read("output/contoh/paslon/1.html");
    assert!(page.contains(r#"paslon/1-calon.jpg" width="800" height="1200""#), "{page}");
    assert!(!page.contains("srcset"), "{page}");
}

#[test]
#[cfg(feature = "gambar")]
fn a_picture_that_is_cut_short_is_said_where_it_is_named() {
    let whole = jpeg(600, 800);
    is_refused(&whole[..whole.len() / 2], "rusak atau terpotong");
    is_refused(&png(600, 800)[..200], "rusak atau terpotong");
}

#[test]
fn what_is_no_picture_is_said_where_it_is_named() {
    is_refused(b"bukan foto", "rusak atau terpotong");
    is_refused(b"", "rusak atau terpotong");
}

#[test]
fn a_picture_too_large_to_draw_is_said_where_it_is_named() {
    is_refused(&bomb(60_000, 60_000), "terlalu besar: 60000 x 60000 piksel");
    is_refused(&png(30_000, 1), "terlalu besar: 30000 x 1 piksel");
    is_refused(&bomb(9_000, 9_000), "terlalu besar: 9000 x 9000 piksel");
}

#[test]
#[cfg(feature = "gambar")]
fn six_pairs_with_photos_still_come_in_one_round_trip() {
    let project = contest(&jpeg(1, 1), &png(1, 1));
    for number in 1..=6_u32 {
        let pair = format!(
            "nomor_urut: {number}\ncalon: {{ nama: CALON CONTOH {number}, foto: {number}-calon.jpg }}\n\
             wakil: {{ nama: WAKIL CONTOH {number}, foto: {number}-wakil.png }}\n"
        );
        project.write(&format!("{PASLON}/{number}.yaml"), pair);
        // Each of another size: their keys, which no compression shortens, all differ.
        project.write(&format!("{PASLON}/{number}-calon.jpg"), jpeg(481 + number, 700));
        project.write(&format!("{PASLON}/{number}-wakil.png"), png(491 + number, 700));
    }
    assert_eq!(published(&project).len(), 6 * 12);
    for page in ["index.html", "banding.html", "paslon/1.html"] {
        let html = project.read(&format!("output/contoh/{page}"));
        assert!(html.matches("<picture>").count() >= 2, "{page}");
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
        std::io::Write::write_all(&mut packed, html.as_bytes()).unwrap();
        let size = packed.finish().unwrap().len();
        assert!(size <= 14 * 1024, "{page}: {size} bytes");
    }
}

/// A contest with an article that shows a picture in its text, and the same picture from another folder.
fn with_article(picture: &[u8]) -> Project {
    let project = contest(&jpeg(30, 40), &png(30, 40));
    let article = |to: &str| {
        format!(
            "---\njudul: Rapat contoh\ntanggal: 2024-10-01\n---\n\nRapat dibuka.\n\n![Ketua membuka rapat]({to})\n\n\
             Rapat ditutup.\n"
        )
    };
    project.write("content/wilayah/contoh/berita/2024-10-01-rapat.md", article("rapat.png"));
    project.write("content/berita/2024-10-01-rapat.md", article("/contoh/berita/rapat.png"));
    project.write("content/wilayah/contoh/berita/rapat.png", picture);
    project
}

#[test]
#[cfg(feature = "gambar")]
fn a_picture_inside_an_article_comes_in_the_sizes_of_a_page() {
    let project = with_article(&png(1000, 500));
    published(&project);
    let names: Vec<String> = copies(&project, "output/contoh/berita").into_keys().collect();
    assert_eq!(names.len(), 6, "{names:?}");
    for (page, up) in [("contoh/berita/rapat.html", "../../"), ("berita/rapat.html", "../")] {
        let html = project.read(&format!("output/{page}"));
        let picture = html.split("<picture>").nth(1).unwrap().split("</picture>").next().unwrap();
        for name in &names {
            assert!(picture.contains(&format!("{up}contoh/berita/{name} ")), "{name} in {picture}");
        }
        let end = " width=\"1000\" height=\"500\" alt=\"Ketua membuka rapat\" loading=\"lazy\" decoding=\"async\">";
        assert!(picture.ends_with(end), "{picture}");
    }
}

#[test]
fn a_damaged_picture_inside_an_article_is_said_at_its_line() {
    let project = with_article(b"bukan gambar");
    for command in ["check", "build"] {
        let ran = project.run(&[command]);
        let said = format!("{}{}", ran.out, ran.err);
        assert_eq!(ran.code, Some(1), "{command}: {said}");
        assert!(said.contains("galat[RUJ-05]: gambar \"rapat.png\" rusak atau terpotong"), "{command}: {said}");
        assert!(said.contains("contoh/berita/2024-10-01-rapat.md:8:1"), "{command}: {said}");
        assert_eq!(said.matches("galat[").count(), 1, "{command}: {said}");
    }
}

#[test]
fn the_smallest_picture_is_drawn() {
    let project = contest(&jpeg(1, 1), &png(1, 1));
    let ran = project.run(&["build"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

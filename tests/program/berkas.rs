//! Files that come along with records: what they are, what they are called, and what of them is published.

use crate::project::{Project, tree};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

const BERITA: &str = "content/berita";
/// What no published file may hold.
const SECRETS: [&[u8]; 4] = [b"RAHASIA", b"GPSLatitude", b"D:20240923", b"\x25\x88\x04\0"];

fn written(format: ImageFormat) -> Vec<u8> {
    let picture = RgbImage::from_fn(60, 80, |x, y| Rgb([x * 3, y * 2, 90].map(|colour| colour.to_le_bytes()[0])));
    let mut bytes = Vec::new();
    DynamicImage::from(picture).write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// A directory of tags with who took a picture, and where.
fn exif() -> Vec<u8> {
    let mut bytes =
        b"II*\0\x08\0\0\0\x02\0\x3b\x01\x02\0\x08\0\0\0\x26\0\0\0\x25\x88\x04\0\x01\0\0\0\x30\0\0\0\0\0\0\0".to_vec();
    bytes.extend(b"RAHASIA\0\0\0\x02\0");
    bytes.extend(b"GPSLatitude RAHASIA D:20240923");
    bytes
}

/// A JPEG with all that cameras and programs write, and a film behind it.
fn jpeg() -> Vec<u8> {
    let bytes = written(ImageFormat::Jpeg);
    let segment = |kind: u8, text: &[u8]| {
        let length = u16::try_from(text.len() + 2).unwrap().to_be_bytes();
        [&[0xff, kind], &length[..], text].concat()
    };
    let exif = [b"Exif\0\0".to_vec(), exif()].concat();
    let mut parts = vec![b"\xff\xd8".to_vec(), segment(0xe1, &exif)];
    for (kind, text) in [
        (0xe1, &b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>RAHASIA</x:xmpmeta>"[..]),
        (0xe2, b"MPF\0RAHASIA"),
        (0xed, b"Photoshop 3.0\08BIM\x04\x04RAHASIA"),
        (0xeb, b"RAHASIA"),
        (0xf0, b"RAHASIA"),
        (0xfe, b"RAHASIA"),
    ] {
        parts.push(segment(kind, text));
    }
    parts.push(bytes[2..].to_vec());
    parts.push(b"\xff\xd8\xff\xe1\0\x0bRAHASIA\xff\xd9\0\0\0\x18ftypmp42RAHASIA".to_vec());
    parts.concat()
}

fn png_chunk(kind: [u8; 4], content: &[u8]) -> Vec<u8> {
    let mut crc = flate2::Crc::new();
    crc.update(&kind);
    crc.update(content);
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [&length[..], &kind, content, &crc.sum().to_be_bytes()].concat()
}

fn png() -> Vec<u8> {
    let bytes = written(ImageFormat::Png);
    let mut more = png_chunk(*b"eXIf", &exif());
    for (kind, text) in [
        (b"tEXt", &b"Author\0RAHASIA"[..]),
        (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x>RAHASIA</x>"),
        (b"tIME", b"\x07\xe8\x09\x17\x08\0\0"),
        (b"prVt", b"RAHASIA"),
    ] {
        more.extend(png_chunk(*kind, text));
    }
    [&bytes[..33], &more, &bytes[33..], b"RAHASIA"].concat()
}

fn webp() -> Vec<u8> {
    let bytes = written(ImageFormat::WebP);
    let mut body = b"WEBPVP8X\x0a\0\0\0\x0c\0\0\0\x3b\0\0\x4f\0\0".to_vec();
    body.extend(&bytes[12..]);
    for (kind, content) in [(b"EXIF", exif()), (b"XMP ", b"<x>RAHASIA</x>".to_vec()), (b"PRIV", b"RAHASIA!".to_vec())] {
        body.extend(kind);
        body.extend(u32::try_from(content.len()).unwrap().to_le_bytes());
        body.extend(&content);
        body.extend(vec![0; content.len() % 2]);
    }
    let length = u32::try_from(body.len()).unwrap().to_le_bytes();
    [b"RIFF", &length[..], &body, b"RAHASIA"].concat()
}

fn pdf() -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let text = "<</Author (RAHASIA) /CreationDate (D:20240923)>> ".repeat(8);
    packed.write_all(text.as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    let head = format!("4 0 obj <</Type/ObjStm/Filter/FlateDecode/Length {}>>\nstream\n", packed.len());
    [
        &b"%PDF-1.7\n1 0 obj <</Author (RAHASIA) /CreationDate (D:20240923) /Producer (Contoh)>> endobj\n"[..],
        b"2 0 obj <<>>\nstream\n<x:xmpmeta><dc:creator>RAHASIA</dc:creator></x:xmpmeta>\nendstream endobj\n",
        head.as_bytes(),
        &packed,
        b"\nendstream endobj\ntrailer <</Info 1 0 R>> startxref 0 %%EOF",
    ]
    .concat()
}

fn article(gambar: &str, text: &str) -> String {
    let gambar = if gambar.is_empty() {
        String::new()
    } else {
        format!("gambar: {{ berkas: \"{gambar}\", alt: Ketua membuka rapat, kredit: KPU Contoh }}\n")
    };
    format!("---\njudul: Rapat contoh\ntanggal: 2024-10-01\nringkasan: Rapat dibuka.\n{gambar}---\n\n{text}\n")
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// What the program says of a project, and what it ends with.
fn said(project: &Project, command: &str) -> (String, Option<i32>) {
    let ran = project.run(&[command]);
    (format!("{}{}", ran.out, ran.err), ran.code)
}

#[test]
fn nothing_is_published_with_its_place_its_author_or_its_time_by_any_road() {
    let project = Project::sound();
    let all = [("a.jpg", jpeg()), ("b.png", png()), ("c.webp", webp()), ("d.pdf", pdf())];
    let text: String = all.iter().fold(String::new(), |text, (name, _)| text + "[unduh](" + name + ")\n\n");
    for (name, bytes) in &all {
        assert!(contains(bytes, b"RAHASIA"));
        project.write(&format!("{BERITA}/{name}"), bytes);
        project.write(&format!("content/statis/{name}"), bytes);
    }
    for (number, (name, bytes)) in all[..3].iter().enumerate() {
        // By the front matter of an article, by its text, and under the name of another kind.
        let other = format!("salah-{number}.{}", ["webp", "jpg", "png"][number]);
        project.write(&format!("{BERITA}/{other}"), bytes);
        let inside = format!("![Ketua membuka rapat]({other})\n\n{text}");
        project.write(&format!("{BERITA}/2024-10-0{}-rapat-{number}.md", number + 1), article(name, &inside));
    }
    for number in 1..=3 {
        let path = format!("{BERITA}/2024-10-0{number}-rapat-{}.md", number - 1);
        let text = project.read(&path).replace("tanggal: 2024-10-01", &format!("tanggal: 2024-10-0{number}"));
        project.write(&path, text);
    }
    let (said, code) = said(&project, "build");
    assert_eq!(code, Some(0), "{said}");
    let files = tree(&project.path("output"));
    let names = |end: &str| files.keys().filter(|path| path.to_string_lossy().ends_with(end)).count();
    assert!(names("d.pdf") == 2 && names("/a.jpg") == 2 && names("/b.png") == 2 && names("/c.webp") == 2, "{files:?}");
    for (path, bytes) in &files {
        for secret in SECRETS {
            assert!(!contains(bytes, secret), "{} in {}", String::from_utf8_lossy(secret), path.display());
        }
        if path.ends_with("d.pdf") {
            assert!(contains(bytes, b"/Producer (Contoh)") && bytes.len() == pdf().len());
        }
    }
}

#[test]
fn a_signed_pdf_that_names_its_author_is_not_published() {
    let project = Project::sound();
    let signed = [&pdf()[..], b" /ByteRange [0 1 2 3]"].concat();
    project.write(&format!("{BERITA}/d.pdf"), signed);
    project.write(&format!("{BERITA}/2024-10-01-rapat.md"), article("", "[unduh](d.pdf)"));
    let (said, code) = said(&project, "check");
    assert!(code == Some(1) && said.contains("galat[RUJ-18]: \"d.pdf\" menyebut pembuatnya"), "{said}");
}

#[test]
fn a_picture_is_what_its_bytes_say() {
    for (name, bytes) in [("foto.PNG", jpeg()), ("foto.jpg", webp()), ("foto.webp", png()), ("foto", jpeg())] {
        let project = Project::sound();
        project.write(&format!("{BERITA}/{name}"), bytes);
        project.write(&format!("{BERITA}/2024-10-01-rapat.md"), article(name, &format!("![Rapat dibuka]({name})")));
        let (said, code) = said(&project, "build");
        assert_eq!(code, Some(0), "{name}: {said}");
        assert!(!said.contains("RUJ"), "{name}: {said}");
        if cfg!(feature = "gambar") {
            assert!(project.read("output/berita/rapat.html").contains("-60.webp 60w"), "{name}");
        }
    }
}

#[test]
fn what_browsers_do_not_show_is_refused_by_its_name_where_it_is_named() {
    let boxed = |brand: &str| format!("\0\0\0\u{18}ftyp{brand}\0\0\0\0mif1{brand}").into_bytes();
    for (name, bytes, format) in [
        ("a.heic", boxed("heic"), "HEIC"),
        ("a.jpg", boxed("heic"), "HEIC"),
        ("a.avif", boxed("avif"), "AVIF"),
        ("a.tif", b"II*\0\x08\0\0\0\0\0".to_vec(), "TIFF"),
        ("a.gif", b"GIF89a\x01\0\x01\0".to_vec(), "GIF"),
        ("a.bmp", b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0".to_vec(), "BMP"),
        ("a.pdf", b"%PDF-1.4 startxref".to_vec(), "PDF"),
        ("a.png", b"%PDF-1.4 startxref".to_vec(), "PDF"),
        ("a.svg", b"<?xml version=\"1.0\"?><svg/>".to_vec(), "SVG"),
        ("a.jpg", b"<!doctype html><html>".to_vec(), "halaman HTML"),
        ("a.jpg", b"PK\x03\x04docx".to_vec(), "dokumen kantor"),
    ] {
        let project = Project::sound();
        project.write(&format!("{BERITA}/{name}"), bytes);
        project.write(&format!("{BERITA}/2024-10-01-rapat.md"), article(name, "Isi."));
        project.write("content/halaman/gambar.md", format!("---\njudul: Gambar\n---\n\n![Rapat](../berita/{name})\n"));
        for command in ["check", "build"] {
            let (said, code) = said(&project, command);
            assert_eq!(code, Some(1), "{name} {command}: {said}");
            let place = format!("galat[RUJ-05]: gambar \"{name}\" isinya {format}");
            assert!(said.contains(&place), "{name} {command}: {said}");
            assert!(!said.contains("rusak") && said.contains("2024-10-01-rapat.md:5:19"), "{name} {command}: {said}");
            assert!(!project.path("output").exists());
        }
    }
}

#[test]
fn a_picture_that_moves_is_said() {
    let project = Project::sound();
    let bytes = written(ImageFormat::Png);
    let moving = [&bytes[..33], &png_chunk(*b"acTL", b"\0\0\0\x02\0\0\0\0"), &bytes[33..]].concat();
    project.write(&format!("{BERITA}/lipat.png"), moving);
    project.write(&format!("{BERITA}/2024-10-01-rapat.md"), article("lipat.png", "![Cara melipat](lipat.png)"));
    let (said, code) = said(&project, "check");
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(said.matches("saran[AKS-07]: gambar \"lipat.png\" bergerak").count(), 1, "{said}");
}

#[test]
fn a_name_is_encoded_wherever_an_address_is_written() {
    let project = Project::sound();
    let name = "foto #1 rapat? 100% \u{e9},(x)&.jpg";
    project.write(&format!("{BERITA}/{name}"), jpeg());
    // On some systems the name was taken apart into other characters.
    let apart = "cafe\u{301}.png";
    project.write(&format!("{BERITA}/{apart}"), png());
    let encoded = "foto%20%231%20rapat%3F%20100%25%20%C3%A9%2C%28x%29%26.jpg";
    let text = format!("![Rapat dibuka]({encoded})\n\n![Kafe](caf\u{e9}.png) [unduh](<{apart}>)");
    project.write(&format!("{BERITA}/2024-10-01-rapat.md"), article(name, &text));
    let (said, code) = said(&project, "build");
    assert_eq!(code, Some(0), "{said}");
    assert!(project.path(&format!("output/berita/{name}")).is_file());
    let mut seen = 0;
    for (path, bytes) in tree(&project.path("output")) {
        let is_text = path.extension().is_some_and(|end| end != "jpg" && end != "png" && end != "webp");
        // The manifest names files as they lie on the disk.
        if !is_text || path.ends_with("manifes.json") {
            continue;
        }
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains("foto #1") && !text.contains("cafe\u{301}"), "{}", path.display());
        seen += text.matches(encoded).count();
        for (at, _) in text.match_indices("https://contoh.test/") {
            let address: String =
                text[at..].chars().take_while(|c| !matches!(c, '"' | '<' | '\n' | ' ' | ',' | '\\')).collect();
            assert!(address.is_ascii() && !address.contains(['(', '{']), "{address} in {}", path.display());
        }
    }
    assert!(seen >= 4, "the feeds, the JSON and the table name it");
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_with_controls_is_shown_and_not_obeyed() {
    let project = Project::sound();
    project.write(&format!("{BERITA}/jahat\u{1b}[31m\n::error::palsu\u{9b}.jpg"), jpeg());
    project.write("content/partai.yaml", "\"a\u{9b}31m\": { nama: x }\n");
    fs::create_dir(project.path("content/map\nrusak")).unwrap();
    for words in [&["check"][..], &["check", "--format", "github"], &["check", "--bahasa", "en"]] {
        let ran = project.run(words);
        let said = format!("{}{}", ran.out, ran.err);
        assert_eq!(ran.code, Some(1), "{said}");
        assert!(!said.contains(['\u{1b}', '\u{9b}']), "{said:?}");
        assert!(said.contains("jahat\\u{1b}[31m\\n") && said.contains("map\\nrusak"), "{said}");
        assert!(!said.lines().any(|line| line.starts_with("::error::palsu")), "{said}");
    }
}

#[test]
fn what_is_in_statis_is_published_as_it_is_and_goes_when_it_goes() {
    let project = Project::sound();
    project.write("content/statis/CNAME", "contoh.test\n");
    project.write("content/statis/.well-known/security.txt", "Contact: mailto:humas@contoh.test\n");
    project.write("content/statis/google1.html", "google-site-verification: google1.html");
    project.write("content/statis/panjang.csv", "a,b\n".repeat(400_000));
    project.write("content/statis/latin1.txt", b"caf\xe9\n");
    let (before, code) = said(&project, "build");
    assert_eq!(code, Some(0), "{before}");
    assert_eq!(project.read("output/CNAME"), "contoh.test\n");
    assert_eq!(fs::read(project.path("output/latin1.txt")).unwrap(), b"caf\xe9\n");
    let manifest = project.read("output/manifes.json");
    for name in ["\"CNAME\"", "\".well-known/security.txt\"", "\"google1.html\"", "\"panjang.csv\""] {
        assert!(manifest.contains(name), "{name}");
    }
    fs::remove_dir_all(project.path("content/statis/.well-known")).unwrap();
    project.write("output/.gitignore", "x");
    let (after, code) = said(&project, "build");
    assert_eq!(code, Some(0), "{after}");
    assert!(!project.path("output/.well-known").exists() && project.path("output/.gitignore").exists(), "{after}");
    assert!(said(&project, "build").0.contains(" 0 berubah"));
}

#[test]
fn a_theme_takes_no_address_that_is_made() {
    for path in ["manifes.json", "cari/daftar.js", "cari.html/x", "index.html", "berita", "bagikan/situs.png"] {
        if path.starts_with("bagikan") && !cfg!(feature = "og") {
            continue;
        }
        let project = Project::sound();
        project.write(&format!("{BERITA}/2024-10-01-rapat.md"), article("", "Isi."));
        project.write(&format!("themes/uji/aset/{path}"), "x");
        for command in ["check", "build"] {
            let (said, code) = said(&project, command);
            assert_eq!(code, Some(1), "{path} {command}: {said}");
            assert!(said.contains(&format!("galat[RUJ-06]: berkas tema aset/{path}")), "{path} {command}: {said}");
        }
    }
}

#[test]
#[cfg(feature = "gambar")]
fn a_large_picture_is_drawn_without_much_memory() {
    let project = Project::sound();
    let picture = DynamicImage::from(RgbImage::from_fn(3000, 4200, |_, y| {
        if y < 2100 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) }
    }));
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
    project.write(&format!("{BERITA}/besar.png"), bytes);
    project.write(&format!("{BERITA}/2024-10-01-rapat.md"), article("besar.png", "Isi."));
    let (said, code) = said(&project, "build");
    assert_eq!(code, Some(0), "{said}");
    let copies = tree(&project.path("output/berita"));
    let copy = copies.iter().find(|(path, _)| path.to_string_lossy().ends_with("-1280.jpg")).unwrap();
    let copy = image::load_from_memory(copy.1).unwrap().into_rgb8();
    assert_eq!(copy.dimensions(), (1280, 1792));
    assert!(copy.get_pixel(640, 100)[0] > 150 && copy.get_pixel(640, 1700)[2] > 150);
}

#[test]
fn a_colour_profile_that_is_a_bomb_is_left_out() {
    let project = Project::sound();
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let zeros = vec![0; 1 << 20];
    (0..64).for_each(|_| packed.write_all(&zeros).unwrap());
    let profile = [b"x\0\0".to_vec(), packed.finish().unwrap()].concat();
    let bytes = written(ImageFormat::Png);
    let bomb = [&bytes[..33], &png_chunk(*b"iCCP", &profile), &bytes[33..]].concat();
    project.write(&format!("{BERITA}/bom.png"), bomb);
    project.write(&format!("{BERITA}/2024-10-01-rapat.md"), article("bom.png", "Isi."));
    let (said, code) = said(&project, "build");
    assert_eq!(code, Some(0), "{said}");
    let published = fs::read(Path::new(&project.path("output/berita/bom.png"))).unwrap();
    assert!(!contains(&published, b"iCCP"));
}

#[test]
fn an_office_document_that_names_its_author_is_said() {
    let project = Project::sound();
    let properties = "<cp:coreProperties><dc:creator>Contoh</dc:creator></cp:coreProperties>";
    let mut head = b"PK\x03\x04\x14\0\0\0\0\0".to_vec();
    head.extend([0; 16]);
    head.extend([17, 0, 0, 0]);
    project.write(&format!("{BERITA}/rapat.docx"), [&head[..], b"docProps/core.xml", properties.as_bytes()].concat());
    project.write(&format!("{BERITA}/2024-10-01-rapat.md"), article("", "[Notula rapat](rapat.docx)"));
    let (said, code) = said(&project, "check");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("peringatan[PDP-04]: dokumen ini menyebut nama pembuatnya di properti"), "{said}");
}

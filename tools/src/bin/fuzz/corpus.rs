//! The sound files that targets begin with, and the made-up project that spoilt ones are put into.

use anyhow::{Context, Result};
use image::{DynamicImage, ImageFormat, RgbImage};
use pilkada::model::{BuildOptions, Drafts};
use pilkada::pipeline;
use pilkada::render::sink::{ContentId, File, Sink};
use pilkada::report::Report;
use pilkada::source;
use pilkada::value::tanggal::Tanggal;
use pilkada::value::{Nilai, Scalar};
use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use walkdir::WalkDir;

/// The made-up site that everything is put into.
const SITE: &str = "tests/sites/kota";
/// A region of it.
const TOWN: &str = "content/wilayah/contoh/kota-contoh";

/// The site as a folder, in which one file at a time is spoilt.
pub struct Project(TempDir);

impl Project {
    pub fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        for (path, bytes) in sound()? {
            write(&folder.path().join(path), &bytes)?;
        }
        Ok(Self(folder))
    }

    /// Checks and draws the site with other bytes in the place of a file; whatever is said is right, but for a panic.
    pub fn with(&self, path: &str, bytes: &[u8]) {
        let at = self.0.path().join(path);
        let before = fs::read(&at).ok();
        write(&at, bytes).expect("the folder is ours");
        let run = || {
            let sources = source::read(self.0.path()).ok()?;
            let hari = Tanggal::read(Scalar::Teks("2024-11-20")).ok()?;
            let options = BuildOptions { hari, draf: Drafts::Wait };
            let mut report = Report::default();
            pipeline::build(&sources, options, &Nowhere, &mut report).ok()
        };
        run();
        match before {
            Some(before) => write(&at, &before).expect("the folder is ours"),
            None => fs::remove_file(&at).expect("it was written"),
        }
    }
}

/// Files that are drawn and forgotten.
struct Nowhere;

impl Sink for Nowhere {
    fn put(&self, file: File) -> Result<ContentId> {
        Ok(ContentId::of(&file.bytes))
    }
}

/// Every file of the site's content, and a list of polling places.
pub fn sound() -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(format!("{SITE}/content")) {
        let entry = entry.context("the made-up site")?;
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(SITE)?.to_string_lossy().into_owned();
            files.insert(path, fs::read(entry.path())?);
        }
    }
    let table =
        "kecamatan,kelurahan,nomor,tempat,alamat,sumber\nContoh,Contoh,1,\"Balai, RW 1\",Jalan Contoh,data-contoh\n";
    files.insert(format!("{TOWN}/tps.csv"), table.as_bytes().to_vec());
    Ok(files)
}

/// Pictures and a document, as an office attaches them.
pub fn pictures() -> Result<BTreeMap<String, Vec<u8>>> {
    let picture = DynamicImage::ImageRgb8(RgbImage::from_fn(48, 64, |x, y| {
        image::Rgb([u8::try_from(4 * x).unwrap_or(0), u8::try_from(3 * y).unwrap_or(0), 90])
    }));
    let mut files = BTreeMap::new();
    for (ending, format) in [("jpg", ImageFormat::Jpeg), ("png", ImageFormat::Png), ("webp", ImageFormat::WebP)] {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format)?;
        files.insert(format!("content/statis/gambar.{ending}"), bytes.into_inner());
    }
    let jpeg = files["content/statis/gambar.jpg"].clone();
    // A camera's data: which way it was held, and where.
    let exif = b"\xff\xe1\0\x2aExif\0\0II*\0\x08\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0";
    let turned = [&jpeg[..2], &exif[..], &jpeg[2..]].concat();
    files.insert(format!("{TOWN}/berita/foto.jpg"), turned);
    let pdf = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n3 0 obj\n<< /Author (Contoh) /Title (Berita acara) >>\nendobj\ntrailer << /Root 1 0 R /Info 3 0 R >>\n%%EOF\n";
    files.insert("content/statis/berkas.pdf".to_owned(), pdf.to_vec());
    Ok(files)
}

/// Writes a file, and the folders that it lies in.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().map(PathBuf::from).unwrap_or_default();
    fs::create_dir_all(folder)?;
    Ok(fs::write(path, bytes)?)
}

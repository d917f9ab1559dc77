//! The published site as one zip file, to be handed on where there is no network. It is made when somebody asks for it: packing a
//! national site takes seconds, and no build waits for that.
//!
//! The same site gives the same bytes: files stand in the order of their paths, with the day the site was built for as their time.
//! Each is held against the manifest as it is packed, so the zip is one publication and never half of another.

use crate::bahasa::{Kata, kata};
use crate::hosting::packing::is_copy;
use crate::output::manifest::{Entry, Manifest};
use crate::output::words::writing;
use crate::output::{MANIFEST, SIGNATURE};
use crate::refusal::{Because, refused};
use crate::value::mirip::nearest;
use anyhow::Result;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The folder inside the zip: unpacked, a site does not spill over what else lies there.
const FOLDER: &str = "situs";
/// How a zip begins that holds a file.
const BEGIN: &[u8; 4] = b"PK\x03\x04";
/// What is packed already.
const PACKED: [&str; 8] = ["docx", "gz", "jpg", "jpeg", "png", "webp", "xlsx", "zip"];

/// What is packed, and where to.
#[derive(Debug, Clone, Copy)]
pub struct Order<'o> {
    /// The folder of the published site.
    pub output: &'o Path,
    /// The zip.
    pub target: &'o Path,
    /// A province, where only that is wanted and what belongs to no province.
    pub provinsi: Option<&'o str>,
}

/// What was packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bundled {
    /// How many files.
    pub files: usize,
    /// How many bytes the zip has.
    pub bytes: u64,
}

/// Packs a published site. Until the zip is whole, an older one stays as it was.
pub fn bundle(order: Order<'_>) -> Result<Bundled> {
    let (output, target) = (order.output, order.target);
    let manifest = Manifest::read(&output.join(MANIFEST)).because(|| nothing_there(output))?;
    let chosen = chosen(&manifest, order.provinsi)?;
    expect_room(output, target)?;
    let half = beside(target);
    let written = pack(&half, order, &manifest, &chosen).and_then(|files| {
        let bytes = half.metadata().because(|| writing(target))?.len();
        fs::rename(&half, target).because(|| writing(target))?;
        Ok(Bundled { files, bytes })
    });
    if written.is_err() {
        // What is half written is nobody's.
        let _ = fs::remove_file(&half);
    }
    written
}

/// The files that are packed, in the order of their paths.
fn chosen<'m>(manifest: &'m Manifest, provinsi: Option<&str>) -> Result<Vec<(&'m str, &'m Entry)>> {
    let all = manifest.berkas.iter().map(|(path, entry)| (path.as_str(), entry));
    // Nobody unpacks a zip to read what is packed in it once more.
    let all = all.filter(|(path, _)| !is_copy(path, |text| manifest.berkas.contains_key(text)));
    let Some(wanted) = provinsi else { return Ok(all.collect()) };
    let regions = provinces(manifest);
    if !regions.contains(wanted) {
        return Err(refused(unknown(wanted, &regions)));
    }
    let is_of_another = |path: &str| {
        let first = path.split_once('/').map_or("", |(folder, _)| folder);
        first != wanted && regions.contains(first)
    };
    Ok(all.filter(|(path, _)| !is_of_another(path)).collect())
}

/// The folders of provinces: each has dates of its own, which no other folder at the root has.
fn provinces(manifest: &Manifest) -> BTreeSet<&str> {
    let folders = manifest.berkas.keys().filter_map(|path| path.strip_suffix("/jadwal.html"));
    folders.filter(|folder| !folder.contains('/')).collect()
}

/// Ends the run where the zip would lie in the site, or in the place of something else.
fn expect_room(output: &Path, target: &Path) -> Result<()> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (site, folder) = (output.canonicalize().because(|| nothing_there(output))?, folder.canonicalize());
    let folder = folder.because(|| writing(target))?;
    if folder.starts_with(&site) {
        let (target, output) = (target.display(), output.display());
        return Err(refused(kata(
            format!("{target} ada di dalam situs; pilih tempat di luar {output}"),
            format!("{target} lies in the site; choose a place outside of {output}"),
        )));
    }
    let begins = |mut file: File| {
        let mut begin = [0; BEGIN.len()];
        file.read_exact(&mut begin).is_ok() && begin == *BEGIN
    };
    let is_ours = || File::open(target).is_ok_and(begins);
    if target.symlink_metadata().is_ok_and(|metadata| !metadata.is_file() || !is_ours()) {
        let target = target.display();
        return Err(refused(kata(
            format!("{target} sudah ada dan bukan berkas zip; pilih nama lain dengan --ke"),
            format!("{target} is there and no zip file; choose another name with --to"),
        )));
    }
    Ok(())
}

/// Where the zip is while it is made.
pub(super) fn beside(target: &Path) -> PathBuf {
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    target.with_file_name(format!(".{name}.pilkada"))
}

/// Packs the files one by one; gives how many there are.
fn pack(half: &Path, order: Order<'_>, manifest: &Manifest, chosen: &[(&str, &Entry)]) -> Result<usize> {
    let mut zip = ZipWriter::new(BufWriter::new(File::create(half).because(|| writing(half))?));
    let day = day(&manifest.hari);
    let mut put = |path: &str, bytes: &[u8]| -> Result<()> {
        let options = SimpleFileOptions::default().last_modified_time(day).unix_permissions(0o644);
        let options = options.compression_method(method(path)).large_file(bytes.len() as u64 >= u64::from(u32::MAX));
        zip.start_file(format!("{FOLDER}/{path}"), options).because(|| writing(half))?;
        zip.write_all(bytes).because(|| writing(half))
    };
    for (path, entry) in chosen {
        let bytes = fs::read(order.output.join(path)).because(|| changed(path))?;
        if Entry::of(&bytes) != **entry {
            return Err(refused(changed(path)));
        }
        put(path, &bytes)?;
    }
    let whole = order.provinsi.is_none();
    if whole {
        // A part of a site has no list of all its files that would be true.
        put(MANIFEST, &fs::read(order.output.join(MANIFEST)).because(|| changed(MANIFEST))?)?;
    }
    let signature = fs::read(order.output.join(SIGNATURE)).ok().filter(|_| whole);
    if let Some(signature) = &signature {
        put(SIGNATURE, signature)?;
    }
    zip.finish().because(|| writing(half))?.flush().because(|| writing(half))?;
    Ok(chosen.len() + usize::from(whole) + usize::from(signature.is_some()))
}

/// What is packed already is not packed again.
pub(super) fn method(path: &str) -> CompressionMethod {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    if PACKED.contains(&ending) { CompressionMethod::Stored } else { CompressionMethod::Deflated }
}

/// The day the site was built for, as the time of its files.
pub(super) fn day(hari: &str) -> DateTime {
    let mut parts = hari.split('-');
    let year = parts.next().and_then(|year| year.parse().ok());
    let mut small = parts.map(|part| part.parse().ok());
    let (month, day) = (small.next().flatten(), small.next().flatten());
    let date = year.zip(month).zip(day);
    date.and_then(|((year, month), day)| DateTime::from_date_and_time(year, month, day, 0, 0, 0).ok())
        .unwrap_or_default()
}

fn nothing_there(output: &Path) -> Kata {
    let output = output.display();
    kata(
        format!("tidak ada situs di {output}; terbitkan dulu dengan pilkada build"),
        format!("there is no site in {output}; publish it first with pilkada build"),
    )
}

fn changed(path: &str) -> Kata {
    kata(
        format!("{path} bukan lagi yang diterbitkan; jalankan pilkada build --teliti, lalu ulangi"),
        format!("{path} is no longer what was published; run pilkada build --thorough, then try again"),
    )
}

fn unknown(wanted: &str, regions: &BTreeSet<&str>) -> Kata {
    let (id, en) = if let Some(near) = nearest(wanted, regions.iter().copied()) {
        (format!("mungkin maksudnya {near}"), format!("perhaps {near} is meant"))
    } else {
        let all: Vec<&str> = regions.iter().copied().collect();
        (format!("pilihannya: {}", all.join(", ")), format!("the choices are: {}", all.join(", ")))
    };
    kata(
        format!("tidak ada provinsi \"{wanted}\" di situs ini; {id}"),
        format!("there is no province \"{wanted}\" on this site; {en}"),
    )
}

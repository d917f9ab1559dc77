//! The manifest: what a published site consists of, so that anyone can check it.

use crate::render::sink::ContentId;
use crate::source;
use anyhow::Result;
use serde::ser::{SerializeMap, SerializeStruct};
use serde::{Deserialize, Serialize, Serializer};
use std::collections::BTreeMap;
use std::path::Path;

/// What a published site consists of.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The program that made it, with its version.
    pub program: String,
    /// The site's base address.
    pub alamat: String,
    /// The day it was built for.
    pub hari: String,
    /// When it changes by itself next; nothing where no day will change it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub berikutnya: Option<Next>,
    /// Every file but this one, by path.
    pub berkas: BTreeMap<String, Entry>,
}

/// The day on which a site says something else without anybody having written it, and what that is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Next {
    /// The day: the site wants to be built anew then.
    pub hari: String,
    /// What is different from then on.
    pub apa: Vec<String>,
}

/// What a manifest says besides its files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct About {
    pub program: String,
    pub alamat: String,
    pub hari: String,
    pub berikutnya: Option<Box<Next>>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// SHA-256 of its bytes, as `sha256sum` prints it.
    pub sha256: String,
    /// How many bytes it has.
    pub ukuran: u64,
}

impl Entry {
    /// The entry of a file with these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        ContentId::of(bytes).into()
    }
}

impl From<ContentId> for Entry {
    fn from(ContentId { sha256, size }: ContentId) -> Self {
        Self { sha256: String::from_utf8_lossy(&hexadecimal(sha256)).into_owned(), ukuran: size }
    }
}

impl Manifest {
    /// The mark of every file it lists, in order of their paths; nothing where a digest is none.
    pub(super) fn marks(&self) -> Option<Vec<(&str, ContentId)>> {
        let marks = self.berkas.iter().map(|(path, entry)| {
            Some((path.as_str(), ContentId { sha256: bytes_of(&entry.sha256)?, size: entry.ukuran }))
        });
        marks.collect()
    }

    /// Reads a manifest; nothing when there is none or it is not one of ours.
    pub fn read(path: &Path) -> Option<Self> {
        serde_json::from_str(&source::text(path)?).ok()
    }
}

impl From<&Manifest> for About {
    fn from(manifest: &Manifest) -> Self {
        let Manifest { program, alamat, hari, berikutnya, berkas: _ } = manifest;
        Self {
            program: program.clone(),
            alamat: alamat.clone(),
            hari: hari.clone(),
            berikutnya: berikutnya.clone().map(Box::new),
        }
    }
}

/// A [`Manifest`] on its way to the disk: of a large site none is built in memory.
struct Written<'m> {
    about: &'m About,
    files: &'m [(&'m str, ContentId)],
}

/// An [`Entry`] on its way to the disk.
struct WrittenEntry(ContentId);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Manifest", 5)?;
        fields.serialize_field("program", &self.about.program)?;
        fields.serialize_field("alamat", &self.about.alamat)?;
        fields.serialize_field("hari", &self.about.hari)?;
        if let Some(next) = &self.about.berikutnya {
            fields.serialize_field("berikutnya", next)?;
        }
        fields.serialize_field("berkas", &Files(self.files))?;
        fields.end()
    }
}

struct Files<'m>(&'m [(&'m str, ContentId)]);

impl Serialize for Files<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (path, id) in self.0 {
            map.serialize_entry(path, &WrittenEntry(*id))?;
        }
        map.end()
    }
}

impl Serialize for WrittenEntry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let digits = hexadecimal(self.0.sha256);
        let mut fields = serializer.serialize_struct("Entry", 2)?;
        fields.serialize_field("sha256", std::str::from_utf8(&digits).expect("digits are ASCII"))?;
        fields.serialize_field("ukuran", &self.0.size)?;
        fields.end()
    }
}

/// The manifest of files that are in order of their paths, as JSON.
pub(super) fn json(about: &About, files: &[(&str, ContentId)]) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(200 * (files.len() + 1));
    serde_json::to_writer_pretty(&mut bytes, &Written { about, files })?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The digest that stands in hexadecimal digits.
fn bytes_of(digits: &str) -> Option<[u8; 32]> {
    let value = |digit: u8| char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
    let (pairs, rest) = digits.as_bytes().as_chunks::<2>();
    let bytes = pairs.iter().map(|[high, low]| Some(value(*high)? << 4 | value(*low)?));
    let bytes: Vec<u8> = bytes.collect::<Option<_>>()?;
    if rest.is_empty() { bytes.try_into().ok() } else { None }
}

fn hexadecimal(digest: [u8; 32]) -> [u8; 64] {
    let digit = |half: u8| b"0123456789abcdef"[usize::from(half)];
    let mut digits = [0; 64];
    for (place, byte) in digest.into_iter().enumerate() {
        digits[place * 2] = digit(byte >> 4);
        digits[place * 2 + 1] = digit(byte & 15);
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_the_types_would_write() {
        let next = || Some(Next { hari: "2025".into(), apa: vec!["Masa \"tenang\" dimulai".into()] });
        for (count, berikutnya) in [(0, None), (1, next()), (3, next())] {
            let (program, alamat) = ("pilkada 0".into(), "https://contoh.test/\"".into());
            let about = About { program, alamat, hari: "2024".into(), berikutnya: berikutnya.map(Box::new) };
            let names: Vec<String> = (0..count).map(|number| format!("a/{number}.html")).collect();
            let files: Vec<_> = names.iter().map(|name| (name.as_str(), ContentId::of(name.as_bytes()))).collect();
            let berkas = names.iter().map(|name| (name.clone(), Entry::of(name.as_bytes()))).collect();
            let About { program, alamat, hari, berikutnya } = about.clone();
            let berikutnya = berikutnya.map(|next| *next);
            let expected = Manifest { program, alamat, hari, berikutnya, berkas };
            let expected = serde_json::to_string_pretty(&expected).unwrap() + "\n";
            let written = String::from_utf8(json(&about, &files).unwrap()).unwrap();
            assert_eq!(written, expected);
            assert_eq!(serde_json::from_str::<Manifest>(&written).unwrap().marks().unwrap(), files);
        }
    }
}

//! Puts packed copies beside texts, for servers that send a file as it lies there: `index.html.gz` and `index.html.br`.
//!
//! A copy is one of the site's files: published with it in one step, named in its manifest, gone when its text goes. It is made
//! once for the bytes of a text, and remembered by them.

use crate::hosting::asks::{Asks, InlineDigest};
use crate::hosting::security;
use crate::memo::{open, sealed};
use crate::model::Model;
use crate::page::frame::address::Base;
use crate::page::frame::page::Page;
use crate::render::sink::{ContentId, File, Sink, Stage};
use crate::value::jalur::{decoded, folder, join};
use anyhow::Result;
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::sync::{Mutex, PoisonError};

/// What is packed; everything else is packed already, or hardly anybody fetches it.
const TEXTS: [&str; 11] = ["css", "csv", "html", "ics", "js", "json", "jsonld", "svg", "txt", "webmanifest", "xml"];

/// The endings of packed copies.
pub const ENDINGS: [&str; 2] = [".gz", ".br"];

/// How hard texts are packed: the last two of eleven steps of Brotli take nine times as long for seven bytes in a hundred (5 MB of pages:
/// 1.37 MB in 0.9 s, 1.27 MB in 8.7 s).
const BROTLI: i32 = 9;
/// The largest distance that Brotli refers back over, as a power of two: 4 MB, more than any page.
const WINDOW: i32 = 22;

/// The name that it is kept under.
const NAME: &str = "cache-sajian";

/// Takes the files of a site, packs its texts and notes what its pages ask of a server.
pub struct Packing<'s> {
    sink: &'s dyn Sink,
    before: Memory,
    /// Whether a name below the site's root is taken by a file of somebody's own.
    is_own: &'s (dyn Fn(&str) -> bool + Sync),
    now: Mutex<Memory>,
}

/// What is known of a whole site: of its texts by their bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    texts: BTreeMap<ContentId, Text>,
    /// The site's address.
    pub alamat: String,
    /// Pages that only lead on, and where to; both below the site's root.
    pub moved: BTreeMap<String, String>,
    /// The endings of pictures of which one is not named by its bytes.
    pub lasting_not: BTreeSet<String>,
    /// A page that has what no policy lets through.
    pub offender: Option<String>,
    /// The styles of the pages before these, which readers and servers may still have.
    pub earlier: BTreeSet<InlineDigest>,
}

/// What is known of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Text {
    /// Its packed copies in the order of [`ENDINGS`]; none where it would be no smaller.
    copies: [Option<ContentId>; 2],
    asks: Asks,
}

impl Memory {
    /// What the last build kept; nothing where that is not of this program.
    pub fn recall(kept: &dyn Fn(&str) -> Option<Vec<u8>>) -> Option<Self> {
        postcard::from_bytes(&kept(NAME).and_then(open)?).ok()
    }

    /// Has a sink keep it for the next build.
    pub fn keep_in(&self, sink: &dyn Sink) {
        if let Ok(bytes) = postcard::to_stdvec(self) {
            sink.keep(NAME, &sealed(bytes));
        }
    }

    /// The styles that stand in the pages.
    pub fn styles(&self) -> BTreeSet<InlineDigest> {
        self.texts.values().flat_map(|text| &text.asks.styles).copied().collect()
    }

    /// The scripts that stand in the pages.
    pub fn scripts(&self) -> BTreeSet<InlineDigest> {
        self.texts.values().flat_map(|text| &text.asks.scripts).copied().collect()
    }

    fn note(&mut self, path: &str, id: ContentId, text: Text) {
        if let Some(to) = text.asks.leads_to.as_ref().and_then(|to| join(folder(path), &decoded(to))) {
            self.moved.insert(path.to_owned(), to);
        }
        if text.asks.has_attributes && self.offender.as_deref().is_none_or(|other| path < other) {
            self.offender = Some(path.to_owned());
        }
        self.texts.insert(id, text);
    }
}

impl<'s> Packing<'s> {
    /// Packs what goes into a sink; `is_own` says which names below the site's root somebody has a file of his own for.
    pub fn new(sink: &'s dyn Sink, is_own: &'s (dyn Fn(&str) -> bool + Sync)) -> Self {
        let before = Memory::recall(&|name| sink.kept(name)).unwrap_or_default();
        Self { sink, before, is_own, now: Mutex::default() }
    }

    /// What is known of a site when all its files have been put; puts what a server alone has use for.
    pub fn finish(self, model: &Model) -> Result<Memory> {
        let situs = &model.situs.record;
        if let Some(contact) = security::file(situs, model.hari.exact()) {
            self.put(contact)?;
        }
        let mut now = self.now.into_inner().unwrap_or_else(PoisonError::into_inner);
        let (styles, before) = (now.styles(), self.before.styles());
        // Where nothing of the styles changed, those before them are still what they were.
        now.alamat = situs.alamat.to_string();
        now.earlier = if styles == before { self.before.earlier } else { before };
        Ok(now)
    }

    fn now(&self) -> std::sync::MutexGuard<'_, Memory> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes pictures that are not named by their bytes.
    fn note_picture(&self, path: &str) {
        let ending = ending(path);
        if ["jpg", "webp"].contains(&ending) && !is_lasting(path) {
            self.now().lasting_not.insert(ending.to_owned());
        }
    }

    /// Whether a text is packed, though not where somebody has packed it himself.
    fn is_packed(&self, path: &str) -> bool {
        TEXTS.contains(&ending(path)) && !ENDINGS.iter().any(|end| (self.is_own)(&format!("{path}{end}")))
    }

    /// Takes the copies of a text again that an earlier build left.
    fn retain_copies(&self, path: &str, text: &Text) -> bool {
        let copies = ENDINGS.iter().zip(&text.copies);
        copies.fold(true, |all, (end, id)| id.is_none_or(|id| self.sink.retain(&format!("{path}{end}"), &id)) && all)
    }

    /// Packs a text, and puts its copies.
    fn pack(&self, path: &str, bytes: &[u8]) -> Result<Text> {
        let made: Vec<Vec<u8>> =
            [gzip as fn(&[u8]) -> Vec<u8>, brotli].into_par_iter().map(|pack| pack(bytes)).collect();
        let mut copies = [None; 2];
        for ((copy, end), packed) in copies.iter_mut().zip(ENDINGS).zip(made) {
            if packed.len() < bytes.len() {
                *copy = Some(self.sink.put(File { path: format!("{path}{end}"), bytes: packed })?);
            }
        }
        Ok(Text { copies, asks: self.asks(path, bytes) })
    }

    /// What a page asks of a server. A page of somebody's own asks nothing: a policy would let its scripts through everywhere.
    fn asks(&self, path: &str, bytes: &[u8]) -> Asks {
        if ending(path) != "html" || (self.is_own)(path) {
            return Asks::default();
        }
        std::str::from_utf8(bytes).map(Asks::of).unwrap_or_default()
    }
}

impl Sink for Packing<'_> {
    fn begin(&self, stage: Stage) {
        self.sink.begin(stage);
    }

    fn is_waited_for(&self, page: &Page<'_>) -> bool {
        self.sink.is_waited_for(page)
    }

    fn has_all_pages(&self, base: &Base) {
        self.sink.has_all_pages(base);
    }

    fn is_outdated(&self) -> bool {
        self.sink.is_outdated()
    }

    fn put(&self, file: File) -> Result<ContentId> {
        self.note_picture(&file.path);
        if self.is_packed(&file.path) {
            let id = ContentId::of(&file.bytes);
            let known = self.before.texts.get(&id).filter(|text| self.retain_copies(&file.path, text)).cloned();
            let text = known.map_or_else(|| self.pack(&file.path, &file.bytes), Ok)?;
            self.now().note(&file.path, id, text);
        }
        self.sink.put(file)
    }

    /// A text is as it was only where its copies are, too.
    fn retain(&self, path: &str, id: &ContentId) -> bool {
        self.note_picture(path);
        if !self.is_packed(path) {
            return self.sink.retain(path, id);
        }
        let Some(text) = self.before.texts.get(id) else { return false };
        let is_there = self.retain_copies(path, text) && self.sink.retain(path, id);
        if is_there {
            self.now().note(path, *id, text.clone());
        }
        is_there
    }

    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        self.sink.kept(name)
    }

    fn still_wanted(&self, name: &str) {
        self.sink.still_wanted(name);
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        self.sink.keep(name, bytes);
    }
}

/// Whether a file is a packed copy of another, of which `is_there` says whether it is one of the site's.
pub fn is_copy(path: &str, is_there: impl Fn(&str) -> bool) -> bool {
    ENDINGS.iter().any(|end| path.strip_suffix(end).is_some_and(&is_there))
}

/// Whether a picture's name changes with its bytes, so that it may be kept for ever: `foto-0123456789ab-640.webp`.
pub fn is_lasting(path: &str) -> bool {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let mut parts = stem.rsplit('-');
    let (width, key) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let is_width = !width.is_empty() && width.bytes().all(|byte| byte.is_ascii_digit());
    is_width && key.len() == 12 && key.bytes().all(|byte| byte.is_ascii_hexdigit()) && parts.next().is_some()
}

fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// The same bytes on every machine: without a time and a system.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzBuilder::new().operating_system(255).write(Vec::new(), Compression::best());
    packer.write_all(bytes).and_then(|()| packer.finish()).unwrap_or_else(|_| bytes.to_vec())
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: BROTLI,
        lgwin: WINDOW,
        size_hint: bytes.len(),
        mode: brotli::enc::backward_references::BrotliEncoderMode::BROTLI_MODE_TEXT,
        ..Default::default()
    };
    let mut packed = Vec::new();
    match brotli::BrotliCompress(&mut &*bytes, &mut packed, &params) {
        Ok(_) => packed,
        Err(_) => bytes.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_named_by_its_bytes_is_known() {
        for path in ["a/foto-0123456789ab-640.webp", "1-calon-abcdefabcdef-90.jpg"] {
            assert!(is_lasting(path), "{path}");
        }
        for path in ["0123456789ab-640.webp", "foto-640.jpg", "foto-0123456789ab.jpg", "a-b-c.jpg", "logo.png"] {
            assert!(!is_lasting(path), "{path}");
        }
    }

    #[test]
    fn what_is_packed_unpacks_to_the_same() {
        use std::io::Read;
        let text = "pemungutan suara ".repeat(400);
        let mut back = String::new();
        flate2::read::GzDecoder::new(&*gzip(text.as_bytes())).read_to_string(&mut back).unwrap();
        assert_eq!(back, text);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &*brotli(text.as_bytes()), &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
    }
}

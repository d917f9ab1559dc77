//! What is remembered of the rules: which of them found nothing, and in what.
//!
//! A rule is noticed while it reads the parts of the model ([`tracked`](crate::model::tracked)). While the parts that it read
//! when it found nothing are as they were, it finds nothing again, and is not applied. A rule that found something is applied
//! each time. What of a model is no such part is the same for all rules: where any of it is another, all are applied.

use crate::model::tracked::{Parts, Tracked, watch};
use crate::model::{Lingkup, Model, Translations};
use crate::report::Diagnostic;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use xxhash_rust::xxh3::Xxh3;

/// The rules that found nothing, by their codes, with what they read.
#[derive(Debug, Default)]
pub struct RuleCache(Mutex<BTreeMap<String, QuietRule>>);

/// What a rule read that found nothing.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct QuietRule {
    parts: Parts,
    /// The digest of these parts, and of what is no part.
    digest: u128,
}

/// What is remembered, held against a model; and what is learned from it.
pub(super) struct Session<'m> {
    model: &'m Model,
    common: u128,
    before: BTreeMap<String, QuietRule>,
    now: Mutex<BTreeMap<String, QuietRule>>,
}

impl RuleCache {
    /// What was [kept](Self::to_bytes); nothing where that cannot be read.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Some(Self(Mutex::new(postcard::from_bytes(bytes).ok()?)))
    }

    /// What another run of the program has use for.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_stdvec(&*self.0.lock().unwrap_or_else(PoisonError::into_inner)).unwrap_or_default()
    }

    /// Takes out what is remembered.
    pub(super) fn begin<'m>(&self, model: &'m Model) -> Session<'m> {
        let before = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        Session { model, common: apart_from_parts(model), before, now: Mutex::default() }
    }

    /// Remembers what was learned.
    pub(super) fn end(&self, session: Session<'_>) {
        let now = session.now.into_inner().unwrap_or_else(PoisonError::into_inner);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = now;
    }
}

impl Session<'_> {
    /// What a rule finds; it is not applied where it would find nothing again.
    pub fn find(&self, code: &str, apply: impl FnOnce() -> Vec<Diagnostic>) -> Vec<Diagnostic> {
        let same = |quiet: &&QuietRule| self.digest(&quiet.parts) == Some(quiet.digest);
        if let Some(quiet) = self.before.get(code).filter(same) {
            self.learn(code, quiet.clone());
            return Vec::new();
        }
        let (found, parts) = watch(apply);
        if let Some(digest) = self.digest(&parts).filter(|_| found.is_empty()) {
            self.learn(code, QuietRule { parts, digest });
        }
        found
    }

    fn learn(&self, code: &str, quiet: QuietRule) {
        self.now.lock().unwrap_or_else(PoisonError::into_inner).insert(code.to_owned(), quiet);
    }

    fn digest(&self, parts: &Parts) -> Option<u128> {
        let parts = parts.digest(&self.model.content_hashes)?;
        let mut digest = Xxh3::new();
        digest.update(&self.common.to_le_bytes());
        digest.update(&parts.to_le_bytes());
        Some(digest.digest128())
    }
}

/// The digest of everything in a model that is no part of it.
///
/// Every field is named here and below, so that a new one is thought of: a [`Tracked`] one is `noticed`, another is taken into
/// the digest.
fn apart_from_parts(model: &Model) -> u128 {
    let Model { situs, options, partai, istilah, lingkup, media, jejak, documents, abaikan, content_hashes } = model;
    noticed(partai);
    noticed(istilah);
    noticed(documents);
    noticed(abaikan);
    noticed(media);
    let mut digest = Xxh3::new();
    // Of the digests of the parts each rule takes its own.
    digest.update(format!("{options:?} {:?} {}", situs.name, content_hashes.len()).as_bytes());
    digest.update(&situs.source.digest.to_le_bytes());
    for scope in lingkup {
        digest.update(scope_apart_from_parts(scope).as_bytes());
    }
    for (path, jejak) in jejak {
        digest.update(format!("{path} {jejak:?}\n").as_bytes());
    }
    digest.digest128()
}

fn scope_apart_from_parts(scope: &Lingkup) -> String {
    let Lingkup {
        jalur,
        induk,
        anak,
        wilayah,
        sumber,
        berkas_sumber,
        jadwal,
        tanya_jawab,
        koreksi,
        urutan_koreksi,
        halaman,
        berita,
        klarifikasi,
        kegiatan,
        fakta,
        pengundian,
        paslon,
        deklarasi,
        hasil,
        rusak,
        gambar,
        terjemahan,
        tertunda,
    } = scope;
    noticed(wilayah);
    noticed(sumber);
    noticed(berkas_sumber);
    noticed(jadwal);
    noticed(tanya_jawab);
    noticed(koreksi);
    noticed(urutan_koreksi);
    noticed(halaman);
    noticed(berita);
    noticed(klarifikasi);
    noticed(kegiatan);
    noticed(fakta);
    noticed(pengundian);
    noticed(paslon);
    noticed(deklarasi);
    noticed(hasil);
    noticed(gambar);
    let Translations { halaman, berita, klarifikasi } = terjemahan;
    noticed(halaman);
    noticed(berita);
    noticed(klarifikasi);
    format!("{jalur} {induk:?} {anak:?} {rusak:?} {tertunda:?}\n")
}

/// A part that says itself who reads it.
fn noticed<T>(_: &Tracked<T>) {}

//! Holds a published site, wherever it is, against its manifest and the key of those who publish it.

use crate::bahasa::{Bahasa, kata};
use crate::hosting::packing::is_copy;
use crate::output::manifest::{Entry, Manifest};
use crate::output::{MANIFEST, SIGNATURE, is_below};
use crate::refusal::{Because, sentence};
use crate::signature::Statement;
use crate::signature::change::{KeyChange, all_from};
use crate::signature::published::Published;
use crate::value::kunci_publik::KunciPublik;
use anyhow::Result;
use chrono::{DateTime, Utc};
use minisign_verify::{Error, Signature};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is not as it was signed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// There is no manifest, or it is none of ours: nothing can be said of the files.
    NoManifest,
    /// There is no signature.
    Unsigned,
    /// The signature is of another key.
    OtherKey,
    /// The signature is not of this manifest, or damaged.
    Forged,
    /// The signature is by the key, and of something that is no published site.
    NotOfASite,
    /// A site signed before one that was seen: an old one was put back. When the other was signed.
    Older(DateTime<Utc>),
    /// Signed at the same time as one that was seen, and another.
    Twin,
    /// A file has other bytes.
    Changed(String),
    /// A file is not there, or something else is in its place.
    Missing(String),
    /// A file is there that the manifest does not name.
    Added(String),
    /// Whether a file is as it was cannot be said, for this reason, in Indonesian and in English.
    Unread(String, [String; 2]),
}

/// The manifest that was last found sound: no older one is, from then on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// The key it was signed with.
    pub kunci: String,
    /// When it was signed.
    pub waktu: DateTime<Utc>,
    /// The SHA-256 of the manifest.
    pub manifes: String,
    /// The keys that it replaced, as far as they are known.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub mengganti: BTreeSet<String>,
}

impl Seen {
    /// Whether it is of the publisher who is known by a key, which those changes replace.
    fn is_of(&self, key: &KunciPublik, changes: &[KeyChange]) -> bool {
        let is_known = |key: &KunciPublik| self.kunci == key.as_str() || self.mengganti.contains(key.as_str());
        is_known(key) || changes.iter().any(|change| is_known(&change.to))
    }
}

/// What came of it.
#[derive(Debug)]
pub struct Verdict {
    /// What is not as it was signed, in order.
    pub faults: Vec<Fault>,
    /// How many files the manifest names.
    pub files: usize,
    /// What the signature says, where it is by the key.
    pub statement: Option<Statement>,
    /// The changes that lead from the key that was asked about to the one it is signed with; none where that is the same.
    pub changes: Vec<KeyChange>,
}

impl Verdict {
    /// Whether everything is as it was signed.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    /// The key that the site is signed with, where it was asked about this one.
    pub fn signer<'k>(&'k self, key: &'k KunciPublik) -> &'k KunciPublik {
        self.changes.last().map_or(key, |change| &change.to)
    }

    /// What to remember of a sound site that was asked about with a key, with what was remembered before.
    pub fn seen(&self, key: &KunciPublik, before: Option<&Seen>) -> Option<Seen> {
        let statement = self.statement.as_ref().filter(|_| self.is_sound())?;
        let mut mengganti: BTreeSet<String> = self.changes.iter().map(|change| change.from.to_string()).collect();
        mengganti.extend(
            before.filter(|seen| seen.is_of(key, &self.changes)).into_iter().flat_map(|seen| seen.mengganti.clone()),
        );
        let kunci = self.signer(key).to_string();
        Some(Seen { kunci, waktu: statement.time, manifes: statement.manifest.clone(), mengganti })
    }
}

/// Reads every file of a site and says what is not as it was signed with a key, or older than what was `seen`.
///
/// Fails where the manifest cannot be read at all; a single file that cannot be is a fault.
pub fn verify(site: &dyn Published, key: &KunciPublik, seen: Option<&Seen>) -> Result<Verdict> {
    let bytes = site.read(MANIFEST)?.unwrap_or_default();
    let Ok(manifest) = serde_json::from_slice::<Manifest>(&bytes) else {
        return Ok(Verdict { faults: vec![Fault::NoManifest], files: 0, statement: None, changes: Vec::new() });
    };
    let signature = site.read(SIGNATURE)?;
    let (mut signed_by, mut changes) = (signed(&bytes, signature.as_deref(), key), Vec::new());
    if matches!(signed_by, Err(Fault::OtherKey)) {
        let known = all_from(site, key)?;
        // An old site may be signed with a key between the first and the last.
        let by = (1..=known.len()).find_map(|steps| {
            let statement = signed(&bytes, signature.as_deref(), &known[steps - 1].to).ok()?;
            Some((statement, known[..steps].to_vec()))
        });
        if let Some((statement, steps)) = by {
            (signed_by, changes) = (Ok(statement), steps);
        }
    }
    let (statement, mut faults) = match signed_by {
        Ok(statement) => {
            let fault = seen.filter(|seen| seen.is_of(key, &changes)).and_then(|seen| rolled_back(&statement, seen));
            (Some(statement), Vec::from_iter(fault))
        }
        Err(fault) => (None, vec![fault]),
    };
    let pool = ThreadPoolBuilder::new().num_threads(site.at_once()).build();
    let pool = pool.because(|| kata("memulai pemeriksaan", "starting to verify"))?;
    let of_files = pool.install(|| {
        manifest.berkas.par_iter().filter_map(|(path, entry)| file(site, &manifest, (path, entry))).collect::<Vec<_>>()
    });
    faults.extend(of_files);
    faults.extend(site.names()?.map_or_else(Vec::new, |names| added(names, &manifest)));
    faults.sort();
    Ok(Verdict { faults, files: manifest.berkas.len(), statement, changes })
}

/// What a signature says of a manifest with these bytes.
fn signed(manifest: &[u8], signature: Option<&[u8]>, key: &KunciPublik) -> Result<Statement, Fault> {
    let text = std::str::from_utf8(signature.ok_or(Fault::Unsigned)?).map_err(|_| Fault::Forged)?;
    let signature = Signature::decode(text).map_err(|_| Fault::Forged)?;
    match key.verifier().ok_or(Fault::OtherKey)?.verify(manifest, &signature, false) {
        Ok(()) => {}
        Err(Error::UnexpectedKeyId) => return Err(Fault::OtherKey),
        Err(_) => return Err(Fault::Forged),
    }
    let statement = Statement::read(signature.trusted_comment()).ok_or(Fault::NotOfASite)?;
    if statement.manifest == Entry::of(manifest).sha256 { Ok(statement) } else { Err(Fault::NotOfASite) }
}

/// Whether somebody put an older site back.
fn rolled_back(statement: &Statement, seen: &Seen) -> Option<Fault> {
    if statement.time < seen.waktu {
        return Some(Fault::Older(seen.waktu));
    }
    (statement.time == seen.waktu && statement.manifest != seen.manifes).then_some(Fault::Twin)
}

/// What is wrong with a file of a manifest.
fn file(site: &dyn Published, manifest: &Manifest, (path, entry): (&str, &Entry)) -> Option<Fault> {
    let is_copy = is_copy(path, |text| manifest.berkas.contains_key(text));
    // A manifest that nobody signed may name anything.
    if !is_below(path) {
        return Some(Fault::Missing(path.to_owned()));
    }
    match site.read(path) {
        Ok(Some(bytes)) if Entry::of(&bytes) == *entry => None,
        Ok(Some(_)) => Some(Fault::Changed(path.to_owned())),
        // Where a packed copy is not, a server sends the text itself, which is verified too.
        Ok(None) if is_copy => None,
        Ok(None) => Some(Fault::Missing(path.to_owned())),
        Err(error) => {
            let why = [Bahasa::Id, Bahasa::En].map(|bahasa| sentence(&error, bahasa));
            Some(Fault::Unread(path.to_owned(), why))
        }
    }
}

/// Files that the manifest does not name.
fn added(names: Vec<String>, manifest: &Manifest) -> Vec<Fault> {
    let own: BTreeSet<&str> = [MANIFEST, SIGNATURE].into();
    let others = names.into_iter().filter(|name| !own.contains(name.as_str()) && !manifest.berkas.contains_key(name));
    others.map(Fault::Added).collect()
}

//! The manifest: what a published site consists of, so that anyone can check it.

use crate::render::sink::Cap;
use crate::source;
use anyhow::Result;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write;
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
    /// Every file but this one, by path.
    pub berkas: BTreeMap<String, Entry>,
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
        Cap::of(bytes).into()
    }
}

impl From<Cap> for Entry {
    fn from(cap: Cap) -> Self {
        let mut sha256 = String::with_capacity(64);
        for byte in cap.sha256 {
            let _ = write!(sha256, "{byte:02x}");
        }
        Self { sha256, ukuran: cap.ukuran }
    }
}

impl Manifest {
    /// Reads a manifest; nothing when there is none or it is not one of ours.
    pub fn read(path: &Path) -> Option<Self> {
        serde_json::from_str(&source::text(path)?).ok()
    }

    /// The manifest as JSON.
    pub fn to_json(&self) -> Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }
}

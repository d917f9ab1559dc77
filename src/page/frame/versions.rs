//! The languages that a page is drawn in, and where it lies in each.

use crate::page::frame::address::Address;
use crate::record::situs::Situs;
use crate::value::kode_bahasa::KodeBahasa;

/// The languages of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions {
    /// The one of the address without a code.
    pub utama: KodeBahasa,
    /// The others, in the order of the site.
    pub lain: Vec<KodeBahasa>,
}

/// Of Indonesian alone.
impl Default for Versions {
    fn default() -> Self {
        Self::only(KodeBahasa::indonesia())
    }
}

impl Versions {
    /// Of one language.
    pub fn only(utama: KodeBahasa) -> Self {
        Self { utama, lain: Vec::new() }
    }

    /// Of every language of a site.
    pub fn of_site(situs: &Situs) -> Self {
        Self { utama: situs.bahasa_utama(), lain: situs.bahasa_lain() }
    }

    /// With more languages, of which some may be there already.
    pub fn with(mut self, more: impl IntoIterator<Item = KodeBahasa>) -> Self {
        for code in more {
            if !self.has(&code) {
                self.lain.push(code);
            }
        }
        self
    }

    /// Whether a language is among them.
    pub fn has(&self, bahasa: &KodeBahasa) -> bool {
        self.utama == *bahasa || self.lain.contains(bahasa)
    }

    /// All of them, the first first.
    pub fn all(&self) -> impl Iterator<Item = &KodeBahasa> {
        std::iter::once(&self.utama).chain(&self.lain)
    }

    /// Where a page lies in one of them, by its address without a code.
    pub fn address(&self, asli: &Address, bahasa: &KodeBahasa) -> Address {
        if self.lain.contains(bahasa) { asli.dalam(bahasa) } else { asli.clone() }
    }
}

//! Later votes of a region: which comes next, which result stands, and what each takes the place of.
//!
//! A later vote is a scope of its own inside its region, so that pairs, draw, schedule and result are looked up in it as in
//! any other. What it does not share with a region is here.

use crate::model::{Lingkup, Model};
use crate::record::Loaded;
use crate::record::jadwal::{JenisTahapan, Tahapan};
use crate::record::pemilihan::{KeadaanKemudian, PemilihanKemudian};
use crate::value::jam::Jam;
use crate::value::tanggal::Tanggal;
use std::cmp::Reverse;

/// What makes a scope a later vote.
#[derive(Debug)]
pub struct Kemudian {
    /// Its record.
    pub loaded: Loaded<PemilihanKemudian>,
    /// The region's name with the vote's: two votes of one region are told apart by it.
    pub nama: String,
    /// The place of the scope whose vote it takes the place of; nothing where it names none that is there.
    pub menggantikan: Option<usize>,
}

impl Lingkup {
    /// Whether this is a later vote of a region and no region; who asks has not looked at the vote yet.
    pub fn is_kemudian(&self) -> bool {
        self.kemudian.unnoticed().is_some()
    }

    /// The record of a later vote.
    pub fn kemudian(&self) -> Option<&PemilihanKemudian> {
        self.kemudian.as_ref().map(|kemudian| &*kemudian.loaded.record)
    }

    /// The last part of a later vote's address; empty for a region.
    pub fn slug_kemudian(&self) -> &str {
        if self.is_kemudian() { self.jalur.rsplit('/').next().unwrap_or_default() } else { "" }
    }

    /// Whether a later vote still counts: one that was called off replaces nothing.
    fn is_berlaku(&self) -> bool {
        self.kemudian().is_none_or(|vote| vote.keadaan != KeadaanKemudian::Dibatalkan)
    }
}

impl Model {
    /// The region of a later vote; any other scope itself.
    pub fn daerah_of<'m>(&'m self, lingkup: &'m Lingkup) -> &'m Lingkup {
        if lingkup.is_kemudian() { self.induk(lingkup).unwrap_or(lingkup) } else { lingkup }
    }

    /// The later votes of a region that are known today, by their days; those without a day last.
    pub fn kemudian_di<'m>(&'m self, lingkup: &Lingkup) -> Vec<&'m Lingkup> {
        let mut votes: Vec<&Lingkup> = lingkup.susulan.iter().map(|index| &self.lingkup[*index]).collect();
        votes.sort_by_key(|vote| {
            let day = self.hari_pemungutan(vote);
            (day.is_none(), day, &vote.jalur)
        });
        votes
    }

    /// The day people vote: that of a later vote, or else the whole country's.
    pub fn hari_pemungutan(&self, lingkup: &Lingkup) -> Option<Tanggal> {
        match lingkup.kemudian() {
            Some(vote) => vote.pemungutan_suara,
            None => Some(self.situs.record.pemungutan_suara),
        }
    }

    /// From when until when people vote: as a later vote says, or else as its region does.
    pub fn jam_pemungutan(&self, lingkup: &Lingkup) -> (Option<Jam>, Option<Jam>) {
        let own = lingkup.kemudian().map_or((None, None), |vote| (vote.jam_mulai, vote.jam_selesai));
        let stage = |scope| self.tahapan(scope, JenisTahapan::PemungutanSuara);
        let stages = [stage(lingkup), stage(self.daerah_of(lingkup))];
        let first = stages.iter().flatten().find_map(|tahapan| tahapan.jam_mulai);
        let last = stages.iter().flatten().find_map(|tahapan| tahapan.jam_selesai);
        (own.0.or(first), own.1.or(last))
    }

    /// From when until when a stage of a scope lasts on its first and last day: that of a later vote's day as the vote.
    pub fn jam_tahapan(&self, lingkup: &Lingkup, tahapan: &Tahapan) -> (Option<Jam>, Option<Jam>) {
        if lingkup.is_kemudian() && tahapan.jenis == JenisTahapan::PemungutanSuara {
            return self.jam_pemungutan(lingkup);
        }
        (tahapan.jam_mulai, tahapan.jam_selesai)
    }

    /// The scope whose vote a later vote takes the place of.
    pub fn menggantikan<'m>(&'m self, lingkup: &'m Lingkup) -> Option<&'m Lingkup> {
        lingkup.kemudian.as_ref()?.menggantikan.map(|index| &self.lingkup[index])
    }

    /// The later votes that take the place of a vote, by their days; those that were called off replace nothing.
    pub fn digantikan<'m>(&'m self, lingkup: &'m Lingkup) -> Vec<&'m Lingkup> {
        let mut votes = self.kemudian_di(self.daerah_of(lingkup));
        votes.retain(|vote| {
            let old = vote.is_berlaku().then(|| self.menggantikan(vote)).flatten();
            old.is_some_and(|old| std::ptr::eq(old, lingkup))
        });
        votes
    }

    /// The vote that takes the place of all of another.
    pub fn pengganti<'m>(&'m self, lingkup: &'m Lingkup) -> Option<&'m Lingkup> {
        let later = self.digantikan(lingkup);
        later.into_iter().rfind(|vote| vote.kemudian().is_some_and(PemilihanKemudian::is_seluruh))
    }

    /// The votes of a region that nothing has taken the place of entirely, the simultaneous one first.
    pub fn berlaku<'m>(&'m self, lingkup: &'m Lingkup) -> Vec<&'m Lingkup> {
        let region = self.daerah_of(lingkup);
        let mut votes = vec![region];
        votes.extend(self.kemudian_di(region));
        votes.retain(|vote| vote.is_berlaku() && self.pengganti(vote).is_none());
        votes
    }

    /// The votes of a region that are still to come, the next first: those without a day yet last.
    pub fn mendatang<'m>(&'m self, lingkup: &'m Lingkup) -> Vec<&'m Lingkup> {
        let mut votes = self.berlaku(lingkup);
        votes.retain(|vote| self.is_mendatang(vote));
        votes.sort_by_key(|vote| {
            let day = self.hari_pemungutan(vote);
            (day.is_none(), day)
        });
        votes
    }

    /// Whether a vote is still to come, the day itself included.
    pub fn is_mendatang(&self, lingkup: &Lingkup) -> bool {
        self.hari_pemungutan(lingkup).is_none_or(|day| !self.hari.is_over(day))
    }

    /// The vote that a region's pages speak of: the next one, or else the last, whose result stands.
    pub fn pemilihan_kini<'m>(&'m self, lingkup: &'m Lingkup) -> &'m Lingkup {
        if lingkup.susulan.is_empty() {
            return lingkup;
        }
        let next = self.mendatang(lingkup).into_iter().next();
        let held = || {
            let mut votes = self.berlaku(lingkup);
            votes.sort_by_key(|vote| Reverse(self.hari_pemungutan(vote)));
            votes.into_iter().next()
        };
        next.or_else(held).unwrap_or(lingkup)
    }

    /// The vote that a voter in a scope goes to next: of the scopes around a region the one that comes first, or else what the
    /// region's pages speak of. For a later vote it is that vote.
    pub fn pemilihan_pemilih<'m>(&'m self, lingkup: &'m Lingkup) -> &'m Lingkup {
        if lingkup.is_kemudian() {
            return lingkup;
        }
        let regions = || self.keluar(lingkup).filter(|scope| scope.induk.is_some());
        let next = regions().map(|scope| self.pemilihan_kini(scope)).filter(|vote| self.is_mendatang(vote));
        // Of two on one day the inner region's: the first of equals is taken.
        let next = next.min_by_key(|vote| {
            let day = self.hari_pemungutan(vote);
            (day.is_none(), day)
        });
        let held = || regions().find(|scope| scope.pemilihan().is_some()).map(|scope| self.pemilihan_kini(scope));
        next.or_else(held).unwrap_or(lingkup)
    }

    /// The votes a voter in a scope takes part in on the day of the one that the scope's pages speak of, from the outside in; and
    /// the regions around that elect nobody.
    pub fn surat_suara<'m>(&'m self, lingkup: &'m Lingkup) -> Vec<&'m Lingkup> {
        let main = self.pemilihan_pemilih(lingkup);
        let day = self.hari_pemungutan(main);
        let own = self.daerah_of(lingkup);
        let regions = self.keluar(own).filter(|scope| scope.induk.is_some());
        let mut votes: Vec<&Lingkup> = regions
            .map(|region| if std::ptr::eq(region, self.daerah_of(main)) { main } else { self.pemilihan_kini(region) })
            .filter(|vote| vote.pemilihan().is_none() || self.hari_pemungutan(vote) == day)
            .collect();
        votes.reverse();
        votes
    }

    /// The later votes of the whole country that are still to come, by their days.
    pub fn kemudian_mendatang(&self) -> Vec<&Lingkup> {
        let mut votes: Vec<&Lingkup> = self.wilayah().flat_map(|region| self.kemudian_di(region)).collect();
        votes.retain(|vote| vote.is_berlaku() && self.pengganti(vote).is_none() && self.is_mendatang(vote));
        votes.sort_by_key(|vote| {
            let day = self.hari_pemungutan(vote);
            (day.is_none(), day)
        });
        votes
    }
}

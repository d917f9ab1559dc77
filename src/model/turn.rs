//! When the site changes by itself: the days on which a stage begins or is over, people vote, or a record's day has come.
//!
//! On a day without any of this the site says what it said the day before, and only the day it was made on is another.

use crate::bahasa::{Bahasa, Kata, kata};
use crate::model::{Lingkup, Model, Tertunda};
use crate::record::jadwal::{JenisTahapan, Tahapan};
use crate::value::tanggal::Tanggal;
use std::collections::{BTreeMap, BTreeSet};

/// The next day on which a site changes by itself.
#[derive(Debug, Clone)]
pub struct Turn {
    /// The day.
    pub hari: Tanggal,
    /// What is different from then on, in words.
    pub apa: Vec<Kata>,
}

/// The days around that of a site on which the pages of a scope change by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turns {
    /// The last that has come.
    pub last: Option<Tanggal>,
    /// The first that has not.
    pub next: Option<Tanggal>,
    /// The first of those to come that a schedule or a vote announces: of what waits for its day, nobody is told when it will be there.
    pub announced: Option<Tanggal>,
}

/// How many changes are named in one sentence.
const NAMED: usize = 4;

impl Turn {
    /// The day and what changes then, in a sentence.
    pub fn words(&self) -> Kata {
        let said = |bahasa: Bahasa| {
            let named: Vec<&str> = self.apa.iter().take(NAMED).map(|what| what.dalam(bahasa)).collect();
            let rest = self.apa.len() - named.len();
            let more = match (rest, bahasa) {
                (0, _) => String::new(),
                (_, Bahasa::Id) => format!(", dan {rest} lagi"),
                (_, Bahasa::En) => format!(", and {rest} more"),
            };
            format!("{}: {}{more}", self.hari.panjang_dalam(bahasa), named.join(", "))
        };
        kata(
            format!("situs berubah sendiri berikutnya pada {}", said(Bahasa::Id)),
            format!("the site next changes by itself on {}", said(Bahasa::En)),
        )
    }
}

/// What is different from a day on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    /// A stage of several days begins.
    Begins(String),
    /// A stage has its only day.
    Held(String),
    /// A stage is over.
    Over(String),
    /// A record is shown that waited for its day.
    Due,
    /// More of a record is shown.
    Grows,
}

/// A day with what is different from then on.
type Dated = (Tanggal, Change);

/// A stage with the scope that sets it.
pub type Scoped<'m> = (&'m Lingkup, &'m Tahapan);

impl Model {
    /// The stages a scope lives by: its own, and those of the scopes around it that it does not set itself.
    pub fn semua_tahapan<'m>(&'m self, lingkup: &'m Lingkup) -> Vec<Scoped<'m>> {
        let mut seen = BTreeSet::new();
        let mut stages = Vec::new();
        for scope in self.penjadwal(lingkup) {
            for tahapan in scope.jadwal.iter().flat_map(|jadwal| &*jadwal.record) {
                if seen.insert(&tahapan.id) {
                    stages.push((scope, tahapan));
                }
            }
        }
        stages
    }

    /// The next day on which anything on the site changes by itself, and what.
    pub fn next_turn(&self) -> Option<Turn> {
        let all = self.lingkup.iter().flat_map(|lingkup| own(self, lingkup).into_iter().map(move |one| (lingkup, one)));
        let mut ahead: Vec<_> = all.collect();
        let hari = self.hari.next(ahead.iter().map(|(_, (day, _))| *day))?;
        ahead.retain(|(_, (day, _))| *day == hari);
        let mut changes: BTreeMap<Change, Vec<&Lingkup>> = BTreeMap::new();
        for (lingkup, (_, change)) in ahead {
            changes.entry(change).or_default().push(lingkup);
        }
        Some(Turn { hari, apa: changes.iter().map(|(change, scopes)| words(change, scopes)).collect() })
    }

    /// All days to come on which anything on the site changes by itself.
    pub fn turns_ahead(&self) -> impl Iterator<Item = Tanggal> {
        let days = self.lingkup.iter().flat_map(|lingkup| own(self, lingkup)).map(|(day, _)| day);
        days.filter(|day| !self.hari.has_come(*day))
    }

    /// When the pages of a scope last changed by themselves, and when they will.
    pub fn turns_around(&self, lingkup: &Lingkup) -> Turns {
        let main = self.pemilihan_pemilih(lingkup);
        let inside = self.anak(lingkup).filter(|region| !region.susulan.is_empty());
        let regions: Vec<&Lingkup> = self.keluar(lingkup).filter(|scope| scope.induk.is_some()).collect();
        let votes = regions.iter().copied().chain(inside).flat_map(|region| self.kemudian_di(region));
        let votes = votes.chain([self.nasional()]).filter_map(|vote| self.hari_pemungutan(vote));
        // What waits for the whole country is listed on the pages of the whole country.
        let shown = regions.iter().copied().filter(|scope| !std::ptr::eq(*scope, lingkup)).chain([lingkup]);
        let due = shown.flat_map(|scope| scope.tertunda.iter().filter_map(|one| one.sejak).chain(*scope.terakhir));
        let mut stages = self.semua_tahapan(lingkup);
        stages.extend(self.semua_tahapan(main));
        let turns = stages.into_iter().flat_map(|(_, tahapan)| of_stage(tahapan));
        let announced: Vec<Tanggal> =
            turns.map(|(day, _)| day).chain(votes.flat_map(|day| [day, day.besok()])).collect();
        let [last, next] = self.hari.around(announced.iter().copied().chain(due));
        Turns { last, next, announced: self.hari.next(announced) }
    }
}

/// What changes from which day on by what a scope itself says.
fn own(model: &Model, lingkup: &Lingkup) -> Vec<Dated> {
    let stages = || lingkup.jadwal.iter().flat_map(|jadwal| &*jadwal.record);
    let mut turns: Vec<Dated> = stages().flat_map(of_stage).collect();
    let is_vote = |tahapan: &Tahapan| tahapan.jenis == JenisTahapan::PemungutanSuara;
    if lingkup.induk.is_none() && !stages().any(is_vote) {
        // The schedule may say nothing of the day that the site itself names.
        let day = model.situs.record.pemungutan_suara;
        let nama = "Pemungutan suara".to_owned();
        turns.extend([(day, Change::Held(nama.clone())), (day.besok(), Change::Over(nama))]);
    }
    let due = |one: &Tertunda| if one.is_part { Change::Grows } else { Change::Due };
    turns.extend(lingkup.tertunda.iter().filter_map(|one| Some((one.sejak?, due(one)))));
    turns
}

fn of_stage(tahapan: &Tahapan) -> Vec<Dated> {
    let nama = || tahapan.nama.to_string();
    let last = tahapan.selesai.or(tahapan.mulai);
    let begins = tahapan.mulai.map(|day| {
        let change = if last == Some(day) { Change::Held(nama()) } else { Change::Begins(nama()) };
        (day, change)
    });
    begins.into_iter().chain(last.map(|day| (day.besok(), Change::Over(nama())))).collect()
}

/// What is different, with the region where that is one, or how many there are.
fn words(change: &Change, scopes: &[&Lingkup]) -> Kata {
    let (id, en) = match change {
        Change::Begins(nama) => (format!("{nama} dimulai"), format!("{nama} begins")),
        Change::Held(nama) => (nama.clone(), nama.clone()),
        Change::Over(nama) => (format!("{nama} selesai"), format!("{nama} is over")),
        Change::Due => {
            let count = scopes.len();
            return kata(format!("{count} catatan terbit"), format!("{count} records are published"));
        }
        Change::Grows => {
            let count = scopes.len();
            return kata(format!("{count} catatan bertambah"), format!("{count} records say more"));
        }
    };
    let regions: Vec<&&Lingkup> = scopes.iter().filter(|lingkup| lingkup.induk.is_some()).collect();
    match regions.as_slice() {
        [] => kata(id, en),
        [one] => kata(format!("{id} ({})", one.nama_daerah()), format!("{en} ({})", one.nama_daerah())),
        many => {
            let count = many.len();
            kata(format!("{id} ({count} daerah)"), format!("{en} ({count} regions)"))
        }
    }
}

impl Tertunda {
    /// A record that waits; a draft waits for no day.
    pub fn new(berkas: impl Into<String>, folder: &'static str, slug: impl Into<String>) -> Self {
        Self { berkas: berkas.into(), folder, slug: slug.into(), sejak: None, is_part: false }
    }

    /// The same, which is shown from a day on.
    pub fn until(self, sejak: Option<Tanggal>) -> Self {
        Self { sejak, ..self }
    }
}

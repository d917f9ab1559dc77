//! From what day on what of a record is public: every type of record answers, and nothing passes into the model but what its
//! answer lets through.
//!
//! A day is never asked for anywhere else. Pages, files for programs, the search and the rules see what is public and need not
//! know that there is more.

use crate::record::Loaded;
use crate::record::rujukan::Rujuk;
use crate::record::sumber::Sumber;
use crate::value::entries::Entries;
use crate::value::id::Id;
use crate::value::nomor_urut::NomorUrut;
use crate::value::peta::Peta;
use crate::value::tanggal::Tanggal;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_128;

/// What of a record is public on the day of a site.
pub enum Public<T> {
    /// All of it.
    Whole,
    /// So much; there is more from the day on.
    Part(T, Tanggal),
    /// Nothing, until the day; a draft waits for none.
    Nothing(Option<Tanggal>),
}

/// Says what of a record is public.
///
/// There is no answer by default: a new type of record has to give one, if only that its files have no day
/// ([`Public::Whole`]).
pub trait Due: Rujuk + Clone + fmt::Debug {
    /// What is public on the day; `name` is what the file's name says.
    fn due(&self, name: &FileName, days: &Days<'_>) -> Public<Self>;
}

/// What the name of a record's file says of days and numbers.
pub struct FileName {
    /// The date it begins with.
    pub tanggal: Option<Tanggal>,
    /// The ballot number it is.
    pub nomor: Option<NomorUrut>,
}

/// The day of a site, and the days of a scope on which its records become public that name none themselves.
pub struct Days<'d> {
    /// The day of the site.
    pub hari: Tanggal,
    /// When the pairs are determined, where a schedule says it.
    pub penetapan: Option<Tanggal>,
    /// When the first pair is determined, by its own record or else by the schedule.
    pub penetapan_pertama: Option<Tanggal>,
    /// When their numbers are drawn, where the draw's record or a schedule says it.
    pub pengundian: Option<Tanggal>,
    /// When people vote.
    pub pemungutan_suara: Option<Tanggal>,
    /// The day of a source, looked up from the scope.
    pub sumber: &'d (dyn Fn(&Id<Sumber>) -> Option<Tanggal> + Sync),
    /// The last day that was asked for and has come: nothing of the records that were asked became public by itself since.
    pub terakhir: Cell<Option<Tanggal>>,
}

impl Days<'_> {
    /// The day, where it has not come.
    pub fn ahead(&self, day: Option<Tanggal>) -> Option<Tanggal> {
        let ahead = day.filter(|day| *day > self.hari);
        self.come(day.filter(|_| ahead.is_none()));
        ahead
    }

    fn come(&self, day: Option<Tanggal>) {
        self.terakhir.set(self.terakhir.get().max(day));
    }

    /// All of a record from a day on, and nothing before.
    pub fn from<T>(&self, day: Option<Tanggal>) -> Public<T> {
        self.ahead(day).map_or(Public::Whole, |day| Public::Nothing(Some(day)))
    }

    /// The day of the first of these sources; nothing where there is none, or one has no day.
    pub fn first_source(&self, ids: &[Id<Sumber>]) -> Option<Tanggal> {
        let days: Option<Vec<Tanggal>> = ids.iter().map(|id| (self.sumber)(id)).collect();
        days?.into_iter().min()
    }

    /// What is left of a record when `cut` has taken out what waits.
    pub fn part<T: Clone>(&self, record: &T, cut: impl FnOnce(&mut T, &mut Cut)) -> Public<T> {
        let (mut part, mut waits) = (record.clone(), Cut { hari: self.hari, next: None, last: None });
        cut(&mut part, &mut waits);
        self.come(waits.last);
        waits.next.map_or(Public::Whole, |day| Public::Part(part, day))
    }
}

/// Takes out of a record what waits for its day, and notes the first of these days and the last of those that have come.
pub struct Cut {
    hari: Tanggal,
    next: Option<Tanggal>,
    last: Option<Tanggal>,
}

impl Cut {
    /// Whether the day has not come; it is noted.
    pub fn waits(&mut self, day: Option<Tanggal>) -> bool {
        let Some(day) = day.filter(|day| *day > self.hari) else {
            self.last = self.last.max(day);
            return false;
        };
        self.next = Some(self.next.map_or(day, |next| next.min(day)));
        true
    }

    /// The entries of a list whose day has come.
    pub fn entries<T>(&mut self, list: &mut Entries<T>, day: impl Fn(&T) -> Option<Tanggal>) {
        let waiting = list.iter().filter(|entry| self.waits(day(entry))).count();
        if waiting > 0 {
            list.retain(|entry| !self.waits(day(entry)));
        }
    }

    /// A value from a day on.
    pub fn value<T: Default + PartialEq>(&mut self, value: &mut T, day: Option<Tanggal>) {
        if *value != T::default() && self.waits(day) {
            *value = T::default();
        }
    }

    /// A list from a day on.
    pub fn list<T>(&mut self, list: &mut Vec<T>, day: Option<Tanggal>) {
        if !list.is_empty() && self.waits(day) {
            list.clear();
        }
    }

    /// A part that may be missing from a day on.
    pub fn maybe<T>(&mut self, part: &mut Option<T>, day: Option<Tanggal>) {
        if part.is_some() && self.waits(day) {
            *part = None;
        }
    }
}

/// A file that waits for its day, or of which a part does.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The file's path below the project's folder.
    pub berkas: String,
    /// The last part of its page's address.
    pub slug: String,
    /// Whether some of it is public.
    pub is_part: bool,
    /// The day on which more of it is; nothing for a draft.
    pub sejak: Option<Tanggal>,
}

/// What is public of a file's record; what waits is noted.
pub(super) fn public<T: Due>(loaded: Loaded<T>, days: &Days<'_>, waiting: &mut Vec<Waiting>) -> Option<Loaded<T>> {
    let mut note = |loaded: &Loaded<T>, is_part, sejak| {
        waiting.push(Waiting { berkas: loaded.path().to_owned(), slug: loaded.slug().to_owned(), is_part, sejak });
    };
    let (part, mut next) =
        match loaded.record.due(&FileName { tanggal: loaded.name.tanggal, nomor: loaded.name.nomor }, days) {
            Public::Whole => (None, None),
            Public::Part(part, next) => (Some(part), Some(next)),
            Public::Nothing(day) => {
                note(&loaded, false, day);
                return None;
            }
        };
    let hidden = later_sources(part.as_ref().unwrap_or(&loaded.record), days);
    next = hidden.iter().map(|(_, day)| *day).chain(next).min();
    let Some(next) = next else { return Some(loaded) };
    note(&loaded, true, Some(next));
    let mut record = part.unwrap_or_else(|| T::clone(&loaded.record));
    let hidden: BTreeSet<Id<Sumber>> = hidden.into_iter().map(|(id, _)| id).collect();
    record.lists().into_iter().for_each(|ids| ids.retain(|id| !hidden.contains(id)));
    Some(loaded.cut(record))
}

/// The sources that a record names and that are not published yet.
fn later_sources<T: Due>(record: &T, days: &Days<'_>) -> Vec<(Id<Sumber>, Tanggal)> {
    let mut later = Vec::new();
    record.rujuk(&mut |_, id| later.extend(days.ahead((days.sumber)(id)).map(|day| (id.clone(), day))));
    later
}

impl<T: fmt::Debug> Loaded<T> {
    /// The same file with so much of its record as is public.
    pub fn cut(self, record: T) -> Self {
        let cut = xxh3_128(format!("{record:?}").as_bytes());
        Self { record: Arc::new(record), cut, ..self }
    }
}

/// Each source from the day it was published.
impl Due for Peta<Id<Sumber>, Sumber> {
    fn due(&self, _: &FileName, days: &Days<'_>) -> Public<Self> {
        days.part(self, |record, cut| {
            record.retain(|_, sumber| !cut.waits(sumber.tanggal));
            for sumber in record.values_mut() {
                let opened = sumber.diakses;
                cut.maybe(&mut sumber.diakses, opened);
            }
        })
    }
}

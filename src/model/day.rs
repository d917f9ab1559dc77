//! The day that a site is for, as those ask it who are remembered: each rests on the days that give him the same answer, so the
//! next day's site is this one's wherever nothing that was asked is another.

use crate::memo::reading::{self, Moments};
use crate::value::tanggal::Tanggal;
use chrono::Datelike;
use std::cmp::Ordering;
use std::fmt;
use std::ops::RangeInclusive;

/// The day that a site is for. Whoever asks is noticed with the days for which he would be told the same.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct BuildDay(Tanggal);

impl BuildDay {
    /// A site's day.
    pub fn new(hari: Tanggal) -> Self {
        Self(hari)
    }

    /// The day itself; what says it, or counts from it, is another on the next day.
    pub fn exact(self) -> Tanggal {
        note(Some(self.0), Some(self.0.besok()));
        self.0
    }

    /// Whether a day has come: it is this one, or was before it.
    pub fn has_come(self, day: Tanggal) -> bool {
        let has_come = day <= self.0;
        if has_come {
            note(Some(day), None);
        } else {
            note(None, Some(day));
        }
        has_come
    }

    /// Whether a day is over.
    pub fn is_over(self, day: Tanggal) -> bool {
        // The last day there is has none after it.
        self.has_come(day.besok()) && day.besok() > day
    }

    /// Whether it is this day.
    pub fn is(self, day: Tanggal) -> bool {
        self.has_come(day) && !self.is_over(day)
    }

    /// Whether it is one of these days.
    pub fn is_in(self, days: &RangeInclusive<Tanggal>) -> bool {
        self.has_come(*days.start()) && !self.is_over(*days.end())
    }

    /// Where a day lies: 1 where it is to come, 0 where it is today, −1 where it is over. Templates choose by it; the days until
    /// then are for the reader's own clock to count.
    pub fn ahead(self, day: Tanggal) -> i64 {
        match (self.has_come(day), self.is_over(day)) {
            (false, _) => 1,
            (true, false) => 0,
            (true, true) => -1,
        }
    }

    /// The first of these days that has not come.
    pub fn next(self, days: impl IntoIterator<Item = Tanggal>) -> Option<Tanggal> {
        self.around(days)[1]
    }

    /// The last of these days that has come.
    pub fn last(self, days: impl IntoIterator<Item = Tanggal>) -> Option<Tanggal> {
        self.around(days)[0]
    }

    /// The last of these days that has come and the first that has not: one question, where it would be one for each day.
    pub fn around(self, days: impl IntoIterator<Item = Tanggal>) -> [Option<Tanggal>; 2] {
        let [mut last, mut next] = [None, None];
        for day in days {
            match day.cmp(&self.0) {
                Ordering::Less | Ordering::Equal => last = last.max(Some(day)),
                Ordering::Greater => next = next.map_or(Some(day), |next: Tanggal| Some(next.min(day))),
            }
        }
        note(last, next);
        [last, next]
    }

    /// Its number, as the memory knows it.
    pub(super) fn moment(self) -> i32 {
        moment(self.0)
    }
}

/// Notes that the answer is the same from a day on, until another.
fn note(from: Option<Tanggal>, until: Option<Tanggal>) {
    let Moments { from: first, until: last } = Moments::ALL;
    reading::note_moments(Moments { from: from.map_or(first, moment), until: until.map_or(last, moment) });
}

fn moment(day: Tanggal) -> i32 {
    day.naive().num_days_from_ce()
}

impl fmt::Debug for BuildDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memo::reading::{Ground, watch};
    use chrono::NaiveDate;

    fn day(number: u32) -> Tanggal {
        NaiveDate::from_ymd_opt(2024, 11, number).unwrap().into()
    }

    /// What one question says, and for which days.
    fn watched(question: usize, hari: u32, of: &[Tanggal]) -> (String, Moments) {
        let hari = BuildDay::new(day(hari));
        // Asked for itself alone: of all at once only the narrowest would be seen.
        let ask = |hari: BuildDay| -> String {
            let [one, two] = [of[0].min(of[1]), of[0].max(of[1])];
            match question {
                0 => hari.exact().to_string(),
                1 => hari.has_come(one).to_string(),
                2 => hari.is_over(one).to_string(),
                3 => hari.is(one).to_string(),
                4 => hari.is_in(&(one..=two)).to_string(),
                5 => hari.ahead(one).to_string(),
                6 => format!("{:?}", hari.next(of.iter().copied())),
                _ => format!("{:?}", hari.last(of.iter().copied())),
            }
        };
        let (said, grounds) = watch(|| ask(hari));
        let moments = match grounds.others.as_slice() {
            [(Ground::Moments(moments), _)] => *moments,
            _ => Moments::ALL,
        };
        (said, moments)
    }

    #[test]
    fn every_day_that_is_noted_gives_the_same_answer() {
        for question in 0..8 {
            let mut spared = 0;
            for (one, two) in (2..12).flat_map(|one| (2..12).map(move |two| (one, two))) {
                let of = [day(one), day(two)];
                for hari in 1..14 {
                    let (said, moments) = watched(question, hari, &of);
                    for other in (1..14).filter(|other| moments.has(moment(day(*other)))) {
                        assert_eq!(
                            watched(question, other, &of).0,
                            said,
                            "question {question} of {of:?} on {hari}, {other}"
                        );
                        spared += usize::from(other != hari);
                    }
                    assert!(moments.has(moment(day(hari))), "question {question} of {of:?} on {hari}");
                }
            }
            assert!(spared > 0 || question == 0, "question {question} has the same answer on no other day");
        }
    }
}

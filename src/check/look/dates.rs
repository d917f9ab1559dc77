//! Full dates in running text: `17 Agustus 1970`, `August 17, 1970`, `17-08-1970`, `1970/08/17`.

use crate::check::look::words::words;
use crate::value::tanggal::BULAN;
use std::ops::Range;

/// The months in English.
pub(in crate::check) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The bytes of the first full date in a text.
pub(in crate::check) fn first_date(text: &str) -> Option<Range<usize>> {
    let words = words(text);
    let date = words.windows(3).find(|three| is_date(text, three))?;
    Some(date[0].start..date[2].end)
}

fn is_date(text: &str, three: &[Range<usize>]) -> bool {
    let [a, b, c] = three else { return false };
    let [first, second, third] = [a, b, c].map(|part| &text[part.clone()]);
    let signs = [&text[a.end..b.start], &text[b.end..c.start]];
    let is_month = |word: &str| BULAN.iter().chain(&MONTHS).any(|month| is_short_or_whole(word, month));
    // What is soon said comes first: most words are none of it.
    let in_words = || (is_day(first) && is_month(second)) || (is_day(second) && is_month(first));
    if is_year(third) && in_words() {
        return signs.iter().all(|sign| sign.len() <= 2);
    }
    let same = signs[0] == signs[1] && matches!(signs[0], "/" | "-" | ".");
    let forth = is_day(first) && is_day(second) && is_year(third);
    let back = is_year(first) && is_day(second) && is_day(third);
    same && (forth || back)
}

/// `Agustus`, `agustus`, `Agu` and `Agst` for Agustus.
fn is_short_or_whole(word: &str, month: &str) -> bool {
    let (word, month) = (word.to_lowercase(), month.to_lowercase());
    word == month || (word.len() == 3 && month.starts_with(&word)) || (word == "agst" && month == "agustus")
}

fn is_day(word: &str) -> bool {
    word.len() <= 2 && word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::first_date;

    #[test]
    fn a_date_has_day_month_and_year() {
        for date in [
            "17 Agustus 1970",
            "1 Jan 1970",
            "2 March 1970",
            "March 2, 1970",
            "17-08-1970",
            "17/8/1970",
            "1970-08-17",
            "17.08.1970",
        ] {
            let text = format!("di Contoh, {date}.");
            assert_eq!(first_date(&text).map(|range| &text[range]), Some(date));
        }
        for none in ["tahun 1970", "17 Agustus", "Agustus 1970", "08.00-13.00", "17 1970 08", "3/4/5", "17-08/1970"] {
            assert_eq!(first_date(none), None, "{none}");
        }
    }
}

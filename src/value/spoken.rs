//! Names, days, hours and numbers in words, for a text that is read aloud: a voice reads `07.00` as "nol tujuh titik nol nol", and `S.H.`
//! letter by letter.

use crate::bahasa::Bahasa;
use crate::value::gelar::without_degrees;
use crate::value::jam::Jam;
use crate::value::tanggal::Tanggal;
use chrono::{Datelike, Timelike};

/// Titles before a name, in small letters, as they are said.
const TITLES: [(&str, &str); 27] = [
    ("akbp", "Ajun Komisaris Besar Polisi"),
    ("akp", "Ajun Komisaris Polisi"),
    ("brigjen", "Brigadir Jenderal"),
    ("dra", "Doktoranda"),
    ("drg", "dokter gigi"),
    ("drs", "Doktorandus"),
    ("h", "Haji"),
    ("hj", "Hajah"),
    ("hjh", "Hajah"),
    ("ir", "Insinyur"),
    ("irjen", "Inspektur Jenderal"),
    ("k.h", "Kiai Haji"),
    ("kh", "Kiai Haji"),
    ("kol", "Kolonel"),
    ("kombes", "Komisaris Besar"),
    ("komjen", "Komisaris Jenderal"),
    ("kompol", "Komisaris Polisi"),
    ("letjen", "Letnan Jenderal"),
    ("letkol", "Letnan Kolonel"),
    ("mayjen", "Mayor Jenderal"),
    ("ns", "Ners"),
    ("ny", "Nyonya"),
    ("pol", "Polisi"),
    ("prof", "Profesor"),
    ("purn", "Purnawirawan"),
    ("tgk", "Teungku"),
    ("tni", "Tentara Nasional Indonesia"),
];

/// Ranks that are words as they are, before which and behind which titles stand.
const RANKS: [&str; 6] = ["jenderal", "kapten", "kolonel", "mayor", "ustadz", "ustaz"];

const SMALL: [&str; 12] =
    ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];

const ENGLISH: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number in words.
pub fn number(value: u64, bahasa: Bahasa) -> String {
    match bahasa {
        Bahasa::Id => indonesian(value),
        Bahasa::En => english(value),
    }
}

/// `dua puluh tujuh November dua ribu dua puluh empat`.
pub fn day(tanggal: Tanggal, bahasa: Bahasa) -> String {
    let date = tanggal.naive();
    let written = tanggal.panjang_dalam(bahasa);
    let month = written.split(' ').nth(1).unwrap_or_default();
    let year = u64::try_from(date.year()).unwrap_or_default();
    format!("{} {month} {}", number(date.day().into(), bahasa), number(year, bahasa))
}

/// `tujuh`, `tiga belas lewat tiga puluh menit`: what stands behind `pukul`.
pub fn time(jam: Jam, bahasa: Bahasa) -> String {
    let hour = number(jam.naive().hour().into(), bahasa);
    match (jam.naive().minute(), bahasa) {
        (0, _) => hour,
        (minute, Bahasa::Id) => format!("{hour} lewat {} menit", number(minute.into(), bahasa)),
        (minute, Bahasa::En) => format!("{hour} {}", number(minute.into(), bahasa)),
    }
}

/// A person's name as it is said: without degrees, titles in whole words, no capitals that a voice would spell.
pub fn name(of: &str) -> String {
    let whole = without_degrees(of);
    let parts = whole.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let (mut said, mut is_before_name) = (Vec::new(), true);
    for word in parts.filter(|part| !part.is_empty()) {
        // Behind the first word of the name itself `H.` is an initial.
        let title = title(word).filter(|_| is_before_name);
        is_before_name = title.is_some() || RANKS.contains(&word.to_lowercase().as_str());
        said.push(title.map_or_else(|| capitalized(word), str::to_owned));
    }
    said.join(" ")
}

/// A title in whole words; small letters tell a physician (`dr.`) from a doctor (`Dr.`).
fn title(word: &str) -> Option<&'static str> {
    match word {
        "dr" => return Some("dokter"),
        "Dr" | "DR" => return Some("Doktor"),
        _ => {}
    }
    let small = word.to_lowercase();
    TITLES.iter().find(|(short, _)| small == *short).map(|(_, said)| *said)
}

/// `MA'RUF` as `Ma'ruf`; what is written small stays, and of an initial the point goes.
fn capitalized(word: &str) -> String {
    let parts = word.split('.').filter(|part| !part.is_empty()).map(|part| {
        if part.chars().any(char::is_lowercase) {
            return part.to_owned();
        }
        let mut letters = part.chars();
        letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect()
    });
    parts.collect::<Vec<_>>().join(" ")
}

fn indonesian(value: u64) -> String {
    let rest = |rest: u64| if rest == 0 { String::new() } else { format!(" {}", indonesian(rest)) };
    match value {
        0..=11 => usize::try_from(value).map_or("", |at| SMALL[at]).to_owned(),
        12..=19 => format!("{} belas", indonesian(value - 10)),
        20..=99 => format!("{} puluh{}", indonesian(value / 10), rest(value % 10)),
        100..=199 => format!("seratus{}", rest(value - 100)),
        200..=999 => format!("{} ratus{}", indonesian(value / 100), rest(value % 100)),
        1000..=1999 => format!("seribu{}", rest(value - 1000)),
        2000..=999_999 => format!("{} ribu{}", indonesian(value / 1000), rest(value % 1000)),
        _ => format!("{} juta{}", indonesian(value / 1_000_000), rest(value % 1_000_000)),
    }
}

fn english(value: u64) -> String {
    let rest = |rest: u64| if rest == 0 { String::new() } else { format!(" {}", english(rest)) };
    match value {
        0..=19 => usize::try_from(value).map_or("", |at| ENGLISH[at]).to_owned(),
        20..=99 => format!("{}{}", usize::try_from(value / 10).map_or("", |at| TENS[at]), rest(value % 10)),
        100..=999 => format!("{} hundred{}", english(value / 100), rest(value % 100)),
        1000..=999_999 => format!("{} thousand{}", english(value / 1000), rest(value % 1000)),
        _ => format!("{} million{}", english(value / 1_000_000), rest(value % 1_000_000)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Nilai, Scalar};

    #[test]
    fn numbers_are_words() {
        for (value, id, en) in [
            (0, "nol", "zero"),
            (11, "sebelas", "eleven"),
            (13, "tiga belas", "thirteen"),
            (27, "dua puluh tujuh", "twenty seven"),
            (105, "seratus lima", "one hundred five"),
            (2024, "dua ribu dua puluh empat", "two thousand twenty four"),
            (1_500_000, "satu juta lima ratus ribu", "one million five hundred thousand"),
        ] {
            assert_eq!((number(value, Bahasa::Id).as_str(), number(value, Bahasa::En).as_str()), (id, en));
        }
    }

    #[test]
    fn days_and_hours_are_words() {
        let tanggal = Tanggal::read(Scalar::Teks("2024-11-27")).unwrap();
        assert_eq!(day(tanggal, Bahasa::Id), "dua puluh tujuh November dua ribu dua puluh empat");
        let jam = |text| Jam::read(Scalar::Teks(text)).unwrap();
        assert_eq!(time(jam("13:00"), Bahasa::Id), "tiga belas");
        assert_eq!(time(jam("07:30"), Bahasa::Id), "tujuh lewat tiga puluh menit");
    }

    #[test]
    fn a_name_is_said_with_its_titles_in_whole_words_and_without_degrees() {
        for (nama, said) in [
            ("H. CALON CONTOH, S.Pd., M.Pd.", "Haji Calon Contoh"),
            ("Dr. dr. SARI MA'RUF, Sp.OT.", "Doktor dokter Sari Ma'ruf"),
            ("Letjen. (Purn.) GUS CONTOH", "Letnan Jenderal Purnawirawan Gus Contoh"),
            ("Komjen. Pol. (Purn). CONTOH", "Komisaris Jenderal Polisi Purnawirawan Contoh"),
            ("Jenderal TNI (Purn.) H. CONTOH", "Jenderal Tentara Nasional Indonesia Purnawirawan Haji Contoh"),
            ("Umpama H. Misal", "Umpama H Misal"),
            ("M. Amin Umpama", "M Amin Umpama"),
            ("A.M. CONTOH", "A M Contoh"),
        ] {
            assert_eq!(name(nama), said);
        }
    }
}

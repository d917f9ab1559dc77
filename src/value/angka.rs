//! Figures: written plain, shown in the Indonesian way later.

use crate::bahasa::kata;
use crate::value::tanggal::meant;
use crate::value::{Nilai, Refusal, Scalar, Written, nilai};
use chrono::Datelike;
use serde::{Serialize, Serializer};

/// A figure that may have decimals, from zero up.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Angka(f64);

/// A count of things or people: a whole number from zero up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Jumlah(u64);

/// A year, with all four digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Tahun(u64);

nilai!(Angka);
nilai!(Jumlah);
nilai!(Tahun);

/// The largest figure taken: beyond it an `f64` no longer holds every whole number.
const LARGEST: i64 = 1 << 53;

impl Angka {
    /// The figure itself.
    pub fn get(self) -> f64 {
        self.0
    }

    /// The figure, if it is whole.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an Angka is neither negative nor beyond 2^53"
    )]
    pub fn whole(self) -> Option<u64> {
        (self.0.fract() == 0.0).then_some(self.0 as u64)
    }
}

impl Jumlah {
    /// The count itself.
    pub fn get(self) -> u64 {
        self.0
    }
}

impl Tahun {
    /// The year itself.
    pub fn get(self) -> u64 {
        self.0
    }
}

/// A whole figure is written whole: `943`, not `943.0`.
impl Serialize for Angka {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => serializer.serialize_u64(whole),
            None => serializer.serialize_f64(self.0),
        }
    }
}

impl Nilai for Angka {
    const NAME: &'static str = "Angka";

    #[expect(clippy::cast_precision_loss, reason = "the guard keeps the number within 2^53")]
    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        match scalar {
            Scalar::Bulat(number) if (0..=LARGEST).contains(&number) => Ok(Self(number as f64)),
            Scalar::Pecahan(number) if number.is_finite() && (0.0..=LARGEST as f64).contains(&number) => {
                Ok(Self(number))
            }
            other => Err(refuse(other, plain)),
        }
    }

    fn refuse(written: Written<'_>) -> Option<Refusal> {
        match (Self::read(written.scalar), written.scalar) {
            // YAML reads 230.000 as 230, and nobody writes three noughts behind a point who does not mean thousands.
            (Ok(Self(number)), Scalar::Pecahan(_)) if number.fract() == 0.0 => {
                let noughts = thousands(written.text).map(|whole| noughts(written.text, &whole, number));
                noughts.or_else(|| odd_form(written))
            }
            (Ok(_), _) => odd_form(written),
            (Err(_), _) => Some(refuse(Scalar::Teks(written.text), plain)),
        }
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "number", "minimum": 0, "maximum": LARGEST })
    }
}

impl Nilai for Jumlah {
    const NAME: &'static str = "Jumlah";

    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        match scalar {
            Scalar::Bulat(number @ 0..=LARGEST) => Ok(Self(number.unsigned_abs())),
            Scalar::Pecahan(number) => Err(fraction(&number.to_string())),
            other => Err(refuse(other, whole)),
        }
    }

    fn refuse(written: Written<'_>) -> Option<Refusal> {
        if Self::read(written.scalar).is_ok() {
            return odd_form(written);
        }
        Some(match written.scalar {
            Scalar::Pecahan(_) => fraction(written.text),
            _ => refuse(Scalar::Teks(written.text), whole),
        })
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "integer", "minimum": 0, "maximum": LARGEST })
    }
}

impl Nilai for Tahun {
    const NAME: &'static str = "Tahun";

    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        match scalar {
            Scalar::Bulat(number @ FIRST_YEAR..=LAST_YEAR) => Ok(Self(number.unsigned_abs())),
            other => Err(no_year(&other.to_string())),
        }
    }

    fn refuse(written: Written<'_>) -> Option<Refusal> {
        Self::read(written.scalar).map_or_else(|_| Some(no_year(written.text)), |_| odd_form(written))
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR })
    }
}

/// A figure as programs write it, of which nobody sees what is published: `0x10`, `1e3`, `5.`
fn odd_form(written: Written<'_>) -> Option<Refusal> {
    let (whole, part) = written.text.split_once('.').unwrap_or((written.text, "0"));
    if digits(whole) && digits(part) {
        return None;
    }
    let (text, scalar) = (written.text, written.scalar);
    let refusal = Refusal::new(kata(format!("{text} terbaca sebagai {scalar}"), format!("{text} reads as {scalar}")));
    Some(refusal.write(scalar.to_string()))
}

/// The first and the last year in which somebody named here may be born.
const FIRST_YEAR: i64 = 1900;
const LAST_YEAR: i64 = 2199;

fn no_year(text: &str) -> Refusal {
    let refusal = Refusal::new(kata(
        format!("\"{text}\" bukan tahun dengan empat angka"),
        format!("\"{text}\" is not a year of four digits"),
    ));
    let years = FIRST_YEAR..=LAST_YEAR;
    let year = whole(text).and_then(|year| year.parse().ok()).filter(|year| years.contains(year));
    let in_date = || meant(text).map(|date| i64::from(date.year())).filter(|year| text.contains(&year.to_string()));
    let year = year.or_else(in_date).filter(|year| years.contains(year));
    match year {
        Some(year) => refusal.write(year.to_string()),
        None => refusal.help(kata("tulis keempat angkanya, misalnya 1975", "write all four digits, for example 1975")),
    }
}

fn noughts(text: &str, whole: &str, number: f64) -> Refusal {
    Refusal::new(kata(
        format!("{text} di YAML berarti {number}: titik adalah koma desimal"),
        format!("{text} means {number} in YAML: the point is a decimal point"),
    ))
    .help(kata(
        format!("tulis {whole} tanpa titik; jika memang {number}, tulis {number}"),
        format!("write {whole} without a point; if it is {number}, write {number}"),
    ))
}

/// A count with a point in it: `230.000` and `1.026` part thousands, `400.0` comes from a spreadsheet.
fn fraction(text: &str) -> Refusal {
    let refusal = Refusal::new(kata(
        format!("{text} adalah pecahan, padahal ini hitungan"),
        format!("{text} is a fraction where a count is expected"),
    ));
    match whole(text).or_else(|| exact(text)) {
        Some(whole) => refusal.write(whole),
        None => refusal.help(kata("tulis bilangan bulat", "write a whole number")),
    }
}

/// The whole number that `1e3` is.
fn exact(text: &str) -> Option<String> {
    let number: f64 = text.parse().ok()?;
    let is_whole = number.fract() == 0.0 && (0.0..1e15).contains(&number);
    is_whole.then(|| number.to_string())
}

fn refuse(scalar: Scalar<'_>, plain: fn(&str) -> Option<String>) -> Refusal {
    let refusal = Refusal::new(kata(
        format!("\"{scalar}\" bukan angka yang bisa dihitung"),
        format!("\"{scalar}\" is not a figure that can be counted with"),
    ));
    match plain(&scalar.to_string()) {
        Some(plain) => refusal.write(plain),
        None => refusal.help(kata(
            "tulis angkanya saja, dengan semua nolnya, misalnya 2695348 atau 80.33",
            "write the figure only, with all its noughts, for example 2695348 or 80.33",
        )),
    }
}

/// Words that make another figure of the one before them.
const MULTIPLES: [&str; 11] =
    ["ribu", "rb", "ribuan", "juta", "jt", "miliar", "milyar", "triliun", "ratus", "puluh", "lusin"];

/// The figure that a text begins with, where no other follows: `2.695.348`, `80,33 persen`, `1 026 orang`.
fn figure(text: &str) -> Option<String> {
    let figure: String =
        text.chars().filter(|c| !c.is_whitespace()).take_while(|c| c.is_ascii_digit() || ".,".contains(*c)).collect();
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let alone = digits(text) == digits(&figure);
    // `100 ribu` is not 100.
    let is_more =
        text.split(|c: char| !c.is_alphabetic()).any(|word| MULTIPLES.contains(&word.to_lowercase().as_str()));
    (alone && !is_more).then(|| figure.trim_end_matches(['.', ',']).to_owned())
}

/// What somebody meant who wrote `2.695.348`, `80,33 persen` or `0943`; nothing where it may be read in two ways.
fn plain(text: &str) -> Option<String> {
    let figure = figure(text)?;
    if let Some(whole) = thousands(&figure) {
        return fits(&whole);
    }
    let (whole, decimals) = figure.split_once(',').or_else(|| figure.split_once('.')).unwrap_or((&figure, ""));
    let is_english = figure.contains(',') && decimals.len() == 3;
    let whole = thousands(whole).unwrap_or_else(|| whole.to_owned());
    if !digits(&whole) || is_english || figure.ends_with(['.', ',']) {
        return None;
    }
    match decimals {
        "" => fits(&whole),
        _ if digits(decimals) => fits(&whole).map(|whole| format!("{whole}.{decimals}")),
        _ => None,
    }
}

/// What somebody meant who wrote `2.695.348`, `1,026 orang`, `400.0` or `0943` where things are counted.
fn whole(text: &str) -> Option<String> {
    let figure = figure(text)?;
    let parted = |sign: char| thousands(&figure.replace(sign, "."));
    if let Some(whole) = parted('.').or_else(|| (!figure.contains('.')).then(|| parted(',')).flatten()) {
        return fits(&whole);
    }
    let (whole, noughts) = figure.rsplit_once([',', '.']).unwrap_or((&figure, ""));
    let whole = thousands(whole).unwrap_or_else(|| whole.to_owned());
    (digits(&whole) && noughts.bytes().all(|b| b == b'0')).then(|| fits(&whole)).flatten()
}

/// A whole number without noughts before it, where it is not too large.
fn fits(whole: &str) -> Option<String> {
    let number: i64 = whole.parse().ok()?;
    (number <= LARGEST).then(|| number.to_string())
}

/// `2.695.348` as `2695348`; nothing when the points do not part thousands.
fn thousands(figure: &str) -> Option<String> {
    let mut groups = figure.split('.');
    let first = groups.next().filter(|group| digits(group) && group.len() <= 3 && *group != "0")?;
    let rest: Vec<&str> = groups.collect();
    let sound = !rest.is_empty() && rest.iter().all(|group| digits(group) && group.len() == 3);
    sound.then(|| format!("{first}{}", rest.concat()))
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// `2695348` as `2.695.348`.
pub fn ribuan(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_in_words_is_refused_with_the_figure_to_write() {
        assert_eq!(plain("2.695.348").as_deref(), Some("2695348"));
        assert_eq!(plain("80,33 persen").as_deref(), Some("80.33"));
        assert_eq!(plain("80.33%").as_deref(), Some("80.33"));
        assert_eq!(plain("1.026 orang").as_deref(), Some("1026"));
        assert_eq!(plain("1.234.567,5").as_deref(), Some("1234567.5"));
        assert_eq!(plain("0943").as_deref(), Some("943"));
        assert_eq!(plain("12-12-1975"), None);
        assert_eq!(plain("1,026"), None);
        assert_eq!(plain("99999999999999999999"), None);
        assert_eq!(plain("kurang lebih"), None);
    }

    #[test]
    fn a_count_is_read_from_its_text() {
        for (text, meant) in [
            ("230.000", Some("230000")),
            ("1.026", Some("1026")),
            ("400.0", Some("400")),
            ("400,00", Some("400")),
            ("1,026 orang", Some("1026")),
            ("2.695.348,00", Some("2695348")),
            ("80.33", None),
            ("1.5", None),
        ] {
            assert_eq!(whole(text).as_deref(), meant, "{text}");
        }
    }

    #[test]
    fn noughts_behind_a_point_are_no_share_and_no_count() {
        let refused = |text| Angka::refuse(Written::plain(text)).is_some();
        assert!(refused("230.000"));
        assert!(!refused("80.333") && !refused("230.0") && !refused("230") && !refused("0.000"));
    }

    #[test]
    fn a_year_has_four_digits() {
        let advice = |text| Tahun::refuse(Written::plain(text)).unwrap().fix;
        assert_eq!(advice("12-12-1975").as_deref(), Some("1975"));
        assert_eq!(advice("1975.0").as_deref(), Some("1975"));
        assert_eq!(advice("75"), None);
        assert_eq!(advice("12-12-75"), None);
    }
}

//! Figures: written plain, shown in the Indonesian way later.

use crate::bahasa::kata;
use crate::value::{Nilai, Refusal, Scalar, nilai};
use serde::{Serialize, Serializer};

/// A figure that may have decimals, from zero up.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Angka(f64);

/// A count of things or people: a whole number from zero up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Jumlah(u64);

nilai!(Angka);
nilai!(Jumlah);

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
            other => Err(refuse(other)),
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
            // 1.026 is the Indonesian way to write 1026.
            Scalar::Pecahan(number) => Err(fraction(number)),
            other => Err(refuse(other)),
        }
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "integer", "minimum": 0, "maximum": LARGEST })
    }
}

fn fraction(number: f64) -> Refusal {
    let refusal = Refusal::new(kata(
        format!("{number} adalah pecahan, padahal ini hitungan"),
        format!("{number} is a fraction where a count is expected"),
    ));
    match thousands(&format!("{number:.3}")) {
        Some(whole) => refusal.help(kata(
            format!("jika maksudnya seribu ke atas, tulis {whole} tanpa titik"),
            format!("if thousands are meant, write {whole} without a point"),
        )),
        None => refusal.help(kata("tulis bilangan bulat", "write a whole number")),
    }
}

fn refuse(scalar: Scalar<'_>) -> Refusal {
    let refusal = Refusal::new(kata(
        format!("\"{scalar}\" bukan angka yang bisa dihitung"),
        format!("\"{scalar}\" is not a figure that can be counted with"),
    ));
    match plain(&scalar.to_string()) {
        Some(plain) => refusal.help(kata(format!("tulis {plain}"), format!("write {plain}"))),
        None => refusal.help(kata(
            "tulis angkanya saja, misalnya 2695348 atau 80.33",
            "write the figure only, for example 2695348 or 80.33",
        )),
    }
}

/// What somebody meant who wrote `2.695.348`, `80,33 persen` or `1 026 orang`.
fn plain(text: &str) -> Option<String> {
    let figure: String =
        text.chars().filter(|c| !c.is_whitespace()).take_while(|c| c.is_ascii_digit() || ".,".contains(*c)).collect();
    let figure = figure.trim_end_matches(['.', ',']);
    if let Some(whole) = thousands(figure) {
        return Some(whole);
    }
    match figure.split_once(',') {
        Some((whole, decimals)) => {
            let whole = thousands(whole).unwrap_or_else(|| whole.to_owned());
            let sound = digits(&whole) && digits(decimals);
            sound.then(|| format!("{whole}.{decimals}"))
        }
        None => (digits(figure) || figure.split_once('.').is_some_and(|(a, b)| digits(a) && digits(b)))
            .then(|| figure.to_owned()),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_in_words_is_refused_with_the_figure_to_write() {
        assert_eq!(plain("2.695.348").as_deref(), Some("2695348"));
        assert_eq!(plain("80,33 persen").as_deref(), Some("80.33"));
        assert_eq!(plain("1.026 orang").as_deref(), Some("1026"));
        assert_eq!(plain("1.234.567,5").as_deref(), Some("1234567.5"));
        assert_eq!(plain("kurang lebih"), None);
    }
}

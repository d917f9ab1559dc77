//! Small values with rules, checked where they are made.
//!
//! A type that implements [`Nilai`] is read from YAML, described in the JSON Schema and explained in findings by one
//! function, [`Nilai::read`], so the three cannot disagree.

pub mod angka;
pub mod bersih;
pub mod bytes;
pub mod daftar_desa;
pub mod daftar_wilayah;
pub mod damage;
pub mod encoding;
pub mod entries;
pub mod format;
pub mod gelar;
pub mod id;
pub mod jalur;
pub mod jam;
pub mod kode_aturan;
pub mod kode_bahasa;
pub mod kode_wilayah;
pub mod kunci;
pub mod kunci_publik;
pub mod mirip;
pub mod nama;
pub mod nomor_urut;
pub mod orientation;
pub mod peta;
pub mod pixel_size;
pub mod sentence;
pub mod shape;
pub mod sidik;
pub mod slug;
pub mod spoken;
pub mod tabel;
pub mod tanggal;
pub mod tautan;
pub mod teks;
pub mod tiff;

use crate::bahasa::{Kata, kata};
use serde::de::{self, Deserializer, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// What stands in the YAML where a value is expected, before anybody interprets it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scalar<'a> {
    /// Text, quoted or not.
    Teks(&'a str),
    /// An integer.
    Bulat(i64),
    /// A number with a decimal point.
    Pecahan(f64),
    /// `true` or `false`.
    Logika(bool),
    /// Nothing, `~` or `null`.
    Kosong,
}

impl fmt::Display for Scalar<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Teks(text) => f.write_str(text),
            Self::Bulat(number) => write!(f, "{number}"),
            Self::Pecahan(number) => write!(f, "{number}"),
            Self::Logika(truth) => write!(f, "{truth}"),
            Self::Kosong => f.write_str("kosong"),
        }
    }
}

impl<'a> Scalar<'a> {
    /// What plain text means in YAML 1.2's core schema, as `serde_yaml` reads it.
    pub fn plain(text: &'a str) -> Self {
        match text {
            "" | "~" | "null" | "Null" | "NULL" => return Self::Kosong,
            "true" | "True" | "TRUE" => return Self::Logika(true),
            "false" | "False" | "FALSE" => return Self::Logika(false),
            _ => {}
        }
        let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
        if let Some(number) = in_other_base(digits) {
            return Self::Bulat(if text.starts_with('-') { -number } else { number });
        }
        if matches!(digits, ".inf" | ".Inf" | ".INF" | ".nan" | ".NaN" | ".NAN") {
            return Self::Pecahan(f64::INFINITY);
        }
        let leading_zero = digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
        if leading_zero || !digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
            return Self::Teks(text);
        }
        if let Ok(number) = text.parse() {
            return Self::Bulat(number);
        }
        let numeric = digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'E' | b'+' | b'-'));
        match text.parse::<f64>() {
            Ok(number) if numeric && number.is_finite() => Self::Pecahan(number),
            _ => Self::Teks(text),
        }
    }
}

/// `0x1F`, `0o17` and `0b11` as the numbers they are.
fn in_other_base(digits: &str) -> Option<i64> {
    let (base, digits) =
        [("0x", 16), ("0o", 8), ("0b", 2)].iter().find_map(|(sign, base)| Some((*base, digits.strip_prefix(sign)?)))?;
    let is_sound = digits.starts_with(|c: char| c.is_ascii_alphanumeric());
    is_sound.then(|| i64::from_str_radix(digits, base).ok()).flatten()
}

/// What stands in the file where a value is refused: a number is more than its value, `11.10` is no `11.1`.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a> {
    /// What YAML makes of it.
    pub scalar: Scalar<'a>,
    /// Its text, without quotes.
    pub text: &'a str,
}

impl<'a> Written<'a> {
    /// A value without quotes.
    pub fn plain(text: &'a str) -> Self {
        Self { scalar: Scalar::plain(text), text }
    }
}

/// Why a value is refused, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// One plain sentence without a full stop.
    pub what: Kata,
    /// What to write instead, where it can be known.
    pub help: Option<Kata>,
    /// The very text to put in the place of the value, quotes included, where there is one reading only.
    pub fix: Option<String>,
}

impl Refusal {
    /// A refusal without advice.
    pub fn new(what: Kata) -> Self {
        Self { what, help: None, fix: None }
    }

    /// The same refusal, with what to write instead.
    pub fn help(mut self, help: Kata) -> Self {
        self.help = Some(help);
        self
    }

    /// The same refusal, with the text to put in the place of the value.
    pub fn write(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        self.help = Some(kata(format!("tulis {text}"), format!("write {text}")));
        self.fix = Some(text);
        self
    }
}

/// A value that is read from one YAML scalar.
pub trait Nilai: Sized {
    /// The name of the type in the JSON Schema.
    const NAME: &'static str;

    /// Reads the value, or says why not.
    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal>;

    /// Why it refuses what is written so: more is known of it here than [`Nilai::read`] is told.
    fn refuse(written: Written<'_>) -> Option<Refusal> {
        Self::read(written.scalar).err()
    }

    /// What the JSON Schema says of it: accepts what [`Nilai::read`] accepts, and nothing else.
    fn schema() -> serde_json::Value;

    /// What the JSON Schema says of it as a key: JSON has keys of text only.
    fn schema_as_key() -> serde_json::Value {
        Self::schema()
    }
}

/// Whether the value of the named type would be refused, and why; `None` also for a name that is no value type.
///
/// The names are those that stand as `x-nilai` in the JSON Schema.
pub fn refusal(name: &str, written: Written<'_>) -> Option<Refusal> {
    match name {
        angka::Angka::NAME => refused::<angka::Angka>(written),
        angka::Jumlah::NAME => refused::<angka::Jumlah>(written),
        angka::Tahun::NAME => refused::<angka::Tahun>(written),
        jam::Jam::NAME => refused::<jam::Jam>(written),
        kode_aturan::KodeAturan::NAME => refused::<kode_aturan::KodeAturan>(written),
        kode_wilayah::KodeWilayah::NAME => refused::<kode_wilayah::KodeWilayah>(written),
        kunci::Kunci::NAME => refused::<kunci::Kunci>(written),
        nomor_urut::NomorUrut::NAME => refused::<nomor_urut::NomorUrut>(written),
        sidik::Sidik::NAME => refused::<sidik::Sidik>(written),
        slug::Slug::NAME => refused::<slug::Slug>(written),
        tanggal::Tanggal::NAME => refused::<tanggal::Tanggal>(written),
        tautan::Pangkal::NAME => refused::<tautan::Pangkal>(written),
        tautan::Tautan::NAME => refused::<tautan::Tautan>(written),
        teks::Teks::NAME => refused::<teks::Teks>(written),
        teks::Berkas::NAME => refused::<teks::Berkas>(written),
        _ => None,
    }
}

/// Why a type refuses what is written; where only signs around the value are in the way, with the value without them.
fn refused<T: Nilai>(written: Written<'_>) -> Option<Refusal> {
    let mut refusal = T::refuse(written)?;
    let cleaned = bersih::cleaned(written.text);
    if refusal.fix.is_some() || cleaned == written.text || cleaned.is_empty() {
        return Some(refusal);
    }
    let plain = Written::plain(&cleaned);
    match T::refuse(plain) {
        None if matches!(T::NAME, jam::Jam::NAME | kode_wilayah::KodeWilayah::NAME) => {
            refusal = refusal.write(quoted(&cleaned));
        }
        None => refusal = refusal.write(cleaned.as_str()),
        Some(_) if T::read(Scalar::Teks(&cleaned)).is_ok() => refusal = refusal.write(quoted(&cleaned)),
        Some(Refusal { help, fix, .. }) => (refusal.help, refusal.fix) = (help, fix),
    }
    Some(refusal)
}

/// A text in the double quotes of YAML.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Reads a value through serde; `nilai!` calls it.
pub(crate) fn deserialize<'de, T: Nilai, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_any(ScalarVisitor(PhantomData))
}

struct ScalarVisitor<T>(PhantomData<T>);

impl<T: Nilai> ScalarVisitor<T> {
    fn read<E: de::Error>(scalar: Scalar<'_>) -> Result<T, E> {
        T::read(scalar).map_err(|refusal| E::custom(refusal.what.dalam(crate::bahasa::Bahasa::Id)))
    }
}

impl<T: Nilai> Visitor<'_> for ScalarVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::NAME)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        Self::read(Scalar::Teks(text))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        Self::read(Scalar::Bulat(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        match i64::try_from(number) {
            Ok(number) => self.visit_i64(number),
            Err(_) => Self::read(Scalar::Teks(&number.to_string())),
        }
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<T, E> {
        Self::read(Scalar::Pecahan(number))
    }

    fn visit_bool<E: de::Error>(self, truth: bool) -> Result<T, E> {
        Self::read(Scalar::Logika(truth))
    }

    fn visit_unit<E: de::Error>(self) -> Result<T, E> {
        Self::read(Scalar::Kosong)
    }
}

/// Gives a value type its `Deserialize` and `JsonSchema`, both from its [`Nilai`].
macro_rules! nilai {
    ($type:ty) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::value::deserialize(deserializer)
            }
        }

        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                <$type as $crate::value::Nilai>::NAME.into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut schema = <$type as $crate::value::Nilai>::schema();
                schema["x-nilai"] = <$type as $crate::value::Nilai>::NAME.into();
                schemars::Schema::try_from(schema).expect("Nilai::schema gives a JSON object")
            }
        }
    };
}
pub(crate) use nilai;

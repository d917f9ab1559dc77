//! Small values with rules, checked where they are made.
//!
//! A type that implements [`Nilai`] is read from YAML, described in the JSON Schema and explained in findings by one
//! function, [`Nilai::read`], so the three cannot disagree.

pub mod angka;
pub mod arah;
pub mod bentuk;
pub mod daftar_wilayah;
pub mod format;
pub mod id;
pub mod jalur;
pub mod jam;
pub mod kode_aturan;
pub mod kode_wilayah;
pub mod kunci;
pub mod mirip;
pub mod nomor_urut;
pub mod peta;
pub mod piksel;
pub mod slug;
pub mod tanggal;
pub mod tautan;
pub mod teks;
pub mod tiff;

use crate::bahasa::Kata;
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

/// Why a value is refused, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// One plain sentence without a full stop.
    pub what: Kata,
    /// What to write instead, where it can be known.
    pub help: Option<Kata>,
}

impl Refusal {
    /// A refusal without advice.
    pub fn new(what: Kata) -> Self {
        Self { what, help: None }
    }

    /// The same refusal, with what to write instead.
    pub fn help(mut self, help: Kata) -> Self {
        self.help = Some(help);
        self
    }
}

/// A value that is read from one YAML scalar.
pub trait Nilai: Sized {
    /// The name of the type in the JSON Schema.
    const NAME: &'static str;

    /// Reads the value, or says why not.
    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal>;

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
pub fn refusal(name: &str, scalar: Scalar<'_>) -> Option<Refusal> {
    fn of<T: Nilai>(scalar: Scalar<'_>) -> Option<Refusal> {
        T::read(scalar).err()
    }
    match name {
        angka::Angka::NAME => of::<angka::Angka>(scalar),
        angka::Jumlah::NAME => of::<angka::Jumlah>(scalar),
        jam::Jam::NAME => of::<jam::Jam>(scalar),
        kode_aturan::KodeAturan::NAME => of::<kode_aturan::KodeAturan>(scalar),
        kode_wilayah::KodeWilayah::NAME => of::<kode_wilayah::KodeWilayah>(scalar),
        kunci::Kunci::NAME => of::<kunci::Kunci>(scalar),
        nomor_urut::NomorUrut::NAME => of::<nomor_urut::NomorUrut>(scalar),
        slug::Slug::NAME => of::<slug::Slug>(scalar),
        tanggal::Tanggal::NAME => of::<tanggal::Tanggal>(scalar),
        tautan::Tautan::NAME => of::<tautan::Tautan>(scalar),
        teks::Teks::NAME => of::<teks::Teks>(scalar),
        teks::Berkas::NAME => of::<teks::Berkas>(scalar),
        _ => None,
    }
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

//! The code of a region, as the Ministry of Home Affairs gives it.

use crate::bahasa::kata;
use crate::value::{Nilai, Refusal, Scalar, Written, nilai};
use serde::Serialize;
use std::fmt;

/// A region's code: `"33"` for a province, `"33.75"` for a kabupaten or kota (Kepmendagri 300.2.2-2430/2025).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct KodeWilayah(String);

nilai!(KodeWilayah);

impl KodeWilayah {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first two digits: the province.
    pub fn provinsi(&self) -> &str {
        &self.0[..2]
    }

    /// Whether it stands for one that nobody has looked up yet, as `pilkada new` writes: no region has it.
    pub fn is_placeholder(&self) -> bool {
        self.provinsi() == "99" || self.0.ends_with(".99")
    }

    /// Whether the code has the two digits of a province and no more.
    pub fn is_provinsi(&self) -> bool {
        self.0.len() == 2
    }
}

impl fmt::Display for KodeWilayah {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Nilai for KodeWilayah {
    const NAME: &'static str = "KodeWilayah";

    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        match scalar {
            Scalar::Teks(text) if is_code(text) => Ok(Self(text.to_owned())),
            // Without quotes YAML reads 11.10 as the number 11.1: another region.
            Scalar::Bulat(_) | Scalar::Pecahan(_) => Err(Refusal::new(kata(
                format!("kode wilayah {scalar} ditulis tanpa tanda kutip, jadi terbaca sebagai angka"),
                format!("the region code {scalar} stands without quotes and reads as a number"),
            ))
            .help(kata(
                format!("tulis kodenya dalam tanda kutip, misalnya \"{}\"", quoted(scalar)),
                format!("write the code in quotes, for example \"{}\"", quoted(scalar)),
            ))),
            other => Err(Refusal::new(kata(
                format!("\"{other}\" bukan kode wilayah"),
                format!("\"{other}\" is not a region code"),
            ))
            .help(kata(
                "tulis dua angka untuk provinsi (\"33\") atau empat angka untuk kabupaten dan kota (\"33.75\")",
                "write two digits for a province (\"33\") or four for a kabupaten or kota (\"33.75\")",
            ))),
        }
    }

    fn refuse(written: Written<'_>) -> Option<Refusal> {
        let refusal = Self::read(written.scalar).err()?;
        let text = written.text.trim();
        if is_code(text) {
            let refusal = Refusal::new(kata(
                format!("kode wilayah {text} ditulis tanpa tanda kutip, jadi terbaca sebagai angka"),
                format!("the region code {text} stands without quotes and reads as a number"),
            ));
            return Some(refusal.write(format!("\"{text}\"")));
        }
        // Four digits in a row, as a spreadsheet gives them.
        let parted = text.split_at_checked(2).map(|(first, last)| format!("{first}.{last}"));
        Some(match parted.filter(|code| is_code(code)) {
            Some(code) => refusal.write(format!("\"{code}\"")),
            None => refusal,
        })
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string", "pattern": "^[1-9][0-9](\\.[0-9][0-9])?$" })
    }
}

fn quoted(scalar: Scalar<'_>) -> String {
    match scalar {
        Scalar::Pecahan(number) => format!("{number:05.2}"),
        other => other.to_string(),
    }
}

fn is_code(text: &str) -> bool {
    let digit = |i: usize| text.as_bytes()[i].is_ascii_digit();
    match text.len() {
        2 => digit(0) && digit(1) && !text.starts_with('0'),
        5 => is_code(&text[..text.floor_char_boundary(2)]) && text.as_bytes()[2] == b'.' && digit(3) && digit(4),
        _ => false,
    }
}

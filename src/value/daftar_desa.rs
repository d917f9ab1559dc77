//! All kecamatan with their kelurahan and desa (Kepmendagri 300.2.2-2430/2025), as the program carries them: packed by province, and
//! unpacked when somebody asks for a region of it.

use miniz_oxide::inflate::decompress_to_vec;
use std::sync::OnceLock;

/// The list by province; where it comes from and its licence stand beside it in `data/LISENSI.md`.
const PACKED: &[Province] = include!(concat!(env!("OUT_DIR"), "/desa/daftar.rs"));

/// A province of the list.
struct Province {
    kode: &'static str,
    /// The codes of its kabupaten and kota that have kecamatan, in order.
    regions: &'static [&'static str],
    packed: &'static [u8],
}

/// The provinces that were asked for, by their places in the list.
static UNPACKED: [OnceLock<String>; PACKED.len()] = [const { OnceLock::new() }; PACKED.len()];

/// A kecamatan of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kecamatan {
    /// The last two digits of its code.
    pub kode: &'static str,
    /// The name.
    pub nama: &'static str,
    desa: &'static str,
}

impl Kecamatan {
    /// Its kelurahan and desa, in order of their codes.
    pub fn desa(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.desa.split(';').filter(|nama| !nama.is_empty())
    }
}

/// The kecamatan of a kabupaten or kota, in order of their codes; none where its code is not on the list.
pub fn kecamatan_di(kode: &str) -> impl Iterator<Item = Kecamatan> + use<> {
    let text = province(kode).unwrap_or_default();
    let start = memchr::memmem::find_iter(text.as_bytes(), kode).find(|at| is_line(text, *at, kode));
    let lines = start.map_or("", |at| &text[at + kode.len()..]).trim_start().lines();
    lines.map_while(row)
}

/// Whether a kabupaten or kota has kecamatan on the list; nothing is unpacked for that.
pub fn has_kecamatan(kode: &str) -> bool {
    place_of(kode).is_some_and(|place| PACKED[place].regions.binary_search(&kode).is_ok())
}

/// A name as it is compared: small letters and figures, without spaces and signs. Only a comma and a stroke part what they stand
/// between: `Lubuk Pakam I,II` is not `Lubuk Pakam III`.
pub fn plain(nama: &str) -> String {
    let letters = nama.chars().filter(|c| c.is_alphanumeric() || matches!(c, ',' | '/'));
    letters.map(|c| if c == ',' { '/' } else { c }).flat_map(char::to_lowercase).collect()
}

/// Whether a code fills the line that begins at a byte.
fn is_line(text: &str, at: usize, kode: &str) -> bool {
    kode.len() == 5 && (at == 0 || text[..at].ends_with('\n')) && text[at + kode.len()..].starts_with('\n')
}

/// `01 Bakongan:Keude Bakongan;Ujong Mangki`; the next region's code is no such row.
fn row(line: &'static str) -> Option<Kecamatan> {
    let (kecamatan, desa) = line.split_once(':')?;
    let (kode, nama) = kecamatan.split_once(' ')?;
    Some(Kecamatan { kode, nama, desa })
}

/// The list of the province that a code belongs to.
fn province(kode: &str) -> Option<&'static str> {
    let place = place_of(kode)?;
    let text = UNPACKED[place].get_or_init(|| {
        let bytes = decompress_to_vec(PACKED[place].packed).expect("`build.rs` packed it");
        String::from_utf8(bytes).expect("`build.rs` packed a text")
    });
    Some(text)
}

/// The place of the province that a code belongs to.
fn place_of(kode: &str) -> Option<usize> {
    let province = kode.get(..2)?;
    PACKED.binary_search_by(|one| one.kode.cmp(province)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::daftar_wilayah::all;

    #[test]
    fn every_kecamatan_and_desa_of_the_country_is_there() {
        let regions = || all().filter(|resmi| resmi.kode.len() == 5);
        let kecamatan = || regions().flat_map(|resmi| kecamatan_di(resmi.kode));
        assert_eq!(kecamatan().count(), 7_285);
        assert_eq!(kecamatan().map(|one| one.desa().count()).sum::<usize>(), 83_762);
        assert!(regions().all(|resmi| kecamatan_di(resmi.kode).next().is_some() && has_kecamatan(resmi.kode)));
        assert!(kecamatan().all(|one| one.kode.len() == 2 && !one.nama.is_empty()));
    }

    #[test]
    fn a_region_has_its_own_and_an_unknown_one_has_none() {
        let all: Vec<&str> = kecamatan_di("33.75").map(|one| one.nama).collect();
        assert_eq!(all, ["Pekalongan Barat", "Pekalongan Timur", "Pekalongan Utara", "Pekalongan Selatan"]);
        let first = kecamatan_di("33.75").next().unwrap();
        assert_eq!(first.kode, "01");
        assert!(first.desa().any(|nama| nama == "Medono"));
        for kode in ["99.71", "33", "33.7", "33.755", "", "Ω"] {
            assert_eq!(kecamatan_di(kode).count(), 0, "{kode}");
            assert!(!has_kecamatan(kode), "{kode}");
        }
    }
}

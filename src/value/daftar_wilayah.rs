//! All provinces, kabupaten and kota with their codes (Kepmendagri 300.2.2-2430/2025), as the program carries them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The list; where it comes from and its licence stand beside it in `data/LISENSI.md`.
const DAFTAR: &str = include_str!("../../data/wilayah.csv");

/// A region on the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resmi {
    /// The code, such as `33.75`.
    pub kode: &'static str,
    /// The name, with Kabupaten or Kota before it.
    pub nama: &'static str,
    /// The code until 2022, where it was another; otherwise empty.
    pub kode_lama: &'static str,
    /// A short name that KPU uses, where there is one; otherwise empty.
    pub nama_lain: &'static str,
}

impl Resmi {
    /// The code of its province: the first two digits.
    pub fn provinsi(&self) -> &'static str {
        &self.kode[..2]
    }

    /// Whether a region of this name is this one, in any case and with or without "Provinsi" before it.
    pub fn is_named(&self, nama: &str) -> bool {
        let nama = plain(nama);
        nama == plain(self.nama) || (!self.nama_lain.is_empty() && nama == plain(self.nama_lain))
    }
}

/// A region's name without its kind: a kabupaten and a kota share many.
pub fn without_kind(nama: &str) -> &str {
    nama.strip_prefix("Kabupaten ").or_else(|| nama.strip_prefix("Kota ")).unwrap_or(nama)
}

/// The list by code, by old code and by plain name.
struct Indeks {
    kode: BTreeMap<&'static str, Resmi>,
    lama: BTreeMap<&'static str, Resmi>,
    nama: BTreeMap<String, Resmi>,
}

static INDEKS: LazyLock<Indeks> = LazyLock::new(|| {
    let all = || DAFTAR.lines().skip(1).filter_map(row);
    Indeks {
        kode: all().map(|resmi| (resmi.kode, resmi)).collect(),
        lama: all().filter(|resmi| !resmi.kode_lama.is_empty()).map(|resmi| (resmi.kode_lama, resmi)).collect(),
        nama: all().map(|resmi| (plain(resmi.nama), resmi)).collect(),
    }
});

fn row(line: &'static str) -> Option<Resmi> {
    let mut cells = line.split(',');
    Some(Resmi { kode: cells.next()?, nama: cells.next()?, kode_lama: cells.next()?, nama_lain: cells.next()? })
}

fn plain(nama: &str) -> String {
    let nama = nama.to_lowercase();
    nama.strip_prefix("provinsi ").unwrap_or(&nama).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every region of the list, in order of the codes.
pub fn all() -> impl Iterator<Item = &'static Resmi> {
    INDEKS.kode.values()
}

/// The region with a code.
pub fn by_code(kode: &str) -> Option<&'static Resmi> {
    INDEKS.kode.get(kode)
}

/// The region that had a code until 2022.
pub fn by_old_code(kode: &str) -> Option<&'static Resmi> {
    INDEKS.lama.get(kode)
}

/// The region of a name, in any case.
pub fn by_name(nama: &str) -> Option<&'static Resmi> {
    INDEKS.nama.get(&plain(nama))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_of_the_country_is_there_once() {
        assert_eq!(all().filter(|resmi| resmi.kode.len() == 2).count(), 38);
        assert_eq!(all().filter(|resmi| resmi.kode.len() == 5).count(), 514);
        assert!(all().all(|resmi| by_code(resmi.provinsi()).is_some()));
        assert!(all().all(|resmi| by_name(resmi.nama) == Some(resmi)));
    }

    #[test]
    fn a_region_is_found_by_its_codes_and_names() {
        assert_eq!(by_old_code("92.71").map(|resmi| resmi.kode), Some("96.71"));
        assert!(by_code("31").is_some_and(|resmi| resmi.is_named("DKI Jakarta") && !resmi.is_named("Jakarta")));
        assert!(by_name("provinsi  jambi").is_some_and(|resmi| resmi.kode == "15"));
    }
}

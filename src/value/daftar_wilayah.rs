//! All provinces, kabupaten and kota with their codes (Kepmendagri 300.2.2-2430/2025), as the program carries them.

use crate::value::mirip::nearest;
use crate::value::slug::Slug;
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

    /// `provinsi`, `kabupaten` or `kota`, as a record says it.
    pub fn jenis(&self) -> &'static str {
        match self.kode.as_bytes().get(3) {
            None => "provinsi",
            Some(digit) if *digit >= b'7' => "kota",
            Some(_) => "kabupaten",
        }
    }

    /// The name of its folder: `jawa-tengah`, `batang`, `kota-pekalongan`.
    pub fn folder(&self) -> String {
        let nama = if self.nama_lain.is_empty() { self.nama } else { self.nama_lain };
        let nama = nama.replace("Administrasi ", "").replace("Daerah Istimewa ", "DI ");
        Slug::of(nama.strip_prefix("Kabupaten ").unwrap_or(&nama)).to_string()
    }

    /// Its folder below `wilayah/`, in that of its province.
    pub fn jalur(&self) -> String {
        let provinsi = by_code(self.provinsi()).filter(|provinsi| provinsi.kode != self.kode);
        provinsi.map_or_else(|| self.folder(), |provinsi| format!("{}/{}", provinsi.folder(), self.folder()))
    }

    /// Why nobody is elected here, where that is so: the wali kota and bupati of Jakarta, and the governor of Yogyakarta.
    pub fn tanpa_pemilihan(&self) -> Option<&'static str> {
        match self.kode {
            "34" => Some("Gubernur dan wakil gubernur Daerah Istimewa Yogyakarta tidak dipilih dalam Pilkada."),
            kode if kode.starts_with("31.") => {
                Some("Wali kota dan bupati di Jakarta tidak dipilih; warganya memilih gubernur dan wakil gubernur.")
            }
            _ => None,
        }
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

/// The region that somebody means by its code (`33.75`, `3375`), its name or its folder, with or without that of its province.
pub fn sought(text: &str) -> Option<&'static Resmi> {
    let text = text.trim();
    if let Some(kode) = code_of(text) {
        return by_code(&kode);
    }
    let nama = text.to_lowercase().replace("kab. ", "kabupaten ").replace("kab ", "kabupaten ");
    if let Some(resmi) = by_name(&nama) {
        return Some(resmi);
    }
    let by_folder = |resmi: &&Resmi| match text.rsplit_once('/') {
        None => resmi.folder() == text,
        Some(_) => resmi.jalur() == text,
    };
    // A province before the kabupaten and kota that are named like it.
    let (provinces, others): (Vec<_>, Vec<_>) = all().partition(|resmi| resmi.jenis() == "provinsi");
    provinces.into_iter().chain(others).find(by_folder)
}

/// A region that somebody may have meant who wrote a code, a name or a folder that there is not.
pub fn near(text: &str) -> Option<&'static Resmi> {
    if let Some(kode) = code_of(text.trim()) {
        let codes = || all().map(|resmi| resmi.kode).filter(|code| code.len() == kode.len() && code[..2] == kode[..2]);
        // Digits that changed places, then one that is another.
        let figures = |code: &str| {
            let mut figures: Vec<char> = code.chars().collect();
            figures.sort_unstable();
            figures
        };
        let turned = codes().find(|code| figures(code) == figures(&kode));
        let known = by_old_code(&kode).or_else(|| by_code(turned.or_else(|| nearest(&kode, codes()))?));
        return known.filter(|resmi| resmi.provinsi() == &kode[..2] || !resmi.kode_lama.is_empty());
    }
    let folders: Vec<(String, &Resmi)> =
        all().flat_map(|resmi| [resmi.folder(), resmi.nama.to_owned()].map(|way| (way, resmi))).collect();
    // Of two folders of one long province's name every one is like every other.
    let last = text.rsplit('/').next().unwrap_or(text);
    let found = nearest(last, folders.iter().map(|(way, _)| way.as_str()));
    let (_, resmi) = folders.iter().find(|(way, _)| Some(way.as_str()) == found)?;
    Some(resmi)
}

/// A text as the code that it is, if it is one: KPU writes `3375`, and a spreadsheet may have taken `11.10` for the number 11.1.
pub fn code_of(text: &str) -> Option<String> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        None if is_number(text) && text.len() == 4 => Some(format!("{}.{}", &text[..2], &text[2..])),
        None if is_number(text) && text.len() == 2 => Some(text.to_owned()),
        Some((first, last)) if is_number(first) && is_number(last) && first.len() == 2 && last.len() <= 2 => {
            Some(format!("{first}.{last:0<2}"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_found_however_it_is_named() {
        for text in ["33.75", "3375", "jawa-tengah/kota-pekalongan", "kota-pekalongan", "Kota Pekalongan"] {
            assert_eq!(sought(text).map(|resmi| resmi.kode), Some("33.75"), "{text}");
        }
        let code = |text| sought(text).map(|resmi| resmi.kode);
        assert_eq!(
            (code("jambi"), code("Kab. Batang"), code("di-yogyakarta")),
            (Some("15"), Some("33.25"), Some("34"))
        );
        assert_eq!((code("aceh/banda"), code("33.57"), code("")), (None, None, None));
        let near = |text| near(text).map(|resmi| resmi.kode);
        assert_eq!(
            (near("33.57"), near("92.71"), near("kota-pekalogan")),
            (Some("33.75"), Some("96.71"), Some("33.75"))
        );
        assert_eq!((near("jawa-tengah/kota-contoh-sekali"), code_of("11.1").as_deref()), (None, Some("11.10")));
    }

    #[test]
    fn every_region_has_a_folder_of_its_own() {
        let folders: std::collections::BTreeSet<String> = all().map(Resmi::jalur).collect();
        assert_eq!(folders.len(), all().count());
        assert!(all().all(|resmi| sought(&resmi.jalur()) == Some(resmi)));
    }

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

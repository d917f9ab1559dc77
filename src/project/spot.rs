//! Which record a page is drawn from, and which page shows a record.

use crate::record::JENIS;
use crate::source::{CONTENT, Sources};

/// A record's place: the folder of its scope, and its name in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The scope's folder below `wilayah/`, empty for the nation.
    pub jalur: String,
    /// The file below the scope's folder, such as `paslon/1.yaml`.
    pub name: String,
}

/// The folder of a scope below the project's: of the region at a path below `wilayah/`, or of the nation, whose path is empty.
pub fn scope_folder(jalur: &str) -> String {
    if jalur.is_empty() { CONTENT.to_owned() } else { format!("{CONTENT}/wilayah/{jalur}") }
}

impl Spot {
    /// That of a file of the content.
    pub fn of(path: &str) -> Option<Self> {
        let below = path.strip_prefix(CONTENT)?.strip_prefix('/')?;
        let Some(region) = below.strip_prefix("wilayah/") else {
            return Some(Self { jalur: String::new(), name: below.to_owned() });
        };
        let (outer, file) = region.rsplit_once('/')?;
        // A folder of many records belongs to the scope around it.
        let is_of_many = |folder: &str| JENIS.iter().any(|jenis| jenis.folder() == Some(folder));
        match outer.rsplit_once('/') {
            Some((jalur, folder)) if is_of_many(folder) => {
                Some(Self { jalur: jalur.to_owned(), name: format!("{folder}/{file}") })
            }
            _ => Some(Self { jalur: outer.to_owned(), name: file.to_owned() }),
        }
    }

    /// The page that shows the record, below the site's root.
    pub fn page(&self) -> String {
        let (stem, _) = self.name.rsplit_once('.').unwrap_or((&self.name, ""));
        let page = match stem.split_once('/') {
            None => match stem {
                "wilayah" | "situs" | "pemilihan" | "partai" => "index".to_owned(),
                "sumber" => return String::new(),
                other => other.to_owned(),
            },
            Some(("fakta", _)) => "kesiapan".to_owned(),
            Some(("halaman", slug)) => slug.to_owned(),
            Some((folder, file)) => format!("{folder}/{}", without_day(file)),
        };
        if self.jalur.is_empty() { format!("{page}.html") } else { format!("{}/{page}.html", self.jalur) }
    }
}

/// A file's name without the day that it begins with.
fn without_day(file: &str) -> &str {
    let day = file.get(..11).filter(|day| day.ends_with('-') && day.bytes().filter(u8::is_ascii_digit).count() == 8);
    day.map_or(file, |day| &file[day.len()..])
}

/// The records that a page is drawn from.
pub fn records_of(page: &str, sources: &Sources) -> Vec<String> {
    if let Some((scope, _)) = page.rsplit_once("/sumber/").or_else(|| page.strip_prefix("sumber/").map(|id| ("", id))) {
        return vec![format!("{}/sumber.yaml", scope_folder(scope))];
    }
    let files = sources.below(CONTENT).map(|source| source.path.as_str());
    let records = files.filter(|path| path.ends_with(".yaml") || path.ends_with(".md"));
    let mut records: Vec<String> =
        records.filter(|path| Spot::of(path).is_some_and(|spot| spot.page() == page)).map(str::to_owned).collect();
    // The register of parties has no page of its own.
    if records.len() > 1 {
        records.retain(|path| !path.ends_with("/partai.yaml"));
    }
    records
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_has_one_page_and_its_page_leads_back() {
        for (file, jalur, page) in [
            ("content/situs.yaml", "", "index.html"),
            ("content/halaman/tentang.md", "", "tentang.html"),
            ("content/wilayah/contoh/kota-contoh/wilayah.yaml", "contoh/kota-contoh", "contoh/kota-contoh/index.html"),
            (
                "content/wilayah/contoh/kota-contoh/paslon/1.yaml",
                "contoh/kota-contoh",
                "contoh/kota-contoh/paslon/1.html",
            ),
            ("content/wilayah/contoh/berita/2024-11-01-satu.md", "contoh", "contoh/berita/satu.html"),
            (
                "content/wilayah/contoh/kota-contoh/pemilihan/psu/hasil.yaml",
                "contoh/kota-contoh/pemilihan/psu",
                "contoh/kota-contoh/pemilihan/psu/hasil.html",
            ),
        ] {
            let spot = Spot::of(file).unwrap();
            assert_eq!((spot.jalur.as_str(), spot.page().as_str()), (jalur, page), "{file}");
            let sources = Sources::from_texts([(file, "a: 1"), ("content/sumber.yaml", "")]);
            assert_eq!(records_of(page, &sources), [file]);
        }
        assert_eq!(Spot::of("themes/a/tema.yaml"), None);
    }
}

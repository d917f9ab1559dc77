//! One import while it is worked out: what the project has, what it is to have, and what there is to say.

use crate::bahasa::{Bahasa, Kata, kata};
use crate::project::import::kind::Field;
use crate::project::import::map::Mapped;
use crate::project::import::read::Line;
use crate::record::edit;
use crate::record::{Records, Scope};
use crate::source::Sources;
use crate::value::bersih;
use crate::value::daftar_wilayah::{code_of, without_kind};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What is said of the regions that the site does not have names so many of them.
const NAMED: usize = 5;
/// The digits of the code of a kabupaten or kota, with its point.
const OF_REGION: usize = 5;

/// What was told besides the files.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wish<'a> {
    /// The folder of the only region, or of the province, that is wanted.
    pub region: Option<&'a str>,
    /// The source that all of it is from.
    pub sumber: Option<&'a str>,
}

/// A region of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// Its code.
    pub kode: String,
    /// Its name.
    pub nama: String,
    /// Its folder below `wilayah/`.
    pub jalur: String,
}

/// A record: what is in it, and what is to be.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Its text; empty where it is not there yet.
    pub text: String,
    /// Its values.
    pub before: Value,
    /// The values that it is to have.
    pub wanted: Value,
}

/// One import.
pub struct Work<'w> {
    /// The project's files.
    pub sources: &'w Sources,
    /// Its records.
    pub records: &'w Records,
    /// What was told.
    pub wish: Wish<'w>,
    /// The regions by their codes, those that this import makes among them.
    pub regions: BTreeMap<String, Region>,
    /// The numbers that KPU gives to pairs, with the contest and the ballot number of each.
    pub ids: BTreeMap<String, (String, u8)>,
    /// The records by their paths.
    pub drafts: BTreeMap<String, Draft>,
    /// Tables by their paths: what each is, and what it is to be.
    pub tables: BTreeMap<String, (String, String)>,
    /// What there is to say.
    pub said: Vec<Kata>,
    /// What is wrong: nothing is written then.
    pub wrong: Vec<Kata>,
    /// How many records say already what they are to say.
    pub same: usize,
    /// Codes and names of regions that the site does not have.
    absent: BTreeSet<String>,
    /// Names in which white space was put right.
    cleaned: Vec<String>,
}

impl<'w> Work<'w> {
    /// An import into a project.
    pub fn new(sources: &'w Sources, records: &'w Records, wish: Wish<'w>) -> Self {
        let regions = records.scopes.iter().filter_map(|(jalur, scope)| {
            let wilayah = &scope.wilayah.as_ref()?.record;
            let kode = wilayah.kode.to_string();
            Some((kode.clone(), Region { kode, nama: wilayah.nama.to_string(), jalur: jalur.clone() }))
        });
        Self {
            sources,
            records,
            wish,
            regions: regions.collect(),
            ids: BTreeMap::new(),
            drafts: BTreeMap::new(),
            tables: BTreeMap::new(),
            said: Vec::new(),
            wrong: Vec::new(),
            same: 0,
            absent: BTreeSet::new(),
            cleaned: Vec::new(),
        }
    }

    /// The records of a region's scope.
    pub fn scope(&self, region: &Region) -> Option<&'w Scope> {
        self.records.scopes.get(&region.jalur)
    }

    /// Whether a region is among those that are wanted.
    pub fn is_wanted(&self, jalur: &str) -> bool {
        self.wish.region.is_none_or(|wanted| {
            jalur == wanted || jalur.strip_prefix(wanted).is_some_and(|below| below.starts_with('/'))
        })
    }

    /// Notes that a row is wrong.
    pub fn refuse(&mut self, mapped: &Mapped, line: &Line, why: &Kata) {
        let place = place(mapped, line);
        self.wrong.push(kata(
            format!("{}: {}", place.dalam(Bahasa::Id), why.dalam(Bahasa::Id)),
            format!("{}: {}", place.dalam(Bahasa::En), why.dalam(Bahasa::En)),
        ));
    }

    /// Says something of a row.
    pub fn say(&mut self, mapped: &Mapped, line: &Line, what: &Kata) {
        let place = place(mapped, line);
        self.said.push(kata(
            format!("{}: {}", place.dalam(Bahasa::Id), what.dalam(Bahasa::Id)),
            format!("{}: {}", place.dalam(Bahasa::En), what.dalam(Bahasa::En)),
        ));
    }

    /// The region that a row is about, by its code, its name or what was told; nothing where the site does not have it, or where it
    /// is not wanted.
    pub fn region(&mut self, mapped: &Mapped, line: &Line) -> Option<Region> {
        let of_part = mapped.cell(line, Field::KodeKecamatan);
        let kode = Some(mapped.cell(line, Field::Kode)).filter(|kode| !kode.is_empty()).unwrap_or(of_part);
        let nama = mapped.cell(line, Field::Wilayah);
        let found = if !kode.is_empty() {
            let kode = region_code(kode);
            self.regions.get(&kode).cloned().ok_or(kode)
        } else if nama.is_empty() {
            return self.only_region(mapped, line);
        } else {
            self.named(nama).ok_or_else(|| nama.to_owned())
        };
        match found {
            Ok(region) => Some(region).filter(|region| self.is_wanted(&region.jalur)),
            Err(absent) => {
                self.absent.insert(absent);
                None
            }
        }
    }

    /// The region that was told, or the only one that there is.
    fn only_region(&mut self, mapped: &Mapped, line: &Line) -> Option<Region> {
        let inner: Vec<&Region> = self.regions.values().filter(|region| region.kode.len() == OF_REGION).collect();
        let told = self.wish.region.and_then(|jalur| self.regions.values().find(|region| region.jalur == jalur));
        let only = match inner.as_slice() {
            [only] if self.wish.region.is_none() => Some(*only),
            _ => told,
        };
        let only = only.cloned();
        if only.is_none() && self.wrong.is_empty() {
            self.refuse(
                mapped,
                line,
                &kata(
                    "berkas ini tidak menyebut wilayahnya; tambahkan misalnya --wilayah jambi/kota-jambi",
                    "this file does not say of which region it is; add for example --region jambi/kota-jambi",
                ),
            );
        }
        only
    }

    /// The region of a name, with or without its kind.
    fn named(&self, nama: &str) -> Option<Region> {
        let plain = |nama: &str| nama.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        let wanted = plain(nama).replace("kab. ", "kabupaten ").replace("kab ", "kabupaten ");
        let whole = self.regions.values().find(|region| plain(&region.nama) == wanted);
        // KPU leaves "Kabupaten" out and says "Kota".
        let bare = || {
            let of_kabupaten = |region: &&Region| !region.nama.starts_with("Kota ");
            self.regions.values().filter(of_kabupaten).find(|region| plain(without_kind(&region.nama)) == wanted)
        };
        whole.or_else(bare).cloned()
    }

    /// A name as it is written, without white space that nobody sees or that stands twice.
    pub fn clean(&mut self, name: &str) -> String {
        let cleaned = cleaned(name);
        if cleaned != name {
            self.cleaned.push(cleaned.clone());
        }
        cleaned
    }

    /// The record at a path, to be changed; begun where it is not there. Nothing where it cannot be read, which is said.
    pub fn draft(&mut self, path: &str) -> Option<&mut Map<String, Value>> {
        if !self.drafts.contains_key(path) {
            let text = self.sources.get(path).map_or("", |source| source.text()).to_owned();
            let Some(before @ Value::Object(_)) = edit::values(&text) else {
                self.wrong.push(kata(
                    format!("{path} bukan YAML yang bisa dibaca; perbaiki dulu: pilkada check"),
                    format!("{path} is no YAML that can be read; mend it first: pilkada check"),
                ));
                return None;
            };
            self.drafts.insert(path.to_owned(), Draft { text, wanted: before.clone(), before });
        }
        self.drafts.get_mut(path)?.wanted.as_object_mut()
    }

    /// What is said of all rows together.
    pub fn closing(&mut self) {
        let count = self.absent.len();
        if count > 0 {
            let some: Vec<&str> = self.absent.iter().take(NAMED).map(String::as_str).collect();
            let more = if count > NAMED { ", …" } else { "" };
            let some = some.join(", ");
            self.said.push(kata(
                format!("{count} wilayah di berkas ini tidak ada di situs, jadi dilewati: {some}{more}"),
                format!("{count} regions in the files are not in the site and are passed over: {some}{more}"),
            ));
        }
        let count = self.cleaned.len();
        if count > 0 {
            let some: Vec<&str> = self.cleaned.iter().take(NAMED).map(String::as_str).collect();
            let more = if count > NAMED { "; …" } else { "" };
            let some = some.join("; ");
            self.said.push(kata(
                format!("spasi ganda atau tak terlihat dirapikan di {count} nama: {some}{more}"),
                format!("double or unseen spaces were put right in {count} names: {some}{more}"),
            ));
        }
    }
}

/// Where a row stands.
fn place(mapped: &Mapped, line: &Line) -> Kata {
    let Mapped { name, .. } = mapped;
    kata(format!("{name} baris {}", line.number), format!("{name} row {}", line.number))
}

/// The code of the region that a longer code begins with: `33.75` of `33.75.01` and of `337501`.
pub fn region_code(text: &str) -> String {
    if let Some(kode) = code_of(text) {
        return kode;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).take(4).collect();
    code_of(&digits).unwrap_or(digits)
}

/// A text with the spaces of the keyboard only, one at a time.
pub fn cleaned(text: &str) -> String {
    bersih::visible(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A count as people here write it: `230.000` and `230,000` are 230000. Nothing where the cell is empty or holds a stroke; what is
/// neither is a mistake.
pub fn count(cell: &str) -> Result<Option<u64>, Kata> {
    let text: String = cell.chars().filter(|c| !c.is_whitespace() && !bersih::is_odd_space(*c)).collect();
    if text.is_empty() || text.chars().all(|c| matches!(c, '-' | '–' | '—')) {
        return Ok(None);
    }
    let sign = if text.contains('.') { '.' } else { ',' };
    let groups: Vec<&str> = text.split(sign).collect();
    let is_group = |group: &&str| group.len() == 3;
    let is_grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(is_group));
    let number = groups.concat().parse::<u64>().ok().filter(|_| is_grouped);
    number
        .map(Some)
        .ok_or_else(|| kata(format!("\"{cell}\" bukan bilangan bulat"), format!("\"{cell}\" is no whole number")))
}

/// Gives a key a value, where it has another one.
pub fn set(record: &mut Map<String, Value>, key: &str, value: Value) {
    if record.get(key) != Some(&value) {
        record.insert(key.to_owned(), value);
    }
}

/// Adds a source to those that a record names.
pub fn add_source(record: &mut Map<String, Value>, sumber: Option<&str>) {
    let Some(sumber) = sumber else { return };
    let list = record.entry("sumber").or_insert_with(|| json!([]));
    if let Some(list) = list.as_array_mut().filter(|list| !list.iter().any(|one| one == sumber)) {
        list.push(Value::from(sumber));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_as_they_are_written_here() {
        for (cell, number) in
            [("232.064", Some(232_064)), ("1,234,567", Some(1_234_567)), ("12", Some(12)), ("-", None), ("", None)]
        {
            assert_eq!(count(cell), Ok(number), "{cell}");
        }
        for cell in ["1.5", "dua", "12.34.567", "-3"] {
            assert!(count(cell).is_err(), "{cell}");
        }
        assert_eq!((region_code("337501"), region_code("33.75.01.1001")), ("33.75".to_owned(), "33.75".to_owned()));
        assert_eq!(cleaned("SARI,\u{a0}S.Sos.,  M.M. "), "SARI, S.Sos., M.M.");
    }
}

//! Votes by part of a region. What is missing is not nought, and a sum is made only of parts that are all there.

use crate::bahasa::{Kata, kata};
use crate::project::import::kind::Field;
use crate::project::import::map::Mapped;
use crate::project::import::places::part_name;
use crate::project::import::read::Line;
use crate::project::import::work::{Region, Work, add_source, count, region_code, set};
use crate::record::hasil::StatusHasil;
use crate::value::daftar_desa::{kecamatan_di, plain};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What stands in the place of a kecamatan where a row adds up the others.
const SUMS: [&str; 4] = ["jumlah", "total", "jumlah akhir", "jumlah total"];

/// The votes of one part, or of all.
#[derive(Debug, Clone, Default)]
struct Part {
    suara: BTreeMap<u8, u64>,
    sah: Option<u64>,
    tidak_sah: Option<u64>,
    pengguna: Option<u64>,
}

/// The votes of a contest.
#[derive(Debug, Clone)]
struct Contest {
    region: Region,
    total: Option<Part>,
    parts: Vec<(String, Part)>,
    tanggal: Option<String>,
}

/// Whose votes a row counts: of all of a contest, or of a part of it.
struct Whose {
    region: Region,
    part: Option<String>,
}

/// Works out what is to be written of votes.
pub fn plan(mapped: &Mapped, work: &mut Work<'_>) {
    let mut contests: BTreeMap<String, Contest> = BTreeMap::new();
    for line in &mapped.lines {
        match row(mapped, line, work) {
            Ok(Some((whose, part))) => {
                let contest = contests.entry(whose.region.kode.clone()).or_insert_with(|| Contest {
                    region: whose.region.clone(),
                    total: None,
                    parts: Vec::new(),
                    tanggal: Some(mapped.cell(line, Field::Tanggal).to_owned()).filter(|day| !day.is_empty()),
                });
                contest.add(whose.part, part);
            }
            Ok(None) => {}
            Err(why) => work.refuse(mapped, line, &why),
        }
    }
    // Only KPU's counts name pairs by KPU's numbers.
    let is_provisional = mapped.columns.contains_key(&Field::Id);
    for contest in contests.values() {
        if !is_provisional || is_open(contest, work) {
            write(contest, work);
        }
    }
}

impl Contest {
    fn add(&mut self, name: Option<String>, more: Part) {
        let part = match name {
            None => self.total.get_or_insert_default(),
            Some(name) => {
                let at = self.parts.iter().position(|(known, _)| plain(known) == plain(&name)).unwrap_or_else(|| {
                    self.parts.push((name, Part::default()));
                    self.parts.len() - 1
                });
                &mut self.parts[at].1
            }
        };
        part.suara.extend(more.suara);
        part.sah = more.sah.or(part.sah);
        part.tidak_sah = more.tidak_sah.or(part.tidak_sah);
        part.pengguna = more.pengguna.or(part.pengguna);
    }

    /// The votes of all: those of the row that adds them up, or the sum where every kecamatan is there with every number.
    fn whole(&self) -> Option<Part> {
        if self.total.is_some() {
            return self.total.clone();
        }
        let numbers: Vec<u8> = self.parts.first()?.1.suara.keys().copied().collect();
        let is_even = self.parts.iter().all(|(_, part)| part.suara.keys().eq(numbers.iter()));
        let mut known = kecamatan_di(&self.region.kode).peekable();
        let is_listed = known.peek().is_some();
        let is_whole = known.all(|one| self.parts.iter().any(|(name, _)| plain(name) == plain(one.nama)));
        (is_even && is_listed && is_whole).then(|| {
            let sum = |number: &u8| self.parts.iter().filter_map(|(_, part)| part.suara.get(number)).sum();
            Part { suara: numbers.iter().map(|number| (*number, sum(number))).collect(), ..Part::default() }
        })
    }
}

/// What a row counts, and whose votes they are; nothing where they are of no contest of this site.
fn row(mapped: &Mapped, line: &Line, work: &mut Work<'_>) -> Result<Option<(Whose, Part)>, Kata> {
    let number = |field| count(mapped.cell(line, field));
    let mut part = Part {
        sah: number(Field::Sah)?,
        tidak_sah: number(Field::TidakSah)?,
        pengguna: number(Field::Pengguna)?,
        ..Part::default()
    };
    for field in mapped.columns.keys() {
        if let Field::SuaraNomor(nomor) = field {
            part.suara.extend(number(*field)?.map(|suara| (*nomor, suara)));
        }
    }
    let suara = number(Field::Suara)?;
    let id = mapped.cell(line, Field::Id);
    if !id.is_empty() {
        let Some((kode, nomor)) = work.ids.get(id).cloned() else { return unknown_pair(mapped, line, work) };
        part.suara.extend(suara.map(|suara| (nomor, suara)));
        return Ok(of_pair(&kode, mapped.cell(line, Field::KodeKecamatan), work)?.map(|whose| (whose, part)));
    }
    if let Some(suara) = suara {
        let cell = mapped.cell(line, Field::NomorUrut);
        let nomor = cell.trim_start_matches('0').parse::<u8>().ok().filter(|nomor| (1..=99).contains(nomor));
        let nomor = nomor
            .ok_or_else(|| kata(format!("\"{cell}\" bukan nomor urut"), format!("\"{cell}\" is no ballot number")))?;
        part.suara.insert(nomor, suara);
    }
    let Some(region) = work.region(mapped, line) else { return Ok(None) };
    let name = work.clean(mapped.cell(line, Field::Kecamatan));
    let part_of = match name.to_lowercase().as_str() {
        "" => Some(part_name(&region.kode, mapped.cell(line, Field::KodeKecamatan))?),
        sum if SUMS.contains(&sum) => None,
        _ => Some(name),
    };
    Ok(Some((Whose { region, part: part_of }, part)))
}

/// What becomes of a pair that KPU names by a number only: which one that is stands in another file of KPU's.
fn unknown_pair(mapped: &Mapped, line: &Line, work: &Work<'_>) -> Result<Option<(Whose, Part)>, Kata> {
    let kode = region_code(mapped.cell(line, Field::KodeKecamatan));
    // Of a contest that is none of this site's.
    let is_ours = work.regions.get(&kode).is_some_and(|region| work.is_wanted(&region.jalur));
    if !is_ours || !work.ids.is_empty() {
        return Ok(None);
    }
    Err(kata(
        "berkas hitungan KPU menyebut pasangan dengan nomor KPU saja; sebutkan juga berkas pasangannya (paslon/pkwkk.json atau pkwkp.json) di perintah yang sama",
        "a file of KPU's counts names pairs by KPU's own numbers; name the file of pairs (paslon/pkwkk.json or pkwkp.json) in the same command",
    ))
}

/// Of which part of its contest a count is, by the code of the part.
fn of_pair(kode: &str, part: &str, work: &Work<'_>) -> Result<Option<Whose>, Kata> {
    let Some(region) = work.regions.get(kode).filter(|region| work.is_wanted(&region.jalur)).cloned() else {
        return Ok(None);
    };
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let part = match (digits(kode), digits(part)) {
        (2, 2) | (4, 4) => None,
        (2, 4) => {
            let Some(inner) = work.regions.get(&region_code(part)) else { return Ok(None) };
            Some(inner.nama.clone())
        }
        (4, 6) => Some(part_name(kode, part)?),
        // Kecamatan of a contest for the whole province: its record speaks of kabupaten and kota.
        _ => return Ok(None),
    };
    Ok(Some(Whose { region, part }))
}

/// Whether the record of a contest's result may be changed by what KPU counts meanwhile: not where it is more than such a count.
fn is_open(contest: &Contest, work: &mut Work<'_>) -> bool {
    let nama = &contest.region.nama;
    let known = work.scope(&contest.region).and_then(|scope| scope.hasil.as_ref());
    let is_open = known.is_none_or(|loaded| loaded.record.status == StatusHasil::Sementara);
    if !is_open {
        work.said.push(kata(
            format!("hasil {nama} di situs bukan lagi hitungan sementara, jadi tidak ditimpa hitungan sementara KPU"),
            format!(
                "the result of {nama} in the site is no provisional count any more, so KPU's count does not replace it"
            ),
        ));
    }
    is_open
}

/// Changes the record of a result.
fn write(contest: &Contest, work: &mut Work<'_>) {
    let Region { nama, jalur, .. } = &contest.region;
    let whole = contest.whole();
    if whole.is_none() {
        work.said.push(kata(
            format!(
                "{nama}: kecamatannya belum lengkap dan tidak ada baris jumlah, jadi jumlah seluruhnya tidak ditulis"
            ),
            format!("{nama}: not every kecamatan is there and no row adds them up, so no total is written"),
        ));
    }
    let sumber = work.wish.sumber;
    let Some(record) = work.draft(&format!("content/wilayah/{jalur}/hasil.yaml")) else { return };
    if record.is_empty() {
        record.insert("status".to_owned(), json!("sementara"));
    }
    if let Some(day) = &contest.tanggal {
        set(record, "tanggal", Value::from(day.as_str()));
    }
    record.entry("suara").or_insert_with(|| json!({}));
    if let Some(whole) = &whole {
        fill(record, whole);
        whole.pengguna.iter().for_each(|number| set(record, "pengguna_hak_pilih", Value::from(*number)));
    }
    let list = record.entry("bagian").or_insert_with(|| json!([]));
    if let Some(list) = list.as_array_mut() {
        contest.parts.iter().for_each(|(name, part)| fill(part_of(list, name), part));
    }
    if record["bagian"].as_array().is_some_and(Vec::is_empty) {
        record.shift_remove("bagian");
    }
    add_source(record, sumber);
}

/// The part of a name in the list of a result; a new one where it has none.
fn part_of<'l>(list: &'l mut Vec<Value>, name: &str) -> &'l mut Map<String, Value> {
    let is_it = |part: &Value| part["nama"].as_str().is_some_and(|known| plain(known) == plain(name));
    let at = list.iter().position(is_it).unwrap_or_else(|| {
        list.push(json!({ "nama": name, "suara": {} }));
        list.len() - 1
    });
    list[at].as_object_mut().expect("a part has a name, which only a mapping has")
}

fn fill(record: &mut Map<String, Value>, part: &Part) {
    let votes = record.entry("suara").or_insert_with(|| json!({}));
    if let Some(votes) = votes.as_object_mut() {
        part.suara.iter().for_each(|(nomor, suara)| set(votes, &nomor.to_string(), Value::from(*suara)));
    }
    let numbers = [("sah", part.sah), ("tidak_sah", part.tidak_sah)];
    for (key, number) in numbers.into_iter().filter_map(|(key, number)| Some((key, number?))) {
        set(record, key, Value::from(number));
    }
}

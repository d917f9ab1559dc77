//! Lists of voters: figures of a day, found again by which list they are of and by that day.

use crate::bahasa::{Kata, kata};
use crate::project::import::kind::Field;
use crate::project::import::map::Mapped;
use crate::project::import::read::Line;
use crate::project::import::work::{Region, Work, count};
use crate::project::spot::scope_folder;
use crate::record::Scope;
use crate::value::tanggal::Tanggal;
use crate::value::{Nilai, Scalar};
use serde_json::{Map, Value, json};

/// The code that stands for the whole country in tables of voters.
const NATION: &str = "00";
/// Where a new figure goes.
const FILE: &str = "fakta/daftar-pemilih.yaml";

/// A figure.
struct Voters {
    ukuran: &'static str,
    jumlah: u64,
    laki_laki: Option<u64>,
    perempuan: Option<u64>,
    tanggal: String,
    sumber: Option<String>,
}

/// Works out what is to be written of lists of voters.
pub fn plan(mapped: &Mapped, work: &mut Work<'_>) {
    for line in &mapped.lines {
        let Some(region) = nation_or(mapped, line, work) else { continue };
        match voters(mapped, line, work) {
            Ok(Some(voters)) => write(&region, &voters, work),
            Ok(None) => {}
            Err(why) => work.refuse(mapped, line, &why),
        }
    }
}

/// The region of a row, or the nation.
fn nation_or(mapped: &Mapped, line: &Line, work: &mut Work<'_>) -> Option<Region> {
    if mapped.cell(line, Field::Kode) == NATION {
        let nation = Region { kode: NATION.to_owned(), nama: "Indonesia".to_owned(), jalur: String::new() };
        return Some(nation).filter(|_| work.wish.region.is_none());
    }
    work.region(mapped, line)
}

/// What a row says; nothing, and a word about it, where it says too little. Nothing of it is guessed.
fn voters(mapped: &Mapped, line: &Line, work: &mut Work<'_>) -> Result<Option<Voters>, Kata> {
    let cell = |field| mapped.cell(line, field);
    let ukuran = match cell(Field::Daftar).to_lowercase().as_str() {
        "" | "dpt" => "dpt",
        "dps" => "dps",
        other => {
            return Err(kata(
                format!("daftar \"{other}\" tidak dikenal; tulis DPS atau DPT"),
                format!("the list \"{other}\" is not known; write DPS or DPT"),
            ));
        }
    };
    let (laki_laki, perempuan) = (count(cell(Field::LakiLaki))?, count(cell(Field::Perempuan))?);
    let Some(jumlah) = count(cell(Field::Jumlah))? else {
        work.say(
            mapped,
            line,
            &kata("jumlahnya kosong, jadi dilewati", "no figure stands there, so it is passed over"),
        );
        return Ok(None);
    };
    let tanggal = day(cell(Field::Tanggal))?;
    let Some(tanggal) = tanggal else {
        let why = kata(
            "tanggal penetapannya kosong, jadi dilewati; isi kolom tanggal",
            "the day of the list is missing, so it is passed over; fill in the column tanggal",
        );
        work.say(mapped, line, &why);
        return Ok(None);
    };
    let mut voters =
        Voters { ukuran, jumlah, laki_laki, perempuan, tanggal, sumber: source(cell(Field::Sumber), work) };
    if let (Some(men), Some(women)) = (laki_laki, perempuan)
        && men + women != jumlah
    {
        let why = kata(
            format!("{men} + {women} bukan {jumlah}; rinciannya tidak ditulis"),
            format!("{men} + {women} is not {jumlah}; its parts are not written"),
        );
        work.say(mapped, line, &why);
        (voters.laki_laki, voters.perempuan) = (None, None);
    }
    Ok(Some(voters))
}

/// The day in a cell: as records write it, or as a spreadsheet shows it here (`18/09/2024`).
fn day(cell: &str) -> Result<Option<String>, Kata> {
    if cell.is_empty() {
        return Ok(None);
    }
    let parts: Vec<&str> = cell.split(['/', '-', '.']).collect();
    let written = match parts.as_slice() {
        [day, month, year] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => cell.get(..10).unwrap_or(cell).to_owned(),
    };
    let read = Tanggal::read(Scalar::Teks(&written));
    read.map(|day| Some(day.to_string())).map_err(|refusal| refusal.what)
}

/// The source of a row: a key of `sumber.yaml`, or the address of a source that is there.
fn source(cell: &str, work: &Work<'_>) -> Option<String> {
    let all = || work.records.scopes.values().filter_map(|scope| scope.sumber.as_ref());
    let known = all().flat_map(|loaded| loaded.record.iter()).find(|(id, sumber)| {
        id.to_string() == cell || sumber.tautan.as_ref().is_some_and(|tautan| tautan.to_string() == cell)
    });
    work.wish.sumber.map(str::to_owned).or_else(|| Some(known?.0.to_string()))
}

fn write(region: &Region, voters: &Voters, work: &mut Work<'_>) {
    let folder = scope_folder(&region.jalur);
    let found = work.scope(region).and_then(|scope| place_of(scope, voters));
    let (path, at) = found.map_or_else(|| (format!("{folder}/{FILE}"), None), |(path, at)| (path, Some(at)));
    let Some(record) = work.draft(&path) else { return };
    if record.is_empty() {
        record.insert("judul".to_owned(), json!("Daftar pemilih"));
    }
    let list = record.entry("fakta").or_insert_with(|| json!([]));
    let Some(list) = list.as_array_mut() else { return };
    // One that this import has added already.
    let again =
        || list.iter().position(|fact| fact["ukuran"] == voters.ukuran && fact["per_tanggal"] == *voters.tanggal);
    let at = at.or_else(again).unwrap_or_else(|| {
        list.push(json!({ "ukuran": voters.ukuran }));
        list.len() - 1
    });
    if let Some(fact) = list.get_mut(at).and_then(Value::as_object_mut) {
        fill(fact, voters);
    }
}

/// Where a scope has the figure of that list and that day.
fn place_of(scope: &Scope, voters: &Voters) -> Option<(String, usize)> {
    scope.fakta.iter().find_map(|loaded| {
        let own = loaded.record.per_tanggal;
        let at = loaded.record.fakta.iter().position(|fakta| {
            let day = fakta.per_tanggal.or(own).map(|day| day.to_string());
            let ukuran = serde_json::to_value(fakta.ukuran).unwrap_or_default();
            ukuran == voters.ukuran && day.as_deref() == Some(&voters.tanggal)
        })?;
        Some((loaded.path().to_owned(), at))
    })
}

fn fill(fact: &mut Map<String, Value>, voters: &Voters) {
    let is_new = !fact.contains_key("nilai");
    fact.insert("nilai".to_owned(), Value::from(voters.jumlah));
    let parts = [("laki_laki", voters.laki_laki), ("perempuan", voters.perempuan)];
    for (key, number) in parts.into_iter().filter_map(|(key, number)| Some((key, number?))) {
        let parts = fact.entry("rincian").or_insert_with(|| json!({}));
        if let Some(parts) = parts.as_object_mut() {
            parts.insert(key.to_owned(), Value::from(number));
        }
    }
    if is_new {
        fact.insert("per_tanggal".to_owned(), Value::from(voters.tanggal.as_str()));
        if let Some(sumber) = &voters.sumber {
            fact.insert("sumber".to_owned(), json!([sumber]));
        }
    }
}

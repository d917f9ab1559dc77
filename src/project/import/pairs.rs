//! Candidate pairs, each in the file of its ballot number; the empty column has a number like them.

use crate::bahasa::{Kata, kata};
use crate::project::import::kind::Field;
use crate::project::import::map::Mapped;
use crate::project::import::read::Line;
use crate::project::import::work::{Region, Work, add_source, cleaned, count, set};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What stands where the names of a pair would, in any case.
const EMPTY_COLUMN: &str = "kolom kosong";
/// What parts the two names of a pair.
const BETWEEN: &str = " - ";

/// What stands on the ballot under a number.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    Pair { calon: String, wakil: String },
    Empty,
}

/// Works out what is to be written of pairs.
pub fn plan(mapped: &Mapped, work: &mut Work<'_>) {
    let mut ballots: BTreeMap<String, BTreeMap<u8, (Column, &Line)>> = BTreeMap::new();
    for line in &mapped.lines {
        let Some(region) = work.region(mapped, line) else { continue };
        let read = number(mapped, line).and_then(|nomor| Ok((nomor, column(mapped, line, work)?)));
        let (nomor, column) = match read {
            Ok(read) => read,
            Err(why) => {
                work.refuse(mapped, line, &why);
                continue;
            }
        };
        let id = mapped.cell(line, Field::Id);
        if !id.is_empty() {
            work.ids.insert(id.to_owned(), (region.kode.clone(), nomor));
        }
        let ballot = ballots.entry(region.kode.clone()).or_default();
        if let Some((_, before)) = ballot.get(&nomor) {
            let (before, nama) = (before.number, &region.nama);
            let why = kata(
                format!("nomor urut {nomor} di {nama} sudah ada di baris {before}"),
                format!("the ballot number {nomor} of {nama} is in row {before} already"),
            );
            work.refuse(mapped, line, &why);
            continue;
        }
        ballot.insert(nomor, (column, line));
    }
    for (kode, ballot) in ballots {
        let region = work.regions[&kode].clone();
        if let Some(why) = not_drawn(&region, work) {
            work.wrong.push(why);
            continue;
        }
        for (nomor, (column, line)) in ballot {
            if let Err(why) = write(&region, (nomor, &column), (mapped, line), work) {
                work.refuse(mapped, line, &why);
            }
        }
    }
}

fn number(mapped: &Mapped, line: &Line) -> Result<u8, Kata> {
    let cell = mapped.cell(line, Field::NomorUrut);
    let number = count(cell).ok().flatten().and_then(|number| u8::try_from(number).ok());
    number.filter(|number| (1..=99).contains(number)).ok_or_else(|| {
        kata(
            format!("\"{cell}\" bukan nomor urut; tulis angka 1 sampai 99"),
            format!("\"{cell}\" is no ballot number; write a number from 1 to 99"),
        )
    })
}

/// The names of a row: as they stand there, titles, case and signs.
fn column(mapped: &Mapped, line: &Line, work: &mut Work<'_>) -> Result<Column, Kata> {
    let cell = |field| mapped.cell(line, field);
    let is_empty_column =
        |text: &str| cleaned(text).trim_end_matches([' ', '-', '–']).eq_ignore_ascii_case(EMPTY_COLUMN);
    let is_marked = matches!(cell(Field::KolomKosong).to_lowercase().as_str(), "1" | "true" | "ya" | "y" | "x");
    if is_marked || [Field::Pasangan, Field::Calon].into_iter().any(|field| is_empty_column(cell(field))) {
        return Ok(Column::Empty);
    }
    let (calon, wakil) = match cell(Field::Pasangan) {
        "" => (work.clean(cell(Field::Calon)), work.clean(cell(Field::Wakil))),
        pair => {
            let pair = work.clean(pair);
            match pair.split(BETWEEN).collect::<Vec<_>>().as_slice() {
                [calon, wakil] => ((*calon).to_owned(), (*wakil).to_owned()),
                _ => return Err(no_two_names(&pair)),
            }
        }
    };
    if calon.is_empty() || wakil.is_empty() {
        return Err(kata(
            "nama calon atau wakilnya kosong; kolom kosong ditulis KOLOM KOSONG",
            "the name of one of both is missing; the empty column is written KOLOM KOSONG",
        ));
    }
    Ok(Column::Pair { calon, wakil })
}

fn no_two_names(pair: &str) -> Kata {
    kata(
        format!("\"{pair}\" bukan dua nama dengan tanda \" - \" di antaranya; pisahkan ke kolom calon dan wakil"),
        format!("\"{pair}\" is not two names with \" - \" between them; part them into the columns calon and wakil"),
    )
}

/// What is said of a region whose pairs have no numbers yet: which file is whose would be a guess.
fn not_drawn(region: &Region, work: &Work<'_>) -> Option<Kata> {
    let scope = work.scope(region)?;
    let unnumbered = scope.paslon.iter().any(|loaded| loaded.record.nomor_urut.is_none());
    let Region { nama, jalur, .. } = region;
    unnumbered.then(|| {
        kata(
            format!("pasangan calon di {nama} belum bernomor di situs; beri nomornya dulu: pilkada new pengundian {jalur} 1=…"),
            format!("the pairs of {nama} have no numbers in the site yet; give them first: pilkada new pengundian {jalur} 1=…"),
        )
    })
}

/// Changes the record of a number; refuses to make a pair of the empty column, or the other way round.
fn write(
    region: &Region,
    (nomor, column): (u8, &Column),
    (mapped, line): (&Mapped, &Line),
    work: &mut Work<'_>,
) -> Result<(), Kata> {
    let path = format!("content/wilayah/{}/paslon/{nomor}.yaml", region.jalur);
    let jalur = match mapped.cell(line, Field::Jalur).to_lowercase().as_str() {
        "" => None,
        "partai" | "partai politik" => Some("partai"),
        "perseorangan" | "independen" => Some("perseorangan"),
        other => {
            return Err(kata(
                format!("jalur \"{other}\" tidak dikenal; tulis partai atau perseorangan"),
                format!("the road \"{other}\" is not known; write partai or perseorangan"),
            ));
        }
    };
    let sumber = work.wish.sumber;
    let Some(record) = work.draft(&path) else { return Ok(()) };
    let (has_pair, is_empty) = (record.contains_key("calon"), record.get("kolom_kosong") == Some(&json!(true)));
    if (has_pair && *column == Column::Empty) || (is_empty && *column != Column::Empty) {
        return Err(kata(
            format!(
                "{path} dan berkas ini berbeda: yang satu pasangan calon, yang lain kolom kosong; periksa berita acara pengundian"
            ),
            format!(
                "{path} and this file differ: one has a pair, the other the empty column; look at the record of the draw"
            ),
        ));
    }
    set(record, "nomor_urut", Value::from(nomor));
    match column {
        Column::Empty => set(record, "kolom_kosong", json!(true)),
        Column::Pair { calon, wakil } => {
            name(record, "calon", calon);
            name(record, "wakil", wakil);
        }
    }
    if let Some(jalur) = jalur {
        set(record, "jalur", Value::from(jalur));
    }
    add_source(record, sumber);
    Ok(())
}

/// The name of one of both; what else is known of the person stays.
fn name(record: &mut Map<String, Value>, key: &str, name: &str) {
    let person = record.entry(key).or_insert_with(|| json!({}));
    if let Some(person) = person.as_object_mut() {
        let is_same = person.get("nama").and_then(Value::as_str).is_some_and(|known| cleaned(known) == name);
        if !is_same {
            set(person, "nama", Value::from(name));
        }
    }
}

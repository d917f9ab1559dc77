//! Regions: those that the site does not have yet are begun, with what the list of regions says of each.

use crate::bahasa::kata;
use crate::project::begin::order::parent_of;
use crate::project::import::kind::Field;
use crate::project::import::map::Mapped;
use crate::project::import::work::{Region, Work, add_source, set};
use crate::value::daftar_wilayah::{Resmi, by_code, code_of};
use crate::value::slug::Slug;
use serde_json::{Map, Value, json};

/// Works out what is to be written of regions.
pub fn plan(mapped: &Mapped, work: &mut Work<'_>) {
    let mut smaller = 0;
    for line in &mapped.lines {
        let Some(kode) = code_of(mapped.cell(line, Field::Kode)) else {
            smaller += 1;
            continue;
        };
        if work.regions.contains_key(&kode) {
            work.same += 1;
            continue;
        }
        let nama = work.clean(mapped.cell(line, Field::Nama));
        match by_code(&kode) {
            Some(resmi) => listed(resmi, work),
            None => {
                if let Err(why) = unlisted(&kode, &nama, work) {
                    work.refuse(mapped, line, &why);
                }
            }
        }
    }
    if smaller > 0 {
        work.said.push(kata(
            format!("{smaller} baris tidak berkode provinsi, kabupaten atau kota, jadi dilewati"),
            format!("{smaller} rows have no code of a province, kabupaten or kota and are passed over"),
        ));
    }
}

/// A region of the list, with its province where that is not there.
fn listed(resmi: &'static Resmi, work: &mut Work<'_>) {
    let mut jalur = resmi.folder();
    if let Some(provinsi) = by_code(resmi.provinsi()).filter(|provinsi| provinsi.kode != resmi.kode) {
        let planned = work.regions.get(provinsi.kode).map(|region| region.jalur.clone());
        jalur = format!("{}/{jalur}", planned.unwrap_or_else(|| parent_of(resmi, work.records)));
        if !work.is_wanted(&jalur) {
            return;
        }
        if !work.regions.contains_key(provinsi.kode) {
            begin(
                work,
                Region { kode: provinsi.kode.to_owned(), nama: provinsi.nama.to_owned(), jalur: provinsi.folder() },
                Some(provinsi),
            );
        }
    }
    if work.is_wanted(&jalur) {
        begin(work, Region { kode: resmi.kode.to_owned(), nama: resmi.nama.to_owned(), jalur }, Some(resmi));
    }
}

/// A region that the list does not have: in the province that the site has.
fn unlisted(kode: &str, nama: &str, work: &mut Work<'_>) -> Result<(), crate::bahasa::Kata> {
    let outer = work.regions.get(&kode[..2]).map(|provinsi| format!("{}/", provinsi.jalur));
    let outer = if kode.len() == 2 { Some(String::new()) } else { outer };
    let Some(outer) = outer.filter(|_| !nama.is_empty()) else {
        return Err(kata(
            format!("kode {kode} tidak ada di daftar wilayah, dan provinsinya tidak ada di situs"),
            format!("the code {kode} is not on the list of regions, and its province is not in the site"),
        ));
    };
    let jalur = format!("{outer}{}", Slug::of(nama));
    if work.is_wanted(&jalur) {
        begin(work, Region { kode: kode.to_owned(), nama: nama.to_owned(), jalur }, None);
    }
    Ok(())
}

fn begin(work: &mut Work<'_>, region: Region, resmi: Option<&'static Resmi>) {
    let sumber = work.wish.sumber;
    if let Some(record) = work.draft(&format!("content/wilayah/{}/wilayah.yaml", region.jalur)) {
        write(record, &region, resmi);
        add_source(record, sumber);
    }
    work.regions.insert(region.kode.clone(), region);
}

fn write(record: &mut Map<String, Value>, region: &Region, resmi: Option<&'static Resmi>) {
    let jenis = match region.kode.as_bytes().get(3) {
        None => "provinsi",
        Some(digit) if *digit >= b'7' => "kota",
        Some(_) => "kabupaten",
    };
    set(record, "kode", Value::from(region.kode.as_str()));
    set(record, "nama", Value::from(region.nama.as_str()));
    set(record, "jenis", Value::from(jenis));
    let without = resmi.and_then(Resmi::tanpa_pemilihan);
    set(
        record,
        "pemilihan",
        without.map_or_else(|| json!({ "ada": true }), |why| json!({ "ada": false, "alasan": why })),
    );
}

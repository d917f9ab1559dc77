//! The desk's first page and those of regions: what there is, what is left to fill in, what is wrong, what comes.

use crate::bahasa::Bahasa;
use crate::project::PLACEHOLDERS;
use crate::project::begin::ask::Place;
use crate::project::begin::kind::KINDS;
use crate::project::spot::{Spot, records_of};
use crate::record::edit;
use crate::report::draw::summary;
use crate::report::{Diagnostic, Level, Report};
use crate::serve::desk::drawn::title;
use crate::serve::desk::found::remark;
use crate::serve::desk::office::{Answer, Asked, Office, text_of};
use crate::serve::desk::words::{kind as kind_word, word};
use crate::serve::percent::encoded;
use crate::source::{CONTENT, Sources};
use anyhow::Result;
use hyper::StatusCode;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The most findings on one page.
const SHOWN: usize = 200;

/// How far ahead is looked for what will be wrong.
const DAYS_AHEAD: u64 = 30;

/// The first page.
pub(super) fn answer(office: &Office) -> Result<Answer> {
    let (sources, report) = office.desk.found(office.now())?;
    let regions = regions(&sources);
    let (left, wrong): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        report.findings().iter().partition(|finding| PLACEHOLDERS.contains(&finding.code));
    let view = json!({
        "judul": word("meja", office.bahasa),
        "ringkasan": summary(&report, office.bahasa),
        "wilayah": regions.iter().map(|(jalur, name)| json!({
            "jalur": jalur,
            "nama": name,
            "galat": count(&report, jalur),
        })).collect::<Vec<_>>(),
        "isian": grouped(&left, &regions, office.bahasa),
        "temuan": grouped(&wrong, &regions, office.bahasa),
    });
    Ok(office.page(StatusCode::OK, "beranda.html", &view))
}

/// What changes by itself next, and what will be wrong then.
pub(super) fn ahead(office: &Office) -> Result<Answer> {
    let project = office.desk.open(office.now())?;
    let last = office.desk.options.hari.sesudah(DAYS_AHEAD);
    let next = office.state.next_turn().map(|next| office.say(&next));
    let days: Vec<Value> = project
        .ahead(last)?
        .into_iter()
        .map(|day| {
            let found: Vec<Value> = day.report.findings().iter().map(|finding| line(finding, office.bahasa)).collect();
            json!({ "hari": day.hari.panjang_dalam(office.bahasa), "temuan": found })
        })
        .collect();
    let view = json!({ "judul": word("nanti", office.bahasa), "berikutnya": next, "hari": days });
    Ok(office.page(StatusCode::OK, "nanti.html", &view))
}

/// The page of a region, or of what the whole nation shares.
pub(super) fn region(office: &Office, asked: &Asked) -> Result<Answer> {
    let (sources, report) = office.desk.found(office.now())?;
    let jalur = asked.query("jalur");
    let regions = regions(&sources);
    let Some(name) = regions.get(jalur) else {
        return Ok(office.refusal(StatusCode::NOT_FOUND, &word("tidak_ada", office.bahasa)));
    };
    let mut kinds: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for source in sources.below(CONTENT) {
        let Some(spot) = Spot::of(&source.path).filter(|spot| spot.jalur == jalur) else { continue };
        let Some(source) = text_of(&sources, &source.path) else { continue };
        let record = source.record_part().and_then(|part| edit::values(&source.text()[part])).unwrap_or_default();
        let kind = spot.name.split(['/', '.']).next().unwrap_or_default().to_owned();
        let called = called(&record, &spot);
        kinds.entry(kind).or_default().push(json!({ "berkas": encoded(&source.path), "nama": called }));
    }
    let new: Vec<Value> = KINDS
        .iter()
        .filter(|kind| matches!(kind.ask.place, Place::Any) || (kind.ask.place == Place::Nation) == jalur.is_empty())
        .filter(|kind| kind.ask.place != Place::NewRegion || jalur.matches('/').count() == 0)
        .map(|kind| json!({ "jenis": kind.ask.name, "label": kind_word(kind.ask.name, office.bahasa) }))
        .collect();
    let findings: Vec<Value> = report
        .findings()
        .iter()
        .filter(|finding| is_of(finding, jalur))
        .take(SHOWN)
        .map(|finding| line(finding, office.bahasa))
        .collect();
    let pairs = kinds.get("paslon").is_some_and(|pairs| pairs.len() > 1);
    let view = json!({
        "judul": name,
        "jalur": jalur,
        "catatan": kinds.into_iter().map(|(kind, all)| json!({ "jenis": kind_word(&kind, office.bahasa), "isi": all })).collect::<Vec<_>>(),
        "paslon": pairs,
        "baru": new,
        "temuan": findings,
        "halaman": office.shown_at(&if jalur.is_empty() { "index.html".to_owned() } else { format!("{jalur}/index.html") }),
    });
    Ok(office.page(StatusCode::OK, "wilayah.html", &view))
}

/// From a page of the preview to the form of its record.
pub(super) fn of_page(office: &Office, asked: &Asked) -> Result<Answer> {
    let sources = office.desk.open(office.now())?.sources;
    let shown = office.state.shown();
    let prefix = shown.site.as_ref().map_or_else(|| "/".to_owned(), |site| site.base.prefix().to_owned());
    let page = asked.query("alamat").strip_prefix(&prefix).unwrap_or_default().to_owned();
    let page = if page.is_empty() || page.ends_with('/') { format!("{page}index.html") } else { page };
    if let [path] = records_of(&page, &sources).as_slice() {
        return Ok(Answer::Elsewhere(format!("/_pilkada/catatan?berkas={}", encoded(path))));
    }
    // A page of many records: the region's desk has them all.
    let regions = regions(&sources);
    let mut folder = page.as_str();
    while let Some((outer, _)) = folder.rsplit_once('/') {
        if regions.contains_key(outer) {
            return Ok(Answer::Elsewhere(format!("/_pilkada/wilayah?jalur={}", encoded(outer))));
        }
        folder = outer;
    }
    Ok(Answer::Elsewhere("/_pilkada/wilayah?jalur=".to_owned()))
}

/// The scopes by their paths, with their names; that of the nation is empty.
fn regions(sources: &Sources) -> BTreeMap<String, String> {
    let mut regions = BTreeMap::new();
    for source in sources.below(CONTENT) {
        let Some(spot) = Spot::of(&source.path) else { continue };
        if !matches!(spot.name.as_str(), "wilayah.yaml" | "pemilihan.yaml" | "situs.yaml") {
            continue;
        }
        let name = edit::values(source.text()).and_then(|record| Some(record["nama"].as_str()?.to_owned()));
        regions.insert(spot.jalur.clone(), name.unwrap_or(spot.jalur));
    }
    regions.entry(String::new()).or_insert_with(|| "situs.yaml".to_owned());
    regions
}

/// What a record is called in a list: a pair by its number and names.
fn called(record: &Value, spot: &Spot) -> String {
    let names: Vec<&str> = ["calon", "wakil"].iter().filter_map(|who| record[*who]["nama"].as_str()).collect();
    let number = record["nomor_urut"].as_u64().map(|number| format!("{number}. ")).unwrap_or_default();
    if !names.is_empty() {
        return format!("{number}{}", names.join(" – "));
    }
    let heading = title(record);
    let file = spot.name.rsplit('/').next().unwrap_or_default();
    if heading.is_empty() { file.to_owned() } else { format!("{heading} ({file})") }
}

fn is_of(finding: &Diagnostic, jalur: &str) -> bool {
    Spot::of(&finding.place.file).is_some_and(|spot| spot.jalur == jalur)
}

fn count(report: &Report, jalur: &str) -> usize {
    report.findings().iter().filter(|finding| finding.level == Level::Galat && is_of(finding, jalur)).count()
}

/// A finding with the way to its form.
fn line(finding: &Diagnostic, bahasa: Bahasa) -> Value {
    json!({
        "temuan": remark(finding, bahasa),
        "berkas": encoded(&finding.place.file),
        "nama": finding.place.file.strip_prefix("content/").unwrap_or(&finding.place.file),
    })
}

fn grouped(findings: &[&Diagnostic], regions: &BTreeMap<String, String>, bahasa: Bahasa) -> Vec<Value> {
    let mut groups: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for finding in findings.iter().take(SHOWN) {
        let jalur = Spot::of(&finding.place.file).map_or_else(String::new, |spot| spot.jalur);
        groups.entry(jalur).or_default().push(line(finding, bahasa));
    }
    let named = |jalur: &String| regions.get(jalur).cloned().unwrap_or_else(|| jalur.clone());
    groups.into_iter().map(|(jalur, all)| json!({ "nama": named(&jalur), "jalur": jalur, "isi": all })).collect()
}

//! All pairs of a contest side by side: one form, a column for each, so that a field is filled in for all or for none.

use crate::bahasa::Kata;
use crate::project::begin::editor;
use crate::project::begin::kind::pair_under;
use crate::project::begin::order::Order;
use crate::project::correction::Fact;
use crate::project::desk::{Change, Saved};
use crate::project::spot::Spot;
use crate::record::Records;
use crate::report::Report;
use crate::serve::desk::body::Posted;
use crate::serve::desk::choices;
use crate::serve::desk::correction::{self, Edited, Outcome};
use crate::serve::desk::draft::{Action, Draft};
use crate::serve::desk::drawn::{Drawing, Line};
use crate::serve::desk::found::Remarks;
use crate::serve::desk::office::{Answer, Asked, Office};
use crate::serve::desk::record::with_pictures;
use crate::serve::desk::shape::{Schema, Shape};
use crate::serve::desk::words::word;
use crate::serve::percent::encoded;
use crate::source::{CONTENT, Sources};
use crate::value::nomor_urut::NomorUrut;
use crate::value::tanggal::Tanggal;
use anyhow::Result;
use hyper::StatusCode;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The form as it was sent, or as it is first shown.
struct Columns {
    drafts: Vec<Draft>,
    records: Vec<Value>,
}

/// What is said above the columns.
struct Said<'s> {
    status: StatusCode,
    text: Option<String>,
    /// What readers were told otherwise: whether that is corrected is asked.
    facts: Vec<Fact>,
    alasan: &'s str,
}

impl Said<'_> {
    fn new(status: StatusCode, text: Option<String>) -> Self {
        Self { status, text, facts: Vec::new(), alasan: "" }
    }
}

/// Shows all pairs of a region, and writes them together.
pub(super) fn answer(office: &Office, asked: &Asked) -> Result<Answer> {
    let (sources, report) = office.desk.found(office.now())?;
    let jalur = asked.query("wilayah");
    let mut drafts = pairs(office, &sources, jalur);
    let more = asked.query("tambah").parse().unwrap_or(0_usize).min(20);
    drafts.extend(new_pairs(&sources, jalur, (more, office.desk.options.hari)));
    if drafts.is_empty() {
        return Ok(office.refusal(StatusCode::NOT_FOUND, &word("belum_ada_paslon", office.bahasa)));
    }
    let Some(posted) = &asked.posted else {
        let records = drafts.iter().map(|draft| draft.record.clone()).collect();
        return Ok(draw(
            office,
            asked,
            (&Columns { drafts, records }, Said::new(StatusCode::OK, None)),
            (&sources, &report),
        ));
    };
    let asks = Action::of(posted);
    let record_of = |field: &str| {
        let place = field.split_once(':').and_then(|(place, _)| place.parse::<usize>().ok());
        place.and_then(|place| drafts.get(place)).map_or_else(String::new, |draft| draft.path.clone())
    };
    let (posted, refusal) = with_pictures(office, posted, record_of);
    let posted = &posted;
    let records: Vec<Value> = drafts.iter().enumerate().map(|(place, draft)| typed(draft, posted, place)).collect();
    let columns = Columns { drafts, records };
    if asks.is_redrawn {
        let typed = asks.is_checked.then(|| written(&columns, posted).ok()).flatten();
        let said = Said::new(StatusCode::OK, None);
        let Some(changes) = typed else { return Ok(draw(office, asked, (&columns, said), (&sources, &report))) };
        let checked = office.desk.check(&changes, office.now())?;
        return Ok(draw(office, asked, (&columns, said), (&checked.sources, &checked.report)));
    }
    if refusal.is_some() {
        return Ok(draw(
            office,
            asked,
            (&columns, Said::new(StatusCode::UNPROCESSABLE_ENTITY, refusal)),
            (&sources, &report),
        ));
    }
    send(office, asked, (&columns, posted), (&sources, &report))
}

/// Writes all columns together.
fn send(
    office: &Office,
    asked: &Asked,
    (columns, posted): (&Columns, &Posted),
    (sources, report): (&Sources, &Report),
) -> Result<Answer> {
    let refused = |status, text| Ok(draw(office, asked, (columns, Said::new(status, Some(text))), (sources, report)));
    let mut changes = match written(columns, posted) {
        Ok(changes) => changes,
        Err(why) => return refused(StatusCode::UNPROCESSABLE_ENTITY, office.say(&why)),
    };
    let pairs = columns.drafts.iter().zip(&columns.records);
    let edited: Vec<Edited<'_>> = pairs.map(|(draft, record)| Edited { draft, record, body: None }).collect();
    match correction::of(office, &edited, posted, sources) {
        Outcome::Nothing => {}
        Outcome::Written(list) => changes.push(list),
        Outcome::Asked(facts) => {
            let asking = Said::new(StatusCode::UNPROCESSABLE_ENTITY, Some(word("koreksi_tanya", office.bahasa)));
            let asking = Said { facts, alasan: posted.text("_alasan"), ..asking };
            return Ok(draw(office, asked, (columns, asking), (sources, report)));
        }
    }
    match office.desk.save(&changes, office.now())? {
        Saved::Written(_) => {
            let region = encoded(asked.query("wilayah"));
            Ok(Answer::Elsewhere(format!("/_pilkada/paslon?wilayah={region}&tersimpan=1")))
        }
        Saved::Unsound(checked) => {
            let said = Said::new(StatusCode::UNPROCESSABLE_ENTITY, Some(word("tidak_disimpan", office.bahasa)));
            Ok(draw(office, asked, (columns, said), (&checked.sources, &checked.report)))
        }
        Saved::Changed(_) => refused(StatusCode::CONFLICT, word("diubah_lain", office.bahasa)),
    }
}

/// The texts of all columns as they were typed.
fn written(columns: &Columns, posted: &Posted) -> Result<Vec<Change>, Kata> {
    let pairs = columns.drafts.iter().zip(&columns.records);
    let change = |(draft, record): (&Draft, &Value)| {
        let before = u128::from_str_radix(posted.text(&format!("_sidik:{}", draft.path)), 16).ok();
        Ok(Change::new(&draft.path, before, draft.written(record, None)?))
    };
    pairs.map(change).collect()
}

/// The pairs that are there, in the order of their numbers.
fn pairs(office: &Office, sources: &Sources, jalur: &str) -> Vec<Draft> {
    let files = sources.below(CONTENT).filter(|source| {
        Spot::of(&source.path).is_some_and(|spot| spot.jalur == jalur && spot.name.starts_with("paslon/"))
    });
    let mut drafts: Vec<Draft> = files.filter_map(|source| Draft::of(office, sources, &source.path)).collect();
    drafts.sort_by_key(|draft| draft.record["nomor_urut"].as_u64().unwrap_or(u64::MAX));
    drafts
}

/// Columns for pairs that are not there yet, under the next numbers.
fn new_pairs(sources: &Sources, jalur: &str, (more, hari): (usize, Tanggal)) -> Vec<Draft> {
    let records = Records::load(sources, &mut Report::default());
    let Some(scope) = records.scopes.get(jalur) else { return Vec::new() };
    let last = scope.paslon.iter().filter_map(|loaded| loaded.record.nomor_urut).map(NomorUrut::get).max().unwrap_or(0);
    let numbers = (1..=more).filter_map(|n| last.checked_add(u8::try_from(n).ok()?));
    let order = Order::inside(jalur, &records, hari);
    numbers
        .filter_map(|number| pair_under(&order, number))
        .filter_map(|(path, text)| {
            let mut draft = Draft::new(&path, &editor::with_schema(&path, &text))?;
            crate::serve::desk::begin::empty(&mut draft.record);
            Some(draft)
        })
        .collect()
}

/// What was typed into a column.
fn typed(draft: &Draft, posted: &Posted, place: usize) -> Value {
    let prefix = format!("{place}:");
    let strip = |text: &str| text.strip_prefix(&prefix).map(str::to_owned);
    let fields: BTreeMap<String, String> =
        posted.fields.iter().filter_map(|(name, text)| Some((strip(name)?, text.clone()))).collect();
    let own = Posted { fields, ..Posted::default() };
    let button = posted.text("_aksi").split_once(':');
    let row = button.and_then(|(what, row)| Some((what, strip(row)?)));
    let action = match &row {
        Some(("hapus", row)) => Action { without: Some(row), is_redrawn: true, ..Action::default() },
        Some(("naik", row)) => Action { up: Some(row), is_redrawn: true, ..Action::default() },
        _ => Action::default(),
    };
    draft.typed(&own, action)
}

fn draw(
    office: &Office,
    asked: &Asked,
    (columns, said): (&Columns, Said<'_>),
    (sources, report): (&Sources, &Report),
) -> Answer {
    let Columns { drafts, records } = columns;
    let Shape::Group(props) = Schema::of(&drafts[0].schema).shape() else {
        return office.refusal(StatusCode::INTERNAL_SERVER_ERROR, &word("tidak_ada", office.bahasa));
    };
    let remarks: Vec<Remarks> =
        drafts.iter().map(|draft| Remarks::of_file(report, sources, &draft.path, office.bahasa)).collect();
    let cells = |key: &str| -> Vec<Vec<Line>> {
        let drawn = drafts.iter().zip(records).zip(&remarks).enumerate().map(|(place, ((draft, record), remarks))| {
            let prefix = format!("{place}:");
            let mut drawing = Drawing { bahasa: office.bahasa, prefix: &prefix, remarks, lines: Vec::new() };
            drawing.record(Schema::of(&draft.schema), record, Some(key));
            drawing.lines
        });
        drawn.collect()
    };
    let rows: Vec<Value> = props.iter().map(|prop| json!({ "label": prop.label, "sel": cells(prop.key) })).collect();
    let text = said.text.or_else(|| {
        (!asked.query("tersimpan").is_empty() && asked.posted.is_none()).then(|| word("tersimpan", office.bahasa))
    });
    let (jalur, more) = (asked.query("wilayah"), asked.query("tambah"));
    let view = json!({
        "judul": word("paslon_berdampingan", office.bahasa),
        "jalur": jalur,
        "kirim": format!("/_pilkada/paslon?wilayah={}&tambah={}", encoded(jalur), encoded(more)),
        "tambah": more.parse().unwrap_or(0_usize) + 1,
        "kolom": drafts.iter().zip(&remarks).map(|(draft, remarks)| json!({
            "berkas": draft.path,
            "nama": draft.record["nomor_urut"].as_u64().map_or_else(|| draft.path.rsplit('/').next().unwrap_or_default().to_owned(), |nomor| nomor.to_string()),
            "sidik": draft.digest.map(|digest| format!("{digest:032x}")).unwrap_or_default(),
            "lain": remarks.of(""),
        })).collect::<Vec<_>>(),
        "baris": rows,
        "pesan": text,
        "fakta": said.facts,
        "alasan": said.alasan,
        "baik": said.status == StatusCode::OK,
        "daftar": choices::lists(sources, &drafts[0].path),
    });
    office.page(said.status, "paslon.html", &view)
}

//! New records: what kind, where, under which name, and then the form of a file that is written when it is sent.

use crate::project::begin::ask::{Place, Wants};
use crate::project::begin::editor;
use crate::project::begin::kind::{KINDS, Kind};
use crate::project::begin::order::Order;
use crate::project::desk::{Change, Saved};
use crate::project::spot::Spot;
use crate::record::Records;
use crate::record::edit;
use crate::report::Report;
use crate::serve::desk::draft::{Action, Draft};
use crate::serve::desk::found::path_at;
use crate::serve::desk::new_source;
use crate::serve::desk::office::{Answer, Asked, Office};
use crate::serve::desk::record::{Form, Wanted, changes, draw, redraw, with_pictures};
use crate::serve::desk::words::{kind as kind_word, word};
use crate::serve::percent::encoded;
use crate::source::Sources;
use crate::value::slug::Slug;
use crate::yaml;
use anyhow::Result;
use hyper::StatusCode;
use serde_json::{Value, json};

/// How a value is marked that the program did not know.
const TO_FILL_IN: &str = "ISI";

/// Answers what is asked of a record that is not there yet.
pub(super) fn answer(office: &Office, asked: &Asked) -> Result<Answer> {
    let (sources, report) = office.desk.found(office.now())?;
    let records = Records::load(&sources, &mut Report::default());
    let Some(kind) = KINDS.iter().find(|kind| kind.ask.name == asked.query("jenis")) else {
        return Ok(choose(office, &records));
    };
    if asked.query("lanjut").is_empty() && needs_more(kind) {
        return Ok(ask(office, kind, asked, &records, None));
    }
    if let Some(pairs) = side_by_side(kind, asked, &records) {
        return Ok(Answer::Elsewhere(pairs));
    }
    let words = words_of(kind, asked);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let order = match Order::new(&kind.ask, &words, &records, office.desk.options.hari) {
        Ok(order) => order,
        Err(why) => return Ok(ask(office, kind, asked, &records, Some(why.dalam(office.bahasa)))),
    };
    let files = (kind.make)(&order);
    let own = |path: &str| {
        Spot::of(path).is_some_and(|spot| spot.name.starts_with(kind.ask.name) || kind.ask.name == "pengundian")
    };
    let Some(first) = files.iter().position(|(path, _)| own(path)) else { return Ok(choose(office, &records)) };
    let (path, text) = &files[first];
    // What grows is one file, to which its form adds.
    if sources.get(path).is_some() {
        return Ok(Answer::Elsewhere(format!("/_pilkada/catatan?berkas={}", encoded(path))));
    }
    let Some(draft) = Draft::new(path, &editor::with_schema(path, text)) else { return Ok(choose(office, &records)) };
    let others: Vec<&(String, String)> = files
        .iter()
        .enumerate()
        .filter(|(place, (path, _))| *place != first && sources.get(path).is_none())
        .map(|(_, file)| file)
        .collect();
    form(office, asked, (draft, &others), (&sources, &report))
}

/// Where pairs are begun: a pair alone would break a rule, and its columns are filled in like those of the others.
fn side_by_side(kind: &Kind, asked: &Asked, records: &Records) -> Option<String> {
    let (region, name) = (asked.query("wilayah"), asked.query("nama").trim());
    let scope = records.scopes.get(region).filter(|_| kind.ask.wants == Wants::Number && name.is_empty())?;
    let more = if scope.paslon.is_empty() { 2 } else { 1 };
    Some(format!("/_pilkada/paslon?wilayah={}&tambah={more}", encoded(region)))
}

/// The form of the new record, or what became of it.
fn form(
    office: &Office,
    asked: &Asked,
    (mut draft, others): (Draft, &[&(String, String)]),
    found: (&Sources, &Report),
) -> Result<Answer> {
    let query: Vec<String> = asked.query.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    let action = format!("/_pilkada/baru?{}", query.join("&"));
    let scaffold = draft.record.clone();
    draft.record = unguessed(&draft);
    let body = draft.body().map(|body| if body.trim_start().starts_with(TO_FILL_IN) { String::new() } else { body });
    let Some(posted) = &asked.posted else {
        let form = Form::of(&draft, (&draft.record, body), action);
        return Ok(draw(office, &form, found));
    };
    let button = Action::of(posted);
    let (posted, refusal) = with_pictures(office, posted, |_| draft.path.clone());
    let record = draft.typed(&posted, button);
    let body = body.map(|old| posted.fields.get("_isi").cloned().unwrap_or(old));
    let shown = |status, said| Form {
        status,
        said,
        posted: Some(&posted),
        ..Form::of(&draft, (&record, body.clone()), action.clone())
    };
    let written = |record: &Value| {
        let draft =
            Draft { record: scaffold.clone(), ..Draft::new(&draft.path, &draft.text).expect("it was read before") };
        draft.written(record, body.as_deref()).map(|text| edit::without_guesses(&text))
    };
    let wanted = Wanted { draft: &draft, record: &record, before: None, written: &written };
    let all = || {
        let mut changes = changes(office, &wanted, &posted, found.0)?;
        let is_new = |path: &str| changes.iter().all(|change| change.path != path);
        let others: Vec<_> = others.iter().filter(|(path, _)| is_new(path)).collect();
        changes.extend(others.into_iter().map(|(path, text)| Change::new(path, None, editor::with_schema(path, text))));
        Ok(changes)
    };
    if button.is_redrawn {
        return redraw(office, &shown(StatusCode::OK, None), (button, all), found);
    }
    if refusal.is_some() {
        return Ok(draw(office, &shown(StatusCode::UNPROCESSABLE_ENTITY, refusal), found));
    }
    let changes = match all() {
        Ok(changes) => changes,
        Err(why) => return Ok(draw(office, &shown(StatusCode::UNPROCESSABLE_ENTITY, Some(office.say(&why))), found)),
    };
    match office.desk.save(&changes, office.now())? {
        Saved::Written(_) => {
            for change in &changes {
                editor::put_schema(&office.desk.root, &change.path)?;
            }
            Ok(Answer::Elsewhere(format!("/_pilkada/catatan?berkas={}&tersimpan=1", encoded(&changes[0].path))))
        }
        Saved::Unsound(checked) => {
            let said = Some(word("tidak_disimpan", office.bahasa));
            let others = new_source::elsewhere(office, &checked.grave, &changes[0].path);
            let form = Form { others, ..shown(StatusCode::UNPROCESSABLE_ENTITY, said) };
            Ok(draw(office, &form, (&checked.sources, &checked.report)))
        }
        Saved::Changed(_) => {
            Ok(draw(office, &shown(StatusCode::CONFLICT, Some(word("sudah_ada", office.bahasa))), found))
        }
    }
}

/// The values of a scaffold without those that somebody has to know.
fn unguessed(draft: &Draft) -> Value {
    let mut record = draft.record.clone();
    let text = &draft.text[draft.part.clone()];
    let Ok(root) = yaml::parse(text) else { return record };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        if line.contains(&format!(" # {TO_FILL_IN}")) && !line.trim_start().starts_with('#') {
            // The value behind the key, not the key.
            let value = line.find(": ").map_or(indent, |colon| colon + 2);
            take_out(&mut record, &path_at(&root, at + value));
        }
        at += line.len();
    }
    empty(&mut record);
    record
}

/// Takes the value at a path out.
fn take_out(record: &mut Value, path: &str) {
    let pointer: String = yaml::steps(path)
        .into_iter()
        .map(|step| match step {
            yaml::Step::Key(key) => format!("/{key}"),
            yaml::Step::Index(index) => format!("/{index}"),
        })
        .collect();
    if let Some(value) = record.pointer_mut(&pointer) {
        *value = Value::Null;
    }
}

/// Texts that say what is to be filled in are nothing yet; nor are the votes that a scaffold counts as none.
pub(super) fn empty(value: &mut Value) {
    match value {
        Value::String(text) if text.starts_with(TO_FILL_IN) => *value = Value::Null,
        Value::Array(list) => list.iter_mut().for_each(empty),
        Value::Object(map) => {
            for (key, value) in map.iter_mut() {
                match value.as_object_mut().filter(|_| key == "suara") {
                    Some(votes) => votes.values_mut().for_each(|count| *count = Value::Null),
                    None => empty(value),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn needs_more(kind: &Kind) -> bool {
    !(kind.ask.place == Place::Nation && kind.ask.wants == Wants::Nothing)
}

/// What would be typed behind the kind on a command line.
fn words_of(kind: &Kind, asked: &Asked) -> Vec<String> {
    let (region, name) = (asked.query("wilayah").trim(), asked.query("nama").trim());
    let mut words = Vec::new();
    match kind.ask.place {
        Place::NewRegion => {
            let slug = Slug::of(name);
            words.push(if region.is_empty() { slug.to_string() } else { format!("{region}/{slug}") });
        }
        Place::Nation => {}
        Place::Any | Place::Region | Place::NewVote => {
            if !region.is_empty() {
                words.push(region.to_owned());
            }
        }
    }
    if !name.is_empty() {
        words.push(name.to_owned());
    }
    words
}

/// Which kind it is to be.
fn choose(office: &Office, records: &Records) -> Answer {
    let kinds: Vec<Value> = KINDS
        .iter()
        .filter(|kind| !records.scopes.values().all(|scope| scope.wilayah.is_none()) || kind.ask.place != Place::Region)
        .map(|kind| json!({ "nama": kind.ask.name, "label": kind_word(kind.ask.name, office.bahasa) }))
        .collect();
    office.page(StatusCode::OK, "baru.html", &json!({ "judul": word("baru", office.bahasa), "jenis": kinds }))
}

/// Where it is to be, and under which name.
fn ask(office: &Office, kind: &Kind, asked: &Asked, records: &Records, said: Option<&str>) -> Answer {
    let regions: Vec<Value> = records
        .scopes
        .iter()
        .filter(|(jalur, scope)| !jalur.is_empty() && (scope.wilayah.is_some() || scope.pemilihan.is_some()))
        .map(|(jalur, scope)| {
            let name = scope.wilayah.as_ref().map_or_else(|| jalur.clone(), |loaded| loaded.record.nama.to_string());
            json!({ "jalur": jalur, "nama": name, "terpilih": *jalur == asked.query("wilayah") })
        })
        .collect();
    let name = match (kind.ask.place, kind.ask.wants) {
        (Place::NewRegion, _) => "nama_wilayah",
        (Place::NewVote, _) => "nama_pemilihan",
        (_, Wants::Title) => "judulnya",
        (_, Wants::Name) => "namanya",
        (_, Wants::Number) => "nomornya",
        (_, Wants::Nothing) => "",
    };
    let view = json!({
        "judul": kind_word(kind.ask.name, office.bahasa),
        "untuk": kind.ask.name,
        "wilayah": if kind.ask.place == Place::Nation { Value::Null } else { Value::from(regions) },
        "boleh_nasional": matches!(kind.ask.place, Place::Any | Place::NewRegion),
        "nama_apa": if name.is_empty() { String::new() } else { word(name, office.bahasa) },
        "nama": asked.query("nama"),
        "pesan": said,
    });
    office.page(StatusCode::OK, "baru.html", &view)
}

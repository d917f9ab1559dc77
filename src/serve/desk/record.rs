//! The form of a record: what is in it, what the rules say of it, and what becomes of what was typed.

use crate::bahasa::{Kata, kata};
use crate::project::correction::Fact;
use crate::project::desk::{Change, Saved};
use crate::project::spot::Spot;
use crate::refusal::sentence;
use crate::report::Report;
use crate::serve::desk::body::Posted;
use crate::serve::desk::choices;
use crate::serve::desk::correction::{self, Edited, Outcome};
use crate::serve::desk::draft::{Action, Draft};
use crate::serve::desk::drawn::{Drawing, Line, title};
use crate::serve::desk::found::{Remark, Remarks};
use crate::serve::desk::new_source;
use crate::serve::desk::office::{Answer, Asked, Office, text_of};
use crate::serve::desk::shape::{Schema, Shape};
use crate::serve::desk::words::word;
use crate::serve::percent::encoded;
use crate::source::Sources;
use anyhow::Result;
use hyper::StatusCode;
use serde_json::{Value, json};

/// A form that is drawn.
pub(super) struct Form<'f> {
    pub draft: &'f Draft,
    /// What its fields show.
    pub record: &'f Value,
    /// The text below the fields, where there is one.
    pub body: Option<String>,
    pub status: StatusCode,
    /// What became of what was typed.
    pub said: Option<String>,
    /// Where it is sent to.
    pub action: String,
    /// What readers were told otherwise: whether that is corrected is asked.
    pub facts: Vec<Fact>,
    /// Why it is corrected, as far as that was typed.
    pub alasan: String,
    /// What is said of other files that are written with it.
    pub others: Vec<Remark>,
    /// What was sent, where anything was.
    pub posted: Option<&'f Posted>,
}

impl<'f> Form<'f> {
    /// A form of which nothing is said and nothing asked yet.
    pub fn of(draft: &'f Draft, (record, body): (&'f Value, Option<String>), action: String) -> Self {
        Self {
            draft,
            record,
            body,
            status: StatusCode::OK,
            said: None,
            action,
            facts: Vec::new(),
            alasan: String::new(),
            others: Vec::new(),
            posted: None,
        }
    }
}

/// Answers what is asked of a record that is there.
pub(super) fn answer(office: &Office, asked: &Asked) -> Result<Answer> {
    let path = asked.query("berkas");
    let (sources, report) = office.desk.found(office.now())?;
    if text_of(&sources, path).is_none() {
        return Ok(office.refusal(StatusCode::NOT_FOUND, &word("tidak_ada", office.bahasa)));
    }
    let Some(draft) = Draft::of(office, &sources, path) else {
        return Ok(Answer::Elsewhere(format!("/_pilkada/teks?berkas={}&alasan=1", encoded(path))));
    };
    let action = format!("/_pilkada/catatan?berkas={}", encoded(path));
    let Some(posted) = &asked.posted else {
        let said = (!asked.query("tersimpan").is_empty()).then(|| word("tersimpan", office.bahasa));
        let form = Form { said, ..Form::of(&draft, (&draft.record, draft.body()), action) };
        return Ok(draw(office, &form, (&sources, &report)));
    };
    send(office, &draft, posted, &action, (&sources, &report))
}

/// Writes what was typed, or draws the form anew with what there is to say.
pub(super) fn send(
    office: &Office,
    draft: &Draft,
    posted: &Posted,
    action: &str,
    found: (&Sources, &Report),
) -> Result<Answer> {
    let asked = Action::of(posted);
    let (posted, refusal) = with_pictures(office, posted, |_| draft.path.clone());
    let (posted, record) = (&posted, draft.typed(&posted, asked));
    let body = draft.body().map(|old| posted.fields.get("_isi").cloned().unwrap_or(old));
    let form = |status, said| Form {
        status,
        said,
        posted: Some(posted),
        ..Form::of(draft, (&record, body.clone()), action.to_owned())
    };
    let before = u128::from_str_radix(posted.text("_sidik"), 16).ok();
    let written = |record: &Value| draft.written(record, body.as_deref());
    let wanted = Wanted { draft, record: &record, before, written: &written };
    if asked.is_redrawn {
        return redraw(
            office,
            &form(StatusCode::OK, None),
            (asked, || changes(office, &wanted, posted, found.0)),
            found,
        );
    }
    if refusal.is_some() {
        return Ok(draw(office, &form(StatusCode::UNPROCESSABLE_ENTITY, refusal), found));
    }
    let mut changes = match changes(office, &wanted, posted, found.0) {
        Ok(changes) => changes,
        Err(why) => return Ok(draw(office, &form(StatusCode::UNPROCESSABLE_ENTITY, Some(office.say(&why))), found)),
    };
    let edited = [Edited { draft, record: &record, body: body.as_deref() }];
    match correction::of(office, &edited, posted, found.0) {
        Outcome::Nothing => {}
        Outcome::Written(list) => changes.push(list),
        Outcome::Asked(facts) => {
            let said = Some(word("koreksi_tanya", office.bahasa));
            let asking = Form {
                facts,
                alasan: posted.text("_alasan").to_owned(),
                ..form(StatusCode::UNPROCESSABLE_ENTITY, said)
            };
            return Ok(draw(office, &asking, found));
        }
    }
    match office.desk.save(&changes, office.now())? {
        Saved::Written(_) => {
            Ok(Answer::Elsewhere(format!("/_pilkada/catatan?berkas={}&tersimpan=1", encoded(changes[0].target()))))
        }
        Saved::Unsound(checked) => {
            let said = Some(word("tidak_disimpan", office.bahasa));
            let others = new_source::elsewhere(office, &checked.grave, &draft.path);
            let form = Form { others, ..form(StatusCode::UNPROCESSABLE_ENTITY, said) };
            Ok(draw(office, &form, (&checked.sources, &checked.report)))
        }
        Saved::Changed(path) => {
            Ok(draw(office, &form(StatusCode::CONFLICT, Some(office.say(&overtaken(&path)))), found))
        }
    }
}

fn overtaken(path: &str) -> Kata {
    kata(
        format!(
            "{path} sudah diubah orang lain sejak formulir ini dibuka, jadi belum disimpan; buka lagi formulirnya, lalu isi kembali perubahan Anda"
        ),
        format!(
            "{path} was changed by somebody else since this form was opened, so it is not saved; open the form again and make your changes anew"
        ),
    )
}

/// What a form asks to be written of a record.
pub(super) struct Wanted<'o> {
    pub draft: &'o Draft,
    /// The values that were typed.
    pub record: &'o Value,
    /// The digest of the file that the form was made from; nothing of one that is not there yet.
    pub before: Option<u128>,
    /// The whole text with other values.
    pub written: &'o dyn Fn(&Value) -> Result<String, Kata>,
}

/// The texts that a form asks for: first the record's own, then the list of sources with the one that was described beside it.
pub(super) fn changes(
    office: &Office,
    wanted: &Wanted<'_>,
    posted: &Posted,
    sources: &Sources,
) -> Result<Vec<Change>, Kata> {
    let Wanted { draft, before, .. } = wanted;
    let source = new_source::of(office, &draft.path, posted, sources)?;
    let mut record = wanted.record.clone();
    if let Some(source) = &source {
        new_source::named(&mut record, &draft.schema, &source.key);
    }
    let text = (wanted.written)(&record)?;
    let own = match (draft.renamed(wanted.record, sources), before) {
        (Some(renamed), None) => Change::new(&renamed, None, text),
        (renamed, _) => Change { renamed, ..Change::new(&draft.path, *before, text) },
    };
    Ok([own].into_iter().chain(source.map(|source| source.change)).collect())
}

/// The form as it was typed, with what is found then where that was asked for.
pub(super) fn redraw(
    office: &Office,
    form: &Form<'_>,
    (asked, changes): (Action<'_>, impl FnOnce() -> Result<Vec<Change>, Kata>),
    found: (&Sources, &Report),
) -> Result<Answer> {
    // What cannot be written is said when it is to be saved.
    match asked.is_checked.then(changes).and_then(Result::ok) {
        Some(changes) => {
            let checked = office.desk.check(&changes, office.now())?;
            Ok(draw(office, form, (&checked.sources, &checked.report)))
        }
        None => Ok(draw(office, form, found)),
    }
}

/// Puts the pictures that were sent beside their records, and their names into the fields; says what was refused.
pub(super) fn with_pictures(
    office: &Office,
    posted: &Posted,
    record_of: impl Fn(&str) -> String,
) -> (Posted, Option<String>) {
    let (mut fields, mut refusal) = (posted.fields.clone(), None);
    for (name, upload) in &posted.files {
        let Some(field) = name.strip_suffix('@') else { continue };
        match office.desk.put_picture(&record_of(field), &upload.name, &upload.bytes) {
            Ok(name) => _ = fields.insert(field.to_owned(), name),
            Err(error) => refusal = Some(format!("{}: {}", upload.name, sentence(&error, office.bahasa))),
        }
    }
    (Posted { fields, ..Posted::default() }, refusal)
}

/// The page of a form.
pub(super) fn draw(office: &Office, form: &Form<'_>, (sources, report): (&Sources, &Report)) -> Answer {
    let draft = form.draft;
    let remarks = Remarks::of_file(report, sources, &draft.path, office.bahasa);
    let mut drawing = Drawing { bahasa: office.bahasa, prefix: "", remarks: &remarks, lines: Vec::new() };
    drawing.record(Schema::of(&draft.schema), form.record, None);
    let lines: Vec<Line> = drawing.lines;
    let shown: Vec<&str> = lines.iter().filter(|line| !line.temuan.is_empty()).map(|line| line.nama.as_str()).collect();
    let is_map = matches!(Schema::of(&draft.schema).shape(), Shape::Map(_));
    let is_shown = |path: &str| shown.contains(&path) || path.contains(['{']) || (is_map && !path.is_empty());
    let elsewhere: Vec<Remark> = remarks.elsewhere(&is_shown).into_iter().chain(form.others.iter().cloned()).collect();
    let names_sources = !draft.path.ends_with("/sumber.yaml") && Schema::of(&draft.schema).names("sumber");
    let spot = Spot::of(&draft.path);
    let jalur = spot.as_ref().map_or("", |spot| &spot.jalur);
    // A record that cannot be published yet has its page where it had one before.
    let address = spot.as_ref().and_then(|spot| office.shown_at(&spot.page()));
    let name = title(form.record);
    let view = json!({
        "judul": if name.is_empty() { draft.path.rsplit('/').next().unwrap_or_default().to_owned() } else { name },
        "berkas": draft.path,
        "jalur": jalur,
        "kirim": form.action,
        "sidik": draft.digest.map(|digest| format!("{digest:032x}")).unwrap_or_default(),
        "lines": lines,
        "isi": form.body,
        "lain": elsewhere,
        "pesan": form.said,
        "fakta": form.facts,
        "alasan": form.alasan,
        "baik": form.status == StatusCode::OK,
        "halaman": address,
        "daftar": choices::lists(sources, &draft.path),
        "sumber_baru": names_sources.then(|| new_source::shown(office, form.posted)),
        "sebelumnya": draft.digest.is_some() && office.desk.earlier(&draft.path).is_some(),
    });
    office.page(form.status, "catatan.html", &view)
}

//! A fact that is changed after it was published: whoever changes it says whether that corrects what readers were told.

use crate::project::desk::Change;
use crate::record::edit;
use crate::record::skema::words;
use crate::serve::desk::body::Posted;
use crate::serve::desk::draft::Draft;
use crate::serve::desk::office::Office;
use crate::serve::desk::origin::Spot;
use crate::serve::desk::typed::shown;
use crate::serve::percent::encoded;
use crate::source::Sources;
use serde::Serialize;
use serde_json::{Value, json};

/// Records that no reader is told anything by.
const SILENT: [&str; 3] = ["koreksi.yaml", "situs.yaml", "partai.yaml"];

/// Keys that say how a record is handled, and nothing of the world.
const HANDLING: [&str; 6] = ["draf", "terbit", "abaikan", "slug_lama", "persetujuan_publikasi", "alt"];

/// A value that is another than the one that was published.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Fact {
    /// What it is, in words.
    pub bidang: String,
    pub sebelum: String,
    pub sesudah: String,
}

/// What is to be asked or written.
pub(super) enum Outcome {
    /// Nothing that readers were told is changed, or it was said that this corrects nothing.
    Nothing,
    /// Whether this is a correction is not said yet, or not why.
    Asked(Vec<Fact>),
    /// The list of corrections with what was said.
    Written(Change),
}

/// A record with what was typed into its form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edited<'e> {
    pub draft: &'e Draft,
    pub record: &'e Value,
    /// The text below the fields, where there is one.
    pub body: Option<&'e str>,
}

impl Edited<'_> {
    /// What readers of its page were told otherwise.
    fn facts(self, office: &Office, page: &str) -> Vec<Fact> {
        let mut facts = Vec::new();
        if office.desk.published().is_some_and(|published| published.berkas.contains_key(page)) {
            changed(&self.draft.record, self.record, "", &mut facts);
            facts.extend(line_changed(self.draft.body().as_deref(), self.body, office));
        }
        facts
    }
}

/// Looks at what is changed in records of one scope, and at what was said of it.
pub(super) fn of(office: &Office, edited: &[Edited<'_>], posted: &Posted, sources: &Sources) -> Outcome {
    let spots = edited.iter().filter_map(|one| Some((*one, Spot::of(&one.draft.path)?)));
    let told: Vec<(Edited<'_>, Spot)> = spots.filter(|(_, spot)| !SILENT.contains(&spot.name.as_str())).collect();
    let of_pages = told.iter().map(|(one, spot)| (spot.page(), one.facts(office, &spot.page())));
    let of_pages: Vec<(String, Vec<Fact>)> = of_pages.filter(|(_, facts)| !facts.is_empty()).collect();
    if of_pages.is_empty() || posted.text("_koreksi") == "tidak" {
        return Outcome::Nothing;
    }
    let reason = posted.text("_alasan").trim();
    let levels = ["kecil", "penting", "besar"];
    let tingkat = levels.into_iter().find(|known| *known == posted.text("_tingkat")).unwrap_or("penting");
    let entry = |page: &str, fact: &Fact| {
        json!({
            "tanggal": office.desk.options.hari.to_string(),
            "menyangkut": format!("/{}", encoded(page)),
            "bidang": fact.bidang,
            "sebelum": fact.sebelum,
            "sesudah": fact.sesudah,
            "alasan": reason,
            "tingkat": tingkat,
        })
    };
    let entries = of_pages.iter().flat_map(|(page, facts)| facts.iter().map(move |fact| entry(page, fact)));
    let is_said = posted.text("_koreksi") == "ya" && !reason.is_empty();
    let list = told.first().filter(|_| is_said).and_then(|(_, spot)| added(office, spot, entries.collect(), sources));
    list.map_or_else(|| Outcome::Asked(of_pages.into_iter().flat_map(|(_, facts)| facts).collect()), Outcome::Written)
}

/// The scope's list of corrections with some more.
fn added(office: &Office, spot: &Spot, entries: Vec<Value>, sources: &Sources) -> Option<Change> {
    let folder = if spot.jalur.is_empty() { "content".to_owned() } else { format!("content/wilayah/{}", spot.jalur) };
    let path = format!("{folder}/koreksi.yaml");
    let before = sources.get(&path).map_or("", |source| source.text());
    let mut record = edit::values(before)?;
    let list = record.as_object_mut()?.entry("koreksi").or_insert_with(|| json!([]));
    list.as_array_mut()?.extend(entries);
    let text = edit::write(before, &record, &|_| Vec::new()).ok()?;
    Some(Change::new(&path, office.desk.digest(&path, sources), text))
}

/// The values that stood there before and are others now.
fn changed(before: &Value, after: &Value, at: &str, facts: &mut Vec<Fact>) {
    match (before, after) {
        (Value::Object(old), Value::Object(new)) => {
            for (key, old) in old.iter().filter(|(key, _)| !HANDLING.contains(&key.as_str())) {
                let at = if at.is_empty() { words(key) } else { format!("{at}, {}", words(key).to_lowercase()) };
                if let Some(new) = new.get(key) {
                    changed(old, new, &at, facts);
                }
            }
        }
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            for (place, (old, new)) in old.iter().zip(new).enumerate() {
                changed(old, new, &format!("{at} {}", place + 1), facts);
            }
        }
        (before, after) => {
            let texts =
                shown(before).zip(shown(after)).filter(|(old, new)| old != new && !old.is_empty() && !new.is_empty());
            facts.extend(texts.map(|(sebelum, sesudah)| Fact { bidang: at.to_owned(), sebelum, sesudah }));
        }
    }
}

/// The first line of a text that is another.
fn line_changed(before: Option<&str>, after: Option<&str>, office: &Office) -> Option<Fact> {
    let (before, after) = (before?.trim(), after?.trim());
    let (mut old, mut new) =
        (before.lines().filter(|line| !line.trim().is_empty()), after.lines().filter(|line| !line.trim().is_empty()));
    loop {
        let (sebelum, sesudah) = (old.next()?, new.next()?);
        if sebelum != sesudah {
            let bidang = crate::serve::desk::words::word("isi_tulisan", office.bahasa);
            return Some(Fact { bidang, sebelum: sebelum.to_owned(), sesudah: sesudah.to_owned() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_otherwise_before_is_a_changed_fact() {
        let mut facts = Vec::new();
        let before = json!({ "fakta": [{ "nilai": 10, "catatan": "a" }], "draf": true, "judul": "A" });
        let after = json!({ "fakta": [{ "nilai": 12, "catatan": "a", "dari": 16 }], "draf": false, "judul": "A" });
        changed(&before, &after, "", &mut facts);
        assert_eq!(
            facts,
            [Fact { bidang: "Fakta 1, nilai".to_owned(), sebelum: "10".to_owned(), sesudah: "12".to_owned() }]
        );
    }
}

//! A fact that is changed after it was published: whoever changes it says whether that corrects what readers were told.

use crate::project::correction::{Fact, Noted, added, changed};
use crate::project::desk::Change;
use crate::project::spot::Spot;
use crate::serve::desk::body::Posted;
use crate::serve::desk::draft::Draft;
use crate::serve::desk::office::Office;
use crate::serve::percent::encoded;
use crate::source::Sources;
use serde_json::Value;

/// Records that no reader is told anything by.
const SILENT: [&str; 3] = ["koreksi.yaml", "situs.yaml", "partai.yaml"];

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
    let noted = Noted { day: office.desk.options.hari, reason, tingkat };
    let entry = |page: &str, fact: &Fact| noted.entry(&encoded(page), fact);
    let entries = of_pages.iter().flat_map(|(page, facts)| facts.iter().map(move |fact| entry(page, fact)));
    let is_said = posted.text("_koreksi") == "ya" && !reason.is_empty();
    let list =
        told.first().filter(|_| is_said).and_then(|(_, spot)| added(&office.desk, spot, entries.collect(), sources));
    list.map_or_else(|| Outcome::Asked(of_pages.into_iter().flat_map(|(_, facts)| facts).collect()), Outcome::Written)
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

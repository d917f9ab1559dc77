//! `pilkada import`: what other people's files say becomes records, on the way that the desk's forms go.
//!
//! A file is read into tables (`read`), whose columns are found (`map`); what the rows say is held against the records that there
//! are, kind by kind, and what is to be written is worked out before anything is. Comments stay, and so does every key that the
//! file says nothing of. A second run of the same files changes nothing.

pub mod kind;
pub mod map;
mod pairs;
mod personal;
mod places;
pub mod read;
mod regions;
pub mod remember;
pub mod shown;
mod voters;
mod votes;
pub mod work;

use crate::bahasa::{Bahasa, Kata, kata};
use crate::project::begin::editor;
use crate::project::correction::{self, Noted};
use crate::project::desk::{Change, Desk};
use crate::project::import::kind::Kind;
use crate::project::import::map::{Mapped, Told, mapped};
use crate::project::import::read::{Given, Table, tables};
use crate::project::import::work::{Draft, Wish, Work};
use crate::project::spot::Spot;
use crate::record::Records;
use crate::record::edit;
use crate::record::skema::{Jenis, keys};
use crate::report::Report;
use crate::source::Sources;
use serde_json::Value;
use std::collections::BTreeMap;

/// What is asked of an import.
#[derive(Debug, Clone, Copy)]
pub struct Request<'r> {
    /// What was told of the columns.
    pub told: Told<'r>,
    /// What else was told.
    pub wish: Wish<'r>,
    /// The only sheet that is wanted.
    pub sheet: Option<&'r str>,
    /// Why what was published is another now.
    pub reason: Option<&'r str>,
}

/// What an import comes to.
#[derive(Default)]
pub struct Import {
    /// What is to be written.
    pub changes: Vec<Planned>,
    /// What there is to say.
    pub said: Vec<Kata>,
    /// What is wrong; nothing is to be written then.
    pub wrong: Vec<Kata>,
    /// How many records say already what they are to say.
    pub same: usize,
    /// The tables whose columns were found.
    pub read: Vec<Mapped>,
    /// How many counts of KPU's were not asked for.
    set_aside: usize,
}

/// A change, with the text before.
pub struct Planned {
    /// The text that was there; empty where nothing was.
    pub before: String,
    /// The change.
    pub change: Change,
}

/// Works out what the files change in the project that the desk is of.
pub fn plan(files: &[Given], request: &Request<'_>, desk: &Desk, sources: &Sources) -> Import {
    let records = Records::load(sources, &mut Report::default());
    let mut import = Import::default();
    for given in files {
        if let Err(why) = read_into(&mut import, given, request) {
            import.wrong.push(about(&given.path, &why));
        }
    }
    if import.set_aside > 0 {
        let files = import.set_aside;
        import.said.push(kata(
            format!("hitungan sementara KPU di {files} berkas tidak diambil; kalau memang perlu: --jenis hasil"),
            format!("KPU's provisional counts in {files} files are not taken; if they are really wanted: --kind hasil"),
        ));
    }
    // Regions before what lies in them, and pairs before their votes.
    import.read.sort_by_key(|mapped| mapped.kind);
    let mut work = Work::new(sources, &records, request.wish);
    for mapped in &import.read {
        match mapped.kind {
            Kind::Wilayah => regions::plan(mapped, &mut work),
            Kind::Paslon => pairs::plan(mapped, &mut work),
            Kind::Tps => places::plan(mapped, &mut work),
            Kind::Dpt => voters::plan(mapped, &mut work),
            Kind::Hasil => votes::plan(mapped, &mut work),
        }
    }
    work.closing();
    finish(import, work, request, desk)
}

/// Reads a file and finds the columns of its tables. Of a workbook whose sheets are not all such tables those that are count.
fn read_into(import: &mut Import, given: &Given, request: &Request<'_>) -> Result<(), Kata> {
    let mut all = tables(given)?;
    if let Some(sheet) = request.sheet {
        let names: Vec<String> =
            all.iter().filter_map(|table| Some(table.name.split_once(" › ")?.1.to_owned())).collect();
        all.retain(|table| table.name.ends_with(&format!(" › {sheet}")));
        if all.is_empty() {
            let names = names.join(", ");
            return Err(kata(
                format!("tidak ada lembar \"{sheet}\"; yang ada: {names}"),
                format!("there is no sheet \"{sheet}\"; there are: {names}"),
            ));
        }
    }
    all.retain(|table| !table.lines.is_empty());
    let mut refusals = Vec::new();
    let (mut found, mut set_aside) = (0, 0);
    for table in &all {
        if is_provisional(table) && request.told.kind != Some(Kind::Hasil) {
            set_aside += 1;
            import.set_aside += 1;
            continue;
        }
        match mapped(table, &request.told) {
            Ok(one) => {
                found += 1;
                import.read.push(one);
            }
            Err(why) => refusals.push((table, why)),
        }
    }
    match refusals.into_iter().next() {
        Some((_, why)) if found + set_aside == 0 && all.len() == 1 => Err(why),
        Some((table, why)) if found + set_aside == 0 || personal::refused(table).is_some() => {
            Err(about(&table.name, &why))
        }
        None if found + set_aside == 0 => Err(kata("tabelnya kosong", "the table is empty")),
        _ => Ok(()),
    }
}

/// Whether a table is one of KPU's counts, which is no result.
fn is_provisional(table: &Table) -> bool {
    table.kind == Some(Kind::Hasil)
}

fn about(name: &str, what: &Kata) -> Kata {
    kata(format!("{name}: {}", what.dalam(Bahasa::Id)), format!("{name}: {}", what.dalam(Bahasa::En)))
}

/// Makes texts of what was worked out.
fn finish(mut import: Import, work: Work<'_>, request: &Request<'_>, desk: &Desk) -> Import {
    let Work { drafts, tables, said, wrong, same, sources, .. } = work;
    import.said.extend(said);
    import.wrong.extend(wrong);
    import.same += same;
    let mut corrections: BTreeMap<String, (Spot, Vec<Value>)> = BTreeMap::new();
    for (path, draft) in drafts {
        if draft.before == draft.wanted {
            import.same += 1;
            continue;
        }
        match text_of(&path, &draft) {
            Ok(text) => {
                corrected(&path, &draft, (request, desk), &mut corrections);
                import.changes.push(planned(&path, draft.text, text, (desk, sources)));
            }
            Err(why) => import.wrong.push(about(&path, &why)),
        }
    }
    for (path, (before, after)) in tables {
        if before == after {
            import.same += 1;
        } else {
            import.changes.push(planned(&path, before, after, (desk, sources)));
        }
    }
    for (spot, entries) in corrections.into_values() {
        let Some(change) = correction::added(desk, &spot, entries, sources) else { continue };
        let before = sources.get(&change.path).map_or("", |source| source.text()).to_owned();
        import.changes.push(Planned { before, change });
    }
    import
}

fn planned(path: &str, before: String, after: String, (desk, sources): (&Desk, &Sources)) -> Planned {
    Planned { before, change: Change::new(path, desk.digest(path, sources), after) }
}

/// The text of a record with the values that it is to have; a new one names its schema.
fn text_of(path: &str, draft: &Draft) -> Result<String, Kata> {
    let name = Spot::of(path).map(|spot| spot.name).unwrap_or_default();
    let schema = Jenis::of_file(&name).map(Jenis::schema).unwrap_or_default();
    let text = edit::write(&draft.text, &draft.wanted, &|path| keys(&schema, path))?;
    Ok(if draft.text.is_empty() { editor::with_schema(path, &text) } else { text })
}

/// Notes what readers were told otherwise, where the page of the record is published.
fn corrected(
    path: &str,
    draft: &Draft,
    (request, desk): (&Request<'_>, &Desk),
    corrections: &mut BTreeMap<String, (Spot, Vec<Value>)>,
) {
    let Some(spot) = Spot::of(path) else { return };
    let page = spot.page();
    if !desk.published().is_some_and(|published| published.berkas.contains_key(&page)) {
        return;
    }
    let mut facts = Vec::new();
    correction::changed(&draft.before, &draft.wanted, "", &mut facts);
    let reason = request.reason.unwrap_or("ISI mengapa berubah, misalnya nomor surat atau berita acaranya");
    let noted = Noted { day: desk.options.hari, reason, tingkat: "penting" };
    let entries = facts.iter().map(|fact| noted.entry(&page, fact));
    corrections.entry(spot.jalur.clone()).or_insert_with(|| (spot, Vec::new())).1.extend(entries);
}

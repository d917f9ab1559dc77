//! A source: what it is, and which pages rest on it.

use crate::memo::{Key, reading};
use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::keyed::{KeyedMap, digest};
use crate::page::frame::listed::Listed;
use crate::page::frame::meta::PageHead;
use crate::page::frame::page::html_of;
use crate::page::frame::plan::Plan;
use crate::page::frame::survey::Survey;
use crate::page::frame::view::link::Crumb;
use crate::page::frame::view::moved::Moved;
use crate::page::frame::words::Phrase;
use crate::record::sumber::Sumber;
use crate::value::id::Id;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;

#[derive(Serialize)]
struct SumberView<'m> {
    laman: PageHead,
    id: &'m str,
    sumber: &'m Sumber,
    wilayah: &'m str,
    /// The pages that rest on it.
    dipakai: Vec<Arc<Crumb>>,
}

/// A source, by the scope that holds it and its key.
type Source<'m> = (&'m str, &'m str);
/// The pages that rest on each source.
type Uses<'m> = KeyedMap<Source<'m>, Vec<Arc<Crumb>>>;

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    let survey = Arc::clone(&plan.survey);
    let (uses, moved) = reading::unwatched(|| (uses(model, &survey), moved(model)));
    plan.each_scope(|plan, lingkup| {
        let Some(file) = &*lingkup.berkas_sumber else { return };
        for (id, sumber) in &lingkup.sumber {
            let source = (lingkup.jalur.as_str(), &**id);
            let pages = uses.get(&source).cloned().unwrap_or_default();
            let pages = plan.digested(Key::of("pages of a source", &source), digest(&pages), pages);
            plan.add_listed(file, id, Address::sumber(lingkup, id), move || {
                html_of("sumber.html", view(model, lingkup, id, sumber, &pages))
            });
            if moved.contains(&**id) {
                plan.add_listed(file, id, Address::sumber_lama(id), move || {
                    moved_page(lingkup, id, sumber).body(model, lingkup)
                });
                plan.is_unlisted();
                plan.is_alone();
            }
        }
    });
}

/// The keys whose old address, at the site's root, has one meaning: one region has them, and the nation, whose sources lie at the
/// root today, has not.
fn moved(model: &Model) -> BTreeSet<&str> {
    let mut seen: BTreeSet<&str> = model.nasional().sumber.keys().map(|id| &**id).collect();
    let mut moved = BTreeSet::new();
    for id in model.lingkup.iter().skip(1).flat_map(|lingkup| lingkup.sumber.keys()) {
        if seen.insert(id) {
            moved.insert(&**id);
        } else {
            moved.remove(&**id);
        }
    }
    moved
}

fn moved_page(lingkup: &Lingkup, id: &Id<Sumber>, sumber: &Sumber) -> Moved {
    Moved {
        dari: Address::sumber_lama(id),
        tujuan: Address::sumber(lingkup, id),
        judul_laman: Phrase::of("judul.sumber").with("judul", &*sumber.judul),
        judul: (&*sumber.judul).into(),
        sebutan: Phrase::of("pindah_sumber").with("wilayah", lingkup.nama()).with("judul", &*sumber.judul),
    }
}

fn view<'m>(
    model: &'m Model,
    lingkup: &'m Lingkup,
    id: &'m Id<Sumber>,
    sumber: &'m Sumber,
    used: &[Arc<Crumb>],
) -> SumberView<'m> {
    let ringkasan = match sumber.penerbit.as_deref() {
        Some(penerbit) => Phrase::of("ringkasan.sumber").with("penerbit", penerbit),
        None => Phrase::of("ringkasan.sumber_tanpa_penerbit"),
    };
    SumberView {
        laman: PageHead::new(
            model,
            lingkup,
            Phrase::of("judul.sumber").with("judul", &*sumber.judul),
            Address::sumber(lingkup, id),
        )
        .ringkasan(ringkasan.with("judul", &*sumber.judul))
        .pembaruan([sumber.tanggal]),
        id,
        sumber,
        wilayah: lingkup.nama(),
        dipakai: used.to_vec(),
    }
}

fn uses<'m>(model: &'m Model, survey: &Survey<'m>) -> Uses<'m> {
    let of_scopes = survey.each(|lingkup, of_one| uses_of(model, lingkup, &of_one.listed));
    let mut uses = Uses::default();
    for (source, page) in of_scopes.into_iter().flatten() {
        let pages = uses.entry(source).or_default();
        // A page is looked at once, so what it named before stands last.
        if pages.last().is_none_or(|known| known.alamat != page.alamat) {
            pages.push(page);
        }
    }
    uses
}

/// The sources that the pages of a scope rest on, page by page.
fn uses_of<'m>(model: &'m Model, lingkup: &'m Lingkup, listed: &[Listed<'m>]) -> Vec<(Source<'m>, Arc<Crumb>)> {
    let mut uses = Vec::new();
    for Listed { judul, alamat, sumber, .. } in listed.iter().filter(|page| !page.sumber.is_empty()) {
        let page = Arc::new(Crumb { judul: judul.clone(), alamat: alamat.clone() });
        for &id in sumber {
            let holder = model.pemegang(lingkup, id);
            uses.extend(holder.map(|holder| ((holder.jalur.as_str(), &**id), Arc::clone(&page))));
        }
    }
    uses
}

//! A source: what it is, and which pages rest on it.

use crate::memo::{Key, reading};
use crate::model::paslon::Paslon;
use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::keyed::{KeyedMap, digest};
use crate::page::frame::meta::PageHead;
use crate::page::frame::page::html_of;
use crate::page::frame::plan::Plan;
use crate::page::frame::view::link::Crumb;
use crate::page::frame::words::Phrase;
use crate::record::sumber::Sumber;
use crate::value::id::Id;
use rayon::prelude::*;
use serde::Serialize;
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
    let uses = reading::unwatched(|| uses(model));
    plan.each_scope(|plan, lingkup| {
        let Some(file) = &*lingkup.berkas_sumber else { return };
        for (id, sumber) in &lingkup.sumber {
            let source = (lingkup.jalur.as_str(), &**id);
            let pages = uses.get(&source).cloned().unwrap_or_default();
            let pages = plan.digested(Key::of("pages of a source", &source), digest(&pages), pages);
            plan.add_listed((file, id), Address::sumber(id), move || {
                html_of("sumber.html", view(model, lingkup, (id, sumber), &pages))
            });
        }
    });
}

fn view<'m>(
    model: &'m Model,
    lingkup: &'m Lingkup,
    (id, sumber): (&'m Id<Sumber>, &'m Sumber),
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
            Address::sumber(id),
        )
        .ringkasan(ringkasan.with("judul", &*sumber.judul))
        .pembaruan([sumber.tanggal])
        .json(),
        id,
        sumber,
        wilayah: lingkup.nama(),
        dipakai: used.to_vec(),
    }
}

fn uses(model: &Model) -> Uses<'_> {
    let of_scopes: Vec<Vec<(Source<'_>, Arc<Crumb>)>> =
        model.lingkup.par_iter().map(|lingkup| uses_of(model, lingkup)).collect();
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
fn uses_of<'m>(model: &'m Model, lingkup: &'m Lingkup) -> Vec<(Source<'m>, Arc<Crumb>)> {
    let mut uses = Vec::new();
    for (ids, page) in pages(lingkup) {
        let page = Arc::new(page);
        for id in ids {
            let holder = model.pemegang(lingkup, id);
            uses.extend(holder.map(|holder| ((holder.jalur.as_str(), &**id), Arc::clone(&page))));
        }
    }
    uses
}

/// Every page of a scope that rests on sources, with their keys.
fn pages(lingkup: &Lingkup) -> Vec<(Vec<&Id<Sumber>>, Crumb)> {
    let mut pages: Vec<(Vec<&Id<Sumber>>, Crumb)> = Vec::new();
    let nama = lingkup.nama();
    if let Some(wilayah) = &*lingkup.wilayah {
        let record = &wilayah.record;
        let officials = record.pejabat.iter().flat_map(|pejabat| &pejabat.sumber);
        let office = record.penyelenggara.iter().flat_map(|office| &office.sumber);
        let ids = record.sumber.iter().chain(&record.pemilihan.sumber).chain(officials).chain(office).collect();
        pages.push((ids, Crumb { judul: nama.into(), alamat: Address::lingkup(lingkup) }));
    }
    pages.extend(lingkup.kemudian.iter().map(|vote| {
        (vote.loaded.record.sumber.iter().collect(), Crumb { judul: nama.into(), alamat: Address::lingkup(lingkup) })
    }));
    for paslon in &lingkup.paslon {
        let judul = Phrase::of("judul.paslon").with("nomor", paslon.nomor_urut.to_string()).with("nama", nama);
        pages.push((pair_sources(paslon), Crumb { judul, alamat: Address::paslon(lingkup, paslon.nomor_urut) }));
    }
    pages.extend(lingkup.pengundian.iter().map(|draw| {
        (
            draw.record.sumber.iter().collect(),
            Crumb {
                judul: Phrase::of("judul.pengundian").with("nama", nama),
                alamat: Address::of(lingkup, "pengundian.html"),
            },
        )
    }));
    pages.extend(lingkup.hasil.iter().map(|hasil| {
        (
            hasil.record.sumber.iter().collect(),
            Crumb { judul: Phrase::of("judul.hasil").with("nama", nama), alamat: Address::of(lingkup, "hasil.html") },
        )
    }));
    pages.extend(lingkup.jadwal.iter().map(|jadwal| {
        let ids = jadwal.record.iter().flat_map(|tahapan| &tahapan.sumber).collect();
        (
            ids,
            Crumb { judul: Phrase::of("judul.jadwal").with("nama", nama), alamat: Address::of(lingkup, "jadwal.html") },
        )
    }));
    pages.extend(figure_sources(lingkup));
    pages.extend(articles(lingkup));
    pages
}

fn pair_sources(paslon: &Paslon) -> Vec<&Id<Sumber>> {
    let steps = paslon.pasangan().into_iter().flat_map(|pair| &pair.status).flat_map(|status| &status.sumber);
    paslon.sumber.iter().chain(steps).collect()
}

fn figure_sources(lingkup: &Lingkup) -> Option<(Vec<&Id<Sumber>>, Crumb)> {
    let figures = crate::model::fakta::figures(lingkup);
    let ids: Vec<&Id<Sumber>> = figures.iter().flat_map(|figure| figure.sumber).collect();
    let judul = Phrase::of("judul.kesiapan").with("nama", lingkup.nama());
    (!ids.is_empty()).then(|| (ids, Crumb { judul, alamat: Address::of(lingkup, "kesiapan.html") }))
}

fn articles(lingkup: &Lingkup) -> Vec<(Vec<&Id<Sumber>>, Crumb)> {
    let mut pages = Vec::new();
    let mut add = |ids, judul: Phrase, alamat| pages.push((ids, Crumb { judul, alamat }));
    for loaded in &lingkup.deklarasi {
        add(
            loaded.record.sumber.iter().collect(),
            (&*loaded.record.judul).into(),
            Address::leaf(lingkup, "deklarasi", loaded.slug()),
        );
    }
    for loaded in &lingkup.kegiatan {
        add(
            loaded.record.sumber.iter().collect(),
            (&*loaded.record.judul).into(),
            Address::leaf(lingkup, "kegiatan", loaded.slug()),
        );
    }
    for loaded in &lingkup.berita {
        add(
            loaded.record.sumber.iter().collect(),
            (&*loaded.record.judul).into(),
            Address::leaf(lingkup, "berita", loaded.slug()),
        );
    }
    for loaded in &lingkup.klarifikasi {
        add(
            loaded.record.sumber.iter().collect(),
            (&*loaded.record.judul).into(),
            Address::leaf(lingkup, "klarifikasi", loaded.slug()),
        );
    }
    for loaded in &lingkup.halaman {
        add(
            loaded.record.sumber.iter().collect(),
            (&*loaded.record.judul).into(),
            Address::of(lingkup, &format!("{}.html", loaded.slug())),
        );
    }
    if let Some(loaded) = &*lingkup.tanya_jawab {
        let ids = loaded.record.iter().flat_map(|tanya| &tanya.sumber).collect();
        add(ids, Phrase::of("judul.tanya_jawab"), Address::of(lingkup, "tanya-jawab.html"));
    }
    pages
}

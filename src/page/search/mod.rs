//! The page of the search, and the pages by which everything is found without a script.

mod browse;
pub mod entries;
pub mod stems;
mod voting;

use crate::memo::{Key, reading};
use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::keyed::digest;
use crate::page::frame::meta::{PageHead, fixed_pages};
use crate::page::frame::page::html;
use crate::page::frame::plan::Plan;
use crate::page::frame::view::link::Crumb;
use crate::page::frame::words::{Phrase, spoken};
use crate::page::search::browse::Listing;
use crate::value::slug::Slug;
use serde::Serialize;
use std::sync::Arc;

/// How many regions the page names one by one; beyond that a province's page does.
const REGIONS_NAMED: usize = 120;
/// How many terms the page names one by one; beyond that the glossary does.
const TERMS_NAMED: usize = 150;

#[derive(Serialize)]
struct CariView {
    laman: PageHead,
    provinsi: Vec<Provinsi>,
    /// Officials by the first letter of their names.
    pejabat: Vec<Group>,
    /// News by month, the newest first.
    berita: Vec<Group>,
    istilah: Vec<TermLink>,
    jumlah_istilah: usize,
    halaman: Vec<Crumb>,
}

/// A province with the regions inside it.
#[derive(Serialize)]
struct Provinsi {
    nama: String,
    alamat: Address,
    anak: Vec<Crumb>,
    jumlah_anak: usize,
}

/// A list on a page of its own.
#[derive(Serialize)]
struct Group {
    judul: Phrase,
    alamat: Address,
    jumlah: usize,
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    let (officials, news) = reading::unwatched(|| (browse::officials(model), browse::news(model)));
    let (officials, news) = (Arc::new(officials), Arc::new(news));
    for lists in [&officials, &news] {
        for (index, list) in lists.iter().enumerate() {
            for page in 1..=list.pages() {
                let key = Key::of("page of a list", list.address(page).file());
                let lists = plan.digested(key, list.digest(page), Arc::clone(lists));
                plan.add(list.address(page), move || html("telusur.html", &lists[index].view(model, page)));
            }
        }
    }
    let groups: Vec<_> =
        officials.iter().chain(news.iter()).map(|list| (&list.judul, list.address(1), list.rows())).collect();
    let digest = digest(&groups);
    let lists = plan.digested(Key::of("lists", ""), digest, (officials, news));
    plan.add(Address::root("cari.html"), move || html("cari.html", &view(model, &lists.0, &lists.1)));
}

fn view(model: &Model, officials: &[Listing<'_>], news: &[Listing<'_>]) -> CariView {
    let national = model.nasional();
    let most = if model.wilayah().count() <= REGIONS_NAMED { REGIONS_NAMED } else { 0 };
    CariView {
        laman: PageHead::new(model, national, Phrase::of("judul.cari"), Address::root("cari.html"))
            .ringkasan(Phrase::of("ringkasan.cari")),
        provinsi: model.anak(national).map(|province| province_row(model, province, most)).collect(),
        pejabat: officials.iter().map(group).collect(),
        berita: news.iter().map(group).collect(),
        istilah: if model.istilah.len() <= TERMS_NAMED { terms(model) } else { Vec::new() },
        jumlah_istilah: model.istilah.len(),
        halaman: fixed_pages(national, &spoken().bahasa()),
    }
}

fn group(list: &Listing<'_>) -> Group {
    Group { judul: list.judul.clone(), alamat: list.address(1), jumlah: list.rows() }
}

/// A province with at most so many of the regions inside it.
fn province_row(model: &Model, province: &Lingkup, most: usize) -> Provinsi {
    let anak = model.anak(province).take(most);
    Provinsi {
        nama: province.nama().to_owned(),
        alamat: Address::lingkup(province),
        anak: anak.map(|inner| Crumb { judul: inner.nama().into(), alamat: Address::lingkup(inner) }).collect(),
        jumlah_anak: province.anak.len(),
    }
}

/// A part of a page that is linked to.
#[derive(Serialize)]
struct TermLink {
    judul: String,
    alamat: String,
}

fn terms(model: &Model) -> Vec<TermLink> {
    let mut terms: Vec<&str> = model.istilah.iter().map(|istilah| &*istilah.istilah).collect();
    terms.sort_by_key(|term| term.to_lowercase());
    let page = Address::root("istilah.html");
    let link = |term: &str| TermLink { judul: term.to_owned(), alamat: format!("{page}#{}", Slug::of(term)) };
    terms.into_iter().map(link).collect()
}

//! `/perubahan.html`: what each publication of the site changed.

use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::article::LinkTargets;
use crate::page::frame::meta::PageHead;
use crate::page::frame::page::html;
use crate::page::frame::plan::Plan;
use crate::page::frame::words::Phrase;
use crate::record::perubahan::{FILE as LIST, HalamanBerubah, JenisPerubahan, Perubahan};
use crate::value::angka::Jumlah;
use crate::value::sidik::Sidik;
use crate::value::tanggal::Tanggal;
use serde::Serialize;
use std::collections::BTreeMap;

/// The file, below the site's root.
const FILE: &str = "perubahan.html";
/// How many publications the page shows: a phone is to hold it, and the rest is in its JSON.
const MOST: usize = 50;

#[derive(Serialize)]
struct PerubahanView<'m> {
    laman: PageHead,
    perubahan: Vec<PublicationView<'m>>,
    /// How many older publications are not shown.
    terdahulu: usize,
    /// The ways to the feed and to the list that programs read, in which all are.
    umpan: Address,
    data: Address,
}

#[derive(Serialize)]
struct PublicationView<'m> {
    jangkar: String,
    tanggal: Tanggal,
    keterangan: Option<&'m str>,
    sebelum: Option<&'m Sidik>,
    kelompok: Vec<GroupView<'m>>,
    lainnya: Option<u64>,
}

/// The pages of which the same became.
#[derive(Serialize)]
struct GroupView<'m> {
    apa: JenisPerubahan,
    halaman: Vec<ChangedPage<'m>>,
}

#[derive(Serialize)]
struct ChangedPage<'m> {
    judul: &'m str,
    wilayah: Option<&'m str>,
    /// The way there, where the site has it still.
    tujuan: Option<String>,
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    plan.each_scope(|plan, lingkup| {
        if lingkup.lists.perubahan {
            let targets = plan.link_targets();
            plan.add(page(lingkup), move || html("perubahan.html", &view(model, lingkup, &targets)));
        }
    });
}

/// Where the page lies.
pub fn page(lingkup: &Lingkup) -> Address {
    Address::of(lingkup, FILE)
}

/// Where its feeds lie: Atom, JSON Feed.
pub fn feeds(lingkup: &Lingkup) -> [Address; 2] {
    ["perubahan/atom.xml", "perubahan/feed.json"].map(|file| Address::of(lingkup, file))
}

/// The publications of a scope, newest first.
pub fn publications(lingkup: &Lingkup) -> &[Perubahan] {
    lingkup.perubahan.as_ref().map_or(&[][..], |loaded| &loaded.record)
}

/// The anchors of publications, which are newest first: their days, and of several on one day which it was.
pub fn anchors(publications: &[Perubahan]) -> Vec<String> {
    let mut times: BTreeMap<Tanggal, usize> = BTreeMap::new();
    let anchor = |one: &Perubahan| {
        let times = times.entry(one.tanggal).or_default();
        *times += 1;
        if *times == 1 { one.tanggal.to_string() } else { format!("{}-{times}", one.tanggal) }
    };
    let mut anchors: Vec<String> = publications.iter().rev().map(anchor).collect();
    anchors.reverse();
    anchors
}

fn view<'m>(model: &'m Model, lingkup: &'m Lingkup, targets: &LinkTargets) -> PerubahanView<'m> {
    let (all, [umpan, _]) = (publications(lingkup), feeds(lingkup));
    let shown = all.iter().zip(anchors(all)).take(MOST);
    PerubahanView {
        laman: PageHead::new(model, lingkup, Phrase::of("judul.perubahan"), page(lingkup))
            .ringkasan(Phrase::of("ringkasan.perubahan"))
            .pembaruan([all.first().map(|one| one.tanggal)])
            .json(),
        perubahan: shown.map(|(one, jangkar)| publication(lingkup, one, jangkar, targets)).collect(),
        terdahulu: all.len().saturating_sub(MOST),
        umpan,
        data: page(lingkup).with_extension("json"),
    }
}

fn publication<'m>(
    lingkup: &Lingkup,
    one: &'m Perubahan,
    jangkar: String,
    targets: &LinkTargets,
) -> PublicationView<'m> {
    let mut groups: BTreeMap<JenisPerubahan, Vec<ChangedPage<'m>>> = BTreeMap::new();
    for halaman in &one.halaman {
        groups.entry(halaman.apa).or_default().push(changed_page(lingkup, halaman, targets));
    }
    PublicationView {
        jangkar,
        tanggal: one.tanggal,
        keterangan: one.keterangan.as_deref(),
        sebelum: one.sebelum.as_ref(),
        kelompok: groups.into_iter().map(|(apa, halaman)| GroupView { apa, halaman }).collect(),
        lainnya: one.lainnya.map(Jumlah::get).filter(|count| *count > 0),
    }
}

fn changed_page<'m>(lingkup: &Lingkup, halaman: &'m HalamanBerubah, targets: &LinkTargets) -> ChangedPage<'m> {
    ChangedPage {
        judul: &halaman.judul,
        wilayah: halaman.wilayah.as_deref(),
        tujuan: targets.targets().and_then(|targets| targets.href(&halaman.alamat, LIST, &page(lingkup))),
    }
}

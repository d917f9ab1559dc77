//! `cara-memilih.html` of the whole country and of every region: what a voter checks, brings, does, and who helps.
//!
//! The words are the theme's. What an office writes in `halaman/cara-memilih.md` stands below them.

use crate::bahasa::Bahasa;
use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::article::{ArticleText, LinkTargets, article};
use crate::page::frame::meta::{PageHead, Translation};
use crate::page::frame::page::html;
use crate::page::frame::plan::Plan;
use crate::page::frame::view::cara_memilih::{CaraMemilih, english_page_of, has_page, is_own_text, page_of};
use crate::page::frame::view::pemilihan::{VoteGroup, groups};
use crate::page::frame::view::rujukan::{Rujukan, rujukan};
use crate::page::frame::words::Phrase;
use crate::record::Loaded;
use crate::record::halaman::Halaman;
use crate::record::wilayah::{JenisWilayah, Penyelenggara};
use serde::Serialize;

#[derive(Serialize)]
struct CaraMemilihView<'m> {
    laman: PageHead,
    /// The region; none for the whole country.
    wilayah: Option<&'m str>,
    tingkat: Option<JenisWilayah>,
    cara: CaraMemilih<'m>,
    /// Later votes of the whole country that are still to come.
    kemudian: Vec<VoteGroup>,
    /// The region's page, where there is a region.
    daerah: Option<Address>,
    /// Whether regions inside it elect somebody, too.
    ada_anak: bool,
    /// The region's KPU office.
    penyelenggara: Option<&'m Penyelenggara>,
    /// The office's own text.
    tulisan: Option<OwnText<'m>>,
    /// The anchors of that text, which the theme's own parts leave to it.
    jangkar: Vec<String>,
    rujukan: Vec<Rujukan>,
}

/// A text of the office, below what the theme says.
#[derive(Serialize)]
struct OwnText<'m> {
    judul: &'m str,
    ringkasan: Option<&'m str>,
    isi: String,
    /// Its language, where it is not the page's.
    bahasa: Option<&'static str>,
}

/// The page of a scope in a language.
struct Setting<'m> {
    model: &'m Model,
    lingkup: &'m Lingkup,
    bahasa: Bahasa,
    address: Address,
    /// The office's own text, in the page's language or else in Indonesian.
    own: Option<&'m Loaded<Halaman>>,
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    plan.each_scope(|plan, lingkup| {
        if !has_page(lingkup) {
            return;
        }
        let own = lingkup.halaman.iter().find(|halaman| is_own_text(lingkup, halaman));
        let setting = Setting { model, lingkup, bahasa: Bahasa::Id, address: page_of(model, lingkup), own };
        add(plan, own, setting);
        if let Some(address) = english_page_of(model, lingkup) {
            let english = lingkup.terjemahan.halaman.iter().find(|halaman| is_own_text(lingkup, halaman));
            add(plan, english, Setting { model, lingkup, bahasa: Bahasa::En, address, own: english.or(own) });
        }
    });
}

/// Adds a page that the file of the office's own text stands behind, where there is one in its language.
fn add<'m>(plan: &mut Plan<'m>, origin: Option<&'m Loaded<Halaman>>, setting: Setting<'m>) {
    let (at, targets) = (setting.address.clone(), plan.link_targets());
    let body = move || html("cara-memilih.html", &view(&setting, &targets));
    match origin {
        Some(own) => plan.add_from(own.path(), at, body),
        None => plan.add(at, body),
    }
}

fn view<'m>(setting: &Setting<'m>, targets: &LinkTargets) -> CaraMemilihView<'m> {
    let (model, lingkup) = (setting.model, setting.lingkup);
    let wilayah = lingkup.wilayah.as_ref().map(|wilayah| &wilayah.record);
    let is_nation = lingkup.induk.is_none();
    let outline = setting.own.and_then(|own| model.document_of(&own.source)).map(|file| file.outline().anchors());
    CaraMemilihView {
        laman: laman(setting),
        wilayah: wilayah.map(|_| lingkup.nama()),
        tingkat: lingkup.tingkat(),
        cara: if is_nation {
            CaraMemilih::nasional(model)
        } else {
            CaraMemilih::di(model, lingkup, model.pemilihan_pemilih(lingkup))
        },
        kemudian: if is_nation { groups(model, &model.kemudian_mendatang()) } else { Vec::new() },
        daerah: wilayah.map(|_| Address::lingkup(lingkup)),
        ada_anak: model.anak(lingkup).any(|inner| inner.pemilihan().is_some()),
        penyelenggara: wilayah.and_then(|wilayah| wilayah.penyelenggara.as_ref()),
        tulisan: setting.own.map(|own| own_text(setting, own, targets)),
        jangkar: outline.unwrap_or_default(),
        rujukan: setting.own.map_or_else(Vec::new, |own| rujukan(model, lingkup, &own.record.sumber)),
    }
}

fn own_text<'m>(setting: &Setting<'m>, own: &'m Loaded<Halaman>, targets: &LinkTargets) -> OwnText<'m> {
    let is_translated = own.path().ends_with(".en.md");
    OwnText {
        judul: &own.record.judul,
        ringkasan: own.record.ringkasan.as_deref(),
        isi: article(targets, ArticleText { text: own.body(), file: own.path(), page: &setting.address }),
        bahasa: (setting.bahasa == Bahasa::En && !is_translated).then_some("id"),
    }
}

fn laman(setting: &Setting<'_>) -> PageHead {
    let (model, lingkup) = (setting.model, setting.lingkup);
    let (judul, ringkasan) = match lingkup.induk {
        None => (Phrase::of("judul.cara_memilih"), Phrase::of("ringkasan.cara_memilih")),
        Some(_) => (
            Phrase::of("judul.cara_memilih_di").with("nama", lingkup.nama()),
            Phrase::of("ringkasan.cara_memilih_di").with("nama", lingkup.nama()),
        ),
    };
    let other = |bahasa, address| Translation::of(model, bahasa, address);
    let english = english_page_of(model, lingkup);
    match setting.bahasa {
        Bahasa::Id => {
            let mut laman = PageHead::new(model, lingkup, judul, setting.address.clone()).ringkasan(ringkasan);
            laman.terjemahan.extend(english.map(|address| other("en", address)));
            laman.of_all_votes()
        }
        Bahasa::En => {
            let (judul, ringkasan) = (judul.in_english(), ringkasan.in_english());
            let laman = PageHead::new(model, lingkup, judul, setting.address.clone()).ringkasan(ringkasan);
            let mut laman = laman.in_english(model);
            laman.terjemahan.push(other("id", page_of(model, lingkup)));
            laman.of_all_votes()
        }
    }
}

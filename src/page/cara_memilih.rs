//! `cara-memilih.html` of the whole country and of every region: what a voter checks, brings, does, and who helps.
//!
//! The words are the theme's. What an office writes in `halaman/cara-memilih.md` stands below them.

use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::article::{ArticleText, LinkTargets, article};
use crate::page::frame::meta::PageHead;
use crate::page::frame::page::html;
use crate::page::frame::plan::Plan;
use crate::page::frame::view::cara_memilih::{CaraMemilih, has_page, is_own_text, page_of};
use crate::page::frame::view::pemilihan::{VoteGroup, groups};
use crate::page::frame::view::rujukan::{Rujukan, rujukan};
use crate::page::frame::words::{Phrase, spoken};
use crate::record::Loaded;
use crate::record::halaman::Halaman;
use crate::record::wilayah::{JenisWilayah, Penyelenggara};
use crate::value::kode_bahasa::KodeBahasa;
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
    bahasa: Option<&'m KodeBahasa>,
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    plan.each_scope(|plan, lingkup| {
        if !has_page(lingkup) {
            return;
        }
        let own = own_texts(&lingkup.halaman, lingkup).next();
        let (at, targets) = (page_of(model, lingkup), plan.link_targets());
        let body = move || html("cara-memilih.html", &view(model, lingkup, &targets));
        match own {
            Some(own) => plan.add_from(own.path(), at, body),
            None => plan.add(at, body),
        }
        let translations = own_texts(&lingkup.terjemahan.halaman, lingkup);
        plan.has_translations(translations.map(|own| (own.name.bahasa.clone(), own.path())).collect());
    });
}

/// The office's own texts on the page.
fn own_texts<'m>(all: &'m [Loaded<Halaman>], lingkup: &'m Lingkup) -> impl Iterator<Item = &'m Loaded<Halaman>> {
    all.iter().filter(|halaman| is_own_text(lingkup, halaman))
}

/// The office's own text in a language, or else in Indonesian.
fn own_in<'m>(lingkup: &'m Lingkup, bahasa: &KodeBahasa) -> Option<&'m Loaded<Halaman>> {
    let mut translations = own_texts(&lingkup.terjemahan.halaman, lingkup);
    let translated = translations.find(|own| own.name.bahasa == *bahasa);
    translated.or_else(|| own_texts(&lingkup.halaman, lingkup).next())
}

fn view<'m>(model: &'m Model, lingkup: &'m Lingkup, targets: &LinkTargets) -> CaraMemilihView<'m> {
    let bahasa = spoken().bahasa();
    let own = own_in(lingkup, &bahasa);
    let wilayah = lingkup.wilayah.as_ref().map(|wilayah| &wilayah.record);
    let is_nation = lingkup.induk.is_none();
    let outline = own.and_then(|own| model.document_of(&own.source)).map(|file| file.outline().anchors());
    CaraMemilihView {
        laman: laman(model, lingkup),
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
        tulisan: own.map(|own| own_text(own, &bahasa, (&page_of(model, lingkup), targets))),
        jangkar: outline.unwrap_or_default(),
        rujukan: own.map_or_else(Vec::new, |own| rujukan(model, lingkup, &own.record.sumber)),
    }
}

fn own_text<'m>(
    own: &'m Loaded<Halaman>,
    bahasa: &KodeBahasa,
    (page, targets): (&Address, &LinkTargets),
) -> OwnText<'m> {
    OwnText {
        judul: &own.record.judul,
        ringkasan: own.record.ringkasan.as_deref(),
        isi: article(targets, ArticleText { text: own.body(), file: own.path(), page }),
        bahasa: Some(&own.name.bahasa).filter(|written| *written != bahasa),
    }
}

fn laman(model: &Model, lingkup: &Lingkup) -> PageHead {
    let (judul, ringkasan) = match lingkup.induk {
        None => (Phrase::of("judul.cara_memilih"), Phrase::of("ringkasan.cara_memilih")),
        Some(_) => (
            Phrase::of("judul.cara_memilih_di").with("nama", lingkup.nama()),
            Phrase::of("ringkasan.cara_memilih_di").with("nama", lingkup.nama()),
        ),
    };
    PageHead::new(model, lingkup, judul, page_of(model, lingkup)).ringkasan(ringkasan).of_all_votes()
}

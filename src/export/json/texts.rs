//! The JSON of what is told: news, clarifications, events, questions, terms.

use crate::export::json::{JsonRecord, pemilihan::figure};
use crate::memo::{Key, reading};
use crate::model::fakta::figures;
use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::article::{ArticleText, LinkTargets, drawn, part_away};
use crate::page::frame::page::Body;
use crate::page::frame::plan::Plan;
use crate::page::frame::view::cara_memilih::is_own_text;
use crate::page::perubahan;
use crate::record::Loaded;
use crate::record::berita::Berita;
use crate::record::kegiatan::Kegiatan;
use crate::record::tanya_jawab::TanyaJawab;
use crate::value::nomor_urut::NomorUrut;
use serde::Serialize;
use serde_json::{Value, json};

pub(super) fn plan<'m>(plan: &mut Plan<'m>, lingkup: &'m Lingkup) {
    let model: &'m Model = plan.model;
    if !lingkup.berita.is_empty() {
        let targets = plan.link_targets();
        plan.add(Address::news_data(lingkup), move || all_news(model, lingkup, &targets));
    }
    for loaded in lingkup.halaman.iter().filter(|loaded| !is_own_text(lingkup, loaded)) {
        let (page, targets) = (Address::of(lingkup, &format!("{}.html", loaded.slug())), plan.link_targets());
        plan.add_from(loaded.path(), page.with_extension("json"), move || {
            JsonRecord::of(model, lingkup, &page).article(loaded, &page, &targets).body()
        });
    }
    // What is told in one file is told again when that file changes, not when another of the scope does.
    for loaded in reading::unwatched(|| &**lingkup.klarifikasi) {
        let (page, targets) = (Address::leaf(lingkup, "klarifikasi", loaded.slug()), plan.link_targets());
        let own = plan.digested(Key::of("article", loaded.path()), loaded.key(), loaded);
        plan.add_from(loaded.path(), page.with_extension("json"), move || {
            JsonRecord::of(model, lingkup, &page).article(&own, &page, &targets).body()
        });
    }
    for loaded in &lingkup.kegiatan {
        let page = Address::leaf(lingkup, "kegiatan", loaded.slug());
        plan.add_from(loaded.path(), page.with_extension("json"), move || event(model, lingkup, loaded));
    }
    for (records, loaded) in
        lingkup.leaves.iter().flat_map(|leaves| leaves.entries.iter().map(|one| (leaves.records, one)))
    {
        let (page, targets) = (Address::leaf(lingkup, records.name(), loaded.slug()), plan.link_targets());
        plan.add_from(loaded.path(), page.with_extension("json"), move || {
            let record = JsonRecord::of(model, lingkup, &page).record(&loaded.record.keys());
            if loaded.is_article() { record.text(loaded, &page, &targets).body() } else { record.body() }
        });
    }
    if let Some(loaded) = &*lingkup.tanya_jawab {
        let targets = plan.link_targets();
        plan.add_from(loaded.path(), Address::of(lingkup, "tanya-jawab.json"), move || {
            questions(model, lingkup, loaded, &targets)
        });
    }
    if lingkup.lists.perubahan {
        plan.add(perubahan::page(lingkup).with_extension("json"), move || {
            let publications = perubahan::publications(lingkup);
            JsonRecord::of(model, lingkup, &perubahan::page(lingkup)).set("perubahan", publications).body()
        });
    }
    if lingkup.jalur.is_empty() {
        plan.add(Address::root("istilah.json"), move || {
            JsonRecord::of(model, lingkup, &Address::root("istilah.html")).set("istilah", &*model.istilah).body()
        });
    }
}

/// The articles of a scope with their texts, in one file: a file for each was two fifths of all files of a large site.
fn all_news(model: &Model, lingkup: &Lingkup, targets: &LinkTargets) -> Body<'static> {
    let articles: Vec<Value> = lingkup.berita.iter().map(|loaded| news(model, lingkup, loaded, targets)).collect();
    JsonRecord::of(model, lingkup, &Address::of(lingkup, "berita/index.html")).set("berita", articles).body()
}

fn news(model: &Model, lingkup: &Lingkup, loaded: &Loaded<Berita>, targets: &LinkTargets) -> Value {
    let page = Address::leaf(lingkup, "berita", loaded.slug());
    let catatan = JsonRecord::of(model, lingkup, &page);
    let gambar = loaded.record.gambar.as_ref().map(|gambar| catatan.gambar(loaded.path(), gambar));
    let paslon: Vec<Value> = loaded.record.paslon.iter().filter_map(|nomor| catatan.pair(*nomor)).collect();
    let kegiatan = catatan.kegiatan(loaded.record.kegiatan.as_ref());
    catatan
        .article(loaded, &page, targets)
        .set("gambar", gambar)
        .set("paslon", paslon)
        .set("kegiatan", kegiatan)
        .value()
}

fn event(model: &Model, lingkup: &Lingkup, loaded: &Loaded<Kegiatan>) -> Body<'static> {
    let own: Vec<Value> = figures(lingkup).iter().filter(|lengkap| lengkap.file == loaded.path()).map(figure).collect();
    let page = Address::leaf(lingkup, "kegiatan", loaded.slug());
    JsonRecord::of(model, lingkup, &page).record(&loaded.record).set("fakta", own).body()
}

fn questions(
    model: &Model,
    lingkup: &Lingkup,
    loaded: &Loaded<Vec<TanyaJawab>>,
    targets: &LinkTargets,
) -> Body<'static> {
    let page = Address::of(lingkup, "tanya-jawab.html");
    let catatan = JsonRecord::of(model, lingkup, &page);
    let entries = loaded.record.iter().map(|tanya| {
        let mut entry = json!(tanya);
        entry["html"] =
            part_away(&catatan.base, targets, ArticleText { text: &tanya.jawab, file: loaded.path(), page: &page })
                .into();
        entry
    });
    let entries: Vec<Value> = entries.collect();
    catatan.set("tanya_jawab", entries).body()
}

impl JsonRecord<'_> {
    /// With an article: what stands before it, and its text.
    fn article<T: Serialize>(self, loaded: &Loaded<T>, page: &Address, targets: &LinkTargets) -> Self {
        self.record(&loaded.record).text(loaded, page, targets)
    }

    /// With the text of a record as HTML, whose links lead somewhere from anywhere.
    fn text<T: ?Sized>(self, loaded: &Loaded<T>, page: &Address, targets: &LinkTargets) -> Self {
        let drawn = drawn(&self.base, targets, ArticleText { text: loaded.body(), file: loaded.path(), page });
        self.set("html", &*drawn.luar)
    }

    /// A pair that an article speaks of.
    fn pair(&self, nomor: NomorUrut) -> Option<Value> {
        let page = Address::paslon(self.lingkup, self.lingkup.paslon(nomor)?);
        let (alamat, json) = (self.link(&page), self.link(&page.with_extension("json")));
        Some(json!({ "nomor_urut": nomor, "alamat": alamat, "json": json }))
    }
}

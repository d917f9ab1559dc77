//! The page of any record whose type has one from its row in the table: the template of the type's name sees its keys.

use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::article::{ArticleText, LinkTargets, article};
use crate::page::frame::meta::PageHead;
use crate::page::frame::page::html;
use crate::page::frame::plan::Plan;
use crate::page::frame::view::picture::GambarView;
use crate::page::frame::view::rujukan::{Rujukan, rujukan};
use crate::record::leaf::AnyLeaf;
use crate::record::{Loaded, Type};
use crate::value::shape::Shape;
use serde::Serialize;
use serde_json::Value;

#[derive(Serialize)]
struct LeafView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    judul: &'m str,
    /// The record's keys.
    isian: Value,
    /// The text below the front matter, as HTML; nothing of a record without one.
    isi: Option<String>,
    /// The pictures that it names, in its order.
    gambar: Vec<GambarView>,
    rujukan: Vec<Rujukan>,
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    plan.each_scope(|plan, lingkup| {
        for leaves in &lingkup.leaves {
            for loaded in &leaves.entries {
                let targets = plan.link_targets();
                plan.add_from(loaded.path(), at(lingkup, leaves.records, loaded), move || {
                    html(leaves.records.template(), &view(model, lingkup, leaves.records, loaded, &targets))
                });
            }
        }
    });
}

fn at(lingkup: &Lingkup, records: Type, loaded: &Loaded<dyn AnyLeaf>) -> Address {
    Address::leaf(lingkup, records.name(), loaded.slug())
}

fn view<'m>(
    model: &'m Model,
    lingkup: &'m Lingkup,
    records: Type,
    loaded: &'m Loaded<dyn AnyLeaf>,
    targets: &LinkTargets,
) -> LeafView<'m> {
    let (record, address) = (&loaded.record, at(lingkup, records, loaded));
    let mut sources = Vec::new();
    record.rujuk(&mut |_, id| sources.push(id.clone()));
    let pictures = record.gambar().into_iter();
    LeafView {
        isi: loaded
            .is_article()
            .then(|| article(targets, ArticleText { text: loaded.body(), file: loaded.path(), page: &address })),
        laman: PageHead::new(model, lingkup, record.judul(), address)
            .ringkasan(record.ringkasan().unwrap_or(record.judul()))
            .pembaruan([record.diperbarui()])
            .json(),
        wilayah: lingkup.nama(),
        judul: record.judul(),
        isian: record.keys(),
        gambar: pictures.map(|(_, berkas)| GambarView::of(lingkup, loaded.path(), berkas, Shape::Whole)).collect(),
        rujukan: rujukan(model, lingkup, &sources),
    }
}

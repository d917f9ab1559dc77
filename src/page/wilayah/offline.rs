//! `luring.html`: a region in one file, to be handed on from telephone to telephone and read without a network.
//!
//! It asks for no other file and leads to nothing but the living page, whose address it names. Photos are not in it: a dozen of
//! them would not fit, and some pairs with and some without would not be the same treatment.

use crate::model::{Lingkup, Model};
use crate::page::frame::address::{Address, Base};
use crate::page::frame::meta::PageHead;
use crate::page::frame::page::html;
use crate::page::frame::plan::Plan;
use crate::page::frame::view::cara_memilih::CaraMemilih;
use crate::page::frame::words::Phrase;
use crate::page::wilayah::print::PrintedAddress;
use crate::record::wilayah::Penyelenggara;
use serde::Serialize;

#[derive(Serialize)]
struct OfflineView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    /// The living page.
    alamat: PrintedAddress,
    /// The day, the ballots, and how people vote.
    cara: CaraMemilih<'m>,
    /// The region's KPU office.
    penyelenggara: Option<&'m Penyelenggara>,
}

/// The page's file in a region's folder.
const FILE: &str = "luring.html";

pub(crate) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    plan.each_region(|plan, lingkup| {
        if let Some(address) = offline_of(model, lingkup) {
            plan.add(address, move || html("luring.html", &view(model, lingkup)));
            plan.is_unlisted();
        }
    });
}

/// The page of a region where a voter receives a ballot. A later vote's region has it.
pub(super) fn offline_of(model: &Model, lingkup: &Lingkup) -> Option<Address> {
    let has_ballot = || model.surat_suara(lingkup).into_iter().any(|scope| scope.pemilihan().is_some());
    (!lingkup.is_kemudian() && has_ballot()).then(|| Address::of(lingkup, FILE))
}

fn view<'m>(model: &'m Model, lingkup: &'m Lingkup) -> OfflineView<'m> {
    let (nama, living) = (lingkup.nama(), Address::lingkup(lingkup));
    let base = Base::new(&model.situs.record.alamat);
    let laman =
        PageHead::new(model, lingkup, Phrase::of("judul.luring").with("nama", nama), Address::of(lingkup, FILE))
            .ringkasan(Phrase::of("ringkasan.luring").with("nama", nama))
            .leading_to(model, &living)
            .saying_the_day()
            .of_all_votes();
    OfflineView {
        laman,
        wilayah: nama,
        alamat: PrintedAddress::of(&base, &living),
        cara: CaraMemilih::di(model, lingkup, model.pemilihan_pemilih(lingkup)),
        penyelenggara: lingkup.wilayah.as_ref().and_then(|wilayah| wilayah.record.penyelenggara.as_ref()),
    }
}

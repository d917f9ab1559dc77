//! `/periksa.html`: how anybody checks that this site is the one that was published.

use crate::page::frame::address::{Address, Base};
use crate::page::frame::meta::PageHead;
use crate::page::frame::page::html;
use crate::page::frame::plan::Plan;
use crate::page::frame::words::Phrase;
use crate::value::kunci_publik::KunciPublik;
use serde::Serialize;

/// The file, below the site's root.
const FILE: &str = "periksa.html";

#[derive(Serialize)]
struct PeriksaView<'m> {
    laman: PageHead,
    kunci: &'m KunciPublik,
    /// The key's fingerprint, to be compared with the one announced elsewhere.
    sidik: String,
    /// The site's address, which ends with a slash.
    alamat: String,
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    let Some(kunci) = &model.situs.record.kunci_publik else { return };
    plan.add(Address::root(FILE), move || {
        let laman = PageHead::new(model, model.nasional(), Phrase::of("judul.periksa"), Address::root(FILE))
            .ringkasan(Phrase::of("ringkasan.periksa"));
        let alamat = Base::new(&model.situs.record.alamat).to_string();
        html("periksa.html", &PeriksaView { laman, kunci, sidik: kunci.fingerprint(), alamat })
    });
}

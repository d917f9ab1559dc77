//! The schedule: a line of time, what is on today, what comes.

use crate::model::{Lingkup, Model, Zona};
use crate::page::frame::address::Address;
use crate::page::frame::meta::PageHead;
use crate::page::frame::page::html;
use crate::page::frame::plan::Plan;
use crate::page::frame::view::ajakan::calendar_of;
use crate::page::frame::view::tahapan::{Garis, TahapanView, timeline};
use crate::page::frame::words::Phrase;
use crate::value::tanggal::Tanggal;
use serde::Serialize;

#[derive(Serialize)]
struct JadwalView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    zona: Option<Zona>,
    pemungutan_suara: Option<Tanggal>,
    hari_lagi: Option<i64>,
    tahapan: Vec<TahapanView>,
    garis: Option<Garis>,
    ics: Address,
    /// The day people vote alone.
    kalender: Option<Address>,
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    plan.each_scope(|plan, lingkup| {
        plan.add(Address::of(lingkup, "jadwal.html"), move || html("jadwal.html", &view(model, lingkup)));
    });
}

fn view<'m>(model: &'m Model, lingkup: &'m Lingkup) -> JadwalView<'m> {
    let (tahapan, garis) = timeline(model, lingkup);
    let nama = lingkup.nama();
    let day = model.hari_pemungutan(lingkup);
    let ringkasan = match day {
        Some(day) => Phrase::of("ringkasan.jadwal").with("tanggal", day),
        None => Phrase::of("ringkasan.jadwal_tanpa_hari"),
    };
    JadwalView {
        laman: PageHead::new(
            model,
            lingkup,
            Phrase::of("judul.jadwal").with("nama", nama),
            Address::of(lingkup, "jadwal.html"),
        )
        .ringkasan(ringkasan.with("nama", nama))
        .saying_the_day(),
        wilayah: nama,
        zona: lingkup.zona(),
        pemungutan_suara: day,
        hari_lagi: day.map(|day| model.hari.ahead(day)),
        tahapan,
        garis,
        ics: Address::of(lingkup, "jadwal.ics"),
        kalender: calendar_of(model, lingkup),
    }
}

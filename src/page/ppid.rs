//! `/ppid.html`: who answers requests for public information, what is open, and how to object.

use crate::hukum::paket::Ketentuan;
use crate::model::Model;
use crate::page::frame::address::Address;
use crate::page::frame::meta::{NavLink, PageHead};
use crate::page::frame::page::html;
use crate::page::frame::plan::Plan;
use crate::page::frame::words::Phrase;
use crate::record::ppid::{InformasiPublik, JenisInformasi, Ppid};
use serde::Serialize;

/// The file, below the site's root.
pub(crate) const FILE: &str = "ppid.html";

/// The order in which the kinds of information are listed.
const KINDS: [JenisInformasi; 4] =
    [JenisInformasi::Berkala, JenisInformasi::SertaMerta, JenisInformasi::SetiapSaat, JenisInformasi::Dikecualikan];

#[derive(Serialize)]
struct PpidView<'m> {
    laman: PageHead,
    /// The contact; its list stands in `informasi`.
    ppid: &'m Ppid,
    /// The office's list, by kind.
    informasi: Vec<Group<'m>>,
    /// What this site itself holds of it.
    di_situs: Vec<NavLink>,
    tenggat: Tenggat<'m>,
}

#[derive(Serialize)]
struct Group<'m> {
    jenis: JenisInformasi,
    daftar: Vec<&'m InformasiPublik>,
}

/// Working days, as the law of the vote says.
#[derive(Serialize)]
struct Tenggat<'m> {
    jawaban: u32,
    perpanjangan: u32,
    keberatan: u32,
    /// Where they come from.
    sumber: &'m str,
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    if let Some(ppid) = &model.situs.record.ppid {
        plan.add(Address::root(FILE), move || html("ppid.html", &view(model, ppid)));
    }
}

fn view<'m>(model: &'m Model, ppid: &'m Ppid) -> PpidView<'m> {
    let laman = PageHead::new(model, model.nasional(), Phrase::of("judul.ppid"), Address::root(FILE))
        .ringkasan(Phrase::of("ringkasan.ppid").with("nama", &*ppid.nama));
    let open = |kunci: &str| matches!(kunci, "jadwal" | "kesiapan" | "koreksi" | "kesetaraan" | "data");
    let di_situs = laman.nasional.iter().filter(|link| open(link.kunci)).cloned().collect();
    PpidView { laman, ppid, informasi: groups(ppid), di_situs, tenggat: tenggat(model) }
}

fn groups(ppid: &Ppid) -> Vec<Group<'_>> {
    let of_kind = |jenis| ppid.informasi.iter().filter(move |one| one.jenis == jenis).collect::<Vec<_>>();
    let groups = KINDS.into_iter().map(|jenis| Group { jenis, daftar: of_kind(jenis) });
    groups.filter(|group| !group.daftar.is_empty()).collect()
}

fn tenggat(model: &Model) -> Tenggat<'_> {
    let hukum = model.hukum_bagi(model.nasional());
    let days = |ketentuan: &Ketentuan<u32>| ketentuan.nilai;
    Tenggat {
        jawaban: days(&hukum.hari_jawaban_ppid),
        perpanjangan: days(&hukum.hari_perpanjangan_ppid),
        keberatan: days(&hukum.hari_keberatan_ppid),
        sumber: &hukum.hari_jawaban_ppid.sumber,
    }
}

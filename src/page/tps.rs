//! `tps/`: the kecamatan of a kabupaten or kota with their kelurahan and desa.
//!
//! One page a region, and not one a kecamatan: the longest (852 villages, in Aceh) takes no more of a phone than other pages do, and
//! the country has 514 of them instead of 7,285. Who votes where is decided by the voter list, so the page says where to look that up.

use crate::model::{JenisPemilihan, Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::meta::PageHead;
use crate::page::frame::page::html;
use crate::page::frame::plan::Plan;
use crate::page::frame::view::tps::{kecamatan_of, page_of};
use crate::page::frame::words::Phrase;
use serde::Serialize;

#[derive(Serialize)]
struct TpsView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    /// The ballots that a voter here is given, the province's first.
    surat_suara: Vec<Ballot<'m>>,
    kecamatan: Vec<KecamatanView>,
}

/// A ballot that a voter is given.
#[derive(Serialize)]
struct Ballot<'m> {
    jenis: JenisPemilihan,
    wilayah: &'m str,
    /// The page of its region.
    alamat: Address,
}

/// A kecamatan with its kelurahan and desa.
#[derive(Serialize)]
struct KecamatanView {
    nama: &'static str,
    desa: Vec<&'static str>,
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    plan.each_region(|plan, lingkup| {
        if let Some(address) = page_of(lingkup) {
            plan.add(address.clone(), move || html("tps.html", &view(model, lingkup, &address)));
        }
    });
}

fn view<'m>(model: &'m Model, lingkup: &'m Lingkup, address: &Address) -> TpsView<'m> {
    let nama = lingkup.nama();
    let titled = |key| Phrase::of(key).with("nama", nama);
    TpsView {
        laman: PageHead::new(model, lingkup, titled("judul.tps"), address.clone()).ringkasan(titled("ringkasan.tps")),
        wilayah: nama,
        surat_suara: model.surat_suara(lingkup).into_iter().filter_map(ballot).collect(),
        kecamatan: kecamatan_of(lingkup)
            .map(|one| KecamatanView { nama: one.nama, desa: one.desa().collect() })
            .collect(),
    }
}

fn ballot(vote: &Lingkup) -> Option<Ballot<'_>> {
    Some(Ballot { jenis: vote.pemilihan()?, wilayah: vote.nama_daerah(), alamat: Address::lingkup(vote) })
}

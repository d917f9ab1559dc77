//! `tps/`: the kecamatan of a kabupaten or kota with their kelurahan and desa, and the polling places of each kecamatan.
//!
//! The names stand on one page a region, and not on one a kecamatan: the longest (852 villages, in Aceh) takes no more of a phone than
//! other pages do, and the country has 514 of them instead of 7,285. Where polling places are listed there is a page a kecamatan, of which
//! a very large one has several. Who votes where is decided by the voter list, so each page says where to look that up.

use crate::model::{JenisPemilihan, Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::meta::PageHead;
use crate::page::frame::page::html;
use crate::page::frame::plan::Plan;
use crate::page::frame::view::link::Crumb;
use crate::page::frame::view::rujukan::{Rujukan, rujukan};
use crate::page::frame::view::tps::{kecamatan_of, kecamatan_page, page_of, pages_of, table_of};
use crate::page::frame::words::Phrase;
use crate::record::Loaded;
use crate::record::tps::{Akses, Baris, DaftarTps, KecamatanTps, KelurahanTps, Kolom, rows_of};
use crate::value::daftar_desa::plain;
use crate::value::slug::Slug;
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;

#[derive(Serialize)]
struct TpsView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    /// The ballots that a voter here is given, the province's first.
    surat_suara: Vec<Ballot<'m>>,
    kecamatan: Vec<KecamatanView>,
    /// How many polling places are known.
    jumlah: Option<u64>,
    /// The same as a table.
    berkas: Option<Address>,
    rujukan: Vec<Rujukan>,
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
    nama: String,
    desa: Vec<String>,
    /// How many polling places are known.
    tps: Option<u64>,
    /// The page that lists them.
    alamat: Option<Address>,
}

#[derive(Serialize)]
struct KecamatanTpsView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    kecamatan: &'m str,
    /// How many polling places the kecamatan has.
    jumlah: u64,
    /// All its kelurahan and desa, each with the page and the part that lists its polling places.
    isi: Vec<Part>,
    kelurahan: Vec<KelurahanView>,
    halaman: usize,
    jumlah_halaman: usize,
    sebelum: Option<Address>,
    sesudah: Option<Address>,
    rujukan: Vec<Rujukan>,
}

/// A part of one of the pages.
#[derive(Serialize)]
struct Part {
    nama: String,
    alamat: Address,
    jangkar: String,
}

/// A kelurahan or desa with its polling places.
#[derive(Serialize)]
struct KelurahanView {
    nama: String,
    jangkar: String,
    /// How many more there are that are only counted.
    jumlah: Option<u64>,
    tps: Vec<TpsRow>,
}

/// A polling place.
#[derive(Serialize)]
struct TpsRow {
    nomor: u64,
    tempat: Option<String>,
    alamat: Option<String>,
    akses: Vec<Akses>,
    dpt: Option<u64>,
}

/// The list of a scope's polling places with one of its kecamatan.
#[derive(Clone, Copy)]
struct Setting<'m> {
    model: &'m Model,
    lingkup: &'m Lingkup,
    loaded: &'m Loaded<DaftarTps>,
    kecamatan: &'m KecamatanTps,
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    plan.each_region(|plan, lingkup| {
        if let Some(address) = page_of(lingkup) {
            plan.add(address.clone(), move || html("tps.html", &view(model, lingkup, &address)));
        }
        let Some(loaded) = &*lingkup.tps else { return };
        for kecamatan in &loaded.record.kecamatan {
            let setting = Setting { model, lingkup, loaded, kecamatan };
            for page in 1..=pages_of(kecamatan).len() {
                let address = kecamatan_page(lingkup, &kecamatan.nama, page);
                plan.add(address, move || html("tps-kecamatan.html", &setting.view(page)));
            }
        }
    });
}

fn view<'m>(model: &'m Model, lingkup: &'m Lingkup, address: &Address) -> TpsView<'m> {
    let nama = lingkup.nama();
    let titled = |key| Phrase::of(key).with("nama", nama);
    let loaded = lingkup.tps.as_ref();
    TpsView {
        laman: PageHead::new(model, lingkup, titled("judul.tps"), address.clone()).ringkasan(titled("ringkasan.tps")),
        wilayah: nama,
        surat_suara: model.surat_suara(lingkup).into_iter().filter_map(ballot).collect(),
        kecamatan: all_kecamatan(lingkup),
        jumlah: loaded.map(|loaded| loaded.record.banyak()),
        berkas: loaded.map(|_| table_of(lingkup)),
        rujukan: loaded.map(|loaded| rujukan(model, lingkup, &loaded.record.sumber)).unwrap_or_default(),
    }
}

fn ballot(vote: &Lingkup) -> Option<Ballot<'_>> {
    Some(Ballot { jenis: vote.pemilihan()?, wilayah: vote.nama_daerah(), alamat: Address::lingkup(vote) })
}

/// The kecamatan of the list, and behind them those that the office names otherwise.
fn all_kecamatan(lingkup: &Lingkup) -> Vec<KecamatanView> {
    let known = lingkup.tps.iter().flat_map(|loaded| &loaded.record.kecamatan);
    let mut known: BTreeMap<String, &KecamatanTps> = known.map(|one| (plain(&one.nama), one)).collect();
    let of_list = kecamatan_of(lingkup).map(|one| KecamatanView {
        nama: one.nama.to_owned(),
        desa: one.desa().map(str::to_owned).collect(),
        ..counted(lingkup, known.remove(&plain(one.nama)))
    });
    let mut all: Vec<KecamatanView> = of_list.collect();
    all.extend(known.into_values().map(|one| counted(lingkup, Some(one))));
    all
}

/// A kecamatan as the office's file names it.
fn counted(lingkup: &Lingkup, kecamatan: Option<&KecamatanTps>) -> KecamatanView {
    let has_page = kecamatan.filter(|one| !pages_of(one).is_empty());
    KecamatanView {
        nama: kecamatan.map_or_else(String::new, |one| one.nama.clone()),
        desa: kecamatan.iter().flat_map(|one| &one.kelurahan).map(|one| one.nama.clone()).collect(),
        tps: kecamatan.map(KecamatanTps::banyak),
        alamat: has_page.map(|one| kecamatan_page(lingkup, &one.nama, 1)),
    }
}

impl<'m> Setting<'m> {
    /// A page of the kecamatan, from 1.
    fn view(self, page: usize) -> KecamatanTpsView<'m> {
        let (model, lingkup, kecamatan) = (self.model, self.lingkup, self.kecamatan);
        let pages = pages_of(kecamatan);
        let address = |page| kecamatan_page(lingkup, &kecamatan.nama, page);
        let said = |key| Phrase::of(key).with("kecamatan", &*kecamatan.nama).with("nama", lingkup.nama());
        let title = if page == 1 {
            said("judul.tps_kecamatan")
        } else {
            said("judul.tps_kecamatan_lanjutan").with("halaman", page.to_string())
        };
        let mut laman = PageHead::new(model, lingkup, title, address(page)).ringkasan(said("ringkasan.tps_kecamatan"));
        let around = page_of(lingkup).map(|alamat| Crumb { judul: Phrase::of("tps.daftar"), alamat });
        laman.remah.extend(around);
        KecamatanTpsView {
            laman,
            wilayah: lingkup.nama(),
            kecamatan: &kecamatan.nama,
            jumlah: kecamatan.banyak(),
            isi: (1..).zip(&pages).flat_map(|(page, range)| self.parts(address(page), range.clone())).collect(),
            kelurahan: self.kelurahan(pages[page - 1].clone()),
            halaman: page,
            jumlah_halaman: pages.len(),
            sebelum: (page > 1).then(|| address(page - 1)),
            sesudah: (page < pages.len()).then(|| address(page + 1)),
            rujukan: rujukan(model, lingkup, &self.loaded.record.sumber),
        }
    }

    /// The parts of a page.
    fn parts(self, alamat: Address, range: Range<usize>) -> impl Iterator<Item = Part> {
        let part = move |one: &KelurahanTps| Part {
            nama: one.nama.clone(),
            alamat: alamat.clone(),
            jangkar: Slug::of(&one.nama).to_string(),
        };
        self.kecamatan.kelurahan[range].iter().map(part)
    }

    /// The kelurahan at some places with their polling places, by their numbers.
    fn kelurahan(self, range: Range<usize>) -> Vec<KelurahanView> {
        let shown = &self.kecamatan.kelurahan[range];
        let mut tps: BTreeMap<String, Vec<TpsRow>> = shown.iter().map(|one| (plain(&one.nama), Vec::new())).collect();
        rows_of(self.loaded.source.text(), self.kecamatan, |baris| {
            let rows = baris.text(Kolom::Kelurahan).and_then(|nama| tps.get_mut(&plain(&nama)));
            if let Some((rows, row)) = rows.zip(TpsRow::of(baris)) {
                rows.push(row);
            }
        });
        let view = |one: &KelurahanTps| {
            let mut rows = tps.remove(&plain(&one.nama)).unwrap_or_default();
            rows.sort_by_key(|row| row.nomor);
            KelurahanView {
                nama: one.nama.clone(),
                jangkar: Slug::of(&one.nama).to_string(),
                jumlah: one.jumlah,
                tps: rows,
            }
        };
        shown.iter().map(view).collect()
    }
}

impl TpsRow {
    /// The polling place of a row; nothing where it only counts.
    fn of(baris: &Baris<'_>) -> Option<Self> {
        Some(Self {
            nomor: baris.number(Kolom::Nomor)?,
            tempat: baris.text(Kolom::Tempat).map(String::from),
            alamat: baris.text(Kolom::Alamat).map(String::from),
            akses: baris.akses(),
            dpt: baris.number(Kolom::Dpt),
        })
    }
}

//! Figures: the readiness page with its charts, and the result.

use crate::model::fakta::figures;
use crate::model::{JenisPemilihan, Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::meta::{PageHead, has_figures};
use crate::page::frame::page::html;
use crate::page::frame::plan::Plan;
use crate::page::frame::view::fakta::FaktaView;
use crate::page::frame::view::hasil::{VoteRow, is_annulled, rows};
use crate::page::frame::view::link::{Crumb, event_link};
use crate::page::frame::view::rujukan::{Rujukan, rujukan};
use crate::page::frame::words::Phrase;
use crate::record::Loaded;
use crate::record::hasil::{AsalSuara, BagianHasil, Hasil, StatusHasil};
use crate::value::angka::Jumlah;
use crate::value::nomor_urut::NomorUrut;
use crate::value::peta::Peta;
use crate::value::tanggal::Tanggal;
use serde::Serialize;
use serde_json::json;

#[derive(Serialize)]
struct KesiapanView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    kelompok: Vec<Group>,
}

/// Figures that were said together.
#[derive(Serialize)]
struct Group {
    judul: Option<String>,
    kegiatan: Option<Crumb>,
    fakta: Vec<FaktaView>,
}

#[derive(Serialize)]
struct HasilView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    pemilihan: Option<JenisPemilihan>,
    status: StatusHasil,
    tanggal: Option<Tanggal>,
    keputusan: Option<&'m str>,
    /// Whether a ruling annulled all of it.
    dibatalkan: bool,
    suara: Vec<VoteRow>,
    terpilih: Option<TerpilihView<'m>>,
    sah: Option<u64>,
    tidak_sah: Option<u64>,
    pengguna_hak_pilih: Option<u64>,
    dpt: Option<u64>,
    bagian: Vec<GroupView<'m>>,
    /// The votes that stood and the new ones, where only some TPS voted again.
    menurut_asal: Vec<OriginView>,
    catatan: Option<&'m str>,
    rujukan: Vec<Rujukan>,
}

/// Who was elected, once it is determined.
#[derive(Serialize)]
struct TerpilihView<'m> {
    nomor: NomorUrut,
    tanggal: Option<Tanggal>,
    keputusan: Option<&'m str>,
    rujukan: Vec<Rujukan>,
}

/// The votes in a part of the region, by number.
#[derive(Serialize)]
struct GroupView<'m> {
    nama: &'m str,
    suara: Vec<Option<u64>>,
    sah: Option<u64>,
    tidak_sah: Option<u64>,
    asal: Option<AsalSuara>,
}

/// What all parts from one vote give together, where only some TPS voted again.
#[derive(Serialize)]
struct OriginView {
    asal: AsalSuara,
    suara: Vec<Option<u64>>,
    sah: Option<u64>,
    tidak_sah: Option<u64>,
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    plan.each_scope(|plan, lingkup| {
        if has_figures(lingkup) {
            plan.add(Address::of(lingkup, "kesiapan.html"), move || html("kesiapan.html", &readiness(model, lingkup)));
        }
        if let Some(hasil) = &*lingkup.hasil {
            let address = Address::of(lingkup, "hasil.html");
            plan.add_from(hasil.path(), address, move || html("hasil.html", &result(model, lingkup, hasil)));
        }
    });
}

fn readiness<'m>(model: &'m Model, lingkup: &'m Lingkup) -> KesiapanView<'m> {
    let all = figures(lingkup);
    let of = |file: &str| -> Vec<FaktaView> {
        all.iter().filter(|figure| figure.file == file).map(|figure| figure.view(model, &all)).collect()
    };
    let sheets = lingkup.fakta.iter().map(|sheet| Group {
        judul: sheet.record.judul.as_deref().map(str::to_owned),
        kegiatan: None,
        fakta: of(sheet.path()),
    });
    let events = lingkup.kegiatan.iter().filter(|event| !event.record.fakta.is_empty()).map(|event| Group {
        judul: None,
        kegiatan: event_link(lingkup, Some(event.slug())),
        fakta: of(event.path()),
    });
    let nama = lingkup.nama();
    let dataset = json!({ "@type": "Dataset", "name": Phrase::of("judul.angka").with("nama", nama),
        "description": Phrase::of("ringkasan.angka").with("nama", nama),
        "isAccessibleForFree": true, "license": model.situs.record.lisensi_data.as_deref() });
    KesiapanView {
        laman: PageHead::new(
            model,
            lingkup,
            Phrase::of("judul.kesiapan").with("nama", nama),
            Address::of(lingkup, "kesiapan.html"),
        )
        .ringkasan(Phrase::of("ringkasan.kesiapan").with("nama", nama))
        .pembaruan(all.iter().map(|figure| figure.per_tanggal))
        .jsonld(&[dataset])
        .json(),
        wilayah: nama,
        // A sheet whose figures all wait for their day has nothing to show yet.
        kelompok: sheets.chain(events).filter(|group| !group.fakta.is_empty()).collect(),
    }
}

fn result<'m>(model: &'m Model, lingkup: &'m Lingkup, loaded: &'m Loaded<Hasil>) -> HasilView<'m> {
    let hasil = &loaded.record;
    let nama = lingkup.nama();
    let numbers: Vec<NomorUrut> = lingkup.paslon.iter().filter_map(|paslon| paslon.nomor_urut).collect();
    let count = |jumlah: Option<Jumlah>| jumlah.map(Jumlah::get);
    let votes = |suara: &Peta<NomorUrut, Jumlah>, nomor: &NomorUrut| suara.get(nomor).map(|jumlah| jumlah.get());
    let parts = hasil.bagian.iter().map(|bagian| GroupView {
        nama: &bagian.nama,
        suara: numbers.iter().map(|nomor| votes(&bagian.suara, nomor)).collect(),
        sah: count(bagian.sah),
        tidak_sah: count(bagian.tidak_sah),
        asal: bagian.asal,
    });
    HasilView {
        laman: PageHead::new(
            model,
            lingkup,
            Phrase::of("judul.hasil").with("nama", nama),
            Address::of(lingkup, "hasil.html"),
        )
        .ringkasan(Phrase::of("ringkasan.hasil").with("nama", nama))
        .pembaruan([hasil.tanggal])
        .json(),
        wilayah: nama,
        pemilihan: lingkup.pemilihan(),
        status: hasil.status,
        tanggal: hasil.tanggal,
        keputusan: hasil.keputusan.as_deref(),
        dibatalkan: is_annulled(model, lingkup),
        suara: rows(lingkup, hasil),
        terpilih: hasil.terpilih.as_ref().map(|terpilih| TerpilihView {
            nomor: terpilih.nomor_urut,
            tanggal: terpilih.tanggal,
            keputusan: terpilih.keputusan.as_deref(),
            rujukan: rujukan(model, lingkup, &terpilih.sumber),
        }),
        sah: count(hasil.sah),
        tidak_sah: count(hasil.tidak_sah),
        pengguna_hak_pilih: count(hasil.pengguna_hak_pilih),
        dpt: count(hasil.dpt),
        bagian: parts.collect(),
        menurut_asal: [AsalSuara::Tetap, AsalSuara::Ulang]
            .into_iter()
            .filter_map(|asal| by_origin(hasil, &numbers, asal))
            .collect(),
        catatan: hasil.catatan.as_deref(),
        rujukan: rujukan(model, lingkup, &hasil.sumber),
    }
}

/// The votes of all parts from one vote; a number that one of them does not know is not known.
fn by_origin(hasil: &Hasil, numbers: &[NomorUrut], asal: AsalSuara) -> Option<OriginView> {
    let parts: Vec<&BagianHasil> = hasil.bagian.iter().filter(|bagian| bagian.asal == Some(asal)).collect();
    let sum = |of: &dyn Fn(&BagianHasil) -> Option<Jumlah>| {
        parts.iter().map(|bagian| of(bagian).map(Jumlah::get)).sum::<Option<u64>>()
    };
    (!parts.is_empty()).then(|| OriginView {
        asal,
        suara: numbers.iter().map(|nomor| sum(&|bagian| bagian.suara.get(nomor).copied())).collect(),
        sah: sum(&|bagian| bagian.sah),
        tidak_sah: sum(&|bagian| bagian.tidak_sah),
    })
}

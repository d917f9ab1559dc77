//! The published neutrality report: for every contest, whether all pairs are given the same room.

use super::html;
use crate::model::paslon::Pasangan;
use crate::model::{JenisPemilihan, Lingkup, Model};
use crate::page::Plan;
use crate::page::address::Address;
use crate::page::meta::Laman;
use crate::record::situs::Tingkat;
use crate::value::nomor_urut::NomorUrut;
use serde::Serialize;

#[derive(Serialize)]
struct KesetaraanView<'m> {
    laman: Laman,
    kontes: Vec<Kontes<'m>>,
    /// How many contests treat all their pairs the same in everything below.
    jumlah_sama: usize,
    /// Rules whose level this site has changed, with the published reason.
    aturan: Vec<AturanView<'m>>,
    /// Findings that records silence, with the published reason.
    abaikan: Vec<AbaikanView<'m>>,
}

/// A contest, in one row.
#[derive(Serialize)]
struct Kontes<'m> {
    nama: &'m str,
    alamat: Address,
    jenis: Option<JenisPemilihan>,
    pasangan: Vec<Perlakuan>,
    /// Whether every pair has the same fields filled.
    isian_sama: bool,
    /// The fields that some pairs have filled and others not.
    isian_berbeda: Vec<&'static str>,
    /// Whether every pair is named in as many articles.
    berita_sama: bool,
}

/// What one pair is given.
#[derive(Serialize)]
struct Perlakuan {
    nomor: NomorUrut,
    /// How many of the fields are filled.
    isian: usize,
    /// Characters of vision, mission and programme together.
    panjang: usize,
    /// Articles that name the pair.
    berita: usize,
}

#[derive(Serialize)]
struct AturanView<'m> {
    kode: &'m str,
    tingkat: Tingkat,
    alasan: &'m str,
}

#[derive(Serialize)]
struct AbaikanView<'m> {
    kode: &'m str,
    berkas: &'m str,
    alasan: &'m str,
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    plan.add(Address::root("kesetaraan.html"), move || html("kesetaraan.html", &view(model)));
}

fn view(model: &Model) -> KesetaraanView<'_> {
    let kontes: Vec<Kontes<'_>> = model.wilayah().filter_map(contest).collect();
    let changed = model.situs.record.aturan.iter();
    KesetaraanView {
        laman: Laman::new(model, model.nasional(), "Laporan kesetaraan", Address::root("kesetaraan.html"))
            .ringkasan("Untuk setiap pemilihan: apakah semua pasangan calon diberi ruang yang sama di situs ini."),
        jumlah_sama: kontes.iter().filter(|kontes| kontes.isian_sama && kontes.berita_sama).count(),
        kontes,
        aturan: changed
            .map(|(kode, aturan)| AturanView { kode: kode.as_str(), tingkat: aturan.tingkat, alasan: &aturan.alasan })
            .collect(),
        abaikan: model
            .abaikan
            .iter()
            .map(|one| AbaikanView { kode: &one.kode, berkas: &one.place.file, alasan: &one.alasan })
            .collect(),
    }
}

/// A contest of one pair has nobody to be treated the same as.
fn contest(lingkup: &Lingkup) -> Option<Kontes<'_>> {
    let pairs: Vec<(NomorUrut, &Pasangan)> =
        lingkup.paslon.iter().filter_map(|paslon| Some((paslon.nomor_urut, paslon.pasangan()?))).collect();
    if pairs.len() < 2 {
        return None;
    }
    let pasangan: Vec<Perlakuan> = pairs.iter().map(|(nomor, pair)| treatment(lingkup, *nomor, pair)).collect();
    let isian_berbeda = unequal(&pairs);
    Some(Kontes {
        nama: lingkup.nama(),
        alamat: Address::lingkup(lingkup),
        jenis: lingkup.pemilihan(),
        isian_sama: isian_berbeda.is_empty(),
        isian_berbeda,
        berita_sama: pasangan.iter().all(|one| one.berita == pasangan[0].berita),
        pasangan,
    })
}

fn treatment(lingkup: &Lingkup, nomor: NomorUrut, pair: &Pasangan) -> Perlakuan {
    let texts = pair.visi.iter().chain(&pair.misi).chain(&pair.program);
    Perlakuan {
        nomor,
        isian: fields(pair).iter().filter(|(_, filled)| *filled).count(),
        panjang: texts.map(|text| text.chars().count()).sum(),
        berita: lingkup.berita.iter().filter(|berita| berita.record.paslon.contains(&nomor)).count(),
    }
}

/// How many fields a pair can have.
const FIELDS: usize = 12;

/// The fields every pair can have, and whether this one has them.
fn fields(pair: &Pasangan) -> [(&'static str, bool); FIELDS] {
    let both = |of: fn(&crate::record::paslon::Calon) -> bool| of(&pair.calon) && of(&pair.wakil);
    [
        ("nama tampil", both(|calon| calon.nama_tampil.is_some())),
        ("panggilan", both(|calon| calon.sapaan.is_some())),
        ("foto", both(|calon| calon.foto.is_some())),
        ("tahun lahir", both(|calon| calon.tahun_lahir.is_some())),
        ("pekerjaan", both(|calon| calon.pekerjaan.is_some())),
        ("jalur pencalonan", pair.jalur.is_some()),
        ("partai pengusung", !pair.pengusung.is_empty()),
        ("visi", pair.visi.is_some()),
        ("misi", !pair.misi.is_empty()),
        ("program", !pair.program.is_empty()),
        ("slogan", pair.slogan.is_some()),
        ("LHKPN", pair.lhkpn.is_some()),
    ]
}

fn unequal(pairs: &[(NomorUrut, &Pasangan)]) -> Vec<&'static str> {
    let filled: Vec<[(&'static str, bool); FIELDS]> = pairs.iter().map(|(_, pair)| fields(pair)).collect();
    let differs = |index: &usize| filled.iter().any(|fields| fields[*index].1 != filled[0][*index].1);
    (0..FIELDS).filter(differs).map(|index| filled[0][index].0).collect()
}

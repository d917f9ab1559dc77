//! Holds the model against the rules: electoral law, equal treatment, personal data, facts, dates.
//!
//! A rule is a file here and two lines below: its `mod` and its name in [`RULES`].

mod aks01_alt;
mod aks02_kata_gambar;
mod aks03_tingkat_judul;
mod aks04_kata_tautan;
mod aks05_kepala_tabel;
mod aks06_huruf_besar;
mod contests;
mod dates;
mod digits;
mod figures;
mod fkt01_sumber;
mod fkt02_per_tanggal;
mod fkt03_persen;
mod fkt04_bagian;
mod fkt05_berselisih;
mod fkt06_peringkat;
mod fkt07_isi;
mod fkt08_bilangan_bulat;
mod fkt09_saling_sebut;
mod fkt10_tanggal_sumber;
mod fkt11_dpt_bagian;
mod fkt12_persentase;
mod fkt13_usang;
mod fkt14_penulisan_angka;
mod fmt17_html;
mod fmt18_tautan;
mod fmt19_isi;
mod hosts;
mod huk01_orang;
mod huk02_nomor_urut;
mod huk04_nomor_tetap;
mod huk05_hari_pengundian;
mod huk06_umur;
mod huk07_bukti_usia;
mod huk08_kolom_kosong;
mod huk09_kotak_kosong;
mod huk10_lebih_dari_separuh;
mod huk11_suara_terbanyak;
mod huk12_dukungan_partai;
mod huk13_dukungan_perseorangan;
mod huk14_partai;
mod huk15_masa_kampanye;
mod huk16_masa_tenang;
mod huk17_survei;
mod huk18_pemungutan_suara;
mod huk19_debat;
mod huk20_rapat_umum;
mod huk21_pemilih_per_tps;
mod huk22_surat_suara;
mod huk24_hasil;
mod huk26_pejabat;
mod huk27_netralitas;
mod huk28_pengumuman_terpidana;
mod huk29_lhkpn;
mod huk30_tenggat;
mod huk31_jumlah_paslon;
pub mod ingatan;
mod jdw01_urutan;
mod jdw02_hari;
mod jdw03_urutan_tahapan;
mod jdw04_waktu;
mod jdw05_kunci;
mod jdw06_di_dalam_tahapan;
mod jdw07_akan;
mod jdw08_jarak_tahapan;
mod kst01_isian;
mod kst02_panjang;
mod kst03_pujian;
mod kst04_ukuran_foto;
mod kst05_berat_foto;
mod kst06_catatan_partai;
mod kst07_walpri;
mod kst08_berita;
mod kst09_slogan;
mod kst10_klaim;
mod kst11_bobot;
mod kst12_nama_sendiri;
mod nam01_ejaan;
mod nam02_nama_sama;
mod nam03_kabupaten_kota;
mod nam04_kode;
mod nam05_nama_wilayah;
mod pdp01_nik;
mod pdp02_kontak;
mod pdp03_lahir;
mod pdp04_jejak;
mod pdp05_berbagi;
mod pdp06_persetujuan;
mod pdp07_khusus;
mod pdp08_harta;
mod pdp09_pengamanan;
mod pdp10_daftar;
mod pdp11_tautan_pendek;
mod people;
mod ruj07_pengundian;
mod ruj16_hasil;
mod shares;
mod silence;
mod stages;
mod texts;
mod words;

use crate::bahasa::{Kata, kata};
use crate::check::ingatan::Ingatan;
use crate::model::Model;
use crate::record::situs::Tingkat;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::report::{Diagnostic, Level, Report};
use rayon::prelude::*;

/// Every rule, in order of its code.
pub const RULES: &[&Rule] = &[
    &aks01_alt::RULE,
    &aks02_kata_gambar::RULE,
    &aks03_tingkat_judul::RULE,
    &aks04_kata_tautan::RULE,
    &aks05_kepala_tabel::RULE,
    &aks06_huruf_besar::RULE,
    &fkt01_sumber::RULE,
    &fkt02_per_tanggal::RULE,
    &fkt03_persen::RULE,
    &fkt04_bagian::RULE,
    &fkt05_berselisih::RULE,
    &fkt06_peringkat::RULE,
    &fkt07_isi::RULE,
    &fkt08_bilangan_bulat::RULE,
    &fkt09_saling_sebut::RULE,
    &fkt10_tanggal_sumber::RULE,
    &fkt11_dpt_bagian::RULE,
    &fkt12_persentase::RULE,
    &fkt13_usang::RULE,
    &fkt14_penulisan_angka::RULE,
    &fmt17_html::RULE,
    &fmt18_tautan::RULE,
    &fmt19_isi::RULE,
    &huk01_orang::RULE,
    &huk02_nomor_urut::RULE,
    &huk04_nomor_tetap::RULE,
    &huk05_hari_pengundian::RULE,
    &huk06_umur::RULE,
    &huk07_bukti_usia::RULE,
    &huk08_kolom_kosong::RULE,
    &huk09_kotak_kosong::RULE,
    &huk10_lebih_dari_separuh::RULE,
    &huk11_suara_terbanyak::RULE,
    &huk12_dukungan_partai::RULE,
    &huk13_dukungan_perseorangan::RULE,
    &huk14_partai::RULE,
    &huk15_masa_kampanye::RULE,
    &huk16_masa_tenang::RULE,
    &huk17_survei::RULE,
    &huk18_pemungutan_suara::RULE,
    &huk19_debat::RULE,
    &huk20_rapat_umum::RULE,
    &huk21_pemilih_per_tps::RULE,
    &huk22_surat_suara::RULE,
    &huk24_hasil::RULE,
    &huk26_pejabat::RULE,
    &huk27_netralitas::RULE,
    &huk28_pengumuman_terpidana::RULE,
    &huk29_lhkpn::RULE,
    &huk30_tenggat::RULE,
    &huk31_jumlah_paslon::RULE,
    &jdw01_urutan::RULE,
    &jdw02_hari::RULE,
    &jdw03_urutan_tahapan::RULE,
    &jdw04_waktu::RULE,
    &jdw05_kunci::RULE,
    &jdw06_di_dalam_tahapan::RULE,
    &jdw07_akan::RULE,
    &jdw08_jarak_tahapan::RULE,
    &kst01_isian::RULE,
    &kst02_panjang::RULE,
    &kst03_pujian::RULE,
    &kst04_ukuran_foto::RULE,
    &kst05_berat_foto::RULE,
    &kst06_catatan_partai::RULE,
    &kst07_walpri::RULE,
    &kst08_berita::RULE,
    &kst09_slogan::RULE,
    &kst10_klaim::RULE,
    &kst11_bobot::RULE,
    &kst12_nama_sendiri::RULE,
    &nam01_ejaan::RULE,
    &nam02_nama_sama::RULE,
    &nam03_kabupaten_kota::RULE,
    &nam04_kode::RULE,
    &nam05_nama_wilayah::RULE,
    &pdp01_nik::RULE,
    &pdp02_kontak::RULE,
    &pdp03_lahir::RULE,
    &pdp04_jejak::RULE,
    &pdp05_berbagi::RULE,
    &pdp06_persetujuan::RULE,
    &pdp07_khusus::RULE,
    &pdp08_harta::RULE,
    &pdp09_pengamanan::RULE,
    &pdp10_daftar::RULE,
    &pdp11_tautan_pendek::RULE,
    &ruj07_pengundian::RULE,
    &ruj16_hasil::RULE,
];

/// A rule: its code never changes meaning.
pub struct Rule {
    /// The code, such as `HUK-02`.
    pub code: &'static str,
    /// How grave a finding is, unless `situs.yaml` says otherwise.
    pub level: Level,
    /// What has to be so, in Indonesian and in English: a clause without a full stop.
    pub what: (&'static str, &'static str),
    /// How sure we are of it.
    pub confidence: Confidence,
    /// The article of law or other source the rule rests on.
    pub law: Option<&'static str>,
    /// Why the rule is there, in Indonesian and in English: a sentence without a full stop.
    pub why: (&'static str, &'static str),
    /// How it is broken, and how it is kept.
    pub example: Example,
    /// Finds what breaks it.
    pub apply: fn(&Model, &mut Findings),
}

/// How sure we are that a rule is the law's, or right: only A and L may keep a site from being published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    /// The rule's own words were read, or several quotations agree.
    A,
    /// One news report, or a draft.
    B,
    /// From memory, or our own opinion of what is fair.
    C,
    /// Logic: no law is needed for it.
    L,
}

/// What a rule found.
pub struct Findings {
    rule: &'static Rule,
    found: Vec<Diagnostic>,
}

impl Findings {
    /// A finding of this rule, still to be [added](Self::add).
    pub fn finding(&self, place: Place, what: Kata) -> Diagnostic {
        Diagnostic::new(self.rule.code, self.rule.level, place, what).why(self.rule.reason())
    }

    /// Adds a finding.
    pub fn add(&mut self, finding: Diagnostic) {
        self.found.push(finding);
    }
}

impl Rule {
    /// The reason with the law behind it.
    pub fn reason(&self) -> Kata {
        let (id, en) = self.why;
        match self.law {
            Some(law) => kata(format!("{id} ({law})"), format!("{en} ({law})")),
            None => kata(id, en),
        }
    }

    /// What of a model breaks the rule, with the rule's own level; texts in which it found nothing before are not looked at.
    pub fn find(&'static self, model: &Model) -> Vec<Diagnostic> {
        let mut findings = Findings { rule: self, found: Vec::new() };
        let number = RULES.iter().position(|rule| rule.code == self.code);
        texts::asking(number, || (self.apply)(model, &mut findings));
        findings.found
    }
}

/// Applies every rule, then the levels that `situs.yaml` sets, and takes out what the content silences.
pub fn run(model: &Model, report: &mut Report) {
    run_again(model, &Ingatan::default(), report);
}

/// Does as [`run`] does, but for the rules that would find nothing again.
pub fn run_again(model: &Model, ingatan: &Ingatan, report: &mut Report) {
    let still = ingatan.begin(model);
    // From the last to the first: the longest stand at the end, and one that is begun last keeps all others waiting.
    let rules = RULES.par_iter().rev().with_max_len(1);
    let mut found: Vec<Vec<Diagnostic>> = rules.map(|rule| still.find(rule.code, || rule.find(model))).collect();
    found.reverse();
    ingatan.end(still);
    report.extend(found.into_iter().flatten());
    let levels = &model.situs.record.aturan;
    for (code, change) in levels.iter() {
        if !RULES.iter().any(|rule| rule.code == code.as_str()) {
            report.add(unknown_rule(Place::key(model.situs.path(), format!("aturan.{code}")), code.as_str()));
        }
        report.set_level(code.as_str(), level(change.tingkat));
    }
    silence::apply(model, report);
}

fn level(tingkat: Tingkat) -> Level {
    match tingkat {
        Tingkat::Galat => Level::Galat,
        Tingkat::Peringatan => Level::Peringatan,
        Tingkat::Saran => Level::Saran,
    }
}

fn unknown_rule(place: Place, code: &str) -> Diagnostic {
    let near = crate::value::mirip::nearest(code, RULES.iter().map(|rule| rule.code));
    let what = kata(format!("tidak ada aturan {code}"), format!("there is no rule {code}"));
    Diagnostic::galat("RUJ-13", place, what)
        .maybe_help(near.map(|near| kata(format!("mungkin maksudnya {near}"), format!("perhaps {near} is meant"))))
}

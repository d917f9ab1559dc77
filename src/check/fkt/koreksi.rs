//! What a correction says a figure became is what the figure is.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::fakta::{FullFakta, figures};
use crate::model::{Lingkup, Model};
use crate::record::koreksi::Koreksi;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::angka::{Angka, Jumlah};
use crate::value::nomor_urut::NomorUrut;
use crate::value::{Nilai, Scalar};
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    code: "FKT-23",
    level: Level::Peringatan,
    what: (
        "angka yang dikoreksi sama dengan `sesudah` di koreksinya yang terakhir",
        "a figure that was corrected is what `sesudah` of its last correction says",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "koreksi yang tidak cocok dengan halamannya membuat pembaca mengira ada yang disembunyikan",
        "a correction that does not fit its page makes readers think that something is hidden",
    ),
    example: Example {
        file: "wilayah/contoh/koreksi.yaml",
        bad: "menyangkut: /contoh/hasil.html\nbidang: suara sah\nsesudah: \"1.200\"  # hasil.yaml: sah: 1100",
        good: "menyangkut: /contoh/hasil.html\nbidang: suara sah\nsesudah: \"1.200\"  # hasil.yaml: sah: 1200",
    },
    apply,
};

/// A figure with its place.
struct Figure {
    value: f64,
    place: Place,
}

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in &model.lingkup {
        let Some(loaded) = &*lingkup.koreksi else { continue };
        // Newest first: an older correction of the same thing was corrected in turn.
        let mut seen = BTreeSet::new();
        for (index, koreksi) in loaded.record.placed() {
            if !seen.insert((&*koreksi.menyangkut, koreksi.bidang.to_lowercase())) {
                continue;
            }
            let Some((said, figure)) = only_number(&koreksi.sesudah).zip(corrected(lingkup, koreksi)) else { continue };
            if (said - figure.value).abs() < 1e-9 {
                continue;
            }
            let sesudah = &koreksi.sesudah;
            let what = kata(
                format!("koreksi {} menulis {sesudah}, tetapi angkanya lain", koreksi.tanggal.panjang()),
                format!("the correction of {} says {sesudah}, but the figure is another", koreksi.tanggal),
            );
            let place = Place::value(loaded.path(), format!("koreksi[{index}].sesudah"));
            let finding = findings.finding(place, what).related(figure.place, kata("angkanya", "the figure"));
            findings.add(finding.help(kata(
                "samakan keduanya, atau tambahkan koreksi yang lebih baru",
                "make them the same, or add a later correction",
            )));
        }
    }
}

/// The figure that a correction is about: one on the page of figures by its anchor, or one of the result by its name.
fn corrected(lingkup: &Lingkup, koreksi: &Koreksi) -> Option<Figure> {
    let (page, anchor) = koreksi.menyangkut.split_once('#').unwrap_or((&koreksi.menyangkut, ""));
    let page = page.trim_start_matches('/');
    let bidang = koreksi.bidang.to_lowercase();
    let bidang = bidang.trim_start_matches("jumlah ").replace('_', " ");
    let file = page.strip_prefix(&*lingkup.jalur)?.trim_start_matches('/');
    match file {
        "kesiapan.html" if anchor.is_empty() => of_kind(lingkup, &bidang),
        "kesiapan.html" => of_anchor(lingkup, anchor.strip_prefix("fakta-")?),
        "hasil.html" => of_result(lingkup, &bidang),
        _ => None,
    }
}

/// The figure with an anchor on the page of figures.
fn of_anchor(lingkup: &Lingkup, key: &str) -> Option<Figure> {
    let is_its = |id: Option<&str>, urutan: usize| id.map_or_else(|| key == urutan.to_string(), |id| id == key);
    figures(lingkup).iter().find(|figure| is_its(figure.fakta.id.as_deref(), figure.urutan)).and_then(figure_of)
}

/// The figure that a field names by what it measures, where there is one only.
fn of_kind(lingkup: &Lingkup, bidang: &str) -> Option<Figure> {
    let all = figures(lingkup);
    let is_its = |figure: &&FullFakta<'_>| {
        let key = serde_json::to_value(figure.fakta.ukuran).unwrap_or_default();
        key.as_str().is_some_and(|key| key.replace('_', " ") == bidang)
    };
    let mut named = all.iter().filter(is_its);
    named.next().filter(|_| named.next().is_none()).and_then(figure_of)
}

fn figure_of(figure: &FullFakta<'_>) -> Option<Figure> {
    let place = Place::value(figure.file, format!("fakta[{}].nilai", figure.index));
    Some(Figure { value: figure.fakta.nilai.map(Angka::get)?, place })
}

fn of_result(lingkup: &Lingkup, bidang: &str) -> Option<Figure> {
    let loaded = lingkup.hasil.as_ref()?;
    let hasil = &loaded.record;
    let (key, count) = match bidang.trim_start_matches("suara ") {
        "sah" => ("sah".to_owned(), hasil.sah),
        "tidak sah" => ("tidak_sah".to_owned(), hasil.tidak_sah),
        "pengguna hak pilih" => ("pengguna_hak_pilih".to_owned(), hasil.pengguna_hak_pilih),
        "dpt" => ("dpt".to_owned(), hasil.dpt),
        other => {
            let digits = other.strip_prefix("nomor urut ").or_else(|| other.strip_prefix("nomor "))?;
            let nomor = NomorUrut::read(Scalar::Bulat(digits.parse().ok()?)).ok()?;
            (format!("suara.{nomor}"), hasil.suara.get(&nomor).copied())
        }
    };
    let value = exact(count?)?;
    Some(Figure { value, place: Place::value(loaded.path(), key) })
}

/// A count that a fraction can hold.
fn exact(count: Jumlah) -> Option<f64> {
    u32::try_from(count.get()).ok().map(f64::from)
}

/// The one number of a text, as Indonesian writes it: `1.200` and `80,33`; nothing where there are more.
fn only_number(text: &str) -> Option<f64> {
    let mut tokens = text.split_whitespace().filter(|token| token.contains(|c: char| c.is_ascii_digit()));
    let token = tokens.next().filter(|_| tokens.next().is_none())?;
    let token = token.trim_matches(|c: char| !c.is_ascii_digit());
    token.replace('.', "").replace(',', ".").parse().ok()
}

//! A region has the name that belongs to its code.

use crate::bahasa::{Kata, kata};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::record::wilayah::{JenisWilayah, Wilayah};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::daftar_wilayah::{by_code, by_name};

pub(super) const RULE: Rule = Rule {
    code: "NAM-05",
    level: Level::Peringatan,
    what: (
        "nama wilayah sama dengan nama untuk kodenya di daftar Kemendagri, dan diawali jenisnya",
        "a region's name is the one of its code on the Ministry's list and begins with its kind",
    ),
    confidence: Confidence::B,
    law: Some("Kepmendagri 300.2.2-2430/2025"),
    why: (
        "nama dan kode yang tidak cocok berarti salah satunya milik wilayah lain",
        "a name and a code that do not fit mean that one of them is another region's",
    ),
    example: Example {
        file: "wilayah/jawa-tengah/kota-pekalongan/wilayah.yaml",
        bad: "kode: \"33.75\"\nnama: Pekalongan",
        good: "kode: \"33.75\"\nnama: Kota Pekalongan",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for loaded in model.wilayah().filter_map(|lingkup| lingkup.wilayah.as_ref()) {
        let wilayah = &loaded.record;
        let what =
            if is_made_up(wilayah) { wrong_kind(wilayah) } else { other_name(wilayah).or_else(|| wrong_kind(wilayah)) };
        if let Some((what, help)) = what {
            findings.add(findings.finding(Place::value(loaded.path(), "nama"), what).help(help));
        }
    }
}

/// A region of an example, such as Kota Contoh, borrows its code.
fn is_made_up(wilayah: &Wilayah) -> bool {
    wilayah.nama.split(' ').any(|word| matches!(word, "Contoh" | "Coba"))
}

fn other_name(wilayah: &Wilayah) -> Option<(Kata, Kata)> {
    let resmi = by_code(wilayah.kode.as_str()).filter(|resmi| !resmi.is_named(&wilayah.nama))?;
    let (nama, kode) = (&wilayah.nama, &wilayah.kode);
    let what = kata(
        format!("kode {kode} adalah {}, bukan {nama}", resmi.nama),
        format!("{kode} is the code of {}, not of {nama}", resmi.nama),
    );
    let help = match by_name(nama) {
        Some(other) => kata(
            format!("tulis {}, atau ganti kodenya menjadi \"{}\"", resmi.nama, other.kode),
            format!("write {}, or change the code to \"{}\"", resmi.nama, other.kode),
        ),
        None => kata(format!("tulis {}", resmi.nama), format!("write {}", resmi.nama)),
    };
    Some((what, help))
}

/// A name that begins with the other kind.
fn wrong_kind(wilayah: &Wilayah) -> Option<(Kata, Kata)> {
    let (kind, other) = match wilayah.jenis {
        JenisWilayah::Provinsi => return None,
        JenisWilayah::Kabupaten => ("Kabupaten", "Kota "),
        JenisWilayah::Kota => ("Kota", "Kabupaten "),
    };
    let rest = wilayah.nama.strip_prefix(other)?;
    let (nama, small) = (&wilayah.nama, kind.to_lowercase());
    let what = kata(
        format!("\"{nama}\" tidak cocok dengan `jenis: {small}`"),
        format!("\"{nama}\" does not fit `jenis: {small}`"),
    );
    Some((
        what,
        kata(format!("tulis {kind} {rest}, atau ganti jenisnya"), format!("write {kind} {rest}, or change the kind")),
    ))
}

//! Nobody's photo has a background that is clearly another than the others'.

use crate::bahasa::kata;
use crate::check::look::contests::{own_contests, pairs_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::paslon::Paslon;
use crate::model::{Lingkup, Model};
use crate::record::backdrop::Backdrop;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::shape::Shape;

pub(super) const RULE: Rule = Rule {
    code: "KST-50",
    level: Level::Saran,
    what: (
        "latar foto semua pasangan calon dalam satu pemilihan serupa",
        "the photos of all pairs of a contest have similar backgrounds",
    ),
    confidence: Confidence::C,
    law: None,
    why: (
        "latar yang lain sendiri menarik perhatian, dan warnanya bisa terbaca sebagai warna partai",
        "a background that differs draws attention, and its colour may read as a party's",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/2.yaml",
        bad: "foto: 2-calon.jpg  # berlatar merah, foto lain berlatar putih",
        good: "foto: 2-calon.jpg  # berlatar putih, seperti foto lain",
    },
    apply,
};

/// A photo with what stands behind the people on it.
struct Backed<'m> {
    paslon: &'m Paslon,
    place: Place,
    latar: Backdrop,
}

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in own_contests(model) {
        if pairs_in(lingkup).len() > 1 {
            for shape in [Shape::Photo, Shape::Pair] {
                of_one_kind(&backed(lingkup, shape), findings);
            }
        }
    }
}

/// The photos of a kind whose background is known, in number order.
fn backed(lingkup: &Lingkup, shape: Shape) -> Vec<Backed<'_>> {
    let photos = pairs_in(lingkup).into_iter().flat_map(|(paslon, pair)| {
        let named = match shape {
            Shape::Photo => vec![("calon.foto", &pair.calon.foto), ("wakil.foto", &pair.wakil.foto)],
            Shape::Pair => vec![("foto_pasangan", &pair.foto_pasangan)],
            Shape::Whole => Vec::new(),
        };
        named.into_iter().filter_map(move |(path, foto)| {
            let latar = lingkup.gambar(paslon.path(), foto.as_ref()?, shape)?.latar?;
            Some(Backed { paslon, place: Place::value(paslon.path(), path), latar })
        })
    });
    photos.collect()
}

/// Each photo is held against the first: which of two is the odd one nobody can say.
fn of_one_kind(photos: &[Backed<'_>], findings: &mut Findings) {
    let Some((first, others)) = photos.split_first() else { return };
    for other in others.iter().filter(|other| other.latar.is_far_from(first.latar)) {
        let ((nomor, number), (pertama, first_number)) = (other.paslon.sebutan(), first.paslon.sebutan());
        let what = kata(
            format!("latar foto {nomor} jelas berbeda dari latar foto {pertama}"),
            format!("the background of a photo of {number} is clearly another than that of {first_number}"),
        );
        let label = kata(format!("foto {pertama}"), format!("the photo of {first_number}"));
        let help = kata(
            "pakai foto dengan latar yang sama untuk semua, misalnya foto yang diserahkan ke KPU, atau ganti latarnya dengan putih",
            "use photos with one background for all, such as those handed to KPU, or put all on white",
        );
        findings.add(findings.finding(other.place.clone(), what).related(first.place.clone(), label).help(help));
    }
}

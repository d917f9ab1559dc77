//! All photos of a contest have one width and one height.

use crate::bahasa::kata;
use crate::check::look::contests::{Foto, own_contests, photos_by_kind};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;
use crate::value::pixel_size::PixelSize;

pub(super) const RULE: Rule = Rule {
    code: "KST-04",
    level: Level::Peringatan,
    what: (
        "foto semua pasangan calon sama lebar dan tingginya",
        "the photos of all pairs have the same width and height",
    ),
    confidence: Confidence::C,
    law: None,
    why: (
        "foto yang lebih besar atau berbentuk lain lebih menarik perhatian",
        "a larger photo, or one of another shape, draws more attention",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/2.yaml",
        bad: "foto: 2-calon.jpg  # 600 x 600, foto lain 300 x 400",
        good: "foto: 2-calon.jpg  # 300 x 400, seperti foto lain",
    },
    apply,
};

/// A photo whose size is known.
#[derive(Clone, Copy)]
struct Measured<'m> {
    foto: &'m Foto<'m>,
    pixel_size: PixelSize,
}

fn apply(model: &Model, findings: &mut Findings) {
    own_contests(model).for_each(|lingkup| sizes(model, lingkup, findings));
}

fn sizes(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    for photos in photos_by_kind(model, lingkup) {
        of_one_kind(&photos, findings);
    }
}

fn of_one_kind(photos: &[Foto<'_>], findings: &mut Findings) {
    let mut known = photos.iter().filter_map(|foto| Some(Measured { foto, pixel_size: foto.media.pixel_size? }));
    let Some(first) = known.next() else { return };
    for other in known.filter(|other| other.pixel_size != first.pixel_size) {
        report(other, first, findings);
    }
}

fn report(other: Measured<'_>, first: Measured<'_>, findings: &mut Findings) {
    let ((nomor, number), (pertama, first_number)) = (other.foto.paslon.sebutan(), first.foto.paslon.sebutan());
    let (size, wanted) = (shown(other.pixel_size), shown(first.pixel_size));
    let what = kata(
        format!("foto {nomor} berukuran {size}, foto {pertama} {wanted}"),
        format!("a photo of {number} has {size}, one of {first_number} has {wanted}"),
    );
    let help = kata(
        "potong semua foto ke ukuran yang sama, misalnya 600 x 800 piksel",
        "crop all photos to one size, such as 600 x 800 pixels",
    );
    let finding = findings.finding(other.foto.place.clone(), what);
    findings.add(finding.related(first.foto.place.clone(), kata(wanted.clone(), wanted)).help(help));
}

fn shown(pixel_size: PixelSize) -> String {
    format!("{} x {}", pixel_size.width, pixel_size.height)
}

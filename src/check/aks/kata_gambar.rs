//! The words in place of a picture say what is to be seen.

use crate::bahasa::kata;
use crate::check::look::pass::MarkdownLook;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::berita::Gambar;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "AKS-02",
    level: Level::Peringatan,
    what: (
        "kata pengganti gambar mengatakan apa yang terlihat, bukan nama berkas atau kata \"foto\" saja",
        "the words in place of a picture say what is to be seen: no file name, nor the word \"photo\" alone",
    ),
    confidence: Confidence::B,
    law: Some("UU 8/2016 pasal 13 dan 24, WCAG 2.2"),
    why: (
        "orang yang tidak melihat gambarnya tidak tertolong oleh nama berkas",
        "a file name does not help those who do not see the picture",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "![IMG_0012.jpg](rapat.jpg)",
        good: "![Ketua KPU membuka rapat](rapat.jpg)",
    },
    apply,
};

/// Words that name the kind of a picture and not what is in it.
const KINDS: [&str; 16] = [
    "gambar",
    "foto",
    "photo",
    "picture",
    "image",
    "ilustrasi",
    "dokumentasi",
    "grafik",
    "infografis",
    "logo",
    "peta",
    "alt",
    "img",
    "poster",
    "tabel",
    "screenshot",
];

/// Pictures in articles whose words say nothing, with these.
pub(super) static EMPTY_WORDS: MarkdownLook<String> = MarkdownLook {
    name: "AKS-02 pictures",
    find: |_, outline| {
        let pictures = outline.pictures.iter().filter(|picture| says_nothing(&picture.alt));
        pictures.map(|picture| (picture.range.clone(), picture.alt.clone())).collect()
    },
};

fn apply(model: &Model, findings: &mut Findings) {
    let in_records = model.lingkup.iter().flat_map(pictures).filter(|(_, gambar)| says_nothing(&gambar.alt));
    let in_records = in_records.map(|(place, gambar)| (place, gambar.alt.to_string()));
    for (place, alt) in EMPTY_WORDS.places(model).into_iter().chain(in_records) {
        let what = kata(
            format!("kata pengganti \"{alt}\" tidak mengatakan apa yang terlihat"),
            format!("the words \"{alt}\" do not say what is to be seen"),
        );
        let help = kata(
            "tulis siapa melakukan apa di gambar itu, atau isi petanya dalam satu kalimat",
            "write who does what in the picture, or what the map shows, in one sentence",
        );
        findings.add(findings.finding(place, what).help(help));
    }
}

/// The pictures that records name, with the places of their words.
fn pictures(lingkup: &Lingkup) -> Vec<(Place, &Gambar)> {
    let news = lingkup.berita.iter().chain(&lingkup.terjemahan.berita);
    let news = news.filter_map(|loaded| Some((loaded.path(), loaded.record.gambar.as_ref()?)));
    let mut found: Vec<(Place, &Gambar)> =
        news.map(|(file, gambar)| (Place::value(file, "gambar.alt"), gambar)).collect();
    for loaded in &lingkup.deklarasi {
        let photos = loaded.record.foto.iter().enumerate();
        found.extend(photos.map(|(i, foto)| (Place::value(loaded.path(), format!("foto[{i}].alt")), foto)));
    }
    found
}

/// Whether words are a file's name, or the kind of a picture with at most a number. None at all is AKS-01's.
fn says_nothing(alt: &str) -> bool {
    let alt = alt.trim().to_lowercase();
    let is_file = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"].iter().any(|end| alt.ends_with(end));
    let words = alt.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let only_kinds = words.clone().all(|word| KINDS.contains(&word));
    !alt.is_empty() && ((is_file && !alt.contains(' ')) || only_kinds)
}

#[cfg(test)]
mod tests {
    use super::says_nothing;

    #[test]
    fn a_kind_or_a_file_name_says_nothing() {
        for alt in ["Foto", "gambar 1", "IMG_0012", "rapat-pleno.jpg", "Foto: logo", "12"] {
            assert!(says_nothing(alt), "{alt}");
        }
        for alt in ["", "Foto ketua KPU", "Peta letak TPS", "Grafik: partisipasi naik"] {
            assert!(!says_nothing(alt), "{alt}");
        }
    }
}

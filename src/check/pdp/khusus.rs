//! Nobody's religion, health or family is told.

use crate::bahasa::{Kata, kata};
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::look::texts::Hit;
use crate::check::look::words::{before, phrases, words};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "PDP-07",
    level: Level::Peringatan,
    what: (
        "agama, kesehatan dan keluarga seseorang tidak ditulis",
        "nobody's religion, health or family is written down",
    ),
    confidence: Confidence::B,
    law: Some("UU 27/2022 pasal 4 dan 65-66"),
    why: (
        "agama, kesehatan dan anak adalah data pribadi, dan bukan alasan untuk memilih di situs penyelenggara",
        "religion, health and children are personal data, and no reason to vote on the office's site",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/1.yaml",
        bad: "pekerjaan: Guru, istri dari Camat Contoh",
        good: "pekerjaan: Guru",
    },
    apply,
};

/// Words that say somebody's religion when one of [`RELIGIONS`] follows.
const BELIEVES: [&str; 4] = ["agama", "beragama", "penganut agama", "memeluk agama"];
const RELIGIONS: [&str; 9] =
    ["islam", "kristen", "protestan", "katolik", "hindu", "buddha", "budha", "konghucu", "khonghucu"];
/// Before these words it is the religion of many.
const OF_MANY: [&str; 18] = [
    "umat",
    "warga",
    "pemilih",
    "masyarakat",
    "penduduk",
    "kementerian",
    "kantor",
    "tokoh",
    "pendidikan",
    "guru",
    "lintas",
    "antarumat",
    "pengadilan",
    "urusan",
    "forum",
    "pemuda",
    "ormas",
    "sekolah",
];
/// Words that say somebody is ill when one of [`ILLNESSES`] follows.
const SUFFERS: [&str; 7] =
    ["menderita", "mengidap", "didiagnosis", "terdiagnosis", "sakit", "penderita", "riwayat penyakit"];
const ILLNESSES: [&str; 20] = [
    "stroke",
    "kanker",
    "tumor",
    "diabetes",
    "kencing",
    "jantung",
    "ginjal",
    "paru",
    "liver",
    "hati",
    "tbc",
    "tuberkulosis",
    "hiv",
    "aids",
    "covid",
    "hipertensi",
    "depresi",
    "skizofrenia",
    "gangguan",
    "demensia",
];
/// Words that say somebody's health or children by themselves.
const ALONE: [&str; 12] = [
    "riwayat penyakit",
    "riwayat kesehatannya",
    "rekam medisnya",
    "nama anaknya",
    "nama istrinya",
    "nama suaminya",
    "anaknya bernama",
    "anaknya yang bernama",
    "putranya bernama",
    "putrinya bernama",
    "istrinya bernama",
    "suaminya bernama",
];
/// Words about a family, which have no place in the record of a pair or an official.
const FAMILY: [&str; 18] = [
    "istri dari",
    "suami dari",
    "anak dari",
    "putra dari",
    "putri dari",
    "ayah dari",
    "ibu dari",
    "menantu",
    "anak sulung",
    "anak bungsu",
    "putra sulung",
    "putri sulung",
    "beristri",
    "bersuami",
    "menikah",
    "bercerai",
    "duda",
    "janda",
];

/// Somebody's religion.
pub(super) static TOLD_RELIGIONS: TextLook =
    TextLook { name: "PDP-07 religions", near: Near::Phrases(&[&RELIGIONS]), reach: Reach::Published, find: religions };
/// Somebody's health or children.
pub(super) static TOLD_ILLNESSES: TextLook = TextLook {
    name: "PDP-07 health",
    near: Near::Phrases(&[&SUFFERS, &ALONE]),
    reach: Reach::Published,
    find: illnesses,
};
/// Words about a family, wherever they stand.
pub(super) static TOLD_FAMILIES: TextLook = TextLook {
    name: "PDP-07 families",
    near: Near::Phrases(&[&FAMILY]),
    reach: Reach::Published,
    find: |text| phrases(text, &FAMILY),
};

fn apply(model: &Model, findings: &mut Findings) {
    let religion = kata("ini menyebut agama seseorang", "this tells somebody's religion");
    let health = kata("ini menyebut kesehatan atau keluarga seseorang", "this tells somebody's health or family");
    report(TOLD_RELIGIONS.hits(model), &religion, findings);
    report(TOLD_ILLNESSES.hits(model), &health, findings);
    report(TOLD_FAMILIES.hits(model).filter(is_about_person), &health, findings);
}

fn report<'m>(hits: impl Iterator<Item = Hit<'m>>, what: &Kata, findings: &mut Findings) {
    for hit in hits.filter(|hit| !hit.is_quotation() && !is_plan(hit)) {
        let help =
            kata("hapus; tulis jabatan atau pekerjaannya saja", "delete it; write the office or occupation only");
        findings.add(findings.finding(hit.place(), what.clone()).help(help));
    }
}

/// Whether it stands in the record of a pair or of a region's officials.
fn is_about_person(hit: &Hit<'_>) -> bool {
    hit.is_in("paslon") || (hit.is_in("wilayah.yaml") && hit.first_key() == "pejabat")
}

/// Whether it is what a pair promises: health and religion as tasks of the office.
fn is_plan(hit: &Hit<'_>) -> bool {
    hit.is_in("paslon") && matches!(hit.first_key(), "visi" | "misi" | "program" | "slogan")
}

fn religions(text: &str) -> Vec<Range<usize>> {
    let found = phrases(text, &BELIEVES).into_iter().filter(|word| !follows(text, word.start, &OF_MANY));
    found.filter_map(|word| with_next(text, word, &RELIGIONS)).collect()
}

fn illnesses(text: &str) -> Vec<Range<usize>> {
    let ill = phrases(text, &SUFFERS).into_iter().filter_map(|word| with_next(text, word, &ILLNESSES));
    let mut found: Vec<Range<usize>> = ill.filter(|range| !follows(text, range.start, &["rumah", "para"])).collect();
    found.extend(phrases(text, &ALONE));
    found
}

/// The word with the one after it, if that is one of these; a colon may stand between.
fn with_next(text: &str, word: Range<usize>, list: &[&str]) -> Option<Range<usize>> {
    let rest = &text[word.end..];
    let end = rest.char_indices().nth(24).map_or(rest.len(), |(end, _)| end);
    let next = words(&rest[..end]).into_iter().next()?;
    let is_near = rest[..next.start].chars().all(|c| c.is_whitespace() || c == ':' || c == '*');
    let is_one = list.iter().any(|one| rest[next.clone()].eq_ignore_ascii_case(one));
    (is_near && is_one).then(|| word.start..word.end + next.end)
}

/// Whether the word before a byte is one of these.
fn follows(text: &str, at: usize, list: &[&str]) -> bool {
    let line = before(text, at, 24, |c| c == '.');
    words(line).pop().is_some_and(|word| list.contains(&&*line[word].to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, look: fn(&str) -> Vec<Range<usize>>) -> Vec<&str> {
        look(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_persons_religion_is_no_office() {
        assert_eq!(found("Agama: Islam. Ia beragama Hindu", religions), ["Agama: Islam", "beragama Hindu"]);
        for text in [
            "Kementerian Agama",
            "tokoh agama Islam",
            "Forum Kerukunan Umat Beragama",
            "umat beragama Islam dan Hindu",
            "Pengadilan Agama Contoh",
            "agama, kesehatan, dan keluarga",
            "Partai Islam Contoh",
        ] {
            assert!(found(text, religions).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_persons_illness_is_no_service() {
        assert_eq!(found("Ia menderita stroke dan sakit\njantung", illnesses), ["menderita stroke", "sakit\njantung"]);
        for text in [
            "Dinas Kesehatan",
            "layanan kesehatan",
            "menderita kerugian",
            "rumah sakit jantung",
            "surat keterangan sehat",
            "spesialis jantung",
        ] {
            assert!(found(text, illnesses).is_empty(), "{text}");
        }
    }
}

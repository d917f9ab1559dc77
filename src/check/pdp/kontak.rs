//! Nobody's telephone number, private mail address or house address stands in the content.

use crate::bahasa::{Kata, kata};
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::look::telephone::telephones;
use crate::check::look::texts::Hit;
use crate::check::look::words::starts;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "PDP-02",
    level: Level::Peringatan,
    what: (
        "tidak ada nomor telepon, surel pribadi, atau alamat dengan RT/RW, kecuali kontak kantor di `penyelenggara`, `ppid` dan `cek_pemilih`",
        "no telephone number, private mail or address with RT/RW, but the office's contact in `penyelenggara`, `ppid` and `cek_pemilih`",
    ),
    confidence: Confidence::B,
    law: Some("UU 27/2022 pasal 65-66"),
    why: (
        "nomor telepon, surel pribadi dan alamat rumah adalah data pribadi",
        "telephone numbers, private mail and house addresses are personal data",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "Hubungi 0812-3456-7890.",
        good: "Hubungi kantor KPU Kota Contoh.",
    },
    apply,
};

/// The first part of the domains where people have their own mail.
const PRIVATE_MAIL: [&str; 11] = [
    "gmail",
    "googlemail",
    "yahoo",
    "ymail",
    "rocketmail",
    "hotmail",
    "outlook",
    "icloud",
    "protonmail",
    "proton",
    "aol",
];

/// The digits of the shortest telephone number that is found.
const SHORTEST: usize = 9;

/// Telephone numbers.
pub(super) static TELEPHONES: TextLook =
    TextLook { name: "PDP-02 telephones", near: Near::Digits(SHORTEST), reach: Reach::Published, find: telephones };
/// Private mail addresses.
pub(super) static MAIL: TextLook = TextLook {
    name: "PDP-02 mail",
    near: Near::Phrases(&[&PRIVATE_MAIL]),
    reach: Reach::Published,
    find: private_mail,
};
/// House addresses.
pub(super) static HOUSES: TextLook =
    TextLook { name: "PDP-02 houses", near: Near::Phrases(&[&["rt"]]), reach: Reach::Published, find: houses };

fn apply(model: &Model, findings: &mut Findings) {
    let telephone = kata("ini berbentuk nomor telepon", "this has the form of a telephone number");
    let mail = kata("ini alamat surel pribadi", "this is a private mail address");
    let house = kata("ini alamat rumah dengan RT dan RW", "this is a house address with RT and RW");
    report(TELEPHONES.hits(model), &telephone, findings);
    report(MAIL.hits(model), &mail, findings);
    report(HOUSES.hits(model).filter(|hit| !is_of_tps(hit)), &house, findings);
}

fn report<'m>(hits: impl Iterator<Item = Hit<'m>>, what: &Kata, findings: &mut Findings) {
    for hit in hits.filter(|hit| !is_of_office(hit)) {
        let help = kata(
            "hapus, atau ganti dengan kontak resmi kantor",
            "delete it, or write the office's official contact instead",
        );
        findings.add(findings.finding(hit.place(), what.clone()).help(help));
    }
}

/// How the office itself is reached.
fn is_of_office(hit: &Hit<'_>) -> bool {
    matches!(hit.first_key(), "penyelenggara" | "ppid" | "cek_pemilih")
}

/// The address of a polling place, which is nobody's home.
fn is_of_tps(hit: &Hit<'_>) -> bool {
    hit.source.path.ends_with("/tps.csv")
}

fn private_mail(text: &str) -> Vec<Range<usize>> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let mut found = Vec::new();
    let mut last = 0;
    for (at, _) in text.match_indices('@') {
        let name = text[last..at].chars().rev().take_while(|c| is_name(*c)).count();
        let domain = &text[at + 1..];
        let domain = &domain[..domain.find(|c| !is_name(c)).unwrap_or(domain.len())];
        last = at + 1;
        let (provider, rest) = domain.split_once('.').unwrap_or((domain, ""));
        let provider = provider.to_ascii_lowercase();
        if name > 0 && !rest.is_empty() && PRIVATE_MAIL.contains(&provider.as_str()) {
            found.push(at - name..at + 1 + domain.trim_end_matches('.').len());
        }
    }
    found
}

/// `RT 01/RW 02`, `RT.03/05`, `RT/RW 003/002`, `RT05 RW02` and `Rt.03/Rw.04`.
fn houses(text: &str) -> Vec<Range<usize>> {
    let starts = starts(text).filter(|at| sign(&text[*at..], "RT").is_some());
    starts.filter_map(|at| Some(at..text.len() - house(&text[at..])?.len())).collect()
}

/// What follows the address a text begins with.
fn house(text: &str) -> Option<&str> {
    if let Some(both) = sign(text, "RT/RW") {
        let rest = short_number(gap(both))?;
        return Some(rest.strip_prefix('/').and_then(short_number).unwrap_or(rest));
    }
    let rest = short_number(gap(sign(text, "RT")?))?;
    match sign(gap(rest), "RW") {
        Some(rest) => short_number(gap(rest)),
        None => short_number(rest.strip_prefix('/')?),
    }
}

/// What follows a sign, in any case.
fn sign<'t>(text: &'t str, sign: &str) -> Option<&'t str> {
    let begins = text.get(..sign.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(sign));
    begins.then(|| &text[sign.len()..])
}

fn gap(text: &str) -> &str {
    text.trim_start_matches([' ', '.', '/', ',', '-', ':'])
}

/// What follows a number of one to three digits.
fn short_number(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=3).contains(&(text.len() - rest.len())).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, look: fn(&str) -> Vec<Range<usize>>) -> Vec<&str> {
        look(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn mail_is_private_by_its_provider() {
        assert_eq!(found("ke contoh.saja@gmail.com.", private_mail), ["contoh.saja@gmail.com"]);
        assert_eq!(found("@yahoo.co.id a@@yahoo.co.id", private_mail), Vec::<&str>::new());
        assert_eq!(found("humas@kpu.go.id", private_mail), Vec::<&str>::new());
    }

    #[test]
    fn a_house_has_rt_and_rw() {
        for text in ["RT 01/RW 02", "RT.03/05", "RT/RW 003/002", "RT05 RW02", "RT 1, RW 2", "Rt.03/Rw.04", "rt 3 rw 4"]
        {
            assert_eq!(found(text, houses), [text]);
        }
        assert_eq!(found("ketua RT dan RW, RT 5, RTH 12/13, ART 1/2, art 1/2, RT", houses), Vec::<&str>::new());
    }
}

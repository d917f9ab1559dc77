//! A slogan stands in its field only.

use crate::bahasa::kata;
use crate::check::look::contests::{own_contests, pairs_in};
use crate::check::look::words::words;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::teks::Teks;

pub(super) const RULE: Rule = Rule {
    code: "KST-09",
    level: Level::Peringatan,
    what: (
        "slogan pasangan calon tidak ada di judul dan ringkasan berita, kegiatan dan deklarasi",
        "no pair's slogan stands in a headline or summary of news, in an event or a declaration",
    ),
    confidence: Confidence::C,
    law: None,
    why: ("slogan di luar bidangnya adalah kampanye", "a slogan outside its field is campaigning"),
    example: Example {
        file: "wilayah/contoh/berita/2024-11-10-kunjungan.md",
        bad: "judul: Kota Rapi Warga Senang dibahas di aula",
        good: "judul: Pasangan calon nomor urut 1 bicara di aula",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    own_contests(model).for_each(|lingkup| slogans(lingkup, findings));
}

fn slogans(lingkup: &Lingkup, findings: &mut Findings) {
    for (paslon, pasangan) in pairs_in(lingkup) {
        let Some(slogan) = &pasangan.slogan else { continue };
        let plain = spoken(slogan);
        // One word such as `Maju` is in many headlines.
        if plain.matches(' ').count() < 3 {
            continue;
        }
        for (place, _) in headlines(lingkup).filter(|(_, text)| spoken(text).contains(&plain)) {
            let (nomor, number) = paslon.sebutan();
            let what = kata(format!("slogan {nomor} dipakai di sini"), format!("the slogan of {number} is used here"));
            let finding = findings.finding(place, what);
            let finding = finding.related(Place::value(paslon.path(), "slogan"), kata("slogannya", "the slogan"));
            findings.add(finding.help(kata("tulis apa yang terjadi, tanpa slogan", "write what happened, without it")));
        }
    }
}

/// The lines that lists of the site show.
fn headlines(lingkup: &Lingkup) -> impl Iterator<Item = (Place, &Teks)> {
    let news = lingkup.berita.iter().flat_map(|loaded| {
        let texts = [("judul", Some(&loaded.record.judul)), ("ringkasan", loaded.record.ringkasan.as_ref())];
        texts.into_iter().filter_map(|(key, text)| Some((Place::value(loaded.path(), key), text?)))
    });
    let events = lingkup.kegiatan.iter().map(|loaded| (Place::value(loaded.path(), "judul"), &loaded.record.judul));
    let promises = lingkup.deklarasi.iter().map(|loaded| (Place::value(loaded.path(), "judul"), &loaded.record.judul));
    news.chain(events).chain(promises)
}

/// The words of a text with a space around each, as they sound.
fn spoken(text: &str) -> String {
    let words: Vec<String> = words(text).into_iter().map(|range| text[range].to_lowercase()).collect();
    format!(" {} ", words.join(" "))
}

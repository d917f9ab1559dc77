//! An article cites nothing that was published after it.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::sumber::Sumber;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::id::Id;
use crate::value::tanggal::Tanggal;

pub(super) const RULE: Rule = Rule {
    code: "FKT-19",
    level: Level::Peringatan,
    what: (
        "berita dan klarifikasi tidak lebih tua dari sumber yang disebutnya",
        "news and clarifications are not older than the sources they name",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "tulisan tidak bisa bersandar pada sesuatu yang belum terbit pada harinya",
        "an article cannot rest on what was not published on its day",
    ),
    example: Example {
        file: "berita/2024-11-14-rapat.md",
        bad: "tanggal: 2024-11-14\nsumber: [koran-2024-11-20]",
        good: "tanggal: 2024-11-20\nsumber: [koran-2024-11-20]",
    },
    apply,
};

/// An article as far as the rule looks at it.
struct Article<'m> {
    file: &'m str,
    day: Tanggal,
    sources: &'m [Id<Sumber>],
}

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in &model.lingkup {
        for article in articles(lingkup) {
            cited(model, lingkup, &article, findings);
        }
    }
}

fn articles(lingkup: &Lingkup) -> impl Iterator<Item = Article<'_>> {
    let news = lingkup.berita.iter().map(|loaded| Article {
        file: loaded.path(),
        day: loaded.record.terbit.map_or(loaded.record.tanggal, |day| day.max(loaded.record.tanggal)),
        sources: &loaded.record.sumber,
    });
    let checked = lingkup.klarifikasi.iter().map(|loaded| Article {
        file: loaded.path(),
        day: loaded.record.tanggal,
        sources: &loaded.record.sumber,
    });
    news.chain(checked)
}

fn cited(model: &Model, lingkup: &Lingkup, article: &Article<'_>, findings: &mut Findings) {
    for (i, id) in article.sources.iter().enumerate() {
        let published = model.sumber(lingkup, id).and_then(|sumber| sumber.tanggal);
        let Some(published) = published.filter(|published| *published > article.day) else { continue };
        let what = kata(
            format!(
                "tulisan {} menyebut sumber \"{id}\" yang baru terbit {}",
                article.day.panjang(),
                published.panjang()
            ),
            format!("the article of {} names the source \"{id}\", published on {published}", article.day),
        );
        let help = kata(
            "periksa kedua tanggal; tulisan yang disusun dari sumber itu terbit pada atau sesudah harinya",
            "look up both days; what was written from that source was published on its day or later",
        );
        findings.add(findings.finding(Place::value(article.file, format!("sumber[{i}]")), what).help(help));
    }
}

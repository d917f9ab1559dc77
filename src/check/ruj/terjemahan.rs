//! A translation stands beside its original.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::Loaded;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::mirip::nearest;

/// The office's own text on the page of how to vote.
const CARA_MEMILIH: &str = "cara-memilih.md";

pub(super) const RULE: Rule = Rule {
    code: "RUJ-22",
    level: Level::Peringatan,
    what: (
        "terjemahan seperti ….en.md punya tulisan asli dengan nama yang sama",
        "a translation such as ….en.md has an original of the same name",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "daftar berita dan menu menautkan tulisan asli, dan terjemahan ditautkan dari sana: tanpa aslinya tidak ada yang sampai ke sini",
        "lists and menus link to originals, and those to their translations: without it nobody gets here",
    ),
    example: Example {
        file: "berita/2024-11-01-debat.en.md",
        bad: "(berita/2024-11-01-debat.md tidak ada)",
        good: "(di samping berita/2024-11-01-debat.md)",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in &model.lingkup {
        let other = &lingkup.terjemahan;
        let mut lonely = lonely(lingkup, &lingkup.berita, &other.berita);
        lonely.extend(self::lonely(lingkup, &lingkup.klarifikasi, &other.klarifikasi));
        // The page of how to vote is there without a text of the office, and links to its translations.
        let pages = self::lonely(lingkup, &lingkup.halaman, &other.halaman).into_iter();
        lonely.extend(
            pages.filter(|page| lingkup.is_kemudian() || file_of(&whole(page.path, page.code)) != CARA_MEMILIH),
        );
        for Lonely { path, code, near } in lonely {
            let original = file_of(&whole(path, code)).to_owned();
            let what = kata(
                format!("terjemahan ini tidak punya tulisan asli {original}"),
                format!("this translation has no original {original}"),
            );
            let help = match near {
                Some(near) => kata(
                    format!("namai seperti aslinya; mungkin maksudnya terjemahan dari {near}"),
                    format!("name it like its original; perhaps it is the translation of {near}"),
                ),
                None => kata(
                    format!("tambahkan {original}, atau hapus .{code} dari nama berkas ini"),
                    format!("add {original}, or take .{code} out of this file's name"),
                ),
            };
            findings.add(findings.finding(Place::file(path), what).help(help));
        }
    }
}

/// A translation without an original.
struct Lonely<'m> {
    path: &'m str,
    /// The code of its language.
    code: &'m str,
    /// An original of a similar name that has no translation.
    near: Option<&'m str>,
}

fn lonely<'m, T>(lingkup: &Lingkup, originals: &'m [Loaded<T>], translations: &'m [Loaded<T>]) -> Vec<Lonely<'m>> {
    let has = |list: &[Loaded<T>], slug: &str| list.iter().any(|loaded| loaded.slug() == slug);
    let mut lonely = Vec::new();
    for loaded in translations.iter().filter(|loaded| !has(originals, loaded.slug())) {
        let (path, code) = (loaded.path(), &*loaded.name.bahasa);
        let whole = whole(path, code);
        // One that waits for its day, or cannot be read, is there all the same.
        let waits = lingkup.tertunda.iter().any(|later| later.berkas == whole || later.slug == loaded.slug());
        if waits || lingkup.rusak.contains(&whole) {
            continue;
        }
        let free = originals.iter().filter(|original| !has(translations, original.slug()));
        let near = nearest(file_of(&whole), free.map(|original| file_of(original.path())));
        lonely.push(Lonely { path, code, near });
    }
    lonely
}

/// The path of the original of a translation.
fn whole(path: &str, code: &str) -> String {
    let stem = path.strip_suffix(".md").and_then(|stem| stem.strip_suffix(code)?.strip_suffix('.'));
    format!("{}.md", stem.unwrap_or(path))
}

fn file_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

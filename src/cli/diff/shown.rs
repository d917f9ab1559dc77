//! What is different between two states, as people read it: on a terminal, and as the comment of a merge request.

use crate::bahasa::{Bahasa, Kata, kata};
use crate::project::compare::{Comparison, Side};
use crate::record::difference::{Apa, Perbedaan, Perubahan};
use crate::value::angka::ribuan;
use crate::value::teks::visible;

/// The most pages or records of one kind that are named to people; a program gets all.
const MOST: usize = 100;

/// The most values of one record that are named.
const MOST_VALUES: usize = 20;

/// The most letters of a value that are shown, and of what stands before the first that is another.
const LONGEST: usize = 120;
const BEFORE: usize = 20;

/// How it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As plain lines.
    Text,
    /// As Markdown.
    Markdown,
}

/// What is different.
pub(super) fn shown(found: &Comparison, form: Form, bahasa: Bahasa) -> String {
    let mut parts = Vec::new();
    let records = found.catatan.as_deref().unwrap_or_default();
    for (apa, heading) in [
        (Apa::Berubah, kata("berkas berubah", "files changed")),
        (Apa::Pindah, kata("berkas pindah", "files moved")),
        (Apa::Baru, kata("berkas baru", "new files")),
        (Apa::Hilang, kata("berkas hilang", "files gone")),
    ] {
        let lines = records.iter().filter(|one| one.apa == apa).map(|one| record(one, form, bahasa));
        parts.extend(list(&lines.collect::<Vec<_>>(), &heading, bahasa));
    }
    parts.extend(pages(found, form, bahasa));
    if parts.is_empty() {
        parts.push(kata("tidak ada yang berbeda", "nothing is different").dalam(bahasa).to_owned());
    }
    parts.extend(remark(found).map(|sentence| sentence.dalam(bahasa).to_owned()));
    parts.join("\n\n")
}

/// What a reader has to know of the pages: that they are of two days, or that there are none.
fn remark(found: &Comparison) -> Option<Kata> {
    let (lama, baru) = (&found.hari.lama, &found.hari.baru);
    let sides: Vec<(&str, &str)> = found
        .tidak_sah
        .iter()
        .map(|side| match side {
            Side::Lama => ("lama", "earlier"),
            Side::Baru => ("baru", "later"),
        })
        .collect();
    if !sides.is_empty() {
        let id = sides.iter().map(|(id, _)| *id).collect::<Vec<_>>().join(" dan yang ");
        let en = sides.iter().map(|(_, en)| *en).collect::<Vec<_>>().join(" and the ");
        return Some(kata(
            format!("halaman tidak dibandingkan: isi yang {id} masih salah; lihat dengan pilkada check"),
            format!("pages are not compared: the {en} content is unsound; look with pilkada check"),
        ));
    }
    (lama != baru).then(|| {
        kata(
            format!("halaman lama untuk hari {lama}, yang baru untuk hari {baru}; dengan --tanggal {lama} hari tidak ikut berbeda"),
            format!("the earlier pages are for {lama}, the later ones for {baru}; with --date {lama} the day makes no difference"),
        )
    })
}

/// The pages by name, the other files of the site by number.
fn pages(found: &Comparison, form: Form, bahasa: Bahasa) -> Vec<String> {
    let (pages, others) = found.situs.clone().pages();
    let line = |path: &String| match form {
        Form::Markdown => format!("- [{path}]({}{path})", found.alamat),
        Form::Text => format!("  {}", visible(path)),
    };
    let mut parts = Vec::new();
    for (paths, heading) in [
        (&pages.berubah, kata("halaman berubah", "pages changed")),
        (&pages.baru, kata("halaman baru", "new pages")),
        (&pages.hilang, kata("halaman hilang", "pages gone")),
    ] {
        parts.extend(list(&paths.iter().map(line).collect::<Vec<_>>(), &heading, bahasa));
    }
    if others > 0 {
        let others = ribuan(others as u64);
        let sentence = kata(
            format!("berkas situs lain yang berbeda: {others}"),
            format!("other files of the site that are different: {others}"),
        );
        parts.push(sentence.dalam(bahasa).to_owned());
    }
    parts
}

/// A heading with the number of entries, and the first of them; nothing where there are none.
fn list(entries: &[String], heading: &Kata, bahasa: Bahasa) -> Option<String> {
    if entries.is_empty() {
        return None;
    }
    let (heading, count) = (heading.dalam(bahasa), ribuan(entries.len() as u64));
    let shown: Vec<&str> = entries.iter().take(MOST).map(String::as_str).collect();
    let more = more(entries.len(), MOST).map(|more| format!("\n  {}", more.dalam(bahasa))).unwrap_or_default();
    Some(format!("{heading}: {count}\n\n{}{more}", shown.join("\n")))
}

/// How many are not shown, where some are not.
fn more(count: usize, most: usize) -> Option<Kata> {
    let rest = count.checked_sub(most).filter(|rest| *rest > 0)?;
    let rest = ribuan(rest as u64);
    Some(kata(format!("… dan {rest} lagi"), format!("… and {rest} more")))
}

/// A file, and below it the values that are others.
fn record(one: &Perbedaan, form: Form, bahasa: Bahasa) -> String {
    let path = visible(&one.berkas);
    let from = one.dari.as_deref().map(visible);
    let mut lines = vec![match (form, from) {
        (Form::Markdown, None) => format!("- {}", code(&path)),
        (Form::Markdown, Some(from)) => format!("- {} → {}", code(&from), code(&path)),
        (Form::Text, None) => format!("  {path}"),
        (Form::Text, Some(from)) => format!("  {from} → {path}"),
    }];
    let mut inner: Vec<String> =
        one.perubahan.iter().take(MOST_VALUES).map(|change| value(change, form, bahasa)).collect();
    inner.extend(more(one.perubahan.len(), MOST_VALUES).map(|more| more.dalam(bahasa).to_owned()));
    if one.apa == Apa::Berubah && inner.is_empty() {
        inner.push(unsaid(one).dalam(bahasa).to_owned());
    }
    let indent = if form == Form::Markdown { "  - " } else { "    " };
    lines.extend(inner.into_iter().map(|line| [indent, &line].concat()));
    lines.join("\n")
}

/// What is said of a file that is another though no value of it is.
fn unsaid(one: &Perbedaan) -> Kata {
    if one.jenis.is_some() {
        return kata("hanya komentar atau cara menulisnya", "only comments or the way of writing");
    }
    kata("isi berkas ini lain", "what is in this file is different")
}

/// A value: what it was, and what it is.
fn value(change: &Perubahan, form: Form, bahasa: Bahasa) -> String {
    let none = kata("(tidak ada)", "(nothing)");
    let (lama, baru) = (change.lama.as_deref().map(flat), change.baru.as_deref().map(flat));
    let (lama, baru) = clipped(lama.as_deref(), baru.as_deref());
    let side = |text: Option<String>| match (text, form) {
        (None, _) => none.dalam(bahasa).to_owned(),
        (Some(text), Form::Markdown) => code(&text),
        (Some(text), Form::Text) => text,
    };
    let label = if form == Form::Markdown { plain(&change.label) } else { visible(&change.label).into_owned() };
    format!("{label}: {} → {}", side(lama), side(baru))
}

/// A text on one line, without what a terminal would obey.
fn flat(text: &str) -> String {
    visible(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}

/// Long texts from shortly before where they begin to be others.
fn clipped(lama: Option<&str>, baru: Option<&str>) -> (Option<String>, Option<String>) {
    let is_long = |text: Option<&str>| text.is_some_and(|text| text.chars().count() > LONGEST);
    let same = match (lama, baru) {
        (Some(lama), Some(baru)) if is_long(Some(lama)) || is_long(Some(baru)) => {
            lama.chars().zip(baru.chars()).take_while(|(one, other)| one == other).count()
        }
        _ => 0,
    };
    let start = same.saturating_sub(BEFORE);
    let cut = |text: &str| {
        let count = text.chars().count();
        let inner: String = text.chars().skip(start).take(LONGEST).collect();
        let (before, after) = (start > 0, count > start + LONGEST);
        format!("{}{inner}{}", if before { "…" } else { "" }, if after { "…" } else { "" })
    };
    (lama.map(cut), baru.map(cut))
}

/// A text as code in Markdown: what stands in it is no mark.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    // A text that begins or ends with the sign is told from it by a space.
    let space = if text.starts_with('`') || text.ends_with('`') || text.is_empty() { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// A text in Markdown whose signs are no marks.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in visible(text).chars() {
        if c.is_ascii_punctuation() && !matches!(c, '(' | ')' | '.' | ',' | '-' | '/' | ':') {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_values_are_shown_where_they_begin_to_be_others() {
        let start = "kata ".repeat(40);
        let (lama, baru) = clipped(Some(&format!("{start}satu {start}")), Some(&format!("{start}dua")));
        let (lama, baru) = (lama.unwrap(), baru.unwrap());
        assert!(lama.starts_with("…kata kata") && lama.contains("satu") && lama.ends_with('…'), "{lama}");
        assert!(baru.starts_with("…kata") && baru.ends_with("dua"), "{baru}");
        assert_eq!(clipped(Some("a"), None), (Some("a".to_owned()), None));
    }

    #[test]
    fn what_stands_in_a_record_is_no_mark_of_the_comment() {
        assert_eq!(code("a ``b`` c"), "```a ``b`` c```");
        assert_eq!(code("`a`"), "`` `a` ``");
        assert_eq!(plain("a *b* <c> [d]"), "a \\*b\\* \\<c\\> \\[d\\]");
    }
}

//! How somebody is reached, as links: a mail address to write to, a telephone number to call, a site to open.

use crate::check::look::telephone::telephones;
use crate::markdown::meant_outside;
use serde::Serialize;
use std::ops::Range;

/// What names of sites end in that are written without their `https://`: a full stop without its blank makes no link.
const TOPS: [&str; 6] = [".id", ".com", ".org", ".net", ".info", ".test"];

/// A piece of a text, and where it leads.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Piece<'t> {
    /// As it was written.
    teks: &'t str,
    /// The address it stands for, where it is one.
    ke: Option<String>,
}

/// A text in pieces, whose words are as they were written.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut links: Vec<(Range<usize>, String)> =
        words(text).filter_map(|word| Some((word.clone(), site(&text[word])?))).collect();
    for number in telephones(text) {
        let start = number.start - usize::from(text[..number.start].ends_with('+'));
        if links.iter().all(|(link, _)| number.end <= link.start || link.end <= start) {
            links.push((start..number.end, call(&text[start..number.end])));
        }
    }
    links.sort_by_key(|(range, _)| range.start);
    let mut pieces = Vec::new();
    let mut done = 0;
    for (range, to) in links {
        pieces.push(Piece { teks: &text[done..range.start], ke: None });
        pieces.push(Piece { teks: &text[range.clone()], ke: Some(to) });
        done = range.end;
    }
    pieces.push(Piece { teks: &text[done..], ke: None });
    pieces.retain(|piece| !piece.teks.is_empty());
    pieces
}

/// Where the links of a text lead: mail, telephones, sites.
pub fn links(text: &str) -> Vec<String> {
    pieces(text).into_iter().filter_map(|piece| piece.ke).collect()
}

/// The bytes of each word, without the marks around it.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_whitespace().map(move |word| {
        let bare =
            word.trim_start_matches(['(', '"', '<']).trim_end_matches(['.', ',', ';', ':', ')', '"', '>', '!', '?']);
        let start = bare.as_ptr().addr() - text.as_ptr().addr();
        start..start + bare.len()
    })
}

/// The address of a site, or of mail, that a word is.
fn site(word: &str) -> Option<String> {
    if ["https://", "http://"].iter().any(|scheme| word.len() > scheme.len() && word.starts_with(scheme)) {
        return Some(word.to_owned());
    }
    let host = word.split('/').next()?;
    TOPS.iter().any(|top| host.ends_with(top)).then(|| meant_outside(word)).flatten()
}

/// The address that calls a number, as it is dialled from anywhere.
fn call(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('0') {
        Some(rest) => format!("tel:+62{rest}"),
        None => format!("tel:+{digits}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The links of a text: what is written, and where it leads.
    fn links(text: &str) -> Vec<(&str, String)> {
        let all = pieces(text);
        assert_eq!(all.iter().map(|piece| piece.teks).collect::<String>(), text);
        all.into_iter().filter_map(|piece| Some((piece.teks, piece.ke?))).collect()
    }

    #[test]
    fn what_can_be_called_written_to_or_opened_is_a_link() {
        for (text, shown, to) in [
            ("Surel ppid@contoh.test.", "ppid@contoh.test", "mailto:ppid@contoh.test"),
            ("Telepon (0285) 421234", "(0285) 421234", "tel:+62285421234"),
            ("0812-3456-7890, jam kerja", "0812-3456-7890", "tel:+6281234567890"),
            ("WA +62 812 3456 7890", "+62 812 3456 7890", "tel:+6281234567890"),
            ("lihat cekdptonline.contoh.id;", "cekdptonline.contoh.id", "https://cekdptonline.contoh.id"),
            ("(https://contoh.test/a?b=1)", "https://contoh.test/a?b=1", "https://contoh.test/a?b=1"),
            ("https://wa.me/6281234567890", "https://wa.me/6281234567890", "https://wa.me/6281234567890"),
        ] {
            assert_eq!(links(text), [(shown, to.to_owned())], "{text}");
        }
        assert_eq!(links("021-1234567 atau a@contoh.test").len(), 2);
    }

    #[test]
    fn other_words_and_figures_are_none() {
        for text in [
            "Jalan Contoh No. 1, Kota Contoh 12345",
            "Senin-Jumat 08.00-15.30 WIB",
            "di kantor.Tanyakan kepada Budi, S.Pd., M.Pd.",
            "SK 12/2024, 02-12-2024",
            "",
        ] {
            assert!(links(text).is_empty(), "{text}");
        }
    }
}

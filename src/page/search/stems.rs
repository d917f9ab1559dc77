//! Words as the search knows them: small letters without accents, and the roots of Indonesian words.
//!
//! `themes/bawaan/aset/cari.js` does the same letter by letter, or a word that is asked for is not the word in the index.
//! `tests/it/cari.rs` runs both over every word of the sample content.

use crate::value::bersih::is_unseen;
use pagefind_stem::{Algorithm, Stemmer};

/// Letters of a word that count; nobody types more, and a hostile word stays small.
const LONGEST: usize = 24;

/// Words of running text that say nothing of what it is about, in order.
const COMMON: &[&str] = &[
    "ada", "adalah", "agar", "akan", "atas", "atau", "bagi", "bahwa", "bisa", "dalam", "dan", "dapat", "dari",
    "dengan", "di", "hal", "hingga", "ia", "ini", "itu", "jika", "juga", "karena", "ke", "kepada", "lain", "lebih",
    "maka", "masih", "mereka", "oleh", "pada", "para", "pun", "saat", "saja", "sampai", "sebagai", "secara", "serta",
    "setelah", "sudah", "telah", "tersebut", "tidak", "untuk", "yaitu", "yakni", "yang",
];

/// The words of a text: `Dr. H. Ma'ruf Café` gives `dr maruf cafe`.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut take = |c: char| match folded(c) {
        Some(letter) if word.len() < LONGEST => word.push(letter),
        Some(_) => {}
        None if joins(c) => {}
        None => keep(&mut word, &mut words),
    };
    for c in text.chars() {
        if c.is_ascii() {
            take(c.to_ascii_lowercase());
        } else {
            c.to_lowercase().for_each(&mut take);
        }
    }
    keep(&mut word, &mut words);
    words
}

/// The words of a piece of an article, between two spaces: addresses of links are none, and numbers are none but years.
///
/// Reading the Markdown properly costs more than all the rest of the index, and its signs part words anyway.
pub(crate) fn running(piece: &str) -> Vec<String> {
    let seen = piece.split_once("](").map_or(piece, |(before, _)| before);
    if seen.contains("://") {
        return Vec::new();
    }
    let mut found = words(seen);
    found.retain(|word| COMMON.binary_search(&word.as_str()).is_err() && (word.len() == 4 || !is_number(word)));
    found
}

/// The root of an Indonesian word, as Snowball finds it: `pemilihan` gives `pilih`.
pub fn root(word: &str) -> String {
    Stemmer::create(Algorithm::Indonesian).stem(word).into_owned()
}

/// A finished word; a single letter is none, a single digit may be a ballot number.
fn keep(word: &mut String, words: &mut Vec<String>) {
    if word.len() > 1 || is_number(word) {
        words.push(std::mem::take(word));
    }
    word.clear();
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The plain letter for a small letter; nothing for a sign that parts words.
fn folded(c: char) -> Option<char> {
    Some(match c {
        'a'..='z' | '0'..='9' => c,
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ē' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ī' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        _ => return None,
    })
}

/// Signs inside a word: apostrophes, accents that stand beside their letter, and what is not seen.
fn joins(c: char) -> bool {
    matches!(c, '\'' | '`' | '’' | '‘' | 'ʼ' | '\u{300}'..='\u{36f}') || is_unseen(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_signs_and_accents_and_running_text_loses_addresses() {
        assert_eq!(words("Dr. H. Ma’ruf CAFE\u{301}, S.E. (2)"), ["dr", "maruf", "cafe", "2"]);
        assert_eq!(words(&"x".repeat(99))[0].len(), LONGEST);
        assert_eq!(words("pe\u{ad}milih su\u{200b}ara"), ["pemilih", "suara"]);
        let text = "Rapat [pleno](../x.md) di https://contoh.test/y pada 2024, 12 orang-orang";
        let told: Vec<String> = text.split_whitespace().flat_map(running).collect();
        assert_eq!(told, ["rapat", "pleno", "2024", "orang", "orang"]);
        assert!(COMMON.is_sorted(), "a word is looked up by halving");
    }

    #[test]
    fn a_word_has_the_root_that_snowball_finds() {
        for (word, expected) in [("pemilihan", "pilih"), ("menyusun", "susun"), ("suaranya", "suara"), ("kpu", "kpu")] {
            assert_eq!(root(word), expected, "{word}");
        }
    }
}

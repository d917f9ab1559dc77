//! The terms of the glossary, and the first use of each in an article, which becomes a link.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Terms that are looked for in articles: made once, asked for every article.
#[derive(Debug, Default)]
pub struct Glosarium {
    /// By their first word in small letters; of one word the longest term first.
    by_first: BTreeMap<String, Vec<Term>>,
    /// The first letters of terms, small ones: most words are no term, and this says so at once.
    letters: BTreeSet<char>,
}

/// A term and where it is explained.
#[derive(Debug)]
struct Term {
    text: String,
    to: String,
}

impl Glosarium {
    /// Terms as written, each with the address of its explanation.
    pub fn new(terms: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut by_first: BTreeMap<String, Vec<Term>> = BTreeMap::new();
        for (text, to) in terms {
            by_first.entry(first_word(&text).to_lowercase()).or_default().push(Term { text, to });
        }
        // A term that begins with no letter and no digit would be met between words.
        by_first.remove("");
        for terms in by_first.values_mut() {
            terms.sort_by_key(|term| std::cmp::Reverse(term.text.len()));
        }
        let letters = by_first.keys().filter_map(|word| word.chars().next()).collect();
        Self { by_first, letters }
    }

    /// Whether there are no terms.
    pub fn is_empty(&self) -> bool {
        self.by_first.is_empty()
    }

    /// The terms in a text, from left to right; of those that begin at one place the longest.
    fn find(&self, text: &str) -> Vec<(Range<usize>, &Term)> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(start) = text[at..].find(char::is_alphanumeric).map(|start| at + start) {
            let word = first_word(&text[start..]);
            let term = self.term_at(text, start, word).filter(|_| !ends_joined(&text[..start]));
            at = start + term.as_ref().map_or(word.len(), |(length, _)| *length);
            found.extend(term.map(|(_, term)| (start..at, term)));
        }
        found
    }

    /// The longest term at a place where a word begins, with the bytes it takes.
    fn term_at(&self, text: &str, start: usize, word: &str) -> Option<(usize, &Term)> {
        let letter = word.chars().next()?.to_lowercase().next()?;
        if !self.letters.contains(&letter) {
            return None;
        }
        let mut terms = self.by_first.get(&word.to_lowercase())?.iter();
        terms.find_map(|term| {
            let length = length_in(&text[start..], &term.text)?;
            (!begins_joined(&text[start + length..])).then_some((length, term))
        })
    }
}

fn first_word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())]
}

/// Signs that join what stands on both sides to one word: `DPT-nya`, `kpu@contoh.test`, `a/b`.
const JOINTS: [char; 6] = ['-', '_', '/', '@', '\'', '’'];

fn ends_joined(before: &str) -> bool {
    let mut signs = before.chars().rev();
    let last = signs.next();
    last.is_some_and(|c| JOINTS.contains(&c) || c == '.') && signs.next().is_some_and(char::is_alphanumeric)
}

fn begins_joined(after: &str) -> bool {
    let mut signs = after.chars();
    let first = signs.next();
    let joins = |c: char| JOINTS.contains(&c) || c == '.';
    first.is_some_and(|c| c.is_alphanumeric() || joins(c) && signs.next().is_some_and(char::is_alphanumeric))
}

/// How many bytes a term takes at the start of a text. A sentence may begin with it, and a line may end inside it; a
/// term with capitals further on, such as DPTb, is a name and is only met as it is written.
fn length_in(text: &str, term: &str) -> Option<usize> {
    let is_name = term.chars().skip(1).any(char::is_uppercase);
    let mut signs = text.char_indices();
    for (index, wanted) in term.chars().enumerate() {
        let (_, sign) = signs.next()?;
        let same = sign == wanted
            || wanted == ' ' && sign.is_whitespace()
            || index == 0 && !is_name && sign.to_lowercase().eq(wanted.to_lowercase());
        if !same {
            return None;
        }
    }
    Some(signs.next().map_or(text.len(), |(end, _)| end))
}

/// An article with the first use of every term linked; headings, links, pictures, code, quotes and the heads of tables
/// stay as they are.
pub fn linked<'t>(events: Vec<Event<'t>>, glosarium: &'t Glosarium) -> Vec<Event<'t>> {
    let mut linking = Linking { glosarium, used: BTreeSet::new(), out: Vec::with_capacity(events.len() + 16) };
    let (mut run, mut closed) = (Run::default(), 0_usize);
    for event in events {
        match event {
            // A term may go on in the next line, and marks of Markdown part a text into several.
            Event::Text(text) if closed == 0 => run.push(text),
            Event::SoftBreak if closed == 0 => run.push(CowStr::Borrowed("\n")),
            event => {
                linking.put(&mut run);
                match &event {
                    Event::Start(tag) if is_closed(tag.to_end()) => closed += 1,
                    Event::End(end) if is_closed(*end) => closed = closed.saturating_sub(1),
                    _ => {}
                }
                linking.out.push(event);
            }
        }
    }
    linking.put(&mut run);
    linking.out
}

/// Words that follow one another: as pieces, and together where there are several.
#[derive(Default)]
struct Run<'t> {
    pieces: Vec<CowStr<'t>>,
    words: String,
}

impl<'t> Run<'t> {
    fn push(&mut self, piece: CowStr<'t>) {
        if let [first] = self.pieces.as_slice() {
            self.words.push_str(first);
        }
        if !self.pieces.is_empty() {
            self.words.push_str(&piece);
        }
        self.pieces.push(piece);
    }

    fn words(&self) -> &str {
        match self.pieces.as_slice() {
            [only] => only,
            _ => &self.words,
        }
    }

    fn clear(&mut self) {
        self.pieces.clear();
        self.words.clear();
    }
}

/// Whether nothing is linked inside such a part.
fn is_closed(part: TagEnd) -> bool {
    matches!(
        part,
        TagEnd::Heading(_)
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::BlockQuote(_)
            | TagEnd::TableHead
    )
}

/// An article that is being linked.
struct Linking<'t> {
    glosarium: &'t Glosarium,
    /// The explanations that are linked already.
    used: BTreeSet<&'t str>,
    out: Vec<Event<'t>>,
}

impl<'t> Linking<'t> {
    /// Adds words, and a link around each term that is used for the first time.
    fn put(&mut self, run: &mut Run<'t>) {
        let (glosarium, mut at) = (self.glosarium, 0);
        for (range, term) in glosarium.find(run.words()) {
            if !self.used.insert(&term.to) {
                continue;
            }
            self.words(&run.words()[at..range.start]);
            self.out.push(Event::Start(Tag::Link {
                link_type: LinkType::Inline,
                dest_url: CowStr::Borrowed(&term.to),
                title: CowStr::Borrowed(""),
                id: CowStr::Borrowed(""),
            }));
            self.words(&run.words()[range.clone()]);
            self.out.push(Event::End(TagEnd::Link));
            at = range.end;
        }
        if at == 0 {
            self.out.extend(run.pieces.drain(..).map(Event::Text));
        } else {
            self.words(&run.words()[at..]);
        }
        run.clear();
    }

    fn words(&mut self, words: &str) {
        if !words.is_empty() {
            self.out.push(Event::Text(words.to_owned().into()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let terms = ["DPT", "DPTb", "Kolom kosong", "Kolom", "Masa tenang", "TPS", "e-KTP"];
        let glosarium = Glosarium::new(terms.map(|term| (term.to_owned(), format!("/istilah.html#{term}"))));
        glosarium.find(text).into_iter().map(|(range, _)| text[range].to_owned()).collect()
    }

    #[test]
    fn whole_words_are_found_the_longest_term_first() {
        assert_eq!(found("DPT dan DPTb, (TPS)."), ["DPT", "DPTb", "TPS"]);
        assert_eq!(found("Ada kolom kosong dan kolom."), ["kolom kosong", "kolom"]);
        assert_eq!(found("Pada masa\ntenang: e-KTP."), ["masa\ntenang", "e-KTP"]);
    }

    #[test]
    fn near_misses_stay_as_they_are() {
        for text in [
            "DPTs",
            "dpt",
            "Dpt",
            "aDPT",
            "DPT-nya",
            "non-DPT",
            "tps",
            "e-KTPs",
            "dpt@contoh.test",
            "x.DPT",
            "DPT.go",
            "DPT’s",
            "masa  tenang",
            "masa tenangnya",
            "masa, tenang",
            "MASA TENANG",
            "kolomnya",
            "_",
            "",
            "é",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}

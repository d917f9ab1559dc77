//! Looks at texts, and the one pass over a file that makes all of them.
//!
//! A look is a function of a file alone, so what it finds is cached by the file's digest, whether that is something or nothing.
//! It is a `static` beside its rule, and named in the rule's line of `rules!`.

use crate::check::LOOKS;
use crate::check::look::digits::longest_number;
use crate::check::look::passages::{Passage, passages};
use crate::check::look::texts::{Hit, answers};
use crate::markdown::{Outline, outline};
use crate::model::Model;
use crate::model::document::{Document, Found};
use crate::report::place::Place;
use crate::source::Source;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::OnceCell;
use std::ops::Range;
use std::sync::LazyLock;

/// A look at texts, whatever it looks at.
pub(in crate::check) trait Look: Sync {
    /// Its name, which no other look has: the code of its rule, and what it looks for.
    fn name(&self) -> &'static str;

    /// What has to stand in a file for the look to find something there.
    fn near(&self) -> Near;

    /// Whether it looks at files such as this one.
    fn reaches(&self, document: &Document) -> bool;

    /// What it finds in a file that it reaches.
    fn look_at(&self, file: &File<'_>) -> Vec<Finding>;
}

/// What has to stand in a file for a look to find something there; a look that asks for nothing is made at every file.
#[derive(Clone, Copy)]
pub(in crate::check) enum Near {
    /// Nothing.
    Nothing,
    /// The words of one phrase of these lists, whatever stands between them.
    Phrases(&'static [&'static [&'static str]]),
    /// A number of so many digits, also one parted by spaces, dots or hyphens.
    Digits(usize),
}

/// Which texts a look is made at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Reach {
    /// The values in records, and articles.
    Records,
    /// Attachments and files that are published as they are, too.
    Published,
    /// All of these from their first byte to the last, with comments and keys.
    Whole,
}

/// A file while it is looked at.
pub(in crate::check) struct File<'d> {
    document: &'d Document,
    /// The places of values are worth looking up only where there is something to say.
    passages: OnceCell<Vec<Passage>>,
}

/// Something found in a file: its bytes, the path of the value it stands in, and what is noted of it.
pub(in crate::check) struct Finding {
    range: Range<usize>,
    path: String,
    note: Vec<u8>,
}

/// Looks for words in the texts of files.
pub(in crate::check) struct TextLook {
    /// Its name, which no other look has: the code of its rule, and what it looks for.
    pub name: &'static str,
    /// What has to stand in the text.
    pub near: Near,
    /// The texts.
    pub reach: Reach,
    /// Gives the bytes of what it finds in a text.
    pub find: fn(&str) -> Vec<Range<usize>>,
}

impl TextLook {
    /// What it finds in all files, in order of their paths.
    pub fn hits<'m>(&'static self, model: &'m Model) -> impl Iterator<Item = Hit<'m>> {
        let found = model.documents.found_by(number_of(self), all_looks);
        found.map(|(source, Found { range, path, .. })| Hit { source, path: path.clone(), range: range.clone() })
    }
}

impl TextLook {
    /// Whether it finds anything in the file of a record; who has the record has read the part it belongs to, and rests on no
    /// other.
    pub fn finds_in(&'static self, model: &Model, source: &Source) -> bool {
        let number = number_of(self);
        let found = model.document_of(source).map(|document| document.found(all_looks));
        found.is_some_and(|found| found.iter().any(|one| one.look == number))
    }
}

impl Look for TextLook {
    fn name(&self) -> &'static str {
        self.name
    }

    fn near(&self) -> Near {
        self.near
    }

    fn reaches(&self, document: &Document) -> bool {
        !document.is_attachment() || (self.reach != Reach::Records && is_read_by_people(&document.path))
    }

    fn look_at(&self, file: &File<'_>) -> Vec<Finding> {
        let found = (self.find)(file.document.text());
        let note = Vec::new;
        if self.reach == Reach::Whole || found.is_empty() {
            return found.into_iter().map(|range| Finding { range, path: String::new(), note: note() }).collect();
        }
        let passages = file.passages.get_or_init(|| passages(file.document));
        let found = found.into_iter().filter_map(|range| {
            let path = path_at(passages, &range)?.to_owned();
            Some(Finding { range, path, note: note() })
        });
        found.collect()
    }
}

/// Finds bytes of a text in Markdown, with what is to be said of them.
type FindInMarkdown<N> = fn(&str, &Outline) -> Vec<(Range<usize>, N)>;

/// Looks at everything that is written in Markdown, by its text and outline; what it gives says `N` of each place it finds.
pub(in crate::check) struct MarkdownLook<N> {
    /// Its name, which no other look has: the code of its rule, and what it looks for.
    pub name: &'static str,
    /// Gives the bytes of what it finds in a text, with what is to be said of it.
    pub find: FindInMarkdown<N>,
}

impl<N: Serialize + DeserializeOwned> MarkdownLook<N> {
    /// The places of what it finds: exact in an article, the whole value elsewhere.
    pub fn places(&'static self, model: &Model) -> Vec<(Place, N)> {
        let in_articles = model.documents.found_by(number_of(self), all_looks).map(|(document, found)| {
            let note = postcard::from_bytes(&found.note).expect("a look reads its own notes");
            (Place::bytes(&document.path, found.range.clone()), note)
        });
        // The answers of a file are many texts that have no bytes of their own in it.
        let in_answers = answers(model).flat_map(|(place, text)| {
            let found = (self.find)(text, &outline(text)).into_iter();
            found.map(move |(_, note)| (place.clone(), note))
        });
        in_articles.chain(in_answers).collect()
    }
}

impl<N: Serialize + DeserializeOwned> Look for MarkdownLook<N> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn near(&self) -> Near {
        Near::Nothing
    }

    fn reaches(&self, document: &Document) -> bool {
        document.is_article()
    }

    fn look_at(&self, File { document, .. }: &File<'_>) -> Vec<Finding> {
        let start = document.body_start();
        let found = (self.find)(&document.text()[start..], document.outline()).into_iter();
        let found = found.map(|(range, note)| Finding {
            range: range.start + start..range.end + start,
            path: String::new(),
            note: postcard::to_stdvec(&note).expect("a note is plain data"),
        });
        found.collect()
    }
}

/// What `look` finds in the texts of one file.
pub(in crate::check) fn find_in(source: &Source, look: impl Fn(&str) -> Vec<Range<usize>>) -> Vec<Hit<'_>> {
    let found = look(source.text());
    let passages = if found.is_empty() { Vec::new() } else { passages(source) };
    let hits = found.into_iter().filter_map(|range| {
        let path = path_at(&passages, &range)?.to_owned();
        Some(Hit { source, path, range })
    });
    hits.collect()
}

/// The path of the value that bytes of a file lie in.
fn path_at<'p>(passages: &'p [Passage], range: &Range<usize>) -> Option<&'p str> {
    let before = passages.partition_point(|passage| passage.range.start <= range.start);
    let passage = passages.get(before.checked_sub(1)?)?;
    (range.end <= passage.range.end).then_some(&passage.path)
}

/// Whether the numbers in a text are for people: a script and a drawing are full of others.
fn is_read_by_people(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, end)| end);
    !["js", "css", "svg"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}

fn number_of(look: &dyn Look) -> usize {
    let number = LOOKS.iter().position(|known| known.name() == look.name());
    number.expect("a look is named in the line of its rule in `rules!`")
}

/// What all looks find in a file. One pass over the text says which of them may find something; the others are not made.
pub fn all_looks(document: &Document) -> Vec<Found> {
    static WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(&LOOKS));
    look_at(document, |reaching| {
        let near = WORDS.near(document.text());
        reaching.into_iter().filter(|look| near.may_find(&WORDS, *look)).collect()
    })
}

/// The same, with every look made whatever stands near: how it is proved that none is left out.
pub fn each_look(document: &Document) -> Vec<Found> {
    look_at(document, |reaching| reaching)
}

fn look_at(document: &Document, chosen: impl FnOnce(Vec<usize>) -> Vec<usize>) -> Vec<Found> {
    let reaching: Vec<usize> = (0..LOOKS.len()).filter(|look| LOOKS[*look].reaches(document)).collect();
    // A text that no look reaches is not read.
    let chosen = if reaching.is_empty() { reaching } else { chosen(reaching) };
    let file = File { document, passages: OnceCell::new() };
    let found = chosen.into_iter().flat_map(|look| {
        let found = LOOKS[look].look_at(&file).into_iter();
        found.map(move |Finding { range, path, note }| Found { look, range, path, note })
    });
    found.collect()
}

/// The words that looks want near, all looked for at once.
struct Words {
    automaton: AhoCorasick,
    /// For each look what it wants, with the numbers of words for phrases.
    wanted: Vec<Wanted>,
}

/// What one look wants near.
enum Wanted {
    Nothing,
    Phrases(Vec<Vec<usize>>),
    Digits(usize),
}

impl Words {
    fn of(looks: &[&dyn Look]) -> Self {
        let mut words: Vec<&str> = Vec::new();
        let mut number = |word| {
            words.iter().position(|known| *known == word).unwrap_or_else(|| {
                words.push(word);
                words.len() - 1
            })
        };
        let wanted = looks.iter().map(|look| match look.near() {
            Near::Nothing => Wanted::Nothing,
            Near::Digits(digits) => Wanted::Digits(digits),
            Near::Phrases(lists) => {
                let phrases = lists.iter().copied().flatten();
                Wanted::Phrases(phrases.map(|phrase| phrase.split_whitespace().map(&mut number).collect()).collect())
            }
        });
        let wanted = wanted.collect();
        let automaton =
            AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).build(&words);
        Self { automaton: automaton.expect("a few hundred words make a small automaton"), wanted }
    }

    /// What of all that is wanted stands in a text.
    fn near(&self, text: &str) -> NearText {
        let bytes = text.as_bytes();
        let mut words = vec![false; self.automaton.patterns_len()];
        for found in self.automaton.find_overlapping_iter(text) {
            // `RT05` has the word `rt` in it, `RTH` has not.
            let begins = !bytes[..found.start()].last().is_some_and(u8::is_ascii_alphanumeric);
            if begins && !bytes.get(found.end()).is_some_and(u8::is_ascii_alphabetic) {
                words[found.pattern().as_usize()] = true;
            }
        }
        NearText { words, digits: longest_number(text) }
    }
}

/// What stands in a text of all that looks want near.
struct NearText {
    words: Vec<bool>,
    digits: usize,
}

impl NearText {
    fn may_find(&self, words: &Words, look: usize) -> bool {
        match &words.wanted[look] {
            Wanted::Nothing => true,
            Wanted::Digits(digits) => self.digits >= *digits,
            Wanted::Phrases(phrases) => phrases.iter().any(|phrase| phrase.iter().all(|word| self.words[*word])),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_looks_have_the_same_name() {
        let names: BTreeSet<&str> = LOOKS.iter().map(|look| look.name()).collect();
        assert_eq!(names.len(), LOOKS.len());
    }

    #[test]
    fn a_look_is_made_where_its_words_stand() {
        static LOOK: TextLook = TextLook {
            name: "contoh",
            near: Near::Phrases(&[&["kotak kosong", "jum'at"], &["rt"]]),
            reach: Reach::Records,
            find: |_| Vec::new(),
        };
        let words = Words::of(&[&LOOK]);
        for text in ["Kotak-Kosong", "kosong itu\nkotak", "Hari JUM'AT ini", "RT05", "(rt"] {
            assert!(words.near(text).may_find(&words, 0), "{text}");
        }
        for text in ["kotaknya kosong", "jumat", "RTH", "art", "rapat"] {
            assert!(!words.near(text).may_find(&words, 0), "{text}");
        }
    }
}

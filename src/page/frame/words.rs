//! Words that a reader sees, which the theme chooses: a view names them by their keys, and they are said when it is drawn.
//!
//! Whoever draws a page says which words there are and in which language while its body is made, so that a view can be made of the
//! model alone. A theme has words for any number of languages; what one of them lacks is said in Indonesian, between two [marks](FALLBACK)
//! by which the page, once drawn, says so.

use crate::page::frame::address::Address;
use crate::page::frame::versions::Versions;
use crate::page::frame::writing::Writing;
use crate::value::kode_bahasa::KodeBahasa;
use crate::value::sentence::behind;
use crate::value::tanggal::Tanggal;
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What stands around a word of a language's list that is Indonesian, for want of its own.
pub const FALLBACK: [char; 2] = ['\u{E000}', '\u{E001}'];

/// The words of a theme by their keys, such as `judul.jadwal`, in every language that it has.
#[derive(Debug, Default)]
pub struct Words {
    lists: BTreeMap<KodeBahasa, WordList>,
}

/// The words of a language, with the Indonesian ones that it lacks.
#[derive(Debug, Default)]
pub struct WordList {
    words: BTreeMap<String, String>,
    /// How it writes days and numbers.
    pub writing: Arc<Writing>,
}

/// A text for readers, in the language of its page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Phrase(Form);

/// What a text is made of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Form {
    /// A text that is the same in every language, such as a name.
    Text(String),
    /// A text as a record has it, in Indonesian.
    Asli(String),
    /// A day, as the language writes it.
    Day(Tanggal),
    /// The month of a day, with its year.
    Month(Tanggal),
    /// A number, as the language writes it.
    Number(u64),
    /// A sentence of the theme by its key, and what stands in its gaps.
    Sentence(&'static str, Vec<(&'static str, Form)>),
}

/// What a page is made in: the theme's words, its language, and the others it is drawn in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spoken {
    words: Arc<Words>,
    /// The language.
    pub bahasa: Option<KodeBahasa>,
    /// All languages of the page.
    pub versi: Arc<Versions>,
}

thread_local! {
    /// What this thread draws with.
    static SPOKEN: RefCell<Spoken> = RefCell::new(Spoken::default());
}

/// Does a piece of work, such as making the body of a page, in which phrases are said with these words in a language.
pub(crate) fn speaking<T>(
    words: &Arc<Words>,
    (bahasa, versi): (&KodeBahasa, &Arc<Versions>),
    work: impl FnOnce() -> T,
) -> T {
    let spoken = Spoken { words: Arc::clone(words), bahasa: Some(bahasa.clone()), versi: Arc::clone(versi) };
    let around = SPOKEN.replace(spoken);
    let done = work();
    SPOKEN.set(around);
    done
}

/// What is spoken here; Indonesian without words where nobody draws.
pub(crate) fn spoken() -> Spoken {
    SPOKEN.with_borrow(Clone::clone)
}

impl Spoken {
    /// The language.
    pub fn bahasa(&self) -> KodeBahasa {
        self.bahasa.clone().unwrap_or_else(KodeBahasa::indonesia)
    }

    /// Where a page of the site lies in the language that is spoken, by its address without a code.
    pub fn address(&self, asli: &Address) -> Address {
        self.versi.address(asli, &self.bahasa())
    }

    /// The word of a key that is put together; nothing where the theme has none.
    pub fn word(&self, key: &str) -> Option<String> {
        Some(self.words.list(&self.bahasa())?.words.get(key)?.replace(FALLBACK, ""))
    }

    /// The name of a language, as those who speak it call it: by its own list; the code where the theme does not say.
    pub fn name_of(&self, bahasa: &KodeBahasa) -> String {
        let key = format!("bahasa.{bahasa}");
        let own =
            [bahasa, &KodeBahasa::indonesia()].into_iter().find_map(|code| self.words.lists.get(code)?.words.get(&key));
        own.map_or_else(|| bahasa.to_string(), |name| name.replace(FALLBACK, ""))
    }
}

impl Words {
    /// The words of a theme's lists, whose groups lie in one another; each stands over the Indonesian ones already.
    pub fn of<'v>(lists: impl IntoIterator<Item = (KodeBahasa, &'v Value)>) -> Self {
        Self { lists: lists.into_iter().map(|(code, list)| (code, WordList::of(list))).collect() }
    }

    /// The languages that there are words for.
    pub fn languages(&self) -> impl Iterator<Item = &KodeBahasa> {
        self.lists.keys()
    }

    /// The words of a language; the Indonesian ones where there are none.
    pub fn list(&self, bahasa: &KodeBahasa) -> Option<&WordList> {
        self.lists.get(bahasa).or_else(|| self.lists.get(&KodeBahasa::indonesia()))
    }

    /// A word of a language's own list; nothing where it has none of its own.
    pub fn own(&self, key: &str, bahasa: &KodeBahasa) -> Option<&str> {
        let word = self.lists.get(bahasa)?.words.get(key)?;
        (!word.starts_with(FALLBACK[0])).then_some(word.as_str())
    }

    /// A sentence of a language; the key itself where a theme took it away.
    pub fn sentence<'w>(&'w self, key: &'w str, bahasa: &KodeBahasa) -> &'w str {
        self.list(bahasa).and_then(|list| list.words.get(key)).map_or(key, String::as_str)
    }
}

impl WordList {
    fn of(list: &Value) -> Self {
        let mut words = BTreeMap::new();
        leaves("", list, &mut words);
        let writing = Writing::of(|key| words.get(key).map(|word| word.replace(FALLBACK, "")));
        Self { writing: Arc::new(writing), words }
    }
}

fn leaves(path: &str, value: &Value, words: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(inner) => {
            for (key, value) in inner {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                leaves(&path, value, words);
            }
        }
        Value::String(word) => _ = words.insert(path.to_owned(), word.clone()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => {}
    }
}

impl Phrase {
    /// The text of a record in a language, which says so where that is not the one that is spoken.
    pub fn written_in(bahasa: &KodeBahasa, text: impl Into<String>) -> Self {
        Self(if bahasa.is_indonesia() { Form::Asli(text.into()) } else { Form::Text(text.into()) })
    }

    /// The month of a day, with its year.
    pub fn month_of(day: Tanggal) -> Self {
        Self(Form::Month(day))
    }

    /// The sentence of a key.
    pub fn of(key: &'static str) -> Self {
        Self(Form::Sentence(key, Vec::new()))
    }

    /// With a text in one of its gaps.
    pub fn with(mut self, gap: &'static str, value: impl Into<Form>) -> Self {
        if let Form::Sentence(_, gaps) = &mut self.0 {
            gaps.push((gap, value.into()));
        }
        self
    }

    /// The text, in the words and the language that are spoken here.
    pub fn said(&self) -> String {
        let spoken = spoken();
        let mut text = String::new();
        self.0.say(&spoken.words, &spoken.bahasa(), &mut text);
        text
    }
}

impl Form {
    fn say(&self, words: &Words, bahasa: &KodeBahasa, text: &mut String) {
        let writing = || words.list(bahasa).map(|list| Arc::clone(&list.writing)).unwrap_or_default();
        match self {
            Self::Text(own) => text.push_str(own),
            Self::Asli(own) if bahasa.is_indonesia() || own.is_empty() => text.push_str(own),
            Self::Asli(own) => {
                text.push(FALLBACK[0]);
                text.push_str(own);
                text.push(FALLBACK[1]);
            }
            Self::Day(day) => text.push_str(&writing().day(*day)),
            Self::Month(day) => text.push_str(&writing().month(*day)),
            Self::Number(number) => text.push_str(&writing().whole(*number)),
            Self::Sentence(key, gaps) => {
                let mut rest = words.sentence(key, bahasa);
                while let Some((before, (name, after))) =
                    rest.split_once('{').and_then(|(before, gap)| Some((before, gap.split_once('}')?)))
                {
                    text.push_str(before);
                    rest = after;
                    if let Some((_, form)) = gaps.iter().find(|(gap, _)| *gap == name) {
                        form.say(words, bahasa, text);
                        rest = behind(text, after);
                    }
                }
                text.push_str(rest);
            }
        }
    }
}

impl Serialize for Phrase {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Form::Text(own) => serializer.serialize_str(own),
            Form::Asli(_) | Form::Day(_) | Form::Month(_) | Form::Number(_) | Form::Sentence(..) => {
                serializer.serialize_str(&self.said())
            }
        }
    }
}

impl From<String> for Phrase {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&str> for Phrase {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Tanggal> for Phrase {
    fn from(day: Tanggal) -> Self {
        Self(day.into())
    }
}

impl From<String> for Form {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Form {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Tanggal> for Form {
    fn from(day: Tanggal) -> Self {
        Self::Day(day)
    }
}

impl From<u64> for Form {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<Phrase> for Form {
    fn from(phrase: Phrase) -> Self {
        phrase.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_phrase_is_said_in_the_words_and_the_language_of_its_page() {
        let code = |code| KodeBahasa::of(code).unwrap();
        let lists = [
            ("id", json!({ "judul": { "a": "Jadwal {nama}, {x}" }, "bahasa": { "id": "Indonesia" } })),
            ("xx", json!({ "judul": { "a": "{nama}'s" }, "bahasa": { "xx": "Xish" }, "tulis": { "ribuan": " " } })),
        ];
        let words = Arc::new(Words::of(lists.iter().map(|(name, list)| (code(name), list))));
        let phrase = Phrase::of("judul.a").with("nama", "{x}").with("x", Phrase::of("tiada"));
        let (versi, number) = (Arc::default(), Phrase::of("judul.a").with("nama", 12_345_u64));
        let said = |name| {
            let all = || (json!([phrase, Phrase::from("{nama}"), number]), spoken().name_of(&code("xx")));
            speaking(&words, (&code(name), &versi), all)
        };
        assert_eq!(said("id"), (json!(["Jadwal {x}, tiada", "{nama}", "Jadwal 12.345, "]), "Xish".to_owned()));
        assert_eq!(said("xx"), (json!(["{x}'s", "{nama}", "12 345's"]), "Xish".to_owned()));
        assert_eq!(json!(Phrase::of("judul.a")), json!("judul.a"));
    }
}

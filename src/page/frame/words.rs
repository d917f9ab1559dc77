//! Words that a reader sees, which the theme chooses: a view names them by their keys, and they are said when it is drawn.
//!
//! Whoever draws a page says which words there are while its body is made, so that a view can be made of the model alone.

use crate::bahasa::Bahasa;
use crate::value::sentence::behind;
use crate::value::tanggal::Tanggal;
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The words of a theme by their keys, such as `judul.jadwal`, in both languages.
#[derive(Debug, Default)]
pub struct Words {
    indonesian: BTreeMap<String, String>,
    english: BTreeMap<String, String>,
}

/// A text for readers, in the language of its page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Phrase {
    form: Form,
    bahasa: Bahasa,
}

/// What a text is made of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Form {
    /// A text as a record has it.
    Text(String),
    /// A day, as the language writes it.
    Day(Tanggal),
    /// A sentence of the theme by its key, and what stands in its gaps.
    Sentence(&'static str, Vec<(&'static str, Form)>),
}

thread_local! {
    /// The words of the theme that this thread draws with.
    static SPOKEN: RefCell<Option<Arc<Words>>> = const { RefCell::new(None) };
}

/// Does a piece of work, such as making the body of a page, in which phrases are said with these words.
pub(crate) fn speaking<T>(words: &Arc<Words>, work: impl FnOnce() -> T) -> T {
    let around = SPOKEN.replace(Some(Arc::clone(words)));
    let done = work();
    SPOKEN.set(around);
    done
}

impl Words {
    /// The words of two lists, whose groups lie in one another.
    pub fn of(indonesian: &Value, english: &Value) -> Self {
        let (mut id, mut en) = (BTreeMap::new(), BTreeMap::new());
        leaves("", indonesian, &mut id);
        leaves("", english, &mut en);
        Self { indonesian: id, english: en }
    }

    /// The sentence of a key; the key itself where a theme took it away.
    fn sentence<'w>(&'w self, key: &'w str, bahasa: Bahasa) -> &'w str {
        let words = match bahasa {
            Bahasa::Id => &self.indonesian,
            Bahasa::En => &self.english,
        };
        words.get(key).map_or(key, String::as_str)
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
    /// The sentence of a key.
    pub fn of(key: &'static str) -> Self {
        Self { form: Form::Sentence(key, Vec::new()), bahasa: Bahasa::Id }
    }

    /// With a text in one of its gaps.
    pub fn with(mut self, gap: &'static str, value: impl Into<Form>) -> Self {
        if let Form::Sentence(_, gaps) = &mut self.form {
            gaps.push((gap, value.into()));
        }
        self
    }

    /// In English.
    pub fn in_english(self) -> Self {
        Self { bahasa: Bahasa::En, ..self }
    }

    /// The text, in the words that are spoken here.
    pub fn said(&self) -> String {
        let words = SPOKEN.with_borrow(Clone::clone).unwrap_or_default();
        let mut text = String::new();
        self.form.say(&words, self.bahasa, &mut text);
        text
    }
}

impl Form {
    fn say(&self, words: &Words, bahasa: Bahasa, text: &mut String) {
        match self {
            Self::Text(own) => text.push_str(own),
            Self::Day(day) => text.push_str(&day.panjang_dalam(bahasa)),
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
        match &self.form {
            Form::Text(own) => serializer.serialize_str(own),
            Form::Day(_) | Form::Sentence(..) => serializer.serialize_str(&self.said()),
        }
    }
}

impl From<String> for Phrase {
    fn from(text: String) -> Self {
        Self { form: text.into(), bahasa: Bahasa::Id }
    }
}

impl From<&str> for Phrase {
    fn from(text: &str) -> Self {
        text.to_owned().into()
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

impl From<Phrase> for Form {
    fn from(phrase: Phrase) -> Self {
        phrase.form
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_phrase_is_said_in_the_words_and_the_language_of_its_page() {
        let words =
            Words::of(&json!({ "judul": { "a": "Jadwal {nama}, {x}" } }), &json!({ "judul": { "a": "{nama}'s" } }));
        let phrase = Phrase::of("judul.a").with("nama", "{x}").with("x", Phrase::of("tiada"));
        let said = speaking(&Arc::new(words), || json!([phrase, phrase.clone().in_english(), Phrase::from("{nama}")]));
        assert_eq!(said, json!(["Jadwal {x}, tiada", "{x}'s", "{nama}"]));
        assert_eq!(json!(Phrase::of("judul.a")), json!("judul.a"));
    }
}

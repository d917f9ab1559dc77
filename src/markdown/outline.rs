//! The parts of an article that rules and links ask for, with their places.

use crate::markdown::account::Account;
use crate::markdown::loss::Loss;
use crate::markdown::{Ids, note_id, options, words_in};
use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A link or picture in an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The bytes of the text it stands at.
    pub range: Range<usize>,
    /// Where it leads, as written.
    pub to: String,
    /// The words it is read by, those of a picture in it too; nothing for a picture.
    pub words: String,
    /// Whether it is a picture.
    pub picture: bool,
}

/// A picture in an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The bytes of the text it stands at.
    pub range: Range<usize>,
    /// Its file or address, as written.
    pub to: String,
    /// The words for those who do not see it.
    pub alt: String,
}

/// The parts of an article that rules and links ask for, found in one reading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// Links and pictures, in order of their ends.
    pub links: Vec<Link>,
    /// Pictures with their words, in order.
    pub pictures: Vec<Picture>,
    /// Headings as written, in order.
    pub titles: Vec<Title>,
    /// Tables, by their first lines, in order.
    pub tables: Vec<TableHead>,
    /// The places of HTML, which is not published.
    pub html: Vec<Range<usize>>,
    /// Addresses in the text that become links, in order.
    pub bare: Vec<Link>,
    /// The names of the footnotes.
    pub notes: Vec<String>,
    /// What does not come out as it was written, in order.
    pub losses: Vec<(Range<usize>, Loss)>,
    /// The beginning of the words of the first paragraph, a little longer than a list or a preview shows.
    pub pembuka: String,
}

/// The characters of the first paragraph that are kept.
const OPENERS: usize = 256;

/// The first line of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableHead {
    /// The bytes of the text it stands at.
    pub range: Range<usize>,
    /// The words of its cells.
    pub cells: Vec<String>,
    /// How many rows follow.
    pub rows: usize,
}

/// A heading as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    /// The bytes of the text it stands at.
    pub range: Range<usize>,
    /// 1 to 6.
    pub level: u8,
    /// Its words.
    pub words: String,
}

impl Outline {
    /// The anchors of the headings, in order, and those of the footnotes.
    pub fn anchors(&self) -> Vec<String> {
        let notes = || self.notes.iter().map(|name| note_id("", name));
        let mut ids = Ids::beside(notes());
        self.titles.iter().map(|title| ids.of(&title.words)).chain(notes()).collect()
    }
}

/// The most parts of an article that are read: words, marks, cells, ends of lines. A table of five columns for every polling
/// station of the largest province is a third of it; what is drawn from more would take hundreds of megabytes.
pub const MOST_PARTS: usize = 150_000;

/// Reads the parts of an article.
pub fn outline(text: &str) -> Outline {
    let mut reading = Reading { text, outline: Outline::default(), open: Vec::new(), paragraf: Paragraph::Sebelum };
    let mut account = Account::of(text);
    let mut events = Parser::new_ext(text, options()).into_offset_iter();
    let definitions = events.reference_definitions().iter();
    let mut definitions: Vec<_> = definitions.map(|(label, made)| (label.to_owned(), made.span.clone())).collect();
    definitions.sort_by_key(|(_, range)| range.start);
    let mut parts = 0;
    for (event, range) in &mut events {
        parts += 1;
        if parts > MOST_PARTS {
            reading.outline.losses = vec![(range, Loss::Parts)];
            return reading.outline;
        }
        account.take(&event, &range);
        reading.open_paragraph(&event);
        reading.take(event, range);
    }
    let accounted = account.end(&definitions);
    let link = |(range, to)| Link { range, to, words: String::new(), picture: false };
    reading.outline.bare = accounted.bare.into_iter().map(link).collect();
    (reading.outline.notes, reading.outline.losses) = (accounted.notes, accounted.losses);
    let end = reading.outline.pembuka.char_indices().nth(OPENERS).map_or(reading.outline.pembuka.len(), |(end, _)| end);
    reading.outline.pembuka.truncate(end);
    reading.outline.pembuka.shrink_to_fit();
    reading.outline
}

/// An outline that is being read: what is open takes the words.
struct Reading<'t> {
    text: &'t str,
    outline: Outline,
    open: Vec<Open>,
    paragraf: Paragraph,
}

/// How far the reading is with the first paragraph that has words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Paragraph {
    Sebelum,
    Di,
    Sesudah,
}

/// A part whose end has not come yet.
enum Open {
    Link(Link),
    /// A mail address, which is no link to follow.
    Mail,
    Picture(Picture),
    Title(Title),
    TableHead(TableHead),
}

impl Reading<'_> {
    /// Takes the words of the first paragraph.
    fn open_paragraph(&mut self, event: &Event<'_>) {
        let words = &mut self.outline.pembuka;
        match (self.paragraf, event) {
            (Paragraph::Sebelum, Event::Start(Tag::Paragraph)) => self.paragraf = Paragraph::Di,
            (Paragraph::Di, Event::End(TagEnd::Paragraph)) if !words.trim().is_empty() => {
                self.paragraf = Paragraph::Sesudah;
            }
            (Paragraph::Di, event) => words.push_str(words_in(event).unwrap_or_default()),
            _ => {}
        }
    }

    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Link { link_type: LinkType::Email, .. }) => self.open.push(Open::Mail),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let (to, words) = (dest_url.into_string(), String::new());
                self.open.push(Open::Link(Link { range, to, words, picture: false }));
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                let to = dest_url.into_string();
                self.outline.links.push(Link {
                    range: range.clone(),
                    to: to.clone(),
                    words: String::new(),
                    picture: true,
                });
                self.open.push(Open::Picture(Picture { range, to, alt: String::new() }));
            }
            Event::Start(Tag::Heading { level, .. }) => {
                let range = trimmed(self.text, range);
                self.open.push(Open::Title(Title { range, level: level as u8, words: String::new() }));
            }
            Event::Start(Tag::TableHead) => {
                let range = trimmed(self.text, range);
                self.open.push(Open::TableHead(TableHead { range, cells: Vec::new(), rows: 0 }));
            }
            Event::Start(Tag::TableCell) => {
                if let Some(Open::TableHead(head)) = self.open.last_mut() {
                    head.cells.push(String::new());
                }
            }
            Event::Start(Tag::TableRow) => {
                if let Some(head) = self.outline.tables.last_mut() {
                    head.rows += 1;
                }
            }
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::Heading(_) | TagEnd::TableHead) => self.close(),
            Event::Html(_) | Event::InlineHtml(_) => {
                self.outline.html.push(range);
                self.words(words_in(&event).unwrap_or_default());
            }
            event => self.words(words_in(&event).unwrap_or_default()),
        }
    }

    fn words(&mut self, words: &str) {
        for open in &mut self.open {
            match open {
                Open::Mail => {}
                Open::Link(link) => link.words.push_str(words),
                Open::Picture(picture) => picture.alt.push_str(words),
                Open::Title(title) => title.words.push_str(words),
                Open::TableHead(head) => {
                    if let Some(cell) = head.cells.last_mut() {
                        cell.push_str(words);
                    }
                }
            }
        }
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Open::Link(link)) => self.outline.links.push(link),
            Some(Open::Picture(picture)) => self.outline.pictures.push(picture),
            Some(Open::Title(title)) => self.outline.titles.push(title),
            Some(Open::TableHead(head)) => self.outline.tables.push(head),
            Some(Open::Mail) | None => {}
        }
    }
}

/// A place without the end of its line.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    range.start..range.start + text[range.clone()].trim_end().len()
}

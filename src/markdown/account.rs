//! Accounts for the text of an article: every visible character of it is found in what the parser made of it, in order, and
//! no mark of Markdown is shown to readers as it was written. What is not so is a loss, with its place.

use crate::markdown::loss::{Code, Dropped, Empty, Loss, Raw};
use crate::markdown::{bare, is_break, raw};
use crate::value::bersih::is_unseen;
use crate::value::damage::damaged;
use crate::value::slug::Slug;
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The most losses that are noted of a text: nobody reads more of them at once.
const MOST: usize = 200;

/// An account that is being made.
pub(super) struct Account<'t> {
    text: &'t str,
    losses: Vec<(Range<usize>, Loss)>,
    /// The bytes that are accounted for.
    covered: Vec<Range<usize>>,
    /// Words that follow one another in the source, and whether they begin a line.
    run: (Range<usize>, bool),
    /// Whether what comes next begins a line.
    begins: bool,
    in_code: bool,
    /// Whether the block's table was noted already.
    table_said: bool,
    /// The line before, where it began like an entry of a list.
    item: Option<Entry>,
    rows: Vec<Range<usize>>,
    lists: Vec<List>,
    links: Vec<Open>,
    labels: BTreeSet<String>,
    notes: BTreeMap<String, Note>,
    bare: Option<Vec<(Range<usize>, String)>>,
    /// Where the paragraph ends behind which the next part begins.
    above: Option<usize>,
    /// The heading that is open, and whether it has words.
    heading: Option<(Range<usize>, bool)>,
}

/// A list with numbers that is open; nothing is known of one without.
#[derive(Default)]
struct List {
    first: Option<u64>,
    next: u64,
    said: bool,
}

/// A link that is open.
struct Open {
    range: Range<usize>,
    to: String,
    has_words: bool,
}

/// A line that begins like an entry of a list, which Markdown does not take for one.
struct Entry {
    sign: char,
    /// The line; nothing where it was noted already.
    first: Option<Range<usize>>,
}

/// A footnote: where it is explained, and whether it is referred to.
#[derive(Default)]
struct Note {
    name: String,
    at: Vec<Range<usize>>,
    is_used: bool,
}

/// What an account comes to.
pub(super) struct Accounted {
    /// What is lost, in order.
    pub losses: Vec<(Range<usize>, Loss)>,
    /// The addresses in the text that are no links yet.
    pub bare: Vec<(Range<usize>, String)>,
    /// The names of the footnotes.
    pub notes: Vec<String>,
}

impl<'t> Account<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self {
            text,
            losses: Vec::new(),
            covered: Vec::new(),
            run: (0..0, false),
            begins: true,
            in_code: false,
            table_said: false,
            item: None,
            rows: Vec::new(),
            lists: Vec::new(),
            links: Vec::new(),
            labels: BTreeSet::new(),
            notes: BTreeMap::new(),
            bare: bare::may_be_in(text).then(Vec::new),
            above: None,
            heading: None,
        }
    }

    /// Takes the next event of the parser.
    pub(super) fn take(&mut self, event: &Event<'_>, range: &Range<usize>) {
        if let Event::Text(words) = event {
            return self.words(words, range);
        }
        self.end_run();
        let above = self.above.take();
        match event {
            Event::Start(Tag::BlockQuote(None) | Tag::List(None))
                if above.is_some_and(|end| self.swallows(end, range)) =>
            {
                let line = self.line(range);
                let sign = self.text[range.clone()].trim_start().chars().next().unwrap_or_default();
                self.lose(line, Loss::Dropped(Dropped::Start(sign)));
            }
            _ => {}
        }
        match event {
            Event::Start(tag) => self.open(tag, range),
            Event::End(TagEnd::Paragraph) => self.above = Some(range.end),
            Event::End(TagEnd::Heading(_)) => self.close_heading(),
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::End(TagEnd::List(_)) => _ = self.lists.pop(),
            Event::End(TagEnd::Link) => self.close_link(),
            Event::FootnoteReference(name) => {
                self.note(name).is_used = true;
                self.covered.push(range.clone());
            }
            Event::Code(words) => {
                self.has_words(words);
                self.covered.push(range.clone());
            }
            Event::SoftBreak | Event::HardBreak => self.begins = true,
            Event::InlineHtml(tag) if is_break(tag) => {
                self.begins = true;
                self.covered.push(range.clone());
            }
            Event::End(_) => {}
            _ => self.covered.push(range.clone()),
        }
    }

    fn words(&mut self, words: &str, range: &Range<usize>) {
        self.covered.push(range.clone());
        self.has_words(words);
        if self.in_code {
            return;
        }
        if self.run.0.end == range.start && !self.run.0.is_empty() {
            self.run.0.end = range.end;
        } else {
            self.end_run();
            self.run = (range.clone(), self.begins);
        }
        self.begins = false;
    }

    fn has_words(&mut self, words: &str) {
        if !words.trim().is_empty() {
            self.links.iter_mut().for_each(|link| link.has_words = true);
            self.heading.iter_mut().for_each(|(_, has_words)| *has_words = true);
        }
    }

    /// Looks for marks of Markdown among words that readers see.
    fn end_run(&mut self) {
        let (run, begins) = std::mem::take(&mut self.run);
        if run.is_empty() {
            return;
        }
        let of_line = if begins { self.listed(raw::of_line(self.text, run.clone())) } else { None };
        for (range, raw) in of_line.into_iter().chain(raw::find(self.text, run.clone())) {
            if raw != Raw::Table || !std::mem::replace(&mut self.table_said, true) {
                self.lose(range, Loss::Raw(raw));
            }
        }
        if let Some(bare) = self.bare.as_mut().filter(|_| self.links.is_empty()) {
            let found = bare::find(&self.text[run.clone()]).into_iter();
            bare.extend(found.map(|(range, to)| (run.start + range.start..run.start + range.end, to)));
        }
    }

    /// Of lines that begin like entries of a list, the first where there are several: one alone may be anything.
    fn listed(&mut self, of_line: Option<(Range<usize>, Raw)>) -> Option<(Range<usize>, Raw)> {
        let before = self.item.take();
        let Some((range, Raw::Item(sign))) = of_line else { return of_line };
        match before {
            Some(Entry { sign: known, first }) if known == sign => {
                self.item = Some(Entry { sign, first: None });
                first.map(|range| (range, Raw::Item(sign)))
            }
            _ => {
                self.item = Some(Entry { sign, first: Some(range) });
                None
            }
        }
    }

    fn lose(&mut self, range: Range<usize>, loss: Loss) {
        if self.losses.len() < MOST {
            self.losses.push((range, loss));
        }
    }

    fn open(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell => {
                self.begins = true;
                self.table_said = false;
                self.item = None;
                if matches!(tag, Tag::Heading { .. }) {
                    self.heading = Some((range.clone(), false));
                }
            }
            Tag::CodeBlock(kind) => {
                self.in_code = true;
                self.code(kind, range);
            }
            Tag::HtmlBlock => {
                self.covered.push(range.clone());
                self.comment(range);
            }
            Tag::BlockQuote(Some(_)) => self.covered.push(self.line(range)),
            Tag::TableRow => self.rows.push(range.clone()),
            Tag::List(first) => self.lists.push(List { first: *first, next: first.unwrap_or_default(), said: false }),
            Tag::Item => self.item(range),
            Tag::FootnoteDefinition(name) => {
                let label = self.text[range.clone()].find("]:").map_or(0, |end| end + 2);
                self.covered.push(range.start..range.start + label);
                self.note(name).at.push(range.start..range.start + label);
                self.begins = true;
            }
            Tag::Link { link_type, dest_url, id, .. } => {
                self.refer(*link_type, id);
                self.covered.push(range.clone());
                self.links.push(Open { range: range.clone(), to: dest_url.to_string(), has_words: false });
            }
            Tag::Emphasis | Tag::Strikethrough => self.emphasis(range),
            Tag::Image { link_type, dest_url, id, .. } => {
                self.refer(*link_type, id);
                self.has_words("picture");
                self.covered.push(range.clone());
                if is_nowhere(dest_url) {
                    self.lose(range.clone(), Loss::Link(Empty::Target));
                }
            }
            _ => {}
        }
    }

    /// A heading without words, and a paragraph that the line below it makes one.
    fn close_heading(&mut self) {
        let Some((range, has_words)) = self.heading.take() else { return };
        if !has_words {
            return self.lose(self.line(&range), Loss::Dropped(Dropped::Heading));
        }
        let heading = self.text[range.clone()].trim_end();
        let Some((words, rule)) = heading.rsplit_once('\n').filter(|_| !heading.starts_with('#')) else { return };
        let start = range.start + words.len() + 1;
        let rule = rule.trim_start_matches([' ', '\t', '>']);
        if !is_title(words.trim(), rule) {
            let start = start + (heading.len() - words.len() - 1 - rule.len());
            self.lose(start..start + rule.len(), Loss::Dropped(Dropped::Rule));
        }
    }

    /// Whether a sign before a figure, on a line that goes on with a paragraph, was taken for that of a quote or a list.
    fn swallows(&self, above: usize, range: &Range<usize>) -> bool {
        let between = &self.text[above.min(range.start)..range.start];
        let ends = usize::from(self.text[..above].ends_with('\n')) + between.matches('\n').count();
        let paragraph = self.text[..above].trim_end();
        let mut lines = self.text[range.clone()].lines();
        let sign = |line: &str| line.trim_start().chars().next().filter(|c| matches!(c, '>' | '-' | '+' | '*'));
        let first = lines.next().unwrap_or_default();
        let rest = first.trim_start().get(1..).unwrap_or_default();
        let is_alone = !lines.any(|line| sign(line).is_some());
        let begins = sign(first).is_some() && rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
        between.trim().is_empty() && ends <= 1 && begins && is_alone && !paragraph.ends_with([':', '.', ';', '!', '?'])
    }

    /// A single sign between two figures is one of the figures'.
    fn emphasis(&mut self, range: &Range<usize>) {
        let mut signs = self.text[range.clone()].chars();
        let (sign, next) = (signs.next().unwrap_or_default(), signs.next());
        let before = self.text[..range.start].chars().next_back();
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if matches!(sign, '*' | '~') && is_digit(before) && is_digit(next) {
            self.lose(range.clone(), Loss::Dropped(Dropped::Sign(sign)));
        }
    }

    fn refer(&mut self, link_type: LinkType, id: &str) {
        if matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut) {
            self.labels.insert(id.to_lowercase());
        }
    }

    fn close_link(&mut self) {
        let Some(Open { range, to, has_words }) = self.links.pop() else { return };
        if is_nowhere(&to) {
            self.lose(range, Loss::Link(Empty::Target));
        } else if !has_words {
            self.lose(range, Loss::Link(Empty::Words));
        }
    }

    fn note(&mut self, name: &str) -> &mut Note {
        let note = self.notes.entry(Slug::of(name).to_string()).or_default();
        name.clone_into(&mut note.name);
        note
    }

    /// The first line of a range, without its end.
    fn line(&self, range: &Range<usize>) -> Range<usize> {
        let line = self.text[range.clone()].lines().next().unwrap_or("");
        range.start..range.start + line.trim_end().len()
    }

    fn code(&mut self, kind: &CodeBlockKind<'_>, range: &Range<usize>) {
        let line = self.line(range);
        let CodeBlockKind::Fenced(info) = kind else {
            return self.lose(line, Loss::Code(Code::Indent));
        };
        self.covered.push(line.clone());
        let block = &self.text[range.clone()];
        let fence: &str = &block[..block.len() - block.trim_start_matches(['`', '~']).len()];
        let below = block.trim_end().split_once('\n').map_or("", |(_, below)| below);
        let last = below.lines().next_back().unwrap_or("").trim_start_matches([' ', '>', '\t']).trim_end();
        if !last.starts_with(fence) || !last.trim_start_matches(['`', '~']).is_empty() {
            self.lose(line, Loss::Code(Code::Unclosed));
        } else if info.split_whitespace().count() > 1 {
            self.lose(line, Loss::Dropped(Dropped::Info));
        }
    }

    /// A comment that does not end takes all that follows with it, and its last line is part of it.
    fn comment(&mut self, range: &Range<usize>) {
        let html = &self.text[range.clone()];
        let is_comment = html.trim_start().starts_with("<!--");
        let lost = match html.find("-->") {
            Some(end) => holds_words(&words_of(&html[end + 3..])),
            None => true,
        };
        if is_comment && lost {
            self.lose(self.line(range), Loss::Dropped(Dropped::Comment));
        }
    }

    fn item(&mut self, range: &Range<usize>) {
        self.begins = true;
        let item = &self.text[range.clone()];
        let start = range.start + (item.len() - item.trim_start().len());
        let digits = item.trim_start().bytes().take_while(u8::is_ascii_digit).count();
        self.covered.push(start..start + digits);
        let Some(list) = self.lists.last_mut().filter(|list| list.first.is_some()) else { return };
        let (shown, written) = (list.next, self.text[start..start + digits].parse().ok());
        list.next += 1;
        // Who writes 1. before every item leaves the counting to Markdown.
        if let Some(written) = written
            && written != shown
            && Some(written) != list.first
            && !std::mem::replace(&mut list.said, true)
        {
            self.lose(start..start + digits, Loss::Dropped(Dropped::Number(written, shown)));
        }
    }

    /// Closes the account: what no event accounted for is lost, unless it is a definition that a link uses.
    pub(super) fn end(mut self, definitions: &[(String, Range<usize>)]) -> Accounted {
        self.end_run();
        for (label, range) in definitions {
            if !self.labels.contains(&label.to_lowercase()) {
                self.lose(self.line(range), Loss::Dropped(Dropped::Definition));
            }
            self.covered.push(range.clone());
        }
        self.footnotes();
        self.signs();
        self.rest();
        self.losses.sort_by_key(|(range, _)| (range.start, range.end));
        let notes = self.notes.into_values().filter(|note| !note.at.is_empty()).map(|note| note.name).collect();
        Accounted { losses: self.losses, bare: self.bare.unwrap_or_default(), notes }
    }

    fn footnotes(&mut self) {
        let mut lost = Vec::new();
        for note in self.notes.values() {
            let name = || note.name.clone();
            if !note.is_used {
                lost.extend(note.at.first().map(|range| (range.clone(), Dropped::Footnote(name()))));
            }
            lost.extend(note.at.iter().skip(1).map(|range| (range.clone(), Dropped::SecondFootnote(name()))));
        }
        for (range, dropped) in lost {
            self.lose(range, Loss::Dropped(dropped));
        }
    }

    /// The characters that cannot be seen, once a line.
    fn signs(&mut self) {
        let text = self.text;
        // A part of a damaged letter is damaged, and no more than that.
        let damaged = damaged(text);
        let is_damaged = |at: usize, c: char| {
            let before = damaged.partition_point(|range| range.start <= at);
            is_upper_control(c) && before.checked_sub(1).is_some_and(|last| at < damaged[last].end)
        };
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let shown = line.trim_end_matches(['\n', '\r']);
            // Most lines are in ASCII, and all of them are seen.
            if shown.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
                at += line.len();
                continue;
            }
            let signs = || shown.char_indices();
            let hidden = signs().find(|(start, c)| is_hidden(*c) && !is_damaged(at + start, *c));
            if let Some((start, sign)) = hidden {
                self.lose(at + start..at + start + sign.len_utf8(), Loss::Sign(sign));
            }
            if let Some((start, sign)) = signs().find(|(_, c)| is_unseen(*c)) {
                self.lose(at + start..at + start + sign.len_utf8(), Loss::Unseen(sign));
            }
            at += line.len();
        }
    }

    /// What nothing accounts for, where it holds letters or digits.
    fn rest(&mut self) {
        self.covered.sort_by_key(|range| range.start);
        let mut gaps = Vec::new();
        let mut at = 0;
        for range in self.covered.iter().chain([&(self.text.len()..self.text.len())]) {
            if at < range.start && holds_words(&self.text[at..range.start]) {
                gaps.push(at..range.start);
            }
            at = at.max(range.end);
        }
        for gap in gaps {
            let lost = &self.text[gap.clone()];
            let start = gap.start + (lost.len() - lost.trim_start_matches(|c: char| !c.is_alphanumeric()).len());
            let first = self.text[start..gap.end].lines().next().unwrap_or("");
            let range = start..start + first.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
            let before = self.rows.partition_point(|row| row.start <= start);
            let in_row = before.checked_sub(1).is_some_and(|row| start < self.rows[row].end);
            let dropped = match (in_row, &self.text[gap.start..start]) {
                (true, _) => Dropped::Cell,
                (false, before) if before.trim_end().ends_with('[') && first.contains("]:") => Dropped::Definition,
                (false, _) => Dropped::Other,
            };
            self.lose(range, Loss::Dropped(dropped));
        }
    }
}

/// Whether words with a line of `---` or `===` below them were meant as a heading: one line, no sentence, and a line about as long.
fn is_title(words: &str, rule: &str) -> bool {
    let is_sentence = words.ends_with(['.', ',', ';', ':', '!', '?']);
    !words.contains('\n') && !is_sentence && 2 * rule.len() >= words.chars().count()
}

/// Whether an address is none.
fn is_nowhere(to: &str) -> bool {
    matches!(to.trim(), "" | "#")
}

fn holds_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// Controls that no text has, and signs that turn the order of the letters around.
fn is_hidden(c: char) -> bool {
    c.is_control() && c != '\t' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The controls above ASCII, which are bytes of damaged letters where those stand.
fn is_upper_control(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}')
}

/// The words of a stretch of HTML, without its tags and comments.
pub fn words_of(html: &str) -> String {
    let mut words = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        words.push_str(&rest[..start]);
        words.push(' ');
        let (end, length) = if rest[start..].starts_with("<!--") { ("-->", 3) } else { (">", 1) };
        rest = rest[start..].find(end).map_or("", |end| &rest[start + end + length..]);
    }
    words.push_str(rest);
    words
}

//! Draws findings the way a person reads them: the line, the place in it, why, and what to write.

use crate::bahasa::{Bahasa, Kata, kata};
use crate::report::place::{Place, Spot, line_near};
use crate::report::shown::{Entry, FOR_PEOPLE, Rest};
use crate::report::{Diagnostic, Level, Report, Selection};
use crate::source::Sources;
use crate::value::teks::visible;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Element, Level as Look, Origin, Renderer, Snippet};
use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

/// How findings are drawn.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// The language.
    pub bahasa: Bahasa,
    /// Colours, for a terminal that wants them.
    pub colour: Colour,
}

/// Whether colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Plain text.
    Plain,
    /// ANSI colours.
    Ansi,
}

/// The findings and a closing line, as text; of thousands of one kind in a file only the first are drawn.
pub fn teks(report: &Report, sources: &Sources, style: Style) -> String {
    let renderer = match style.colour {
        Colour::Plain => Renderer::plain(),
        Colour::Ansi => Renderer::styled(),
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut text = String::new();
    for entry in report.entries(FOR_PEOPLE) {
        let drawn = match entry {
            Entry::Finding(finding) => Drawn { finding, sources, bahasa: style.bahasa }.draw(&renderer),
            Entry::Rest(rest) => draw_rest(&rest, &renderer, style.bahasa),
        };
        let _ = writeln!(text, "{drawn}\n");
    }
    text + &summary(report, style.bahasa)
}

/// `2 galat, 1 peringatan`, or that all is well; then what is not among them.
pub fn summary(report: &Report, bahasa: Bahasa) -> String {
    let counted: Vec<String> = [Level::Galat, Level::Peringatan, Level::Saran]
        .into_iter()
        .map(|level| (level, report.count(level)))
        .filter(|(_, count)| *count > 0)
        .map(|(level, count)| count_words(level, count, bahasa))
        .collect();
    let counted = if counted.is_empty() {
        kata("tidak ada temuan", "nothing found").dalam(bahasa).to_owned()
    } else {
        counted.join(", ")
    };
    let rest = [silenced_words(report), report.selection().map(selection_words)].into_iter().flatten();
    rest.fold(counted, |text, more| format!("{text}; {}", more.dalam(bahasa)))
}

fn silenced_words(report: &Report) -> Option<Kata> {
    let count = report.silenced().len();
    let plural = if count == 1 { "" } else { "s" };
    (count > 0).then(|| kata(format!("{count} temuan diabaikan"), format!("{count} finding{plural} silenced")))
}

fn selection_words(selection: &Selection) -> Kata {
    let wanted = selection.wanted.join(", ");
    match selection.left_out {
        0 => kata(format!("hanya {wanted} yang dilihat"), format!("only {wanted} was looked at")),
        count => kata(
            format!("hanya {wanted} yang dilihat, {count} galat lain tidak"),
            format!("only {wanted} was looked at, not {count} other {}", if count == 1 { "error" } else { "errors" }),
        ),
    }
}

fn count_words(level: Level, count: usize, bahasa: Bahasa) -> String {
    let word = level.word();
    let plural = if bahasa == Bahasa::En && count != 1 { "s" } else { "" };
    format!("{count} {}{plural}", word.dalam(bahasa))
}

/// That there are more findings, on a line.
fn draw_rest(rest: &Rest<'_>, renderer: &Renderer, bahasa: Bahasa) -> String {
    let (word, words) = (rest.level.word(), rest.words());
    let title = look(rest.level).with_name(word.dalam(bahasa).to_owned());
    let title = title.primary_title(visible(words.dalam(bahasa))).id(rest.code);
    renderer.render(&[title.elements(Vec::<Element<'_>>::new())])
}

struct Drawn<'f> {
    finding: &'f Diagnostic,
    sources: &'f Sources,
    bahasa: Bahasa,
}

impl Drawn<'_> {
    fn draw(&self, renderer: &Renderer) -> String {
        let level = self.finding.level;
        let word = level.word().dalam(self.bahasa).to_owned();
        let title = look(level)
            .with_name(word)
            .primary_title(visible(self.finding.what.dalam(self.bahasa)))
            .id(self.finding.code);
        let group = title.elements(self.snippets()).elements(self.footers());
        renderer.render(&[group])
    }

    /// The place of the finding first, then its related places, those in one file together.
    fn snippets(&self) -> Vec<Element<'_>> {
        let mut elements = Vec::new();
        let label = self.finding.label.as_ref();
        elements.extend(self.snippet(
            &self.finding.place,
            label.map(|label| visible(label.dalam(self.bahasa))),
            AnnotationKind::Primary,
        ));
        for (place, label) in &self.finding.related {
            elements.extend(self.snippet(place, Some(visible(label.dalam(self.bahasa))), AnnotationKind::Context));
        }
        elements
    }

    fn snippet<'s>(&'s self, place: &'s Place, label: Option<Cow<'s, str>>, kind: AnnotationKind) -> Vec<Element<'s>> {
        let source =
            self.sources.get(&place.file).filter(|source| place.spot != Spot::File && !source.text().is_empty());
        let path = visible(&place.file);
        let Some(source) = source else { return vec![Origin::path(path).into()] };
        let (text, range) = (source.text(), place.range_in(source));
        let (line, near) = (source.lines().line(range.start), line_near(source, range.start));
        let shown = one_line(text, range.start..range.end.min(near.end));
        let span = shown.start - near.start..shown.end - near.start;
        let annotation: Annotation<'_> = kind.span(span).label(label);
        let is_whole = source.lines().start(line) == Some(near.start);
        let snippet = Snippet::source(shown_line(&text[near])).line_start(line).annotation(annotation);
        if is_whole {
            return vec![snippet.path(path).into()];
        }
        // The drawing counts columns from where it is given the line.
        let (line, column) = source.position(shown.start);
        vec![Origin::path(path).line(line).char_column(column).into(), snippet.into()]
    }

    fn footers(&self) -> Vec<Element<'_>> {
        let names = [(&self.finding.why, kata("sebab", "why")), (&self.finding.help, kata("saran", "help"))];
        let footers = names.into_iter().filter_map(|(text, name)| Some((text.as_ref()?, name)));
        footers
            .map(|(text, name)| {
                Look::NOTE
                    .with_name(name.dalam(self.bahasa).to_owned())
                    .message(visible(text.dalam(self.bahasa)))
                    .into()
            })
            .collect()
    }
}

/// A line without the controls that the renderer leaves as they are (C1): each is as long as what is shown in its place.
fn shown_line(line: &str) -> Cow<'_, str> {
    let is_raw = |c: char| matches!(c, '\u{80}'..='\u{9f}');
    if line.contains(is_raw) { Cow::Owned(line.replace(is_raw, "¤")) } else { Cow::Borrowed(line) }
}

/// The first line of a range: a finding shows one line a place.
fn one_line(text: &str, range: Range<usize>) -> Range<usize> {
    let end = text[range.clone()].find(['\n', '\r']).map_or(range.end, |newline| range.start + newline);
    range.start..end
}

fn look(level: Level) -> Look<'static> {
    match level {
        Level::Galat => Look::ERROR,
        Level::Peringatan => Look::WARNING,
        Level::Saran => Look::INFO,
    }
}

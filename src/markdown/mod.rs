//! Markdown into HTML that cannot carry anybody's script, and the places of its links, headings and words.
//!
//! Three rules keep scripts out: HTML is dropped, attributes of headings are dropped, and of addresses only those with a
//! known scheme pass.

mod account;
mod bare;
mod loss;
mod meant;
mod outline;
mod raw;
mod sides;

use crate::bahasa::{Bahasa, Kata, kata};
use crate::glosarium::{Glosarium, linked};
use crate::value::slug::Slug;
use pulldown_cmark::{BlockQuoteKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub use crate::markdown::account::words_of;
pub use crate::markdown::loss::{Code, Dropped, Empty, Loss, Raw};
pub use crate::markdown::meant::{is_on_disk, meant_outside};
pub use crate::markdown::outline::{Link, MOST_PARTS, Outline, Picture, TableHead, Title, outline};
pub use crate::markdown::raw::raw_marks;

/// An article drawn.
#[derive(Debug, Default)]
pub struct Article {
    /// The HTML.
    pub html: String,
    /// The headings, in order.
    pub headings: Vec<Heading>,
}

/// A heading with the anchor it can be linked by.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Heading {
    /// The anchor.
    pub id: String,
    /// 2 to 6; 1 is the page's title.
    pub tingkat: u8,
    /// Its text.
    pub judul: String,
}

/// A picture in the sizes of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InlinePicture {
    /// The address for a browser that does not choose.
    pub alamat: String,
    /// The width and height of the largest copy, where they are known.
    pub ukuran: Option<(u32, u32)>,
    /// The copies as WebP with their widths, as `srcset` has them; empty where there are none.
    pub webp: String,
    /// The same copies as JPEG.
    pub jpeg: String,
}

impl InlinePicture {
    /// How much of a screen an article's picture takes.
    const SIZES: &str = "(min-width: 44rem) 40rem, 100vw";

    fn html(&self, alt: &str, title: &str) -> String {
        let attribute = |name: &str, value: &str| match value {
            "" => String::new(),
            value => format!(" {name}=\"{}\"", escaped(value)),
        };
        let sizes = |srcset: &str| match srcset {
            "" => String::new(),
            srcset => format!("{} sizes=\"{}\"", attribute("srcset", srcset), Self::SIZES),
        };
        let room =
            self.ukuran.map_or_else(String::new, |(lebar, tinggi)| format!(" width=\"{lebar}\" height=\"{tinggi}\""));
        let image = format!(
            "<img src=\"{}\"{}{room} alt=\"{}\"{} loading=\"lazy\" decoding=\"async\">",
            escaped(&self.alamat),
            sizes(&self.jpeg),
            escaped(alt),
            attribute("title", title),
        );
        if self.webp.is_empty() {
            return image;
        }
        format!("<picture><source type=\"image/webp\"{}>{image}</picture>", sizes(&self.webp))
    }
}

/// A text inside an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// What kind of address a link has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Another site, or mail.
    Outside,
    /// A page or file of this site.
    Inside,
    /// One that is not published, such as `javascript:`.
    Forbidden,
}

/// What an address is, by its scheme.
pub fn scheme(address: &str) -> Scheme {
    let head = address.split(['/', '?', '#']).next().unwrap_or("");
    let Some((scheme, _)) = head.split_once(':') else {
        return if address.starts_with("//") { Scheme::Forbidden } else { Scheme::Inside };
    };
    let clean: String = scheme.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    match clean.to_ascii_lowercase().as_str() {
        // `https:/a` is read in one way here and in another there.
        "http" | "https" if !address[scheme.len() + 1..].starts_with("//") => Scheme::Forbidden,
        "http" | "https" | "mailto" | "tel" => Scheme::Outside,
        _ => Scheme::Forbidden,
    }
}

/// What an article is drawn with.
#[derive(Clone, Copy)]
pub struct Setting<'s> {
    /// Gives the address of a link inside the site, or nothing to leave only its words.
    pub resolve: &'s dyn Fn(&str) -> Option<String>,
    /// Gives the copies of a picture, or nothing where there is one file only.
    pub gambar: &'s dyn Fn(&str) -> Option<InlinePicture>,
    /// Of one of several texts of a page: what keeps its footnotes' anchors apart from those of the others.
    pub part: &'s str,
    /// The language of the article, for the words that are added to it.
    pub bahasa: Bahasa,
    /// Whether a heading has a sign that leads to it: only where the page stands by itself.
    pub jangkar: bool,
    /// The terms whose first use becomes a link.
    pub glosarium: Option<&'s Glosarium>,
}

/// Draws an article that stands alone; `resolve` gives the address of a link inside the site, or nothing to leave only
/// its words.
pub fn render(text: &str, resolve: &dyn Fn(&str) -> Option<String>) -> Article {
    let setting = Setting { resolve, gambar: &|_| None, part: "", bahasa: Bahasa::Id, jangkar: true, glosarium: None };
    render_with(text, setting)
}

/// Draws an article.
pub fn render_with(text: &str, setting: Setting<'_>) -> Article {
    ParsedText::of(text).draw_last(setting)
}

/// An article that is read once and may be drawn more than once.
pub struct ParsedText<'t> {
    events: Vec<Event<'t>>,
    /// How many levels headings go down, so that the page's title stays the only one of its level.
    shift: u8,
    /// The bytes of the text.
    length: usize,
}

impl<'t> ParsedText<'t> {
    /// Reads an article.
    pub fn of(text: &'t str) -> Self {
        let mut events: Vec<Event<'t>> = Parser::new_ext(text, options()).collect();
        if bare::may_be_in(text) {
            events = bare::linked(events);
        }
        let levels = events.iter().filter_map(|event| match event {
            Event::Start(Tag::Heading { level, .. }) => Some(*level as u8),
            _ => None,
        });
        let shift = u8::from(levels.min() == Some(1));
        Self { events, shift, length: text.len() }
    }

    /// Draws it, to be drawn again.
    pub fn draw(&self, setting: Setting<'_>) -> Article {
        ParsedText { events: self.events.clone(), ..*self }.draw_last(setting)
    }

    /// Draws it for the last time.
    pub fn draw_last(self, setting: Setting<'_>) -> Article {
        let mut drawing = Drawing {
            setting,
            ids: Ids::default(),
            shift: self.shift,
            headings: Vec::new(),
            notes: BTreeSet::new(),
            dropped: Vec::new(),
        };
        let events = match setting.glosarium.filter(|glosarium| !glosarium.is_empty()) {
            Some(glosarium) => linked(self.events, glosarium),
            None => self.events,
        };
        let drawn = drawing.draw(events);
        let mut article = Article { html: String::with_capacity(self.length * 3 / 2), headings: drawing.headings };
        html::push_html(&mut article.html, drawn.into_iter());
        sides::without_styles(&mut article.html);
        article
    }
}

/// The words a reader sees, with their places; code and addresses are left out.
pub fn words(text: &str) -> Vec<(Range<usize>, String)> {
    let events = Parser::new_ext(text, options()).into_offset_iter();
    events
        .filter_map(
            |(event, range)| if let Event::Text(words) = event { Some((range, words.into_string())) } else { None },
        )
        .collect()
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
}

/// Whether a tag breaks a line, in any of its forms.
pub fn is_break(tag: &str) -> bool {
    let name = tag.get(..3).is_some_and(|name| name.eq_ignore_ascii_case("<br"));
    name && tag[3..].starts_with(|c: char| c.is_whitespace() || matches!(c, '/' | '>'))
}

/// A footnote's anchor.
fn note_id(part: &str, name: &str) -> String {
    format!("kaki-{part}{}", Slug::of(name))
}

/// Gives every heading an anchor of its own.
#[derive(Default)]
struct Ids {
    counts: BTreeMap<String, usize>,
    taken: BTreeSet<String>,
}

impl Ids {
    /// Anchors that no heading may have.
    fn beside(taken: impl Iterator<Item = String>) -> Self {
        Self { counts: BTreeMap::new(), taken: taken.collect() }
    }

    fn of(&mut self, title: &str) -> String {
        let slug = Slug::of(title).to_string();
        let count = self.counts.entry(slug.clone()).or_default();
        loop {
            *count += 1;
            let id = if *count == 1 { slug.clone() } else { format!("{slug}-{count}") };
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

struct Drawing<'d> {
    setting: Setting<'d>,
    ids: Ids,
    shift: u8,
    headings: Vec<Heading>,
    /// The footnotes that were explained.
    notes: BTreeSet<String>,
    /// For every open link or picture, whether its tag was dropped.
    dropped: Vec<bool>,
}

impl Drawing<'_> {
    fn draw<'t>(&mut self, events: Vec<Event<'t>>) -> Vec<Event<'t>> {
        let mut drawn = Vec::with_capacity(events.len() + 16);
        let mut titles = titles(&events).into_iter();
        let notes = events.iter().filter_map(|event| match event {
            Event::Start(Tag::FootnoteDefinition(name)) => Some(note_id(self.setting.part, name)),
            _ => None,
        });
        self.ids = Ids::beside(notes);
        let mut parted = false;
        let mut events = events.into_iter();
        while let Some(event) = events.next() {
            match event {
                Event::InlineHtml(tag) if is_break(&tag) => drawn.push(Event::HardBreak),
                Event::Html(_) | Event::InlineHtml(_) => parted = true,
                Event::Text(words) => {
                    if std::mem::take(&mut parted) && joins(&drawn, &words) {
                        drawn.push(Event::Text(" ".into()));
                    }
                    drawn.push(Event::Text(words));
                }
                Event::Start(Tag::Heading { level, .. }) => {
                    let heading = self.heading(level, titles.next().unwrap_or_default());
                    drawn.push(Event::Html(format!("<h{} id=\"{}\">", heading.tingkat, heading.id).into()));
                    self.headings.push(heading);
                }
                Event::End(TagEnd::Heading(_)) => drawn.push(Event::Html(self.end_heading())),
                Event::FootnoteReference(name) => drawn.push(Event::FootnoteReference(self.note(&name))),
                Event::Start(Tag::FootnoteDefinition(name)) => {
                    let id = self.defined(&name);
                    drawn.push(Event::Start(Tag::FootnoteDefinition(id)));
                }
                Event::Start(tag @ (Tag::Link { .. } | Tag::Image { .. })) => match self.picture(&tag, &mut events) {
                    Some(picture) => drawn.push(picture),
                    None => drawn.extend(self.open(tag)),
                },
                Event::End(TagEnd::Link | TagEnd::Image) if self.dropped.pop() == Some(true) => {}
                Event::Start(Tag::BlockQuote(Some(kind))) => {
                    drawn.push(Event::Html(alert(kind, self.setting.bahasa).into()));
                }
                Event::End(TagEnd::BlockQuote(Some(_))) => drawn.push(Event::Html("</blockquote>\n".into())),
                Event::Start(Tag::Table(columns)) => {
                    drawn.push(Event::Html(self.begin_table()));
                    drawn.push(Event::Start(Tag::Table(columns)));
                }
                Event::End(TagEnd::Table) => {
                    drawn.push(Event::End(TagEnd::Table));
                    drawn.push(Event::Html("</div>\n".into()));
                }
                Event::TaskListMarker(true) => drawn.push(self.task(" checked", &kata("Sudah", "Done"))),
                Event::TaskListMarker(false) => drawn.push(self.task("", &kata("Belum", "Not yet"))),
                other => drawn.push(other),
            }
        }
        drawn
    }

    fn heading(&mut self, level: HeadingLevel, title: String) -> Heading {
        Heading { id: self.ids.of(&title), tingkat: (level as u8 + self.shift).clamp(2, 6), judul: title }
    }

    /// A footnote's anchor, which no heading and no other text of the page has.
    fn note(&self, name: &str) -> CowStr<'static> {
        note_id(self.setting.part, name).into()
    }

    /// The anchor of a footnote's explanation; a second one of the same name has one of its own.
    fn defined(&mut self, name: &str) -> CowStr<'static> {
        let id = note_id(self.setting.part, name);
        let is_first = self.notes.insert(id.clone());
        if is_first { id.into() } else { self.ids.of(&id).into() }
    }

    fn end_heading(&self) -> CowStr<'static> {
        let Some(heading) = self.headings.last() else { return "".into() };
        let (id, level) = (&heading.id, heading.tingkat);
        if !self.setting.jangkar {
            return format!("</h{level}>\n").into();
        }
        let label = kata("Tautan ke bagian ini", "Link to this part");
        let label = label.dalam(self.setting.bahasa);
        format!(" <a class=\"jangkar\" href=\"#{id}\" aria-label=\"{label}\">#</a></h{level}>\n").into()
    }

    /// A table that is wider than the screen moves inside its frame.
    fn begin_table(&self) -> CowStr<'static> {
        let label = kata("Tabel", "Table");
        let label = label.dalam(self.setting.bahasa);
        format!("<div class=\"gulir\" role=\"group\" aria-label=\"{label}\" tabindex=\"0\">").into()
    }

    /// The box before a task, with a word for those who cannot see it.
    fn task(&self, checked: &str, label: &Kata) -> Event<'static> {
        let label = label.dalam(self.setting.bahasa);
        Event::InlineHtml(format!("<input type=\"checkbox\" disabled{checked} aria-label=\"{label}\"> ").into())
    }

    /// A picture with its copies; it takes the events of its words.
    fn picture<'t>(&self, tag: &Tag<'t>, rest: &mut impl Iterator<Item = Event<'t>>) -> Option<Event<'static>> {
        let Tag::Image { dest_url, title, .. } = tag else { return None };
        let citra = (self.setting.gambar)(dest_url)?;
        Some(Event::InlineHtml(citra.html(&alt(rest), title).into()))
    }

    /// A link or picture with the address it really leads to; without one, only its words stay.
    fn open<'t>(&mut self, tag: Tag<'t>) -> Option<Event<'t>> {
        let to = match &tag {
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => Some(format!("mailto:{dest_url}")),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => match scheme(dest_url) {
                Scheme::Outside => Some(dest_url.to_string()),
                Scheme::Inside => (self.setting.resolve)(dest_url),
                Scheme::Forbidden => None,
            },
            _ => None,
        };
        self.dropped.push(to.is_none());
        let to: CowStr<'t> = to?.into();
        Some(Event::Start(match tag {
            Tag::Link { title, id, .. } => Tag::Link { link_type: LinkType::Inline, dest_url: to, title, id },
            Tag::Image { title, id, .. } => Tag::Image { link_type: LinkType::Inline, dest_url: to, title, id },
            other => other,
        }))
    }
}

/// The words of a picture, up to its end.
fn alt<'t>(rest: &mut impl Iterator<Item = Event<'t>>) -> String {
    let (mut words, mut open) = (String::new(), 1);
    for event in rest {
        match event {
            Event::Start(Tag::Image { .. }) => open += 1,
            Event::End(TagEnd::Image) if open == 1 => break,
            Event::End(TagEnd::Image) => open -= 1,
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::InlineHtml(tag) if is_break(&tag) => words.push(' '),
            _ => {}
        }
    }
    words
}

/// Whether words would grow together with those before a tag that is left out.
fn joins(drawn: &[Event<'_>], words: &str) -> bool {
    let before = drawn
        .last()
        .is_some_and(|event| matches!(event, Event::Text(before) if before.ends_with(char::is_alphanumeric)));
    before && words.starts_with(char::is_alphanumeric)
}

/// The words of every heading.
fn titles(events: &[Event<'_>]) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    let mut inside = false;
    for event in events {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                titles.push(String::new());
                inside = true;
            }
            Event::End(TagEnd::Heading(_)) => inside = false,
            event if inside => {
                if let (Some(title), Some(words)) = (titles.last_mut(), words_in(event)) {
                    title.push_str(words);
                }
            }
            _ => {}
        }
    }
    titles
}

/// What an event adds to the words of what it stands in.
fn words_in<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    match event {
        Event::Text(words) | Event::Code(words) => Some(words),
        Event::SoftBreak | Event::HardBreak => Some(" "),
        Event::InlineHtml(tag) if is_break(tag) => Some(" "),
        _ => None,
    }
}

fn alert(kind: BlockQuoteKind, bahasa: Bahasa) -> String {
    let (class, label) = match kind {
        BlockQuoteKind::Note => ("catatan", kata("Catatan", "Note")),
        BlockQuoteKind::Tip => ("kiat", kata("Kiat", "Tip")),
        BlockQuoteKind::Important => ("penting", kata("Penting", "Important")),
        BlockQuoteKind::Warning => ("peringatan", kata("Peringatan", "Warning")),
        BlockQuoteKind::Caution => ("awas", kata("Awas", "Caution")),
    };
    let label = label.dalam(bahasa);
    format!("<blockquote class=\"kotak {class}\"><p class=\"judul-kotak\">{label}</p>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str) -> String {
        render(text, &|to| Some(format!("/{to}"))).html
    }

    #[test]
    fn no_script_comes_through_by_any_road() {
        let roads = [
            "<script>alert(1)</script>",
            "a <b onclick=alert(1)>b</b>",
            "[x](javascript:alert(1))",
            "[x](JaVa\u{1}Script:alert(1))",
            "[x]( javascript&colon;alert(1) )",
            "![x](data:text/html;base64,PHNjcmlwdD4=)",
            "<javascript:alert(1)>",
            "[x](vbscript:x)",
            "# J {onclick=alert(1) #x .y}",
            "[x](//contoh.test/x)",
            "[x]: javascript:alert(1)\n\n[x]",
        ];
        for road in roads {
            let html = drawn(road).to_lowercase();
            for bad in ["<script", "onclick", "href=\"javascript", "src=\"data", "vbscript:", "//contoh"] {
                assert!(!html.contains(bad), "{road} gave {html}");
            }
        }
    }

    #[test]
    fn headings_get_anchors_of_their_own_below_the_title() {
        let article = render("# Satu\n\n## Dua\n\n## Dua\n", &|_| None);
        let ids: Vec<&str> = article.headings.iter().map(|heading| heading.id.as_str()).collect();
        assert_eq!(ids, ["satu", "dua", "dua-2"]);
        assert_eq!(article.headings[0].tingkat, 2);
        assert_eq!(outline("# Satu\n\n## Dua\n\n## Dua\n").anchors(), ["satu", "dua", "dua-2"]);
    }

    #[test]
    fn tables_footnotes_tasks_and_alerts_are_drawn() {
        let html = drawn("|a|b|\n|-|-|\n|1|2|\n\nx[^1] ~~y~~\n\n- [x] z\n\n> [!NOTE]\n> w\n\n[^1]: kaki\n");
        for part in ["<table>", "footnote-reference", "<del>", "type=\"checkbox\"", "class=\"kotak catatan\""] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }

    #[test]
    fn footnotes_of_two_texts_on_a_page_have_anchors_of_their_own() {
        let text = "a[^1]\n\n## 1\n\n[^1]: b\n";
        let html = render_with(text, Setting { part: "2-", ..setting(&Glosarium::default()) }).html;
        assert!(
            html.contains("href=\"#kaki-2-1\"") && html.contains("id=\"kaki-2-1\"") && html.contains("<h2 id=\"1\">")
        );
    }

    fn setting(glosarium: &Glosarium) -> Setting<'_> {
        Setting {
            resolve: &|_| None,
            gambar: &|_| None,
            part: "",
            bahasa: Bahasa::Id,
            jangkar: true,
            glosarium: Some(glosarium),
        }
    }

    #[test]
    fn a_picture_of_several_sizes_is_offered_in_them_with_its_words() {
        let citra = |to: &str| {
            (to == "rapat.jpg").then(|| InlinePicture {
                alamat: "r-8.jpg".to_owned(),
                ukuran: Some((8, 6)),
                webp: "r-4.webp 4w, r-8.webp 8w".to_owned(),
                jpeg: "r-4.jpg 4w, r-8.jpg 8w".to_owned(),
            })
        };
        let glosarium = Glosarium::default();
        let drawn = |text: &str| render_with(text, Setting { gambar: &citra, ..setting(&glosarium) }).html;
        let sizes = "sizes=\"(min-width: 44rem) 40rem, 100vw\"";
        assert_eq!(
            drawn("a ![Ketua *KPU* \"&\n<b>](rapat.jpg \"judul\") b ![c](lain.jpg)"),
            format!(
                "<p>a <picture><source type=\"image/webp\" srcset=\"r-4.webp 4w, r-8.webp 8w\" {sizes}>\
                 <img src=\"r-8.jpg\" srcset=\"r-4.jpg 4w, r-8.jpg 8w\" {sizes} width=\"8\" height=\"6\" \
                 alt=\"Ketua KPU &quot;&amp; \" title=\"judul\" loading=\"lazy\" decoding=\"async\"></picture> b c</p>\n"
            )
        );
    }

    #[test]
    fn an_english_article_has_english_words_added() {
        let text = "## A\n\n|a|\n|-|\n\n- [x] b\n- [ ] c\n\n> [!WARNING]\n> d\n";
        let html = render_with(text, Setting { bahasa: Bahasa::En, ..setting(&Glosarium::default()) }).html;
        for label in ["Link to this part", "Table", "Done", "Not yet"] {
            assert!(html.contains(&format!("aria-label=\"{label}\"")), "{label} in {html}");
        }
        assert!(html.contains("<p class=\"judul-kotak\">Warning</p>"), "{html}");
    }

    #[test]
    fn the_first_use_of_a_term_is_linked_where_nothing_else_is() {
        let terms = [("DPT", "dpt"), ("Masa tenang", "masa-tenang")];
        let glosarium = Glosarium::new(terms.map(|(term, id)| (term.to_owned(), format!("/istilah.html#{id}"))));
        let resolve = |to: &str| Some(format!("..{to}"));
        let drawn = |text: &str| render_with(text, Setting { resolve: &resolve, ..setting(&glosarium) }).html;
        let linked = "<a href=\"../istilah.html#dpt\">DPT</a>";
        assert_eq!(drawn("DPT, lalu DPT."), format!("<p>{linked}, lalu DPT.</p>\n"));
        let before = "## DPT\n\n[DPT](/x) `DPT` ![DPT](/y)\n\n> DPT\n\n    DPT\n\n|DPT|\n|-|\n|a|\n\nini *DPT*\n";
        let html = drawn(before);
        assert!(
            html.ends_with(&format!("<p>ini <em>{linked}</em></p>\n")) && html.matches("istilah").count() == 1,
            "{html}"
        );
        let html = drawn("masa\ntenang & <b>DPT</b> \\*x");
        assert_eq!(
            html,
            format!("<p><a href=\"../istilah.html#masa-tenang\">masa\ntenang</a> &amp; {linked} *x</p>\n")
        );
    }

    #[test]
    fn a_tag_that_is_left_out_joins_no_words() {
        let html = drawn("943<br>120, 7<BR/>8, 9<b>10</b>11 <i>a</i>.\n\n| a |\n|---|\n| 1<br >2 |\n");
        assert!(html.starts_with("<p>943<br />\n120, 7<br />\n8, 9 10 11 a.</p>\n"), "{html}");
        assert!(html.contains("<td>1<br />\n2</td>"), "{html}");
    }

    #[test]
    fn an_address_in_the_text_becomes_a_link_but_not_inside_links_and_code() {
        assert_eq!(
            drawn("Buka www.uji.test/a_b, ya. [https://uji.test/](https://uji.test/) `https://uji.test/`"),
            "<p>Buka <a href=\"https://www.uji.test/a_b\">www.uji.test/a_b</a>, ya. \
             <a href=\"https://uji.test/\">https://uji.test/</a> <code>https://uji.test/</code></p>\n"
        );
    }

    #[test]
    fn no_heading_takes_the_anchor_of_a_footnote_or_of_another_heading() {
        let text = "a[^1]\n\n## kaki-1\n\n## Dua\n\n## Dua\n\n## Dua 2\n\n[^1]: b\n";
        assert_eq!(outline(text).anchors(), ["kaki-1-2", "dua", "dua-2", "dua-2-2", "kaki-1"]);
        let html = drawn(text);
        assert!(html.contains("<h2 id=\"kaki-1-2\">") && html.matches("id=\"kaki-1\"").count() == 1, "{html}");
    }

    #[test]
    fn a_heading_that_is_read_elsewhere_has_no_sign_to_link_it() {
        let html = render_with("## A", Setting { jangkar: false, ..setting(&Glosarium::default()) }).html;
        assert_eq!(html, "<h2 id=\"a\">A</h2>\n");
    }

    #[test]
    fn a_link_that_leads_nowhere_keeps_its_words() {
        assert_eq!(render("[kata](x.md)", &|_| None).html, "<p>kata</p>\n");
    }
}

//! The words of a page's `<main>` as Markdown: headings, paragraphs, lists, tables, links.

use scraper::{ElementRef, Html, Node, Selector};
use std::fmt::Write;

/// The first heading of a page, and its content without it.
pub fn of(html: &Html) -> (String, String) {
    let main = Selector::parse("main").expect("the selector is sound");
    let Some(main) = html.select(&main).next() else { return (String::new(), String::new()) };
    let heading = Selector::parse("h1").expect("the selector is sound");
    let judul = main.select(&heading).next().map(inline).unwrap_or_default();
    let mut text = String::new();
    block(main, &mut text);
    (judul, text)
}

/// Adds the blocks in an element; an element that holds text and no block is a paragraph.
fn block(element: ElementRef<'_>, text: &mut String) {
    match element.value().name() {
        "script" | "style" | "svg" | "h1" | "template" => {}
        "table" => table(element, text),
        "h2" => line(text, "## ", element),
        "h3" | "h4" => line(text, "### ", element),
        "li" if !has_blocks(element) => line(text, "- ", element),
        _ if has_blocks(element) => {
            element.children().filter_map(ElementRef::wrap).for_each(|child| block(child, text));
        }
        _ => line(text, "", element),
    }
}

fn line(text: &mut String, mark: &str, element: ElementRef<'_>) {
    let words = inline(element);
    if words.is_empty() {
        return;
    }
    text.push_str(mark);
    text.push_str(&words);
    text.push_str("\n\n");
}

fn has_blocks(element: ElementRef<'_>) -> bool {
    const BLOCKS: [&str; 24] = [
        "p",
        "div",
        "section",
        "article",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "figure",
        "figcaption",
        "h2",
        "h3",
        "h4",
        "header",
        "footer",
        "nav",
        "details",
        "summary",
        "blockquote",
        "aside",
        "form",
    ];
    element.children().filter_map(ElementRef::wrap).any(|child| BLOCKS.contains(&child.value().name()))
}

/// The text of an element in one line, its links kept.
fn inline(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    gather(element, &mut text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn gather(element: ElementRef<'_>, text: &mut String) {
    for child in element.children() {
        match child.value() {
            Node::Text(words) => text.extend(words.chars().map(|c| if "<>*_`|[]#{}".contains(c) { ' ' } else { c })),
            Node::Element(_) => {
                let Some(child) = ElementRef::wrap(child) else { continue };
                match (child.value().name(), child.attr("href")) {
                    ("script" | "style" | "svg" | "template", _) => {}
                    ("a", Some(href)) if !href.contains([' ', '(', ')']) => {
                        text.push_str(" [");
                        gather(child, text);
                        let _ = write!(text, "]({href}) ");
                    }
                    _ => {
                        text.push(' ');
                        gather(child, text);
                    }
                }
            }
            _ => {}
        }
    }
}

fn table(element: ElementRef<'_>, text: &mut String) {
    let row = Selector::parse("tr").expect("the selector is sound");
    let cell = Selector::parse("td, th").expect("the selector is sound");
    for (number, row) in element.select(&row).enumerate() {
        let cells: Vec<String> = row.select(&cell).map(inline).collect();
        let _ = writeln!(text, "| {} |", cells.join(" | "));
        if number == 0 {
            let _ = writeln!(text, "|{}", " --- |".repeat(cells.len()));
        }
    }
    text.push('\n');
}

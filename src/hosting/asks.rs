//! What a drawn page asks of the server that shows it: the styles and scripts that stand in it, and whether it only leads on.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The SHA-256 of a style or a script as it stands in a page.
pub type InlineDigest = [u8; 32];

/// What a page asks of a server.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Asks {
    /// The styles that stand in it.
    pub styles: BTreeSet<InlineDigest>,
    /// The scripts that stand in it, but for data that nobody runs.
    pub scripts: BTreeSet<InlineDigest>,
    /// Whether it has `style="…"` or `onclick="…"`, which no strict policy lets through.
    pub has_attributes: bool,
    /// Where it leads to, as it says it: relative to itself.
    pub leads_to: Option<String>,
}

/// The types of scripts that a browser runs; none is one, too.
const RUN: [&str; 4] = ["", "module", "text/javascript", "application/javascript"];

impl Asks {
    /// What a page asks. In the HTML that we draw every `<` and every quotation mark of a text or a value is escaped.
    pub fn of(html: &str) -> Self {
        let mut asks = Self::default();
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            rest = &rest[at + 1..];
            if let Some(comment) = rest.strip_prefix("!--") {
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
                continue;
            }
            let Some((tag, after)) = rest.split_once('>') else { break };
            asks.tag(tag, after);
            rest = raw_end(tag).map_or(after, |end| after.find(end).map_or("", |at| &after[at..]));
        }
        asks
    }

    /// Notes what a tag asks; `after` is what stands behind it.
    fn tag(&mut self, tag: &str, after: &str) {
        let name = name(tag);
        let values = values(tag);
        let value = |wanted: &str| values.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value);
        let inline = || raw_end(tag).and_then(|end| after.split_once(end)).map(|(inner, _)| digest(inner));
        match name {
            "style" => self.styles.extend(inline()),
            "script" if value("src").is_none() && RUN.contains(&value("type").unwrap_or_default()) => {
                self.scripts.extend(inline());
            }
            "meta" if value("http-equiv") == Some("refresh") => {
                self.leads_to =
                    value("content").and_then(|content| content.split_once("url=")).map(|(_, to)| to.to_owned());
            }
            _ => {}
        }
        self.has_attributes |= values.iter().any(|(name, _)| *name == "style" || name.starts_with("on"));
    }
}

fn name(tag: &str) -> &str {
    tag.split(|c: char| c.is_ascii_whitespace() || c == '/').next().unwrap_or_default()
}

/// What ends a part that is no HTML.
fn raw_end(tag: &str) -> Option<&'static str> {
    match name(tag) {
        "style" => Some("</style"),
        "script" => Some("</script"),
        _ => None,
    }
}

/// The names and values in a tag; of a name alone the value is empty.
fn values(tag: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = tag.trim_start_matches(|c: char| !c.is_ascii_whitespace()).trim_start();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '=').unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = after.strip_prefix('=').map_or(("", after), value_of);
        if !name.is_empty() && name != "/" {
            found.push((name, value));
        }
        // A stray sign must not stop the walk.
        rest = if after.len() == rest.len() { &after[1..] } else { after }.trim_start();
    }
    found
}

/// A value, and what stands behind it.
fn value_of(text: &str) -> (&str, &str) {
    match text.chars().next() {
        Some(sign @ ('"' | '\'')) => text[1..].split_once(sign).unwrap_or((&text[1..], "")),
        _ => text.split_at(text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len())),
    }
}

fn digest(inner: &str) -> InlineDigest {
    Sha256::digest(inner.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_which_styles_and_scripts_stand_in_it() {
        let asks = Asks::of(
            "<!doctype html><head><!-- <style>x</style> --><style>a>b{}</style><style media=print>c{}</style>\
             <script src=\"hari.js\" defer data-ini=\"&lt;style&gt;\"></script>\
             <script type=\"application/ld+json\">{\"a\":1}</script><script>let a = '<style>';</script></head><p class=\"style\">on</p>",
        );
        assert_eq!(asks.styles, ["a>b{}", "c{}"].map(digest).into());
        assert_eq!(asks.scripts, [digest("let a = '<style>';")].into());
        assert!(!asks.has_attributes && asks.leads_to.is_none());
    }

    #[test]
    fn what_no_policy_lets_through_is_seen() {
        for html in ["<p style=\"a:b\">", "<a\n onclick='x'>", "<p class=a style=b>"] {
            assert!(Asks::of(html).has_attributes, "{html}");
        }
        for html in
            ["<p>style=\"a\"</p>", "<p title=\"style=\">", "<a class=one>", "<svg/>", "<", "<a =>", "<p = style>"]
        {
            assert_eq!(Asks::of(html).has_attributes, html == "<p = style>", "{html}");
        }
    }

    #[test]
    fn a_page_that_leads_on_says_where() {
        let asks = Asks::of("<meta http-equiv=\"refresh\" content=\"0; url=../kota/paslon/1.html\">");
        assert_eq!(asks.leads_to.as_deref(), Some("../kota/paslon/1.html"));
    }
}

//! Addresses that stand in the text as they are: they become links.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// The longest address that is taken for one.
const LONGEST: usize = 2048;

/// How addresses begin.
const BEGINNINGS: [&str; 3] = ["https://", "http://", "www."];

/// Signs before an address that make it a part of something else.
const JOINTS: [char; 12] = ['/', '@', '.', '-', '_', '=', '&', '?', ':', '%', '+', '~'];

/// Whether an address may stand in a text; `false` is certain.
pub(super) fn may_be_in(text: &str) -> bool {
    ["://", "www.", "Www.", "WWW."].iter().any(|sign| memchr::memmem::find(text.as_bytes(), sign.as_bytes()).is_some())
}

/// The addresses in words, and where each leads.
pub(super) fn find(words: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    if !may_be_in(words) {
        return found;
    }
    let ends = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '“' | '”' | '`' | '|');
    let mut at = 0;
    for token in words.split(ends) {
        let start = at;
        // The sign that ends a token may have several bytes.
        at += token.len();
        at += words[at..].chars().next().map_or(0, char::len_utf8);
        if token.len() <= LONGEST
            && let Some((begin, beginning)) = begin(token)
        {
            let address = trimmed(&token[begin..]);
            if address.get(beginning.len()..).is_some_and(is_host) {
                let range = start + begin..start + begin + address.len();
                found.push((range, whole(address, beginning)));
            }
        }
    }
    found
}

/// Where an address begins in a token, and how.
fn begin(token: &str) -> Option<(usize, &'static str)> {
    let stands_alone = |at: usize| {
        let before = token[..at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && !JOINTS.contains(&c))
    };
    let starts = token.char_indices().filter(|(at, c)| matches!(c, 'h' | 'H' | 'w' | 'W') && stands_alone(*at));
    let mut starts = starts.filter_map(|(at, _)| {
        let is = |beginning: &&&str| {
            token.get(at..at + beginning.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(beginning))
        };
        BEGINNINGS.iter().find(is).map(|beginning| (at, *beginning))
    });
    starts.next()
}

/// An address without the signs of the sentence around it.
fn trimmed(address: &str) -> &str {
    let mut open = [('(', ')'), ('[', ']')]
        .map(|(open, close)| (close, address.matches(close).count().saturating_sub(address.matches(open).count())));
    let mut rest = address;
    while let Some(last) = rest.chars().next_back() {
        let bracket = open.iter_mut().find(|(close, _)| *close == last);
        match bracket {
            Some((_, 0)) => break,
            Some((_, more)) => *more -= 1,
            None if matches!(
                last,
                '.' | ',' | ';' | ':' | '!' | '?' | '*' | '_' | '~' | '\'' | '’' | '‘' | '…' | '{' | '}'
            ) => {}
            None => break,
        }
        rest = &rest[..rest.len() - last.len_utf8()];
    }
    rest
}

/// Whether what follows the beginning of an address begins with the name of a computer.
fn is_host(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or("");
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    host.contains('.') && host.split('.').all(is_part)
}

fn whole(address: &str, beginning: &str) -> String {
    if beginning == BEGINNINGS[2] {
        return format!("https://{beginning}{}", &address[beginning.len()..]);
    }
    format!("{beginning}{}", &address[beginning.len()..])
}

/// The events with a link around every address; links, pictures and code stay as they are.
pub(super) fn linked(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut out = Vec::with_capacity(events.len() + 16);
    let (mut run, mut closed) = (Vec::new(), 0_usize);
    for event in events {
        match event {
            // Marks of Markdown part a text into several.
            Event::Text(words) if closed == 0 => run.push(words),
            event => {
                put(&mut run, &mut out);
                match &event {
                    Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => closed += 1,
                    Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => closed = closed.saturating_sub(1),
                    _ => {}
                }
                out.push(event);
            }
        }
    }
    put(&mut run, &mut out);
    out
}

fn put<'t>(run: &mut Vec<CowStr<'t>>, out: &mut Vec<Event<'t>>) {
    let words = run.iter().map(|piece| &**piece).collect::<String>();
    let found = find(&words);
    if found.is_empty() {
        out.extend(run.drain(..).map(Event::Text));
        return;
    }
    run.clear();
    let text = |range: Range<usize>| Event::Text(words[range].to_owned().into());
    let mut at = 0;
    for (range, to) in found {
        if at < range.start {
            out.push(text(at..range.start));
        }
        let (dest_url, none) = (to.into(), || CowStr::Borrowed(""));
        out.push(Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url, title: none(), id: none() }));
        out.push(text(range.clone()));
        out.push(Event::End(TagEnd::Link));
        at = range.end;
    }
    if at < words.len() {
        out.push(text(at..words.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &str) -> Vec<String> {
        find(words).into_iter().map(|(range, to)| format!("{} {to}", &words[range])).collect()
    }

    #[test]
    fn an_address_ends_before_the_signs_of_its_sentence() {
        let text = "di (https://a.test/b_(c)), www.a.test. Atau Https://b.test/?x=1&y=2! “http://c.test/”";
        let expected = [
            "https://a.test/b_(c) https://a.test/b_(c)",
            "www.a.test https://www.a.test",
            "Https://b.test/?x=1&y=2 https://b.test/?x=1&y=2",
            "http://c.test/ http://c.test/",
        ];
        assert_eq!(found(text), expected);
    }

    #[test]
    fn what_is_no_address_stays() {
        for text in ["www. situs", "http://", "https://localhost", "x@www.a.test", "ahttp://a.test", "ftp://a.test"] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}

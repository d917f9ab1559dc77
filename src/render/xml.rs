//! What the XML formats share: text without the characters XML has no place for.

use anyhow::Result;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::borrow::Cow;

/// A document being written.
pub(super) type Xml = Writer<Vec<u8>>;

/// A document with its first line.
pub(super) fn begin() -> Result<Xml> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    Ok(xml)
}

/// The document's bytes.
pub(super) fn end(xml: Xml) -> Vec<u8> {
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    bytes
}

/// An element that holds text.
pub(super) fn text(xml: &mut Xml, name: &str, text: &str) -> Result<()> {
    xml.create_element(name).write_text_content(BytesText::from_escaped(escaped(text)))?;
    Ok(())
}

/// An element that holds text, with attributes.
pub(super) fn text_with(xml: &mut Xml, name: &str, attributes: &[(&str, &str)], text: &str) -> Result<()> {
    let element = xml.create_element(name).with_attributes(attributes.iter().copied());
    element.write_text_content(BytesText::from_escaped(escaped(text)))?;
    Ok(())
}

/// An element with attributes only.
pub(super) fn empty(xml: &mut Xml, name: &str, attributes: &[(&str, &str)]) -> Result<()> {
    let clean: Vec<(&str, Cow<'_, str>)> = attributes.iter().map(|(name, value)| (*name, clean(value))).collect();
    xml.create_element(name).with_attributes(clean.iter().map(|(name, value)| (*name, &**value))).write_empty()?;
    Ok(())
}

/// Characters that XML 1.0 cannot hold even escaped.
fn is_bad(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// The same text without control characters, which XML 1.0 cannot hold even escaped.
fn clean(text: &str) -> Cow<'_, str> {
    if may_be_bad(text) && text.contains(is_bad) { text.replace(is_bad, "").into() } else { text.into() }
}

/// Whether a byte stands in the text that a [bad](is_bad) character begins with.
fn may_be_bad(text: &str) -> bool {
    text.bytes().any(|byte| matches!(KINDS[usize::from(byte)], Kind::Doubtful))
}

/// What a byte asks for in XML.
#[derive(Clone, Copy)]
enum Kind {
    Plain,
    /// One of the five signs that are written as an entity.
    Sign(&'static str),
    /// The first byte of a character that XML may have no place for.
    Doubtful,
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Plain; 256];
    let mut control = 0;
    while control < 0x20 {
        kinds[control] = Kind::Doubtful;
        control += 1;
    }
    kinds[b'\n' as usize] = Kind::Plain;
    kinds[b'\t' as usize] = Kind::Plain;
    kinds[0x7f] = Kind::Doubtful;
    kinds[0xc2] = Kind::Doubtful;
    kinds[0xef] = Kind::Doubtful;
    kinds[b'<' as usize] = Kind::Sign("&lt;");
    kinds[b'>' as usize] = Kind::Sign("&gt;");
    kinds[b'&' as usize] = Kind::Sign("&amp;");
    kinds[b'\'' as usize] = Kind::Sign("&apos;");
    kinds[b'"' as usize] = Kind::Sign("&quot;");
    kinds
};

/// The same text as XML writes it, without what XML has no place for; read once, for a feed is mostly this.
fn escaped(text: &str) -> Cow<'_, str> {
    let is_special = |byte: &u8| !matches!(KINDS[usize::from(*byte)], Kind::Plain);
    let bytes = text.as_bytes();
    let mut written = String::new();
    let (mut from, mut at) = (0, 0);
    while let Some(skipped) = bytes[at..].iter().position(is_special) {
        at += skipped;
        let (sign, length) = match KINDS[usize::from(bytes[at])] {
            Kind::Sign(sign) => (sign, 1),
            Kind::Doubtful | Kind::Plain => match text[at..].chars().next() {
                Some(c) if is_bad(c) => ("", c.len_utf8()),
                _ => {
                    at += 1;
                    continue;
                }
            },
        };
        if from == 0 {
            written.reserve(text.len() + text.len() / 4);
        }
        written.push_str(&text[from..at]);
        written.push_str(sign);
        at += length;
        from = at;
    }
    if from == 0 {
        return text.into();
    }
    written.push_str(&text[from..]);
    written.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_become_entities_and_what_xml_cannot_hold_is_left_out() {
        let text = "a<b>&'\" \u{1}\u{7f}\u{85}\u{a0}é\n\t\r\u{fffe}\u{fffd}…";
        assert_eq!(escaped(text), "a&lt;b&gt;&amp;&apos;&quot; \u{a0}é\n\t\u{fffd}…");
        assert_eq!(escaped(text), quick_xml::escape::escape(&*clean(text)));
        assert_eq!(escaped("biasa"), "biasa");
        assert_eq!(escaped("\u{1}"), "");
    }
}

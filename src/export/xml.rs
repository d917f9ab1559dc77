//! What the XML formats share: text without the characters XML has no place for.

use anyhow::Result;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::borrow::Cow;

/// A document being written.
pub(super) type Xml<'f> = Writer<&'f mut Vec<u8>>;

/// A document with its first line.
pub(super) fn begin(file: &mut Vec<u8>) -> Result<Xml<'_>> {
    let mut xml = Writer::new_with_indent(file, b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    Ok(xml)
}

/// Ends a document.
pub(super) fn end(xml: Xml<'_>) {
    xml.into_inner().push(b'\n');
}

/// An element that holds text.
pub(super) fn text(xml: &mut Xml<'_>, name: &str, text: &str) -> Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&clean(text)))?;
    Ok(())
}

/// An element that holds text, with attributes.
pub(super) fn text_with(xml: &mut Xml<'_>, name: &str, attributes: &[(&str, &str)], text: &str) -> Result<()> {
    let element = xml.create_element(name).with_attributes(attributes.iter().copied());
    element.write_text_content(BytesText::new(&clean(text)))?;
    Ok(())
}

/// An element with attributes only.
pub(super) fn empty(xml: &mut Xml<'_>, name: &str, attributes: &[(&str, &str)]) -> Result<()> {
    let clean: Vec<(&str, Cow<'_, str>)> = attributes.iter().map(|(name, value)| (*name, clean(value))).collect();
    xml.create_element(name).with_attributes(clean.iter().map(|(name, value)| (*name, &**value))).write_empty()?;
    Ok(())
}

/// The same text without control characters, which XML 1.0 cannot hold even escaped.
fn clean(text: &str) -> Cow<'_, str> {
    let bad = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    if text.contains(bad) { text.replace(bad, "").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(clean("a\u{1}\u{7f}\u{85}\u{a0}é\n\t\r\u{fffe}\u{fffd}…"), "a\u{a0}é\n\t\u{fffd}…");
    }
}

//! Feeds as Atom (RFC 4287).

use crate::export::feed::{Atom, FeedEntry, NewsFeed};
use crate::export::xml::{self, Xml};
use crate::page::frame::page::Export;
use anyhow::Result;
use quick_xml::events::{BytesEnd, BytesStart, Event};

impl Export for Atom {
    fn write(&self, file: &mut Vec<u8>) -> Result<()> {
        draw(&self.0, file)
    }
}

fn draw(umpan: &NewsFeed, file: &mut Vec<u8>) -> Result<()> {
    let mut xml = xml::begin(file)?;
    let feed = BytesStart::new("feed")
        .with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &*umpan.bahasa)]);
    xml.write_event(Event::Start(feed))?;
    xml::text(&mut xml, "title", &umpan.judul)?;
    if let Some(keterangan) = &umpan.keterangan {
        xml::text(&mut xml, "subtitle", keterangan)?;
    }
    xml::text(&mut xml, "id", &umpan.halaman)?;
    xml::text(&mut xml, "updated", &umpan.diperbarui.to_rfc3339())?;
    link(&mut xml, "self", "application/atom+xml", &umpan.atom)?;
    link(&mut xml, "alternate", "text/html", &umpan.halaman)?;
    author(&mut xml, &umpan.penerbit)?;
    xml::text(&mut xml, "generator", "pilkada")?;
    for kiriman in &umpan.kiriman {
        entry(&mut xml, kiriman)?;
    }
    xml.write_event(Event::End(BytesEnd::new("feed")))?;
    xml::end(xml);
    Ok(())
}

fn entry(xml: &mut Xml<'_>, kiriman: &FeedEntry) -> Result<()> {
    xml.write_event(Event::Start(BytesStart::new("entry")))?;
    xml::text(xml, "title", &kiriman.judul)?;
    xml::text(xml, "id", &kiriman.alamat)?;
    xml::text(xml, "published", &kiriman.terbit.to_rfc3339())?;
    xml::text(xml, "updated", &kiriman.terbit.to_rfc3339())?;
    link(xml, "alternate", "text/html", &kiriman.alamat)?;
    author(xml, &kiriman.penulis)?;
    for label in &kiriman.label {
        xml::empty(xml, "category", &[("term", label)])?;
    }
    xml::text(xml, "summary", &kiriman.ringkasan)?;
    if let Some(html) = &kiriman.html {
        xml::text_with(xml, "content", &[("type", "html")], html)?;
    }
    xml.write_event(Event::End(BytesEnd::new("entry")))?;
    Ok(())
}

fn link(xml: &mut Xml<'_>, rel: &str, kind: &str, href: &str) -> Result<()> {
    xml::empty(xml, "link", &[("rel", rel), ("type", kind), ("href", href)])
}

fn author(xml: &mut Xml<'_>, name: &str) -> Result<()> {
    xml.write_event(Event::Start(BytesStart::new("author")))?;
    xml::text(xml, "name", name)?;
    xml.write_event(Event::End(BytesEnd::new("author")))?;
    Ok(())
}

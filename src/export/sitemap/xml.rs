//! Sitemaps, as sitemaps.org describes them.

use crate::export::sitemap::{Location, SitemapFile};
use crate::export::xml;
use crate::page::frame::page::Export;
use crate::value::kode_bahasa::KodeBahasa;
use anyhow::Result;
use quick_xml::events::{BytesEnd, BytesStart, Event};

/// The namespace of both kinds.
const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

/// The namespace of links to the same page in other languages.
const LINKS: (&str, &str) = ("xmlns:xhtml", "http://www.w3.org/1999/xhtml");

impl Export for SitemapFile {
    fn write(&self, file: &mut Vec<u8>) -> Result<()> {
        draw(self, file)
    }
}

fn draw(peta: &SitemapFile, file: &mut Vec<u8>) -> Result<()> {
    let mut xml = xml::begin(file)?;
    let (list, item) = match peta {
        SitemapFile::Halaman(_) => ("urlset", "url"),
        SitemapFile::Daftar(_) => ("sitemapindex", "sitemap"),
    };
    let has_languages =
        matches!(peta, SitemapFile::Halaman(places) if places.iter().any(|place| !place.bahasa.is_empty()));
    let spaces = std::iter::once(NAMESPACE).chain(has_languages.then_some(LINKS));
    xml.write_event(Event::Start(BytesStart::new(list).with_attributes(spaces)))?;
    for Item { address, day, languages } in items(peta) {
        xml.write_event(Event::Start(BytesStart::new(item)))?;
        xml::text(&mut xml, "loc", address)?;
        if let Some(day) = day {
            xml::text(&mut xml, "lastmod", &day)?;
        }
        let first = languages.first().map(|(_, address)| ("x-default", address));
        for (code, address) in languages.iter().map(|(code, address)| (&**code, address)).chain(first) {
            let link = [("rel", "alternate"), ("hreflang", code), ("href", address)];
            xml.write_event(Event::Empty(BytesStart::new("xhtml:link").with_attributes(link)))?;
        }
        xml.write_event(Event::End(BytesEnd::new(item)))?;
    }
    xml.write_event(Event::End(BytesEnd::new(list)))?;
    xml::end(xml);
    Ok(())
}

/// What a sitemap says of an address.
struct Item<'s> {
    address: &'s str,
    day: Option<String>,
    languages: &'s [(KodeBahasa, String)],
}

impl<'s> Item<'s> {
    fn of(place: &'s Location) -> Self {
        let day = place.diperbarui.map(|day| day.to_string());
        Self { address: &place.alamat, day, languages: &place.bahasa }
    }
}

fn items(peta: &SitemapFile) -> Vec<Item<'_>> {
    match peta {
        SitemapFile::Halaman(places) => places.iter().map(Item::of).collect(),
        SitemapFile::Daftar(addresses) => {
            addresses.iter().map(|address| Item { address, day: None, languages: &[] }).collect()
        }
    }
}

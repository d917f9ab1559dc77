//! Sitemaps, as sitemaps.org describes them.

use crate::export::sitemap::SitemapFile;
use crate::export::xml;
use crate::page::frame::page::Export;
use anyhow::Result;
use quick_xml::events::{BytesEnd, BytesStart, Event};

/// The namespace of both kinds.
const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

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
    xml.write_event(Event::Start(BytesStart::new(list).with_attributes([NAMESPACE])))?;
    for (address, day) in entries(peta) {
        xml.write_event(Event::Start(BytesStart::new(item)))?;
        xml::text(&mut xml, "loc", address)?;
        if let Some(day) = day {
            xml::text(&mut xml, "lastmod", &day)?;
        }
        xml.write_event(Event::End(BytesEnd::new(item)))?;
    }
    xml.write_event(Event::End(BytesEnd::new(list)))?;
    xml::end(xml);
    Ok(())
}

fn entries(peta: &SitemapFile) -> Vec<(&str, Option<String>)> {
    match peta {
        SitemapFile::Halaman(places) => {
            places.iter().map(|place| (place.alamat.as_str(), place.diperbarui.map(|day| day.to_string()))).collect()
        }
        SitemapFile::Daftar(addresses) => addresses.iter().map(|address| (address.as_str(), None)).collect(),
    }
}

//! Sitemaps, as sitemaps.org describes them.

use crate::export::sitemap::PetaSitus;
use crate::export::xml;
use crate::page::frame::page::Export;
use anyhow::Result;
use quick_xml::events::{BytesEnd, BytesStart, Event};

/// The namespace of both kinds.
const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

impl Export for PetaSitus {
    fn write(&self, file: &mut Vec<u8>) -> Result<()> {
        draw(self, file)
    }
}

fn draw(peta: &PetaSitus, file: &mut Vec<u8>) -> Result<()> {
    let mut xml = xml::begin(file)?;
    let (list, item) = match peta {
        PetaSitus::Halaman(_) => ("urlset", "url"),
        PetaSitus::Daftar(_) => ("sitemapindex", "sitemap"),
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

fn entries(peta: &PetaSitus) -> Vec<(&str, Option<String>)> {
    match peta {
        PetaSitus::Halaman(places) => {
            places.iter().map(|place| (place.alamat.as_str(), place.diperbarui.map(|day| day.to_string()))).collect()
        }
        PetaSitus::Daftar(addresses) => addresses.iter().map(|address| (address.as_str(), None)).collect(),
    }
}

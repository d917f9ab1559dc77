//! Feeds as JSON Feed 1.1.

use crate::export::feed::{FeedEntry, FeedJson, NewsFeed};
use crate::page::frame::page::Export;
use anyhow::Result;
use serde::Serialize;

/// A feed, its keys in this order.
#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the keys are those of JSON Feed")]
struct Feed<'u> {
    version: &'static str,
    title: &'u str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'u str>,
    home_page_url: &'u str,
    feed_url: &'u str,
    language: &'u str,
    authors: [Author<'u>; 1],
    items: Vec<Item<'u>>,
}

#[derive(Serialize)]
struct Author<'u> {
    name: &'u str,
}

#[derive(Serialize)]
struct Item<'u> {
    id: &'u str,
    url: &'u str,
    title: &'u str,
    summary: &'u str,
    date_published: String,
    date_modified: String,
    authors: [Author<'u>; 1],
    tags: &'u [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    content_html: Option<&'u str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_text: Option<&'u str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'u str>,
}

impl Export for FeedJson {
    fn write(&self, file: &mut Vec<u8>) -> Result<()> {
        Ok(serde_json::to_writer_pretty(file, &feed(&self.0))?)
    }
}

fn feed(umpan: &NewsFeed) -> Feed<'_> {
    Feed {
        version: "https://jsonfeed.org/version/1.1",
        title: &umpan.judul,
        description: umpan.keterangan.as_deref(),
        home_page_url: &umpan.halaman,
        feed_url: &umpan.json,
        language: &umpan.bahasa,
        authors: [Author { name: &umpan.penerbit }],
        items: umpan.kiriman.iter().map(item).collect(),
    }
}

fn item(kiriman: &FeedEntry) -> Item<'_> {
    let html = kiriman.html.as_deref();
    Item {
        id: &kiriman.alamat,
        url: &kiriman.alamat,
        title: &kiriman.judul,
        summary: &kiriman.ringkasan,
        date_published: kiriman.terbit.to_rfc3339(),
        date_modified: kiriman.terbit.to_rfc3339(),
        authors: [Author { name: &kiriman.penulis }],
        tags: &kiriman.label,
        content_html: html,
        content_text: if html.is_none() { Some(&kiriman.ringkasan) } else { None },
        image: kiriman.gambar.as_deref(),
    }
}

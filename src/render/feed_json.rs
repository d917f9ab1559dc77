//! Feeds as JSON Feed 1.1.

use crate::page::umpan::{Kiriman, Umpan};
use serde_json::{Map, Value, json};

/// A feed as JSON.
pub(super) fn draw(umpan: &Umpan) -> Value {
    let mut feed = Map::new();
    feed.insert("version".to_owned(), "https://jsonfeed.org/version/1.1".into());
    feed.insert("title".to_owned(), umpan.judul.as_str().into());
    if let Some(keterangan) = &umpan.keterangan {
        feed.insert("description".to_owned(), keterangan.as_str().into());
    }
    feed.insert("home_page_url".to_owned(), umpan.halaman.as_str().into());
    feed.insert("feed_url".to_owned(), umpan.json.as_str().into());
    feed.insert("language".to_owned(), umpan.bahasa.into());
    feed.insert("authors".to_owned(), json!([{ "name": umpan.penerbit }]));
    feed.insert("items".to_owned(), umpan.kiriman.iter().map(item).collect());
    feed.into()
}

fn item(kiriman: &Kiriman) -> Value {
    let mut item = json!({
        "id": kiriman.alamat,
        "url": kiriman.alamat,
        "title": kiriman.judul,
        "summary": kiriman.ringkasan,
        "date_published": kiriman.terbit.to_rfc3339(),
        "date_modified": kiriman.terbit.to_rfc3339(),
        "authors": [{ "name": kiriman.penulis }],
        "tags": kiriman.label,
    });
    match &kiriman.html {
        Some(html) => item["content_html"] = html.as_str().into(),
        None => item["content_text"] = kiriman.ringkasan.as_str().into(),
    }
    if let Some(gambar) = &kiriman.gambar {
        item["image"] = gambar.as_str().into();
    }
    item
}

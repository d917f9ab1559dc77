//! A picture as templates see it: its sizes, and the file for each.

use crate::model::Lingkup;
use crate::model::pictures::Gambar;
use crate::page::frame::address::Address;
use crate::page::frame::media;
use crate::record::berita::Gambar as Tercatat;
use crate::value::pixel_size::PixelSize;
use crate::value::shape::Shape;
use serde::Serialize;

/// A picture with its copies.
#[derive(Debug, Clone, Serialize)]
pub struct GambarView {
    /// The file for a browser that does not choose.
    pub alamat: Address,
    /// The width of the largest copy, where it is known.
    pub lebar: Option<u32>,
    /// Its height.
    pub tinggi: Option<u32>,
    /// The copies, the smallest first; empty where the picture is published as it came.
    pub versi: Vec<PictureVersionView>,
}

/// A picture with its words.
#[derive(Serialize)]
pub struct Photo<'m> {
    #[serde(flatten)]
    gambar: GambarView,
    alt: &'m str,
    kredit: Option<&'m str>,
}

/// A copy in one size.
#[derive(Debug, Clone, Serialize)]
pub struct PictureVersionView {
    /// Its width.
    pub lebar: u32,
    /// The copy as WebP.
    pub webp: Address,
    /// The copy as JPEG.
    pub jpeg: Address,
}

impl GambarView {
    /// The picture beside a record.
    pub fn of(lingkup: &Lingkup, record: &str, berkas: &str, shape: Shape) -> Self {
        Self::sized(lingkup.gambar(record, berkas, shape), || media::beside(record, berkas))
    }

    /// A picture in the shape it was made in.
    pub fn whole(gambar: &Gambar) -> Self {
        Self::sized(Some(gambar), || media::at(&gambar.path))
    }

    /// With the copies there are; `plain` gives the address of the picture as it came.
    fn sized(gambar: Option<&Gambar>, plain: impl FnOnce() -> Address) -> Self {
        let versi = gambar.map_or_else(Vec::new, media::versi);
        let whole = || gambar.and_then(|gambar| gambar.pixel_size);
        let largest: Option<PixelSize> = versi.last().map(|versi| versi.pixel_size).or_else(whole);
        let middle = versi.get(versi.len() / 2).map(|versi| versi.jpeg.clone());
        Self {
            alamat: middle.unwrap_or_else(plain),
            lebar: largest.map(|pixel_size| pixel_size.width),
            tinggi: largest.map(|pixel_size| pixel_size.height),
            versi: versi.into_iter().map(PictureVersionView::of).collect(),
        }
    }
}

impl<'m> Photo<'m> {
    /// A picture beside a record.
    pub fn of(lingkup: &Lingkup, record: &str, gambar: &'m Tercatat) -> Self {
        let view = GambarView::of(lingkup, record, &gambar.berkas, Shape::Whole);
        Self { gambar: view, alt: &gambar.alt, kredit: gambar.kredit.as_deref() }
    }
}

impl PictureVersionView {
    fn of(versi: media::PictureVersion) -> Self {
        Self { lebar: versi.pixel_size.width, webp: versi.webp, jpeg: versi.jpeg }
    }
}

//! Pictures and attachments: where they lie on the site, and in which sizes.

use crate::model::pictures::Gambar;
use crate::page::frame::address::Address;
use crate::source::STATIS;
use crate::value::jalur::folder;
use crate::value::pixel_size::PixelSize;
use crate::value::slug::Slug;

/// How much of a picture's key stands in the names of its copies.
const DIGITS: usize = 12;

/// A copy of a picture in one size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureVersion {
    /// Its size.
    pub pixel_size: PixelSize,
    /// The copy as WebP.
    pub webp: Address,
    /// The copy as JPEG, for browsers that know no WebP.
    pub jpeg: Address,
}

/// The address of a file that lies beside a record.
pub(crate) fn beside(record: &str, berkas: &str) -> Address {
    at(&format!("{}/{berkas}", folder(record)))
}

/// The address of a file of the content.
pub(crate) fn at(path: &str) -> Address {
    if let Some(below) = path.strip_prefix(STATIS) {
        return Address::root(below.trim_start_matches('/'));
    }
    let below = path.strip_prefix("content/").unwrap_or(path);
    Address::root(below.strip_prefix("wilayah/").unwrap_or(below))
}

/// The copies of a picture, the smallest first; none where the program was made without them.
pub fn versi(gambar: &Gambar) -> Vec<PictureVersion> {
    let sizes = gambar.pixel_size.filter(|_| cfg!(feature = "gambar")).map(|pixel_size| gambar.shape.sizes(pixel_size));
    sizes.into_iter().flatten().map(|pixel_size| PictureVersion::of(gambar, pixel_size)).collect()
}

impl PictureVersion {
    fn of(gambar: &Gambar, pixel_size: PixelSize) -> Self {
        let address = at(&gambar.path);
        let (folder, file) = (folder(address.file()), address.file().rsplit('/').next().unwrap_or_default());
        let stem = Slug::of(file.rsplit_once('.').map_or(file, |(stem, _)| stem));
        // A name a browser may keep for ever: it changes with the picture.
        let name = format!("{stem}-{}-{}", &gambar.key[..DIGITS], pixel_size.width);
        let address = |ending: &str| Address::root(format!("{folder}/{name}.{ending}").trim_start_matches('/'));
        Self { pixel_size, webp: address("webp"), jpeg: address("jpg") }
    }
}

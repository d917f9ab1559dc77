//! What every answer of a server says besides the page: who may run, show and keep what.

use crate::hosting::asks::InlineDigest;
use crate::hosting::packing::{Memory, is_lasting};
use crate::page::frame::address::Base;
use crate::value::jalur::encoded;
use std::collections::BTreeSet;

/// A published site as servers are told of it.
#[derive(Debug, Clone, Copy)]
pub struct Site<'s> {
    /// Its address.
    pub base: &'s Base,
    /// Where its files lie, as a server is told.
    pub folder: &'s str,
    /// What is known of its pages.
    pub memory: &'s Memory,
    /// Whether it says whom to tell of a hole in it.
    pub has_contact: bool,
}

/// How long a page may be kept: on the day of a vote what it says must not be older than some minutes.
pub(super) const PAGES: &str = "public, max-age=300";

/// How long a file may be kept that is named by its bytes.
pub(super) const LASTING: &str = "public, max-age=31536000, immutable";

/// The names of pictures that are named by their bytes, as a pattern: `foto-0123456789ab-640.webp`.
pub(super) const LASTING_NAMES: &str = "-[0-9a-f]{12}-[0-9]+\\.(webp|jpg)$";

/// How long a file of the site may be kept by whom it was sent to.
pub fn kept_for(path: &str) -> &'static str {
    if is_lasting(path) { LASTING } else { PAGES }
}

impl Site<'_> {
    /// The headers of every answer, but for how long it may be kept; what is shown of other kinds than pages has no policy of
    /// contents where a browser's own viewer would be kept from showing it.
    pub(super) fn headers(&self) -> Vec<(&'static str, String)> {
        let mut headers = vec![("Content-Security-Policy", self.policy())];
        headers.extend(plain_headers());
        headers
    }

    /// Which parts of a page may do something: ours only, and of what stands in a page what was drawn into it.
    pub fn policy(&self) -> String {
        let styles: BTreeSet<InlineDigest> = self.memory.styles().union(&self.memory.earlier).copied().collect();
        let own = |digests: BTreeSet<InlineDigest>| {
            let named: Vec<String> = digests.iter().map(|digest| format!(" 'sha256-{}'", base64(digest))).collect();
            format!("'self'{}", named.concat())
        };
        [
            "default-src 'none'".to_owned(),
            format!("script-src {}", own(self.memory.scripts())),
            format!("style-src {}", own(styles)),
            "img-src 'self' data:".to_owned(),
            "font-src 'self'".to_owned(),
            "connect-src 'self'".to_owned(),
            "form-action 'self'".to_owned(),
            "base-uri 'none'".to_owned(),
            "frame-ancestors 'none'".to_owned(),
        ]
        .join("; ")
    }

    /// Pages that only lead on, as addresses on the host: from where to where.
    pub(super) fn moved(&self) -> impl Iterator<Item = (String, String)> {
        let address = |path: &str| format!("{}{}", self.base.prefix(), encoded(path));
        let to = move |path: &str| match path.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => address(folder),
            _ => address(path),
        };
        self.memory.moved.iter().map(move |(from, there)| (address(from), to(there)))
    }
}

/// The headers of every answer that are the same for every site.
pub(super) fn plain_headers() -> Vec<(&'static str, String)> {
    let headers = [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        // Another site does not learn which page somebody came from.
        ("Referrer-Policy", "same-origin"),
        (
            "Permissions-Policy",
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
        ),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        // Browsers heed it over https only. Of neighbours under the same name it says nothing: they are not ours.
        ("Strict-Transport-Security", "max-age=31536000"),
    ];
    headers.map(|(name, value)| (name, value.to_owned())).into()
}

/// Bytes in the 64 signs of RFC 4648.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let [first, second, third] = [0, 1, 2].map(|at| usize::from(group.get(at).copied().unwrap_or_default()));
        let signs = [first >> 2, (first & 3) << 4 | second >> 4, (second & 15) << 2 | third >> 6, third & 63];
        let count = group.len() + 1;
        text.extend(signs.iter().take(count).map(|sign| char::from(SIGNS[*sign])));
        text.extend(std::iter::repeat_n('=', signs.len() - count));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_written_as_browsers_read_them() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xfb, 0xff, 0xfe]), "+//+");
    }
}

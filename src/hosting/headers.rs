//! `_headers` and `_redirects`, which Netlify and Cloudflare Pages read beside a site's files, and GitLab Pages the second.

use crate::hosting::policy::{LASTING, Site};
use crate::hosting::write;

/// Headers by address. How long pages are kept is left to these hosts, which ask again each time and add up what two rules say.
pub(super) fn headers(site: &Site<'_>) -> String {
    let prefix = site.base.prefix();
    let mut text = format!("{prefix}*\n");
    for (name, value) in site.headers() {
        write(&mut text, format_args!("  {name}: {value}\n"));
    }
    // A rule can name an ending only: so all of these pictures have to be named by their bytes.
    for ending in ["webp", "jpg"].into_iter().filter(|ending| !site.memory.lasting_not.contains(*ending)) {
        write(&mut text, format_args!("{prefix}*.{ending}\n  Cache-Control: {LASTING}\n"));
    }
    text
}

/// Old addresses and where they lead.
pub(super) fn redirects(site: &Site<'_>) -> String {
    let mut text = String::new();
    for (from, to) in site.moved() {
        write(&mut text, format_args!("{from} {to} 301\n"));
    }
    text
}

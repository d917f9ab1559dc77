//! What a web server is told of a site: texts packed beside themselves, and rules in the words of the servers that people have.
//!
//! The rules follow from the pages that were drawn, never from a list: which styles stand in them, and which of them only lead on.
//! Whoever changes a theme has the right rules after the next build.

pub mod asks;
mod caddy;
mod headers;
pub mod mime;
mod nginx;
pub mod packing;
mod pages;
pub mod policy;
pub mod security;

use crate::hosting::policy::Site;
use std::fmt::{Arguments, Write};

/// How each of our files for servers begins, so that none of anybody else's is written over.
pub const MARK: &str = "# Dibuat oleh pilkada build --siap-saji; build berikutnya menulisnya lagi.";

/// The rules of a site for each server, by the names of their files.
pub fn rules(site: &Site<'_>) -> Vec<(&'static str, String)> {
    let rules = [
        ("BACA.txt", guide(site)),
        ("nginx.conf", nginx::rules(site)),
        ("Caddyfile", caddy::rules(site)),
        ("_headers", headers::headers(site)),
        ("_redirects", headers::redirects(site)),
        ("github-pages.yml", pages::github()),
        ("gitlab-pages.yml", pages::gitlab()),
    ];
    rules.into_iter().map(|(name, text)| (name, format!("{MARK}\n{text}"))).collect()
}

/// Says which file is for whom.
fn guide(site: &Site<'_>) -> String {
    format!(
        "\
#
# Folder ini BUKAN bagian dari situs dan tidak diunggah. Isinya aturan untuk server web; pilih satu:
#
#   nginx.conf         nginx: include di dalam server {{ … }}
#   Caddyfile          Caddy: import di dalam blok situs
#   _headers           Netlify dan Cloudflare Pages: salin ke akar folder yang diunggah
#   _redirects         bersama _headers; juga GitLab Pages
#   github-pages.yml   GitHub Pages: salin ke .github/workflows/
#   gitlab-pages.yml   GitLab Pages: salin menjadi .gitlab-ci.yml
#
# Situs ini dibangun untuk {}{}
#
# Pasang aturannya SEBELUM situs diunggah, lalu muat ulang server. Kebijakan isi (Content-Security-Policy) menyebut gaya
# setiap halaman menurut sidiknya: gaya baru baru tampil kalau aturannya sudah terpasang. Gaya terbitan sebelum ini tetap
# disebut, supaya halaman yang masih terpasang tidak kehilangan gayanya. `pilkada build --siap-saji` mengatakan kapan
# aturannya berubah.
",
        site.base.host(),
        site.base.prefix(),
    )
}

/// Writes something behind a text.
fn write(text: &mut String, what: Arguments<'_>) {
    text.write_fmt(what).expect("a String takes all that is written");
}

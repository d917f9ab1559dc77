//! Rules for Caddy, to be imported into the block of a site.

use crate::hosting::policy::{LASTING, LASTING_NAMES, PAGES, Site};
use crate::hosting::write;

/// The rules of a site.
pub(super) fn rules(site: &Site<'_>) -> String {
    let folder = site.folder;
    let mut text = format!(
        "\
#
# Di dalam blok situs:   import {folder}.saji/Caddyfile
# Kalau folder situs di server itu lain, ganti setiap \"{folder}\" di bawah.
# Yang sudah dikemas (.gz, .br) dikirim apa adanya; Caddy memasang https sendiri.

"
    );
    for (from, to) in site.moved() {
        write(&mut text, format_args!("redir \"{from}\" \"{to}\" 301\n"));
    }
    text + &answers(site) + &files(site)
}

/// What every answer says.
fn answers(site: &Site<'_>) -> String {
    let (prefix, all) = (site.base.prefix(), headers(site, "\t"));
    format!(
        "
@situs path {prefix}*
header @situs {{
{all}}}
@tetap path_regexp {LASTING_NAMES}
header @tetap Cache-Control \"{LASTING}\"
# Penampil PDF di peramban dihentikan kebijakan halaman.
@dokumen path {prefix}*.pdf
header @dokumen -Content-Security-Policy
@kalender path {prefix}*.ics
header @kalender Content-Type \"text/calendar; charset=utf-8\"
@tabel path {prefix}*.csv
header @tabel Content-Type \"text/csv; charset=utf-8\"
@isi path {prefix}*.json
header @isi Content-Type \"application/json; charset=utf-8\"
@tertaut path {prefix}*.jsonld
header @tertaut Content-Type \"application/ld+json; charset=utf-8\"

"
    )
}

/// Where the files are, and what is answered where there is none.
fn files(site: &Site<'_>) -> String {
    let (prefix, folder) = (site.base.prefix(), site.folder);
    let contact = format!("handle /.well-known/security.txt {{\n\troot * \"{folder}\"\n\tfile_server\n}}\n");
    let contact = if site.has_contact { contact } else { String::new() };
    let all = headers(site, "\t\t\t");
    format!(
        "\
{contact}handle_path {prefix}* {{
\troot * \"{folder}\"
\tfile_server {{
\t\tprecompressed br gzip
\t\thide .*
\t}}
}}
handle_errors {{
\t@hilang expression `{{http.error.status_code}} == 404`
\thandle @hilang {{
\t\troot * \"{folder}\"
\t\trewrite * /404.html
\t\theader {{
{all}\t\t}}
\t\tfile_server
\t}}
}}
"
    )
}

/// The headers of every answer, a line each.
fn headers(site: &Site<'_>, indent: &str) -> String {
    let mut text = String::new();
    for (name, value) in site.headers() {
        write(&mut text, format_args!("{indent}{name} \"{value}\"\n"));
    }
    write(&mut text, format_args!("{indent}Cache-Control \"{PAGES}\"\n"));
    text
}

//! Rules for nginx, to be included in a `server`.

use crate::hosting::policy::{LASTING, LASTING_NAMES, PAGES, Site, plain_headers};
use crate::hosting::write;
use crate::value::jalur::decoded;

/// What our files are: nginx knows neither calendars nor signatures.
const TYPES: &str = "    types {
        text/html                html;
        text/css                 css;
        text/csv                 csv tsv;
        text/calendar            ics;
        text/javascript          js;
        text/plain               txt minisig;
        application/json         json;
        application/ld+json      jsonld;
        application/geo+json     geojson;
        application/xml          xml;
        application/pdf          pdf;
        application/zip          zip;
        application/gzip         gz;
        application/msword       doc;
        application/vnd.ms-excel xls;
        application/vnd.oasis.opendocument.spreadsheet ods;
        application/vnd.oasis.opendocument.text odt;
        application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx;
        application/vnd.openxmlformats-officedocument.wordprocessingml.document docx;
        image/svg+xml            svg;
        image/png                png;
        image/jpeg               jpg jpeg;
        image/webp               webp;
        font/woff2               woff2;
    }
";

/// The rules of a site.
pub(super) fn rules(site: &Site<'_>) -> String {
    let (prefix, folder) = (site.base.prefix(), site.folder);
    let mut text = format!(
        "\
#
# Di dalam server {{ … }}:   include {folder}.saji/nginx.conf;
# Kalau folder situs di server itu lain, ganti setiap \"{folder}\" di bawah.
# Yang sudah dikemas (.gz) dikirim apa adanya: perlu modul gzip_static, yang ada di paket nginx Debian dan Ubuntu.
# Dengan paket libnginx-mod-http-brotli-static, hapus tanda # di depan brotli_static.

absolute_redirect off;

location {prefix} {{
    alias \"{folder}/\";
    index index.html;
    error_page 404 {prefix}404.html;

{TYPES}    default_type application/octet-stream;
    charset utf-8;
    charset_types text/css text/csv text/calendar text/javascript text/plain application/json application/ld+json application/geo+json application/xml image/svg+xml;

    gzip_static on;
    gzip_vary on;
    # brotli_static on;

"
    );
    headers(&mut text, 4, &site.headers(), PAGES);
    let names = format!("^{prefix}.*{LASTING_NAMES}");
    location(&mut text, &names, |text| headers(text, 8, &plain_headers(), LASTING));
    // A browser's own viewer of documents would be stopped by the policy of pages.
    location(&mut text, &format!("^{prefix}.*\\.pdf$"), |text| headers(text, 8, &plain_headers(), PAGES));
    text.push_str("}\n");
    if site.has_contact {
        let contact = "/.well-known/security.txt";
        write(&mut text, format_args!("\nlocation = {contact} {{\n    alias \"{folder}{contact}\";\n"));
        text.push_str("    default_type \"text/plain; charset=utf-8\";\n}\n");
    }
    text.push_str("\n# Alamat lama.\n");
    for (from, to) in site.moved() {
        write(&mut text, format_args!("location = {} {{ return 301 {to}; }}\n", quoted(&from)));
    }
    text
}

fn location(text: &mut String, pattern: &str, rules: impl FnOnce(&mut String)) {
    write(text, format_args!("\n    location ~ \"{pattern}\" {{\n"));
    rules(text);
    text.push_str("    }\n");
}

/// The headers of a location: it inherits none where it has one of its own.
fn headers(text: &mut String, indent: usize, headers: &[(&str, String)], keep: &str) {
    let keep = [("Cache-Control", keep.to_owned())];
    for (name, value) in headers.iter().chain(&keep) {
        write(text, format_args!("{:indent$}add_header {name} \"{value}\" always;\n", ""));
    }
}

/// nginx compares what a browser asked for after decoding it, in quotation marks where there is a blank.
fn quoted(address: &str) -> String {
    format!("\"{}\"", decoded(address))
}

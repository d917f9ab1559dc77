//! How each generator wants its pages and templates.

use crate::{ALAMAT, Halaman, JUDUL, Jenis, Layout, RINGKASAN};
use std::fmt::Write;

/// A generator.
#[derive(Clone, Copy)]
pub enum Alat {
    /// Hugo.
    Hugo,
    /// Eleventy, with Nunjucks.
    Eleventy,
    /// Blades.
    Blades,
}

/// A file of a project: its path and its text.
type Berkas = (String, String);

const HUGO: &str = r#"baseURL = "https://contoh.test/pilkada/"
languageCode = "id"
title = "Info Pilkada Contoh"
uglyURLs = true
disableKinds = ["rss", "404", "taxonomy"]
[taxonomies]
label = "label"
[pagination]
pagerSize = 20
disableAliases = true
"#;

const BLADES: &str = r#"title = "Info Pilkada Contoh"
url = "https://contoh.test/pilkada"
lang = "id"
rss = false
atom = false
[taxonomies.label]
title = "Label"
"#;

const ELEVENTY: &str = r#"const PER_PAGE = 20;
const newest = (a, b) => b.data.date - a.data.date || (a.url < b.url ? -1 : 1);
const groups = (api, keys) => {
  const found = new Map();
  for (const page of api.getAll()) {
    for (const key of keys(page)) {
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(page);
    }
  }
  for (const pages of found.values()) pages.sort(newest);
  return found;
};
module.exports = (config) => {
  config.addCollection("daftar", (api) => {
    const news = groups(api, (page) => (page.data.bagian ? [page.data.bagian] : []));
    const lists = [];
    for (const page of api.getAll()) {
      if (!page.data.daftar) continue;
      const all = news.get(page.data.daftar) || [];
      for (let start = PER_PAGE; start < all.length; start += PER_PAGE) {
        const number = start / PER_PAGE + 1;
        lists.push({ judul: page.data.title, url: `/${page.data.daftar}/halaman-${number}.html`, berita: all.slice(start, start + PER_PAGE) });
      }
      lists.push({ judul: page.data.title, url: `/${page.data.daftar}/index.html`, berita: all.slice(0, PER_PAGE) });
    }
    return lists;
  });
  config.addCollection("perLabel", (api) =>
    [...groups(api, (page) => page.data.label || [])].map(([judul, berita]) => ({ judul, url: `/label/${judul.replaceAll(" ", "-")}.html`, berita })));
  config.addFilter("hari", (date) => date.toISOString().slice(0, 10));
  return { dir: { input: "content", includes: "../templates", output: "public" }, markdownTemplateEngine: false };
};
"#;

const PERMALINK: &str =
    "module.exports = { permalink: (data) => (data.daftar ? false : data.page.filePathStem + \".html\") };\n";

/// Titles of pages that list news: Hugo's and Blades' own words for the loop are put in.
const BUTIR: &str = "<li><p class=\"kapan\"><time>[[hari]]</time></p><h2><a href=\"[[tautan]]\">[[judul]]</a></h2><p>[[ringkasan]]</p></li>\n";

impl Alat {
    /// The generator of a name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "hugo" => Some(Self::Hugo),
            "eleventy" => Some(Self::Eleventy),
            "blades" => Some(Self::Blades),
            _ => None,
        }
    }

    /// A page's file.
    pub fn page(self, halaman: &Halaman) -> Berkas {
        let nama = match (self, halaman.nama.as_str()) {
            (Self::Hugo, "index") => "_index",
            (_, nama) => nama,
        };
        let folder = if halaman.folder.is_empty() { String::new() } else { format!("{}/", halaman.folder) };
        let front = match self {
            Self::Hugo => hugo_front(halaman),
            Self::Eleventy => eleventy_front(halaman),
            Self::Blades => blades_front(halaman),
        };
        (format!("content/{folder}{nama}.md"), format!("{front}\n{}", halaman.isi))
    }

    /// Settings and templates.
    pub fn frame(self, layout: &Layout) -> Vec<Berkas> {
        match self {
            Self::Hugo => hugo_frame(layout),
            Self::Eleventy => eleventy_frame(layout),
            Self::Blades => blades_frame(layout),
        }
    }
}

/// Text between quotation marks, as JSON, YAML and TOML read it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "").replace('"', "'"))
}

fn quoted_list(texts: &[String]) -> String {
    format!("[{}]", texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", "))
}

/// The lines that Hugo and Eleventy share.
fn yaml_front(halaman: &Halaman) -> String {
    let mut front = format!("---\ntitle: {}\nsummary: {}\n", quoted(&halaman.judul), quoted(&halaman.ringkasan));
    if let Some(tanggal) = &halaman.tanggal {
        let _ = writeln!(front, "date: {tanggal}\nlabel: {}", quoted_list(&halaman.label));
    }
    front
}

fn hugo_front(halaman: &Halaman) -> String {
    let layout = match halaman.jenis {
        Jenis::Teks => "",
        Jenis::Berita => "layout: berita\n",
        Jenis::Daftar => "layout: daftar\n",
    };
    format!("{}{layout}---\n", yaml_front(halaman))
}

fn eleventy_front(halaman: &Halaman) -> String {
    let layout = match halaman.jenis {
        Jenis::Teks => "layout: teks.njk\n".to_owned(),
        Jenis::Berita => format!("layout: berita.njk\nbagian: {}\n", halaman.folder),
        Jenis::Daftar => format!("daftar: {}\n", halaman.folder),
    };
    format!("{}{layout}---\n", yaml_front(halaman))
}

fn blades_front(halaman: &Halaman) -> String {
    let mut front = format!("+++\ntitle = {}\nsummary = {}\n", quoted(&halaman.judul), quoted(&halaman.ringkasan));
    match halaman.jenis {
        Jenis::Teks => {}
        Jenis::Berita => front.push_str("template = \"berita.html\"\n"),
        Jenis::Daftar => front.push_str("template = \"daftar.html\"\npaginate_by = 20\n"),
    }
    if let Some(tanggal) = &halaman.tanggal {
        let _ = writeln!(front, "date = {tanggal}\n[taxonomies]\nlabel = {}", quoted_list(&halaman.label));
    }
    front + "+++\n"
}

/// The words of a template language.
struct Bahasa {
    judul: &'static str,
    ringkasan: &'static str,
    alamat: &'static str,
    hari: &'static str,
    isi: &'static str,
    label: &'static str,
}

/// Head, content and foot of a page, in a template language.
fn template(layout: &Layout, bahasa: &Bahasa, content: &str) -> String {
    let whole = format!(
        "{}\n<article class=\"artikel\">\n<h1>{JUDUL}</h1>\n{content}\n</article>\n{}",
        layout.head, layout.foot
    );
    fill(&whole, bahasa)
}

fn fill(text: &str, bahasa: &Bahasa) -> String {
    text.replace(JUDUL, bahasa.judul)
        .replace(RINGKASAN, bahasa.ringkasan)
        .replace(ALAMAT, bahasa.alamat)
        .replace("[[hari]]", bahasa.hari)
}

/// An article: its day and summary, its text, its labels.
fn article(bahasa: &Bahasa) -> String {
    let (isi, label) = (bahasa.isi, bahasa.label);
    format!(
        "<p class=\"kop\"><time>[[hari]]</time></p><p class=\"ringkasan\">{RINGKASAN}</p>\n<div class=\"naskah\">{isi}</div>\n<ul class=\"label\">{label}</ul>"
    )
}

/// A list: its loop's words around each entry, whose own words are those of the language on an entry.
fn list((before, after): (&str, &str), entry: &Bahasa) -> String {
    let butir = fill(&BUTIR.replace("[[tautan]]", ALAMAT), entry);
    format!("<ul class=\"berita\">{before}{butir}{after}</ul>")
}

fn hugo_frame(layout: &Layout) -> Vec<Berkas> {
    let page = Bahasa {
        judul: "{{ .Title }}",
        ringkasan: "{{ .Params.summary }}",
        alamat: "{{ .RelPermalink }}",
        hari: "{{ .Date.Format \"2006-01-02\" }}",
        isi: "{{ .Content }}",
        label: "{{ range .Params.label }}<li><a href=\"/label/{{ . | urlize }}.html\">{{ . }}</a></li>{{ end }}",
    };
    let text = template(layout, &page, page.isi);
    let pages = list(("{{ range .Paginator.Pages }}", "{{ end }}"), &page);
    let term = list(("{{ range .Pages }}", "{{ end }}"), &page);
    vec![
        ("hugo.toml".to_owned(), HUGO.to_owned()),
        ("layouts/_default/single.html".to_owned(), text.clone()),
        ("layouts/_default/list.html".to_owned(), text.clone()),
        ("layouts/index.html".to_owned(), text),
        ("layouts/_default/berita.html".to_owned(), template(layout, &page, &article(&page))),
        ("layouts/_default/daftar.html".to_owned(), template(layout, &page, &pages)),
        ("layouts/_default/term.html".to_owned(), template(layout, &page, &term)),
    ]
}

fn eleventy_frame(layout: &Layout) -> Vec<Berkas> {
    let page = Bahasa {
        judul: "{{ title }}",
        ringkasan: "{{ summary }}",
        alamat: "{{ page.url }}",
        hari: "{{ date | hari }}",
        isi: "{{ content | safe }}",
        label: "{% for l in label %}<li><a href=\"/label/{{ l | replace(' ', '-') }}.html\">{{ l }}</a></li>{% endfor %}",
    };
    let listed = Bahasa { judul: "{{ daftar.judul }}", ringkasan: "", alamat: "{{ daftar.url }}", ..page };
    let entry = Bahasa {
        judul: "{{ b.data.title }}",
        ringkasan: "{{ b.data.summary }}",
        alamat: "{{ b.url }}",
        hari: "{{ b.data.date | hari }}",
        ..listed
    };
    let list = list(("{% for b in daftar.berita %}", "{% endfor %}"), &entry);
    let pages = |collection: &str| {
        let front = format!(
            "---\npagination: {{ data: collections.{collection}, size: 1, alias: daftar }}\npermalink: \"{{{{ daftar.url }}}}\"\n---\n"
        );
        front + &template(layout, &listed, &list)
    };
    vec![
        (".eleventy.js".to_owned(), ELEVENTY.to_owned()),
        ("content/content.11tydata.js".to_owned(), PERMALINK.to_owned()),
        ("content/daftar-berita.njk".to_owned(), pages("daftar")),
        ("content/daftar-label.njk".to_owned(), pages("perLabel")),
        ("templates/teks.njk".to_owned(), template(layout, &page, page.isi)),
        ("templates/berita.njk".to_owned(), template(layout, &page, &article(&page))),
    ]
}

fn blades_frame(layout: &Layout) -> Vec<Berkas> {
    let page = Bahasa {
        judul: "{{title}}",
        ringkasan: "{{summary}}",
        alamat: "{{permalink}}",
        hari: "{{#date}}{{y}}-{{m}}-{{d}}{{/date}}",
        isi: "{{content}}",
        label: "{{#taxonomies}}{{#label}}<li><a href=\"/label/{{name}}/\">{{name}}</a></li>{{/label}}{{/taxonomies}}",
    };
    let text = template(layout, &page, page.isi);
    let pages = template(layout, &page, &list(("{{#pages}}", "{{/pages}}"), &page));
    vec![
        ("Blades.toml".to_owned(), BLADES.to_owned()),
        ("templates/page.html".to_owned(), text.clone()),
        ("templates/section.html".to_owned(), text),
        ("templates/berita.html".to_owned(), template(layout, &page, &article(&page))),
        ("templates/daftar.html".to_owned(), pages.clone()),
        ("templates/taxonomy_key.html".to_owned(), pages),
        (
            "templates/taxonomy.html".to_owned(),
            template(layout, &page, "{{#keys}}<a href=\"{{key}}/\">{{key}}</a> {{/keys}}"),
        ),
    ]
}

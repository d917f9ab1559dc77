//! A type of record needs a file, a row and a template: the made-up `posko` has them, and nothing else.

use super::{Cache, Inputs, build_again};
use crate::model::{BuildOptions, Drafts};
use crate::render::sink::{ContentId, File, Sink};
use crate::report::Report;
use crate::source;
use crate::value::tanggal::Tanggal;
use crate::value::{Nilai, Scalar};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

/// A small site with one such record, its source and the template that draws it.
const PROJECT: [(&str, &str); 4] = [
    (
        "content/situs.yaml",
        "nama: Contoh\nalamat: https://contoh.test/\npenyelenggara: { nama: KPU Contoh }\npemungutan_suara: 2024-11-27\n",
    ),
    (
        "content/sumber.yaml",
        "surat: { jenis: siaran_pers, judul: Surat contoh, penerbit: KPU Contoh, tanggal: 2024-10-01, \
         tautan: \"https://contoh.test/surat\" }\n",
    ),
    (
        "content/posko/balai.md",
        "---\njudul: Posko Balai Contoh\ndiperbarui: 2024-10-02\nfoto: balai.png\nsumber: [surat]\n---\n\nBuka pada *pagi* hari.\n",
    ),
    (
        "templates/posko.html",
        "{%- extends \"dasar.html\" -%}\n{%- block isi -%}\n<h1>{{ judul }}</h1>\n{{ isi | safe }}\n\
         {%- for g in gambar %}<img src=\"{{ laman.akar }}{{ g.alamat }}\" alt=\"\">{% endfor %}\n\
         {{ <sumber rujukan={rujukan} /> }}\n{%- endblock isi -%}\n",
    ),
];

/// A picture of one grey pixel.
const PICTURE: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\x0aIDATx\x9cch\x00\x00\x00\x82\x00\x81w\xcdr\xb6\x00\x00\x00\x00IEND\xaeB`\x82";

/// Keeps what is drawn over what was drawn before.
#[derive(Default)]
struct Site(Mutex<BTreeMap<String, Vec<u8>>>);

impl Sink for Site {
    fn put(&self, file: File) -> anyhow::Result<ContentId> {
        let id = ContentId::of(&file.bytes);
        self.0.lock().unwrap().insert(file.path, file.bytes);
        Ok(id)
    }

    fn retain(&self, path: &str, id: &ContentId) -> bool {
        self.0.lock().unwrap().get(path).is_some_and(|bytes| ContentId::of(bytes) == *id)
    }
}

impl Site {
    fn text(&self, path: &str) -> String {
        let site = self.0.lock().unwrap();
        let bytes = site.get(path).unwrap_or_else(|| panic!("{path} is missing among {:?}", site.keys()));
        String::from_utf8(bytes.clone()).unwrap()
    }

    /// All files below a folder as one text.
    fn texts(&self, folder: &str) -> String {
        let site = self.0.lock().unwrap();
        let below = site.iter().filter(|(path, _)| path.starts_with(folder));
        below.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect()
    }
}

#[expect(clippy::disallowed_methods, reason = "the test writes the project it builds")]
fn write(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

fn build(root: &Path, cache: &Cache, site: &Site) {
    let options = BuildOptions { hari: Tanggal::read(Scalar::Teks("2024-11-01")).unwrap(), draf: Drafts::Wait };
    let (sources, mut report) = (source::read(root).unwrap(), Report::default());
    build_again(Inputs { sources: &sources, options }, cache, site, &mut report).unwrap();
    assert!(report.is_clean(), "{:?}", report.findings());
}

#[test]
fn a_record_type_has_its_page_and_all_that_follows_from_a_file_a_row_and_a_template() {
    let project = tempfile::tempdir().unwrap();
    let (root, cache, site) = (project.path(), Cache::default(), Site::default());
    for (path, text) in PROJECT {
        write(root, path, text.as_bytes());
    }
    write(root, "content/posko/balai.png", PICTURE);
    build(root, &cache, &site);

    let page = site.text("posko/balai.html");
    assert!(page.contains("<h1>Posko Balai Contoh</h1>") && page.contains("<em>pagi</em>"), "{page}");
    assert!(page.contains("href=\"../sumber/surat.html\"") && page.contains("src=\"../posko/balai"), "{page}");
    let json: serde_json::Value = serde_json::from_str(&site.text("posko/balai.json")).unwrap();
    assert_eq!(json["judul"], "Posko Balai Contoh");
    assert_eq!(json["sumber"][0]["judul"], "Surat contoh");
    assert!(json["html"].as_str().unwrap().contains("<em>pagi</em>"), "{json}");
    let sitemap = site.text("sitemap.xml");
    assert!(sitemap.contains("/posko/balai.html</loc>\n  <lastmod>2024-10-02"), "{sitemap}");
    assert!(site.text("sumber/surat.html").contains("../posko/balai.html"));
    assert!(site.texts("cari/").contains("Posko Balai Contoh"));

    // What rests on it is stale when it changes, and nobody had to say so.
    let (path, text) = PROJECT[2];
    write(root, path, text.replace("Balai Contoh", "Pasar Contoh").as_bytes());
    build(root, &cache, &site);
    for file in ["posko/balai.html", "posko/balai.json", "sumber/surat.html"] {
        assert!(site.text(file).contains("Posko Pasar Contoh"), "{file}");
    }
    assert!(site.texts("cari/").contains("Posko Pasar Contoh"));
}

//! What a publication changes, noted in `content/perubahan.yaml`: the pages whose facts are others than on the site before.
//!
//! Facts are what a site says to programs: the JSON beside its pages. A page's HTML is another when a menu is, or the day; its JSON
//! is another when what it says is.

use crate::bahasa::{Kata, kata};
use crate::output::manifest::Manifest;
use crate::output::{self, MANIFEST};
use crate::page::frame::address::Base;
use crate::pipeline::{self, Cache, Inputs};
use crate::project::append::put;
use crate::project::compare::{Drawing, State};
use crate::record::edit;
use crate::record::perubahan::{FILE, JenisPerubahan};
use crate::refusal::refused;
use crate::render::sink::{ContentId, File, Sink};
use crate::report::Report;
use crate::source::{self, Sources};
use crate::value::sidik::Sidik;
use crate::value::tanggal::Tanggal;
use anyhow::Result;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use xxhash_rust::xxh3::xxh3_128;

/// How many pages a publication names: a new province is counted, and not listed page by page.
const MOST: usize = 100;
/// The key of the list in its file.
const LIST: &str = "perubahan";
/// The table that says all schedules; they have no JSON of their own.
const SCHEDULES: &str = "data/jadwal.json";

/// Keys of a page's JSON that lead to other pages: they say nothing of the page itself.
const WAYS: [&str; 3] = ["halaman", "anak", "induk"];

/// What the pages of a site say, by address below its root.
#[derive(Debug, Default)]
pub struct Facts {
    pages: BTreeMap<String, Fact>,
}

/// What one page says.
#[derive(Debug, Clone)]
struct Fact {
    judul: String,
    wilayah: Option<String>,
    digest: u128,
}

/// The site that was published before.
#[derive(Debug, Default)]
pub struct Before {
    facts: Facts,
    /// The digest of its manifest.
    sidik: Option<Sidik>,
    is_there: bool,
}

/// What is said of a publication.
#[derive(Debug, Clone, Copy)]
pub struct Publication<'p> {
    /// Its day.
    pub day: Tanggal,
    /// What readers are to know of it.
    pub keterangan: Option<&'p str>,
}

/// The list of publications with another at its end.
#[derive(Debug)]
pub struct Noted {
    /// The entry.
    pub entry: Value,
    /// How many pages changed.
    pub pages: usize,
    /// Whether the entry takes the place of one that was noted for the same publication.
    pub is_again: bool,
    /// The text of the file.
    pub text: String,
}

impl Facts {
    /// Takes a file of a site whose address is `base`.
    fn take(&mut self, path: &str, bytes: &[u8], base: &str) {
        let is_own = path == "perubahan.json" || path.starts_with("data/") && path != SCHEDULES;
        let Some(value) = (!is_own).then(|| serde_json::from_slice::<Value>(bytes).ok()).flatten() else { return };
        match value {
            Value::Array(rows) => self.schedules(&rows, base),
            Value::Object(mut record) => match record.remove("berita") {
                Some(Value::Array(articles)) => {
                    articles.iter().filter_map(Value::as_object).for_each(|article| self.page(path, article, base));
                }
                _ => self.page(path, &record, base),
            },
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// Takes the JSON of a page; nothing of a file that is none.
    fn page(&mut self, path: &str, record: &Map<String, Value>, base: &str) {
        let Some(address) = record.get("alamat").and_then(Value::as_str).and_then(|at| at.strip_prefix(base)) else {
            return;
        };
        let Some(region) = record.get("wilayah").and_then(Value::as_object) else { return };
        let wilayah = text(region, "nama").filter(|_| region.get("kode").is_some_and(|kode| !kode.is_null()));
        let judul = title(path, record).or_else(|| wilayah.clone()).unwrap_or_else(|| address.to_owned());
        let facts: Map<String, Value> = record
            .iter()
            .filter(|(key, _)| !WAYS.contains(&key.as_str()))
            .map(|(k, v)| (k.clone(), v.clone()))
            .collect();
        let digest = xxh3_128(Value::Object(facts).to_string().as_bytes());
        self.put(address, Fact { wilayah: wilayah.filter(|name| *name != judul), judul, digest });
    }

    /// Takes the rows of the table of schedules, region by region.
    fn schedules(&mut self, rows: &[Value], base: &str) {
        let mut pages: BTreeMap<&str, (Option<String>, String)> = BTreeMap::new();
        for row in rows.iter().filter_map(Value::as_object) {
            let page = row.get("alamat").and_then(Value::as_str).and_then(|at| at.strip_prefix(base));
            let Some(page) = page.and_then(|page| page.split('#').next()) else { continue };
            let wilayah = text(row, "nama_wilayah").filter(|_| row.get("kode_wilayah").is_some_and(Value::is_string));
            pages.entry(page).or_insert_with(|| (wilayah, String::new())).1 += &Value::Object(row.clone()).to_string();
        }
        for (address, (wilayah, rows)) in pages {
            self.put(address, Fact { judul: "Jadwal".to_owned(), wilayah, digest: xxh3_128(rows.as_bytes()) });
        }
    }

    fn put(&mut self, address: &str, fact: Fact) {
        self.pages.insert(format!("/{address}"), fact);
    }
}

fn text(record: &Map<String, Value>, key: &str) -> Option<String> {
    record.get(key)?.as_str().map(str::to_owned)
}

/// The title of a page by its JSON and the name of that file.
fn title(path: &str, record: &Map<String, Value>) -> Option<String> {
    let name = |key: &str| record.get(key)?.as_object().and_then(|person| text(person, "nama"));
    if let Some(nomor) = record.get("nomor_urut") {
        let pair: Vec<String> = ["calon", "wakil"].into_iter().filter_map(name).collect();
        let pair = if pair.is_empty() { "kolom kosong".to_owned() } else { pair.join(" – ") };
        return Some(if nomor.is_null() { pair } else { format!("Nomor urut {nomor}: {pair}") });
    }
    let of_kind = match path.rsplit('/').next()? {
        "kesiapan.json" => Some("Data dan kesiapan"),
        "hasil.json" => Some("Hasil"),
        "pengundian.json" => Some("Pengundian nomor urut"),
        "istilah.json" => Some("Istilah"),
        "tanya-jawab.json" => Some("Tanya jawab"),
        _ => None,
    };
    text(record, "judul").or_else(|| of_kind.map(str::to_owned)).or_else(|| text(record, "nama"))
}

/// The site that somebody names as the one before: the folder it is published in, a project, or a revision of `git`; nothing is there
/// where the folder is the one that is to be published, and is empty yet.
///
/// Fails where it is none of these, or its content is unsound.
pub fn before(drawing: &Drawing<'_>, named: Option<&str>) -> Result<Before> {
    let folder = named.map_or(drawing.output, Path::new);
    let manifest = folder.join(MANIFEST);
    if let (Some(text), Some(read)) = (source::text(&manifest), Manifest::read(&manifest)) {
        let facts = published(folder, &read);
        return Ok(Before { facts, sidik: Some(Sidik::of(&text)), is_there: true });
    }
    let Some(named) = named else { return Ok(Before::default()) };
    match drawing.state(named)? {
        State::Project(sources) => Ok(Before { facts: drawn(drawing, &sources)?, sidik: None, is_there: true }),
        State::Site(_) => Err(refused(kata(
            format!("{named} hanya manifes: tulis folder situsnya, karena isinya perlu dibaca"),
            format!("{named} is a manifest only: write the folder of its site, whose files have to be read"),
        ))),
    }
}

/// The facts of a published site.
fn published(folder: &Path, manifest: &Manifest) -> Facts {
    let mut facts = Facts::default();
    for path in manifest.berkas.keys().filter(|path| is_fact(path)) {
        if let Some(text) = source::text(&folder.join(path)) {
            facts.take(path, text.as_bytes(), &manifest.alamat);
        }
    }
    facts
}

fn is_fact(path: &str) -> bool {
    path.ends_with(".json") && path != MANIFEST
}

/// The facts of the site that a project makes.
///
/// Fails where its content is unsound, or was changed meanwhile.
pub fn drawn(drawing: &Drawing<'_>, sources: &Sources) -> Result<Facts> {
    let cache = Cache::read(&|name| output::kept(drawing.output, name));
    let (collected, mut report) = (Collected { output: drawing.output, files: Mutex::default() }, Report::default());
    let inputs = Inputs { sources, options: drawing.options };
    let model = pipeline::build_again(inputs, &cache, &collected, &mut report)?.ok_or_else(|| refused(unsound()))?;
    let mut facts = Facts::default();
    let base = Base::new(&model.situs.record.alamat).to_string();
    for (path, bytes) in collected.files.into_inner().unwrap_or_else(PoisonError::into_inner) {
        facts.take(&path, &bytes, &base);
    }
    Ok(facts)
}

/// The list of publications with the one that is to come; nothing where no fact changed.
///
/// Fails where the list cannot be read, or nothing can be put at its end.
pub fn noted(
    sources: &Sources,
    before: &Before,
    now: &Facts,
    publication: Publication<'_>,
) -> Result<Option<Noted>, Kata> {
    let pages = changes(&before.facts, now);
    if pages.is_empty() {
        return Ok(None);
    }
    let text = sources.get(FILE).map_or("", |file| file.text());
    let mut record = edit::values(text).ok_or_else(unreadable)?;
    let list = record.as_object_mut().ok_or_else(unreadable)?.entry(LIST).or_insert_with(|| json!([]));
    let list = list.as_array_mut().ok_or_else(unreadable)?;
    let mut entry = entry(before, &pages, publication);
    let is_again = list.last().is_some_and(|last| is_same(last, &entry));
    if is_again {
        keep_words(&mut entry, &list.pop().unwrap_or_default());
    }
    list.push(entry.clone());
    let text = edit::write(text, &record, &|_| Vec::new())?;
    Ok(Some(Noted { entry, pages: pages.len(), is_again, text }))
}

/// Writes the list, whole or not at all, over the text that it was made from.
pub fn write(root: &Path, sources: &Sources, text: &str) -> Result<()> {
    put(root, sources, FILE, text)
}

/// The pages that are others: what became of each, in the order in which readers are told.
fn changes<'f>(before: &'f Facts, now: &'f Facts) -> Vec<(JenisPerubahan, &'f str, &'f Fact)> {
    let there = now.pages.iter().filter_map(|(address, fact)| match before.pages.get(address) {
        None => Some((JenisPerubahan::Baru, address.as_str(), fact)),
        Some(old) => (old.digest != fact.digest).then_some((JenisPerubahan::Berubah, address.as_str(), fact)),
    });
    let gone = before.pages.iter().filter(|(address, _)| !now.pages.contains_key(*address));
    let gone = gone.map(|(address, fact)| (JenisPerubahan::Dicabut, address.as_str(), fact));
    let mut all: Vec<_> = there.chain(gone).collect();
    all.sort_by_key(|(apa, address, _)| (*apa, *address));
    all
}

fn entry(before: &Before, pages: &[(JenisPerubahan, &str, &Fact)], publication: Publication<'_>) -> Value {
    // Of a site that was not there before every page is new, which is no news of any of them.
    let named = if before.is_there { &pages[..pages.len().min(MOST)] } else { &[] };
    let mut entry = Map::new();
    entry.insert("tanggal".to_owned(), json!(publication.day.to_string()));
    let mut put = |key: &str, value: Option<Value>| value.map(|value| entry.insert(key.to_owned(), value));
    put("sebelum", before.sidik.as_ref().map(|sidik| json!(sidik)));
    put("keterangan", publication.keterangan.map(Value::from));
    put("halaman", (!named.is_empty()).then(|| named.iter().map(page).collect()));
    let rest = pages.len() - named.len();
    put("lainnya", (rest > 0).then(|| json!(rest)));
    Value::Object(entry)
}

fn page((apa, address, fact): &(JenisPerubahan, &str, &Fact)) -> Value {
    let mut page = json!({ "apa": apa, "judul": fact.judul, "alamat": address });
    if let (Some(page), Some(wilayah)) = (page.as_object_mut(), &fact.wilayah) {
        page.insert("wilayah".to_owned(), json!(wilayah));
    }
    page
}

/// Whether two entries are of the same publication: after the same site, or, where that is not known, on the same day.
fn is_same(one: &Value, other: &Value) -> bool {
    let key = if other.get("sebelum").is_some() { "sebelum" } else { "tanggal" };
    one.get("sebelum") == other.get("sebelum") && one.get(key) == other.get(key)
}

/// Keeps what somebody wrote into an entry that is made again: what readers are to know, and titles.
fn keep_words(entry: &mut Value, old: &Value) {
    if entry.get("keterangan").is_none()
        && let Some(words) = old.get("keterangan")
    {
        entry["keterangan"] = words.clone();
    }
    let empty = Vec::new();
    let old = old.get("halaman").and_then(Value::as_array).unwrap_or(&empty);
    for page in entry.get_mut("halaman").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(known) = old.iter().find(|known| known.get("alamat") == page.get("alamat")) {
            page["judul"] = known["judul"].clone();
        }
    }
}

fn unsound() -> Kata {
    kata(
        "isinya belum bisa diterbitkan; lihat dengan pilkada check",
        "its content cannot be published yet; look with pilkada check",
    )
}

fn unreadable() -> Kata {
    kata(
        format!("daftar di {FILE} tidak bisa dibaca; lihat dengan pilkada check"),
        format!("the list in {FILE} cannot be read; look with pilkada check"),
    )
}

/// Takes the facts of a site. All else that the last build drew and still holds it takes without being shown it.
struct Collected<'c> {
    output: &'c Path,
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Sink for Collected<'_> {
    fn put(&self, file: File) -> Result<ContentId> {
        let id = ContentId::of(&file.bytes);
        if is_fact(&file.path) {
            let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
            files.insert(file.path.clone(), file.bytes.clone());
        }
        Ok(id)
    }

    fn retain(&self, path: &str, _: &ContentId) -> bool {
        !is_fact(path)
    }

    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        output::kept(self.output, name)
    }
}

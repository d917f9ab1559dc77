//! Files beside the records: which may be published, and which nothing names.

use crate::bahasa::{Bahasa, Kata, kata};
use crate::markdown::outline;
use crate::model::document::Document;
use crate::model::pictures::berkas;
use crate::model::references::named_pictures;
use crate::record::{Scope, unclaimed};
use crate::report::place::Place;
use crate::report::{Diagnostic, Level, Report};
use crate::source::{Media, Source, is_statis};
use crate::value::format::Format;
use crate::value::jalur::{encoded, folder};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A document that nothing names.
const DOCUMENT: &str = "RUJ-20";
/// A picture that nothing names.
const PICTURE: &str = "RUJ-21";

/// The endings of attachments: what a browser saves, or shows without running anything.
const ATTACHMENTS: [&str; 18] = [
    "pdf", "csv", "tsv", "txt", "xlsx", "xls", "ods", "docx", "doc", "odt", "rtf", "pptx", "ppt", "odp", "zip", "jpg",
    "png", "webp",
];
/// How many names a finding about many files gives.
const NAMED: usize = 3;

/// Why a file may not be published beside an article, with what to do; nothing where it may.
pub fn refused(path: &str, media: &Media) -> Option<(Kata, Kata)> {
    let file = path.rsplit('/').next().unwrap_or(path);
    let ending = ending(path);
    if is_statis(path) {
        return media.format.filter(|format| tells(*format)).map(|format| with_traces(file, format));
    }
    match media.format {
        Some(format) if tells(format) || format == Format::Gif || format == Format::Bmp => {
            return Some(with_traces(file, format));
        }
        Some(format @ (Format::Html | Format::Svg)) => return Some(running(file, format.nama().dalam(Bahasa::Id))),
        _ => {}
    }
    let is_known = ATTACHMENTS.contains(&ending.as_str()) || ending == "jpeg";
    (!is_known).then(|| running(file, if ending.is_empty() { "tanpa akhiran" } else { &ending }))
}

/// Whether a picture of this kind keeps what a camera wrote, since nothing takes it out.
fn tells(format: Format) -> bool {
    matches!(format, Format::Heic | Format::Avif | Format::Tiff | Format::JpegBaru | Format::Rancangan | Format::Video)
}

fn with_traces(file: &str, format: Format) -> (Kata, Kata) {
    let nama = format.nama();
    let (id, en) = (nama.dalam(Bahasa::Id), nama.dalam(Bahasa::En));
    (
        kata(
            format!("berkas \"{file}\" isinya {id}, dan yang ditulis kamera di dalamnya akan ikut terbit"),
            format!("the file \"{file}\" is {en} inside, and what the camera wrote into it would be published"),
        ),
        format.cara(),
    )
}

fn running(file: &str, kind: &str) -> (Kata, Kata) {
    (
        kata(
            format!("berkas \"{file}\" ({kind}) tidak boleh terbit di samping tulisan"),
            format!("the file \"{file}\" ({kind}) may not be published beside an article"),
        ),
        kata(
            "simpan sebagai PDF, CSV, XLSX, DOCX, ODS, ODT, TXT atau ZIP, lalu tautkan berkas itu; yang memang harus terbit apa adanya ditaruh di content/statis/",
            "save it as PDF, CSV, XLSX, DOCX, ODS, ODT, TXT or ZIP and link to that file; what has to be published as it is belongs into content/statis/",
        ),
    )
}

fn ending(path: &str) -> String {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase()
}

/// Says what lies among the records and is named by none: it would not be published, and its office would not know.
pub(super) fn unnamed(
    scopes: &BTreeMap<String, Scope>,
    (media, texts): (&BTreeMap<String, Media>, &[Arc<Source>]),
    files: &[Arc<Document>],
    report: &mut Report,
) {
    let beside = media.iter().filter(|(path, _)| !is_statis(path));
    if beside.clone().next().is_none() {
        return;
    }
    let named = named(scopes, files);
    let texts: BTreeMap<&str, &Source> = texts.iter().map(|text| (text.path.as_str(), &**text)).collect();
    // What a record says that could not be read is not known.
    let broken = scopes
        .values()
        .flat_map(|scope| &scope.broken)
        .filter(|path| matches!(&*ending(path), "yaml" | "yml" | "md" | "txt"));
    let unread: BTreeSet<&str> = broken.map(|path| folder(path)).collect();
    // Where a record names a picture that is not there, the one that nothing names is likely meant: that is said already.
    let missing = named.iter().filter(|path| !media.contains_key(*path) && Kind::of_ending(path) == Some(Kind::Gambar));
    let missing: BTreeSet<&str> = missing.map(|path| folder(path)).collect();
    let mut groups: BTreeMap<(&str, Kind), Vec<&str>> = BTreeMap::new();
    for (path, media) in beside.filter(|(path, _)| !named.contains(*path) && !unread.contains(folder(path))) {
        if let Some(text) = texts.get(path.as_str()) {
            report.add(unclaimed(text));
            continue;
        }
        groups.entry((folder(path), Kind::of(path, media))).or_default().push(path);
    }
    groups.retain(|(folder, kind), _| *kind != Kind::Gambar || !missing.contains(folder));
    report.extend(groups.into_iter().map(|((_, kind), paths)| kind.finding(&paths)));
}

/// All files that a record or an article names, drafts and translations too.
fn named(scopes: &BTreeMap<String, Scope>, files: &[Arc<Document>]) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for scope in scopes.values() {
        named.extend(named_pictures(scope).into_iter().map(|(file, _, name)| format!("{}/{name}", folder(file))));
        if let Some(loaded) = &scope.tanya_jawab {
            let answers = loaded.record.tanya_jawab.iter().flat_map(|tanya| outline(&tanya.jawab).links);
            named.extend(answers.flat_map(|link| berkas(&link.to, loaded.path())));
        }
    }
    let articles = files.iter().filter(|file| file.is_article());
    named.extend(articles.flat_map(|file| {
        let links = file.outline().links.iter();
        links.flat_map(|link| berkas(&link.to, &file.path)).collect::<Vec<_>>()
    }));
    named
}

/// What a file that nothing names was meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// An article, written elsewhere.
    Tulisan,
    /// A table.
    Tabel,
    /// A picture.
    Gambar,
    /// A document to be saved.
    Dokumen,
    /// Something else: a file for a web server, a shortcut.
    Lain,
}

impl Kind {
    fn of(path: &str, media: &Media) -> Self {
        let by_bytes = media.format.is_some_and(Format::is_picture).then_some(Self::Gambar);
        Self::of_ending(path).or(by_bytes).unwrap_or(Self::Lain)
    }

    fn of_ending(path: &str) -> Option<Self> {
        match ending(path).as_str() {
            "docx" | "doc" | "odt" | "rtf" | "markdown" | "mdown" | "mkd" | "txt" | "pages" => Some(Self::Tulisan),
            "xlsx" | "xls" | "ods" | "csv" | "tsv" | "numbers" => Some(Self::Tabel),
            "pdf" | "zip" | "pptx" | "ppt" | "odp" => Some(Self::Dokumen),
            "jpg" | "jpeg" | "png" | "webp" | "heic" | "heif" | "avif" | "gif" | "bmp" | "tif" | "tiff" | "svg" => {
                Some(Self::Gambar)
            }
            _ => None,
        }
    }

    /// What to do with the file of this name, and with those beside it.
    fn help(self, name: &str) -> Kata {
        let to = encoded(name);
        match self {
            Self::Tulisan => kata(
                format!(
                    "salin isinya ke catatan baru: pilkada new berita; atau tautkan dari sebuah tulisan: [naskah lengkap]({to})"
                ),
                format!(
                    "copy its text into a new record: pilkada new berita; or link to it from an article: [the whole text]({to})"
                ),
            ),
            Self::Tabel => kata(
                format!(
                    "tulis angkanya di fakta/ atau hasil.yaml, atau tautkan dari sebuah tulisan: [tabel lengkap]({to})"
                ),
                format!(
                    "write its figures into fakta/ or hasil.yaml, or link to it from an article: [the whole table]({to})"
                ),
            ),
            Self::Gambar => kata(
                format!("sebut di catatannya (foto: {name}, atau ![yang terlihat]({to}) di dalam tulisan), atau hapus"),
                format!(
                    "name it in its record (foto: {name}, or ![what is seen]({to}) inside an article), or delete it"
                ),
            ),
            Self::Dokumen => kata(
                format!("tautkan dari sebuah tulisan: [salinan dokumen]({to}), atau hapus"),
                format!("link to it from an article: [copy of the document]({to}), or delete it"),
            ),
            Self::Lain => kata(
                "pindahkan ke content/statis/ jika harus terbit apa adanya di akar situs, atau hapus",
                "move it to content/statis/ if it is to be published as it is at the site's root, or delete it",
            ),
        }
    }

    /// One finding for all such files of a folder.
    fn finding(self, paths: &[&str]) -> Diagnostic {
        let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
        let help = self.help(&name(paths[0]));
        let names = paths.iter().take(NAMED).map(|path| name(path));
        let names: Vec<String> = names.map(|name| format!("\"{name}\"")).collect();
        let (names, more) = (names.join(", "), paths.len().saturating_sub(NAMED));
        let (id, en) = match more {
            0 => (names.clone(), names),
            more => (format!("{names} dan {more} lagi"), format!("{names} and {more} more")),
        };
        let (code, level) = match self {
            Self::Gambar => (PICTURE, Level::Saran),
            _ => (DOCUMENT, Level::Peringatan),
        };
        let what = kata(
            format!("{id} tidak disebut catatan mana pun, jadi tidak terbit"),
            format!("no record names {en}, so it is not published"),
        );
        Diagnostic::new(code, level, Place::file(paths[0]), what).help(help)
    }
}

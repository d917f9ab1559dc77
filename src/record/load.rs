//! One file into one record: its name, its text, and what is wrong with either.

use crate::bahasa::{Kata, kata};
use crate::record::copy;
use crate::record::form;
use crate::record::prose;
use crate::record::{Loaded, PATTERNS};
use crate::report::place::Place;
use crate::report::{Diagnostic, Rename};
use crate::source::{LONGEST_NAME, Reason, Source, Sources};
use crate::value::kode_bahasa::KodeBahasa;
use crate::value::mirip::nearest;
use crate::value::nomor_urut::NomorUrut;
use crate::value::slug::Slug;
use crate::value::tanggal::Tanggal;
use crate::value::{Nilai, Scalar};
use crate::yaml;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use std::sync::{Arc, LazyLock};

/// What a file's name says of the record in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The date it begins with.
    pub tanggal: Option<Tanggal>,
    /// The name without date and ending.
    pub slug: String,
    /// The ballot number it is.
    pub nomor: Option<NomorUrut>,
    /// The language: `….en.md` is a translation into English.
    pub bahasa: KodeBahasa,
}

/// A file's path below `content/`, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Named<'p> {
    /// The region's folder below `wilayah/`; empty for the national scope.
    pub scope: &'p str,
    /// The folder of the record type, such as `berita`.
    folder: Option<&'p str>,
    /// The file's name.
    file: &'p str,
    /// How files of this type are named; empty when there is no such type.
    pub pattern: &'static str,
}

impl<'p> Named<'p> {
    /// Takes a path below `content/` apart.
    pub fn parse(path: &'p str) -> Self {
        let (dirs, file) = path.rsplit_once('/').unwrap_or(("", path));
        let (inside, dirs) = match dirs.strip_prefix("wilayah") {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => (true, rest.trim_start_matches('/')),
            _ => (false, dirs),
        };
        let (outer, last) = dirs.rsplit_once('/').unwrap_or(("", dirs));
        let (scope, folder) = match inside {
            false => ("", (!dirs.is_empty()).then_some(dirs)),
            true if is_record_folder(last) => (outer, Some(last)),
            true => (dirs, None),
        };
        Self { scope, folder, file, pattern: pattern(folder, file) }
    }
}

/// How the files of each record type are named, taken apart: a folder and an ending, or the whole name.
static SHAPES: LazyLock<Vec<(Option<&str>, &str)>> = LazyLock::new(|| {
    let shape = |pattern: &&'static str| match pattern.split_once('/') {
        Some((folder, file)) => (Some(folder), extension(file)),
        None => (None, *pattern),
    };
    PATTERNS.iter().map(shape).collect()
});

fn pattern(folder: Option<&str>, file: &str) -> &'static str {
    // A record of a whole scope is none of the many in a folder.
    if folder.is_some() && SHAPES.contains(&(None, file)) {
        return "";
    }
    let shape = (folder, if folder.is_some() { extension(file) } else { file });
    SHAPES.iter().position(|known| *known == shape).map_or("", |place| PATTERNS[place])
}

fn extension(file: &str) -> &str {
    file.rsplit_once('.').map_or("", |(_, end)| end)
}

fn is_record_folder(name: &str) -> bool {
    SHAPES.iter().any(|(folder, _)| *folder == Some(name))
}

/// Reads a file into a record of type `T`; findings say why when there is none.
pub(super) fn load<T: DeserializeOwned + JsonSchema>(
    (source, sources): (&Arc<Source>, &Sources),
    named: &Named<'_>,
    findings: &mut Vec<Diagnostic>,
) -> Option<Loaded<T>> {
    let name = name(source, named, findings);
    if let Some(finding) = findings.pop() {
        let copied = copy::original(named.file).map(|original| beside(source, &original));
        let copied = copied.filter(|other| sources.get(other).is_some());
        let other = copied.clone().unwrap_or_else(|| beside(source, &better(source, named.pattern, &name)));
        let is_there = sources.get(&other).is_some();
        findings.push(match copied {
            Some(_) => finding.help(copy::help(&other)).without_rename(),
            None if is_there => is_copy(finding, &other),
            None => finding,
        });
        if is_there {
            return None;
        }
    }
    let text = source.text();
    if let Some(conflict) = conflict(source) {
        findings.push(conflict);
        return None;
    }
    let Some(part) = source.record_part() else {
        findings.push(no_front_matter(source));
        return None;
    };
    let yaml = &text[part.clone()];
    if yaml::beyond(yaml).is_some() {
        findings.extend(source.tree().err().map(|fault| form::fault::<T>(source, part.start, fault)));
        return None;
    }
    // What is refused here is refused again by the one that can say why.
    let simple = yaml::simple::read(yaml).and_then(|simple| T::deserialize(simple).ok());
    // Only a text with such a sign can hold what serde_yaml would follow in silence; nothing at all is an empty map to it.
    let suspect = simple.is_none() && (yaml::may_hold_alias(yaml) || yaml.trim().is_empty());
    let suspect = suspect.then(|| yaml::fault(yaml)).flatten();
    let read = simple.map_or_else(|| serde_yaml::from_str(yaml), Ok);
    match (read, suspect) {
        (Ok(record), None) => {
            let found = if prose::may_be_in(yaml) { form::inspect::<T>(source, sources, part) } else { Vec::new() };
            let is_sound = !found.iter().any(|finding| finding.code == form::VALUE);
            findings.extend(found);
            is_sound.then(|| Loaded { source: Arc::clone(source), name, record: Arc::new(record), cut: 0 })
        }
        (_, Some(fault)) => {
            findings.push(form::fault::<T>(source, part.start, &fault));
            None
        }
        (Err(error), None) => {
            findings.extend(form::explain::<T>((source, sources), part, &error));
            None
        }
    }
}

/// What is kept of a sound record: its YAML, value by value; nothing where that cannot be had.
///
/// Not the record itself: what is read from this goes through the same types, and is held to the same rules.
pub(super) fn keep(source: &Source) -> Option<Vec<u8>> {
    let part = source.record_part()?;
    let yaml = &source.text()[part];
    if let Some(values) = yaml::simple::read(yaml) {
        return rmp_serde::to_vec(&values).ok();
    }
    let values: serde_yaml::Value = serde_yaml::from_str(yaml).ok()?;
    rmp_serde::to_vec(&values).ok()
}

/// The record of a file that is as it was when this was [kept](keep) of it; nothing where it cannot be read.
pub(super) fn recall<T: DeserializeOwned>(source: &Arc<Source>, named: &Named<'_>, kept: &[u8]) -> Option<Loaded<T>> {
    let mut findings = Vec::new();
    let name = name(source, named, &mut findings);
    let record = rmp_serde::from_slice(kept).ok().filter(|_| findings.is_empty())?;
    Some(Loaded { source: Arc::clone(source), name, record: Arc::new(record), cut: 0 })
}

fn name(source: &Source, named: &Named<'_>, findings: &mut Vec<Diagnostic>) -> Name {
    let stem = named.file.rsplit_once('.').map_or(named.file, |(stem, _)| stem);
    // Only articles are translated.
    let (stem, bahasa) = if named.file.ends_with(".md") { translated(stem) } else { (stem, KodeBahasa::indonesia()) };
    let mut name = Name { tanggal: None, slug: stem.to_owned(), nomor: None, bahasa };
    let pattern = named.pattern;
    let wrong = if pattern.contains("<nomor>") {
        name.nomor = stem.parse().ok().and_then(|number| NomorUrut::read(Scalar::Bulat(number)).ok());
        // Before the draw a pair's file is named after the pair, and says no number.
        let is_drawn = name.nomor.is_some() || !Slug::is_slug(stem) || number_in(source).is_some();
        is_drawn && name.nomor.is_none_or(|nomor| nomor.to_string() != stem)
    } else if pattern.contains("<tanggal>") {
        let (date, slug) = dated(stem);
        (name.tanggal, name.slug) = (date, slug.to_owned());
        date.is_none() || !Slug::is_slug(slug)
    } else {
        pattern.contains("<slug>") && !Slug::is_slug(stem)
    };
    if wrong {
        findings.push(bad_name(source, pattern, &name));
        name.slug = Slug::of(&name.slug).to_string();
    }
    name
}

/// `tentang.en` as `tentang` and the language; a name without a code is that of an original, which is Indonesian.
fn translated(stem: &str) -> (&str, KodeBahasa) {
    let translation = stem.rsplit_once('.').and_then(|(stem, code)| Some((stem, KodeBahasa::of(code)?)));
    translation.unwrap_or_else(|| (stem, KodeBahasa::indonesia()))
}

/// `2024-09-23-pengundian` as its date and `pengundian`.
fn dated(stem: &str) -> (Option<Tanggal>, &str) {
    let date = stem.get(..10).and_then(|date| Tanggal::read(Scalar::Teks(date)).ok());
    match (date, stem.get(10..).and_then(|rest| rest.strip_prefix('-'))) {
        (Some(date), Some(slug)) => (Some(date), slug),
        _ => (None, stem),
    }
}

fn bad_name(source: &Source, pattern: &str, name: &Name) -> Diagnostic {
    let file = source.path.rsplit('/').next().unwrap_or(&source.path);
    let shape = pattern.rsplit('/').next().unwrap_or(pattern);
    let finding = Diagnostic::galat(
        form::NAME,
        Place::file(&source.path),
        kata(
            format!("nama berkas \"{file}\" tidak berbentuk {shape}"),
            format!("the file name \"{file}\" is not of the form {shape}"),
        ),
    )
    .why(kata(
        "nama berkas menjadi alamat halaman, jadi hanya huruf kecil, angka dan tanda hubung",
        "the file's name becomes the page's address, so only small letters, digits and hyphens",
    ));
    let better = better(source, pattern, name);
    let example = if shape.contains("<nomor>") || name.tanggal.is_some() || !shape.contains("<tanggal>") {
        kata(format!("ganti nama menjadi {better}"), format!("rename it to {better}"))
    } else {
        kata(
            format!("awali dengan tanggalnya, misalnya {better}"),
            format!("begin with its date, for example {better}"),
        )
    };
    let finding = finding.help(example);
    // A number or a date that the name does not say itself is nobody's to guess.
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).trim();
    let says_number = !stem.is_empty() && stem.bytes().all(|byte| byte.is_ascii_digit());
    let is_said =
        if shape.contains("<nomor>") { says_number } else { !shape.contains("<tanggal>") || name.tanggal.is_some() };
    if is_said && !better.starts_with(['<', '.']) {
        finding.rename(&source.path, beside(source, &better))
    } else {
        finding
    }
}

/// The name a file should have, as far as its own says it.
fn better(source: &Source, pattern: &str, name: &Name) -> String {
    let shape = pattern.rsplit('/').next().unwrap_or(pattern);
    let digits = name.slug.trim_start_matches('0');
    // `1 - Copy` and `1 (2)` are copies of 1.
    let digits = digits.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let stem = match (shape.contains("<nomor>"), shape.contains("<tanggal>"), name.tanggal) {
        (true, ..) if digits.parse::<u8>().is_ok_and(|number| number > 0) => digits.to_owned(),
        (true, ..) => number_in(source).unwrap_or_else(|| "<nomor>".to_owned()),
        (_, true, date) => {
            format!("{}-{}", date.map_or("2024-11-27".to_owned(), |date| date.to_string()), Slug::of(&name.slug))
        }
        _ => Slug::of(&name.slug).to_string(),
    };
    format!("{stem}.{}", extension(shape))
}

/// The ballot number that a file says.
fn number_in(source: &Source) -> Option<String> {
    let node = source.tree().ok()?.follow(&yaml::steps("nomor_urut")).1;
    NomorUrut::read(node.scalar()?).ok().map(|nomor| nomor.to_string())
}

/// The path beside a file that has no good name, under the name it should have.
fn beside(source: &Source, better: &str) -> String {
    let (folder, _) = source.path.rsplit_once('/').unwrap_or_default();
    format!("{folder}/{better}")
}

/// A file that should have a name that another has: it is no second record, and nothing follows from it.
fn is_copy(finding: Diagnostic, other: &str) -> Diagnostic {
    let finding = finding.without_rename();
    let name = other.rsplit('/').next().unwrap_or(other);
    let help = kata(
        format!("{name} sudah ada di folder ini: hapus berkas ini, atau beri nama lain jika isinya lain"),
        format!(
            "{name} is in this folder already: delete this file, or give it another name if it says something else"
        ),
    );
    finding.help(help)
}

/// How the lines begin that a joining of two versions left in a file: seven signs, alone or before a space. A line of = is
/// none by itself, because a heading may have it.
const CONFLICT: [&str; 3] = ["<<<<<<<", "|||||||", ">>>>>>>"];

/// The first line of two versions of a file that were joined and not chosen from.
pub(super) fn conflict(source: &Source) -> Option<Diagnostic> {
    let text = source.text();
    let starts = CONFLICT.iter().filter_map(|sign| {
        let found = memchr::memmem::find_iter(text.as_bytes(), sign.as_bytes());
        let mut found = found.filter(|at| *at == 0 || matches!(text.as_bytes()[at - 1], b'\n' | b'\r'));
        found.find(|at| text.as_bytes().get(at + sign.len()).is_none_or(u8::is_ascii_whitespace))
    });
    let start = starts.min()?;
    let line = text[start..].lines().next().unwrap_or("").trim_end();
    let what = kata(
        format!("tanda konflik \"{line}\": dua versi berkas ini tergabung dan belum dipilih"),
        format!("the conflict mark \"{line}\": two versions of this file were joined and not chosen from"),
    );
    let place = Place::bytes(&source.path, start..start + line.len());
    let finding = Diagnostic::galat(form::CONFLICT, place, what).why(kata(
        "keduanya akan terbit, dan pembaca tidak tahu mana yang benar",
        "both would be published, and readers could not know which is right",
    ));
    Some(finding.help(kata(
        "pilih satu versi, lalu hapus yang lain bersama baris <<<<<<<, ======= dan >>>>>>>",
        "choose one version, then delete the other and the lines <<<<<<<, ======= and >>>>>>>",
    )))
}

fn no_front_matter(source: &Source) -> Diagnostic {
    let text = source.text();
    let what = if text.trim().is_empty() {
        kata("berkas ini kosong", "this file is empty")
    } else if text.starts_with("---") {
        kata("kepala tulisan tidak ditutup dengan baris ---", "the front matter is not closed by a line ---")
    } else {
        kata("tulisan ini tidak diawali kepala tulisan", "this text has no front matter")
    };
    let end = text.find('\n').unwrap_or(text.len());
    Diagnostic::galat(form::FRONT_MATTER, Place::bytes(&source.path, 0..end), what).help(kata(
        "kepala tulisan adalah baris ---, lalu judul dan tanggal, lalu baris --- lagi",
        "front matter is a line ---, then title and date, then another line ---",
    ))
}

/// A file that could not be read at all.
pub(crate) fn refused(source: &Source, reason: &Reason) -> Diagnostic {
    let (code, what, help): Why = match reason {
        Reason::Link => (
            form::LINK,
            kata(
                "ini tautan simbolik, dan tautan simbolik tidak diikuti",
                "this is a symbolic link, and those are not followed",
            ),
            Some(kata("ganti dengan salinan berkasnya", "put a copy of the file in its place")),
        ),
        Reason::Special => (
            form::UNREADABLE,
            kata("ini bukan berkas biasa, jadi tidak dibaca", "this is no ordinary file, so it is not read"),
            Some(kata("hapus, atau ganti dengan berkas", "delete it, or put a file in its place")),
        ),
        Reason::TooLarge { size, limit } => (
            form::SIZE,
            kata(
                format!("berkas ini {} KiB, batasnya {} KiB", size.div_ceil(1024), limit / 1024),
                format!("this file has {} KiB, the limit is {} KiB", size.div_ceil(1024), limit / 1024),
            ),
            Some(kata("pecah atau kecilkan berkasnya", "split the file or make it smaller")),
        ),
        Reason::NotText { encoding: Some(encoding), .. } => (
            form::ENCODING,
            kata(
                format!("berkas ini tersimpan sebagai {}, bukan UTF-8", encoding.name()),
                format!("this file is saved as {}, not as UTF-8", encoding.name()),
            ),
            Some(encoding.how()),
        ),
        Reason::NotText { line, column, byte, encoding: None } => (
            form::ENCODING,
            kata(
                format!("berkas ini bukan teks UTF-8: bita 0x{byte:02x} di baris {line} kolom {column}"),
                format!("this file is not UTF-8 text: byte 0x{byte:02x} at line {line} column {column}"),
            ),
            Some(kata(
                "simpan ulang sebagai UTF-8 dari penyunting teks",
                "save it again as UTF-8 from the text editor",
            )),
        ),
        Reason::Name => unseen_name(),
        Reason::LongName(length) => long_name(*length),
        Reason::Unreadable(error) => {
            (form::UNREADABLE, kata(format!("tidak bisa dibaca: {error}"), format!("cannot be read: {error}")), None)
        }
    };
    Diagnostic::galat(code, Place::file(&source.path), what).maybe_help(help)
}

/// Why a file is not read, with its code and what to do.
type Why = (&'static str, Kata, Option<Kata>);

fn unseen_name() -> Why {
    let what = kata(
        "nama berkas atau folder ini memuat tanda yang tidak terlihat, jadi tidak dibaca",
        "the name of this file or folder holds characters that are not seen, so it is not read",
    );
    let help =
        kata("ganti namanya: huruf kecil, angka dan tanda hubung", "rename it: small letters, digits and hyphens");
    (form::NAME, what, Some(help))
}

fn long_name(length: usize) -> Why {
    let what = kata(
        format!("nama berkas atau folder ini terlalu panjang untuk sebuah alamat: {length} huruf"),
        format!("the name of this file or folder is too long for an address: {length} letters"),
    );
    let help = kata(
        format!("pendekkan namanya, paling panjang {LONGEST_NAME} huruf"),
        format!("give it a shorter name, of {LONGEST_NAME} letters at most"),
    );
    (form::NAME, what, Some(help))
}

/// A record under a name or in a folder that is nearly right: what to do with it.
fn other_place(source: &Source, named: &Named<'_>) -> Option<(Kata, Rename)> {
    let (folder, file) = source.path.rsplit_once('/')?;
    if let Some(meant) = with_ending(file).filter(|meant| is_record(&format!("{folder}/{meant}"))) {
        let to = format!("{folder}/{meant}");
        let help = kata(format!("ganti nama menjadi {meant}"), format!("rename it to {meant}"));
        return Some((help, Rename { from: source.path.clone(), to }));
    }
    let (outer, last) = folder.rsplit_once('/')?;
    let small = last.to_lowercase();
    if small != last && is_record(&format!("{outer}/{small}/{file}")) {
        let help =
            kata(format!("ganti nama folder {last} menjadi {small}"), format!("rename the folder {last} to {small}"));
        return Some((help, Rename { from: folder.to_owned(), to: format!("{outer}/{small}") }));
    }
    let is_below = named.folder.is_some() && SHAPES.contains(&(None, file));
    let help = || kata(format!("pindahkan satu tingkat ke atas, ke {outer}/"), format!("move it one up, to {outer}/"));
    is_below.then(|| (help(), Rename { from: source.path.clone(), to: format!("{outer}/{file}") }))
}

/// A file's name with the ending of a record: `1.yml`, `1.YAML` and `1.yaml.txt` are meant to be `1.yaml`.
fn with_ending(file: &str) -> Option<String> {
    let small = file.to_lowercase();
    let stem = small.strip_suffix(".txt").unwrap_or(&small);
    let known = [(".yml", ".yaml"), (".yaml", ".yaml"), (".markdown", ".md"), (".md", ".md")];
    let meant = known.iter().find_map(|(ending, meant)| Some(format!("{}{meant}", stem.strip_suffix(ending)?)))?;
    (meant != file).then_some(meant)
}

/// The path of a file that was not read, and the one that it would have under the name it was meant to have: nothing that is
/// asked for under either is missing.
pub(crate) fn meant_as(path: &str) -> impl Iterator<Item = String> {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let renamed = with_ending(file).map(|meant| format!("{folder}/{meant}"));
    let outer = folder.rsplit_once('/').map(|(outer, _)| format!("{outer}/{file}"));
    let moved = outer.filter(|_| !is_record(path) && SHAPES.contains(&(None, file)));
    [Some(path.to_owned()), renamed, moved].into_iter().flatten()
}

/// Whether a path below the project's folder is that of a record.
fn is_record(path: &str) -> bool {
    path.strip_prefix("content/").is_some_and(|path| !Named::parse(path).pattern.is_empty())
}

/// Whether a file that no record type claims was meant as a record of its scope: what it says is then not missing.
pub(super) fn was_meant(source: &Source, named: &Named<'_>) -> bool {
    let folder = source.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let renamed = with_ending(named.file).is_some_and(|meant| is_record(&format!("{folder}/{meant}")));
    renamed || (named.folder.is_some() && SHAPES.contains(&(None, named.file)))
}

/// A text file that no record type claims.
pub(super) fn unknown_file(source: &Source, named: &Named<'_>, patterns: &[&str]) -> Diagnostic {
    let finding = Diagnostic::galat(
        form::UNKNOWN_FILE,
        Place::file(&source.path),
        kata("berkas ini bukan salah satu jenis catatan", "this file is none of the kinds of record"),
    )
    .why(kata("isinya tidak akan terbit", "what it says would not be published"));
    if let Some((help, Rename { from, to })) = other_place(source, named) {
        return finding.help(help).rename(from, to);
    }
    if let Some(original) = copy::original(named.file) {
        return finding.help(copy::help(&beside(source, &original)));
    }
    let here = |pattern: &&&str| pattern.contains('/') == named.folder.is_some();
    let meant = match named.folder {
        None => nearest(named.file, patterns.iter().filter(here).copied()),
        Some(folder) => {
            let folders = patterns.iter().filter_map(|pattern| pattern.split_once('/'));
            let near = nearest(folder, folders.map(|(folder, _)| folder));
            near.and_then(|near| patterns.iter().find(|pattern| pattern.starts_with(near))).copied()
        }
    };
    finding.help(match meant {
        Some(meant) => kata(format!("mungkin maksudnya {meant}"), format!("perhaps {meant} is meant")),
        None => kata(
            "pindahkan ke luar folder content, atau lihat daftar jenis catatan di buku petunjuk",
            "move it out of the content folder, or see the kinds of record in the manual",
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source;
    use std::path::Path;

    #[test]
    fn nearly_all_of_the_sample_is_read_without_a_parser_and_as_serde_yaml_reads_it() {
        let sources = source::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let (mut read, mut left) = (0, Vec::new());
        for source in sources.below(source::CONTENT) {
            let Some(part) = source.record_part() else { continue };
            let text = &source.text()[part];
            let Some(simple) = yaml::simple::read(text) else {
                left.push(&source.path);
                continue;
            };
            let values: serde_yaml::Value = serde_yaml::from_str(text).unwrap();
            assert_eq!(serde_yaml::to_value(simple).unwrap(), values, "{}", source.path);
            read += 1;
        }
        assert!(read > 20 * left.len(), "{read} are read, and these are not: {left:#?}");
    }

    #[test]
    fn a_path_says_scope_type_and_name() {
        let named = Named::parse("wilayah/jambi/kota-jambi/berita/2024-11-14-rakor.md");
        assert_eq!((named.scope, named.pattern), ("jambi/kota-jambi", "berita/<tanggal>-<slug>.md"));
        let named = Named::parse("wilayah/jambi/wilayah.yaml");
        assert_eq!((named.scope, named.pattern), ("jambi", "wilayah.yaml"));
        let named = Named::parse("berita/2024-11-14-rakor.md");
        assert_eq!((named.scope, named.pattern), ("", "berita/<tanggal>-<slug>.md"));
        assert_eq!(Named::parse("catatan/x.yaml").pattern, "");
        assert_eq!(Named::parse("wilayah/jambi/paslon/1.yml").pattern, "");
    }
}

//! Somebody approves records with the pictures that they name: the lines that say so, with the digests of what they are now, and where
//! these lines go.

use crate::bahasa::{Kata, kata};
use crate::markdown::outline;
use crate::model::pictures::berkas;
use crate::project::append::{appended, named, put, scope_of};
use crate::record::persetujuan::{FILE, sidik};
use crate::record::skema::Jenis;
use crate::refusal::refused;
use crate::source::{Body, CONTENT, Source, Sources};
use crate::value::format::Format;
use crate::value::jalur::{folder, join};
use crate::value::quoted;
use crate::value::sidik::Sidik;
use crate::value::tanggal::Tanggal;
use crate::yaml::{self, Kind, Node};
use anyhow::Result;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::path::Path;

/// Who approves, and when.
#[derive(Debug, Clone, Copy)]
pub struct Approver<'a> {
    /// The name.
    pub oleh: &'a str,
    /// The office held.
    pub jabatan: Option<&'a str>,
    /// The day.
    pub hari: Tanggal,
}

/// An approval of a record, or of a picture that one names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// The file, as seen from the folder of its scope.
    pub berkas: String,
    /// The digest of what it says, or of its bytes.
    pub sidik: Sidik,
    /// The list that the approval goes into, by path below the project's folder.
    pub list: String,
    /// Whether the list holds it already.
    pub is_known: bool,
}

/// Another text for a list of approvals.
#[derive(Debug)]
pub struct ListChange {
    /// The file's path below the project's folder.
    pub path: String,
    /// How many approvals are added.
    pub added: usize,
    after: String,
}

impl Approval {
    /// Its line in the list.
    pub fn line(&self, by: &Approver<'_>) -> String {
        let Self { berkas, sidik, .. } = self;
        let jabatan = by.jabatan.map_or_else(String::new, |jabatan| format!(", jabatan: {}", quoted(jabatan)));
        let (oleh, hari) = (quoted(by.oleh), by.hari);
        format!("- {{ berkas: {}, sidik: {sidik}, oleh: {oleh}{jabatan}, tanggal: {hari} }}", quoted(berkas))
    }
}

/// The approvals of the records that somebody names, and of the pictures in them: a file, or a folder with all records in it.
///
/// Fails where there is no such record, or none that can be read.
pub fn approvals(sources: &Sources, names: &[&str], by: &Approver<'_>) -> Result<Vec<Approval>> {
    let mut files: Vec<&Source> = Vec::new();
    for name in names {
        let found = meant(sources, name);
        if found.is_empty() {
            return Err(refused(nothing(name)));
        }
        files.extend(found.iter().flat_map(|record| pictures(sources, record)));
        files.extend(found);
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files.dedup_by(|one, other| one.path == other.path);
    files.into_iter().map(|file| approval(sources, file, by)).collect()
}

/// The records that somebody names.
fn meant<'s>(sources: &'s Sources, name: &str) -> Vec<&'s Source> {
    let is_record = |file: &&Source| {
        matches!(file.body, Body::Text(_)) && !file.path.ends_with(FILE) && Jenis::of_file(file.name()).is_some()
    };
    if let Some(path) = named(sources, name) {
        return sources.get(&path).map(|file| &**file).filter(is_record).into_iter().collect();
    }
    let name = name.trim_start_matches("./").trim_end_matches('/');
    let starts = ["", "content/", "content/wilayah/"].map(|start| format!("{start}{name}"));
    let mut folders = starts.iter().filter(|path| *path == CONTENT || path.starts_with("content/"));
    let within = folders.find_map(|path| {
        let files: Vec<&Source> = sources.below(path).map(|file| &**file).filter(is_record).collect();
        (!files.is_empty()).then_some(files)
    });
    within.unwrap_or_default()
}

/// The pictures of the content that a record names, in a field or in its text.
fn pictures<'s>(sources: &'s Sources, record: &Source) -> Vec<&'s Source> {
    let body = if record.path.ends_with(".md") { &record.text()[record.body_start()..] } else { "" };
    let mut texts = vec![Cow::Borrowed(body)];
    record.with_tree(|tree| {
        texts.extend(tree.iter().flat_map(|tree| tree.texts()).map(|text| Cow::Owned(text.to_owned())));
    });
    let named = texts.iter().flat_map(|text| -> Vec<String> {
        let within = outline(text).pictures.into_iter().flat_map(|picture| berkas(&picture.to, &record.path));
        within.chain(join(folder(&record.path), text)).collect()
    });
    let files = named.filter(|path| path.starts_with("content/")).filter_map(|path| sources.get(path.as_str()));
    let is_shown =
        |file: &&Source| matches!(&file.body, Body::Media(media) if media.format.is_some_and(Format::is_shown));
    files.map(|file| &**file).filter(is_shown).collect()
}

fn approval(sources: &Sources, file: &Source, by: &Approver<'_>) -> Result<Approval> {
    let sidik = match file.body {
        Body::Media(_) => Some(Sidik::shown(&Sha256::digest(sources.bytes(&file.path)?).into())),
        _ => sidik(file),
    };
    let sidik = sidik.ok_or_else(|| refused(unreadable(&file.path)))?;
    let scope = scope_of(sources, &file.path);
    let berkas = file.path.strip_prefix(scope).unwrap_or(&file.path).trim_start_matches('/').to_owned();
    let list = format!("{scope}/{FILE}");
    let is_known = sources.get(&list).is_some_and(|list| {
        list.with_tree(|tree| {
            let of = |entry: &Node, key: &str| entry.follow(&yaml::steps(key)).1.text().to_owned();
            tree.is_ok_and(|tree| {
                entries(tree).iter().any(|entry| {
                    of(entry, "berkas") == berkas
                        && of(entry, "oleh") == by.oleh
                        && of(entry, "sidik") == sidik.to_string()
                })
            })
        })
    });
    Ok(Approval { berkas, sidik, list, is_known })
}

/// The approvals of a list.
fn entries(tree: &Node) -> &[Node] {
    match &tree.follow(&yaml::steps("persetujuan")).1.kind {
        Kind::List(nodes) => nodes,
        Kind::Map(_) | Kind::Scalar { .. } => &[],
    }
}

/// The texts of the lists once the approvals that they do not hold yet are in them.
///
/// Fails where a list cannot be read, or nothing can be put at its end.
pub fn changes(sources: &Sources, approvals: &[Approval], by: &Approver<'_>) -> Result<Vec<ListChange>> {
    let new: Vec<&Approval> = approvals.iter().filter(|approval| !approval.is_known).collect();
    let lists = new.chunk_by(|one, other| one.list == other.list);
    lists.map(|of_list| change(sources, of_list, by)).collect()
}

fn change(sources: &Sources, of_list: &[&Approval], by: &Approver<'_>) -> Result<ListChange> {
    let path = of_list.first().map(|one| one.list.clone()).unwrap_or_default();
    let there = sources.get(&path);
    let mut after = there.map_or_else(String::new, |file| file.text().to_owned());
    let held = |text: &str| yaml::parse(text).map_or(0, |tree| entries(&tree).len());
    let before = held(&after);
    for approval in of_list {
        let line = approval.line(by);
        after = match there {
            None if after.is_empty() => format!("persetujuan:\n  {line}\n"),
            _ => appended(&after, "persetujuan", &line).ok_or_else(|| refused(unwritable(&path)))?,
        };
    }
    if held(&after) != before + of_list.len() {
        return Err(refused(unwritable(&path)));
    }
    Ok(ListChange { path, added: of_list.len(), after })
}

/// Writes a list, whole or not at all, over the text that it was made from.
pub fn write(root: &Path, sources: &Sources, change: &ListChange) -> Result<()> {
    put(root, sources, &change.path, &change.after)
}

fn nothing(name: &str) -> Kata {
    kata(
        format!(
            "tidak ada catatan bernama {name}; tulis berkasnya, misalnya jambi/kota-jambi/paslon/1.yaml, atau foldernya"
        ),
        format!(
            "there is no record named {name}; write its file, for example jambi/kota-jambi/paslon/1.yaml, or its folder"
        ),
    )
}

fn unreadable(path: &str) -> Kata {
    kata(
        format!("{path} tidak bisa dibaca, jadi tidak bisa disetujui; lihat dengan pilkada check"),
        format!("{path} cannot be read, so it cannot be approved; look with pilkada check"),
    )
}

fn unwritable(path: &str) -> Kata {
    kata(
        format!(
            "di {path} tidak ada daftar persetujuan yang bisa ditambah; jalankan tanpa --tulis, lalu tempel barisnya di bawah persetujuan:"
        ),
        format!(
            "in {path} there is no list of approvals to add to; run this without --write, then paste the lines below persetujuan:"
        ),
    )
}

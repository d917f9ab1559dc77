//! A state of the project that `git` keeps, read by that program into memory. It is asked only where a revision was named.

use crate::bahasa::{Kata, kata};
use crate::refusal::{Because, refused};
use crate::source::text::{Project, decode, limit};
use crate::source::{
    Body, FOLDERS, LONGEST_NAME, MAX_MEDIA, MAX_TEXT, Media, Reason, Source, Sources, is_attachment, is_hidden, is_text,
};
use crate::value::jalur::one_form;
use crate::value::teks::visible;
use anyhow::Result;
use std::borrow::Cow;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use xxhash_rust::xxh3::xxh3_128;

/// What `git` says of a symbolic link.
const LINK: &str = "120000";

/// A file of a revision.
struct Blob {
    path: String,
    is_link: bool,
    id: String,
}

/// The project in `root` as it was in a revision, such as `HEAD~1` or `main`.
///
/// Fails where there is no such revision, or no `git` to ask.
pub fn revision(root: &Path, name: &str) -> Result<Sources> {
    let commit = format!("{name}^{{commit}}");
    let commit = ask(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?;
    let commit = commit.map_err(|said| no_revision(root, name, &said))?;
    let commit = String::from_utf8_lossy(&commit).trim().to_owned();
    let words = ["--literal-pathspecs", "ls-tree", "-r", "-z", &commit, "--"];
    let listed = ask(root, &[&words[..], &FOLDERS[..]].concat())?.map_err(|said| no_revision(root, name, &said))?;
    let blobs: Vec<Blob> = listed.split(|byte| *byte == 0).filter_map(blob).collect();
    let mut project = Project::default();
    let mut files = Vec::new();
    for (blob, bytes) in blobs.iter().zip(contents(root, &blobs)?) {
        let file = source(blob, bytes, &mut project);
        files.push(Arc::new(file));
    }
    if files.is_empty() {
        return Err(refused(no_content(name)));
    }
    Ok(Sources::of(&Arc::new(project), files))
}

/// What `git` answers; what it says where it refuses.
fn ask(root: &Path, words: &[&str]) -> Result<std::result::Result<Vec<u8>, String>> {
    let output = git(root).args(words).stdin(Stdio::null()).output().map_err(no_git)?;
    let said = || String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Ok(if output.status.success() { Ok(output.stdout) } else { Err(said()) })
}

fn git(root: &Path) -> Command {
    let mut command = Command::new("git");
    command.current_dir(root);
    command
}

/// A line of `git ls-tree`: mode, type and name of the object, a tab, the path. Other than a file there may be another repository.
fn blob(line: &[u8]) -> Option<Blob> {
    let line = String::from_utf8_lossy(line);
    let (about, path) = line.split_once('\t')?;
    let [mode, kind, id] = *about.split(' ').collect::<Vec<_>>() else { return None };
    let (folders, _) = path.rsplit_once('/')?;
    let mut folder = String::new();
    for name in path.split('/') {
        if !folder.is_empty() && is_hidden(&folder, name) {
            return None;
        }
        folder = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
    }
    let is_file = kind == "blob" && !folders.is_empty();
    is_file.then(|| Blob { path: path.to_owned(), is_link: mode == LINK, id: id.to_owned() })
}

/// The bytes of files, as far as they may be as long; nothing of those that are longer.
fn contents(root: &Path, blobs: &[Blob]) -> Result<Vec<Contents>> {
    let reading = || kata("membaca revisi dari git", "reading the revision from git");
    let mut child = git(root)
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(no_git)?;
    let (mut asked, answered) = child.stdin.take().zip(child.stdout.take()).because(reading)?;
    let read = thread::scope(|scope| {
        // Both at once: `git` waits with an answer that nobody reads.
        scope.spawn(move || blobs.iter().try_for_each(|blob| writeln!(asked, "{}", blob.id)));
        let mut answered = BufReader::new(answered);
        blobs.iter().map(|_| next(&mut answered)).collect::<std::io::Result<Vec<_>>>()
    });
    let status = child.wait().because(reading)?;
    let read = read.because(reading)?;
    if status.success() { Ok(read) } else { Err(refused(reading())) }
}

/// The next answer of `git cat-file`: a line that ends with the size, so many bytes, an end of line.
fn next(answers: &mut impl BufRead) -> std::io::Result<Contents> {
    let mut head = String::new();
    answers.read_line(&mut head)?;
    let size: u64 =
        head.trim_end().rsplit(' ').next().and_then(|size| size.parse().ok()).ok_or(ErrorKind::InvalidData)?;
    let mut rest = answers.take(size + 1);
    if size > MAX_MEDIA {
        std::io::copy(&mut rest, &mut std::io::sink())?;
        return Ok(Contents { size, bytes: Vec::new() });
    }
    let mut bytes = Vec::new();
    rest.read_to_end(&mut bytes)?;
    if bytes.pop() != Some(b'\n') || bytes.len() as u64 != size {
        return Err(ErrorKind::UnexpectedEof.into());
    }
    Ok(Contents { size, bytes })
}

/// A file that was read.
struct Contents {
    size: u64,
    /// Nothing where it is longer than any file may be.
    bytes: Vec<u8>,
}

/// A file of a revision, as it would be found on the disk.
fn source(blob: &Blob, Contents { size, bytes }: Contents, project: &mut Project) -> Source {
    let path = one_form(&blob.path).into_owned();
    let refused = |path, reason| Source::new(path, Body::Refused(reason), None);
    if let Cow::Owned(seen) = visible(&path) {
        return refused(seen, Reason::Name);
    }
    if let Some(name) = path.split('/').find(|name| name.len() > LONGEST_NAME) {
        let length = name.len();
        return refused(path, Reason::LongName(length));
    }
    if blob.is_link {
        return refused(path, Reason::Link);
    }
    let most = limit(Path::new(&path));
    if is_text(&path) && !(is_attachment(&path) && size > MAX_TEXT) {
        if size > most {
            return refused(path, Reason::TooLarge { size, limit: most });
        }
        let body = decode(bytes.clone());
        if !(is_attachment(&path) && matches!(body, Body::Refused(Reason::NotText { .. }))) {
            return Source::new(path, body, None);
        }
    }
    if size > MAX_MEDIA {
        return refused(path, Reason::TooLarge { size, limit: MAX_MEDIA });
    }
    let (body, digest) = (Body::Media(Media::of(size, &bytes)), xxh3_128(&bytes));
    project.hold(&path, bytes);
    Source::with(path, body, digest, None)
}

fn no_git(error: std::io::Error) -> anyhow::Error {
    let missing = error.kind() == ErrorKind::NotFound;
    let sentence = if missing {
        kata(
            "revisi dibaca dengan program git, dan git tidak ada di komputer ini: pasang git, atau bandingkan dengan salinan folder",
            "a revision is read by the program git, and there is no git on this computer: install it, or compare with a copy of the folder",
        )
    } else {
        kata("git tidak bisa dijalankan", "git cannot be started")
    };
    if missing { refused(sentence) } else { Err::<(), _>(error).because(|| sentence).expect_err("it is an error") }
}

fn no_revision(root: &Path, name: &str, said: &str) -> anyhow::Error {
    let (name, root) = (visible(name), root.display());
    let said = if said.is_empty() { String::new() } else { format!(" (git: {})", visible(said)) };
    refused(kata(
        format!(
            "tidak ada berkas atau folder {name}, dan git tidak mengenal revisi {name} di {root}{said}; tulis folder proyek, folder situs yang terbit, manifes.json-nya, atau revisi git seperti HEAD~1"
        ),
        format!(
            "there is no file or folder {name}, and git knows no revision {name} in {root}{said}; write the folder of a project, that of a published site, its manifes.json, or a git revision such as HEAD~1"
        ),
    ))
}

fn no_content(name: &str) -> Kata {
    let name = visible(name);
    kata(
        format!("revisi {name} tidak punya folder content/ di sini"),
        format!("the revision {name} has no folder content/ here"),
    )
}

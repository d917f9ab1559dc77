//! A small made-up project in a folder of its own, and the program run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use xxhash_rust::xxh3::xxh3_128;

/// A sound `situs.yaml`.
pub const SITUS: &str = "\
nama: Info Pilkada Contoh
alamat: https://contoh.test/pilkada/
penyelenggara: { nama: KPU Contoh }
pemungutan_suara: 2024-11-27
tema: uji
";

/// Where a build remembers the texts it found, and how many bytes it has for each.
pub const TEXTS: &str = ".output.pilkada/gambar/cache-stamps";
pub const TEXT: usize = 32;

/// A project on the disk; gone when it is dropped.
pub struct Project {
    folder: tempfile::TempDir,
    /// Whether the program is to use only what every system has.
    is_portable: bool,
}

/// What a run of the program came to.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
    pub took: Duration,
}

/// A folder that is gone when it is dropped: in memory where the system has a disk there with room, for these tests make some hundred
/// thousand files, and a disk takes a quarter of their time to find room for each.
fn temporary() -> tempfile::TempDir {
    #[cfg(target_os = "linux")]
    if let Ok(memory) = rustix::fs::statvfs("/dev/shm")
        && memory.f_bavail * memory.f_frsize > 2 << 30
        && let Ok(folder) = tempfile::tempdir_in("/dev/shm")
    {
        return folder;
    }
    tempfile::tempdir().unwrap()
}

impl Project {
    /// A folder with nothing in it.
    pub fn empty() -> Self {
        Self { folder: temporary(), is_portable: false }
    }

    /// The same, for a program that uses what its system has.
    pub fn usual(self) -> Self {
        Self { is_portable: false, ..self }
    }

    /// The same, for a program that uses only what every system has.
    pub fn portable(self) -> Self {
        Self { is_portable: true, ..self }
    }

    /// A site that passes `check`, with a theme whose assets are published.
    pub fn sound() -> Self {
        let project = Self::empty();
        project.write("content/situs.yaml", SITUS);
        project.write("themes/uji/tema.yaml", "nama: Uji\n");
        project
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        String::from_utf8(fs::read(self.path(path)).unwrap()).unwrap()
    }

    /// Gives every text that is remembered another digest: the program takes it for another than it is.
    pub fn forge_texts(&self) {
        let mut bytes = fs::read(self.path(TEXTS)).unwrap();
        assert!(bytes.len() > TEXT && bytes.len().is_multiple_of(TEXT), "two digests a text, and two sums behind them");
        bytes.truncate(bytes.len() - TEXT);
        bytes.chunks_mut(TEXT).for_each(|text| text[TEXT / 2] ^= 1);
        let seal = xxh3_128(&[env!("PILKADA_SOURCE_HASH").as_bytes(), &bytes].concat());
        bytes.extend(seal.to_le_bytes());
        bytes.extend(xxh3_128(&bytes).to_le_bytes());
        self.write(TEXTS, bytes);
    }

    /// The program with these words, in this project, not yet started.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pilkada"));
        command.current_dir(self.root()).args(words).stdin(Stdio::null());
        for name in ["NO_COLOR", "SOURCE_DATE_EPOCH", "CLICOLOR_FORCE", "RUST_BACKTRACE", "PILKADA_PORTABLE"] {
            command.env_remove(name);
        }
        if self.is_portable {
            command.env("PILKADA_PORTABLE", "1");
        }
        if !words.contains(&"--tanggal") {
            command.args(["--tanggal", "2024-11-01"]);
        }
        command
    }

    /// Runs `git` in it.
    #[track_caller]
    pub fn git(&self, words: &[&str]) {
        let mut git = Command::new("git");
        git.current_dir(self.root()).args(["-c", "user.name=Uji", "-c", "user.email=uji@contoh.test"]).args(words);
        let output = git.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// Runs the program to its end; one that hangs is ended and fails the test.
    #[track_caller]
    pub fn run(&self, words: &[&str]) -> Ran {
        let streams = tempfile::tempdir().unwrap();
        let (out, err) = (streams.path().join("out"), streams.path().join("err"));
        let mut command = self.command(words);
        command.stdout(fs::File::create(&out).unwrap()).stderr(fs::File::create(&err).unwrap());
        let begun = Instant::now();
        let code = wait(&mut command.spawn().unwrap(), begun + Duration::from_mins(1));
        let text = |path| String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
        Ran { code, took: begun.elapsed(), out: text(out), err: text(err) }
    }
}

/// The exit code of a process that ends before the deadline.
#[track_caller]
fn wait(child: &mut Child, deadline: Instant) -> Option<i32> {
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code();
        }
        if Instant::now() > deadline {
            child.kill().unwrap();
            panic!("the program hangs");
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// Every file below a folder with its bytes, by path; a link with the path it holds.
pub fn tree(folder: &Path) -> std::collections::BTreeMap<PathBuf, Vec<u8>> {
    let mut files = std::collections::BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            let kind = path.symlink_metadata().unwrap().file_type();
            if kind.is_dir() {
                open.push(path);
            } else if kind.is_symlink() {
                let to = fs::read_link(&path).unwrap();
                files.insert(path, to.as_os_str().as_encoded_bytes().to_vec());
            } else if kind.is_file() {
                let bytes = fs::read(&path).unwrap();
                files.insert(path, bytes);
            }
        }
    }
    files
}

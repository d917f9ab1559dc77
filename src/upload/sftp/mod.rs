//! A server over SFTP as a target.
//!
//! The line is made by the system's own `ssh`: it knows the agent, `known_hosts` and the settings that the office's other work
//! goes by, hardware keys and ways through other hosts too, and whoever keeps the system up to date keeps it up to date. We speak
//! the protocol of files over it, which is small (`wire`).

mod wire;

use crate::bahasa::{Kata, kata};
use crate::refusal::{Because, refused};
use crate::upload::Target;
use crate::upload::sftp::wire::{Fault, Session};
use crate::value::teks::visible;
use anyhow::Result;
use std::io::{BufReader, BufWriter, Read};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How many lines there are at once: what a server that was set up by nobody lets in.
const LINES: usize = 4;
/// The permissions of files and folders: everybody may read them.
const FILE: u32 = 0o644;
const FOLDER: u32 = 0o755;
/// How the names of files begin that are not whole yet.
const UNFINISHED: &str = ".pilkada-";

/// Where a site lies on a server, from an address such as `sftp://petugas@server:2222/var/www/pilkada`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    user: Option<String>,
    host: String,
    port: Option<u16>,
    /// The folder; relative to the user's own where the address has `/~/`.
    folder: String,
}

/// A site on a server.
pub struct Server {
    place: Place,
    /// Settings of `ssh` other than the user's own.
    settings: Option<PathBuf>,
    lines: Vec<Mutex<Option<Line>>>,
}

/// A line to the server, with the program that holds it.
struct Line {
    session: Session<BufReader<ChildStdout>, BufWriter<ChildStdin>>,
    program: Child,
}

impl Place {
    /// Reads an address; gives what is wrong with it.
    pub fn read(address: &str) -> Result<Self, Kata> {
        let rest = address.strip_prefix("sftp://").unwrap_or(address);
        let (host, folder) = rest.split_once('/').ok_or_else(no_folder)?;
        let (user, host) = host.rsplit_once('@').map_or((None, host), |(user, host)| (Some(user), host));
        if user.is_some_and(|user| user.contains(':')) {
            return Err(kata(
                "kata sandi tidak ditulis di alamat: ia terbaca di daftar proses. Pakai kunci ssh di agen (ssh-add)",
                "a password is not written into the address: others read it in the list of processes. Use an ssh key in the agent (ssh-add)",
            ));
        }
        let (host, port) = match host.rsplit_once(':') {
            Some((host, port)) => (host, Some(port.parse().map_err(|_| no_port(port))?)),
            None => (host, None),
        };
        let folder = folder.trim_end_matches('/');
        let folder = folder.strip_prefix("~/").map_or_else(|| format!("/{folder}"), str::to_owned);
        // What begins with a stroke would be an option of `ssh`.
        let is_name = |name: &str| !name.is_empty() && !name.starts_with('-') && !name.contains(char::is_whitespace);
        if !is_name(host) || user.is_some_and(|user| !is_name(user)) || folder == "/" || folder == "/~" {
            return Err(no_folder());
        }
        Ok(Self { user: user.map(str::to_owned), host: host.to_owned(), port, folder })
    }

    /// Where a file lies.
    fn at(&self, path: &str) -> String {
        format!("{}/{path}", self.folder)
    }
}

impl Server {
    /// A server, with settings of `ssh` from another file than the user's own.
    pub fn new(place: Place, settings: Option<PathBuf>) -> Self {
        let lines = (0..LINES).map(|_| Mutex::default()).collect();
        Self { place, settings, lines }
    }

    /// Has a line do something. One that is broken is made anew once: whatever is done here can be done twice.
    fn with<T>(&self, what: impl Fn(&mut Line) -> Result<T, Fault>, doing: impl FnOnce() -> Kata) -> Result<T> {
        let mut line = self.free_line();
        for is_last in [false, true] {
            let open = match line.take() {
                Some(open) => open,
                None => self.connect()?,
            };
            let open = line.insert(open);
            match what(open) {
                Err(Fault::Line(_)) if !is_last => *line = None,
                Err(Fault::Line(error)) => {
                    *line = None;
                    return Err(error).because(doing);
                }
                Err(Fault::NotThere) => return Err(anyhow::anyhow!("no such file")).because(doing),
                Err(Fault::Refused(said)) => return Err(anyhow::anyhow!("{}", visible(&said))).because(doing),
                Ok(done) => return Ok(done),
            }
        }
        Err(refused(doing()))
    }

    fn free_line(&self) -> MutexGuard<'_, Option<Line>> {
        let free = self.lines.iter().find_map(|line| line.try_lock().ok());
        free.unwrap_or_else(|| self.lines[0].lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn connect(&self) -> Result<Line> {
        let Place { user, host, port, .. } = &self.place;
        let mut command = Command::new("ssh");
        // Nobody is asked anything: a host that is not known is refused, and so is who has no key.
        for option in ["BatchMode=yes", "StrictHostKeyChecking=yes", "ClearAllForwardings=yes", "ConnectTimeout=20"] {
            command.args(["-o", option]);
        }
        command.args(["-o", "ServerAliveInterval=15", "-o", "ServerAliveCountMax=4"]);
        if let Some(settings) = &self.settings {
            command.arg("-F").arg(settings);
        }
        if let Some(user) = user {
            command.args(["-l", user]);
        }
        if let Some(port) = port {
            command.args(["-p", &port.to_string()]);
        }
        command.args(["-s", "--", host, "sftp"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut program = command.spawn().because(|| {
            kata(
                "menjalankan ssh; program itu harus terpasang (paket openssh-client; di Windows: Setelan, Fitur opsional, OpenSSH)",
                "starting ssh; that program has to be there (package openssh-client; on Windows: Settings, Optional features, OpenSSH)",
            )
        })?;
        let (Some(from), Some(to)) = (program.stdout.take(), program.stdin.take()) else {
            return Err(refused(connecting(host)));
        };
        match Session::begin(BufReader::new(from), BufWriter::new(to)) {
            Ok(session) => Ok(Line { session, program }),
            Err(_) => Err(refused(not_connected(&self.place, &said(&mut program)))),
        }
    }
}

/// What `ssh` said when it gave up.
fn said(program: &mut Child) -> String {
    let _ = program.kill();
    let mut said = String::new();
    if let Some(mut stream) = program.stderr.take() {
        let _ = stream.read_to_string(&mut said);
    }
    let _ = program.wait();
    said
}

/// What was done is answered for; nothing is lost with the line.
impl Drop for Line {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl Target for Server {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>> {
        let at = self.place.at(path);
        let read = |line: &mut Line| match line.session.read(&at) {
            Err(Fault::NotThere) => Ok(None),
            Err(Fault::Refused(_)) if is_folder(line, &at)? => Ok(None),
            read => read.map(Some),
        };
        self.with(read, || of_file("membaca", "reading", &at))
    }

    fn put(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let at = self.place.at(path);
        let (folder, name) = at.rsplit_once('/').unwrap_or(("", &at));
        let unfinished = format!("{folder}/{UNFINISHED}{name}");
        let put = |line: &mut Line| {
            let mut written = line.session.write(&unfinished, bytes, FILE);
            if matches!(written, Err(Fault::NotThere)) {
                make_folders(line, folder)?;
                written = line.session.write(&unfinished, bytes, FILE);
            }
            written?;
            line.session.replace(&unfinished, &at)
        };
        self.with(put, || of_file("menulis", "writing", &at))
    }

    fn remove(&self, path: &str) -> Result<()> {
        let at = self.place.at(path);
        let (folder, name) = at.rsplit_once('/').unwrap_or(("", &at));
        let remove = |line: &mut Line| {
            // What an interrupted run left half written goes with it.
            if let Err(Fault::Line(error)) = line.session.remove(&format!("{folder}/{UNFINISHED}{name}")) {
                return Err(Fault::Line(error));
            }
            match line.session.remove(&at) {
                Ok(()) | Err(Fault::NotThere) => {}
                Err(Fault::Refused(_)) if is_folder(line, &at)? => {}
                Err(fault) => return Err(fault),
            }
            remove_empty_folders(line, folder, &self.place.folder)
        };
        self.with(remove, || of_file("menghapus", "deleting", &at))
    }

    fn is_empty(&self) -> Result<bool> {
        let names = |line: &mut Line| match line.session.names(&self.place.folder) {
            Err(Fault::NotThere) => Ok(Vec::new()),
            names => names,
        };
        let names = self.with(names, || of_file("membaca folder", "reading the folder", &self.place.folder))?;
        Ok(names.iter().all(|name| name.starts_with('.')))
    }

    fn at_once(&self) -> usize {
        LINES
    }
}

/// Whether a folder lies at a path.
fn is_folder(line: &mut Line, at: &str) -> Result<bool, Fault> {
    match line.session.names(at) {
        Ok(_) => Ok(true),
        Err(Fault::Line(error)) => Err(Fault::Line(error)),
        Err(_) => Ok(false),
    }
}

/// Makes a folder with those around it.
fn make_folders(line: &mut Line, folder: &str) -> Result<(), Fault> {
    let ends = folder.match_indices('/').map(|(at, _)| at).filter(|at| *at > 0).chain([folder.len()]);
    for end in ends {
        // One that is there is refused; what is wrong otherwise shows when the file is written.
        if let Err(Fault::Line(error)) = line.session.make_folder(&folder[..end], FOLDER) {
            return Err(Fault::Line(error));
        }
    }
    Ok(())
}

/// Removes folders that have nothing in them any more, from the deepest up to the site's own.
fn remove_empty_folders(line: &mut Line, folder: &str, root: &str) -> Result<(), Fault> {
    let mut folder = folder;
    while folder.len() > root.len() {
        match line.session.remove_folder(folder) {
            Ok(()) => {}
            Err(Fault::Line(error)) => return Err(Fault::Line(error)),
            Err(_) => break,
        }
        folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
    }
    Ok(())
}

fn of_file(id: &str, en: &str, at: &str) -> Kata {
    let at = visible(at);
    kata(format!("{id} {at} di server"), format!("{en} {at} on the server"))
}

fn connecting(host: &str) -> Kata {
    let host = visible(host);
    kata(format!("menyambung ke {host}"), format!("connecting to {host}"))
}

fn no_folder() -> Kata {
    kata(
        "alamat SFTP ditulis sftp://pengguna@server/folder/situs, atau sftp://pengguna@server/~/folder untuk folder milik pengguna itu",
        "an SFTP address is written sftp://user@server/folder/of/site, or sftp://user@server/~/folder for a folder of that user",
    )
}

fn no_port(port: &str) -> Kata {
    let port = visible(port);
    kata(format!("\"{port}\" bukan nomor porta"), format!("\"{port}\" is no number of a port"))
}

/// Why there is no line, by what `ssh` said.
fn not_connected(place: &Place, said: &str) -> Kata {
    let host = visible(&place.host);
    let user = place.user.as_ref().map(|user| format!("{user}@")).unwrap_or_default();
    let port = place.port.map(|port| format!("-p {port} ")).unwrap_or_default();
    let call = visible(&format!("ssh {port}{user}{}", place.host)).to_string();
    if said.contains("REMOTE HOST IDENTIFICATION HAS CHANGED") {
        return kata(
            format!(
                "kunci server {host} BERUBAH: mungkin ada yang menyamar sebagai server itu. Tidak ada yang dikirim. Tanyakan sidik kunci yang baru kepada pengelola server lewat telepon"
            ),
            format!(
                "the key of the server {host} CHANGED: somebody may pose as that server. Nothing was sent. Ask whoever runs the server for the new fingerprint by telephone"
            ),
        );
    }
    if said.contains("Host key verification failed") {
        return kata(
            format!(
                "kunci server {host} belum dikenal di komputer ini. Sambungkan sekali dengan tangan (`{call}`) dan terima kuncinya hanya kalau sidiknya sama dengan yang diberikan pengelola server; lalu ulangi"
            ),
            format!(
                "the key of the server {host} is not known on this computer. Connect once by hand (`{call}`) and accept its key only if the fingerprint is the one that whoever runs the server gave you; then try again"
            ),
        );
    }
    if said.contains("Permission denied") {
        return kata(
            format!(
                "server {host} tidak menerima kunci mana pun dari komputer ini; masukkan kunci ssh ke agen (ssh-add), dan periksa nama penggunanya"
            ),
            format!(
                "the server {host} takes no key from this computer; put your ssh key into the agent (ssh-add), and look at the name of the user again"
            ),
        );
    }
    let last = said.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default();
    let last = visible(last.trim());
    kata(format!("tidak tersambung ke {host} lewat SFTP: {last}"), format!("no connection to {host} over SFTP: {last}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_who_where_and_in_which_folder() {
        let place = |user: Option<&str>, host: &str, port, folder: &str| Place {
            user: user.map(str::to_owned),
            host: host.to_owned(),
            port,
            folder: folder.to_owned(),
        };
        for (address, expected) in [
            ("sftp://petugas@server.test:2222/var/www/", place(Some("petugas"), "server.test", Some(2222), "/var/www")),
            ("sftp://server.test/~/situs", place(None, "server.test", None, "situs")),
        ] {
            assert_eq!(Place::read(address).unwrap(), expected);
        }
        for address in [
            "sftp://server.test",
            "sftp://server.test/",
            "sftp://server.test/~/",
            "sftp:///a",
            "sftp://-oProxyCommand=x/a",
            "sftp://-l@server.test/a",
            "sftp://a:rahasia@server.test/a",
            "sftp://server.test:ssh/a",
        ] {
            assert!(Place::read(address).is_err(), "{address}");
        }
    }
}

//! `pilkada serve`: a real process on a free port, visited over a plain socket.
#![cfg(feature = "serve")]
#![expect(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test of the program as a whole uses the disk and the clock"
)]

#[path = "program/project.rs"]
#[expect(dead_code, reason = "the other tests that drive the program use the rest")]
mod project;

#[path = "serve/desk.rs"]
mod desk;

use project::{Project, SITUS, TEXT, TEXTS};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// Longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// A preview; ended when it is dropped.
struct Preview {
    project: Project,
    child: Child,
    address: SocketAddr,
    /// The first line on standard output.
    said: String,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer.
#[derive(Debug)]
struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}

impl Preview {
    /// A preview of a sound project with some files in its theme.
    fn sound() -> Self {
        Self::of(Self::sound_project())
    }

    fn sound_project() -> Project {
        let project = Project::sound();
        project.write("themes/uji/aset/uji/index.html", "<!doctype html><title>Uji</title><body><p>satu</p></body>");
        project.write("themes/uji/aset/uji/angka.bin", "0123456789");
        project.write("themes/uji/aset/uji/é b.txt", "é");
        project
    }

    fn of(project: Project) -> Self {
        Self::with(project, &[])
    }

    /// A preview of a project that is told these words too.
    fn with(project: Project, words: &[&str]) -> Self {
        let mut command = project.command(&[&["serve", "--port", "0"], words].concat());
        let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        Self::started(project, child)
    }

    /// A preview that was started with its output in a pipe.
    fn started(project: Project, mut child: Child) -> Self {
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let (_, rest) = said.split_once("http://").expect("the address is said");
        let address = rest.split('/').next().unwrap().parse().unwrap();
        Self { project, child, address, said: said.trim_end().to_owned() }
    }

    fn send(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }

    fn ask(&self, method: &str, path: &str, headers: &str) -> Answer {
        let host = self.address;
        let request = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n");
        self.answer(&request)
    }

    fn answer(&self, request: &str) -> Answer {
        let mut bytes = Vec::new();
        self.send(request).read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer has a head");
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head, body: bytes[end + 4..].to_vec() }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    /// Asks until the answer is as wanted.
    #[track_caller]
    fn until(&self, path: &str, wanted: impl Fn(&Answer) -> bool) -> Answer {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let answer = self.get(path);
            if wanted(&answer) {
                return answer;
            }
            assert!(Instant::now() < deadline, "still {answer:?}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    #[track_caller]
    fn until_text(&self, path: &str, text: &str) {
        self.until(path, |answer| answer.text().contains(text));
    }

    fn watch(&self) -> Events {
        let request = format!("GET /_pilkada/peristiwa HTTP/1.1\r\nHost: {}\r\n\r\n", self.address);
        let mut lines = BufReader::new(self.send(&request));
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert_ne!(lines.read_line(&mut head).unwrap(), 0, "the events end: {head}");
        }
        assert!(head.contains("text/event-stream"), "{head}");
        Events { lines }
    }
}

/// Events from the preview.
struct Events {
    lines: BufReader<TcpStream>,
}

impl Events {
    /// The data of the next event of a name that is as wanted.
    #[track_caller]
    fn next(&mut self, name: &str, wanted: impl Fn(&str) -> bool) -> String {
        let mut found = false;
        loop {
            let mut line = String::new();
            assert_ne!(self.lines.read_line(&mut line).unwrap(), 0, "the events end");
            let line = line.trim_end();
            if let Some(event) = line.strip_prefix("event: ") {
                found = event == name;
            }
            if let Some(data) = line.strip_prefix("data: ").filter(|data| found && wanted(data)) {
                return data.to_owned();
            }
        }
    }
}

#[test]
fn a_site_is_served_below_the_path_of_its_address() {
    let preview = Preview::sound();
    assert!(preview.said.starts_with("pratinjau di http://127.0.0.1:") && preview.said.ends_with("/pilkada/"));
    let to = |path: &str| {
        let answer = preview.get(path);
        (answer.status, answer.header("location").map(str::to_owned))
    };
    assert_eq!(to("/"), (302, Some("/pilkada/".to_owned())));
    assert_eq!(to("/pilkada"), (301, Some("/pilkada/".to_owned())));
    assert_eq!(to("/pilkada/uji?a=b"), (301, Some("/pilkada/uji/?a=b".to_owned())));
    assert_eq!(to("/pilkada/uji/"), (200, None));
    for missing in
        ["/uji/", "/pilkada/tidak-ada", "/pilkada/../content/situs.yaml", "/pilkada/%2e%2e/%2e%2e/etc/passwd"]
    {
        let answer = preview.get(missing);
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (404, Some("text/html; charset=utf-8")),
            "{missing}"
        );
    }
}

#[test]
fn no_other_page_may_read_what_is_not_published_yet() {
    let preview = Preview::sound();
    for path in ["/pilkada/uji/", "/pilkada/uji/angka.bin", "/pilkada/tidak-ada.html", "/_pilkada/peristiwa"] {
        let answer = preview.ask("HEAD", path, "");
        assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"), "{path}");
        assert_eq!(answer.header("x-frame-options"), Some("SAMEORIGIN"), "{path}");
    }
}

#[test]
fn files_come_with_their_type_and_length() {
    let preview = Preview::sound();
    let page = preview.get("/pilkada/uji/");
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(page.header("cache-control"), Some("no-cache"));
    assert_eq!(page.header("content-length"), Some(page.body.len().to_string().as_str()));
    assert!(page.text().contains("<p>satu</p><pilkada-sunting") && page.text().ends_with("</script></body>"));
    let text = preview.get("/pilkada/uji/%C3%A9%20b.txt");
    assert_eq!((text.text().as_str(), text.header("content-type")), ("é", Some("text/plain; charset=utf-8")));
    let head = preview.ask("HEAD", "/pilkada/uji/angka.bin", "");
    assert_eq!((head.status, head.header("content-length"), head.body.len()), (200, Some("10"), 0));
    let post = preview.ask("POST", "/pilkada/uji/", "Content-Length: 0\r\n");
    assert_eq!((post.status, post.header("allow")), (405, Some("GET, HEAD")));
}

#[test]
fn what_the_browser_has_is_not_sent_again() {
    let preview = Preview::sound();
    let first = preview.get("/pilkada/uji/angka.bin");
    let etag = first.header("etag").unwrap();
    let again = preview.ask("GET", "/pilkada/uji/angka.bin", &format!("If-None-Match: \"x\", W/{etag}\r\n"));
    assert_eq!((again.status, again.body.len(), again.header("etag")), (304, 0, Some(etag)));
}

#[test]
fn only_names_of_this_computer_are_answered() {
    let preview = Preview::sound();
    let asked = |head: &str| preview.answer(&format!("GET {head}\r\nConnection: close\r\n\r\n")).status;
    let port = preview.address.port();
    assert_eq!(asked(&format!("/pilkada/uji/ HTTP/1.1\r\nHost: localhost:{port}")), 200);
    assert_eq!(asked("/pilkada/uji/ HTTP/1.1\r\nHost: jahat.example"), 403);
    assert_eq!(asked("/_pilkada/peristiwa HTTP/1.1\r\nHost: jahat.example"), 403);
    assert_eq!(asked("http://jahat.example/pilkada/uji/ HTTP/1.1\r\nHost: localhost"), 403);
    assert_eq!(asked("/pilkada/uji/ HTTP/1.0"), 403);
}

#[test]
fn a_changed_file_is_served_and_the_browser_told() {
    let preview = Preview::sound();
    let mut events = preview.watch();
    events.next("temuan", |data| data.contains("\"temuan\":[]"));
    preview.project.write("themes/uji/aset/uji/index.html", "<body>dua</body>");
    events.next("muat", |_| true);
    preview.until_text("/pilkada/uji/", "<body>dua<pilkada-sunting");
}

#[test]
fn a_changed_text_is_seen_on_its_page_and_wherever_else_it_is_told() {
    let preview = Preview::sound();
    let save = |text: &str| {
        let article = format!("---\njudul: Kabar contoh\ntanggal: 2024-10-03\n---\n\n{text}\n");
        preview.project.write("content/berita/2024-10-03-kabar.md", article);
    };
    let told = ["berita/kabar.html", "berita.json", "feed.json", "atom.xml"].map(|path| format!("/pilkada/{path}"));
    for text in ["Rapat dibuka.", "Rapat ditunda.", "Rapat dibuka."] {
        save(text);
        for path in &told {
            preview.until_text(path, text);
        }
    }
    fs::remove_file(preview.project.path("content/berita/2024-10-03-kabar.md")).unwrap();
    for path in &told[..2] {
        preview.until(path, |answer| answer.status == 404);
    }
    preview.until("/pilkada/feed.json", |answer| !answer.text().contains("Rapat"));
}

#[test]
fn a_file_saved_by_renaming_is_noticed() {
    let preview = Preview::sound();
    for round in ["dua", "tiga"] {
        preview.project.write("themes/uji/aset/uji/.index.html.swp", round);
        let (from, to) = ("themes/uji/aset/uji/.index.html.swp", "themes/uji/aset/uji/index.html");
        fs::rename(preview.project.path(from), preview.project.path(to)).unwrap();
        preview.until_text("/pilkada/uji/", round);
    }
}

#[test]
fn a_broken_file_keeps_the_page_and_says_what_is_wrong() {
    let preview = Preview::sound();
    let mut events = preview.watch();
    preview.project.write("content/situs.yaml", SITUS.replace("nama: Info", "nam: Info"));
    let data = events.next("temuan", |data| data.contains("FMT-02"));
    assert!(data.contains("content/situs.yaml:1:1"), "{data}");
    assert!(preview.get("/pilkada/uji/").text().contains("satu"));
    preview.project.write("content/situs.yaml", SITUS);
    events.next("temuan", |data| data.contains("\"temuan\":[]"));
    preview.project.write("themes/uji/aset/uji/index.html", "dua");
    preview.until_text("/pilkada/uji/", "dua");
}

#[test]
fn a_site_that_was_never_sound_shows_its_findings_until_it_is() {
    let project = Project::sound();
    project.write("content/situs.yaml", "nama: <b>Contoh</b>\n");
    project.write("themes/uji/aset/uji.txt", "satu");
    let preview = Preview::of(project);
    let page = preview.get("/apa/pun");
    assert_eq!(page.status, 503);
    assert!(page.text().contains("FMT-03") && page.text().contains("&lt;b>Contoh"), "{}", page.text());
    let mut events = preview.watch();
    preview.project.write("content/situs.yaml", SITUS);
    events.next("muat", |_| true);
    assert_eq!(preview.get("/pilkada/uji.txt").text(), "satu");
}

#[test]
fn a_folder_that_goes_and_comes_back_is_followed() {
    let preview = Preview::sound();
    fs::rename(preview.project.path("content"), preview.project.path("simpan")).unwrap();
    let mut events = preview.watch();
    events.next("temuan", |data| data.contains("content/"));
    assert!(preview.get("/pilkada/uji/").text().contains("satu"));
    fs::rename(preview.project.path("simpan"), preview.project.path("content")).unwrap();
    events.next("temuan", |data| data.contains("\"temuan\":[]"));
    preview.project.write("content/situs.yaml", "nama: Contoh\n");
    events.next("temuan", |data| data.contains("FMT-03"));
    preview.project.write("content/situs.yaml", SITUS);
    events.next("temuan", |data| data.contains("\"temuan\":[]"));
    preview.project.write("templates/rusak.html", "{% if");
    events.next("temuan", |data| data.contains("templates/rusak.html"));
    fs::remove_dir_all(preview.project.path("templates")).unwrap();
    events.next("temuan", |data| data.contains("\"temuan\":[]"));
}

#[test]
fn where_the_system_tells_of_no_change_files_are_looked_at() {
    let preview = Preview::with(Preview::sound_project(), &["--lihat-berkala"]);
    #[cfg(target_os = "linux")]
    {
        let open = fs::read_dir(format!("/proc/{}/fd", preview.child.id())).unwrap();
        let told = open.flatten().filter_map(|file| fs::read_link(file.path()).ok());
        assert_eq!(told.filter(|file| file.to_string_lossy().contains("inotify")).count(), 0);
    }
    // As long as before, and within the same second.
    for text in ["dua.", "tiga", "lima"] {
        preview.project.write("themes/uji/aset/uji/index.html", format!("<body>{text}</body>"));
        preview.until_text("/pilkada/uji/", text);
    }
    fs::rename(preview.project.path("content"), preview.project.path("simpan")).unwrap();
    let mut events = preview.watch();
    events.next("temuan", |data| data.contains("content/"));
    fs::rename(preview.project.path("simpan"), preview.project.path("content")).unwrap();
    events.next("temuan", |data| data.contains("\"temuan\":[]"));
    preview.project.write("templates/rusak.html", "{% if");
    events.next("temuan", |data| data.contains("templates/rusak.html"));
    fs::remove_dir_all(preview.project.path("templates")).unwrap();
    events.next("temuan", |data| data.contains("\"temuan\":[]"));
}

#[test]
fn texts_that_are_not_those_remembered_are_read_anew() {
    let project = Project::sound();
    project.write("themes/uji/aset/uji/index.html", "<body>satu</body>");
    let deadline = Instant::now() + PATIENCE;
    // What was written just now is not remembered yet.
    let remembered = || fs::read(project.path(TEXTS)).map_or(0, |bytes| bytes.len() / TEXT - 1);
    while remembered() < 3 {
        assert!(Instant::now() < deadline, "nothing is remembered");
        std::thread::sleep(Duration::from_millis(50));
        assert_eq!(project.run(&["build"]).code, Some(0));
    }
    project.forge_texts();
    let preview = Preview::of(project);
    preview.until_text("/pilkada/uji/", "<body>satu<pilkada-sunting");
    preview.project.write("themes/uji/aset/uji/index.html", "<body>dua</body>");
    preview.until_text("/pilkada/uji/", "<body>dua<pilkada-sunting");
}

#[test]
fn many_visitors_are_answered_at_once() {
    let preview = Preview::sound();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..50 {
                    assert_eq!(preview.get("/pilkada/uji/angka.bin").text(), "0123456789");
                }
            });
        }
    });
}

#[test]
fn a_taken_port_is_refused_with_a_reason() {
    let preview = Preview::sound();
    let port = preview.address.port().to_string();
    let ran = preview.project.run(&["serve", "--port", &port]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(ran.err, format!("gagal: porta {port} sudah dipakai program lain; pilih yang lain dengan --port\n"));
    let ran = Project::empty().run(&["serve", "--port", "0"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("content/"), "{}", ran.err);
}

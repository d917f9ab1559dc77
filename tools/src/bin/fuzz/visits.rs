//! The preview with its desk, visited over a socket: raw requests, and bodies of forms.
//!
//! Its threads catch a panic and go on, so whoever sends something asks afterwards whether there was one.

use crate::corpus;
use crate::panics;
use anyhow::{Context, Result, bail};
use pilkada::bahasa::Bahasa;
use pilkada::model::{BuildOptions, Drafts};
use pilkada::serve::{self, Following, Forms, Options, Told};
use pilkada::value::tanggal::Tanggal;
use pilkada::value::{Nilai, Scalar};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::mpsc;
use std::time::Duration;
use tempfile::TempDir;

/// After so long without a byte the visitor leaves, as far as his half of the line goes.
const IDLE: Duration = Duration::from_millis(250);
/// How long an answer to a whole request may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);
/// What parts of a form sent as several parts are parted by.
const BOUNDARY: &str = "batas";
const TOWN: &str = "content/wilayah/contoh/kota-contoh";

/// A preview of the made-up site, begun when it is first visited; it ends with the program.
#[derive(Clone, Default)]
pub struct Preview(Rc<OnceCell<Begun>>);

struct Begun {
    folder: TempDir,
    address: SocketAddr,
    /// What the project's files were.
    sound: BTreeMap<String, Vec<u8>>,
}

impl Preview {
    fn begun(&self) -> &Begun {
        self.0.get_or_init(|| Begun::new().expect("the preview begins"))
    }

    /// Sends a request as it is, and another one behind it.
    pub fn asked(&self, bytes: &[u8]) {
        let begun = self.begun();
        let before = panics();
        // Whatever the first one leaves open is closed by the second.
        let request = [bytes, b"\r\n\r\nGET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"].concat();
        begun.answer(&request, IDLE);
        assert_eq!(before, panics(), "the preview panicked");
        begun.restore();
    }

    /// Sends what a form sends, with what makes it one of this preview and of the file as it is.
    pub fn posted(&self, form: &str, body: &[u8]) {
        let (Some(form), begun) = (FORMS.iter().find(|known| known.name == form), self.begun()) else { return };
        let before = panics();
        let page = begun.answer(&get(form.page), PATIENCE);
        let page = String::from_utf8_lossy(&page);
        let hidden = hidden(&page);
        let (kind, body) = match form.kind {
            Kind::Pairs => {
                let pairs: Vec<u8> =
                    hidden.iter().flat_map(|(name, value)| format!("{name}={value}&").into_bytes()).collect();
                ("application/x-www-form-urlencoded".to_owned(), [&pairs, body].concat())
            }
            Kind::Parts => {
                let parts: Vec<u8> =
                    hidden.iter().flat_map(|(name, value)| part(name, None, value.as_bytes())).collect();
                (format!("multipart/form-data; boundary={BOUNDARY}"), [&parts, body].concat())
            }
        };
        let head = format!(
            "POST {} HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
            form.sent_to,
            body.len()
        );
        let answer = begun.answer(&[head.as_bytes(), &body].concat(), PATIENCE);
        assert_eq!(before, panics(), "the desk panicked");
        assert!(answer.starts_with(b"HTTP/1.1 "), "the desk gave no answer");
        assert!(!answer.starts_with(b"HTTP/1.1 5"), "the desk is at fault");
        begun.restore();
    }
}

impl Begun {
    fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let mut sound = corpus::sound()?;
        sound.extend(corpus::pictures()?);
        for (path, bytes) in &sound {
            corpus::write(&folder.path().join(path), bytes)?;
        }
        let hari = Tanggal::read(Scalar::Teks("2024-11-20")).ok().context("a day")?;
        let options = Options {
            root: folder.path().to_owned(),
            output: folder.path().join("output"),
            build_options: BuildOptions { hari, draf: Drafts::Wait },
            hari: None,
            bahasa: Bahasa::Id,
            forms: Forms::Sent,
            following: Following::Told,
        };
        let listener = serve::bind(([127, 0, 0, 1], 0).into())?;
        let address = listener.local_addr()?;
        let (ready, begun) = mpsc::channel();
        let tell = move |told: Told<'_>| {
            if let Told::Ready(_) = told {
                _ = ready.send(());
            }
        };
        std::thread::spawn(move || serve::run(listener, options, Box::new(tell)));
        if begun.recv_timeout(Duration::from_mins(1)).is_err() {
            bail!("the preview says nothing");
        }
        Ok(Self { folder, address, sound })
    }

    /// What comes back; after so long without a byte the line is closed on this side.
    fn answer(&self, request: &[u8], idle: Duration) -> Vec<u8> {
        let mut stream = TcpStream::connect(self.address).expect("the preview listens");
        stream.set_read_timeout(Some(idle)).expect("a time");
        // Whoever sends nonsense is hung up on before all of it is sent.
        _ = stream.write_all(request);
        let (mut answer, mut piece) = (Vec::new(), [0; 1 << 14]);
        loop {
            match stream.read(&mut piece) {
                Ok(0) => return answer,
                Ok(read) => answer.extend_from_slice(&piece[..read]),
                // Events go on for ever, and half a request is waited for.
                Err(_) => {
                    _ = stream.shutdown(Shutdown::Both);
                    return answer;
                }
            }
        }
    }

    /// Puts the content back as it was.
    fn restore(&self) {
        let content = self.folder.path().join("content");
        let files = walkdir::WalkDir::new(&content).into_iter().filter_map(Result::ok);
        for entry in files.filter(|entry| entry.file_type().is_file()) {
            let name = entry.path().strip_prefix(self.folder.path()).unwrap_or(entry.path());
            match self.sound.get(&*name.to_string_lossy()) {
                None => fs::remove_file(entry.path()).expect("the folder is ours"),
                Some(bytes) if fs::read(entry.path()).is_ok_and(|there| there == *bytes) => {}
                Some(bytes) => fs::write(entry.path(), bytes).expect("the folder is ours"),
            }
        }
        for (path, bytes) in &self.sound {
            let at: PathBuf = self.folder.path().join(path);
            if !at.exists() {
                corpus::write(&at, bytes).expect("the folder is ours");
            }
        }
    }
}

fn get(address: &str) -> Vec<u8> {
    format!("GET {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").into_bytes()
}

/// The hidden fields of a form, each once: their names begin with a stroke.
fn hidden(page: &str) -> BTreeMap<String, &str> {
    let fields = page.split(" name=\"_").skip(1);
    let fields = fields.filter_map(|field| {
        let (name, rest) = field.split_once("\" value=\"")?;
        let is_name = !name.contains(['"', '>']);
        is_name.then_some((format!("_{}", name.replace("&#x2F;", "/")), rest.split_once('"')?.0))
    });
    fields.collect()
}

/// A form of the desk.
struct PostedForm {
    name: &'static str,
    /// The page that it is on.
    page: &'static str,
    sent_to: &'static str,
    kind: Kind,
}

/// How a form is sent.
#[derive(Clone, Copy)]
enum Kind {
    Pairs,
    /// As forms with pictures are.
    Parts,
}

const fn form(name: &'static str, page: &'static str, kind: Kind) -> PostedForm {
    PostedForm { name, page, sent_to: page, kind }
}

const RESULT: &str = "/_pilkada/catatan?berkas=content/wilayah/contoh/kota-contoh/hasil.yaml";

const FORMS: [PostedForm; 8] = [
    form("paslon", "/_pilkada/catatan?berkas=content/wilayah/contoh/kota-contoh/paslon/1.yaml", Kind::Pairs),
    form("foto", "/_pilkada/catatan?berkas=content/wilayah/contoh/kota-contoh/paslon/2.yaml", Kind::Parts),
    form("hasil", RESULT, Kind::Pairs),
    form("situs", "/_pilkada/catatan?berkas=content/situs.yaml", Kind::Pairs),
    form("baru", "/_pilkada/baru?jenis=berita&wilayah=contoh/kota-contoh&nama=Kabar&lanjut=1", Kind::Pairs),
    form("semua-paslon", "/_pilkada/paslon?wilayah=contoh/kota-contoh", Kind::Parts),
    form("teks", "/_pilkada/teks?berkas=content/wilayah/contoh/kota-contoh/hasil.yaml", Kind::Pairs),
    PostedForm { name: "urungkan", page: RESULT, sent_to: "/_pilkada/urungkan", kind: Kind::Pairs },
];

/// Requests as browsers and others send them.
pub fn requests() -> BTreeMap<String, Vec<u8>> {
    let host = "Host: localhost:8000\r\n";
    let texts = [
        ("beranda", format!("GET /pilkada/ HTTP/1.1\r\n{host}Accept: text/html\r\n\r\n")),
        (
            "halaman",
            "GET /pilkada/contoh/kota-contoh/paslon/1.html?a=%20b#c HTTP/1.1\r\nHost: 127.0.0.1\r\nIf-None-Match: \"0123\", W/\"x\"\r\n\r\n".to_owned(),
        ),
        ("naik", format!("GET /pilkada/%2e%2e/..%2fcontent/%c3%28%00situs.yaml HTTP/1.1\r\n{host}\r\n")),
        ("utuh", "GET http://localhost/pilkada/index.html HTTP/1.1\r\nHost: [::1]:8000\r\n\r\n".to_owned()),
        ("kepala", format!("HEAD /pilkada/data/hasil.json HTTP/1.1\r\n{host}Range: bytes=0-1\r\n\r\n")),
        ("cara", format!("OPTIONS * HTTP/1.1\r\n{host}\r\nPUT /pilkada/ HTTP/1.0\r\n\r\n")),
        (
            "potongan",
            format!(
                "POST /_pilkada/teks HTTP/1.1\r\n{host}Origin: http://localhost:8000\r\nTransfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n5\r\n_tand\r\n0\r\n\r\n"
            ),
        ),
        (
            "panjang",
            format!(
                "POST /_pilkada/catatan?berkas=content/situs.yaml HTTP/1.1\r\n{host}Origin: http://localhost:8000\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 9\r\nContent-Type: multipart/form-data; boundary=\"x\"\r\n\r\n--x\r\n--x--"
            ),
        ),
        ("peristiwa", format!("GET /_pilkada/peristiwa HTTP/1.1\r\n{host}\r\n")),
        (
            "sunting",
            format!(
                "GET /_pilkada/sunting?halaman=%2Fpilkada%2Fcontoh%2Fkota-contoh%2Fhasil.html HTTP/1.1\r\n{host}\r\n"
            ),
        ),
        ("wilayah", format!("GET /_pilkada/wilayah?wilayah=contoh%2Fkota-contoh HTTP/1.1\r\n{host}\r\n")),
        ("catatan", format!("GET /_pilkada/catatan?berkas={TOWN}/paslon/1.yaml&tersimpan=1 HTTP/1.1\r\n{host}\r\n")),
        (
            "baru",
            format!("GET /_pilkada/baru?jenis=kegiatan&wilayah=contoh&nama=a%2Fb&lanjut=1 HTTP/1.1\r\n{host}\r\n"),
        ),
    ];
    texts.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect()
}

/// What forms send, by their names.
pub fn bodies() -> Result<BTreeMap<String, Vec<u8>>> {
    let mut bodies = BTreeMap::new();
    let texts = [
        (
            "paslon",
            "nomor_urut=1&calon.nama=A+B%2C+S.H.&calon.nama_tampil=A&wakil.nama=C&wakil.nama_tampil=C&jalur=partai&pengusung%5B0%5D=&visi=Maju%0D%0Abersama&misi%5B0%5D=Satu&misi%5B1%5D=%F0%9F%97%B3&sumber%5B0%5D=koran-contoh&_isi=&_simpan=1",
        ),
        (
            "hasil",
            "status=ditetapkan&tanggal=2024-11-20&suara%7B0%7D%23=1&suara%7B0%7D%21=1&suara%7B0%7D%3D=400&suara%7B1%7D%23=2&suara%7B1%7D%3D=5%2E00&sah=900&tidak_sah=-1&bagian%5B0%5D.nama=Utara&bagian%5B0%5D.suara%7B0%7D%23=1&bagian%5B0%5D.suara%7B0%7D%3D=1&sumber%5B0%5D=koran-contoh",
        ),
        (
            "situs",
            "nama=Info+Pilkada&alamat=https%3A%2F%2Fcontoh.test%2F&penyelenggara.nama=KPU&pemungutan_suara=2024-11-27&bahasa%5B0%5D=id&bahasa%5B1%5D=en&tema=..%2F..&aturan%7B0%7D%23=KST-10&aturan%7B0%7D%3D.tingkat=galat",
        ),
        (
            "baru",
            "judul=Kabar+baik&tanggal=2024-11-01&ringkasan=Ringkas.&label%5B0%5D=a&_isi=Isi+satu.%0A%0A%5Ba%5D(..%2F..%2Fb.md)%0A",
        ),
        (
            "teks",
            "_teks=status%3A+ditetapkan%0D%0Atanggal%3A+2024-11-20%0D%0Asuara%3A+%7B+1%3A+4%2C+2%3A+5+%7D%0D%0Asumber%3A+%5Bkoran-contoh%5D%0D%0A",
        ),
        ("urungkan", "_berkas=content%2Fwilayah%2Fcontoh%2Fkota-contoh%2Fhasil.yaml"),
    ];
    bodies.extend(texts.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())));
    let pictures = corpus::pictures()?;
    let jpeg = pictures.iter().find(|(path, _)| path.ends_with(".jpg")).map(|(_, bytes)| bytes.as_slice());
    let jpeg = jpeg.context("a picture")?;
    let with_picture = |fields: &[(&str, &str)], picture: &str| {
        let fields = fields.iter().flat_map(|(name, value)| part(name, None, value.as_bytes()));
        let picture = part(picture, Some("foto baru.jpg"), jpeg);
        fields.chain(picture).chain(format!("--{BOUNDARY}--\r\n").into_bytes()).collect::<Vec<u8>>()
    };
    let pair = [
        ("nomor_urut", "2"),
        ("calon.nama", "A"),
        ("calon.nama_tampil", "A"),
        ("wakil.nama", "C"),
        ("wakil.nama_tampil", "C"),
        ("sumber[0]", "koran-contoh"),
    ];
    bodies.insert("foto".to_owned(), with_picture(&pair, "calon.foto@"));
    let pairs = [
        ("0:nomor_urut", "1"),
        ("0:calon.nama", "A"),
        ("0:wakil.nama", "B"),
        ("1:kolom_kosong", "ya"),
        ("0:sumber[0]", "koran-contoh"),
    ];
    bodies.insert("semua-paslon".to_owned(), with_picture(&pairs, "0:calon.foto@"));
    Ok(bodies)
}

/// A field or a file as a part.
fn part(name: &str, file: Option<&str>, bytes: &[u8]) -> Vec<u8> {
    let file = file.map_or_else(String::new, |file| format!("; filename=\"{file}\"\r\nContent-Type: image/jpeg"));
    let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
    [head.as_bytes(), bytes, b"\r\n"].concat()
}

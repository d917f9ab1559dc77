//! A signed site is known to be the one that was published, and any other is not.

use crate::project::{Project, Ran};
use pilkada::signature::folder::Folder;
use pilkada::signature::key::{NewKey, SecretKey, make};
use pilkada::signature::verify::{Fault, verify};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

/// A project whose site is built and signed with a key of its own, which lies outside of it.
struct Signed {
    project: Project,
    keys: tempfile::TempDir,
    public: String,
}

impl Signed {
    fn new() -> Self {
        let (project, keys) = (Project::sound(), tempfile::tempdir().unwrap());
        project.write("content/halaman/tentang.md", "---\njudul: Tentang\n---\n\nIsi.\n");
        let secret = keys.path().join("kunci");
        let made = sound(project.run(&["kunci", secret.to_str().unwrap(), "--tanpa-sandi"]));
        let public = made.out.trim().strip_prefix("kunci_publik: ").unwrap().to_owned();
        let situs = project.read("content/situs.yaml") + &made.out;
        project.write("content/situs.yaml", situs);
        sound(project.run(&["build"]));
        let signed = Self { project, keys, public };
        signed.sign();
        signed
    }

    fn secret(&self) -> String {
        self.keys.path().join("kunci").to_str().unwrap().to_owned()
    }

    fn sign(&self) -> Ran {
        sound(self.project.run(&["sign", "--kunci", &self.secret()]))
    }

    fn verify(&self, more: &[&str]) -> Ran {
        self.project.run(&[&["verify", "output"], more].concat())
    }

    fn signature(&self) -> PathBuf {
        self.project.path("output/manifes.json.minisig")
    }
}

#[track_caller]
fn sound(ran: Ran) -> Ran {
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
    ran
}

#[track_caller]
fn refused(ran: &Ran, why: &str) {
    assert_eq!(ran.code, Some(1), "{}{}", ran.out, ran.err);
    assert!(ran.err.contains(why), "{}", ran.err);
}

#[test]
fn a_site_is_signed_and_verified_in_three_commands() {
    let signed = Signed::new();
    let said = sound(signed.verify(&[])).err;
    assert!(said.contains(" berkas seperti yang ditandatangani 20") && said.contains("hari 2024-11-01"), "{said}");
    // The page for people says the same key, and how to check with other tools.
    let page = signed.project.read("output/periksa.html");
    let fingerprint = said.split(" dengan kunci ").nth(1).unwrap().split(';').next().unwrap();
    assert!(page.contains(fingerprint) && page.contains(&format!("-P {}", signed.public)), "{page}");
    // Whoever has no project names the key, in one line or in its file.
    let elsewhere = Project::empty();
    let output = signed.project.path("output");
    let site = output.to_str().unwrap();
    for key in [signed.public.clone(), signed.secret() + ".pub"] {
        sound(elsewhere.run(&["verify", site, "--kunci", &key]));
    }
    let without = elsewhere.run(&["verify", site]);
    assert_eq!(without.code, Some(2));
    assert!(without.err.contains("jangan diambil dari situs yang diperiksa"), "{}", without.err);
}

#[test]
fn a_signature_stays_with_the_site_it_is_of() {
    let signed = Signed::new();
    let before = fs::read(signed.signature()).unwrap();
    // A build that changes nothing leaves it; one that changes something takes it away, and no older one comes back.
    sound(signed.project.run(&["build"]));
    assert_eq!(fs::read(signed.signature()).unwrap(), before);
    for text in ["satu", "dua", "tiga"] {
        signed.project.write("content/halaman/tentang.md", format!("---\njudul: Tentang\n---\n\n{text}.\n"));
        sound(signed.project.run(&["build"]));
        refused(&signed.verify(&[]), "tidak ada tanda tangan");
        let manifest = signed.project.read("output/manifes.json");
        signed.sign();
        sound(signed.verify(&[]));
        assert_eq!(signed.project.read("output/manifes.json"), manifest, "signing changes no file of the site");
    }
    // Each names the one before.
    let comment = |text: &str| text.lines().nth(2).unwrap().split("; ").map(str::to_owned).collect::<Vec<_>>();
    let last = comment(&signed.project.read("output/manifes.json.minisig"));
    signed.project.write("content/halaman/tentang.md", "---\njudul: Tentang\n---\n\nEmpat.\n");
    sound(signed.project.run(&["build"]));
    signed.sign();
    let next = comment(&signed.project.read("output/manifes.json.minisig"));
    assert_eq!(next[4].strip_prefix("sebelumnya="), last[3].strip_prefix("manifes="));
}

#[test]
fn what_was_changed_by_hand_is_not_signed() {
    let signed = Signed::new();
    signed.project.write("output/index.html", "lain");
    let ran = signed.project.run(&["sign", "--kunci", &signed.secret()]);
    refused(&ran, "index.html: isinya diubah");
    assert!(ran.err.contains("pilkada build --teliti"), "{}", ran.err);
}

#[test]
fn an_old_site_that_is_put_back_is_found() {
    let signed = Signed::new();
    let memory = signed.keys.path().join("catatan.json");
    let memory = ["--ingat", memory.to_str().unwrap()];
    let old = signed.keys.path().join("lama");
    copy(&signed.project.path("output"), &old);
    thread::sleep(std::time::Duration::from_millis(1100));
    signed.project.write("content/halaman/tentang.md", "---\njudul: Tentang\n---\n\nBaru.\n");
    sound(signed.project.run(&["build"]));
    signed.sign();
    sound(signed.verify(&memory));
    sound(signed.verify(&memory));
    let old = old.to_str().unwrap();
    sound(signed.project.run(&["verify", old]));
    refused(&signed.project.run(&["verify", old, memory[0], memory[1]]), "situs lama dipasang kembali");
    // What is no note of ours is left as it is.
    let other = signed.project.path("content/situs.yaml");
    let ran = signed.verify(&["--ingat", other.to_str().unwrap()]);
    assert_eq!(ran.code, Some(2), "{}", ran.err);
}

#[test]
fn another_key_is_not_the_publisher_s() {
    let signed = Signed::new();
    let other = make(None).unwrap();
    refused(&signed.verify(&["--kunci", other.public.as_str()]), "ditandatangani dengan kunci lain");
    // The same key's signature of something else is none of the site.
    let text = fs::read_to_string(signed.secret()).unwrap();
    let key = minisign::SecretKeyBox::from_string(&text).unwrap().into_unencrypted_secret_key().unwrap();
    let manifest = signed.project.read("output/manifes.json");
    let of_a_letter = minisign::sign(None, &key, manifest.as_bytes(), Some("sebuah surat"), None).unwrap();
    fs::write(signed.signature(), of_a_letter.into_string()).unwrap();
    refused(&signed.verify(&[]), "bukan untuk situs ini");
    fs::remove_file(signed.signature()).unwrap();
    refused(&signed.verify(&[]), "tidak ada tanda tangan");
}

/// Makes a key that replaces another, and signs the site anew with it.
fn replace(signed: &Signed, old: &str, new: &str) -> String {
    let path = |name: &str| signed.keys.path().join(name).to_str().unwrap().to_owned();
    let made = sound(signed.project.run(&["kunci", &path(new), "--tanpa-sandi", "--mengganti", &path(old)]));
    assert!(made.err.contains("pernyataan pergantian kunci ditulis ke"), "{}", made.err);
    let public = made.out.trim().strip_prefix("kunci_publik: ").unwrap().to_owned();
    let situs = signed.project.read("content/situs.yaml");
    let lines = situs.lines().map(|line| if line.starts_with("kunci_publik: ") { made.out.trim() } else { line });
    let situs: String = lines.flat_map(|line| [line, "\n"]).collect();
    signed.project.write("content/situs.yaml", situs);
    sound(signed.project.run(&["build"]));
    sound(signed.project.run(&["sign", "--kunci", &path(new)]));
    public
}

#[test]
fn whoever_knows_an_old_key_is_led_to_the_new_one_by_what_the_old_one_signed() {
    let signed = Signed::new();
    let memory = signed.keys.path().join("catatan.json");
    let memory = ["--ingat", memory.to_str().unwrap()];
    sound(signed.verify(&memory));
    let older = signed.keys.path().join("situs-lama");
    copy(&signed.project.path("output"), &older);
    thread::sleep(std::time::Duration::from_millis(1100));
    let second = replace(&signed, "kunci", "kunci-2");
    let third = replace(&signed, "kunci-2", "kunci-3");
    // In two steps, each of which is said.
    let said = sound(signed.verify(&["--kunci", &signed.public, memory[0], memory[1]])).err;
    assert_eq!(said.matches("diganti oleh").count(), 2, "{said}");
    assert!(said.contains(&third), "{said}");
    assert!(!sound(signed.verify(&["--kunci", &third])).err.contains("diganti oleh"));
    // An old site that is put back is older, whatever its key.
    let old = older.to_str().unwrap();
    refused(
        &signed.project.run(&["verify", old, "--kunci", &signed.public, memory[0], memory[1]]),
        "situs lama dipasang kembali",
    );

    // What the old key did not sign leads nowhere.
    let statements = signed.project.path("output/kunci");
    let first = |ending: &str| {
        let files = fs::read_dir(&statements).unwrap().map(|entry| entry.unwrap().path());
        files.filter(|path| path.to_str().unwrap().ends_with(ending)).collect::<Vec<_>>()
    };
    for statement in first(".txt") {
        let text = fs::read_to_string(&statement).unwrap();
        fs::write(&statement, text.replace(&second, &make(None).unwrap().public.to_string())).unwrap();
    }
    refused(&signed.verify(&["--kunci", &signed.public]), "ditandatangani dengan kunci lain");
    for path in first(".minisig") {
        fs::remove_file(path).unwrap();
    }
    refused(&signed.verify(&["--kunci", &signed.public]), "ditandatangani dengan kunci lain");
}

/// Numbers that look as if by chance, the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

/// Does harm to a signed site in one of the ways there are; gives how it is undone.
fn attack(root: &Path, files: &[PathBuf], chance: &mut Chance) -> (String, Box<dyn FnOnce()>) {
    let path = files[chance.below(files.len())].clone();
    let bytes = fs::read(&path).unwrap();
    let back = {
        let (path, bytes) = (path.clone(), bytes.clone());
        Box::new(move || {
            let _ = fs::remove_file(&path);
            fs::write(path, bytes).unwrap();
        })
    };
    let name = path.strip_prefix(root).unwrap().display().to_string();
    match chance.below(6) {
        0 => {
            fs::remove_file(&path).unwrap();
            (format!("removed {name}"), back)
        }
        1 => {
            fs::write(&path, &bytes[..chance.below(bytes.len())]).unwrap();
            (format!("cut {name}"), back)
        }
        2 => {
            let added = path.with_file_name(format!("tambahan-{}.html", chance.below(1000)));
            fs::write(&added, "lain").unwrap();
            (format!("added {}", added.display()), Box::new(move || fs::remove_file(added).unwrap()))
        }
        #[cfg(unix)]
        3 => {
            // The same bytes through a link are the owner's to change.
            let real = root.with_extension("sungguh");
            fs::write(&real, &bytes).unwrap();
            fs::remove_file(&path).unwrap();
            std::os::unix::fs::symlink(&real, &path).unwrap();
            (format!("linked {name}"), back)
        }
        _ => {
            let (at, bit) = (chance.below(bytes.len()), 1 << chance.below(8));
            let mut changed = bytes;
            changed[at] ^= bit;
            fs::write(&path, changed).unwrap();
            (format!("flipped a bit at {at} of {name}"), back)
        }
    }
}

#[test]
#[cfg(unix)]
fn five_hundred_attacks_are_found_and_nothing_else() {
    let signed = Signed::new();
    let root = signed.project.path("output");
    let key = pilkada::value::kunci_publik::KunciPublik::in_file(&signed.public).unwrap();
    let is_sound = || verify(&Folder(root.clone()), &key, None).unwrap().is_sound();
    let entries = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().map(Result::unwrap);
    let files: Vec<PathBuf> =
        entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect();
    let files: Vec<PathBuf> = files.into_iter().filter(|path| path.metadata().unwrap().len() > 0).collect();
    assert!(files.len() > 50, "{}", files.len());
    let mut chance = Chance(20_241_127);
    for _ in 0..500 {
        let (what, undo) = attack(&root, &files, &mut chance);
        // The untrusted comment of a signature says nothing, and is not signed: a bit of it may change.
        if is_sound() {
            let text = fs::read_to_string(signed.signature()).unwrap_or_default();
            let harmless = what.contains("manifes.json.minisig");
            assert!(harmless, "not found: {what}\n{text}");
        }
        undo();
        assert!(is_sound(), "after {what} was undone");
    }
}

#[test]
fn a_secret_is_written_nowhere_that_is_published_and_over_nothing() {
    let project = Project::sound();
    for inside in ["content/kunci", "themes/uji/kunci"] {
        let ran = project.run(&["kunci", inside, "--tanpa-sandi"]);
        assert_eq!(ran.code, Some(2), "{inside}");
        assert!(ran.err.contains("simpan kunci rahasia di luar"), "{}", ran.err);
        assert!(!project.path(inside).exists());
    }
    let keys = tempfile::tempdir().unwrap();
    let [secret, sheet] = ["kunci", "lembar.txt"].map(|name| keys.path().join(name).to_str().unwrap().to_owned());
    sound(project.run(&["kunci", &secret, "--tanpa-sandi", "--lembar", &sheet]));
    let before = fs::read(&secret).unwrap();
    let again = project.run(&["kunci", &secret, "--tanpa-sandi"]);
    assert!(again.code == Some(2) && again.err.contains("sudah ada"), "{}", again.err);
    assert_eq!(fs::read(&secret).unwrap(), before);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        for path in [&secret, &sheet] {
            assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600, "{path}");
        }
    }
    // No passphrase where nobody can be asked, and none that is soon guessed.
    let other = keys.path().join("lain").to_str().unwrap().to_owned();
    let ran = project.run(&["kunci", &other]);
    assert!(ran.code == Some(2) && ran.err.contains("PILKADA_SANDI"), "{}", ran.err);
    let ran = project.command(&["kunci", &other]).env("PILKADA_SANDI", "pendek").output().unwrap();
    assert!(String::from_utf8_lossy(&ran.stderr).contains("terlalu pendek"));
    assert!(!Path::new(&other).exists());
}

#[test]
fn a_machine_signs_with_what_its_environment_holds() {
    let signed = Signed::new();
    fs::remove_file(signed.signature()).unwrap();
    let text = fs::read_to_string(signed.secret()).unwrap();
    let ran = signed.project.command(&["sign"]).env("PILKADA_KUNCI", &text).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let said = [ran.stdout, ran.stderr].concat();
    let secret = text.lines().nth(1).unwrap();
    assert!(!said.windows(secret.len()).any(|window| window == secret.as_bytes()), "the secret is never said");
    sound(signed.verify(&[]));
    let without = signed.project.run(&["sign"]);
    assert!(without.code == Some(2) && without.err.contains("PILKADA_KUNCI"), "{}", without.err);
}

#[test]
#[ignore = "half a gigabyte and some seconds for one passphrase; .ci/run runs it"]
fn a_passphrase_opens_its_key_and_no_other_does() {
    let NewKey { secret, public, .. } = make(Some("empat kata yang panjang".to_owned())).unwrap();
    let open = |passphrase: &str| SecretKey::read(&secret, || Ok(passphrase.to_owned()));
    assert_eq!(*open("empat kata yang panjang").unwrap().public(), public);
    assert!(open("empat kata yang lain").is_err());
}

/// A tool of the system's.
#[track_caller]
fn tool(name: &str, words: &[&str]) -> (bool, String) {
    let ran = Command::new(name).args(words).output().unwrap_or_else(|error| panic!("{name}: {error}"));
    (ran.status.success(), String::from_utf8_lossy(&[ran.stdout, ran.stderr].concat()).into_owned())
}

#[test]
#[ignore = "needs minisign as Debian has it; .ci/run runs it"]
fn debians_minisign_and_this_program_take_each_others_signatures() {
    let signed = Signed::new();
    let path = |path: &str| signed.project.path(path).to_str().unwrap().to_owned();
    let manifest = path("output/manifes.json");
    let (is_good, said) = tool("minisign", &["-V", "-m", &manifest, "-P", &signed.public]);
    assert!(is_good, "{said}");
    let ours = signed.project.read("output/manifes.json.minisig");
    let comment = ours.lines().find_map(|line| line.strip_prefix("trusted comment: ")).unwrap();
    assert!(said.contains(comment), "it shows what we signed with the site: {said}");
    let other = make(None).unwrap().public.to_string();
    assert!(!tool("minisign", &["-V", "-m", &manifest, "-P", &other]).0, "another key");

    // A key of its own signs the same statement.
    let [secret, public] =
        ["debian", "debian.pub"].map(|name| signed.keys.path().join(name).to_str().unwrap().to_owned());
    let (is_made, said) = tool("minisign", &["-G", "-W", "-s", &secret, "-p", &public]);
    assert!(is_made, "{said}");
    let (is_signed, said) = tool("minisign", &["-S", "-s", &secret, "-m", &manifest, "-t", comment]);
    assert!(is_signed, "{said}");
    sound(signed.verify(&["--kunci", &public]));
    refused(&signed.verify(&[]), "ditandatangani dengan kunci lain");
    signed.project.write("output/index.html", "lain");
    refused(&signed.verify(&["--kunci", &public]), "index.html: isinya diubah");
}

#[cfg(feature = "jaringan")]
mod behind_an_address {
    use super::*;
    use std::io::{BufRead, BufReader, Read, Write};
    use std::net::{TcpListener, TcpStream};
    use std::process::{Child, Stdio};
    use std::sync::Arc;

    /// Answers for the files of a folder, as a plain web server does.
    fn serve(root: PathBuf) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/pilkada/", listener.local_addr().unwrap());
        let root = Arc::new(root);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let root = Arc::clone(&root);
                thread::spawn(move || answer(stream, &root));
            }
        });
        address
    }

    fn answer(mut stream: TcpStream, root: &Path) {
        let mut request = Vec::new();
        let mut byte = [0; 1];
        while !request.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
            request.push(byte[0]);
        }
        let request = String::from_utf8_lossy(&request);
        let path = request.split(' ').nth(1).and_then(|path| path.strip_prefix("/pilkada/")).unwrap_or_default();
        let found = fs::read(root.join(path));
        let status = if found.is_ok() { "200 OK" } else { "404 Not Found" };
        let body = found.unwrap_or_default();
        let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
        let _ = stream.write_all(&[head.as_bytes(), &body].concat());
    }

    #[test]
    fn a_site_behind_an_address_is_verified_file_by_file() {
        let signed = Signed::new();
        let address = serve(signed.project.path("output"));
        let said = sound(signed.project.run(&["verify", &address])).err;
        assert!(said.contains("tidak bisa didaftar"), "{said}");
        signed.project.write("output/tentang.html", "lain");
        fs::remove_file(signed.project.path("output/404.html")).unwrap();
        let ran = signed.project.run(&["verify", &address]);
        refused(&ran, "tentang.html: isinya diubah");
        refused(&ran, "404.html: tidak ada");
        // Nobody answers: that says nothing of the site.
        let ran = signed.project.run(&["verify", "http://127.0.0.1:9/"]);
        assert!(ran.code == Some(2) && ran.err.contains("mengambil http://127.0.0.1:9/manifes.json"), "{}", ran.err);
    }

    /// Serves a folder over TLS with a certificate and its key, and says its port.
    const SERVER: &str = "\
import functools, http.server, ssl, sys
handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=sys.argv[1])
server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), handler)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[2], sys.argv[3])
server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_port, flush=True)
server.serve_forever()
";

    /// A server over TLS; ended when it is dropped.
    struct Secure(Child, String);

    impl Drop for Secure {
        fn drop(&mut self) {
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }

    impl Secure {
        fn new(root: &Path, [certificate, key]: [&Path; 2]) -> Self {
            let mut command = Command::new("python3");
            command.args(["-c", SERVER]).args([root, certificate, key]);
            let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
            let mut port = String::new();
            BufReader::new(child.stdout.take().unwrap()).read_line(&mut port).unwrap();
            Self(child, port.trim().to_owned())
        }

        fn address(&self, host: &str) -> String {
            format!("https://{host}:{}/", self.1)
        }
    }

    /// An authority with a certificate for `localhost`, which is good for so many days.
    fn authority(folder: &Path, name: &str, days: &str) -> [PathBuf; 3] {
        let [root, root_key, asked, key, certificate] =
            ["ca.pem", "ca.key", "csr", "key", "pem"].map(|end| folder.join(format!("{name}.{end}")));
        let extension = folder.join("san");
        fs::write(&extension, "subjectAltName=DNS:localhost\n").unwrap();
        let openssl = |words: &str, paths: &[(&str, &Path)]| {
            let paths = paths.iter().flat_map(|(flag, path)| [*flag, path.to_str().unwrap()]);
            let (done, said) = tool("openssl", &words.split(' ').chain(paths).collect::<Vec<_>>());
            assert!(done, "{said}");
        };
        let new = "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj";
        openssl(&format!("{new} /CN=Contoh -x509 -days 2"), &[("-keyout", &root_key), ("-out", &root)]);
        openssl(&format!("{new} /CN=localhost"), &[("-keyout", &key), ("-out", &asked)]);
        openssl(
            &format!("x509 -req -CAcreateserial -days {days}"),
            &[("-in", &asked), ("-CA", &root), ("-CAkey", &root_key), ("-extfile", &extension), ("-out", &certificate)],
        );
        [root, certificate, key]
    }

    #[test]
    #[ignore = "needs openssl and python3; .ci/run runs it"]
    fn a_server_is_believed_on_the_word_of_an_authority_and_else_it_is_said_why_not() {
        let signed = Signed::new();
        let (output, folder) = (signed.project.path("output"), signed.keys.path());
        let [root, certificate, key] = authority(folder, "baik", "2");
        let server = Secure::new(&output, [&certificate, &key]);
        let verify = |address: &str, authorities: Option<&Path>, language: &str| {
            let mut command = signed.project.command(&["--bahasa", language, "verify", address]);
            command.env_remove("SSL_CERT_FILE");
            command.envs(authorities.map(|path| ("SSL_CERT_FILE", path)));
            let ran = command.output().unwrap();
            (ran.status.code(), String::from_utf8_lossy(&ran.stderr).into_owned())
        };
        let refused = |(code, said): (Option<i32>, String), why: &str| {
            assert!(code == Some(2) && said.contains(why) && said.contains("/manifes.json"), "{code:?} {said}");
        };
        let (code, said) = verify(&server.address("localhost"), Some(&root), "id");
        assert_eq!(code, Some(0), "{said}");
        let unknown = "sertifikat server itu tidak diterbitkan oleh lembaga yang dikenal";
        refused(verify(&server.address("localhost"), None, "id"), unknown);
        refused(verify(&server.address("localhost"), None, "en"), "certificate is from no authority that is known");
        // The same name from another authority.
        let [other, ..] = authority(folder, "lain", "2");
        refused(verify(&server.address("localhost"), Some(&other), "id"), unknown);
        refused(verify(&server.address("127.0.0.1"), Some(&root), "id"), "sertifikat server itu untuk nama lain");
        let [root, certificate, key] = authority(folder, "basi", "-1");
        let expired = Secure::new(&output, [&certificate, &key]);
        refused(verify(&expired.address("localhost"), Some(&root), "id"), "sudah lewat masa berlakunya");
        // A file without a certificate is never taken for all authorities, nor for none.
        for (path, why) in
            [(key, "tidak ada sertifikat (PEM)"), (folder.join("tidak-ada.pem"), "tidak ada (os error 2)")]
        {
            let (code, said) = verify(&server.address("localhost"), Some(&path), "id");
            assert!(code == Some(2) && said.contains("SSL_CERT_FILE menyebut") && said.contains(why), "{said}");
        }
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn a_manifest_that_leads_elsewhere_is_not_followed() {
    let signed = Signed::new();
    let manifest = signed.project.read("output/manifes.json").replacen("\"404.html\"", "\"../content/situs.yaml\"", 1);
    signed.project.write("output/manifes.json", manifest);
    let key = pilkada::value::kunci_publik::KunciPublik::in_file(&signed.public).unwrap();
    let faults = verify(&Folder(signed.project.path("output")), &key, None).unwrap().faults;
    assert!(
        faults.contains(&Fault::Forged) && faults.contains(&Fault::Missing("../content/situs.yaml".into())),
        "{faults:?}"
    );
}

#[test]
fn two_sites_are_told_apart_by_their_pages() {
    let signed = Signed::new();
    let old = signed.keys.path().join("lama.json");
    fs::copy(signed.project.path("output/manifes.json"), &old).unwrap();
    let diff =
        |more: &[&str]| sound(signed.project.run(&[&["diff", old.to_str().unwrap(), "output"], more].concat())).out;
    assert_eq!(diff(&[]).trim(), "tidak ada yang berbeda");
    signed.project.write("content/halaman/tentang.md", "---\njudul: Tentang\n---\n\nLain.\n");
    signed.project.write("content/halaman/baru.md", "---\njudul: Baru\n---\n\nIsi.\n");
    sound(signed.project.run(&["build"]));
    let said = diff(&[]);
    assert!(said.contains("  tentang.html") && said.contains("halaman baru: 1\n\n  baru.html\n"), "{said}");
    assert!(diff(&["--format", "markdown"]).contains("- [baru.html](https://contoh.test/pilkada/baru.html)"));
    let json: serde_json::Value = serde_json::from_str(&diff(&["--format", "json"])).unwrap();
    assert!(json["baru"].as_array().unwrap().iter().any(|path| path == "baru.html"), "{json}");
    let ran = signed.project.run(&["diff", "themes", "output"]);
    assert!(ran.code == Some(2) && ran.err.contains("tidak berisi situs yang terbit"), "{}", ran.err);
}

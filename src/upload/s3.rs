//! Storage that speaks S3 as a target: Amazon's, or a compatible one such as MinIO, Ceph or Cloudflare R2.

use crate::bahasa::{Kata, kata};
use crate::hosting::{mime, policy};
use crate::output::manifest::Entry;
use crate::refusal::{Because, refused};
use crate::upload::Target;
use crate::value::teks::visible;
use anyhow::Result;
use rusty_s3::{Bucket, Credentials, S3Action, UrlStyle};
use std::fmt::{self, Debug, Formatter};
use std::thread::sleep;
use std::time::Duration;
use ureq::{Agent, Body, http};

/// How long a request that was signed may be used.
const SIGNED_FOR: Duration = Duration::from_mins(10);
/// How long one may take.
const PATIENCE: Duration = Duration::from_mins(5);
/// The largest file that is read back.
const LONGEST: u64 = 512 << 20;
/// How long it waits before it tries again what the storage had no time for.
const PAUSES: [Duration; 3] = [Duration::from_millis(500), Duration::from_secs(2), Duration::from_secs(6)];
/// The name under which the storage keeps a file's SHA-256 beside it.
const DIGEST: &str = "x-amz-meta-sha256";

/// Where a site lies in storage, and what opens it.
pub struct Account {
    /// `s3://bucket/folder`.
    pub address: String,
    /// The storage's own address, where it is not Amazon's.
    pub endpoint: Option<String>,
    /// The storage's region.
    pub region: String,
    /// The name of the key.
    pub key: String,
    /// The key.
    pub secret: String,
    /// What a key that holds for some time only is shown with.
    pub token: Option<String>,
}

/// A site in storage.
pub struct Storage {
    bucket: Bucket,
    credentials: Credentials,
    /// What stands before every path.
    prefix: String,
    agent: Agent,
}

impl Debug for Storage {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Storage").field("bucket", &self.bucket).field("prefix", &self.prefix).finish_non_exhaustive()
    }
}

/// An answer: its status, its head and its body.
type Answer = http::Response<Body>;

impl Storage {
    /// Opens no connection yet. Fails where the address is none.
    pub fn new(account: Account) -> Result<Self> {
        let rest = account.address.strip_prefix("s3://").unwrap_or(&account.address);
        let (name, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let prefix = prefix.trim_matches('/');
        let is_sound = !prefix.split('/').any(|part| matches!(part, "." | "..")) && !name.is_empty();
        let endpoint = account.endpoint.clone();
        // A name with a full stop has no certificate of its own.
        let style = if endpoint.is_some() || name.contains('.') { UrlStyle::Path } else { UrlStyle::VirtualHost };
        let endpoint = endpoint.unwrap_or_else(|| format!("https://s3.{}.amazonaws.com", account.region));
        let endpoint = endpoint.parse().ok().filter(|_| is_sound).because(no_address)?;
        let bucket = Bucket::new(endpoint, style, name.to_owned(), account.region).because(no_address)?;
        let credentials = match account.token {
            Some(token) => Credentials::new_with_token(account.key, account.secret, token),
            None => Credentials::new(account.key, account.secret),
        };
        let settings =
            Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE)).max_redirects(0);
        let prefix = if prefix.is_empty() { String::new() } else { format!("{prefix}/") };
        Ok(Self { bucket, credentials, prefix, agent: settings.build().into() })
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }

    /// Asks until the storage has time; what it says besides is not shown as it came: an address has the signature in it.
    fn ask<'a, A: S3Action<'a>>(&self, mut action: A, request: &Request<'_>) -> Result<Answer> {
        for (name, value) in &request.headers {
            action.headers_mut().insert(*name, value.clone());
        }
        let mut pauses = PAUSES.iter();
        loop {
            let answer = self.once(action.sign(SIGNED_FOR).as_str(), request);
            let is_busy = |answer: &Answer| answer.status().as_u16() == 429 || answer.status().is_server_error();
            match pauses.next() {
                Some(pause) if answer.as_ref().map_or(true, is_busy) => sleep(*pause),
                _ => return answer.because(|| asking(request.path)),
            }
        }
    }

    fn once(&self, address: &str, request: &Request<'_>) -> Result<Answer> {
        let mut built = http::Request::builder().method(request.method).uri(address);
        for (name, value) in &request.headers {
            built = built.header(*name, value);
        }
        let answer = match request.body {
            Some(bytes) => self.agent.run(built.body(bytes)?),
            None => self.agent.run(built.body(())?),
        };
        answer.map_err(without_address)
    }
}

/// What is asked, but for the address.
struct Request<'r> {
    method: &'static str,
    /// The file's path, to say which it was.
    path: &'r str,
    headers: Vec<(&'static str, String)>,
    body: Option<&'r [u8]>,
}

impl<'r> Request<'r> {
    fn bare(method: &'static str, path: &'r str) -> Self {
        Self { method, path, headers: Vec::new(), body: None }
    }
}

impl Target for Storage {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>> {
        let key = self.at(path);
        let action = self.bucket.get_object(Some(&self.credentials), &key);
        let mut answer = self.ask(action, &Request::bare("GET", path))?;
        match answer.status().as_u16() {
            200 => answer.body_mut().with_config().limit(LONGEST).read_to_vec().map(Some).because(|| asking(path)),
            404 if !says(&mut answer, "NoSuchBucket") => Ok(None),
            _ => Err(refused(not_done(&mut answer, path))),
        }
    }

    fn put(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let key = self.at(path);
        let headers = vec![
            ("content-type", mime::of(path).to_owned()),
            ("cache-control", policy::kept_for(path).to_owned()),
            (DIGEST, Entry::of(bytes).sha256),
        ];
        let request = Request { method: "PUT", path, headers, body: Some(bytes) };
        let mut answer = self.ask(self.bucket.put_object(Some(&self.credentials), &key), &request)?;
        if answer.status().is_success() { Ok(()) } else { Err(refused(not_done(&mut answer, path))) }
    }

    fn remove(&self, path: &str) -> Result<()> {
        let key = self.at(path);
        let action = self.bucket.delete_object(Some(&self.credentials), &key);
        let mut answer = self.ask(action, &Request::bare("DELETE", path))?;
        let is_gone = answer.status().is_success() || answer.status().as_u16() == 404;
        if is_gone { Ok(()) } else { Err(refused(not_done(&mut answer, path))) }
    }

    fn is_empty(&self) -> Result<bool> {
        // The address of no file is that of the bucket, which lists its files.
        let mut action = self.bucket.get_object(Some(&self.credentials), "");
        for (name, value) in [("list-type", "2"), ("max-keys", "1"), ("prefix", &*self.prefix)] {
            action.query_mut().insert(name, value.to_owned());
        }
        let mut answer = self.ask(action, &Request::bare("GET", ""))?;
        if !answer.status().is_success() {
            return Err(refused(not_done(&mut answer, "")));
        }
        Ok(!says(&mut answer, "<Key>"))
    }

    fn has(&self, path: &str, entry: &Entry) -> Result<bool> {
        let key = self.at(path);
        let action = self.bucket.head_object(Some(&self.credentials), &key);
        let answer = self.ask(action, &Request::bare("HEAD", path))?;
        let digest = answer.headers().get(DIGEST).and_then(|value| value.to_str().ok());
        Ok(answer.status().is_success() && digest == Some(&entry.sha256))
    }

    fn at_once(&self) -> usize {
        16
    }
}

/// What went wrong on the way, without the address that was asked: whoever has it could ask the same.
fn without_address(error: ureq::Error) -> anyhow::Error {
    match error {
        ureq::Error::Io(error) => error.into(),
        ureq::Error::HostNotFound => {
            refused(kata("nama server itu tidak dikenal", "the name of that server is not known"))
        }
        ureq::Error::Timeout(_) => refused(kata("terlalu lama tidak dijawab", "there was no answer for too long")),
        ureq::Error::ConnectionFailed => refused(kata("tidak tersambung", "no connection")),
        ureq::Error::Rustls(error) => error.into(),
        _ => refused(kata("permintaan itu gagal", "the request failed")),
    }
}

fn asking(path: &str) -> Kata {
    let path = visible(path);
    kata(format!("meminta ke penyimpanan S3: {path}"), format!("asking the S3 storage: {path}"))
}

fn no_address() -> Kata {
    kata(
        "alamat S3 ditulis s3://bucket/folder; untuk penyimpanan selain Amazon, alamat servernya di variabel AWS_ENDPOINT_URL, misalnya https://s3.contoh.go.id",
        "an S3 address is written s3://bucket/folder; for storage other than Amazon's its address stands in AWS_ENDPOINT_URL, such as https://s3.contoh.go.id",
    )
}

/// Whether a word stands in what the storage says.
fn says(answer: &mut Answer, word: &str) -> bool {
    answer.body_mut().read_to_string().is_ok_and(|said| said.contains(word))
}

/// Why the storage did not do it, by its own code.
fn not_done(answer: &mut Answer, path: &str) -> Kata {
    let status = answer.status().as_u16();
    let said = answer.body_mut().read_to_string().unwrap_or_default();
    let code = said.split_once("<Code>").and_then(|(_, rest)| rest.split_once("</Code>")).map_or("", |(code, _)| code);
    let (path, code) = (visible(path), visible(code));
    let (id, en) = match status {
        401 | 403 => (
            "kuncinya tidak diterima, atau tidak boleh menulis dan mendaftar di sana: periksa AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY dan izinnya",
            "the key is not taken, or may not write and list there: look at AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and what they allow",
        ),
        404 => ("bucket itu tidak ada; buat dulu", "there is no such bucket; make it first"),
        301 | 307 | 308 => (
            "bucket itu ada di region lain: tulis region-nya di AWS_REGION",
            "that bucket is in another region: say which in AWS_REGION",
        ),
        _ => (
            "coba lagi nanti: pengiriman dilanjutkan dari yang sudah terkirim",
            "try again later: sending goes on from what is there",
        ),
    };
    kata(
        format!("penyimpanan S3 menolak {path} (status {status} {code}): {id}"),
        format!("the S3 storage refuses {path} (status {status} {code}): {en}"),
    )
}

//! A published site behind an address.

use crate::bahasa::{Kata, kata};
use crate::refusal::{Because, refused};
use crate::signature::published::Published;
use crate::value::jalur::encoded;
use anyhow::Result;
use rustls::CertificateError;
use std::time::Duration;
use ureq::Agent;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

/// How long a file may take to come: a slow line, and not a server that holds on for ever.
const PATIENCE: Duration = Duration::from_mins(1);
/// The longest file that is taken: nothing that a site publishes is longer.
const LONGEST: u64 = 512 << 20;

/// A site behind this address, whose files are fetched one by one.
#[derive(Debug)]
pub struct Site {
    base: String,
    agent: Agent,
}

impl Site {
    /// The site behind an address such as `https://contoh.go.id/pilkada/`, believed on the word of these authorities (PEM), or of those
    /// that browsers know where none are named.
    ///
    /// Fails where the authorities are none.
    pub fn new(address: &str, authorities: Option<&[u8]>) -> Result<Self> {
        let base = format!("{}/", address.trim_end_matches("/index.html").trim_end_matches('/'));
        // A file that is elsewhere by now is not there; and what comes packed is not what was signed.
        let mut settings =
            Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE)).max_redirects(3);
        if let Some(pem) = authorities {
            let roots = RootCerts::from(certificates(pem)?);
            settings = settings.tls_config(TlsConfig::builder().root_certs(roots).build());
        }
        Ok(Self { base, agent: settings.build().into() })
    }
}

/// The certificates of a file, of which there must be some.
fn certificates(pem: &[u8]) -> Result<Vec<Certificate<'static>>> {
    let none = || {
        refused(kata(
            "tidak ada sertifikat (PEM) yang bisa dibaca di dalamnya",
            "there is no certificate (PEM) in it that can be read",
        ))
    };
    let mut found = Vec::new();
    for item in parse_pem(pem) {
        if let PemItem::Certificate(certificate) = item.map_err(|_| none())? {
            found.push(certificate);
        }
    }
    if found.is_empty() { Err(none()) } else { Ok(found) }
}

/// Why a file was not fetched: what is wrong with the server's certificate, or else what the system says.
fn why(error: ureq::Error) -> anyhow::Error {
    let of_tls = match &error {
        ureq::Error::Rustls(error) => Some(error),
        ureq::Error::Io(error) => error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()),
        _ => None,
    };
    match of_tls {
        Some(rustls::Error::InvalidCertificate(wrong)) => refused(disbelief(wrong)),
        _ => error.into(),
    }
}

/// Why a certificate is not believed, and what to do.
fn disbelief(wrong: &CertificateError) -> Kata {
    match wrong {
        // Whoever calls himself as a known authority and has not its key is no better known.
        CertificateError::UnknownIssuer | CertificateError::BadSignature => kata(
            "sertifikat server itu tidak diterbitkan oleh lembaga yang dikenal; siapa pun bisa membuat yang seperti itu. Kalau lembaga Anda punya penerbit sertifikat sendiri, tulis berkas PEM-nya di SSL_CERT_FILE",
            "the server's certificate is from no authority that is known; anybody can make one like it. If your institution has an authority of its own, name its PEM file in SSL_CERT_FILE",
        ),
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => kata(
            "sertifikat server itu untuk nama lain: periksa ejaan alamatnya; kalau benar, yang menjawab bukan server itu",
            "the server's certificate is for another name: check how the address is spelt; if it is right, somebody else answers",
        ),
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => kata(
            "sertifikat server itu sudah lewat masa berlakunya: pengelola server perlu memperbaruinya; periksa juga jam komputer ini",
            "the server's certificate has expired: whoever runs the server has to renew it; check this computer's clock, too",
        ),
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => kata(
            "sertifikat server itu belum berlaku; periksa jam komputer ini",
            "the server's certificate is not valid yet; check this computer's clock",
        ),
        other => kata(
            format!("sertifikat server itu tidak bisa dipercaya ({other})"),
            format!("the server's certificate cannot be believed ({other})"),
        ),
    }
}

impl Published for Site {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>> {
        let address = format!("{}{}", self.base, encoded(path));
        let fetching = || kata(format!("mengambil {address}"), format!("fetching {address}"));
        let mut answer =
            self.agent.get(&address).header("cache-control", "no-cache").call().map_err(why).because(fetching)?;
        match answer.status().as_u16() {
            200 => answer.body_mut().with_config().limit(LONGEST).read_to_vec().map(Some).because(fetching),
            404 | 410 => Ok(None),
            status => Err(refused(kata(
                format!("{address} dijawab dengan status {status}"),
                format!("{address} is answered with status {status}"),
            ))),
        }
    }

    fn names(&self) -> Result<Option<Vec<String>>> {
        Ok(None)
    }

    fn at_once(&self) -> usize {
        8
    }
}

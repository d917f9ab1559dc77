//! Sends a published site to where readers get it: a folder, a server over SFTP, storage that speaks S3.
//!
//! Readers come while it goes on, and it may be cut at any step. So files that pages need go before pages, new pages before those
//! that lead to them, the manifest when all is there, and what the site no longer has goes last, pages first. Each file is replaced
//! whole. What is under way stands in a list at the target ([`Doubt`]): whoever goes on, from whatever computer,
//! knows which files may be those of a site that never came to be.

pub mod folder;
pub mod plan;
#[cfg(feature = "s3")]
pub mod s3;
pub mod sftp;

use crate::bahasa::{Kata, kata};
use crate::output::manifest::{Entry, Manifest};
use crate::output::{MANIFEST, SIGNATURE};
use crate::refusal::{Because, refused};
use crate::signature::Statement;
use crate::signature::published::Published;
use crate::upload::plan::{Changes, Doubt, UNDER_WAY};
use anyhow::Result;
use minisign_verify::Signature;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Where a site is sent to. Paths are those below the site's root.
pub trait Target: Sync {
    /// The bytes of the file at a path; nothing where there is none.
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>>;

    /// Puts a file at a path, whole or not at all, over whatever file is there.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<()>;

    /// Takes the file at a path away; there may be none, or a folder by now.
    fn remove(&self, path: &str) -> Result<()>;

    /// Whether no file is there but such as a site does not have: those whose names begin with a dot.
    fn is_empty(&self) -> Result<bool>;

    /// Whether the file at a path has these bytes; a target that knows it without sending them back says so.
    fn has(&self, path: &str, entry: &Entry) -> Result<bool> {
        Ok(self.read(path)?.is_some_and(|bytes| Entry::of(&bytes) == *entry))
    }

    /// Has all that was put stay, also where the power is cut next.
    fn settle(&self) -> Result<()> {
        Ok(())
    }

    /// How many files are sent at once.
    fn at_once(&self) -> usize;
}

/// A published site that is to be sent.
pub struct Sending<'s> {
    /// Its files.
    pub site: &'s dyn Published,
    /// The digests of manifests that may lie at the target because they were sent from here.
    pub sent: BTreeSet<String>,
    /// Whether a site is written over that nobody here knows.
    pub is_forced: bool,
}

/// What is to be done, when all is known that the target says.
pub struct Upload {
    manifest: Vec<u8>,
    signature: Option<Vec<u8>>,
    /// The digest of the manifest.
    pub digest: String,
    /// The digest of the manifest that was found at the target.
    found: Option<String>,
    files: Manifest,
    /// Which files go, in which order.
    pub changes: Changes,
    /// Whether the manifest there is another, or a list of what was under way is.
    is_unfinished: bool,
}

/// Is told how it goes; a step is a file that was sent or taken away, with how many bytes were sent.
pub type Told<'t> = &'t (dyn Fn(u64) + Sync);

impl Upload {
    /// Asks a target what it has, and works out what is to be done.
    ///
    /// Fails where the target has a site that is newer, of another address, or that was sent by somebody else.
    pub fn plan(sending: &Sending<'_>, target: &dyn Target) -> Result<Self> {
        let manifest = sending.site.read(MANIFEST)?.because(nothing_built)?;
        let files: Manifest = serde_json::from_slice(&manifest).because(nothing_built)?;
        let signature = sending.site.read(SIGNATURE)?;
        let digest = Entry::of(&manifest).sha256;
        let (there, doubt) = (target.read(MANIFEST)?, target.read(UNDER_WAY)?);
        let found = there.as_ref().map(|bytes| Entry::of(bytes).sha256);
        let doubt: Option<Doubt> = doubt.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let earlier: Option<Manifest> = there.as_ref().and_then(|bytes| serde_json::from_slice(bytes).ok());
        let mut upload = Self {
            changes: Changes::between(earlier.as_ref(), &files, doubt.as_ref()),
            is_unfinished: doubt.is_some() || found.as_ref() != Some(&digest) || target.read(SIGNATURE)? != signature,
            manifest,
            signature,
            digest,
            found,
            files,
        };
        if !sending.is_forced {
            upload.expect_known(earlier.as_ref(), sending, || Ok(doubt.is_none() && !target.is_empty()?))?;
        }
        upload.changes.settle(|path| target.has(path, &upload.files.berkas[path]), target.at_once())?;
        Ok(upload)
    }

    /// Whether there is anything to do.
    pub fn is_nothing(&self) -> bool {
        !self.is_unfinished && self.changes.is_none()
    }

    /// How many files are sent and taken away, and how many bytes are sent, but for the manifest.
    pub fn measure(&self) -> (usize, u64) {
        let bytes = self.changes.sent().map(|path| self.files.berkas[path].ukuran).sum();
        (self.changes.sent().count() + self.changes.removed().count(), bytes)
    }

    /// Refuses what would put an older site over a newer one, or one site over another.
    fn expect_known(
        &self,
        there: Option<&Manifest>,
        sending: &Sending<'_>,
        is_taken: impl FnOnce() -> Result<bool>,
    ) -> Result<()> {
        let (Some(found), Some(there)) = (&self.found, there) else {
            let is_other = self.found.is_some() || is_taken()?;
            return if is_other { Err(refused(foreign())) } else { Ok(()) };
        };
        if there.alamat != self.files.alamat {
            return Err(refused(of_another(&there.alamat, &self.files.alamat)));
        }
        let is_known = *found == self.digest || sending.sent.contains(found) || self.before().as_ref() == Some(found);
        if is_known {
            return Ok(());
        }
        Err(refused(if there.hari > self.files.hari {
            newer(&there.hari, &self.files.hari)
        } else {
            unknown(&there.hari)
        }))
    }

    /// The manifest that was signed before this one.
    fn before(&self) -> Option<String> {
        let signature = Signature::decode(std::str::from_utf8(self.signature.as_ref()?).ok()?).ok()?;
        Statement::read(signature.trusted_comment())?.before
    }

    /// Does it.
    ///
    /// Fails where the target refuses, where a file is no longer what was published, or where somebody else has sent another site
    /// meanwhile. What is sent by then stays, and the next run goes on from there.
    pub fn run(&self, sending: &Sending<'_>, target: &dyn Target, told: Told<'_>) -> Result<()> {
        if self.is_nothing() {
            return Ok(());
        }
        target.put(UNDER_WAY, &self.changes.doubt(&self.digest).bytes())?;
        let pool = ThreadPoolBuilder::new().num_threads(target.at_once()).build();
        let pool = pool.because(|| kata("memulai pengiriman", "starting to send"))?;
        let remove = |path: &String| {
            target.remove(path)?;
            told(0);
            Ok::<_, anyhow::Error>(())
        };
        self.changes.blocking.iter().try_for_each(remove)?;
        for group in &self.changes.groups {
            pool.install(|| {
                group.par_iter().with_max_len(1).try_for_each(|path| self.send(path, sending, target, told))
            })?;
        }
        target.settle()?;
        self.expect_as_found(target)?;
        match &self.signature {
            Some(signature) => target.put(SIGNATURE, signature)?,
            None => target.remove(SIGNATURE)?,
        }
        target.put(MANIFEST, &self.manifest)?;
        for group in &self.changes.gone {
            pool.install(|| group.par_iter().with_max_len(1).try_for_each(remove))?;
        }
        target.remove(UNDER_WAY)
    }

    fn send(&self, path: &str, sending: &Sending<'_>, target: &dyn Target, told: Told<'_>) -> Result<()> {
        let bytes = sending.site.read(path)?.filter(|bytes| Entry::of(bytes) == self.files.berkas[path]);
        let bytes = bytes.because(|| changed(path))?;
        target.put(path, &bytes)?;
        told(bytes.len() as u64);
        Ok(())
    }

    /// Ends the run where somebody else has sent another site meanwhile.
    fn expect_as_found(&self, target: &dyn Target) -> Result<()> {
        let now = target.read(MANIFEST)?.map(|bytes| Entry::of(&bytes).sha256);
        if now == self.found {
            return Ok(());
        }
        Err(refused(kata(
            "orang atau komputer lain menerbitkan ke tujuan yang sama pada saat ini; tunggu sampai selesai, lalu ulangi",
            "somebody else is publishing to the same target at this moment; wait until that is done, then try again",
        )))
    }
}

fn nothing_built() -> Kata {
    kata(
        format!("belum ada situs di folder hasil ({MANIFEST} tidak ada atau rusak); jalankan pilkada build dulu"),
        format!("there is no site in the output folder ({MANIFEST} is missing or damaged); run pilkada build first"),
    )
}

fn changed(path: &str) -> Kata {
    kata(
        format!(
            "{path} bukan lagi yang dibangun; jalankan pilkada build --teliti, lalu ulangi: pengiriman dilanjutkan dari sini"
        ),
        format!(
            "{path} is no longer what was built; run pilkada build --thorough, then try again: sending goes on from here"
        ),
    )
}

fn foreign() -> Kata {
    kata(
        format!(
            "di tujuan sudah ada berkas, tetapi tidak ada {MANIFEST} dari situs ini: mungkin milik situs lain. Pilih folder yang kosong; kalau memang tempatnya, ulangi dengan --paksa: berkas yang namanya sama ditimpa, yang lain dibiarkan"
        ),
        format!(
            "the target has files, and no {MANIFEST} of this site: they may be those of another. Choose an empty folder; if it is the place, try again with --force: files of the same names are written over, others stay"
        ),
    )
}

fn of_another(there: &str, own: &str) -> Kata {
    kata(
        format!(
            "di tujuan ada situs lain, untuk alamat {there}; situs ini untuk {own}. Periksa tujuannya; kalau alamatnya memang berganti, ulangi dengan --paksa"
        ),
        format!(
            "the target has another site, for the address {there}; this one is for {own}. Look at the target again; if the address did change, try again with --force"
        ),
    )
}

fn newer(there: &str, own: &str) -> Kata {
    kata(
        format!(
            "yang terpasang di tujuan lebih baru: dibangun untuk hari {there}, yang ini untuk {own}. Bangun lagi dengan isi terbaru (pilkada build); untuk tetap kembali ke yang lama, ulangi dengan --paksa"
        ),
        format!(
            "what the target has is newer: built for {there}, this one for {own}. Build again from the newest content (pilkada build); to go back all the same, try again with --force"
        ),
    )
}

fn unknown(there: &str) -> Kata {
    kata(
        format!(
            "yang terpasang di tujuan (untuk hari {there}) tidak diterbitkan dari komputer ini, jadi mungkin memuat perubahan yang di sini belum ada. Ambil dulu isi terbaru dan bangun lagi; kalau isinya sudah yang terbaru, ulangi dengan --paksa"
        ),
        format!(
            "what the target has (for {there}) was not published from this computer, so it may have changes that are not here. Fetch the newest content first and build again; if it is the newest, try again with --force"
        ),
    )
}

//! `pilkada sign`: signs the published site.

use super::key::{PASSPHRASE, open};
use super::{Session, UNSOUND};
use crate::bahasa::{Bahasa, kata};
use crate::output::manifest::{Entry, Manifest};
use crate::output::{self, MANIFEST, SIGNATURE};
use crate::refusal::{Because, refused};
use crate::signature::Statement;
use crate::signature::folder::Folder;
use crate::signature::key::SecretKey;
use crate::signature::published::Published;
use crate::signature::verify::{Fault, verify};
use crate::value::angka::ribuan;
use anyhow::Result;
use chrono::Utc;
use clap::{Arg, ArgMatches, Command};
use minisign_verify::Signature;
use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The environment's secret key, for machines: the text of its file.
const SECRET: &str = "PILKADA_KUNCI";

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    let path = |id: &'static str| Arg::new(id).value_parser(clap::value_parser!(PathBuf));
    Command::new("sign")
        .visible_alias("tandatangani")
        .about(word(
            "Tandatangani situs yang terbit, supaya siapa pun bisa memeriksa keasliannya",
            "Sign the published site, so that anyone can check that it is the one",
        ))
        .arg(path("output").long("output").value_name("FOLDER").help(word(
            "folder hasil; bawaannya output",
            "folder of the site; output if left out",
        )))
        .arg(path("kunci").long("kunci").visible_alias("key").value_name(if bahasa == Bahasa::Id { "BERKAS" } else { "FILE" }).help(word(
            "berkas kunci rahasia yang ditulis pilkada kunci",
            "the file of the secret key that pilkada kunci wrote",
        )))
        .after_help(word(
            "Tanpa --kunci, isi berkas kunci dibaca dari variabel lingkungan PILKADA_KUNCI, dan kata sandinya dari PILKADA_SANDI.",
            "Without --key the text of the key's file is read from the environment's PILKADA_KUNCI, its passphrase from PILKADA_SANDI.",
        ))
}

/// Signs: 0 when it is done, 1 when the folder is not as it was published.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    let target = matches.get_one::<PathBuf>("output").cloned().unwrap_or_else(|| session.output());
    let site = Folder(target.clone());
    let manifest = site.read(MANIFEST)?.because(|| {
        let target = target.display();
        kata(
            format!("tidak ada {MANIFEST} di {target}; jalankan pilkada build dulu"),
            format!("there is no {MANIFEST} in {target}; run pilkada build first"),
        )
    })?;
    let key = secret(matches.get_one::<PathBuf>("kunci").map(PathBuf::as_path), session)?;
    // What is signed is what was built: files that were changed since are not.
    let verdict = verify(&site, key.public(), None)?;
    let of_files =
        |fault: &&Fault| matches!(fault, Fault::NoManifest | Fault::Changed(_) | Fault::Missing(_) | Fault::Unread(..));
    if verdict.faults.iter().any(|fault| of_files(&fault)) {
        super::verify::show(&verdict.faults.iter().filter(of_files).cloned().collect::<Vec<_>>(), session);
        session.say(&kata(
            "tidak ditandatangani: isi folder bukan lagi yang dibangun; jalankan pilkada build --teliti",
            "nothing is signed: the folder no longer holds what was built; run pilkada build --thorough",
        ));
        return Ok(ExitCode::from(UNSOUND));
    }
    let day = serde_json::from_slice::<Manifest>(&manifest).map(|manifest| manifest.hari).unwrap_or_default();
    let statement = Statement::new(&manifest, &day, Utc::now(), before(&target, &manifest));
    output::signature::put(&target, &manifest, &statement.sign(&manifest, &key)?)?;
    let (fingerprint, files) = (key.public().fingerprint(), ribuan(verdict.files as u64));
    session.say(&kata(
        format!("{files} berkas ditandatangani di {SIGNATURE} dengan kunci {fingerprint}; build yang mengubah situs menghapus tanda tangan ini"),
        format!("{files} files are signed in {SIGNATURE} with the key {fingerprint}; a build that changes the site removes the signature"),
    ));
    Ok(ExitCode::SUCCESS)
}

/// The manifest that was signed before this one, by its digest; signing the same once more is no step of the chain.
fn before(target: &Path, manifest: &[u8]) -> Option<String> {
    let signature = Signature::decode(&output::signature::last(target)?).ok()?;
    let last = Statement::read(signature.trusted_comment())?;
    if last.manifest == Entry::of(manifest).sha256 { last.before } else { Some(last.manifest) }
}

/// The secret key in a file, or else in the environment.
fn secret(file: Option<&Path>, session: &Session) -> Result<SecretKey> {
    let text = match file {
        Some(path) => crate::source::text(path).because(|| {
            let path = path.display();
            kata(format!("kunci {path} tidak terbaca"), format!("the key {path} cannot be read"))
        })?,
        None => env::var(SECRET).map_err(|_| {
            refused(kata(
                format!("tulis --kunci BERKAS, atau isi kunci di variabel lingkungan {SECRET}; kunci baru dibuat dengan pilkada kunci"),
                format!("say --key FILE, or put the key into the environment's {SECRET}; pilkada kunci makes a new one"),
            ))
        })?,
    };
    open(&text, PASSPHRASE, &kata("kata sandi kunci: ", "passphrase of the key: "), session)
}

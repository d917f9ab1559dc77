//! `pilkada kunci`: makes the keys that published sites are signed with.

use super::{Session, print};
use crate::bahasa::{Bahasa, Kata, kata};
use crate::output;
use crate::refusal::{Because, refused};
use crate::signature::change::{self, KeyChange};
use crate::signature::key::{NewKey, SecretKey, make, recovery_sheet};
use crate::source::{self, CONTENT, STATIS, TEMPLATES, THEMES};
use anyhow::Result;
use chrono::Utc;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::env;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The environment's passphrase of the secret key, for machines: never an argument, which other users of the computer can see.
pub(super) const PASSPHRASE: &str = "PILKADA_SANDI";
/// The same of the key that is replaced.
const OLD_PASSPHRASE: &str = "PILKADA_SANDI_LAMA";
/// The fewest characters of a passphrase that keeps a stranger out.
const SHORTEST: usize = 12;

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    let path = |id: &'static str| Arg::new(id).value_parser(clap::value_parser!(PathBuf));
    Command::new("kunci")
        .visible_alias("key")
        .about(word(
            "Buat kunci untuk menandatangani situs yang terbit",
            "Make the key that the published site is signed with",
        ))
        .arg(path("berkas").required(true).value_name(if bahasa == Bahasa::Id { "BERKAS" } else { "FILE" }).help(word(
            "tempat kunci rahasia ditulis, di luar folder situs; kunci publiknya di sebelahnya, berakhiran .pub",
            "where the secret key is written, outside the site's folders; the public key beside it, ending with .pub",
        )))
        .arg(
            path("lembar")
                .long("lembar")
                .visible_alias("sheet")
                .value_name(if bahasa == Bahasa::Id { "BERKAS" } else { "FILE" })
                .help(word(
                    "tulis juga lembar cadangan untuk dicetak dan disimpan di brankas",
                    "write a recovery sheet, too, to print and lock away",
                )),
        )
        .arg(
            Arg::new("tanpa-sandi").long("tanpa-sandi").visible_alias("no-passphrase").action(ArgAction::SetTrue).help(
                word(
                    "kunci tanpa kata sandi, untuk mesin yang menyimpan kuncinya sebagai rahasia",
                    "a key without a passphrase, for a machine that keeps it as a secret",
                ),
            ),
        )
        .arg(
            path("mengganti")
                .long("mengganti")
                .visible_alias("replaces")
                .value_name(if bahasa == Bahasa::Id { "BERKAS" } else { "FILE" })
                .help(word(
                    "kunci rahasia lama: pernyataan pergantiannya ditandatangani dengan itu dan ikut terbit",
                    "the old secret key: it signs a statement that it is replaced, which is published",
                )),
        )
        .after_help(word(
            "Kata sandinya ditanyakan, atau dibaca dari variabel lingkungan PILKADA_SANDI, yang lama dari PILKADA_SANDI_LAMA.",
            "The passphrase is asked for, or read from the environment's PILKADA_SANDI, the old key's from PILKADA_SANDI_LAMA.",
        ))
}

/// Makes a pair of keys; nothing that is there is written over.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    let secret = matches.get_one::<PathBuf>("berkas").cloned().unwrap_or_default();
    let mut public = secret.clone().into_os_string();
    public.push(".pub");
    let (public, sheet) = (PathBuf::from(public), matches.get_one::<PathBuf>("lembar"));
    for path in [Some(&secret), Some(&public), sheet].into_iter().flatten() {
        expect_elsewhere(path, session)?;
        if path.symlink_metadata().is_ok() {
            let path = path.display();
            return Err(refused(kata(
                format!("{path} sudah ada; kunci lama tidak ditimpa, pilih nama lain"),
                format!("{path} is there already; no key is written over, choose another name"),
            )));
        }
    }
    // Whoever has not the old key is told before there is a new one.
    let old = matches.get_one::<PathBuf>("mengganti").map(|path| old_key(path, session)).transpose()?;
    let passphrase = if matches.get_flag("tanpa-sandi") { None } else { Some(new_passphrase(session)?) };
    let key = make(passphrase)?;
    output::create_secret(&secret, &key.secret)?;
    output::create(&public, &key.public_file)?;
    if let Some(old) = old {
        state_change(&old, &key, session)?;
    }
    if let Some(sheet) = sheet {
        output::create_secret(sheet, &recovery_sheet(&key))?;
    }
    say(&key, &secret, session)?;
    Ok(ExitCode::SUCCESS)
}

/// The secret key that is replaced.
fn old_key(path: &Path, session: &Session) -> Result<SecretKey> {
    let text = source::text(path).because(|| {
        let path = path.display();
        kata(format!("kunci lama {path} tidak terbaca"), format!("the old key {path} cannot be read"))
    })?;
    open(&text, OLD_PASSPHRASE, &kata("kata sandi kunci lama: ", "passphrase of the old key: "), session)
}

/// Opens the text of a secret key's file; its passphrase is in the environment under this name, or asked for.
pub(super) fn open(text: &str, variable: &str, question: &Kata, session: &Session) -> Result<SecretKey> {
    SecretKey::read(text, || match env::var(variable) {
        Ok(passphrase) => Ok(passphrase),
        Err(_) => ask(session, question),
    })
}

/// Has the old key say which one replaces it, among the files that are published as they are.
fn state_change(old: &SecretKey, new: &NewKey, session: &Session) -> Result<()> {
    let change = KeyChange { from: old.public().clone(), to: new.public.clone(), time: Utc::now() };
    let below = |path: String| session.root.join(STATIS).join(path);
    let statement = below(change::path(&change.from));
    output::create(&statement, &change.text())?;
    output::create(&below(change::signature_path(&change.from)), &change.sign(old)?)?;
    let statement = statement.display();
    session.say(&kata(
        format!("pernyataan pergantian kunci ditulis ke {statement}; terbitkan bersama situsnya, maka siapa pun yang mengenal kunci lama menemukan yang baru"),
        format!("the statement of the change is written to {statement}; publish it with the site, and whoever knows the old key finds the new one"),
    ));
    Ok(())
}

/// A secret in a folder that is published, or kept with the content, is none.
fn expect_elsewhere(path: &Path, session: &Session) -> Result<()> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let parent = parent.canonicalize().because(|| {
        let parent = parent.display();
        kata(format!("folder {parent}"), format!("the folder {parent}"))
    })?;
    let ours = [CONTENT, THEMES, TEMPLATES].map(|name| session.root.join(name));
    let inside = ours.iter().chain([&session.output()]).find_map(|folder| {
        let folder = folder.canonicalize().ok()?;
        parent.starts_with(&folder).then_some(folder)
    });
    let Some(folder) = inside else { return Ok(()) };
    let (path, folder) = (path.display(), folder.display());
    Err(refused(kata(
        format!(
            "{path} ada di dalam {folder}, yang ikut terbit atau dibagikan; simpan kunci rahasia di luar folder proyek"
        ),
        format!(
            "{path} is inside {folder}, which is published or shared; keep the secret key outside the project's folder"
        ),
    )))
}

fn new_passphrase(session: &Session) -> Result<String> {
    let passphrase = if let Ok(given) = env::var(PASSPHRASE) {
        given
    } else {
        let first = ask(session, &kata("kata sandi baru: ", "new passphrase: "))?;
        if ask(session, &kata("sekali lagi: ", "once more: "))? != first {
            return Err(refused(kata("kedua kata sandi tidak sama", "the two passphrases differ")));
        }
        first
    };
    if passphrase.chars().count() < SHORTEST {
        return Err(refused(kata(
            format!(
                "kata sandi terlalu pendek; pakai sedikitnya {SHORTEST} huruf, misalnya empat kata yang tidak berhubungan"
            ),
            format!("the passphrase is too short; take at least {SHORTEST} characters, such as four unrelated words"),
        )));
    }
    Ok(passphrase)
}

/// Asks for a passphrase, which is not shown; refuses where nobody sits at a terminal.
fn ask(session: &Session, question: &Kata) -> Result<String> {
    if !io::stdin().is_terminal() {
        return Err(refused(kata(
            format!("kata sandi tidak bisa ditanyakan di sini; tulis di variabel lingkungan {PASSPHRASE}"),
            format!("there is nobody to ask for the passphrase; put it into the environment's {PASSPHRASE}"),
        )));
    }
    rpassword::prompt_password(question.dalam(session.bahasa))
        .because(|| kata("membaca kata sandi", "reading the passphrase"))
}

fn say(key: &NewKey, secret: &Path, session: &Session) -> Result<()> {
    let NewKey { public, .. } = key;
    print(&format!("kunci_publik: {public}"))?;
    let (fingerprint, secret) = (public.fingerprint(), secret.display());
    session.say(&kata(
        format!("kunci rahasia ditulis ke {secret}; simpan di luar proyek, dan jangan pernah dikirim lewat surel atau obrolan"),
        format!("the secret key is written to {secret}; keep it outside the project, and never send it by mail or chat"),
    ));
    session.say(&kata(
        "tempel baris kunci_publik di atas ke content/situs.yaml: halaman periksa.html lalu menjelaskan cara memeriksa situs",
        "paste the line kunci_publik above into content/situs.yaml: the page periksa.html then tells how the site is checked",
    ));
    session.say(&kata(
        format!("umumkan sidik kunci ini di tempat lain (papan pengumuman, media sosial): {fingerprint}"),
        format!("announce this fingerprint elsewhere (notice board, social media): {fingerprint}"),
    ));
    Ok(())
}

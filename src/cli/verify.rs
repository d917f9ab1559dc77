//! `pilkada verify`: holds a published site against the key of those who publish it.

use super::{REFUSED, Session, UNSOUND};
use crate::bahasa::{Bahasa, Kata, kata};
use crate::output;
use crate::record::situs::Situs;
use crate::refusal::{Because, refused};
use crate::signature::folder::Folder;
use crate::signature::published::Published;
use crate::signature::verify::{Fault, Seen, Verdict, verify};
use crate::value::angka::ribuan;
use crate::value::kunci_publik::KunciPublik;
use crate::value::teks::visible;
use anyhow::Result;
use chrono::{DateTime, SecondsFormat, Utc};
use clap::{Arg, ArgMatches, Command};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The most files of one kind of fault that are named.
const MOST: usize = 20;

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    Command::new("verify")
        .visible_alias("verifikasi")
        .about(word(
            "Periksa apakah situs di folder atau alamat masih seperti yang ditandatangani",
            "Check whether the site in a folder or behind an address still is the one that was signed",
        ))
        .arg(Arg::new("situs").required(true).value_name(if bahasa == Bahasa::Id { "SITUS" } else { "SITE" }).help(
            word(
                "folder, atau alamat seperti https://contoh.go.id/pilkada/",
                "a folder, or an address such as https://contoh.go.id/pilkada/",
            ),
        ))
        .arg(
            Arg::new("kunci")
                .long("kunci")
                .visible_alias("key")
                .value_name(if bahasa == Bahasa::Id { "KUNCI" } else { "KEY" })
                .help(word(
                    "kunci publik (RW…) atau berkasnya; kalau tidak ditulis, kunci_publik di content/situs.yaml",
                    "the public key (RW…) or its file; if left out, kunci_publik in content/situs.yaml",
                )),
        )
        .arg(
            Arg::new("ingat")
                .long("ingat")
                .visible_alias("remember")
                .value_parser(clap::value_parser!(PathBuf))
                .value_name(if bahasa == Bahasa::Id { "BERKAS" } else { "FILE" })
                .help(word(
                    "catat situs yang terakhir dilihat di sini; yang lebih lama dari itu lalu ditolak",
                    "note the site that was last seen here; an older one is refused from then on",
                )),
        )
}

/// Verifies: 0 when all is as it was signed, 1 when something is not, 2 when that cannot be said.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    let text = |name| matches.get_one::<String>(name).map(String::as_str);
    let key = key(text("kunci"), session)?;
    let site = site(text("situs").unwrap_or_default())?;
    let memory = matches.get_one::<PathBuf>("ingat");
    let seen = memory.map(|path| seen(path)).transpose()?.flatten();
    let verdict = verify(&*site, &key, seen.as_ref())?;
    if !verdict.is_sound() {
        show(&verdict.faults, session);
        session.say(&kata("situs ini BUKAN seperti yang ditandatangani", "this site is NOT as it was signed"));
        let is_known = verdict.faults.iter().any(|fault| !matches!(fault, Fault::Unread(..)));
        return Ok(ExitCode::from(if is_known { UNSOUND } else { REFUSED }));
    }
    if let (Some(path), Some(seen)) = (memory, verdict.seen(&key, seen.as_ref())) {
        output::write_own(path, &(serde_json::to_string_pretty(&seen)? + "\n"))?;
    }
    for change in &verdict.changes {
        let (old, new, time) = (change.from.fingerprint(), &change.to, shown(change.time));
        let fingerprint = new.fingerprint();
        session.say(&kata(
            format!("kunci {old} menyatakan pada {time} bahwa ia diganti oleh {new} ({fingerprint}); pakai kunci baru itu sejak sekarang, dan cocokkan sidiknya dengan yang diumumkan penerbit"),
            format!("the key {old} stated {time} that it is replaced by {new} ({fingerprint}); use the new key from now on, and compare its fingerprint with the announced one"),
        ));
    }
    session.say(&closing(&verdict, verdict.signer(&key)));
    if site.names()?.is_none() {
        session.say(&kata(
            "berkas tambahan di balik alamat tidak bisa didaftar; jalankan juga pada foldernya, kalau bisa",
            "nobody can list files that were added behind an address; verify its folder too, where you can",
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// The site in a folder or behind an address.
fn site(named: &str) -> Result<Box<dyn Published>> {
    if !named.starts_with("http://") && !named.starts_with("https://") {
        let folder = PathBuf::from(named);
        if folder.is_dir() {
            return Ok(Box::new(Folder(folder)));
        }
        return Err(refused(kata(
            format!("tidak ada folder \"{}\"; alamat dimulai dengan https://", visible(named)),
            format!("there is no folder \"{}\"; an address begins with https://", visible(named)),
        )));
    }
    #[cfg(feature = "jaringan")]
    return Ok(Box::new(behind(named)?));
    #[cfg(not(feature = "jaringan"))]
    Err(refused(kata(
        "program ini dibangun tanpa jaringan: unduh situsnya ke sebuah folder, lalu periksa folder itu",
        "this program was built without a network: fetch the site into a folder, and verify that",
    )))
}

/// Names the file of the authorities whose word is taken for a server, as for other programs.
#[cfg(feature = "jaringan")]
const AUTHORITIES: &str = "SSL_CERT_FILE";

/// The site behind an address.
#[cfg(feature = "jaringan")]
fn behind(address: &str) -> Result<crate::signature::address::Site> {
    use crate::signature::address::Site;
    let Some(path) = std::env::var_os(AUTHORITIES).filter(|path| !path.is_empty()).map(PathBuf::from) else {
        return Site::new(address, None);
    };
    let named = || {
        let path = path.display();
        kata(format!("{AUTHORITIES} menyebut {path}"), format!("{AUTHORITIES} names {path}"))
    };
    // All authorities of the world are a quarter of a megabyte.
    let pem = crate::source::foreign(&path, 16 << 20).because(named)?;
    Site::new(address, Some(&pem)).because(named)
}

/// The key that was given, or that of the project at hand.
fn key(given: Option<&str>, session: &Session) -> Result<KunciPublik> {
    let Some(given) = given else { return own_key(session) };
    let text = crate::source::text(Path::new(given)).unwrap_or_else(|| given.to_owned());
    KunciPublik::in_file(&text).because(|| {
        kata(
            format!("\"{}\" bukan kunci publik dan bukan berkasnya; kunci dimulai dengan RW", visible(given)),
            format!("\"{}\" is no public key, nor the file of one; a key begins with RW", visible(given)),
        )
    })
}

fn own_key(session: &Session) -> Result<KunciPublik> {
    let text = crate::source::text(&session.root.join("content/situs.yaml"));
    let situs = text.and_then(|text| serde_yaml::from_str::<Situs>(&text).ok());
    situs.and_then(|situs| situs.kunci_publik).because(|| {
        kata(
            "tulis --kunci: kunci publik yang diumumkan penerbit di tempat lain (jangan diambil dari situs yang diperiksa)",
            "say --key: the public key that the publisher announced elsewhere (do not take it from the site you verify)",
        )
    })
}

fn seen(path: &Path) -> Result<Option<Seen>> {
    let Some(text) = crate::source::text(path) else { return Ok(None) };
    serde_json::from_str(&text).map(Some).because(|| {
        let path = path.display();
        kata(
            format!("{path} bukan catatan pilkada verify, dan tidak ditimpa"),
            format!("{path} is no note of pilkada verify, and is not written over"),
        )
    })
}

/// Says what is not as it was signed, the same kind together.
pub(super) fn show(faults: &[Fault], session: &Session) {
    for kind in faults.chunk_by(|a, b| std::mem::discriminant(a) == std::mem::discriminant(b)) {
        kind.iter().take(MOST).for_each(|fault| session.say(&words(fault)));
        if kind.len() > MOST {
            let more = kind.len() - MOST;
            session.say(&kata(format!("  … dan {more} lagi seperti itu"), format!("  … and {more} more like that")));
        }
    }
}

fn words(fault: &Fault) -> Kata {
    match fault {
        Fault::NoManifest => kata(
            "tidak ada manifes.json yang utuh: tidak ada yang bisa dikatakan tentang berkas di sana",
            "there is no whole manifes.json: nothing can be said of the files there",
        ),
        Fault::Unsigned => kata(
            "tidak ada tanda tangan (manifes.json.minisig): penerbit belum menandatanganinya, atau tanda tangannya dibuang",
            "there is no signature (manifes.json.minisig): it was never signed, or the signature was taken away",
        ),
        Fault::OtherKey => kata(
            "ditandatangani dengan kunci lain: bukan oleh penerbit yang Anda maksud, atau kuncinya diganti; tanyakan kepada penerbit",
            "signed with another key: not by the publisher you mean, or the key was changed; ask the publisher",
        ),
        Fault::Forged => kata(
            "tanda tangan tidak cocok dengan manifesnya: daftar berkas diubah setelah ditandatangani",
            "the signature is not of this manifest: the list of files was changed after it was signed",
        ),
        Fault::NotOfASite => kata("tanda tangan itu bukan untuk situs ini", "that signature is not of this site"),
        Fault::Older(time) => {
            let time = shown(*time);
            kata(
                format!("situs lama dipasang kembali: yang ditandatangani {time} sudah pernah dilihat"),
                format!("an old site was put back: one that was signed {time} has been seen"),
            )
        }
        Fault::Twin => kata(
            "dua situs berbeda ditandatangani pada detik yang sama; tanyakan kepada penerbit mana yang benar",
            "two sites were signed in the same second; ask the publisher which is right",
        ),
        Fault::Changed(path) => of_file("isinya diubah", "its bytes were changed", path),
        Fault::Missing(path) => of_file("tidak ada", "it is not there", path),
        Fault::Added(path) => of_file("tidak ikut ditandatangani", "it was not signed", path),
        Fault::Unread(path, [id, en]) => of_file(
            &format!("tidak bisa diperiksa: {}", visible(id)),
            &format!("it cannot be verified: {}", visible(en)),
            path,
        ),
    }
}

fn of_file(id: &str, en: &str, path: &str) -> Kata {
    let path = visible(path);
    kata(format!("{path}: {id}"), format!("{path}: {en}"))
}

fn shown(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn closing(verdict: &Verdict, key: &KunciPublik) -> Kata {
    let (files, fingerprint) = (ribuan(verdict.files as u64), key.fingerprint());
    let (time, day) =
        verdict.statement.as_ref().map_or_else(Default::default, |said| (shown(said.time), said.day.clone()));
    kata(
        format!("{files} berkas seperti yang ditandatangani {time} dengan kunci {fingerprint}; situs untuk hari {day}"),
        format!("{files} files are as they were signed {time} with the key {fingerprint}; the site is for {day}"),
    )
}

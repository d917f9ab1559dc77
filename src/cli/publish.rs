//! `pilkada publish`: sends the published site to where readers get it.

use super::{Session, print};
use crate::bahasa::{Bahasa, Kata, kata};
use crate::output;
use crate::refusal::refused;
use crate::signature::folder::Folder as Site;
use crate::upload::folder::Folder;
use crate::upload::sftp::{Place, Server};
use crate::upload::{Sending, Target, Upload};
use crate::value::angka::ribuan;
use crate::value::teks::visible;
use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The environment's file of settings for `ssh`, where those of the user are not meant.
const SETTINGS: &str = "PILKADA_SSH_CONFIG";

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    Command::new("publish")
        .visible_alias("terbitkan")
        .about(word(
            "Kirim situs yang sudah dibangun ke folder, server SFTP, atau penyimpanan S3",
            "Send the site that was built to a folder, a server over SFTP, or S3 storage",
        ))
        .arg(
            Arg::new("tujuan")
                .required(true)
                .value_name(if bahasa == Bahasa::Id { "TUJUAN" } else { "TARGET" })
                .help(word(
                    "folder, sftp://pengguna@server/folder, atau s3://bucket/folder",
                    "a folder, sftp://user@server/folder, or s3://bucket/folder",
                )),
        )
        .arg(
            Arg::new("output")
                .long("output")
                .value_name("FOLDER")
                .value_parser(clap::value_parser!(PathBuf))
                .help(word("folder situs yang dibangun; bawaannya output", "folder of the site; output if left out")),
        )
        .arg(Arg::new("coba").long("coba").visible_alias("dry-run").action(ArgAction::SetTrue).help(word(
            "hanya tunjukkan apa yang akan dikirim dan dihapus",
            "only show what would be sent and removed",
        )))
        .arg(Arg::new("paksa").long("paksa").visible_alias("force").action(ArgAction::SetTrue).help(word(
            "timpa juga situs yang lebih baru, atau yang tidak diterbitkan dari komputer ini",
            "write over a site that is newer, too, or that was not published from this computer",
        )))
        .after_help(word(
            "Rahasia tidak ditulis di perintah. SFTP memakai kunci ssh di agen dan known_hosts; S3 memakai variabel lingkungan\n\
             AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION dan AWS_ENDPOINT_URL.",
            "Secrets are not written into the command. SFTP takes the ssh key from the agent, and known_hosts; S3 takes from the\n\
             environment AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION and AWS_ENDPOINT_URL.",
        ))
}

/// Publishes: 0 when the target has the site; what it has is not touched where that cannot be.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    let output = matches.get_one::<PathBuf>("output").cloned().unwrap_or_else(|| session.output());
    let (target, name) = target(matches.get_one::<String>("tujuan").map_or("", String::as_str), &output)?;
    let site = Site(output.clone());
    let sending = Sending { site: &site, sent: output::sent::to(&output, &name), is_forced: matches.get_flag("paksa") };
    let upload = Upload::plan(&sending, &*target)?;
    if matches.get_flag("coba") {
        return show(&upload, session);
    }
    let (files, bytes) = upload.measure();
    let bar = bar(files, session);
    output::sent::begin(&output, &name, &upload.digest)?;
    let done = upload.run(&sending, &*target, &|_| bar.inc(1));
    bar.finish_and_clear();
    done?;
    output::sent::end(&output, &name, &upload.digest)?;
    let name = visible(&name);
    session.say(&if upload.is_nothing() {
        kata(
            format!("tidak ada yang perlu dikirim: {name} sudah sama"),
            format!("nothing to send: {name} is the same already"),
        )
    } else {
        let (files, bytes) = (ribuan(files as u64), ribuan(bytes));
        kata(
            format!("terbit di {name}: {files} berkas dikirim atau dihapus, {bytes} bita, lalu manifesnya"),
            format!("published at {name}: {files} files sent or removed, {bytes} bytes, then the manifest"),
        )
    });
    Ok(ExitCode::SUCCESS)
}

/// Says what would be done.
fn show(upload: &Upload, session: &Session) -> Result<ExitCode> {
    let lines = upload.changes.sent().map(|path| format!("+ {}", visible(path)));
    let lines: Vec<String> = lines.chain(upload.changes.removed().map(|path| format!("- {}", visible(path)))).collect();
    if !lines.is_empty() {
        print(&lines.join("\n"))?;
    }
    let (sent, removed) = (upload.changes.sent().count(), upload.changes.removed().count());
    let (sent, removed, bytes) = (ribuan(sent as u64), ribuan(removed as u64), ribuan(upload.measure().1));
    session.say(&if upload.is_nothing() {
        kata("tidak ada yang perlu dikirim", "there is nothing to send")
    } else {
        kata(
            format!(
                "akan dikirim {sent} berkas ({bytes} bita) dan manifesnya, dihapus {removed}; belum ada yang diubah"
            ),
            format!(
                "{sent} files ({bytes} bytes) and the manifest would be sent, {removed} removed; nothing is changed yet"
            ),
        )
    });
    Ok(ExitCode::SUCCESS)
}

/// How far it is; nothing is shown where standard error is no terminal.
fn bar(files: usize, session: &Session) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}").expect("the template above is sound");
    bar.set_style(style);
    bar.set_message(kata("berkas", "files").dalam(session.bahasa).to_owned());
    bar
}

/// The target that is named, and the name under which it is remembered.
fn target(named: &str, output: &Path) -> Result<(Box<dyn Target>, String)> {
    if named.starts_with("sftp://") {
        let place = Place::read(named).map_err(refused)?;
        let settings = env::var_os(SETTINGS).map(PathBuf::from);
        return Ok((Box::new(Server::new(place, settings)), named.trim_end_matches('/').to_owned()));
    }
    if named.starts_with("s3://") {
        return Ok((storage(named)?, named.trim_end_matches('/').to_owned()));
    }
    if named.contains("://") {
        return Err(refused(unknown(named)));
    }
    let folder = std::path::absolute(named)?;
    let site = std::path::absolute(output)?;
    if folder.starts_with(&site) || site.starts_with(&folder) {
        let (folder, site) = (folder.display(), site.display());
        return Err(refused(kata(
            format!("{folder} dan folder hasil {site} tidak boleh saling memuat; pilih folder lain"),
            format!("{folder} and the output folder {site} must not contain one another; choose another folder"),
        )));
    }
    let name = folder.display().to_string();
    Ok((Box::new(Folder::new(folder)), name))
}

/// The storage at an address, opened with what the environment has.
#[cfg(feature = "s3")]
fn storage(named: &str) -> Result<Box<dyn Target>> {
    use crate::upload::s3::{Account, Storage};
    let first = |names: &[&str]| names.iter().find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    let wanted = |name: &'static str| first(&[name]).ok_or_else(|| refused(missing(name)));
    let account = Account {
        address: named.to_owned(),
        endpoint: first(&["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"]),
        region: first(&["AWS_REGION", "AWS_DEFAULT_REGION"]).unwrap_or_else(|| "us-east-1".to_owned()),
        key: wanted("AWS_ACCESS_KEY_ID")?,
        secret: wanted("AWS_SECRET_ACCESS_KEY")?,
        token: first(&["AWS_SESSION_TOKEN"]),
    };
    Ok(Box::new(Storage::new(account)?))
}

#[cfg(feature = "s3")]
fn missing(name: &str) -> Kata {
    kata(
        format!("isi variabel lingkungan {name} dengan kunci penyimpanan S3; di CI, simpan sebagai rahasia"),
        format!("put the key of the S3 storage into the environment's {name}; in CI keep it as a secret"),
    )
}

#[cfg(not(feature = "s3"))]
fn storage(_named: &str) -> Result<Box<dyn Target>> {
    Err(refused(kata(
        "program ini dibangun tanpa S3: terbitkan ke folder atau lewat SFTP, atau bangun dengan fitur s3",
        "this program was built without S3: publish to a folder or over SFTP, or build it with the feature s3",
    )))
}

fn unknown(named: &str) -> Kata {
    let scheme = visible(named.split("://").next().unwrap_or_default()).into_owned();
    kata(
        format!(
            "tujuan {scheme}:// tidak dikenal; pilihannya: folder, sftp://pengguna@server/folder, s3://bucket/folder"
        ),
        format!(
            "a target {scheme}:// is not known; the choices are: a folder, sftp://user@server/folder, s3://bucket/folder"
        ),
    )
}

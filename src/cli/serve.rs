//! `pilkada serve`: a preview that follows every change.

use super::Session;
use crate::bahasa::{Bahasa, kata};
use crate::refusal::{sentence, system};
use crate::report::draw::teks;
use crate::serve::{self, Built, Following, Forms, Options, Told};
use crate::value::angka::ribuan;
use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::process::ExitCode;

/// Where the preview listens unless told otherwise.
const PORT: u16 = 8000;

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    Command::new("serve")
        .visible_alias("pratinjau")
        .about(word(
            "Tampilkan situs di peramban, dan perbarui setiap kali berkas berubah",
            "Show the site in the browser, and anew whenever a file changes",
        ))
        .arg(
            Arg::new("port")
                .long("port")
                .value_name(if bahasa == Bahasa::Id { "PORTA" } else { "PORT" })
                .value_parser(clap::value_parser!(u16))
                .help(word(
                    "porta; 0 mengambil yang kosong, bawaannya 8000",
                    "port; 0 takes a free one, 8000 if left out",
                )),
        )
        .arg(
            Arg::new("alamat")
                .long("alamat")
                .visible_alias("address")
                .value_name("IP")
                .value_parser(clap::value_parser!(IpAddr))
                .help(word(
                    "alamat yang didengarkan; bawaannya 127.0.0.1, yang hanya bisa dibuka dari komputer ini",
                    "address to listen on; 127.0.0.1 if left out, which only this computer can visit",
                )),
        )
        .arg(Arg::new("baca-saja").long("baca-saja").visible_alias("read-only").action(ArgAction::SetTrue).help(word(
            "tampilkan formulir di /_pilkada/ tanpa bisa menyimpan",
            "show the forms at /_pilkada/ without letting them be saved",
        )))
        .arg(Arg::new("lihat-berkala").long("lihat-berkala").visible_alias("polling").action(ArgAction::SetTrue).help(
            word(
                "lihat semua berkas berkala, jika perubahan tidak terlihat sendiri: di WSL, Docker, folder jaringan",
                "look at all files again and again, where changes are not noticed: in WSL, Docker, network folders",
            ),
        ))
}

/// Serves until the process is ended.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    let ip = matches.get_one("alamat").copied().unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let address = SocketAddr::new(ip, matches.get_one("port").copied().unwrap_or(PORT));
    session.expect_content()?;
    let listener = serve::bind(address).map_err(|error| refused(address, &error, session))?;
    let forms = if matches.get_flag("baca-saja") { Forms::Shown } else { Forms::Sent };
    let following = if matches.get_flag("lihat-berkala") { Following::Looking } else { Following::Told };
    follow(listener, forms, following, session)
}

/// Serves the desk until the process is ended, at a port that is free.
pub(super) fn open(session: &Session) -> Result<ExitCode> {
    let address = |port| SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port);
    let listener = serve::bind(address(PORT)).or_else(|_| serve::bind(address(0)));
    let listener = listener.map_err(|error| refused(address(PORT), &error, session))?;
    follow(listener, Forms::Sent, Following::Told, session)
}

fn follow(listener: TcpListener, forms: Forms, following: Following, session: &Session) -> Result<ExitCode> {
    let options = Options {
        root: session.root.clone(),
        output: session.output(),
        build_options: session.build_options,
        hari: session.hari,
        bahasa: session.bahasa,
        forms,
        following,
    };
    let session = session.clone();
    serve::run(listener, options, Box::new(move |told| tell(&told, &session)))?;
    Ok(ExitCode::SUCCESS)
}

fn refused(address: SocketAddr, error: &io::Error, session: &Session) -> anyhow::Error {
    let sentence = match error.kind() {
        io::ErrorKind::AddrInUse => kata(
            format!("porta {} sudah dipakai program lain; pilih yang lain dengan --port", address.port()),
            format!("port {} is taken by another program; choose another with --port", address.port()),
        ),
        _ => kata(
            format!("tidak bisa mendengarkan di {address}: {}", system(error, Bahasa::Id)),
            format!("cannot listen on {address}: {}", system(error, Bahasa::En)),
        ),
    };
    session.refusal(&sentence)
}

fn tell(told: &Told<'_>, session: &Session) {
    match told {
        Told::Ready(address) => {
            let sentence = kata(format!("pratinjau di {address}"), format!("preview at {address}"));
            println!("{}", sentence.dalam(session.bahasa));
            session.say(&kata(
                format!("meja kerja di {address}_pilkada/; tekan Ctrl+C untuk berhenti"),
                format!("the desk at {address}_pilkada/; press Ctrl+C to stop"),
            ));
        }
        Told::Built(built) => tell_built(built, session),
        Told::Refused(error) => {
            session.say(&kata(
                format!("gagal: {}; yang terakhir tetap tampil", sentence(error, Bahasa::Id)),
                format!("failed: {}; the last one goes on being shown", sentence(error, Bahasa::En)),
            ));
        }
        Told::Unwatched(error) => {
            session.say(&kata(
                format!(
                    "perubahan berkas tidak bisa diikuti: {}; coba dengan --lihat-berkala",
                    sentence(error, Bahasa::Id)
                ),
                format!("changes of files cannot be followed: {}; try with --polling", sentence(error, Bahasa::En)),
            ));
        }
    }
}

fn tell_built(built: &Built, session: &Session) {
    if !built.report.findings().is_empty() {
        eprintln!("{}", teks(&built.report, &built.sources, session.style(&io::stderr())));
    }
    let milliseconds = built.took.as_millis();
    session.say(&match built.files.map(|files| ribuan(files as u64)) {
        Some(files) => kata(
            format!("{files} berkas siap dalam {milliseconds} milidetik"),
            format!("{files} files ready within {milliseconds} milliseconds"),
        ),
        None => kata(
            "isi belum bisa ditampilkan; yang terakhir benar, jika ada, tetap tampil",
            "the content cannot be shown; the last sound one, if any, goes on being shown",
        ),
    });
}

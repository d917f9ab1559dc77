//! `pilkada bungkus`: the project as one zip file, to be kept elsewhere or handed on.

use super::{Session, print};
use crate::bahasa::{Bahasa, Kata, kata};
use crate::output::pack::{Order, Packed, Why, pack};
use crate::value::angka::ribuan;
use crate::value::teks::visible;
use anyhow::Result;
use clap::{Arg, ArgMatches, Command};
use std::path::PathBuf;
use std::process::ExitCode;

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    let file = if bahasa == Bahasa::Id { "BERKAS" } else { "FILE" };
    Command::new("bungkus")
        .visible_alias("pack")
        .about(word(
            "Simpan seluruh proyek dalam satu berkas zip, untuk cadangan atau serah terima; kunci tidak pernah ikut",
            "Save the whole project in one zip file, as a backup or to hand it on; keys never go in",
        ))
        .arg(
            Arg::new("ke")
                .long("ke")
                .visible_alias("to")
                .value_name(file)
                .value_parser(clap::value_parser!(PathBuf))
                .help(word(
                    "berkas zip-nya; bawaannya cadangan-<hari ini>.zip di folder proyek",
                    "the zip file; cadangan-<today>.zip in the project's folder if left out",
                )),
        )
}

/// Packs: 0 when the zip is there; nothing else is changed.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    session.expect_content()?;
    let hari = session.build_options.hari.to_string();
    let name = format!("cadangan-{hari}.zip");
    let target = matches.get_one::<PathBuf>("ke").cloned().unwrap_or_else(|| session.root.join(name));
    let packed = pack(Order { root: &session.root, output: &session.output(), target: &target, hari: &hari })?;
    print(said(&packed).dalam(session.bahasa))?;
    let (files, bytes) = (ribuan(packed.files.values().sum::<usize>() as u64), ribuan(packed.bytes));
    let target = target.display();
    session.say(&kata(
        format!("{files} berkas ada di {target}, {bytes} byte; simpan di tempat lain, bukan di komputer ini saja"),
        format!("{files} files are in {target}, {bytes} bytes; keep it elsewhere, not on this computer alone"),
    ));
    if packed.left_out.values().any(|why| *why == Why::Secret) {
        session.say(&kata(
            "kunci tidak ikut: simpan salinannya tersendiri di tempat terkunci",
            "keys are not in it: keep a copy of them by itself, locked away",
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// What is in it, and what is not.
fn said(packed: &Packed) -> Kata {
    let (mut id, mut en) = (vec!["isinya:".to_owned()], vec!["what is in it:".to_owned()]);
    for (top, files) in &packed.files {
        let (top, files) = (visible(top), ribuan(*files as u64));
        if top.is_empty() {
            id.push(format!("  di folder proyek sendiri: {files} berkas"));
            en.push(format!("  in the project's folder itself: files: {files}"));
        } else {
            id.push(format!("  {top}/: {files} berkas"));
            en.push(format!("  {top}/: files: {files}"));
        }
    }
    if !packed.left_out.is_empty() {
        id.push("tidak ikut:".to_owned());
        en.push("left out:".to_owned());
    }
    for (path, why) in &packed.left_out {
        let (path, why) = (visible(path), why.words());
        id.push(format!("  {path} ({})", why.dalam(Bahasa::Id)));
        en.push(format!("  {path} ({})", why.dalam(Bahasa::En)));
    }
    kata(id.join("\n"), en.join("\n"))
}

//! `pilkada bundle`: the published site as one zip file.

use super::Session;
use crate::bahasa::{Bahasa, kata};
use crate::output::bundle::{Order, bundle};
use crate::value::angka::ribuan;
use anyhow::Result;
use clap::{Arg, ArgMatches, Command};
use std::path::PathBuf;
use std::process::ExitCode;

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    let file = if bahasa == Bahasa::Id { "BERKAS" } else { "FILE" };
    let province = if bahasa == Bahasa::Id { "PROVINSI" } else { "PROVINCE" };
    let path = |name: &'static str| Arg::new(name).long(name).value_parser(clap::value_parser!(PathBuf));
    Command::new("bundle")
        .visible_alias("kemas")
        .about(word(
            "Bungkus situs yang sudah terbit menjadi satu berkas zip, untuk dibaca tanpa internet",
            "Pack the published site into one zip file, to be read without a network",
        ))
        .arg(path("ke").visible_alias("to").value_name(file).help(word(
            "berkas zip; bawaannya situs.zip, atau situs-<provinsi>.zip",
            "the zip file; situs.zip or situs-<province>.zip if left out",
        )))
        .arg(Arg::new("provinsi").long("provinsi").visible_alias("province").value_name(province).help(word(
            "hanya provinsi ini, misalnya jambi, dan yang bukan milik satu provinsi",
            "this province only, for example jambi, and what belongs to no province",
        )))
        .arg(path("output").value_name("FOLDER").help(word(
            "folder situs yang terbit; bawaannya output",
            "folder of the published site; output if left out",
        )))
}

/// Packs: 0 when the zip is there; nothing of the site is changed.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    let provinsi = matches.get_one::<String>("provinsi").map(String::as_str);
    let name = provinsi.map_or_else(|| "situs.zip".to_owned(), |provinsi| format!("situs-{provinsi}.zip"));
    let output = matches.get_one::<PathBuf>("output").cloned().unwrap_or_else(|| session.output());
    let target = matches.get_one::<PathBuf>("ke").cloned().unwrap_or_else(|| session.root.join(name));
    let bundled = bundle(Order { output: &output, target: &target, provinsi })?;
    let (files, bytes, target) = (ribuan(bundled.files as u64), ribuan(bundled.bytes), target.display());
    session.say(&kata(
        format!("{files} berkas dikemas di {target}, {bytes} byte; buka situs/index.html di dalamnya"),
        format!("{files} files packed in {target}, {bytes} bytes; open situs/index.html in it"),
    ));
    Ok(ExitCode::SUCCESS)
}

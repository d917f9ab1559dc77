//! `pilkada catat`: what the publication to come changes, for `/perubahan.html`.

use super::{Session, print};
use crate::bahasa::{Bahasa, kata};
use crate::project::changelog::{Publication, before, drawn, noted, write};
use crate::project::compare::Drawing;
use crate::record::perubahan::FILE;
use crate::refusal::refused;
use crate::source::StampCache;
use crate::value::angka::ribuan;
use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::process::ExitCode;

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    let named = |id: &'static str, en: &'static str| if bahasa == Bahasa::Id { id } else { en };
    Command::new("catat")
        .visible_alias("note")
        .about(word(
            "Catat halaman yang isinya berubah sejak situs terbit terakhir, untuk halaman \"Yang berubah\"",
            "Note which pages say something else than the site published last, for the page \"What changed\"",
        ))
        .arg(Arg::new("dari").long("dari").visible_alias("from").value_name(named("LAMA", "OLD")).help(word(
            "situs sebelumnya: foldernya, proyek, atau revisi git; bawaannya folder output",
            "the site before: its folder, a project, or a git revision; the output folder if left out",
        )))
        .arg(Arg::new("keterangan").long("keterangan").visible_alias("text").value_name(named("TEKS", "TEXT")).help(
            word("yang perlu diketahui pembaca tentang penerbitan ini", "what readers are to know of this publication"),
        ))
        .arg(Arg::new("tulis").long("tulis").visible_alias("write").action(ArgAction::SetTrue).help(word(
            "tambahkan ke content/perubahan.yaml; tanpa ini hanya ditampilkan",
            "add it to content/perubahan.yaml; without this it is only shown",
        )))
}

/// Notes: 0 when it is shown or written, or when there is nothing to note.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    let sources = session.sources(&StampCache::default())?;
    let output = session.output();
    let drawing = Drawing { root: &session.root, output: &output, options: session.build_options };
    let text = |name| matches.get_one::<String>(name).map(String::as_str);
    let before = before(&drawing, text("dari"))?;
    let now = drawn(&drawing, &sources)?;
    let publication = Publication { day: session.build_options.hari, keterangan: text("keterangan") };
    let Some(noted) = noted(&sources, &before, &now, publication).map_err(refused)? else {
        session.say(&kata(
            "tidak ada halaman yang isinya berubah sejak situs itu terbit",
            "no page says anything else than on that site",
        ));
        return Ok(ExitCode::SUCCESS);
    };
    if !matches.get_flag("tulis") {
        print(serde_yaml::to_string(&[&noted.entry])?.trim_end())?;
        return Ok(ExitCode::SUCCESS);
    }
    write(&session.root, &sources, &noted.text)?;
    let pages = ribuan(noted.pages as u64);
    session.say(&if noted.is_again {
        kata(
            format!("catatan terakhir di {FILE} diperbarui: {pages} halaman berubah"),
            format!("the last entry of {FILE} is brought up to date: {pages} pages changed"),
        )
    } else {
        kata(format!("{pages} halaman berubah, dicatat di {FILE}"), format!("{pages} pages changed, noted in {FILE}"))
    });
    Ok(ExitCode::SUCCESS)
}

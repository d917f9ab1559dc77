//! `pilkada` without a command: the desk of the project at hand, or how to begin one.

use super::{REFUSED, Session};
use crate::bahasa::kata;
use crate::source::CONTENT;
use anyhow::Result;
use std::process::ExitCode;

/// Opens the desk where there is a project; else says how to begin one.
pub(super) fn run(session: &Session) -> Result<ExitCode> {
    if session.root.join(CONTENT).is_dir() {
        return desk(session);
    }
    let here = session.here.display().to_string();
    let (id, en) = if here == "." { ("folder ini", "this folder") } else { (here.as_str(), here.as_str()) };
    session.say(&kata(
        format!(
            "belum ada situs di {id}\n\
             mulai situs baru: pilkada new situs situs-kami\n\
             buka situs yang sudah ada: masuk ke foldernya, lalu jalankan pilkada; atau pilkada --folder FOLDERNYA\n\
             semua perintah: pilkada --help"
        ),
        format!(
            "there is no site in {en} yet\n\
             begin a new one: pilkada new situs our-site\n\
             open one that is there: go to its folder and run pilkada; or pilkada --folder ITS-FOLDER\n\
             all commands: pilkada --help"
        ),
    ));
    Ok(ExitCode::from(REFUSED))
}

#[cfg(feature = "serve")]
fn desk(session: &Session) -> Result<ExitCode> {
    super::serve::open(session)
}

#[cfg(not(feature = "serve"))]
fn desk(session: &Session) -> Result<ExitCode> {
    Err(session.refusal(&kata(
        "program ini dibuat tanpa meja kerja; sebutkan perintahnya, misalnya pilkada build",
        "this program was made without the desk; name a command, for example pilkada build",
    )))
}

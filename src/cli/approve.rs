//! `pilkada setujui`: the lines by which somebody approves records as they are now.

use super::{Session, print, with_slashes};
use crate::bahasa::{Bahasa, kata};
use crate::project::approve::{Approver, approvals, changes, write};
use crate::source::StampCache;
use crate::value::angka::ribuan;
use crate::value::teks::visible;
use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::process::ExitCode;

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    let named = |id: &'static str, en: &'static str| if bahasa == Bahasa::Id { id } else { en };
    Command::new("setujui")
        .visible_alias("approve")
        .about(word(
            "Catat siapa yang menyetujui suatu catatan, dengan sidik isinya sekarang",
            "Note who approves a record, with the digest of what it says now",
        ))
        .arg(
            Arg::new("berkas")
                .required(true)
                .num_args(1..)
                .value_parser(with_slashes)
                .value_name(named("BERKAS", "FILE"))
                .help(word(
                    "catatan yang disetujui, misalnya jambi/kota-jambi/paslon/1.yaml, atau foldernya",
                    "the record that is approved, for example jambi/kota-jambi/paslon/1.yaml, or its folder",
                )),
        )
        .arg(
            Arg::new("oleh")
                .long("oleh")
                .visible_alias("by")
                .required(true)
                .value_name(named("NAMA", "NAME"))
                .help(word("nama yang menyetujui", "the name of who approves")),
        )
        .arg(
            Arg::new("jabatan")
                .long("jabatan")
                .visible_alias("office")
                .value_name(named("JABATAN", "OFFICE"))
                .help(word("jabatannya, misalnya \"Ketua KPU Kota Contoh\"", "the office held")),
        )
        .arg(Arg::new("tulis").long("tulis").visible_alias("write").action(ArgAction::SetTrue).help(word(
            "tambahkan barisnya ke persetujuan.yaml; tanpa ini hanya ditampilkan",
            "add the lines to persetujuan.yaml; without it they are only shown",
        )))
}

/// Approves: 0 when the lines are shown or written.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    let sources = session.sources(&StampCache::default())?;
    let text = |name| matches.get_one::<String>(name).map(String::as_str);
    let by =
        Approver { oleh: text("oleh").unwrap_or_default(), jabatan: text("jabatan"), hari: session.build_options.hari };
    let names: Vec<&str> = matches.get_many::<String>("berkas").into_iter().flatten().map(String::as_str).collect();
    let approvals = approvals(&sources, &names, &by)?;
    for known in approvals.iter().filter(|approval| approval.is_known) {
        let (berkas, oleh) = (visible(&known.berkas), visible(by.oleh));
        session.say(&kata(
            format!("{berkas} sudah disetujui {oleh} seperti isinya sekarang"),
            format!("{oleh} has approved {berkas} as it is now"),
        ));
    }
    let changes = changes(&sources, &approvals, &by);
    if !matches.get_flag("tulis") {
        let mut list = "";
        for approval in approvals.iter().filter(|approval| !approval.is_known) {
            if list != approval.list {
                list = &approval.list;
                print(&format!("# {list}\npersetujuan:"))?;
            }
            print(&format!("  {}", approval.line(&by)))?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    for change in changes? {
        write(&session.root, &sources, &change)?;
        let (added, path) = (ribuan(change.added as u64), &change.path);
        session.say(&kata(
            format!("{added} persetujuan ditambahkan ke {path}"),
            format!("{added} approvals added to {path}"),
        ));
    }
    Ok(ExitCode::SUCCESS)
}

//! `pilkada build`: check, then publish.

use super::progress::Progress;
use super::{Session, UNSOUND};
use crate::bahasa::{Bahasa, Kata, kata};
use crate::output::{Published, Trust};
use crate::project::serving::Rules;
use crate::project::{Outcome, Project};
use crate::report::Report;
use crate::report::draw::teks;
use crate::value::angka::ribuan;
use crate::value::teks::visible;
use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant, SystemTime};

/// How many of the pages that changed are named where nobody asks for all.
const FEW: usize = 5;

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    Command::new("build")
        .visible_alias("bangun")
        .about(word(
            "Periksa isi, lalu terbitkan situs ke folder output",
            "Check the content, then publish the site to the output folder",
        ))
        .arg(
            Arg::new("output")
                .long("output")
                .value_name("FOLDER")
                .value_parser(clap::value_parser!(PathBuf))
                .help(word("folder hasil; bawaannya output", "folder of the site; output if left out")),
        )
        .arg(Arg::new("teliti").long("teliti").visible_alias("thorough").action(ArgAction::SetTrue).help(word(
            "baca semua berkas hasil, dan tulis ulang yang isinya bukan lagi yang diterbitkan",
            "read all files of the site, and write those anew that no longer hold what was published",
        )))
        .arg(Arg::new("siap-saji").long("siap-saji").visible_alias("serve-ready").action(ArgAction::SetTrue).help(
            word(
                "kemas juga teksnya (.gz, .br), dan tulis aturan untuk server web di samping folder hasil",
                "pack texts too (.gz, .br), and write rules for web servers beside the site's folder",
            ),
        ))
        .arg(Arg::new("halaman").long("halaman").visible_alias("pages").action(ArgAction::SetTrue).help(word(
            "sebutkan semua halaman yang berubah, bukan beberapa yang pertama saja",
            "name every page that changed, not only the first few",
        )))
        .arg(Arg::new("waktu").long("waktu").visible_alias("timings").action(ArgAction::SetTrue).help(word(
            "sebutkan lama setiap tahap, dan berapa berkas digambar",
            "say how long each stage took, and how many files were drawn",
        )))
}

/// Builds: 0 when the site is published, 1 when the content is unsound and the old site stays.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    let begun = Instant::now();
    let target = matches.get_one::<PathBuf>("output").cloned().unwrap_or_else(|| session.output());
    session.expect_content()?;
    let project = Project::open(&session.root, &target, session.build_options, SystemTime::now())?.last();
    let trust = if matches.get_flag("teliti") { Trust::Bytes } else { Trust::Times };
    let project = project.trusting(trust);
    let project = if matches.get_flag("siap-saji") { project.ready_to_serve() } else { project };
    let (progress, mut report) = (Progress::new(session), Report::default());
    let outcome = project.publish(&progress, &mut report);
    progress.finish();
    let Outcome::Published { published, found, next, rules } = outcome? else {
        eprintln!("{}", teks(&report, &project.sources, session.style(&std::io::stderr())));
        session.say(&kata(
            "situs tidak diterbitkan; yang lama tetap seperti semula",
            "nothing is published; the old site is as it was",
        ));
        return Ok(ExitCode::from(UNSOUND));
    };
    [&found, &next].into_iter().flatten().for_each(|sentence| session.say(sentence));
    session.say(&closing(&published, &target, begun.elapsed()));
    let most = if matches.get_flag("halaman") { usize::MAX } else { FEW };
    if let Some(sentence) = pages(&published.pages, most) {
        session.say(&sentence);
    }
    rules.iter().flat_map(of_rules).for_each(|sentence| session.say(&sentence));
    if matches.get_flag("waktu") {
        eprintln!("{}", progress.times(begun));
    }
    // The program ends here: the system takes memory back sooner than we give it back, piece by piece.
    std::mem::forget(project);
    Ok(ExitCode::SUCCESS)
}

/// What is said of the rules for web servers.
fn of_rules(rules: &Rules) -> Vec<Kata> {
    let folder = rules.folder.display();
    let mut said = vec![if rules.are_new {
        kata(
            format!(
                "aturan server di {folder} BERUBAH: pasang dan muat ulang server sebelum situs ini diunggah; lihat BACA.txt di sana"
            ),
            format!(
                "the rules for servers in {folder} CHANGED: put them in place and reload the server before this site is uploaded; see BACA.txt there"
            ),
        )
    } else {
        kata(format!("aturan server di {folder} masih sama"), format!("the rules for servers in {folder} are the same"))
    }];
    said.extend(rules.offender.as_ref().map(|page| {
        kata(
            format!("{page} dan mungkin halaman lain memakai style=\"…\" atau onclick=\"…\", yang tidak diizinkan aturan itu: pindahkan ke <style> atau berkas skrip di tema"),
            format!("{page}, and perhaps other pages, have style=\"…\" or onclick=\"…\", which these rules do not let through: move it into <style> or a script file of the theme"),
        )
    }));
    said
}

/// What is said of a published site.
fn closing(published: &Published, target: &Path, took: Duration) -> Kata {
    let (files, changed) = (ribuan(published.files as u64), ribuan(published.changed as u64));
    let (target, milliseconds) = (target.display(), took.as_millis());
    kata(
        format!("{files} berkas, {changed} berubah, terbit di {target} dalam {milliseconds} milidetik"),
        format!("{files} files, {changed} changed, published in {target} within {milliseconds} milliseconds"),
    )
}

/// The pages that changed, by name as far as so many go; nothing where none did.
fn pages(pages: &[String], most: usize) -> Option<Kata> {
    if pages.is_empty() {
        return None;
    }
    let count = ribuan(pages.len() as u64);
    let named = pages.iter().take(most).map(|path| format!("\n  {}", visible(path))).collect::<Vec<_>>().concat();
    let rest = pages.len().saturating_sub(most);
    let (id, en) = if rest == 0 {
        (String::new(), String::new())
    } else {
        let rest = ribuan(rest as u64);
        (
            format!("\n  … dan {rest} lagi; --halaman menyebutkan semuanya"),
            format!("\n  … and {rest} more; --pages names all of them"),
        )
    };
    Some(kata(format!("halaman yang berubah: {count}{named}{id}"), format!("pages that changed: {count}{named}{en}")))
}

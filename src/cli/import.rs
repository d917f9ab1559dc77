//! `pilkada import`: pairs, regions, polling places, lists of voters and votes from other people's files.

use super::repair::agrees;
use super::{Session, UNSOUND, print};
use crate::bahasa::{Bahasa, Kata, kata};
use crate::project::begin::editor;
use crate::project::desk::{Checked, Desk, Saved};
use crate::project::import::kind::Kind;
use crate::project::import::map::Told;
use crate::project::import::read::{Given, MOST_BYTES};
use crate::project::import::remember::{self, FILE, Remembered};
use crate::project::import::shown::{Shown, difference};
use crate::project::import::work::Wish;
use crate::project::import::{Import, Planned, Request, plan};
use crate::refusal::Because;
use crate::report::Report;
use crate::report::draw::teks;
use crate::source::{self, StampCache};
use crate::value::angka::ribuan;
use crate::value::daftar_wilayah;
use crate::value::teks::visible;
use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

/// The most lines that are shown of all changes, and of what is wrong.
const MOST_LINES: usize = 400;
const MOST_WRONG: usize = 20;

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    let name = |id: &'static str, en: &'static str| if bahasa == Bahasa::Id { id } else { en };
    let kinds = Kind::ALL.map(Kind::name);
    let files = Arg::new("berkas").required(true).action(ArgAction::Append).value_name(name("BERKAS", "FILE"));
    let option = |long: &'static str, alias: &'static str, value: &'static str| {
        Arg::new(long).long(long).visible_alias(alias).value_name(value)
    };
    Command::new("import")
        .visible_alias("impor")
        .about(word(
            "Ambil pasangan calon, wilayah, TPS, pemilih dan suara dari berkas KPU, CSV atau XLSX",
            "Take pairs, regions, polling places, voters and votes from KPU's files, CSV or XLSX",
        ))
        .arg(files.value_parser(clap::value_parser!(PathBuf)).help(word(
            "berkas JSON dari KPU, CSV atau XLSX, atau folder berisi berkas itu",
            "JSON of KPU's, CSV or XLSX, or a folder of such files",
        )))
        .arg(option("jenis", "kind", name("JENIS", "KIND")).value_parser(kinds).help(word(
            "isi tabelnya, kalau tidak terbaca dari judul kolomnya",
            "what the table is about, where its headings do not tell",
        )))
        .arg(option("wilayah", "region", name("WILAYAH", "REGION")).help(word(
            "hanya wilayah ini: jambi/kota-jambi, atau semua di dalam jambi",
            "this region only: jambi/kota-jambi, or all inside jambi",
        )))
        .arg(option("kolom", "column", name("NAMA=JUDUL", "NAME=HEADING")).action(ArgAction::Append).help(word(
            "kolom berjudul JUDUL berisi NAMA, misalnya nomor_urut=No; diingat untuk berkas berikutnya",
            "the column with that HEADING says NAME, for example nomor_urut=No; kept for the next file",
        )))
        .arg(
            option("lembar", "sheet", name("LEMBAR", "SHEET"))
                .help(word("hanya lembar ini dari berkas XLSX", "this sheet of an XLSX only")),
        )
        .arg(option("sumber", "source", name("KUNCI", "KEY")).help(word(
            "kunci di sumber.yaml; ditambahkan ke setiap catatan yang diimpor",
            "key in sumber.yaml; added to every record that is imported",
        )))
        .arg(option("alasan", "reason", name("ALASAN", "REASON")).help(word(
            "alasan koreksi, kalau ada yang sudah terbit ikut berubah",
            "why it is corrected, where something published is another now",
        )))
        .arg(Arg::new("terapkan").long("terapkan").visible_alias("apply").action(ArgAction::SetTrue).help(word(
            "tulis; tanpa ini perubahannya hanya ditunjukkan",
            "write it; without this the changes are only shown",
        )))
}

/// Imports: 0 when all is as the files say, 1 when something is left to do.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    session.expect_content()?;
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let columns = columns(matches, session)?;
    let remembered = remember::read(&session.root)?;
    let files = given(matches, session)?;
    let sources = session.sources(&StampCache::default())?;
    let region = text("wilayah").map(folder_of);
    let told = Told { kind: text("jenis").and_then(Kind::named), columns: &columns, remembered: &remembered };
    let wish = Wish { region: region.as_deref(), sumber: text("sumber") };
    let request = Request { told, wish, sheet: text("lembar"), reason: text("alasan") };
    let desk = Desk::new(&session.root, &session.output(), session.build_options);
    let import = plan(&files, &request, &desk, &sources);
    say(&import, session);
    if !import.wrong.is_empty() {
        return Ok(nothing_written(session));
    }
    if import.changes.is_empty() {
        session.say(&all_same(&import));
        return Ok(ExitCode::SUCCESS);
    }
    print(&drawn(&import.changes, session))?;
    session.say(&counted(&import));
    let changes: Vec<_> = import.changes.iter().map(|planned| planned.change.clone()).collect();
    if !matches.get_flag("terapkan") {
        let checked = desk.check(&changes, SystemTime::now())?;
        if !checked.grave.is_empty() {
            return Ok(unsound(checked, request.wish.sumber, session));
        }
        if !agrees(changes.len(), session)? {
            session.say(&kata(
                "belum ada yang ditulis; untuk menulisnya tambahkan --terapkan",
                "nothing is written yet; to write it add --apply",
            ));
            return Ok(ExitCode::from(UNSOUND));
        }
    }
    match desk.save(&changes, SystemTime::now())? {
        Saved::Written(_) => written(&import, &remembered, &columns, session),
        Saved::Unsound(checked) => Ok(unsound(checked, request.wish.sumber, session)),
        Saved::Changed(path) => Err(session.refusal(&kata(
            format!("{path} baru saja diubah program lain; jalankan lagi"),
            format!("{path} was changed by another program just now; run it again"),
        ))),
    }
}

/// What became of it once it is on the disk.
fn written(
    import: &Import,
    remembered: &[Remembered],
    columns: &[(String, String)],
    session: &Session,
) -> Result<ExitCode> {
    for planned in import.changes.iter().filter(|planned| planned.before.is_empty()) {
        editor::put_schema(&session.root, &planned.change.path)?;
    }
    for mapped in import.read.iter().filter(|_| !columns.is_empty()) {
        let told = Remembered { headings: mapped.headings.clone(), kind: mapped.kind, columns: columns.to_vec() };
        remember::keep(&session.root, remembered, &told)?;
        session.say(&kata(
            format!("kolomnya diingat di {FILE}; lain kali tidak perlu --kolom"),
            format!("the columns are kept in {FILE}; next time --column is not needed"),
        ));
    }
    let files = import.changes.len();
    session.say(&kata(format!("{files} berkas ditulis"), format!("{files} files written")));
    if import.changes.iter().any(|planned| planned.change.text.contains("ISI mengapa berubah")) {
        session.say(&kata(
            "yang sudah terbit ikut berubah: isi alasannya di koreksi.yaml, lalu pilkada build",
            "something published is another now: fill in why in koreksi.yaml, then pilkada build",
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// The columns that were named on the command line.
fn columns(matches: &ArgMatches, session: &Session) -> Result<Vec<(String, String)>> {
    let words = matches.get_many::<String>("kolom").into_iter().flatten();
    let known = |name: &str| {
        let all = Kind::ALL.into_iter().flat_map(|kind| kind.columns().iter()).map(|(field, _)| field.name());
        name.starts_with("suara_") || all.into_iter().any(|known| known == name)
    };
    words
        .map(|word| match word.split_once('=') {
            Some((name, heading)) if known(name) && !heading.is_empty() => Ok((name.to_owned(), heading.to_owned())),
            _ => Err(session.refusal(&kata(
                format!("--kolom \"{word}\" tidak dikenal; tulis misalnya --kolom nomor_urut=No --kolom calon=\"Nama Calon\""),
                format!("--column \"{word}\" is not known; write for example --column nomor_urut=No --column calon=\"Nama Calon\""),
            ))),
        })
        .collect()
}

/// The folder that a region is named by, also where its code or its name was written.
fn folder_of(text: &str) -> String {
    let named = || daftar_wilayah::sought(text).filter(|_| !text.contains('/'));
    named().map_or_else(|| text.trim_end_matches('/').to_owned(), daftar_wilayah::Resmi::jalur)
}

/// The files that were named, and those in folders that were.
fn given(matches: &ArgMatches, session: &Session) -> Result<Vec<Given>> {
    let mut files = Vec::new();
    for path in matches.get_many::<PathBuf>("berkas").into_iter().flatten() {
        let found = source::files_at(path)?;
        if found.is_empty() {
            let path = path.display();
            return Err(session.refusal(&kata(
                format!("tidak ada berkas JSON, CSV atau XLSX di {path}"),
                format!("there is no JSON, CSV or XLSX in {path}"),
            )));
        }
        for file in found {
            files.push(read(&file)?);
        }
    }
    Ok(files)
}

fn read(path: &Path) -> Result<Given> {
    let shown = path.display().to_string();
    let bytes = source::foreign(path, MOST_BYTES as u64 + 1)
        .because(|| kata(format!("membaca {shown}"), format!("reading {shown}")))?;
    Ok(Given { path: shown, bytes })
}

/// Says what was read, what there is to say of it, and what is wrong.
fn say(import: &Import, session: &Session) {
    for mapped in &import.read {
        let (name, rows) = (visible(&mapped.name), ribuan(mapped.lines.len() as u64));
        let [id, en] = [Bahasa::Id, Bahasa::En].map(|one| mapped.kind.words().dalam(one).to_owned());
        let unused = mapped.unused().join(", ");
        let sentence = kata(format!("{name}: {id}, {rows} baris"), format!("{name}: {en}, {rows} rows"));
        session.say(&if unused.is_empty() {
            sentence
        } else {
            let unused = visible(&unused);
            sentence.and(&kata(format!("kolom yang tidak dipakai: {unused}"), format!("columns not used: {unused}")))
        });
    }
    some(&import.said, session);
    some(&import.wrong, session);
}

/// The first of some sentences, and how many more there are.
fn some(sentences: &[Kata], session: &Session) {
    for sentence in sentences.iter().take(MOST_WRONG) {
        session.say(&kata(visible(sentence.dalam(Bahasa::Id)), visible(sentence.dalam(Bahasa::En))));
    }
    let rest = sentences.len().saturating_sub(MOST_WRONG);
    if rest > 0 {
        session.say(&kata(format!("dan {rest} lagi seperti ini"), format!("and {rest} more like these")));
    }
}

/// The changes, file by file, as `diff` shows them.
fn drawn(changes: &[Planned], session: &Session) -> String {
    let (mut text, mut left) = (String::new(), MOST_LINES);
    for planned in changes {
        let new = if planned.before.is_empty() { kata(" (baru)", " (new)") } else { kata("", "") };
        _ = writeln!(text, "{}{}", visible(&planned.change.path), new.dalam(session.bahasa));
        let lines = difference(&planned.before, &planned.change.text);
        for line in lines.iter().take(left) {
            let (sign, line) = match line {
                Shown::Gone(line) => ('-', line),
                Shown::New(line) => ('+', line),
            };
            _ = writeln!(text, "  {sign} {}", visible(line));
        }
        left = left.saturating_sub(lines.len());
    }
    text.trim_end().to_owned()
}

/// How much there is of everything.
fn counted(import: &Import) -> Kata {
    let new = import.changes.iter().filter(|planned| planned.before.is_empty()).count();
    let (changed, same) = (import.changes.len() - new, import.same);
    kata(
        format!("{new} berkas baru, {changed} berubah, {same} sudah sama"),
        format!("{new} new files, {changed} changed, {same} the same already"),
    )
}

fn all_same(import: &Import) -> Kata {
    let same = import.same;
    kata(
        format!("tidak ada yang perlu ditulis: {same} catatan sudah sama"),
        format!("there is nothing to write: {same} records are the same already"),
    )
}

/// The rules that a record without a source breaks.
const WITHOUT_SOURCE: [&str; 2] = ["FKT-01", "FKT-51"];

fn unsound(checked: Checked, sumber: Option<&str>, session: &Session) -> ExitCode {
    let has_none = checked.grave.iter().any(|finding| WITHOUT_SOURCE.contains(&finding.code));
    let mut report = Report::default();
    report.extend(checked.grave);
    eprintln!("{}", teks(&report, &checked.sources, session.style(&std::io::stderr())));
    if has_none && sumber.is_none() {
        session.say(&kata(
            "sebutkan sumbernya dengan --sumber KUNCI; kunci baru dibuat dengan pilkada new sumber",
            "name the source by --source KEY; pilkada new sumber makes a new key",
        ));
    }
    nothing_written(session)
}

fn nothing_written(session: &Session) -> ExitCode {
    session.say(&kata("tidak ada yang ditulis", "nothing was written"));
    ExitCode::from(UNSOUND)
}

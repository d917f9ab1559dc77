//! `pilkada new pengundian`: gives the pairs that have no numbers yet those that were drawn, and writes the draw.
//!
//! A pair's file keeps every line and comment; it gets its number and says how it was named, and is renamed. No file is written
//! over.

use crate::bahasa::{Kata, kata};
use crate::cli::new::create;
use crate::cli::{Session, UNSOUND, print};
use crate::output::edit;
use crate::project::begin::order::{Order, ballot_number};
use crate::project::begin::{editor, kind};
use crate::record::paslon::LembarPaslon;
use crate::record::{Loaded, Records};
use crate::report::Report;
use crate::report::draw::teks;
use crate::source::Sources;
use crate::value::mirip::nearest;
use crate::value::nama::bare;
use crate::value::nomor_urut::NomorUrut;
use anyhow::Result;
use std::collections::BTreeMap;
use std::io;
use std::process::ExitCode;

/// What stands between a number and the name of a pair's file on the command line.
pub(super) const GIVES: char = '=';

/// A pair with the number that it drew.
struct Drawn<'o> {
    nomor: NomorUrut,
    loaded: &'o Loaded<LembarPaslon>,
}

/// The pairs of the scope whose files have no number yet.
pub(super) fn unnumbered<'o>(order: &Order<'o>) -> Vec<&'o Loaded<LembarPaslon>> {
    let pairs = order.scope().into_iter().flat_map(|scope| &scope.paslon);
    pairs.filter(|loaded| loaded.name.nomor.is_none()).collect()
}

/// Renames the files of the pairs to their numbers and writes the draw, which `new` is where there is none.
pub(super) fn run(order: &Order<'_>, given: &[&str], sources: &Sources, session: &Session) -> Result<ExitCode> {
    let waiting = unnumbered(order);
    let drawn = if given.is_empty() { of_record(order, &waiting) } else { of_words(given, &waiting) };
    let drawn = drawn.and_then(|drawn| complete(order, &waiting, drawn)).map_err(|why| session.refusal(&why))?;
    let files: Vec<(String, String)> = drawn.iter().map(numbered).collect();
    if let Some((path, _)) = files.iter().find(|(path, _)| sources.get(path).is_some()) {
        return Err(session.refusal(&kata(
            format!("{path} sudah ada dan tidak ditimpa"),
            format!("{path} is there already and is not written over"),
        )));
    }
    let written = Sources::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let mut report = Report::default();
    Records::load(&written, &mut report);
    if !report.is_clean() {
        eprintln!("{}", teks(&report, &written, session.style(&io::stderr())));
        session.say(&kata("tidak ada yang ditulis", "nothing was written"));
        return Ok(ExitCode::from(UNSOUND));
    }
    for (Drawn { loaded, .. }, (path, text)) in drawn.iter().zip(&files) {
        let from = session.root.join(loaded.path());
        edit::replace(&from, loaded.source.text().as_bytes(), text.as_bytes())?;
        edit::rename(&from, &session.root.join(path))?;
        print(path)?;
    }
    write_draw(order, &drawn, session)?;
    session.say(&kata(
        "alamat lama setiap pasangan menuju ke nomornya; periksa `tanggal` dan `hasil` di pengundian.yaml",
        "the old address of each pair leads to its number; look at `tanggal` and `hasil` in pengundian.yaml",
    ));
    Ok(ExitCode::SUCCESS)
}

/// The numbers on the command line: `1=sari-budi`.
fn of_words<'o>(given: &[&str], waiting: &[&'o Loaded<LembarPaslon>]) -> Result<Vec<Drawn<'o>>, Kata> {
    let slugs = || waiting.iter().map(|loaded| loaded.slug());
    let one = |word: &&str| {
        let (number, name) = word.split_once(GIVES).unwrap_or((word, ""));
        let nomor = ballot_number(number)?;
        let name = name.strip_suffix(".yaml").unwrap_or(name);
        match waiting.iter().find(|loaded| loaded.slug() == name) {
            Some(loaded) => Ok(Drawn { nomor, loaded }),
            None => Err(unknown(name, &slugs().collect::<Vec<_>>())),
        }
    };
    given.iter().map(one).collect()
}

fn unknown(name: &str, known: &[&str]) -> Kata {
    let (id, en) = match nearest(name, known.iter().copied()) {
        Some(near) => (format!("mungkin maksudnya {near}"), format!("perhaps {near} is meant")),
        None => (format!("pilihannya: {}", known.join(", ")), format!("the choices are: {}", known.join(", "))),
    };
    kata(
        format!("tidak ada berkas paslon/{name}.yaml tanpa nomor; {id}"),
        format!("there is no file paslon/{name}.yaml without a number; {en}"),
    )
}

/// The numbers of the draw's record, where every name in it is that of one pair.
fn of_record<'o>(order: &Order<'o>, waiting: &[&'o Loaded<LembarPaslon>]) -> Result<Vec<Drawn<'o>>, Kata> {
    let record = order.scope().and_then(|scope| scope.pengundian.as_ref());
    let result = record.map(|loaded| &loaded.record.hasil).filter(|hasil| !hasil.is_empty());
    let Some(result) = result else { return Err(asked(order, waiting)) };
    let mut drawn = Vec::new();
    for (nomor, nama) in result.iter() {
        let words = words(nama);
        let shared =
            |loaded: &Loaded<LembarPaslon>| names(&loaded.record).iter().filter(|word| words.contains(word)).count();
        let most = waiting.iter().map(|loaded| shared(loaded)).max().filter(|most| *most > 0);
        let mut found = waiting.iter().filter(|loaded| Some(shared(loaded)) == most);
        match (found.next(), found.next()) {
            (Some(loaded), None) => drawn.push(Drawn { nomor: *nomor, loaded }),
            (None, _) => {}
            (Some(_), Some(_)) => return Err(asked(order, waiting)),
        }
    }
    Ok(drawn)
}

fn words(name: &str) -> Vec<String> {
    name.split(['–', '—', '/', '&'])
        .flat_map(|part| bare(part).split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// The words a pair is known by.
fn names(record: &LembarPaslon) -> Vec<String> {
    let people = [&record.calon, &record.wakil].into_iter().flatten();
    let names =
        people.flat_map(|calon| [Some(&calon.nama), calon.nama_tampil.as_ref(), calon.sapaan.as_ref()]).flatten();
    let mut known: Vec<String> = names.flat_map(|name| words(name)).collect();
    known.extend(record.kolom_kosong.then(|| "kosong".to_owned()));
    known.sort();
    known.dedup();
    known
}

/// Every pair has one number, and no number has two.
fn complete<'o>(
    order: &Order<'o>,
    waiting: &[&'o Loaded<LembarPaslon>],
    drawn: Vec<Drawn<'o>>,
) -> Result<Vec<Drawn<'o>>, Kata> {
    let numbered = order.scope().into_iter().flat_map(|scope| &scope.paslon).filter_map(|loaded| loaded.name.nomor);
    let mut numbers: Vec<NomorUrut> = numbered.chain(drawn.iter().map(|one| one.nomor)).collect();
    numbers.sort();
    if let Some(twice) = numbers.windows(2).find(|two| two[0] == two[1]) {
        let nomor = twice[0];
        return Err(kata(format!("nomor {nomor} diberikan dua kali"), format!("number {nomor} is given twice")));
    }
    let has_one =
        |loaded: &&&Loaded<LembarPaslon>| drawn.iter().filter(|one| std::ptr::eq(one.loaded, **loaded)).count() == 1;
    if waiting.iter().all(|loaded| has_one(&loaded)) { Ok(drawn) } else { Err(asked(order, waiting)) }
}

/// What has to be told.
fn asked(order: &Order<'_>, waiting: &[&Loaded<LembarPaslon>]) -> Kata {
    let example: Vec<String> =
        (1..).zip(waiting).map(|(n, loaded): (usize, _)| format!("{n}{GIVES}{}", loaded.slug())).collect();
    let example = format!("pilkada new pengundian {} {}", order.jalur, example.join(" "));
    kata(
        format!("sebutkan nomor hasil undian setiap pasangan satu kali, misalnya {example}"),
        format!("name the number that each pair drew once, for example {example}"),
    )
}

/// The file of a pair under its number, with the number and the name it had: where an example of either stands as a comment, in
/// its place, and else before the first key.
fn numbered(drawn: &Drawn<'_>) -> (String, String) {
    let Drawn { nomor, loaded } = drawn;
    let mut text = loaded.source.text().to_owned();
    for (key, value) in [("slug_lama", loaded.slug().to_owned()), ("nomor_urut", nomor.to_string())] {
        text = with_key(&text, key, &value);
    }
    let folder = loaded.path().rsplit_once('/').map_or("", |(folder, _)| folder);
    (format!("{folder}/{nomor}.yaml"), text)
}

fn with_key(text: &str, key: &str, value: &str) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let example = format!("# {key}: ");
    let is_key = |line: &str| !line.trim().is_empty() && !line.starts_with(['#', '-', '%', '\u{feff}']);
    let lines = || {
        text.split_inclusive('\n').scan(0, |at, line| {
            let from = *at;
            *at += line.len();
            Some((from, line))
        })
    };
    let commented = lines().find(|(_, line)| line.starts_with(&example)).map(|(from, line)| from..from + line.len());
    let first = || lines().find(|(_, line)| is_key(line)).map_or(text.len(), |(from, _)| from);
    let place = commented.unwrap_or_else(|| {
        let first = first();
        first..first
    });
    format!("{}{key}: {value}{end}{}", &text[..place.start], &text[place.end..])
}

/// Writes the result of the draw: in a record of its own, or at the end of the one that announced it.
fn write_draw(order: &Order<'_>, drawn: &[Drawn<'_>], session: &Session) -> Result<()> {
    let path = order.path("pengundian.yaml");
    let announced = order.scope().and_then(|scope| scope.pengundian.as_ref());
    let result = result(order, drawn);
    match announced {
        Some(loaded) if loaded.record.hasil.is_empty() => {
            let before = loaded.source.text();
            let end = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
            edit::replace(
                &session.root.join(&path),
                before.as_bytes(),
                format!("{before}{end}hasil:{result}\n").as_bytes(),
            )?;
            print(&path)
        }
        Some(_) => Ok(()),
        None => {
            let text = kind::draw_form(order, &result);
            create(&session.root, &path, &editor::with_schema(&path, &text), session)?;
            editor::put_schema(&session.root, &path)
        }
    }
}

/// The lines of `hasil`: every pair of the scope by its number.
fn result(order: &Order<'_>, drawn: &[Drawn<'_>]) -> String {
    let mut all: BTreeMap<NomorUrut, &LembarPaslon> =
        drawn.iter().map(|Drawn { nomor, loaded }| (*nomor, &*loaded.record)).collect();
    let others = order.scope().into_iter().flat_map(|scope| &scope.paslon);
    all.extend(others.filter_map(|loaded| Some((loaded.name.nomor?, &*loaded.record))));
    let lines = all.into_iter().map(|(nomor, record)| format!("\n  {nomor}: {}", kind::drawn_name(record)));
    lines.collect()
}

/// Numbers are told, and every pair has one.
pub(super) fn nothing_to_number(order: &Order<'_>) -> Kata {
    let jalur = &order.jalur;
    kata(
        format!("semua berkas paslon di {jalur} sudah bernomor; jalankan tanpa nomor{GIVES}nama"),
        format!("every file of a pair in {jalur} has its number; run it without number{GIVES}name"),
    )
}

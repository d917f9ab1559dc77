//! The one pass over a file finds what every look finds by itself: no look is left out where it would find something.

use crate::content::on;
use crate::incremental::nation;
use crate::mutasi;
use pilkada::check::{found_by_each_look, found_in, looks};
use pilkada::pipeline;
use pilkada::report::Report;
use pilkada::source::{self, Sources};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

/// Compares the pass with the looks, over all files of a project; gives the numbers of the looks that found something.
fn compare(sources: &Sources) -> BTreeSet<usize> {
    let Some(model) = pipeline::load(sources, on("2024-12-20"), &mut Report::default()) else { return BTreeSet::new() };
    let mut finders = BTreeSet::new();
    for document in model.documents.iter() {
        let each = found_by_each_look(document);
        assert_eq!(found_in(document), each, "{}", document.path);
        finders.extend(each.into_iter().map(|found| found.look));
    }
    finders
}

fn texts(files: &mutasi::Files) -> Sources {
    Sources::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

#[test]
fn one_pass_finds_what_each_look_finds() {
    assert!(compare(&source::read(Path::new(".")).unwrap()).len() > 3);
    let some: Vec<mutasi::Files> = mutasi::planted().into_iter().step_by(12).collect();
    some.par_iter().for_each(|files| _ = compare(&texts(files)));
}

#[test]
#[ignore = "half a minute: .ci/run does it, and so should you when a look was changed"]
fn one_pass_over_every_planted_mistake_finds_what_each_look_finds() {
    let mut finders = compare(&source::read(Path::new(".")).unwrap());
    let planted = mutasi::planted();
    assert!(planted.len() > 200, "{} sites", planted.len());
    let found: Vec<BTreeSet<usize>> = planted.par_iter().map(|files| compare(&texts(files))).collect();
    finders.extend(found.into_iter().flatten());
    // No planted mistake is as large as what cannot be drawn.
    let mut large = planted[0].clone();
    let article = format!("---\njudul: Uji\ntanggal: 2024-11-01\n---\n\n{}\n", "1. ".repeat(50_000));
    large.insert("content/berita/2024-11-01-uji.md".to_owned(), article);
    finders.extend(compare(&texts(&large)));
    let names = looks();
    let idle: Vec<&str> = (0..names.len()).filter(|look| !finders.contains(look)).map(|look| names[look]).collect();
    assert_eq!(idle, [""; 0], "no text here shows what these find");
}

#[test]
fn one_pass_finds_what_each_look_finds_in_words_of_any_case_and_shape() {
    let lines = [
        "RT05 RW02, rt 3 rw 4; Rt.03/Rw.04 dan RT/RW 003/002.",
        "ke CONTOH@GMAIL.COM atau a@yahoo.co.id",
        "[a](HTTPS://BIT.LY/contoh) www.drive.google.com/x",
        "Kotak\n  Kosong, kotak suara kosong, \"KOTAK KOSONG\"",
        "Jum'at, 31 November 2024 dan Jum’at, 1 Januari 2024",
        "(0285) 421234, (021) 123-4567, +62 812 3456 789, 33 75\u{a0}0101.0190 0001",
        "3375-0141-0190-0001 3375 0101 0190 0001",
        "TTL: Contoh,\n17 Agustus 1970; Born August 17, 1970; ke-lahiran",
        "Beragama: ISLAM. Mengidap kanker. Anaknya bernama Contoh. MENIKAH",
        "KPU Kabupaten\nsatu contoh; PEMKAB satu; Wali  kota dua; (bupati)",
        "éPengawal Briptu Contoh; éTerbaik; paling\tlayak; PRO rakyat",
        "Hartanya Rp1.500.000; kekayaan 2 miliar rupiah; hasil\nsurvei",
    ];
    let mut project = nation();
    for (path, text) in project.iter_mut().filter(|(path, _)| path.contains("/berita/")) {
        let turn = path.bytes().map(usize::from).sum::<usize>();
        for line in lines.iter().cycle().skip(turn % lines.len()).take(4) {
            text.extend(["\n", line, "\n"]);
        }
    }
    assert!(compare(&crate::incremental::sources(&project)).len() > 10);
}

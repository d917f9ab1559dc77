//! `docs/aturan.md`: every code in one table, then each with its reason, its law and its example.

use super::{Explanation, bad, file_of, sureness};
use crate::bahasa::Bahasa;
use std::fmt::Write;

/// What stands before the table.
const BEGINNING: &str = include_str!("awal.md");
/// What stands after the table.
const REMARKS: &str = include_str!("akhir.md");

/// The whole page, in Indonesian: it is part of the manual.
pub(super) fn page(all: &[Explanation]) -> String {
    let rows: String = all.iter().map(row).collect();
    let sections: Vec<String> = all.iter().map(section).collect();
    let head = "| kode | tingkat | apa | dasar | keyakinan |\n|---|---|---|---|---|\n";
    format!("{BEGINNING}{head}{rows}\n{REMARKS}\n{}", sections.join("\n"))
}

fn row(known: &Explanation) -> String {
    let level = known.level.word();
    let what = known.what.0.replace('|', "\\|");
    let (code, law, sure) = (known.code, known.law.unwrap_or("–"), known.confidence);
    format!("| {code} | {} | {what} | {law} | {sure:?} |\n", level.dalam(Bahasa::Id))
}

/// The section of one code.
pub(super) fn section(known: &Explanation) -> String {
    let level = known.level.word();
    let mut text = format!("## {}\n\n**{}**: {}.\n\n", known.code, capital(level.dalam(Bahasa::Id)), known.what.0);
    let law = known.law.map_or("tidak perlu dasar hukum".to_owned(), str::to_owned);
    // Writing to a String does not fail.
    let _ = writeln!(text, "Sebab: {}. Dasar: {law}. Keyakinan: {}.\n", known.why.0, sureness(known.confidence).0);
    let (file, example) = (file_of(&known.example), &known.example);
    let language = if file.ends_with(".yaml") { "yaml" } else { "" };
    let _ = writeln!(text, "Salah, di `{file}`:\n\n```{language}\n{}\n```\n", bad(example, Bahasa::Id));
    let _ = writeln!(text, "Benar:\n\n```{language}\n{}\n```", example.good);
    text
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

//! `docs/aturan.md`: every code in one table, then each with its reason, its law and its example.

use super::{Explanation, bad, file_of, sureness};
use crate::bahasa::Bahasa;
use crate::hukum::paket::{Baris, Ketentuan};
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
    let (code, law, sure) = (known.code, known.law.as_deref().unwrap_or("–"), known.confidence);
    format!("| {code} | {} | {what} | {law} | {sure:?} |\n", level.dalam(Bahasa::Id))
}

/// The section of one code.
pub(super) fn section(known: &Explanation) -> String {
    let level = known.level.word();
    let mut text = format!("## {}\n\n**{}**: {}.\n\n", known.code, capital(level.dalam(Bahasa::Id)), known.what.0);
    let law = known.law.as_deref().unwrap_or("tidak perlu dasar hukum");
    // Writing to a String does not fail.
    let _ = writeln!(text, "Sebab: {}. Dasar: {law}. Keyakinan: {}.\n", known.why.0, sureness(known.confidence).0);
    text.push_str(&values(known));
    let (file, example) = (file_of(&known.example), &known.example);
    let language = if file.ends_with(".yaml") { "yaml" } else { "" };
    let _ = writeln!(text, "Salah, di `{file}`:\n\n```{language}\n{}\n```\n", bad(example, Bahasa::Id));
    let _ = writeln!(text, "Benar:\n\n```{language}\n{}\n```", example.good);
    text
}

/// What the packs of law say for a code, as a table.
fn values(known: &Explanation) -> String {
    if known.values.is_empty() {
        return String::new();
    }
    let mut text = "| paket hukum | apa | nilai | dasar | keyakinan |\n|---|---|---|---|---|\n".to_owned();
    for (paket, rows) in &known.values {
        for Baris { ketentuan, .. } in rows {
            let Ketentuan { nilai, apa, sumber, keyakinan, catatan, .. } = ketentuan;
            let catatan = catatan.as_ref().map_or(String::new(), |catatan| format!("; {catatan}"));
            let row = format!("| {} | {} | {nilai} | {sumber}{catatan} | {keyakinan:?} |", paket.nama, apa.id);
            text.push_str(&row);
            text.push('\n');
        }
    }
    text.push('\n');
    text
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

//! No list of voters or other people with their particulars is published.

use crate::bahasa::kata;
use crate::check::look::pass::MarkdownLook;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::markdown::{Outline, TableHead};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "PDP-10",
    level: Level::Peringatan,
    what: (
        "tidak ada tabel atau berkas berisi nama orang beserta NIK, alamat, umur atau teleponnya",
        "no table or file has people's names with their NIK, address, age or telephone",
    ),
    confidence: Confidence::B,
    law: Some("UU 27/2022 pasal 65-66, UU 23/2006 pasal 84"),
    why: (
        "daftar pemilih per orang adalah data pribadi; yang terbit adalah jumlahnya",
        "a list of voters is personal data; what is published is how many there are",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "| Nama | Tanggal lahir | Alamat |",
        good: "| TPS | Jumlah pemilih |",
    },
    apply,
};

/// Headings of a column of people.
const NAMES: [&str; 6] = ["nama", "nama lengkap", "nama pemilih", "nama warga", "nama anggota", "nama petugas"];
/// Headings of what belongs to a person only.
const PARTICULARS: [&str; 22] = [
    "nik",
    "no nik",
    "nkk",
    "no kk",
    "nomor kk",
    "alamat",
    "alamat rumah",
    "tanggal lahir",
    "tgl lahir",
    "tempat/tanggal lahir",
    "tempat, tanggal lahir",
    "ttl",
    "umur",
    "usia",
    "rt",
    "rt/rw",
    "no hp",
    "nomor hp",
    "no telepon",
    "telepon",
    "disabilitas",
    "status perkawinan",
];
/// The fewest rows that make a list.
const ROWS: usize = 2;
/// Endings of tables and papers.
const PAPERS: [&str; 8] = ["xlsx", "xls", "ods", "csv", "pdf", "docx", "doc", "zip"];

/// Tables of people with their particulars.
pub(super) static LISTS: MarkdownLook<()> = MarkdownLook { name: "PDP-10 tables", find: |_, outline| tables(outline) };

fn apply(model: &Model, findings: &mut Findings) {
    let help = || {
        kata(
            "ganti dengan jumlah per TPS atau kelurahan, dan hapus daftarnya dari folder ini",
            "write the numbers per polling place or village instead, and delete the list from this folder",
        )
    };
    for (place, ()) in LISTS.places(model) {
        let what = kata("tabel ini memuat data pribadi orang per orang", "this table has particulars person by person");
        findings.add(findings.finding(place, what).help(help()));
    }
    for path in model.media.keys().filter(|path| is_voter_list(path)) {
        let what = kata("nama berkas ini seperti daftar pemilih", "this file is named like a list of voters");
        findings.add(findings.finding(Place::file(path), what).help(help()));
    }
}

/// The first lines of tables with a column of names, one of particulars, and several rows.
fn tables(outline: &Outline) -> Vec<(Range<usize>, ())> {
    let lists = outline.tables.iter().filter(|head| head.rows >= ROWS && is_about_people(head));
    lists.map(|head| (head.range.clone(), ())).collect()
}

fn is_about_people(head: &TableHead) -> bool {
    let cells: Vec<String> = head.cells.iter().map(|cell| cell.trim().to_lowercase().replace('.', "")).collect();
    let has = |list: &[&str]| cells.iter().any(|cell| list.contains(&&**cell));
    has(&NAMES) && has(&PARTICULARS)
}

fn is_voter_list(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let Some((stem, ending)) = name.rsplit_once('.') else { return false };
    let words: Vec<&str> = stem.split(|c: char| !c.is_alphanumeric()).collect();
    let list = words.iter().any(|word| matches!(*word, "dpt" | "dps" | "dptb" | "dpk" | "dphp"));
    let named =
        words.windows(2).any(|two| two == ["daftar", "pemilih"] || two == ["by", "name"] || two == ["data", "pemilih"]);
    PAPERS.contains(&ending) && (named || (list && !words.iter().any(|word| is_summary(word))))
}

/// Words that say a paper has numbers or the decision and not the list.
fn is_summary(word: &str) -> bool {
    matches!(
        word,
        "rekap" | "rekapitulasi" | "jumlah" | "penetapan" | "keputusan" | "ba" | "berita" | "sk" | "pengumuman"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::outline;

    #[test]
    fn a_table_of_people_is_a_list() {
        let list = "| No | Nama | Tgl. Lahir |\n|--|:--|--|\n| 1 | A | x |\n| 2 | B | y |\n";
        assert_eq!(tables(&outline(list)), vec![(0..26, ())]);
        for text in [
            "| Nama TPS | Alamat |\n|--|--|\n| 1 | x |\n| 2 | y |\n",
            "| Nama | Jabatan |\n|--|--|\n| A | x |\n| B | y |\n",
            "| Nama | Umur |\n|--|--|\n| Calon Contoh | 40 |\n",
            "Nama | Alamat\n",
        ] {
            assert!(tables(&outline(text)).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_list_is_known_by_its_files_name() {
        assert!(is_voter_list("content/berita/DPT-Kecamatan.xlsx"));
        assert!(is_voter_list("content/berita/daftar_pemilih.pdf"));
        for path in ["content/rekap-dpt.pdf", "content/dpt.jpg", "content/adopt.pdf", "content/daftar-tps.xlsx"] {
            assert!(!is_voter_list(path), "{path}");
        }
    }
}

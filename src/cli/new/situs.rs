//! `pilkada new situs`: a whole new project.

use super::super::Session;
use super::create;
use crate::bahasa::kata;
use crate::project::begin::form::{Filled, Length, draw};
use crate::project::begin::kind::{page, sources};
use crate::project::begin::{New, editor};
use crate::record::halaman::Halaman;
use crate::record::jadwal::Jadwal;
use crate::record::situs::Situs;
use crate::record::versi::VERSI;
use anyhow::Result;
use std::path::Path;
use std::process::ExitCode;

/// Its name on the command line.
pub(super) const NAME: &str = "situs";

/// What is not to be kept in the project's history.
const IGNORED: &str = "# Hasil pilkada build, tempat kerjanya, dan isi lama dari meja kerja.\n/output/\n/.output.pilkada/\n/output.saji/\n/.pilkada/riwayat/\n";

/// The voting day of 2024 (PKPU 2/2024).
const DAY: &str = "2024-11-27";

/// Writes the project into a folder: the one named, or the project's own.
pub(super) fn run(words: &[&str], length: Length, session: &Session) -> Result<ExitCode> {
    // A new site inside another is none of that one.
    let root = match words {
        [] => session.here.clone(),
        [folder] => session.here.join(folder),
        [_, extra, ..] => {
            let sentence = kata(format!("\"{extra}\" berlebih"), format!("\"{extra}\" is one too many"));
            return Err(session.refusal(&sentence));
        }
    };
    if let Some((there, _)) = files(length).into_iter().find(|(path, _)| is_there(&root, path)) {
        let there = root.join(there);
        return Err(session.refusal(&kata(
            format!("{} sudah ada; tidak ada yang ditulis", there.display()),
            format!("{} is there already; nothing was written", there.display()),
        )));
    }
    for (path, text) in files(length) {
        create(&root, &path, &editor::with_schema(&path, &text), session)?;
    }
    editor::put_schemas(&root)?;
    if !is_there(&root, ".gitignore") {
        create(&root, ".gitignore", IGNORED, session)?;
    }
    let (before, folder) = match words {
        [] => (String::new(), String::new()),
        _ => (format!("{}/", root.display()), format!(" --folder {}", root.display())),
    };
    let (before, folder) = (before.trim_start_matches("./"), folder.replacen(" ./", " ", 1));
    session.say(&kata(
        format!("isi {before}content/situs.yaml, lalu lihat hasilnya dengan pilkada{folder}"),
        format!("fill in {before}content/situs.yaml, then look at it with pilkada{folder}"),
    ));
    Ok(ExitCode::SUCCESS)
}

fn is_there(root: &Path, path: &str) -> bool {
    root.join(path).symlink_metadata().is_ok()
}

fn files(length: Length) -> Vec<New> {
    let yaml = |path: &str, text: String| (format!("content/{path}"), text);
    vec![
        yaml("situs.yaml", draw::<Situs>(&situs(), length)),
        yaml("sumber.yaml", sources("contoh-sumber", None, length)),
        yaml("jadwal.yaml", draw::<Jadwal>(&jadwal(), length)),
        yaml("halaman/tentang.md", titled("Tentang situs ini", ABOUT, length)),
        yaml("halaman/privasi.md", titled("Privasi", PRIVACY, length)),
        yaml("halaman/aksesibilitas.md", titled("Aksesibilitas", ACCESSIBILITY, length)),
    ]
}

/// The text of the first page.
const ABOUT: &str = "\
ISI siapa yang menerbitkan situs ini, dan untuk siapa.

## Dari mana isinya

ISI dari mana angka dan nama di situs ini berasal.";

/// What the built-in theme keeps of itself; the office adds what its server does.
const PRIVACY: &str = "\
- Situs ini tidak memakai kuki, iklan, penghitung pengunjung, huruf, atau skrip dari pihak lain.
- Tidak ada formulir, akun, atau pendaftaran. Situs ini tidak menanyakan siapa Anda atau siapa yang Anda pilih.
- Situs ini tidak memuat daftar nama pemilih.

## Catatan server

ISI apa yang dicatat server tempat situs ini disimpan, berapa lama, dan siapa yang bisa membacanya.

## Data pribadi

ISI ke mana orang bisa meminta agar data tentang dirinya diperbaiki atau dihapus.";

/// What the built-in theme is made for; the office adds whom to ask.
const ACCESSIBILITY: &str = "\
Situs ini dibuat dengan sasaran WCAG 2.2 tingkat AA: bisa dibaca dengan pembaca layar, dijalankan dengan papan ketik saja,
diperbesar sampai 400 persen, dan dibuka di ponsel sederhana.

## Yang belum ada

ISI bagian situs yang diketahui masih sulit dipakai, misalnya dokumen hasil pindai.

## Kalau ada hambatan

ISI ke mana melapor, dan berapa lama sampai dijawab.";

fn situs() -> Filled {
    Filled::from([
        ("versi", VERSI.to_string()),
        ("nama", "ISI nama situs".to_owned()),
        ("alamat", "https://contoh.go.id/pilkada/  # ISI: alamat situs nanti".to_owned()),
        ("penyelenggara.nama", "ISI nama lembaga".to_owned()),
        ("pemungutan_suara", DAY.to_owned()),
    ])
}

fn jadwal() -> Filled {
    Filled::from([
        ("tahapan[].id", "pemungutan-suara".to_owned()),
        ("tahapan[].nama", "Pelaksanaan pemungutan suara".to_owned()),
        ("tahapan[].kelompok", "penyelenggaraan".to_owned()),
        ("tahapan[].jenis", "pemungutan_suara".to_owned()),
        ("tahapan[].mulai", DAY.to_owned()),
        ("tahapan[].selesai", DAY.to_owned()),
        ("tahapan[].jam_mulai", "\"07:00\"".to_owned()),
        ("tahapan[].jam_selesai", "\"13:00\"".to_owned()),
        ("tahapan[].dasar", "PKPU 2/2024".to_owned()),
    ])
}

fn titled(judul: &str, text: &str, length: Length) -> String {
    page(&draw::<Halaman>(&Filled::from([("judul", judul.to_owned())]), length), text)
}

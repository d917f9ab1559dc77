//! Pictures and documents do not tell where they were made and by whom.

use crate::bahasa::{Kata, kata};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::record::jejak::Jejak;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "PDP-04",
    level: Level::Peringatan,
    what: (
        "foto tidak menyimpan tempat pengambilannya, dan dokumen tidak menyebut pembuatnya",
        "photos do not keep where they were taken, and documents do not name who made them",
    ),
    confidence: Confidence::B,
    law: Some("UU 27/2022 pasal 65-66"),
    why: (
        "tempat sebuah foto diambil bisa berarti alamat rumah seseorang, dan nama pembuat berkas bukan untuk umum",
        "where a photo was taken can be where somebody lives, and who made a file is not for everybody",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "gambar: { berkas: foto-dengan-gps.jpg, alt: Ketua KPU membuka rapat }",
        good: "gambar: { berkas: foto-tanpa-gps.jpg, alt: Ketua KPU membuka rapat }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for (path, jejak) in &model.jejak {
        let (what, help) = words_for(*jejak);
        findings.add(findings.finding(Place::file(path), what).help(help));
    }
}

fn words_for(jejak: Jejak) -> (Kata, Kata) {
    match jejak {
        Jejak::Lokasi => (
            kata("foto ini menyimpan koordinat tempat pengambilannya", "this photo keeps where it was taken"),
            kata(
                "koordinatnya tidak ikut terbit, tetapi tetap ada di folder ini; simpan ulang fotonya tanpa lokasi",
                "it is not published but stays in this folder; save the photo again without its place",
            ),
        ),
        Jejak::LokasiTetap => (
            kata(
                "berkas ini menyimpan koordinat sebuah foto, dan akan ikut terbit",
                "this file keeps where a photo was taken, which would be published",
            ),
            kata(
                "simpan fotonya sebagai JPEG tanpa lokasi, lalu buat ulang berkasnya",
                "save the photo as a JPEG without its place, and make the file again",
            ),
        ),
        Jejak::Pembuat => (
            kata(
                "PDF ini menyebut pembuatnya, atau tempat sebuah foto di dalamnya diambil",
                "this PDF names its author, or keeps where a photo in it was taken",
            ),
            kata(
                "keterangan itu tidak ikut terbit, tetapi tetap ada di folder ini; hapus properti dokumen (Author) di aplikasi kantor, lalu ekspor ulang",
                "that is not published but stays in this folder; clear the document's properties (Author) in the office program and export it again",
            ),
        ),
        Jejak::PembuatKantor => (
            kata(
                "dokumen ini menyebut nama pembuatnya di properti, dan akan ikut terbit",
                "this document names its author in its properties, which would be published",
            ),
            kata(
                "hapus propertinya (Word dan Excel: Berkas > Info > Periksa Dokumen; LibreOffice: Berkas > Properti > Atur Ulang), lalu simpan; atau terbitkan sebagai PDF",
                "clear its properties (Word and Excel: File > Info > Inspect Document; LibreOffice: File > Properties > Reset) and save; or publish it as PDF",
            ),
        ),
        Jejak::PembuatTetap => (
            kata(
                "PDF ini menyebut nama pembuatnya di properti dokumen, dan akan ikut terbit",
                "this PDF names its author in its properties, which would be published",
            ),
            kata(
                "hapus properti dokumen (Author) di aplikasi kantor, lalu ekspor ulang PDF-nya",
                "clear the document's properties (Author) in the office program, and export the PDF again",
            ),
        ),
        Jejak::TakTerlihat => (
            kata(
                "isi PDF ini tidak bisa diperiksa: terkunci, terpotong, atau dikemas dengan cara yang tidak dikenal",
                "this PDF could not be looked into: it is locked, cut short, or packed in a way that is not known",
            ),
            kata(
                "lihat sendiri properti dokumennya (Author); ekspor ulang PDF-nya tanpa kata sandi agar bisa diperiksa",
                "look at the document's properties (Author) yourself; export the PDF again without a password to have it checked",
            ),
        ),
    }
}

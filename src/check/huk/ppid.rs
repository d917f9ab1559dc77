//! An office's own site says who answers requests for public information.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "HUK-44",
    level: Level::Peringatan,
    what: (
        "situs resmi KPU punya `ppid` di `situs.yaml`, dengan kontak dan cara mengajukan keberatan",
        "an official site of KPU has `ppid` in `situs.yaml`, with a contact and how to object",
    ),
    confidence: Confidence::A,
    law: Some("UU 14/2008, Perki 1/2021, PKPU 22/2023 dengan PKPU 11/2024 dan 4/2025"),
    why: (
        "badan publik menunjuk siapa yang melayani permohonan informasi, dan orang harus bisa menemukannya",
        "a public body names who answers requests for information, and people must be able to find it",
    ),
    example: Example {
        file: "situs.yaml",
        bad: "alamat: https://kota-contoh.kpu.go.id/",
        good: "alamat: https://kota-contoh.kpu.go.id/\nppid:\n  nama: PPID KPU Kota Contoh\n  kontak: ppid@kota-contoh.kpu.go.id\n  keberatan: Tertulis kepada atasan PPID di alamat kantor.",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    let (situs, file) = (&model.situs.record, model.situs.path());
    if !situs.is_resmi() {
        return;
    }
    let Some(ppid) = &situs.ppid else {
        let what = kata("situs resmi ini belum menyebut PPID-nya", "this official site does not name its PPID");
        let help = kata(
            "tambahkan `ppid` dengan `nama`, `kontak` dan `keberatan`; jika ini bukan situs resmi, tulis `resmi: false`",
            "add `ppid` with `nama`, `kontak` and `keberatan`; where this is no official site, write `resmi: false`",
        );
        findings.add(findings.finding(Place::value(file, "alamat"), what).help(help));
        return;
    };
    let has_contact = ppid.kontak.is_some() || ppid.alamat.is_some() || ppid.situs.is_some();
    for (key, there) in [("kontak", has_contact), ("keberatan", ppid.keberatan.is_some())] {
        if there {
            continue;
        }
        let what = kata(format!("`ppid` belum punya `{key}`"), format!("`ppid` has no `{key}` yet"));
        let help = kata(
            format!("tambahkan `{key}`; halamannya sekarang menulis bahwa itu belum diketahui"),
            format!("add `{key}`; the page now says that it is not known"),
        );
        findings.add(findings.finding(Place::value(file, "ppid.nama"), what).help(help));
    }
}

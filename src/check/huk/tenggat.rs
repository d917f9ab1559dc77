//! The winner is determined and proposed within the days the law gives.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::hukum::paket::{Ketentuan, Paket};
use crate::model::{Lingkup, Model};
use crate::record::hasil::Terpilih;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::tanggal::Tanggal;

pub(super) const RULE: Rule = Rule {
    code: "HUK-30",
    level: Level::Peringatan,
    what: (
        "penetapan terpilih tepat waktu sesudah pemberitahuan MK atau salinan putusan, pengusulannya tepat waktu sesudah penetapan",
        "the winner is determined in time after the Court's notice or ruling, and proposed in time after that",
    ),
    confidence: Confidence::A,
    law: None,
    why: (
        "tenggat itu menentukan kapan pasangan calon terpilih bisa disahkan",
        "the deadlines decide when the elected pair can be confirmed",
    ),
    example: Example {
        file: "wilayah/contoh/hasil.yaml",
        bad: "terpilih: { nomor_urut: 1, pemberitahuan_mk: 2025-01-06, tanggal: 2025-01-16 }",
        good: "terpilih: { nomor_urut: 1, pemberitahuan_mk: 2025-01-06, tanggal: 2025-01-09 }",
    },
    apply,
};

/// A step, the step it follows, and the most days between them.
type Step<'m> = ((&'static str, Option<Tanggal>), (&'static str, Option<Tanggal>), &'m Ketentuan<u32>);

fn apply(model: &Model, findings: &mut Findings) {
    model.kontes().for_each(|lingkup| deadlines(model, lingkup, findings));
}

fn deadlines(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some(loaded) = &*lingkup.hasil else { return };
    let Some(terpilih) = &loaded.record.terpilih else { return };
    for ((key, day), (before, start), limit) in steps(terpilih, model.hukum_bagi(lingkup)) {
        let most = limit.nilai;
        let Some((day, start)) = day.zip(start) else { continue };
        let days = start.hari_menuju(day);
        if (0..=i64::from(most)).contains(&days) {
            continue;
        }
        let at = |key: &str| Place::value(loaded.path(), format!("terpilih.{key}"));
        let what = if days < 0 {
            kata(
                format!("`{key}` {} mendahului `{before}` {}", day.panjang(), start.panjang()),
                format!("`{key}` on {day} comes before `{before}` on {start}"),
            )
        } else {
            kata(
                format!("`{key}` {} adalah {days} hari sesudah `{before}`, paling lama {most} hari", day.panjang()),
                format!("`{key}` on {day} is {days} days after `{before}`, the most is {most}"),
            )
        };
        let finding = findings
            .finding_by(at(key), what, limit)
            .related(at(before), kata("dihitung dari sini", "counted from here"));
        findings.add(finding.help(kata("periksa kedua tanggal", "look up both dates")));
    }
}

fn steps<'m>(terpilih: &Terpilih, hukum: &'m Paket) -> [Step<'m>; 3] {
    let determined = ("tanggal", terpilih.tanggal);
    // Where there was a ruling, its copy counts and not the notice.
    let notice = terpilih.pemberitahuan_mk.filter(|_| terpilih.salinan_putusan.is_none());
    [
        (determined, ("pemberitahuan_mk", notice), &hukum.hari_penetapan_terpilih),
        (determined, ("salinan_putusan", terpilih.salinan_putusan), &hukum.hari_penetapan_terpilih),
        (("pengusulan", terpilih.pengusulan), determined, &hukum.hari_pengusulan),
    ]
}

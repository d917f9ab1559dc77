//! Who approved a record or a picture approved it as it is now.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::persetujuan::{Persetujuan, sidik};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::jalur::{folder, join};
use crate::value::sidik::Sidik;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: "FKT-60",
    level: Level::Peringatan,
    what: (
        "catatan dan gambar yang disetujui seseorang tidak berubah sesudahnya",
        "a record or a picture that somebody approved has not changed since",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "yang menyetujui bertanggung jawab atas isi yang dilihatnya, bukan atas perubahan sesudahnya",
        "who approved answers for what was shown, not for what was changed afterwards",
    ),
    example: Example {
        file: "wilayah/contoh/persetujuan.yaml",
        bad: "berkas: paslon/1.yaml  # visinya diganti sesudah ini\noleh: Rina Contoh\ntanggal: 2024-09-22",
        good: "berkas: paslon/1.yaml\noleh: Rina Contoh\ntanggal: 2024-09-25  # baris baru dari pilkada setujui",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in &model.lingkup {
        let Some(loaded) = &*lingkup.persetujuan else { continue };
        for (index, last) in outdated(model, lingkup) {
            let (berkas, oleh, tanggal) = (&last.berkas, &last.oleh, last.tanggal);
            let what = kata(
                format!("{berkas} berubah sesudah disetujui {oleh} pada {}", tanggal.panjang()),
                format!("{berkas} was changed after {oleh} approved it on {tanggal}"),
            );
            let place = Place::value(loaded.path(), format!("persetujuan[{index}].sidik"));
            findings.add(findings.finding(place, what).help(kata(
                "lihat perubahannya dengan pilkada diff, lalu minta persetujuan lagi; pilkada setujui menulis barisnya",
                "look at the change with pilkada diff, then ask for approval again; pilkada approve writes the line",
            )));
        }
    }
}

/// The last approval by each person of each record, with its place, where no approval by that person is of what the record says now.
fn outdated<'m>(model: &Model, lingkup: &'m Lingkup) -> Vec<(usize, &'m Persetujuan)> {
    let Some(loaded) = &*lingkup.persetujuan else { return Vec::new() };
    let mut last: BTreeMap<(&str, &str), (usize, bool, &Persetujuan)> = BTreeMap::new();
    for (index, one) in loaded.record.persetujuan.iter().enumerate() {
        let Some(now) = digest(model, loaded.path(), &one.berkas) else { continue };
        let known = last.entry((&one.berkas, &one.oleh)).or_insert((index, false, one));
        *known = (index, known.1 || now == one.sidik, one);
    }
    let mut outdated: Vec<_> =
        last.into_values().filter(|(_, is_now, _)| !is_now).map(|(index, _, one)| (index, one)).collect();
    outdated.sort_by_key(|(index, _)| *index);
    outdated
}

/// The digest of what a record says now, or of a picture; nothing where there is none that can be read, which another rule says.
fn digest(model: &Model, list: &str, berkas: &str) -> Option<Sidik> {
    let path = join(folder(list), berkas)?;
    match model.document_at(&path) {
        Some(document) => sidik(document),
        None => model.fingerprints.get(&path).map(|fingerprint| Sidik::shown(&fingerprint.sha256)),
    }
}

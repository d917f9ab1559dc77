//! A correction as pages and programs name it.

use crate::record::koreksi::Koreksi;
use crate::value::slug::Slug;
use std::collections::BTreeMap;

/// The anchors of a scope's corrections on their page: of its day, its page and its field, so that a correction keeps
/// its anchor when others join the list.
pub fn anchors(koreksi: &[Koreksi]) -> Vec<String> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let anchors = koreksi.iter().map(|koreksi| {
        let words = Slug::of(&format!("{} {}", koreksi.menyangkut, koreksi.bidang));
        let anchor = format!("{}-{words}", koreksi.tanggal);
        let times = times.entry(anchor.clone()).or_default();
        *times += 1;
        if *times == 1 { anchor } else { format!("{anchor}-{times}") }
    });
    anchors.collect()
}

//! "Did you mean".

use strsim::damerau_levenshtein;

/// The candidate a person most likely meant; `None` when none is near.
///
/// Near is one slip in three letters, measured as Damerau and Levenshtein count slips; what is further off is another word, and
/// to name it would send people astray.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let word = word.to_lowercase().replace(['-', ' '], "_");
    let near = |candidate: &str| damerau_levenshtein(&word, &candidate.to_lowercase().replace('-', "_"));
    candidates
        .into_iter()
        .map(|candidate| (near(candidate), candidate))
        .filter(|(distance, candidate)| *distance <= (word.len().max(candidate.len()) / 3).max(1))
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_the_word_that_was_meant() {
        let keys = ["judul", "tanggal", "tempat", "nama_tampil"];
        assert_eq!(nearest("tangal", keys), Some("tanggal"));
        assert_eq!(nearest("Nama-Tampil", keys), Some("nama_tampil"));
        assert_eq!(nearest("kst-93", ["HUK-02", "KST-03"]), Some("KST-03"));
        assert_eq!(nearest("zzz", keys), None);
        assert_eq!(nearest("nama", ["ada"]), None);
        assert_eq!(nearest("satuan", ["cakupan"]), None);
    }
}

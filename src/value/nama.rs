//! A person's name without what stands before and after it.

/// Words before a name that are no part of it.
const TITLES: [&str; 39] = [
    "akbp", "akp", "apt", "brigjen", "dr", "dra", "drg", "drs", "gus", "h", "haji", "hj", "hjh", "ir", "irjen", "jend",
    "jenderal", "kapten", "kh", "kol", "kolonel", "kombes", "komjen", "kompol", "letjen", "letkol", "mayjen", "mayor",
    "ny", "nyai", "pol", "prof", "purn", "tgh", "tgk", "tni", "tuan", "ustadz", "ustaz",
];

/// A name in small letters without its titles: `Dr. H. SUDIRMAN, S.H.` is `sudirman`.
pub fn bare(nama: &str) -> String {
    let before_degrees = nama.split(',').next().unwrap_or(nama).to_lowercase();
    let is_apostrophe = |c: char| matches!(c, '\'' | '’');
    let words = before_degrees.split(|c: char| !c.is_alphanumeric() && !is_apostrophe(c));
    let words = words.map(|word| word.trim_matches(is_apostrophe)).filter(|word| !word.is_empty());
    words.filter(|word| !TITLES.contains(word)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn titles_and_degrees_are_no_part_of_a_name() {
        assert_eq!(bare("Letjen. (Purn.) Dr. H. CONTOH Umpama, S.H., M.M."), "contoh umpama");
        assert_eq!(bare("M. Contoh Ma’ruf"), "m contoh ma’ruf");
    }
}

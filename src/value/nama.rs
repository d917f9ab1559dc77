//! A person's name without what stands before and after it.

use crate::value::gelar::{TITLES, without_degrees};

/// A name in small letters without its titles: `Dr. H. SUDIRMAN, S.H.` is `sudirman`.
pub fn bare(nama: &str) -> String {
    let before_degrees = without_degrees(nama).to_lowercase();
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
        assert_eq!(bare("Drs.H.ContohS.H.,M.M."), "contoh");
    }
}

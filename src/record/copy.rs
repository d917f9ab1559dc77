//! Copies of a file that a computer or a cloud service made and nobody meant to keep: `1 - Copy.yaml`, `1 (1).yaml`.

use crate::bahasa::{Kata, kata};

/// What is put before a name.
const BEFORE: [&str; 3] = ["copy of ", "salinan dari ", "salinan "];

/// What is put behind it, as far as a number may follow; the longer ones first.
const BEHIND: [&str; 6] = [" - copy", " - salinan", " - salin", " copy", " salinan", " kopi"];

/// What stands in the brackets behind it, or after a point: `1 (conflicted copy 2024-11-01).yaml`, `1.sync-conflict-….yaml`.
const CONFLICTS: [&str; 6] =
    ["conflicted copy", "case conflict", "salinan konflik", "salinan yang konflik", "sync-conflict", "conflict"];

/// The name of the file that another is a copy of, by how programs name copies; nothing where it is none.
pub(super) fn original(file: &str) -> Option<String> {
    let (stem, ending) = file.rsplit_once('.')?;
    let mut name = stem.to_owned();
    while let Some(shorter) = stripped(&name) {
        name = shorter;
    }
    (name != stem && !name.is_empty()).then(|| format!("{name}.{ending}"))
}

/// The name with one mark of a copy less.
fn stripped(name: &str) -> Option<String> {
    let small = name.to_lowercase();
    // Letters that are longer in small cannot stand before a mark that is looked for by its place.
    if small.len() != name.len() {
        return None;
    }
    if let Some(start) = BEFORE.iter().find(|start| small.starts_with(**start)) {
        return Some(name[start.len()..].trim().to_owned());
    }
    if let Some(end) = BEHIND.iter().find(|end| small.ends_with(**end)) {
        return Some(name[..name.len() - end.len()].to_owned());
    }
    let cut = |at: usize| Some(name[..at].trim_end().to_owned());
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(at) = small.rfind('(').filter(|_| small.ends_with(')')) {
        let inside = &small[at + 1..small.len() - 1];
        return if is_number(inside) || CONFLICTS.iter().any(|mark| inside.contains(mark)) { cut(at) } else { None };
    }
    if let Some(at) = small.rfind('.').filter(|at| CONFLICTS.iter().any(|mark| small[at + 1..].starts_with(mark))) {
        return cut(at);
    }
    // `1 copy 2`: the number goes with the word.
    let (before, number) = small.rsplit_once(' ')?;
    let is_copy = is_number(number) && BEHIND.iter().any(|end| before.ends_with(end));
    if is_copy { cut(before.len()) } else { None }
}

/// What to do with the copy of a file.
pub(super) fn help(original: &str) -> Kata {
    let name = original.rsplit('/').next().unwrap_or(original);
    kata(
        format!(
            "ini tampak seperti salinan {name} yang dibuat komputer atau layanan awan; pindahkan isinya yang perlu ke {name}, lalu hapus salinan ini"
        ),
        format!(
            "this looks like a copy of {name} that a computer or a cloud service made; move what is needed from it to {name}, then delete the copy"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_known_by_its_name() {
        for name in [
            "1 - Copy.yaml",
            "1 - Copy (2).yaml",
            "1 - Salin.yaml",
            "1 copy.yaml",
            "1 copy 2.yaml",
            "1 (1).yaml",
            "1 (conflicted copy 2024-11-01 080000).yaml",
            "1 (Konflik salinan 2024-11-01 conflicted copy).yaml",
            "1.sync-conflict-20241101-080000-ABCDEFG.yaml",
            "Salinan 1.yaml",
            "Copy of 1.yaml",
        ] {
            assert_eq!(original(name).as_deref(), Some("1.yaml"), "{name}");
        }
        for name in ["1.yaml", "situs.yaml", "2024-11-01-rapat (pleno).md", "2024-11-01-rapat.en.md", "(1).yaml", "a"] {
            assert_eq!(original(name), None, "{name}");
        }
    }
}

//! Titles and degrees that are stuck to a name, or to one another: `BudiS.H.`, `SARI,S.E.,M.M.`, `Drs.H.Budi`.
//!
//! Nobody's name has a sign and a letter behind it without a space, but for initials; the names on KPU's own lists have.

use std::borrow::Cow;

/// Words before a name that are no part of it.
pub const TITLES: [&str; 40] = [
    "akbp", "akp", "apt", "brigjen", "dr", "dra", "drg", "drs", "gus", "h", "haji", "hj", "hjh", "ir", "irjen", "jend",
    "jenderal", "kapten", "kh", "kol", "kolonel", "kombes", "komjen", "kompol", "letjen", "letkol", "mayjen", "mayor",
    "ners", "ny", "nyai", "pol", "prof", "purn", "tgh", "tgk", "tni", "tuan", "ustadz", "ustaz",
];

/// What degrees begin with: sarjana, magister, spesialis, ahli madya, bachelor, doctor.
const BEGINNINGS: [&str; 6] = ["s", "m", "sp", "a", "b", "ph"];
/// What degrees of few letters are without their points.
const SHORT: [&str; 12] = ["se", "sh", "st", "sp", "ss", "mm", "mh", "mt", "msi", "mkes", "mpd", "spd"];
/// The letters of a word that is a name and no part of a degree.
const NAME: usize = 3;

/// The name with each degree and title apart; as it is where nothing is stuck, or nobody can say where it is to be parted.
pub fn parted(name: &str) -> Cow<'_, str> {
    if !name.contains(['.', ',']) {
        return Cow::Borrowed(name);
    }
    let mut made = String::with_capacity(name.len() + 8);
    for word in name.split_inclusive(char::is_whitespace) {
        let body = word.trim_end();
        // What stands between commas is looked at by itself.
        for (at, piece) in body.split(',').enumerate() {
            if at > 0 {
                made.push(',');
                let is_glued = !piece.is_empty() && (is_degree(piece) || glued(piece).is_some());
                made.push_str(if is_glued { " " } else { "" });
            }
            made.push_str(&glued(piece).unwrap_or_else(|| piece.to_owned()));
        }
        made.push_str(&word[body.len()..]);
    }
    if made == name { Cow::Borrowed(name) } else { Cow::Owned(made) }
}

/// Whether a name holds a word that is stuck to a degree, also where nobody can say where the word ends: `BUDIS.H.`
pub fn is_glued(name: &str) -> bool {
    matches!(parted(name), Cow::Owned(_)) || name.split([',', ' ']).any(is_word_and_more)
}

/// The name without its degrees: what stands before the first comma, or before words that are all degrees.
pub fn without_degrees(name: &str) -> String {
    let parted = parted(name);
    let before = parted.split(',').next().unwrap_or(&parted);
    let mut words: Vec<&str> = before.split_whitespace().collect();
    while words.len() > 1 && words.last().is_some_and(|word| word.contains('.') && is_degree(word)) {
        words.pop();
    }
    words.join(" ")
}

/// The parts of a word between its points.
fn pieces(word: &str) -> Vec<&str> {
    word.trim_end_matches('.').split('.').collect()
}

/// `S.H.`, `M.Si`, `Sp.OT.`, `A.Md.Kep`, `SE`: a beginning with something behind a point, or a short word.
fn is_degree(word: &str) -> bool {
    let pieces = pieces(word);
    let letters = pieces.iter().all(|piece| !piece.is_empty() && piece.chars().all(char::is_alphabetic));
    let first = pieces[0].to_lowercase();
    let is_short = pieces.len() == 1 && SHORT.contains(&first.as_str()) && word.starts_with(char::is_uppercase);
    letters && (is_short || (pieces.len() > 1 && BEGINNINGS.contains(&first.as_str()) && !is_name(pieces[1])))
}

/// Whether a piece behind an initial is a name and no degree: `M.AMIN`, and not `M.Kes` or `M.RgnlUrbPlan`.
fn is_name(piece: &str) -> bool {
    piece.chars().count() > NAME && piece.chars().all(char::is_uppercase)
}

/// A word, of what stands between commas, with its parts apart; nothing where none are stuck.
fn glued(word: &str) -> Option<String> {
    behind_title(word).or_else(|| behind_name(word)).or_else(|| two_degrees(word))
}

/// `Drs.H.Budi`: titles, and what they stand before.
fn behind_title(word: &str) -> Option<String> {
    let (title, rest) = word.split_once('.')?;
    let is_title = TITLES.contains(&title.to_lowercase().as_str()) && title.starts_with(char::is_alphabetic);
    let next = rest.split('.').next().unwrap_or(rest);
    let begins_name = next.chars().count() >= NAME && next.starts_with(char::is_uppercase);
    let begins_title = rest.contains('.') && TITLES.contains(&next.to_lowercase().as_str());
    if !is_title || !(begins_name || begins_title) {
        return None;
    }
    Some(format!("{title}. {}", glued(rest).unwrap_or_else(|| rest.to_owned())))
}

/// `BudiS.H.` and `BUDI.S.H.`: a name with a degree behind it.
fn behind_name(word: &str) -> Option<String> {
    let (first, rest) = word.split_once('.')?;
    if first.chars().count() < NAME || TITLES.contains(&first.to_lowercase().as_str()) || rest.is_empty() {
        return None;
    }
    let begins = |at: usize| first[..at].ends_with(char::is_lowercase) && first[at..].starts_with(char::is_uppercase);
    let inner = first.char_indices().map(|(at, _)| at).rfind(|at| begins(*at));
    let (name, degrees) = match inner {
        Some(at) if is_degree(&word[at..]) => (&first[..at], &word[at..]),
        _ if is_degree(rest) => (first, rest),
        _ => return None,
    };
    (name.chars().count() >= NAME)
        .then(|| format!("{name}, {}", two_degrees(degrees).unwrap_or_else(|| degrees.to_owned())))
}

/// `S.Sos.M.Si`: two degrees, where one way alone parts them.
fn two_degrees(word: &str) -> Option<String> {
    let starts = word.match_indices('.').map(|(at, _)| at + 1);
    let parts = |at: &usize| {
        let (first, second) = word.split_at(*at);
        pieces(first).len() > 1 && is_degree(first) && second.contains('.') && begins_new(second) && is_degree(second)
    };
    let mut ways = starts.filter(parts);
    let at = ways.next()?;
    if ways.any(|other| two_degrees(&word[at..]).is_none_or(|rest| !rest.starts_with(&word[at..other]))) {
        return None;
    }
    let (first, second) = word.split_at(at);
    Some(format!("{first}, {}", two_degrees(second).unwrap_or_else(|| second.to_owned())))
}

/// Whether a degree may follow another: `A.` goes on in `M.Tr.A.P.`
fn begins_new(word: &str) -> bool {
    let first = pieces(word)[0].to_lowercase();
    ["s", "m", "sp", "ph"].contains(&first.as_str())
}

/// `BUDIS.H.`: a word too long for a degree, that goes on behind its point.
fn is_word_and_more(word: &str) -> bool {
    let Some((first, rest)) = word.split_once('.') else { return false };
    let is_word = first.chars().count() > NAME && first.chars().all(char::is_alphabetic);
    let behind = pieces(rest);
    let is_short = behind.iter().all(|piece| !piece.is_empty() && piece.chars().count() <= NAME);
    is_word && !TITLES.contains(&first.to_lowercase().as_str()) && is_short && rest.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stuck_is_parted() {
        for (name, apart) in [
            ("BudiS.H.", "Budi, S.H."),
            ("BudiS.H.,M.H.", "Budi, S.H., M.H."),
            ("BUDI.S.H.", "BUDI, S.H."),
            ("H. SARI CONTOH,S.T., M.Ling", "H. SARI CONTOH, S.T., M.Ling"),
            ("SARI,SE., MM", "SARI, SE., MM"),
            ("SARI, S.E.,M.M.", "SARI, S.E., M.M."),
            ("Sari, S.Sos.M.Si", "Sari, S.Sos., M.Si"),
            ("Sari, S.H.M.H.M.Kn", "Sari, S.H., M.H., M.Kn"),
            ("Sari, M.Kes.Sp.OG", "Sari, M.Kes., Sp.OG"),
            ("Drs.H.Budi Misal", "Drs. H. Budi Misal"),
            ("dr.Budi Misal", "dr. Budi Misal"),
            ("H.BUDI", "H. BUDI"),
        ] {
            assert_eq!(parted(name), apart);
            assert!(is_glued(name), "{name}");
            assert_eq!(parted(apart), apart);
        }
    }

    #[test]
    fn names_and_degrees_as_they_are_stay() {
        for name in [
            "Dr. dr. SARI, S.H., M.H.Kes., M.Kes., Sp.OT.",
            "Hj. SARI, SE., M.Tr.I.P.",
            "SARI, S.Ag., M.Pd.I.",
            "SARI, S.T., M.RgnlUrbPlan.",
            "K.H. SARI, M.B.A.",
            "M. SARI, S.S., M.M.",
            "M.AMIN CONTOH",
            "A.M. Contoh",
            "SARI, S. Ag., M.M.",
            "Letjen. (Purn.) SARI, S.I.K., M.M., M.Hum.",
            "SARI, A.Md",
            "SARI, S.E., B.Econ., M.M.",
            "Sari, Budi",
            "PT Contoh Tbk.",
            "contoh.go.id",
        ] {
            assert_eq!(parted(name), name);
            assert!(!is_glued(name), "{name}");
        }
        assert!(is_glued("BUDIS.H.") && parted("BUDIS.H.") == "BUDIS.H.");
        assert_eq!(without_degrees("SARI CONTOH S.H. M.Kn."), "SARI CONTOH");
        assert_eq!(without_degrees("SariS.H."), "Sari");
    }
}

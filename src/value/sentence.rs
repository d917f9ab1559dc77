//! Full stops of sentences that end in somebody else's words: after "S.Pd." there is none to add.

/// What is left of a sentence behind a gap, once the gap is filled: its full stop is dropped where the filling has one.
pub fn behind<'s>(filling: &str, rest: &'s str) -> &'s str {
    if filling.ends_with('.') { rest.strip_prefix('.').unwrap_or(rest) } else { rest }
}

/// A text as a sentence: with a full stop, unless it ends in a sign of its own.
pub fn ended(text: &str) -> String {
    let text = text.trim_end();
    let stop = if text.is_empty() || text.ends_with(['.', '!', '?', '…', ':']) { "" } else { "." };
    format!("{text}{stop}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_has_one_full_stop() {
        assert_eq!(behind("Budi, S.Pd.", "."), "");
        assert_eq!(behind("Budi, S.Pd.", ", calon."), ", calon.");
        assert_eq!(behind("Budi", "."), ".");
        assert_eq!(["Budi", "S.Pd.", "Apa?", ""].map(ended), ["Budi.", "S.Pd.", "Apa?", ""]);
    }
}

//! Shares in running text: `13 dari 16 tahapan (81,25 persen)`.

use crate::check::look::words::phrases;
use std::ops::Range;

/// A share with the counts it is of.
pub(in crate::check) struct Share {
    /// The bytes of the percentage.
    pub range: Range<usize>,
    /// What it is.
    pub said: f64,
    /// What its counts say.
    pub counted: f64,
    /// How many decimals it is written with.
    pub decimals: usize,
}

/// How far after the counts their share is looked for, in bytes.
const NEAR: usize = 48;

/// Every share that follows its own counts in the same sentence.
pub(in crate::check) fn shares(text: &str) -> Vec<Share> {
    if !text.contains("persen") && !text.contains('%') {
        return Vec::new();
    }
    phrases(text, &["dari"]).into_iter().filter_map(|word| share(text, &word)).collect()
}

fn share(text: &str, word: &Range<usize>) -> Option<Share> {
    let part = whole_number(last_token(&text[..word.start])?)?;
    let rest = &text[word.end..];
    let trimmed = rest.trim_start();
    let token = trimmed.split_whitespace().next()?;
    let whole = whole_number(token)?;
    let after = word.end + (rest.len() - trimmed.len()) + token.len();
    let end = text.floor_char_boundary((after + NEAR).min(text.len()));
    let between = &text[after..end];
    let sign = match (between.find("persen"), between.find('%')) {
        (Some(word), Some(sign)) => word.min(sign),
        (word, sign) => word.or(sign)?,
    };
    let before = between[..sign].trim_end();
    let start = before.rfind(|c: char| !c.is_ascii_digit() && c != ',').map_or(0, |at| at + 1);
    let number = &before[start..];
    // The share of these counts follows at once, in brackets or after "atau": another number between is another matter.
    let lead = &before[..start];
    let is_own = lead.trim_end().ends_with('(') || lead.trim_end().ends_with("atau") || lead.trim_end().ends_with('=');
    if !is_own || lead.contains(['.', ';']) || lead.contains(|c: char| c.is_ascii_digit()) || whole <= 0.0 {
        return None;
    }
    let said = number.replace(',', ".").parse().ok()?;
    let decimals = number.split_once(',').map_or(0, |(_, decimals)| decimals.len());
    Some(Share { range: after + start..after + start + number.len(), said, counted: part / whole * 100.0, decimals })
}

fn last_token(text: &str) -> Option<&str> {
    text.trim_end().rsplit(|c: char| c.is_whitespace() || c == '(').next()
}

/// `2.695.348` or `943`; nothing for a date, an hour or a decimal.
fn whole_number(token: &str) -> Option<f64> {
    let token = token.trim_end_matches([',', ')']);
    let mut groups = token.split('.');
    let first = groups.next()?;
    let shaped = token == first || (first.len() <= 3 && token.split('.').skip(1).all(|group| group.len() == 3));
    let digits = token.replace('.', "");
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    (shaped && plain).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_follows_its_own_counts() {
        let found = |text: &'static str| -> Vec<(&str, f64)> {
            shares(text).into_iter().map(|share| (&text[share.range], share.counted)).collect()
        };
        assert_eq!(found("13 dari 16 tahapan (81,25 persen)"), [("81,25", 81.25)]);
        assert_eq!(found("sebanyak 500 dari 1.000 atau 50%"), [("50", 50.0)]);
        for text in [
            "dari 16 tahapan, 50 persen selesai",
            "naik 2 dari 80,33 menjadi 82 persen",
            "13 dari 16 tahapan. Partisipasi (80 persen)",
            "13 dari 16 tahapan dan 5 lagi (80 persen)",
            "13 dari 16 tahapan, target 86 persen",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}

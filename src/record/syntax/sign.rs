//! Lines that begin with a sign of something else: a version of Git, a list of a word processor, a comment of another language, or
//! with nothing that a line of YAML begins with.

use crate::bahasa::kata;
use crate::record::choice::BULLETS;
use crate::record::syntax::cause::Cause;
use crate::record::syntax::line::Line;

/// What is left of two joined versions where only the line between them was forgotten; a file with the other marks was refused
/// before it was read as YAML.
pub(super) fn conflict(line: &Line<'_>) -> Option<Cause> {
    line.text.starts_with("=======").then(|| Cause {
        at: line.range(),
        label: kata("tanda bentrok dari Git", "a conflict marker of Git"),
        help: kata(
            "pilih salah satu versi, lalu hapus baris <<<<<<<, ======= dan >>>>>>>",
            "choose one of the versions, then delete the lines <<<<<<<, ======= and >>>>>>>",
        ),
        fix: None,
    })
}

/// An entry of a list that begins with another sign than `- `, where YAML could not read it.
pub(super) fn bullet(line: &Line<'_>) -> Option<Cause> {
    let rest = line.rest();
    let text = rest.strip_prefix(BULLETS)?;
    if !text.starts_with(' ') || line.is_item() {
        return None;
    }
    let sign = rest.chars().next()?;
    let fix = format!("- {}", text.trim());
    Some(Cause {
        at: line.range(),
        label: kata(
            format!("tanda {sign} bukan awal isi daftar di YAML"),
            format!("{sign} begins no entry of a list in YAML"),
        ),
        help: kata(
            format!("tulis `{fix}`, dengan jarak di awal baris yang sama di semua isi daftar"),
            format!("write `{fix}`, with the same spaces at the start of each entry"),
        ),
        fix: Some((line.range(), fix)),
    })
}

/// `// catatan`: how other files begin a comment.
pub(super) fn comment(line: &Line<'_>) -> Option<Cause> {
    let text = line.rest().strip_prefix("//").or_else(|| line.rest().strip_prefix("/*"))?;
    let fix = format!("# {}", text.trim_end_matches("*/").trim());
    Some(Cause {
        at: line.range(),
        label: kata("catatan di YAML diawali #", "a comment in YAML begins with #"),
        help: kata(format!("tulis `{fix}`"), format!("write `{fix}`")),
        fix: Some((line.range(), fix)),
    })
}

/// A line that is neither a key with its value nor the end of the text above it.
pub(super) fn no_entry(before: &Line<'_>, line: &Line<'_>) -> Option<Cause> {
    let is_bare = !line.rest().contains(':') && line.text.trim_start() == line.rest() && line.column <= before.column;
    is_bare.then(|| Cause {
        at: line.range(),
        label: kata("baris ini bukan \"kunci: nilai\"", "this line is no \"key: value\""),
        help: kata(
            "tulis kuncinya dan titik dua; jika lanjutan teks di atas, beri spasi di awal baris",
            "write its key and a colon; where it continues the text above, begin it with spaces",
        ),
        fix: None,
    })
}

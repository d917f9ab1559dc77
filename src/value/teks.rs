//! Text that says something: never empty, printed as written.

use crate::bahasa::kata;
use crate::value::bersih;
use crate::value::jalur::one_form;
use crate::value::{Nilai, Refusal, Scalar, Written, nilai, quoted};
use serde::Serialize;
use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

/// Text with at least one visible character. Names are kept as written, never recased; what cannot be seen is left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Teks(String);

/// The name of a file beside the record that speaks of it: no folders, no `..`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Berkas(String);

/// White space as `char::is_whitespace` counts it, inside the brackets of a pattern. A pattern's own `\s` counts otherwise.
pub(super) const WHITE: &str =
    "\\t\\n\\u000b\\u000c\\r\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
/// What [`crate::value::bersih::is_unseen`] finds, inside the brackets of a pattern.
const UNSEEN: &str = "\\u00ad\\u034f\\u061c\\u200b\\u200e\\u200f\\u2060\\ufeff";
/// Control characters as `char::is_control` counts them, inside the brackets of a pattern.
pub(super) const CONTROL: &str = "\\u0000-\\u001f\\u007f-\\u009f";
/// What [`is_hidden_control`] finds, inside the brackets of a pattern.
const HIDDEN: &str = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069";

nilai!(Teks);
nilai!(Berkas);

impl Nilai for Teks {
    const NAME: &'static str = "Teks";

    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        match scalar {
            Scalar::Teks(text) => match bersih::visible(text) {
                visible if visible.is_empty() => Err(empty()),
                _ if text.chars().any(is_hidden_control) => Err(hidden(text)),
                visible => Ok(Self(visible)),
            },
            Scalar::Kosong => Err(empty()),
            other => Err(not_text(Written { scalar: other, text: &other.to_string() })),
        }
    }

    fn refuse(written: Written<'_>) -> Option<Refusal> {
        let refusal = Self::read(written.scalar).err()?;
        let is_other = !matches!(written.scalar, Scalar::Teks(_) | Scalar::Kosong);
        Some(if is_other { not_text(written) } else { refusal })
    }

    fn schema() -> serde_json::Value {
        let (visible, hidden) = (format!("[^{WHITE}{UNSEEN}]"), format!("[{HIDDEN}]"));
        serde_json::json!({ "type": "string", "pattern": visible, "not": { "pattern": hidden } })
    }
}

impl Nilai for Berkas {
    const NAME: &'static str = "Berkas";

    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        let name = Teks::read(scalar)?.0;
        if name.contains(['/', '\\']) || name.starts_with('.') {
            return Err(Refusal::new(kata(
                format!("\"{name}\" bukan nama berkas di folder yang sama"),
                format!("\"{name}\" is not the name of a file in the same folder"),
            ))
            .help(kata(
                "taruh berkasnya di samping catatan ini dan tulis namanya saja",
                "put the file beside this record and write its name only",
            )));
        }
        Ok(Self(one_form(&name).into_owned()))
    }

    fn schema() -> serde_json::Value {
        let mut schema = Teks::schema();
        schema["allOf"] = serde_json::json!([{ "pattern": "^[^./\\\\][^/\\\\]*$" }]);
        schema
    }
}

/// Characters that change how text is read without being seen: controls, and the marks that turn its direction.
fn is_hidden_control(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text in which such characters are seen: `\u{9b}`. Shown as they are they would move a terminal's cursor, change its colours,
/// or begin a line that nobody wrote.
pub fn visible(text: &str) -> Cow<'_, str> {
    let is_raw = |c: char| is_hidden_control(c) || matches!(c, '\n' | '\r' | '\t');
    if !text.contains(is_raw) {
        return Cow::Borrowed(text);
    }
    text.chars().map(|c| if is_raw(c) { c.escape_default().to_string() } else { c.to_string() }).collect()
}

fn hidden(text: &str) -> Refusal {
    let code = text.chars().find(|c| is_hidden_control(*c)).map_or(0, u32::from);
    let what = kata(
        format!("teks ini memuat karakter kendali yang tidak terlihat (U+{code:04X})"),
        format!("this text holds an invisible control character (U+{code:04X})"),
    );
    Refusal::new(what).help(kata(
        "ketik ulang teksnya, tanpa menyalinnya dari dokumen lain",
        "type the text again instead of copying it from another document",
    ))
}

fn empty() -> Refusal {
    Refusal::new(kata("nilainya kosong", "the value is empty")).help(kata(
        "isi nilainya, atau hapus barisnya jika tidak diketahui",
        "fill in the value, or delete the line if it is not known",
    ))
}

fn not_text(Written { scalar, text }: Written<'_>) -> Refusal {
    let what = match scalar {
        Scalar::Logika(_) => kata(
            format!("{text} terbaca sebagai benar atau salah, padahal di sini harus teks"),
            format!("{text} reads as true or false where text is expected"),
        ),
        _ => kata(
            format!("{text} terbaca sebagai angka, padahal di sini harus teks"),
            format!("{text} reads as a number where text is expected"),
        ),
    };
    let fix = quoted(text);
    let help = kata(format!("tulis dalam tanda kutip: {fix}"), format!("write it in quotes: {fix}"));
    Refusal { fix: Some(fix), ..Refusal::new(what).help(help) }
}

impl Deref for Teks {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl Deref for Berkas {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Teks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Berkas {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

//! An address on the web.

use crate::bahasa::kata;
use crate::value::teks::{CONTROL, WHITE};
use crate::value::{Nilai, Refusal, Scalar, nilai};
use serde::Serialize;
use std::fmt;
use std::ops::Deref;

/// An `https://` or `http://` address. No other scheme is published, so no address can run a script.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Tautan(String);

nilai!(Tautan);
nilai!(Pangkal);

/// The address under which the site lies: a [`Tautan`] without `?`, `#` and a name before the host, so that the addresses of
/// pages can follow it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Pangkal(Tautan);

impl Deref for Pangkal {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pangkal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Nilai for Pangkal {
    const NAME: &'static str = "Pangkal";

    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        let tautan = Tautan::read(scalar)?;
        let host = tautan.split('/').nth(2).unwrap_or_default();
        let (what, bare) = if let Some((_, host)) = host.rsplit_once('@') {
            let what = kata(
                "alamat situs memuat nama pengguna atau kata sandi, yang akan terbit di setiap halaman",
                "the site's address holds a user name or password, which every page would publish",
            );
            let scheme = tautan.split("//").next().unwrap_or_default();
            let path = tautan.splitn(4, '/').nth(3).unwrap_or_default();
            (what, format!("{scheme}//{host}/{path}"))
        } else if tautan.contains(['?', '#', '\\']) {
            let what = kata(
                "alamat situs memuat ?, # atau \\, padahal alamat setiap halaman disambung di belakangnya",
                "the site's address holds ?, # or \\, and the address of every page is put behind it",
            );
            (what, tautan.split(['?', '#', '\\']).next().unwrap_or_default().to_owned())
        } else {
            return Ok(Self(tautan));
        };
        let refusal = Refusal::new(what);
        Err(match Self::read(Scalar::Teks(&bare)) {
            Ok(_) => refusal.write(bare),
            Err(_) => refusal,
        })
    }

    fn schema() -> serde_json::Value {
        let pattern = format!("^https?://[^/?#@\\\\<>\"{WHITE}{CONTROL}]+(/[^?#\\\\<>\"{WHITE}{CONTROL}]*)?$");
        serde_json::json!({ "type": "string", "pattern": pattern })
    }
}

impl Deref for Tautan {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Tautan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Nilai for Tautan {
    const NAME: &'static str = "Tautan";

    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        let text = scalar.to_string();
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        if let Scalar::Teks(_) = scalar
            && rest.is_some_and(is_address)
        {
            return Ok(Self(text));
        }
        let refusal =
            Refusal::new(kata(format!("\"{text}\" bukan alamat web"), format!("\"{text}\" is not a web address")));
        Err(if !text.contains(':') && text.contains('.') && is_address(&text) {
            refusal.write(format!("https://{text}"))
        } else {
            refusal.help(kata(
                "tulis alamat lengkap yang mulai dengan https://",
                "write a whole address that begins with https://",
            ))
        })
    }

    fn schema() -> serde_json::Value {
        let pattern = format!("^https?://[^/<>\"{WHITE}{CONTROL}][^<>\"{WHITE}{CONTROL}]*$");
        serde_json::json!({ "type": "string", "pattern": pattern })
    }
}

fn is_address(rest: &str) -> bool {
    !rest.is_empty()
        && !rest.starts_with('/')
        && !rest.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"'))
}

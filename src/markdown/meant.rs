//! What somebody meant whose link leads nowhere: another site without its `https://`, an address of mail, a file on a computer.

/// Endings of files: `peta.pdf` is none of a site's names.
const FILES: [&str; 26] = [
    "avif", "css", "csv", "doc", "docx", "gif", "heic", "htm", "html", "ics", "jpeg", "jpg", "json", "md", "odt",
    "pdf", "php", "png", "ppt", "pptx", "svg", "txt", "webp", "xls", "xlsx", "yaml",
];

/// The address that was meant, where only its beginning is wrong or missing.
pub fn meant_outside(to: &str) -> Option<String> {
    let (head, rest) = to.split_at(to.find(['/', '?', '#', ':']).unwrap_or(to.len()));
    if ["https://", "http://"].iter().any(|begin| to.starts_with(begin)) {
        return None;
    }
    if to.starts_with("//") && to.len() > 2 {
        return Some(format!("https:{to}"));
    }
    // `htp://a`, `https:/a`, `https//a`, `http;//a`.
    let scheme = head.trim_end_matches(';').to_ascii_lowercase();
    let is_web = strsim::damerau_levenshtein(&scheme, "https") <= 2 && scheme.starts_with(['h', 't']);
    let path = rest.trim_start_matches([':', '/']);
    if is_web && rest.len() > path.len() && is_host(path.split(['/', '?', '#']).next()?) {
        return Some(format!("https://{path}"));
    }
    let is_mail = rest.is_empty() && head.split_once('@').is_some_and(|(name, host)| !name.is_empty() && is_host(host));
    if is_mail {
        return Some(format!("mailto:{to}"));
    }
    (is_host(head) && !rest.starts_with(':')).then(|| format!("https://{to}"))
}

/// Whether a text is the name of a site: labels with points between them, the last of them no ending of a file.
fn is_host(text: &str) -> bool {
    let labels: Vec<&str> = text.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
    };
    let last = labels.last().copied().unwrap_or_default();
    let is_top = last.len() > 1 && last.bytes().all(|byte| byte.is_ascii_lowercase()) && !FILES.contains(&last);
    labels.len() > 1 && labels.iter().all(is_label) && is_top
}

/// Whether an address is that of a file on somebody's computer: `C:\a.pdf`, `file:///a`, `\\server\a`.
pub fn is_on_disk(to: &str) -> bool {
    let drive = to.as_bytes();
    let is_drive =
        drive.len() > 2 && drive[0].is_ascii_alphabetic() && drive[1] == b':' && matches!(drive[2], b'\\' | b'/');
    is_drive || to.starts_with('\\') || to.to_ascii_lowercase().starts_with("file:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_known_without_its_beginning() {
        for (to, meant) in [
            ("www.contoh.test", "https://www.contoh.test"),
            ("kpu.contoh.test/x?a=1", "https://kpu.contoh.test/x?a=1"),
            ("//contoh.test/x", "https://contoh.test/x"),
            ("htp://contoh.test", "https://contoh.test"),
            ("https:/contoh.test", "https://contoh.test"),
            ("https//contoh.test/a", "https://contoh.test/a"),
            ("humas@contoh.test", "mailto:humas@contoh.test"),
        ] {
            assert_eq!(meant_outside(to).as_deref(), Some(meant));
        }
        for to in [
            "tidak.md",
            "foto.jpg",
            "peta/kota.pdf",
            "jadwal",
            "/jadwal.html",
            "javascript:alert(1)",
            "ftp://contoh.test/a",
            "https://contoh.test/a",
            "a@",
            "v1.2",
        ] {
            assert_eq!(meant_outside(to), None, "{to}");
        }
        for to in ["C:\\a.pdf", "file:///a", "\\\\server\\a", "\\server\\a"] {
            assert!(is_on_disk(to) && meant_outside(to).is_none(), "{to}");
        }
    }
}

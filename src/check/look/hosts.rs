//! Web addresses in a text, by the site they lead to.

use std::ops::Range;

/// The addresses of these sites; a site matches with its subdomains, and one with a path only before that path.
pub(in crate::check) fn addresses(text: &str, sites: &[&str]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (slash, _) in text.match_indices('/') {
        let Some(start) = host_before(text, slash) else { continue };
        let is_new = found.last().is_none_or(|last| last.end <= start);
        if !is_new || !sites.iter().any(|site| is_at(&text[start..slash], site)) {
            continue;
        }
        let end = slash + text[slash..].find(ends_address).unwrap_or(text.len() - slash);
        if end > slash + 1 {
            found.push(with_scheme(text, start)..end);
        }
    }
    found
}

/// Where the name of a site begins that ends before a slash.
fn host_before(text: &str, slash: usize) -> Option<usize> {
    let is_host = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
    let length = text.as_bytes()[..slash].iter().rev().take_while(|b| is_host(b)).count();
    let host = &text[slash - length..slash];
    (host.len() > 3 && host.contains('.')).then_some(slash - length)
}

fn is_at(host: &str, site: &str) -> bool {
    let Some(start) = host.len().checked_sub(site.len()) else { return false };
    host.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(site)) && (start == 0 || host[..start].ends_with('.'))
}

fn with_scheme(text: &str, start: usize) -> usize {
    ["https://", "http://"].iter().find(|scheme| text[..start].ends_with(*scheme)).map_or(start, |s| start - s.len())
}

fn ends_address(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '(' | ')' | '[' | ']' | ',' | '`')
}

#[cfg(test)]
mod tests {
    use super::addresses;

    #[test]
    fn a_site_is_known_by_the_end_of_its_name() {
        let found = |text: &'static str| -> Vec<&str> {
            addresses(text, &["drive.contoh.test", "s.test"]).into_iter().map(|range| &text[range]).collect()
        };
        assert_eq!(
            found("[a](https://drive.contoh.test/d/1), s.test/x"),
            ["https://drive.contoh.test/d/1", "s.test/x"]
        );
        assert_eq!(found("https://a.drive.contoh.test/x/y"), ["https://a.drive.contoh.test/x/y"]);
        assert_eq!(found("https://bs.test/x https://contoh.test/drive.contoh.test s.test/ s.test"), Vec::<&str>::new());
    }
}

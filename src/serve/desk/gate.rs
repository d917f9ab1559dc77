//! Who may write: a form of this preview, of this run of the program, on this machine.

use crate::serve::Forms;
use crate::serve::guard::Guard;
use hyper::HeaderMap;
use hyper::header::{HOST, HeaderName, ORIGIN};
use std::hash::{BuildHasher, Hasher, RandomState};

/// What a browser says of where a request comes from.
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Whether there is a desk at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::serve) enum Access {
    /// Forms may be written.
    Write,
    /// They are shown and cannot be sent.
    Read,
    /// Others than the person at this machine can visit the preview: no desk.
    Closed,
}

impl Access {
    /// What the guard and the command line allow.
    pub fn of(guard: Guard, forms: Forms) -> Self {
        match guard {
            Guard::Open => Self::Closed,
            Guard::Loopback => match forms {
                Forms::Sent => Self::Write,
                Forms::Shown => Self::Read,
            },
        }
    }
}

/// A word that only forms of this run know. The standard library seeds its hashers from the system's source of randomness.
pub(super) fn token() -> String {
    let random = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", random(), random())
}

/// Whether a request to write was sent by a page of this preview: a browser always says where a form that is sent comes from.
pub(super) fn is_own(headers: &HeaderMap) -> bool {
    let one = |name: &HeaderName| {
        let mut values = headers.get_all(name).iter();
        values.next().filter(|_| values.next().is_none()).and_then(|value| value.to_str().ok())
    };
    let (Some(host), Some(origin)) = (one(&HOST), one(&ORIGIN)) else { return false };
    let is_same_site = headers.get(FETCH_SITE).is_none_or(|site| site == "same-origin");
    origin.strip_prefix("http://").is_some_and(|origin| origin.eq_ignore_ascii_case(host)) && is_same_site
}

/// Whether two words are the same, in a time that does not say how far they are.
pub(super) fn is_same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(HeaderName, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect()
    }

    #[test]
    fn only_a_form_of_the_preview_itself_may_write() {
        let host = (HOST, "127.0.0.1:8000");
        assert!(is_own(&headers(&[host.clone(), (ORIGIN, "http://127.0.0.1:8000")])));
        for origin in
            ["http://jahat.example", "null", "http://127.0.0.1:8001", "https://127.0.0.1:8000", "http://localhost:8000"]
        {
            assert!(!is_own(&headers(&[host.clone(), (ORIGIN, origin)])), "{origin}");
        }
        assert!(!is_own(&headers(std::slice::from_ref(&host))));
        let cross = [host, (ORIGIN, "http://127.0.0.1:8000"), (FETCH_SITE, "cross-site")];
        assert!(!is_own(&headers(&cross)));
    }

    #[test]
    fn every_run_has_a_token_of_its_own() {
        let (one, other) = (token(), token());
        assert!(one != other && one.len() == 32);
        assert!(is_same(&one, &one) && !is_same(&one, &other) && !is_same(&one, ""));
    }
}

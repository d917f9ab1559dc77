//! What a request is answered: a file of the site, the way to it, or why not.

use crate::page::frame::address::Base;
use crate::serve::guard::Guard;
use crate::serve::live::{self, Events};
use crate::serve::mime;
use crate::serve::shown::Shown;
use crate::serve::site::{Found, Site};
use crate::serve::state::State;
use http_body_util::{Either, Full};
use hyper::body::Bytes;
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderName, IF_NONE_MATCH, LOCATION,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use hyper::{Method, Request, Response, StatusCode};
use std::fmt::Write;
use std::hash::{DefaultHasher, Hash, Hasher};

/// An answer: a whole body, or events without end.
pub(super) type Reply = Response<Either<Full<Bytes>, Events>>;

/// A page that no site brings along.
const HTML: &str = "text/html; charset=utf-8";

/// Who may use an answer besides its own pages.
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Answers a request.
pub(super) fn answer<B>(request: &Request<B>, state: &State, guard: Guard) -> Reply {
    let mut reply = if !guard.admits(request.uri(), request.headers()) {
        plain(StatusCode::FORBIDDEN, "nama ini bukan nama pratinjau / this is not the preview's name\n")
    } else if !matches!(*request.method(), Method::GET | Method::HEAD) {
        with(plain(StatusCode::METHOD_NOT_ALLOWED, "GET, HEAD\n"), ALLOW, "GET, HEAD")
    } else if request.uri().path() == live::PATH {
        events(request.method(), state)
    } else {
        page(request, state)
    };
    reply = with(reply, CACHE_CONTROL, "no-cache");
    reply = with(reply, X_CONTENT_TYPE_OPTIONS, "nosniff");
    // What is not published yet is nobody else's: a page open beside the preview could read it as a script or in a frame.
    reply = with(reply, RESOURCE_POLICY, "same-origin");
    reply = with(reply, X_FRAME_OPTIONS, "DENY");
    if request.method() == Method::HEAD {
        *reply.body_mut() = Either::Left(Full::default());
    }
    reply
}

fn events(method: &Method, state: &State) -> Reply {
    let body = if method == Method::GET { Either::Right(Events(state.watch())) } else { Either::Left(Full::default()) };
    with(Response::new(body), CONTENT_TYPE, "text/event-stream; charset=utf-8")
}

fn page<B>(request: &Request<B>, state: &State) -> Reply {
    let shown = state.shown();
    let Some(site) = &shown.site else {
        let page = live::page_of_findings(&shown, state.bahasa());
        return full(StatusCode::SERVICE_UNAVAILABLE, HTML, page);
    };
    let raw = request.uri().path();
    let Some(path) = decode(raw) else {
        return plain(StatusCode::BAD_REQUEST, "alamat ini bukan UTF-8 / this address is not UTF-8\n");
    };
    let prefix = decode(site.base.prefix()).unwrap_or_else(|| site.base.prefix().to_owned());
    let Some(below) = path.strip_prefix(&prefix) else {
        return outside(&path, &prefix, &site.base).unwrap_or_else(|| nothing(&path, site, &shown, state));
    };
    match site.find(below) {
        Found::File(path, bytes) => file(request, path, bytes, shown.generation),
        Found::Folder => redirect(StatusCode::MOVED_PERMANENTLY, raw, request.uri().query()),
        Found::Nothing => nothing(&path, site, &shown, state),
    }
}

/// The way from above the site's root down to it.
fn outside(path: &str, prefix: &str, base: &Base) -> Option<Reply> {
    let root = base.prefix().trim_end_matches('/');
    match path {
        "/" => Some(redirect(StatusCode::FOUND, root, None)),
        _ if prefix.strip_suffix('/') == Some(path) => Some(redirect(StatusCode::MOVED_PERMANENTLY, root, None)),
        _ => None,
    }
}

fn redirect(status: StatusCode, folder: &str, query: Option<&str>) -> Reply {
    let mut to = String::new();
    for byte in folder.bytes() {
        if byte.is_ascii_graphic() { to.push(char::from(byte)) } else { _ = write!(to, "%{byte:02X}") }
    }
    to.push('/');
    if let Some(query) = query {
        let _ = write!(to, "?{query}");
    }
    with(full(status, HTML, Bytes::new()), LOCATION, &to)
}

/// The site's own page for what is not there, or ours.
fn nothing(path: &str, site: &Site, shown: &Shown, state: &State) -> Reply {
    let page = match site.file("404.html") {
        Some(page) => live::with_script(page, shown.generation),
        None => live::page_of_nothing(path, shown, state.bahasa()),
    };
    full(StatusCode::NOT_FOUND, HTML, page)
}

fn file<B>(request: &Request<B>, path: &str, bytes: &Bytes, generation: u64) -> Reply {
    let kind = mime::of(path);
    let bytes = if kind == HTML { live::with_script(bytes, generation) } else { bytes.clone() };
    let etag = etag(&bytes);
    let known = request.headers().get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let reply = if known.is_some_and(|known| is_known(known, &etag)) {
        bare(StatusCode::NOT_MODIFIED)
    } else {
        full(StatusCode::OK, kind, bytes)
    };
    with(reply, ETAG, &etag)
}

/// Changes when the bytes do, and with another release of the compiler; it lives as long as the preview.
fn etag(bytes: &Bytes) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}

fn is_known(header: &str, etag: &str) -> bool {
    header.split(',').map(str::trim).any(|known| known == "*" || known.trim_start_matches("W/") == etag)
}

/// `%C3%A9` as `é`; nothing when it is not UTF-8. A `%` that begins no such code stands for itself.
fn decode(path: &str) -> Option<String> {
    let mut parts = path.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        if let Some((byte, rest)) = hex(part) {
            bytes.push(byte);
            bytes.extend_from_slice(rest.as_bytes());
        } else {
            bytes.push(b'%');
            bytes.extend_from_slice(part.as_bytes());
        }
    }
    String::from_utf8(bytes).ok()
}

/// The byte that two hexadecimal digits stand for, and what follows them.
fn hex(text: &str) -> Option<(u8, &str)> {
    let (code, rest) = text.split_at_checked(2)?;
    let digits = code.bytes().all(|b| b.is_ascii_hexdigit());
    Some((u8::from_str_radix(code, 16).ok().filter(|_| digits)?, rest))
}

fn plain(status: StatusCode, text: &'static str) -> Reply {
    full(status, "text/plain; charset=utf-8", Bytes::from_static(text.as_bytes()))
}

fn full(status: StatusCode, kind: &str, bytes: Bytes) -> Reply {
    let mut reply = bare(status);
    reply = with(with(reply, CONTENT_TYPE, kind), CONTENT_LENGTH, &bytes.len().to_string());
    *reply.body_mut() = Either::Left(Full::new(bytes));
    reply
}

fn bare(status: StatusCode) -> Reply {
    let mut reply = Response::new(Either::Left(Full::default()));
    *reply.status_mut() = status;
    reply
}

/// The same answer with one more header; a value that cannot be one is left out.
fn with(mut reply: Reply, name: HeaderName, value: &str) -> Reply {
    if let Ok(value) = value.parse() {
        reply.headers_mut().insert(name, value);
    }
    reply
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn percent_codes_are_read_once() {
        assert_eq!(decode("/a%20b/%C3%A9").as_deref(), Some("/a b/é"));
        assert_eq!(decode("/%2e%2e/%252e").as_deref(), Some("/../%2e"));
        assert_eq!(decode("/100%/%zz/%+1/%").as_deref(), Some("/100%/%zz/%+1/%"));
        assert_eq!(decode("/%ff"), None);
    }
}

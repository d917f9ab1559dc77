//! What a request is answered: a file of the site, the way to it, or why not.

use crate::hosting::mime;
use crate::page::frame::address::Base;
use crate::serve::guard::Guard;
use crate::serve::live::{self, Events};
use crate::serve::percent::{decode, encoded};
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
        page(request, state, guard)
    };
    reply = sealed(reply);
    if request.method() == Method::HEAD {
        *reply.body_mut() = Either::Left(Full::default());
    }
    reply
}

/// What is not published yet is nobody else's: a page open beside the preview could read it as a script or in a frame. The desk
/// shows a page beside its form.
pub(super) fn sealed(mut reply: Reply) -> Reply {
    reply = with(reply, CACHE_CONTROL, "no-cache");
    reply = with(reply, X_CONTENT_TYPE_OPTIONS, "nosniff");
    reply = with(reply, RESOURCE_POLICY, "same-origin");
    with(reply, X_FRAME_OPTIONS, "SAMEORIGIN")
}

fn events(method: &Method, state: &State) -> Reply {
    let body = if method == Method::GET { Either::Right(Events(state.watch())) } else { Either::Left(Full::default()) };
    with(Response::new(body), CONTENT_TYPE, "text/event-stream; charset=utf-8")
}

fn page<B>(request: &Request<B>, state: &State, guard: Guard) -> Reply {
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
        Found::File(path, bytes) => match bytes.bytes() {
            Ok(bytes) if mime::of(path) == HTML => {
                // Who may not write has no use for the way to the form.
                let page = match guard {
                    Guard::Loopback => {
                        let edit = (&*encoded(&format!("{prefix}{path}")), state.bahasa());
                        live::with_edit(&bytes, shown.generation, edit)
                    }
                    Guard::Open => live::with_script(&bytes, shown.generation),
                };
                file(request, HTML, page)
            }
            Ok(bytes) => file(request, mime::of(path), bytes),
            Err(error) => full(
                StatusCode::INTERNAL_SERVER_ERROR,
                "text/plain; charset=utf-8",
                format!(
                    "berkas sementara pratinjau tidak terbaca / the preview's temporary file cannot be read: {error}\n"
                )
                .into(),
            ),
        },
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
    let page = match site.file("404.html").and_then(|page| page.bytes().ok()) {
        Some(page) => live::with_script(&page, shown.generation),
        None => live::page_of_nothing(path, shown, state.bahasa()),
    };
    full(StatusCode::NOT_FOUND, HTML, page)
}

fn file<B>(request: &Request<B>, kind: &str, bytes: Bytes) -> Reply {
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

fn plain(status: StatusCode, text: &'static str) -> Reply {
    full(status, "text/plain; charset=utf-8", Bytes::from_static(text.as_bytes()))
}

pub(super) fn full(status: StatusCode, kind: &str, bytes: Bytes) -> Reply {
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
pub(super) fn with(mut reply: Reply, name: HeaderName, value: &str) -> Reply {
    if let Ok(value) = value.parse() {
        reply.headers_mut().insert(name, value);
    }
    reply
}

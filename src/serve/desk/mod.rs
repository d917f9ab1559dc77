//! The office's desk: every record of the project as a form, in the browser of the person at this machine.
//!
//! A form works without a script. What is sent is held against the same rules as any content, and written only where it breaks none
//! that is kept without it.

mod begin;
mod body;
mod choices;
mod correction;
mod draft;
mod drawn;
mod found;
mod gate;
mod home;
mod new_source;
mod office;
mod pairs;
mod publish;
mod record;
mod shape;
mod text;
mod typed;
mod words;

pub(super) use crate::serve::desk::gate::Access;
pub(super) use crate::serve::desk::office::Office;

use crate::bahasa::{Kata, kata};
use crate::refusal::sentence;
use crate::serve::answer::{Reply, full, with};
use crate::serve::desk::body::{Posted, pairs};
use crate::serve::desk::gate::is_own;
use crate::serve::desk::office::{Answer, Asked};
use crate::serve::guard::Guard;
use crate::serve::live;
use crate::source::MAX_MEDIA;
use anyhow::Result;
use http_body_util::{BodyExt, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION, REFERRER_POLICY};
use hyper::{Method, Request, StatusCode};
use std::sync::Arc;

/// Where the desk is.
const PATH: &str = "/_pilkada/";

/// The most that a form may send: a picture of the largest size, and what stands beside it.
const MOST: u64 = MAX_MEDIA + (1 << 20);

/// What pages of the desk may do: nothing that comes from elsewhere, and nothing that goes there.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; \
    frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Whether a request is one for the desk.
pub(super) fn is_asked(request: &Request<Incoming>, guard: Guard) -> bool {
    let path = request.uri().path();
    path.starts_with(PATH) && path != live::PATH && guard.admits(request.uri(), request.headers())
}

/// Answers a request.
pub(super) async fn answer(request: Request<Incoming>, office: Arc<Office>) -> Reply {
    let asked = match taken(request, &office).await {
        Ok(asked) => asked,
        Err((status, why)) => return reply(office.refusal(status, why.dalam(office.bahasa))),
    };
    // Checking a project takes a while, in which others are answered.
    let work = {
        let office = Arc::clone(&office);
        tokio::task::spawn_blocking(move || route(&office, &asked))
    };
    reply(match work.await {
        Ok(Ok(answer)) => answer,
        Ok(Err(error)) => office.refusal(StatusCode::UNPROCESSABLE_ENTITY, &sentence(&error, office.bahasa)),
        Err(_) => office.refusal(StatusCode::INTERNAL_SERVER_ERROR, fault().dalam(office.bahasa)),
    })
}

fn fault() -> Kata {
    kata(
        "kesalahan di dalam program pilkada sendiri; laporkan, lalu lanjutkan menyunting",
        "an error inside the program pilkada itself; report it, then go on editing",
    )
}

/// Reads a request; says why it is not listened to.
async fn taken(request: Request<Incoming>, office: &Office) -> Result<Asked, (StatusCode, Kata)> {
    if office.access == Access::Closed {
        let why = kata(
            "meja hanya ada di pratinjau yang tidak bisa dibuka dari komputer lain; jalankan pilkada serve tanpa --alamat",
            "there is a desk only where no other computer can visit the preview; run pilkada serve without --address",
        );
        return Err((StatusCode::FORBIDDEN, why));
    }
    let uri = request.uri();
    let query = pairs(uri.query().unwrap_or_default()).unwrap_or_default();
    let path = uri.path()[PATH.len()..].to_owned();
    match *request.method() {
        Method::GET | Method::HEAD => Ok(Asked { path, query, posted: None }),
        Method::POST => {
            let posted = Some(sent(request, office).await?);
            Ok(Asked { path, query, posted })
        }
        _ => Err((StatusCode::METHOD_NOT_ALLOWED, kata("hanya GET dan POST", "GET and POST only"))),
    }
}

/// What a form sent, if it is one of ours.
async fn sent(request: Request<Incoming>, office: &Office) -> Result<Posted, (StatusCode, Kata)> {
    if office.access != Access::Write {
        let why =
            kata("pratinjau ini hanya untuk dibaca (--baca-saja)", "this preview is for reading only (--read-only)");
        return Err((StatusCode::FORBIDDEN, why));
    }
    let foreign = || {
        let why = kata(
            "formulir ini bukan dari pratinjau yang sedang berjalan; buka lagi mejanya, lalu isi kembali",
            "this form is not from the preview that is running; open the desk again and fill it in anew",
        );
        (StatusCode::FORBIDDEN, why)
    };
    if !is_own(request.headers()) {
        return Err(foreign());
    }
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default().to_owned();
    let body = Limited::new(request.into_body(), usize::try_from(MOST).unwrap_or(usize::MAX)).collect().await.map_err(
        |_| {
            let why = kata(
                "yang dikirim lebih dari 20 MB; perkecil fotonya, atau unggah satu per satu",
                "what was sent is more than 20 MB; make the photo smaller, or upload one at a time",
            );
            (StatusCode::PAYLOAD_TOO_LARGE, why)
        },
    )?;
    let unread = || (StatusCode::BAD_REQUEST, kata("formulir ini tidak bisa dibaca", "this form cannot be read"));
    let posted = Posted::read(&kind, &body.to_bytes()).ok_or_else(unread)?;
    if office.knows(posted.text("_tanda")) { Ok(posted) } else { Err(foreign()) }
}

fn route(office: &Office, asked: &Asked) -> Result<Answer> {
    match asked.path.as_str() {
        "" => home::answer(office),
        "wilayah" => home::region(office, asked),
        "nanti" => home::ahead(office),
        "sunting" => home::of_page(office, asked),
        "catatan" => record::answer(office, asked),
        "baru" => begin::answer(office, asked),
        "paslon" => pairs::answer(office, asked),
        "teks" => text::answer(office, asked),
        "urungkan" => text::undo(office, asked),
        "terbitkan" => publish::answer(office, asked),
        "meja.css" => Ok(Answer::File("text/css; charset=utf-8", include_str!("templates/meja.css"))),
        "meja.js" => Ok(script(include_str!("templates/meja.js"))),
        "tempel.js" => Ok(script(include_str!("templates/tempel.js"))),
        "potong.js" => Ok(script(include_str!("templates/potong.js"))),
        _ => Ok(office.refusal(StatusCode::NOT_FOUND, &words::word("tidak_ada", office.bahasa))),
    }
}

fn script(text: &'static str) -> Answer {
    Answer::File("text/javascript; charset=utf-8", text)
}

fn reply(answer: Answer) -> Reply {
    let reply = match answer {
        Answer::Page(status, page) => full(status, "text/html; charset=utf-8", Bytes::from(page)),
        Answer::File(kind, text) => full(StatusCode::OK, kind, Bytes::from_static(text.as_bytes())),
        Answer::Elsewhere(to) => {
            with(full(StatusCode::SEE_OTHER, "text/html; charset=utf-8", Bytes::new()), LOCATION, &to)
        }
    };
    let reply = with(reply, CONTENT_SECURITY_POLICY, POLICY);
    // A form says where it comes from, and nobody else learns of it.
    with(reply, REFERRER_POLICY, "same-origin")
}

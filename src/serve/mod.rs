//! The preview: builds for itself alone, answers on a local port, and builds again when a file changes.
//!
//! A worker thread reads and draws; the main thread only answers. The last sound site goes on being served until the next
//! one is whole. Nothing here is written where a person would find it but what a form of the desk sends (`spill` has a file without a
//! name for a large site), and nothing below this module knows that somebody is watching.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the module that listens, and that measures how long a build takes"
)]

mod answer;
mod desk;
mod guard;
mod live;
mod percent;
mod poll;
mod shown;
mod site;
mod spill;
mod state;
mod watch;
mod worker;

use crate::bahasa::{Bahasa, Kata, kata};
use crate::model::BuildOptions;
use crate::project::desk::Desk;
use crate::refusal::{Because, refused};
use crate::report::Report;
use crate::serve::desk::{Access, Office};
use crate::serve::guard::Guard;
use crate::serve::state::State;
use crate::serve::worker::Worker;
use crate::source::Sources;
use crate::value::tanggal::Tanggal;
use anyhow::Result;
use hyper::Request;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::{Arc, mpsc};
use std::time::Duration;
use tokio::sync::oneshot;

/// What to preview, and how.
#[derive(Debug, Clone)]
pub struct Options {
    /// The project's folder.
    pub root: PathBuf,
    /// The folder that `build` publishes to: what it remembers of the content need not be found out again.
    pub output: PathBuf,
    /// The day, and what becomes of drafts.
    pub build_options: BuildOptions,
    /// Says which day it is, where the preview is to follow it; nothing where the day was chosen.
    pub hari: Option<fn() -> Tanggal>,
    /// The language of findings and forms in the browser.
    pub bahasa: Bahasa,
    /// What may be done with forms.
    pub forms: Forms,
    /// How changes are noticed.
    pub following: Following,
}

/// How the preview notices that a file changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Following {
    /// The system tells.
    Told,
    /// By looking at all files again and again, where the system does not tell.
    Looking,
}

/// What the person at this machine may do with forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forms {
    /// Send them, and so write into the content.
    Sent,
    /// Look at them.
    Shown,
}

/// What there is to tell the person at the terminal.
pub enum Told<'t> {
    /// The site can be visited under this address.
    Ready(String),
    /// A build ended.
    Built(&'t Built),
    /// The machine refused; the last sound site stays.
    Refused(&'t anyhow::Error),
    /// The folders cannot be watched: the preview stays as it is.
    Unwatched(&'t anyhow::Error),
}

/// A build that ended.
pub struct Built {
    /// What was read.
    pub sources: Sources,
    /// What is wrong with it.
    pub report: Report,
    /// How many files the new site has; `None` when the content is unsound and the last sound site stays.
    pub files: Option<usize>,
    /// How long it took.
    pub took: Duration,
}

/// Tells the person at the terminal; called from the worker's thread too.
pub type Tell = Box<dyn Fn(Told<'_>) + Send + Sync>;

/// Takes a port; `0` takes any that is free.
pub fn bind(address: SocketAddr) -> std::io::Result<TcpListener> {
    TcpListener::bind(address)
}

/// Serves until the process is ended.
///
/// Fails when `content/` cannot be opened at the beginning; later that is told, and the last sound site stays.
pub fn run(listener: TcpListener, options: Options, tell: Tell) -> Result<()> {
    let address = listener.local_addr().because(preparing)?;
    let state = Arc::new(State::new(options.bahasa));
    let guard = Guard::of(address.ip());
    let office = Arc::new(Office::new(
        Desk::new(&options.root, &options.output, options.build_options),
        options.bahasa,
        Access::of(guard, options.forms),
        Arc::clone(&state),
    ));
    let mut worker = Worker::new(options, Arc::clone(&state), tell);
    let (begun, first) = mpsc::channel();
    let (alive, stopped) = oneshot::channel::<Infallible>();
    std::thread::spawn(move || {
        worker.begin(address, &begun);
        worker.work();
        drop(alive);
    });
    // The rest of the first site is drawn while its pages are visited.
    first.recv().because(preparing)??;
    listen(listener, Visited { state, office, guard }, stopped)
}

/// What a visitor finds.
#[derive(Clone)]
struct Visited {
    state: Arc<State>,
    office: Arc<Office>,
    guard: Guard,
}

/// Accepts connections until the worker is gone.
fn listen(listener: TcpListener, visited: Visited, stopped: oneshot::Receiver<Infallible>) -> Result<()> {
    listener.set_nonblocking(true).because(preparing)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().because(preparing)?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).because(preparing)?;
        tokio::select! {
            () = accept(listener, visited) => Ok(()),
            _ = stopped => Err(refused(kata(
                "pembangunan ulang berhenti; jalankan lagi pilkada serve",
                "building again has stopped; start pilkada serve anew",
            ))),
        }
    })
}

fn preparing() -> Kata {
    kata("menyiapkan server pratinjau", "preparing the preview's server")
}

async fn accept(listener: tokio::net::TcpListener, visited: Visited) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Out of file descriptors: visitors leave again.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let _ = stream.set_nodelay(true);
        let visited = visited.clone();
        tokio::spawn(async move {
            let service = service_fn(|request: Request<Incoming>| {
                let visited = visited.clone();
                async move {
                    let Visited { state, office, guard } = visited;
                    let reply = if desk::is_asked(&request, guard) {
                        answer::sealed(desk::answer(request, office).await)
                    } else {
                        answer::answer(&request, &state, guard)
                    };
                    Ok::<_, Infallible>(reply)
                }
            });
            let mut server = hyper::server::conn::http1::Builder::new();
            // A visitor who hangs up is no news.
            let _ = server.timer(TokioTimer::new()).serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

//! Builds whenever something changed, and hands over what came of it.

use crate::output;
use crate::pipeline::{self, Ingat, Masukan};
use crate::report::Report;
use crate::serve::site::{Kept, Memory, Site, Watched};
use crate::serve::state::State;
use crate::serve::watch::Watch;
use crate::serve::{Built, Options, Tell, Told};
use crate::source::{self, Ingatan, Sources};
use anyhow::Result;
use std::cell::RefCell;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Once};
use std::time::{Duration, Instant};

/// How long a change is waited for before somebody looks at the calendar.
const WHILE: Duration = Duration::from_secs(20);

/// The one who builds.
pub(super) struct Worker {
    options: Options,
    state: Arc<State>,
    tell: Tell,
    /// Begun before the first build, so that no change falls in between.
    watch: Option<Watch>,
    /// Whether a change waits to be built.
    waiting: Arc<AtomicBool>,
    kept: Kept,
    ingat: RefCell<Ingat>,
    /// The texts that the last build remembers; nothing when the content was read once.
    known: RefCell<Option<Ingatan>>,
    /// What was read last; nothing where it is not known what changed since.
    read: RefCell<Option<Sources>>,
}

impl Worker {
    /// Begins to watch the folders; where that is refused, the preview stays as it is first built.
    pub fn new(options: Options, state: Arc<State>, tell: Tell) -> Self {
        let watch = Watch::begin(&options.root);
        if let Err(error) = &watch {
            tell(Told::Unwatched(error));
        }
        let watch = watch.ok();
        let kept = |name: &str| output::kept(&options.output, name);
        let ingat = RefCell::new(Ingat::read(&kept));
        // A text that is read when it is asked for has to be watched until then.
        let known = watch.as_ref().map(|_| pipeline::recall_texts(&kept)).unwrap_or_default();
        let known = RefCell::new(Some(known));
        let waiting = watch.as_ref().map(Watch::waiting).unwrap_or_default();
        Self { options, state, tell, watch, waiting, kept: Kept::default(), ingat, known, read: RefCell::default() }
    }

    /// Builds for the first time, and says where the site is as soon as its pages are there, or what is wrong with them.
    /// `begun` is told when there is something to answer with, or that the content cannot be opened.
    pub fn begin(&self, address: SocketAddr, begun: &Sender<Result<()>>) {
        let (once, state, tell) = (Once::new(), &self.state, &self.tell);
        let ready = || {
            once.call_once(|| {
                tell(Told::Ready(visited(state, address)));
                let _ = begun.send(Ok(()));
            });
        };
        let built = self.build(&[], &|site| {
            state.show(site);
            ready();
        });
        match built {
            Err(error) if !once.is_completed() => _ = begun.send(Err(error)),
            Err(error) => self.refused(&error),
            Ok(()) => ready(),
        }
    }

    /// Builds after every change and on every new day, for ever.
    pub fn work(&mut self) {
        loop {
            let changed = self.changed();
            if !self.is_new_day() && changed.is_empty() {
                continue;
            }
            if let Err(error) = self.build(&changed, &|site| self.state.show(site)) {
                self.refused(&error);
            }
        }
    }

    fn refused(&self, error: &anyhow::Error) {
        self.state.refused(error);
        (self.tell)(Told::Refused(error));
    }

    /// Builds once, after some files changed; `show` is given the site as soon as its pages are there.
    fn build(&self, changed: &[PathBuf], show: &(dyn Fn(Site) + Sync)) -> Result<()> {
        let (built, site) = self.draw(changed, show)?;
        self.state.found(site, &built.report, &built.sources);
        (self.tell)(Told::Built(&built));
        Ok(())
    }

    /// Draws the site anew where it has to be another. Where a text was changed while it was drawn, that is begun again from
    /// the texts as they are.
    fn draw(&self, changed: &[PathBuf], show: &(dyn Fn(Site) + Sync)) -> Result<(Built, Option<Site>)> {
        let drawn = self.draw_once(changed, show);
        if self.read.borrow().as_ref().is_some_and(Sources::has_changed) {
            self.read.take();
            return self.draw_once(&[], show);
        }
        drawn
    }

    fn draw_once(&self, changed: &[PathBuf], show: &(dyn Fn(Site) + Sync)) -> Result<(Built, Option<Site>)> {
        let begun = Instant::now();
        let sources = self.sources(changed)?;
        let watched = Watched { show, outdated: &self.waiting };
        let memory = Memory::with(&self.kept, self.state.shown().site, watched);
        let mut report = Report::default();
        let masukan = Masukan { sources: &sources, pilihan: self.options.pilihan };
        let model = pipeline::build_again(masukan, &self.ingat.borrow(), &memory, &mut report)?;
        let site = memory.finish().filter(|_| model.is_some());
        let files = site.as_ref().map(Site::count);
        Ok((Built { sources, report, files, took: begun.elapsed() }, site))
    }

    /// Reads what changed; everything where that is not known.
    fn sources(&self, changed: &[PathBuf]) -> Result<Sources> {
        let sources = match self.read.take() {
            Some(before) => source::read_again(&before, changed)?,
            None => self.all()?,
        };
        self.read.replace(self.watch.is_some().then(|| sources.clone()));
        Ok(sources)
    }

    /// Reads everything. What is known of what was read before is forgotten: it may rest on texts that nobody asked for yet,
    /// and that are not those of these sources.
    fn all(&self) -> Result<Sources> {
        let Some(known) = self.known.take() else {
            self.ingat.replace(Ingat::default());
            return source::read(&self.options.root);
        };
        source::read_known(&self.options.root, &known)
    }

    /// Waits a while for changes.
    fn changed(&mut self) -> Vec<PathBuf> {
        if let Some(watch) = &mut self.watch {
            return watch.wait(WHILE);
        }
        std::thread::sleep(WHILE);
        Vec::new()
    }

    /// Whether the day is another than the one last built for, which is then the one to build for.
    fn is_new_day(&mut self) -> bool {
        let Some(hari) = self.options.hari.map(|hari| hari()) else { return false };
        std::mem::replace(&mut self.options.pilihan.hari, hari) != hari
    }
}

/// Where the site is.
fn visited(state: &State, address: SocketAddr) -> String {
    let path = state.shown().site.map_or_else(|| "/".to_owned(), |site| site.base.prefix().to_owned());
    format!("http://{}{path}", visitable(address))
}

/// The address to type: nobody visits `0.0.0.0`.
fn visitable(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(Ipv4Addr::UNSPECIFIED) => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(Ipv6Addr::UNSPECIFIED) => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

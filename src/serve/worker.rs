//! Builds whenever something changed, and hands over what came of it.

use crate::bahasa::kata;
use crate::project::live::{Changes, LiveProject};
use crate::refusal::refused;
use crate::serve::site::{Kept, Memory, Site, Watched};
use crate::serve::state::State;
use crate::serve::watch::Watch;
use crate::serve::{Built, Options, Tell, Told};
use anyhow::Result;
use std::any::Any;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::panic::{AssertUnwindSafe, catch_unwind};
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
    project: LiveProject,
}

impl Worker {
    /// Begins to watch the folders; where that is refused, the preview stays as it is first built.
    pub fn new(options: Options, state: Arc<State>, tell: Tell) -> Self {
        let watch = Watch::begin(&options.root, options.following);
        if let Err(error) = &watch {
            tell(Told::Unwatched(error));
        }
        let watch = watch.ok();
        let changes = if watch.is_some() { Changes::Told } else { Changes::Unknown };
        let project = LiveProject::open(&options.root, &options.output, changes);
        let waiting = watch.as_ref().map(Watch::waiting).unwrap_or_default();
        Self { options, state, tell, watch, waiting, kept: Kept::default(), project }
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

    /// Builds after some files changed; `show` is given the site as soon as its pages are there. Where the program itself is at
    /// fault, that is said like any refusal, and the next change is built from everything anew.
    fn build(&self, changed: &[PathBuf], show: &(dyn Fn(Site) + Sync)) -> Result<()> {
        // What a panic leaves half done is forgotten.
        let built = catch_unwind(AssertUnwindSafe(|| self.build_once(changed, show)));
        built.unwrap_or_else(|panic| {
            self.project.forget();
            self.refused(&fault(&*panic));
            Ok(())
        })
    }

    fn build_once(&self, changed: &[PathBuf], show: &(dyn Fn(Site) + Sync)) -> Result<()> {
        let begun = Instant::now();
        let watched = Watched { show, outdated: &self.waiting };
        let memory = || Memory::with(&self.kept, self.state.shown().site, watched);
        let built = self.project.build(changed, self.options.build_options, &memory)?;
        let site = built.sink.finish().filter(|_| built.model.is_some());
        let files = site.as_ref().map(Site::count);
        if let Some(model) = &built.model {
            self.state.turns(model.next_turn().map(|turn| turn.words()));
        }
        self.state.found(site, &built.report, &built.sources);
        (self.tell)(Told::Built(&Built { sources: built.sources, report: built.report, files, took: begun.elapsed() }));
        Ok(())
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
        std::mem::replace(&mut self.options.build_options.hari, hari) != hari
    }
}

/// What a panic said, as the reason that a build ended.
fn fault(panic: &(dyn Any + Send)) -> anyhow::Error {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("?");
    refused(kata(
        format!("kesalahan di dalam program pilkada sendiri ({text}); laporkan, lalu lanjutkan menyunting"),
        format!("an error inside the program pilkada itself ({text}); report it, then go on editing"),
    ))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bahasa::Bahasa;
    use crate::model::{BuildOptions, Drafts};
    use crate::serve::live;
    use crate::value::tanggal::Tanggal;
    use crate::value::{Nilai, Scalar};
    use std::sync::Mutex;
    use std::sync::atomic::Ordering;
    use std::sync::mpsc::channel;

    #[test]
    fn a_panic_while_building_is_said_and_the_next_build_goes_on() {
        let project = tempfile::tempdir().unwrap();
        std::fs::create_dir(project.path().join("content")).unwrap();
        let situs = "nama: Contoh\nalamat: https://contoh.test/\npenyelenggara: { nama: KPU Contoh }\npemungutan_suara: 2024-11-27\n";
        std::fs::write(project.path().join("content/situs.yaml"), situs).unwrap();
        let options = Options {
            root: project.path().to_owned(),
            output: project.path().join("output"),
            build_options: BuildOptions {
                hari: Tanggal::read(Scalar::Teks("2024-11-01")).unwrap(),
                draf: Drafts::Wait,
            },
            hari: None,
            bahasa: Bahasa::Id,
            forms: crate::serve::Forms::Sent,
            following: crate::serve::Following::Told,
        };
        let state = Arc::new(State::new(Bahasa::Id));
        let (is_faulty, refusals) = (Arc::new(AtomicBool::new(true)), Arc::new(Mutex::new(Vec::new())));
        let (faulty, said) = (Arc::clone(&is_faulty), Arc::clone(&refusals));
        // Who is told is called while a build goes on, as all else is that may be at fault.
        let tell: Tell = Box::new(move |told| match told {
            Told::Built(_) => assert!(!faulty.load(Ordering::Relaxed), "rusak untuk diuji"),
            Told::Refused(error) => said.lock().unwrap().push(error.to_string()),
            Told::Ready(_) | Told::Unwatched(_) => (),
        });
        let worker = Worker::new(options, Arc::clone(&state), tell);
        let findings = || String::from_utf8(live::found(&state.shown()).to_vec()).unwrap();

        let (begun, first) = channel();
        worker.begin(SocketAddr::from(([127, 0, 0, 1], 80)), &begun);
        first.recv().unwrap().unwrap();
        assert!(findings().contains("rusak untuk diuji") && findings().contains("program pilkada sendiri"));
        assert!(refusals.lock().unwrap().iter().any(|refusal| refusal.contains("rusak untuk diuji")));

        is_faulty.store(false, Ordering::Relaxed);
        worker.build(&[], &|site| state.show(site)).unwrap();
        assert!(!findings().contains("rusak") && state.shown().site.is_some(), "{}", findings());
    }
}

//! What is known from before, by a program that builds again, or from the run before.

use crate::check;
use crate::kept::{open, sealed};
use crate::model::Model;
use crate::model::berkas::Kenal;
use crate::pipeline::of_theme;
use crate::record::terbaca::Terbaca;
use crate::render::ingatan::Kept;
use crate::render::sink::Sink;
use crate::render::theme::Theme;
use crate::report::Report;
use crate::source::{self, Sources};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::SystemTime;

/// What is known from before: what files were read into, what is known of their texts, which rules found nothing, what pages
/// rest on.
///
/// A program that builds again and again keeps it in memory; from run to run it is kept as bytes.
#[derive(Debug, Default)]
pub struct Ingat {
    pub(super) terbaca: Terbaca,
    kenal: OnceLock<Kenal>,
    /// What another run kept of it, until somebody asks for it.
    berkas: Mutex<Option<Vec<u8>>>,
    pub(super) aturan: check::ingatan::Ingatan,
    /// The theme that was last brought together, with the digest of what it was made from.
    tema: Mutex<Option<(u128, Arc<Theme>)>>,
    /// What the last build learned of the files it drew; nothing where none was drawn by this program yet.
    halaman: Mutex<Option<Kept>>,
}

/// The names that it is kept under.
const CATATAN: &str = "ingatan-catatan";
const BERKAS: &str = "ingatan-berkas";
const ATURAN: &str = "ingatan-aturan";
const SUMBER: &str = "ingatan-sumber";
const HALAMAN: &str = "ingatan-halaman";

impl Ingat {
    /// What an earlier run of this very program [wrote](Self::write); what it kept is asked for from several threads at once.
    pub fn read(kept: &(dyn Fn(&str) -> Option<Vec<u8>> + Sync)) -> Self {
        let kept = |name| kept(name).and_then(open);
        let (berkas, (terbaca, aturan)) = rayon::join(
            || kept(BERKAS),
            || {
                let aturan = kept(ATURAN).and_then(|bytes| check::ingatan::Ingatan::from_bytes(&bytes));
                (kept(CATATAN).and_then(Terbaca::from_bytes), aturan)
            },
        );
        Self {
            terbaca: terbaca.unwrap_or_default(),
            berkas: Mutex::new(berkas),
            aturan: aturan.unwrap_or_default(),
            ..Self::default()
        }
    }

    /// What is known of the texts; taking apart what another run kept takes a while.
    pub(super) fn kenal(&self) -> &Kenal {
        self.kenal.get_or_init(|| {
            let bytes = self.berkas.lock().unwrap_or_else(PoisonError::into_inner).take();
            bytes.and_then(|bytes| Kenal::from_bytes(&bytes)).unwrap_or_default()
        })
    }

    /// Keeps what another run has use for, from several threads at once; no bytes stand for those that were read.
    pub fn write(&self, keep: &(dyn Fn(&str, Option<&[u8]>) + Sync)) {
        let halaman = || keep(HALAMAN, self.halaman().as_ref().map(|kept| sealed(kept.to_bytes())).as_deref());
        let catatan = || keep(CATATAN, self.terbaca.to_bytes().map(sealed).as_deref());
        let others = || {
            keep(BERKAS, Some(&sealed(self.kenal().to_bytes())));
            keep(ATURAN, Some(&sealed(self.aturan.to_bytes())));
        };
        rayon::join(halaman, || rayon::join(catatan, others));
    }

    /// Has a sink keep what another run has use for.
    pub fn keep_in(&self, sink: &dyn Sink) {
        self.write(&|name, bytes| match bytes {
            Some(bytes) => sink.keep(name, bytes),
            None => sink.still_wanted(name),
        });
    }

    /// Remembers what is known of files that were drawn; in another run of the program what the sink kept.
    pub(super) fn recall_pages(&self, sink: &dyn Sink) {
        let mut halaman = self.halaman();
        if halaman.is_none() {
            *halaman = sink.kept(HALAMAN).and_then(open).and_then(|bytes| Kept::from_bytes(&bytes));
        }
    }

    /// Takes out what is known of files that were drawn.
    pub(super) fn take_pages(&self) -> Option<Kept> {
        self.halaman().take()
    }

    /// Puts in what the next build is to know of files that were drawn.
    pub(super) fn put_pages(&self, kept: Option<Kept>) {
        *self.halaman() = kept;
    }

    fn halaman(&self) -> MutexGuard<'_, Option<Kept>> {
        self.halaman.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The theme of a site, which is brought together when it is not the same as before.
    pub(super) fn theme(&self, model: &Model, sources: &Sources, report: &mut Report) -> Option<Arc<Theme>> {
        let sidik = of_theme(model, sources).digest128();
        let mut tema = self.tema.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, theme)) = &*tema
            && *known == sidik
        {
            return Some(Arc::clone(theme));
        }
        let said = report.findings().len();
        let theme = Arc::new(Theme::load(sources, &model.situs.record, model.pilihan.hari, report)?);
        // What was said of its files is to be said again next time.
        *tema = (report.findings().len() == said).then(|| (sidik, Arc::clone(&theme)));
        Some(theme)
    }
}

/// The texts that an earlier run of this very program [kept](keep_texts) in mind.
pub fn recall_texts(kept: &dyn Fn(&str) -> Option<Vec<u8>>) -> source::Ingatan {
    let bytes = kept(SUMBER).and_then(open);
    bytes.and_then(|bytes| source::Ingatan::from_bytes(&bytes)).unwrap_or_default()
}

/// Keeps in mind which texts were found from a moment on, where that is not all `known`; nothing where one of those known
/// was another after all.
pub fn keep_texts((sources, known): (&Sources, &source::Ingatan), moment: SystemTime, keep: &dyn Fn(&str, &[u8])) {
    let ingatan = if sources.has_changed() { Some(source::Ingatan::default()) } else { sources.ingatan(known, moment) };
    if let Some(ingatan) = ingatan {
        keep(SUMBER, &sealed(ingatan.to_bytes()));
    }
}

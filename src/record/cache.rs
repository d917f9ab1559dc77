//! Records as they were read before: in memory, and from one run of the program to the next.

use crate::bundle::{Bundle, Part};
use crate::record::{Kind, Read, load, read, recall_any};
use crate::source::{Body, CONTENT, Source, Sources};
use rayon::prelude::*;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many files a core reads before it asks for more.
const SHARE: usize = 64;

/// Records as they were read before, for who reads the same content again and again.
#[derive(Debug, Default)]
pub struct RecordCache(Mutex<Known>);

#[derive(Debug, Default)]
struct Known {
    /// What the files were read into, in order of their paths; what is wrong with a file is said anew each time.
    read: Vec<Arc<Read>>,
    /// What an earlier run kept of sound records, of pictures and attachments.
    kept: Bundle,
}

impl RecordCache {
    /// What an earlier run of this very program [gave](Self::to_bytes); nothing where it cannot be read.
    pub fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        let kept = Bundle::from_bytes(bytes)?;
        Some(Self(Mutex::new(Known { read: Vec::new(), kept })))
    }

    /// The sound records of the last reading; nothing where they are those this was [made from](Self::from_bytes).
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        let known = self.known();
        let parts = known.read.par_iter().filter_map(|read| known.part(read)).collect();
        known.kept.next(parts)
    }

    /// Reads every file of the content, or takes what it was read into where it is the same; forgets files that are gone.
    pub(super) fn read_all(&self, sources: &Sources) -> Vec<Arc<Read>> {
        let mut known = self.known();
        let files: Vec<&Arc<Source>> = sources.below(CONTENT).collect();
        // Records stand together and take long; in large shares one core would read them alone.
        let files = files.into_par_iter().with_max_len(SHARE);
        let read: Vec<Arc<Read>> = files.map(|source| known.read(source, sources)).collect();
        known.read = read.iter().filter(|read| read.findings.is_empty()).map(Arc::clone).collect();
        read
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    fn read(&self, source: &Arc<Source>, sources: &Sources) -> Arc<Read> {
        let place = self.read.binary_search_by(|read| read.source.path.cmp(&source.path)).ok();
        let before = place.map(|place| &self.read[place]).filter(|before| before.source.digest == source.digest);
        if let Some(before) = before
            && !before.is_seen_once()
        {
            return Arc::clone(before);
        }
        let recalled = self.kept.get(source.key()).and_then(|kept| recall(source, kept));
        match recalled.map(|kind| Read::new(source, kind)) {
            Some(recalled) if !recalled.is_seen_once() => Arc::new(recalled),
            seen_once => {
                let mut read = read(source, sources);
                let was_seen = before.is_some() || seen_once.is_some();
                if let Kind::Media(seen) = &mut read.kind {
                    seen.settled = was_seen;
                }
                Arc::new(read)
            }
        }
    }

    /// What is to be kept of a file: what was kept before, where it is the same.
    fn part(&self, read: &Read) -> Option<(u128, Part<'_>)> {
        let key = read.source.key();
        let kept = self.kept.get(key);
        let part = match (&read.kind, kept) {
            (Kind::Record(_), Some(bytes)) => Part::Kept(bytes),
            (Kind::Record(_), None) => Part::New(load::keep(&read.source)?),
            (Kind::Media(seen), kept) => {
                let bytes = postcard::to_stdvec(seen).ok()?;
                kept.filter(|kept| *kept == bytes).map_or(Part::New(bytes), Part::Kept)
            }
            (Kind::Broken | Kind::Attachment | Kind::Nothing, _) => return None,
        };
        Some((key, part))
    }
}

impl Read {
    /// Whether a picture or an attachment has to be looked at once more.
    fn is_seen_once(&self) -> bool {
        matches!(self.kind, Kind::Media(seen) if !seen.settled)
    }
}

/// What is known of a file from what was kept of it; nothing where that cannot be read.
fn recall(source: &Arc<Source>, kept: &[u8]) -> Option<Kind> {
    match source.body {
        Body::Text(_) if source.is_attachment() => None,
        Body::Text(_) => recall_any(source, kept).map(Kind::Record),
        Body::Media(_) => postcard::from_bytes(kept).ok().map(Kind::Media),
        Body::Refused(_) => None,
    }
}

/// The made-up site that the program is measured with.
#[cfg(test)]
#[path = "../../tools/src/bin/korpus/isi/mod.rs"]
mod isi;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Inspection, PATTERNS, Records};
    use crate::report::Report;
    use crate::source;
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    /// The sample content, and a made-up site of many shapes.
    fn many() -> [Sources; 2] {
        let mut files = BTreeMap::new();
        isi::each(isi::Size { regions: 60, articles: 30 }, &mut |path, text| {
            files.insert(path.to_owned(), text.to_owned());
            Ok(())
        })
        .unwrap();
        let corpus = Sources::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        [source::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap(), corpus]
    }

    fn few() -> Sources {
        Sources::from_texts([
            ("content/istilah.yaml", "istilah:\n  - istilah: Paslon\n    arti: pasangan calon\n"),
            ("content/partai.yaml", "contoh: { nama: Partai Contoh, singkatan: PC }\n"),
            ("content/sumber.yaml", "salah: { judul: x, tanggal: besok }\n"),
        ])
    }

    fn records(sources: &Sources, cache: &RecordCache) -> String {
        let mut report = Report::default();
        let records = Records::load_again(sources, cache, &mut report);
        format!("{records:#?}\n{report:#?}")
    }

    /// What is kept of the records of these files.
    fn kept_of(sources: &Sources) -> Vec<u8> {
        let cache = RecordCache::default();
        records(sources, &cache);
        cache.to_bytes().unwrap()
    }

    #[test]
    fn every_type_of_record_comes_back_as_it_was_read() {
        let mut types = BTreeSet::new();
        for sources in many() {
            for source in sources.below(CONTENT) {
                let Kind::Record(any) = read(source, &sources).kind else { continue };
                let kept = load::keep(source).unwrap();
                let recalled = recall_any(source, &kept);
                assert_eq!(format!("{recalled:?}"), format!("{:?}", Some(any)), "{}", source.path);
                types.insert(load::Named::parse(source.name()).pattern);
            }
        }
        assert_eq!(types, PATTERNS.iter().copied().collect());
    }

    #[test]
    fn a_reading_from_what_was_kept_is_the_same_and_keeps_nothing_anew() {
        for sources in many().into_iter().chain([few()]) {
            let cache = RecordCache::from_bytes(kept_of(&sources)).unwrap();
            assert!(cache.known().kept.keys().len() > 0);
            let cold = records(&sources, &RecordCache::default());
            assert_eq!(records(&sources, &cache), cold);
            assert_eq!(records(&sources, &cache), cold, "from memory");
            assert_eq!(cache.to_bytes(), None);
        }
    }

    #[test]
    fn a_text_that_changed_is_read_anew() {
        let cache = RecordCache::from_bytes(kept_of(&few())).unwrap();
        let after = Sources::from_texts([("content/partai.yaml", "lain: { nama: Partai Lain, singkatan: PL }\n")]);
        assert_eq!(records(&after, &cache), records(&after, &RecordCache::default()));
        assert_eq!(cache.to_bytes(), Some(kept_of(&after)));
    }

    #[test]
    fn what_is_damaged_is_as_if_it_were_not_there() {
        let (sources, kept) = (few(), kept_of(&few()));
        let cold = records(&sources, &RecordCache::default());
        let cut = (0..kept.len()).map(|length| kept[..length].to_vec());
        // A record that says nothing of its kind: no map at all.
        let whole = Bundle::from_bytes(kept.clone()).unwrap();
        let spoilt = whole.keys().map(|key| (key, Part::New(vec![0xc1; whole.get(key).unwrap().len()])));
        let spoilt = whole.next(spoilt.collect()).unwrap();
        for bytes in cut.chain([b"lain".to_vec(), spoilt]) {
            let cache = RecordCache::from_bytes(bytes).unwrap_or_default();
            assert_eq!(records(&sources, &cache), cold);
        }
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test writes the file that is looked at")]
    fn a_file_that_was_looked_at_twice_is_believed_until_it_changes() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("content/berita/a.pdf");
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, "%PDF <</Author (Contoh)>>").unwrap();
        let sources = source::read(folder.path()).unwrap();
        let kept = |settled| {
            let key = sources.iter().next().unwrap().key();
            let nothing = Inspection { jejak: None, fingerprint: None, settled };
            Bundle::default().next(vec![(key, Part::New(postcard::to_stdvec(&nothing).unwrap()))]).unwrap()
        };
        let jejak = |cache: &RecordCache, sources: &Sources| {
            Records::load_again(sources, cache, &mut Report::default()).jejak.len()
        };
        let (once, twice) =
            (RecordCache::from_bytes(kept(false)).unwrap(), RecordCache::from_bytes(kept(true)).unwrap());
        assert_eq!((jejak(&once, &sources), jejak(&twice, &sources)), (1, 0));
        assert_eq!(twice.to_bytes(), None);
        std::fs::write(&file, "%PDF <</Author (Contoh)>> ").unwrap();
        let changed = source::read(folder.path()).unwrap();
        assert_eq!(jejak(&twice, &changed), 1);

        let cache = RecordCache::default();
        for known in ["nothing", "seen", "seen twice"] {
            let before = cache.known().read.first().map(Arc::clone);
            jejak(&cache, &sources);
            let is_taken = before.is_some_and(|before| Arc::ptr_eq(&before, &cache.known().read[0]));
            assert_eq!(is_taken, known == "seen twice");
        }
    }
}

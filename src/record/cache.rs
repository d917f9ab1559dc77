//! Records as they were read before: in memory, and from one run of the program to the next.

use crate::memo::reading::Grounds;
use crate::memo::{Keep, Key, Session};
use crate::record::{Any, Kind, Read, load, read, recall_any, versi};
use crate::source::{Body, CONTENT, Source, Sources};
use rayon::prelude::*;
use std::sync::Arc;

/// How many files a core reads before it asks for more.
const SHARE: usize = 64;

/// Reads every file of the content, or takes what it was read into where it is the same.
pub(super) fn read_all(sources: &Sources, memo: &Session<'_>) -> Vec<Arc<Read>> {
    let files: Vec<&Arc<Source>> = sources.below(CONTENT).collect();
    // Records stand together and take long; in large shares one core would read them alone.
    files.into_par_iter().with_max_len(SHARE).map(|source| read_again(source, sources, memo)).collect()
}

fn read_again(source: &Arc<Source>, sources: &Sources, memo: &Session<'_>) -> Arc<Read> {
    let key = Key::of("record", &source.key());
    let before = memo.recall(key, |kept| recall(source, kept).map(|kind| Read::new(source, kind)));
    if let Some(before) = before.as_ref().filter(|before| !before.is_seen_once()) {
        return Arc::clone(before);
    }
    let mut read = read(source, sources);
    if versi::is_told_by(source) {
        read.findings.splice(0..0, versi::finding(source));
    }
    if let Kind::Media(seen) = &mut read.kind {
        seen.settled = before.is_some();
    }
    // What is wrong with a file is said anew each time.
    if read.findings.is_empty() && matches!(read.kind, Kind::Record(_) | Kind::Media(_)) {
        return memo.learn(key, Grounds::default(), read);
    }
    Arc::new(read)
}

impl Keep for Read {
    fn keep(&self) -> Option<Vec<u8>> {
        match &self.kind {
            // A table is no YAML, and its account is short.
            Kind::Record(Any::tps(loaded)) => rmp_serde::to_vec_named(&*loaded.record).ok(),
            Kind::Record(_) => load::keep(&self.source),
            Kind::Media(seen) => seen.keep(),
            Kind::Broken | Kind::Attachment | Kind::Nothing => None,
        }
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
    use crate::memo::{End, KeyAlone, Memo};
    use crate::record::{Inspection, PATTERNS, Records};
    use crate::report::Report;
    use crate::source;
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    /// The sample content, and a made-up site of many shapes.
    fn many() -> [Sources; 2] {
        let mut files = BTreeMap::new();
        isi::each(isi::Size { regions: 60, articles: 30, tps: 9_000 }, &mut |path, text| {
            files.insert(path.to_owned(), text.to_owned());
            Ok(())
        })
        .unwrap();
        // The type that only tests have.
        files.insert("content/posko/a.md".to_owned(), "---\njudul: Posko Contoh\n---\n".to_owned());
        // No office of the made-up country has approved anything.
        let approved = "persetujuan: [{ berkas: partai.yaml, sidik: bcdf-ghjk-lmnp-qrst-bcdf-ghjk-lmnp-qrst, oleh: Contoh, tanggal: 2024-10-05 }]\n";
        let changed =
            "perubahan: [{ tanggal: 2024-10-05, halaman: [{ apa: baru, judul: Contoh, alamat: / }], lainnya: 2 }]\n";
        files.insert("content/perubahan.yaml".to_owned(), changed.to_owned());
        files.insert("content/persetujuan.yaml".to_owned(), approved.to_owned());
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

    /// Reads the content with what is remembered of it.
    fn read_with(sources: &Sources, memo: &Memo, report: &mut Report) -> Records {
        let session = memo.begin(&KeyAlone, 0);
        let records = Records::load_again(sources, &session, report);
        memo.end(&session, End::Whole);
        records
    }

    fn records(sources: &Sources, memo: &Memo) -> String {
        let mut report = Report::default();
        let records = read_with(sources, memo, &mut report);
        format!("{records:#?}\n{report:#?}")
    }

    /// What is kept of the records of these files.
    fn kept_of(sources: &Sources) -> Vec<u8> {
        let memo = Memo::default();
        records(sources, &memo);
        memo.to_bytes().unwrap()
    }

    /// Bytes that are kept as they are.
    struct Bytes(Vec<u8>);

    impl Keep for Bytes {
        fn keep(&self) -> Option<Vec<u8>> {
            Some(self.0.clone())
        }
    }

    /// A memory in which these bytes stand for what a file was read into.
    fn with(files: &[(&Source, Vec<u8>)]) -> Memo {
        let memo = Memo::default();
        let session = memo.begin(&KeyAlone, 0);
        for (source, bytes) in files {
            session.learn(Key::of("record", &source.key()), Grounds::default(), Bytes(bytes.clone()));
        }
        memo.end(&session, End::Whole);
        Memo::from_bytes(memo.to_bytes().unwrap()).unwrap()
    }

    #[test]
    fn every_type_of_record_comes_back_as_it_was_read() {
        let mut types = BTreeSet::new();
        for sources in many() {
            for source in sources.below(CONTENT) {
                let Kind::Record(any) = read(source, &sources).kind else { continue };
                let kept = Read::new(source, Kind::Record(any.clone())).keep().unwrap();
                let recalled = recall_any(source, &kept);
                assert_eq!(format!("{recalled:?}"), format!("{:?}", Some(any)), "{}", source.path);
                types.insert(load::Named::parse(source.name()).pattern);
            }
        }
        assert_eq!(types, PATTERNS.iter().copied().collect());
    }

    #[test]
    fn a_record_is_the_same_whoever_reads_its_yaml() {
        // A tab in a comment, and `yaml::simple` leaves the text to serde_yaml.
        let tabbed = |source: &Source| match source.text() {
            text if text.starts_with("---\n") => text.replacen("---\n", "---\n#\t\n", 1),
            text => format!("#\t\n{text}"),
        };
        let record = |source: &Arc<Source>, sources: &Sources| match read(source, sources).kind {
            Kind::Record(any) => format!("{any:?}").split_once(", record: ").map(|(_, record)| record.to_owned()),
            _ => None,
        };
        let mut same = 0;
        for sources in many() {
            for source in sources
                .below(CONTENT)
                .filter(|source| !source.path.ends_with(".csv") && matches!(source.body, Body::Text(_)))
            {
                let other = Sources::from_texts([(source.path.as_str(), tabbed(source).as_str())]);
                let slow = other.iter().next().map(|other| record(other, &sources)).unwrap();
                assert_eq!(record(source, &sources), slow, "{}", source.path);
                same += usize::from(slow.is_some());
            }
        }
        assert!(same > 500, "{same}");
    }

    #[test]
    fn a_reading_from_what_was_kept_is_the_same_and_keeps_nothing_anew() {
        for sources in many().into_iter().chain([few()]) {
            let memo = Memo::from_bytes(kept_of(&sources)).unwrap();
            let cold = records(&sources, &Memo::default());
            assert_eq!(records(&sources, &memo), cold);
            assert_eq!(records(&sources, &memo), cold, "from memory");
            assert_eq!(memo.to_bytes(), None);
        }
    }

    #[test]
    fn a_text_that_changed_is_read_anew() {
        let memo = Memo::from_bytes(kept_of(&few())).unwrap();
        let after = Sources::from_texts([("content/partai.yaml", "lain: { nama: Partai Lain, singkatan: PL }\n")]);
        assert_eq!(records(&after, &memo), records(&after, &Memo::default()));
        assert_eq!(memo.to_bytes(), Some(kept_of(&after)));
    }

    #[test]
    fn what_cannot_be_read_is_as_if_it_were_not_there() {
        let sources = few();
        // A record that says nothing of its kind: no map at all.
        let spoilt: Vec<(&Source, Vec<u8>)> = sources.iter().map(|source| (&**source, vec![0xc1; 9])).collect();
        assert_eq!(records(&sources, &with(&spoilt)), records(&sources, &Memo::default()));
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
            let nothing = Inspection { jejak: None, fingerprint: None, settled };
            with(&[(&**sources.iter().next().unwrap(), nothing.keep().unwrap())])
        };
        let jejak = |memo: &Memo, sources: &Sources| read_with(sources, memo, &mut Report::default()).jejak.len();
        let (once, twice) = (kept(false), kept(true));
        assert_eq!((jejak(&once, &sources), jejak(&twice, &sources)), (1, 0));
        assert_eq!(twice.to_bytes(), None);
        std::fs::write(&file, "%PDF <</Author (Contoh)>> ").unwrap();
        let changed = source::read(folder.path()).unwrap();
        assert_eq!(jejak(&twice, &changed), 1);

        let memo = Memo::default();
        let mut before: Option<Arc<Read>> = None;
        for known in ["nothing", "seen", "seen twice"] {
            let session = memo.begin(&KeyAlone, 0);
            let read = read_all(&sources, &session).remove(0);
            memo.end(&session, End::Whole);
            let is_taken = before.replace(Arc::clone(&read)).is_some_and(|before| Arc::ptr_eq(&before, &read));
            assert_eq!(is_taken, known == "seen twice");
        }
    }
}

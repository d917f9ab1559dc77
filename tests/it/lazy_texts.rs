//! Texts that have not changed are not read again, and one that changes under the program's hands is not believed.

use crate::check_cache::findings;
use crate::content::{build_from_on, build_options, on};
use crate::incremental::{Project, Published, bytes_of, edit, is_picture, nation};
use pilkada::bahasa::Bahasa;
use pilkada::model::BuildOptions;
use pilkada::pipeline::{self, Cache, Inputs};
use pilkada::refusal::sentence;
use pilkada::report::Report;
use pilkada::source::{self, Sources, StampCache};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

/// A project on the disk, with what is remembered of its texts.
struct Disk {
    folder: tempfile::TempDir,
    known: RefCell<StampCache>,
}

impl Disk {
    fn of(project: &Project) -> Self {
        let disk = Self { folder: tempfile::tempdir().unwrap(), known: RefCell::default() };
        disk.sync(&Project::new(), project);
        disk
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn changed(&self, path: &str) -> Option<(i64, i64)> {
        self.at(path).symlink_metadata().ok().map(|metadata| (metadata.ctime(), metadata.ctime_nsec()))
    }

    /// Does something to a file until the disk's clock has moved on: what is remembered here is believed at once.
    fn do_to(&self, path: &str, what: impl Fn()) {
        let before = self.changed(path);
        while before == self.changed(path) {
            what();
        }
    }

    fn put(&self, path: &str, text: &str) {
        fs::create_dir_all(self.at(path).parent().unwrap()).unwrap();
        let bytes = bytes_of(path, text);
        self.do_to(path, || fs::write(self.at(path), &bytes).unwrap());
    }

    /// Makes one project of another.
    fn sync(&self, before: &Project, after: &Project) {
        for path in before.keys().filter(|path| !after.contains_key(*path)) {
            fs::remove_file(self.at(path)).unwrap();
        }
        for (path, text) in after.iter().filter(|(path, text)| before.get(*path) != Some(*text)) {
            self.put(path, text);
        }
    }

    fn read(&self) -> Sources {
        source::read_known(self.folder.path(), &self.known.borrow()).unwrap()
    }

    /// Remembers what was read, as if nothing of it had been written lately.
    fn remember(&self, sources: &Sources) {
        let later = SystemTime::now() + Duration::from_hours(1);
        let new = sources.stamp_cache(&self.known.borrow(), later);
        if let Some(new) = new {
            self.known.replace(StampCache::from_bytes(&new.to_bytes()).unwrap());
        }
    }

    /// The project, read and remembered and read again.
    fn reread(&self) -> Sources {
        self.remember(&self.read());
        self.read()
    }
}

fn text_of(sources: &Sources, path: &str) -> String {
    sources.get(path).unwrap().text().to_owned()
}

/// The texts that were read.
fn read(sources: &Sources) -> impl Iterator<Item = &str> {
    sources.iter().filter(|file| file.is_read()).map(|file| file.path.as_str())
}

/// The texts of a project.
fn texts(project: &Project) -> Vec<&String> {
    project.keys().filter(|path| !is_picture(path)).collect()
}

const ARTICLE: &str = "content/wilayah/misal/dua/berita/2024-10-03-kabar-3.md";

#[test]
fn where_nothing_changed_no_text_is_read() {
    let disk = Disk::of(&nation());
    let first = disk.read();
    assert_eq!(first.texts_read(), texts(&nation()).len());
    let inputs = pipeline::inputs(&first, build_options());
    let (published, _) = Published::default().build_of(&first, build_options()).unwrap().unwrap();
    let again = disk.reread();
    assert_eq!(pipeline::inputs(&again, build_options()), inputs);
    assert_eq!(again.texts_read(), 0);
    let (after, _) = published.build_of(&again, build_options()).unwrap().unwrap();
    assert!(after.files() == published.files());
    let checked = disk.reread();
    let (cache, mut report) = (Cache::read(&|name| published.kept.get(name).cloned()), Report::default());
    pipeline::check_again(Inputs { sources: &checked, options: build_options() }, &cache, &mut report);
    // A finding has its place in a text.
    let shown = report.findings().iter().map(|finding| finding.place.file.as_str()).collect();
    for sources in [&again, &checked] {
        let read: BTreeSet<&str> = read(sources).collect();
        assert!(read.is_subset(&shown) && read.len() < nation().len() / 4, "{read:?}");
    }
}

#[test]
fn one_changed_article_costs_the_texts_that_are_shown_with_it() {
    let disk = Disk::of(&nation());
    let (published, _) = Published::default().build_of(&disk.read(), build_options()).unwrap().unwrap();
    disk.remember(&disk.read());
    disk.put(ARTICLE, &nation()[ARTICLE].replace("Isi kabar", "Isi lain"));
    let sources = disk.read();
    assert_eq!(sources.texts_read(), 1);
    let (after, _) = published.build_of(&sources, build_options()).unwrap().unwrap();
    assert!(after.files() == build_from_on(build_options(), &source::read(disk.folder.path()).unwrap()));
    // Feeds of so small a nation show all its articles; a finding has its place in a text.
    let mut report = Report::default();
    pipeline::check(&disk.read(), build_options(), &mut report);
    let is_shown = |path: &str| report.findings().iter().any(|finding| finding.place.file == path);
    let others: Vec<&str> = read(&sources).filter(|path| !path.ends_with(".md") && !is_shown(path)).collect();
    // An approval is held against what its record says.
    assert_eq!(others, ["content/wilayah/contoh/satu/paslon/1.yaml"]);
}

#[test]
fn whatever_is_done_to_a_file_is_seen() {
    let disk = Disk::of(&nation());
    let (old, new) = (nation()[ARTICLE].clone(), nation()[ARTICLE].replace("Isi", "Isu"));
    let times = |path: &str| {
        let metadata = fs::metadata(disk.at(path)).unwrap();
        fs::FileTimes::new().set_modified(metadata.modified().unwrap())
    };
    let set = |path: &str, times| File::options().append(true).open(disk.at(path)).unwrap().set_times(times).unwrap();
    disk.reread();
    let before = times(ARTICLE);
    disk.do_to(ARTICLE, || {
        fs::write(disk.at(ARTICLE), &new).unwrap();
        set(ARTICLE, before);
    });
    let sources = disk.reread();
    assert_eq!(text_of(&sources, ARTICLE), new, "of the same size, and with the time set back");

    fs::write(disk.at("lain"), &old).unwrap();
    set("lain", before);
    fs::rename(disk.at("lain"), disk.at(ARTICLE)).unwrap();
    let sources = disk.reread();
    assert_eq!(text_of(&sources, ARTICLE), old, "another of the same size and time in its place");

    // As `cp -p` brings back what was saved.
    fs::write(disk.at("lain"), &new).unwrap();
    set("lain", before);
    disk.do_to(ARTICLE, || {
        fs::copy(disk.at("lain"), disk.at(ARTICLE)).unwrap();
        set(ARTICLE, before);
    });
    let sources = disk.reread();
    assert_eq!(text_of(&sources, ARTICLE), new, "restored with its time");

    let other = ARTICLE.replace("-3", "-2");
    fs::rename(disk.at(ARTICLE), disk.at(&other)).unwrap();
    let sources = disk.reread();
    assert_eq!(text_of(&sources, &other), new, "renamed over another");
    assert!(!sources.has_changed());
}

#[test]
fn a_text_is_remembered_only_when_it_was_written_long_ago() {
    let disk = Disk::of(&nation());
    let kept_at = |seconds| {
        let moment = SystemTime::now() + Duration::from_secs(seconds);
        disk.read().stamp_cache(&StampCache::default(), moment).map_or(0, |stamps| stamps.to_bytes().len())
    };
    assert_eq!(kept_at(0), 0);
    let all = texts(&nation()).len();
    assert_eq!(kept_at(60), 32 * all);
    let future = fs::FileTimes::new().set_modified(SystemTime::now() + Duration::from_hours(1));
    File::options().append(true).open(disk.at(ARTICLE)).unwrap().set_times(future).unwrap();
    assert_eq!(kept_at(60), 32 * (all - 1), "one is said to be written in the future");
}

#[test]
fn what_cannot_be_read_is_found_each_time() {
    let project = nation();
    let disk = Disk::of(&project);
    fs::write(disk.at("content/berita.yaml"), [0xff, b'x']).unwrap();
    fs::write(disk.at("content/jadwal.yaml"), " ".repeat(2 << 20)).unwrap();
    std::os::unix::fs::symlink("situs.yaml", disk.at("content/lain.yaml")).unwrap();
    let (first, again) = (disk.read(), disk.reread());
    let bodies = |sources: &Sources| {
        let refused = sources.iter().filter(|file| matches!(file.body, source::Body::Refused(_)));
        refused.map(|file| format!("{} {:?}", file.path, file.body)).collect::<Vec<_>>()
    };
    assert_eq!(bodies(&first), bodies(&again));
    assert_eq!(bodies(&first).len(), 3);
}

/// What may happen to a text between the look at its file and the reading.
#[derive(Debug, Clone, Copy)]
enum Fate {
    Changed,
    Cut,
    Gone,
    Folder,
}

impl Disk {
    fn strike(&self, path: &str, fate: Fate) {
        let text = fs::read_to_string(self.at(path)).unwrap();
        match fate {
            Fate::Changed => return self.put(path, &text.replace(['a', 'i'], "u")),
            Fate::Cut => return self.put(path, &text[..text.len() / 2]),
            Fate::Gone | Fate::Folder => fs::remove_file(self.at(path)).unwrap(),
        }
        if matches!(fate, Fate::Folder) {
            fs::create_dir(self.at(path)).unwrap();
        }
    }

    fn restore(&self, path: &str, text: &str) {
        let _ = fs::remove_dir(self.at(path));
        self.put(path, text);
    }
}

/// A project in which the same happens to some texts, again and again.
struct Struck<'p> {
    disk: &'p Disk,
    project: &'p Project,
    paths: Vec<&'p String>,
    fate: Fate,
}

impl Struck<'_> {
    fn restore(&self) {
        for path in &self.paths {
            self.disk.restore(path, &self.project[*path]);
        }
    }

    /// The sources as they were remembered, with other texts behind them.
    fn sources(&self) -> Sources {
        self.restore();
        let sources = self.disk.reread();
        for path in &self.paths {
            self.disk.strike(path, self.fate);
        }
        sources
    }

    /// Whether a check notices.
    fn is_refused_by_check(&self, kept: &(dyn Fn(&str) -> Option<Vec<u8>> + Sync)) -> bool {
        let sources = self.sources();
        let inputs = Inputs { sources: &sources, options: build_options() };
        pipeline::check_again(inputs, &Cache::read(kept), &mut Report::default());
        assert_eq!(sources.expect_unchanged().is_err(), sources.has_changed());
        sources.has_changed()
    }

    /// Whether a build notices; what it kept does no harm to the next one.
    fn is_refused_by_build(&self, before: Published, expected: &Published) -> bool {
        let sources = self.sources();
        let (outcome, after, _) = before.attempt(&sources, build_options());
        assert_eq!(outcome.is_err(), sources.has_changed(), "{:?} {:?}", self.paths, self.fate);
        let Err(error) = outcome else { return false };
        let said = sentence(&error, Bahasa::En);
        assert!(said.contains(" was changed while the program was at work"), "{said}");
        self.restore();
        let kept = before.kept.into_iter().chain(after.kept).collect();
        let next = Published { kept, ..Published::default() };
        let (next, _) = next.build_of(&self.disk.read(), build_options()).unwrap().unwrap();
        assert!(next.files() == expected.files(), "{:?} {:?}", self.paths, self.fate);
        true
    }
}

#[test]
fn a_text_that_changes_after_the_look_at_its_file_is_refused_by_whoever_reads_it() {
    let project = nation();
    let disk = Disk::of(&project);
    let (published, _) = Published::default().build_of(&disk.read(), build_options()).unwrap().unwrap();
    let kept = |name: &str| published.kept.get(name).cloned();
    let but = |unwanted: &str| {
        let kept = published.kept.iter().filter(|(name, _)| *name != unwanted);
        Published { kept: kept.map(|(name, bytes)| (name.clone(), bytes.clone())).collect(), ..Published::default() }
    };
    // A file of every kind, and all at once.
    let ends = ["situs.yaml", "istilah.yaml", "tentang.md", "satu/wilayah.yaml", "satu/paslon/1.yaml", "kabar-2.md"];
    let chosen = ends.map(|end| project.keys().filter(|path| path.ends_with(end)).take(1).collect::<Vec<_>>());
    // Each file suffers one fate, all together suffer two.
    let fates = [Fate::Changed, Fate::Cut, Fate::Gone, Fate::Folder];
    let one_by_one = chosen.into_iter().zip(fates.into_iter().cycle());
    let together = [Fate::Changed, Fate::Gone].map(|fate| (texts(&project), fate));
    for (paths, fate) in one_by_one.chain(together) {
        let struck = Struck { disk: &disk, project: &project, paths: paths.clone(), fate };
        assert!(struck.is_refused_by_check(&|_| None), "{paths:?} {fate:?}");
        struck.is_refused_by_check(&kept);
        assert!(struck.is_refused_by_build(Published::default(), &published), "{paths:?} {fate:?}");
        struck.is_refused_by_build(but("cache-pages"), &published);
        struck.is_refused_by_build(but(""), &published);
        struck.restore();
    }
}

#[test]
fn the_refusal_names_the_file_in_both_languages() {
    let disk = Disk::of(&nation());
    let sources = disk.reread();
    disk.put(ARTICLE, "lain");
    assert!(sources.expect_unchanged().is_ok(), "nobody asked");
    let blank = text_of(&sources, ARTICLE);
    assert_eq!(blank, " ".repeat(nation()[ARTICLE].len()));
    let error = sources.expect_unchanged().unwrap_err();
    assert_eq!(
        [Bahasa::Id, Bahasa::En].map(|bahasa| sentence(&error, bahasa)),
        [
            format!(
                "{ARTICLE} diubah selagi program bekerja, jadi hasilnya tidak bisa dipercaya; jalankan sekali lagi"
            ),
            format!(
                "{ARTICLE} was changed while the program was at work, so what came of it cannot be trusted; run it again"
            ),
        ]
    );
}

#[test]
fn what_is_remembered_of_texts_is_kept_whole_or_not_believed() {
    let disk = Disk::of(&nation());
    let sources = disk.read();
    let kept = RefCell::new(Vec::new());
    let later = SystemTime::now() + Duration::from_hours(1);
    pipeline::keep_texts(&sources, &StampCache::default(), later, &|_, bytes| {
        bytes.unwrap().clone_into(&mut kept.borrow_mut());
    });
    let kept = kept.into_inner();
    let read = |bytes: Vec<u8>| {
        let known = pipeline::recall_texts(&|_| Some(bytes.clone()));
        source::read_known(disk.folder.path(), &known).unwrap().texts_read()
    };
    assert_eq!(read(kept.clone()), 0);
    let all = texts(&nation()).len();
    for place in (0..kept.len()).step_by(37) {
        let mut spoilt = kept.clone();
        spoilt[place] ^= 1;
        assert_eq!(read(spoilt), all, "{place}");
        assert_eq!(read(kept[..place].to_vec()), all, "cut at {place}");
    }
    let same = pipeline::recall_texts(&|_| Some(kept.clone()));
    let sources = source::read_known(disk.folder.path(), &same).unwrap();
    pipeline::keep_texts(&sources, &same, later, &|_, bytes| assert_eq!(bytes, None, "it is the same"));
}

/// Edits a project on the disk again and again, and compares every state of it with one that is read whole; gives how many checks
/// read few texts.
fn wander(steps: usize) -> usize {
    let mut seed = u64::from(SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().subsec_nanos());
    let begun = seed;
    let (mut project, mut day): (Project, BuildOptions) = (nation(), on("2024-11-01"));
    let disk = Disk::of(&project);
    let (mut published, _) = Published::default().build_of(&disk.read(), day).unwrap().unwrap();
    disk.remember(&disk.read());
    let mut few = 0;
    for step in 0..steps {
        let before = (project.clone(), day);
        let what = edit(&mut project, &mut day, &mut seed);
        let what = format!("seed {begun}, step {step}, {what}");
        disk.sync(&before.0, &project);
        let (sources, plain) = (disk.read(), source::read(disk.folder.path()).unwrap());
        assert_eq!(pipeline::inputs(&sources, day), pipeline::inputs(&plain, day), "{what}");
        let cache = Cache::read(&|name| published.kept.get(name).cloned());
        let said = findings(&sources, |report| {
            pipeline::check_again(Inputs { sources: &sources, options: day }, &cache, report);
        });
        assert_eq!(said, findings(&plain, |report| pipeline::check(&plain, day, report)), "{what}");
        few += usize::from(sources.texts_read() * 2 < project.len());
        if let Some((site, _)) = published.build_of(&disk.read(), day).unwrap() {
            assert!(site.files() == build_from_on(day, &plain), "{what}");
            published = site;
        } else {
            disk.sync(&project, &before.0);
            (project, day) = before;
        }
        disk.remember(&disk.read());
    }
    few
}

#[test]
fn after_any_edit_on_the_disk_the_site_is_that_of_a_clean_build() {
    wander(6);
}

#[test]
#[ignore = "some minutes: .ci/run walks it, and so should you when the reading of files was changed"]
fn after_dozens_of_edits_on_the_disk_the_site_is_that_of_a_clean_build() {
    let few = wander(40);
    assert!(few > 10, "only {few} checks read few texts");
}

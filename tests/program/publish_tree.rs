//! The tree that is published: exactly the site that was put, whatever was there, and no file touched that did not change.

use crate::project::tree;
use pilkada::output::manifest::{Entry, Manifest};
use pilkada::output::{self, MANIFEST, Published};
use pilkada::render::sink::{ContentId, File, Sink};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// A site: texts by path.
type Site = BTreeMap<String, String>;

/// A number that looks random, from 0 up to `below`.
pub fn random(seed: &mut u64, below: u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) % below.max(1)
}

/// A seed that differs from run to run; whoever takes it prints it.
pub fn seed() -> u64 {
    u64::from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().subsec_nanos())
}

fn site(files: &[(&str, &str)]) -> Site {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// What every site says of itself.
fn about() -> Manifest {
    let [program, alamat, hari] = ["uji", "https://contoh.test/", "2024-11-01"].map(str::to_owned);
    Manifest { program, alamat, hari, ..Manifest::default() }
}

/// Publishes a site; gives what was thrown away of what was remembered, and what was published.
fn publish(output: &Path, site: &Site) -> (bool, Published) {
    let staging = output::begin(output).unwrap();
    for (number, (path, text)) in site.iter().enumerate() {
        // Some are offered by their mark alone, as a builder does that remembers it.
        if number % 2 == 1 && staging.retain(path, &ContentId::of(text.as_bytes())) {
            continue;
        }
        staging.put(File { path: path.clone(), bytes: text.clone().into_bytes() }).unwrap();
    }
    (staging.discarded().is_some(), staging.publish(&about(), |_| ()).unwrap())
}

/// Fails unless exactly this site is published: its files, its folders, and a manifest that says so.
#[track_caller]
fn assert_published(output: &Path, site: &Site) {
    let mut files = tree(output);
    let manifest = files.remove(&output.join(MANIFEST)).expect("a published site has a manifest");
    let listed = serde_json::from_slice::<Manifest>(&manifest).unwrap().berkas;
    let found: BTreeMap<String, Vec<u8>> =
        files.into_iter().map(|(path, bytes)| (below(output, &path), bytes)).collect();
    let put: BTreeMap<String, Vec<u8>> = site.iter().map(|(path, text)| (path.clone(), text.clone().into())).collect();
    assert_eq!(found.keys().collect::<Vec<_>>(), put.keys().collect::<Vec<_>>());
    assert!(found == put, "the bytes differ");
    assert_eq!(listed, put.iter().map(|(path, bytes)| (path.clone(), Entry::of(bytes))).collect());
    let folders = walkdir::WalkDir::new(output).min_depth(1).into_iter().map(|entry| entry.unwrap());
    let folders: BTreeSet<String> =
        folders.filter(|entry| entry.file_type().is_dir()).map(|entry| below(output, entry.path())).collect();
    let ancestors = |path: &str| path.match_indices('/').map(|(end, _)| path[..end].to_owned()).collect::<Vec<_>>();
    assert_eq!(folders, site.keys().flat_map(|path| ancestors(path)).collect(), "folders");
}

fn below(folder: &Path, path: &Path) -> String {
    path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned()
}

/// A site in a folder of its own, published twice so that a spare tree is there.
fn twice(site: &Site) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("output");
    let mut before = site.clone();
    before.insert("lama.html".to_owned(), "lama".to_owned());
    publish(&output, &before);
    publish(&output, site);
    assert!(folder.path().join(".output.pilkada/kembar/lama.html").exists());
    assert_published(&output, site);
    (folder, output)
}

fn sample() -> Site {
    let mut site: Site = (0..40).map(|n| (format!("wilayah/{}/{n}.html", n % 5), format!("halaman {n}"))).collect();
    site.extend(self::site(&[("index.html", "awal"), ("wilayah/x.html", "x"), ("a/b/c/d.html", "dalam")]));
    site
}

/// What the disk says of every file and folder: its number, its last change, and how many names it has.
#[cfg(unix)]
fn marks(folder: &Path) -> BTreeMap<PathBuf, (u64, i64, i64, i64)> {
    use std::os::unix::fs::MetadataExt;
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap().into_path());
    let mark = |path: PathBuf| {
        let seen = path.symlink_metadata().unwrap();
        (path, (seen.ino(), seen.mtime(), seen.mtime_nsec(), seen.ctime_nsec()))
    };
    entries.map(mark).collect()
}

#[test]
fn whatever_site_follows_another_it_is_published_exactly() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("output");
    let mut seed = seed();
    println!("seed {seed}");
    let mut site = Site::new();
    for round in 0..300 {
        for _ in 0..random(&mut seed, 6) {
            let [one, two, name] = [3, 4, 12].map(|below| random(&mut seed, below));
            // A name without an end may be a file now and a folder later.
            let path = match random(&mut seed, 4) {
                0 => format!("{one}"),
                1 => format!("{one}/{two}"),
                2 => format!("{one}/{two}/{name}.html"),
                _ => format!("berkas-{name}.html"),
            };
            let prefix = format!("{path}/");
            site.retain(|other, _| !other.starts_with(&prefix) && !path.starts_with(&format!("{other}/")));
            if random(&mut seed, 3) == 0 {
                site.remove(&path);
            } else {
                site.insert(path, format!("isi {}", random(&mut seed, 3)));
            }
        }
        let (discarded, published) = publish(&output, &site);
        assert!(!discarded, "round {round}");
        assert_eq!(published.files, site.len() + 1);
        assert_published(&output, &site);
    }
}

#[cfg(unix)]
#[test]
fn a_site_that_did_not_change_is_not_touched() {
    let (folder, output) = twice(&sample());
    let before = marks(folder.path());
    let (_, published) = publish(&output, &sample());
    assert_eq!((published.changed, published.files), (0, sample().len() + 1));
    let mut after = marks(folder.path());
    // The folder beside it is where the lock is taken and nothing else.
    let beside = folder.path().join(".output.pilkada");
    after.insert(beside.clone(), before[&beside]);
    assert_eq!(after, before);
}

#[cfg(unix)]
#[test]
fn one_changed_page_is_the_only_one_written() {
    use std::os::unix::fs::MetadataExt;
    let (_folder, output) = twice(&sample());
    let numbers = |output: &Path| -> BTreeMap<PathBuf, (u64, i64, i64)> {
        let files = tree(output).into_keys();
        files
            .map(|path| {
                let seen = path.metadata().unwrap();
                (path, (seen.ino(), seen.mtime(), seen.mtime_nsec()))
            })
            .collect()
    };
    for round in 0..4 {
        let before = numbers(&output);
        let mut changed = sample();
        changed.insert("wilayah/3/3.html".to_owned(), format!("baru {round}"));
        assert_eq!(publish(&output, &changed).1.changed, 2);
        assert_published(&output, &changed);
        let after = numbers(&output);
        let different = after.iter().filter(|(path, number)| before[*path] != **number);
        let different: Vec<String> = different.map(|(path, _)| below(&output, path)).collect();
        assert_eq!(different, ["manifes.json", "wilayah/3/3.html"]);
    }
}

#[test]
fn the_owners_files_stay_as_he_last_left_them() {
    let (_folder, output) = twice(&sample());
    let mut site = sample();
    for round in 0..4 {
        fs::create_dir_all(output.join(".well-known")).unwrap();
        fs::write(output.join(".well-known/kunci"), format!("kunci {round}")).unwrap();
        if round == 2 {
            fs::remove_file(output.join(".gitignore")).unwrap();
        } else {
            fs::write(output.join(".gitignore"), format!("{round}")).unwrap();
        }
        site.insert("index.html".to_owned(), format!("awal {round}"));
        publish(&output, &site);
        assert_eq!(fs::read_to_string(output.join(".well-known/kunci")).unwrap(), format!("kunci {round}"));
        assert_eq!(output.join(".gitignore").exists(), round != 2);
        assert_eq!(fs::read_to_string(output.join("index.html")).unwrap(), format!("awal {round}"));
    }
}

#[test]
fn what_is_noted_comes_back_while_the_site_is_whole() {
    let (_folder, output) = twice(&sample());
    let noted = |note: &[u8]| {
        let staging = output::begin(&output).unwrap();
        staging.note(note);
        for (path, text) in sample() {
            assert!(staging.retain(&path, &ContentId::of(text.as_bytes())));
        }
        staging.publish(&about(), |_| ()).unwrap()
    };
    assert_eq!(noted(b"sidik").changed, 0);
    let whole = |output: &Path| {
        let staging = output::begin(output).unwrap();
        staging.whole().map(|whole| (whole.note.to_vec(), whole.manifest, whole.published.files))
    };
    let manifest = ContentId::of(&fs::read(output.join(MANIFEST)).unwrap());
    assert_eq!(whole(&output), Some((b"sidik".to_vec(), manifest, sample().len() + 1)));
    fs::write(output.join("index.html"), "AWAL").unwrap();
    assert_eq!(whole(&output), None);
    assert_eq!(noted_after(&output), Some(Vec::new()));
}

/// What is noted after the site was published anew by a builder that notes nothing.
fn noted_after(output: &Path) -> Option<Vec<u8>> {
    publish(output, &sample());
    output::begin(output).unwrap().whole().map(|whole| whole.note.to_vec())
}

/// Something a person or another program may do to the published site or to what lies beside it.
type Meddle = fn(&Path, &Path);

/// What may happen to the site, none of which is worth a word.
const MEDDLED: [(&str, Meddle); 16] = [
    ("written into", |output, _| fs::write(output.join("index.html"), "AWAL").unwrap()),
    ("made longer", |output, _| fs::write(output.join("wilayah/1/1.html"), "lebih panjang dari dulu").unwrap()),
    ("replaced", |output, _| {
        fs::write(output.join(".sementara"), "AWAL").unwrap();
        fs::rename(output.join(".sementara"), output.join("index.html")).unwrap();
    }),
    ("deleted", |output, _| fs::remove_file(output.join("wilayah/2/2.html")).unwrap()),
    ("folder deleted", |output, _| fs::remove_dir_all(output.join("wilayah")).unwrap()),
    ("manifest deleted", |output, _| fs::remove_file(output.join(MANIFEST)).unwrap()),
    ("manifest written into", |output, _| fs::write(output.join(MANIFEST), "{}").unwrap()),
    ("everything deleted", |output, _| fs::remove_dir_all(output).unwrap()),
    ("folder added", |output, _| fs::create_dir_all(output.join("wilayah/kosong/sekali")).unwrap()),
    ("file became a folder", |output, _| {
        fs::remove_file(output.join("index.html")).unwrap();
        fs::create_dir(output.join("index.html")).unwrap();
    }),
    ("spare deleted", |_, beside| fs::remove_dir_all(beside.join("kembar")).unwrap()),
    ("spare file deleted", |_, beside| fs::remove_file(beside.join("kembar/wilayah/3/3.html")).unwrap()),
    ("spare file added", |_, beside| fs::write(beside.join("kembar/wilayah/asing.html"), "x").unwrap()),
    ("spare file replaced", |_, beside| {
        fs::remove_file(beside.join("kembar/index.html")).unwrap();
        fs::write(beside.join("kembar/index.html"), "awal").unwrap();
        fs::write(beside.join("kembar/index.html"), "AWAL").unwrap();
    }),
    ("spare file written into", |_, beside| fs::write(beside.join("kembar/index.html"), "AWAL").unwrap()),
    ("leftovers", |_, beside| {
        fs::create_dir_all(beside.join("baru/x")).unwrap();
        fs::write(beside.join("lama"), "x").unwrap();
        fs::create_dir(beside.join("catatan.baru")).unwrap();
        fs::write(beside.join("titip"), "x").unwrap();
    }),
];

/// Four sites after a disturbance: the same, and another that takes turns with it. Gives whether the record was thrown away.
#[track_caller]
fn assert_recovers(output: &Path, what: &str) -> bool {
    let mut thrown_away = Vec::new();
    let mut other = sample();
    other.insert("lain.html".to_owned(), what.to_owned());
    other.remove("wilayah/4/4.html");
    for site in [sample(), other.clone(), sample(), other] {
        thrown_away.push(publish(output, &site).0);
        assert_published(output, &site);
    }
    assert_eq!(thrown_away[1..], [false; 3], "{what}");
    thrown_away[0]
}

#[test]
fn whatever_is_changed_by_hand_is_put_right_by_the_next_build() {
    for (what, meddle) in MEDDLED {
        println!("{what}");
        let (folder, output) = twice(&sample());
        meddle(&output, &folder.path().join(".output.pilkada"));
        assert!(!assert_recovers(&output, what), "{what}");
    }
}

#[test]
fn a_damaged_record_is_not_believed_and_that_is_said() {
    let (folder, output) = twice(&sample());
    let path = folder.path().join(".output.pilkada/catatan");
    let sound = fs::read(&path).unwrap();
    let step = sound.len() / 25 + 1;
    for place in (0..sound.len()).step_by(step).chain([sound.len() - 1]) {
        let mut flipped = fs::read(&path).unwrap();
        let place = place.min(flipped.len() - 1);
        flipped[place] ^= 1 << (place % 8);
        fs::write(&path, &flipped).unwrap();
        assert!(publish(&output, &sample()).0, "flipped at {place}");
        assert_published(&output, &sample());
        let whole = fs::read(&path).unwrap();
        fs::write(&path, &whole[..place.min(whole.len() - 1)]).unwrap();
        assert!(publish(&output, &sample()).0, "cut at {place}");
        assert_published(&output, &sample());
    }
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert!(assert_recovers(&output, "a folder in its place"));
}

#[test]
fn a_record_of_another_site_is_not_believed_and_that_is_said() {
    let (folder, output) = twice(&sample());
    let (other, _) = twice(&site(&[("index.html", "lain")]));
    let record = |folder: &tempfile::TempDir| folder.path().join(".output.pilkada/catatan");
    fs::copy(record(&other), record(&folder)).unwrap();
    assert!(assert_recovers(&output, "of another site"));
    // Another site of ours in the same folder is as welcome as its own, and nothing of it is taken for the other's.
    fs::remove_dir_all(&output).unwrap();
    publish(&output, &site(&[("lain.html", "lain")]));
    let aside = folder.path().join("aside");
    fs::rename(&output, &aside).unwrap();
    publish(&output, &sample());
    fs::remove_dir_all(&output).unwrap();
    fs::rename(&aside, &output).unwrap();
    assert!(assert_recovers(&output, "an older site brought back"));
}

#[test]
fn a_file_that_no_build_made_is_never_lost() {
    for path in ["asing.txt", "wilayah/asing.txt", "wilayah/1/asing.txt", "asing/a/b.txt"] {
        let (_folder, output) = twice(&sample());
        fs::create_dir_all(output.join(path).parent().unwrap()).unwrap();
        fs::write(output.join(path), "penting").unwrap();
        let refused = output::begin(&output).map(|_| ()).unwrap_err();
        assert!(format!("{refused:#}").contains(path), "{refused:#}");
        assert_eq!(fs::read_to_string(output.join(path)).unwrap(), "penting");
        fs::rename(output.join(path), output.with_file_name("aman.txt")).unwrap();
        publish(&output, &sample());
        assert_published(&output, &sample());
    }
}

/// A program that another thread is just starting has our files open too, the lock among them.
#[test]
fn a_refused_build_is_over_also_where_other_programs_are_being_started() {
    let (_folder, output) = twice(&sample());
    let (foreign, aside) = (output.join("asing.txt"), output.with_file_name("aside.txt"));
    fs::write(&aside, "penting").unwrap();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::SeqCst) {
                std::process::Command::new(env!("CARGO_BIN_EXE_pilkada")).arg("--version").output().unwrap();
            }
        });
        let rounds = std::panic::catch_unwind(|| {
            for _ in 0..300 {
                fs::rename(&aside, &foreign).unwrap();
                output::begin(&output).map(|_| ()).unwrap_err();
                fs::rename(&foreign, &aside).unwrap();
                publish(&output, &sample());
            }
        });
        done.store(true, Ordering::SeqCst);
        rounds.unwrap();
    });
}

/// A version of a small site: every file says which, and ends with a mark.
fn version(number: u64) -> Site {
    (0..12)
        .map(|file| (format!("f{}/{file}.txt", file % 3), format!("versi {number}\n{}\nakhir", "x".repeat(9_000))))
        .collect()
}

/// The versions that the files of a folder are of; fails where a file is missing or not whole.
#[track_caller]
fn versions(folder: &Path) -> BTreeSet<String> {
    let read = |path: String| {
        let text = fs::read_to_string(folder.join(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(text.ends_with("\nakhir"), "{path} is not whole");
        text.lines().next().unwrap().to_owned()
    };
    version(0).into_keys().map(read).collect()
}

/// A handle stays on one version until the publication after the next begins; a path always leads to a whole file.
#[cfg(target_os = "linux")]
#[test]
fn a_reader_who_opened_the_folder_reads_one_site_while_another_is_published() {
    use std::os::fd::AsRawFd;
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("output");
    publish(&output, &version(0));
    let (begun, ended, met) = (AtomicU64::new(0), AtomicU64::new(0), AtomicU64::new(0));
    let enough = || met.load(Ordering::SeqCst) >= 30;
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            while !enough() {
                let ended_before = ended.load(Ordering::SeqCst);
                let handle = fs::File::open(&output).unwrap();
                let within = PathBuf::from(format!("/proc/self/fd/{}", handle.as_raw_fd()));
                let found = std::panic::catch_unwind(|| versions(&within));
                let begun_since = begun.load(Ordering::SeqCst);
                if begun_since <= ended_before + 1 {
                    assert_eq!(found.unwrap().len(), 1);
                    met.fetch_add(u64::from(begun_since > ended_before), Ordering::SeqCst);
                }
                versions(&output);
            }
        });
        for number in 1..20_000 {
            if enough() || reader.is_finished() {
                break;
            }
            begun.fetch_add(1, Ordering::SeqCst);
            publish(&output, &version(number));
            ended.fetch_add(1, Ordering::SeqCst);
        }
    });
    assert!(enough(), "no reader met a publication");
    println!(
        "{} publications, {} of them while a reader read",
        ended.load(Ordering::SeqCst),
        met.load(Ordering::SeqCst)
    );
}

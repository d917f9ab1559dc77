//! What is remembered of the search's index: with it the index is the one made without, and only what changed is looked up.

use crate::content::{Memory, build_options, files};
use crate::incremental::random;
use pilkada::export::search::index::{self, SearchIndex};
use pilkada::memo::{End, KeyAlone, Memo};
use pilkada::page::search::entries::{EntryKind, SearchEntry, SearchText, Teks};
use pilkada::pipeline;
use pilkada::render::sink::{ContentId, File, Sink};
use pilkada::report::Report;
use pilkada::source::Sources;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The name that it is kept under, with what is remembered of pages.
const NAME: &str = "cache-pages";

/// An article that counts how often its text is read.
struct Artikel {
    digest: u128,
    judul: String,
    text: String,
    read: AtomicUsize,
}

impl Artikel {
    /// The same article, of which nothing was read yet.
    fn again(&self) -> Self {
        Self { digest: self.digest, judul: self.judul.clone(), text: self.text.clone(), read: AtomicUsize::new(0) }
    }
}

impl SearchText for Artikel {
    fn digest(&self) -> u128 {
        self.digest
    }

    fn body(&self) -> &str {
        self.read.fetch_add(1, Ordering::Relaxed);
        &self.text
    }
}

/// What a site is searched for.
struct Isi {
    seed: u64,
    /// The names of the pairs of each contest.
    contests: Vec<(String, Vec<String>)>,
    /// Questions with their answers.
    questions: Vec<(String, String)>,
    /// The newest first.
    articles: Vec<Artikel>,
}

impl Isi {
    fn with(articles: usize) -> Self {
        let mut isi = Self { seed: 11, contests: Vec::new(), questions: Vec::new(), articles: Vec::new() };
        for number in 0..9 {
            let pairs = (0..2 + number % 3).map(|_| isi.words(3)).collect();
            isi.contests.push((format!("kota-{number}"), pairs));
        }
        isi.questions = (0..5).map(|_| (isi.words(4), isi.words(20))).collect();
        isi.articles = (0..articles).map(|_| isi.article()).collect();
        isi
    }

    /// Words of which some are frequent and most are not; the forms of a root among them.
    fn words(&mut self, most: usize) -> String {
        let one = |seed: &mut u64| {
            let root = ["pilih", "susun", "suara", "kota", "hitung"][random(seed, 5)];
            match random(seed, 4) {
                0 => format!("pe{root}an"),
                1 => format!("{root}nya"),
                2 => root.to_owned(),
                _ => format!(
                    "{root}{}",
                    char::from(b'a' + u8::try_from(random(seed, 26)).unwrap()).to_string().repeat(3)
                ),
            }
        };
        (0..=random(&mut self.seed, most)).map(|_| one(&mut self.seed)).collect::<Vec<_>>().join(" ")
    }

    fn article(&mut self) -> Artikel {
        let (judul, text) = (self.words(6), self.words(30));
        let digest = u128::from(self.seed) << 64 | u128::from(self.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        Artikel { digest, judul, text, read: AtomicUsize::new(0) }
    }

    /// Changes something as editors do; says what.
    fn edit(&mut self) -> &'static str {
        let at = random(&mut self.seed, self.articles.len());
        match random(&mut self.seed, 8) {
            0 | 1 => {
                let at = if random(&mut self.seed, 2) == 0 { 0 } else { at };
                let article = self.article();
                self.articles.insert(at, article);
                "an article more"
            }
            2 => {
                self.articles.remove(at);
                "an article less"
            }
            3 | 4 => {
                self.articles[at] = self.article();
                "an article changed"
            }
            5 => {
                let (contest, name) = (random(&mut self.seed, self.contests.len()), self.words(3));
                let (_, pairs) = &mut self.contests[contest];
                let pair = random(&mut self.seed, pairs.len());
                pairs[pair] = name;
                "a name changed"
            }
            6 => {
                let (contest, name) = (random(&mut self.seed, self.contests.len()), self.words(3));
                let (_, pairs) = &mut self.contests[contest];
                if pairs.len() > 4 {
                    pairs.truncate(1);
                } else {
                    pairs.push(name);
                }
                "a contest that grew or shrank"
            }
            _ => {
                let number = random(&mut self.seed, self.questions.len());
                self.questions[number] = (self.words(4), self.words(20));
                "a question changed"
            }
        }
    }

    fn entries(&self) -> Vec<SearchEntry<'_>> {
        let entry = |jenis, judul: &str| SearchEntry {
            jenis,
            judul: judul.to_owned(),
            alamat: format!("{judul}.html"),
            wilayah: "",
            awalan: "",
            keterangan: "1".into(),
            kontes: "",
            nama: Vec::new(),
            sekitar: Vec::new(),
            pokok: Vec::new(),
            teks: Teks::Tiada,
            bahasa: None,
            lain: Vec::new(),
        };
        let pairs = self.contests.iter().flat_map(|(kontes, pairs)| {
            pairs.iter().map(move |nama| SearchEntry { kontes, nama: vec![nama], ..entry(EntryKind::Paslon, nama) })
        });
        let questions = self.questions.iter().map(|(tanya, jawab)| SearchEntry {
            pokok: vec![tanya],
            teks: Teks::Nilai(jawab),
            ..entry(EntryKind::TanyaJawab, tanya)
        });
        let articles = self.articles.iter().map(|article| SearchEntry {
            pokok: vec![&article.judul],
            teks: Teks::Berkas(article),
            ..entry(EntryKind::Berita, &article.judul)
        });
        // Pairs have numbers between those of questions and articles, and none of their words.
        questions.chain(pairs).chain(articles).collect()
    }

    /// The index, and how many texts were read for it.
    fn index(&self, memo: &Memo) -> (SearchIndex, usize) {
        let read = || self.articles.iter().map(|article| article.read.load(Ordering::Relaxed)).sum::<usize>();
        let before = read();
        let session = memo.begin(&KeyAlone, 0);
        let index = index::of(self.entries(), &session);
        memo.end(&session, End::Whole);
        (index, read() - before)
    }
}

/// A memory that knows what another does.
fn copy(memo: &Memo) -> Memo {
    Memo::from_bytes(memo.to_bytes().unwrap()).unwrap()
}

#[test]
fn after_any_edit_the_index_is_the_one_made_without_what_was_kept() {
    let mut isi = Isi::with(1500);
    let memo = Memo::default();
    let mut spared = 0;
    for step in 0..30 {
        let what = isi.edit();
        let whole = Memo::default();
        let (expected, all) = isi.index(&whole);
        let (index, read) = isi.index(&memo);
        assert!(index == expected, "step {step}, {what}");
        assert!(memo.keys() == whole.keys(), "step {step}, {what}: what is kept is not what there is");
        assert_eq!(all, isi.articles.len());
        spared += usize::from(read * 2 < all);
    }
    assert!(spared > 20, "only {spared} of 30 edits spared half of the texts");
}

#[test]
fn an_article_that_comes_changes_or_goes_makes_only_its_own_part_anew() {
    let mut isi = Isi::with(3000);
    let memo = Memo::default();
    isi.index(&memo);
    let before: BTreeSet<_> = memo.keys().into_iter().collect();
    let again = copy(&memo);
    let (_, read) = isi.index(&again);
    assert!(again.to_bytes().is_none() && read == 0, "{read} texts were read where nothing changed");
    assert!(before.len() > 10, "{}", before.len());
    for at in [0, 1, 700, 1500, 2500, 2999] {
        for turn in ["changed", "gone", "come"] {
            let mut article = isi.article();
            match turn {
                "changed" => std::mem::swap(&mut isi.articles[at], &mut article),
                "gone" => article = isi.articles.remove(at),
                _ => isi.articles.insert(at, article.again()),
            }
            let next = copy(&memo);
            let (_, read) = isi.index(&next);
            let new = next.keys().iter().filter(|key| !before.contains(key)).count();
            assert!((1..=2).contains(&new), "{turn} at {at}: {new} parts are new");
            assert!((1..1000).contains(&read), "{turn} at {at}: {read} texts were read");
            match turn {
                "changed" => isi.articles[at] = article,
                "gone" => isi.articles.insert(at, article),
                _ => _ = isi.articles.remove(at),
            }
        }
    }
    let again = copy(&memo);
    isi.index(&again);
    assert!(again.to_bytes().is_none(), "all is as it was");
}

/// A sink that keeps what is kept, and nothing of a site.
#[derive(Default)]
struct Keeping {
    site: Memory,
    kept: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Sink for Keeping {
    fn put(&self, file: File) -> anyhow::Result<ContentId> {
        self.site.put(file)
    }

    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        self.kept.lock().unwrap().get(name).cloned().or_else(|| self.site.kept(name))
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        self.site.keep(name, bytes);
        self.kept.lock().unwrap().insert(name.to_owned(), bytes.to_owned());
    }
}

#[test]
fn what_is_foreign_or_damaged_is_as_if_nothing_were_kept() {
    let text = "--- berita/2024-10-10-rapat.md\n---\njudul: Rapat pleno\ntanggal: 2024-10-10\n---\n\nIsi kabar.\n";
    let files = files(text);
    let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    let build = |kept: Option<Vec<u8>>| {
        let sink = Keeping::default();
        sink.kept.lock().unwrap().extend(kept.map(|bytes| (NAME.to_owned(), bytes)));
        assert!(pipeline::build(&sources, build_options(), &sink, &mut Report::default()).unwrap().is_some());
        let mut site = sink.site.0.into_inner().unwrap();
        site.retain(|path, _| path.starts_with("cari/"));
        (site, sink.kept.into_inner().unwrap().remove(NAME).unwrap())
    };
    let (expected, kept) = build(None);
    let damaged = (0..kept.len()).map(|at| {
        let mut damaged = kept.clone();
        damaged[at] ^= 1 << (at % 8);
        damaged
    });
    let foreign = [kept[..kept.len() - 16].to_vec(), [&kept[..], &[0; 16]].concat(), Vec::new(), b"lain".to_vec()];
    for bytes in damaged.step_by(171).chain(foreign) {
        assert!(build(Some(bytes)).0 == expected);
    }
}

//! What a machine can hold of the architecture: a module uses modules above it in `src/lib.rs` and none below.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The modules in the order of `src/lib.rs`.
fn modules() -> Vec<String> {
    let text = fs::read_to_string("src/lib.rs").unwrap();
    let lines = text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    lines.map(str::to_owned).collect()
}

/// Every Rust file of a module.
fn files(module: &str) -> Vec<PathBuf> {
    let single = Path::new("src").join(format!("{module}.rs"));
    if single.exists() {
        return vec![single];
    }
    let folder = walkdir::WalkDir::new(Path::new("src").join(module));
    let entries = folder.into_iter().map(|entry| entry.unwrap().into_path());
    entries.filter(|path| path.extension().is_some_and(|end| end == "rs")).collect()
}

/// The modules a file names as `crate::…`, in its code and not in its comments.
fn used(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let words = code.split("crate::").skip(1);
    words.map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()).collect()
}

#[test]
fn a_module_uses_modules_above_it_and_none_below() {
    let modules = modules();
    let places: BTreeMap<&str, usize> = modules.iter().enumerate().map(|(i, name)| (name.as_str(), i)).collect();
    let mut wrong = Vec::new();
    for (place, module) in modules.iter().enumerate() {
        for file in files(module) {
            for other in used(&file) {
                if places.get(other.as_str()).is_some_and(|other| *other > place) {
                    wrong.push(format!("{} uses crate::{other}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The files that a file names in its code, as paths below `src/` without their ending: `page/frame/meta`.
fn named(path: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(path).unwrap();
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join(" ");
    let mut named = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let head: String = rest.chars().take_while(|c| c.is_alphanumeric() || "_:".contains(*c)).collect();
        let list = rest[head.len()..].strip_prefix('{').and_then(|list| list.split('}').next()).unwrap_or_default();
        for item in list.split(',') {
            let whole = format!("{head}{}", item.trim());
            let mut parts: Vec<&str> = whole.split("::").filter(|part| !part.is_empty()).collect();
            while !parts.is_empty() {
                let place = Path::new("src").join(parts.join("/"));
                if place.with_extension("rs").exists() || place.join("mod.rs").exists() {
                    named.insert(parts.join("/"));
                    break;
                }
                parts.pop();
            }
        }
    }
    named
}

/// Where a file stands below `src/`, without its ending; a `mod.rs` is its folder.
fn place(path: &Path) -> String {
    let place = path.strip_prefix("src").unwrap().with_extension("");
    place.to_string_lossy().trim_end_matches("/mod").to_owned()
}

#[test]
fn only_one_module_knows_which_system_it_runs_on() {
    let knows = [
        "os::unix",
        "os::windows",
        "os::fd",
        "rustix",
        "libc::",
        "cfg(unix)",
        "cfg(not(unix))",
        "target_os",
        "cfg!(windows)",
        "cfg(windows)",
    ];
    let files = modules().into_iter().filter(|module| module != "system").flat_map(|module| files(&module));
    let knowing = files.filter(|path| {
        let text = fs::read_to_string(path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        knows.iter().any(|word| code.contains(word))
    });
    assert_eq!(knowing.collect::<Vec<_>>(), Vec::<PathBuf>::new());
    let own = fs::read_to_string("src/system.rs").unwrap();
    assert!(knows.iter().filter(|word| own.contains(**word)).count() > 4, "nothing is looked for");
}

#[test]
fn a_kind_of_page_uses_the_frame_and_no_other_kind() {
    let mut wrong = Vec::new();
    for file in files("page").into_iter().filter(|file| !file.ends_with("page/mod.rs")) {
        let own = place(&file).split('/').take(2).collect::<Vec<_>>().join("/");
        for other in named(&file).into_iter().filter(|other| other.starts_with("page/")) {
            if !other.starts_with("page/frame/") && !other.starts_with(&own) {
                wrong.push(format!("{} uses {other}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_two_files_use_each_other() {
    // A folder's own file and the files in the folder are one thing.
    let all = modules();
    let paths = all.iter().flat_map(|module| files(module)).filter(|path| !path.ends_with("mod.rs"));
    let uses: BTreeMap<String, BTreeSet<String>> = paths.map(|path| (place(&path), named(&path))).collect();
    let mut left = uses.clone();
    // What uses nothing that is left is in no circle.
    while let Some(free) =
        left.keys().find(|place| !left[*place].iter().any(|other| other != *place && left.contains_key(other)))
    {
        let free = free.clone();
        left.remove(&free);
    }
    // Nor is what nothing uses that is left.
    while let Some(free) =
        left.keys().find(|place| !left.iter().any(|(other, uses)| other != *place && uses.contains(*place)))
    {
        let free = free.clone();
        left.remove(&free);
    }
    let circle: Vec<&String> = left.keys().collect();
    assert!(circle.is_empty(), "{circle:?}");
}

#[test]
fn what_a_reader_sees_is_a_word_of_the_theme() {
    // Names that the program looks for, and what stands in an index without a language.
    let with_leave = ["Komisi Pemilihan Umum", "Kolom kosong"];
    let mut found = Vec::new();
    for file in files("page") {
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for line in code.lines().filter(|line| !line.trim_start().starts_with(['/', '#'])) {
            // Two words, of which the first begins with a capital.
            let is_sentence = |text: &&str| text.starts_with(char::is_uppercase) && text.trim().contains(' ');
            let texts = line.split('"').skip(1).step_by(2).filter(is_sentence);
            found.extend(
                texts
                    .filter(|text| !with_leave.contains(text) && !line.contains("expect("))
                    .map(|text| format!("{}: {text}", file.display())),
            );
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_rule_is_noticed_in_all_that_it_reads() {
    // Work on other threads is not noticed, nor is what is looked at aside: only what applies all rules and remembers them
    // does so, and what looks at texts, whose automaton is made once and rests on no content.
    let with_leave = ["src/check/mod.rs", "src/check/look/pass.rs"];
    let rules = files("check").into_iter().filter(|path| !with_leave.iter().any(|name| path == Path::new(name)));
    let hides = ["rayon", "par_iter", "thread", "tracked", "Lock", "Mutex", "Atomic"];
    let hidden: Vec<PathBuf> = rules
        .filter(|path| {
            let text = fs::read_to_string(path).unwrap();
            text.lines()
                .any(|line| !line.trim_start().starts_with("//") && hides.iter().any(|word| line.contains(word)))
        })
        .collect();
    assert!(hidden.is_empty(), "{hidden:?}");
}

#[test]
fn every_file_opens_by_saying_what_it_is_for() {
    let folders = ["src", "crates", "tests", "tools"].into_iter().flat_map(walkdir::WalkDir::new);
    let files = folders.map(|entry| entry.unwrap().into_path());
    let rust = files.filter(|path| path.extension().is_some_and(|end| end == "rs"));
    let silent: Vec<_> = rust.filter(|path| !fs::read_to_string(path).unwrap().starts_with("//! ")).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn every_rule_that_has_a_file_is_listed() {
    // A file that no list names would not even be compiled.
    let families = fs::read_dir("src/check").unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let mut unlisted = Vec::new();
    for family in families.filter(|path| !path.ends_with("look")) {
        let list = fs::read_to_string(family.join("mod.rs")).unwrap();
        let (_, listed) = list.split_once("rules! {").expect("a family lists its rules");
        // Behind the name stand the rule's looks.
        let lines = listed.split('}').next().unwrap().lines();
        let listed: Vec<&str> = lines.filter_map(|line| line.trim().split([',', ' ']).next()).collect();
        let files = fs::read_dir(&family).unwrap().map(|entry| entry.unwrap().path());
        let names = files.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).filter(|name| name != "mod");
        unlisted.extend(names.filter(|name| !listed.contains(&name.as_str())).map(|name| family.join(name)));
    }
    assert!(unlisted.is_empty(), "{unlisted:?}");
}

/// Modules that know files, caches, pages and servers: the plumbing. `value`, `record`, `check` and `glosarium` are the domain.
const PLUMBING: [&str; 22] = [
    "lines",
    "yaml",
    "memo",
    "source",
    "markdown",
    "report",
    "model",
    "page",
    "export",
    "plan",
    "render",
    "output",
    "pipeline",
    "project",
    "serve",
    "cli",
    "refusal",
    "bahasa",
    "signature",
    "hosting",
    "upload",
    "system",
];

/// The domain's words: of the law, of the content format, and of what readers see, by which templates ask for it.
const DOMAIN: &[&str] = &[
    "berita",
    "bawaan",
    "bahasa",
    "cara",
    "galat",
    "deklarasi",
    "fakta",
    "gubernur",
    "bupati",
    "wali",
    "kota",
    "halaman",
    "hasil",
    "istilah",
    "jadwal",
    "jalur",
    "jawab",
    "jenis",
    "kartu",
    "kata",
    "keadaan",
    "kegiatan",
    "kesetaraan",
    "kesiapan",
    "klarifikasi",
    "kolom",
    "kosong",
    "koreksi",
    "lingkup",
    "memilih",
    "partai",
    "perolehan",
    "paslon",
    "pasangan",
    "pejabat",
    "pemilihan",
    "pengundian",
    "periksa",
    "ppid",
    "publik",
    "peringatan",
    "provinsi",
    "rujukan",
    "saran",
    "suara",
    "sumber",
    "surat",
    "tahapan",
    "tanya",
    "terpilih",
    "tertunda",
    "wakil",
    "wilayah",
    "zona",
    // Of the report for other programs, whose schema names them.
    "diabaikan",
    "jumlah",
    "laporan",
    "tempat",
    "temuan",
    "terkait",
    "titik",
];

/// Words that both languages have.
const IN_BOTH: [&str; 3] = ["per", "target", "xml"];

/// The words of a text, in small letters.
fn words_of(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 2).map(str::to_lowercase).collect()
}

/// The words of texts in one language, of which what stands between backticks is none.
fn language(paths: impl IntoIterator<Item = PathBuf>) -> BTreeSet<String> {
    let texts = paths.into_iter().map(|path| fs::read_to_string(path).unwrap());
    texts.flat_map(|text| text.split('`').step_by(2).flat_map(words_of).collect::<Vec<_>>()).collect()
}

/// The words of a name such as `PageHead`, `page_head` or `PAGE_HEAD`.
fn words_of_name(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let is_shouted = !name.chars().any(char::is_lowercase);
    for c in name.chars() {
        if c == '_' || c.is_uppercase() && !is_shouted {
            words.push(String::new());
        }
        words.last_mut().unwrap().extend(c.to_lowercase().filter(|c| c.is_alphabetic()));
    }
    words.retain(|word| word.len() > 2);
    words
}

/// The types and constants that a file defines.
fn defined(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().map(str::trim_start).filter(|line| !line.starts_with("//"));
    let names = lines.filter_map(|line| {
        let line = line.strip_prefix("pub").map_or(line, |rest| rest.trim_start_matches(|c| c != ' ').trim_start());
        let kinds = ["struct ", "enum ", "trait ", "type ", "const ", "static "];
        let rest = kinds.iter().find_map(|kind| line.strip_prefix(kind))?;
        Some(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
    });
    names.collect()
}

#[test]
fn plumbing_has_english_names_but_for_the_words_of_the_domain() {
    // Each language is known by what the project has written in it.
    let below = |folder: &str, end: &str| -> Vec<PathBuf> {
        let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap().into_path());
        entries.filter(|path| path.to_string_lossy().ends_with(end)).collect()
    };
    let english = ["README.md", "ARCHITECTURE.md", "STYLE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/ukur.md"];
    let english = language(english.into_iter().map(PathBuf::from).chain(below("crates", "README.md")));
    let indonesian = below("content", ".md").into_iter().chain(below("content", ".yaml"));
    let indonesian = language(indonesian.chain(["docs/petunjuk.md", "docs/tema.md"].map(PathBuf::from)));
    let mut foreign = BTreeSet::new();
    for file in PLUMBING.iter().flat_map(|module| files(module)) {
        let stem = file.file_stem().unwrap().to_string_lossy().into_owned();
        for name in defined(&file).into_iter().chain([stem]) {
            for word in words_of_name(&name) {
                let is_known = english.contains(&word) || DOMAIN.iter().chain(&IN_BOTH).any(|known| *known == word);
                if indonesian.contains(&word) && !is_known {
                    foreign.insert(format!("{word}: {name} in {}", file.display()));
                }
            }
        }
    }
    assert!(foreign.is_empty(), "{}", foreign.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_file_is_a_module_of_another() {
    let all = walkdir::WalkDir::new("src").into_iter().map(|entry| entry.unwrap().into_path());
    let rust = all.filter(|path| path.extension().is_some_and(|end| end == "rs"));
    let roots = ["src/lib.rs", "src/main.rs"].map(Path::new);
    let forgotten = rust.filter(|path| !roots.contains(&path.as_path())).filter(|path| {
        let (folder, name) = match path.file_stem().unwrap().to_str().unwrap() {
            "mod" => (path.parent().unwrap().parent().unwrap(), path.parent().unwrap().file_name().unwrap()),
            _ => (path.parent().unwrap(), path.file_stem().unwrap()),
        };
        let above = [folder.join("mod.rs"), folder.with_extension("rs"), folder.join("lib.rs"), folder.join("main.rs")];
        let text: String = above.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
        let name = name.to_str().unwrap();
        // `rules!` makes modules of the rules it names, which another test holds.
        !text.contains(&format!("mod {name};"))
            && !text.contains("rules! {")
            && !text.contains(&format!("mod {name} {{"))
    });
    assert_eq!(forgotten.collect::<Vec<_>>(), Vec::<PathBuf>::new());
}

/// The fields of a struct in a file, each with its type.
fn fields(file: &str, name: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(file).unwrap();
    let (_, body) = text.split_once(&format!("pub struct {name} {{\n")).expect("the struct is there");
    let lines = body.split("\n}").next().unwrap().lines().filter_map(|line| line.strip_prefix("    pub "));
    lines.filter_map(|line| line.split_once(": ")).map(|(field, kind)| (field.to_owned(), kind.to_owned())).collect()
}

#[test]
fn whatever_a_page_or_a_rule_reads_of_the_model_is_noted() {
    // What is no part of the model, and of what everything is made: `pipeline::of_site` takes it into its digest; the law is
    // part of the program, and so of its own digest. The day notes itself.
    let common = ["hari", "situs", "draf", "hukum", "lingkup", "content_hashes", "jalur", "induk", "anak", "susulan"];
    // What holds parts itself is looked into; of which type they are is fixed when the program is built.
    let common = [&common[..], &["terjemahan", "leaves", "records"]].concat();
    for name in ["Model", "Lingkup", "Translations", "Leaves"] {
        let fields = fields("src/model/mod.rs", name);
        assert!(fields.len() > 1, "{name}: {fields:?}");
        let unnoted =
            fields.iter().filter(|(field, kind)| !kind.starts_with("Tracked<") && !common.contains(&&**field));
        assert_eq!(unnoted.collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "{name}");
    }
}

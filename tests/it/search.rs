//! The search: what can be found, how much a phone takes for it, and that script and program know the same words.

use crate::content::{Site, build, build_options, files};
use pilkada::export::search::index::{self, SearchIndex};
use pilkada::export::search::places::{self, PlaceIndex};
use pilkada::memo::{KeyAlone, Memo};
use pilkada::page::search::entries::{EntryKind, SearchEntry, Teks};
use pilkada::page::search::stems::{root, words};
use pilkada::pipeline;
use pilkada::render::search::{draw, draw_places};
use pilkada::report::Report;
use pilkada::source::Sources;
use pilkada::value::daftar_wilayah;
use pilkada::value::slug::Slug;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// A small site with one of each kind.
const CONTENT: &str = "
--- partai.yaml
contoh: { nama: Partai Misal, singkatan: PMS, nomor: 1 }
umpama: { nama: Partai Umpama, singkatan: PUM, nomor: 2 }
--- istilah.yaml
istilah:
  - { istilah: DPT, kepanjangan: Daftar Pemilih Tetap, arti: Daftar orang yang berhak memilih. }
--- tanya-jawab.yaml
tanya_jawab:
  - { tanya: Bagaimana cara memilih?, jawab: Datang ke TPS dengan undangan. }
--- halaman/tentang.md
---
judul: Tentang situs ini
---

Situs ini contoh belaka.
--- klarifikasi/2024-10-20-kabar.md
---
judul: Kabar libur pemungutan
tanggal: 2024-10-20
kabar: Pemungutan suara libur.
putusan: salah
ringkasan: Tidak libur.
---

Penjelasan lengkap.
--- berita/2024-10-10-rapat.md
---
judul: Rapat penyusunan jadwal
tanggal: 2024-10-10
label: [tahapan]
---

Petugas [menyiapkan](https://contoh.test/rahasia) perlengkapan.
--- berita/2024-10-11-draf.md
---
judul: Rancangan purwarupa
tanggal: 2024-10-11
draf: true
---

Belum terbit.
--- berita/2024-11-20-nanti.md
---
judul: Lusa pengumuman
tanggal: 2024-11-20
terbit: 2024-11-20
---

Belum waktunya.
--- wilayah/contoh/wilayah.yaml
kode: \"33\"
nama: Provinsi Contoh
jenis: provinsi
penyelenggara: { nama: KPU Provinsi Contoh, ketua: Umpama Ketuasih }
pejabat:
  - { jabatan: Gubernur, sifat: pj, nama: Dr. Misal Pejabatan, per_tanggal: 2024-10-01 }
pemilihan: { jumlah_paslon: 2 }
--- wilayah/contoh/paslon/1.yaml
nomor_urut: 1
calon: { nama: \"H. ALFA SATUAN, S.E.\", nama_tampil: Alfa, sapaan: Ma'lum }
wakil: { nama: BETA SATUAN }
pengusung: [contoh]
--- wilayah/contoh/paslon/2.yaml
nomor_urut: 2
calon: { nama: GAMA DUAAN, nama_tampil: Gama, sapaan: Gagam }
wakil: { nama: DELTA DUAAN }
pengusung: [umpama]
";

/// A list of a shard: the numbers of entries.
fn decode(list: &serde_json::Value) -> Vec<usize> {
    let mut next = 0;
    let steps = list.as_array().unwrap().iter().map(|step| usize::try_from(step.as_u64().unwrap()).unwrap());
    let numbers = steps.filter(|step| *step > 0).map(|step| {
        next += step / 2;
        next - 1
    });
    numbers.collect()
}

/// What a file of the index hands over.
fn handed(bytes: &[u8]) -> serde_json::Value {
    let text = std::str::from_utf8(bytes).unwrap();
    let (_, value) = text.trim_end().strip_suffix(')').unwrap().split_once(',').unwrap();
    serde_json::from_str(value).unwrap()
}

/// Every word of a family with the addresses it leads to.
fn found(site: &Site, family: &str) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, bytes) in site.iter().filter(|(path, _)| path.starts_with(&format!("cari/{family}-"))) {
        assert!(path.ends_with(".js"));
        for (word, list) in handed(bytes)[0].as_object().unwrap() {
            let addresses = decode(list).into_iter().map(|number| entry(site, number)[2].as_str().unwrap().to_owned());
            found.insert(word.clone(), addresses.collect());
        }
    }
    found
}

fn entry(site: &Site, number: usize) -> serde_json::Value {
    handed(&site[&format!("cari/hasil-{}.js", number / index::PER_CHUNK)])[number % index::PER_CHUNK].clone()
}

#[test]
fn everything_that_is_published_is_found_by_its_words() {
    let site = build(CONTENT);
    let (names, told) = (found(&site, "nama"), found(&site, "kata"));
    let leads = |words: &BTreeMap<String, Vec<String>>, word: &str, to: &str| {
        assert!(words.get(word).is_some_and(|list| list.iter().any(|address| address == to)), "{word}: {words:#?}");
    };
    leads(&names, "contoh", "contoh/index.html");
    for word in ["alfa", "satuan", "malum", "beta", "pms", "1", "contoh"] {
        leads(&names, word, "contoh/paslon/1.html");
    }
    leads(&names, "pejabatan", "contoh/index.html");
    leads(&names, "ketuasih", "contoh/index.html");
    leads(&names, "dpt", "istilah.html#dpt");
    leads(&told, &root("pemungutan"), "klarifikasi/kabar.html");
    leads(&told, &root("jadwal"), "berita/rapat.html");
    leads(&told, "penyusunan", "berita/rapat.html");
    leads(&told, &root("tahapan"), "berita/rapat.html");
    leads(&told, &root("menyiapkan"), "berita/rapat.html");
    leads(&told, &root("undangan"), "tanya-jawab.html#bagaimana-cara-memilih");
    leads(&told, &root("belaka"), "tentang.html");
    // How to vote is found without anybody writing a page of it.
    leads(&told, &root("memilih"), "cara-memilih.html");
    for (word, part) in
        [("mencoblos", "mencoblos"), ("bawa", "bawa"), ("membawa", "bawa"), ("ktp", "bawa"), ("rusak", "mencoblos")]
    {
        leads(&told, &root(word), &format!("cara-memilih.html#{part}"));
    }
    assert!(!told.contains_key("rahasia"), "an address is no word");
}

#[test]
fn drafts_and_what_waits_are_not_found() {
    let site = build(CONTENT);
    let index = site.iter().filter(|(path, _)| path.starts_with("cari"));
    for (path, bytes) in index {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        for word in ["purwarupa", "lusa", "draf.html", "nanti.html"] {
            assert!(!text.contains(word), "{path} holds {word}");
        }
    }
}

#[test]
fn the_pairs_of_a_contest_stand_in_number_order() {
    let site = build(CONTENT);
    let listed = &found(&site, "nama")["contoh"];
    let pairs: Vec<&str> = listed.iter().map(String::as_str).filter(|address| address.contains("/paslon/")).collect();
    assert_eq!(pairs, ["contoh/paslon/1.html", "contoh/paslon/2.html"]);
}

#[test]
fn every_result_is_a_page_with_that_anchor() {
    let site = build(CONTENT);
    let mut results = 0;
    for (_, bytes) in site.iter().filter(|(path, _)| path.starts_with("cari/hasil-")) {
        for row in handed(bytes).as_array().unwrap().iter().filter(|row| !row.is_null()) {
            let address = row[2].as_str().unwrap();
            let (file, anchor) = address.split_once('#').unwrap_or((address, ""));
            let page = String::from_utf8_lossy(site.get(file).unwrap_or_else(|| panic!("{file} is no page")));
            assert!(anchor.is_empty() || page.contains(&format!("id=\"{anchor}\"")), "{address}");
            results += 1;
        }
    }
    assert_eq!(results, 17);
}

#[test]
fn without_a_script_everything_is_found_by_leafing() {
    let site = build(CONTENT);
    let page = String::from_utf8_lossy(&site["cari.html"]).into_owned();
    for link in
        ["contoh/index.html", "cari/pejabat-m.html", "cari/berita-2024-10.html", "istilah.html#dpt", "tentang.html"]
    {
        assert!(page.contains(&format!("href=\"{link}\"")), "{link}");
    }
    assert!(page.contains("role=\"search\" hidden"), "a field that does nothing is not shown");
    assert!(String::from_utf8_lossy(&site["cari/pejabat-m.html"]).contains("Dr. Misal Pejabatan"));
    assert!(String::from_utf8_lossy(&site["cari/berita-2024-10.html"]).contains("../berita/rapat.html"));
}

/// A made-up site of a hundred thousand entries: 545 regions with pairs, the rest articles.
fn large() -> Vec<(String, String, String)> {
    let mut dice = 0x5eed_u64;
    let mut roll = move |sides: u64| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) % sides
    };
    let syllables = "ba da ga ka la ma na pa ra sa ta wa bi di ki li mi ni ri si ti bu du ku lu mu nu ru su tu";
    let syllables: Vec<&str> = syllables.split(' ').collect();
    let mut word = |longest: u64| {
        let length = 2 + roll(longest);
        // Rolled twice and the smaller taken: some syllables are common, as in a language.
        let one = |_| syllables[usize::try_from(roll(30).min(roll(30))).unwrap()];
        (0..length).map(one).collect::<String>()
    };
    let common: Vec<String> = (0..20_000).map(|_| word(4)).collect();
    let mut entries = Vec::new();
    for number in 0..100_000_usize {
        let pick = |n: usize| &common[(number * 7919 + n * n * 104_729 + n) % common.len() / (1 + n % 40)];
        let title = (0..6).map(pick).fold(String::new(), |text, word| text + word + " ");
        let body = (6..24).map(pick).fold(String::new(), |text, word| text + word + " ");
        let name = format!("{} {} {}", word(2), word(2), pick(1));
        entries.push((name, title, body));
    }
    entries
}

/// The index of the made-up site: 545 regions, 3,300 pairs, 1,500 officials, and articles.
static LARGE: LazyLock<SearchIndex> = LazyLock::new(|| {
    let texts = large();
    let folders: Vec<String> = (0..545).map(|region| format!("provinsi-{}/kabupaten-{region}", region / 15)).collect();
    let entries: Vec<SearchEntry<'_>> = texts
        .iter()
        .enumerate()
        .map(|(number, (name, title, body))| {
            let folder = &folders[number % 545];
            let (jenis, kontes) = match number {
                0..545 => (EntryKind::Wilayah, ""),
                545..3_845 => (EntryKind::Paslon, folders[(number - 545) / 7].as_str()),
                3_845..5_345 => (EntryKind::Pejabat, ""),
                _ => (EntryKind::Berita, ""),
            };
            let named = number < 5_345;
            SearchEntry {
                jenis,
                judul: if named { format!("{name} – {title}") } else { title.clone() },
                alamat: match jenis {
                    EntryKind::Paslon => format!("{kontes}/paslon/{}.html", 1 + (number - 545) % 7),
                    _ => format!("{folder}/berita/{}.html", title.trim().replace(' ', "-")),
                },
                wilayah: folder,
                awalan: "",
                keterangan: format!("{} Oktober 2024", 1 + number % 31).into(),
                kontes,
                nama: if named { vec![name] } else { Vec::new() },
                sekitar: if kontes.is_empty() { Vec::new() } else { vec!["Kabupaten Contoh", "Partai Misal Bersama"] },
                pokok: if named { Vec::new() } else { vec![title] },
                teks: if named { Teks::Tiada } else { Teks::Nilai(body) },
                bahasa: None,
                lain: Vec::new(),
            }
        })
        .collect();
    index::of(entries, &Memo::default().begin(&KeyAlone, 0))
});

/// Every kecamatan, kelurahan and desa of the country, in a site of all its regions.
static PLACES: LazyLock<PlaceIndex> = LazyLock::new(|| {
    let mut text = String::new();
    for region in daftar_wilayah::all() {
        let (slug, jenis) = (Slug::of(region.nama), region.nama.split(' ').next().unwrap().to_lowercase());
        let (folder, jenis) = match region.kode.len() {
            2 => (region.kode.to_owned(), "provinsi"),
            _ => (format!("{}/{slug}", region.provinsi()), if jenis == "kota" { "kota" } else { "kabupaten" }),
        };
        let (kode, nama) = (region.kode, region.nama);
        write!(
            text,
            "--- wilayah/{folder}/wilayah.yaml\nkode: \"{kode}\"\nnama: {nama}\njenis: {jenis}\npemilihan: {{}}\n"
        )
        .unwrap();
    }
    let files = files(&text);
    let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    let model = pipeline::load(&sources, build_options(), &mut Report::default()).unwrap();
    places::of(&model)
});

#[test]
fn every_kelurahan_of_the_country_is_in_the_index_in_few_small_files() {
    assert_eq!(PLACES.len(), 7_285 + 83_762);
    let sink = crate::content::Memory::default();
    draw_places(&PLACES, &sink).unwrap();
    let files = sink.0.into_inner().unwrap();
    let sizes: Vec<usize> = files.values().map(|bytes| compressed(bytes)).collect();
    let (largest, all) = (sizes.iter().max().unwrap(), sizes.iter().sum::<usize>());
    assert!(files.len() < 900 && *largest < 5 * 1024 && all < 3 << 20, "{} files, {largest}, {all} bytes", files.len());
}

/// The names that a shard hands over.
fn names(shard: &[u8]) -> Vec<String> {
    let cells = handed(shard)["t"].as_array().unwrap().clone();
    cells.iter().filter_map(|cell| cell.as_str().map(str::to_owned)).collect()
}

#[test]
fn a_place_is_in_the_shard_of_each_word_of_its_name_and_of_no_region_the_site_has_not() {
    let site = build(
        "\
--- wilayah/contoh/wilayah.yaml
kode: \"33\"
nama: Provinsi Contoh
jenis: provinsi
pemilihan: {}
--- wilayah/contoh/kota/wilayah.yaml
kode: \"33.75\"
nama: Kota Contoh
jenis: kota
pemilihan: {}
",
    );
    let shards: Vec<&[u8]> =
        site.iter().filter(|(path, _)| path.starts_with("cari/tempat-")).map(|(_, bytes)| &**bytes).collect();
    let [shard] = shards[..] else { panic!("{} shards", shards.len()) };
    let names = names(shard);
    for name in ["Medono", "Panjang Wetan", "Pekalongan Barat"] {
        assert!(names.iter().any(|known| known == name), "{name}: {names:?}");
    }
    let shard = handed(shard);
    assert_eq!(
        shard["d"],
        serde_json::json!([["Kota Contoh", "Provinsi Contoh", "contoh/kota/index.html", "gubernur wali_kota"]])
    );
    assert_eq!(shard["k"].as_array().unwrap().len(), 4);
    let page = String::from_utf8_lossy(&site["contoh/kota/index.html"]).into_owned();
    assert!(page.contains("id=\"surat-suara\"") && page.contains("tps/index.html\""));
    let list = String::from_utf8_lossy(&site["contoh/kota/tps/index.html"]).into_owned();
    assert!(list.contains("Medono") && list.contains("Gubernur dan Wakil Gubernur Provinsi Contoh"));
    assert!(!site.contains_key("contoh/tps/index.html"), "a province has kabupaten and kota");
}

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}

#[test]
fn a_query_of_a_hundred_thousand_pages_takes_at_most_50_kilobytes() {
    let index = &*LARGE;
    assert_eq!(index.jumlah, 100_000);
    let sink = crate::content::Memory::default();
    draw(index, &sink).unwrap();
    draw_places(&PLACES, &sink).unwrap();
    let files = sink.0.into_inner().unwrap();
    // The largest files there are, whatever the words: five words, each with a shard of names and one of roots, one more
    // for the word being typed, and ten results from ten chunks.
    let largest = |start: &str, most: usize| -> usize {
        let of = files.iter().filter(|(path, _)| path.starts_with(start));
        let mut sizes: Vec<usize> = of.map(|(_, bytes)| compressed(bytes)).collect();
        sizes.sort_unstable();
        sizes.iter().rev().take(most).sum()
    };
    let script = compressed(include_bytes!("../../themes/bawaan/aset/cari.js"));
    // Of places a query of five words opens two shards, and one of four words three.
    for (words, places) in [(5, 2), (4, 3)] {
        let parts = [
            ("script", script),
            ("tempat", largest("cari/tempat.", 1)),
            ("tempat-", largest("cari/tempat-", places)),
            ("daftar", largest("cari/daftar", 1)),
            ("nama", largest("cari/nama-", words)),
            ("kata", largest("cari/kata-", words + 1)),
            ("hasil", largest("cari/hasil-", 10)),
        ];
        let all: usize = parts.iter().map(|(_, size)| size).sum();
        assert!(all <= 50 * 1024, "{all} bytes: {parts:?}, {} files", files.len());
    }
}

#[test]
fn no_contest_lies_in_two_chunks_and_no_list_ends_within_one() {
    let shown = |number: usize| LARGE.hasil.get(number / index::PER_CHUNK)?.get(number % index::PER_CHUNK)?.as_ref();
    let contest =
        |number: usize| shown(number).filter(|hasil| hasil.jenis == EntryKind::Paslon)?.alamat.split_once("/paslon/");
    let same = |number: usize| {
        let (here, next) = (contest(number), contest(number + 1));
        here.is_some_and(|(here, _)| next.is_some_and(|(next, _)| here == next))
    };
    for (number, chunk) in LARGE.hasil.iter().enumerate() {
        assert!(chunk.len() <= index::PER_CHUNK);
        assert!(!same((number + 1) * index::PER_CHUNK - 1), "chunk {number} ends within a contest");
    }
    let mut shortened = 0;
    let lists = LARGE.nama.kata.iter().map(|(_, list)| list);
    for list in lists.chain(LARGE.nama.keping.values().map(|keping| &keping.terusan)) {
        if list.last() == Some(&0) {
            let numbers = decode(&serde_json::json!(list));
            assert!(!same(*numbers.last().unwrap()), "{numbers:?} ends within a contest");
            shortened += 1;
        }
    }
    assert!(shortened > 10, "{shortened}");
}

#[test]
fn the_script_is_small() {
    let script = include_bytes!("../../themes/bawaan/aset/cari.js");
    assert!(script.len() <= 19 * 1024, "{} bytes", script.len());
}

/// Every word of the sample content, and made-up ones that meet every rule of the stemmer.
fn all_words() -> BTreeSet<String> {
    let files = walkdir::WalkDir::new("content").into_iter().map(|entry| entry.unwrap());
    let texts =
        files.filter(|entry| Path::new(entry.file_name()).extension().is_some_and(|end| end == "md" || end == "yaml"));
    let mut all: BTreeSet<String> =
        texts.flat_map(|entry| words(&std::fs::read_to_string(entry.path()).unwrap())).collect();
    let (before, after) = (
        [
            "", "di", "ke", "me", "mem", "men", "meny", "meng", "pe", "pem", "pen", "peny", "peng", "per", "pel",
            "pelajar", "te", "ter", "be", "ber", "bel", "belajar", "beker", "memper", "diper", "keber",
        ],
        ["", "i", "si", "an", "kan", "lah", "kah", "pun", "nya", "ku", "mu", "annya", "kannya", "ilah", "kulah"],
    );
    for stem in ["", "a", "tuju", "ajar", "ubah", "kata", "susi", "yakin", "emas", "rasa", "erat", "pilih"] {
        for (first, last) in before.iter().flat_map(|first| after.iter().map(move |last| (first, last))) {
            all.extend(words(&format!("{first}{stem}{last}")));
        }
    }
    all
}

/// Runs a program in node.
fn node(program: &str, input: &str) -> String {
    let mut child = Command::new("node")
        .args(["-e", program])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is there (Debian: apt install nodejs)");
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

const PROGRAM: &str = "
const { kata, akar } = require('./themes/bawaan/aset/cari.js');
const lines = require('fs').readFileSync(0, 'utf8').split('\\n').slice(0, -1);
console.log(lines.map((line) => { const words = kata(JSON.parse(line)); return [...words, '|', ...words.map(akar)].join(' '); }).join('\\n'));
";

#[test]
#[ignore = "needs node, as the browser tests do; .ci/run runs it"]
fn the_script_knows_the_same_words_and_roots() {
    let signs = [
        "Dr. H. Ma’ruf CAFE\u{301}, S.E. (2)",
        "İstanbul ŁØdz ß Ñandú—Ｋ\u{212a}ota 1.234,5",
        "𝐀bc ʼayn 'x' a-b_c\u{a0}d",
    ];
    let words_of_content = all_words();
    assert!(words_of_content.len() > 6_000, "{}", words_of_content.len());
    let texts: Vec<&str> = signs.into_iter().chain(words_of_content.iter().map(String::as_str)).collect();
    let (mut input, mut expected) = (String::new(), String::new());
    for text in texts {
        writeln!(input, "{}", serde_json::json!(text)).unwrap();
        let words = words(text);
        let roots: Vec<String> = words.iter().map(|word| root(word)).collect();
        writeln!(expected, "{} | {}", words.join(" "), roots.join(" ")).unwrap();
    }
    let got = node(PROGRAM, &input);
    for (got, expected) in got.lines().zip(expected.lines()) {
        assert_eq!(got, expected);
    }
    assert_eq!(got.lines().count(), expected.lines().count());
}

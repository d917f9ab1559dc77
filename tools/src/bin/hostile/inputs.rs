//! The hostile inputs: each is a kind that a slow or greedy program is caught by.

use std::fmt::Write;

/// About so many bytes are made of each.
const SIZE: usize = 1_000_000;

/// The site that each is put into.
const SITUS: &str = "nama: Contoh\nalamat: https://contoh.test/\npenyelenggara: { nama: KPU Contoh }\n\
                     pemungutan_suara: 2024-11-27\n";

/// A hostile input.
pub struct Input {
    /// Its name in the table.
    pub name: &'static str,
    /// Its files, by their paths in the project.
    pub files: Vec<(String, Vec<u8>)>,
    /// How many of the answers are held to the bound, in their order.
    pub held: usize,
}

/// All of them.
pub fn all() -> Vec<Input> {
    let articles = articles().into_iter().map(|(name, body)| Input::of(name, ARTICLE, article(&body)));
    let records = records().into_iter().map(|(name, path, text)| Input {
        // These are sound, and every record has a page: a build takes what writing so many files takes.
        held: match name {
            "sources-undated" | "sources-on-a-line" | "labels" | "terms" | "answers" => 2,
            _ => ALL,
        },
        ..Input::of(name, path, text)
    });
    let bytes = [
        Input::of("utf-16", "content/partai.yaml", utf_16(&repeated("a: { nama: A }\n", SIZE / 2))),
        Input::of("no-utf-8", "content/partai.yaml", b"a: { nama: \xe9 }\n".repeat(SIZE / 14)),
        many_files(),
    ];
    articles.chain(records).chain(bytes).collect()
}

/// Every answer is held to the bound.
const ALL: usize = crate::ASKED.len();

/// The article that hostile Markdown stands in.
const ARTICLE: &str = "content/berita/2024-11-01-uji.md";

impl Input {
    fn of(name: &'static str, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let files = [("content/situs.yaml".to_owned(), SITUS.into()), (path.to_owned(), bytes.into())];
        Self { name, files: files.into(), held: ALL }
    }
}

fn article(body: &str) -> String {
    format!("---\njudul: Uji\ntanggal: 2024-11-01\n---\n\n{body}\n")
}

/// A text again and again, up to a size.
fn repeated(text: &str, size: usize) -> String {
    text.repeat(size / text.len())
}

/// Texts that differ by a number, up to the size.
fn counted(of: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for number in 0..SIZE {
        let next = of(number);
        if text.len() + next.len() > SIZE {
            break;
        }
        text.push_str(&next);
    }
    text
}

fn utf_16(text: &str) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// Many small files with a few mistakes each. Of what is wrong in ten thousand files a program is told all: that report is as long
/// as it is, and not held to the bound.
fn many_files() -> Input {
    let text = article("<b>a</b> [x](y.md) **b");
    let mut input = Input::of("many-files", ARTICLE, text.as_str());
    let files =
        (0..SIZE / text.len()).map(|number| (format!("content/berita/2024-11-02-u{number}.md"), text.clone().into()));
    input.files.extend(files);
    Input { held: 1, ..input }
}

/// Markdown.
fn articles() -> Vec<(&'static str, String)> {
    let all = |text: &str| repeated(text, SIZE);
    let tags = vec![
        ("tags", all("a<b>c</b>d")),
        ("open-tags", all("<b>")),
        ("breaks", all("a<br>")),
        ("less-than", all("<")),
        ("comments", all("<!-- ")),
        ("pictures-nested", format!("{}a{}", "![".repeat(20_000), "](x.jpg)".repeat(20_000))),
        ("pictures-open", all("![")),
        ("links-nested", format!("{}a{}", "[".repeat(60_000), "](x.md)".repeat(60_000))),
        ("brackets-open", all("[")),
        ("brackets-close", all("](")),
        ("brackets", all("[a][")),
        ("quotes-nested", all("> ")),
        ("quotes-deeper", (0..1_300).fold(String::new(), |text, depth| text + &">".repeat(depth) + " a\n")),
        ("lists-nested", (0..1_300).fold(String::new(), |text, depth| text + &" ".repeat(depth) + "- a\n")),
        ("lists-on-a-line", all("- ")),
        ("ones", "1.".repeat(40_000)),
        ("ones-nested", all("1. ")),
        ("items-unordered", counted(|number| format!("{}. a\n", number * 7 % 999))),
        ("emphasis-open", all("*a")),
        ("emphasis-mixed", all("a**b_c~~")),
        ("emphasis-spaced", all(" ** a")),
    ];
    tags.into_iter().chain(blocks()).chain(words()).collect()
}

/// Blocks, notes and links.
fn blocks() -> Vec<(&'static str, String)> {
    let all = |text: &str| repeated(text, SIZE);
    vec![
        ("ticks", counted(|number| format!("{} ", "`".repeat(number % 700 + 1)))),
        ("code-indented", all("a\n\n    kode\n\n")),
        ("fences", all("```x y\na\n")),
        ("commands", all("{{ x ")),
        ("notes-missing", all("[^x]")),
        ("notes-unused", counted(|number| format!("[^{number}]: b\n\n"))),
        ("notes-used", counted(|number| format!("a[^{number}]\n\n[^{number}]: b\n\n"))),
        ("notes-same", all("[^1]: b\n\n")),
        ("labels-unused", counted(|number| format!("[a{number}]: /x{number}\n"))),
        ("labels-used", counted(|number| format!("[a{number}]\n\n[a{number}]: /x{number}\n"))),
        ("links-nowhere", counted(|number| format!("[a](x{number}.md)\n"))),
        ("links-nowhere-on-a-line", counted(|number| format!("[a](x{number}.md) "))),
        ("links-to-no-part", counted(|number| format!("[a](#x{number}) "))),
        ("pictures-nowhere", counted(|number| format!("![](x{number}.jpg) "))),
        ("addresses", all("https://a.test/x ")),
        ("addresses-open", all("https://a.test/((((")),
    ]
}

/// Headings, tables, and words that rules look for.
fn words() -> Vec<(&'static str, String)> {
    let all = |text: &str| repeated(text, SIZE);
    vec![
        ("headings", counted(|number| format!("## a{number}\n\n"))),
        ("headings-same", all("## a\n\n")),
        ("headings-loud", all("## JUDUL BESAR SEKALI\n\n")),
        ("tables-wide", format!("|{}\n|{}\n{}", "a|".repeat(100_000), "-|".repeat(100_000), "|a".repeat(200_000))),
        ("tables-long", format!("|a|b|\n|-|-|\n{}", repeated("|1|2|3|\n", SIZE))),
        ("tables-many", all("|a|\n|-|\n|b|c|\n\n")),
        ("tables-ragged", format!("|{}\n|{}\n{}", "a|".repeat(1_000), "-|".repeat(1_000), "|a\n".repeat(300_000))),
        ("strokes", all("| a\n")),
        ("a-word", "a".repeat(SIZE)),
        ("words", all("kata ")),
        ("letters-on-lines", all("a\n")),
        ("numbers", all("3375010101900001 ")),
        ("a-number", "1".repeat(SIZE)),
        ("phones", all("0812-3456-7890, ")),
        ("mails", all("a@gmail.com ")),
        ("days", all("Senin, 5 November 2024 ")),
        ("slogans", all("pasangan terbaik, pilihlah nomor 1 ")),
        ("controls", all("\u{1}")),
        ("controls-on-lines", all("\u{1}\n")),
        ("directions", all("\u{202e}a")),
        ("returns", all("a\r\r")),
        ("conflicts", all("<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n")),
        ("boxes", all("> [!NOTE] Judul\n\n")),
        ("entities", all("&amp;")),
    ]
}

/// The file of YAML that nothing is right about.
const PARTAI: &str = "content/partai.yaml";

/// YAML.
fn records() -> Vec<(&'static str, &'static str, String)> {
    let all = |text: &str| repeated(text, SIZE);
    let source = |number: usize| format!("s{number}: {{ jenis: berita, judul: T }}");
    let mut deep = String::from("a:\n");
    for depth in 1..1_400 {
        let _ = writeln!(deep, "{}a:", " ".repeat(depth));
    }
    vec![
        ("sources-undated", "content/sumber.yaml", counted(|number| source(number) + "\n")),
        ("sources-on-a-line", "content/sumber.yaml", format!("{{ {}}}\n", counted(|number| source(number) + ", "))),
        (
            "sources-misspelt",
            "content/sumber.yaml",
            counted(|number| format!("s{number}: {{ jenis: brita, jdul: T }}\n")),
        ),
        ("keys-unknown", PARTAI, format!("a: {{ {} }}\n", counted(|number| format!("k{number}: 1, ")))),
        ("keys-doubled", PARTAI, all("a: { nama: A }\n")),
        ("keys-spaced", PARTAI, counted(|number| format!("K {number}: {{ nama: A }}\n"))),
        ("front-matter", ARTICLE, format!("---\n{}---\n", counted(|number| format!("k{number}: 1\n")))),
        ("title", ARTICLE, format!("---\njudul: {}\ntanggal: 2024-11-01\n---\na\n", repeated("Kata ", SIZE))),
        ("deep", PARTAI, deep),
        ("deep-on-a-line", PARTAI, "[".repeat(SIZE)),
        ("deep-maps", PARTAI, all("{a: ")),
        ("deep-items", PARTAI, all("- ")),
        ("aliases", PARTAI, format!("a: &a x\nb: [{}]\n", repeated("*a, ", SIZE))),
        ("anchors", PARTAI, counted(|number| format!("a{number}: &a{number} x\n"))),
        ("tabs", PARTAI, all("\ta: b\n")),
        ("quote-open", PARTAI, format!("a: \"{}", repeated("b\n", SIZE))),
        ("block", PARTAI, format!("a: |\n{}", repeated("  b\n", SIZE))),
        ("no-colons", PARTAI, all("a b c\n")),
        ("two-colons", PARTAI, all("a: b: c\n")),
        ("only-comments", PARTAI, all("# a\n")),
        ("yaml-returns", PARTAI, all("a: b\r")),
        ("only-returns", PARTAI, all("\r")),
        ("yaml-controls", PARTAI, format!("a: {}\n", repeated("\u{1}", SIZE))),
    ]
    .into_iter()
    .chain(lists())
    .collect()
}

/// Records that are lists.
fn lists() -> Vec<(&'static str, &'static str, String)> {
    let all = |text: &str| repeated(text, SIZE);
    vec![
        (
            "swallowed",
            "content/tanya-jawab.yaml",
            format!(
                "tanya_jawab:\n{}",
                counted(|number| format!("  - tanya: Simulasi {number} #1\n    jawab: b #2\n"))
            ),
        ),
        (
            "answers",
            "content/tanya-jawab.yaml",
            format!(
                "tanya_jawab:\n{}",
                counted(|number| format!("  - tanya: A{number}\n    jawab: \"a <b>c</b> **d\"\n"))
            ),
        ),
        (
            "an-answer",
            "content/tanya-jawab.yaml",
            format!("tanya_jawab:\n  - tanya: A\n    jawab: \"{}\"\n", all("a <b>c</b> ")),
        ),
        (
            "terms",
            "content/istilah.yaml",
            format!("istilah:\n{}", counted(|number| format!("  - {{ istilah: A{number}, arti: B }}\n"))),
        ),
        (
            "corrections",
            "content/koreksi.yaml",
            "koreksi:\n".to_owned()
                + &counted(|number| {
                    format!(
                        "  - {{ tanggal: 2024-11-01, menyangkut: /x{number}.html, bidang: a, sebelum: b, sesudah: c }}\n"
                    )
                }),
        ),
        (
            "figures",
            "content/fakta/uji.yaml",
            format!(
                "judul: A\nfakta:\n{}",
                counted(|number| {
                    format!(
                        "  - {{ nama: A{number}, nilai: {number}, satuan: pemilih, per: 2024-11-01, sumber: [x] }}\n"
                    )
                })
            ),
        ),
        (
            "labels",
            ARTICLE,
            format!(
                "---\njudul: Uji\ntanggal: 2024-11-01\nlabel: [{}]\n---\na\n",
                counted(|number| format!("a{number}, "))
            ),
        ),
    ]
}

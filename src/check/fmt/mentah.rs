//! Markdown in an article is read as Markdown, and not shown to readers as it is written.

use crate::bahasa::Bahasa::{En, Id};
use crate::bahasa::{Kata, kata};
use crate::check::look::pass::{MarkdownLook, Near, Reach, TextLook};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::markdown::{Loss, Outline, Raw, raw_marks};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "FMT-21",
    level: Level::Peringatan,
    what: (
        "tanda Markdown di tulisan terbaca sebagai Markdown, tidak terbit apa adanya",
        "marks of Markdown in a text are read as Markdown, and not published as they are",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya",
        "readers see signs such as ![ and ** amid a sentence, and no picture, link or table",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "![Rapat pleno](foto rapat.jpg)",
        good: "![Rapat pleno](<foto rapat.jpg>)",
    },
    apply,
};

/// The most letters of a text that a message shows.
const SHOWN: usize = 60;

/// Marks in what is written in Markdown, and how they are written.
pub(super) static IN_ARTICLES: MarkdownLook<(Raw, String)> = MarkdownLook { name: "FMT-21 articles", find: marks };
/// Marks in what is not.
pub(super) static IN_RECORDS: TextLook =
    TextLook { name: "FMT-21 records", near: Near::Nothing, reach: Reach::Records, find: in_records };

fn apply(model: &Model, findings: &mut Findings) {
    for (place, (raw, written)) in IN_ARTICLES.places(model) {
        let (what, help) = said(&raw, &written);
        findings.add(findings.finding(place, what).help(help));
    }
    for hit in IN_RECORDS.hits(model) {
        let shown = short(hit.text());
        let what = kata(
            format!("{shown} terbit apa adanya: kunci ini bukan Markdown"),
            format!("{shown} is published as it is: this key is no Markdown"),
        );
        let help = kata("tulis kata-katanya saja", "write the words only");
        findings.add(findings.finding(hit.place(), what).help(help));
    }
}

/// How the record begins whose values are written in Markdown.
const ANSWERS: &str = "tanya_jawab:";

/// Links, pictures and emphasis in a record, or in the front matter of an article.
fn in_records(text: &str) -> Vec<Range<usize>> {
    if text.lines().any(|line| line.starts_with(ANSWERS)) {
        return Vec::new();
    }
    let front = text.strip_prefix("---").and_then(|rest| rest.find("\n---")).map_or(text.len(), |end| end + 3);
    let mut found = Vec::new();
    let mut at = 0;
    for line in text[..front].split_inclusive('\n') {
        if let Some(middle) = line.find("](")
            && let Some(open) = line[..middle].rfind('[')
        {
            let end = line[middle..].find(')').map_or(middle + 2, |end| middle + end + 1);
            let open = if line[..open].ends_with('!') { open - 1 } else { open };
            found.push(at + open..at + end);
        } else if let Some(range) = of_web_page(line) {
            found.push(at + range.start..at + range.end);
        } else if let Some((range, Raw::Mark(_))) = raw_marks(line).into_iter().find(|(range, _)| range.len() > 4) {
            found.push(at + range.start..at + range.end);
        }
        at += line.len();
    }
    found
}

/// Signs of HTML in a value: `&nbsp;`, `<br>`, `</b>`. An address may hold what looks like one.
fn of_web_page(line: &str) -> Option<Range<usize>> {
    const TAGS: [&str; 14] = ["b", "br", "div", "em", "font", "i", "li", "ol", "p", "span", "strong", "sup", "u", "ul"];
    let entity = |at: usize| {
        let length = line[at + 1..].find(';').filter(|length| (2..=8).contains(length))?;
        let name = line[at + 1..].get(..length)?;
        let name = name.strip_prefix('#').unwrap_or(name);
        name.bytes().all(|byte| byte.is_ascii_alphanumeric()).then_some(at..at + length + 2)
    };
    let tag = |at: usize| {
        let end = line[at..].find('>')? + at;
        let name = line[at + 1..end].trim_matches('/').split([' ', '/']).next()?;
        TAGS.contains(&name.to_lowercase().as_str()).then_some(at..end + 1)
    };
    if line.contains("://") {
        return None;
    }
    let mut signs = memchr::memchr2_iter(b'&', b'<', line.as_bytes());
    signs.find_map(|at| if line.as_bytes()[at] == b'&' { entity(at) } else { tag(at) })
}

fn marks(text: &str, outline: &Outline) -> Vec<(Range<usize>, (Raw, String))> {
    let raw = outline.losses.iter().filter_map(|(range, loss)| match loss {
        Loss::Raw(raw) => Some((range.clone(), (raw.clone(), text[range.clone()].to_owned()))),
        _ => None,
    });
    raw.collect()
}

fn said(raw: &Raw, written: &str) -> (Kata, Kata) {
    let shown = short(written);
    let as_it_is = |id: &str, en: &str| {
        kata(
            format!("{shown} terbit apa adanya, bukan sebagai {id}"),
            format!("{shown} is published as it is, not as {en}"),
        )
    };
    match raw {
        Raw::Picture(to) => (as_it_is("gambar", "a picture"), picture_help(written, to.as_deref())),
        Raw::Link(to) => {
            let help = bracketed(written, to.as_deref(), &kata("", ""));
            let shape = kata("tulis [kata tautan](alamat)", "write [words of the link](address)");
            (as_it_is("tautan", "a link"), help.unwrap_or(shape))
        }
        Raw::Reference(label) => (
            as_it_is("tautan", "a link"),
            kata(
                format!("tulis alamatnya di dalam kurung, atau tambahkan baris [{label}]: alamat"),
                format!("write the address in round brackets, or add a line [{label}]: address"),
            ),
        ),
        Raw::Footnote(name) => footnote(name),
        Raw::Alert(line) => (as_it_is("kotak", "a box"), alert_help(line)),
        Raw::Mark(mark) if mark.starts_with('#') => (as_it_is("judul", "a heading"), mark_help(mark)),
        Raw::Mark(mark) => (as_it_is("penekanan", "emphasis"), mark_help(mark)),
        Raw::Table => (as_it_is("tabel", "a table"), table_help()),
        Raw::Command => (
            kata(
                format!("{shown} perintah program lain, dan terbit apa adanya"),
                format!("{shown} is a command of another program, and published as it is"),
            ),
            kata("hapus, atau tulis isinya dengan Markdown", "delete it, or write with Markdown what it is to show"),
        ),
        Raw::Item('\t') => (
            kata(
                "baris-baris dengan tab ini bukan tabel: isinya terbit sambung-menyambung",
                "these lines with tabs are no table: they are published as one running text",
            ),
            kata(
                "tulis | Nama | Jumlah | lalu baris | --- | --- |, dan | di tempat setiap tab",
                "write | Name | Number |, then a line | --- | --- |, and | in the place of each tab",
            ),
        ),
        Raw::Item(sign) => listed(*sign),
        Raw::Note => (
            as_it_is("catatan kaki", "a footnote"),
            kata(
                "tulis [^1] di sini, dan baris [^1]: isi catatannya di bawah",
                "write [^1] here, and a line [^1]: what the note says below",
            ),
        ),
        Raw::Emoji => (
            as_it_is("gambar emoji", "a picture sign"),
            kata("hapus, atau salin emojinya ke sini", "delete it, or paste the sign itself"),
        ),
        Raw::Comment => {
            (as_it_is("komentar", "a comment"), kata("tutup komentar dengan -->", "close the comment with -->"))
        }
    }
}

fn picture_help(written: &str, to: Option<&str>) -> Kata {
    let or_rename =
        kata(", atau ganti nama berkas menjadi nama tanpa spasi", ", or give the file a name without spaces");
    let shape = || kata("tulis ![keterangan gambar](berkas)", "write ![words for the picture](file)");
    bracketed(written, to, &or_rename).unwrap_or_else(shape)
}

fn mark_help(mark: &str) -> Kata {
    if mark.starts_with('#') {
        return kata(format!("tulis spasi sesudah {mark}"), format!("write a space after {mark}"));
    }
    kata(
        format!("tulis {mark} rapat pada kata pertama dan kata terakhir: {mark}kata{mark}"),
        format!("write {mark} close to the first word and the last: {mark}word{mark}"),
    )
}

fn table_help() -> Kata {
    kata(
        "tulis baris | --- | --- | di bawah kepala tabel, sel sebanyak kepalanya, dan baris kosong sebelum tabel",
        "write a line | --- | --- | below the head of the table, with as many cells, and an empty line before it",
    )
}

/// Lines that begin with a sign; of letters and numbers each has another.
fn listed(sign: char) -> (Kata, Kata) {
    let sign = if sign.is_ascii_alphanumeric() { String::new() } else { format!(" {sign}") };
    let (what, en) = (
        format!("baris yang diawali{sign} seperti ini bukan daftar: baris-barisnya terbit sambung-menyambung"),
        format!("lines that begin{sign} like this are no list: they are published as one running text"),
    );
    let help = kata("awali setiap baris dengan \"- \" atau \"1. \"", "begin each line with \"- \" or \"1. \"");
    (kata(what, en), help)
}

fn footnote(name: &str) -> (Kata, Kata) {
    (
        kata(format!("catatan kaki [^{name}] tidak ada"), format!("there is no footnote [^{name}]")),
        kata(
            format!("tambahkan baris [^{name}]: isi catatannya, atau hapus tanda ini"),
            format!("add a line [^{name}]: what the note says, or delete this mark"),
        ),
    )
}

/// The same link or picture with the address in signs that let it hold spaces; nothing where it holds none.
fn bracketed(written: &str, to: Option<&str>, more: &Kata) -> Option<Kata> {
    let to = to.map(str::trim).filter(|to| to.contains(' '))?;
    let words = written.split_once("](").map_or(written, |(words, _)| words);
    // A title stands behind the address, in quotes.
    let title = to.find(" \"").filter(|_| to.ends_with('"')).unwrap_or(to.len());
    let (address, title) = to.split_at(title);
    let whole = format!("{words}](<{address}>{title})");
    Some(kata(format!("tulis {whole}{}", more.dalam(Id)), format!("write {whole}{}", more.dalam(En))))
}

/// The kinds of boxes there are, for the words people write.
fn alert_help(line: &str) -> Kata {
    let (kind, rest) = line.trim_start_matches("[!").split_once(']').unwrap_or((line, ""));
    let kind = match kind.trim().to_uppercase().as_str() {
        "NOTE" | "CATATAN" | "INFO" | "INFORMASI" | "ABSTRACT" => "NOTE",
        "TIP" | "TIPS" | "KIAT" | "SARAN" | "HINT" => "TIP",
        "IMPORTANT" | "PENTING" => "IMPORTANT",
        "WARNING" | "PERINGATAN" | "PERHATIAN" | "ATTENTION" => "WARNING",
        "CAUTION" | "AWAS" | "BAHAYA" | "DANGER" => "CAUTION",
        _ => {
            return kata(
                "jenis kotak hanya [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] dan [!CAUTION]",
                "the kinds of boxes are [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] and [!CAUTION]",
            );
        }
    };
    match rest.trim() {
        "" => kata(
            format!("tulis > [!{kind}] sendirian di baris pertama kotak"),
            format!("write > [!{kind}] alone on the first line of the box"),
        ),
        title => kata(
            format!("tulis > [!{kind}] sendirian di barisnya, lalu > **{title}** di baris berikutnya"),
            format!("write > [!{kind}] alone on its line, then > **{title}** on the next"),
        ),
    }
}

/// The beginning of a text, on one line.
fn short(written: &str) -> String {
    let line = written.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

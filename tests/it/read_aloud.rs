//! A text that is read aloud is of words alone, and a voice reads each of them as a word.

use crate::content::{Site, build, build_from_on, files, on};
use crate::sample::built_on;
use pilkada::source::Sources;
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;
use std::process::Command;

/// A city with names as ballots have them: titles, degrees, an initial, brackets, an apostrophe, a pair that was struck out.
const KOTA: &str = "\
--- jadwal.yaml
tahapan:
  - { id: pemungutan-suara, nama: Pemungutan suara, kelompok: penyelenggaraan, jenis: pemungutan_suara, mulai: 2024-11-27, selesai: 2024-11-27, jam_mulai: \"07:00\", jam_selesai: \"13:00\" }
--- wilayah/contoh/wilayah.yaml
kode: \"33\"
nama: Provinsi Contoh
jenis: provinsi
pemilihan: { ada: false, alasan: Contoh. }
--- wilayah/contoh/kota-contoh/wilayah.yaml
kode: \"33.75\"
nama: Kota Contoh
jenis: kota
pemilihan: { jumlah_paslon: 2 }
--- wilayah/contoh/kota-contoh/paslon/1.yaml
nomor_urut: 1
calon: { nama: \"Dr. Ir. H. CALON CONTOH, S.E., M.M.\" }
wakil: { nama: \"Letjen. TNI (Purn.) WAKIL MA'RUF\" }
--- wilayah/contoh/kota-contoh/paslon/2.yaml
nomor_urut: 2
calon: { nama: \"dr. SARI UMPAMA, Sp.OG.\" }
wakil: { nama: \"Hj. DEWI MISAL S.Pd.\" }
status: [ { keadaan: dibatalkan, tanggal: 2024-10-20, akibat_suara: tidak_sah } ]
";

fn words(element: ElementRef<'_>) -> String {
    element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// The paragraphs that a page has for a voice.
fn spoken(site: &Site, path: &str) -> Vec<String> {
    let page = Html::parse_document(std::str::from_utf8(&site[path]).unwrap());
    let paragraphs = Selector::parse(".lisan p").unwrap();
    page.select(&paragraphs).map(words).collect()
}

/// All texts for a voice of the sample, before the vote and before some people vote again, with the pages they stand on.
fn of_sample() -> Vec<(String, String)> {
    let sites = ["2024-11-20", "2025-04-10"].map(built_on);
    let pages = sites.iter().flat_map(|site| site.keys().map(move |path| (site, path)));
    let pages = pages.filter(|(_, path)| path.ends_with("/index.html"));
    pages.flat_map(|(site, path)| spoken(site, path).into_iter().map(|text| (path.clone(), text))).collect()
}

#[test]
fn when_where_and_who_are_said_in_words() {
    let said = spoken(&build(KOTA), "contoh/kota-contoh/index.html");
    assert_eq!(
        said[0],
        "Pemungutan suara di Kota Contoh diadakan hari Rabu, tanggal dua puluh tujuh November dua ribu dua puluh empat. Tempat \
         pemungutan suara buka dari pukul tujuh sampai pukul tiga belas, Waktu Indonesia Barat."
    );
    assert!(said[1].contains("kartu tanda penduduk elektronik"));
    assert_eq!(
        said[2],
        "Pemilihan Wali Kota dan Wakil Wali Kota di Kota Contoh. Ada dua kolom di surat suara. Nomor satu, Doktor Insinyur Haji \
         Calon Contoh dan Letnan Jenderal Tentara Nasional Indonesia Purnawirawan Wakil Ma'ruf. Nomor dua, dokter Sari Umpama \
         dan Hajah Dewi Misal. Dibatalkan. Suara untuk nomor dua tidak sah."
    );
    assert_eq!(said.len(), 3);
}

#[test]
fn the_file_for_reading_without_a_network_says_the_same() {
    let site = build(KOTA);
    let page = Html::parse_document(std::str::from_utf8(&site["contoh/kota-contoh/luring.html"]).unwrap());
    let text = words(page.select(&Selector::parse("main").unwrap()).next().unwrap());
    for paragraph in spoken(&site, "contoh/kota-contoh/index.html") {
        assert!(text.contains(&paragraph), "{paragraph}");
    }
}

#[test]
fn once_people_have_voted_nothing_is_announced_aloud() {
    let files = files(KOTA);
    let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    let after = build_from_on(on("2024-11-28"), &sources);
    assert!(spoken(&after, "contoh/kota-contoh/index.html").is_empty());
}

#[test]
fn nothing_but_words_stands_in_what_is_read_aloud() {
    let texts = of_sample();
    assert!(texts.len() > 100, "{} paragraphs", texts.len());
    for (path, text) in texts {
        let odd: BTreeSet<char> = text.chars().filter(|c| !c.is_alphabetic() && !" .,?'’-".contains(*c)).collect();
        assert!(odd.is_empty(), "{path}: {odd:?} in {text}");
        // A point ends a sentence, and no abbreviation.
        let abbreviated = text.split(". ").skip(1).find(|part| part.starts_with(char::is_lowercase));
        assert_eq!(abbreviated, None, "{path}: {text}");
        let shouted = text
            .split(|c: char| !c.is_alphabetic())
            .find(|word| word.len() > 1 && word.chars().all(char::is_uppercase));
        assert!(shouted.is_none_or(|word| text.contains(&format!("di {word} "))), "{path}: {shouted:?} in {text}");
    }
}

/// What a voice makes of sentences, in signs for sounds: a line each.
fn sounds(sentences: &[String]) -> Vec<String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), sentences.join("\n\n")).unwrap();
    let voice = Command::new("espeak-ng").args(["-v", "id", "-q", "-x", "-f"]).arg(file.path()).output();
    let said = String::from_utf8(voice.expect("espeak-ng is installed").stdout).unwrap();
    said.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The words that a voice spells: amid others they sound other than in small letters, or have no vowel to be said with.
fn spelled<'w>(words: &[&'w str]) -> Vec<&'w str> {
    let amid = |word: &str| format!("kata {word} kata.");
    let as_written = sounds(&words.iter().map(|word| amid(word)).collect::<Vec<_>>());
    let small = sounds(&words.iter().map(|word| amid(&word.to_lowercase())).collect::<Vec<_>>());
    assert_eq!((as_written.len(), small.len()), (words.len(), words.len()), "a line each");
    // Two letters may be a name's own initials.
    let has_vowel = |word: &str| word.len() < 3 || word.to_lowercase().contains(['a', 'e', 'i', 'o', 'u', 'y', 'é']);
    let alike = as_written.iter().zip(&small).map(|(one, other)| one == other);
    words.iter().zip(alike).filter(|(word, alike)| !alike || !has_vowel(word)).map(|(word, _)| *word).collect()
}

#[test]
#[ignore = "needs espeak-ng: .ci/run installs it"]
fn a_voice_reads_no_sign_and_spells_no_word() {
    // What a voice says of a point inside a number, and what it spells: else this test knows nothing.
    let between = sounds(&["0.0".to_owned()]).concat();
    let point = between.split(' ').nth(1).expect("zero point zero are three words");
    assert!(sounds(&["07.00".to_owned()])[0].contains(point) && !sounds(&["0".to_owned()])[0].contains(point));
    assert_eq!(spelled(&["WIB", "Rabu", "TPS"]), ["WIB", "TPS"]);
    let texts: Vec<String> = of_sample().into_iter().map(|(_, text)| text).collect();
    let read: Vec<String> = sounds(&texts).into_iter().filter(|said| said.contains(point)).collect();
    assert!(read.is_empty(), "a point is read: {read:?}");
    let words = texts.iter().flat_map(|text| text.split(|c: char| !c.is_alphabetic())).filter(|word| word.len() > 1);
    let words: Vec<&str> = words.collect::<BTreeSet<_>>().into_iter().collect();
    let spelled = spelled(&words);
    assert!(words.len() > 300 && spelled.is_empty(), "{spelled:?} are read letter by letter");
}

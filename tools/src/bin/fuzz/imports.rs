//! Files of other people's that are imported: KPU's JSON, CSV, and XLSX as its parts and as a whole.

use anyhow::Result;
use pilkada::model::{BuildOptions, Drafts};
use pilkada::project::desk::Desk;
use pilkada::project::import::kind::Kind;
use pilkada::project::import::map::Told;
use pilkada::project::import::read::Given;
use pilkada::project::import::work::Wish;
use pilkada::project::import::{Request, plan};
use pilkada::source::Sources;
use pilkada::value::tanggal::Tanggal;
use pilkada::value::{Nilai, Scalar};
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The parts of a workbook, in the order in which they are packed; their names lie below this folder of the corpus.
const BOOK: &str = "buku/";

/// A made-up project with a town, whose code is one of the Ministry's list.
const PROJECT: [(&str, &str); 4] = [
    (
        "content/situs.yaml",
        "nama: Contoh\nalamat: https://contoh.test/\npenyelenggara: { nama: KPU Contoh }\npemungutan_suara: 2024-11-27\n",
    ),
    ("content/sumber.yaml", "sk: { jenis: data_kpu, judul: Data, penerbit: KPU, tanggal: 2024-09-23 }\n"),
    ("content/wilayah/contoh/wilayah.yaml", "kode: \"33\"\nnama: Contoh\njenis: provinsi\npemilihan: { ada: true }\n"),
    (
        "content/wilayah/contoh/kota-contoh/wilayah.yaml",
        "kode: \"33.75\"\nnama: Kota Contoh\njenis: kota\npemilihan: { ada: true }\n",
    ),
];

const PAIRS: &str = r##"{ "3375": {
  "1000705": { "ts": "2024-11-21 21:55:15", "nama": "dr. Hj. RINA, S.E. - DODI,  M.M.", "warna": "#8CB9BD", "nomor_urut": 2 },
  "1000704": { "ts": "2024-11-21 21:55:15", "nama": "KOLOM KOSONG - ", "nomor_urut": 1 } },
  "9999": { "1000900": { "nama": "A - B", "nomor_urut": 1 } } }"##;
const COUNTS: &str = r#"{ "mode": "hhcw", "ts": "2024-11-28 07:00:00", "tungsura": {
  "chart": { "1000704": 30, "1000705": 40, "progres": { "total": 229, "persen": 100.0, "progres": 229 } },
  "table": { "337501": { "1000704": 30, "1000705": 40, "progres": { "total": 133, "persen": 100.0, "progres": 133 } } } } }"#;
const REGIONS: &str = r#"[ { "nama": "KOTA CONTOH", "id": 1, "kode": "3375", "tingkat": 2 } ]"#;
const PLACES: &str = "DAFTAR TPS;;\nKecamatan;Kelurahan;Nomor TPS;Alamat;L;P\nContoh Barat;\"Contoh, RW 1\";001;Jalan Contoh;120;130\nContoh Barat;;2;;;\n";
const VOTERS: &str = "kode_wilayah,kecamatan,laki-laki,perempuan,jumlah\n33.75,Contoh Barat,1.200,1.300,2.500\n33.75,Jumlah,\"1,200\",1300,2500\n";
const VOTES: &str = "Kecamatan\tNomor urut 1\tNomor urut 2\tSuara sah\tSuara tidak sah\nContoh Barat\t10\t20\t30\t-\n";

/// The files that are spoilt.
pub fn corpus() -> Result<BTreeMap<String, Vec<u8>>> {
    let texts = [
        ("pkwkk.json", PAIRS),
        ("3375.json", COUNTS),
        ("wilayah.json", REGIONS),
        ("tps.csv", PLACES),
        ("dpt.csv", VOTERS),
        ("suara.csv", VOTES),
    ];
    let mut files: BTreeMap<String, Vec<u8>> =
        texts.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect();
    files.insert(
        "utf16.csv".to_owned(),
        [0xff, 0xfe].into_iter().chain(VOTERS.bytes().flat_map(|byte| [byte, 0])).collect(),
    );
    files.insert("utuh.xlsx".to_owned(), packed(&book())?);
    files.extend(book().into_iter().map(|(name, text)| (format!("{BOOK}{name}"), text)));
    Ok(files)
}

/// Works out what a file changes, as `pilkada import` does before it writes; a part of a workbook is packed with its sound siblings.
pub fn imported(path: &str, bytes: &[u8]) {
    let given = match path.strip_prefix(BOOK) {
        None => Given { path: path.to_owned(), bytes: bytes.to_vec() },
        Some(part) => {
            let mut parts = book();
            parts.insert(part.to_owned(), bytes.to_vec());
            let Ok(bytes) = packed(&parts) else { return };
            Given { path: "buku.xlsx".to_owned(), bytes }
        }
    };
    let pairs = Given { path: "pkwkk.json".to_owned(), bytes: PAIRS.as_bytes().to_vec() };
    let hari = Tanggal::read(Scalar::Teks("2024-12-20")).expect("a day");
    let folder = Path::new("/tidak-ada");
    let desk = Desk::new(folder, &folder.join("output"), BuildOptions { hari, draf: Drafts::Wait });
    let sources = Sources::from_texts(PROJECT);
    // Counts are not asked for where nobody says what they are, and their pairs have to be known.
    for kind in [None, Some(Kind::Hasil)] {
        let told = Told { kind, columns: &[], remembered: &[] };
        let request = Request { told, wish: Wish { region: None, sumber: Some("sk") }, sheet: None, reason: None };
        plan(&[pairs.clone(), given.clone()], &request, &desk, &sources);
        plan(std::slice::from_ref(&given), &request, &desk, &sources);
    }
}

/// A workbook with merged headings, shared texts, and a day.
fn book() -> BTreeMap<String, Vec<u8>> {
    const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "xmlns=\"http://schemas.openxmlformats.org/package/2006";
    let parts = [
        ("[Content_Types].xml", format!("<Types {PACKAGE}/content-types\"/>")),
        (
            "_rels/.rels",
            format!(
                "<Relationships {PACKAGE}/relationships\"><Relationship Id=\"r\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook {MAIN} xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"Paslon\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships {PACKAGE}/relationships\"><Relationship Id=\"a\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"s\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/><Relationship Id=\"t\" Type=\"{OFFICE}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/sharedStrings.xml",
            format!(
                "<sst {MAIN} count=\"4\"><si><t>Kode</t></si><si><t>Nomor Urut</t></si><si><t>Nama Calon</t></si><si><r><t>Nama </t></r><r><t>Wakil</t></r></si></sst>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet {MAIN}><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(
                "<worksheet {MAIN}><dimension ref=\"A1:D3\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c></row><row r=\"2\"><c r=\"A2\"><v>33.75</v></c><c r=\"B2\"><v>1</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>SARI</t></is></c><c r=\"D2\" t=\"str\"><f>A1</f><v>BUDI</v></c></row><row r=\"3\"><c r=\"B3\" s=\"1\"><v>45000</v></c><c r=\"C3\" t=\"b\"><v>1</v></c><c r=\"D3\" t=\"e\"><v>#N/A</v></c></row></sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells></worksheet>"
            ),
        ),
    ];
    parts.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect()
}

fn packed(parts: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(name.as_str(), SimpleFileOptions::default())?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

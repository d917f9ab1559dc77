//! `pilkada import`: files as other people save them, in a project of its own.

use crate::project::{Project, Ran, SITUS};

/// A region that the list of regions does not have, in a province that it does not have.
const REGION: &str = "content/wilayah/contoh/kota-contoh";

/// A site with a province, Kota Contoh and Kabupaten Contoh.
fn site() -> Project {
    let project = Project::empty();
    project.write("content/situs.yaml", SITUS.replace("tema: uji\n", ""));
    let region = |kode: &str, nama: &str, jenis: &str| {
        format!("kode: \"{kode}\"\nnama: {nama}\njenis: {jenis}\npemilihan: {{ ada: true }}\n")
    };
    project.write("content/wilayah/contoh/wilayah.yaml", region("33", "Provinsi Contoh", "provinsi"));
    project.write(&format!("{REGION}/wilayah.yaml"), region("33.75", "Kota Contoh", "kota"));
    project.write("content/wilayah/contoh/contoh/wilayah.yaml", region("33.26", "Kabupaten Contoh", "kabupaten"));
    project.write(
        "content/sumber.yaml",
        "sk:\n  jenis: data_kpu\n  judul: Data KPU\n  penerbit: KPU\n  tanggal: 2024-09-23\n",
    );
    project
}

/// The pairs of Kota Contoh, of Kabupaten Contoh with its empty column first, and of a region that the site does not have.
const PAIRS: &str = r##"{
  "3375": {
    "1000705": { "ts": "2024-11-21 21:55:15", "nama": "dr. Hj. RINA NI’MAH, S.E. - DODI ANDAI,\u00a0S.Sos.,  M.M.", "warna": "#8CB9BD", "nomor_urut": 2 },
    "1000704": { "ts": "2024-11-21 21:55:15", "nama": "H. SARI CONTOH - BUDI MISAL, S.H.", "warna": "#B67352", "nomor_urut": 1 }
  },
  "3326": {
    "1000801": { "ts": "2024-11-21 21:55:15", "nama": "KOLOM KOSONG - ", "warna": "#000000", "nomor_urut": 1 },
    "1000802": { "ts": "2024-11-21 21:55:15", "nama": "Drs. TONO UMPAMA - WATI PERCONTOHAN", "warna": "#B67352", "nomor_urut": 2 }
  },
  "9999": { "1000900": { "nama": "A - B", "nomor_urut": 1 } }
}"##;

#[track_caller]
fn import(project: &Project, words: &[&str]) -> Ran {
    project.run(&[&["import"], words].concat())
}

/// Nothing is written, and this is said.
#[track_caller]
fn refused(project: &Project, words: &[&str], said: &str) {
    let before = crate::project::tree(&project.path("content"));
    let ran = import(project, &[words, &["--terapkan"]].concat());
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(ran.err.contains(said), "{said}: {}", ran.err);
    assert_eq!(crate::project::tree(&project.path("content")), before);
}

#[test]
fn pairs_of_kpu_are_shown_first_and_a_second_run_changes_nothing() {
    let project = site();
    project.write("data/pkwkk.json", PAIRS);
    let shown = import(&project, &["data/pkwkk.json", "--sumber", "sk"]);
    assert_eq!(shown.code, Some(1), "{}", shown.err);
    assert!(shown.out.contains("paslon/1.yaml (baru)\n") && shown.out.contains("  + nomor_urut: 1\n"), "{}", shown.out);
    assert!(shown.err.contains("4 berkas baru, 0 berubah, 0 sudah sama\nbelum ada yang ditulis"), "{}", shown.err);
    assert!(shown.err.contains("1 wilayah di berkas ini tidak ada di situs, jadi dilewati: 99.99"), "{}", shown.err);
    assert!(shown.err.contains("spasi ganda atau tak terlihat dirapikan di 1 nama: "), "{}", shown.err);
    assert!(!project.path(&format!("{REGION}/paslon")).exists());
    assert_eq!(import(&project, &["data", "--sumber", "sk", "--terapkan"]).code, Some(0));
    let pair = project.read(&format!("{REGION}/paslon/2.yaml"));
    assert!(
        pair.ends_with("nomor_urut: 2\ncalon:\n  nama: \"dr. Hj. RINA NI’MAH, S.E.\"\nwakil:\n  nama: \"DODI ANDAI, S.Sos., M.M.\"\nsumber: [sk]\n"),
        "{pair}"
    );
    let empty = project.read("content/wilayah/contoh/contoh/paslon/1.yaml");
    assert!(empty.ends_with("nomor_urut: 1\nkolom_kosong: true\nsumber: [sk]\n"), "{empty}");
    assert_eq!(project.run(&["check", "--hanya", "FMT,RUJ,HUK-02"]).code, Some(0));
    let again = import(&project, &["data/pkwkk.json", "--sumber", "sk", "--terapkan"]);
    assert_eq!((again.code, again.out.as_str()), (Some(0), ""), "{}", again.err);
    assert!(again.err.contains("tidak ada yang perlu ditulis: 4 catatan sudah sama"), "{}", again.err);
}

#[test]
fn what_somebody_wrote_stays_and_what_was_published_is_corrected() {
    let project = site();
    project.write("pkwkk.json", PAIRS);
    assert_eq!(import(&project, &["pkwkk.json", "--sumber", "sk", "--terapkan"]).code, Some(0));
    let path = format!("{REGION}/paslon/1.yaml");
    let own = "# Catatan kami.\nnomor_urut: 1\ncalon: { nama: H. SARI CONTOHH, sapaan: Ibu Sari } # lihat berita acara\nwakil:\n  nama: BUDI MISAL, S.H.\nvisi: Maju\nsumber: [sk]\n";
    project.write(&path, own.replace("BUDI MISAL, S.H.", "\"BUDI MISAL, S.H.\""));
    let built = project.run(&["build"]);
    assert_eq!(built.code, Some(0), "{}", built.err);
    let ran = import(&project, &["pkwkk.json", "--terapkan"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let text = project.read(&path);
    assert_eq!(text, own.replace("CONTOHH", "CONTOH").replace("BUDI MISAL, S.H.", "\"BUDI MISAL, S.H.\""));
    let noted = project.read(&format!("{REGION}/koreksi.yaml"));
    for line in [
        "menyangkut: /contoh/kota-contoh/paslon/1.html",
        "bidang: \"Calon, nama\"",
        "sebelum: H. SARI CONTOHH",
        "sesudah: H. SARI CONTOH",
        "alasan: \"ISI mengapa berubah",
    ] {
        assert!(noted.contains(line), "{line}: {noted}");
    }
    // Nobody reads a correction whose reason is not filled in.
    assert_eq!(project.run(&["build"]).code, Some(1));
    assert_eq!(import(&project, &["pkwkk.json", "--terapkan"]).out, "");
}

#[test]
fn columns_are_told_once() {
    let project = site();
    let table = "\u{feff}DAFTAR PASANGAN CALON\r\nNo;Nama Calon Wali Kota;Nama Calon Wakil Wali Kota\r\n1;H. SARI CONTOH;BUDI MISAL\r\n2;RINA;DODI\r\n";
    project.write("a.csv", table);
    refused(&project, &["a.csv", "--wilayah", "contoh/kota-contoh"], "judul kolomnya tidak dikenal: ");
    refused(&project, &["a.csv", "--kolom", "nomor_urut=No"], "baris 3: berkas ini tidak menyebut wilayahnya");
    let region = ["--wilayah", "contoh/kota-contoh", "--terapkan"];
    let ran = import(&project, &[&["a.csv", "--kolom", "nomor_urut=No"][..], &region].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(project.read(".pilkada/impor.yaml").contains("    nomor_urut: \"No\"\n"));
    project.write("b.csv", table.replace("RINA", "RINI"));
    let ran = import(&project, &[&["b.csv"][..], &region].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(project.read(&format!("{REGION}/paslon/2.yaml")).contains("nama: RINI"));
}

#[test]
fn polling_places_voters_and_votes_are_taken_and_nothing_is_guessed() {
    let project = site();
    project.write("tps.csv", "kode_kecamatan,kode_kabkota,tps\n33.75.01,33.75,133\n33.75.02,33.75,96\n");
    project.write(
        "dpt.csv",
        "kode,daftar,jumlah,laki_laki,perempuan,tanggal_penetapan\n33.75,DPT,232.064,116.704,115.360,18/09/2024\n33.75,DPS,,,,2024-08-11\n33.26,DPT,10,5,4,2024-09-18\n",
    );
    let votes = "Kecamatan,Paslon 1,Paslon 2,Suara Sah\nPekalongan Barat,10,20,30\nPekalongan Timur,-,5,\n";
    project.write("suara.csv", votes);
    let region = ["--wilayah", "contoh/kota-contoh"];
    let words = ["tps.csv", "dpt.csv", "suara.csv", "--sumber", "sk", "--terapkan"];
    assert_eq!(import(&project, &["tps.csv", "--sumber", "sk", "--terapkan"]).code, Some(0));
    assert_eq!(
        project.read(&format!("{REGION}/tps.csv")),
        "kecamatan,jumlah,sumber\nPekalongan Barat,133,sk\nPekalongan Timur,96,\n"
    );
    let ran = import(&project, &["dpt.csv", "--sumber", "sk", "--terapkan"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.contains("dpt.csv baris 3: jumlahnya kosong, jadi dilewati"), "{}", ran.err);
    assert!(ran.err.contains("dpt.csv baris 4: 5 + 4 bukan 10; rinciannya tidak ditulis"), "{}", ran.err);
    let facts = project.read(&format!("{REGION}/fakta/daftar-pemilih.yaml"));
    assert!(
        facts.contains("  - ukuran: dpt\n    nilai: 232064\n    rincian:\n      laki_laki: 116704\n      perempuan: 115360\n    per_tanggal: 2024-09-18\n"),
        "{facts}"
    );
    for nomor in 1..=2 {
        let pair =
            format!("nomor_urut: {nomor}\ncalon: {{ nama: A{nomor} }}\nwakil: {{ nama: B{nomor} }}\nsumber: [sk]\n");
        project.write(&format!("{REGION}/paslon/{nomor}.yaml"), pair);
    }
    let ran = import(&project, &[&["suara.csv", "--sumber", "sk", "--terapkan"][..], &region].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.contains("Kota Contoh: kecamatannya belum lengkap"), "{}", ran.err);
    let result = project.read(&format!("{REGION}/hasil.yaml"));
    assert!(result.contains("suara: {}\n"), "{result}");
    assert!(result.contains("  - nama: Pekalongan Timur\n    suara:\n      2: 5\n"), "{result}");
    assert_eq!(import(&project, &[&words[..], &region].concat()).out, "");
}

#[test]
fn counts_of_kpu_are_taken_only_where_they_are_asked_for() {
    let project = site();
    project.write("paslon.json", PAIRS);
    let part = |votes: &str, total: u32| {
        format!("{{ {votes} \"progres\": {{ \"total\": {total}, \"persen\": 100.0, \"progres\": {total} }} }}")
    };
    let counts = format!(
        "{{ \"mode\": \"hhcw\", \"ts\": \"2024-11-28 07:00:00\", \"tungsura\": {{ \"chart\": {}, \"table\": {{ \"337501\": {}, \"337502\": {} }} }} }}",
        part("\"1000704\": 30, \"1000705\": 40,", 229),
        part("\"1000704\": 30, \"1000705\": 40,", 133),
        part("", 96),
    );
    project.write("3375.json", counts);
    let ran =
        import(&project, &["paslon.json", "3375.json", "--sumber", "sk", "--terapkan", "--tanggal", "2024-12-01"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.contains("hitungan sementara KPU di 1 berkas tidak diambil"), "{}", ran.err);
    assert!(!project.path(&format!("{REGION}/hasil.yaml")).exists());
    assert!(project.read(&format!("{REGION}/tps.csv")).contains("Pekalongan Timur,96,\n"));
    let words =
        ["paslon.json", "3375.json", "--jenis", "hasil", "--sumber", "sk", "--terapkan", "--tanggal", "2024-12-01"];
    let ran = import(&project, &words);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let result = project.read(&format!("{REGION}/hasil.yaml"));
    assert!(result.contains("status: sementara\ntanggal: 2024-11-28\nsuara:\n  1: 30\n  2: 40\n"), "{result}");
    assert!(!result.contains("Pekalongan Timur"), "what has not come in is no nought: {result}");
}

#[test]
fn what_is_known_of_people_is_not_read() {
    let project = site();
    project.write("a.csv", "kode,nomor_urut,calon,wakil,NIK\n33.75,1,SARI,BUDI,1\n");
    refused(&project, &["a.csv"], "kolom \"NIK\" memuat data orang");
    project.write("b.csv", "kode,nomor_urut,calon,wakil,catatan\n33.75,1,SARI,BUDI,9999 0101 0190 0001\n");
    refused(&project, &["b.csv"], "baris 2 kolom E memuat 16 angka seperti NIK");
    assert!(!import(&project, &["b.csv"]).err.contains("0190"));
    project.write("c.csv", "kecamatan,jumlah,Ketua KPPS\nPekalongan Barat,1,x\n");
    refused(&project, &["c.csv", "--wilayah", "contoh/kota-contoh"], "kolom \"Ketua KPPS\" memuat data orang");
}

#[test]
fn a_file_that_cannot_be_read_is_refused_with_words() {
    let project = site();
    project.write("kosong.csv", "");
    project.write("lama.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    project.write("surat.pdf", "%PDF-1.7\n");
    project.write("potong.json", "{\"3375\": {");
    project.write("lain.json", "{\"a\": 1}");
    project.write("kutip.csv", "kode,nomor_urut,calon,wakil\n33.75,1,\"SARI,BUDI\n33.75,2,A,B\n");
    project.write("ganda.csv", "kode,nomor_urut,calon,wakil\n33.75,1,A,B\n33.75,1,C,D\n");
    project.write("biner.csv", [0_u8, 159, 146, 150, 0, 1]);
    project.write("rusak.xlsx", b"PK\x03\x04 bukan zip");
    for (file, said) in [
        ("kosong.csv", "berkas ini kosong"),
        ("lama.xls", "berformat Excel lama (XLS), atau dikunci kata sandi"),
        ("surat.pdf", "berkas ini PDF"),
        ("potong.json", "berkas JSON ini rusak atau terpotong"),
        ("lain.json", "bentuk JSON ini bukan bentuk KPU"),
        ("kutip.csv", "baris 2: tanda kutip dibuka dan tidak ditutup"),
        ("ganda.csv", "baris 3: nomor urut 1 di Kota Contoh sudah ada di baris 2"),
        ("biner.csv", "bukan tabel yang bisa dibaca"),
        ("rusak.xlsx", "XLSX"),
    ] {
        refused(&project, &[file], said);
    }
    let ran = import(&project, &["tidak-ada.csv"]);
    assert_eq!(ran.code, Some(2), "{}", ran.err);
}

/// A workbook with a sheet of notes and a sheet of pairs whose headings stand in two rows, some of them over several columns.
#[cfg(feature = "xlsx")]
fn workbook(texts: &str) -> Vec<u8> {
    workbook_at(texts, "C3")
}

/// The same with the first name in another cell.
#[cfg(feature = "xlsx")]
fn workbook_at(texts: &str, first: &str) -> Vec<u8> {
    let cell = |place: &str, text: &str| format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let rows = [
        vec![cell("A1", "Kode"), cell("B1", "Nomor Urut"), cell("C1", "Nama")],
        vec![cell("C2", "Calon"), cell("D2", "Wakil")],
        vec![
            "<c r=\"A3\"><v>33.75</v></c><c r=\"B3\"><v>1</v></c>".to_owned(),
            cell(first, "H. SARI CONTOH"),
            cell("D3", "BUDI"),
        ],
        vec!["<c r=\"B4\"><v>2</v></c>".to_owned(), cell("C4", "RINA"), cell("D4", "DODI")],
    ];
    let rows: Vec<String> =
        rows.iter().enumerate().map(|(at, cells)| format!("<row r=\"{}\">{}</row>", at + 1, cells.concat())).collect();
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    let parts = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned(),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships {relations}><Relationship Id=\"r\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook {main} xmlns:r=\"{office}\"><sheets><sheet name=\"Catatan\" sheetId=\"1\" r:id=\"a\"/><sheet name=\"Paslon\" sheetId=\"2\" r:id=\"b\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships {relations}><Relationship Id=\"a\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"b\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>"
            ),
        ),
        ("xl/sharedStrings.xml", texts.to_owned()),
        (
            "xl/worksheets/sheet1.xml",
            format!(
                "<worksheet {main}><sheetData><row r=\"1\">{}</row></sheetData></worksheet>",
                cell("A1", "Catatan")
            ),
        ),
        (
            "xl/worksheets/sheet2.xml",
            format!(
                "<worksheet {main}><sheetData>{}</sheetData><mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"C1:D1\"/><mergeCell ref=\"A3:A4\"/></mergeCells></worksheet>",
                rows.concat()
            ),
        ),
    ];
    packed(&parts)
}

#[cfg(feature = "xlsx")]
fn packed(parts: &[(&str, String)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut archive, text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[cfg(feature = "xlsx")]
#[test]
fn a_workbook_is_read_with_cells_that_are_one_and_no_bomb_is_unpacked() {
    let project = site();
    let texts = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" uniqueCount=\"0\"/>";
    project.write("a.xlsx", workbook(texts));
    let ran = import(&project, &["a.xlsx", "--terapkan"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.contains("a.xlsx › Paslon: pasangan calon, 2 baris"), "{}", ran.err);
    assert!(project.read(&format!("{REGION}/paslon/2.yaml")).contains("nama: RINA\n"));
    refused(&project, &["a.xlsx", "--lembar", "Lain"], "tidak ada lembar \"Lain\"; yang ada: Catatan, Paslon");
    refused(&project, &["a.xlsx", "--lembar", "Catatan"], "judul kolom");
    project.write("janji.xlsx", workbook(&texts.replace("\"0\"", "\"99999999999999\"")));
    refused(&project, &["janji.xlsx"], "terlalu besar setelah dibuka");
    // A place that no sheet has, which is too large a number for whoever works it out.
    let far = workbook_at(texts, "CCCCCCCC3");
    project.write("jauh.xlsx", far);
    refused(&project, &["jauh.xlsx"], "XLSX ini rusak");
    project.write("bom.xlsx", workbook(&" ".repeat(129 << 20)));
    assert!(std::fs::metadata(project.path("bom.xlsx")).unwrap().len() < 1 << 20);
    refused(&project, &["bom.xlsx"], "terlalu besar setelah dibuka");
}

//! The desk: forms that write, and everybody else who would like to.

use super::{Answer, Preview, Project};
use std::fs;
use std::process::Stdio;

const REGION: &str = "kode: \"97\"\nnama: Contoh\njenis: provinsi\npemilihan: { ada: true }\n";
const SOURCE: &str = "# Kunci sumber.\nsk-contoh:\n  jenis: keputusan_kpu\n  judul: Keputusan Contoh # dari kantor\n  penerbit: KPU Contoh\n  tanggal: 2024-09-22\n";
const EVENT: &str = "content/wilayah/contoh/kegiatan/2024-10-01-rapat.yaml";
const EVENT_TEXT: &str = "# Catatan kantor.\njudul: Rapat pleno # judulnya\njenis: rapat_pleno\ntanggal: 2024-10-01\n# tempat: ISI tempat\nsumber: [sk-contoh]\n";

/// A form as a browser would send it.
struct Form {
    action: String,
    fields: Vec<(String, String)>,
}

impl Form {
    fn set(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self
    }

    fn body(&self) -> String {
        let encoded = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat();
        let pairs = self.fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
        pairs.collect::<Vec<_>>().join("&")
    }
}

fn project() -> Project {
    let project = Project::sound();
    project.write("content/wilayah/contoh/wilayah.yaml", REGION);
    project.write("content/sumber.yaml", SOURCE);
    project.write(EVENT, EVENT_TEXT);
    project
}

impl Preview {
    fn desk() -> Self {
        Self::of(project())
    }

    /// Reads the form of a page.
    #[track_caller]
    fn form(&self, path: &str) -> Form {
        let page = self.get(path);
        assert_eq!(page.status, 200, "{path}\n{}", page.text());
        Form::read(&page.text())
    }

    /// Sends a form as the preview's own page does.
    fn post(&self, form: &Form) -> Answer {
        self.post_as(form, &format!("Origin: http://{}\r\n", self.address))
    }

    fn post_as(&self, form: &Form, headers: &str) -> Answer {
        let (body, host) = (form.body(), self.address);
        let head = format!("POST {} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}", form.action);
        let kind = "Content-Type: application/x-www-form-urlencoded\r\n";
        self.answer(&format!("{head}{kind}Content-Length: {}\r\n\r\n{body}", body.len()))
    }

    fn upload(&self, form: &Form, field: &str, (name, bytes): (&str, &[u8])) -> Answer {
        use std::io::{Read, Write};
        let mut body = Vec::new();
        for (name, value) in &form.fields {
            body.extend(
                format!("--batas\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        body.extend(
            format!("--batas\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n").bytes(),
        );
        body.extend(bytes);
        body.extend(b"\r\n--batas--\r\n");
        let host = self.address;
        let head = format!(
            "POST {} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=batas\r\nContent-Length: {}\r\n\r\n",
            form.action,
            body.len()
        );
        let mut stream = self.send(&head);
        // Whoever sends too much is not listened to until the end.
        let _ = stream.write_all(&body);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let text = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Answer { status, head: head.to_owned(), body: body.as_bytes().to_vec() }
    }
}

impl Form {
    fn read(page: &str) -> Self {
        let unescaped = |text: &str| {
            let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'");
            text.replace("&#39;", "'").replace("&#x2F;", "/").replace("&amp;", "&")
        };
        let page = scraper::Html::parse_document(page);
        let select = |query: &str| scraper::Selector::parse(query).unwrap();
        let form = page.select(&select("main form")).next().expect("the page has a form");
        let mut fields = Vec::new();
        for field in form.select(&select("input[name], textarea, select")) {
            let name = field.attr("name").unwrap().to_owned();
            let value = match field.value().name() {
                "textarea" => field.text().collect::<String>(),
                "select" => {
                    let chosen = field.select(&select("option[selected]")).next();
                    chosen.and_then(|chosen| chosen.attr("value")).unwrap_or_default().to_owned()
                }
                _ if field.attr("type") == Some("file") => continue,
                _ => field.attr("value").unwrap_or_default().to_owned(),
            };
            fields.push((name, value));
        }
        Self { action: unescaped(form.attr("action").unwrap()), fields }
    }
}

fn form_of(path: &str) -> String {
    format!("/_pilkada/catatan?berkas={path}")
}

#[test]
fn a_form_changes_what_was_typed_and_nothing_else() {
    let preview = Preview::desk();
    let form = preview.form(&form_of(EVENT));
    // Untouched, it changes nothing.
    assert_eq!(preview.post(&form).status, 303);
    assert_eq!(preview.project.read(EVENT), EVENT_TEXT);
    assert!(!preview.project.path(".pilkada").exists());

    let form =
        preview.form(&form_of(EVENT)).set("judul", "Rapat: pleno #2").set("tempat", "Aula").set("mulai", "09:00");
    let answer = preview.post(&form);
    assert_eq!(answer.status, 303, "{}", answer.text());
    let expected = "# Catatan kantor.\njudul: \"Rapat: pleno #2\" # judulnya\njenis: rapat_pleno\ntanggal: 2024-10-01\n# tempat: ISI tempat\nsumber: [sk-contoh]\n";
    let expected = expected.replace("# tempat: ISI tempat\n", "mulai: \"09:00\"\ntempat: Aula\n");
    assert_eq!(preview.project.read(EVENT), expected);
    // What was there before can be had again.
    let page = preview.get(&form_of(EVENT)).text();
    let undo = page.split("action=\"/_pilkada/urungkan\"").nth(1).expect("there is a way back");
    let undo = Form::read(&format!("<main><form action=\"/_pilkada/urungkan\"{undo}"));
    assert_eq!(preview.post(&undo).status, 303);
    assert_eq!(preview.project.read(EVENT), EVENT_TEXT);
}

#[test]
fn a_mistake_is_said_beside_its_field_and_not_written() {
    let preview = Preview::desk();
    let answer = preview.post(&preview.form(&form_of(EVENT)).set("tanggal", "31 Oktober").set("judul", "Lain"));
    assert_eq!(answer.status, 422);
    let page = answer.text();
    let field = page.split("id=\"tanggal.p\"").nth(1).unwrap().split("</div>").next().unwrap();
    assert!(field.contains("temuan galat"), "{field}");
    assert!(page.contains("value=\"Lain\""), "what was typed is still there");
    assert_eq!(preview.project.read(EVENT), EVENT_TEXT);
    // A file that names nothing that is there.
    let answer = preview.post(&preview.form(&form_of(EVENT)).set("sumber[0]", "tidak-ada"));
    assert!(answer.status == 422 && answer.text().contains("tidak-ada"));
}

#[test]
fn a_new_record_is_written_when_its_form_is_sent() {
    let preview = Preview::desk();
    let form = preview.form("/_pilkada/baru?jenis=berita&wilayah=contoh&nama=Kabar%20baik&lanjut=1");
    let answer = preview.post(&form.set("ringkasan", "Ringkas.").set("_isi", "Isi satu.\n\nIsi dua."));
    assert_eq!(answer.status, 303, "{}", answer.text());
    let text = preview.project.read("content/wilayah/contoh/berita/2024-11-01-kabar-baik.md");
    assert!(
        text.contains("judul: \"Kabar baik\"")
            && text.contains("\nringkasan: Ringkas.\n")
            && text.ends_with("\nIsi satu.\n\nIsi dua.\n"),
        "{text}"
    );
    assert!(!text.contains("\n# ringkasan:"), "the commented line became the value: {text}");
    // Twice is once too often.
    let again = preview.get("/_pilkada/baru?jenis=berita&wilayah=contoh&nama=Kabar%20baik&lanjut=1");
    assert_eq!((again.status, again.header("location").is_some()), (303, true));
}

#[test]
fn nobody_else_writes() {
    let preview = Preview::desk();
    let (own, port) = (format!("Origin: http://{}\r\n", preview.address), preview.address.port());
    let typed = || preview.form(&form_of(EVENT)).set("judul", "Dibajak");
    let refused = |form: &Form, headers: &str| {
        let answer = preview.post_as(form, headers);
        assert_eq!(answer.status, 403, "{headers}");
        assert_eq!(preview.project.read(EVENT), EVENT_TEXT);
    };
    for headers in [
        String::new(),
        "Origin: null\r\n".to_owned(),
        "Origin: http://jahat.example\r\n".to_owned(),
        format!("Origin: http://localhost:{port}\r\n"),
        format!("Origin: https://127.0.0.1:{port}\r\n"),
        format!("{own}Origin: http://jahat.example\r\n"),
        format!("{own}Sec-Fetch-Site: cross-site\r\n"),
        format!("{own}Sec-Fetch-Site: same-site\r\n"),
        "Referer: http://127.0.0.1/\r\n".to_owned(),
    ] {
        refused(&typed(), &headers);
    }
    refused(&typed().without("_tanda"), &own);
    refused(&typed().set("_tanda", "00000000000000000000000000000000"), &own);
    refused(&typed().set("_tanda", ""), &own);
    // The token of another run, such as one that was seen yesterday.
    let other = Preview::desk();
    let yesterday = other.form(&form_of(EVENT)).fields.into_iter().find(|(name, _)| name == "_tanda").unwrap().1;
    refused(&typed().set("_tanda", &yesterday), &own);
    // A name that somebody turned to this machine.
    let form = typed();
    let body = form.body();
    let answer = preview.answer(&format!(
        "POST {} HTTP/1.1\r\nHost: jahat.example:{port}\r\nOrigin: http://jahat.example:{port}\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        form.action,
        body.len()
    ));
    assert_eq!(answer.status, 403);
    let page =
        preview.answer(&format!("GET /_pilkada/ HTTP/1.1\r\nHost: jahat.example:{port}\r\nConnection: close\r\n\r\n"));
    assert!(page.status == 403 && !page.text().contains("_tanda"));
    // Looking writes nothing, whatever stands in the address.
    assert_eq!(preview.get(&format!("{}&judul=Dibajak&_tanda=x", form.action)).status, 200);
    assert_eq!(preview.project.read(EVENT), EVENT_TEXT);
    let policy = preview.get("/_pilkada/");
    assert!(policy.header("content-security-policy").unwrap().contains("frame-ancestors 'none'"));
}

#[test]
fn nothing_outside_the_content_is_read_or_written() {
    let preview = Preview::desk();
    preview.project.write("rahasia.yaml", "judul: Rahasia\n");
    preview.project.write("themes/uji/lain.yaml", "judul: Tema\n");
    for path in [
        "rahasia.yaml",
        "content/../rahasia.yaml",
        "content/%2e%2e/rahasia.yaml",
        "content/wilayah/../../rahasia.yaml",
        "/etc/passwd",
        "content//etc/passwd",
        "themes/uji/lain.yaml",
        "content%5C..%5Crahasia.yaml",
        "content/situs.yaml%00",
        ".pilkada/riwayat/a.yaml",
    ] {
        let page = preview.get(&form_of(path));
        assert_eq!(page.status, 404, "{path}");
        assert!(!page.text().contains("Rahasia"));
        let form = preview.form(&form_of(EVENT));
        for action in ["catatan", "teks"] {
            let aimed = Form { action: format!("/_pilkada/{action}?berkas={path}"), fields: form.fields.clone() };
            assert_eq!(preview.post(&aimed.set("_teks", "judul: Dibajak\n")).status, 404, "{path}");
        }
        assert_ne!(preview.post(&form.set("_berkas", path).set("_aksi", "").at("/_pilkada/urungkan")).status, 303);
    }
    for region in ["..", "../..", "/tmp", "contoh/../..", "contoh%00"] {
        let page = preview.get(&format!("/_pilkada/baru?jenis=berita&wilayah={region}&nama=Satu&lanjut=1"));
        assert!(page.status == 200 && !page.text().contains("name=\"_isi\""), "{region}");
    }
    let form = preview.form("/_pilkada/baru?jenis=berita&wilayah=contoh&nama=../../../../tmp/satu&lanjut=1");
    assert_eq!(preview.post(&form.set("_isi", "Isi.")).status, 303);
    assert!(preview.project.path("content/wilayah/contoh/berita/2024-11-01-tmp-satu.md").exists());
    assert_eq!(preview.project.read("rahasia.yaml"), "judul: Rahasia\n");
}

impl Form {
    fn at(mut self, action: &str) -> Self {
        action.clone_into(&mut self.action);
        self
    }
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    let (elsewhere, project) = (tempfile::tempdir().unwrap(), project());
    let target = elsewhere.path().join("lain.yaml");
    fs::write(&target, EVENT_TEXT).unwrap();
    std::os::unix::fs::symlink(&target, project.path("content/wilayah/contoh/kegiatan/2024-10-02-lain.yaml")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), project.path("content/wilayah/contoh/berita")).unwrap();
    fs::create_dir(project.path(".pilkada")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), project.path(".pilkada/riwayat")).unwrap();
    let preview = Preview::of(project);
    assert_eq!(preview.get(&form_of("content/wilayah/contoh/kegiatan/2024-10-02-lain.yaml")).status, 404);
    let new = preview.form("/_pilkada/baru?jenis=berita&wilayah=contoh&nama=Satu&lanjut=1");
    assert_eq!(preview.post(&new.set("_isi", "Isi.")).status, 422);
    // What is replaced cannot be kept, so it is not replaced.
    assert_eq!(preview.post(&preview.form(&form_of(EVENT)).set("judul", "Lain")).status, 422);
    assert_eq!(preview.project.read(EVENT), EVENT_TEXT);
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 1);
}

#[test]
fn of_two_tabs_the_second_is_told() {
    let preview = Preview::desk();
    let (one, two) = (preview.form(&form_of(EVENT)), preview.form(&form_of(EVENT)));
    assert_eq!(preview.post(&one.set("judul", "Dari tab satu")).status, 303);
    let answer = preview.post(&two.set("judul", "Dari tab dua"));
    assert_eq!(answer.status, 409);
    assert!(answer.text().contains("value=\"Dari tab dua\""), "what was typed is still there");
    assert!(preview.project.read(EVENT).contains("Dari tab satu"));
}

#[test]
fn a_picture_is_taken_and_what_is_none_is_refused_with_words() {
    let project = project();
    project
        .write("content/wilayah/contoh/paslon/1.yaml", "nomor_urut: 1\ncalon: { nama: Sari }\nwakil: { nama: Budi }\n");
    project
        .write("content/wilayah/contoh/paslon/2.yaml", "nomor_urut: 2\ncalon: { nama: Rina }\nwakil: { nama: Dodi }\n");
    let preview = Preview::of(project);
    let path = form_of("content/wilayah/contoh/paslon/1.yaml");
    let heic =
        preview.upload(&preview.form(&path), "calon.foto@", ("IMG 1.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"));
    assert_eq!(heic.status, 422);
    assert!(heic.text().contains("HEIC") && heic.text().contains("JPEG"));
    let script = preview.upload(&preview.form(&path), "calon.foto@", ("a.jpg", b"<svg onload=alert(1)>"));
    assert_eq!(script.status, 422);
    let huge = vec![0xff_u8; 22 << 20];
    let answer = preview.upload(&preview.form(&path), "calon.foto@", ("besar.jpg", &huge));
    assert!(matches!(answer.status, 413 | 0), "{}", answer.status);
    assert_eq!(fs::read_dir(preview.project.path("content/wilayah/contoh/paslon")).unwrap().count(), 2);

    let mut jpeg = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(300, 400).write_to(&mut jpeg, image::ImageFormat::Jpeg).unwrap();
    let answer = preview.upload(&preview.form(&path), "calon.foto@", ("../Foto Sari.JPG", jpeg.get_ref()));
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert!(preview.project.path("content/wilayah/contoh/paslon/foto-sari.jpg").exists());
    assert!(preview.project.read("content/wilayah/contoh/paslon/1.yaml").contains("foto: foto-sari.jpg"));
}

#[test]
fn all_pairs_are_written_together() {
    let project = project();
    project.write(
        "content/wilayah/contoh/paslon/1.yaml",
        "nomor_urut: 1\n# Satu.\ncalon: { nama: Sari }\nwakil: { nama: Budi }\n",
    );
    project.write(
        "content/wilayah/contoh/paslon/2.yaml",
        "nomor_urut: 2\ncalon: { nama: Rina }\nwakil: { nama: Dodi } # dua\n",
    );
    let preview = Preview::of(project);
    let form = preview.form("/_pilkada/paslon?wilayah=contoh").set("0:visi", "Visi satu").set("1:visi", "Visi dua");
    let answer = preview.post(&form);
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert_eq!(
        preview.project.read("content/wilayah/contoh/paslon/1.yaml"),
        "nomor_urut: 1\n# Satu.\ncalon: { nama: Sari }\nwakil: { nama: Budi }\nvisi: Visi satu\n"
    );
    assert_eq!(
        preview.project.read("content/wilayah/contoh/paslon/2.yaml"),
        "nomor_urut: 2\ncalon: { nama: Rina }\nwakil: { nama: Dodi } # dua\nvisi: Visi dua\n"
    );
    // A mistake in one column leaves both as they are.
    let form = preview.form("/_pilkada/paslon?wilayah=contoh").set("0:visi", "Lain").set("1:nomor_urut", "1");
    assert_eq!(preview.post(&form).status, 422);
    assert!(preview.project.read("content/wilayah/contoh/paslon/1.yaml").contains("visi: Visi satu"));
    // A third pair is a column more.
    let form = preview.form("/_pilkada/paslon?wilayah=contoh&tambah=1");
    let form = form.set("2:calon.nama", "Tono").set("2:wakil.nama", "Tini");
    assert_eq!(preview.post(&form).status, 303);
    assert!(preview.project.read("content/wilayah/contoh/paslon/3.yaml").contains("nama: Tono"));
}

#[test]
fn a_preview_for_reading_has_forms_that_nobody_can_send() {
    let project = project();
    let mut command = project.command(&["serve", "--port", "0", "--baca-saja"]);
    let preview = Preview::started(project, command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap());
    let form = preview.form(&form_of(EVENT)).set("judul", "Lain");
    assert_eq!(preview.post(&form).status, 403);
    assert_eq!(preview.project.read(EVENT), EVENT_TEXT);
}

#[test]
fn every_page_of_the_preview_leads_to_its_form() {
    let preview = Preview::desk();
    let page = preview.until("/pilkada/contoh/kegiatan/rapat.html", |answer| answer.status == 200).text();
    let link = page
        .split("href=\"/_pilkada/sunting?")
        .nth(1)
        .expect("a page has the way to its form")
        .split('"')
        .next()
        .unwrap();
    let answer = preview.get(&format!("/_pilkada/sunting?{link}"));
    assert_eq!((answer.status, answer.header("location")), (303, Some(&*form_of(EVENT))));
    // Nothing of it is ever published.
    assert_eq!(preview.project.run(&["build"]).code, Some(0));
    assert!(!preview.project.read("output/contoh/kegiatan/rapat.html").contains("_pilkada"));
}

#[test]
fn the_site_is_published_from_the_desk() {
    let preview = Preview::desk();
    let page = preview.get("/_pilkada/terbitkan").text();
    assert!(page.contains("belum pernah diterbitkan"));
    let answer = preview.post(&Form::read(&page));
    assert!(answer.status == 200 && answer.text().contains("Sudah terbit"), "{}", answer.text());
    assert!(preview.project.path("output/contoh/index.html").exists());
    assert_eq!(
        preview.post(&preview.form(&form_of(EVENT)).set("judul", "Rapat kedua").set("_koreksi", "tidak")).status,
        303
    );
    preview.until("/_pilkada/terbitkan", |answer| answer.text().contains("contoh/kegiatan/rapat.html"));
}

#[test]
fn what_was_published_is_changed_only_with_a_word_on_why() {
    let preview = Preview::desk();
    assert_eq!(preview.post(&preview.form("/_pilkada/terbitkan")).status, 200);
    // A fact more is no other fact.
    assert_eq!(preview.post(&preview.form(&form_of(EVENT)).set("tempat", "Aula")).status, 303);
    let before = preview.project.read(EVENT);
    let asked = preview.post(&preview.form(&form_of(EVENT)).set("tempat", "Lapangan"));
    assert_eq!(asked.status, 422);
    assert_eq!(preview.project.read(EVENT), before);
    let form = Form::read(&asked.text());
    // Why it was wrong has to be said.
    assert_eq!(
        preview.post(&Form { action: form.action.clone(), fields: form.fields.clone() }.set("_koreksi", "ya")).status,
        422
    );
    let answer = preview.post(&form.set("_koreksi", "ya").set("_alasan", "Salah hari."));
    assert_eq!(answer.status, 303, "{}", answer.text());
    let list = preview.project.read("content/wilayah/contoh/koreksi.yaml");
    for line in [
        "menyangkut: /contoh/kegiatan/rapat.html",
        "bidang: Tempat",
        "sebelum: Aula",
        "sesudah: Lapangan",
        "alasan: Salah hari.",
    ] {
        assert!(list.contains(line), "{list}");
    }
    assert!(preview.project.read(EVENT).contains("tempat: Lapangan"));
    // Where nothing was wrong, nothing is noted.
    let asked = preview.post(&preview.form(&form_of(EVENT)).set("judul", "Rapat pleno terbuka"));
    assert_eq!(preview.post(&Form::read(&asked.text()).set("_koreksi", "tidak")).status, 303);
    assert_eq!(preview.project.read("content/wilayah/contoh/koreksi.yaml"), list);
}

#[test]
fn a_record_that_has_another_day_has_another_name() {
    let preview = Preview::desk();
    let answer = preview.post(&preview.form(&form_of(EVENT)).set("tanggal", "2024-10-09"));
    let renamed = EVENT.replace("2024-10-01", "2024-10-09");
    assert_eq!(answer.header("location"), Some(&*format!("{}&tersimpan=1", form_of(&renamed))), "{}", answer.text());
    assert!(!preview.project.path(EVENT).exists());
    assert_eq!(preview.project.read(&renamed), EVENT_TEXT.replace("tanggal: 2024-10-01", "tanggal: 2024-10-09"));
}

/// What a form shows of a field, and what it says of it.
fn told(page: &str, field: &str) -> Vec<String> {
    let page = scraper::Html::parse_document(page);
    let remarks = scraper::Selector::parse(".temuan.galat").unwrap();
    let places = scraper::Selector::parse("[data-temuan]").unwrap();
    let place = page.select(&places).find(|place| place.attr("data-temuan") == Some(field));
    place
        .into_iter()
        .flat_map(|place| place.select(&remarks).map(|one| one.text().collect()).collect::<Vec<_>>())
        .collect()
}

/// What people get wrong where they type YAML cannot be got wrong in a form: the words come out as they were typed.
#[test]
fn no_word_typed_into_a_form_is_anything_but_that_word() {
    let preview = Preview::desk();
    let words = [
        "Rapat: pleno",
        "Rapat pleno:",
        "# Rapat",
        "Rapat #1",
        "- Rapat",
        "? Rapat",
        "'Rapat",
        "\"Rapat",
        "Rapat \"pleno\"",
        "“Rapat”",
        "{Rapat}",
        "[Rapat",
        "Rapat, pleno]",
        "@rapat",
        "*rapat",
        "&rapat",
        "!rapat",
        "%rapat",
        "`rapat`",
        "| rapat",
        "> rapat",
        "Rapat & pleno <b>",
        "ya",
        "no",
        "Ya",
        "true",
        "null",
        "~",
        "2024",
        "012",
        "1e3",
        "0x10",
        "1_000",
        "12:30",
        "2024-09-22",
        "Rapat\\pleno",
        "---",
        "...",
        "<<",
        "=",
        "a: b: c",
    ];
    for typed in words {
        let answer = preview.post(&preview.form(&form_of(EVENT)).set("judul", typed));
        assert_eq!(answer.status, 303, "{typed}: {}", answer.text());
        let again = preview.form(&form_of(EVENT));
        let (_, shown) = again.fields.iter().find(|(name, _)| name == "judul").unwrap();
        assert_eq!(shown, typed);
        let text = preview.project.read(EVENT);
        let record: serde_json::Value =
            serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{typed}: {error}\n{text}"));
        assert_eq!(record["judul"], typed, "{text}");
        assert!(text.starts_with("# Catatan kantor.\n") && text.contains("# tempat: ISI tempat\n"), "{text}");
    }
}

/// What can be got wrong in a form is told beside its field before anything is written.
#[test]
fn a_mistake_is_told_beside_its_field_before_it_is_saved() {
    let preview = Preview::desk();
    let region = "content/wilayah/contoh/wilayah.yaml";
    let mistakes = [
        (EVENT, "tanggal", "22/9/2024"),
        (EVENT, "tanggal", "2024-02-30"),
        (EVENT, "tanggal", "22 September 2024"),
        (EVENT, "jenis", "rapat pleno"),
        (EVENT, "jenis", "Rapat_pleno"),
        (EVENT, "mulai", "25:00"),
        (EVENT, "mulai", "7 malam"),
        (EVENT, "mulai", "19.00 WIB"),
        (EVENT, "sumber[0]", "sk-contoh2"),
        (EVENT, "sumber[0]", "SK Contoh"),
        (EVENT, "sumber[0]", "https://contoh.test/sk"),
        (EVENT, "judul", ""),
        (region, "kode", "9x"),
        (region, "kode", "97,71"),
        (region, "kode", "sembilan"),
        (region, "jenis", "kelurahan"),
        (region, "nama", ""),
        ("content/sumber.yaml", "{0}=.tanggal", "kemarin"),
        ("content/sumber.yaml", "{0}=.jenis", "sk"),
        ("content/sumber.yaml", "{0}=.tautan", "contoh.test/sk"),
        ("content/sumber.yaml", "{0}=.judul", ""),
    ];
    let before = [EVENT, region, "content/sumber.yaml"].map(|file| preview.project.read(file));
    let mut silent = Vec::new();
    for (file, field, typed) in mistakes {
        let form = preview.form(&form_of(file)).set(field, typed).set("_aksi", "periksa:");
        let answer = preview.post(&form);
        assert_eq!(answer.status, 200, "{file} {field} {typed}");
        if told(&answer.text(), field).is_empty() {
            silent.push((file, field, typed));
        }
    }
    assert_eq!(silent, [], "nothing is told of these");
    assert_eq!([EVENT, region, "content/sumber.yaml"].map(|file| preview.project.read(file)), before, "a check writes");
}

#[test]
fn a_source_is_described_in_the_form_of_what_rests_on_it() {
    let preview = Preview::desk();
    let form = preview.form(&form_of(EVENT));
    let form = form.set("sumber[0]", "").set("_sumber.jenis", "berita").set("_sumber.judul", "Rapat di koran");
    let form = form.set("_sumber.penerbit", "Koran Contoh").set("_sumber.tanggal", "2024-10-02");
    let wrong = preview.post(&form.set("_sumber.tautan", "bukan tautan"));
    assert_eq!(wrong.status, 422, "{}", wrong.text());
    assert!(wrong.text().contains("bukan tautan"), "what was typed is still there");
    assert_eq!(preview.project.read(EVENT), EVENT_TEXT);
    let form = Form::read(&wrong.text()).set("_sumber.tautan", "https://contoh.test/rapat");
    let saved = preview.post(&form);
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert!(preview.project.read(EVENT).contains("rapat-di-koran"), "{}", preview.project.read(EVENT));
    let list = preview.project.read("content/wilayah/contoh/sumber.yaml");
    assert!(list.starts_with("rapat-di-koran:\n") && list.contains("tautan: https://contoh.test/rapat"), "{list}");
    // A key that is there is not written over.
    let taken = preview.form(&form_of(EVENT)).set("_sumber.judul", "Lain").set("_sumber_kunci", "sk-contoh");
    let answer = preview.post(&taken);
    assert_eq!(answer.status, 422);
    assert!(answer.text().contains("sudah ada"), "{}", answer.text());
    assert_eq!(preview.project.read("content/sumber.yaml"), SOURCE);
}

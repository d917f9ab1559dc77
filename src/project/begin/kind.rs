//! The kinds of record that can be begun, and what each is given.

use crate::bahasa::Bahasa;
use crate::project::begin::ask::{Ask, Existing, Place, Wants};
use crate::project::begin::form::{Filled, Length, draw};
use crate::project::begin::order::{Order, parent_of};
use crate::project::begin::{New, blank, quoted};
use crate::record::berita::Berita;
use crate::record::deklarasi::Deklarasi;
use crate::record::fakta::LembarFakta;
use crate::record::halaman::Halaman;
use crate::record::hasil::Hasil;
use crate::record::istilah::DaftarIstilah;
use crate::record::jadwal::Jadwal;
use crate::record::kegiatan::Kegiatan;
use crate::record::klarifikasi::Klarifikasi;
use crate::record::koreksi::DaftarKoreksi;
use crate::record::partai::Partai;
use crate::record::paslon::LembarPaslon;
use crate::record::pemilihan::{PemilihanKemudian, SERENTAK};
use crate::record::pengundian::Pengundian;
use crate::record::sumber::Sumber;
use crate::record::tanya_jawab::DaftarTanyaJawab;
use crate::record::wilayah::Wilayah;
use crate::value::daftar_wilayah::{Resmi, by_code, by_name};
use crate::value::nomor_urut::NomorUrut;
use crate::value::slug::Slug;
use crate::value::{Nilai, Scalar};
use schemars::JsonSchema;

/// A kind of record that can be begun.
pub struct Kind {
    /// How it is asked for.
    pub ask: Ask,
    /// Makes its files.
    pub make: fn(&Order<'_>) -> Vec<New>,
    /// What to say afterwards, in Indonesian and in English.
    pub hint: Option<(&'static str, &'static str)>,
    /// What becomes of an order for a file that is there already.
    pub existing: Existing,
}

/// Every kind but the site itself.
pub const KINDS: &[Kind] = &[
    kind("wilayah", "jambi/kota-jambi", Place::NewRegion, Wants::Name, wilayah),
    kind("pemilihan", "jambi/kota-jambi psu-2025", Place::NewVote, Wants::Nothing, pemilihan).saying(
        "pasangan yang sama tidak ditulis lagi: paslon/<nomor>.yaml cukup berisi nomor_urut dan dari: serentak",
        "pairs that stand again are not written anew: paslon/<number>.yaml says nomor_urut and dari: serentak",
    ),
    kind("paslon", "jambi/kota-jambi 1", Place::Region, Wants::Number, paslon).saying(
        "samakan isian semua pasangan calon; calon tunggal berhadapan dengan kolom_kosong: true",
        "fill in the same for every pair; a single pair stands against kolom_kosong: true",
    ),
    kind("pengundian", "jambi/kota-jambi 1=sari-budi 2=rina-dodi", Place::Region, Wants::Nothing, pengundian),
    kind("deklarasi", "jambi/kota-jambi \"Deklarasi Damai\"", Place::Region, Wants::Title, deklarasi),
    kind("kegiatan", "jambi/kota-jambi \"Rapat Pleno\"", Place::Any, Wants::Title, kegiatan),
    kind("fakta", "jambi/kota-jambi \"Kesiapan\"", Place::Any, Wants::Title, fakta),
    kind("berita", "jambi/kota-jambi \"Judul\"", Place::Any, Wants::Title, berita)
        .saying("hapus baris draf jika tulisannya selesai", "delete the line draf when the article is done"),
    kind("klarifikasi", "jambi/kota-jambi \"Judul\"", Place::Any, Wants::Title, klarifikasi),
    kind("halaman", "\"Cara Memilih\"", Place::Any, Wants::Title, halaman),
    kind("hasil", "jambi/kota-jambi", Place::Region, Wants::Nothing, hasil),
    kind("jadwal", "jambi", Place::Any, Wants::Nothing, jadwal).growing(),
    kind("sumber", "jambi \"Berita acara pengundian\"", Place::Any, Wants::Name, sumber).growing(),
    kind("partai", "\"Nama Partai\"", Place::Nation, Wants::Name, partai).growing(),
    kind("istilah", "DPT", Place::Nation, Wants::Name, istilah).growing(),
    kind("tanya-jawab", "jambi", Place::Any, Wants::Nothing, tanya_jawab).growing(),
    kind("koreksi", "jambi", Place::Any, Wants::Nothing, koreksi).growing(),
];

const fn kind(
    name: &'static str,
    example: &'static str,
    place: Place,
    wants: Wants,
    make: fn(&Order<'_>) -> Vec<New>,
) -> Kind {
    Kind { ask: Ask { name, example, place, wants }, make, hint: None, existing: Existing::Refused }
}

impl Kind {
    const fn saying(self, id: &'static str, en: &'static str) -> Self {
        Self { hint: Some((id, en)), ..self }
    }

    const fn growing(self) -> Self {
        Self { existing: Existing::Grown, ..self }
    }
}

fn isi(what: &str) -> String {
    quoted(blank(what).dalam(Bahasa::Id))
}

/// The day that was told, or today, whose mark keeps it from being published (FMT-19).
fn guessed_day(order: &Order<'_>) -> String {
    if order.has_day {
        return order.hari.to_string();
    }
    format!("{}  # ISI: ganti dengan harinya, lalu hapus catatan ini", order.hari)
}

fn title(order: &Order<'_>) -> String {
    quoted(order.judul.unwrap_or_default())
}

fn record<T: JsonSchema>(order: &Order<'_>, file: &str, filled: &Filled) -> Vec<New> {
    vec![(order.path(file), draw::<T>(filled, order.length))]
}

fn article<T: JsonSchema>(order: &Order<'_>, file: &str, filled: &Filled) -> Vec<New> {
    vec![(order.path(file), page(&draw::<T>(filled, order.length), "ISI tulisannya, dalam Markdown."))]
}

/// An article: its front matter and its text.
pub fn page(front: &str, text: &str) -> String {
    format!("---\n{front}---\n\n{text}\n")
}

fn berita(order: &Order<'_>) -> Vec<New> {
    let filled = [("judul", title(order)), ("tanggal", order.hari.to_string()), ("draf", "true".to_owned())];
    article::<Berita>(order, "berita/<tanggal>-<slug>.md", &filled.into())
}

fn klarifikasi(order: &Order<'_>) -> Vec<New> {
    let filled = [
        ("judul", title(order)),
        ("tanggal", order.hari.to_string()),
        ("kabar", isi("kabar yang beredar")),
        ("putusan", "belum_terbukti".to_owned()),
        ("ringkasan", isi("yang benar")),
    ];
    article::<Klarifikasi>(order, "klarifikasi/<tanggal>-<slug>.md", &filled.into())
}

fn halaman(order: &Order<'_>) -> Vec<New> {
    article::<Halaman>(order, "halaman/<slug>.md", &[("judul", title(order))].into())
}

fn kegiatan(order: &Order<'_>) -> Vec<New> {
    let filled = [("judul", title(order)), ("jenis", "lainnya".to_owned()), ("tanggal", guessed_day(order))];
    record::<Kegiatan>(order, "kegiatan/<tanggal>-<slug>.yaml", &filled.into())
}

fn deklarasi(order: &Order<'_>) -> Vec<New> {
    let filled = [("judul", title(order)), ("tanggal", guessed_day(order))];
    record::<Deklarasi>(order, "deklarasi/<slug>.yaml", &filled.into())
}

/// A figure needs a source, and must say something: that the thing exists is the least that can be said.
fn fakta(order: &Order<'_>) -> Vec<New> {
    let mut filled = Filled::from([
        ("judul", title(order)),
        ("per_tanggal", guessed_day(order)),
        ("fakta[].ukuran", "dpt".to_owned()),
        ("fakta[].ada", "true  # ISI: ganti dengan angkanya, misalnya nilai: 230000".to_owned()),
    ]);
    let mut files = Vec::new();
    let id = order.source().unwrap_or_else(|| {
        files.extend(sumber(order));
        example_key(order)
    });
    filled.insert("sumber", format!("[{id}]  # ISI: ganti dengan sumber angka ini"));
    files.extend(record::<LembarFakta>(order, "fakta/<slug>.yaml", &filled));
    files
}

/// Asked for without a number, the first two pairs of a contest come together: one alone would break the law's rule.
fn paslon(order: &Order<'_>) -> Vec<New> {
    let known = order.scope().map_or(&[][..], |scope| scope.paslon.as_slice());
    let last = known.iter().map(|loaded| loaded.record.nomor_urut.map_or(0, NomorUrut::get)).max().unwrap_or(0);
    if let Some(name) = order.judul {
        return unnumbered(order, name);
    }
    let numbers = match order.nomor {
        Some(nomor) => vec![nomor],
        None if last == 0 => (1..=2).filter_map(number).collect(),
        None => number(last.saturating_add(1)).into_iter().collect(),
    };
    numbers.into_iter().flat_map(|nomor| pair(order, nomor)).collect()
}

fn number(number: u8) -> Option<NomorUrut> {
    NomorUrut::read(Scalar::Bulat(number.into())).ok()
}

/// The file of a pair under a number.
pub fn pair_under(order: &Order<'_>, nomor: u8) -> Option<New> {
    pair(order, number(nomor)?).into_iter().next()
}

fn pair(order: &Order<'_>, nomor: NomorUrut) -> Vec<New> {
    let filled = [
        ("nomor_urut", nomor.to_string()),
        ("calon.nama", isi(&format!("nama calon {nomor}"))),
        ("wakil.nama", isi(&format!("nama wakil {nomor}"))),
    ];
    record::<LembarPaslon>(order, &format!("paslon/{nomor}.yaml"), &filled.into())
}

/// A pair whose number is not drawn yet.
fn unnumbered(order: &Order<'_>, name: &str) -> Vec<New> {
    let filled =
        [("calon.nama", isi(&format!("nama calon {name}"))), ("wakil.nama", isi(&format!("nama wakil {name}")))];
    record::<LembarPaslon>(order, "paslon/<slug>.yaml", &filled.into())
}

/// A vote that is ordered today and has no day yet, with the columns of the ballot that it replaces.
fn pemilihan(order: &Order<'_>) -> Vec<New> {
    let region = order.jalur.split("/pemilihan/").next().unwrap_or_default();
    let filled = [
        ("jenis", "psu".to_owned()),
        ("nama", quoted("Pemungutan suara ulang")),
        ("tanggal", guessed_day(order)),
        ("menggantikan", SERENTAK.to_owned()),
        ("cakupan", "seluruh".to_owned()),
        ("keadaan", "dijadwalkan".to_owned()),
        ("dasar", isi("nomor putusan atau pasal")),
    ];
    let mut files = record::<PemilihanKemudian>(order, "pemilihan.yaml", &filled.into());
    let before = order.records.scopes.get(region).into_iter().flat_map(|scope| &scope.paslon);
    files.extend(before.filter_map(|loaded| {
        let nomor = loaded.record.nomor_urut?;
        let path = order.path(&format!("paslon/{nomor}.yaml"));
        Some((path, format!("nomor_urut: {nomor}\n# Pasangan atau kolom kosong yang sama; hapus berkas ini jika tidak ikut lagi.\ndari: {SERENTAK}\n")))
    }));
    files
}

/// The draw names the pairs that are there.
fn pengundian(order: &Order<'_>) -> Vec<New> {
    let filled = [("tanggal", guessed_day(order)), ("hasil", ballot(order, drawn_name))];
    record::<Pengundian>(order, "pengundian.yaml", &filled.into())
}

/// The record of a draw with its result.
pub fn draw_form(order: &Order<'_>, hasil: &str) -> String {
    let filled = [("tanggal", order.hari.to_string()), ("hasil", hasil.to_owned())];
    draw::<Pengundian>(&filled.into(), order.length)
}

/// A pair as the record of a draw names it.
pub fn drawn_name(paslon: &LembarPaslon) -> String {
    match (&paslon.calon, &paslon.wakil) {
        (Some(calon), Some(wakil)) => quoted(&format!("{} – {}", calon.nama, wakil.nama)),
        _ => "Kolom kosong".to_owned(),
    }
}

fn hasil(order: &Order<'_>) -> Vec<New> {
    let filled = [("status", "sementara".to_owned()), ("suara", ballot(order, |_| "0".to_owned()))];
    record::<Hasil>(order, "hasil.yaml", &filled.into())
}

/// A value for every number on the ballot.
fn ballot(order: &Order<'_>, value: impl Fn(&LembarPaslon) -> String) -> String {
    let files = order.scope().into_iter().flat_map(|scope| &scope.paslon);
    let mut columns: Vec<&LembarPaslon> = files.map(|loaded| described(order, &loaded.record)).collect();
    columns.sort_by_key(|paslon| paslon.nomor_urut);
    let lines = columns.into_iter().filter_map(|paslon| Some(format!("\n  {}: {}", paslon.nomor_urut?, value(paslon))));
    let lines: String = lines.collect();
    if lines.is_empty() { "{}".to_owned() } else { lines }
}

/// The record that describes a pair, where a later vote takes it over from the region's own.
fn described<'o>(order: &Order<'o>, record: &'o LembarPaslon) -> &'o LembarPaslon {
    let region = order.jalur.split("/pemilihan/").next().and_then(|jalur| order.records.scopes.get(jalur));
    let same = |known: &&LembarPaslon| known.nomor_urut == record.nomor_urut;
    let before = record.dari.as_ref().zip(region).map(|(_, scope)| scope);
    before.and_then(|scope| scope.paslon.iter().map(|loaded| &*loaded.record).find(same)).unwrap_or(record)
}

fn jadwal(order: &Order<'_>) -> Vec<New> {
    let taken = |id: &str| {
        let jadwal = order.scope().and_then(|scope| scope.jadwal.as_ref());
        jadwal.is_some_and(|loaded| loaded.record.tahapan.iter().any(|tahapan| tahapan.id.to_string() == id))
    };
    let filled = [("tahapan[].id", free("isi", taken)), ("tahapan[].mulai", guessed_day(order))];
    record::<Jadwal>(order, "jadwal.yaml", &filled.into())
}

fn sumber(order: &Order<'_>) -> Vec<New> {
    vec![(order.path("sumber.yaml"), sources(&example_key(order), order.judul, order.length))]
}

/// A key that nothing has yet.
fn free(key: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut keys = std::iter::once(key.to_owned()).chain((2..).map(|number: u32| format!("{key}-{number}")));
    keys.find(|key| !taken(key)).unwrap_or_default()
}

/// The key of a new source: that of its title, or another one in every scope, so that none is taken for another.
fn example_key(order: &Order<'_>) -> String {
    let titled = order.judul.map(|judul| Slug::of(judul).to_string());
    let key = titled.unwrap_or_else(|| Slug::of(&format!("contoh sumber {}", order.jalur)).to_string());
    let known = order.scope().and_then(|scope| scope.sumber.as_ref());
    free(&key, |key| known.is_some_and(|loaded| loaded.record.keys().any(|known| known.to_string() == key)))
}

/// A `sumber.yaml` with one source.
pub fn sources(key: &str, judul: Option<&str>, length: Length) -> String {
    let mut filled = Filled::from([
        ("jenis", "lembaga_lain".to_owned()),
        ("penerbit", isi("penerbit")),
        ("catatan", isi("mengapa tanggal dan alamatnya tidak ada; hapus baris ini jika salah satunya ditulis")),
    ]);
    filled.extend(judul.map(|judul| ("judul", quoted(judul))));
    let fields = keyed::<Sumber>(key, &filled, length);
    format!("# Kunci sumber; catatan lain menyebutnya di `sumber: [{key}]`.\n{fields}")
}

/// A record below its key.
fn keyed<T: JsonSchema>(key: &str, filled: &Filled, length: Length) -> String {
    let fields = draw::<T>(filled, length).replace('\n', "\n  ");
    format!("{key}:\n  {}\n", fields.trim_end())
}

fn partai(order: &Order<'_>) -> Vec<New> {
    let key = Slug::of(order.judul.unwrap_or("partai contoh"));
    let nama = order.judul.map_or_else(|| isi("nama partai"), quoted);
    let fields = keyed::<Partai>(&key, &[("nama", nama)].into(), order.length);
    let text = format!("# Kunci partai; pasangan calon menyebutnya di `pengusung: [{key}]`.\n{fields}");
    vec![(order.path("partai.yaml"), text)]
}

fn istilah(order: &Order<'_>) -> Vec<New> {
    let word = order.judul.map_or_else(|| isi("istilah"), quoted);
    record::<DaftarIstilah>(order, "istilah.yaml", &[("istilah[].istilah", word)].into())
}

fn tanya_jawab(order: &Order<'_>) -> Vec<New> {
    record::<DaftarTanyaJawab>(order, "tanya-jawab.yaml", &Filled::new())
}

fn koreksi(order: &Order<'_>) -> Vec<New> {
    let filled = [("koreksi[].tanggal", order.hari.to_string()), ("koreksi[].tingkat", "kecil".to_owned())];
    record::<DaftarKoreksi>(order, "koreksi.yaml", &filled.into())
}

/// What the list of regions says of it, with its province where that is not there yet; else what its folder's name says.
fn wilayah(order: &Order<'_>) -> Vec<New> {
    let Some(resmi) = order.resmi else { return vec![unlisted(order)] };
    let provinsi = by_code(resmi.provinsi()).filter(|provinsi| provinsi.kode != resmi.kode);
    let parent = provinsi.map(|provinsi| (provinsi, parent_of(resmi, order.records)));
    let missing =
        parent.filter(|(_, jalur)| order.records.scopes.get(jalur).is_none_or(|scope| scope.wilayah.is_none()));
    let first = missing.map(|(provinsi, jalur)| listed(provinsi, &jalur, provinsi.nama, order.length));
    let own = listed(resmi, &order.jalur, order.judul.unwrap_or(resmi.nama), order.length);
    first.into_iter().chain([own]).collect()
}

/// The record of a region of the list.
fn listed(resmi: &Resmi, jalur: &str, nama: &str, length: Length) -> New {
    let mut filled = Filled::from([
        ("kode", quoted(resmi.kode)),
        ("nama", quoted(nama)),
        ("jenis", resmi.jenis().to_owned()),
        ("pemilihan.ada", resmi.tanpa_pemilihan().is_none().to_string()),
    ]);
    filled.extend(resmi.tanpa_pemilihan().map(|why| ("pemilihan.alasan", quoted(why))));
    (format!("content/wilayah/{jalur}/wilayah.yaml"), draw::<Wilayah>(&filled, length))
}

/// The folder's name says what kind of region it is, as far as it can.
fn unlisted(order: &Order<'_>) -> New {
    let (outer, folder) = order.jalur.rsplit_once('/').unwrap_or(("", &order.jalur));
    let jenis = match (outer, folder) {
        ("", _) => "provinsi",
        (_, folder) if folder.starts_with("kota-") => "kota",
        _ => "kabupaten",
    };
    let nama = order.judul.map_or_else(
        || blank(&format!("nama {}", folder.replace('-', " "))).dalam(Bahasa::Id).to_owned(),
        str::to_owned,
    );
    let filled = [
        ("kode", code(order, &nama).unwrap_or_else(|| free_code(order, outer, jenis))),
        ("nama", quoted(&nama)),
        ("jenis", jenis.to_owned()),
        ("pemilihan.ada", "true".to_owned()),
    ];
    (order.path("wilayah.yaml"), draw::<Wilayah>(&filled.into(), order.length))
}

/// The code that the list of regions gives the name, unless another region has it.
fn code(order: &Order<'_>, nama: &str) -> Option<String> {
    let kode = by_name(nama)?.kode;
    let mut others = order.records.scopes.values().filter_map(|scope| scope.wilayah.as_ref());
    (!others.any(|loaded| loaded.record.kode.as_str() == kode)).then(|| format!("\"{kode}\""))
}

/// A code that no region has, and that fits its province and its kind; somebody has to write the right one.
fn free_code(order: &Order<'_>, outer: &str, jenis: &str) -> String {
    let regions = || order.records.scopes.iter().filter_map(|(jalur, scope)| Some((jalur, scope.wilayah.as_ref()?)));
    let province = regions().find(|(jalur, _)| *jalur == outer).map(|(_, loaded)| loaded.record.kode.to_string());
    let prefix = province.map_or(String::new(), |code| format!("{code}."));
    let highest = if jenis == "kabupaten" { 69 } else { 99 };
    let mut codes = (1..=highest).rev().map(|number| format!("{prefix}{number:02}"));
    let free = codes.find(|code| !regions().any(|(_, loaded)| loaded.record.kode.as_str() == code)).unwrap_or_default();
    format!("\"{free}\"  # ISI: ganti dengan kode yang benar")
}

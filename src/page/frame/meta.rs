//! What every page says of itself: its title, its address, the way back, and the same for machines.

use crate::model::day::BuildDay;
use crate::model::{JenisPemilihan, Lingkup, Model, Zona};
use crate::page::frame::address::{Address, Base};
use crate::page::frame::card::{Card, Gambar};
use crate::page::frame::versions::Versions;
use crate::page::frame::view::cara_memilih::{FILE as CARA_FILE, is_own_text, page_of};
use crate::page::frame::view::link::Crumb;
use crate::page::frame::view::paslon::PaslonRingkas;
use crate::page::frame::view::pemilihan::Superseded;
use crate::page::frame::view::tahapan::{KeadaanTahapan, stages, state};
use crate::page::frame::words::{Phrase, Spoken, spoken};
use crate::record::Loaded;
use crate::record::halaman::Halaman;
use crate::record::jadwal::JenisTahapan;
use crate::value::jam::Jam;
use crate::value::kode_bahasa::KodeBahasa;
use crate::value::tanggal::Tanggal;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::VecDeque;

/// What a page says of itself.
#[derive(Debug, Serialize)]
pub(crate) struct PageHead {
    /// The title.
    pub judul: Phrase,
    /// One or two sentences for search results and previews.
    pub ringkasan: Phrase,
    /// The file below the root, without the code of a language: links to it are compared with this.
    pub alamat: Address,
    /// The whole public address, in the page's language.
    pub kanonik: String,
    /// The way up to the root.
    pub akar: String,
    /// The pages around this one, from the outside in, without itself.
    pub remah: Vec<Crumb>,
    /// The page around this one, for the feed and the region's navigation.
    pub lingkup: ScopeSummary,
    /// The office of the contest, which fixes the accent.
    pub aksen: Option<JenisPemilihan>,
    /// The same record as JSON, where there is one.
    pub json: Option<Address>,
    /// The last day anything on this page changed, as far as its records say.
    pub pembaruan: Option<Tanggal>,
    /// The day the site is built for, on a page that says it: such a page is another every day.
    pub hari_ini: Option<Tanggal>,
    /// The day the site is built for, which no change lies after.
    #[serde(skip)]
    hari: BuildDay,
    /// Open Graph's type.
    pub og: &'static str,
    /// The picture that a link to this page is shown with; nothing where the program was made without them.
    pub gambar: Option<Gambar>,
    /// schema.org, ready for a `script` element.
    pub jsonld: String,
    /// The same page in other languages.
    pub terjemahan: Vec<Translation>,
    /// The whole address of the page for those who speak none of its languages, where it has several.
    pub utama: Option<String>,
    /// The language of the page.
    pub bahasa: KodeBahasa,
    /// Whether the site is in other languages, and this page alone in this one.
    pub sendiri: bool,
    /// The languages of the site whose addresses have a code.
    #[serde(skip)]
    situs_dalam: Vec<KodeBahasa>,
    /// The day of the vote that the page's scope speaks of: the next one, or else the last.
    pub pemungutan_suara: Option<Tanggal>,
    /// What took the place of the vote that the page's scope is about.
    pub digantikan: Option<Superseded>,
    /// The stages that are on today: a page says when campaigning rests, and when it is the day to vote.
    pub fase: Vec<Phase>,
    /// On voting day, the numbers about which a voter has to know something before he votes.
    pub suara: Vec<Notice>,
    /// The last day on which the page changed by itself: what it says has been so since then, as far as only days have passed.
    pub sejak: Option<Tanggal>,
    /// The next day on which the page changes by itself; nothing where no day will change it.
    pub berikutnya: Option<Tanggal>,
    /// The next day on which it changes by what a schedule announces: the one of these days that readers are told.
    pub diumumkan: Option<Tanggal>,
    /// The time zone of the page's region, by which it is another day.
    pub zona: Option<Zona>,
    /// The pages of the whole site, for the foot of every page.
    #[serde(serialize_with = "once")]
    pub nasional: Vec<NavLink>,
    /// The fixed pages of the whole site.
    pub halaman: Vec<Crumb>,
}

/// A stage that is on today.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Phase {
    /// Its kind.
    pub jenis: JenisTahapan,
    /// Today, where people vote.
    pub hari: Option<Tanggal>,
    /// Its last day.
    pub selesai: Option<Tanggal>,
    /// The hour it begins.
    pub jam_mulai: Option<Jam>,
    /// The hour it ends.
    pub jam_selesai: Option<Jam>,
}

/// The scope a page belongs to.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ScopeSummary {
    /// Its name.
    pub nama: String,
    /// Its path; empty for the nation.
    pub jalur: String,
    /// Its page.
    pub alamat: Address,
    /// How its voters vote: what to bring, when, where, how.
    pub cara: Address,
    /// Its feed.
    pub atom: Address,
    /// The JSON Feed.
    pub feed: Address,
    /// The pages it has, for its navigation.
    #[serde(serialize_with = "once")]
    pub bagian: Vec<NavLink>,
}

/// A number about which a voter has to know something: that a vote for it is void, or what became of one of the two.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Notice {
    /// Whose ballot it stands on.
    pub wilayah: String,
    /// The number, with what is to be known.
    pub paslon: PaslonRingkas,
}

/// A page of a scope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct NavLink {
    /// The key of its name in the theme's words.
    pub kunci: &'static str,
    /// Its address.
    pub alamat: Address,
}

/// The same page in another language.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Translation {
    /// The language's code.
    pub bahasa: KodeBahasa,
    /// Its name, as those who speak it call it.
    pub nama: String,
    /// The whole address.
    pub alamat: String,
    /// The file below the root.
    pub berkas: Address,
}

impl PageHead {
    /// A page of a scope, with its title and its address without the code of a language: which one is spoken is known here.
    pub fn new(model: &Model, lingkup: &Lingkup, judul: impl Into<Phrase>, alamat: Address) -> Self {
        let base = Base::new(&model.situs.record.alamat);
        let judul = judul.into();
        let remah = crumbs(model, lingkup, &alamat);
        let spoken = spoken();
        let turns = model.turns_around(lingkup);
        let mut laman = Self {
            kanonik: base.canonical(&spoken.versi.address(&alamat, &spoken.bahasa())),
            akar: alamat.up(),
            ringkasan: "".into(),
            lingkup: ScopeSummary::of(model, lingkup),
            aksen: lingkup.pemilihan(),
            json: None,
            pembaruan: None,
            // A page that is as it was since no day is as it is today.
            hari_ini: turns.last.is_none().then(|| model.hari.exact()),
            hari: model.hari,
            og: "website",
            gambar: Card::of(lingkup).head(model),
            jsonld: String::new(),
            utama: (!spoken.versi.lain.is_empty()).then(|| base.canonical(&alamat)),
            terjemahan: Translation::all(&spoken, (&base, &alamat)),
            bahasa: spoken.bahasa(),
            sendiri: !Versions::of_site(&model.situs.record).has(&spoken.bahasa()),
            situs_dalam: model.situs.record.bahasa_lain(),
            pemungutan_suara: model.hari_pemungutan(model.pemilihan_pemilih(lingkup)),
            digantikan: Superseded::of(model, lingkup),
            fase: today(model, model.pemilihan_pemilih(lingkup)),
            suara: notices(model, lingkup),
            sejak: turns.last,
            berikutnya: turns.next,
            diumumkan: turns.announced,
            zona: lingkup.zona(),
            nasional: parts(model, model.nasional(), model.nasional()),
            halaman: fixed_pages(model.nasional(), &spoken.bahasa()),
            judul,
            alamat,
            remah,
        };
        laman.describe(&[]);
        laman
    }

    /// With a summary.
    pub fn ringkasan(mut self, ringkasan: impl Into<Phrase>) -> Self {
        self.ringkasan = ringkasan.into();
        self
    }

    /// With the latest of these days as the day of the last change: what is announced for a later day has not changed the page yet.
    pub fn pembaruan(mut self, days: impl IntoIterator<Item = Option<Tanggal>>) -> Self {
        let past = days.into_iter().flatten().filter(|day| self.hari.has_come(*day));
        self.pembaruan = past.max().max(self.pembaruan);
        self
    }

    /// As a page that says for which day it was made.
    pub fn saying_the_day(mut self) -> Self {
        self.hari_ini = Some(self.hari.exact());
        self
    }

    /// As a page that changes by itself on a day of its own.
    pub fn berikutnya(mut self, day: Option<Tanggal>) -> Self {
        self.berikutnya = day;
        self
    }

    /// With a picture of its own for shared links.
    pub fn bagikan(mut self, model: &Model, kartu: Card<'_>) -> Self {
        self.gambar = kartu.head(model);
        self
    }

    /// As the page that speaks of all votes of its scope: it says itself what took the place of what.
    pub fn of_all_votes(mut self) -> Self {
        self.digantikan = None;
        self
    }

    /// As a page that leads on to another, which is the one to be known by programs.
    pub fn leading_to(mut self, model: &Model, alamat: &Address) -> Self {
        let spoken = spoken();
        let there = spoken.versi.address(alamat, &spoken.bahasa());
        self.kanonik = Base::new(&model.situs.record.alamat).canonical(&there);
        self.jsonld = String::new();
        self
    }

    /// With the page's JSON beside it.
    pub fn json(self) -> Self {
        let beside = self.alamat.with_extension("json");
        self.json_at(beside)
    }

    /// With JSON that it shares with other pages.
    pub fn json_at(mut self, address: Address) -> Self {
        self.json = Some(address);
        self
    }

    /// With schema.org's things, beside the breadcrumbs that every page has.
    pub fn jsonld(mut self, things: &[Value]) -> Self {
        self.describe(things);
        self
    }

    fn describe(&mut self, things: &[Value]) {
        let crumbs = (!self.remah.is_empty()).then(|| Subject::Crumb(self.breadcrumbs()));
        let graph: Vec<Subject<'_>> = crumbs.into_iter().chain(things.iter().map(Subject::Lain)).collect();
        let empty = graph.is_empty();
        let text = serde_json::to_string(&JsonLd { context: "https://schema.org", graph });
        let text = text.expect("texts and numbers become JSON");
        // Inside a script element only "<" could end it.
        let text = if text.contains('<') { text.replace('<', "\\u003c") } else { text };
        self.jsonld = if empty { String::new() } else { text };
    }

    /// The page's own file, in its language.
    fn berkas(&self) -> Address {
        let spoken = spoken();
        spoken.versi.address(&self.alamat, &spoken.bahasa())
    }

    /// A page around this one, in the language of this one where the site is in it.
    fn own(&self, alamat: &Address) -> Address {
        if self.situs_dalam.contains(&self.bahasa) { alamat.dalam(&self.bahasa) } else { alamat.clone() }
    }

    fn breadcrumbs(&self) -> CrumbList<'_> {
        let base = self.kanonik.strip_suffix(&*self.berkas().public()).unwrap_or(&self.kanonik);
        let steps =
            self.remah.iter().map(|remah| (&remah.judul, format!("{base}{}", self.own(&remah.alamat).public())));
        let own = std::iter::once((&self.judul, self.kanonik.clone()));
        let items = (1..).zip(steps.chain(own));
        let items = items.map(|(position, (name, item))| DatedLink { jenis: "ListItem", position, name, item });
        CrumbList { jenis: "BreadcrumbList", items: items.collect() }
    }
}

impl Translation {
    /// A page in its other languages.
    fn all(spoken: &Spoken, (base, alamat): (&Base, &Address)) -> Vec<Self> {
        let others = spoken.versi.all().filter(|bahasa| **bahasa != spoken.bahasa());
        let translation = |bahasa: &KodeBahasa| {
            let berkas = spoken.versi.address(alamat, bahasa);
            let nama = spoken.name_of(bahasa);
            Self { bahasa: bahasa.clone(), nama, alamat: base.canonical(&berkas), berkas }
        };
        others.map(translation).collect()
    }
}

/// What a page says for machines, as JSON-LD; the keys stand in this order.
#[derive(Serialize)]
struct JsonLd<'l> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Subject<'l>>,
}

/// A thing of schema.org.
#[derive(Serialize)]
#[serde(untagged)]
enum Subject<'l> {
    Crumb(CrumbList<'l>),
    Lain(&'l Value),
}

#[derive(Serialize)]
struct CrumbList<'l> {
    #[serde(rename = "@type")]
    jenis: &'static str,
    #[serde(rename = "itemListElement")]
    items: Vec<DatedLink<'l>>,
}

#[derive(Serialize)]
struct DatedLink<'l> {
    #[serde(rename = "@type")]
    jenis: &'static str,
    position: usize,
    name: &'l Phrase,
    item: String,
}

impl ScopeSummary {
    /// A scope in short.
    pub fn of(model: &Model, lingkup: &Lingkup) -> Self {
        let vote = if lingkup.is_kemudian() { lingkup } else { model.pemilihan_kini(lingkup) };
        Self {
            nama: lingkup.nama().to_owned(),
            jalur: lingkup.jalur.clone(),
            alamat: Address::lingkup(lingkup),
            cara: page_of(model, lingkup),
            atom: Address::of(lingkup, "atom.xml"),
            feed: Address::of(lingkup, "feed.json"),
            bagian: parts(model, lingkup, vote),
        }
    }
}

/// Lists of pages as templates see them, of the scopes whose pages a core draws just now.
const LISTS: usize = 4;

thread_local! {
    static SEEN: RefCell<VecDeque<(Vec<NavLink>, tera::Value)>> = const { RefCell::new(VecDeque::new()) };
}

/// A list of pages as a template sees it: the same value for the same list, for it is the same on every page of a scope.
fn once<S: Serializer>(list: &[NavLink], serializer: S) -> Result<S::Ok, S::Error> {
    let seen = SEEN.with_borrow(|seen| seen.iter().find(|(known, _)| known == list).map(|(_, value)| value.clone()));
    let value = seen.unwrap_or_else(|| {
        let value = tera::Value::from_serializable(list);
        SEEN.with_borrow_mut(|seen| {
            seen.truncate(LISTS - 1);
            seen.push_front((list.to_vec(), value.clone()));
        });
        value
    });
    value.serialize(serializer)
}

/// The key of the page that tells how to vote.
const CARA_MEMILIH: &str = "cara_memilih";

/// The pages a scope has, in the order a voter asks for them; those of its vote are the vote's that its pages speak of.
fn parts(model: &Model, lingkup: &Lingkup, vote: &Lingkup) -> Vec<NavLink> {
    let region = !lingkup.jalur.is_empty();
    let parts = [
        (CARA_MEMILIH, CARA_FILE, !region),
        ("banding", "banding.html", !vote.paslon.is_empty()),
        ("jadwal", "jadwal.html", true),
        ("pengundian", "pengundian.html", vote.pengundian.is_some()),
        ("hasil", "hasil.html", vote.hasil.is_some()),
        ("kesiapan", "kesiapan.html", has_figures(lingkup)),
        // The nation's list has the news of all regions.
        ("berita", "berita/index.html", !region || lingkup.lists.berita),
        ("klarifikasi", "klarifikasi/index.html", !region || lingkup.lists.klarifikasi),
        ("koreksi", "koreksi.html", !region || lingkup.lists.koreksi),
        ("perubahan", "perubahan.html", lingkup.lists.perubahan),
        ("tanya_jawab", "tanya-jawab.html", lingkup.tanya_jawab.is_some()),
        ("istilah", "istilah.html", !region),
        ("kesetaraan", "kesetaraan.html", !region),
        ("data", "data/index.html", !region),
        ("ppid", "ppid.html", !region && model.situs.record.ppid.is_some()),
        ("periksa", "periksa.html", !region && model.situs.record.kunci_publik.is_some()),
        ("cari", "cari.html", !region),
    ];
    let there = parts.into_iter().filter(|(.., there)| *there);
    let of_vote = |kunci: &str| matches!(kunci, "banding" | "jadwal" | "pengundian" | "hasil");
    let scope = |kunci: &str| if of_vote(kunci) { vote } else { lingkup };
    there.map(|(kunci, file, _)| NavLink { kunci, alamat: Address::of(scope(kunci), file) }).collect()
}

/// The fixed pages of a scope that have an address of their own.
fn listed_pages(lingkup: &Lingkup) -> impl Iterator<Item = &Loaded<Halaman>> {
    lingkup.halaman.iter().filter(|halaman| !is_own_text(lingkup, halaman))
}

/// A scope's fixed pages, each translated where it is.
pub(crate) fn fixed_pages(lingkup: &Lingkup, bahasa: &KodeBahasa) -> Vec<Crumb> {
    let all = listed_pages(lingkup);
    all.map(|halaman| {
        let translated = |other: &&Loaded<Halaman>| other.slug() == halaman.slug() && other.name.bahasa == *bahasa;
        let translated = lingkup.terjemahan.halaman.iter().find(translated);
        let alamat = Address::of(lingkup, &format!("{}.html", halaman.slug()));
        Crumb {
            judul: (&*translated.unwrap_or(halaman).record.judul).into(),
            alamat: if translated.is_some() { alamat.dalam(bahasa) } else { alamat },
        }
    })
    .collect()
}

/// What voters of a scope have to know of the numbers on their ballots, on the day they vote.
fn notices(model: &Model, lingkup: &Lingkup) -> Vec<Notice> {
    let votes = model.keluar(lingkup).filter(|scope| scope.daerah.is_some()).map(|scope| model.pemilihan_kini(scope));
    let votes = votes.filter(|vote| model.hari_pemungutan(vote).is_some_and(|day| model.hari.is(day)));
    let mut notices: Vec<Notice> = Vec::new();
    for vote in votes {
        let numbers = PaslonRingkas::all(vote).into_iter();
        let numbers = numbers.filter(|paslon| paslon.suara.is_some() || paslon.perubahan.is_some());
        let all = numbers.map(|paslon| Notice { wilayah: vote.nama_daerah().to_owned(), paslon });
        // Inside a later vote the region around it has the same vote.
        if notices.iter().all(|known| known.wilayah != vote.nama_daerah()) {
            notices.extend(all);
        }
    }
    notices
}

/// The stages of a scope that are on today.
fn today(model: &Model, lingkup: &Lingkup) -> Vec<Phase> {
    let stages = stages(model, lingkup).into_iter();
    stages
        .filter(|(_, tahapan)| state(tahapan, model.hari) == KeadaanTahapan::Kini)
        .map(|(scope, tahapan)| {
            let (jam_mulai, jam_selesai) = model.jam_tahapan(scope, tahapan);
            let hari = (tahapan.jenis == JenisTahapan::PemungutanSuara).then(|| model.hari.exact());
            Phase { jenis: tahapan.jenis, hari, selesai: tahapan.selesai, jam_mulai, jam_selesai }
        })
        .collect()
}

/// Whether a scope has figures of its own, in sheets or in events.
pub(crate) fn has_figures(lingkup: &Lingkup) -> bool {
    !lingkup.fakta.is_empty() || lingkup.kegiatan.iter().any(|kegiatan| !kegiatan.record.fakta.is_empty())
}

fn crumbs(model: &Model, lingkup: &Lingkup, alamat: &Address) -> Vec<Crumb> {
    let mut around: Vec<Crumb> = model
        .keluar(lingkup)
        .map(|scope| Crumb { judul: name(model, scope).into(), alamat: Address::lingkup(scope) })
        .filter(|remah| remah.alamat != *alamat)
        .collect();
    around.reverse();
    around
}

fn name(model: &Model, lingkup: &Lingkup) -> String {
    if lingkup.jalur.is_empty() { model.situs.record.nama.to_string() } else { lingkup.nama().to_owned() }
}

/// The site's publisher, for schema.org: a KPU office is a government organization, anybody else an organization.
pub(crate) fn publisher(model: &Model) -> Value {
    let name = &model.situs.record.penyelenggara.nama;
    let office = name.starts_with("KPU") || name.starts_with("Komisi Pemilihan Umum");
    json!({ "@type": if office { "GovernmentOrganization" } else { "Organization" }, "name": name })
}

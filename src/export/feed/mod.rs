//! `atom.xml` and `feed.json`: what is new in a scope and in the scopes inside it.

use crate::page::frame::media;
mod atom;
mod feed_json;

use crate::model::{Lingkup, Model, Zona};
use crate::page::frame::address::{Address, Base};
use crate::page::frame::article::{ArticleText, LinkTargets, drawn};
use crate::page::frame::page::export;
use crate::page::frame::plan::Plan;
use crate::page::frame::view::berita::summary;
use crate::page::frame::view::koreksi::anchors;
use crate::page::frame::words::{Phrase, spoken};
use crate::page::perubahan;
use crate::record::Loaded;
use crate::record::berita::Berita;
use crate::record::hasil::{Hasil, StatusHasil};
use crate::record::klarifikasi::Klarifikasi;
use crate::record::koreksi::Koreksi;
use crate::record::perubahan::Perubahan;
use crate::value::angka::Jumlah;
use crate::value::jam::Jam;
use crate::value::kode_bahasa::KodeBahasa;
use crate::value::tanggal::Tanggal;
use chrono::{DateTime, FixedOffset, NaiveTime};
use std::cmp::Reverse;
use std::sync::Arc;

/// How many entries a feed has at most.
const MOST: usize = 50;

/// A feed of a scope.
pub struct NewsFeed {
    /// Its title.
    pub judul: String,
    /// What the site says of itself.
    pub keterangan: Option<String>,
    /// The whole address of the scope's page, which is also the feed's key.
    pub halaman: String,
    /// The whole address of the Atom feed.
    pub atom: String,
    /// The whole address of the JSON Feed.
    pub json: String,
    /// Who publishes the site.
    pub penerbit: String,
    /// Its language.
    pub bahasa: KodeBahasa,
    /// When the newest entry was published; the site's day when there is none.
    pub diperbarui: DateTime<FixedOffset>,
    /// The entries, newest first.
    pub kiriman: Vec<FeedEntry>,
}

/// A feed as Atom.
pub struct Atom(pub NewsFeed);

/// The same feed as JSON Feed.
pub struct FeedJson(pub NewsFeed);

/// An entry of a feed.
pub struct FeedEntry {
    /// The whole address, which is also the key.
    pub alamat: String,
    /// The title.
    pub judul: String,
    /// One or two sentences.
    pub ringkasan: String,
    /// The article as HTML, its links whole; a correction has only its summary.
    pub html: Option<Arc<str>>,
    /// When it was published.
    pub terbit: DateTime<FixedOffset>,
    /// Who wrote it.
    pub penulis: String,
    /// Its kind, its region and its labels.
    pub label: Vec<String>,
    /// The whole address of its picture.
    pub gambar: Option<String>,
}

/// Something a feed can tell, before it is drawn up.
enum NewsBody<'m> {
    Berita(&'m Loaded<Berita>),
    Klarifikasi(&'m Loaded<Klarifikasi>),
    /// With its anchor.
    Koreksi(&'m Koreksi, String),
    Hasil(&'m Hasil),
}

/// A thing to tell with its scope and its time.
struct NewsItem<'m> {
    lingkup: &'m Lingkup,
    terbit: DateTime<FixedOffset>,
    isi: NewsBody<'m>,
}

/// Two feeds for every scope, in every language of the site: what is told in that language, and what is no text.
pub(super) fn plan<'m>(plan: &mut Plan<'m>) {
    let model: &'m Model = plan.model;
    plan.each_scope(|plan, lingkup| {
        let targets = plan.link_targets();
        plan.add(Address::of(lingkup, "atom.xml"), move || export(Atom(umpan(model, lingkup, &targets))));
        plan.is_in_each_language();
        let targets = plan.link_targets();
        plan.add(Address::of(lingkup, "feed.json"), move || export(FeedJson(umpan(model, lingkup, &targets))));
        plan.is_in_each_language();
        if lingkup.lists.perubahan {
            let [atom, json] = perubahan::feeds(lingkup);
            plan.add(atom, move || export(Atom(changes(model, lingkup))));
            plan.is_in_each_language();
            plan.add(json, move || export(FeedJson(changes(model, lingkup))));
            plan.is_in_each_language();
        }
    });
}

/// What each publication changed, as a feed of its own: it is for who watches the site, not for who reads its news.
fn changes(model: &Model, lingkup: &Lingkup) -> NewsFeed {
    let base = Base::new(&model.situs.record.alamat);
    let own = |address: &Address| base.canonical(&spoken().address(address));
    let halaman = own(&perubahan::page(lingkup));
    let publications = perubahan::publications(lingkup);
    let publisher = &model.situs.record.penyelenggara.nama;
    let entry = |(one, anchor): (&Perubahan, String)| {
        let count = one.halaman.len() as u64 + one.lainnya.map_or(0, Jumlah::get);
        let titles = one.halaman.iter().map(|page| page.judul.to_string());
        FeedEntry {
            alamat: format!("{halaman}#{anchor}"),
            judul: Phrase::of("kiriman.perubahan").with("jumlah", count).said(),
            ringkasan: one.keterangan.iter().map(ToString::to_string).chain(titles).collect::<Vec<_>>().join("\n"),
            html: None,
            terbit: moment(lingkup, one.tanggal, None),
            penulis: publisher.to_string(),
            label: vec![Phrase::of("kiriman.jenis.perubahan").said()],
            gambar: None,
        }
    };
    let [atom, json] = perubahan::feeds(lingkup);
    NewsFeed {
        judul: format!("{} – {}", model.situs.record.nama, Phrase::of("judul.perubahan").said()),
        keterangan: None,
        atom: own(&atom),
        json: own(&json),
        penerbit: publisher.to_string(),
        bahasa: spoken().bahasa(),
        diperbarui: moment(lingkup, publications.first().map_or_else(|| model.hari.exact(), |one| one.tanggal), None),
        kiriman: publications.iter().zip(perubahan::anchors(publications)).take(MOST).map(entry).collect(),
        halaman,
    }
}

fn umpan(model: &Model, lingkup: &Lingkup, targets: &LinkTargets) -> NewsFeed {
    let base = Base::new(&model.situs.record.alamat);
    let situs = &model.situs.record;
    let (spoken, news) = (spoken(), newest(model, lingkup));
    let own = |address: &Address| base.canonical(&spoken.address(address));
    let national = lingkup.jalur.is_empty();
    NewsFeed {
        judul: if national { situs.nama.to_string() } else { format!("{} – {}", situs.nama, lingkup.nama()) },
        keterangan: situs.keterangan.as_ref().map(ToString::to_string),
        halaman: own(&Address::lingkup(lingkup)),
        atom: own(&Address::of(lingkup, "atom.xml")),
        json: own(&Address::of(lingkup, "feed.json")),
        penerbit: situs.penyelenggara.nama.to_string(),
        bahasa: spoken.bahasa(),
        diperbarui: news.first().map_or_else(|| moment(lingkup, model.hari.exact(), None), |kabar| kabar.terbit),
        kiriman: news.iter().map(|kabar| kiriman(model, kabar, targets)).collect(),
    }
}

/// What is newest in a scope and the scopes inside it.
fn newest<'m>(model: &'m Model, lingkup: &'m Lingkup) -> Vec<NewsItem<'m>> {
    let is_inside = |scope: &&Lingkup| model.keluar(scope).any(|around| std::ptr::eq(around, lingkup));
    let mut news: Vec<NewsItem<'m>> = model.lingkup.iter().filter(is_inside).flat_map(told).collect();
    // A stable sort: of two things told at once, the wider scope's stands first.
    news.sort_by_key(|kabar| Reverse(kabar.terbit));
    news.truncate(MOST);
    news
}

fn told(lingkup: &Lingkup) -> impl Iterator<Item = NewsItem<'_>> {
    let (bahasa, other) = (spoken().bahasa(), &lingkup.terjemahan);
    let is_original = bahasa.is_indonesia();
    let berita: &[Loaded<Berita>] = if is_original { &lingkup.berita } else { &other.berita };
    let klarifikasi: &[Loaded<Klarifikasi>] = if is_original { &lingkup.klarifikasi } else { &other.klarifikasi };
    let of_articles = bahasa.clone();
    let berita = berita.iter().filter(move |berita| berita.name.bahasa == of_articles).map(move |berita| NewsItem {
        lingkup,
        terbit: moment(lingkup, berita.record.tanggal, berita.record.jam),
        isi: NewsBody::Berita(berita),
    });
    let klarifikasi =
        klarifikasi.iter().filter(move |klarifikasi| klarifikasi.name.bahasa == bahasa).map(move |klarifikasi| {
            NewsItem {
                lingkup,
                terbit: moment(lingkup, klarifikasi.record.tanggal, None),
                isi: NewsBody::Klarifikasi(klarifikasi),
            }
        });
    let list = lingkup.koreksi.as_ref().map_or(&[][..], |loaded| &loaded.record);
    let koreksi = list.iter().zip(anchors(list)).map(move |(koreksi, anchor)| NewsItem {
        lingkup,
        terbit: moment(lingkup, koreksi.tanggal, None),
        isi: NewsBody::Koreksi(koreksi, anchor),
    });
    let hasil = lingkup.hasil.iter().map(|loaded| &*loaded.record).filter_map(move |hasil| {
        Some(NewsItem { lingkup, terbit: moment(lingkup, hasil.tanggal?, None), isi: NewsBody::Hasil(hasil) })
    });
    hasil.chain(berita).chain(klarifikasi).chain(koreksi)
}

/// A moment in the scope's zone; the nation's articles are written in Jakarta.
fn moment(lingkup: &Lingkup, tanggal: Tanggal, jam: Option<Jam>) -> DateTime<FixedOffset> {
    let hours = lingkup.zona().unwrap_or(Zona::Wib).offset();
    let zone = FixedOffset::east_opt(i32::from(hours) * 3600).expect("Indonesia's zones are 7 to 9 hours ahead");
    let local = tanggal.naive().and_time(jam.map_or(NaiveTime::MIN, Jam::naive));
    local.and_local_timezone(zone).single().expect("a zone without summer time has every moment once")
}

fn kiriman(model: &Model, kabar: &NewsItem<'_>, targets: &LinkTargets) -> FeedEntry {
    match &kabar.isi {
        NewsBody::Berita(berita) => news(model, kabar, berita, targets),
        NewsBody::Klarifikasi(klarifikasi) => clarification(model, kabar, klarifikasi, targets),
        NewsBody::Koreksi(koreksi, anchor) => correction(model, kabar, koreksi, anchor),
        NewsBody::Hasil(hasil) => result(model, kabar, hasil),
    }
}

fn news(model: &Model, kabar: &NewsItem<'_>, loaded: &Loaded<Berita>, targets: &LinkTargets) -> FeedEntry {
    let base = Base::new(&model.situs.record.alamat);
    let berita = &loaded.record;
    let address = translated(loaded, Address::leaf(kabar.lingkup, "berita", loaded.slug()));
    let paid = berita.advertorial.then(|| Phrase::of("kiriman.jenis.advertorial").said());
    let label = [Some(Phrase::of("kiriman.jenis.berita").said()), paid, Some(kabar.lingkup.nama().to_owned())]
        .into_iter()
        .flatten();
    let gambar = berita.gambar.as_ref().map(|gambar| media::beside(loaded.path(), &gambar.berkas));
    FeedEntry {
        alamat: base.canonical(&address),
        judul: berita.judul.to_string(),
        ringkasan: summary(model, loaded),
        html: Some(html(loaded, targets, &base, &address)),
        terbit: kabar.terbit,
        penulis: berita.penulis.as_ref().unwrap_or(&model.situs.record.penyelenggara.nama).to_string(),
        label: label.chain(berita.label.iter().map(ToString::to_string)).collect(),
        gambar: gambar.map(|gambar| base.canonical(&gambar)),
    }
}

fn clarification(
    model: &Model,
    kabar: &NewsItem<'_>,
    loaded: &Loaded<Klarifikasi>,
    targets: &LinkTargets,
) -> FeedEntry {
    let base = Base::new(&model.situs.record.alamat);
    let address = translated(loaded, Address::leaf(kabar.lingkup, "klarifikasi", loaded.slug()));
    FeedEntry {
        alamat: base.canonical(&address),
        judul: loaded.record.judul.to_string(),
        ringkasan: loaded.record.ringkasan.to_string(),
        html: Some(html(loaded, targets, &base, &address)),
        terbit: kabar.terbit,
        penulis: model.situs.record.penyelenggara.nama.to_string(),
        label: vec![Phrase::of("kiriman.jenis.klarifikasi").said(), kabar.lingkup.nama().to_owned()],
        gambar: None,
    }
}

/// A result as it stands: its sums, and no ranking of pairs.
fn result(model: &Model, kabar: &NewsItem<'_>, hasil: &Hasil) -> FeedEntry {
    let sum = |key, jumlah: Option<Jumlah>| Some(Phrase::of(key).with("jumlah", jumlah?.get()));
    let elected = hasil.terpilih.as_ref();
    let elected = elected.map(|pair| Phrase::of("kiriman.terpilih").with("nomor", pair.nomor_urut.to_string()));
    let sums = [sum("kiriman.sah", hasil.sah), sum("kiriman.tidak_sah", hasil.tidak_sah)];
    let said = std::iter::once(Phrase::of(standing(hasil.status))).chain(elected).chain(sums.into_iter().flatten());
    FeedEntry {
        alamat: Base::new(&model.situs.record.alamat)
            .canonical(&spoken().address(&Address::of(kabar.lingkup, "hasil.html"))),
        judul: Phrase::of("kiriman.hasil").with("nama", kabar.lingkup.nama()).said(),
        ringkasan: said.map(|one| format!("{}.", one.said())).collect::<Vec<_>>().join(" "),
        html: None,
        terbit: kabar.terbit,
        penulis: model.situs.record.penyelenggara.nama.to_string(),
        label: vec![Phrase::of("kiriman.jenis.hasil").said(), kabar.lingkup.nama().to_owned()],
        gambar: None,
    }
}

/// The key of a standing among the words of the theme.
fn standing(status: StatusHasil) -> &'static str {
    match status {
        StatusHasil::Sementara => "status_hasil.sementara",
        StatusHasil::Rekapitulasi => "status_hasil.rekapitulasi",
        StatusHasil::DikutipMedia => "status_hasil.dikutip_media",
        StatusHasil::Ditetapkan => "status_hasil.ditetapkan",
        StatusHasil::DitetapkanSetelahPutusan => "status_hasil.ditetapkan_setelah_putusan",
    }
}

/// Where an article lies, by the address of its original.
fn translated<T>(loaded: &Loaded<T>, asli: Address) -> Address {
    let bahasa = &loaded.name.bahasa;
    if bahasa.is_indonesia() { asli } else { asli.dalam(bahasa) }
}

/// An article as it is read away from the site.
fn html<T>(loaded: &Loaded<T>, targets: &LinkTargets, base: &Base, page: &Address) -> Arc<str> {
    Arc::clone(&drawn(base, targets, ArticleText { text: loaded.body(), file: loaded.path(), page }).luar)
}

fn correction(model: &Model, kabar: &NewsItem<'_>, koreksi: &Koreksi, anchor: &str) -> FeedEntry {
    let page =
        Base::new(&model.situs.record.alamat).canonical(&spoken().address(&Address::of(kabar.lingkup, "koreksi.html")));
    let line = |key, value: &str| Phrase::of(key).with("isi", value).said();
    let before = koreksi.sebelum.as_ref().map(|sebelum| line("kiriman.sebelum", &sebelum.to_string()));
    let lines = [
        line("kiriman.sesudah", &koreksi.sesudah.to_string()),
        line("kiriman.alasan", &koreksi.alasan.to_string()),
        line("kiriman.menyangkut", &koreksi.menyangkut.to_string()),
    ];
    FeedEntry {
        alamat: format!("{page}#{anchor}"),
        judul: line("kiriman.koreksi", &koreksi.bidang.to_string()),
        ringkasan: before.into_iter().chain(lines).collect::<Vec<_>>().join("\n"),
        html: None,
        terbit: kabar.terbit,
        penulis: model.situs.record.penyelenggara.nama.to_string(),
        label: vec![Phrase::of("kiriman.jenis.koreksi").said(), kabar.lingkup.nama().to_owned()],
        gambar: None,
    }
}

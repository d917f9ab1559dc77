//! News: lists of twenty, articles, labels.

mod related;

use crate::memo::{Key, reading};
use crate::model::{Lingkup, Model};
use crate::page::berita::related::Related;
use crate::page::frame::address::{Address, Base};
use crate::page::frame::article::{self, ArticleText, LinkTargets};
use crate::page::frame::keyed::digest;
use crate::page::frame::media;
use crate::page::frame::meta::{PageHead, publisher};
use crate::page::frame::page::{html, html_of};
use crate::page::frame::plan::Plan;
use crate::page::frame::view::berita::{BeritaRingkas, newest, summary};
use crate::page::frame::view::link::{Crumb, DatedLink, event_link};
use crate::page::frame::view::paslon::PaslonRingkas;
use crate::page::frame::view::picture::Photo;
use crate::page::frame::view::rujukan::{Rujukan, rujukan};
use crate::page::frame::words::Phrase;
use crate::record::Loaded;
use crate::record::berita::Berita;
use crate::value::jam::Jam;
use crate::value::kode_bahasa::KodeBahasa;
use crate::value::slug::Slug;
use crate::value::tanggal::Tanggal;
use serde::Serialize;
use serde_json::json;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// Articles on a page of a list.
const PER_PAGE: usize = 20;

#[derive(Serialize)]
struct ListView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    berita: Vec<BeritaRingkas>,
    halaman: usize,
    jumlah_halaman: usize,
    jumlah_berita: usize,
    sebelum: Option<Address>,
    sesudah: Option<Address>,
}

#[derive(Serialize)]
struct BeritaView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    judul: &'m str,
    tanggal: Tanggal,
    jam: Option<Jam>,
    ringkasan: Option<&'m str>,
    penulis: Option<&'m str>,
    advertorial: bool,
    label: Vec<Crumb>,
    gambar: Option<Photo<'m>>,
    isi: String,
    paslon: Vec<PaslonRingkas>,
    kegiatan: Option<Crumb>,
    /// The article before this one in time, and the one after.
    sebelum: Option<Crumb>,
    sesudah: Option<Crumb>,
    /// Other articles of the region, newest first.
    baca_juga: Vec<DatedLink>,
    rujukan: Vec<Rujukan>,
}

#[derive(Serialize)]
struct LabelView {
    laman: PageHead,
    label: String,
    berita: Vec<BeritaRingkas>,
}

/// The articles of a label, with the word as first written.
struct Berlabel<'m> {
    word: &'m str,
    articles: Vec<(&'m Lingkup, &'m Loaded<Berita>)>,
}

impl Berlabel<'_> {
    fn digest(&self) -> u128 {
        let articles: Vec<_> = self.articles.iter().map(|(_, loaded)| loaded.key()).collect();
        digest(&(self.word, articles))
    }
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    plan.each_scope(|plan, lingkup| {
        articles(plan, lingkup);
        if lingkup.jalur.is_empty() {
            return;
        }
        let pages = lingkup.berita.len().div_ceil(PER_PAGE).max(1);
        for page in 1..=pages {
            plan.add(Address::berita(lingkup, page), move || {
                let own = lingkup.berita.iter().map(|berita| (lingkup, berita));
                html("daftar-berita.html", &list(model, lingkup, page, own))
            });
        }
    });
    national(plan);
    for (slug, label) in reading::unwatched(|| labels(model)) {
        let label = plan.digested(Key::of("label", &*slug), label.digest(), label);
        plan.add(Address::label(&slug), move || html_of("label.html", label_view(model, &slug, &label)));
    }
}

/// The nation's list has the news of all regions. A page of it rests on the articles that it names.
fn national(plan: &mut Plan<'_>) {
    let (model, scope) = (plan.model, plan.model.nasional());
    let all = Arc::new(reading::unwatched(|| newest(model)));
    for page in 1..=all.len().div_ceil(PER_PAGE).max(1) {
        let shown = all.iter().skip((page - 1) * PER_PAGE).take(PER_PAGE);
        let shown: Vec<u128> = shown.map(|(_, berita)| berita.source.key()).collect();
        let all = plan.digested(Key::of("page of all news", &page), digest(&(all.len(), shown)), Arc::clone(&all));
        plan.add(Address::berita(scope, page), move || {
            html_of("daftar-berita.html", list(model, scope, page, all.iter().copied()))
        });
    }
}

/// The articles of a scope. A page shows the text of its own article and only titles of others, so it is not drawn again when
/// the text of another changes.
fn articles<'m>(plan: &mut Plan<'m>, lingkup: &'m Lingkup) {
    let model = plan.model;
    let kabar =
        reading::unwatched(|| NewsLink { lingkup, berita: &lingkup.berita, terjemahan: &lingkup.terjemahan.berita });
    let titles = Arc::new(plan.digested(Key::of("titles", &lingkup.jalur), kabar.titles(), kabar));
    let own = |plan: &Plan<'m>, berita: &'m Loaded<Berita>| {
        plan.digested(Key::of("article", berita.path()), berita.key(), berita)
    };
    let bacaan = Arc::new(OnceLock::new());
    for (index, berita) in kabar.berita.iter().enumerate() {
        let (address, targets) = (Address::leaf(lingkup, "berita", berita.slug()), plan.link_targets());
        let (bacaan, titles, own) = (Arc::clone(&bacaan), Arc::clone(&titles), own(plan, berita));
        plan.add_from(berita.path(), address, move || {
            let (kabar, _) = (**titles, *own);
            let mut view = view(model, kabar, index, &targets);
            let below = bacaan.get_or_init(|| Related::of(kabar.berita)).below(index);
            view.baca_juga = below.into_iter().map(|other| kabar.item(other)).collect();
            html("berita.html", &view)
        });
        plan.is_article(kabar.languages(berita));
    }
    for berita in kabar.terjemahan {
        let (asli, targets) = (Address::leaf(lingkup, "berita", berita.slug()), plan.link_targets());
        let (titles, own) = (Arc::clone(&titles), own(plan, berita));
        plan.add_from(berita.path(), asli.dalam(&berita.name.bahasa), move || {
            let (kabar, own) = (**titles, *own);
            html("berita.html", &drawn(model, kabar.lingkup, own, &targets))
        });
        plan.is_translation(&berita.name.bahasa, asli, kabar.languages(berita));
    }
}

/// The articles of a scope, for pages that hold what they show of them.
#[derive(Clone, Copy)]
struct NewsLink<'m> {
    lingkup: &'m Lingkup,
    berita: &'m [Loaded<Berita>],
    terjemahan: &'m [Loaded<Berita>],
}

impl NewsLink<'_> {
    /// The digest of all that the page of an article shows of others, and of what it chooses them by.
    fn titles(self) -> u128 {
        let title = |loaded: &Loaded<Berita>| {
            let Berita { judul, tanggal, label, paslon, advertorial, .. } = &*loaded.record;
            let label: Vec<&str> = label.iter().map(|label| &**label).collect();
            digest(&(loaded.slug(), &**judul, tanggal, label, paslon, advertorial))
        };
        let titles: Vec<u128> = self.berita.iter().map(title).collect();
        let translated: Vec<_> = self.terjemahan.iter().map(|other| (other.slug(), &other.name.bahasa)).collect();
        digest(&(titles, translated))
    }

    /// The languages that an article is translated into.
    fn languages(self, berita: &Loaded<Berita>) -> Vec<KodeBahasa> {
        let translations = self.terjemahan.iter().filter(|other| other.slug() == berita.slug());
        translations.map(|other| other.name.bahasa.clone()).collect()
    }

    /// The article at a place, as a list of others names it.
    fn item(self, place: usize) -> DatedLink {
        let berita = &self.berita[place];
        let alamat = Address::leaf(self.lingkup, "berita", berita.slug());
        DatedLink {
            judul: Phrase::written_in(&berita.name.bahasa, &*berita.record.judul),
            tanggal: Some(berita.record.tanggal),
            alamat,
        }
    }
}

fn list<'m>(
    model: &'m Model,
    lingkup: &'m Lingkup,
    page: usize,
    all: impl ExactSizeIterator<Item = (&'m Lingkup, &'m Loaded<Berita>)>,
) -> ListView<'m> {
    let (nama, jumlah_berita) = (lingkup.nama(), all.len());
    let pages = jumlah_berita.div_ceil(PER_PAGE).max(1);
    let mut all = all.peekable();
    let newest = all.peek().map(|(_, berita)| berita.record.tanggal);
    let shown = all.skip((page - 1) * PER_PAGE).take(PER_PAGE);
    let title = match page {
        1 => Phrase::of("judul.berita"),
        _ => Phrase::of("judul.berita_lanjutan").with("halaman", page.to_string()),
    };
    ListView {
        laman: PageHead::new(model, lingkup, title.with("nama", nama), Address::berita(lingkup, page))
            .ringkasan(Phrase::of("ringkasan.berita").with("nama", nama))
            .pembaruan([newest]),
        wilayah: nama,
        berita: shown.map(|(scope, berita)| BeritaRingkas::of(model, scope, berita)).collect(),
        halaman: page,
        jumlah_halaman: pages,
        jumlah_berita,
        sebelum: (page > 1).then(|| Address::berita(lingkup, page - 1)),
        sesudah: (page < pages).then(|| Address::berita(lingkup, page + 1)),
    }
}

fn view<'m>(model: &'m Model, kabar: NewsLink<'m>, index: usize, targets: &LinkTargets) -> BeritaView<'m> {
    let NewsLink { lingkup, berita: all, .. } = kabar;
    let berita = &all[index];
    // Newest first: the article before in time is the next in the list.
    let neighbour = |index: Option<usize>| index.and_then(|index| all.get(index)).map(|other| link(lingkup, other));
    let mut view = drawn(model, lingkup, berita, targets);
    view.sebelum = neighbour(index.checked_add(1));
    view.sesudah = neighbour(index.checked_sub(1));
    view
}

fn link(lingkup: &Lingkup, berita: &Loaded<Berita>) -> Crumb {
    Crumb { judul: (&*berita.record.judul).into(), alamat: Address::leaf(lingkup, "berita", berita.slug()) }
}

fn drawn<'m>(
    model: &'m Model,
    lingkup: &'m Lingkup,
    berita: &'m Loaded<Berita>,
    targets: &LinkTargets,
) -> BeritaView<'m> {
    let record = &berita.record;
    let asli = Address::leaf(lingkup, "berita", berita.slug());
    let bahasa = &berita.name.bahasa;
    let address = if bahasa.is_indonesia() { asli.clone() } else { asli.dalam(bahasa) };
    let base = Base::new(&model.situs.record.alamat);
    let tulisan = ArticleText { text: berita.body(), file: berita.path(), page: &address };
    let label = record.label.iter();
    let numbers = record.paslon.iter().filter_map(|nomor| lingkup.paslon(*nomor));
    BeritaView {
        isi: article::drawn(&base, targets, tulisan).halaman.clone(),
        laman: laman(model, lingkup, berita, (asli, &address)),
        wilayah: lingkup.nama(),
        judul: &record.judul,
        tanggal: record.tanggal,
        jam: record.jam,
        ringkasan: record.ringkasan.as_deref(),
        penulis: record.penulis.as_deref(),
        advertorial: record.advertorial,
        label: label
            .map(|label| Crumb { judul: (&**label).into(), alamat: Address::label(&Slug::of(label)) })
            .collect(),
        gambar: record.gambar.as_ref().map(|gambar| Photo::of(lingkup, berita.path(), gambar)),
        paslon: numbers.map(|paslon| PaslonRingkas::of(lingkup, paslon)).collect(),
        kegiatan: event_link(lingkup, record.kegiatan.as_deref()),
        sebelum: None,
        sesudah: None,
        baca_juga: Vec::new(),
        rujukan: rujukan(model, lingkup, &record.sumber),
    }
}

fn laman(model: &Model, lingkup: &Lingkup, berita: &Loaded<Berita>, (asli, address): (Address, &Address)) -> PageHead {
    let record = &berita.record;
    let base = Base::new(&model.situs.record.alamat);
    let kanonik = base.canonical(address);
    let list = Phrase::of("bagian.berita");
    let author = match &record.penulis {
        Some(name) => json!({ "@type": "Person", "name": name }),
        None => publisher(model),
    };
    let corrected = corrected(model, lingkup, address);
    let mut laman = PageHead::new(model, lingkup, &*record.judul, asli)
        .ringkasan(summary(model, berita))
        .pembaruan([Some(record.tanggal), corrected])
        .json_at(Address::news_data(lingkup));
    let own = record.gambar.as_ref().map(|gambar| base.canonical(&media::beside(berita.path(), &gambar.berkas)));
    let image = own.or_else(|| Some(laman.gambar.as_ref()?.alamat().to_owned()));
    let mut thing = json!({ "@type": "NewsArticle", "headline": record.judul, "datePublished": record.tanggal,
        "dateModified": laman.pembaruan, "inLanguage": berita.name.bahasa, "mainEntityOfPage": kanonik, "author": author,
        "publisher": publisher(model) });
    if let Some(image) = image {
        thing["image"] = json!([image]);
    }
    laman.og = "article";
    laman.remah.push(Crumb { judul: list, alamat: Address::berita(lingkup, 1) });
    laman.jsonld(&[thing])
}

/// The last day a correction in this scope or one around it speaks of a page.
fn corrected(model: &Model, lingkup: &Lingkup, page: &Address) -> Option<Tanggal> {
    let lists = model.keluar(lingkup).filter_map(|scope| scope.koreksi.as_ref());
    let all = lists.flat_map(|loaded| loaded.record.iter());
    let of_page = all.filter(|koreksi| {
        let path = koreksi.menyangkut.trim_start_matches('/').split('#').next().unwrap_or_default();
        Address::root(path).public() == page.public()
    });
    of_page.map(|koreksi| koreksi.tanggal).max()
}

fn labels(model: &Model) -> BTreeMap<String, Berlabel<'_>> {
    let mut labels: BTreeMap<String, Berlabel<'_>> = BTreeMap::new();
    for lingkup in &model.lingkup {
        for berita in &lingkup.berita {
            for word in &berita.record.label {
                let slug = Slug::of(word).to_string();
                let label = labels.entry(slug).or_insert_with(|| Berlabel { word, articles: Vec::new() });
                label.articles.push((lingkup, berita));
            }
        }
    }
    for label in labels.values_mut() {
        label
            .articles
            .sort_by_key(|(lingkup, berita)| (Reverse((berita.record.tanggal, berita.record.jam)), &lingkup.jalur));
        label.articles.dedup_by(|a, b| std::ptr::eq(a.1, b.1));
    }
    labels
}

fn label_view(model: &Model, slug: &str, label: &Berlabel<'_>) -> LabelView {
    let articles = label.articles.iter();
    LabelView {
        laman: PageHead::new(
            model,
            model.nasional(),
            Phrase::of("judul.label").with("label", label.word),
            Address::label(slug),
        )
        .ringkasan(Phrase::of("ringkasan.label").with("label", label.word))
        .pembaruan([label.articles.first().map(|(_, berita)| berita.record.tanggal)]),
        label: label.word.to_owned(),
        berita: articles.map(|(lingkup, berita)| BeritaRingkas::of(model, lingkup, berita)).collect(),
    }
}

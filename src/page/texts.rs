//! Texts: clarifications, corrections, fixed pages, questions, glossary, and the page for an address that is not there.

use crate::model::{Lingkup, Model};
use crate::page::frame::address::{Address, Base};
use crate::page::frame::article::{ArticleText, LinkTargets, article, article_part, drawn};
use crate::page::frame::meta::{PageHead, publisher};
use crate::page::frame::page::html;
use crate::page::frame::plan::Plan;
use crate::page::frame::view::berita::spoken_version;
use crate::page::frame::view::cara_memilih::is_own_text;
use crate::page::frame::view::koreksi::anchors;
use crate::page::frame::view::link::Crumb;
use crate::page::frame::view::rujukan::{Rujukan, rujukan};
use crate::page::frame::words::Phrase;
use crate::record::Loaded;
use crate::record::halaman::Halaman;
use crate::record::istilah::Istilah;
use crate::record::klarifikasi::{Klarifikasi, Putusan};
use crate::record::koreksi::Koreksi;
use crate::record::tanya_jawab::TanyaJawab;
use crate::value::slug::Slug;
use crate::value::tanggal::Tanggal;
use serde::Serialize;
use serde_json::{Value, json};

#[derive(Serialize)]
struct KlarifikasiList<'m> {
    laman: PageHead,
    wilayah: &'m str,
    klarifikasi: Vec<KlarifikasiRingkas<'m>>,
}

#[derive(Serialize)]
struct KlarifikasiRingkas<'m> {
    judul: Phrase,
    tanggal: Tanggal,
    kabar: &'m str,
    putusan: Putusan,
    ringkasan: Phrase,
    alamat: Address,
}

#[derive(Serialize)]
struct KlarifikasiView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    klarifikasi: KlarifikasiRingkas<'m>,
    isi: String,
    rujukan: Vec<Rujukan>,
}

#[derive(Serialize)]
struct KoreksiView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    koreksi: Vec<KoreksiRow<'m>>,
}

#[derive(Serialize)]
struct KoreksiRow<'m> {
    jangkar: String,
    /// The way to the page that is corrected, where the site has it; else its words stand alone.
    tujuan: Option<String>,
    #[serde(flatten)]
    koreksi: &'m Koreksi,
}

#[derive(Serialize)]
struct FixedPageView<'m> {
    laman: PageHead,
    judul: &'m str,
    isi: String,
    rujukan: Vec<Rujukan>,
}

#[derive(Serialize)]
struct TanyaJawabView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    tanya_jawab: Vec<TanyaView<'m>>,
}

#[derive(Serialize)]
struct TanyaView<'m> {
    jangkar: String,
    tanya: &'m str,
    jawab: String,
    rujukan: Vec<Rujukan>,
}

#[derive(Serialize)]
struct IstilahView<'m> {
    laman: PageHead,
    istilah: Vec<IstilahRow<'m>>,
}

#[derive(Serialize)]
struct IstilahRow<'m> {
    jangkar: String,
    istilah: &'m Istilah,
    rujukan: Vec<Rujukan>,
}

#[derive(Serialize)]
struct NotFound {
    laman: PageHead,
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    plan.each_scope(|plan, lingkup| {
        clarifications(plan, model, lingkup);
        let targets = plan.link_targets();
        let at = Address::of(lingkup, "koreksi.html");
        plan.add(at, move || html("koreksi.html", &corrections(model, lingkup, &targets)));
        fixed_pages(plan, model, lingkup);
        if let Some(questions) = &*lingkup.tanya_jawab {
            let (at, targets) = (Address::of(lingkup, "tanya-jawab.html"), plan.link_targets());
            plan.add_from(questions.path(), at, move || {
                html("tanya-jawab.html", &faq(model, lingkup, questions, &targets))
            });
        }
    });
    plan.add(Address::root("istilah.html"), move || html("istilah.html", &glossary(model)));
    plan.add(Address::root("404.html"), move || html("404.html", &not_found(model)));
    plan.is_alone();
}

fn clarifications<'m>(plan: &mut Plan<'m>, model: &'m Model, lingkup: &'m Lingkup) {
    let at = Address::of(lingkup, "klarifikasi/index.html");
    plan.add(at, move || html("daftar-klarifikasi.html", &clarification_list(model, lingkup)));
    for loaded in lingkup.klarifikasi.iter().chain(&lingkup.terjemahan.klarifikasi) {
        let (asli, targets) = (clarified(lingkup, loaded.slug()), plan.link_targets());
        let is_original = loaded.name.bahasa.is_indonesia();
        plan.add_from(loaded.path(), address_of(loaded, &asli), move || {
            let mut view = clarification(model, lingkup, loaded, &targets);
            if is_original {
                view.laman = view.laman.json();
            }
            html("klarifikasi.html", &view)
        });
        languages(plan, loaded, (asli, &lingkup.terjemahan.klarifikasi));
    }
}

/// Where an article lies: a translation beside its original.
fn address_of<T>(loaded: &Loaded<T>, asli: &Address) -> Address {
    let bahasa = &loaded.name.bahasa;
    if bahasa.is_indonesia() { asli.clone() } else { asli.dalam(bahasa) }
}

/// Says of the page added last that it shows an article or a translation.
fn languages<T>(plan: &mut Plan<'_>, loaded: &Loaded<T>, (asli, translations): (Address, &[Loaded<T>])) {
    let translated = translations.iter().filter(|other| other.slug() == loaded.slug());
    let translated = translated.map(|other| other.name.bahasa.clone());
    match &loaded.name.bahasa {
        bahasa if bahasa.is_indonesia() => plan.is_article(translated),
        bahasa => plan.is_translation(bahasa, asli, translated),
    }
}

fn clarified(lingkup: &Lingkup, slug: &str) -> Address {
    Address::leaf(lingkup, "klarifikasi", slug)
}

fn brief<'m>(lingkup: &Lingkup, loaded: &'m Loaded<Klarifikasi>) -> KlarifikasiRingkas<'m> {
    let record = &loaded.record;
    KlarifikasiRingkas {
        judul: Phrase::written_in(&loaded.name.bahasa, &*record.judul),
        tanggal: record.tanggal,
        kabar: &record.kabar,
        putusan: record.putusan,
        ringkasan: Phrase::written_in(&loaded.name.bahasa, &*record.ringkasan),
        alamat: Address::leaf(lingkup, "klarifikasi", loaded.slug()),
    }
}

fn clarification_list<'m>(model: &'m Model, lingkup: &'m Lingkup) -> KlarifikasiList<'m> {
    let nama = lingkup.nama();
    KlarifikasiList {
        laman: PageHead::new(
            model,
            lingkup,
            Phrase::of("judul.klarifikasi").with("nama", nama),
            Address::of(lingkup, "klarifikasi/index.html"),
        )
        .ringkasan(Phrase::of("ringkasan.klarifikasi").with("nama", nama))
        .pembaruan([lingkup.klarifikasi.first().map(|loaded| loaded.record.tanggal)]),
        wilayah: nama,
        klarifikasi: lingkup
            .klarifikasi
            .iter()
            .map(|loaded| brief(lingkup, spoken_version(loaded, &lingkup.terjemahan.klarifikasi)))
            .collect(),
    }
}

fn clarification<'m>(
    model: &'m Model,
    lingkup: &'m Lingkup,
    loaded: &'m Loaded<Klarifikasi>,
    targets: &LinkTargets,
) -> KlarifikasiView<'m> {
    let (record, asli) = (&loaded.record, clarified(lingkup, loaded.slug()));
    let address = address_of(loaded, &asli);
    let base = Base::new(&model.situs.record.alamat);
    let tulisan = ArticleText { text: loaded.body(), file: loaded.path(), page: &address };
    let isi = drawn(&base, targets, tulisan).halaman.clone();
    let kanonik = base.canonical(&address);
    let mut laman = PageHead::new(model, lingkup, &*record.judul, asli)
        .ringkasan(&*record.ringkasan)
        .pembaruan([Some(record.tanggal)])
        .jsonld(&[review(model, record, &kanonik)]);
    laman.og = "article";
    laman.remah.push(Crumb {
        judul: Phrase::of("bagian.klarifikasi"),
        alamat: Address::of(lingkup, "klarifikasi/index.html"),
    });
    KlarifikasiView {
        laman,
        wilayah: lingkup.nama(),
        klarifikasi: brief(lingkup, loaded),
        isi,
        rujukan: rujukan(model, lingkup, &record.sumber),
    }
}

/// schema.org's `ClaimReview`: 1 is false, 5 is true. What is not proved is no middle between them, so it has no number.
fn review(model: &Model, record: &Klarifikasi, kanonik: &str) -> Value {
    let (value, name) = match record.putusan {
        Putusan::Salah => (Some(1), "putusan.salah"),
        Putusan::Menyesatkan => (Some(2), "putusan.menyesatkan"),
        Putusan::BelumTerbukti => (None, "putusan.belum_terbukti"),
        Putusan::SebagianBenar => (Some(4), "putusan.sebagian_benar"),
        Putusan::Benar => (Some(5), "putusan.benar"),
    };
    let name = Phrase::of(name);
    let rating = match value {
        Some(value) => {
            json!({ "@type": "Rating", "ratingValue": value, "bestRating": 5, "worstRating": 1, "alternateName": name })
        }
        None => json!({ "@type": "Rating", "alternateName": name }),
    };
    json!({ "@type": "ClaimReview", "url": kanonik, "datePublished": record.tanggal, "claimReviewed": record.kabar,
        "itemReviewed": { "@type": "Claim", "name": record.kabar },
        "author": publisher(model),
        "reviewRating": rating })
}

fn corrections<'m>(model: &'m Model, lingkup: &'m Lingkup, targets: &LinkTargets) -> KoreksiView<'m> {
    let (nama, page) = (lingkup.nama(), Address::of(lingkup, "koreksi.html"));
    let loaded = lingkup.koreksi.as_ref();
    let koreksi = loaded.map_or(&[][..], |loaded| &loaded.record);
    let row = |(koreksi, jangkar): (&'m Koreksi, String)| {
        let file = loaded.map_or("", |loaded| loaded.path());
        let tujuan = targets.targets().and_then(|targets| targets.href(&koreksi.menyangkut, file, &page));
        KoreksiRow { jangkar, tujuan, koreksi }
    };
    KoreksiView {
        laman: PageHead::new(model, lingkup, Phrase::of("judul.koreksi").with("nama", nama), page.clone())
            .ringkasan(Phrase::of("ringkasan.koreksi").with("nama", nama))
            .pembaruan([koreksi.first().map(|koreksi| koreksi.tanggal)]),
        wilayah: nama,
        koreksi: koreksi.iter().zip(anchors(koreksi)).map(row).collect(),
    }
}

fn fixed_pages<'m>(plan: &mut Plan<'m>, model: &'m Model, lingkup: &'m Lingkup) {
    let all = lingkup.halaman.iter().chain(&lingkup.terjemahan.halaman);
    for loaded in all.filter(|loaded| !is_own_text(lingkup, loaded)) {
        let (asli, targets) = (fixed(lingkup, loaded.slug()), plan.link_targets());
        let is_original = loaded.name.bahasa.is_indonesia();
        plan.add_from(loaded.path(), address_of(loaded, &asli), move || {
            let mut view = fixed_page(model, lingkup, loaded, &targets);
            if is_original {
                view.laman = view.laman.json();
            }
            html("halaman.html", &view)
        });
        languages(plan, loaded, (asli, &lingkup.terjemahan.halaman));
    }
}

fn fixed(lingkup: &Lingkup, slug: &str) -> Address {
    Address::of(lingkup, &format!("{slug}.html"))
}

fn fixed_page<'m>(
    model: &'m Model,
    lingkup: &'m Lingkup,
    loaded: &'m Loaded<Halaman>,
    targets: &LinkTargets,
) -> FixedPageView<'m> {
    let (record, asli) = (&loaded.record, fixed(lingkup, loaded.slug()));
    let address = address_of(loaded, &asli);
    FixedPageView {
        isi: article(targets, ArticleText { text: loaded.body(), file: loaded.path(), page: &address }),
        laman: PageHead::new(model, lingkup, &*record.judul, asli)
            .ringkasan(record.ringkasan.as_deref().unwrap_or(&record.judul)),
        judul: &record.judul,
        rujukan: rujukan(model, lingkup, &record.sumber),
    }
}

fn faq<'m>(
    model: &'m Model,
    lingkup: &'m Lingkup,
    loaded: &'m Loaded<Vec<TanyaJawab>>,
    targets: &LinkTargets,
) -> TanyaJawabView<'m> {
    let address = Address::of(lingkup, "tanya-jawab.html");
    let questions = (1..).zip(&*loaded.record).map(|(nomor, tanya): (usize, _)| TanyaView {
        jangkar: Slug::of(&tanya.tanya).to_string(),
        tanya: &tanya.tanya,
        jawab: article_part(
            targets,
            ArticleText { text: &tanya.jawab, file: loaded.path(), page: &address },
            &format!("{nomor}-"),
        ),
        rujukan: rujukan(model, lingkup, &tanya.sumber),
    });
    let tanya_jawab: Vec<TanyaView<'m>> = questions.collect();
    let entities: Vec<Value> = tanya_jawab
        .iter()
        .map(|tanya| json!({ "@type": "Question", "name": tanya.tanya, "acceptedAnswer": { "@type": "Answer", "text": tanya.jawab } }))
        .collect();
    TanyaJawabView {
        laman: PageHead::new(model, lingkup, Phrase::of("judul.tanya_jawab"), address)
            .ringkasan(Phrase::of("ringkasan.tanya_jawab").with("nama", lingkup.nama()))
            .jsonld(&[json!({ "@type": "FAQPage", "mainEntity": entities })]),
        wilayah: lingkup.nama(),
        tanya_jawab,
    }
}

fn glossary(model: &Model) -> IstilahView<'_> {
    let address = Address::root("istilah.html");
    let kanonik = Base::new(&model.situs.record.alamat).canonical(&address);
    let mut sorted: Vec<&Istilah> = model.istilah.iter().collect();
    sorted.sort_by_key(|istilah| istilah.istilah.to_lowercase());
    let terms: Vec<Value> = sorted
        .iter()
        .map(|istilah| {
            json!({ "@type": "DefinedTerm", "name": istilah.istilah, "description": istilah.arti,
            "inDefinedTermSet": kanonik })
        })
        .collect();
    IstilahView {
        laman: PageHead::new(model, model.nasional(), Phrase::of("judul.istilah"), address)
            .ringkasan(Phrase::of("ringkasan.istilah"))
            .jsonld(&terms),
        istilah: sorted
            .into_iter()
            .map(|istilah| IstilahRow {
                jangkar: Slug::of(&istilah.istilah).to_string(),
                istilah,
                rujukan: rujukan(model, model.nasional(), &istilah.sumber),
            })
            .collect(),
    }
}

/// The page for an address that is not there. It is shown at any depth, so its links begin at the site's prefix.
fn not_found(model: &Model) -> NotFound {
    let mut laman = PageHead::new(model, model.nasional(), Phrase::of("judul.tidak_ada"), Address::root("404.html"));
    Base::new(&model.situs.record.alamat).prefix().clone_into(&mut laman.akar);
    NotFound { laman }
}

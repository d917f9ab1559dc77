//! What happened on a day: the draw, declarations, events.

use crate::model::fakta::figures;
use crate::model::{Lingkup, Model, Zona};
use crate::page::frame::address::{Address, Base};
use crate::page::frame::card::Card;
use crate::page::frame::meta::{PageHead, publisher};
use crate::page::frame::page::html;
use crate::page::frame::plan::Plan;
use crate::page::frame::view::berita::BeritaRingkas;
use crate::page::frame::view::fakta::FaktaView;
use crate::page::frame::view::link::{Crumb, event_link};
use crate::page::frame::view::paslon::PaslonRingkas;
use crate::page::frame::view::picture::Photo;
use crate::page::frame::view::rujukan::{Rujukan, rujukan};
use crate::page::frame::words::Phrase;
use crate::record::Loaded;
use crate::record::deklarasi::Deklarasi;
use crate::record::kegiatan::{Hadir, JenisKegiatan, Kegiatan, Pernyataan};
use crate::record::pengundian::Pengundian;
use crate::value::jam::Jam;
use crate::value::tanggal::Tanggal;
use crate::value::teks::Teks;
use serde::Serialize;
use serde_json::{Value, json};

#[derive(Serialize)]
struct PengundianView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    zona: Option<Zona>,
    pengundian: &'m Pengundian,
    paslon: Vec<PaslonRingkas>,
    kegiatan: Option<Crumb>,
    rujukan: Vec<Rujukan>,
}

#[derive(Serialize)]
struct DeklarasiView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    deklarasi: &'m Deklarasi,
    penanda_tangan: Vec<Signatory<'m>>,
    foto: Vec<Photo<'m>>,
    kegiatan: Option<Crumb>,
    rujukan: Vec<Rujukan>,
}

/// Who signed.
#[derive(Serialize)]
struct Signatory<'m> {
    paslon: Option<PaslonRingkas>,
    lembaga: Option<&'m str>,
    nama: Option<&'m str>,
}

#[derive(Serialize)]
struct KegiatanView<'m> {
    laman: PageHead,
    wilayah: &'m str,
    zona: Option<Zona>,
    judul: &'m str,
    jenis: JenisKegiatan,
    tanggal: Option<Tanggal>,
    mulai: Option<Jam>,
    selesai: Option<Jam>,
    waktu: Option<&'m str>,
    tempat: Option<&'m str>,
    pelaksana: Vec<&'m str>,
    hadir: &'m [Hadir],
    uraian: Option<&'m str>,
    bahasan: Vec<&'m str>,
    fakta: Vec<FaktaView>,
    pernyataan: &'m [Pernyataan],
    berita: Vec<BeritaRingkas>,
    rujukan: Vec<Rujukan>,
}

pub(super) fn plan(plan: &mut Plan<'_>) {
    let model = plan.model;
    plan.each_scope(|plan, lingkup| {
        if let Some(draw) = &*lingkup.pengundian {
            let address = Address::of(lingkup, "pengundian.html");
            plan.add_from(draw.path(), address, move || html("pengundian.html", &draw_view(model, lingkup, draw)));
        }
        for deklarasi in &lingkup.deklarasi {
            let address = Address::leaf(lingkup, "deklarasi", deklarasi.slug());
            plan.add_from(deklarasi.path(), address, move || {
                html("deklarasi.html", &declaration(model, lingkup, deklarasi))
            });
        }
        for kegiatan in &lingkup.kegiatan {
            let address = Address::leaf(lingkup, "kegiatan", kegiatan.slug());
            plan.add_from(kegiatan.path(), address, move || html("kegiatan.html", &event(model, lingkup, kegiatan)));
        }
    });
}

fn draw_view<'m>(model: &'m Model, lingkup: &'m Lingkup, draw: &'m Loaded<Pengundian>) -> PengundianView<'m> {
    let record = &draw.record;
    let nama = lingkup.nama();
    let ringkasan = if record.hasil.is_empty() { "ringkasan.pengundian_nanti" } else { "ringkasan.pengundian" };
    let page = Address::of(lingkup, "pengundian.html");
    let draw = Happening {
        name: Phrase::of("acara.pengundian"),
        day: record.tanggal,
        hours: [record.mulai, None],
        place: record.tempat.as_deref(),
        by: &[],
        page: &page,
    };
    let thing = happening(model, lingkup, &draw);
    PengundianView {
        laman: PageHead::new(model, lingkup, Phrase::of("judul.pengundian").with("nama", nama), page)
            .ringkasan(Phrase::of(ringkasan).with("nama", nama).with("tanggal", record.tanggal))
            .pembaruan([Some(record.tanggal)])
            .jsonld(&[thing])
            .json(),
        wilayah: nama,
        zona: lingkup.zona(),
        pengundian: record,
        paslon: PaslonRingkas::all(lingkup),
        kegiatan: event_link(lingkup, record.kegiatan.as_deref()),
        rujukan: rujukan(model, lingkup, &record.sumber),
    }
}

fn declaration<'m>(model: &'m Model, lingkup: &'m Lingkup, loaded: &'m Loaded<Deklarasi>) -> DeklarasiView<'m> {
    let record = &loaded.record;
    let address = Address::leaf(lingkup, "deklarasi", loaded.slug());
    let declared = Happening {
        name: Phrase::from(&*record.judul),
        day: record.tanggal,
        hours: [None, None],
        place: record.tempat.as_deref(),
        by: &[],
        page: &address,
    };
    let thing = happening(model, lingkup, &declared);
    let ringkasan = Phrase::of("ringkasan.deklarasi")
        .with("judul", &*record.judul)
        .with("nama", lingkup.nama())
        .with("tanggal", record.tanggal);
    let signers = record.penanda_tangan.iter().map(|penanda| Signatory {
        paslon: penanda.paslon.and_then(|nomor| lingkup.paslon(nomor)).map(|paslon| PaslonRingkas::of(lingkup, paslon)),
        lembaga: penanda.lembaga.as_deref(),
        nama: penanda.nama.as_deref(),
    });
    DeklarasiView {
        laman: PageHead::new(model, lingkup, named(&record.judul, lingkup.nama()), address)
            .ringkasan(ringkasan)
            .bagikan(model, Card::Deklarasi(lingkup, loaded))
            .pembaruan([Some(record.tanggal)])
            .jsonld(&[thing])
            .json(),
        wilayah: lingkup.nama(),
        deklarasi: record,
        penanda_tangan: signers.collect(),
        foto: record.foto.iter().map(|gambar| Photo::of(lingkup, loaded.path(), gambar)).collect(),
        kegiatan: event_link(lingkup, record.kegiatan.as_deref()),
        rujukan: rujukan(model, lingkup, &record.sumber),
    }
}

fn event<'m>(model: &'m Model, lingkup: &'m Lingkup, loaded: &'m Loaded<Kegiatan>) -> KegiatanView<'m> {
    let record = &loaded.record;
    let all = figures(lingkup);
    let own = all.iter().filter(|figure| figure.file == loaded.path());
    let news = lingkup.berita.iter().filter(|berita| berita.record.kegiatan.as_deref() == Some(loaded.slug()));
    let address = Address::leaf(lingkup, "kegiatan", loaded.slug());
    // schema.org knows no event without a day.
    let thing = record.tanggal.map(|day| {
        let held = Happening {
            name: Phrase::from(&*record.judul),
            day,
            hours: [record.mulai, record.selesai],
            place: record.tempat.as_deref(),
            by: &record.pelaksana,
            page: &address,
        };
        happening(model, lingkup, &held)
    });
    let ringkasan = match record.tanggal {
        Some(tanggal) => Phrase::of("ringkasan.kegiatan").with("tanggal", tanggal),
        None => Phrase::of("ringkasan.kegiatan_tanpa_tanggal"),
    };
    KegiatanView {
        laman: PageHead::new(model, lingkup, &*record.judul, address)
            .ringkasan(ringkasan.with("judul", &*record.judul).with("nama", lingkup.nama()))
            .pembaruan([record.tanggal])
            .jsonld(thing.as_slice())
            .json(),
        wilayah: lingkup.nama(),
        zona: lingkup.zona(),
        judul: &record.judul,
        jenis: record.jenis,
        tanggal: record.tanggal,
        mulai: record.mulai,
        selesai: record.selesai,
        waktu: record.waktu.as_deref(),
        tempat: record.tempat.as_deref(),
        pelaksana: record.pelaksana.iter().map(|name| &**name).collect(),
        hadir: &record.hadir,
        uraian: record.uraian.as_deref(),
        bahasan: record.bahasan.iter().map(|topic| &**topic).collect(),
        fakta: own.map(|figure| figure.view(model, &all)).collect(),
        pernyataan: &record.pernyataan,
        berita: news.map(|berita| BeritaRingkas::of(model, lingkup, berita)).collect(),
        rujukan: rujukan(model, lingkup, &record.sumber),
    }
}

/// What schema.org's `Event` says of a draw, a declaration or another event.
struct Happening<'m> {
    name: Phrase,
    day: Tanggal,
    /// When it begins and when it ends, by the clocks of the region.
    hours: [Option<Jam>; 2],
    place: Option<&'m str>,
    /// Who holds it; the publisher where nobody is named.
    by: &'m [Teks],
    page: &'m Address,
}

/// schema.org's `Event`; nothing that the record does not say.
fn happening(model: &Model, lingkup: &Lingkup, happening: &Happening<'_>) -> Value {
    let Happening { name, day, hours, place, by, page } = happening;
    // A time without a zone would be read as that of whoever reads it.
    let at = |hour: Option<Jam>| match (hour, lingkup.zona()) {
        (Some(hour), Some(zona)) => format!("{day}T{hour}:00+{:02}:00", zona.offset()),
        _ => day.to_string(),
    };
    let organizer = match by {
        [] => publisher(model),
        names => names.iter().map(|name| json!({ "@type": "Organization", "name": name })).collect(),
    };
    json!({
        "@type": "Event",
        "name": name,
        "startDate": at(hours[0]),
        "endDate": at(hours[1].or(hours[0])),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": { "@type": "Place", "name": place.unwrap_or(lingkup.nama()), "address": lingkup.nama() },
        "organizer": organizer,
        "url": Base::new(&model.situs.record.alamat).canonical(page),
    })
}

/// A title with its region, unless it names it already.
fn named(title: &str, region: &str) -> String {
    if title.ends_with(region) { title.to_owned() } else { format!("{title}, {region}") }
}

//! The picture that a link is shown with when somebody shares it: which there are, and what each shows.
//!
//! A region, a pair and a declaration have one each, and so has the site; every other page shows its region's. All come
//! from one template, so that no pair looks other than the next.

use crate::model::paslon::{Isi, Paslon};
use crate::model::{JenisPemilihan, Lingkup, Model};
use crate::page::frame::address::{Address, Base};
use crate::page::frame::page::context;
use crate::page::frame::words::spoken;
use crate::record::Loaded;
use crate::record::deklarasi::Deklarasi;
use crate::record::paslon::{AkibatSuara, Keadaan};
use crate::record::wilayah::JenisWilayah;
use crate::value::nomor_urut::NomorUrut;
use crate::value::tanggal::Tanggal;
use serde::Serialize;

/// The width of every such picture, in pixels: half of what its SVG measures. The services that show a link with a large picture
/// take one from 600 × 315 on, and it is a third of the bytes for a telephone.
pub const WIDTH: u16 = 600;
/// Their height.
pub const HEIGHT: u16 = 315;

/// A picture for shared links.
#[derive(Clone, Copy)]
pub enum Card<'m> {
    /// The site's.
    Situs(&'m Lingkup),
    /// A region's, with all that stands on its ballot.
    Wilayah(&'m Lingkup),
    /// A pair's or the empty column's.
    Paslon(&'m Lingkup, &'m Paslon),
    /// A declaration's.
    Deklarasi(&'m Lingkup, &'m Loaded<Deklarasi>),
}

/// A picture as the head of a page names it.
#[derive(Debug, Serialize)]
pub(crate) struct Gambar {
    /// The whole public address.
    alamat: String,
    /// Its width in pixels.
    lebar: u16,
    /// Its height.
    tinggi: u16,
    /// What stands in it, for those who do not see it.
    isi: String,
    /// The day people vote, which stands in it too.
    tanggal: Option<Tanggal>,
}

impl Gambar {
    /// The whole public address.
    pub fn alamat(&self) -> &str {
        &self.alamat
    }
}

/// What kind of picture it is, for the template.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum CardKind {
    Situs,
    Wilayah,
    Paslon,
    Deklarasi,
}

#[derive(Serialize)]
struct CardView<'m> {
    jenis: CardKind,
    /// What stands large; a pair's is its region.
    judul: &'m str,
    wilayah: &'m str,
    tingkat: Option<JenisWilayah>,
    /// What is elected in the region; `None` where nothing is.
    pemilihan: Option<JenisPemilihan>,
    /// The day of a declaration.
    tanggal: Option<Tanggal>,
    /// The day people vote, where it is known.
    pemungutan_suara: Option<Tanggal>,
    /// The later vote's name, where it is one.
    pemilihan_kemudian: Option<&'m str>,
    /// What is shown of the ballot, in number order.
    baris: Vec<Row<'m>>,
    /// Who else is shown alone in a picture like this one, this pair included: all get letters of one size.
    sesama: Vec<Row<'m>>,
}

/// A number with what stands beside it.
#[derive(Serialize)]
struct Row<'m> {
    nomor: Option<NomorUrut>,
    /// Both names as on the ballot; none in the empty column.
    nama: Vec<&'m str>,
    /// The standing, when it is another than `ditetapkan`.
    keadaan: Option<Keadaan>,
    /// What becomes of a vote for the number, where the record says so.
    suara: Option<AkibatSuara>,
}

/// Every picture of the site.
pub fn all(model: &Model) -> Vec<Card<'_>> {
    model.lingkup.iter().flat_map(of_scope).collect()
}

fn of_scope(lingkup: &Lingkup) -> impl Iterator<Item = Card<'_>> {
    let pairs = lingkup.paslon.iter().map(move |paslon| Card::Paslon(lingkup, paslon));
    let declarations = lingkup.deklarasi.iter().map(move |deklarasi| Card::Deklarasi(lingkup, deklarasi));
    std::iter::once(Card::of(lingkup)).chain(pairs).chain(declarations)
}

impl<'m> Card<'m> {
    /// A scope's own picture.
    pub(crate) fn of(lingkup: &'m Lingkup) -> Self {
        if lingkup.daerah.is_some() { Self::Wilayah(lingkup) } else { Self::Situs(lingkup) }
    }

    /// Where it lies, without the code of a language.
    pub fn address(&self) -> Address {
        match self {
            Self::Situs(lingkup) => Address::of(lingkup, "bagikan/situs.png"),
            Self::Wilayah(lingkup) => Address::of(lingkup, "bagikan/wilayah.png"),
            Self::Paslon(lingkup, paslon) => Address::of(lingkup, &format!("bagikan/paslon-{}.png", paslon.kunci())),
            Self::Deklarasi(lingkup, deklarasi) => {
                Address::of(lingkup, &format!("bagikan/deklarasi-{}.png", deklarasi.slug()))
            }
        }
    }

    /// What its template sees.
    pub fn view(&self, model: &'m Model) -> tera::Context {
        let lingkup = self.lingkup();
        let vote = self.vote(model);
        let all = || vote.paslon.iter().map(Row::of).collect::<Vec<_>>();
        let (jenis, judul) = match self {
            Self::Situs(_) => (CardKind::Situs, &*model.situs.record.nama),
            Self::Wilayah(_) => (CardKind::Wilayah, lingkup.nama_daerah()),
            Self::Paslon(..) => (CardKind::Paslon, lingkup.nama_daerah()),
            Self::Deklarasi(_, deklarasi) => (CardKind::Deklarasi, &*deklarasi.record.judul),
        };
        // It was taken from here before anybody watched what is read.
        let _: (&Vec<_>, &Vec<_>) = (&lingkup.deklarasi, &lingkup.paslon);
        let (baris, sesama) = match self {
            Self::Wilayah(_) => (all(), Vec::new()),
            Self::Paslon(_, paslon) => (vec![Row::of(paslon)], all()),
            Self::Situs(_) | Self::Deklarasi(..) => (Vec::new(), Vec::new()),
        };
        let view = CardView {
            jenis,
            judul,
            wilayah: lingkup.nama_daerah(),
            tingkat: lingkup.tingkat(),
            pemilihan: lingkup.pemilihan(),
            tanggal: match self {
                Self::Deklarasi(_, deklarasi) => Some(deklarasi.record.tanggal),
                _ => None,
            },
            pemungutan_suara: model.hari_pemungutan(vote),
            pemilihan_kemudian: vote.kemudian().map(|vote| &*vote.nama),
            baris,
            sesama,
        };
        context(&view)
    }

    /// The picture for the head of a page; nothing where the program was made without them.
    pub(crate) fn head(&self, model: &Model) -> Option<Gambar> {
        let bahasa = spoken().bahasa();
        let is_drawn = model.situs.record.bahasa_lain().contains(&bahasa);
        let address = if is_drawn { self.address().dalam(&bahasa) } else { self.address() };
        let head = || Gambar {
            alamat: Base::new(&model.situs.record.alamat).canonical(&address),
            lebar: WIDTH,
            tinggi: HEIGHT,
            isi: self.words(model),
            tanggal: model.hari_pemungutan(self.vote(model)),
        };
        cfg!(feature = "og").then(head)
    }

    fn lingkup(&self) -> &'m Lingkup {
        match self {
            Self::Situs(lingkup) | Self::Wilayah(lingkup) | Self::Paslon(lingkup, _) | Self::Deklarasi(lingkup, _) => {
                lingkup
            }
        }
    }

    /// The scope of the vote it speaks of: a region's picture shows the ballot of the next vote, a pair's that of its own.
    fn vote(&self, model: &'m Model) -> &'m Lingkup {
        match self {
            Self::Wilayah(lingkup) => model.pemilihan_kini(lingkup),
            Self::Situs(lingkup) | Self::Paslon(lingkup, _) | Self::Deklarasi(lingkup, _) => lingkup,
        }
    }

    /// The names that stand in it.
    fn words(&self, model: &Model) -> String {
        let nama = self.lingkup().nama();
        match self {
            Self::Situs(_) => model.situs.record.nama.to_string(),
            Self::Wilayah(_) => nama.to_owned(),
            Self::Deklarasi(_, deklarasi) => format!("{}, {nama}", deklarasi.record.judul),
            Self::Paslon(_, paslon) => {
                let number = paslon.nomor_urut.map(|nomor| nomor.to_string());
                let number: Vec<&str> = number.iter().map(String::as_str).collect();
                [&number[..], &Row::of(paslon).nama[..], &[nama]].concat().join(", ")
            }
        }
    }
}

impl<'m> Row<'m> {
    fn of(paslon: &'m Paslon) -> Self {
        let (nama, keadaan, suara) = match &paslon.isi {
            Isi::KolomKosong => (Vec::new(), None, None),
            Isi::Pasangan(pair) => (
                vec![&*pair.calon.nama, &*pair.wakil.nama],
                Some(pair.keadaan()).filter(|keadaan| *keadaan != Keadaan::Ditetapkan),
                pair.langkah_terakhir().and_then(|step| step.akibat_suara),
            ),
        };
        Self { nomor: paslon.nomor_urut, nama, keadaan, suara }
    }
}

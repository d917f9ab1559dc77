//! What each pair of a contest is given on the site, measured: the rules and the published report read the same figures.

use crate::model::paslon::{Pasangan, Paslon};
use crate::model::{Lingkup, Model};
use crate::record::berita::Berita;
use crate::record::paslon::{Calon, Jalur};
use crate::source::Media;
use crate::value::nomor_urut::NomorUrut;
use crate::value::teks::Berkas;

/// In how many days before the day of the site news is counted for the share of each pair.
pub const HARI_BERITA: u64 = 14;

/// What one pair is given.
#[derive(Debug)]
pub struct Treatment {
    /// The pair.
    pub nomor: Option<NomorUrut>,
    /// The short names of the two.
    pub nama: String,
    /// The fields a pair can have, and whether this one has them.
    pub isian: [(&'static str, bool); FIELD_COUNT],
    /// Characters of vision, mission and programme.
    pub panjang: usize,
    /// The pictures of both persons, and of the two together, where they are there.
    pub foto: [Option<Media>; 3],
    /// How many parties are named.
    pub partai: usize,
    /// Articles that name the pair.
    pub berita: usize,
    /// Of these, the articles of the last [`HARI_BERITA`] days.
    pub berita_terakhir: usize,
    /// Characters of everything its page says of it, the news apart.
    pub bobot: usize,
}

/// How many fields a pair can have.
pub const FIELD_COUNT: usize = 15;

/// How many times as much one pair's page may hold as another's.
const RATIO: usize = 2;
/// A difference nobody sees, in characters: two lines of names.
const SMALL: usize = 400;

/// Whether one page holds so much more than another that readers see it.
pub fn is_much_more(most: usize, least: usize) -> bool {
    most > least * RATIO && most - least > SMALL
}

/// What every pair of a contest is given, in number order.
pub fn perlakuan(model: &Model, lingkup: &Lingkup) -> Vec<Treatment> {
    lingkup.paslon.iter().filter_map(|paslon| Some(treatment(model, lingkup, paslon, paslon.pasangan()?))).collect()
}

fn treatment(model: &Model, lingkup: &Lingkup, paslon: &Paslon, pair: &Pasangan) -> Treatment {
    let nomor = paslon.nomor_urut;
    let (berita, berita_terakhir) = sebutan(model, lingkup, nomor);
    let texts = pair.visi.iter().chain(&pair.misi).chain(&pair.program);
    Treatment {
        nomor,
        nama: pair.nama(),
        isian: isian(pair),
        panjang: texts.map(|text| text.chars().count()).sum(),
        foto: foto(model, paslon, pair),
        partai: pair.pengusung.len(),
        berita,
        berita_terakhir,
        bobot: bobot(pair),
    }
}

/// How many articles name a pair, and how many of these are of the last [`HARI_BERITA`] days.
pub fn sebutan(model: &Model, lingkup: &Lingkup, nomor: Option<NomorUrut>) -> (usize, usize) {
    let names = |berita: &Berita| nomor.is_some_and(|nomor| berita.paslon.contains(&nomor));
    let mentions = || lingkup.berita.iter().filter(|berita| names(&berita.record));
    (mentions().count(), mentions().filter(|berita| is_recent(model, berita.record.tanggal)).count())
}

/// Whether a day lies in the window in which the share of news is counted.
pub fn is_recent(model: &Model, tanggal: crate::value::tanggal::Tanggal) -> bool {
    model.hari.has_come(tanggal) && !model.hari.has_come(tanggal.sesudah(HARI_BERITA))
}

/// The pictures of both persons of a pair and of the two together, where they are there.
pub fn foto(model: &Model, paslon: &Paslon, pair: &Pasangan) -> [Option<Media>; 3] {
    [&pair.calon.foto, &pair.wakil.foto, &pair.foto_pasangan].map(|foto| picture(model, paslon, foto.as_ref()?))
}

/// The file of a picture that lies beside a pair's record.
fn picture(model: &Model, paslon: &Paslon, berkas: &Berkas) -> Option<Media> {
    let (folder, _) = paslon.path().rsplit_once('/')?;
    model.media.get(&format!("{folder}/{berkas}")).copied()
}

/// The fields a pair can have, and whether this one has them.
pub fn isian(pair: &Pasangan) -> [(&'static str, bool); FIELD_COUNT] {
    let both = |of: fn(&Calon) -> bool| of(&pair.calon) && of(&pair.wakil);
    [
        ("nama tampil", both(|calon| calon.nama_tampil.is_some())),
        ("panggilan", both(|calon| calon.sapaan.is_some())),
        ("foto", both(|calon| calon.foto.is_some())),
        ("foto bersama", pair.foto_pasangan.is_some()),
        ("tahun lahir", both(|calon| calon.tahun_lahir.is_some())),
        ("pekerjaan", both(|calon| calon.pekerjaan.is_some())),
        ("riwayat pendidikan", both(|calon| !calon.riwayat_pendidikan.is_empty())),
        ("riwayat pekerjaan", both(|calon| !calon.riwayat_pekerjaan.is_empty())),
        ("jalur pencalonan", pair.jalur.is_some()),
        // An independent pair has no parties to name.
        ("partai pengusung", !pair.pengusung.is_empty() || pair.jalur == Some(Jalur::Perseorangan)),
        ("visi", pair.visi.is_some()),
        ("misi", !pair.misi.is_empty()),
        ("program", !pair.program.is_empty()),
        ("slogan", pair.slogan.is_some()),
        ("LHKPN", pair.lhkpn.is_some()),
    ]
}

/// Characters of everything a pair's page says of it, the news apart.
pub fn bobot(pair: &Pasangan) -> usize {
    let persons = [&pair.calon, &pair.wakil].into_iter().flat_map(|calon| {
        [Some(&calon.nama), calon.nama_tampil.as_ref(), calon.sapaan.as_ref(), calon.pekerjaan.as_ref()]
    });
    let steps = pair.status.iter().flat_map(|status| [status.dasar.as_ref(), status.catatan.as_ref()]);
    let own = [pair.catatan_pengusung.as_ref(), pair.visi.as_ref(), pair.slogan.as_ref()].into_iter();
    let lives = [&pair.calon, &pair.wakil]
        .into_iter()
        .flat_map(|calon| calon.riwayat_pendidikan.iter().chain(&calon.riwayat_pekerjaan));
    let lists = pair.misi.iter().chain(&pair.program).chain(lives).map(Some);
    persons.chain(steps).chain(own).chain(lists).flatten().map(|text| text.chars().count()).sum()
}

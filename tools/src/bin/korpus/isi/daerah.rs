//! The regions of the corpus: codes and kinds as on the Ministry's list, names made up.

use super::dadu::Dadu;
use pilkada::value::daftar_wilayah;

/// A region, and what its files must agree on.
pub struct Daerah {
    /// Its place on the list.
    pub number: usize,
    /// Its code, such as `33.75`.
    pub kode: &'static str,
    /// `provinsi`, `kabupaten` or `kota`.
    pub jenis: &'static str,
    /// Its made-up name.
    pub nama: String,
    /// Its folder below `content/`.
    pub folder: String,
    /// Where its pages lie, from the root: `/provinsi-contoh-33/kota-contoh-33-75`.
    pub alamat: String,
    /// Who may vote there.
    pub pemilih: usize,
    /// The pairs by their numbers, with the number of the first person; a person's deputy is the next. Empty where
    /// nothing is elected.
    pub paslon: Vec<(usize, usize)>,
    /// The number of the empty column, where there is one pair.
    pub kolom_kosong: Option<usize>,
}

/// Numbers of people that a region may use.
const ORANG: usize = 60;

impl Daerah {
    /// The first regions of the list, fewer where it has not so many.
    pub fn all(count: usize) -> Vec<Self> {
        let mut daerah: Vec<Self> = daftar_wilayah::all()
            .take(count)
            .enumerate()
            .map(|(number, resmi)| Self::new(number, resmi.kode))
            .collect();
        // The voters of a province are those of its kabupaten and kota.
        let sums: Vec<usize> = daerah.iter().map(|one| inside(&daerah, one.kode)).collect();
        for (one, sum) in daerah.iter_mut().zip(sums).filter(|(_, sum)| *sum > 0) {
            one.pemilih = sum;
        }
        daerah
    }

    fn new(number: usize, kode: &'static str) -> Self {
        let mut dadu = Dadu::new("daerah", number);
        let (jenis, kind) = match kode.get(3..4) {
            None => ("provinsi", "Provinsi"),
            Some("7") => ("kota", "Kota"),
            Some(_) => ("kabupaten", "Kabupaten"),
        };
        let digits = kode.replace('.', "-");
        let province = format!("provinsi-contoh-{}", &kode[..2]);
        let alamat = match jenis {
            "provinsi" => format!("/{province}"),
            _ => format!("/{province}/{jenis}-contoh-{digits}"),
        };
        // In the capital's parts nothing is elected, as the law has it.
        let pairs = if kode.starts_with("31.") { 0 } else { [2, 2, 3, 2, 1, 4, 3, 5, 2, 3, 6][dadu.roll(11)] };
        let kolom_kosong = (pairs == 1).then(|| 1 + dadu.roll(2));
        let numbers = (1..=pairs + 1).filter(|number| Some(*number) != kolom_kosong).take(pairs);
        Self {
            number,
            kode,
            jenis,
            nama: format!("{kind} Contoh {digits}"),
            folder: format!("content/wilayah{alamat}"),
            alamat,
            pemilih: 100_000 + dadu.roll(400_000),
            paslon: numbers.enumerate().map(|(i, nomor)| (nomor, number * ORANG + 2 * i)).collect(),
            kolom_kosong,
        }
    }

    /// The number of its n-th official; none of them stands for office.
    pub fn pejabat(&self, n: usize) -> usize {
        self.number * ORANG + ORANG / 2 + n
    }

    /// The key of the record of its plenary: keys of sources are the whole site's.
    pub fn berita_acara(&self) -> String {
        format!("ba-{}", self.kode.replace('.', "-"))
    }

    /// The key of its newspaper.
    pub fn koran(&self) -> String {
        format!("koran-{}", self.kode.replace('.', "-"))
    }

    /// The pairs' numbers as a list in YAML.
    pub fn semua_nomor(&self) -> String {
        let numbers: Vec<String> = self.paslon.iter().map(|(nomor, _)| nomor.to_string()).collect();
        format!("[{}]", numbers.join(", "))
    }

    /// Whether this region is one of every `n`, so that shapes are spread over the corpus.
    pub fn is_every(&self, n: usize) -> bool {
        self.number.is_multiple_of(n)
    }
}

/// The voters of the kabupaten and kota of the province with this code.
fn inside(daerah: &[Daerah], kode: &str) -> usize {
    let parts = daerah.iter().filter(|one| kode.len() == 2 && one.jenis != "provinsi" && one.kode.starts_with(kode));
    parts.map(|one| one.pemilih).sum()
}

//! Dice that fall the same on every machine, and the words they choose.

/// A small generator of numbers (xorshift64*).
pub struct Dadu(u64);

/// Words of an office's news; no name, no place, no praise.
const KATA: &[&str] = &[
    "rapat",
    "pleno",
    "terbuka",
    "warga",
    "pemilih",
    "petugas",
    "logistik",
    "kotak",
    "suara",
    "tempat",
    "jadwal",
    "tahapan",
    "pengawas",
    "kecamatan",
    "kelurahan",
    "daftar",
    "nama",
    "kampanye",
    "debat",
    "publik",
    "sosialisasi",
    "gudang",
    "dokumen",
    "formulir",
    "salinan",
    "pengumuman",
    "ruang",
    "pintu",
    "meja",
    "kursi",
    "antrean",
    "pagi",
    "siang",
    "sore",
    "kantor",
    "desa",
    "jalan",
    "pasar",
    "sekolah",
    "balai",
    "lapangan",
    "kendaraan",
    "petunjuk",
    "pelatihan",
    "simulasi",
    "penyandang",
    "disabilitas",
    "pendamping",
    "surat",
    "amplop",
    "segel",
    "tinta",
    "bilik",
    "papan",
    "informasi",
    "laporan",
    "catatan",
    "hitungan",
    "rekapitulasi",
    "berita",
    "acara",
    "saksi",
    "masukan",
    "tanggapan",
    "perbaikan",
    "pemeriksaan",
    "pencocokan",
    "penelitian",
    "pemutakhiran",
    "penyusunan",
    "pengiriman",
    "penerimaan",
    "penghitungan",
    "pembukaan",
    "penutupan",
    "DPT",
    "TPS",
    "KPPS",
    "membuka",
    "memeriksa",
    "mencatat",
    "membaca",
    "menyusun",
    "mengirim",
    "menerima",
    "menghitung",
    "mengumumkan",
    "melaporkan",
    "membahas",
    "menjelaskan",
    "menyampaikan",
    "menyiapkan",
    "merapikan",
    "menempel",
    "membagikan",
    "dan",
    "di",
    "untuk",
    "dengan",
    "dari",
    "ke",
    "pada",
    "oleh",
    "sesudah",
    "sebelum",
    "selama",
    "bersama",
    "setiap",
    "semua",
    "beberapa",
    "sebagian",
    "kembali",
    "sudah",
    "belum",
    "masih",
    "juga",
    "serta",
    "menurut",
    "tentang",
    "melalui",
];

impl Dadu {
    /// Dice for the thing of this kind and number; no two things share theirs.
    pub fn new(kind: &str, number: usize) -> Self {
        let mut seed = 0x5eed_u64 ^ (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        for byte in kind.bytes() {
            seed = (seed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        let mut dadu = Self(seed | 1);
        // Neighbouring seeds begin alike: the first throws are thrown away.
        for _ in 0..8 {
            dadu.roll(2);
        }
        dadu
    }

    /// A number from 0 to below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33).unwrap_or(0) % sides
    }

    /// One of some words.
    pub fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.roll(words.len())]
    }

    /// So many words that mean nothing, the first with a capital.
    pub fn words(&mut self, count: usize) -> String {
        let words: Vec<&str> = (0..count).map(|_| self.pick(KATA)).collect();
        let mut text = words.join(" ");
        if let Some(first) = text.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        text
    }

    /// A sentence of ten to fifteen words, with its full stop.
    pub fn sentence(&mut self) -> String {
        let count = 10 + self.roll(6);
        self.words(count) + "."
    }

    /// So many sentences in one line.
    pub fn sentences(&mut self, count: usize) -> String {
        (0..count).map(|_| self.sentence()).collect::<Vec<_>>().join(" ")
    }
}

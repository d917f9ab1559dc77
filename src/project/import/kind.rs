//! What can be imported, by which columns it is known, and what those are called elsewhere.

use crate::bahasa::{Kata, kata};

/// What the rows of a table are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Regions.
    Wilayah,
    /// Candidate pairs.
    Paslon,
    /// Polling places, or how many there are.
    Tps,
    /// Lists of voters.
    Dpt,
    /// Votes by part of a region.
    Hasil,
}

/// What a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "their names are the columns' own")]
pub enum Field {
    Kode,
    Wilayah,
    Nama,
    Jenis,
    NomorUrut,
    Calon,
    Wakil,
    Pasangan,
    KolomKosong,
    Jalur,
    Id,
    KodeKecamatan,
    Kecamatan,
    Kelurahan,
    Nomor,
    Tempat,
    Alamat,
    Akses,
    Dpt,
    Jumlah,
    Daftar,
    LakiLaki,
    Perempuan,
    Tanggal,
    Suara,
    Sah,
    TidakSah,
    Pengguna,
    Sumber,
    /// The votes of the pair with this number, which has a column of its own.
    SuaraNomor(u8),
}

impl Kind {
    /// All of them, in the order in which they are written: regions before what lies in them.
    pub const ALL: [Self; 5] = [Self::Wilayah, Self::Paslon, Self::Tps, Self::Dpt, Self::Hasil];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Wilayah => "wilayah",
            Self::Paslon => "paslon",
            Self::Tps => "tps",
            Self::Dpt => "dpt",
            Self::Hasil => "hasil",
        }
    }

    /// The kind of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What it is, in words.
    pub fn words(self) -> Kata {
        match self {
            Self::Wilayah => kata("wilayah", "regions"),
            Self::Paslon => kata("pasangan calon", "pairs"),
            Self::Tps => kata("TPS", "polling places"),
            Self::Dpt => kata("daftar pemilih", "lists of voters"),
            Self::Hasil => kata("perolehan suara", "votes"),
        }
    }

    /// The columns it may have, each with what it is called in tables: words of small letters.
    pub fn columns(self) -> &'static [(Field, &'static [&'static str])] {
        match self {
            Self::Wilayah => &[KODE, NAMA, (Field::Jenis, &["jenis", "tingkat wilayah"])],
            Self::Paslon => &[KODE, WILAYAH, NOMOR_URUT, CALON, WAKIL, PASANGAN, KOLOM_KOSONG, JALUR, ID, SUMBER],
            Self::Tps => TPS,
            Self::Dpt => DPT,
            Self::Hasil => HASIL,
        }
    }

    /// Whether a table with these columns can be of this kind.
    pub fn is_known_by(self, fields: &[Field]) -> bool {
        let has = |field| fields.contains(&field);
        let has_part = has(Field::Kecamatan) || has(Field::KodeKecamatan);
        match self {
            Self::Wilayah => has(Field::Kode) && has(Field::Nama),
            Self::Paslon => has(Field::NomorUrut) && (has(Field::Pasangan) || (has(Field::Calon) && has(Field::Wakil))),
            Self::Tps => has_part && (has(Field::Jumlah) || (has(Field::Kelurahan) && has(Field::Nomor))),
            Self::Dpt => has(Field::Jumlah) && (has(Field::Daftar) || has(Field::LakiLaki)),
            Self::Hasil => {
                let has_own = fields.iter().any(|field| matches!(field, Field::SuaraNomor(_)));
                has_part && (has_own || (has(Field::Suara) && (has(Field::NomorUrut) || has(Field::Id))))
            }
        }
    }
}

impl Field {
    /// Its name: that of a column which needs no translation.
    pub fn name(self) -> String {
        let known = Kind::ALL.into_iter().flat_map(|kind| kind.columns().iter());
        let mut known = known.filter(|(field, _)| *field == self);
        match (self, known.next()) {
            (Self::SuaraNomor(number), _) => format!("suara_{number}"),
            (_, Some((_, words))) => words[0].replace(' ', "_"),
            (_, None) => String::new(),
        }
    }
}

/// A column with what it is called.
type Column = (Field, &'static [&'static str]);

const KODE: Column = (
    Field::Kode,
    &[
        "kode",
        "kode wilayah",
        "kode daerah",
        "kode kabkota",
        "kode kab kota",
        "kode kabupaten kota",
        "kode provinsi",
        "kode kemendagri",
        "kode kpu",
    ],
);
const NAMA: Column =
    (Field::Nama, &["nama", "nama wilayah", "nama daerah", "nama kabupaten kota", "nama kab kota", "nama provinsi"]);
const WILAYAH: Column = (
    Field::Wilayah,
    &[
        "wilayah",
        "daerah",
        "kabupaten",
        "kota",
        "kabupaten kota",
        "kab kota",
        "kabkota",
        "provinsi",
        "nama wilayah",
        "nama daerah",
        "nama kabupaten kota",
        "nama kab kota",
    ],
);
/// Not "no": that is the number of the row in most tables.
const NOMOR_URUT: Column = (
    Field::NomorUrut,
    &[
        "nomor urut",
        "no urut",
        "nomor urut paslon",
        "no urut paslon",
        "nomor urut pasangan calon",
        "nomor paslon",
        "no paslon",
    ],
);
const CALON: Column = (
    Field::Calon,
    &[
        "calon",
        "nama calon",
        "calon gubernur",
        "calon bupati",
        "calon wali kota",
        "calon walikota",
        "nama calon gubernur",
        "nama calon bupati",
        "nama calon wali kota",
        "nama calon walikota",
        "calon kepala daerah",
        "nama calon kepala daerah",
    ],
);
const WAKIL: Column = (
    Field::Wakil,
    &[
        "wakil",
        "nama wakil",
        "calon wakil",
        "nama calon wakil",
        "wakil gubernur",
        "wakil bupati",
        "wakil wali kota",
        "wakil walikota",
        "calon wakil gubernur",
        "calon wakil bupati",
        "calon wakil wali kota",
        "calon wakil walikota",
        "nama calon wakil gubernur",
        "nama calon wakil bupati",
        "nama calon wakil wali kota",
        "nama calon wakil walikota",
        "calon wakil kepala daerah",
        "nama calon wakil kepala daerah",
    ],
);
const PASANGAN: Column =
    (Field::Pasangan, &["pasangan", "pasangan calon", "nama pasangan calon", "nama pasangan", "paslon", "nama paslon"]);
const KOLOM_KOSONG: Column = (Field::KolomKosong, &["kolom kosong"]);
const JALUR: Column = (Field::Jalur, &["jalur", "jalur pencalonan"]);
const ID: Column = (Field::Id, &["id kpu"]);
const SUMBER: Column = (Field::Sumber, &["sumber", "kunci sumber"]);
const KECAMATAN: Column = (Field::Kecamatan, &["kecamatan", "nama kecamatan", "distrik", "bagian"]);
const KODE_KECAMATAN: Column = (Field::KodeKecamatan, &["kode kecamatan", "kode kec", "kode bagian"]);

const TPS: &[Column] = &[
    KODE,
    WILAYAH,
    KODE_KECAMATAN,
    KECAMATAN,
    (Field::Kelurahan, &["kelurahan", "desa", "kelurahan desa", "desa kelurahan", "nama kelurahan", "nama desa"]),
    (Field::Nomor, &["nomor", "nomor tps", "no tps"]),
    (Field::Tempat, &["tempat", "nama tempat", "lokasi", "lokasi tps", "tempat tps"]),
    (Field::Alamat, &["alamat", "alamat tps", "alamat lokasi", "alamat tempat"]),
    (Field::Akses, &["akses", "aksesibilitas"]),
    (Field::Dpt, &["dpt", "jumlah dpt", "jumlah pemilih"]),
    (Field::Jumlah, &["jumlah", "jumlah tps", "banyaknya tps", "tps"]),
    SUMBER,
];

const DPT: &[Column] = &[
    KODE,
    WILAYAH,
    (Field::Daftar, &["daftar", "jenis daftar", "daftar pemilih"]),
    (Field::Jumlah, &["jumlah", "jumlah pemilih", "total", "total pemilih", "jumlah dpt", "l p"]),
    (Field::LakiLaki, &["laki laki", "l", "lk", "pemilih laki laki", "jumlah laki laki"]),
    (Field::Perempuan, &["perempuan", "p", "pr", "pemilih perempuan", "jumlah perempuan"]),
    (Field::Tanggal, &["tanggal", "tanggal penetapan", "per tanggal"]),
    SUMBER,
];

const HASIL: &[Column] = &[
    KODE,
    WILAYAH,
    KODE_KECAMATAN,
    KECAMATAN,
    NOMOR_URUT,
    ID,
    (Field::Suara, &["suara", "jumlah suara", "perolehan suara"]),
    (Field::Sah, &["sah", "suara sah", "jumlah suara sah"]),
    (Field::TidakSah, &["tidak sah", "suara tidak sah", "jumlah suara tidak sah"]),
    (Field::Pengguna, &["pengguna hak pilih", "jumlah pengguna hak pilih", "pengguna"]),
    (Field::Jumlah, &["jumlah tps"]),
    (Field::Tanggal, &["tanggal", "per tanggal"]),
];

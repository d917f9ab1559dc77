//! Made-up people: of any two in a province the names differ by more than a slip.

/// First names; any two differ in two letters or more, as do the words of the lists below.
const DEPAN: [&str; 17] = [
    "Contoh", "Misal", "Umpama", "Andaian", "Teladan", "Rekaan", "Tiruan", "Samaran", "Khayal", "Bayangan", "Ilusi",
    "Fiksi", "Dugaan", "Kiraan", "Lihatan", "Dengaran", "Imajiner",
];
const TENGAH: [&str; 13] = [
    "Percobaan",
    "Latihan",
    "Cerita",
    "Dongeng",
    "Hikayat",
    "Legenda",
    "Pantun",
    "Syair",
    "Sajak",
    "Kisah",
    "Naskah",
    "Lakon",
    "Wayang",
];
const BELAKANG: [&str; 11] = [
    "Pertama",
    "Kedua",
    "Ketiga",
    "Keempat",
    "Kelima",
    "Keenam",
    "Ketujuh",
    "Kedelapan",
    "Kesembilan",
    "Kesepuluh",
    "Terakhir",
];
const GELAR_DEPAN: [&str; 5] = ["", "H. ", "Dr. H. ", "Drs. ", "Ir. "];
const GELAR: [&str; 5] = ["", ", S.E.", ", S.H., M.H.", ", S.Sos., M.Si.", ", S.Pd., S.Sos., M.Si."];

/// How long the longest name on a ballot of 2024 was.
const PANJANG: usize = 108;
/// What may stand behind a name, degree by degree.
const SEMUA_GELAR: [&str; 12] = [
    ", S.H.", ", S.E.", ", S.Sos.", ", S.Pd.", ", M.H.", ", M.M.", ", M.Si.", ", M.Pd.", ", M.A.", ", M.T.",
    ", M.Hum.", ", M.Kom.",
];

/// The name of the person of this number; names come again after 2,431 people.
pub fn nama(number: usize) -> String {
    format!("{} {} {}", DEPAN[number % 17], TENGAH[number % 13], BELAKANG[number % 11])
}

/// The same name as it stands on the ballot: in capitals, with titles.
pub fn nama_surat_suara(number: usize) -> String {
    if number.is_multiple_of(97) {
        return panjang(number);
    }
    format!("{}{}{}", GELAR_DEPAN[number % 5], nama(number).to_uppercase(), GELAR[number / 5 % 5])
}

/// A name of 108 characters: degrees as far as they fit, and one more name for the rest.
fn panjang(number: usize) -> String {
    let nama = format!("Prof. Dr. Ir. H. {}", nama(number).to_uppercase());
    let mut gelar = String::new();
    for one in SEMUA_GELAR {
        if nama.len() + gelar.len() + one.len() > PANJANG {
            break;
        }
        gelar.push_str(one);
    }
    let missing = PANJANG - nama.len() - gelar.len();
    // A name of its own, so that the short name goes on being a part of the long one.
    let last = match missing {
        0 => String::new(),
        1 => ".".to_owned(),
        _ => format!(" {}", "A".repeat(missing - 1)),
    };
    nama + &last + &gelar
}

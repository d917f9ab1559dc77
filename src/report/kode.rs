//! The codes that come from reading and linking the files, before any rule of `check` is asked.
//!
//! They need no law: a file that cannot be read, or that names what is not there, cannot be published.

use crate::report::Level;

/// Lines that break a rule, and the same lines as they should be.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// The file they stand in, below `content/`.
    pub file: &'static str,
    /// The lines that are found.
    pub bad: &'static str,
    /// What to write instead.
    pub good: &'static str,
}

/// A code and what it says: the code never changes meaning.
#[derive(Debug)]
pub struct Kode {
    /// The code, such as `FMT-01`.
    pub code: &'static str,
    /// How grave a finding is.
    pub level: Level,
    /// What has to be so, in Indonesian and in English: a clause without a full stop.
    pub what: (&'static str, &'static str),
    /// Why, in Indonesian and in English: a sentence without a full stop.
    pub why: (&'static str, &'static str),
    /// How it is broken, and how it is kept.
    pub example: Example,
}

/// Something in Indonesian and in English.
type Dua = (&'static str, &'static str);

const fn galat(code: &'static str, what: Dua, why: Dua, example: Example) -> Kode {
    Kode { code, level: Level::Galat, what, why, example }
}

const fn peringatan(code: &'static str, what: Dua, why: Dua, example: Example) -> Kode {
    Kode { code, level: Level::Peringatan, what, why, example }
}

/// In `file`, `bad` instead of `good`.
const fn example(file: &'static str, bad: &'static str, good: &'static str) -> Example {
    Example { file, bad, good }
}

/// Every code that no rule of `check` has, in order.
pub const KODE: &[Kode] = &[
    Kode {
        code: "FKT-30",
        level: Level::Peringatan,
        what: (
            "`menyangkut` di koreksi adalah halaman yang ada di situs ini, dan bagian yang ada di halaman itu",
            "`menyangkut` of a correction is a page of this site, and a part of that page",
        ),
        why: (
            "halaman yang dikoreksi menyebut kapan dan apa yang diperbaiki, dan pembaca koreksi harus bisa membukanya",
            "the page that is corrected says when and what, and who reads the correction must be able to open it",
        ),
        example: example("koreksi.yaml", "menyangkut: Jadwal kampanye", "menyangkut: /jadwal.html"),
    },
    galat(
        "FMT-01",
        ("susunan YAML bisa dibaca, dan satu berkas memuat satu catatan", "the YAML can be read, one record a file"),
        (
            "dari berkas yang susunannya rusak tidak ada yang bisa diambil, juga yang sudah benar",
            "nothing can be taken from a file whose structure is broken, not even what is right",
        ),
        example("berita/2024-11-01-contoh.md", "judul: Debat: tema pertama", "judul: \"Debat: tema pertama\""),
    ),
    galat(
        "FMT-02",
        ("setiap kunci dikenal jenis catatannya", "the kind of record knows every key"),
        (
            "isi di bawah kunci yang salah tulis akan hilang tanpa suara",
            "what stands under a misspelt key would be lost in silence",
        ),
        example("wilayah/contoh/deklarasi/damai.yaml", "tangal: 2024-09-24", "tanggal: 2024-09-24"),
    ),
    galat(
        "FMT-03",
        ("kunci yang wajib ada di catatan", "a record has the keys it must have"),
        ("halaman tidak bisa digambar tanpa kunci itu", "the page cannot be drawn without that key"),
        example(
            "wilayah/contoh/wilayah.yaml",
            "kode: \"99\"",
            "kode: \"99\"\nnama: Provinsi Contoh\njenis: provinsi\npemilihan: {}",
        ),
    ),
    galat(
        "FMT-04",
        ("nilai berbentuk seperti yang diminta kuncinya", "a value has the form its key asks for"),
        (
            "angka, tanggal dan kode yang ditulis bebas terbaca lain oleh komputer: 11.10 menjadi 11,1",
            "figures, dates and codes written freely are read as something else: 11.10 becomes 11.1",
        ),
        example("wilayah/contoh/hasil.yaml", "sah: \"2.695.348\"", "sah: 2695348"),
    ),
    galat(
        "FMT-05",
        ("satu kunci ditulis sekali", "a key is written once"),
        ("dari dua nilai tidak ada yang tahu mana yang benar", "of two values nobody knows which is right"),
        example("wilayah/contoh/wilayah.yaml", "nama: Provinsi Contoh\nnama: Contoh", "nama: Provinsi Contoh"),
    ),
    galat(
        "FMT-06",
        ("berkas teks disimpan sebagai UTF-8", "a text file is saved as UTF-8"),
        (
            "huruf dalam penyandian lain tampil sebagai tanda tanya",
            "letters in another encoding show as question marks",
        ),
        example("berita/2024-11-01-contoh.md", "(disimpan sebagai Windows-1252)", "(disimpan sebagai UTF-8)"),
    ),
    galat(
        "FMT-07",
        (
            "catatan paling besar 1 MiB, gambar dan lampiran 20 MiB",
            "a record has 1 MiB at most, a picture or attachment 20 MiB",
        ),
        (
            "pembaca membuka situs dari telepon murah di jaringan lambat",
            "readers open the site on cheap phones over slow networks",
        ),
        example("berita/1-contoh.jpg", "(foto 32 MiB)", "(foto yang sama, 300 KiB)"),
    ),
    galat(
        "FMT-08",
        ("berkas disalin, bukan ditautkan", "files are copies, not symbolic links"),
        (
            "tautan simbolik bisa menerbitkan berkas di luar folder ini tanpa disengaja",
            "a symbolic link could publish a file from outside this folder by mistake",
        ),
        example("berita/foto.jpg", "(tautan ke /home/contoh/foto.jpg)", "(salinan foto.jpg)"),
    ),
    galat(
        "FMT-09",
        ("berkas boleh dan bisa dibaca", "files may be read, and can be"),
        (
            "isi yang tidak terbaca tidak terbit, dan tidak ada yang melihat kehilangannya",
            "what cannot be read is not published, and nobody would see the loss",
        ),
        example("fakta/kesiapan.yaml", "(tanpa izin baca)", "(dengan izin baca)"),
    ),
    galat(
        "FMT-10",
        (
            "jangkar, alias dan tanda YAML (&, *, !) tidak dipakai",
            "YAML anchors, aliases and tags (&, *, !) are not used",
        ),
        (
            "satu berkas kecil dengan alias bisa membesar sampai menghabiskan memori, dan catatan tidak membutuhkannya",
            "a small file with aliases can grow until memory is gone, and no record needs them",
        ),
        example("kegiatan/2024-11-14-rakor.yaml", "tempat: *aula", "tempat: Aula Kantor Contoh"),
    ),
    galat(
        "FMT-11",
        ("berkas tidak kosong, dan situs.yaml ada", "no file is empty, and situs.yaml is there"),
        (
            "tanpa isi tidak ada halaman; tanpa nama dan alamat tidak ada situs",
            "without content there is no page, without a name and an address no site",
        ),
        example(
            "situs.yaml",
            "# belum diisi",
            "nama: Info Pilkada Contoh\nalamat: https://contoh.test/\npenyelenggara: { nama: KPU Contoh }\npemungutan_suara: 2024-11-27",
        ),
    ),
    galat(
        "FMT-12",
        ("setiap berkas adalah salah satu jenis catatan", "every file is one of the kinds of record"),
        (
            "berkas dengan nama lain tidak akan terbit, dan petugas mengira sudah",
            "a file of another name would not be published, and the office would think it was",
        ),
        example("wilayah/contoh/paslon/1.yml", "(nama berkas 1.yml)", "(nama berkas 1.yaml)"),
    ),
    galat(
        "FMT-13",
        ("nama berkas dan folder bisa menjadi alamat halaman", "names of files and folders can become addresses"),
        (
            "alamat hanya memuat huruf kecil, angka dan tanda hubung",
            "addresses hold small letters, digits and hyphens only",
        ),
        example(
            "berita/Debat Pertama.md",
            "(nama berkas Debat Pertama.md)",
            "(nama berkas 2024-11-01-debat-pertama.md)",
        ),
    ),
    galat(
        "FMT-14",
        (
            "tulisan diawali kepala tulisan di antara dua baris ---",
            "an article begins with front matter between two lines ---",
        ),
        (
            "tanpa judul dan tanggal tulisan tidak punya tempat di situs",
            "without a title and a date an article has no place on the site",
        ),
        example("halaman/cara.md", "Cara memilih\n\nBawa KTP.", "---\njudul: Cara memilih\n---\n\nBawa KTP."),
    ),
    galat(
        "FMT-15",
        (
            "paslon/<nomor>.yaml berisi nomor yang sama, dan kolom kosong tidak berisi calon",
            "paslon/<number>.yaml holds that number, and an empty column holds no candidate",
        ),
        (
            "nomor urut ada di surat suara, dan menjadi alamat halaman",
            "the number stands on the ballot and becomes the page's address",
        ),
        example("wilayah/contoh/paslon/2.yaml", "nomor_urut: 3", "nomor_urut: 2"),
    ),
    galat(
        "FMT-16",
        ("tanggal di nama berkas sama dengan tanggal di dalamnya", "the date in a file's name is the date inside"),
        ("dari dua tanggal pembaca tidak tahu mana yang benar", "of two dates a reader does not know which is right"),
        example("berita/2024-11-01-contoh.md", "tanggal: 2024-11-02", "tanggal: 2024-11-01"),
    ),
    galat(
        "FMT-20",
        ("tema dan templat bisa digambar", "theme and templates can be drawn"),
        ("halaman yang tergambar setengah tidak boleh terbit", "a page half drawn must not be published"),
        example("themes/contoh/templates/wilayah.html", "{{ wilayah.nma }}", "{{ wilayah.nama }}"),
    ),
    galat(
        "FMT-22",
        (
            "dari dua versi sebuah berkas satu dipilih: tidak ada baris <<<<<<<, ======= dan >>>>>>>",
            "of two versions of a file one is chosen: no lines <<<<<<<, ======= and >>>>>>>",
        ),
        (
            "keduanya akan terbit, dan pembaca tidak tahu mana yang benar",
            "both would be published, and readers could not know which is right",
        ),
        example(
            "berita/2024-11-01-contoh.md",
            "<<<<<<< HEAD\nDPT 1.000 pemilih.\n=======\nDPT 2.000 pemilih.\n>>>>>>> cabang",
            "DPT 2.000 pemilih.",
        ),
    ),
    galat(
        "FMT-31",
        (
            "teks yang memuat # sesudah spasi ditulis dalam tanda kutip",
            "a text with a # after a space stands in quotes",
        ),
        (
            "YAML membaca # sesudah spasi sebagai awal catatan, jadi sisa teksnya tidak terbit",
            "YAML reads a # after a space as the beginning of a comment, and the rest of the text is not published",
        ),
        example("berita/2024-11-01-contoh.md", "judul: Simulasi #1 dan #2", "judul: \"Simulasi #1 dan #2\""),
    ),
    peringatan(
        "FMT-32",
        (
            "kalimat di dalam [ ] ditulis dalam tanda kutip jika memuat koma",
            "a sentence inside [ ] stands in quotes where it has a comma",
        ),
        (
            "di dalam [ ] setiap koma memisahkan isi, jadi satu kalimat terbit sebagai beberapa",
            "inside [ ] every comma ends an entry, and one sentence is published as several",
        ),
        example(
            "wilayah/contoh/paslon/1.yaml",
            "misi: [Membangun jalan, jembatan dan sekolah]",
            "misi: [\"Membangun jalan, jembatan dan sekolah\"]",
        ),
    ),
    peringatan(
        "FMT-33",
        (
            "teks tidak memuat karakter yang tidak terlihat, dan nama ditulis satu baris dengan huruf Latin",
            "a text holds no characters that cannot be seen, and a name is one line of Latin letters",
        ),
        (
            "nama yang tampak sama menjadi nama lain: tidak ditemukan saat dicari, dan salah urut",
            "a name that looks the same becomes another one: a search misses it, and lists put it elsewhere",
        ),
        example("wilayah/contoh/paslon/1.yaml", "calon: { nama: \"CALON CONTOH \" }", "calon: { nama: CALON CONTOH }"),
    ),
    peringatan(
        "FMT-34",
        (
            "kunci yang isinya tidak diketahui dihapus, bukan diisi - atau belum ada",
            "a key whose value is not known is left out, not filled with - or with words for nothing",
        ),
        (
            "isi seperti itu terbit sebagai fakta, dan data terbuka menganggapnya ada",
            "such a value is published as a fact, and open data takes it for one",
        ),
        example("wilayah/contoh/pengundian.yaml", "tempat: \"-\"", "(tanpa kunci tempat)"),
    ),
    galat(
        "FMT-40",
        (
            "versi format isi di `situs.yaml` dikenal program ini",
            "the version of the content format in `situs.yaml` is one that this program knows",
        ),
        (
            "isi yang ditulis untuk program lain bisa terbaca keliru tanpa terlihat",
            "content that was written for another program may be misread without anybody seeing it",
        ),
        example("situs.yaml", "versi: 7", "versi: 1"),
    ),
    galat(
        "PDP-60",
        (
            "kolom `tps.csv` tidak memuat data pemilih atau petugas: NIK, nama, tanggal lahir, telepon",
            "no column of `tps.csv` holds data of voters or staff: NIK, name, date of birth, telephone",
        ),
        (
            "daftar ini tentang tempat; daftar pemilih memuat data pribadi dan tidak diterbitkan di sini (UU 27/2022 pasal 65-66)",
            "this list is about places; the voter list holds personal data and is not published here (UU 27/2022 pasal 65-66)",
        ),
        example(
            "wilayah/contoh/kota-contoh/tps.csv",
            "kecamatan,kelurahan,nomor,nama_pemilih",
            "kecamatan,kelurahan,nomor,tempat",
        ),
    ),
    galat(
        "RUJ-01",
        (
            "sumber yang disebut ada di sumber.yaml lingkupnya atau yang mengelilinginya",
            "a source that is named stands in the sumber.yaml of its scope or of one around it",
        ),
        ("pembaca harus bisa memeriksa dari mana sebuah fakta", "readers must be able to see where a fact comes from"),
        example("fakta/kesiapan.yaml", "sumber: [berita-akara]", "sumber: [berita-acara]"),
    ),
    galat(
        "RUJ-02",
        ("partai pengusung ada di partai.yaml", "a nominating party stands in partai.yaml"),
        (
            "nama dan singkatan partai ditulis sekali, supaya sama di semua halaman",
            "a party's name is written once, so that it is the same on every page",
        ),
        example("wilayah/contoh/paslon/1.yaml", "pengusung: [partai-aa]", "pengusung: [partai-a]"),
    ),
    galat(
        "RUJ-03",
        (
            "nomor urut yang disebut ada di paslon/ lingkup itu",
            "a ballot number that is named stands in the scope's paslon/",
        ),
        (
            "tulisan tentang pasangan yang tidak ada menyesatkan pemilih",
            "an article on a pair that does not stand misleads voters",
        ),
        example("berita/2024-11-01-contoh.md", "paslon: [1, 5]", "paslon: [1, 2]"),
    ),
    galat(
        "RUJ-04",
        (
            "kegiatan yang disebut ada di kegiatan/ lingkup itu",
            "an event that is named stands in the scope's kegiatan/",
        ),
        ("tautan ke kegiatan itu tidak menuju ke mana-mana", "the link to that event would lead nowhere"),
        example("wilayah/contoh/pengundian.yaml", "kegiatan: rapat-plenoo", "kegiatan: rapat-pleno"),
    ),
    galat(
        "RUJ-05",
        (
            "gambar yang disebut ada di samping catatannya dan bisa dibaca",
            "a picture that is named lies beside its record and can be read",
        ),
        (
            "halaman tidak menampilkan gambar yang hilang, dan data kamera harus bisa dihapus dari gambarnya",
            "a missing picture cannot be shown, and what a camera wrote must be taken out of it",
        ),
        example(
            "wilayah/contoh/paslon/1.yaml",
            "calon: { nama: CALON CONTOH SATU, foto: 1-calom.jpg }",
            "calon: { nama: CALON CONTOH SATU, foto: 1-calon.jpg }",
        ),
    ),
    galat(
        "RUJ-06",
        ("setiap halaman punya alamat sendiri", "every page has an address of its own"),
        (
            "dari dua halaman di satu alamat hanya satu yang terlihat",
            "of two pages at one address only one would be seen",
        ),
        example(
            "berita/2024-11-02-debat.md",
            "(di samping 2024-11-02-debat.md ada halaman lain beralamat sama)",
            "(nama berkas 2024-11-02-debat-kedua.md)",
        ),
    ),
    galat(
        "RUJ-08",
        (
            "kode wilayah cocok dengan jenis dan tempatnya, dan dipakai satu wilayah saja",
            "a region's code fits its kind and place, and no other region has it",
        ),
        (
            "kode wilayah mengikuti daftar Kemendagri: provinsi dua angka, kabupaten dan kota melanjutkannya",
            "codes follow the Ministry's list: two digits for a province, a kabupaten or kota extends them",
        ),
        example(
            "wilayah/contoh/kota-contoh/wilayah.yaml",
            "kode: \"99.01\"\njenis: kota",
            "kode: \"99.71\"\njenis: kota",
        ),
    ),
    galat(
        "RUJ-09",
        ("`beranda` di situs.yaml adalah wilayah yang ada", "`beranda` in situs.yaml is a region that is there"),
        (
            "halaman depan situs tidak bisa digambar tanpa wilayah itu",
            "the home page cannot be drawn without that region",
        ),
        example("situs.yaml", "beranda: contoh/kota-conto", "beranda: contoh/kota-contoh"),
    ),
    galat(
        "RUJ-10",
        (
            "folder wilayah yang berisi catatan punya wilayah.yaml",
            "a region's folder that holds records has a wilayah.yaml",
        ),
        (
            "tanpa wilayah.yaml folder itu bukan wilayah, dan isinya tidak terbit",
            "without wilayah.yaml the folder is no region, and nothing in it is published",
        ),
        example(
            "wilayah/contoh/paslon/1.yaml",
            "(wilayah/contoh/wilayah.yaml belum ada)",
            "(buat wilayah/contoh/wilayah.yaml)",
        ),
    ),
    galat(
        "RUJ-11",
        (
            "catatan nasional langsung di bawah content/, catatan satu wilayah di folder wilayahnya",
            "national records lie directly below content/, a region's records in its folder",
        ),
        ("di tempat lain catatan itu tidak dibaca", "elsewhere the record is not read"),
        example("wilayah/contoh/partai.yaml", "(di folder wilayah)", "(pindah ke content/partai.yaml)"),
    ),
    galat(
        "RUJ-12",
        (
            "kunci fakta dipakai sekali dalam satu lingkup, dan yang disebut ada",
            "a figure's key is used once in a scope, and one that is named is there",
        ),
        (
            "angka yang berselisih ditampilkan bersama; kuncinya menunjuk angka yang lain",
            "figures that disagree are shown together; the key points at the other one",
        ),
        example("fakta/kesiapan.yaml", "bertentangan_dengan: [indeks-c]", "bertentangan_dengan: [indeks-b]"),
    ),
    galat(
        "RUJ-13",
        (
            "aturan yang diubah di situs.yaml, atau diabaikan, ada",
            "a rule that situs.yaml changes, or that is silenced, is there",
        ),
        ("perubahan untuk kode yang salah tulis tidak berlaku", "a change for a misspelt code has no effect"),
        example(
            "situs.yaml",
            "aturan: { KST-93: { tingkat: saran, alasan: \"…\" } }",
            "aturan: { KST-03: { tingkat: saran, alasan: \"…\" } }",
        ),
    ),
    galat(
        "RUJ-14",
        ("tautan di dalam tulisan menuju halaman yang ada", "a link in an article leads to a page that is there"),
        ("pembaca yang mengikutinya sampai di halaman kosong", "whoever follows it ends on an empty page"),
        example("berita/2024-11-01-contoh.md", "[jadwal](/jadwl.html)", "[jadwal](/jadwal.html)"),
    ),
    galat(
        "RUJ-15",
        ("bagian halaman yang ditautkan ada", "the part of a page that a link names is there"),
        (
            "pembaca sampai di awal halaman dan harus mencari sendiri",
            "a reader ends at the top of the page and has to search",
        ),
        example("halaman/tentang.md", "[kontak](#kontakk)", "[kontak](#kontak)"),
    ),
    Kode {
        code: "RUJ-17",
        level: Level::Peringatan,
        what: (
            "`abaikan` mengabaikan temuan yang ada dan boleh diabaikan",
            "`abaikan` silences a finding that is there and may be silenced",
        ),
        why: (
            "alasannya terbit di halaman kesetaraan, jadi harus ada yang dikecualikannya",
            "its reason is published on the page on equal treatment, so there has to be something it excepts",
        ),
        example: example(
            "berita/2024-11-01-contoh.md",
            "abaikan: [{ kode: FMT-18, alasan: \"…\" }]",
            "abaikan: [{ kode: HUK-09, alasan: \"…\" }]",
        ),
    },
    galat(
        "RUJ-18",
        (
            "berkas yang ditautkan adalah dokumen, tabel, arsip atau gambar, bukan sesuatu yang dijalankan peramban",
            "a file that is linked to is a document, a table, an archive or a picture, and nothing that a browser runs",
        ),
        (
            "halaman dan skrip di dalam berkas seperti itu berjalan atas nama situs ini di peramban pembaca",
            "pages and scripts inside such a file would run in a reader's browser in this site's name",
        ),
        example("berita/2024-11-01-contoh.md", "[denah](denah.xhtml)", "[denah](denah.pdf)"),
    ),
    galat(
        "RUJ-19",
        ("gambar di dalam tulisan ada di situs ini", "a picture inside an article lies on this site"),
        (
            "situs ini berjanji tidak mengirim pembacanya ke pihak lain; gambar itu pun bisa diganti atau hilang kapan saja",
            "this site promises not to send its readers to others; and the picture may be changed or gone at any time",
        ),
        example(
            "berita/2024-11-01-contoh.md",
            "![Rapat pleno](https://contoh.test/rapat.jpg)",
            "![Rapat pleno](rapat.jpg)",
        ),
    ),
    Kode {
        code: "RUJ-20",
        level: Level::Peringatan,
        what: (
            "dokumen di folder content disebut sebuah catatan atau tulisan",
            "a document in the content folder is named by a record or an article",
        ),
        why: (
            "yang tidak disebut tidak terbit, dan petugas mengira sudah",
            "what nothing names is not published, and the office would think it was",
        ),
        example: example(
            "berita/siaran-pers.docx",
            "(siaran-pers.docx di samping berita)",
            "(isinya di berita/2024-11-01-siaran-pers.md)",
        ),
    },
    Kode {
        code: "RUJ-21",
        level: Level::Saran,
        what: (
            "foto di folder content disebut sebuah catatan atau tulisan",
            "a photo in the content folder is named by a record or an article",
        ),
        why: (
            "foto yang tidak disebut tidak terbit; mungkin barisnya terlupa",
            "a photo that nothing names is not published; perhaps its line was forgotten",
        ),
        example: example(
            "wilayah/contoh/paslon/1.yaml",
            "calon: { nama: CALON CONTOH SATU }  # 1-calon.jpg ada di sini",
            "calon: { nama: CALON CONTOH SATU, foto: 1-calon.jpg }",
        ),
    },
    galat(
        "RUJ-23",
        (
            "pemungutan suara yang disebut `menggantikan` dan `dari` ada, dan punya nomor urut yang diambil",
            "the vote that `menggantikan` and `dari` name is there, and has the number that is taken over",
        ),
        (
            "pembaca harus tahu hasil mana yang digantikan, dan pasangan mana yang berdiri di surat suara",
            "readers must know which result is replaced, and which pair stands on the ballot",
        ),
        example("wilayah/contoh/pemilihan/psu-2025/pemilihan.yaml", "menggantikan: serempak", "menggantikan: serentak"),
    ),
    galat(
        "RUJ-24",
        (
            "pemungutan suara sesudah yang serentak punya folder pemilihan/<nama>/ di dalam wilayahnya, dengan pemilihan.yaml",
            "a vote after the simultaneous one has a folder pemilihan/<name>/ inside its region, with a pemilihan.yaml",
        ),
        ("di tempat lain, atau tanpa harinya, ia tidak terbit", "elsewhere, or without its day, it is not published"),
        example(
            "wilayah/contoh/pemilihan.yaml",
            "(di folder wilayah)",
            "(pindah ke wilayah/contoh/pemilihan/psu-2025/pemilihan.yaml)",
        ),
    ),
];

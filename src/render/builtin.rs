//! The built-in theme, inside the program, so that a site needs no theme folder of its own.

/// The name of the built-in theme.
pub const NAME: &str = "bawaan";

/// A file of the built-in theme with its path.
macro_rules! theme_file {
    ($path:literal) => {
        ($path, include_str!(concat!("../../themes/bawaan/", $path)))
    };
}

/// Its files by path below `themes/bawaan/`. A test keeps this list and that folder the same.
pub const FILES: &[(&str, &str)] = &[
    theme_file!("aset/cari.js"),
    theme_file!("aset/gaya.css"),
    theme_file!("aset/hari.js"),
    theme_file!("bahasa/en.yaml"),
    theme_file!("bahasa/id.yaml"),
    theme_file!("templates/404.html"),
    theme_file!("templates/bagikan.svg"),
    theme_file!("templates/banding.html"),
    theme_file!("templates/beranda.html"),
    theme_file!("templates/berita.html"),
    theme_file!("templates/cari.html"),
    theme_file!("templates/cetak.html"),
    theme_file!("templates/daftar-berita.html"),
    theme_file!("templates/daftar-klarifikasi.html"),
    theme_file!("templates/dasar.html"),
    theme_file!("templates/data.html"),
    theme_file!("templates/deklarasi.html"),
    theme_file!("templates/halaman.html"),
    theme_file!("templates/hasil.html"),
    theme_file!("templates/istilah.html"),
    theme_file!("templates/jadwal.html"),
    theme_file!("templates/kegiatan.html"),
    theme_file!("templates/kesetaraan.html"),
    theme_file!("templates/kesiapan.html"),
    theme_file!("templates/klarifikasi.html"),
    theme_file!("templates/komponen.html"),
    theme_file!("templates/koreksi.html"),
    theme_file!("templates/label.html"),
    theme_file!("templates/paslon.html"),
    theme_file!("templates/pemilihan.html"),
    theme_file!("templates/pengundian.html"),
    theme_file!("templates/sumber-pindah.html"),
    theme_file!("templates/sumber.html"),
    theme_file!("templates/tanya-jawab.html"),
    theme_file!("templates/telusur.html"),
    theme_file!("templates/wilayah.html"),
];

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
pub const FILES: &[(&str, &str)] =
    &[theme_file!("aset/gaya.css"), theme_file!("bahasa/id.yaml"), theme_file!("templates/dasar.html")];

//! What a person can see: files in, words and pages out.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::too_many_lines,
    reason = "a test may fail loudly, reads what was written, and shows a whole case in one place"
)]

mod addresses;
mod architecture;
mod bacaan;
mod bagian;
#[cfg(feature = "og")]
mod bagikan;
mod cari;
mod cetak;
mod content;
mod diam;
#[cfg(unix)]
mod dibaca;
mod form;
mod formats;
mod ingatan;
mod kata;
mod kode;
mod korpus;
mod machine;
mod mutasi;
mod peta;
mod real_texts;
mod reports;
mod rules;
mod sample;
mod silence;
mod sites;
mod skema;
mod struck;
mod theme;

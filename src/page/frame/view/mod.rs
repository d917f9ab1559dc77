//! Views that several kinds of page share: what a template sees of a record.

pub mod berita;
pub mod fakta;
pub mod gambar;
pub mod koreksi;
pub mod paslon;
pub mod rujukan;
pub mod tahapan;
pub mod tautan;

//! Views that several kinds of page share: what a template sees of a record.

pub mod ajakan;
pub mod berita;
pub mod cara_memilih;
pub mod fakta;
pub mod hasil;
pub mod koreksi;
pub mod link;
pub mod moved;
pub mod paslon;
pub mod pemilihan;
pub mod picture;
pub mod rujukan;
pub mod tahapan;
pub mod tps;

//! The program as a whole, in folders of its own: bad input, sudden ends, new files.
#![expect(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test of the program as a whole uses the disk and the clock"
)]

#[cfg(unix)]
mod dibaca;
mod explain;
mod gambar;
mod hostile;
#[cfg(target_os = "linux")]
mod kuat;
mod new;
mod pohon;
mod project;
mod publish;
mod report;
mod schema;

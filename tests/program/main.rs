//! The program as a whole, in folders of its own: bad input, sudden ends, new files.
#![expect(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test of the program as a whole uses the disk and the clock"
)]

mod berkas;
#[cfg(unix)]
mod bundle;
#[cfg(unix)]
mod changed_texts;
mod changelog;
#[cfg(target_os = "linux")]
mod crashes;
#[cfg(target_os = "linux")]
mod disk;
mod explain;
mod hostile;
mod import;
mod migrate;
mod new;
mod pictures;
#[cfg(target_os = "linux")]
mod portable;
#[cfg(feature = "gambar")]
mod portraits;
mod project;
mod publish;
mod publish_tree;
mod repair;
mod report;
mod reproducible;
mod review;
mod schema;
#[cfg(unix)]
mod serve_ready;
mod serving;
mod signature;
mod upload;
#[cfg(unix)]
mod upload_ssh;
#[cfg(feature = "s3")]
mod upload_storage;
mod withdraw;

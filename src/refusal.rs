//! Why the machine refuses, in both languages, with the system's own words behind it.

use crate::bahasa::{Bahasa, Kata, kata};
use crate::system::is_held;
use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind};

/// Why the machine refused: a sentence in both languages, and behind it what the system says.
#[derive(Debug)]
pub struct Refused {
    /// The sentence.
    pub sentence: Kata,
    cause: Option<anyhow::Error>,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.sentence.dalam(Bahasa::Id))
    }
}

impl Error for Refused {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.as_ref().map(|cause| &**cause as &(dyn Error + 'static))
    }
}

/// A sentence as the reason that work ends.
pub fn refused(sentence: Kata) -> anyhow::Error {
    Refused { sentence, cause: None }.into()
}

/// Puts a sentence in both languages before what the system says.
pub trait Because<T> {
    /// The same value, or the sentence with the system's words behind it.
    fn because(self, sentence: impl FnOnce() -> Kata) -> anyhow::Result<T>;
}

impl<T, E: Into<anyhow::Error>> Because<T> for Result<T, E> {
    fn because(self, sentence: impl FnOnce() -> Kata) -> anyhow::Result<T> {
        self.map_err(|error| Refused { sentence: sentence(), cause: Some(error.into()) }.into())
    }
}

impl<T> Because<T> for Option<T> {
    fn because(self, sentence: impl FnOnce() -> Kata) -> anyhow::Result<T> {
        self.ok_or_else(|| refused(sentence()))
    }
}

/// Why work ended, in the language asked for: the sentences of the error and of everything behind it.
pub fn sentence(error: &anyhow::Error, bahasa: Bahasa) -> String {
    error.chain().map(|cause| words(cause, bahasa)).collect::<Vec<_>>().join(": ")
}

fn words(cause: &(dyn Error + 'static), bahasa: Bahasa) -> String {
    if let Some(refused) = cause.downcast_ref::<Refused>() {
        return refused.sentence.dalam(bahasa).to_owned();
    }
    cause.downcast_ref::<io::Error>().map_or_else(|| cause.to_string(), |error| system(error, bahasa))
}

/// What the system says, in the language asked for where it is something common.
pub fn system(error: &io::Error, bahasa: Bahasa) -> String {
    system_words(error).map_or_else(|| error.to_string(), |words| words.dalam(bahasa).to_owned())
}

/// The commonest refusals of a system in Indonesian; its number stays, for whoever asks about it.
fn system_words(error: &io::Error) -> Option<Kata> {
    let id = match error.kind() {
        ErrorKind::NotFound => "tidak ada",
        ErrorKind::PermissionDenied => "tidak diizinkan",
        ErrorKind::AlreadyExists => "sudah ada",
        ErrorKind::StorageFull => "disk penuh",
        ErrorKind::QuotaExceeded => "jatah disk habis",
        ErrorKind::ReadOnlyFilesystem => "disk ini hanya bisa dibaca",
        ErrorKind::NotADirectory => "bukan folder",
        ErrorKind::IsADirectory => "ini folder",
        ErrorKind::DirectoryNotEmpty => "folder tidak kosong",
        ErrorKind::FileTooLarge => "berkas terlalu besar",
        ErrorKind::InvalidFilename => "nama berkas ini tidak diterima",
        _ if is_held(error) => "sedang dipakai program lain",
        ErrorKind::AddrInUse => "porta sudah dipakai program lain",
        ErrorKind::AddrNotAvailable => "alamat ini tidak ada di komputer ini",
        _ => return None,
    };
    let number = error.raw_os_error().map_or(String::new(), |number| format!(" (os error {number})"));
    Some(kata(format!("{id}{number}"), error.to_string()))
}

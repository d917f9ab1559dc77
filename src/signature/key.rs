//! Keys: made, read, and written on a sheet for the safe.

use crate::bahasa::{Kata, kata};
use crate::refusal::{Because, refused};
use crate::value::kunci_publik::KunciPublik;
use anyhow::Result;
use minisign::{KeyPair, PublicKey, SecretKeyBox};
use std::fmt::{self, Debug, Formatter};

/// A secret key, ready to sign. It says nothing of itself where it is shown.
pub struct SecretKey {
    inner: minisign::SecretKey,
    public: KunciPublik,
}

/// A pair of keys as the texts of their files.
pub struct NewKey {
    /// The secret key; under a passphrase, where one was given.
    pub secret: String,
    /// The public key's file.
    pub public_file: String,
    /// The public key.
    pub public: KunciPublik,
}

impl Debug for SecretKey {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecretKey").field("public", &self.public).finish_non_exhaustive()
    }
}

/// Makes a pair of keys from what the system has by chance; a passphrase keeps the secret one from whoever finds its file.
pub fn make(passphrase: Option<String>) -> Result<NewKey> {
    let making = || kata("membuat kunci", "making a key");
    let pair = match passphrase {
        Some(passphrase) => KeyPair::generate_encrypted_keypair(Some(passphrase)),
        None => KeyPair::generate_unencrypted_keypair(),
    };
    let KeyPair { pk, sk } = pair.because(making)?;
    let public = public(&pk)?;
    let comment = format!("pilkada: kunci RAHASIA {}", public.fingerprint());
    let secret = sk.to_box(Some(&comment)).because(making)?.into_string();
    let public_file = format!("untrusted comment: pilkada: kunci publik {}\n{public}\n", public.fingerprint());
    Ok(NewKey { secret, public_file, public })
}

impl SecretKey {
    /// Reads the text of a secret key's file; `passphrase` is asked where the key is under one.
    pub fn read(text: &str, passphrase: impl FnOnce() -> Result<String>) -> Result<Self> {
        let boxed = || SecretKeyBox::from_string(text.trim_end()).because(no_secret_key);
        let inner = match boxed()?.into_unencrypted_secret_key() {
            Ok(open) => open,
            Err(_) => boxed()?.into_secret_key(Some(passphrase()?)).map_err(|_| refused(not_opened()))?,
        };
        let public = public(&PublicKey::from_secret_key(&inner).because(no_secret_key)?)?;
        Ok(Self { inner, public })
    }

    /// The public key that belongs to it.
    pub fn public(&self) -> &KunciPublik {
        &self.public
    }

    pub(super) fn inner(&self) -> &minisign::SecretKey {
        &self.inner
    }
}

fn public(key: &PublicKey) -> Result<KunciPublik> {
    KunciPublik::in_file(&key.to_base64())
        .because(|| kata("kunci publik tidak terbaca", "the public key cannot be read"))
}

fn no_secret_key() -> Kata {
    kata("ini bukan kunci rahasia yang ditulis pilkada kunci", "this is no secret key that pilkada kunci wrote")
}

fn not_opened() -> Kata {
    kata("kata sandi tidak cocok dengan kunci ini", "the passphrase does not open this key")
}

/// A page to print and lock away: with it the key can be typed in again when every disk is lost.
pub fn recovery_sheet(key: &NewKey) -> String {
    let lines: Vec<&str> = key.secret.lines().collect();
    let (comment, secret) = (lines.first().copied().unwrap_or_default(), lines.get(1).copied().unwrap_or_default());
    // In groups of eight a person types without losing the place; the spaces are no part of the key.
    let groups: Vec<String> =
        secret.as_bytes().chunks(8).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    let rows: Vec<String> = groups.chunks(4).map(|row| row.join(" ")).collect();
    let (fingerprint, public) = (key.public.fingerprint(), &key.public);
    format!(
        "LEMBAR CADANGAN KUNCI PENERBITAN — RAHASIA\n\
         Cetak, simpan di brankas, lalu hapus berkas ini. Siapa pun yang memegang lembar ini (dan kata sandinya,\n\
         bila ada) dapat menandatangani situs atas nama kantor ini.\n\n\
         Sidik kunci publik : {fingerprint}\n\
         Kunci publik       : {public}\n\n\
         Untuk memulihkan: tulis dua baris berikut ke sebuah berkas, baris kedua TANPA spasi dan tanpa ganti baris.\n\
         Lalu jalankan: pilkada sign --kunci BERKAS\n\n\
         {comment}\n\n    {}\n\n\
         Banyaknya huruf di baris kedua: {}\n",
        rows.join("\n    "),
        secret.len(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_signs_again_after_it_was_typed_from_its_sheet() {
        let key = make(None).unwrap();
        let sheet = recovery_sheet(&key);
        assert!(sheet.contains(&key.public.fingerprint()));
        let comment = sheet.lines().find(|line| line.starts_with("untrusted comment")).unwrap();
        let typed: String = sheet.lines().filter_map(|line| line.strip_prefix("    ")).collect();
        let typed = format!("{comment}\n{}\n", typed.replace(' ', ""));
        let read = SecretKey::read(&typed, || panic!("there is no passphrase")).unwrap();
        assert_eq!(*read.public(), key.public);
        assert!(!format!("{read:?}").contains(typed.lines().nth(1).unwrap()));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in ["", "kunci", "untrusted comment: x\nRWAAAA\n"] {
            assert!(SecretKey::read(text, || Ok(String::new())).is_err(), "{text}");
        }
    }
}

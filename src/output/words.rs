//! Why the disk, or what is on it, keeps a site from being published.

use crate::bahasa::{Kata, kata};
use crate::refusal::refused;
use std::path::Path;

pub(super) fn making_folder(folder: &Path) -> Kata {
    let folder = folder.display();
    kata(format!("membuat folder {folder}"), format!("making the folder {folder}"))
}

pub(super) fn writing(path: &Path) -> Kata {
    let path = path.display();
    kata(format!("menulis {path}"), format!("writing {path}"))
}

pub(super) fn deleting(path: &Path) -> Kata {
    let path = path.display();
    kata(format!("menghapus {path}"), format!("deleting {path}"))
}

pub(super) fn publishing(output: &Path) -> Kata {
    let output = output.display();
    kata(format!("menerbitkan ke {output}"), format!("publishing to {output}"))
}

pub(super) fn reading_folder(folder: &Path) -> Kata {
    let folder = folder.display();
    kata(format!("membaca folder {folder}"), format!("reading the folder {folder}"))
}

pub(super) fn is_link(path: &Path) -> anyhow::Error {
    let path = path.display();
    refused(kata(
        format!("{path} adalah tautan simbolik; hasil tidak ditulis melalui tautan"),
        format!("{path} is a symbolic link; the site is not written through links"),
    ))
}

pub(super) fn foreign(path: &Path) -> anyhow::Error {
    let path = path.display();
    refused(kata(
        format!("{path} bukan buatan pilkada dan akan hilang; pindahkan dulu, atau pilih folder lain dengan --output"),
        format!(
            "{path} was not made by pilkada and would be lost; move it first, or choose another folder with --output"
        ),
    ))
}

/// What was remembered of the published site was thrown away because it is damaged.
pub(super) fn state_is_damaged(path: &Path) -> Kata {
    let path = path.display();
    kata(
        format!("catatan {path} rusak atau dari versi lain; seluruh situs ditulis ulang"),
        format!("the record {path} is damaged or of another version; the whole site is written anew"),
    )
}

/// What was remembered is of another folder than the published one.
pub(super) fn state_is_foreign(path: &Path) -> Kata {
    let path = path.display();
    kata(
        format!("catatan {path} bukan tentang situs yang sekarang terbit; seluruh situs ditulis ulang"),
        format!("the record {path} is not about the site that is published now; the whole site is written anew"),
    )
}

/// Another program has a file of the published site open, and the system moves no such folder.
pub(super) fn held(output: &Path) -> Kata {
    let output = output.display();
    kata(
        format!("{output} sedang dipakai program lain; tutup jendela dan program yang membukanya, lalu jalankan lagi"),
        format!(
            "{output} is in use by another program; close the windows and programs that have it open, then run again"
        ),
    )
}

/// The folder is where a disk or a container's volume is mounted.
pub(super) fn mounted(output: &Path) -> anyhow::Error {
    let output = output.display();
    refused(kata(
        format!(
            "{output} adalah titik pasang (volume atau diska), yang tidak bisa ditukar sekaligus; terbitkan ke folder di dalamnya \
             dengan --output {output}/situs, atau pasang volume itu satu tingkat di atasnya"
        ),
        format!(
            "{output} is a mount point (a volume or a disk), which cannot change places in one step; publish to a folder in it \
             with --output {output}/situs, or mount the volume one level further up"
        ),
    ))
}

//! Pictures and attachments: where they lie on the site.

use crate::page::address::Address;

/// The address of a file that lies beside a record.
pub(super) fn beside(record: &str, berkas: &str) -> Address {
    let folder = record.rsplit_once('/').map_or("", |(folder, _)| folder);
    at(&format!("{folder}/{berkas}"))
}

/// The address of a file of the content.
pub(super) fn at(path: &str) -> Address {
    let below = path.strip_prefix("content/").unwrap_or(path);
    Address::root(below.strip_prefix("wilayah/").unwrap_or(below))
}

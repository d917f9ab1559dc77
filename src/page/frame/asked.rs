//! Which links of the site a piece of work followed, and where they led: its outcome is another one where they lead elsewhere.

use crate::page::frame::address::Address;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use xxhash_rust::xxh3::xxh3_64;

/// A link as it stood in an article, and where it was found to lead.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Asked {
    path: String,
    file: String,
    page: String,
    /// The digest of the address it was found at; 0 for none.
    found: u64,
}

impl Asked {
    /// Whether the link leads there still; `find` says where a path in a file leads that is shown on a page.
    pub(crate) fn holds<'t>(&self, find: impl FnOnce(&str, &str, &Address) -> Option<&'t str>) -> bool {
        digest_of(find(&self.path, &self.file, &Address::root(&self.page))) == self.found
    }
}

fn digest_of(found: Option<&str>) -> u64 {
    found.map_or(0, |address| xxh3_64(address.as_bytes()))
}

thread_local! {
    /// The links that were followed on this thread, while somebody wants to know.
    static ASKED: RefCell<Option<Vec<Asked>>> = const { RefCell::new(None) };
}

/// Does a piece of work and says which links of the site it followed.
pub(crate) fn asked<T>(work: impl FnOnce() -> T) -> (T, Vec<Asked>) {
    let around = ASKED.replace(Some(Vec::new()));
    let done = work();
    (done, ASKED.replace(around).unwrap_or_default())
}

/// Notes that a path in a file that is shown on a page was followed, and where it was found to lead.
pub(crate) fn note((path, file, page): (&str, &str, &Address), found: Option<&str>) {
    ASKED.with_borrow_mut(|asked| {
        if let Some(asked) = asked {
            let (page, found) = (page.file().to_owned(), digest_of(found));
            let link = Asked { path: path.to_owned(), file: file.to_owned(), page, found };
            if !asked.contains(&link) {
                asked.push(link);
            }
        }
    });
}

/// Notes links that were followed before, by work whose outcome is used again.
pub(crate) fn note_all(links: &[Asked]) {
    ASKED.with_borrow_mut(|asked| {
        if let Some(asked) = asked {
            asked.extend_from_slice(links);
        }
    });
}

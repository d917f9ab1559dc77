//! The pages of a site while they are planned.

use crate::model::Model;
use crate::model::tracked;
use crate::page::frame::address::Address;
use crate::page::frame::article::LinkTargets;
use crate::page::frame::page::{Body, Dependencies, Page};
use std::sync::Arc;

/// The pages planned so far.
pub(crate) struct Plan<'m> {
    /// What they are made from.
    pub model: &'m Model,
    /// Where links will lead.
    pub targets: Arc<LinkTargets>,
    /// In the order in which they were added.
    pub pages: Vec<Page<'m>>,
}

impl<'m> Plan<'m> {
    /// Adds a page made from no one file.
    pub fn add(&mut self, address: Address, body: impl Fn() -> Body<'m> + Send + Sync + 'm) {
        self.put((None, None), address, Box::new(body));
    }

    fn put(
        &mut self,
        (origin, key): (Option<&'m str>, Option<&'m str>),
        address: Address,
        body: Box<dyn Fn() -> Body<'m> + Send + Sync + 'm>,
    ) {
        let dependencies = Dependencies::Model { parts: tracked::so_far(), held: 0 };
        self.pages.push(Page { address, origin, key, dependencies, body });
    }

    /// Says that the page added last holds something that was worked out [aside](tracked::aside), by its digest.
    pub fn holds(&mut self, digest: u128) {
        if let Some(Dependencies::Model { held, .. }) = self.pages.last_mut().map(|page| &mut page.dependencies) {
            *held = digest;
        }
    }

    /// Says that the page added last is a file that is read when the page is made.
    pub fn is_read_late(&mut self) {
        if let Some(page) = self.pages.last_mut() {
            page.dependencies = Dependencies::Berkas;
        }
    }

    /// Where links will lead, for pages that show articles.
    pub fn tujuan(&self) -> Arc<LinkTargets> {
        Arc::clone(&self.targets)
    }

    /// Adds one of the pages that a file of many things stands behind; links to the file do not lead to it.
    pub fn add_listed(
        &mut self,
        (origin, key): (&'m str, &'m str),
        address: Address,
        body: impl Fn() -> Body<'m> + Send + Sync + 'm,
    ) {
        self.put((Some(origin), Some(key)), address, Box::new(body));
    }

    /// Adds a page that one file stands behind.
    pub fn add_from(&mut self, origin: &'m str, address: Address, body: impl Fn() -> Body<'m> + Send + Sync + 'm) {
        self.put((Some(origin), None), address, Box::new(body));
    }
}

//! A site in memory.

use pilkada::render::sink::{File, Sink};
use std::collections::BTreeMap;
use std::sync::Mutex;

/// Takes drawn files and keeps them; a file drawn twice is a mistake of ours.
#[derive(Default)]
pub struct Memory(Mutex<BTreeMap<String, Vec<u8>>>);

impl Memory {
    /// The files by path.
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        self.0.into_inner().unwrap()
    }
}

impl Sink for Memory {
    fn put(&self, file: File) -> anyhow::Result<()> {
        let clash = self.0.lock().unwrap().insert(file.path.clone(), file.bytes);
        anyhow::ensure!(clash.is_none(), "{} was drawn twice", file.path);
        Ok(())
    }
}

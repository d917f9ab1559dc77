//! A published site behind an address.

use crate::bahasa::kata;
use crate::refusal::{Because, refused};
use crate::signature::published::Published;
use crate::value::jalur::encoded;
use anyhow::Result;
use std::time::Duration;
use ureq::Agent;

/// How long a file may take to come: a slow line, and not a server that holds on for ever.
const PATIENCE: Duration = Duration::from_mins(1);
/// The longest file that is taken: nothing that a site publishes is longer.
const LONGEST: u64 = 512 << 20;

/// A site behind this address, whose files are fetched one by one.
#[derive(Debug)]
pub struct Site {
    base: String,
    agent: Agent,
}

impl Site {
    /// The site behind an address such as `https://contoh.go.id/pilkada/`.
    pub fn new(address: &str) -> Self {
        let base = format!("{}/", address.trim_end_matches("/index.html").trim_end_matches('/'));
        // A file that is elsewhere by now is not there; and what comes packed is not what was signed.
        let settings =
            Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE)).max_redirects(3);
        Self { base, agent: settings.build().into() }
    }
}

impl Published for Site {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>> {
        let address = format!("{}{}", self.base, encoded(path));
        let fetching = || kata(format!("mengambil {address}"), format!("fetching {address}"));
        let mut answer = self.agent.get(&address).header("cache-control", "no-cache").call().because(fetching)?;
        match answer.status().as_u16() {
            200 => answer.body_mut().with_config().limit(LONGEST).read_to_vec().map(Some).because(fetching),
            404 | 410 => Ok(None),
            status => Err(refused(kata(
                format!("{address} dijawab dengan status {status}"),
                format!("{address} is answered with status {status}"),
            ))),
        }
    }

    fn names(&self) -> Result<Option<Vec<String>>> {
        Ok(None)
    }

    fn at_once(&self) -> usize {
        8
    }
}

//! Who may ask: no web page elsewhere reads a preview through a name that it turned to this machine.

use hyper::header::HOST;
use hyper::{HeaderMap, Uri};
use std::net::{IpAddr, Ipv6Addr};

/// Which names the preview answers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guard {
    /// Names of this machine only: `localhost` and the loopback addresses.
    Loopback,
    /// Any name: whoever listens on another address wants to be visited.
    Open,
}

impl Guard {
    /// The guard for an address that is listened on.
    pub fn of(address: IpAddr) -> Self {
        if address.is_loopback() { Self::Loopback } else { Self::Open }
    }

    /// Whether a request is meant for us.
    pub fn admits(self, uri: &Uri, headers: &HeaderMap) -> bool {
        if self == Self::Open {
            return true;
        }
        let mut hosts = headers.get_all(HOST).iter();
        let named = match (hosts.next(), hosts.next()) {
            (Some(host), None) => host.to_str().is_ok_and(is_loopback),
            _ => false,
        };
        named && uri.authority().is_none_or(|authority| is_loopback(authority.as_str()))
    }
}

/// Whether `name:port` names this machine.
fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((inside, _)) => return inside.parse::<Ipv6Addr>().is_ok_and(|address| address.is_loopback()),
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    };
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    name == "localhost"
        || name.ends_with(".localhost")
        || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::is_loopback;

    #[test]
    fn only_names_of_this_machine_are_its_own() {
        for own in
            ["localhost", "LOCALHOST:8000", "situs.localhost:1", "127.0.0.1:8000", "127.9.9.9", "[::1]:80", "[::1]"]
        {
            assert!(is_loopback(own), "{own}");
        }
        for foreign in
            ["", "jahat.example", "127.0.0.1.jahat.example:8000", "localhost.jahat.example", "10.0.0.1", "[::2]"]
        {
            assert!(!is_loopback(foreign), "{foreign}");
        }
    }
}

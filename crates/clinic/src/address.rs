//! From which address somebody asks. Behind a proxy that is what the proxy says, and nobody else.

use axum::http::{HeaderMap, HeaderName, header};
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// The proxies that may ask, and how they tell the visitor's address.
#[derive(Clone, Debug)]
pub struct Proxies {
    /// Their addresses.
    pub from: Vec<IpAddr>,
    /// The header: `Forwarded` (RFC 7239), or one that lists addresses as `X-Forwarded-For` does.
    pub header: HeaderName,
}

impl Proxies {
    /// Whether this is one of them.
    pub fn are(&self, peer: IpAddr) -> bool {
        self.from.iter().any(|from| from.to_canonical() == peer.to_canonical())
    }

    /// The visitor's address: what the proxy has added last. What stands before it, anybody may have written. The
    /// proxy's own where it says none.
    pub fn visitor(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let last = headers.get_all(&self.header).iter().next_back().and_then(|value| value.to_str().ok());
        let hop = last.and_then(|value| value.rsplit(',').next()).map(str::trim).unwrap_or_default();
        let told = if self.header == header::FORWARDED { of_forwarded(hop) } else { Some(hop) };
        told.and_then(address).unwrap_or(peer)
    }
}

/// What a hop of `Forwarded` says of who asked.
fn of_forwarded(hop: &str) -> Option<&str> {
    let pairs = hop.split(';').filter_map(|pair| pair.split_once('='));
    let mut named = pairs.filter(|(name, _)| name.trim().eq_ignore_ascii_case("for"));
    named.next().map(|(_, value)| value.trim().trim_matches('"'))
}

/// An address, with or without a port.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    bare.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

/// The network of an address: one household or clinic has a whole /64 of IPv6.
pub fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_proxy_added_last_counts() {
        let proxy: IpAddr = "10.0.0.2".parse().unwrap();
        let visitor = |name: &'static str, values: &[&'static str]| {
            let proxies = Proxies { from: vec![proxy], header: HeaderName::from_static(name) };
            let mut headers = HeaderMap::new();
            values.iter().for_each(|value| {
                headers.append(HeaderName::from_static(name), value.parse().unwrap());
            });
            proxies.visitor(proxy, &headers).to_string()
        };
        for (values, told) in [
            (vec!["192.0.2.7"], "192.0.2.7"),
            (vec!["198.51.100.1, 192.0.2.7"], "192.0.2.7"),
            (vec!["198.51.100.1", "192.0.2.7"], "192.0.2.7"),
            (vec!["192.0.2.7:4711"], "192.0.2.7"),
            (vec!["[2001:db8::1]:4711"], "2001:db8::1"),
            (vec!["2001:db8::1"], "2001:db8::1"),
            (vec!["198.51.100.1, unknown"], "10.0.0.2"),
            (vec!["198.51.100.1,"], "10.0.0.2"),
            (vec![], "10.0.0.2"),
        ] {
            assert_eq!(visitor("x-forwarded-for", &values), told, "{values:?}");
        }
        for (values, told) in [
            (vec!["for=198.51.100.1, for=192.0.2.7;proto=https"], "192.0.2.7"),
            (vec!["proto=https;For=\"[2001:db8::1]:4711\""], "2001:db8::1"),
            (vec!["for=_hidden"], "10.0.0.2"),
            (vec!["192.0.2.7"], "10.0.0.2"),
        ] {
            assert_eq!(visitor("forwarded", &values), told, "{values:?}");
        }
    }
}

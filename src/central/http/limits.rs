//! How much one asker gets: buckets by station and by address.
//!
//! Invariants: a station with hundreds of batches to send gets through; no bucket is shared by
//! stations at different addresses, so that nobody empties another's by using its name; who is
//! turned away is told when to come back, and nothing was decided about what they sent.

use super::answer::{Failure, failure};
use crate::central::metrics;
use crate::consultation::StationId;
use axum::extract::connect_info::ConnectInfo;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many seconds' worth a bucket holds when it is full.
const BURST_SECONDS: u32 = 40;

/// Buckets that are full again are forgotten after so many requests.
const SWEEP: u32 = 4096;

/// What the server allows those who ask.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Connections at once; more are closed.
    pub connections: usize,
    /// Of these, connections of one address, or of one network of IPv6; more are closed. 0: any
    /// number. Behind a proxy all connections are the proxy's, and it counts those who ask.
    pub connections_each: usize,
    /// How long the first lines of a request may take, and how long a connection may be idle: before a
    /// request, between two parts of its body, or because what is answered is not read.
    pub header: Duration,
    /// How long a body may take.
    pub body: Duration,
    /// How long a whole request may take, its body and the work for it included.
    pub request: Duration,
    /// How long what was begun may take when the server stops.
    pub grace: Duration,
    /// Batches and introductions of one station at one address, per second; a pause of 40
    /// seconds saves up 40 times as many. 0: no limit.
    pub station: u32,
    /// Requests of one address, per second; saved up likewise. 0: no limit.
    pub address: u32,
    /// Whether a proxy stands before the server and says, last in `Forwarded` or
    /// `X-Forwarded-For`, who asks.
    pub behind_proxy: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1024,
            connections_each: 128,
            header: Duration::from_secs(30),
            body: Duration::from_mins(2),
            request: Duration::from_mins(3),
            grace: Duration::from_secs(30),
            station: 10,
            address: 50,
            behind_proxy: false,
        }
    }
}

/// Who asks, as far as limits care; `None` where there is no network in between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Asker(Option<IpAddr>);

type Buckets<K> = Option<DefaultKeyedRateLimiter<K>>;

/// The buckets.
#[derive(Debug)]
pub(super) struct Gate {
    limits: Limits,
    stations: Buckets<(Asker, StationId)>,
    addresses: Buckets<Asker>,
    asked: AtomicU32,
    /// Room for bodies that nobody has looked at yet, in KiB.
    bodies: Arc<Semaphore>,
}

/// What all bodies that are on their way may take of the memory, in KiB: half a GiB.
const BODIES: usize = 512 * 1024;

/// What each body may take beside that, in KiB: a question, or a small batch, never waits for large ones.
const FREE: usize = 64;

/// Room in memory for a body, as far as it has arrived; given back when this is dropped.
#[derive(Debug, Default)]
pub(super) struct Room(Option<OwnedSemaphorePermit>);

impl Gate {
    pub fn new(limits: Limits) -> Arc<Self> {
        Arc::new(Self {
            stations: quota(limits.station).map(RateLimiter::keyed),
            addresses: quota(limits.address).map(RateLimiter::keyed),
            asked: AtomicU32::new(0),
            bodies: Arc::new(Semaphore::new(BODIES)),
            limits,
        })
    }

    /// Makes room for so many bytes of a body in all, as soon as there is; `None` if that takes too long.
    pub async fn enlarge(&self, room: &mut Room, bytes: usize) -> Option<()> {
        let has = room.0.as_ref().map_or(0, OwnedSemaphorePermit::num_permits);
        let more = bytes.div_ceil(1024).saturating_sub(FREE + has);
        if more == 0 {
            return Some(());
        }
        let more = Arc::clone(&self.bodies).acquire_many_owned(u32::try_from(more).ok()?);
        let more = tokio::time::timeout(self.limits.header, more).await;
        let more = more.ok()?.ok()?;
        match &mut room.0 {
            Some(room) => room.merge(more),
            none => *none = Some(more),
        }
        Some(())
    }

    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Whether a station may send now.
    pub fn station(&self, asker: Asker, station: &StationId) -> Result<(), Failure> {
        match &self.stations {
            Some(buckets) => allowed(buckets.check_key(&(asker, station.clone())).is_ok()),
            None => Ok(()),
        }
    }

    fn address(&self, asker: Asker) -> Result<(), Failure> {
        let Some(buckets) = &self.addresses else {
            return Ok(());
        };
        if self.asked.fetch_add(1, Ordering::Relaxed) % SWEEP == SWEEP - 1 {
            buckets.retain_recent();
            if let Some(stations) = &self.stations {
                stations.retain_recent();
            }
        }
        allowed(buckets.check_key(&asker).is_ok())
    }

    fn asker(&self, request: &Request) -> Asker {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map(|ConnectInfo(peer)| peer.ip());
        let forwarded = self
            .limits
            .behind_proxy
            .then(|| forwarded(request.headers()));
        Asker(forwarded.flatten().or(peer).map(network))
    }
}

fn quota(each_second: u32) -> Option<Quota> {
    let each_second = NonZeroU32::new(each_second)?;
    let burst = NonZeroU32::new(BURST_SECONDS)?.saturating_mul(each_second);
    Some(Quota::per_second(each_second).allow_burst(burst))
}

fn allowed(yes: bool) -> Result<(), Failure> {
    if yes {
        return Ok(());
    }
    metrics::limited();
    Err(failure(StatusCode::TOO_MANY_REQUESTS))
}

/// One subscriber has a whole network of IPv6.
pub(super) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => Ipv6Addr::from(u128::from(v6) & !u128::from(u64::MAX)).into(),
        v4 @ IpAddr::V4(_) => v4,
    }
}

/// Who the proxy says that asks: the last of the list, since the ones before are the asker's own
/// words.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let last = |name: &str| {
        let value = headers.get_all(name).iter().next_back()?.to_str().ok()?;
        value.rsplit(',').next().map(str::trim)
    };
    let of_standard = || {
        let pairs = last("forwarded")?.split(';');
        let mut pairs = pairs.filter_map(|pair| pair.trim().split_once('='));
        let (_, node) = pairs.find(|(name, _)| name.eq_ignore_ascii_case("for"))?;
        address(node.trim_matches('"'))
    };
    last("x-forwarded-for")
        .and_then(address)
        .or_else(of_standard)
}

/// `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:80`.
fn address(text: &str) -> Option<IpAddr> {
    if let Ok(address) = text.parse() {
        return Some(address);
    }
    if let Ok(with_port) = text.parse::<SocketAddr>() {
        return Some(with_port.ip());
    }
    text.strip_prefix('[')?.strip_suffix(']')?.parse().ok()
}

/// Lets a request in, or says when to come back; and gives it no longer than it may take. What
/// was begun on the ledger goes on, and whoever sends the same again finds it done.
pub(super) async fn keep(
    State(gate): State<Arc<Gate>>,
    mut request: Request,
    next: Next,
) -> Response {
    let asker = gate.asker(&request);
    // Whoever watches the server must not be turned away because of others behind one proxy.
    let watched = request.uri().path().starts_with("/health");
    if !watched && let Err(turned_away) = gate.address(asker) {
        return turned_away.into_response();
    }
    request.extensions_mut().insert(asker);
    request.extensions_mut().insert(Arc::clone(&gate));
    let answer = tokio::time::timeout(gate.limits.request, next.run(request)).await;
    answer.unwrap_or_else(|_| failure(StatusCode::SERVICE_UNAVAILABLE).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderName, HeaderValue};

    fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        lines
            .iter()
            .map(|(name, value)| {
                (
                    HeaderName::from_static(name),
                    HeaderValue::from_static(value),
                )
            })
            .collect()
    }

    #[test]
    fn only_the_last_word_is_the_proxys() {
        let by = |name, value| forwarded(&headers(&[(name, value)])).map(|a| a.to_string());
        let xff = "x-forwarded-for";
        assert_eq!(by(xff, "6.6.6.6, 192.0.2.7").as_deref(), Some("192.0.2.7"));
        assert_eq!(by(xff, "2001:db8::1").as_deref(), Some("2001:db8::1"));
        assert_eq!(by(xff, "192.0.2.7:4711").as_deref(), Some("192.0.2.7"));
        assert_eq!(by(xff, "someone"), None);
        let standard = "for=6.6.6.6, proto=https;For=\"[2001:db8::9]:80\"";
        assert_eq!(by("forwarded", standard).as_deref(), Some("2001:db8::9"));
        assert_eq!(by("forwarded", "for=unknown"), None);
        let mut repeated = HeaderMap::new();
        repeated.append(xff, HeaderValue::from_static("6.6.6.6"));
        repeated.append(xff, HeaderValue::from_static("192.0.2.8"));
        assert_eq!(forwarded(&repeated).unwrap().to_string(), "192.0.2.8");
    }

    #[test]
    fn addresses_of_one_subscriber_are_one() {
        let one: IpAddr = "2001:db8:1:2:aaaa::1".parse().unwrap();
        let other: IpAddr = "2001:db8:1:2:bbbb::9".parse().unwrap();
        let stranger: IpAddr = "2001:db8:1:3::1".parse().unwrap();
        assert_eq!(network(one), network(other));
        assert_ne!(network(one), network(stranger));
        let mapped: IpAddr = "::ffff:192.0.2.1".parse().unwrap();
        assert_eq!(network(mapped).to_string(), "192.0.2.1");
    }

    #[test]
    fn a_station_with_two_hundred_batches_gets_through_and_nobody_empties_its_bucket() {
        let gate = Gate::new(Limits::default());
        let station = StationId::parse("banchetto-1").unwrap();
        let from = |last| Asker(Some(IpAddr::from([192, 0, 2, last])));
        for _ in 0..200 {
            gate.station(from(1), &station).unwrap();
        }
        let mut turned_away = false;
        for _ in 0..2000 {
            turned_away |= gate.station(from(2), &station).is_err();
        }
        assert!(turned_away);
        gate.station(from(1), &station).unwrap();
        let free = Gate::new(Limits {
            station: 0,
            ..Limits::default()
        });
        assert!((0..5000).all(|_| free.station(from(2), &station).is_ok()));
    }

    #[tokio::test]
    async fn room_is_taken_by_what_has_arrived_and_a_little_is_everybodys() {
        let gate = Gate::new(Limits {
            header: Duration::from_millis(20),
            ..Limits::default()
        });
        let left = || gate.bodies.available_permits();
        let (mut large, mut small, mut other) = (Room::default(), Room::default(), Room::default());
        let all = (FREE + BODIES) * 1024;
        gate.enlarge(&mut large, 10).await.unwrap();
        assert_eq!(left(), BODIES);
        gate.enlarge(&mut large, (FREE + 7) * 1024 + 1)
            .await
            .unwrap();
        assert_eq!(left(), BODIES - 8);
        gate.enlarge(&mut large, all).await.unwrap();
        assert_eq!(left(), 0);
        gate.enlarge(&mut small, FREE * 1024).await.unwrap();
        assert!(gate.enlarge(&mut other, FREE * 1024 + 1).await.is_none());
        drop(large);
        assert_eq!(left(), BODIES);
        gate.enlarge(&mut other, FREE * 1024 + 1).await.unwrap();
    }
}

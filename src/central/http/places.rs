//! Places for connections: so many in all, and so many for one address.
//!
//! Invariant: whoever holds all places of one address leaves the others to the others; a place is
//! free again when its connection ends, however it ends.

use super::limits::{Limits, network};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The places of a server.
#[derive(Debug)]
pub(super) struct Places {
    all: Arc<Semaphore>,
    /// How many one address may hold; 0: any number.
    each: usize,
    held: Mutex<HashMap<IpAddr, usize>>,
}

impl Places {
    pub fn new(limits: &Limits) -> Arc<Self> {
        Arc::new(Self {
            all: Arc::new(Semaphore::new(limits.connections)),
            // Behind a proxy all connections come from its address, and are for it to count.
            each: if limits.behind_proxy {
                0
            } else {
                limits.connections_each
            },
            held: Mutex::default(),
        })
    }

    /// A place for a connection from this address, if it is known; `None` if there is none.
    pub fn take(self: &Arc<Self>, from: Option<IpAddr>) -> Option<Place> {
        let in_all = Arc::clone(&self.all).try_acquire_owned().ok()?;
        let from = from.filter(|_| self.each > 0).map(network);
        if let Some(from) = from {
            let mut held = self.held();
            let held = held.entry(from).or_default();
            if *held >= self.each {
                return None;
            }
            *held += 1;
        }
        let of = from.map(|from| (from, Arc::clone(self)));
        Some(Place {
            of,
            _in_all: in_all,
        })
    }

    fn held(&self) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The place of one connection.
#[derive(Debug)]
pub(super) struct Place {
    /// Where it is counted by its address.
    of: Option<(IpAddr, Arc<Places>)>,
    _in_all: OwnedSemaphorePermit,
}

impl Drop for Place {
    fn drop(&mut self) {
        let Some((from, places)) = &self.of else {
            return;
        };
        let mut held = places.held();
        if let Some(n) = held.get_mut(from) {
            *n -= 1;
            if *n == 0 {
                held.remove(from);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(change: impl FnOnce(&mut Limits)) -> Arc<Places> {
        let mut limits = Limits {
            connections: 5,
            connections_each: 2,
            ..Limits::default()
        };
        change(&mut limits);
        Places::new(&limits)
    }

    fn place(places: &Arc<Places>, address: &str) -> Option<Place> {
        places.take(Some(address.parse().unwrap()))
    }

    #[test]
    fn one_address_leaves_places_to_others_and_gets_its_own_back() {
        let places = places(|_| ());
        let one = place(&places, "192.0.2.1").unwrap();
        // The same address in the words of IPv6.
        let two = place(&places, "::ffff:192.0.2.1").unwrap();
        assert!(place(&places, "192.0.2.1").is_none());
        let other = place(&places, "192.0.2.2").unwrap();
        drop(one);
        let again = place(&places, "192.0.2.1").unwrap();
        assert!(place(&places, "192.0.2.1").is_none());
        drop((two, other, again));
        assert!(places.held().is_empty(), "nobody is remembered");
        assert_eq!(places.all.available_permits(), 5, "nor is a place lost");
    }

    #[test]
    fn a_subscriber_of_ipv6_is_one_address() {
        let places = places(|_| ());
        let _held = ["2001:db8:1:2::1", "2001:db8:1:2:ffff::2"].map(|a| place(&places, a).unwrap());
        assert!(place(&places, "2001:db8:1:2:3::4").is_none());
        assert!(place(&places, "2001:db8:1:3::1").is_some());
    }

    #[test]
    fn in_all_there_are_no_more_than_there_are() {
        let places = places(|_| ());
        let held: Vec<_> = (0..9)
            .filter_map(|n| places.take(Some(IpAddr::from([192, 0, 2, n]))))
            .collect();
        assert_eq!(held.len(), 5);
        drop(held);
        assert!(places.held().is_empty(), "who got no place holds none");
    }

    #[test]
    fn behind_a_proxy_its_address_is_everybodys() {
        for change in [
            |limits: &mut Limits| limits.behind_proxy = true,
            |limits: &mut Limits| limits.connections_each = 0,
        ] {
            let places = places(change);
            let held: Vec<_> = (0..9).filter_map(|_| place(&places, "127.0.0.1")).collect();
            assert_eq!(held.len(), 5);
        }
    }
}

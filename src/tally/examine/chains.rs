//! What the stations sent: headers, their chains, bodies.

use super::checklist::{Found, require};
use crate::batch::{BatchKind, Body, Chain, Export, Header, Rows};
use crate::consultation::{Rotation, StationId};
use crate::envelope::{Digest, Signed};

/// What one station sent, with every signature verified.
#[derive(Debug)]
pub struct StationChain {
    /// The station.
    pub station: StationId,
    /// Headers, by sequence.
    pub headers: Vec<Signed<Header>>,
    /// Bodies, by sequence; `None` where not published.
    pub bodies: Vec<Option<Body>>,
    /// Digest of the last header; of the rotation if nothing was sent.
    pub head: Digest,
}

impl StationChain {
    /// Headers with their bodies.
    pub fn batches(&self) -> impl Iterator<Item = (&Header, Option<&Rows>)> {
        self.headers
            .iter()
            .map(Signed::value)
            .zip(self.bodies.iter().map(|b| b.as_ref().map(|b| &b.rows)))
    }

    /// Whether the chain ends with minutes that close the station for good.
    pub fn closed(&self) -> bool {
        matches!(self.batches().last(), Some((_, Some(Rows::Minutes(m)))) if m.last)
    }

    /// Rows that the headers of one kind announce.
    pub fn announced(&self, kind: BatchKind) -> u64 {
        let of_kind = self
            .headers
            .iter()
            .map(Signed::value)
            .filter(|h| h.kind == kind);
        of_kind.map(|h| h.count).fold(0, u64::saturating_add)
    }
}

/// Every header: signed by its station's key, of the kind that its file says.
pub(super) fn headers(
    export: &Export,
    rotations: &[Signed<Rotation>],
) -> Found<Vec<Vec<Signed<Header>>>> {
    let mut all = Vec::with_capacity(rotations.len());
    for (s, rotation) in export.stations.iter().zip(rotations) {
        let mut of_station = Vec::with_capacity(s.batches.len());
        for b in &s.batches {
            let place = || format!("{} batch {}", s.station, b.sequence);
            let header: Signed<Header> = Signed::open(&b.header, &rotation.value().station_key)
                .map_err(|e| format!("{}: {e}", place()))?;
            let h = header.value();
            require((h.sequence, h.kind) == (b.sequence, b.kind), || {
                format!("{}: the file has the name of another batch", place())
            })?;
            of_station.push(header);
        }
        all.push(of_station);
    }
    let count: usize = all.iter().map(Vec::len).sum();
    Ok((all, format!("{count} batches")))
}

/// Every chain: from the rotation, each header naming the one before, without gaps.
pub(super) fn chains(
    rotations: &[Signed<Rotation>],
    headers: Vec<Vec<Signed<Header>>>,
) -> Found<Vec<StationChain>> {
    let mut all = Vec::with_capacity(rotations.len());
    for (rotation, headers) in rotations.iter().zip(headers) {
        let mut chain = Chain::start(rotation);
        for header in &headers {
            chain
                .follow(header)
                .map_err(|e| format!("{}: {e}", chain.station))?;
        }
        all.push(StationChain {
            station: chain.station,
            bodies: headers.iter().map(|_| None).collect(),
            headers,
            head: chain.head,
        });
    }
    Ok((all, String::new()))
}

/// Every body: the one that its header names, of that kind and count, sorted, each row once.
/// Ballots and minutes must be there.
pub(super) fn bodies(export: &Export, mut chains: Vec<StationChain>) -> Found<Vec<StationChain>> {
    for (s, chain) in export.stations.iter().zip(&mut chains) {
        for ((sent, header), place) in s.batches.iter().zip(&chain.headers).zip(&mut chain.bodies) {
            let at = |why: &str| format!("{} batch {}: {why}", s.station, sent.sequence);
            let Some(bytes) = &sent.body else {
                require(!sent.kind.public(), || at("the body is missing"))?;
                continue;
            };
            let h = header.value();
            let body = Body::read(bytes, &h.body).map_err(|e| at(&e.to_string()))?;
            let said = (body.rows.kind(), body.rows.count());
            require(said == (h.kind, h.count), || {
                at("not of the kind and count that its header says")
            })?;
            *place = Some(body);
        }
    }
    Ok((chains, String::new()))
}

//! What the ledger remembers of ballots, so that none is taken twice.
//!
//! Invariant: a tracker is there once, and so is each nonce and each random point of a station. Of
//! the last two only marks are kept: they answer "is it there?", and nothing else is asked of them.

use super::database::{Row, Table, Value};
use super::page::int;
use super::{LedgerError, Page};
use crate::ballot::{SealedBallot, Tracker};
use crate::consultation::StationId;
use crate::envelope::Digest;
use std::collections::HashSet;

const TRACKERS: Table = Table {
    name: "trackers",
    columns: &["tracker", "station", "sequence"],
};
const MARKS: Table = Table {
    name: "marks",
    columns: &["mark"],
};

/// Bytes of a mark that are its station's.
const OF_STATION: usize = 4;

/// Stands for something that no two ballots of a station may share.
///
/// Sixteen bytes of SHA-256: four of the station, by which its marks lie together, and twelve of the
/// station with the thing. What is the same has the same mark, so no copy passes; two things of one
/// station have one mark by chance once in 2^96, and a station that looks for such a pair has only
/// its own ballot refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::central) struct Mark([u8; 16]);

impl Mark {
    pub fn of_nonce(station: &StationId, nonce: &[u8; 32]) -> Self {
        Self::of(station, b"nonce", nonce)
    }

    pub fn of_point(station: &StationId, point: &[u8; 32]) -> Self {
        Self::of(station, b"point", point)
    }

    fn of(station: &StationId, kind: &[u8], thing: &[u8; 32]) -> Self {
        let station = station.as_str().as_bytes();
        let together = Digest::of_parts("seggio/ledger/station", &[station]);
        let itself = Digest::of_parts("seggio/ledger/mark", &[station, kind, thing]);
        let mut mark = [0; 16];
        let (first, rest) = mark.split_at_mut(OF_STATION);
        for (to, from) in first.iter_mut().zip(together.0) {
            *to = from;
        }
        for (to, from) in rest.iter_mut().zip(itself.0) {
            *to = from;
        }
        Self(mark)
    }

    fn read(mut row: Row) -> Result<Self, LedgerError> {
        let mark = row.bytes()?.try_into();
        mark.map(Self)
            .map_err(|_| LedgerError::Damaged("a mark".to_owned()))
    }
}

impl From<Mark> for Value {
    fn from(mark: Mark) -> Self {
        mark.0.as_slice().into()
    }
}

impl Page<'_> {
    /// Remembers ballots; `false` if a tracker, or a nonce or random point of the same station, was
    /// known.
    pub fn put_ballots(
        &self,
        ballots: &[SealedBallot],
        sequence: u64,
    ) -> Result<bool, LedgerError> {
        let tracker = |ballot: &SealedBallot| {
            let station = Value::from(ballot.station().as_str());
            Ok(vec![ballot.tracker().0.into(), station, int(sequence)?])
        };
        let trackers = ballots.iter().map(tracker);
        let trackers = trackers.collect::<Result<Vec<_>, LedgerError>>()?;
        let marks = ballots.iter().flat_map(marks);
        let marks = marks.map(|mark| vec![mark.into()]).collect();
        for (table, rows) in [(TRACKERS, trackers), (MARKS, marks)] {
            let all = rows.len() as u64;
            if self.insert(table, rows)? < all {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Those of the ballots' trackers that are known.
    pub fn known_trackers(
        &self,
        ballots: &[SealedBallot],
    ) -> Result<HashSet<Tracker>, LedgerError> {
        let trackers = ballots.iter().map(|b| b.tracker().0.into());
        let found = self.find(TRACKERS, trackers.collect())?;
        let tracker = |mut row: Row| Ok(Tracker(Digest(row.hash()?)));
        found.into_iter().map(tracker).collect()
    }

    /// Those of the ballots' marks that are known.
    pub fn known_marks(&self, ballots: &[SealedBallot]) -> Result<HashSet<Mark>, LedgerError> {
        let found = self.find(
            MARKS,
            ballots.iter().flat_map(marks).map(Value::from).collect(),
        )?;
        found.into_iter().map(Mark::read).collect()
    }
}

/// A ballot's nonce, and its random points.
fn marks(ballot: &SealedBallot) -> impl Iterator<Item = Mark> {
    let station = ballot.station();
    let points = ballot.random_points();
    let points = points.map(move |point| Mark::of_point(station, &point));
    std::iter::once(Mark::of_nonce(station, ballot.nonce())).chain(points)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_tells_apart_stations_kinds_and_things_and_keeps_a_station_together() {
        let [a, b] = ["a", "b"].map(|s| StationId::parse(s).unwrap());
        let (one, two) = ([1; 32], [2; 32]);
        let marks = [
            Mark::of_point(&a, &one),
            Mark::of_point(&a, &two),
            Mark::of_nonce(&a, &one),
            Mark::of_point(&b, &one),
        ];
        let different: std::collections::HashSet<_> = marks.iter().map(|m| &m.0[4..]).collect();
        assert_eq!(different.len(), 4);
        assert_eq!(marks[0], Mark::of_point(&a, &one));
        let [first, second, third, other] = marks.map(|m| m.0[..4].to_vec());
        assert!(first == second && second == third && third != other);
    }
}

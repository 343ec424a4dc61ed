//! No two ballots of a station share a nonce or a random point, and no ballot comes twice: a copy
//! of somebody's ballot would tell, by the totals, what is in it.

use super::ledger::Page;
use super::{CentralError, Refusal};
use crate::ballot::SealedBallot;
use std::collections::HashSet;

/// Refuses copies inside one batch.
pub(super) fn inside(ballots: &[SealedBallot]) -> Result<(), Refusal> {
    let (mut trackers, mut nonces, mut points) = (HashSet::new(), HashSet::new(), HashSet::new());
    for (index, ballot) in ballots.iter().enumerate() {
        if !trackers.insert(ballot.tracker()) {
            return Err(Refusal::RepeatedTracker { index });
        }
        if !nonces.insert(ballot.nonce()) {
            return Err(Refusal::RepeatedNonce { index });
        }
        for point in ballot.random_points() {
            if !points.insert(point) {
                return Err(Refusal::RepeatedPoint { index });
            }
        }
    }
    Ok(())
}

/// Refuses copies of what the ledger already holds.
pub(super) fn of_earlier(page: &Page<'_>, ballots: &[SealedBallot]) -> Result<(), CentralError> {
    for (index, ballot) in ballots.iter().enumerate() {
        let station = ballot.station();
        if page.knows_tracker(ballot.tracker())? {
            return Err(Refusal::RepeatedTracker { index }.into());
        }
        if page.knows_nonce(station, ballot.nonce())? {
            return Err(Refusal::RepeatedNonce { index }.into());
        }
        for point in ballot.random_points() {
            if page.knows_point(station, &point)? {
                return Err(Refusal::RepeatedPoint { index }.into());
            }
        }
    }
    Ok(())
}

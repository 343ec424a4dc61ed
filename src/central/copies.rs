//! No two ballots of a station share a nonce or a random point, and no ballot comes twice: a copy
//! of somebody's ballot would tell, by the totals, what is in it.

use super::ledger::{Mark, Page};
use super::{CentralError, Refusal};
use crate::ballot::SealedBallot;
use std::collections::HashSet;

/// Refuses copies inside one batch.
pub(super) fn inside(ballots: &[SealedBallot]) -> Result<(), Refusal> {
    let (mut trackers, mut marks) = (HashSet::new(), HashSet::new());
    for (index, ballot) in ballots.iter().enumerate() {
        let station = ballot.station();
        if !trackers.insert(ballot.tracker()) {
            return Err(Refusal::RepeatedTracker { index });
        }
        if !marks.insert(Mark::of_nonce(station, ballot.nonce())) {
            return Err(Refusal::RepeatedNonce { index });
        }
        for point in ballot.random_points() {
            if !marks.insert(Mark::of_point(station, &point)) {
                return Err(Refusal::RepeatedPoint { index });
            }
        }
    }
    Ok(())
}

/// Refuses copies of what the ledger already holds.
pub(super) fn of_earlier(page: &Page<'_>, ballots: &[SealedBallot]) -> Result<(), CentralError> {
    let (trackers, marks) = (page.known_trackers(ballots)?, page.known_marks(ballots)?);
    for (index, ballot) in ballots.iter().enumerate() {
        let station = ballot.station();
        if trackers.contains(&ballot.tracker()) {
            return Err(Refusal::RepeatedTracker { index }.into());
        }
        if marks.contains(&Mark::of_nonce(station, ballot.nonce())) {
            return Err(Refusal::RepeatedNonce { index }.into());
        }
        let known = |point| marks.contains(&Mark::of_point(station, &point));
        if !marks.is_empty() && ballot.random_points().any(known) {
            return Err(Refusal::RepeatedPoint { index }.into());
        }
    }
    Ok(())
}

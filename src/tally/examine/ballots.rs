//! Every ballot: its form, its proof, and that nobody copied it.

use super::chains::StationChain;
use super::checklist::{Found, require};
use crate::ballot::{BallotForm, SealedBallot};
use crate::batch::Rows;
use std::collections::HashSet;

/// Reads every ballot: canonical, of this consultation and of the station that sent it.
pub(super) fn read(form: &BallotForm, chains: &[StationChain]) -> Found<Vec<SealedBallot>> {
    let mut all = Vec::new();
    for chain in chains {
        for (header, rows) in chain.batches() {
            let Some(Rows::Ballots(ballots)) = rows else {
                continue;
            };
            for (row, bytes) in ballots.iter().enumerate() {
                let at = |why: &str| {
                    format!(
                        "{} batch {} row {row}: {why}",
                        chain.station, header.sequence
                    )
                };
                let ballot = form.read(bytes).map_err(|e| at(&e.to_string()))?;
                require(*ballot.station() == chain.station, || {
                    at("of another station")
                })?;
                all.push(ballot);
            }
        }
    }
    let detail = format!("{} ballots", all.len());
    Ok((all, detail))
}

/// Every proof.
pub(super) fn proofs(form: &BallotForm, ballots: &[SealedBallot]) -> Found<()> {
    form.verify_all(ballots).map_err(|bad| {
        let name = ballots.get(bad).map(|b| b.tracker().short());
        format!(
            "the proof of ballot {} does not verify",
            name.unwrap_or_default()
        )
    })?;
    Ok(((), format!("{} proofs", ballots.len())))
}

/// No ballot is another one again, cast or opened: no tracker twice, and inside a station no nonce
/// and no R.
pub(super) fn copies(ballots: &[SealedBallot], opened: &[SealedBallot]) -> Found<()> {
    let mut trackers = HashSet::new();
    let mut nonces = HashSet::new();
    let mut points = HashSet::new();
    for b in ballots.iter().chain(opened) {
        let new = trackers.insert(b.tracker())
            && nonces.insert((b.station(), b.nonce()))
            && b.random_points().all(|r| points.insert((b.station(), r)));
        require(new, || format!("ballot {} copies another", b.tracker()))?;
    }
    Ok(((), String::new()))
}

//! Every ballot: its form, its proof, and that nobody copied it.

use super::chains::StationChain;
use super::checklist::{Found, require};
use crate::ballot::{BallotForm, SealedBallot};
use crate::batch::Rows;
use rayon::prelude::*;
use std::collections::HashSet;

/// Reads every ballot: canonical, of this consultation and of the station that sent it.
pub(super) fn read(form: &BallotForm, chains: &[StationChain]) -> Found<Vec<SealedBallot>> {
    let mut sent = Vec::new();
    for chain in chains {
        for (header, rows) in chain.batches() {
            if let Some(Rows::Ballots(ballots)) = rows {
                let rows = ballots.iter().enumerate();
                sent.extend(rows.map(|(row, bytes)| (chain, header.sequence, row, bytes)));
            }
        }
    }
    // Decoding the points is a third of the work: on all cores, and the first error in order.
    let read: Vec<Result<SealedBallot, String>> = sent
        .par_iter()
        .map(|(chain, sequence, row, bytes)| {
            let at = |why: &str| format!("{} batch {sequence} row {row}: {why}", chain.station);
            let ballot = form.read(bytes).map_err(|e| at(&e.to_string()))?;
            let here = *ballot.station() == chain.station;
            require(here, || at("of another station"))?;
            Ok(ballot)
        })
        .collect();
    let all = read.into_iter().collect::<Result<Vec<_>, _>>()?;
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

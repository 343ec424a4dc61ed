//! The ballots that voters opened to test their station: what was revealed is what was sealed.

use super::chains::StationChain;
use super::checklist::{Found, require};
use super::minutes::{of, sum};
use crate::ballot::{BallotForm, SealedBallot};
use crate::batch::{BatchKind, Offer, Rows};
use crate::consultation::Rotation;
use crate::envelope::Signed;

/// Every opening: offered by its station before, of this consultation and station, and recomputed
/// from the revealed seed. As many were sent as the minutes of a closed station say.
pub(super) fn openings(
    form: &BallotForm,
    rotations: &[Signed<Rotation>],
    chains: &[StationChain],
) -> Found<Vec<SealedBallot>> {
    let mut all = Vec::new();
    for (chain, rotation) in chains.iter().zip(rotations) {
        for (header, rows) in chain.batches() {
            let Some(Rows::Openings(rows)) = rows else {
                continue;
            };
            for (place, row) in rows.iter().enumerate() {
                let at = |why: &str| {
                    format!(
                        "{} batch {} row {place}: {why}",
                        chain.station, header.sequence
                    )
                };
                let (ballot, _) = form.open(&row.opening).map_err(|e| at(&e.to_string()))?;
                require(*ballot.station() == chain.station, || {
                    at("of another station")
                })?;
                let offer: Signed<Offer> = Signed::open(&row.offer, &rotation.value().station_key)
                    .map_err(|e| at(&e.to_string()))?;
                let o = offer.value();
                let offered = o.fingerprint == form.fingerprint()
                    && o.station == chain.station
                    && o.tracker == ballot.tracker();
                require(offered, || at("another ballot was offered"))?;
                all.push(ballot);
            }
        }
        let (said, sent) = (
            sum(chain, |m| m.ballots_opened),
            chain.announced(BatchKind::Openings),
        );
        let closed = of(chain).any(|m| m.last);
        require(said <= sent && (!closed || said == sent), || {
            format!(
                "{}: {said} ballots were opened, {sent} were sent",
                chain.station
            )
        })?;
    }
    let detail = format!("{} opened ballots", all.len());
    Ok((all, detail))
}

//! The sealed ballots of a batch: those that were cast, and those that their voters opened.
//!
//! Invariant: what passes [`read`] and [`prove`] is of the station that sent it, well formed and
//! proven; an opened ballot was offered by its station before, and what was revealed of it is
//! what is in it.

use super::{Refusal, copies};
use crate::ballot::{BallotError, BallotForm, SealedBallot};
use crate::batch::{Batch, Offer, OpenedRow, PresenceRow, Rows};
use crate::consultation::{Consultation, StationId};
use crate::envelope::{PublicKey, Signed};

/// The ballots of a batch, each read and of this station, none a copy of another. Proofs are
/// still to be verified.
pub(super) fn read(
    form: &BallotForm,
    batch: &Batch,
    station_key: &PublicKey,
) -> Result<Vec<SealedBallot>, Refusal> {
    let station = &batch.header().value().station;
    let ballots: Vec<SealedBallot> = match &batch.body().rows {
        Rows::Ballots(rows) => {
            let read = |(index, bytes): (usize, &minicbor::bytes::ByteVec)| {
                of_station(form, bytes, station).map_err(|why| Refusal::Ballot { index, why })
            };
            rows.iter()
                .enumerate()
                .map(read)
                .collect::<Result<_, _>>()?
        }
        Rows::Openings(rows) => {
            let read = |(index, row): (usize, &OpenedRow)| {
                offered(form, row, station, station_key)
                    .map_err(|why| Refusal::Opening { index, why })
            };
            rows.iter()
                .enumerate()
                .map(read)
                .collect::<Result<_, _>>()?
        }
        _ => Vec::new(),
    };
    copies::inside(&ballots)?;
    Ok(ballots)
}

/// People are of areas of the consultation: what else a station may write there is no word for
/// the pages.
pub(super) fn people(consultation: &Consultation, batch: &Batch) -> Result<(), Refusal> {
    let Rows::Presence(rows) = &batch.body().rows else {
        return Ok(());
    };
    let unknown = |row: &PresenceRow| consultation.area(row.admitted_as.area()).is_none();
    match rows.iter().position(unknown) {
        Some(index) => Err(Refusal::Area { index }),
        None => Ok(()),
    }
}

/// Verifies every proof, and recomputes every ballot that was opened.
pub(super) fn prove(
    form: &BallotForm,
    batch: &Batch,
    ballots: &[SealedBallot],
) -> Result<(), Refusal> {
    let Rows::Openings(rows) = &batch.body().rows else {
        return form.verify_all(ballots).map_err(|index| Refusal::Ballot {
            index,
            why: BallotError::Proof.to_string(),
        });
    };
    for (index, row) in rows.iter().enumerate() {
        let opened = form.open(&row.opening);
        opened.map_err(|e| Refusal::Opening {
            index,
            why: e.to_string(),
        })?;
    }
    Ok(())
}

fn of_station(
    form: &BallotForm,
    bytes: &[u8],
    station: &StationId,
) -> Result<SealedBallot, String> {
    let ballot = form.read(bytes).map_err(|e| e.to_string())?;
    if ballot.station() == station {
        Ok(ballot)
    } else {
        Err("sealed at another station".to_owned())
    }
}

/// The ballot of an opening, which its station must have offered.
fn offered(
    form: &BallotForm,
    row: &OpenedRow,
    station: &StationId,
    station_key: &PublicKey,
) -> Result<SealedBallot, String> {
    let ballot = of_station(form, &row.opening.ballot, station)?;
    let offer: Signed<Offer> =
        Signed::open(&row.offer, station_key).map_err(|e| format!("the offer: {e}"))?;
    let right = Offer {
        fingerprint: form.fingerprint(),
        station: station.clone(),
        tracker: ballot.tracker(),
    };
    if *offer.value() == right {
        Ok(ballot)
    } else {
        Err("another ballot was offered".to_owned())
    }
}

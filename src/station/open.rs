//! Opening a sealed ballot instead of casting it: the voter tests the station.
//!
//! Invariant: the opened ballot is kept with its seed and the station's offer, and nothing of the
//! person; the admission stays as it was, unspent.

use super::{Admission, Event, Station, StationError, journal};
use crate::ballot::{Opening, Sealing};
use crate::batch::{Offer, OpenedRow};
use crate::envelope::{Signed, cbor};
use minicbor::bytes::ByteVec;

impl Station {
    /// Records a ballot as opened. It will be published with its choice; the person whose
    /// admission is at the screen may seal another.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "an opened ballot can never be cast"
    )]
    pub fn open_ballot(
        &mut self,
        admission: &Admission,
        sealing: Sealing,
        offer: &Signed<Offer>,
    ) -> Result<(), StationError> {
        if offer.value().tracker != sealing.ballot.tracker() {
            return Err(StationError::NotAdmitted);
        }
        let day = self.open_day_number()?.ok_or(StationError::DayNotOpen)?;
        let row = OpenedRow {
            opening: Opening::of(&sealing),
            offer: ByteVec::from(offer.bytes().to_vec()),
        };
        let hour = self.clock.hour();
        let tx = self.db.transaction()?;
        let voting: bool = tx.query_row(
            "SELECT count(*) > 0 FROM admissions WHERE id = ?1 AND state = 'voting'",
            [&admission.id[..]],
            |r| r.get(0),
        )?;
        if !voting {
            return Err(StationError::NotAdmitted);
        }
        tx.execute(
            "INSERT INTO openings(tracker, day, row) VALUES (?1, ?2, ?3)",
            (&row.tracker().0.0[..], day, cbor::encode(&row)),
        )?;
        journal::append(&tx, hour, &Event::BallotOpened)?;
        tx.commit()?;
        Ok(())
    }
}

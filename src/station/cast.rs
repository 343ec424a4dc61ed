//! Sealing, offering and casting.
//!
//! Invariant: casting is one transaction: admission spent, voter row with its sealed link, ballot
//! row, journal entry. It is on disk before anyone is told; if it fails, the admission comes back
//! unspent.

use super::{Admission, AdmissionState, Event, Station, StationError, admission, journal};
use crate::ballot::{Choices, Sealing, Tracker};
use crate::batch::{Link, Offer};
use crate::envelope::{Signed, cbor};

/// What the voter takes away after casting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// Names the ballot that is in the box.
    pub tracker: Tracker,
}

/// The cast did not happen.
#[derive(Debug)]
pub struct CastFailed {
    /// The permission, unspent; `None` if the store cannot even say.
    pub admission: Option<Admission>,
    /// What went wrong.
    pub error: StationError,
}

impl Station {
    /// Seals choices and signs the offer of their tracker. Nothing is stored: every sealing is
    /// fresh, and only a cast one leaves a trace.
    pub fn offer(&self, choices: &Choices) -> Result<(Sealing, Signed<Offer>), StationError> {
        let station = &self.certificate.value().station;
        let sealing = self.form.seal(choices, station)?;
        let offer = self.key.sign(Offer {
            fingerprint: self.manifest.digest(),
            station: station.clone(),
            tracker: sealing.ballot.tracker(),
        });
        Ok((sealing, offer))
    }

    /// Casts a sealed ballot, spending the admission. The sealing's seed is wiped.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "casting uses up the admission and wipes the seed"
    )]
    pub fn cast(
        &mut self,
        admission: Admission,
        sealing: Sealing,
    ) -> Result<Slip, Box<CastFailed>> {
        let tracker = sealing.ballot.tracker();
        match self.cast_in_one_transaction(&admission, &sealing) {
            Ok(()) => {
                self.has_voted(admission.pseudonym);
                Ok(Slip { tracker })
            }
            // A commit may fail after it was made: the store is the truth.
            Err(error) => match self.is_cast(&admission, tracker) {
                Ok(true) => {
                    self.has_voted(admission.pseudonym);
                    Ok(Slip { tracker })
                }
                Ok(false) => Err(Box::new(CastFailed {
                    admission: Some(admission),
                    error,
                })),
                Err(_) => Err(Box::new(CastFailed {
                    admission: None,
                    error,
                })),
            },
        }
    }

    fn cast_in_one_transaction(
        &mut self,
        admission: &Admission,
        sealing: &Sealing,
    ) -> Result<(), StationError> {
        let hour = self.clock.hour();
        let tracker = sealing.ballot.tracker();
        let link = Link {
            fingerprint: self.manifest.digest(),
            station: self.certificate.value().station.clone(),
            pseudonym: admission.pseudonym,
            tracker,
        };
        let link = link.seal(&self.manifest.value().commission.settlement_recipient)?;
        let tx = self.db.transaction()?;
        admission::step(&tx, admission, AdmissionState::Voting, AdmissionState::Cast)?;
        tx.execute(
            "INSERT INTO voters(pseudonym, admitted_as, hour, link) VALUES (?1, ?2, ?3, ?4)",
            (
                &admission.pseudonym.0[..],
                cbor::encode(&admission.admitted_as),
                hour.to_string(),
                link,
            ),
        )?;
        tx.execute(
            "INSERT INTO ballots(tracker, sealed) VALUES (?1, ?2)",
            (&tracker.0.0[..], sealing.ballot.bytes()),
        )?;
        journal::append(&tx, hour, &Event::Cast)?;
        tx.commit()?;
        Ok(())
    }

    /// Whether the admission was spent with this very ballot.
    fn is_cast(&self, admission: &Admission, tracker: Tracker) -> Result<bool, StationError> {
        let query = "SELECT state = 'cast' AND EXISTS (SELECT 1 FROM ballots WHERE tracker = ?2)
                     FROM admissions WHERE id = ?1";
        let row = (&admission.id[..], &tracker.0.0[..]);
        Ok(self.db.query_row(query, row, |r| r.get(0))?)
    }
}

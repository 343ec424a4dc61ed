//! Shifts: who unlocks and who locks, and how the station was found.
//!
//! Invariant: what became of the person at the screen when the station stopped (a crash, the plug, a
//! terminal that went away) stays on disk until an operator has read it, and until the day is closed.

use super::slots::Slots;
use super::{Admission, AdmissionState, Event, Station, StationError};
use super::{admission, journal, store};
use crate::consultation::Mode;
use crate::envelope::cbor;
use minicbor::{Decode, Encode};
use rusqlite::Connection;

const FOUND: &str = "found";

/// How the station was found after it had stopped without being locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Encode, Decode)]
pub struct Found {
    /// People who were voting: their votes are not in the box, and they may still vote.
    #[n(0)]
    pub interrupted: u64,
    /// Whether nobody was, and the last thing that happened was a cast: that vote is in the box.
    #[n(1)]
    pub after_cast: bool,
}

impl Station {
    /// How the station was found, if an operator has not read it yet and there is something to say.
    pub fn found(&self) -> Result<Option<Found>, StationError> {
        found(&self.db)
    }

    /// An operator has read how the station was found.
    pub fn found_was_read(&mut self) -> Result<(), StationError> {
        forget_found(&self.db)
    }

    /// The screen goes away while a person is voting: neither spent nor lost, and told to whoever
    /// unlocks next.
    pub fn interrupt(&mut self, admission: &Admission) -> Result<(), StationError> {
        let hour = self.clock.hour();
        let tx = self.db.transaction()?;
        let (from, to) = (AdmissionState::Voting, AdmissionState::Admitted);
        admission::step(&tx, admission, from, to)?;
        journal::append(&tx, hour, &Event::Interrupted)?;
        remember(&tx, 1, false)?;
        tx.commit()?;
        self.visit_over();
        Ok(())
    }

    /// The operator's shift ends: the station is being locked, and nothing was cut short.
    pub fn lock_up(&mut self) -> Result<(), StationError> {
        self.note(&Event::Locked)
    }

    /// At start: votes that a crash or a power cut interrupted are admitted again, unspent; and the
    /// shift begins.
    pub(super) fn begin_shift(&mut self) -> Result<(), StationError> {
        let hour = self.clock.hour();
        let tx = self.db.transaction()?;
        let interrupted = tx.execute(
            "UPDATE admissions SET state = 'admitted' WHERE state = 'voting'",
            [],
        )?;
        let after_cast = interrupted == 0 && journal::last(&tx)? == Some(Event::Cast);
        for _ in 0..interrupted {
            journal::append(&tx, hour, &Event::Interrupted)?;
        }
        if interrupted > 0 || after_cast {
            remember(&tx, interrupted as u64, after_cast)?;
        }
        tx.commit()?;
        let slot = self.operator.slot;
        match self.note(&Event::Unlocked { slot }) {
            // Who must send what a full disk holds can still get in.
            Err(e) if e.is_disk_full() => Ok(()),
            noted => noted,
        }
    }

    /// A station that was made before the locked screen could say that it is for training says so
    /// from now on. Where that cannot be written, the unlocked screens say it all the same.
    pub(super) fn say_training(&self) {
        let training = self.manifest.value().mode == Mode::Training;
        if let Ok(mut slots) = Slots::read(&self.dir)
            && slots.is_training() != training
        {
            slots.mark_training(training);
            let _ = slots.write(&self.dir);
        }
    }

    /// One event, alone.
    pub(super) fn note(&mut self, event: &Event) -> Result<(), StationError> {
        let hour = self.clock.hour();
        let tx = self.db.transaction()?;
        journal::append(&tx, hour, event)?;
        tx.commit()?;
        Ok(())
    }
}

fn found(db: &Connection) -> Result<Option<Found>, StationError> {
    let kept = store::meta(db, FOUND)?;
    Ok(kept.map(|bytes| cbor::decode(&bytes)).transpose()?)
}

/// Adds to what nobody has read yet.
fn remember(db: &Connection, interrupted: u64, after_cast: bool) -> Result<(), StationError> {
    let mut all = found(db)?.unwrap_or_default();
    all.interrupted += interrupted;
    // Who was interrupted came last, and is the one whom somebody has to call back.
    all.after_cast = all.interrupted == 0 && (all.after_cast || after_cast);
    store::set_meta(db, FOUND, &cbor::encode(&all))
}

/// It is read, or the day is closed and there is nothing left to do.
pub(super) fn forget_found(db: &Connection) -> Result<(), StationError> {
    store::forget_meta(db, FOUND)
}

//! One station of a rehearsal, from its first voter to the receipt of its last batch.
//!
//! Invariant: votes are cast one after the other, each on disk before the next; only the sealing,
//! which asks the voter for nothing, runs ahead on all cores.

use super::voter;
use super::written::{AREA, KIND, START};
use crate::ballot::{BallotError, BallotForm, Choices, Sealing};
use crate::consultation::StationId;
use crate::envelope::Passphrase;
use crate::rehearsal::{Offices, RehearsalError};
use crate::station::{Clock, NewOperator, Station, StationError, Verdict};
use crate::sync::{Carrier, introduction, send_pending};
use chrono::NaiveDateTime;
use rayon::prelude::*;
use std::path::Path;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

/// Ballots that are sealed together, and leave together, are about so many bytes at most.
const LOAD: usize = 8 * 1024 * 1024;

/// Bytes of a sealed bit, proof and all; about.
const BIT: usize = 270;

/// What the sealing of some ballots took.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sealed {
    /// On one core.
    pub time: Duration,
    /// Bytes of the sealed ballots.
    pub bytes: u64,
}

/// One station and those who come to it.
pub(super) struct Polling<'a> {
    pub offices: &'a Offices,
    pub form: &'a BallotForm,
    pub name: StationId,
    /// The votes, and the number of the voter of the first one.
    pub votes: &'a [Choices],
    pub first: usize,
}

impl Polling<'_> {
    /// The whole day, in the folder `dir`; the station is closed for good. `cast` hears of each vote
    /// that is on disk.
    pub fn day(
        &self,
        dir: &Path,
        cast: &mut dyn FnMut(),
    ) -> Result<(Station, Sealed), RehearsalError> {
        let mut station = self.open(dir)?;
        let mut took = Sealed::default();
        let mut voter = self.first;
        thread::scope(|scope| {
            let (sealed, waiting) = sync_channel(1);
            scope.spawn(move || self.seal_all(&sealed));
            for ballots in waiting {
                for (sealing, time) in ballots? {
                    took.time += time;
                    took.bytes += sealing.ballot.bytes().len() as u64;
                    vote(&mut station, voter, sealing)?;
                    voter += 1;
                    cast();
                }
                station.make_batches()?;
            }
            Ok::<_, RehearsalError>(())
        })?;
        station.close_day(true)?;
        Ok((station, took))
    }

    /// Made, unlocked, with an open day.
    fn open(&self, dir: &Path) -> Result<Station, RehearsalError> {
        let start = NaiveDateTime::parse_from_str(START, "%Y-%m-%dT%H:%M");
        let clock = Clock::starting_at(start.unwrap_or_default());
        let president = NewOperator {
            name: "prova".to_owned(),
            passphrase: Passphrase::random_code(),
            pin: Passphrase::new("112233"),
        };
        let place = (KIND, Some(AREA));
        self.offices
            .make_station(&self.name, place, dir, &president, clock)?;
        let mut station = Station::unlock(dir, &president.name, &president.passphrase, clock)?;
        match station.open_day()? {
            Ok(_) => Ok(station),
            Err(_) => Err(StationError::DayNotOpen.into()),
        }
    }

    /// Seals everything, chunk by chunk, until nobody wants more. A chunk gives work to all cores,
    /// and its batch stays small.
    fn seal_all(&self, sealed: &SyncSender<Chunk>) {
        let bits: usize = self.form.shapes().iter().map(|s| s.bits).sum();
        let chunk = (LOAD / (BIT * bits.max(1))).clamp(16, 64);
        let seal = |choices| {
            let started = Instant::now();
            let sealing = self.form.seal(choices, &self.name)?;
            Ok((sealing, started.elapsed()))
        };
        for votes in self.votes.chunks(chunk) {
            if sealed.send(votes.par_iter().map(seal).collect()).is_err() {
                break;
            }
        }
    }
}

/// Sealed ballots, each with the time it took.
type Chunk = Result<Vec<(Sealing, Duration)>, BallotError>;

/// Sends everything to the server, which verifies every ballot.
pub(super) fn send(station: &mut Station) -> Result<(), RehearsalError> {
    let carrier = Carrier::new(station.manifest());
    let pending = station.pending()?;
    for (_, outcome) in send_pending(&carrier, &introduction(station), &pending) {
        station.keep_receipt(&outcome?)?;
    }
    Ok(())
}

/// Check-in, screen, cast.
fn vote(station: &mut Station, voter: usize, sealing: Sealing) -> Result<(), RehearsalError> {
    let nobody = || RehearsalError::NotAdmitted(format!("number {voter}"));
    let code = voter::code(voter).ok_or_else(nobody)?;
    match station.check_in(voter::visit(code))? {
        Verdict::Admitted { admission, .. } => {
            station.hand_over(&admission)?;
            station.cast(admission, sealing).map_err(|f| f.error)?;
            Ok(())
        }
        Verdict::Refused(refusal) => Err(RehearsalError::NotAdmitted(refusal.name().to_owned())),
        Verdict::NotOnRoll(_) => Err(nobody()),
    }
}

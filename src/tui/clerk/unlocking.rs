//! Unlocking, locking, the day's opening, the way back by PIN.

use super::printing::Printing;
use super::{StationClerk, Trouble, power, sending, wording};
use crate::consultation::Mode;
use crate::envelope::Passphrase;
use crate::station::{
    self, Opening, OperatorCard, PinRefused, Reopening, Second, SecondRefused, Station, UnlockError,
};
use crate::tui::facts::{self, OperatorName, Role, StationInfo, Status};
use crate::tui::work::{Done, SecondPerson};
use chrono::NaiveDateTime;
use std::sync::Arc;

impl StationClerk {
    pub(super) fn operators(&self) -> Result<Done, Trouble> {
        match Station::operators(&self.dir) {
            Ok(cards) => Ok(Done::Operators {
                operators: cards.iter().map(name).collect(),
                training: Station::says_training(&self.dir).unwrap_or(false),
            }),
            Err(UnlockError::Station(e)) => Err(e.into()),
            Err(_) => Err(Trouble::State("operators")),
        }
    }

    pub(super) fn unlock(&mut self, operator: &str, pass: &Passphrase) -> Result<Done, Trouble> {
        match Station::unlock(&self.dir, operator, pass, self.clock) {
            Ok(mut station) => {
                self.courier = Some(sending::courier(&station));
                if station.claims_people().is_some() {
                    station.claim_by(Box::new(sending::claimer(&station)));
                }
                self.printing = Printing::open(&self.dir);
                self.station = Some(station);
            }
            Err(UnlockError::Wrong { wait_seconds }) => {
                return Ok(Done::UnlockRefused { wait_seconds });
            }
            Err(UnlockError::Wait { seconds }) => return Ok(Done::MustWait { seconds }),
            Err(UnlockError::NoSuchOperator) => return Ok(Done::UnlockRefused { wait_seconds: 0 }),
            Err(UnlockError::Station(e)) => return Err(e.into()),
        }
        let status = Box::new(self.status()?);
        let people = self.demonstration.as_ref().map(|d| d.people());
        let equipment = self.printing.equipment();
        let station = self.station()?;
        let found = station.found()?;
        let manifest = station.manifest().value();
        let info = StationInfo {
            name: station.certificate().value().station.to_string(),
            kind: station.certificate().value().kind,
            consultation: Arc::new(manifest.consultation.clone()),
            board: format!("{}/T/", manifest.server.url),
            training: manifest.mode == Mode::Training,
            demo: people.is_some(),
            clock_is_simulated: station.clock().is_simulated(),
            operator: name(station.operator()),
            demo_people: people.unwrap_or_default(),
            equipment,
            found: found.map(|found| facts::Found {
                interrupted: small(found.interrupted),
                after_cast: found.after_cast,
            }),
        };
        Ok(Done::Unlocked {
            station: Box::new(info),
            status,
        })
    }

    pub(super) fn found_was_read(&mut self) -> Result<Done, Trouble> {
        self.station()?.found_was_read()?;
        Ok(Done::Status(Box::new(self.status()?)))
    }

    /// Closes the store. Whoever was at the screen has neither spent nor lost their right.
    pub(super) fn lock(&mut self) -> Result<Done, Trouble> {
        let left = self.cut_short();
        // A full disk must not keep a station unlocked, here and below.
        let _ = self.give_up_paper();
        if let (Ok(()), Some(station)) = (&left, &mut self.station) {
            let _ = station.lock_up();
        }
        // Where that failed, the next unlocking finds the vote interrupted, and its right unspent.
        self.voting = false;
        self.admission = None;
        self.station = None;
        self.courier = None;
        self.claimant = None;
        self.refused = None;
        self.sync_problem = None;
        self.printing = Printing::default();
        left?;
        Ok(Done::Locked)
    }

    /// Who is voting while the screen is locked under them lost the terminal.
    fn cut_short(&mut self) -> Result<(), Trouble> {
        self.offered = None;
        if let (true, Some(admission)) = (self.voting, &self.admission) {
            let station = self.station.as_mut().ok_or(Trouble::State("locked"))?;
            station.interrupt(admission)?;
        }
        Ok(())
    }

    /// The second operator, if one came.
    pub(super) fn second(
        &self,
        person: Option<&SecondPerson>,
    ) -> Result<Option<Second>, SecondRefused> {
        let (Some(person), Some(station)) = (person, &self.station) else {
            return Ok(None);
        };
        let second = station.second_person(&person.operator, &person.passphrase);
        second.map(Some)
    }

    pub(super) fn open_day(
        &mut self,
        second: Option<&SecondPerson>,
        reason: Option<Reopening>,
    ) -> Result<Done, Trouble> {
        let second = match self.second(second) {
            Ok(second) => second,
            Err(refused) => return wording::second(refused),
        };
        let opening = Opening { second, reason };
        match self.station()?.open_day_with(&opening)? {
            Ok(_) => Ok(Done::DayOpened(Box::new(self.status()?))),
            Err(refused) => Ok(Done::OpeningRefused(wording::opening(&refused))),
        }
    }

    pub(super) fn check_pin(&mut self, pin: &Passphrase) -> Result<Done, Trouble> {
        Ok(match self.station()?.check_pin(pin)? {
            Ok(()) => Done::PinOk,
            Err(PinRefused::Wrong { tries_left }) => Done::PinRefused { tries_left },
            Err(PinRefused::PassphraseNeeded) => Done::PassphraseNeeded,
        })
    }

    pub(super) fn check_passphrase(&mut self, pass: &Passphrase) -> Result<Done, Trouble> {
        match self.station()?.check_passphrase(pass) {
            Ok(()) => Ok(Done::PinOk),
            Err(
                UnlockError::Wrong { wait_seconds }
                | UnlockError::Wait {
                    seconds: wait_seconds,
                },
            ) => Ok(Done::PassphraseRefused { wait_seconds }),
            Err(UnlockError::NoSuchOperator) => Err(Trouble::State("no such operator")),
            Err(UnlockError::Station(e)) => Err(e.into()),
        }
    }

    /// How the day and the server stand.
    pub(super) fn status(&mut self) -> Result<Status, Trouble> {
        let sync_problem = self.sync_problem.clone();
        let battery = power::battery(&self.machine.power);
        let operators = Station::operators(&self.dir).map_or(0, |all| small(all.len() as u64));
        let station = self.station()?;
        let (counts, sync) = (station.counts_of_last_day()?, station.sync_state()?);
        let lists = station.lists()?;
        let today = station.open_day_today()?;
        let earlier = station.counts_earlier_today()?;
        let voted = counts.cast + counts.paper + counts.void + counts.abandoned;
        Ok(Status {
            now: station.clock().now(),
            day_open: station.open_day_number()?.is_some(),
            finished: station.closed_for_good()?,
            check_ins: small(counts.check_ins),
            admitted: small(counts.check_ins.saturating_sub(voted)),
            cast: small(counts.cast),
            paper: small(counts.paper),
            void: small(counts.void),
            abandoned: small(counts.abandoned),
            city_users: small(counts.city_users),
            in_box: small(station.in_box()?),
            in_box_before: small(station.in_box_before_today()?),
            pending: small(sync.batches_waiting),
            kept: small(sync.ballots_unbatched),
            last_sync: sync.last_receipt.as_deref().and_then(minute),
            sync_problem,
            roll: lists.roll,
            voted_elsewhere: lists.voted_elsewhere,
            online: station.online(),
            board_alarm: !station.board_evidence()?.is_empty(),
            operators,
            opened: today.map(|t| t.opened),
            outside_phase: today.is_some_and(|t| !t.admits),
            closed_today: station.closed_today()?,
            voted_earlier_today: small(earlier.cast + earlier.paper),
            battery,
        })
    }
}

fn minute(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").ok()
}

/// Counts of one station fit; a screen shows the greatest number rather than a wrong one.
pub(super) fn small(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn name(card: &OperatorCard) -> OperatorName {
    let role = match card.role {
        station::Role::President => Role::President,
        station::Role::Clerk => Role::Clerk,
    };
    OperatorName {
        name: card.name.clone(),
        role,
    }
}

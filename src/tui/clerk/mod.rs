//! The clerk that holds a real station.
//!
//! Invariants: one thread owns the station; the admission of the person at the screen, the ballot
//! that was offered and what operators entered of the box of paper live here only, and leave by
//! being spent, opened, left behind or wiped. Errors
//! of the store become words for people; their details hold no personal data.

mod carrying;
mod closing;
mod desk;
mod paper;
mod power;
mod printing;
mod sending;
mod sticks;
#[cfg(test)]
mod tests;
mod unlocking;
mod voting;
mod wording;

use super::facts::{CountResult, DemoPerson, Notice};
use super::work::{Clerk, Done, Job};
use crate::ballot::Sealing;
use crate::batch::Offer;
use crate::envelope::Signed;
use crate::station::{Admission, Claimant, Clock, PaperCounting, Station, StationError};
use crate::sync::Courier;
use std::path::PathBuf;

pub use sticks::Places;

/// The machine on which the station is.
#[derive(Debug, Clone)]
pub struct Machine {
    /// Where the system tells of its battery.
    pub power: PathBuf,
    /// Where sticks are.
    pub sticks: Places,
}

impl Machine {
    /// This machine's battery and sticks.
    pub fn here() -> Self {
        Self {
            power: PathBuf::from(power::POWER),
            sticks: Places::of_this_machine(),
        }
    }
}

/// What a demonstration adds to a station.
pub trait Demonstration: Send {
    /// People to try.
    fn people(&self) -> Vec<DemoPerson>;
    /// Settles, counts, publishes and verifies what the server received.
    fn count(&mut self, step: &dyn Fn(Notice)) -> Result<CountResult, String>;
}

/// The station's side of the screens.
pub struct StationClerk {
    dir: PathBuf,
    clock: Clock,
    machine: Machine,
    demonstration: Option<Box<dyn Demonstration>>,
    station: Option<Station>,
    claimant: Option<Claimant>,
    /// The visit just refused, which a president may lift.
    refused: Option<desk::Refused>,
    admission: Option<Admission>,
    voting: bool,
    /// What was offered last, with the station's signature on its tracker.
    offered: Option<(Sealing, Signed<Offer>)>,
    sync_problem: Option<Notice>,
    courier: Option<Courier>,
    /// The count of the box of paper, while it is going on.
    paper: Option<PaperCounting>,
    printing: printing::Printing,
}

impl StationClerk {
    /// A clerk for the station in `dir`.
    pub fn new(dir: PathBuf, clock: Clock, demonstration: Option<Box<dyn Demonstration>>) -> Self {
        Self {
            dir,
            clock,
            machine: Machine::here(),
            demonstration,
            station: None,
            claimant: None,
            refused: None,
            admission: None,
            voting: false,
            offered: None,
            sync_problem: None,
            courier: None,
            paper: None,
            printing: printing::Printing::default(),
        }
    }

    /// With other things around it than this machine's.
    #[must_use]
    pub fn on(self, machine: Machine) -> Self {
        Self { machine, ..self }
    }

    /// The unlocked station.
    fn station(&mut self) -> Result<&mut Station, Trouble> {
        self.station.as_mut().ok_or(Trouble::State("locked"))
    }
}

/// What keeps a job from being done.
enum Trouble {
    Station(StationError),
    State(&'static str),
}

impl From<StationError> for Trouble {
    fn from(error: StationError) -> Self {
        Self::Station(error)
    }
}

impl From<Trouble> for Done {
    fn from(trouble: Trouble) -> Self {
        let (key, detail) = match trouble {
            Trouble::Station(error) => (wording::failure(&error), error.to_string()),
            Trouble::State(what) => ("failure-state", what.to_owned()),
        };
        Done::Failed { key, detail }
    }
}

impl Clerk for StationClerk {
    fn work(&mut self, job: Job, progress: &dyn Fn(Done)) -> Done {
        let done = match job {
            Job::Operators => self.operators(),
            Job::Unlock {
                operator,
                passphrase,
            } => self.unlock(&operator, &passphrase),
            Job::Lock => self.lock(),
            Job::FoundRead => self.found_was_read(),
            Job::OpenDay { second, reason } => self.open_day(second.as_ref(), reason),
            Job::Status => self
                .send_quietly()
                .and_then(|()| self.status())
                .map(|s| Done::Status(Box::new(s))),
            Job::LookUp(code) => self.look_up(&code),
            Job::CheckIn(visit) => self.check_in(*visit),
            Job::Override(reason) => self.lift(reason),
            Job::Register(form) => self.register(*form),
            Job::MayHelp { companion, voter } => self.may_help(&companion, &voter),
            Job::Assist { help, exception } => self.assist(&help, exception),
            Job::Void(reason) => self.void(reason),
            Job::LeaveVisit => self.leave_visit(),
            Job::IssuePaper => self.issue_paper(),
            Job::Paper(job) => self.count_paper(job),
            Job::HandOver => self.hand_over(),
            Job::Seal(answers) => self.seal(&answers),
            Job::WipeSeal => {
                self.offered = None;
                self.printing.forget();
                Ok(Done::SealWiped)
            }
            Job::Cast => self.cast(),
            Job::OpenBallot => self.open_ballot(),
            Job::LeaveVoter => self.leave_voter(),
            Job::CheckPin(pin) => self.check_pin(&pin),
            Job::CheckPassphrase(passphrase) => self.check_passphrase(&passphrase),
            Job::PrepareClosing => self.prepare_closing(),
            Job::CloseDay { last, second } => self.close_day(last, second.as_ref()),
            Job::PrintSlip { language } => Ok(self.print_slip(language)),
            Job::PrintMinutes => self.print_minutes(),
            Job::PrintState => Ok(self.print_state()),
            Job::Sync => self.sync(progress),
            Job::Sticks => Ok(self.sticks()),
            Job::Export(stick) => self.export(&stick, progress),
            Job::Count => self.count(progress),
        };
        done.unwrap_or_else(Done::from)
    }
}

//! What the station tells the screens, as plain data: the station itself, the person at the desk,
//! verdicts; [`day`] says how the day stands, [`outcome`] what was counted.
//!
//! Invariant: values are facts, not texts. A screen turns a key and its values into words of its
//! own language; dates, money and kinds keep their types until then.

pub mod day;
pub mod outcome;

pub use day::{ClosingCounts, ExportReport, Status, SyncReport};
pub use outcome::{CountResult, CountedIn, Funding, ProjectResult, QuestionResult};

use crate::consultation::{Consultation, Reason, StationKind};
use crate::identity::DocumentKind;
use chrono::{NaiveDate, NaiveDateTime};
use std::path::PathBuf;
use std::sync::Arc;

/// A value in a [`Notice`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Shown as it is.
    Text(String),
    /// A number; plural forms follow it.
    Number(u64),
    /// A day, shown as 01/09/2022.
    Date(NaiveDate),
    /// A kind of document, shown by its name.
    Document(DocumentKind),
    /// A reason of a city user, shown by its name.
    Reason(Reason),
}

/// A message to a person: the key of its text and the values in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Key of the text in the Fluent files.
    pub key: &'static str,
    /// Values by name.
    pub args: Vec<(&'static str, Value)>,
}

impl Notice {
    /// A message without values.
    pub fn plain(key: &'static str) -> Self {
        Self {
            key,
            args: Vec::new(),
        }
    }

    /// The message with one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Value) -> Self {
        self.args.push((name, value));
        self
    }
}

/// What an operator may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// *Presidente*.
    President,
    /// *Scrutatore*.
    Clerk,
}

/// An operator of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperatorName {
    /// The name of the key slot.
    pub name: String,
    /// The role.
    pub role: Role,
}

/// The unlocked station. Stays the same until it is locked.
#[derive(Debug, Clone)]
pub struct StationInfo {
    /// Its name.
    pub name: String,
    /// Its kind, and so its phase.
    pub kind: StationKind,
    /// What is voted on.
    pub consultation: Arc<Consultation>,
    /// The address at which trackers can be looked up, as a person can type it.
    pub board: String,
    /// Training: nothing counts, and every screen says so.
    pub training: bool,
    /// A demo: people to try, and the count at the end.
    pub demo: bool,
    /// Whether the clock is set by the demo.
    pub clock_is_simulated: bool,
    /// Who unlocked it.
    pub operator: OperatorName,
    /// People to try, in the demo.
    pub demo_people: Vec<DemoPerson>,
    /// What stands beside the laptop.
    pub equipment: Equipment,
    /// How it was found, where it had stopped without being locked and nobody has read so yet.
    pub found: Option<Found>,
}

/// What became of who was at the screen when the station stopped without being locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// People who were voting: their votes are not in the box, and they may still vote.
    pub interrupted: u32,
    /// Whether nobody was, and the last thing that happened was a cast: that vote is in the box.
    pub after_cast: bool,
}

/// The battery of the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Battery {
    /// From 0 to 100.
    pub percent: u8,
    /// Whether it is fed from outside.
    pub plugged: bool,
}

impl Battery {
    /// Whether somebody should plug the machine in now.
    pub fn is_low(self) -> bool {
        self.percent <= 20 && !self.plugged
    }
}

/// A stick that batches can be carried on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stick {
    /// What its folder is called.
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
}

/// A made-up person to try in the demo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoPerson {
    /// Surname and name.
    pub who: String,
    /// Codice fiscale.
    pub code: String,
    /// Document, number and expiry, in words: `CIE CA12345AA, scade 04/05/2030`.
    pub document: String,
    /// Date of birth on the document.
    pub birth: NaiveDate,
    /// What should happen: `ammessa`, `non ammesso: ha 15 anni`.
    pub expected: String,
}

/// What the station knows of a code before anybody looks at a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Where the code is found.
    pub right: StandingRight,
    /// An earlier refusal at this station: the name of the reason (`refused-NAME`), and when, to
    /// the hour.
    pub refused_before: Option<(String, NaiveDateTime)>,
}

/// Where a code is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StandingRight {
    /// Voted here: a refusal, recorded as one (`refusal-already-voted-here`).
    VotedHere,
    /// Admitted today, and has not voted.
    AdmittedToday,
    /// On the roll; the name of the comune.
    OnRoll(String),
    /// Registered here as a city user, or with attested residence; may vote from this day.
    Registered(NaiveDate),
    /// Nowhere.
    Unknown,
}

/// How a person was admitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AdmittedAs {
    /// On the roll; the name of the comune.
    Resident(String),
    /// As a city user.
    CityUser,
    /// By attested residence.
    Attested,
}

/// May this person vote?
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Yes, once, now.
    Admitted {
        /// How.
        how: AdmittedAs,
        /// Whether this visit takes up one left behind earlier today.
        resumed: bool,
        /// What is to be said to the person.
        notes: Vec<Notice>,
    },
    /// No.
    Refused {
        /// Why (`refusal-...`).
        why: Notice,
        /// Whether a president may decide otherwise.
        exception: Exception,
    },
    /// Not among the residents; a form may help.
    NotOnRoll {
        /// Whether non-residents with a tie to the territory may vote.
        may_register: bool,
        /// Whether residence may be attested at the desk.
        may_attest: bool,
        /// Calendar days between registration and vote, at this kind of station.
        waiting_days: u32,
    },
}

/// Whether a refusal can be lifted, with a reason on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exception {
    /// By nobody.
    Never,
    /// By a president, and this operator is none.
    ByPresident,
    /// By this operator.
    ByYou,
}

/// What a station has beside its laptop, by its settings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Equipment {
    /// The printer's device or address, if it has one.
    pub printer: Option<String>,
    /// What speaks: `auto`, `none` or a command line.
    pub speech: String,
    /// Whether that is a program of this machine: voters can hear the screens.
    pub speaks: bool,
    /// The settings cannot be read, and so there is no printer (`print-settings`).
    pub problem: Option<Notice>,
}

/// What has become of the last paper that was to be printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum PrintState {
    /// The station has no printer: nothing is to be said about paper.
    #[default]
    NoPrinter,
    /// The printer has it; how it ends is asked with another job.
    Going,
    /// The printer has taken it whole.
    Printed,
    /// It was not printed (`print-...`): why, and that nothing else is lost.
    NotPrinted(Notice),
}

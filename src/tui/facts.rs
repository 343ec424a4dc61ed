//! What the station tells the screens, as plain data: the station itself, how the day stands,
//! verdicts, closing counts, the outcome.
//!
//! Invariant: values are facts, not texts. A screen turns a key and its values into words of its
//! own language; dates, money and kinds keep their types until then.

use crate::consultation::{Cents, Consultation, Reason, StationKind, Text};
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

/// How the day stands. The counts are of the open day, or of the last one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Status {
    /// The station's clock.
    pub now: NaiveDateTime,
    /// Whether a day is open.
    pub day_open: bool,
    /// Whether the station has closed for good.
    pub finished: bool,
    /// People checked in.
    pub check_ins: u32,
    /// Admitted or voting: may still vote today.
    pub admitted: u32,
    /// Ballots cast on this screen.
    pub cast: u32,
    /// Ballots on paper.
    pub paper: u32,
    /// Voided admissions.
    pub void: u32,
    /// Abandoned admissions.
    pub abandoned: u32,
    /// City users registered.
    pub city_users: u32,
    /// Sealed ballots in the box, of all days.
    pub in_box: u32,
    /// Signed batches that wait to be sent.
    pub pending: u32,
    /// When something was last sent.
    pub last_sync: Option<NaiveDateTime>,
    /// Why the last attempt failed, until one succeeds.
    pub sync_problem: Option<Notice>,
    /// When the roll on this station was made.
    pub roll: Option<NaiveDateTime>,
    /// When the server made the list of those who voted elsewhere that is on this station.
    pub voted_elsewhere: Option<NaiveDateTime>,
    /// Operators who can unlock the station.
    pub operators: u32,
    /// Whether a day was closed today already.
    pub closed_today: bool,
    /// The battery; `None` where the machine has none.
    pub battery: Option<Battery>,
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

/// What the day adds up to: check-ins = cast + paper + void + abandoned.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClosingCounts {
    /// People checked in.
    pub check_ins: u32,
    /// Ballots cast.
    pub cast: u32,
    /// Ballots on paper.
    pub paper: u32,
    /// Voided.
    pub void: u32,
    /// Abandoned already.
    pub abandoned: u32,
    /// Still admitted: become abandoned at the closing, and may come back another day.
    pub left_behind: u32,
    /// City users registered.
    pub city_users: u32,
    /// Ballots cast today that are in the box; equal to `cast`.
    pub in_box: u32,
    /// Whether it all adds up.
    pub reconciles: bool,
    /// Paper ballots handed out on all days: they are counted at the last closing.
    pub paper_in_all: u32,
    /// What does not.
    pub differences: Vec<Notice>,
    /// Last day of the phase of this kind of station.
    pub last_day_of_phase: NaiveDate,
    /// Whether today is that day or later.
    pub is_last_day: bool,
}

/// What a sync exchanged.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SyncReport {
    /// Batches that the server has acknowledged.
    pub sent: u32,
    /// Batches that the server has refused; they are kept.
    pub refused: Vec<Notice>,
    /// Batches that wait for the next attempt.
    pub pending: u32,
    /// Ballots that stay in the box until more are there or the day ends.
    pub kept: u32,
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

/// What was carried to a stick, and from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ExportReport {
    /// Batches that are on the stick now, whole; they wait here too until their receipts come.
    pub written: u32,
    /// Batches whose receipts were on the stick: the server has them.
    pub received: u32,
    /// Receipts on the stick that are not the server's for these batches.
    pub wrong: u32,
    /// Ballots that stay in the box until more are there or the day ends.
    pub kept: u32,
}

/// The outcome of the demo.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CountResult {
    /// Sealed ballots received.
    pub received: u32,
    /// Sealed ballots removed by the settlement.
    pub removed: u32,
    /// Sealed ballots counted.
    pub counted: u32,
    /// Ballots on paper whose totals the stations counted.
    pub paper: u64,
    /// Every question, in the order of the consultation.
    pub questions: Vec<QuestionResult>,
    /// The whole sum, where there is money.
    pub budget: Option<Cents>,
    /// Given to funded projects, those that wait for a draw not included.
    pub spent: Cents,
    /// Left over.
    pub left: Cents,
    /// Trustees who decrypted together: `2 / 3`.
    pub trustees: String,
    /// Whether the verifier accepts the package.
    pub verified: bool,
    /// Checks that the verifier made, and whether each succeeded.
    pub checks: Vec<(String, bool)>,
    /// Where the package is.
    pub package_path: String,
    /// The public draw that a tie waits for.
    pub draw: Option<String>,
}

/// How the totals of a question are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CountedIn {
    /// A choice is a vote.
    Votes,
    /// Points that were shared out.
    Points,
    /// Scores of each option, from 0 to this.
    Scores(u32),
    /// Ranks; the points of each, the first rank first.
    Ranks(Vec<u32>),
}

/// One question in the outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionResult {
    /// What was asked.
    pub title: Text,
    /// How it was counted.
    pub counted_in: CountedIn,
    /// Blank answers, where they are possible.
    pub blank: Option<u64>,
    /// All options, most voted first.
    pub options: Vec<ProjectResult>,
}

/// One option in the outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectResult {
    /// Title.
    pub title: Text,
    /// Votes, or points.
    pub votes: u64,
    /// Where options are ranked: how often at each rank, the first rank first.
    pub ranks: Vec<u64>,
    /// Cost.
    pub cost: Option<Cents>,
    /// Whether it is funded; `None` where the question gives no money.
    pub funding: Option<Funding>,
}

/// What the rule gives a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Funding {
    /// Its money.
    Funded,
    /// Nothing.
    NotFunded,
    /// Not known yet: the draw that decides between equal votes has not happened.
    Tied,
}

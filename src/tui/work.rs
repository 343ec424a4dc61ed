//! The boundary between the screens and the station: what the screens ask ([`Job`]) and what
//! comes back ([`Done`]).
//!
//! Invariants: everything that crosses it is plain data without a handle to a store, so that a
//! test can answer in the station's place; the [`Clerk`] owns the station alone and does one job
//! at a time, so answers come in the order of the jobs. Every job gets exactly one answer;
//! before it, a long job may report any number of [`Done::Step`].
//!
//! None of these types has a `Debug` that could print a code, a name or a choice: [`Job`] has
//! none at all.

use super::facts::{
    ClosingCounts, CountResult, Exception, ExportReport, Notice, OperatorName, PrintState,
    Standing, StationInfo, Status, Stick, SyncReport, Verdict,
};
use crate::ballot::Answer;
use crate::consultation::Reason;
use crate::envelope::Passphrase;
use crate::i18n::Language;
use crate::identity::{CodiceFiscale, DocumentNumber, Names};
pub use crate::station::Visit;
use crate::station::{
    Assistance, OverrideReason, PaperHead, PaperNext, PaperProblem, PaperSlips, Reopening,
    VoidReason,
};
use std::path::PathBuf;
use zeroize::Zeroizing;

/// What is recorded of a person who is not on the roll.
#[derive(Clone)]
pub struct RegistrationForm {
    /// Surname and given names as on the document.
    pub names: Names,
    /// Number of the document.
    pub number: DocumentNumber,
    /// By what right the person asks to vote.
    pub claim: Claim,
}

/// By what right a person who is not on the roll asks to vote.
#[derive(Clone, PartialEq, Eq)]
pub enum Claim {
    /// As a non-resident with a tie to the territory.
    CityUser {
        /// What gives the right.
        reason: Reason,
        /// Id of the area of the tie.
        area: String,
    },
    /// As a resident who is missing from the roll.
    Residence {
        /// Id of the area of residence.
        area: String,
    },
}

/// Another operator than the one who unlocked.
pub struct SecondPerson {
    /// The name in the list.
    pub operator: String,
    /// Their passphrase.
    pub passphrase: Passphrase,
}

/// What the screens ask of the count of the box of paper, which the clerk alone keeps.
pub enum PaperJob {
    /// Begin, or begin again. Answer: [`Done::Paper`].
    Begin,
    /// How many slips. Answer: [`Done::Paper`], [`Done::PaperRefused`]; so for the next three.
    Head(PaperHead),
    /// The totals of each question.
    Totals(Zeroizing<Vec<Vec<u64>>>),
    /// The slips, one by one.
    Slips(PaperSlips),
    /// The totals that differed.
    Agree(Vec<u64>),
    /// The other operator. Answer: [`Done::Paper`], [`Done::SecondRefused`].
    Second(SecondPerson),
    /// The count is given up: nothing of it is left. Answer: [`Done::PaperStopped`].
    Stop,
}

/// What the screens ask of the station.
pub enum Job {
    /// Who can unlock. Answer: [`Done::Operators`].
    Operators,
    /// Open the store. Answer: [`Done::Unlocked`], [`Done::UnlockRefused`], [`Done::MustWait`].
    Unlock {
        /// The operator's name as listed or typed.
        operator: String,
        /// Their passphrase.
        passphrase: Passphrase,
    },
    /// Close the store and forget its key; an open visit is left behind. Answer:
    /// [`Done::Locked`], always.
    Lock,
    /// An operator has read how the station was found. Answer: [`Done::Status`].
    FoundRead,
    /// Start the day. Answer: [`Done::DayOpened`], [`Done::OpeningRefused`],
    /// [`Done::SecondRefused`].
    OpenDay {
        /// The second operator, where the consultation asks for two.
        second: Option<SecondPerson>,
        /// Why it opens again on a date on which it had closed.
        reason: Option<Reopening>,
    },
    /// Counts, sync state, clock. Answer: [`Done::Status`].
    Status,
    /// Where is this code found? Answer: [`Done::Standing`].
    LookUp(CodiceFiscale),
    /// Check a person in. Answer: [`Done::Verdict`].
    CheckIn(Box<Visit>),
    /// The president lifts the refusal just given. Answer: [`Done::Verdict`].
    Override(OverrideReason),
    /// Record the person of the visit just answered with [`Verdict::NotOnRoll`], who has read
    /// and confirmed what is recorded. Answer: [`Done::Verdict`].
    Register(Box<RegistrationForm>),
    /// May one person accompany another to the screen? Nothing is recorded. Answer:
    /// [`Done::MayHelp`], [`Done::HelpRefused`].
    MayHelp {
        /// Who helps.
        companion: CodiceFiscale,
        /// Who votes.
        voter: CodiceFiscale,
    },
    /// Record the help that the person at the screen has confirmed. Answer:
    /// [`Done::Assisted`], [`Done::HelpRefused`].
    Assist {
        /// Whose help, and why.
        help: Assistance,
        /// Why the president lifts the limit of people for each companion.
        exception: Option<OverrideReason>,
    },
    /// Take back the admission of the person at the desk. Answer: [`Done::Voided`].
    Void(VoidReason),
    /// The desk gives the visit up before the screen is turned: the admission stays unspent.
    /// Answer: [`Done::VoterLeft`].
    LeaveVisit,
    /// Hand a paper ballot to the person at the desk, who then has voted. Answer:
    /// [`Done::PaperIssued`].
    IssuePaper,
    /// Count the box of paper.
    Paper(PaperJob),
    /// The screen is being turned to the person just admitted. Answer: [`Done::HandedOver`].
    HandOver,
    /// Seal these answers and offer the tracker. Answer: [`Done::Sealed`], [`Done::SealFailed`].
    Seal(Vec<Answer>),
    /// Forget the sealed ballot that was offered. Answer: [`Done::SealWiped`].
    WipeSeal,
    /// Cast the ballot offered last. Answer: [`Done::CastDone`], [`Done::CastFailed`].
    Cast,
    /// Open the ballot offered last instead of casting it. Answer: [`Done::Opened`],
    /// [`Done::OpenFailed`].
    OpenBallot,
    /// The voter went away without casting: what was sealed is forgotten, the admission stays
    /// unspent. Answer:
    /// [`Done::VoterLeft`].
    LeaveVoter,
    /// Is this the PIN of the operator who unlocked? Answer: [`Done::PinOk`],
    /// [`Done::PinRefused`], [`Done::PassphraseNeeded`].
    CheckPin(Passphrase),
    /// Is this the passphrase of the operator who unlocked? Answer: [`Done::PinOk`],
    /// [`Done::PassphraseRefused`].
    CheckPassphrase(Passphrase),
    /// Counts for the closing; nothing is recorded. Answer: [`Done::ClosingCounts`].
    PrepareClosing,
    /// Close the day; for good, with what two operators agreed on of the box of paper, if it was
    /// counted. Answer: [`Done::DayClosed`], [`Done::SecondRefused`].
    CloseDay {
        /// Whether this station does not open again: then everything leaves.
        last: bool,
        /// The second operator, where the consultation asks for two and no paper was counted.
        second: Option<SecondPerson>,
    },
    /// Print a slip about the ballot at the screen, as it stands now: offered, cast or opened. Never
    /// waits for the printer. Answer: [`Done::Print`].
    PrintSlip {
        /// The voter's language.
        language: Language,
    },
    /// Print the minutes of the day closed last. Answer: [`Done::Print`].
    PrintMinutes,
    /// How the last paper stands. Answer: [`Done::Print`].
    PrintState,
    /// Send what waits, fetch what is new. Answer: [`Done::Synced`], [`Done::SyncFailed`].
    Sync,
    /// Which sticks are there? Answer: [`Done::Sticks`].
    Sticks,
    /// Write what waits to the stick with this folder, and take the receipts that lie there.
    /// Answer: [`Done::Exported`], [`Done::ExportFailed`].
    Export(PathBuf),
    /// Demo only, after the closing: settlement, tally, outcome, verification. Answer:
    /// [`Done::Counted`].
    Count,
}

/// What comes back. Any job may also be answered by [`Done::Failed`].
pub enum Done {
    /// A long job says where it is; not the answer yet.
    Step(Notice),
    /// Who can unlock.
    Operators {
        /// In the order of the list.
        operators: Vec<OperatorName>,
        /// Whether the station says of itself that it is for training.
        training: bool,
    },
    /// The store is open.
    Unlocked {
        /// The station, for as long as it is unlocked.
        station: Box<StationInfo>,
        /// How the day stands.
        status: Box<Status>,
    },
    /// Wrong name or passphrase; the next try is possible after the wait.
    UnlockRefused {
        /// Seconds, perhaps 0.
        wait_seconds: u64,
    },
    /// Too early after wrong passphrases: nothing was tried.
    MustWait {
        /// Seconds left.
        seconds: u64,
    },
    /// The store is closed.
    Locked,
    /// The day is open.
    DayOpened(Box<Status>),
    /// The day was not opened: `refusal-outside-phase`, `opening-clock-wrong`, ...
    OpeningRefused(Notice),
    /// Counts, sync state, clock.
    Status(Box<Status>),
    /// Where a code is found.
    Standing {
        /// The code that was asked about.
        code: CodiceFiscale,
        /// Where it is found.
        standing: Standing,
    },
    /// May this person vote?
    Verdict(Verdict),
    /// The companion may help.
    MayHelp,
    /// The companion may not help, and why.
    HelpRefused {
        /// Why (`refusal-...`).
        why: Notice,
        /// Whether a president may decide otherwise.
        exception: Exception,
    },
    /// The help is on record, without a name.
    Assisted,
    /// The admission is taken back; the person may be checked in again.
    Voided,
    /// The slip may be handed out: the person has voted.
    PaperIssued,
    /// What is to be entered next of the box of paper.
    Paper(Box<PaperNext>),
    /// What was entered cannot be; it is to be corrected.
    PaperRefused(PaperProblem),
    /// Whoever should be the second does not count as one.
    SecondRefused {
        /// Why (`operator-paper-second-...`).
        why: Notice,
        /// Seconds before the next try, perhaps 0.
        wait_seconds: u64,
    },
    /// Nothing is left of the count.
    PaperStopped,
    /// The visit is the voter's now.
    HandedOver,
    /// A ballot is sealed and offered.
    Sealed {
        /// The tracker in four groups.
        tracker_text: String,
        /// What the QR code holds.
        qr_text: String,
    },
    /// The ballot could not be sealed; nothing was recorded.
    SealFailed,
    /// The offered ballot is forgotten.
    SealWiped,
    /// The ballot is on disk.
    CastDone,
    /// The ballot is not on disk and the admission is not spent. The voter's screen says so in
    /// its own words; this notice is for the operator, after the PIN.
    CastFailed(Notice),
    /// The ballot is on disk as opened, to be published; the admission is not spent.
    Opened,
    /// The ballot is neither opened nor cast, and the admission is not spent. The notice is for
    /// the operator, after the PIN.
    OpenFailed(Notice),
    /// The admission waits for this person, today.
    VoterLeft,
    /// PIN or passphrase is right.
    PinOk,
    /// The PIN is wrong.
    PinRefused {
        /// Tries before the passphrase is needed, at least 1.
        tries_left: u32,
    },
    /// Too many wrong PINs: only the passphrase helps.
    PassphraseNeeded,
    /// The passphrase is wrong.
    PassphraseRefused {
        /// Seconds before the next try, perhaps 0.
        wait_seconds: u64,
    },
    /// What the day adds up to.
    ClosingCounts(Box<ClosingCounts>),
    /// The day is closed and signed.
    DayClosed {
        /// Where the minutes are.
        minutes_path: String,
        /// Their text, lines of at most 78 columns.
        minutes_text: String,
        /// How the station stands now.
        status: Box<Status>,
    },
    /// How the last paper stands. While it is [`PrintState::Going`], ask again with
    /// [`Job::PrintState`].
    Print(PrintState),
    /// What was exchanged with the central server.
    Synced {
        /// What left, what was refused.
        report: SyncReport,
        /// How the station stands now.
        status: Box<Status>,
    },
    /// Nothing was lost: what waits, waits on (`sync-no-network`, `sync-server-error`, ...).
    SyncFailed(Notice),
    /// The sticks that are there, perhaps none.
    Sticks(Vec<Stick>),
    /// What waits is on the stick, whole.
    Exported {
        /// What was written and what came back.
        report: ExportReport,
        /// How the station stands now.
        status: Box<Status>,
    },
    /// Nothing was lost: what waits, waits on (`stick-gone`, `stick-full`, ...).
    ExportFailed(Notice),
    /// The outcome of the demo.
    Counted(Box<CountResult>),
    /// Something that should not happen. The key is one of `failure-store`, `failure-disk-full`,
    /// `failure-state`, `failure-unexpected`; the detail is for a technician and holds neither
    /// codes nor names nor choices.
    Failed {
        /// Key of the message.
        key: &'static str,
        /// Technical detail.
        detail: String,
    },
}

/// Whoever does the jobs: the station, or a test.
pub trait Clerk: Send {
    /// Does one job. `progress` shows a [`Done::Step`] while the job is still going on.
    fn work(&mut self, job: Job, progress: &dyn Fn(Done)) -> Done;
}

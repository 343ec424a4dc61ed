//! What the screens know: one screen at a time, the unlocked station, an overlay.
//!
//! Invariant: while a voter's screen, the screen on which a person confirms, or the PIN screen is
//! active, keys reach nothing else; those screens are never given the [`Session`], so they cannot
//! show operator data.

use super::appearance::Voice;
use super::clock::Wait;
use super::confirming::Confirming;
use super::facts::{StationInfo, Status};
use super::operator::{
    assisting::Assisting, closing::Closing, computing::Computing, counting::Counting, desk::Desk,
    document::DocumentForm, exchange::Exchange, minutes::Minutes, opening::Opening,
    overlay::Overlay, paper::PaperBox, paper::issuing::Issuing, person::Person, reasons::Reasons,
    registration::Registration, returning::Returning, unlock::Unlock, verdict::VerdictPanel,
};
use super::voter::keys::Press;
use super::voter::{Space, VoterModel};
use super::widgets::{MIN_COLUMNS, MIN_ROWS};
use super::words::Look;
use super::work::{Done, Job};
use crate::i18n::Language;
use chrono::NaiveDateTime;
use crossterm::event::KeyEvent;
use ratatui::layout::Position;
use std::time::Duration;
use zeroize::Zeroizing;

/// How long before it locks itself the station says so.
const WARNING: Duration = Duration::from_secs(30);

/// What happened.
pub enum Msg {
    /// A key was pressed.
    Key(KeyEvent),
    /// A key came too fast for a hand: a scanner's.
    Swift(KeyEvent),
    /// Text came at once: a scanner, or the clipboard.
    Paste(String),
    /// The pointer was pressed at this place; the runtime finds what is there.
    PointedAt(Position),
    /// A row or a key on a public screen was pointed at.
    Pointed(Press),
    /// The terminal has another size.
    Resized {
        /// Columns.
        columns: u16,
        /// Rows.
        rows: u16,
    },
    /// Keys can no longer come.
    TerminalLost,
    /// Time has passed.
    Tick(Duration),
    /// The clerk answers.
    Done(Done),
}

/// What the runtime has to do.
pub enum Cmd {
    /// Give the clerk a job.
    Work(Job),
    /// Say this aloud, instead of what is being said.
    Say {
        /// In which language.
        language: Language,
        /// How quickly.
        voice: Voice,
        /// What. It may name a choice.
        text: Zeroizing<String>,
    },
    /// Say nothing more.
    Hush,
    /// Speak through what the station's settings name; the runtime tells the model whether it can.
    Voice(String),
    /// Leave the program, once the clerk is done.
    Quit,
}

/// The screen that is shown.
pub enum Screen {
    /// Who unlocks, and with which passphrase.
    Unlock(Unlock),
    /// The day is not open.
    Opening(Opening),
    /// The check-in desk.
    Desk(Desk),
    /// A code computed for who left the card at home.
    Computing(Computing),
    /// The person whose code was read.
    Person(Box<Person>),
    /// The document of the person at the desk, copied by hand.
    Document(Box<DocumentForm>),
    /// May this person vote?
    Verdict(Box<VerdictPanel>),
    /// Who helps the person, and why.
    Assisting(Box<Assisting>),
    /// Whether the person gets a paper ballot.
    Issuing(Box<Issuing>),
    /// Why an admission is taken back, or a refusal lifted.
    Reasons(Box<Reasons>),
    /// A city user, or attested residence.
    Registration(Box<Registration>),
    /// The screen is the person's, who confirms what the desk wrote.
    Confirming(Box<Confirming>),
    /// The screen is the voter's.
    Voter(Box<VoterModel>),
    /// The voter has given the screen back; nobody knows yet who holds it.
    Returning(Returning),
    /// Counts, and the end of the day.
    Closing(Closing),
    /// The count of the box of paper, at the last closing.
    Paper(Box<PaperBox>),
    /// The minutes of the day just closed.
    Minutes(Minutes),
    /// Exchange with the central server.
    Exchange(Exchange),
    /// Demo: the count.
    Counting(Counting),
}

impl Screen {
    /// Whether anyone may be in front of the screen.
    pub fn is_public(&self) -> bool {
        matches!(
            self,
            Self::Confirming(_) | Self::Voter(_) | Self::Returning(_)
        )
    }
}

/// The unlocked station.
pub struct Session {
    /// What does not change.
    pub station: StationInfo,
    /// How the day stands.
    pub status: Status,
    /// The station's clock, moved on by ticks.
    pub now: NaiveDateTime,
    /// Time until the status is asked for again.
    pub(super) refresh: Wait,
}

impl Session {
    /// Seconds between two looks at the status.
    const REFRESH: u64 = 10;

    /// A station just unlocked.
    pub fn new(station: StationInfo, status: Status) -> Self {
        let now = status.now;
        Self {
            station,
            status,
            now,
            refresh: Wait::of(Self::REFRESH),
        }
    }

    /// The station has told how the day stands.
    pub fn learn(&mut self, status: Status) {
        self.now = status.now;
        self.status = status;
        self.refresh = Wait::of(Self::REFRESH);
    }

    /// Where the operator belongs when nothing else is going on.
    pub fn home(&self) -> Screen {
        if self.status.day_open {
            Screen::Desk(Desk::default())
        } else {
            Screen::Opening(Opening::default())
        }
    }
}

/// Everything the screens know.
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts that have nothing to do with each other"
)]
pub struct Model {
    /// Styles and language of the operator's screens.
    pub look: Look,
    /// Lines under the unlock screen: the demo's names and passphrases. Empty otherwise.
    pub hint: Vec<String>,
    /// Whether nothing counts; every screen says so.
    pub training: bool,
    /// The unlocked station, if it is.
    pub session: Option<Session>,
    /// The screen.
    pub screen: Screen,
    /// What lies over the screen: help, people to try, trouble. Only on the operator's side.
    pub overlay: Option<Overlay>,
    /// What operators have to hear once the screen is theirs again.
    pub(super) after_return: Option<Overlay>,
    /// Whether the terminal is too small to show any screen; keys then do nothing.
    pub(super) too_small: bool,
    /// Columns and rows of the terminal.
    pub(super) size: (u16, u16),
    /// Whether there is a voice.
    pub voice: bool,
    /// Where the next order of options comes from; the runtime sets it at the start.
    pub chance: u64,
    /// Whether the screen may look different since it was last drawn.
    pub(super) changed: bool,
    /// Time since the last whole second.
    pub(super) fraction: Duration,
    /// Time without a key on an operator's screen.
    pub(super) idle: Duration,
}

impl Model {
    /// A locked station. The runtime asks for [`Job::Operators`] first.
    pub fn new(look: Look, training: bool, hint: Vec<String>) -> Self {
        Self {
            look,
            hint,
            training,
            session: None,
            screen: Screen::Unlock(Unlock::default()),
            overlay: None,
            after_return: None,
            too_small: false,
            size: (MIN_COLUMNS, MIN_ROWS),
            voice: false,
            chance: 0,
            changed: true,
            fraction: Duration::ZERO,
            idle: Duration::ZERO,
        }
    }

    /// What a voter's screen has to know of the terminal.
    pub(super) fn space(&self) -> Space {
        Space {
            columns: self.size.0,
            rows: self.size.1,
            glyphs: self.look.theme.glyphs,
            voice: self.voice,
        }
    }

    /// How long an operator's screen that nobody touches still waits before the station locks
    /// itself. `None` where it does not: it is locked, or the screen is a voter's, or two people
    /// are counting the box of paper, who look at slips for longer than at keys and would begin
    /// again.
    pub(super) fn patience(&self) -> Option<Duration> {
        let session = self.session.as_ref()?;
        let never = matches!(self.screen, Screen::Unlock(_) | Screen::Paper(_));
        if never || self.screen.is_public() {
            return None;
        }
        let minutes = session.station.consultation.limits.lock_minutes;
        let limit = Duration::from_secs(60 * u64::from(minutes));
        Some(limit.saturating_sub(self.idle))
    }

    /// Seconds before the station locks itself, once they are to be shown.
    pub fn locks_in(&self) -> Option<u64> {
        let left = self.patience()?;
        (left <= WARNING).then(|| left.as_secs() + u64::from(left.subsec_nanos() > 0))
    }

    /// Whether the screen has to be drawn again; asking answers for it.
    pub fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }
}

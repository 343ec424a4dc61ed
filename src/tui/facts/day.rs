//! How the day stands: open or closed, what it adds up to, and what has left the station.

use super::{Battery, Notice, Value};
use chrono::{NaiveDate, NaiveDateTime};

/// How the day stands. The counts are of the open day, or of the last one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts that have nothing to do with each other"
)]
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
    /// Ballots that were in the box before today.
    pub in_box_before: u32,
    /// Signed batches that wait to be sent, and leave as soon as somebody receives them.
    pub pending: u32,
    /// Ballots that stay in the box on purpose: they leave once there are more of them, or with the
    /// last closing.
    pub kept: u32,
    /// When something was last sent.
    pub last_sync: Option<NaiveDateTime>,
    /// Why the last attempt failed, until one succeeds.
    pub sync_problem: Option<Notice>,
    /// When the roll on this station was made.
    pub roll: Option<NaiveDateTime>,
    /// When the server made the list of those who voted elsewhere that is on this station.
    pub voted_elsewhere: Option<NaiveDateTime>,
    /// Whether the central server answers; `None` where the station does not claim people there.
    pub online: Option<bool>,
    /// The server showed a board that does not fit the one that this station knows.
    pub board_alarm: bool,
    /// Operators who can unlock the station.
    pub operators: u32,
    /// The date on which the open day was opened.
    pub opened: Option<NaiveDate>,
    /// Whether today is outside the phase: nobody can be admitted.
    pub outside_phase: bool,
    /// Whether a day that was opened today is closed already.
    pub closed_today: bool,
    /// Votes of the openings of today that are closed already, on the screen and on paper.
    pub voted_earlier_today: u32,
    /// The battery; `None` where the machine has none.
    pub battery: Option<Battery>,
}

/// An open day that is not today's, or can admit nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOpen {
    /// It was opened on an earlier date. People may still be admitted.
    Since(NaiveDate),
    /// It was opened on this date, and its phase is over: nobody can be admitted.
    PhaseOver(NaiveDate),
    /// It was opened on a date that is still to come: the clock is wrong.
    ClockBack(NaiveDate),
}

impl Status {
    /// How the open day stands against a date, if something is to be said about it.
    pub fn left_open(&self, today: NaiveDate) -> Option<LeftOpen> {
        let opened = self.opened.filter(|_| self.day_open)?;
        if opened > today {
            Some(LeftOpen::ClockBack(opened))
        } else if self.outside_phase {
            Some(LeftOpen::PhaseOver(opened))
        } else {
            (opened < today).then_some(LeftOpen::Since(opened))
        }
    }
}

impl LeftOpen {
    /// What happened and what to do.
    pub fn notice(self) -> Notice {
        let (key, opened) = match self {
            Self::Since(opened) => ("day-left-open", opened),
            Self::PhaseOver(opened) => ("day-phase-over", opened),
            Self::ClockBack(opened) => ("day-clock-back", opened),
        };
        Notice::plain(key).with("date", Value::Date(opened))
    }
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
    /// Whether today is later: the station could not open again.
    pub is_over: bool,
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

/// What was carried to a stick, and from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ExportReport {
    /// Batches that are on the stick now, whole; they wait here too until their receipts come.
    pub written: u32,
    /// Batches whose receipts were on the stick: the server has them.
    pub received: u32,
    /// Receipts on the stick that are not the server's for these batches.
    pub wrong: u32,
    /// Whether a newer list of who voted elsewhere was there.
    pub elsewhere: bool,
    /// Ballots that stay in the box until more are there or the day ends.
    pub kept: u32,
}

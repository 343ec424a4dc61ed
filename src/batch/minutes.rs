//! The closing record of a day.

use super::{Hour, PaperCount};
use crate::envelope::Digest;
use minicbor::{Decode, Encode};

/// What happened to the check-ins of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Encode, Decode)]
pub struct Counts {
    /// People admitted at the desk.
    #[n(0)]
    pub check_ins: u64,
    /// Ballots cast on the screen.
    #[n(1)]
    pub cast: u64,
    /// Paper ballots handed out.
    #[n(2)]
    pub paper: u64,
    /// Admissions voided with a reason.
    #[n(3)]
    pub void: u64,
    /// Admissions left behind.
    #[n(4)]
    pub abandoned: u64,
    /// Of the check-ins: city users.
    #[n(5)]
    pub city_users: u64,
    /// Of the check-ins: residence attested at the desk.
    #[n(6)]
    pub attested: u64,
    /// People refused.
    #[n(7)]
    pub refused: u64,
    /// Of the check-ins: voters helped by staff.
    #[n(8)]
    pub assisted_by_staff: u64,
    /// Of the check-ins: voters helped by a companion.
    #[n(9)]
    pub assisted_by_companion: u64,
}

impl Counts {
    /// check-ins = cast + paper + void + abandoned.
    pub fn reconcile(&self) -> bool {
        let ends = [self.cast, self.paper, self.void, self.abandoned];
        let sum = ends.iter().try_fold(0u64, |sum, n| sum.checked_add(*n));
        sum == Some(self.check_ins)
    }

    /// What is counted "of the check-ins" is no more than these: nobody is in two of a kind.
    pub fn parts_fit(&self) -> bool {
        let within = |a: u64, b: u64| a.checked_add(b).is_some_and(|sum| sum <= self.check_ins);
        within(self.city_users, self.attested)
            && within(self.assisted_by_staff, self.assisted_by_companion)
    }
}

/// Why a station opens again on a date on which it had closed. A list, because free text may hold a
/// name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Reopening {
    /// It was closed by mistake.
    #[n(0)]
    ClosedByMistake,
    /// People had come in time and were still waiting.
    #[n(1)]
    PeopleWaiting,
    /// The hours were extended.
    #[n(2)]
    HoursExtended,
    /// The station moved to another place.
    #[n(3)]
    Moved,
    /// Anything else.
    #[n(4)]
    Other,
}

impl Reopening {
    /// All of them, in the order in which screens list them.
    pub const ALL: [Self; 5] = [
        Self::ClosedByMistake,
        Self::PeopleWaiting,
        Self::HoursExtended,
        Self::Moved,
        Self::Other,
    ];

    /// The word in the journal and in message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::ClosedByMistake => "closed-by-mistake",
            Self::PeopleWaiting => "people-waiting",
            Self::HoursExtended => "hours-extended",
            Self::Moved => "moved",
            Self::Other => "other",
        }
    }
}

/// The minutes (*verbale*) of one day of a station.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Minutes {
    /// Day of the station, from 1.
    #[n(0)]
    pub day: u32,
    /// Opened, to the hour.
    #[n(1)]
    pub opened: Hour,
    /// Closed, to the hour.
    #[n(2)]
    pub closed: Hour,
    /// The counts of the day.
    #[n(3)]
    pub counts: Counts,
    /// Ballots in the box at opening.
    #[n(4)]
    pub box_at_opening: u64,
    /// Ballots in the box at closing: at opening plus cast, plus paper ballots that were sealed.
    #[n(5)]
    pub box_at_closing: u64,
    /// Ballots that have left in batches since the first day, when the day was closed.
    #[n(6)]
    pub ballots_sent: u64,
    /// Head of the journal.
    #[n(7)]
    pub journal: Digest,
    /// Whether the station closes for good: its chain ends here.
    #[n(8)]
    pub last: bool,
    /// Ballots that their voters opened instead of casting them, that day.
    #[n(9)]
    pub ballots_opened: u64,
    /// What was in the box of paper ballots; in the last minutes, if any were handed out.
    #[n(10)]
    pub paper: Option<PaperCount>,
    /// Why the station opened again, if it had closed on the same date.
    #[n(11)]
    pub reopened: Option<Reopening>,
}

impl Minutes {
    /// Paper ballots that were sealed and put into the box.
    pub fn paper_sealed(&self) -> u64 {
        self.paper.as_ref().map_or(0, PaperCount::sealed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_from_a_file_never_overflow() {
        let honest = Counts {
            check_ins: 3,
            cast: 1,
            void: 2,
            ..Counts::default()
        };
        assert!(honest.reconcile());
        let wraps = Counts {
            check_ins: 1,
            cast: u64::MAX,
            void: 2,
            ..Counts::default()
        };
        assert!(!wraps.reconcile());
    }

    #[test]
    fn no_part_is_more_than_the_check_ins() {
        let of_three = |city_users, attested, assisted_by_staff, assisted_by_companion| Counts {
            check_ins: 3,
            city_users,
            attested,
            assisted_by_staff,
            assisted_by_companion,
            ..Counts::default()
        };
        assert!(of_three(1, 2, 3, 0).parts_fit());
        for wrong in [(4, 0, 0, 0), (2, 2, 0, 0), (0, 0, 4, 0), (0, 0, 1, 3)] {
            let (a, b, c, d) = wrong;
            assert!(!of_three(a, b, c, d).parts_fit(), "{wrong:?}");
        }
        assert!(!of_three(0, u64::MAX, 0, 0).parts_fit());
        assert!(!of_three(0, 0, u64::MAX, 1).parts_fit());
    }
}

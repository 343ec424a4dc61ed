//! The closing record of a day.

use super::Hour;
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
}

impl Counts {
    /// check-ins = cast + paper + void + abandoned.
    pub fn reconcile(&self) -> bool {
        let ends = [self.cast, self.paper, self.void, self.abandoned];
        let sum = ends.iter().try_fold(0u64, |sum, n| sum.checked_add(*n));
        sum == Some(self.check_ins)
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
    /// Ballots in the box at closing: at opening plus cast.
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
}

//! The open day against the calendar.
//!
//! Invariant: a day belongs to the date on which it was opened, however late it is closed: what was
//! done at an earlier opening of the same date is of today, and what a day left open from another
//! date did is not.

use super::{Station, StationError, store};
use crate::batch::{Counts, Minutes};
use crate::consultation::Hour;
use crate::envelope::cbor;
use chrono::NaiveDate;
use rusqlite::OptionalExtension;

/// The day that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenDay {
    /// The date on which it was opened.
    pub opened: NaiveDate,
    /// Whether people may be admitted: a day left open does not outlast its phase.
    pub admits: bool,
}

impl Station {
    /// The day that is open, against the station's clock.
    pub fn open_day_today(&self) -> Result<Option<OpenDay>, StationError> {
        let query = "SELECT opened FROM days WHERE closed IS NULL";
        let opened: Option<String> = self.db.query_row(query, [], |r| r.get(0)).optional()?;
        let Some(opened) = opened else {
            return Ok(None);
        };
        let opened = Hour::parse(&opened).ok_or(StationError::Damaged("the hour of opening"))?;
        Ok(Some(OpenDay {
            opened: opened.date(),
            admits: self.is_in_phase(),
        }))
    }

    /// Whether today is inside the phase of this kind of station.
    pub(super) fn is_in_phase(&self) -> bool {
        let phase = self.consultation().phase(self.certificate.value().kind);
        phase.is_some_and(|p| (p.from..=p.to).contains(&self.clock.today()))
    }

    /// Whether a day that was opened on this date is closed already.
    pub fn closed_today(&self) -> Result<bool, StationError> {
        Ok(!self.closed_openings_of_today()?.is_empty())
    }

    /// What the openings of this date that are closed already add up to.
    pub fn counts_earlier_today(&self) -> Result<Counts, StationError> {
        let mut sum = Counts::default();
        for minutes in self.closed_openings_of_today()? {
            let of = cbor::decode::<Minutes>(&minutes)?.counts;
            sum.check_ins += of.check_ins;
            sum.cast += of.cast;
            sum.paper += of.paper;
            sum.void += of.void;
            sum.abandoned += of.abandoned;
            sum.city_users += of.city_users;
            sum.attested += of.attested;
            sum.refused += of.refused;
            sum.assisted_by_staff += of.assisted_by_staff;
            sum.assisted_by_companion += of.assisted_by_companion;
        }
        Ok(sum)
    }

    /// Ballots that were in the box before the first opening of this date.
    pub fn in_box_before_today(&self) -> Result<u64, StationError> {
        let query = "SELECT box_at_opening FROM days WHERE opened LIKE ?1 ORDER BY day LIMIT 1";
        let first = self.db.query_row(query, [self.of_today()], |r| r.get(0));
        match first.optional()? {
            Some(in_box) => Ok(in_box),
            None => store::count(&self.db, "SELECT count(*) FROM ballots"),
        }
    }

    fn closed_openings_of_today(&self) -> Result<Vec<Vec<u8>>, StationError> {
        let mut query = self.db.prepare(
            "SELECT minutes FROM days WHERE closed IS NOT NULL AND opened LIKE ?1 ORDER BY day",
        )?;
        let rows = query.query_map([self.of_today()], |r| r.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Hours are kept as `2022-09-18T17`.
    fn of_today(&self) -> String {
        format!("{}T%", self.clock.today())
    }
}

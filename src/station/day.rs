//! The day of a station: opening, counts, closing with minutes.

use super::{Event, PaperCounted, Second, Station, StationError};
use super::{assistance, elsewhere, journal, paper, shift, store};
use crate::batch::{Counts, Minutes, Reopening, Rows};
use crate::consultation::Hour;
use crate::envelope::cbor;
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

/// Why a day cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpeningRefused {
    /// Today is outside the phase of this kind of station.
    OutsidePhase {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// The consultation has no phase for this kind of station.
    NoPhase,
    /// The station was closed for good.
    ClosedForGood,
    /// The day was closed today already, and only a president may open it again.
    ClosedToday,
    /// The day was closed today already, and the president says why it opens again.
    ReasonNeeded,
    /// The consultation asks for two people.
    SecondNeeded,
}

/// What opening a day may need beside whoever unlocked the station.
#[derive(Debug, Default)]
pub struct Opening {
    /// The second operator, where the consultation asks for two.
    pub second: Option<Second>,
    /// Why it opens again on a date on which it had closed.
    pub reason: Option<Reopening>,
}

/// In the store: why the open day was opened again.
const REOPENED: &str = "reopened";

/// What closing would record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClosingCounts {
    /// The counts, with those left behind counted as abandoned.
    pub counts: Counts,
    /// Admitted people who have not voted.
    pub left_behind: u64,
    /// Whether this is the last day of the phase.
    pub last_day: bool,
    /// Ballots in the box now.
    pub in_box: u64,
}

/// A closed day.
#[derive(Debug, Clone)]
pub struct DayClosed {
    /// Its minutes, signed by their batch.
    pub minutes: Minutes,
    /// The minutes as a text for people, in the station's folder.
    pub path: std::path::PathBuf,
}

impl Station {
    /// The day that is open, by its number.
    pub fn open_day_number(&self) -> Result<Option<u32>, StationError> {
        let query = "SELECT day FROM days WHERE closed IS NULL";
        Ok(self.db.query_row(query, [], |r| r.get(0)).optional()?)
    }

    /// The day that is open, if people may be admitted: a day left open does not outlast its
    /// phase.
    pub(super) fn admitting_day(&self) -> Result<u32, StationError> {
        let day = self.open_day_number()?.ok_or(StationError::DayNotOpen)?;
        if self.is_in_phase() {
            Ok(day)
        } else {
            Err(StationError::DayNotOpen)
        }
    }

    /// Opens a day, by whoever unlocked the station. If one is open already, nothing changes.
    pub fn open_day(&mut self) -> Result<Result<u32, OpeningRefused>, StationError> {
        self.open_day_with(&Opening::default())
    }

    /// Opens a day, with what it may need. If one is open already, nothing changes.
    pub fn open_day_with(
        &mut self,
        opening: &Opening,
    ) -> Result<Result<u32, OpeningRefused>, StationError> {
        if let Some(day) = self.open_day_number()? {
            return Ok(Ok(day));
        }
        if self.closed_for_good()? {
            return Ok(Err(OpeningRefused::ClosedForGood));
        }
        let again = self.closed_today()?;
        if again && self.president().is_err() {
            return Ok(Err(OpeningRefused::ClosedToday));
        }
        let Some(phase) = self.consultation().phase(self.certificate.value().kind) else {
            return Ok(Err(OpeningRefused::NoPhase));
        };
        let (from, to, today) = (phase.from, phase.to, self.clock.today());
        if today < from || today > to {
            return Ok(Err(OpeningRefused::OutsidePhase { from, to }));
        }
        let reason = opening.reason.filter(|_| again);
        if again && reason.is_none() {
            return Ok(Err(OpeningRefused::ReasonNeeded));
        }
        let Ok(with) = self.with(opening.second.as_ref()) else {
            return Ok(Err(OpeningRefused::SecondNeeded));
        };
        let by = self.operator.slot;
        let hour = self.clock.hour();
        let tx = self.db.transaction()?;
        let days = store::count(&tx, "SELECT count(*) FROM days")?;
        let day = u32::try_from(days + 1).unwrap_or(u32::MAX);
        let in_box = store::count(&tx, "SELECT count(*) FROM ballots")?;
        tx.execute(
            "INSERT INTO days(day, opened, box_at_opening, refused) VALUES (?1, ?2, ?3, 0)",
            (day, hour.to_string(), in_box),
        )?;
        journal::append(&tx, hour, &Event::Opened { day, by, with })?;
        store::forget_meta(&tx, REOPENED)?;
        if let Some(reason) = reason {
            store::set_meta(&tx, REOPENED, &cbor::encode(&reason))?;
            let reason = reason.word().to_owned();
            journal::append(&tx, hour, &Event::Reopened { reason })?;
        }
        tx.commit()?;
        Ok(Ok(day))
    }

    /// The counts of the open day, as they stand: people left behind are in no column yet.
    pub fn counts(&self) -> Result<Counts, StationError> {
        let day = self.open_day_number()?.ok_or(StationError::DayNotOpen)?;
        counts(&self.db, day)
    }

    /// The counts of the day that is open, or of the last one; zeros before the first.
    pub fn counts_of_last_day(&self) -> Result<Counts, StationError> {
        let query = "SELECT day, minutes FROM days ORDER BY day DESC LIMIT 1";
        let row = self.db.query_row(query, [], |r| {
            Ok((r.get(0)?, r.get::<_, Option<Vec<u8>>>(1)?))
        });
        match row.optional()? {
            None => Ok(Counts::default()),
            Some((day, None)) => counts(&self.db, day),
            Some((_, Some(minutes))) => Ok(cbor::decode::<Minutes>(&minutes)?.counts),
        }
    }

    /// Ballots that were in the box when the open day was opened.
    pub fn box_at_opening(&self) -> Result<u64, StationError> {
        let query = "SELECT box_at_opening FROM days WHERE closed IS NULL";
        let found = self.db.query_row(query, [], |r| r.get(0)).optional()?;
        found.ok_or(StationError::DayNotOpen)
    }

    /// Whether the station was closed for good.
    pub fn closed_for_good(&self) -> Result<bool, StationError> {
        Ok(store::meta(&self.db, "closed_for_good")?.is_some())
    }

    /// Ballots in the box.
    pub fn in_box(&self) -> Result<u64, StationError> {
        store::count(&self.db, "SELECT count(*) FROM ballots")
    }

    /// What closing now would record.
    pub fn prepare_closing(&self) -> Result<ClosingCounts, StationError> {
        let mut counts = self.counts()?;
        let left_behind =
            counts.check_ins - counts.cast - counts.paper - counts.void - counts.abandoned;
        counts.abandoned += left_behind;
        let phase = self.consultation().phase(self.certificate.value().kind);
        let last_day = phase.is_some_and(|p| self.clock.today() >= p.to);
        Ok(ClosingCounts {
            counts,
            left_behind,
            last_day,
            in_box: self.in_box()?,
        })
    }

    /// Closes the day: people left behind become abandoned, the minutes are made, and the batches
    /// of the day join the chain. `last` closes the station for good: everything leaves and the
    /// chain ends.
    ///
    /// # Errors
    /// [`StationError::PaperNotCounted`] if it is the last closing and paper ballots were handed
    /// out: see [`close_for_good`](Self::close_for_good). [`StationError::SecondNeeded`] where the
    /// consultation asks for two people: see [`close_day_with`](Self::close_day_with).
    pub fn close_day(&mut self, last: bool) -> Result<DayClosed, StationError> {
        self.close_day_with(last, None)
    }

    /// Closes the day, with a second operator who confirms it.
    pub fn close_day_with(
        &mut self,
        last: bool,
        second: Option<&Second>,
    ) -> Result<DayClosed, StationError> {
        let with = self.with(second)?;
        self.close(last, None, with)
    }

    /// The last closing, with the count of the box of paper: its totals join the minutes, or its
    /// slips, sealed, the ballot box. Two people have counted, and so two people close.
    pub fn close_for_good(&mut self, paper: &PaperCounted) -> Result<DayClosed, StationError> {
        self.close(true, Some(paper), None)
    }

    fn close(
        &mut self,
        last: bool,
        paper: Option<&PaperCounted>,
        with: Option<u32>,
    ) -> Result<DayClosed, StationError> {
        let by = self.operator.slot;
        let day = self.open_day_number()?.ok_or(StationError::DayNotOpen)?;
        let hour = self.clock.hour();
        let batch_min = u64::from(self.consultation().limits.batch_min);
        let (key, start) = (self.key.clone(), self.chain_start());
        let sealed = match paper {
            Some(paper) => paper.seal(&self.form, &self.certificate.value().station)?,
            None => Vec::new(),
        };
        let tx = self.db.transaction()?;
        let handed_out = paper::handed_out(&tx)?;
        if last && paper.map_or(0, |p| p.summary().handed_out) != handed_out {
            return Err(StationError::PaperNotCounted);
        }
        tx.execute(
            "UPDATE admissions SET state = 'abandoned' WHERE state IN ('admitted', 'voting')",
            [],
        )?;
        if let Some(paper) = paper {
            paper::put(&tx, hour, paper, &sealed)?;
        }
        journal::append(&tx, hour, &Event::Closed { day, by, with })?;
        shift::forget_found(&tx)?;
        let mut outbox = super::outbox::Outbox::new(&tx, key, start)?;
        outbox.presence()?;
        outbox.registrations()?;
        outbox.ballots(if last { 1 } else { batch_min })?;
        outbox.openings()?;
        let minutes = Minutes {
            last,
            paper: paper.map(PaperCounted::count),
            ..minutes(&tx, day, hour)?
        };
        outbox.put(Rows::Minutes(minutes.clone()))?;
        store::forget_meta(&tx, REOPENED)?;
        tx.execute(
            "UPDATE days SET closed = ?2, minutes = ?3 WHERE day = ?1",
            (day, hour.to_string(), cbor::encode(&minutes)),
        )?;
        if last {
            store::set_meta(&tx, "closed_for_good", b"1")?;
            store::forget_visits(&tx)?;
            elsewhere::forget(&tx)?;
        }
        tx.commit()?;
        // A disk without room for a second copy of the store must not keep a day open.
        let _ = store::forget_order(&self.db);
        let path = self.write_minutes(&minutes)?;
        Ok(DayClosed { minutes, path })
    }
}

fn counts(db: &Connection, day: u32) -> Result<Counts, StationError> {
    let mut query =
        db.prepare("SELECT state, admitted_as, assisted FROM admissions WHERE day = ?1")?;
    let rows = query.query_map([day], |r| {
        Ok((
            r.get::<_, String>(0)?,
            r.get::<_, Vec<u8>>(1)?,
            r.get::<_, Option<String>>(2)?,
        ))
    })?;
    let mut counts = Counts::default();
    for row in rows {
        let (state, admitted_as, assisted) = row?;
        counts.check_ins += 1;
        match state.as_str() {
            "cast" => counts.cast += 1,
            "paper" => counts.paper += 1,
            "void" => counts.void += 1,
            "abandoned" => counts.abandoned += 1,
            _ => {}
        }
        match cbor::decode(&admitted_as)? {
            crate::batch::AdmittedAs::CityUser { .. } => counts.city_users += 1,
            crate::batch::AdmittedAs::Attested { .. } => counts.attested += 1,
            crate::batch::AdmittedAs::Resident { .. } => {}
        }
        match assisted.as_deref() {
            Some(assistance::STAFF) => counts.assisted_by_staff += 1,
            Some(assistance::COMPANION) => counts.assisted_by_companion += 1,
            _ => {}
        }
    }
    counts.refused = db.query_row("SELECT refused FROM days WHERE day = ?1", [day], |r| {
        r.get(0)
    })?;
    Ok(counts)
}

/// Ballots that were opened instead of cast.
fn ballots_opened(db: &Connection, day: u32) -> Result<u64, StationError> {
    let query = "SELECT count(*) FROM openings WHERE day = ?1";
    Ok(db.query_row(query, [day], |r| r.get(0))?)
}

/// Why the open day was opened again.
fn reopened(db: &Connection) -> Result<Option<Reopening>, StationError> {
    let kept = store::meta(db, REOPENED)?;
    Ok(kept.map(|bytes| cbor::decode(&bytes)).transpose()?)
}

/// The minutes of a day that is not the last.
fn minutes(db: &Connection, day: u32, closed: Hour) -> Result<Minutes, StationError> {
    let (opened, at_opening): (String, u64) = db.query_row(
        "SELECT opened, box_at_opening FROM days WHERE day = ?1",
        [day],
        |r| Ok((r.get(0)?, r.get(1)?)),
    )?;
    let opened = Hour::parse(&opened).ok_or(StationError::Damaged("the hour of opening"))?;
    Ok(Minutes {
        day,
        opened,
        closed,
        counts: counts(db, day)?,
        box_at_opening: at_opening,
        box_at_closing: store::count(db, "SELECT count(*) FROM ballots")?,
        ballots_sent: store::count(db, "SELECT count(*) FROM ballots WHERE batch IS NOT NULL")?,
        journal: journal::head(db)?.1,
        last: false,
        ballots_opened: ballots_opened(db, day)?,
        paper: None,
        reopened: reopened(db)?,
    })
}

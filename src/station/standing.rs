//! What the station knows of a code, before any document is looked at.
//!
//! Invariant: one look at the keys of four tables, never a scan, so that a roll of ten million
//! answers as fast as one of ten.

use super::at_desk::AtDesk;
use super::{Refusal, Station, StationError};
use crate::batch::AdmittedAs;
use crate::consultation::Hour;
use crate::envelope::cbor;
use crate::identity::{CodiceFiscale, Pseudonym};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

/// What the station knows of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The right to vote.
    pub right: StandingRight,
    /// The last refusal, if the person was refused here and not admitted since.
    pub refused_before: Option<RefusedBefore>,
}

/// The right to vote that goes with a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StandingRight {
    /// Spent, at this station.
    VotedHere,
    /// Admitted today, and not spent.
    AdmittedToday,
    /// On the roll of residents.
    OnRoll {
        /// The area's code.
        area: String,
    },
    /// In this station's part of the albo.
    Registered {
        /// As what.
        admitted_as: AdmittedAs,
        /// First day on which the person may vote.
        from: NaiveDate,
    },
    /// None of these.
    Unknown,
}

/// A refusal that is remembered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedBefore {
    /// [`Refusal::name`].
    pub reason: String,
    /// When.
    pub hour: Hour,
}

impl Station {
    /// What is known of a code. Who has voted here is refused by that, on record, so that nobody
    /// has to look at a document first; nothing else is recorded.
    pub fn look_up(&mut self, code: &CodiceFiscale) -> Result<Standing, StationError> {
        let (day, hour) = (self.admitting_day()?, self.clock.hour());
        let who = self.roll_key.pseudonym(code);
        let standing = Standing {
            right: right(&self.db, who)?,
            refused_before: refused_before(&self.db, who)?,
        };
        if standing.right == StandingRight::VotedHere {
            let db = self.db.transaction()?;
            AtDesk {
                db: &db,
                day,
                hour,
                who,
            }
            .refuse(Refusal::AlreadyVotedHere)?;
            db.commit()?;
        }
        Ok(standing)
    }
}

/// Spent or taken first, then the roll, then the albo of city users.
pub(super) fn right(db: &Connection, who: Pseudonym) -> Result<StandingRight, StationError> {
    let spent = db
        .prepare_cached(RIGHT_TAKEN)?
        .query_row([&who.0[..]], |r| r.get::<_, bool>(0))
        .optional()?;
    if let Some(spent) = spent {
        return Ok(if spent {
            StandingRight::VotedHere
        } else {
            StandingRight::AdmittedToday
        });
    }
    let area = db
        .prepare_cached(ON_ROLL)?
        .query_row([&who.0[..]], |r| r.get(0))
        .optional()?;
    if let Some(area) = area {
        return Ok(StandingRight::OnRoll { area });
    }
    let row = db
        .prepare_cached(REGISTERED)?
        .query_row([&who.0[..]], |r| {
            Ok((r.get::<_, Vec<u8>>(0)?, r.get::<_, String>(1)?))
        })
        .optional()?;
    let Some((admitted_as, from)) = row else {
        return Ok(StandingRight::Unknown);
    };
    Ok(StandingRight::Registered {
        admitted_as: cbor::decode(&admitted_as)?,
        from: from
            .parse()
            .map_err(|_| StationError::Damaged("a date of a registration"))?,
    })
}

fn refused_before(db: &Connection, who: Pseudonym) -> Result<Option<RefusedBefore>, StationError> {
    let row = db
        .prepare_cached(REFUSED)?
        .query_row([&who.0[..]], |r| Ok((r.get(0)?, r.get::<_, String>(1)?)))
        .optional()?;
    row.map(|(reason, hour)| {
        let hour = Hour::parse(&hour).ok_or(StationError::Damaged("the hour of a refusal"))?;
        Ok(RefusedBefore { reason, hour })
    })
    .transpose()
}

/// The states are those of the index `one_right`, in its words: so it is used.
const RIGHT_TAKEN: &str = "SELECT state IN ('cast', 'paper') FROM admissions
    WHERE pseudonym = ?1 AND state IN ('admitted', 'voting', 'cast', 'paper')";
const ON_ROLL: &str = "SELECT area FROM roll WHERE pseudonym = ?1";
const REGISTERED: &str = "SELECT admitted_as, enabled_from FROM registrations WHERE pseudonym = ?1";
const REFUSED: &str = "SELECT reason, hour FROM refusals WHERE pseudonym = ?1";

#[cfg(test)]
pub(super) const QUERIES: [&str; 4] = [RIGHT_TAKEN, ON_ROLL, REGISTERED, REFUSED];

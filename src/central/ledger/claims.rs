//! Whom online stations have before them. Times are milliseconds since 1970.
//!
//! A claim that was given back is a row that is over, also where no claim was known. It stays until no
//! question as old as it is answered any more: so an older question, sent again or overtaken on its
//! way, finds the later one.

use super::page::int;
use super::{LedgerError, Page};
use crate::consultation::StationId;
use crate::identity::Pseudonym;

/// A claim that is to be written.
#[derive(Debug, Clone, Copy)]
pub(in crate::central) struct Claim<'a> {
    pub who: Pseudonym,
    pub station: &'a StationId,
    /// When the station asked.
    pub asked: u64,
    /// Until when it holds.
    pub until: u64,
    /// Whether the person has voted there.
    pub voted: bool,
}

/// Who has a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::central) enum Holder {
    /// The station that asks.
    Own,
    Another,
}

impl Page<'_> {
    /// Writes a claim, if the person is nobody else's and the station has not asked something later
    /// about them; whether it did.
    pub fn claim(&self, claim: &Claim<'_>, now: u64) -> Result<bool, LedgerError> {
        let written = self.execute(
            "INSERT INTO claims (pseudonym, station, until, asked, voted)
             VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (pseudonym) DO UPDATE SET station = excluded.station,
                 until = excluded.until, asked = excluded.asked, voted = excluded.voted
             WHERE (claims.station = excluded.station AND claims.asked < excluded.asked)
                OR (claims.station <> excluded.station AND claims.until <= $6)",
            &[
                claim.who.0.into(),
                claim.station.as_str().into(),
                int(claim.until)?,
                int(claim.asked)?,
                claim.voted.into(),
                int(now)?,
            ],
        )?;
        Ok(written == 1)
    }

    /// Forgets all claims of a station that is not heard any more.
    pub fn drop_claims(&self, station: &StationId) -> Result<(), LedgerError> {
        let delete = "DELETE FROM claims WHERE station = $1";
        self.execute(delete, &[station.as_str().into()])?;
        Ok(())
    }

    /// People of whom a station has said that they voted, and no presence batch has yet.
    pub fn open_marks(&self, station: &StationId, now: u64) -> Result<u64, LedgerError> {
        let query = "SELECT count(*) FROM claims WHERE station = $1 AND voted = 1 AND until > $2";
        let count = self.row(query, &[station.as_str().into(), int(now)?])?;
        count.map_or(Ok(0), |mut r| r.count())
    }

    /// Who has a person, if anybody.
    pub fn holder(
        &self,
        who: Pseudonym,
        station: &StationId,
    ) -> Result<Option<Holder>, LedgerError> {
        let query = "SELECT station FROM claims WHERE pseudonym = $1";
        let row = self.row(query, &[who.0.into()])?;
        let holder = row.map(|mut r| {
            Ok(if r.text()? == station.as_str() {
                Holder::Own
            } else {
                Holder::Another
            })
        });
        holder.transpose()
    }

    /// People whom a station has before it now.
    pub fn open_claims(&self, station: &StationId, now: u64) -> Result<u64, LedgerError> {
        let query = "SELECT count(*) FROM claims WHERE station = $1 AND voted = 0 AND until > $2";
        let count = self.row(query, &[station.as_str().into(), int(now)?])?;
        count.map_or(Ok(0), |mut r| r.count())
    }

    /// Forgets what is over of a station's claims: those that ended before `stale`, and those of
    /// people of whom a presence batch has told since.
    pub fn forget_claims(
        &self,
        station: &StationId,
        now: u64,
        stale: u64,
    ) -> Result<(), LedgerError> {
        self.execute(
            "DELETE FROM claims WHERE station = $1 AND (
                 (until <= $2 AND asked < $3)
                 OR (voted = 1 AND EXISTS (SELECT 1 FROM presence
                     WHERE presence.pseudonym = claims.pseudonym
                       AND presence.station = claims.station)))",
            &[station.as_str().into(), int(now)?, int(stale)?],
        )?;
        Ok(())
    }
}

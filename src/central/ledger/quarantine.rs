//! What was put aside, what the office should look at, and what it decided.
//!
//! Invariant: what is put aside stays whole until a decision lets it in.

use super::database::{Row, Value};
use super::page::int;
use super::stations::Standing;
use super::{LedgerError, Page};
use crate::batch::{Chain, Decision, Ruling};
use crate::consultation::{Rotation, StationId};
use crate::envelope::{Digest, Signed};

/// How many things of one station are kept aside, and how many bytes of them.
const MOST: u64 = 1_000;
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Bytes that were put aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::central) struct Aside {
    pub digest: Digest,
    pub station: StationId,
    /// `None` for an introduction.
    pub sequence: Option<u64>,
    pub why: String,
    /// Whether links travel in it.
    pub links: bool,
    pub bytes: Vec<u8>,
}

impl Aside {
    fn of(mut row: Row) -> Result<Self, LedgerError> {
        Ok(Self {
            digest: Digest(row.hash()?),
            station: station(&row.text()?)?,
            sequence: u64::try_from(row.int()?).ok(),
            why: row.text()?,
            links: row.int()? != 0,
            bytes: row.bytes()?,
        })
    }

    fn values(&self) -> Result<[Value; 6], LedgerError> {
        Ok([
            self.digest.into(),
            self.station.as_str().into(),
            self.sequence.map_or(Ok((-1).into()), int)?,
            self.why.as_str().into(),
            self.links.into(),
            self.bytes.as_slice().into(),
        ])
    }
}

/// Something that the office should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::central) struct Alarm {
    pub station: StationId,
    /// The name of the refusal.
    pub why: String,
    /// `None` for what is about no place in the chain.
    pub sequence: Option<u64>,
    /// Milliseconds since 1970.
    pub first: i64,
    pub last: i64,
    pub times: u64,
}

fn station(name: &str) -> Result<StationId, LedgerError> {
    StationId::parse(name).ok_or_else(|| LedgerError::Damaged(format!("station {name}")))
}

impl Page<'_> {
    /// Puts something aside; the same again has no effect.
    pub fn put_aside(&self, aside: &Aside) -> Result<(), LedgerError> {
        self.execute(
            "INSERT INTO aside (digest, station, sequence, why, links, bytes)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
            &aside.values()?,
        )?;
        Ok(())
    }

    /// Whether more of a station can be kept aside; what cannot, the station alone keeps.
    pub fn room_aside(&self, station: &StationId) -> Result<bool, LedgerError> {
        let query = "SELECT count(*), cast(coalesce(sum(length(bytes)), 0) AS BIGINT)
                     FROM aside WHERE station = $1";
        let Some(mut row) = self.row(query, &[station.as_str().into()])? else {
            return Ok(true);
        };
        Ok(row.count()? < MOST && row.count()? < MOST_BYTES)
    }

    /// What is aside, introductions first, then batches in their order.
    pub fn aside(&self) -> Result<Vec<Aside>, LedgerError> {
        let query = "SELECT digest, station, sequence, why, links, bytes FROM aside
                     ORDER BY station, sequence, digest";
        let rows = self.rows(query, &[])?;
        rows.into_iter().map(Aside::of).collect()
    }

    /// What is aside of a station, in the same order.
    pub fn aside_of(&self, station: &StationId) -> Result<Vec<Aside>, LedgerError> {
        let query = "SELECT digest, station, sequence, why, links, bytes FROM aside
                     WHERE station = $1 ORDER BY sequence, digest";
        let rows = self.rows(query, &[station.as_str().into()])?;
        rows.into_iter().map(Aside::of).collect()
    }

    /// The introductions that are aside.
    pub fn introductions_aside(&self) -> Result<Vec<Aside>, LedgerError> {
        let query = "SELECT digest, station, sequence, why, links, bytes FROM aside
                     WHERE sequence = -1 ORDER BY digest";
        self.rows(query, &[])?.into_iter().map(Aside::of).collect()
    }

    /// Other introductions of a station: those that wait for a decision, and those that were
    /// refused by one.
    pub fn other_introductions(&self, station: &StationId) -> Result<Vec<Aside>, LedgerError> {
        let query = "SELECT digest, station, sequence, why, links, bytes FROM aside
                     WHERE station = $1 AND sequence = -1 ORDER BY digest";
        let rows = self.rows(query, &[station.as_str().into()])?;
        rows.into_iter().map(Aside::of).collect()
    }

    /// Notes why something is aside now.
    pub fn aside_because(&self, digest: Digest, why: &str) -> Result<(), LedgerError> {
        let update = "UPDATE aside SET why = $1 WHERE digest = $2";
        self.execute(update, &[why.into(), digest.into()])?;
        Ok(())
    }

    /// Takes away what was let in.
    pub fn not_aside(&self, digest: Digest) -> Result<(), LedgerError> {
        self.execute("DELETE FROM aside WHERE digest = $1", &[digest.into()])?;
        Ok(())
    }

    /// Forgets what is aside and holds links; the rest is written anew.
    pub fn forget_links_aside(&self) -> Result<(), LedgerError> {
        let all = self.aside()?;
        self.empty("aside")?;
        for aside in all.iter().filter(|a| !a.links) {
            self.put_aside(aside)?;
        }
        Ok(())
    }

    /// Notes an alarm.
    pub fn alarm(
        &self,
        station: &StationId,
        why: &str,
        sequence: Option<u64>,
        now: i64,
    ) -> Result<(), LedgerError> {
        self.execute(
            "INSERT INTO alarms (station, why, sequence, first, last, times)
             VALUES ($1, $2, $3, $4, $4, 1)
             ON CONFLICT (station, why, sequence)
             DO UPDATE SET last = excluded.last, times = alarms.times + 1",
            &[
                station.as_str().into(),
                why.into(),
                sequence.map_or(Ok((-1).into()), int)?,
                now.into(),
            ],
        )?;
        Ok(())
    }

    pub fn alarms(&self) -> Result<Vec<Alarm>, LedgerError> {
        let query = "SELECT station, why, sequence, first, last, times FROM alarms
                     ORDER BY station, sequence, why";
        let alarm = |mut row: Row| {
            Ok(Alarm {
                station: station(&row.text()?)?,
                why: row.text()?,
                sequence: u64::try_from(row.int()?).ok(),
                first: row.int()?,
                last: row.int()?,
                times: row.count()?,
            })
        };
        self.rows(query, &[])?.into_iter().map(alarm).collect()
    }

    /// Notes how a station stands.
    pub fn stands(&self, station: &StationId, standing: Standing) -> Result<(), LedgerError> {
        let update = "UPDATE stations SET standing = $1 WHERE station = $2";
        self.execute(update, &[standing.word().into(), station.as_str().into()])?;
        Ok(())
    }

    /// Another rotation takes the place of the one that was known and sent nothing.
    pub fn replace_rotation(&self, rotation: &Signed<Rotation>) -> Result<(), LedgerError> {
        let start = Chain::start(rotation);
        self.execute(
            "UPDATE stations SET rotation = $1, head = $2 WHERE station = $3 AND next = 0",
            &[
                rotation.bytes().into(),
                start.head.into(),
                start.station.as_str().into(),
            ],
        )?;
        Ok(())
    }

    /// Notes a decision; `false` if it was known.
    pub fn put_decision(&self, decision: &Signed<Decision>) -> Result<bool, LedgerError> {
        let new = self.execute(
            "INSERT INTO decisions (digest, station, decision) VALUES ($1, $2, $3)
             ON CONFLICT DO NOTHING",
            &[
                decision.digest().into(),
                decision.value().station.as_str().into(),
                decision.bytes().into(),
            ],
        )?;
        Ok(new == 1)
    }

    /// Whether a decision revoked a station, known or not.
    pub fn is_revoked(&self, station: &StationId) -> Result<bool, LedgerError> {
        let query = "SELECT decision FROM decisions WHERE station = $1";
        for mut row in self.rows(query, &[station.as_str().into()])? {
            // Verified when it was taken.
            if Signed::<Decision>::peek(&row.bytes()?)?.ruling == Ruling::Revoke {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The decisions, by their digests.
    pub fn decisions(&self) -> Result<Vec<Vec<u8>>, LedgerError> {
        let rows = self.rows("SELECT decision FROM decisions ORDER BY digest", &[])?;
        rows.into_iter().map(|mut r| r.bytes()).collect()
    }
}

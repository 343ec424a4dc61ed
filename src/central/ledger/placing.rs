//! What was accepted and has no place yet, and who gives places.
//!
//! Invariant: what is taken out of `unplaced` is put on the board in the same transaction, by one
//! who holds the lease's row until it ends; a place that is taken is an error of the database, so
//! that even without the lease nothing could have two places, or a place two things.

use super::database::{Row, Table, Value};
use super::page::int;
use super::{LedgerError, Page};
use crate::consultation::StationId;
use crate::envelope::Digest;
use crate::identity::Pseudonym;

const VOTED: Table = Table {
    name: "voted",
    columns: &["idx", "pseudonym", "channel"],
};

/// The longest time for which a process may have something, in milliseconds: the lease, or a batch of the
/// inbox.
pub(in crate::central) const LONGEST: i64 = 5_000;

/// The latest moment until which somebody can have something. What is later was written by a clock that
/// was wrong, and counts as over: nobody waits until the others' clocks are where that one was.
pub(super) fn latest(now: i64) -> i64 {
    now.saturating_add(2 * LONGEST)
}

/// What puts leaves on the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::central) enum Source<'a> {
    /// A station becomes known: certificate, rotation. Before all its batches.
    Introduction(&'a StationId),
    /// A batch.
    Batch(&'a StationId, u64),
    /// The registry's list of web voters.
    WebList,
    /// A decision of the authority's, about a station's rotation or about what it sends.
    Decision(Digest),
}

/// Names of sources that are no station's: a station's has no star.
const WEB_LIST: &str = "*web-list";
const DECISION: &str = "*decision-";

impl Source<'_> {
    fn key(&self) -> Result<[Value; 2], LedgerError> {
        Ok(match self {
            Self::Introduction(station) => [station.as_str().into(), (-1).into()],
            Self::Batch(station, sequence) => [station.as_str().into(), int(*sequence)?],
            Self::WebList => [WEB_LIST.into(), 0.into()],
            Self::Decision(digest) => [format!("{DECISION}{digest}").into(), 0.into()],
        })
    }
}

/// What waits for a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::central) struct Unplaced {
    source: String,
    number: i64,
    pub leaves: Vec<Digest>,
    pub people: Vec<Pseudonym>,
}

impl Unplaced {
    fn of(mut row: Row) -> Result<Self, LedgerError> {
        Ok(Self {
            source: row.text()?,
            number: row.int()?,
            leaves: apart(&row.bytes()?).map(Digest).collect(),
            people: apart(&row.bytes()?).map(Pseudonym).collect(),
        })
    }

    /// Whether the board can have its leaves already. A batch's are trackers, of which no two are the
    /// same; a decision may bring a rotation back that was there before.
    pub fn may_repeat(&self) -> bool {
        self.number < 0 || self.source.starts_with('*')
    }

    /// How its people voted.
    pub fn channel(&self) -> &'static str {
        if self.source == WEB_LIST {
            "web"
        } else {
            "in-person"
        }
    }
}

fn together<'a>(hashes: impl Iterator<Item = &'a [u8; 32]>) -> Value {
    Value::Bytes(hashes.copied().flatten().collect())
}

fn apart(bytes: &[u8]) -> impl Iterator<Item = [u8; 32]> {
    bytes.as_chunks::<32>().0.iter().copied()
}

impl Page<'_> {
    /// Puts leaves and people where the sequencer finds them. What brings neither needs no place.
    pub fn put_unplaced(
        &self,
        source: &Source<'_>,
        leaves: &[Digest],
        people: &[Pseudonym],
    ) -> Result<(), LedgerError> {
        if leaves.is_empty() && people.is_empty() {
            return Ok(());
        }
        let [source, number] = source.key()?;
        self.execute(
            "INSERT INTO unplaced (source, number, leaves, people) VALUES ($1, $2, $3, $4)",
            &[
                source,
                number,
                together(leaves.iter().map(|l| &l.0)),
                together(people.iter().map(|p| &p.0)),
            ],
        )?;
        Ok(())
    }

    /// How many things wait for a place.
    pub fn unplaced_count(&self) -> Result<u64, LedgerError> {
        let count = self.row("SELECT count(*) FROM unplaced", &[])?;
        count.map_or(Ok(0), |mut r| r.count())
    }

    /// The first of what waits: a station's certificate before its batches, those in their order.
    pub fn unplaced(&self, most: u64) -> Result<Vec<Unplaced>, LedgerError> {
        let query = "SELECT source, number, leaves, people FROM unplaced
                     ORDER BY source, number LIMIT $1";
        let rows = self.rows(query, &[int(most)?])?;
        rows.into_iter().map(Unplaced::of).collect()
    }

    /// Takes away what has its place now.
    pub fn placed(&self, what: &Unplaced) -> Result<(), LedgerError> {
        let delete = "DELETE FROM unplaced WHERE source = $1 AND number = $2";
        self.execute(delete, &[what.source.clone().into(), what.number.into()])?;
        Ok(())
    }

    /// Numbers people who voted, in the order given.
    pub fn put_voted(&self, people: &[(Pseudonym, &'static str)]) -> Result<(), LedgerError> {
        let next = self.row("SELECT coalesce(max(idx) + 1, 0) FROM voted", &[])?;
        let next = next.map_or(Ok(0), |mut r| r.count())?;
        let row = |(idx, (who, channel)): (u64, &(Pseudonym, &'static str))| {
            Ok(vec![int(idx)?, who.0.into(), (*channel).into()])
        };
        let rows = (next..).zip(people).map(row);
        let rows = rows.collect::<Result<Vec<_>, LedgerError>>()?;
        if self.insert(VOTED, rows)? == people.len() as u64 {
            Ok(())
        } else {
            Err(LedgerError::Damaged("numbers that were given".to_owned()))
        }
    }

    /// Takes the lease, or keeps it, if no other process has it; whoever has it holds its row until this
    /// page ends. Times are milliseconds since 1970.
    pub fn lease(&self, holder: &str, now: i64, until: i64) -> Result<bool, LedgerError> {
        let taken = self.execute(
            "INSERT INTO lease (one, holder, until) VALUES (0, $1, $2)
             ON CONFLICT (one) DO UPDATE SET holder = excluded.holder, until = excluded.until
             WHERE lease.holder = excluded.holder OR lease.until < $3 OR lease.until > $4",
            &[holder.into(), until.into(), now.into(), latest(now).into()],
        )?;
        Ok(taken == 1)
    }

    /// Whether this process may try to place: it has the lease, or nobody has.
    pub fn may_lease(&self, holder: &str, now: i64) -> Result<bool, LedgerError> {
        let query = "SELECT one FROM lease WHERE holder <> $1 AND until BETWEEN $2 AND $3";
        Ok(!self.exists(query, &[holder.into(), now.into(), latest(now).into()])?)
    }
}

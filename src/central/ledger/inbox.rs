//! Batches that wait for their proofs to be checked, by whichever process takes them.
//!
//! Invariant: a batch leaves the inbox only after it was kept or refused for good; one whose
//! process ended is taken again when its time is over.

use super::database::{Lock, Row};
use super::page::int;
use super::placing::latest;
use super::{LedgerError, Page};
use crate::consultation::StationId;
use crate::envelope::Digest;

/// A batch that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::central) struct Waiting {
    /// Of its bytes.
    pub digest: Digest,
    pub bytes: Vec<u8>,
}

/// What a batch finds before it when it comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::central) struct Queue {
    pub all: u64,
    pub others_of_station: u64,
    /// It was sent before, and still waits.
    pub waits_itself: bool,
}

impl Page<'_> {
    /// Puts a batch in; the same again has no effect.
    pub fn put_waiting(
        &self,
        waiting: &Waiting,
        station: &StationId,
        sequence: u64,
        now: i64,
    ) -> Result<(), LedgerError> {
        self.execute(
            "INSERT INTO inbox (digest, station, sequence, bytes, arrived, taken)
             VALUES ($1, $2, $3, $4, $5, 0) ON CONFLICT DO NOTHING",
            &[
                waiting.digest.into(),
                station.as_str().into(),
                int(sequence)?,
                waiting.bytes.as_slice().into(),
                now.into(),
            ],
        )?;
        Ok(())
    }

    /// How many wait.
    pub fn waiting_count(&self) -> Result<u64, LedgerError> {
        let count = self.row("SELECT count(*) FROM inbox", &[])?;
        count.map_or(Ok(0), |mut r| r.count())
    }

    /// How long the queue is for a batch of a station.
    pub fn queue(&self, station: &StationId, digest: Digest) -> Result<Queue, LedgerError> {
        let query = "SELECT count(*), count(*) FILTER (WHERE station = $1 AND digest <> $2),
                     count(*) FILTER (WHERE digest = $2) FROM inbox";
        let row = self.row(query, &[station.as_str().into(), digest.into()])?;
        let mut row = row.ok_or_else(|| LedgerError::Damaged("an inbox uncounted".to_owned()))?;
        Ok(Queue {
            all: row.count()?,
            others_of_station: row.count()?,
            waits_itself: row.int()? != 0,
        })
    }

    /// Whether a batch still waits.
    pub fn is_waiting(&self, digest: Digest) -> Result<bool, LedgerError> {
        self.exists(
            "SELECT sequence FROM inbox WHERE digest = $1",
            &[digest.into()],
        )
    }

    /// Whether there is one that nobody has taken.
    pub fn has_waiting(&self, now: i64) -> Result<bool, LedgerError> {
        self.exists(
            "SELECT sequence FROM inbox WHERE taken < $1 OR taken > $2 LIMIT 1",
            &[now.into(), latest(now).into()],
        )
    }

    /// Takes the one that came first of those that nobody has taken; it is this process's until
    /// then. Times are milliseconds since 1970.
    pub fn take_waiting(&self, now: i64, until: i64) -> Result<Option<Waiting>, LedgerError> {
        let skip = self.lock(Lock::SkipLocked);
        let row = self.row(
            &format!(
                "UPDATE inbox SET taken = $1 WHERE digest = (
                     SELECT digest FROM inbox WHERE taken < $2 OR taken > $3
                     ORDER BY arrived, sequence LIMIT 1{skip})
                 RETURNING digest, bytes"
            ),
            &[until.into(), now.into(), latest(now).into()],
        )?;
        let waiting = |mut row: Row| {
            Ok(Waiting {
                digest: Digest(row.hash()?),
                bytes: row.bytes()?,
            })
        };
        row.map(waiting).transpose()
    }

    /// Keeps one that was taken and is still being checked.
    pub fn still_taken(&self, digest: Digest, now: i64, until: i64) -> Result<(), LedgerError> {
        let update = "UPDATE inbox SET taken = $1 WHERE digest = $2 AND taken >= $3";
        self.execute(update, &[until.into(), digest.into(), now.into()])?;
        Ok(())
    }

    /// Gives one back that could be neither kept nor refused now; it rests until then.
    pub fn give_back(&self, digest: Digest, until: i64) -> Result<(), LedgerError> {
        let update = "UPDATE inbox SET taken = $1 WHERE digest = $2";
        self.execute(update, &[until.into(), digest.into()])?;
        Ok(())
    }

    /// Takes one out.
    pub fn done_waiting(&self, digest: Digest) -> Result<(), LedgerError> {
        self.execute("DELETE FROM inbox WHERE digest = $1", &[digest.into()])?;
        Ok(())
    }
}

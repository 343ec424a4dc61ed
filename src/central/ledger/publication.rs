//! The package and what it says in short, after the count; and where ballots are on the board.

use super::{LedgerError, Page};
use crate::ballot::Tracker;
use crate::batch::BatchKind;
use crate::envelope::Digest;

/// A ballot that the ledger knows by the beginning of its tracker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::central) struct KnownBallot {
    /// Its name.
    pub tracker: Tracker,
    /// `ballots`, or `openings` if its voter opened it.
    pub kind: BatchKind,
    /// Its place on the board, from 0; `None` until it is placed.
    pub index: Option<u64>,
}

impl Page<'_> {
    /// Ballots whose tracker begins with these 80 bits: one, but for a chance of one in 2^80.
    pub fn ballots_named(&self, prefix: [u8; 10]) -> Result<Vec<KnownBallot>, LedgerError> {
        let (mut first, mut last) = ([0; 32], [0xff; 32]);
        first[..10].copy_from_slice(&prefix);
        last[..10].copy_from_slice(&prefix);
        let query = "SELECT trackers.tracker, batches.kind, coalesce(leaves.idx, -1)
                     FROM trackers
                     JOIN batches ON batches.station = trackers.station
                                 AND batches.sequence = trackers.sequence
                     LEFT JOIN leaves ON leaves.hash = trackers.tracker
                     WHERE trackers.tracker >= $1 AND trackers.tracker <= $2
                     ORDER BY trackers.tracker";
        let rows = self.rows(query, &[first.into(), last.into()])?;
        let known = rows.into_iter().map(|mut row| {
            let tracker = Tracker(Digest(row.hash()?));
            let kind = row.text()?;
            Ok(KnownBallot {
                tracker,
                kind: BatchKind::from_word(&kind)
                    .ok_or_else(|| LedgerError::Damaged(format!("kind {kind}")))?,
                index: u64::try_from(row.int()?).ok(),
            })
        });
        known.collect()
    }

    /// What the published package says in short, if there is one.
    pub fn publication(&self) -> Result<Option<String>, LedgerError> {
        let row = self.row("SELECT summary FROM publication", &[])?;
        row.map(|mut r| r.text()).transpose()
    }

    /// The published package.
    pub fn package(&self) -> Result<Option<Vec<u8>>, LedgerError> {
        let row = self.row("SELECT package FROM publication", &[])?;
        row.map(|mut r| r.bytes()).transpose()
    }

    /// Publishes, in the place of what was read before; `false` if that is not there any more, or
    /// something is where nothing was.
    pub fn publish(
        &self,
        package: &[u8],
        summary: &str,
        before: Option<&str>,
    ) -> Result<bool, LedgerError> {
        let new = match before {
            None => self.execute(
                "INSERT INTO publication (one, package, summary) VALUES (0, $1, $2)
                 ON CONFLICT DO NOTHING",
                &[package.into(), summary.into()],
            ),
            Some(before) => self.execute(
                "UPDATE publication SET package = $1, summary = $2 WHERE summary = $3",
                &[package.into(), summary.into(), before.into()],
            ),
        };
        Ok(new? == 1)
    }
}

//! What the office's monitoring wants to know of the ledger: counts, and nobody.

use super::{Ledger, LedgerError, Page};

/// Counts of what the ledger holds at one moment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Leaves on the board.
    pub board: i64,
    /// Batches, introductions and lists whose leaves are not on the board yet.
    pub unplaced: i64,
    /// Batches whose proofs are being checked.
    pub inbox: i64,
    /// Stations introduced.
    pub stations: i64,
    /// Stations put aside until the office decides.
    pub quarantined: i64,
    /// Stations whose chain has ended.
    pub closed: i64,
    /// Connections to the database that this process holds.
    pub connections: i64,
    /// Of these, unused.
    pub idle: i64,
}

impl Ledger {
    pub(in crate::central) fn figures(&self) -> Result<Figures, LedgerError> {
        let pool = self.pool.state();
        let page = self.read()?;
        Ok(Figures {
            board: page.count("SELECT coalesce(max(idx) + 1, 0) FROM leaves")?,
            unplaced: page.count("SELECT count(*) FROM unplaced")?,
            inbox: page.count("SELECT count(*) FROM inbox")?,
            stations: page.count("SELECT count(*) FROM stations")?,
            quarantined: page
                .count("SELECT count(*) FROM stations WHERE standing = 'quarantined'")?,
            closed: page.count("SELECT count(*) FROM stations WHERE closed = 1")?,
            connections: i64::from(pool.connections),
            idle: i64::from(pool.idle_connections),
        })
    }
}

impl Page<'_> {
    fn count(&self, query: &str) -> Result<i64, LedgerError> {
        let row = self.row(query, &[])?;
        row.map_or(Ok(0), |mut row| row.int())
    }
}

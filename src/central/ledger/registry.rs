//! What the registry gave, and the links that go when it says so.

use super::{Ledger, LedgerError, Page};
use crate::batch::{BatchKind, SentWebList};
use rusqlite::OptionalExtension;

impl Page<'_> {
    /// The list of web voters, if there is one.
    pub fn web_list(&self) -> Result<Option<SentWebList>, LedgerError> {
        let query = "SELECT web_header, web_list FROM consultation WHERE web_header IS NOT NULL";
        let row = self.0.query_row(query, [], |r| {
            Ok(SentWebList {
                header: r.get(0)?,
                list: Some(r.get(1)?),
            })
        });
        Ok(row.optional()?)
    }

    pub fn put_web_list(&self, header: &[u8], list: &[u8]) -> Result<(), LedgerError> {
        let update = "UPDATE consultation SET web_header = ?1, web_list = ?2";
        self.0.execute(update, (header, list))?;
        Ok(())
    }

    /// The signed order to forget the links, if it was given.
    pub fn purge(&self) -> Result<Option<Vec<u8>>, LedgerError> {
        let query = "SELECT purge FROM consultation";
        Ok(self.0.query_row(query, [], |r| r.get(0))?)
    }

    pub fn put_purge(&self, order: &[u8]) -> Result<(), LedgerError> {
        self.0
            .execute("UPDATE consultation SET purge = ?1", [order])?;
        Ok(())
    }

    /// Takes away the bodies in which links travelled. Their headers stay, and the table of who
    /// appears where, which holds no link.
    pub fn forget_links(&self) -> Result<(), LedgerError> {
        self.0.execute(
            "UPDATE batches SET body = NULL WHERE kind = ?1",
            [BatchKind::Presence.word()],
        )?;
        Ok(())
    }
}

impl Ledger {
    /// Writes the database anew, so that what was taken away is in none of its files: not in
    /// free pages, nor in the write-ahead log.
    pub(in crate::central) fn write_anew(&mut self) -> Result<(), LedgerError> {
        self.db
            .execute_batch("PRAGMA secure_delete = ON; VACUUM;")?;
        let busy: bool = self
            .db
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |r| r.get(0))?;
        if busy { Err(LedgerError::Busy) } else { Ok(()) }
    }
}

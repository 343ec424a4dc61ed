//! The board inside the ledger: leaves, nodes, and the last signed checkpoint.

use super::LedgerError;
use super::page::{Page, count, int};
use crate::board::{self, BoardError, Checkpoint, Nodes};
use crate::envelope::Digest;
use rusqlite::params;

impl Page<'_> {
    pub fn board_size(&self) -> Result<u64, LedgerError> {
        let size = self
            .0
            .query_row("SELECT coalesce(max(idx) + 1, 0) FROM leaves", [], |r| {
                r.get(0)
            })?;
        count(size)
    }

    /// Puts leaves on the board; the board as it then is.
    pub fn put_leaves(&self, leaves: &[Digest]) -> Result<Checkpoint, LedgerError> {
        let mut size = self.board_size()?;
        let mut put_leaf = self
            .0
            .prepare_cached("INSERT INTO leaves (idx, hash) VALUES (?1, ?2)")?;
        let mut put_node = self
            .0
            .prepare_cached("INSERT INTO nodes (idx, hash) VALUES (?1, ?2)")?;
        for leaf in leaves {
            put_leaf.execute(params![int(size)?, leaf.0])?;
            for (idx, node) in board::grow(size, leaf, self)? {
                put_node.execute(params![int(idx)?, node.0])?;
            }
            size += 1;
        }
        Ok(Checkpoint {
            size,
            root: board::root_of(size, self)?,
        })
    }

    pub fn leaves(&self) -> Result<Vec<Digest>, LedgerError> {
        let mut query = self.0.prepare("SELECT hash FROM leaves ORDER BY idx")?;
        let rows = query.query_map([], |r| Ok(Digest(r.get(0)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The last signed checkpoint.
    pub fn checkpoint(&self) -> Result<Option<String>, LedgerError> {
        let query = "SELECT checkpoint FROM consultation";
        Ok(self.0.query_row(query, [], |r| r.get(0))?)
    }

    pub fn put_checkpoint(&self, note: &str) -> Result<(), LedgerError> {
        self.0
            .execute("UPDATE consultation SET checkpoint = ?1", [note])?;
        Ok(())
    }
}

impl Nodes for Page<'_> {
    fn read(&self, indexes: &[u64]) -> Result<Vec<Digest>, BoardError> {
        let missing = |e: rusqlite::Error| BoardError::Nodes(e.to_string());
        let mut query = self
            .0
            .prepare_cached("SELECT hash FROM nodes WHERE idx = ?1")
            .map_err(missing)?;
        indexes
            .iter()
            .map(|i| {
                let i = int(*i).map_err(|e| BoardError::Nodes(e.to_string()))?;
                let hash = query.query_row([i], |r| r.get(0)).map_err(missing)?;
                Ok(Digest(hash))
            })
            .collect()
    }
}

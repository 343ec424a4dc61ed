//! The board inside the ledger: leaves, nodes, and the last signed checkpoint.

use super::database::{Row, Table};
use super::page::int;
use super::{LedgerError, Page};
use crate::board::{self, BoardError, Checkpoint, Nodes};
use crate::envelope::Digest;
use std::collections::HashMap;

const LEAVES: Table = Table {
    name: "leaves",
    columns: &["idx", "hash"],
};
const NODES: Table = Table {
    name: "nodes",
    columns: &["idx", "hash"],
};

impl Page<'_> {
    pub fn board_size(&self) -> Result<u64, LedgerError> {
        let size = self.row("SELECT coalesce(max(idx) + 1, 0) FROM leaves", &[])?;
        size.map_or(Ok(0), |mut r| r.count())
    }

    /// Puts leaves on the board; the board as it then is.
    pub fn put_leaves(&self, leaves: &[Digest]) -> Result<Checkpoint, LedgerError> {
        let first = self.board_size()?;
        let mut size = first;
        let mut grown = Grown {
            page: self,
            new: HashMap::new(),
        };
        let mut put = Vec::new();
        for leaf in leaves {
            put.push(vec![int(size)?, (*leaf).into()]);
            let nodes = board::grow(size, leaf, &grown)?;
            grown.new.extend(nodes);
            size += 1;
        }
        let root = board::root_of(size, &grown)?;
        let nodes = grown
            .new
            .into_iter()
            .map(|(idx, hash)| Ok(vec![int(idx)?, hash.into()]))
            .collect::<Result<_, LedgerError>>()?;
        let new = self.insert(LEAVES, put)?;
        if new != size - first {
            return Err(LedgerError::Damaged("leaves that were there".to_owned()));
        }
        self.insert(NODES, nodes)?;
        Ok(Checkpoint { size, root })
    }

    /// Whether a leaf has its place.
    pub fn knows_leaf(&self, leaf: Digest) -> Result<bool, LedgerError> {
        self.exists("SELECT idx FROM leaves WHERE hash = $1", &[leaf.into()])
    }

    pub fn leaves(&self) -> Result<Vec<Digest>, LedgerError> {
        let rows = self.rows("SELECT hash FROM leaves ORDER BY idx", &[])?;
        rows.into_iter()
            .map(|mut r| Ok(Digest(r.hash()?)))
            .collect()
    }

    /// The last signed checkpoint.
    pub fn checkpoint(&self) -> Result<Option<String>, LedgerError> {
        let row = self.row("SELECT checkpoint FROM board", &[])?;
        row.map(|mut r| r.text()).transpose()
    }

    pub fn put_checkpoint(&self, note: &str) -> Result<(), LedgerError> {
        self.execute(
            "INSERT INTO board (one, checkpoint) VALUES (0, $1)
             ON CONFLICT (one) DO UPDATE SET checkpoint = excluded.checkpoint",
            &[note.into()],
        )?;
        Ok(())
    }
}

impl Nodes for Page<'_> {
    fn read(&self, indexes: &[u64]) -> Result<Vec<Digest>, BoardError> {
        let found = || -> Result<HashMap<u64, Digest>, LedgerError> {
            let wanted = indexes.iter().map(|idx| int(*idx));
            let rows = self.find(NODES, wanted.collect::<Result<_, _>>()?)?;
            let node = |mut row: Row| Ok((row.count()?, Digest(row.hash()?)));
            rows.into_iter().map(node).collect()
        };
        let found = found().map_err(|e| BoardError::Nodes(e.to_string()))?;
        let node = |idx| found.get(idx).copied();
        indexes
            .iter()
            .map(|idx| node(idx).ok_or_else(|| BoardError::Nodes(format!("no node {idx}"))))
            .collect()
    }
}

/// The tree while it grows: what is not written yet, over what is.
struct Grown<'a, 'b> {
    page: &'a Page<'b>,
    new: HashMap<u64, Digest>,
}

impl Nodes for Grown<'_, '_> {
    fn read(&self, indexes: &[u64]) -> Result<Vec<Digest>, BoardError> {
        indexes
            .iter()
            .map(|idx| match self.new.get(idx) {
                Some(node) => Ok(*node),
                None => self
                    .page
                    .read(&[*idx])?
                    .pop()
                    .ok_or_else(|| BoardError::Nodes(format!("no node {idx}"))),
            })
            .collect()
    }
}

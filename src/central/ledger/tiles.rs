//! The board as it is read: nodes by the tile, leaves in a row, the place of a leaf.

use super::database::Value;
use super::page::int;
use super::{LedgerError, Page};
use crate::board::TILE_WIDTH;
use crate::envelope::Digest;
use std::collections::HashMap;
use std::ops::Range;

impl Page<'_> {
    /// The nodes with these numbers, at most a full tile of them, in one question.
    pub fn tile_nodes(&self, numbers: &[u64]) -> Result<Vec<Digest>, LedgerError> {
        let Some(first) = numbers.first() else {
            return Ok(Vec::new());
        };
        // One text for every width, so that a database prepares it once.
        let all = numbers.iter().chain(std::iter::repeat(first));
        let asked = all.take(usize::try_from(TILE_WIDTH).unwrap_or(256));
        let values: Vec<Value> = asked.map(|n| int(*n)).collect::<Result<_, _>>()?;
        let holes: Vec<String> = (1..=values.len()).map(|n| format!("${n}")).collect();
        let query = format!(
            "SELECT idx, hash FROM nodes WHERE idx IN ({})",
            holes.join(", ")
        );
        let mut found = HashMap::new();
        for mut row in self.rows(&query, &values)? {
            found.insert(row.count()?, Digest(row.hash()?));
        }
        let missing = |n: &u64| LedgerError::Damaged(format!("no node {n}"));
        numbers
            .iter()
            .map(|n| found.get(n).copied().ok_or_else(|| missing(n)))
            .collect()
    }

    /// The leaves at these places.
    pub fn leaves_at(&self, places: Range<u64>) -> Result<Vec<Digest>, LedgerError> {
        let rows = self.rows(
            "SELECT hash FROM leaves WHERE idx >= $1 AND idx < $2 ORDER BY idx",
            &[int(places.start)?, int(places.end)?],
        )?;
        if rows.len() as u64 != places.end - places.start {
            return Err(LedgerError::Damaged("leaves are missing".to_owned()));
        }
        rows.into_iter()
            .map(|mut row| Ok(Digest(row.hash()?)))
            .collect()
    }

    /// Where a leaf is on the board, the first time.
    pub fn place_of(&self, leaf: &Digest) -> Result<Option<u64>, LedgerError> {
        let query = "SELECT idx FROM leaves WHERE hash = $1 ORDER BY idx LIMIT 1";
        let row = self.row(query, &[(*leaf).into()])?;
        row.map(|mut row| row.count()).transpose()
    }
}

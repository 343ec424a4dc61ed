//! Gives what was accepted its place on the board, and signs the board.
//!
//! Invariant: one process at a time places, the one that has the lease; it keeps the lease while it
//! lives, and another takes it up when it has run out. Inside one placing the order says nothing of
//! when something arrived: leaves go by station and batch, people by pseudonym.

use super::ledger::LONGEST;
use super::{Central, LedgerError, metrics};
use crate::board::checkpoint;
use std::collections::HashSet;
use std::time::{SystemTime, UNIX_EPOCH};

/// How long a lease lasts, in milliseconds: a process that ended leaves it this long.
const LEASE: i64 = LONGEST;

/// Batches that are placed at once.
const MOST: u64 = 512;

/// Milliseconds since 1970.
pub(super) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |t| i64::try_from(t.as_millis()).unwrap_or(i64::MAX))
}

/// What a placing did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placed {
    /// There was nothing to place.
    Nothing,
    /// Another process places.
    Elsewhere,
    /// This many things have their place.
    Some(usize),
}

impl Central {
    /// Places what waits, if this process may.
    pub fn place(&self) -> Result<Placed, LedgerError> {
        {
            let page = self.ledger().read()?;
            if page.unplaced_count()? == 0 {
                return Ok(Placed::Nothing);
            }
            if !page.may_lease(&self.process, now())? {
                return Ok(Placed::Elsewhere);
            }
        }
        let page = self.ledger().write()?;
        if !page.lease(&self.process, now(), now() + LEASE)? {
            return Ok(Placed::Elsewhere);
        }
        let unplaced = page.unplaced(MOST)?;
        let mut people: Vec<_> = unplaced
            .iter()
            .flat_map(|u| u.people.iter().map(|who| (*who, u.channel())))
            .collect();
        people.sort();
        page.put_voted(&people)?;
        // A rotation may be kept that was refused before: what has its place needs no other.
        let mut leaves = Vec::new();
        let mut placed = HashSet::new();
        for what in &unplaced {
            for leaf in what.leaves.iter().copied() {
                if placed.insert(leaf) && !(what.may_repeat() && page.knows_leaf(leaf)?) {
                    leaves.push(leaf);
                }
            }
        }
        if !leaves.is_empty() {
            let board = page.put_leaves(&leaves)?;
            let origin = &self.manifest().value().server.board_origin;
            page.put_checkpoint(&checkpoint::sign(&self.secrets.board, origin, &board)?)?;
        }
        for what in &unplaced {
            page.placed(what)?;
        }
        page.commit()?;
        metrics::placed();
        Ok(Placed::Some(unplaced.len()))
    }

    /// Places all that waits, for a process that ends after; `false` if another is at it.
    pub fn place_all(&self) -> Result<bool, LedgerError> {
        loop {
            match self.place()? {
                Placed::Nothing => {
                    self.give_up_lease()?;
                    return Ok(true);
                }
                Placed::Elsewhere => return Ok(false),
                Placed::Some(_) => {}
            }
        }
    }

    /// Lets another process place at once.
    pub(super) fn give_up_lease(&self) -> Result<(), LedgerError> {
        let page = self.ledger().write()?;
        page.lease(&self.process, now(), 0)?;
        page.commit()
    }
}

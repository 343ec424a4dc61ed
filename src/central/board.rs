//! The board as anyone reads it: tiles, and proofs for those who do not read tiles.
//!
//! Invariant: nothing is shown of the board beyond the last checkpoint that was signed.

use super::ledger::Page;
use super::{Central, LedgerError};
use crate::board::{Checkpoint, Held, Tile, checkpoint, consistency_of, inclusion_of};
use crate::envelope::Digest;

/// A leaf is so long that its length takes two bytes before it in a tile of entries.
const LEAF_LENGTH: u16 = 32;

/// Where a leaf is on a board of some size, and the proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inclusion {
    /// Its place, from 0.
    pub index: u64,
    /// Leaves of the board that the proof leads to.
    pub size: u64,
    /// The proof of RFC 6962, from the leaf upwards.
    pub hashes: Vec<Digest>,
}

impl Central {
    /// The bytes of a tile; `None` if the signed board does not decide it yet.
    pub fn tile(&self, tile: &Tile) -> Result<Option<Vec<u8>>, LedgerError> {
        let page = self.ledger().read()?;
        if !tile.is_on(self.signed_board(&page)?.size) {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        match tile.held() {
            Held::Hashes(_) => {
                for node in page.tile_nodes(&tile.nodes())? {
                    bytes.extend(node.0);
                }
            }
            Held::Entries => {
                for leaf in page.leaves_at(tile.places())? {
                    bytes.extend(LEAF_LENGTH.to_be_bytes());
                    bytes.extend(leaf.0);
                }
            }
        }
        Ok(Some(bytes))
    }

    /// Proves that a leaf is on the board of so many leaves, the signed one without a size;
    /// `None` if it is not there, or if no such board was signed yet.
    pub fn inclusion(
        &self,
        leaf: &Digest,
        size: Option<u64>,
    ) -> Result<Option<Inclusion>, LedgerError> {
        let page = self.ledger().read()?;
        let signed = self.signed_board(&page)?.size;
        let size = size.unwrap_or(signed);
        match page.place_of(leaf)? {
            Some(index) if size <= signed && index < size => Ok(Some(Inclusion {
                index,
                size,
                hashes: inclusion_of(&page, size, index)?,
            })),
            _ => Ok(None),
        }
    }

    /// Proves that the board of `to` leaves continues the one of `from`, which is not larger;
    /// `None` if no board of `to` leaves was signed yet.
    pub fn consistency(&self, from: u64, to: u64) -> Result<Option<Vec<Digest>>, LedgerError> {
        let page = self.ledger().read()?;
        if to > self.signed_board(&page)?.size {
            return Ok(None);
        }
        Ok(Some(consistency_of(&page, to, from)?))
    }

    fn signed_board(&self, page: &Page<'_>) -> Result<Checkpoint, LedgerError> {
        let note = page.checkpoint()?;
        let note = note.ok_or_else(|| LedgerError::Damaged("no checkpoint".to_owned()))?;
        let server = &self.manifest().value().server;
        Ok(checkpoint::open(
            &note,
            &server.board_origin,
            &server.board_key,
        )?)
    }
}

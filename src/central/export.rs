//! Everything that the ledger holds, as one export.

use super::ledger::Page;
use super::{Introduction, Ledger, LedgerError};
use crate::batch::{Export, StationExport};
use crate::envelope::Digest;
use std::collections::BTreeMap;

/// Reads the whole ledger at one moment, when all that was accepted has its place on the board. The export is only a container: whoever reads it
/// verifies what is inside.
pub fn export(ledger: &Ledger) -> Result<Export, LedgerError> {
    let manifest = ledger.manifest()?.bytes().to_vec();
    let page = ledger.read()?;
    let unplaced = page.unplaced_count()?;
    if unplaced > 0 {
        return Err(LedgerError::Unplaced(unplaced));
    }
    let stations = page
        .stations()?
        .into_iter()
        .map(|row| {
            Ok(StationExport {
                batches: page.batches(&row.station)?,
                station: row.station,
                certificate: row.certificate,
                rotation: row.rotation,
            })
        })
        .collect::<Result<_, LedgerError>>()?;
    Ok(Export {
        manifest,
        stations,
        leaves: page.leaves()?,
        checkpoint: page
            .checkpoint()?
            .ok_or_else(|| LedgerError::Damaged("no checkpoint".to_owned()))?,
        web_list: page.web_list()?,
        decisions: page.decisions()?,
        refused: refused(&page)?,
    })
}

/// Rotations that got a place on the board before a decision refused them.
fn refused(page: &Page<'_>) -> Result<Vec<Vec<u8>>, LedgerError> {
    let mut refused = BTreeMap::new();
    for aside in page.aside()? {
        if aside.sequence.is_none() {
            let rotation = Introduction::read(&aside.bytes)?.rotation;
            let digest = Digest::of(&rotation);
            if page.knows_leaf(digest)? {
                refused.insert(digest, rotation);
            }
        }
    }
    Ok(refused.into_values().collect())
}

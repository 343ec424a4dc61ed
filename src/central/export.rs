//! Everything that the ledger holds, as one export.

use super::ledger::Page;
use super::{Introduction, Ledger, LedgerError};
use crate::batch::{Export, StationExport};
use crate::envelope::Digest;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// How long a running server is waited for.
const PLACING: Duration = Duration::from_secs(10);

/// Exports, as soon as a server that is running has given what it just accepted its place.
pub fn export_when_placed(ledger: &Ledger) -> Result<Export, LedgerError> {
    let until = Instant::now() + PLACING;
    loop {
        match export(ledger) {
            Err(LedgerError::Unplaced(_) | LedgerError::Unchecked(_)) if Instant::now() < until => {
                std::thread::sleep(Duration::from_millis(100));
            }
            done => return done,
        }
    }
}

/// Waits a little for a running server to give what was accepted its place on the board.
pub(super) fn soon_placed(ledger: &Ledger) -> Result<(), LedgerError> {
    let until = Instant::now() + PLACING;
    loop {
        let page = ledger.read()?;
        if page.waiting_count()? + page.unplaced_count()? == 0 || Instant::now() >= until {
            return Ok(());
        }
        drop(page);
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// Reads the whole ledger at one moment, when all that was accepted has its place on the board. The
/// export is only a container: whoever reads it verifies what is inside.
pub fn export(ledger: &Ledger) -> Result<Export, LedgerError> {
    let manifest = ledger.manifest()?.bytes().to_vec();
    let page = ledger.read()?;
    let unchecked = page.waiting_count()?;
    if unchecked > 0 {
        return Err(LedgerError::Unchecked(unchecked));
    }
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
    for aside in page.introductions_aside()? {
        let rotation = Introduction::read(&aside.bytes)?.rotation;
        let digest = Digest::of(&rotation);
        if page.knows_leaf(digest)? {
            refused.insert(digest, rotation);
        }
    }
    Ok(refused.into_values().collect())
}

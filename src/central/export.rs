//! Everything that the ledger holds, as one export.

use super::{Ledger, LedgerError};
use crate::batch::{Export, StationExport};

/// Reads the whole ledger at one moment. The export is only a container: whoever reads it
/// verifies what is inside.
pub fn export(ledger: &Ledger) -> Result<Export, LedgerError> {
    let manifest = ledger.manifest()?.bytes().to_vec();
    let page = ledger.read()?;
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
    })
}

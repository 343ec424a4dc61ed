//! The authority's kit, as far as settlement needs it.

use crate::io::Secrets;
use anyhow::Result;
use seggio::authority::{Kit, SettlementKeys};
use std::path::Path;

/// The registry's signing key and the settlement key of a kit.
pub fn settlement_keys(kit: &Path, secrets: &mut Secrets) -> Result<SettlementKeys> {
    let kit = Kit::open(kit)?;
    let passphrase = secrets.ask("Kit's passphrase")?;
    Ok(kit.settlement_secrets(&passphrase)?)
}

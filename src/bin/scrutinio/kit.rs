//! The authority's kit, as far as settlement needs it.

use crate::io::Secrets;
use anyhow::{Result, bail};
use seggio::tally::SettlementKeys;
use std::path::Path;

/// The registry's signing key and the settlement key of a kit.
pub fn settlement_keys(kit: &Path, _secrets: &mut Secrets) -> Result<SettlementKeys> {
    bail!("{}: kits cannot be opened yet", kit.display())
}

//! What the office decides about a station, signed by the authority.

use super::{AuthorityError, Kit, KitSecrets};
use crate::batch::{Decision, Ruling};
use crate::consultation::StationId;
use crate::envelope::Signed;

impl Kit {
    /// Signs a decision.
    pub fn decide(
        &self,
        secrets: &KitSecrets,
        station: &StationId,
        ruling: Ruling,
        reason: &str,
    ) -> Result<Signed<Decision>, AuthorityError> {
        Ok(secrets.authority.sign(Decision {
            fingerprint: self.manifest()?.digest(),
            station: station.clone(),
            ruling,
            reason: reason.to_owned(),
        }))
    }
}

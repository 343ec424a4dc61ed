//! The whole ceremony on one machine: for demonstration and training, and marked as such.

use super::{CeremonyError, Trustee};
use crate::envelope::Passphrase;
use crate::tally::share::SHARE_FILE;
use std::path::{Path, PathBuf};

/// What a ceremony on one machine left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// The shared folder, for [`tally_key`](super::tally_key).
    pub ceremony: PathBuf,
    /// Each trustee's name and share file.
    pub shares: Vec<(String, PathBuf)>,
}

/// The names of the trustees of a ceremony on one machine: `trustee-1`, `trustee-2`, ...
pub fn names(trustees: u16) -> Vec<String> {
    (1..=trustees).map(|i| format!("trustee-{i:02}")).collect()
}

/// Runs all rounds through files in `out`: `out/ceremony` and `out/NAME/share.age`, the share of
/// each trustee under its own passphrase. The keys of the rounds live in memory only.
pub fn together(
    out: &Path,
    threshold: u16,
    passphrases: &[Passphrase],
) -> Result<Together, CeremonyError> {
    let ceremony = out.join("ceremony");
    if ceremony.exists() {
        return Err(CeremonyError::AlreadyThere(ceremony));
    }
    let names = names(u16::try_from(passphrases.len()).unwrap_or(u16::MAX));
    if threshold < 2 || usize::from(threshold) > names.len() {
        return Err(CeremonyError::Threshold {
            threshold,
            trustees: names.len(),
        });
    }
    let trustees = names
        .iter()
        .map(|name| Trustee::fresh(name, &out.join(name)))
        .collect::<Result<Vec<_>, _>>()?;
    for t in &trustees {
        t.introduce(&ceremony)?;
    }
    for t in &trustees {
        t.round1(&ceremony, threshold)?;
    }
    for t in &trustees {
        t.round2(&ceremony)?;
    }
    let mut shares = Vec::new();
    for (t, passphrase) in trustees.iter().zip(passphrases) {
        t.finish(&ceremony, true, passphrase)?;
        t.forget_all()?;
        shares.push((t.name().to_owned(), out.join(t.name()).join(SHARE_FILE)));
    }
    Ok(Together { ceremony, shares })
}

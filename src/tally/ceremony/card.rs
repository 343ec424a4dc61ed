//! The cards of the trustees and the roster that they make.
//!
//! Invariant: everything signed after the cards names the roster's digest, which covers every
//! card and the threshold; a file of another ceremony never fits.

use super::CeremonyError;
use crate::envelope::{Digest, Domain, PublicKey, Recipient, Signable, Signed};
use minicbor::{Decode, Encode};
use std::path::{Path, PathBuf};

/// A trustee introduces themselves: signed by the key it names.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Card {
    /// Name, also of the trustee's files.
    #[n(0)]
    pub name: String,
    /// Signs everything the trustee says.
    #[n(1)]
    pub key: PublicKey,
    /// Secret packages travel sealed to it.
    #[n(2)]
    pub recipient: Recipient,
}

impl Signable for Card {
    const DOMAIN: Domain = Domain("seggio/trustee-card/1");
}

/// All trustees, in the order of their names, and how many of them are needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    cards: Vec<Card>,
    threshold: u16,
    digest: Digest,
}

impl Roster {
    /// Reads every card of the shared folder.
    pub fn read(ceremony: &Path, threshold: u16) -> Result<Self, CeremonyError> {
        let cards = cards(ceremony)?;
        for (i, a) in cards.iter().enumerate() {
            for b in cards.iter().skip(i + 1) {
                let (a, b) = (a.value(), b.value());
                if a.key == b.key || a.recipient == b.recipient {
                    return Err(CeremonyError::SameKey(a.name.clone(), b.name.clone()));
                }
            }
        }
        if threshold < 2 || usize::from(threshold) > cards.len() {
            return Err(CeremonyError::Threshold {
                threshold,
                trustees: cards.len(),
            });
        }
        let threshold_bytes = threshold.to_be_bytes();
        let mut parts: Vec<&[u8]> = vec![&threshold_bytes];
        parts.extend(cards.iter().map(Signed::bytes));
        Ok(Self {
            digest: Digest::of_parts("seggio/roster/1", &parts),
            cards: cards.iter().map(|c| c.value().clone()).collect(),
            threshold,
        })
    }

    /// What everything signed in this ceremony names.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// Trustees needed.
    pub fn threshold(&self) -> u16 {
        self.threshold
    }

    /// How many trustees there are.
    pub fn trustees(&self) -> usize {
        self.cards.len()
    }

    /// Trustees with their share's index, from 1.
    pub fn cards(&self) -> impl Iterator<Item = (u16, &Card)> {
        (1..).zip(&self.cards)
    }
}

/// Checks that a name can be a trustee's.
pub(super) fn check_name(name: &str) -> Result<(), CeremonyError> {
    let allowed = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-');
    let fits = (1..=40).contains(&name.len())
        && name.bytes().all(allowed)
        && !name.starts_with('-')
        && !name.contains("-to-");
    if fits {
        Ok(())
    } else {
        Err(CeremonyError::Name(name.to_owned()))
    }
}

/// The path of a trustee's card.
pub(super) fn card_path(ceremony: &Path, name: &str) -> PathBuf {
    ceremony.join(format!("{name}.card"))
}

fn cards(ceremony: &Path) -> Result<Vec<Signed<Card>>, CeremonyError> {
    let folder = std::fs::read_dir(ceremony).map_err(|e| CeremonyError::io(ceremony, &e))?;
    let mut paths = Vec::new();
    for entry in folder {
        let path = entry.map_err(|e| CeremonyError::io(ceremony, &e))?.path();
        if path.extension().is_some_and(|e| e == "card") {
            paths.push(path);
        }
    }
    let mut cards = paths
        .iter()
        .map(|path| card(path))
        .collect::<Result<Vec<_>, _>>()?;
    cards.sort_by(|a, b| a.value().name.cmp(&b.value().name));
    Ok(cards)
}

fn card(path: &Path) -> Result<Signed<Card>, CeremonyError> {
    let who = path
        .file_stem()
        .map(|s| s.to_string_lossy().into_owned())
        .unwrap_or_default();
    let corrupt = |why: String| CeremonyError::Corrupt {
        path: path.to_owned(),
        who: who.clone(),
        why,
    };
    let bytes = std::fs::read(path).map_err(|e| CeremonyError::io(path, &e))?;
    let said = Signed::<Card>::peek(&bytes).map_err(|e| corrupt(e.to_string()))?;
    let card = Signed::open(&bytes, &said.key).map_err(|e| corrupt(e.to_string()))?;
    check_name(&said.name)?;
    if said.name == who {
        Ok(card)
    } else {
        Err(corrupt(format!("it is the card of {}", said.name)))
    }
}

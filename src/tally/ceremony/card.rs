//! The cards of the trustees and the roster that they make.
//!
//! Invariant: everything signed after the cards names the roster's digest, which covers every
//! card and the threshold; a file of another ceremony never fits.
//!
//! A card is signed by the very key that it names: that it is the card of the person whose name it
//! bears is known only from comparing its fingerprint with that person.

use super::CeremonyError;
use super::folder;
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

/// The first 80 bits of a digest as five groups of four hexadecimal digits: short enough to be read
/// out, long enough that nobody finds another file with the same ones.
pub fn short(digest: &Digest) -> String {
    let hex = digest.hex();
    let groups: Vec<&str> = (0..5).filter_map(|i| hex.get(i * 4..i * 4 + 4)).collect();
    groups.join("-")
}

/// All trustees, in the order of their names, and how many of them are needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    cards: Vec<Signed<Card>>,
    threshold: u16,
    digest: Digest,
}

impl Roster {
    /// Reads every card of the shared folder.
    pub fn read(ceremony: &Path, threshold: u16) -> Result<Self, CeremonyError> {
        let mut cards = Vec::new();
        for path in folder::files(ceremony)? {
            if path.extension().is_some_and(|e| e == "card") {
                cards.push(card(&path)?);
            }
        }
        Self::of(cards, threshold)
    }

    /// Of cards that were each read by [`card`].
    pub(super) fn of(mut cards: Vec<Signed<Card>>, threshold: u16) -> Result<Self, CeremonyError> {
        cards.sort_by(|a, b| a.value().name.cmp(&b.value().name));
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
            cards,
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
        (1..).zip(self.cards.iter().map(Signed::value))
    }

    /// The cards as they were signed.
    pub fn signed(&self) -> &[Signed<Card>] {
        &self.cards
    }

    /// Requires that the cards in the shared folder are still these. A card that is missing there
    /// stops nobody who has used it: its owner can bring it again.
    pub(super) fn unchanged(&self, ceremony: &Path) -> Result<(), CeremonyError> {
        for path in folder::files(ceremony)? {
            if path.extension().is_none_or(|e| e != "card") {
                continue;
            }
            let found = card(&path)?;
            let who = found.value().name.clone();
            match self.cards.iter().find(|c| c.value().name == who) {
                None => return Err(CeremonyError::Added { path, who }),
                Some(used) if used.bytes() != found.bytes() => {
                    let step = "keys";
                    return Err(CeremonyError::Changed { path, who, step });
                }
                Some(_) => {}
            }
        }
        folder::no_strays(ceremony, self)
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

/// Reads a card; its file must bear its name.
pub(super) fn card(path: &Path) -> Result<Signed<Card>, CeremonyError> {
    let stem = folder::stem(path);
    let corrupt = |why: String| CeremonyError::Corrupt {
        path: path.to_owned(),
        who: stem.clone(),
        step: "keys",
        why,
    };
    let bytes = std::fs::read(path).map_err(|e| CeremonyError::io(path, &e))?;
    let said = Signed::<Card>::peek(&bytes).map_err(|e| corrupt(e.to_string()))?;
    let card = Signed::open(&bytes, &said.key).map_err(|e| corrupt(e.to_string()))?;
    check_name(&said.name).map_err(|e| corrupt(e.to_string()))?;
    Recipient::parse(said.recipient.as_str()).map_err(|e| corrupt(e.to_string()))?;
    if said.name == stem {
        Ok(card)
    } else {
        Err(CeremonyError::Misnamed {
            path: path.to_owned(),
            right: format!("{}.card", said.name),
            who: said.name,
        })
    }
}

//! Everyone's first round, and that all trustees speak of the same one.
//!
//! Invariants: a first-round file counts only if it was made with these cards and this threshold;
//! a second-round file names every first-round file that it answers, so that trustees who saw
//! different first rounds never finish together, and know whose it was.

use super::kept::Second;
use super::messages::{Round1, Round2, encoding, identifier, read, round1_path};
use super::{CeremonyError, Roster};
use crate::envelope::{Digest, Signed};
use frost_ristretto255::Identifier;
use frost_ristretto255::keys::dkg::round1;
use std::collections::BTreeMap;
use std::path::Path;

/// The first round of everyone, verified.
#[derive(Default)]
pub(super) struct FirstRound {
    pub files: Vec<Vec<u8>>,
    pub digests: Vec<Digest>,
    pub packages: BTreeMap<Identifier, round1::Package>,
}

impl FirstRound {
    /// Reads everyone's first round from the shared folder.
    pub fn read(ceremony: &Path, roster: &Roster) -> Result<Self, CeremonyError> {
        let mut round = Self::default();
        for (index, card) in roster.cards() {
            let path = round1_path(ceremony, &card.name);
            let file: Signed<Round1> = read(&path, &card.name, &card.key, "round1")?;
            round.add(&path, index, &card.name, &file, roster)?;
        }
        Ok(round)
    }

    /// The one that this trustee's second round has used; the shared folder must not contradict it.
    pub fn used(ceremony: &Path, roster: &Roster, second: &Second) -> Result<Self, CeremonyError> {
        let mut round = Self::default();
        for ((index, card), bytes) in roster.cards().zip(&second.round1) {
            let path = round1_path(ceremony, &card.name);
            match std::fs::read(&path) {
                Ok(found) if found != **bytes => {
                    let (who, step) = (card.name.clone(), "round1");
                    return Err(CeremonyError::Changed { path, who, step });
                }
                Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
                    return Err(CeremonyError::io(&path, &e));
                }
                // Not there, and not needed any more: its author can bring it again.
                _ => {}
            }
            let file = Signed::open(bytes, &card.key)?;
            round.add(&path, index, &card.name, &file, roster)?;
        }
        Ok(round)
    }

    fn add(
        &mut self,
        path: &Path,
        index: u16,
        who: &str,
        file: &Signed<Round1>,
        roster: &Roster,
    ) -> Result<(), CeremonyError> {
        same_view(path, who, file.value(), roster)?;
        let dishonest = |why: String| CeremonyError::Dishonest {
            path: path.to_owned(),
            who: who.to_owned(),
            why,
        };
        // A point at infinity and other encodings are refused here.
        let package = round1::Package::deserialize(&file.value().package)
            .map_err(|e| dishonest(e.to_string()))?;
        let commitments = package.commitment().serialize();
        if commitments.map_err(|e| encoding(&e))?.len() != usize::from(roster.threshold()) {
            return Err(dishonest("commitments of another threshold".to_owned()));
        }
        self.files.push(file.bytes().to_vec());
        self.digests.push(file.digest());
        self.packages.insert(identifier(index)?, package);
        Ok(())
    }
}

/// Requires that the author of a first round saw these cards and this threshold.
pub(super) fn same_view(
    path: &Path,
    who: &str,
    file: &Round1,
    roster: &Roster,
) -> Result<(), CeremonyError> {
    let mine: BTreeMap<&str, Digest> = roster
        .signed()
        .iter()
        .map(|c| (c.value().name.as_str(), c.digest()))
        .collect();
    let theirs: BTreeMap<&str, Digest> = file
        .cards
        .iter()
        .map(|s| (s.name.as_str(), s.card))
        .collect();
    let other_card = mine.keys().chain(theirs.keys()).find_map(|name| {
        match (mine.get(name), theirs.get(name)) {
            (Some(a), Some(b)) if a == b => None,
            (Some(_), Some(_)) => Some(format!("another card of {name} than the one here")),
            (_, None) => Some(format!("no card of {name}")),
            (None, _) => Some(format!("a card of {name}, which is not here")),
        }
    });
    let what = if file.threshold == roster.threshold() {
        other_card
    } else {
        let (theirs, ours) = (file.threshold, roster.threshold());
        Some(format!("a threshold of {theirs}, not {ours}"))
    };
    if let Some(what) = what {
        return Err(CeremonyError::OtherView {
            path: path.to_owned(),
            who: who.to_owned(),
            what,
        });
    }
    if file.roster == roster.digest() {
        Ok(())
    } else {
        Err(CeremonyError::OtherCeremony {
            path: path.to_owned(),
            who: who.to_owned(),
            step: "round1",
        })
    }
}

/// Requires that a second-round file is from one to the other, in this ceremony, and answers these
/// very first rounds.
pub(super) fn same_rounds(
    path: &Path,
    (from, to): (u16, u16),
    file: &Round2,
    roster: &Roster,
    round1: &[Digest],
) -> Result<(), CeremonyError> {
    let name = |index: u16| {
        let card = roster.cards().find(|(i, _)| *i == index);
        card.map_or_else(|| index.to_string(), |(_, c)| c.name.clone())
    };
    let (path, who) = (path.to_owned(), name(from));
    if file.roster != roster.digest() || file.from != from || file.round1.len() != round1.len() {
        let step = "round2";
        return Err(CeremonyError::OtherCeremony { path, who, step });
    }
    if file.to != to {
        let right = format!("{who}-to-{}.round2", name(file.to));
        return Err(CeremonyError::Misnamed { path, who, right });
    }
    let other = (1..).zip(file.round1.iter().zip(round1));
    match other.into_iter().find(|(_, (theirs, ours))| theirs != ours) {
        None => Ok(()),
        Some((index, _)) => Err(CeremonyError::TwoFirstRounds {
            path,
            who: name(index),
            by: who,
        }),
    }
}

//! The first two rounds of the distributed key generation of `frost-ristretto255`.

use super::first_round::{FirstRound, same_view};
use super::kept::{First, Second};
use super::messages::{
    Round1, Round2, Seen, blame, encoding, identifier, publish, read, round1_path, round2_path,
};
use super::{CeremonyError, Roster, Step, Trustee, folder};
use crate::envelope::Signed;
use frost_ristretto255::keys::dkg::{self, round1};
use minicbor::bytes::ByteVec;
use rand_core::OsRng;
use std::path::Path;
use zeroize::Zeroizing;

impl Trustee {
    /// First round: a public commitment for everyone; the secret polynomial stays here.
    ///
    /// From here on the cards do not change. Taken again, it brings the same file again.
    pub fn round1(&self, ceremony: &Path, threshold: u16) -> Result<Step, CeremonyError> {
        let path = round1_path(ceremony, &self.name);
        let (first, again) = match self.kept::<First>()? {
            Some(first) => {
                let made = first.threshold;
                if made != threshold {
                    let asked = threshold;
                    return Err(CeremonyError::OtherThreshold { made, asked });
                }
                first.roster()?.unchanged(ceremony)?;
                (first, true)
            }
            None => (self.make_first(ceremony, threshold)?, false),
        };
        let written = publish(&path, &first.file, "round1")?;
        Ok(Step::of(
            again,
            written.then_some(path).into_iter().collect(),
        ))
    }

    fn make_first(&self, ceremony: &Path, threshold: u16) -> Result<First, CeremonyError> {
        let roster = Roster::read(ceremony, threshold)?;
        folder::no_strays(ceremony, &roster)?;
        let index = self.index(ceremony, &roster)?;
        let path = round1_path(ceremony, &self.name);
        if path.exists() {
            let step = "round1";
            return Err(CeremonyError::NotMine { path, step });
        }
        begun_alike(ceremony, &roster)?;
        let trustees = u16::try_from(roster.trustees()).unwrap_or(u16::MAX);
        let (secret, package) =
            dkg::part1(identifier(index)?, trustees, threshold, OsRng).map_err(|e| encoding(&e))?;
        let secret = Zeroizing::new(secret.serialize().map_err(|e| encoding(&e))?);
        let seen = roster.signed().iter().map(|c| Seen {
            name: c.value().name.clone(),
            card: c.digest(),
        });
        let round1 = self.key.sign(Round1 {
            roster: roster.digest(),
            threshold,
            cards: seen.collect(),
            package: ByteVec::from(package.serialize().map_err(|e| encoding(&e))?),
        });
        let cards = roster.signed().iter().map(|c| c.bytes().to_vec().into());
        let first = First {
            threshold,
            cards: cards.collect(),
            secret: ByteVec::from(secret.to_vec()),
            file: ByteVec::from(round1.bytes().to_vec()),
        };
        self.keep(&first)?;
        Ok(first)
    }

    /// Second round: to every other trustee, sealed, a value of the secret polynomial.
    ///
    /// From here on the first round does not change. Taken again, it brings the same files again.
    pub fn round2(&self, ceremony: &Path) -> Result<Step, CeremonyError> {
        let first: First = self.needed("round1")?;
        let roster = first.roster()?;
        roster.unchanged(ceremony)?;
        let me = self.index(ceremony, &roster)?;
        let (second, again) = match self.kept::<Second>()? {
            Some(second) => {
                FirstRound::used(ceremony, &roster, &second)?;
                (second, true)
            }
            None => (self.make_second(ceremony, &roster, me, &first)?, false),
        };
        let mut written = Vec::new();
        let others = roster.cards().filter(|(i, _)| *i != me);
        for ((_, card), file) in others.zip(&second.files) {
            let path = round2_path(ceremony, &self.name, &card.name);
            if publish(&path, file, "round2")? {
                written.push(path);
            }
        }
        Ok(Step::of(again, written))
    }

    fn make_second(
        &self,
        ceremony: &Path,
        roster: &Roster,
        me: u16,
        first: &First,
    ) -> Result<Second, CeremonyError> {
        let mut round1 = FirstRound::read(ceremony, roster)?;
        let own = round1.files.get(usize::from(me - 1));
        if own.is_none_or(|own| *own != *first.file) {
            let path = round1_path(ceremony, &self.name);
            let step = "round1";
            return Err(CeremonyError::NotMine { path, step });
        }
        round1.packages.remove(&identifier(me)?);
        let secret = round1::SecretPackage::deserialize(&first.secret).map_err(|e| encoding(&e))?;
        let (secret, packages) = dkg::part2(secret, &round1.packages)
            .map_err(|e| blame(&e, roster, |who| round1_path(ceremony, who)))?;
        let secret = Zeroizing::new(secret.serialize().map_err(|e| encoding(&e))?);
        let mut files = Vec::new();
        for (to, card) in roster.cards().filter(|(i, _)| *i != me) {
            let package = packages.get(&identifier(to)?);
            let package = package.ok_or(CeremonyError::Inconsistent)?;
            let plain = Zeroizing::new(package.serialize().map_err(|e| encoding(&e))?);
            let round2 = self.key.sign(Round2 {
                roster: roster.digest(),
                round1: round1.digests.clone(),
                from: me,
                to,
                sealed: ByteVec::from(card.recipient.seal(&plain)?),
            });
            files.push(ByteVec::from(round2.bytes().to_vec()));
        }
        let second = Second {
            round1: round1.files.into_iter().map(ByteVec::from).collect(),
            secret: ByteVec::from(secret.to_vec()),
            files,
        };
        self.keep(&second)?;
        Ok(second)
    }
}

/// Requires that those who have taken the first round already did so with these cards and this
/// threshold: nothing is made here before that is clear.
fn begun_alike(ceremony: &Path, roster: &Roster) -> Result<(), CeremonyError> {
    for (_, card) in roster.cards() {
        let path = round1_path(ceremony, &card.name);
        if !path.exists() {
            continue;
        }
        let file: Signed<Round1> = read(&path, &card.name, &card.key, "round1")?;
        file.value().all_cards_here(ceremony)?;
        same_view(&path, &card.name, file.value(), roster)?;
    }
    Ok(())
}

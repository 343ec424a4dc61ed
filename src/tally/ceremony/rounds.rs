//! The first two rounds of the distributed key generation of `frost-ristretto255`.

use super::messages::{
    Round1, Round2, blame, encoding, first_round, identifier, publish, round1_path, round2_path,
};
use super::{CeremonyError, Roster, Trustee};
use frost_ristretto255::keys::dkg::{self, round1};
use minicbor::bytes::ByteVec;
use rand_core::OsRng;
use std::path::Path;
use zeroize::Zeroizing;

pub(super) const ROUND1_SECRET: &str = "round1.secret.age";
pub(super) const ROUND2_SECRET: &str = "round2.secret.age";

impl Trustee {
    /// First round: a public commitment for everyone; the secret polynomial stays here.
    pub fn round1(&self, ceremony: &Path, threshold: u16) -> Result<(), CeremonyError> {
        let roster = Roster::read(ceremony, threshold)?;
        let index = self.index(&roster)?;
        let trustees = u16::try_from(roster.trustees()).unwrap_or(u16::MAX);
        let (secret, package) = dkg::part1(identifier(index)?, trustees, threshold, OsRng)
            .map_err(|e| blame(&e, &roster, &self.name))?;
        let secret = Zeroizing::new(secret.serialize().map_err(|e| encoding(&e))?);
        self.keep(ROUND1_SECRET, &secret)?;
        let round1 = self.key.sign(Round1 {
            roster: roster.digest(),
            package: ByteVec::from(package.serialize().map_err(|e| encoding(&e))?),
        });
        publish(&round1_path(ceremony, &self.name), round1.bytes())
    }

    /// Second round: to every other trustee, sealed, a value of the secret polynomial.
    pub fn round2(&self, ceremony: &Path) -> Result<(), CeremonyError> {
        let secret = self.kept(ROUND1_SECRET, "round1")?;
        let secret = round1::SecretPackage::deserialize(&secret).map_err(|e| encoding(&e))?;
        let roster = Roster::read(ceremony, *secret.min_signers())?;
        let me = self.index(&roster)?;
        let mut first = first_round(ceremony, &roster)?;
        let all = first.digest();
        first.packages.remove(&identifier(me)?);
        let (secret, packages) =
            dkg::part2(secret, &first.packages).map_err(|e| blame(&e, &roster, &self.name))?;
        let secret = Zeroizing::new(secret.serialize().map_err(|e| encoding(&e))?);
        self.keep(ROUND2_SECRET, &secret)?;
        for (to, card) in roster.cards().filter(|(i, _)| *i != me) {
            let Some(package) = packages.get(&identifier(to)?) else {
                return Err(CeremonyError::Dishonest(card.name.clone()));
            };
            let plain = Zeroizing::new(package.serialize().map_err(|e| encoding(&e))?);
            let round2 = self.key.sign(Round2 {
                roster: roster.digest(),
                round1: all,
                from: me,
                to,
                sealed: ByteVec::from(card.recipient.seal(&plain)?),
            });
            publish(
                &round2_path(ceremony, &self.name, &card.name),
                round2.bytes(),
            )?;
        }
        Ok(())
    }
}

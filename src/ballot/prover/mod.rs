//! The prover of a ballot: the library's protocol, with commitments made from `G` and `K` alone.
//!
//! The library evaluates each row of the statement as a multiplication of any bases in constant
//! time, two thirds of the time of a sealing. Who seals knows every base as a combination of `G`
//! and `K`, and has tables for these two: with nonces `t_v`, `t_r`, `t_w` for a bit and `t` for an
//! equation, and `s = t_v r + t_w`, the rows are
//!
//! ```text
//! t_r G        t_v G + t_r K
//! s G          t_v v G + s K
//! t G          t K
//! ```
//!
//! Invariant: for all nonces these are the points that `Instance::map` gives, hence the same
//! proofs with the same distribution. Verifiers use the library alone, so a mistake here makes a
//! proof that nobody accepts; since the third and fourth row use `v` and `r`, a wrong proof could
//! tell of them, and so every proof is verified before it leaves the sealing. What must hold for secrecy is that the nonces are fresh and
//! uniform (drawn by the library's function from the library's generator), wiped when the response
//! is made, and that nothing branches or looks into memory by a secret: both tables are read in
//! constant time and the bit selects with a mask.

use super::fixed::Bases;
use super::point::Point;
use curve25519_dalek::Scalar;
use sigma_proofs::codec::ScalarCodec;
use sigma_proofs::errors::{InvalidWitness, VerificationError};
use sigma_proofs::traits::SigmaProtocol;
use sigma_proofs::{DuplexSpongeInit, Instance, NargCodec, PrivateRng};
use spongefish::NargReader;
use zeroize::Zeroizing;

/// Proves the instance of a ballot with these bits under the key of these bases.
pub(super) struct Prover<'a> {
    pub instance: &'a Instance<Point>,
    pub bases: &'a Bases,
    pub bits: usize,
}

/// The prover's secrets between commitment and response, wiped on drop.
pub(super) struct Secrets {
    nonces: Zeroizing<Vec<Scalar>>,
    witness: Zeroizing<Vec<Scalar>>,
}

impl Prover<'_> {
    /// `map(nonces)` of the instance. The witness is that of `relation::witness`, in which the
    /// bits are 0 or 1 and `r` is that of the ciphertexts.
    pub(super) fn commitments(&self, witness: &[Scalar], nonces: &[Scalar]) -> Vec<Point> {
        let of_bits = 3 * self.bits;
        let mut halves = Zeroizing::new(Vec::with_capacity(self.instance.num_equations()));
        for (witness, nonces) in witness
            .chunks_exact(3)
            .zip(nonces.chunks_exact(3))
            .take(self.bits)
        {
            let (&[v, r, _], &[t_v, t_r, t_w]) = (witness, nonces) else {
                continue;
            };
            let s = Zeroizing::new(t_v * r + t_w);
            let t_v_g = Zeroizing::new(self.bases.half_g(&t_v));
            halves.extend([
                self.bases.half_g(&t_r),
                *t_v_g + self.bases.half_k(&t_r),
                self.bases.half_g(&s),
                Bases::with_if_set(&v, &t_v_g, self.bases.half_k(&s)),
            ]);
        }
        for t in nonces.iter().skip(of_bits) {
            halves.extend([self.bases.half_g(t), self.bases.half_k(t)]);
        }
        Point::doubles(&halves)
    }
}

impl SigmaProtocol for Prover<'_> {
    type Commitment = Vec<Point>;
    type Challenge = Scalar;
    type Response = Vec<Scalar>;
    type ProverState = Secrets;
    type Witness = [Scalar];

    fn prover_commit(
        &self,
        witness: &[Scalar],
        rng: &mut PrivateRng<impl DuplexSpongeInit<U = u8>>,
    ) -> Result<(Vec<Point>, Secrets), InvalidWitness> {
        let scalars = self.instance.num_scalars();
        if witness.len() != scalars {
            return Err(InvalidWitness);
        }
        let mut nonces = Zeroizing::new(Vec::with_capacity(scalars));
        nonces.extend((0..scalars).map(|_| Scalar::sample(rng)));
        let commitments = self.commitments(witness, &nonces);
        let witness = Zeroizing::new(witness.to_vec());
        Ok((commitments, Secrets { nonces, witness }))
    }

    fn prover_response(
        &self,
        secrets: Secrets,
        challenge: &Scalar,
    ) -> Result<Vec<Scalar>, InvalidWitness> {
        let pairs = secrets.nonces.iter().zip(secrets.witness.iter());
        Ok(pairs.map(|(t, w)| t + w * challenge).collect())
    }

    fn verifier(
        &self,
        commitment: &Vec<Point>,
        challenge: &Scalar,
        response: &Vec<Scalar>,
    ) -> Result<(), VerificationError> {
        self.instance.verifier(commitment, challenge, response)
    }
}

impl NargCodec for Prover<'_> {
    fn encode_instance(&self) -> impl AsRef<[u8]> {
        self.instance.encode_instance()
    }

    fn serialize_commitment_into(&self, commitment: &Vec<Point>, out: &mut Vec<u8>) {
        self.instance.serialize_commitment_into(commitment, out);
    }

    fn serialize_response_into(&self, response: &Vec<Scalar>, out: &mut Vec<u8>) {
        self.instance.serialize_response_into(response, out);
    }

    fn deserialize_commitment(
        &self,
        reader: &mut NargReader<'_>,
    ) -> Result<Vec<Point>, VerificationError> {
        self.instance.deserialize_commitment(reader)
    }

    fn deserialize_response(
        &self,
        reader: &mut NargReader<'_>,
    ) -> Result<Vec<Scalar>, VerificationError> {
        self.instance.deserialize_response(reader)
    }
}

#[cfg(test)]
mod tests;

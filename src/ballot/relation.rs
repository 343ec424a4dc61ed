//! The statement of a ballot's proof: one linear relation over all bits of all questions.
//!
//! For each bit with ciphertext `(R, B)`, knowledge of `v`, `r`, `w` with
//!
//! ```text
//! R = r G        B = v G + r K
//! R = v R + w G  B = v B + w K
//! ```
//!
//! forces `v (v - 1) = 0`. For each equation `sum a_j v_j = c`, knowledge of `rho` with
//! `sum a_j R_j = rho G` and `sum a_j B_j - c G = rho K` shows that it holds.
//!
//! Elements: 0 identity, 1 `G`, 2 `K`, then `R` and `B` of each bit. Scalars: `v`, `r`, `w` of
//! each bit, then one `rho` for each equation.

use super::form::{BallotForm, Ciphertext};
use super::point::Point;
use super::sealed::BallotError;
use crate::consultation::StationId;
use curve25519_dalek::Scalar;
use sigma_proofs::linear_relation::{Equation as Row, Instance};
use zeroize::Zeroizing;

const G: u32 = 1;
const K: u32 = 2;

/// The instance that a ballot with these ciphertexts proves.
pub(super) fn instance(
    form: &BallotForm,
    ciphertexts: &[Ciphertext],
) -> Result<Instance<Point>, BallotError> {
    let index = |n: usize| u32::try_from(n).map_err(|_| BallotError::Shape);
    let one = Scalar::ONE;
    let mut elements = vec![form.key];
    let mut rows = Vec::new();
    for (i, c) in ciphertexts.iter().enumerate() {
        elements.extend([c.r, c.b]);
        let (r_point, b_point) = (index(3 + 2 * i)?, index(4 + 2 * i)?);
        let (v, r, w) = (index(3 * i)?, index(3 * i + 1)?, index(3 * i + 2)?);
        let row = |image, terms: Vec<(u32, u32, Scalar)>| Row {
            image: vec![(image, one)],
            terms,
        };
        rows.push(row(r_point, vec![(r, G, one)]));
        rows.push(row(b_point, vec![(v, G, one), (r, K, one)]));
        rows.push(row(r_point, vec![(v, r_point, one), (w, G, one)]));
        rows.push(row(b_point, vec![(v, b_point, one), (w, K, one)]));
    }
    let mut rho = 3 * ciphertexts.len();
    let mut first = 0;
    for shape in &form.shapes {
        for equation in &shape.equations {
            let mut r_image = Vec::new();
            let mut b_image = Vec::new();
            for &(bit, coefficient) in &equation.terms {
                let coefficient = Scalar::from(coefficient);
                r_image.push((index(3 + 2 * (first + bit))?, coefficient));
                b_image.push((index(4 + 2 * (first + bit))?, coefficient));
            }
            b_image.push((G, -Scalar::from(equation.total)));
            rows.push(Row {
                image: r_image,
                terms: vec![(index(rho)?, G, one)],
            });
            rows.push(Row {
                image: b_image,
                terms: vec![(index(rho)?, K, one)],
            });
            rho += 1;
        }
        first += shape.bits;
    }
    Instance::new(elements, rows).map_err(|_| BallotError::Shape)
}

/// The witness of [`instance`]: `v`, `r`, `w = r (1 - v)` of each bit, then `rho = sum a_j r_j`.
pub(super) fn witness(
    form: &BallotForm,
    bits: &[bool],
    randomness: &[Scalar],
) -> Zeroizing<Vec<Scalar>> {
    let equations: usize = form.shapes.iter().map(|s| s.equations.len()).sum();
    let mut witness = Zeroizing::new(Vec::with_capacity(3 * bits.len() + equations));
    for (&bit, &r) in bits.iter().zip(randomness) {
        let v = Scalar::from(u64::from(bit));
        witness.extend([v, r, r * (Scalar::ONE - v)]);
    }
    let mut first = 0;
    for shape in &form.shapes {
        for equation in &shape.equations {
            let terms = equation.terms.iter();
            witness.push(
                terms
                    .map(|&(bit, a)| Scalar::from(a) * randomness[first + bit])
                    .sum(),
            );
        }
        first += shape.bits;
    }
    witness
}

/// The tag of the proof: flavor and ciphersuite, then the context, each part with its length.
pub(super) fn tag(form: &BallotForm, station: &StationId, nonce: &[u8; 32]) -> Vec<u8> {
    let mut tag = b"seggio/ballot/1 DSFS-with-sigma-proofs_TurboShake128_Ristretto255".to_vec();
    for part in [&form.fingerprint.0[..], station.as_str().as_bytes(), nonce] {
        tag.extend((part.len() as u64).to_be_bytes());
        tag.extend(part);
    }
    tag
}

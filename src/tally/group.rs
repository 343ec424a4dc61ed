//! Points, scalars and interpolation of the tally key's shares.
//!
//! Invariant: what comes from outside (another crate, a file) enters as the canonical 32-byte
//! encoding, and is refused in any other form.

use curve25519_dalek::ristretto::{CompressedRistretto, RistrettoPoint};
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::{Identity, IsIdentity};

/// Reads a canonical point; the identity is one.
pub(super) fn point(bytes: &[u8; 32]) -> Option<RistrettoPoint> {
    CompressedRistretto(*bytes).decompress()
}

/// Reads a canonical point that is not the identity: a key, a verification share.
pub(super) fn key(bytes: &[u8; 32]) -> Option<RistrettoPoint> {
    point(bytes).filter(|p| !p.is_identity())
}

/// Reads a canonical scalar that is not zero.
pub(super) fn scalar(bytes: &[u8; 32]) -> Option<Scalar> {
    Option::<Scalar>::from(Scalar::from_canonical_bytes(*bytes)).filter(|s| *s != Scalar::ZERO)
}

/// The value at `x` of the polynomial in the exponent that goes through `(index, point)`.
/// `None` if an index is zero or appears twice.
pub(super) fn interpolate(points: &[(u16, RistrettoPoint)], x: u16) -> Option<RistrettoPoint> {
    let x = Scalar::from(x);
    let mut sum = RistrettoPoint::identity();
    for (place, (i, value)) in points.iter().enumerate() {
        let (mut above, mut below) = (Scalar::ONE, Scalar::ONE);
        for (_, (j, _)) in points.iter().enumerate().filter(|(p, _)| *p != place) {
            above *= x - Scalar::from(*j);
            below *= Scalar::from(*i) - Scalar::from(*j);
        }
        if *i == 0 || below == Scalar::ZERO {
            return None;
        }
        sum += above * below.invert() * value;
    }
    Some(sum)
}

/// Whether the shares of indices 1 to n lie on one polynomial of degree `threshold - 1` whose
/// value at 0 is the key: then every `threshold` of them give the key.
pub(super) fn consistent(key: &RistrettoPoint, threshold: u16, shares: &[RistrettoPoint]) -> bool {
    let indexed: Option<Vec<(u16, RistrettoPoint)>> = shares
        .iter()
        .enumerate()
        .map(|(i, s)| Some((u16::try_from(i + 1).ok()?, *s)))
        .collect();
    let Some(indexed) = indexed else {
        return false;
    };
    let Some((first, rest)) = indexed.split_at_checked(usize::from(threshold)) else {
        return false;
    };
    interpolate(first, 0).as_ref() == Some(key)
        && rest
            .iter()
            .all(|(i, share)| interpolate(first, *i).as_ref() == Some(share))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shares of `5 + 7x`.
    fn shares(n: u64) -> Vec<RistrettoPoint> {
        (1..=n)
            .map(|i| RistrettoPoint::mul_base(&Scalar::from(5 + 7 * i)))
            .collect()
    }

    #[test]
    fn any_two_shares_of_a_line_give_its_value_at_zero() {
        let s = shares(4);
        let key = RistrettoPoint::mul_base(&Scalar::from(5u64));
        for (i, j) in [(1, 2), (4, 1), (3, 4)] {
            let at = |i: u16| (i, s[usize::from(i) - 1]);
            assert_eq!(interpolate(&[at(i), at(j)], 0), Some(key));
        }
        assert_eq!(interpolate(&[(1, s[0]), (1, s[0])], 0), None);
        assert_eq!(interpolate(&[(0, s[0])], 0), None);
        assert!(consistent(&key, 2, &s));
        assert!(!consistent(&key, 1, &s));
        assert!(!consistent(&key, 5, &s));
        let mut wrong = s.clone();
        wrong[3] = s[0];
        assert!(!consistent(&key, 2, &wrong));
    }

    #[test]
    fn other_encodings_are_refused() {
        assert!(scalar(&[0xff; 32]).is_none());
        assert!(scalar(&[0; 32]).is_none());
        assert!(point(&[0xff; 32]).is_none());
        assert!(point(&[0; 32]).is_some());
        assert!(key(&[0; 32]).is_none());
    }
}

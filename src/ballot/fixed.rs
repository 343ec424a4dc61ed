//! Multiples of the two points that every ballot is made of: the base `G` and the tally key `K`.
//!
//! Invariant: no time and no place in memory depends on a scalar or a bit. All come as halves of
//! the points that are meant, because many points can be doubled and written together for a
//! quarter of the price of writing each ([`Point::doubles`]).

use super::point::Point;
use curve25519_dalek::Scalar;
use curve25519_dalek::ristretto::{RistrettoBasepointTable, RistrettoPoint};
use subtle::{Choice, ConditionallySelectable};
use zeroize::Zeroizing;

/// Tables of `G` and `K`, made once for a consultation.
pub(super) struct Bases {
    /// Multiples of the key: three times quicker than multiplying it.
    k: RistrettoBasepointTable,
    half: Scalar,
    half_g: RistrettoPoint,
}

impl Bases {
    pub(super) fn new(key: &Point) -> Self {
        let half = Scalar::from(2u64).invert();
        Self {
            k: RistrettoBasepointTable::create(key),
            half,
            half_g: RistrettoPoint::mul_base(&half),
        }
    }

    /// Half of `s G`.
    pub(super) fn half_g(&self, s: &Scalar) -> RistrettoPoint {
        RistrettoPoint::mul_base(&Zeroizing::new(s * self.half))
    }

    /// Half of `s K`.
    pub(super) fn half_k(&self, s: &Scalar) -> RistrettoPoint {
        &self.k * &*Zeroizing::new(s * self.half)
    }

    /// The halves of `R = rG` and `B = vG + rK`.
    pub(super) fn half_encryption(&self, bit: bool, r: &Scalar) -> [RistrettoPoint; 2] {
        let v = Scalar::from(u64::from(bit));
        [
            self.half_g(r),
            Self::with_if_set(&v, &self.half_g, self.half_k(r)),
        ]
    }

    /// `v P + Q` for `v` 0 or 1. Both sums are made, and one is selected: to add the identity
    /// would leave coordinates from which `v` can be told by who reads freed memory.
    pub(super) fn with_if_set(
        v: &Scalar,
        point: &RistrettoPoint,
        other: RistrettoPoint,
    ) -> RistrettoPoint {
        let set = Choice::from(v.as_bytes()[0] & 1);
        RistrettoPoint::conditional_select(&other, &(point + other), set)
    }
}

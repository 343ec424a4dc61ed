//! Small discrete logarithms: from `m G` back to `m`.

use curve25519_dalek::ristretto::RistrettoPoint;
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::Identity;
use std::collections::HashMap;

/// Baby steps and giant steps for every `m` up to a greatest one; made once for all targets.
#[derive(Debug)]
pub(super) struct Logarithms {
    /// `i G` to `i`, for `i` below `step`.
    small: HashMap<[u8; 32], u64>,
    step: u64,
    greatest: u64,
}

/// Up to here the table holds every value, and finding one is a look-up.
const TABLE: u64 = 4096;

impl Logarithms {
    /// For totals from 0 to `greatest`.
    pub fn up_to(greatest: u64) -> Self {
        let step = greatest
            .isqrt()
            .saturating_add(1)
            .max(TABLE.min(greatest.saturating_add(1)));
        let generator = RistrettoPoint::mul_base(&Scalar::ONE);
        let mut small = HashMap::new();
        let mut point = RistrettoPoint::identity();
        for i in 0..step {
            small.insert(point.compress().0, i);
            point += generator;
        }
        Self {
            small,
            step,
            greatest,
        }
    }

    /// `m` if `point` is `m G` with `m` from 0 to the greatest.
    pub fn find(&self, point: &RistrettoPoint) -> Option<u64> {
        let giant = RistrettoPoint::mul_base(&Scalar::from(self.step));
        let mut rest = *point;
        for round in 0..=self.greatest / self.step {
            if let Some(i) = self.small.get(&rest.compress().0) {
                let m = round.checked_mul(self.step)?.checked_add(*i)?;
                return (m <= self.greatest).then_some(m);
            }
            rest -= giant;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_up_to_the_greatest_and_none_beyond() {
        for greatest in [0, 1, 5, 4095, 4096, 100_000] {
            let logarithms = Logarithms::up_to(greatest);
            let of = |m: u64| logarithms.find(&RistrettoPoint::mul_base(&Scalar::from(m)));
            for m in [0, 1, greatest / 2, greatest.saturating_sub(1), greatest] {
                assert_eq!(of(m), (m <= greatest).then_some(m), "{m} of {greatest}");
            }
            assert_eq!(of(greatest + 1), None);
            assert_eq!(of(1 << 40), None);
        }
    }
}

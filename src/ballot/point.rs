//! Points of the group that remember how they are written.
//!
//! Reading or writing a point takes a root in the field, as much as dozens of additions. A proof's
//! transcript writes every point of the statement, and a verifier has read each from just those
//! bytes a moment before: a sixth of its time went there.
//!
//! Invariant: what a point remembers is its canonical encoding. It is kept in one of two ways
//! only: by [`Point::read`], which accepts no other bytes, and by [`Point::doubles`], where the
//! curve's library writes the very points that are made. What comes out of any arithmetic
//! remembers nothing and is written anew. Equality is of points alone.

use curve25519_dalek::ristretto::{CompressedRistretto, RistrettoPoint};
use curve25519_dalek::traits::VartimeMultiscalarMul;
use curve25519_dalek::{Scalar, rand_core::TryRng};
use group::prime::PrimeGroup;
use group::{Group, GroupEncoding};
use sigma_proofs::MultiScalarMul;
use sigma_proofs::codec::GroupCodec;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Deref, Mul, MulAssign, Neg, Sub, SubAssign};
use subtle::{Choice, ConditionallySelectable, CtOption};

/// A point of Ristretto255, with its encoding where that is known.
#[derive(Clone, Copy)]
pub struct Point {
    point: RistrettoPoint,
    written: Option<[u8; 32]>,
}

impl Point {
    /// The point with this canonical encoding.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let bytes = CompressedRistretto::from_slice(bytes).ok()?;
        let point = bytes.decompress()?;
        Some(Self {
            point,
            written: Some(bytes.0),
        })
    }

    /// Twice each of these, all written together: four times quicker than one by one, and in
    /// constant time.
    pub(super) fn doubles(halves: &[RistrettoPoint]) -> Vec<Self> {
        let written = RistrettoPoint::double_and_compress_batch(halves);
        let double = |(half, written): (&RistrettoPoint, CompressedRistretto)| Self {
            point: half + half,
            written: Some(written.0),
        };
        halves.iter().zip(written).map(double).collect()
    }
}

impl From<RistrettoPoint> for Point {
    fn from(point: RistrettoPoint) -> Self {
        let written = None;
        Self { point, written }
    }
}

impl Deref for Point {
    type Target = RistrettoPoint;

    fn deref(&self) -> &RistrettoPoint {
        &self.point
    }
}

impl std::fmt::Debug for Point {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.point.fmt(f)
    }
}

impl PartialEq for Point {
    fn eq(&self, other: &Self) -> bool {
        self.point == other.point
    }
}

impl Eq for Point {}

impl GroupEncoding for Point {
    type Repr = [u8; 32];

    fn from_bytes(bytes: &[u8; 32]) -> CtOption<Self> {
        let point = Self::read(bytes);
        let valid = Choice::from(u8::from(point.is_some()));
        CtOption::new(point.unwrap_or_else(Self::identity), valid)
    }

    fn from_bytes_unchecked(bytes: &[u8; 32]) -> CtOption<Self> {
        Self::from_bytes(bytes)
    }

    fn to_bytes(&self) -> [u8; 32] {
        self.written.unwrap_or_else(|| self.point.compress().0)
    }
}

impl MultiScalarMul for Point {
    fn msm(scalars: &[Scalar], bases: &[Self]) -> Self {
        let bases: Vec<RistrettoPoint> = bases.iter().map(|b| b.point).collect();
        RistrettoPoint::msm(scalars, &bases).into()
    }

    /// As the library's for `RistrettoPoint`, and quick also for a small number with a minus
    /// sign, such as the right-hand side of a ballot's equation.
    ///
    /// # Panics
    /// As the library's, if there are not as many scalars as bases.
    fn msm_vartime(scalars: &[Scalar], bases: &[Self]) -> Self {
        assert_eq!(scalars.len(), bases.len());
        if let ([scalar], [base]) = (scalars, bases)
            && *scalar == Scalar::ONE
        {
            return *base;
        }
        let small: Option<Vec<(Scalar, RistrettoPoint)>> = scalars
            .iter()
            .zip(bases)
            .map(|(scalar, base)| match (is_small(scalar), -scalar) {
                (true, _) => Some((*scalar, base.point)),
                (false, minus) if is_small(&minus) => Some((minus, -base.point)),
                _ => None,
            })
            .collect();
        if let Some(small) = small {
            let (scalars, bases): (Vec<_>, Vec<_>) = small.into_iter().unzip();
            return RistrettoPoint::msm_vartime(&scalars, &bases).into();
        }
        let bases = bases.iter().map(|b| b.point);
        RistrettoPoint::vartime_multiscalar_mul(scalars, bases).into()
    }
}

/// Whether a number that is public takes at most eight bytes.
fn is_small(scalar: &Scalar) -> bool {
    scalar.as_bytes()[8..] == [0; 24]
}

// From here on: the group that the library asks for, each operation that of `RistrettoPoint`.

impl GroupCodec for Point {}

impl PrimeGroup for Point {}

impl Group for Point {
    type Scalar = Scalar;

    fn try_random<R: TryRng + ?Sized>(rng: &mut R) -> Result<Self, R::Error> {
        <RistrettoPoint as Group>::try_random(rng).map(Self::from)
    }

    fn identity() -> Self {
        <RistrettoPoint as Group>::identity().into()
    }

    fn generator() -> Self {
        <RistrettoPoint as Group>::generator().into()
    }

    fn is_identity(&self) -> Choice {
        Group::is_identity(&self.point)
    }

    fn double(&self) -> Self {
        Group::double(&self.point).into()
    }
}

impl ConditionallySelectable for Point {
    fn conditional_select(a: &Self, b: &Self, choice: Choice) -> Self {
        RistrettoPoint::conditional_select(&a.point, &b.point, choice).into()
    }
}

impl Neg for Point {
    type Output = Self;

    fn neg(self) -> Self {
        (-self.point).into()
    }
}

impl Sum for Point {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        points.map(|p| p.point).sum::<RistrettoPoint>().into()
    }
}

impl<'a> Sum<&'a Self> for Point {
    fn sum<I: Iterator<Item = &'a Self>>(points: I) -> Self {
        points.copied().sum()
    }
}

/// An operation and its assigning form, with a value or a reference on the right.
macro_rules! operation {
    ($operation:ident $name:ident, $assigning:ident $assign:ident, $right:ty, $inner:expr) => {
        impl<'a> $operation<&'a $right> for Point {
            type Output = Self;

            fn $name(self, right: &'a $right) -> Self {
                let inner: fn(&'a $right) -> _ = $inner;
                $operation::$name(self.point, inner(right)).into()
            }
        }

        impl $operation<$right> for Point {
            type Output = Self;

            fn $name(self, right: $right) -> Self {
                $operation::$name(self, &right)
            }
        }

        impl<'a> $assigning<&'a $right> for Point {
            fn $assign(&mut self, right: &'a $right) {
                *self = $operation::$name(*self, right);
            }
        }

        impl $assigning<$right> for Point {
            fn $assign(&mut self, right: $right) {
                *self = $operation::$name(*self, &right);
            }
        }
    };
}

operation!(Add add, AddAssign add_assign, Point, |p| &p.point);
operation!(Sub sub, SubAssign sub_assign, Point, |p| &p.point);
operation!(Mul mul, MulAssign mul_assign, Scalar, |s| s);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn scalar(wide: [u8; 64]) -> Scalar {
        Scalar::from_bytes_mod_order_wide(&wide)
    }

    fn wide() -> impl Strategy<Value = [u8; 64]> {
        any::<([u8; 32], [u8; 32])>().prop_map(|(a, b)| {
            let mut wide = [0; 64];
            wide[..32].copy_from_slice(&a);
            wide[32..].copy_from_slice(&b);
            wide
        })
    }

    fn remembers_rightly(point: &Point) -> bool {
        point.written.is_none_or(|w| w == point.point.compress().0)
    }

    proptest! {
        #[test]
        fn what_is_remembered_is_the_encoding(a in wide(), b in wide()) {
            let half = RistrettoPoint::mul_base(&scalar(a));
            let doubled = Point::doubles(&[half, half + half])[0];
            let read = Point::read(&(half + half).compress().0).unwrap();
            prop_assert!(doubled.written.is_some() && read.written.is_some());
            let (s, fresh) = (scalar(b), Point::from(half));
            let mut added = doubled;
            added += read;
            let mut multiplied = read;
            multiplied *= s;
            let made = [
                doubled, read, fresh, added, multiplied, -read, read - fresh, Add::add(read, &doubled), Mul::mul(read, &s),
                read.double(), [read, doubled].iter().sum(), Point::identity(), Point::generator(),
                Point::doubles(&[RistrettoPoint::default()])[0], Point::read(&[0; 32]).unwrap(),
                Point::conditional_select(&read, &fresh, Choice::from(1)),
                Point::msm_vartime(&[Scalar::ONE], &[read]), Point::msm(&[s], &[read]),
            ];
            for point in made {
                prop_assert!(remembers_rightly(&point));
                prop_assert_eq!(point.to_bytes(), point.point.compress().0);
            }
            prop_assert_eq!(doubled, Point::from(half + half), "equality ignores memory");
            prop_assert_eq!(added, Point::from(half * Scalar::from(4u8)));
            prop_assert_eq!(*(read * s), (half + half) * s);
            prop_assert_ne!(doubled, fresh);
        }

        #[test]
        fn only_the_canonical_encoding_is_read(bytes in any::<[u8; 32]>()) {
            let library = CompressedRistretto(bytes).decompress();
            prop_assert_eq!(Point::read(&bytes).map(|p| *p), library);
            let read: Option<Point> = Point::from_bytes(&bytes).into();
            prop_assert_eq!(read.map(|p| *p), library);
            prop_assert!(read.is_none_or(|p| remembers_rightly(&p)));
        }

        #[test]
        fn sums_are_the_librarys(
            terms in prop::collection::vec((wide(), wide(), 0u8..4), 0..6),
        ) {
            let scalars: Vec<Scalar> = terms.iter().map(|(wide, _, kind)| match kind {
                0 => Scalar::ONE,
                1 => Scalar::from(u64::from(wide[0])),
                2 => -Scalar::from(u64::MAX - u64::from(wide[0])),
                _ => scalar(*wide),
            }).collect();
            let bases: Vec<RistrettoPoint> =
                terms.iter().map(|(_, wide, _)| RistrettoPoint::mul_base(&scalar(*wide))).collect();
            let points: Vec<Point> = bases.iter().map(|b| Point::from(*b)).collect();
            let expected: RistrettoPoint = scalars.iter().zip(&bases).map(|(s, b)| s * b).sum();
            prop_assert_eq!(*Point::msm_vartime(&scalars, &points), expected);
            prop_assert_eq!(*Point::msm(&scalars, &points), expected);
        }
    }
}

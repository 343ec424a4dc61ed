//! The form that every ballot of a consultation has, built from the manifest and never from a
//! ballot.

use super::Shape;
use super::fixed::Bases;
use super::point::Point;
use super::sealed::BallotError;
use crate::consultation::{Consultation, Manifest};
use crate::envelope::{Digest, Signed};
use curve25519_dalek::traits::IsIdentity;
use std::fmt;
use std::sync::Arc;

/// One encrypted bit: `R = rG`, `B = vG + rK`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ciphertext {
    /// `rG`
    pub r: Point,
    /// `vG + rK`
    pub b: Point,
}

/// What a ballot of this consultation looks like, and under which key it is sealed.
#[derive(Clone)]
pub struct BallotForm {
    pub(super) fingerprint: Digest,
    pub(super) key: Point,
    pub(super) bases: Arc<Bases>,
    pub(super) shapes: Vec<Shape>,
}

impl fmt::Debug for BallotForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BallotForm({})", self.fingerprint)
    }
}

impl BallotForm {
    /// The form of a signed consultation.
    pub fn of(manifest: &Signed<Manifest>) -> Result<Self, BallotError> {
        let m = manifest.value();
        Self::new(manifest.digest(), &m.consultation, &m.tally.key)
    }

    /// The form of a consultation under a tally key (canonical Ristretto255, not the identity).
    pub fn new(
        fingerprint: Digest,
        consultation: &Consultation,
        key: &[u8; 32],
    ) -> Result<Self, BallotError> {
        let key = point(key).ok_or(BallotError::TallyKey)?;
        let shapes = consultation.questions.iter().map(Shape::of).collect();
        Ok(Self {
            fingerprint,
            bases: Arc::new(Bases::new(&key)),
            key,
            shapes,
        })
    }

    /// The bits, equations and targets of each question.
    pub fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// The consultation this form belongs to.
    pub fn fingerprint(&self) -> Digest {
        self.fingerprint
    }

    /// Bits of all questions.
    pub(super) fn bits(&self) -> usize {
        self.shapes.iter().map(|s| s.bits).sum()
    }
}

/// A canonical encoding of a point that is not the identity.
pub(super) fn point(bytes: &[u8]) -> Option<Point> {
    Point::read(bytes).filter(|point| !point.is_identity())
}

//! Everyone's side: whether partials are what they should be.

use super::dleq::{self, Context};
use super::{Partial, PartialTarget, Sum, Sums};
use crate::consultation::TrusteePublic;
use crate::envelope::Signed;
use crate::tally::settlement::OpenSettlement;
use crate::tally::{TallyError, group};
use curve25519_dalek::ristretto::RistrettoPoint;
use std::collections::BTreeSet;

/// A partial of which every proof verifies.
#[derive(Debug, Clone)]
pub struct VerifiedPartial {
    pub(in crate::tally) index: u16,
    pub(in crate::tally) name: String,
    pub(in crate::tally) bytes: Vec<u8>,
    /// `D` of every target of every question of every cell.
    pub(in crate::tally) parts: Vec<Vec<Vec<RistrettoPoint>>>,
}

impl VerifiedPartial {
    /// The trustee's name.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// Verifies partials over the encrypted totals: each by another trustee of the manifest, each
/// proof, and at least as many as are needed.
pub(in crate::tally) fn verify(
    settled: &OpenSettlement<'_>,
    sums: &Sums,
    files: &[Vec<u8>],
) -> Result<Vec<VerifiedPartial>, TallyError> {
    let tally = &settled.examined().manifest.value().tally;
    let mut seen = BTreeSet::new();
    let mut all = Vec::with_capacity(files.len());
    for bytes in files {
        let partial = verify_one(settled, sums, bytes)?;
        if !seen.insert(partial.index) {
            return Err(refused(
                &partial.name,
                "this trustee's partial is there twice",
            ));
        }
        all.push(partial);
    }
    if all.len() < usize::from(tally.threshold) {
        return Err(TallyError::TooFew {
            found: all.len(),
            needed: tally.threshold,
        });
    }
    Ok(all)
}

fn refused(who: &str, why: impl Into<String>) -> TallyError {
    TallyError::Partial {
        who: who.to_owned(),
        why: why.into(),
    }
}

fn verify_one(
    settled: &OpenSettlement<'_>,
    sums: &Sums,
    bytes: &[u8],
) -> Result<VerifiedPartial, TallyError> {
    let manifest = &settled.examined().manifest;
    let unsigned = |e: crate::envelope::EnvelopeError| refused("an unknown trustee", e.to_string());
    let said = Signed::<Partial>::peek(bytes).map_err(unsigned)?.index;
    let trustees = &manifest.value().tally.trustees;
    let trustee = trustees.iter().find(|t| t.index == said).ok_or_else(|| {
        refused(
            &format!("trustee {said}"),
            format!("the trustees are 1 to {}", trustees.len()),
        )
    })?;
    let who = trustee.name.as_str();
    let signed: Signed<Partial> =
        Signed::open(bytes, &trustee.key).map_err(|e| refused(who, e.to_string()))?;
    let p = signed.value();
    if p.fingerprint != manifest.digest() || p.settlement != settled.signed().digest() {
        return Err(refused(who, "it is of another consultation or settlement"));
    }
    let lengths = |questions: &mut dyn Iterator<Item = usize>| questions.collect::<Vec<_>>();
    let found = p.cells.iter().map(|q| lengths(&mut q.iter().map(Vec::len)));
    let expected = sums.iter().map(|q| lengths(&mut q.iter().map(Vec::len)));
    let form = found.eq(expected);
    if !form {
        return Err(refused(who, "it has not the form of the consultation"));
    }
    Ok(VerifiedPartial {
        index: trustee.index,
        name: trustee.name.clone(),
        bytes: bytes.to_vec(),
        parts: parts(trustee, p, sums)?,
    })
}

fn parts(
    trustee: &TrusteePublic,
    partial: &Partial,
    sums: &Sums,
) -> Result<Vec<Vec<Vec<RistrettoPoint>>>, TallyError> {
    let share = group::key(&trustee.verification_share).ok_or(TallyError::OtherShare)?;
    let part = |place: [usize; 3], given: &PartialTarget, sum: &Sum| {
        let context = Context {
            fingerprint: partial.fingerprint,
            settlement: partial.settlement,
            place,
            trustee: trustee.index,
        };
        group::point(&given.d)
            .filter(|d| dleq::holds(&context, &share, sum, d, &given.proof))
            .ok_or_else(|| {
                let [cell, question, target] = place;
                refused(
                    &trustee.name,
                    format!(
                        "the proof of cell {cell}, question {question}, target {target} does not verify"
                    ),
                )
            })
    };
    let mut all = Vec::with_capacity(sums.len());
    for (c, (given, sums)) in partial.cells.iter().zip(sums).enumerate() {
        let mut of_cell = Vec::with_capacity(sums.len());
        for (q, (given, sums)) in given.iter().zip(sums).enumerate() {
            let targets = given.iter().zip(sums).enumerate();
            let parts = targets.map(|(t, (given, sum))| part([c, q, t], given, sum));
            of_cell.push(parts.collect::<Result<_, _>>()?);
        }
        all.push(of_cell);
    }
    Ok(all)
}

//! The trustee's side: from a share and a settlement to a partial.

use super::dleq::{self, Context};
use super::{Partial, PartialTarget, spent, sums};
use crate::envelope::Signed;
use crate::tally::cells::cells;
use crate::tally::examine::visits;
use crate::tally::settlement::OpenSettlement;
use crate::tally::{Share, TallyError};
use curve25519_dalek::ristretto::RistrettoPoint;
use minicbor::bytes::ByteVec;
use std::path::Path;

/// Gives a trustee's partial for a settlement, after recording beside the share file that the
/// share is used for this one only.
pub fn give(
    share: &Share,
    share_file: &Path,
    settled: &OpenSettlement<'_>,
) -> Result<Signed<Partial>, TallyError> {
    check(share, settled)?;
    // Before the share is bound to this settlement: too few ballots are no use of it.
    cells(settled)?;
    spent::spend(share_file, settled.signed().digest())?;
    partial(share, settled)
}

/// The share must be the manifest's; the export must show the people who voted, because without
/// them a settlement could leave out every ballot but one.
fn check(share: &Share, settled: &OpenSettlement<'_>) -> Result<(), TallyError> {
    let tally = &settled.examined().manifest.value().tally;
    let verification_share = RistrettoPoint::mul_base(share.scalar()).compress().0;
    let known = tally.trustees.iter().any(|t| {
        t.index == share.index()
            && t.name == share.name()
            && t.key == share.signing_key().public()
            && t.verification_share == verification_share
    });
    if !known || tally.key != *share.group_key() || tally.transcript != share.transcript() {
        return Err(TallyError::OtherShare);
    }
    if visits(&settled.examined().chains).is_none() {
        return Err(TallyError::NoPresence);
    }
    Ok(())
}

/// Computes a partial. Only [`give`] may: it has recorded the use of the share.
fn partial(share: &Share, settled: &OpenSettlement<'_>) -> Result<Signed<Partial>, TallyError> {
    let (fingerprint, settlement) = (
        settled.examined().manifest.digest(),
        settled.signed().digest(),
    );
    let cells = cells(settled)?;
    let mut parts = Vec::with_capacity(cells.len());
    for (cell, of_cell) in sums(settled, &cells).iter().enumerate() {
        let mut questions = Vec::with_capacity(of_cell.len());
        for (question, of_question) in of_cell.iter().enumerate() {
            let mut targets = Vec::with_capacity(of_question.len());
            for (target, sum) in of_question.iter().enumerate() {
                let context = Context {
                    fingerprint,
                    settlement,
                    place: [cell, question, target],
                    trustee: share.index(),
                };
                let (d, proof) =
                    dleq::prove(&context, share.scalar(), sum).ok_or(TallyError::Proof)?;
                targets.push(PartialTarget {
                    d: d.compress().0,
                    proof: ByteVec::from(proof),
                });
            }
            questions.push(targets);
        }
        parts.push(questions);
    }
    Ok(share.signing_key().sign(Partial {
        fingerprint,
        settlement,
        index: share.index(),
        cells: parts,
    }))
}

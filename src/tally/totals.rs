//! From partials to totals.
//!
//! Invariant: totals are computed only from verified partials of at least as many trustees as
//! are needed, over the counted ballots of one settlement, and are possible for the methods.

use super::logarithm::Logarithms;
use super::partial::{Sum, VerifiedPartial, sums, verify};
use super::settlement::OpenSettlement;
use super::{TallyError, group};
use crate::ballot::Target;
use crate::consultation::{Method, Question};
use crate::envelope::Digest;
use curve25519_dalek::ristretto::RistrettoPoint;
use minicbor::{Decode, Encode};

/// The total of one target.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct OptionTotal {
    /// The option's id; `None` for blank answers.
    #[n(0)]
    pub option: Option<String>,
    /// Its total.
    #[n(1)]
    pub total: u64,
}

/// The totals of one question.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct QuestionTotals {
    /// The question's id.
    #[n(0)]
    pub question: String,
    /// What was counted, in the order of the question, then blank.
    #[n(1)]
    pub totals: Vec<OptionTotal>,
}

/// The totals of a consultation.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Totals {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// Digest of the signed settlement.
    #[n(1)]
    pub settlement: Digest,
    /// Ballots that were counted.
    #[n(2)]
    pub counted: u64,
    /// Every question, in order.
    #[n(3)]
    pub questions: Vec<QuestionTotals>,
}

impl Totals {
    /// The totals of a question.
    pub fn question(&self, id: &str) -> Option<&QuestionTotals> {
        self.questions.iter().find(|q| q.question == id)
    }
}

impl QuestionTotals {
    /// The total of an option, or of blank answers.
    pub fn of(&self, option: Option<&str>) -> Option<u64> {
        let found = self.totals.iter().find(|t| t.option.as_deref() == option);
        found.map(|t| t.total)
    }
}

/// Verifies partial files and decrypts the totals.
pub fn totals(settled: &OpenSettlement<'_>, partials: &[Vec<u8>]) -> Result<Totals, TallyError> {
    let sums = sums(settled);
    let partials = verify(settled, &sums, partials)?;
    decrypt(settled, &sums, &partials)
}

/// Decrypts encrypted totals with verified partials. More than are needed must agree.
pub(super) fn decrypt(
    settled: &OpenSettlement<'_>,
    sums: &[Vec<Sum>],
    partials: &[VerifiedPartial],
) -> Result<Totals, TallyError> {
    let manifest = &settled.examined.manifest;
    let counted = settled.signed.value().counted;
    let shapes = settled.examined.form.shapes();
    let most = shapes.iter().flat_map(|s| &s.targets).map(Target::greatest);
    let most = most.max().unwrap_or(0).saturating_mul(counted);
    let logarithms = Logarithms::up_to(most);
    let mut questions = Vec::with_capacity(shapes.len());
    for (q, question) in manifest.value().consultation.questions.iter().enumerate() {
        let bad = |why: String| TallyError::Totals {
            question: question.id.clone(),
            why,
        };
        let (Some(shape), Some(sums)) = (shapes.get(q), sums.get(q)) else {
            return Err(bad("the form of the ballots is another".into()));
        };
        let mut totals = Vec::with_capacity(sums.len());
        for (t, (target, sum)) in shape.targets.iter().zip(sums).enumerate() {
            let greatest = target.greatest().saturating_mul(counted);
            let total = decrypted(sum, partials, q, t)
                .and_then(|point| logarithms.find(&point))
                .filter(|total| *total <= greatest)
                .ok_or_else(|| bad(format!("target {t} is not between 0 and {greatest}")))?;
            totals.push(OptionTotal {
                option: target.option.clone(),
                total,
            });
        }
        let totals = QuestionTotals {
            question: question.id.clone(),
            totals,
        };
        possible(question, &totals, counted).map_err(bad)?;
        questions.push(totals);
    }
    Ok(Totals {
        fingerprint: manifest.digest(),
        settlement: settled.signed.digest(),
        counted,
        questions,
    })
}

/// `B - x R`, with `x R` interpolated from the trustees' parts.
fn decrypted(
    sum: &Sum,
    partials: &[VerifiedPartial],
    question: usize,
    target: usize,
) -> Option<RistrettoPoint> {
    let parts: Option<Vec<_>> = partials
        .iter()
        .map(|p| Some((p.index, *p.parts.get(question)?.get(target)?)))
        .collect();
    Some(sum.b - group::interpolate(&parts?, 0)?)
}

/// Whether the totals of a question can come from so many ballots that its method allows.
fn possible(question: &Question, totals: &QuestionTotals, counted: u64) -> Result<(), String> {
    let Method::Approval { min, max } = question.method;
    let blank = totals.of(None).unwrap_or(0);
    let answered = counted
        .checked_sub(blank)
        .ok_or("more blank answers than ballots")?;
    let options = totals.totals.iter().filter(|t| t.option.is_some());
    let mut sum = 0u64;
    for t in options {
        if t.total > answered {
            return Err("an option has more votes than there are ballots".into());
        }
        sum = sum.saturating_add(t.total);
    }
    let least = answered.saturating_mul(u64::from(min));
    let most = answered.saturating_mul(u64::from(max));
    if (least..=most).contains(&sum) {
        Ok(())
    } else {
        Err(format!("{sum} votes, where {least} to {most} are possible"))
    }
}

//! From partials to totals.
//!
//! Invariant: totals are computed only from verified partials of at least as many trustees as
//! are needed, over the counted ballots of one settlement, and are possible for the methods; what
//! came on paper stands apart, and is in the sum once.

use super::cells::{Cell, cells};
use super::logarithm::Logarithms;
use super::partial::{Sums, VerifiedPartial, sums, verify};
use super::settlement::OpenSettlement;
use super::{TallyError, group};
use crate::ballot::{Shape, Target};
use crate::consultation::Question;
use crate::envelope::Digest;
use curve25519_dalek::ristretto::RistrettoPoint;
use minicbor::{Decode, Encode};

/// The total of one option, or of blank answers.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct OptionTotal {
    /// The option's id; `None` for blank answers.
    #[n(0)]
    pub option: Option<String>,
    /// Its total: votes, or points.
    #[n(1)]
    pub total: u64,
    /// Where options are ranked: how often at each rank, the first rank first.
    #[n(2)]
    pub ranks: Vec<u64>,
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

/// What some ballots say.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Part {
    /// Codes of the areas that are counted together; empty for all.
    #[n(0)]
    pub areas: Vec<String>,
    /// Ballots.
    #[n(1)]
    pub ballots: u64,
    /// Every question, in order.
    #[n(2)]
    pub questions: Vec<QuestionTotals>,
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
    /// Everything that counts: what follows, together.
    #[n(2)]
    pub all: Part,
    /// Sealed ballots.
    #[n(3)]
    pub sealed: Part,
    /// Paper ballots that the stations counted.
    #[n(4)]
    pub paper: Part,
    /// Everything again, by the parts of the territory, where the manifest asks for it.
    #[n(5)]
    pub cells: Vec<Part>,
}

impl Totals {
    /// The totals of a question, sealed and on paper together.
    pub fn question(&self, id: &str) -> Option<&QuestionTotals> {
        self.all.questions.iter().find(|q| q.question == id)
    }
}

impl QuestionTotals {
    /// The total of an option, or of blank answers.
    pub fn of(&self, option: Option<&str>) -> Option<u64> {
        let found = self.totals.iter().find(|t| t.option.as_deref() == option);
        found.map(|t| t.total)
    }

    /// Amounts, one for each target, as totals.
    pub fn new(question: &Question, shape: &Shape, amounts: &[u64]) -> Self {
        let mut totals: Vec<(Option<usize>, OptionTotal)> = Vec::new();
        for (target, amount) in shape.targets.iter().zip(amounts) {
            if totals
                .last()
                .is_none_or(|(option, _)| *option != target.option)
            {
                let id = target.option.and_then(|o| question.options.get(o));
                totals.push((
                    target.option,
                    OptionTotal {
                        option: id.map(|o| o.id.clone()),
                        total: 0,
                        ranks: Vec::new(),
                    },
                ));
            }
            if let Some((_, total)) = totals.last_mut() {
                let points = amount.saturating_mul(target.points);
                total.total = total.total.saturating_add(points);
                if target.rank.is_some() {
                    total.ranks.push(*amount);
                }
            }
        }
        Self {
            question: question.id.clone(),
            totals: totals.into_iter().map(|(_, total)| total).collect(),
        }
    }
}

/// Amounts of some ballots: for each question one for each target.
#[derive(Clone)]
struct Amounts {
    ballots: u64,
    questions: Vec<Vec<u64>>,
}

impl Amounts {
    fn none(shapes: &[Shape]) -> Self {
        Self {
            ballots: 0,
            questions: shapes.iter().map(|s| vec![0; s.targets.len()]).collect(),
        }
    }

    fn add(&mut self, other: &Self) {
        self.ballots += other.ballots;
        for (mine, others) in self.questions.iter_mut().zip(&other.questions) {
            for (mine, other) in mine.iter_mut().zip(others) {
                *mine = mine.saturating_add(*other);
            }
        }
    }

    fn part(&self, settled: &OpenSettlement<'_>, areas: &[String]) -> Part {
        let examined = settled.examined();
        let questions = &examined.manifest.value().consultation.questions;
        let totals = questions
            .iter()
            .zip(examined.form.shapes())
            .zip(&self.questions);
        Part {
            areas: areas.to_vec(),
            ballots: self.ballots,
            questions: totals
                .map(|((question, shape), amounts)| QuestionTotals::new(question, shape, amounts))
                .collect(),
        }
    }
}

/// Verifies partial files and decrypts the totals.
pub fn totals(settled: &OpenSettlement<'_>, partials: &[Vec<u8>]) -> Result<Totals, TallyError> {
    let cells = cells(settled)?;
    let sums = sums(settled, &cells);
    let partials = verify(settled, &sums, partials)?;
    decrypt(settled, &cells, &sums, &partials)
}

/// Decrypts encrypted totals with verified partials (more than are needed must agree), and adds
/// the paper ballots.
pub(super) fn decrypt(
    settled: &OpenSettlement<'_>,
    cells: &[Cell],
    sums: &Sums,
    partials: &[VerifiedPartial],
) -> Result<Totals, TallyError> {
    let shapes = settled.examined().form.shapes();
    let most = shapes.iter().flat_map(|s| &s.targets).map(Target::greatest);
    let ballots = cells.iter().map(|c| c.ballots).max().unwrap_or(0);
    let most = most.max().unwrap_or(0).saturating_mul(ballots);
    let logarithms = Logarithms::up_to(most);
    let mut all = Amounts::none(shapes);
    let (mut sealed, mut paper) = (all.clone(), all.clone());
    let mut parts = Vec::with_capacity(cells.len());
    for (place, cell) in cells.iter().enumerate() {
        let of_cell = decrypt_cell(settled, cell, place, sums, partials, &logarithms)?;
        let mut on_paper = Amounts::none(shapes);
        for station in &cell.stations {
            if let Some(found) = settled.examined().paper.get(station) {
                on_paper.add(&Amounts {
                    ballots: found.ballots,
                    questions: found.questions.clone(),
                });
            }
        }
        let mut together = of_cell.clone();
        together.add(&on_paper);
        all.add(&together);
        sealed.add(&of_cell);
        paper.add(&on_paper);
        if !cell.areas.is_empty() {
            parts.push(together.part(settled, &cell.areas));
        }
    }
    Ok(Totals {
        fingerprint: settled.examined().manifest.digest(),
        settlement: settled.signed().digest(),
        all: all.part(settled, &[]),
        sealed: sealed.part(settled, &[]),
        paper: paper.part(settled, &[]),
        cells: parts,
    })
}

fn decrypt_cell(
    settled: &OpenSettlement<'_>,
    cell: &Cell,
    place: usize,
    sums: &Sums,
    partials: &[VerifiedPartial],
    logarithms: &Logarithms,
) -> Result<Amounts, TallyError> {
    let manifest = settled.examined().manifest.value();
    let shapes = settled.examined().form.shapes();
    let mut amounts = Amounts::none(shapes);
    amounts.ballots = cell.ballots;
    for (q, question) in manifest.consultation.questions.iter().enumerate() {
        let bad = |why: String| TallyError::Totals {
            question: question.id.clone(),
            why,
        };
        let (Some(shape), Some(of_question)) = (shapes.get(q), amounts.questions.get_mut(q)) else {
            return Err(bad("the form of the ballots is another".into()));
        };
        for (t, (target, amount)) in shape.targets.iter().zip(of_question.iter_mut()).enumerate() {
            let greatest = target.greatest().saturating_mul(cell.ballots);
            *amount = decrypted(sums, partials, [place, q, t])
                .and_then(|point| logarithms.find(&point))
                .filter(|total| *total <= greatest)
                .ok_or_else(|| bad(format!("target {t} is not between 0 and {greatest}")))?;
        }
        shape.possible(of_question, cell.ballots).map_err(bad)?;
    }
    Ok(amounts)
}

/// `B - x R`, with `x R` interpolated from the trustees' parts.
fn decrypted(
    sums: &Sums,
    partials: &[VerifiedPartial],
    [cell, question, target]: [usize; 3],
) -> Option<RistrettoPoint> {
    let sum = sums.get(cell)?.get(question)?.get(target)?;
    let parts: Option<Vec<_>> = partials
        .iter()
        .map(|p| Some((p.index, *p.parts.get(cell)?.get(question)?.get(target)?)))
        .collect();
    Some(sum.b - group::interpolate(&parts?, 0)?)
}

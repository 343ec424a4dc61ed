//! What an operator enters of the box of paper, and whether it can be so.
//!
//! Invariant: totals that pass are possible for the verifier too ([`Shape::possible`]); the checks
//! before it only find words for what is wrong.

use crate::ballot::{Answer, ChoiceError, Shape};
use crate::consultation::{Method, Question};
use zeroize::Zeroizing;

/// Slips in the box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperHead {
    /// All of them.
    pub found: u64,
    /// Of these, slips that no method allows or that nobody can read.
    pub void: u64,
}

impl PaperHead {
    /// Slips that count.
    pub fn valid(self) -> u64 {
        self.found.saturating_sub(self.void)
    }
}

/// The answers of each slip to each question. Wiped when dropped.
pub type PaperSlips = Zeroizing<Vec<Vec<Answer>>>;

/// Why an entry is not taken. Nothing is lost: it is corrected and entered again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PaperProblem {
    /// Not what is to be entered now.
    #[error("this is not what is to be entered now")]
    NotNow,
    /// More void slips than slips.
    #[error("more slips are void than were found")]
    VoidExceedsFound,
    /// More slips count than people had one: count again, the others are void.
    #[error("{valid} valid slips of only {handed_out} handed out")]
    TooManyValid {
        /// Slips that would count.
        valid: u64,
        /// Slips handed out.
        handed_out: u64,
    },
    /// Totals of a question, from 0, that cannot be.
    #[error("question {question}: {what}")]
    Totals {
        /// Which question.
        question: usize,
        /// What is wrong.
        what: TotalsProblem,
    },
    /// Not one entry for each valid slip.
    #[error("{given} slips entered of {valid}")]
    Slips {
        /// Entered.
        given: u64,
        /// Valid.
        valid: u64,
    },
    /// A slip, from 0, with answers that no method allows: it is void.
    #[error("slip {slip}: {why}")]
    Slip {
        /// Which slip.
        slip: usize,
        /// What is wrong.
        why: ChoiceError,
    },
}

/// What cannot be in the totals of one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TotalsProblem {
    /// Not one number for each target.
    #[error("not one number for each option")]
    Fields,
    /// More blank answers than slips.
    #[error("{blank} blank answers on {valid} slips")]
    Blank {
        /// Blank answers.
        blank: u64,
        /// Valid slips.
        valid: u64,
    },
    /// An option has more than all answers can give it.
    #[error("option {option} has {amount}, at most {most} is possible")]
    Option {
        /// From 0.
        option: usize,
        /// What it has.
        amount: u64,
        /// What it can have.
        most: u64,
    },
    /// All options together have more or less than all answers give.
    #[error("the sum is {}, between {} and {} is possible", .0.sum, .0.least, .0.most)]
    Sum(PaperSum),
    /// Another equation of the method does not hold, such as the limit of money.
    #[error("no such answers give these totals")]
    Impossible,
}

/// What the options of a question, or of one of its ranks, have together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperSum {
    /// The rank, from 0, where ranks are counted one by one.
    pub rank: Option<usize>,
    /// What was entered.
    pub sum: u64,
    /// What it must be at least.
    pub least: u64,
    /// What it can be at most.
    pub most: u64,
}

impl PaperSum {
    /// Whether it can be.
    pub fn fits(&self) -> bool {
        (self.least..=self.most).contains(&self.sum)
    }
}

/// The blank answers among amounts.
fn blank_of(shape: &Shape, amounts: &[u64]) -> u64 {
    let mut all = shape.targets.iter().zip(amounts);
    all.find(|(t, _)| t.option.is_none()).map_or(0, |(_, n)| *n)
}

/// What the amounts of a question add up to, one for each target in the order of its shape, and
/// what valid slips must give.
pub fn paper_sums(question: &Question, amounts: &[u64], valid: u64) -> Vec<PaperSum> {
    let shape = Shape::of(question);
    let answered = valid.saturating_sub(blank_of(&shape, amounts));
    let sum_of = |rank: Option<usize>| {
        let these = shape.targets.iter().zip(amounts);
        let these = these.filter(|(t, _)| t.option.is_some() && (rank.is_none() || t.rank == rank));
        these.fold(0u64, |sum, (_, n)| sum.saturating_add(*n))
    };
    let sum = |rank, each_least: u64, each_most: u64| PaperSum {
        rank,
        sum: sum_of(rank),
        least: answered.saturating_mul(each_least),
        most: answered.saturating_mul(each_most),
    };
    let options = question.options.len() as u64;
    match &question.method {
        Method::Single => vec![sum(None, 1, 1)],
        Method::Approval { min, max, .. } => {
            vec![sum(None, u64::from(*min), u64::from(*max).min(options))]
        }
        Method::Points { total, all, .. } => {
            let total = u64::from(*total);
            vec![sum(None, if *all { total } else { 1 }, total)]
        }
        Method::Score { max } => vec![sum(None, 0, u64::from(*max).saturating_mul(options))],
        Method::Priority { weights, partial } => {
            let ranks = (0..weights.len()).map(|r| sum(Some(r), u64::from(!*partial), 1));
            // With empty ranks at least one is filled, whichever.
            let all = partial.then(|| sum(None, 1, weights.len() as u64));
            ranks.chain(all).collect()
        }
    }
}

/// Whether totals of a question can come from so many valid slips.
pub fn paper_totals_possible(
    question: &Question,
    amounts: &[u64],
    valid: u64,
) -> Result<(), TotalsProblem> {
    let shape = Shape::of(question);
    if amounts.len() != shape.targets.len() {
        return Err(TotalsProblem::Fields);
    }
    let blank = blank_of(&shape, amounts);
    let answered = valid
        .checked_sub(blank)
        .ok_or(TotalsProblem::Blank { blank, valid })?;
    for option in 0..question.options.len() {
        let of_option = || {
            let all = shape.targets.iter().zip(amounts);
            all.filter(move |(t, _)| t.option == Some(option))
        };
        let amount = of_option().fold(0u64, |sum, (_, n)| sum.saturating_add(*n));
        // An option stands at one rank of an answer.
        let each = of_option().map(|(t, _)| t.greatest()).max().unwrap_or(0);
        let most = answered.saturating_mul(each);
        if amount > most {
            return Err(TotalsProblem::Option {
                option,
                amount,
                most,
            });
        }
    }
    if let Some(wrong) = paper_sums(question, amounts, valid)
        .into_iter()
        .find(|s| !s.fits())
    {
        return Err(TotalsProblem::Sum(wrong));
    }
    shape
        .possible(amounts, valid)
        .map_err(|_| TotalsProblem::Impossible)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ballot::Choices;
    use crate::consultation::{Cents, Choosable, Consultation, Text, load};
    use proptest::prelude::*;

    fn question(method: Method, blank_allowed: bool, options: usize) -> Question {
        let option = |n: usize| Choosable {
            id: format!("p{n}"),
            title: Text::new("Progetto", []),
            summary: Text::new("", []),
            cost: Some(Cents(100 * (n as u64 + 1))),
            illustrative: true,
        };
        Question {
            id: "q".into(),
            title: Text::new("Quali?", []),
            method,
            order: None,
            blank_allowed,
            options: (0..options).map(option).collect(),
        }
    }

    fn approval(min: u32, max: u32, spend_cap: Option<Cents>) -> Method {
        Method::Approval {
            min,
            max,
            spend_cap,
        }
    }

    #[test]
    fn each_thing_that_cannot_be_has_its_words() {
        let q = question(approval(1, 2, Some(Cents(300))), true, 3);
        let check = |amounts: &[u64], valid| paper_totals_possible(&q, amounts, valid);
        assert_eq!(check(&[5, 5, 2, 2], 10), Ok(()));
        assert_eq!(check(&[5, 5], 10), Err(TotalsProblem::Fields));
        assert_eq!(
            check(&[0, 0, 0, 11], 10),
            Err(TotalsProblem::Blank {
                blank: 11,
                valid: 10
            })
        );
        assert_eq!(
            check(&[0, 9, 0, 2], 10),
            Err(TotalsProblem::Option {
                option: 1,
                amount: 9,
                most: 8
            })
        );
        let few = check(&[3, 3, 1, 2], 10).unwrap_err();
        assert!(matches!(few, TotalsProblem::Sum(s) if (s.sum, s.least, s.most) == (7, 8, 16)));
        // 3 euro each: all eight cannot have taken both the second and the third.
        assert_eq!(check(&[0, 8, 8, 2], 10), Err(TotalsProblem::Impossible));
        assert!(check(&[u64::MAX, u64::MAX, 0, 0], 10).is_err());
    }

    #[test]
    fn ranks_add_up_one_by_one() {
        let method = |partial| Method::Priority {
            weights: vec![2, 1],
            partial,
        };
        // Two options, option by option: first rank, second rank.
        let full = question(method(false), false, 2);
        assert_eq!(paper_totals_possible(&full, &[7, 3, 3, 7], 10), Ok(()));
        let ranks: Vec<_> = paper_sums(&full, &[7, 2, 3, 7], 10);
        assert_eq!((ranks[0].sum, ranks[1].sum), (10, 9));
        assert!(ranks[0].fits() && !ranks[1].fits());
        let partial = question(method(true), false, 2);
        assert_eq!(paper_totals_possible(&partial, &[7, 2, 3, 7], 10), Ok(()));
        let none = paper_totals_possible(&partial, &[0, 0, 0, 9], 10);
        assert!(matches!(none, Err(TotalsProblem::Sum(s)) if s.rank.is_none()));
        let twice = paper_totals_possible(&partial, &[7, 4, 0, 0], 10);
        assert!(matches!(
            twice,
            Err(TotalsProblem::Option { option: 0, .. })
        ));
    }

    fn consultation(question: Question) -> Consultation {
        let config = std::path::Path::new("kiosk-config/digitale-bene-comune-2022");
        let mut consultation = load(config).unwrap();
        consultation.questions = vec![question];
        consultation
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

        /// Whatever people write, if it is allowed its totals are possible.
        #[test]
        fn totals_of_allowed_slips_are_possible(
            kind in 0..5usize,
            slips in proptest::collection::vec(proptest::collection::vec(0u32..5, 4), 1..20),
        ) {
            let (method, blank) = match kind {
                0 => (Method::Single, true),
                1 => (approval(1, 3, Some(Cents(600))), true),
                2 => (Method::Points { total: 8, max_each: 4, all: false }, false),
                3 => (Method::Score { max: 4 }, true),
                _ => (Method::Priority { weights: vec![3, 2, 1], partial: true }, true),
            };
            let consultation = consultation(question(method, blank, 4));
            let q = &consultation.questions[0];
            let shapes = [Shape::of(q)];
            let mut totals = vec![0; shapes[0].targets.len()];
            let mut valid = 0;
            for slip in slips {
                let list: Vec<usize> = slip.iter().map(|n| *n as usize).filter(|n| *n < 4).collect();
                let answer = match kind {
                    0 | 1 if list.is_empty() => Answer::Blank,
                    0 | 1 => Answer::Options(list),
                    2 | 3 => Answer::Values(slip),
                    _ => Answer::Ranks(slip[..3].iter().map(|n| (*n < 4).then_some(*n as usize)).collect()),
                };
                let Ok(choices) = Choices::new(&consultation, &[answer]) else { continue };
                valid += 1;
                for (total, n) in totals.iter_mut().zip(&choices.amounts(&shapes)[0]) {
                    *total += n;
                }
            }
            prop_assert_eq!(paper_totals_possible(q, &totals, valid), Ok(()));
        }
    }
}

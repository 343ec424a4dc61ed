//! What a voter chose, already known to be allowed.

use super::Shape;
use crate::consultation::{Cents, Consultation, Method, Question};
use zeroize::{Zeroize, Zeroizing};

/// An answer to one question as a screen gives it. Options by their place in the question, from 0.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// Deliberately blank.
    Blank,
    /// Chosen options (`single`, `approval`).
    Options(Vec<usize>),
    /// A number for every option, in their order (`points`, `score`).
    Values(Vec<u32>),
    /// The option at every rank, the first rank first (`priority`); `None` for an empty rank.
    Ranks(Vec<Option<usize>>),
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Answer(..)")
    }
}

impl Zeroize for Answer {
    fn zeroize(&mut self) {
        match self {
            Self::Blank => {}
            Self::Options(options) => options.zeroize(),
            Self::Values(values) => values.zeroize(),
            Self::Ranks(ranks) => ranks.zeroize(),
        }
        *self = Self::Blank;
    }
}

/// Why an answer is not allowed. Holds no choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ChoiceError {
    /// Not one answer for each question.
    #[error("there must be one answer for each question")]
    Questions,
    /// Not an answer of the question's method.
    #[error("the answer is not one to the question's method")]
    Method,
    /// Blank where the consultation does not allow it.
    #[error("a blank answer is not allowed")]
    BlankNotAllowed,
    /// Fewer options than the least.
    #[error("too few options: at least {0}")]
    TooFew(u32),
    /// More options than the greatest.
    #[error("too many options: at most {0}")]
    TooMany(u32),
    /// An option twice, or one that does not exist.
    #[error("an option is repeated or does not exist")]
    NoSuchOption,
    /// The options cost more than the cap.
    #[error("the options cost more than {}", .0.decimal())]
    TooExpensive(Cents),
    /// A number for one option above the greatest.
    #[error("too much for one option: at most {0}")]
    TooMuch(u32),
    /// Points that are not given, where all must be, or more than there are.
    #[error("the points are not those that are to be given: {0}")]
    Points(u32),
    /// A rank without an option, where all must be filled, or no rank filled at all.
    #[error("a rank is empty")]
    EmptyRank,
}

/// Answers to all questions, allowed by their methods, as the bits that are encrypted. Wiped
/// when dropped, never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Choices(Vec<Zeroizing<Vec<bool>>>);

impl std::fmt::Debug for Choices {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Choices(..)")
    }
}

impl Choices {
    /// Checks the answers against the methods of the consultation.
    pub fn new(consultation: &Consultation, answers: &[Answer]) -> Result<Self, ChoiceError> {
        if answers.len() != consultation.questions.len() {
            return Err(ChoiceError::Questions);
        }
        let bits = consultation
            .questions
            .iter()
            .zip(answers)
            .map(|(q, a)| bits(q, a));
        bits.collect::<Result<_, _>>().map(Self)
    }

    /// The bits of each question, in the order of its [`Shape`].
    pub(super) fn bits(&self) -> impl Iterator<Item = &[bool]> {
        self.0.iter().map(|q| q.as_slice())
    }

    /// Bits that somebody revealed, if they satisfy every equation of every question.
    pub(super) fn of_bits(shapes: &[Shape], bits: Vec<Vec<bool>>) -> Option<Self> {
        let fits = bits.len() == shapes.len()
            && shapes
                .iter()
                .zip(&bits)
                .all(|(shape, bits)| shape.satisfied(bits));
        fits.then(|| Self(bits.into_iter().map(Zeroizing::new).collect()))
    }

    /// What each target of each question gets from one ballot with these choices.
    pub fn amounts(&self, shapes: &[Shape]) -> Vec<Vec<u64>> {
        let of_question = |(shape, bits): (&Shape, &Zeroizing<Vec<bool>>)| {
            let target = |terms: &[(usize, u64)]| -> u64 {
                let set = terms
                    .iter()
                    .filter(|(bit, _)| bits.get(*bit) == Some(&true));
                set.map(|(_, weight)| weight).sum()
            };
            shape.targets.iter().map(|t| target(&t.terms)).collect()
        };
        shapes.iter().zip(&self.0).map(of_question).collect()
    }
}

fn bits(question: &Question, answer: &Answer) -> Result<Zeroizing<Vec<bool>>, ChoiceError> {
    let shape = Shape::of(question);
    let mut bits = Zeroizing::new(vec![false; shape.bits]);
    match (answer, &question.method) {
        (Answer::Blank, _) => {
            let blank = shape.blank.ok_or(ChoiceError::BlankNotAllowed)?;
            bits[blank] = true;
            return Ok(bits);
        }
        (Answer::Options(chosen), Method::Single) => {
            options(question, chosen, 1, 1, None)?;
            for option in chosen {
                shape.set_value(&mut bits, *option, 1);
            }
        }
        (
            Answer::Options(chosen),
            Method::Approval {
                min,
                max,
                spend_cap,
            },
        ) => {
            options(question, chosen, *min, *max, *spend_cap)?;
            for option in chosen {
                shape.set_value(&mut bits, *option, 1);
            }
        }
        (Answer::Values(given), Method::Points { .. } | Method::Score { .. }) => {
            values(question, given)?;
            for (option, value) in given.iter().enumerate() {
                shape.set_value(&mut bits, option, u64::from(*value));
            }
        }
        (Answer::Ranks(given), Method::Priority { weights, partial }) => {
            ranks(question, given, weights.len(), *partial)?;
            for (rank, option) in given.iter().enumerate() {
                if let Some(option) = option {
                    shape.set_value(&mut bits, rank * question.options.len() + option, 1);
                }
            }
        }
        _ => return Err(ChoiceError::Method),
    }
    shape.fill_slack(&mut bits);
    // The rules above say it in words, the equations in numbers; they must say the same.
    if shape.satisfied(&bits) {
        Ok(bits)
    } else {
        Err(ChoiceError::Method)
    }
}

/// Each option once, and there.
fn distinct(question: &Question, options: impl Iterator<Item = usize>) -> Result<(), ChoiceError> {
    let mut seen = vec![false; question.options.len()];
    for option in options {
        match seen.get_mut(option) {
            Some(seen) if !*seen => *seen = true,
            _ => return Err(ChoiceError::NoSuchOption),
        }
    }
    Ok(())
}

fn options(
    question: &Question,
    chosen: &[usize],
    min: u32,
    max: u32,
    cap: Option<Cents>,
) -> Result<(), ChoiceError> {
    distinct(question, chosen.iter().copied())?;
    let count = u32::try_from(chosen.len()).unwrap_or(u32::MAX);
    if count < min {
        return Err(ChoiceError::TooFew(min));
    }
    if count > max {
        return Err(ChoiceError::TooMany(max));
    }
    let costs = chosen.iter().filter_map(|o| question.options.get(*o)?.cost);
    let spent = costs.fold(0u64, |sum, cost| sum.saturating_add(cost.0));
    match cap.filter(|cap| spent > cap.0) {
        Some(cap) => Err(ChoiceError::TooExpensive(cap)),
        None => Ok(()),
    }
}

fn values(question: &Question, given: &[u32]) -> Result<(), ChoiceError> {
    if given.len() != question.options.len() {
        return Err(ChoiceError::NoSuchOption);
    }
    let (greatest, points) = match question.method {
        Method::Points {
            total,
            max_each,
            all,
        } => (max_each, Some((total, all))),
        Method::Score { max } => (max, None),
        _ => return Err(ChoiceError::Method),
    };
    if given.iter().any(|v| *v > greatest) {
        return Err(ChoiceError::TooMuch(greatest));
    }
    let sum: u64 = given.iter().map(|v| u64::from(*v)).sum();
    match points {
        Some((total, all)) => {
            let least = if all { u64::from(total) } else { 1 };
            if (least..=u64::from(total)).contains(&sum) {
                Ok(())
            } else {
                Err(ChoiceError::Points(total))
            }
        }
        None => Ok(()),
    }
}

fn ranks(
    question: &Question,
    given: &[Option<usize>],
    ranks: usize,
    partial: bool,
) -> Result<(), ChoiceError> {
    if given.len() != ranks {
        return Err(ChoiceError::Method);
    }
    distinct(question, given.iter().flatten().copied())?;
    let filled = given.iter().flatten().count();
    if filled == 0 || (!partial && filled < ranks) {
        return Err(ChoiceError::EmptyRank);
    }
    Ok(())
}

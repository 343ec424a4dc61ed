//! What a voter chose, already known to be allowed.

use super::Shape;
use crate::consultation::{Consultation, Method, Question};
use zeroize::Zeroizing;

/// An answer to one question as a screen gives it.
#[derive(Clone, PartialEq, Eq)]
pub enum Answer {
    /// Deliberately blank.
    Blank,
    /// Chosen options, by their place in the question (from 0).
    Options(Vec<usize>),
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Answer(..)")
    }
}

impl zeroize::Zeroize for Answer {
    fn zeroize(&mut self) {
        if let Self::Options(options) = self {
            options.zeroize();
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
}

/// Answers to all questions, allowed by their methods, as the bits that are encrypted. Wiped
/// when dropped, never printed.
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
}

fn bits(question: &Question, answer: &Answer) -> Result<Zeroizing<Vec<bool>>, ChoiceError> {
    let shape = Shape::of(question);
    let mut bits = Zeroizing::new(vec![false; shape.bits]);
    match answer {
        Answer::Blank => {
            let blank = shape.blank.ok_or(ChoiceError::BlankNotAllowed)?;
            bits[blank] = true;
        }
        Answer::Options(chosen) => {
            let Method::Approval { min, max } = question.method;
            let count = u32::try_from(chosen.len()).unwrap_or(u32::MAX);
            for &option in chosen {
                if option >= question.options.len() || bits[option] {
                    return Err(ChoiceError::NoSuchOption);
                }
                bits[option] = true;
            }
            if count < min {
                return Err(ChoiceError::TooFew(min));
            }
            if count > max {
                return Err(ChoiceError::TooMany(max));
            }
            shape.fill_slack(&mut bits);
        }
    }
    Ok(bits)
}

//! Slips entered one by one, where they are too few for totals.
//!
//! Invariant: an answer is taken only if its method allows it; a slip with another one is void,
//! and was not to be entered. What is typed is wiped when it is dropped.

use crate::ballot::{Answer, ChoiceError, Choices};
use crate::consultation::{Consultation, Method, Question};
use crate::station::PaperSlips;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use zeroize::{Zeroize, Zeroizing};

/// Room for the longest answer. It is taken at once: a text that grows leaves copies behind.
const ROOM: usize = 512;

/// Why an answer is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipProblem {
    /// No option has this number.
    NoSuchNumber(u64),
    /// Not one number for each of so many options.
    Numbers(usize),
    /// The method does not allow it.
    Choice(ChoiceError),
}

/// The slips that are being entered.
pub struct Slips {
    count: usize,
    done: PaperSlips,
    current: Zeroizing<Vec<Answer>>,
    line: Zeroizing<String>,
}

impl Slips {
    /// None of `count` is entered.
    pub fn new(count: u64) -> Self {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        Self {
            count,
            done: Zeroizing::new(Vec::new()),
            current: Zeroizing::new(Vec::new()),
            line: Zeroizing::new(String::with_capacity(ROOM)),
        }
    }

    /// The slip at hand, from 0; as many as there are when all are entered.
    pub fn slip(&self) -> usize {
        self.done.len()
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The question at hand, from 0.
    pub fn question(&self) -> usize {
        self.current.len()
    }

    /// Whether all are entered.
    pub fn is_complete(&self) -> bool {
        self.done.len() >= self.count
    }

    /// What is typed.
    pub fn line(&self) -> &str {
        &self.line
    }

    /// Hands all of them over, and keeps none.
    pub fn take(&mut self) -> PaperSlips {
        std::mem::replace(&mut self.done, Zeroizing::new(Vec::new()))
    }

    /// Takes a key other than Enter.
    pub fn key(&mut self, key: KeyEvent) {
        let command = KeyModifiers::CONTROL | KeyModifiers::ALT;
        match key.code {
            KeyCode::Char(_) if key.modifiers.intersects(command) || self.is_complete() => {}
            KeyCode::Char(_) if self.line.len() >= ROOM => {}
            KeyCode::Char(sign) if sign.is_ascii_digit() || " ,bB".contains(sign) => {
                self.line.push(sign.to_ascii_uppercase());
            }
            KeyCode::Backspace => {
                self.line.pop();
            }
            KeyCode::Up | KeyCode::BackTab => self.back(),
            _ => {}
        }
    }

    /// The answer before is entered again.
    fn back(&mut self) {
        self.line.zeroize();
        if self.current.is_empty()
            && let Some(mut slip) = self.done.pop()
        {
            *self.current = std::mem::take(&mut slip);
        }
        if let Some(mut answer) = self.current.pop() {
            answer.zeroize();
        }
    }

    /// Enter: what is typed is the answer, if it can be.
    pub fn enter(&mut self, consultation: &Consultation) -> Result<(), SlipProblem> {
        let Some(question) = consultation.questions.get(self.question()) else {
            return Ok(());
        };
        if self.line.trim().is_empty() || self.is_complete() {
            return Ok(());
        }
        let mut answer = read(question, &self.line)?;
        if let Err(problem) = allowed(consultation, question, &answer) {
            answer.zeroize();
            return Err(SlipProblem::Choice(problem));
        }
        self.line.zeroize();
        self.current.push(answer);
        if self.current.len() == consultation.questions.len() {
            self.done.push(std::mem::take(&mut *self.current));
        }
        Ok(())
    }
}

fn allowed(
    consultation: &Consultation,
    question: &Question,
    answer: &Answer,
) -> Result<(), ChoiceError> {
    let alone = Consultation {
        questions: vec![question.clone()],
        ..consultation.clone()
    };
    Choices::new(&alone, std::slice::from_ref(answer)).map(drop)
}

/// Numbers with spaces or commas between them.
fn numbers(line: &str) -> impl Iterator<Item = u64> + '_ {
    let words = line.split([' ', ',']).filter(|word| !word.is_empty());
    // What is too long for a number is no option's either.
    words.map(|word| word.parse().unwrap_or(u64::MAX))
}

/// Reads what is typed: `B` for blank; the numbers of the chosen options; for each option a number;
/// or the options by rank, 0 for an empty one.
pub fn read(question: &Question, line: &str) -> Result<Answer, SlipProblem> {
    if line.contains('B') {
        return match line.trim() {
            "B" => Ok(Answer::Blank),
            _ => Err(SlipProblem::NoSuchNumber(0)),
        };
    }
    let option = |n: u64| {
        let place = usize::try_from(n).ok().and_then(|n| n.checked_sub(1));
        place
            .filter(|place| *place < question.options.len())
            .ok_or(SlipProblem::NoSuchNumber(n))
    };
    match &question.method {
        Method::Single | Method::Approval { .. } => {
            let chosen = numbers(line).map(option).collect::<Result<_, _>>()?;
            Ok(Answer::Options(chosen))
        }
        Method::Points { .. } | Method::Score { .. } => {
            let number = |n| u32::try_from(n).map_err(|_| SlipProblem::NoSuchNumber(n));
            let given: Vec<u32> = numbers(line).map(number).collect::<Result<_, _>>()?;
            if given.len() == question.options.len() {
                Ok(Answer::Values(given))
            } else {
                Err(SlipProblem::Numbers(question.options.len()))
            }
        }
        Method::Priority { weights, .. } => {
            let rank = |n| {
                if n == 0 {
                    Ok(None)
                } else {
                    option(n).map(Some)
                }
            };
            let mut given: Vec<Option<usize>> =
                numbers(line).map(rank).collect::<Result<_, _>>()?;
            if given.len() > weights.len() {
                return Err(SlipProblem::Numbers(weights.len()));
            }
            given.resize(weights.len(), None);
            Ok(Answer::Ranks(given))
        }
    }
}

//! A method as bits and linear equations over them: the only thing that differs between methods.
//!
//! Invariant: an assignment of bits satisfies all equations exactly if it encodes an allowed
//! answer. Coefficients are never negative, and sums stay far below the order of the group.

use crate::consultation::{Method, Question};

/// `sum of coefficient * bit = total`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Equation {
    /// `(bit, coefficient)`.
    pub terms: Vec<(usize, u64)>,
    /// The right-hand side.
    pub total: u64,
}

/// Something that is counted: the weighted sum of some bits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The option's id, or `None` for blank answers.
    pub option: Option<String>,
    /// `(bit, weight)`.
    pub terms: Vec<(usize, u64)>,
}

impl Target {
    /// The most that one ballot can add to this target.
    pub fn greatest(&self) -> u64 {
        self.terms.iter().map(|(_, weight)| weight).sum()
    }
}

/// The bits and equations of one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// How many bits are encrypted.
    pub bits: usize,
    /// What they must satisfy.
    pub equations: Vec<Equation>,
    /// What is counted: the options in order, then blank where allowed.
    pub targets: Vec<Target>,
    /// The bit that stands for a blank answer.
    pub blank: Option<usize>,
    /// Slack bits of each equation, `(bit, weight)`, greatest weight first.
    slack: Vec<Vec<(usize, u64)>>,
}

impl Shape {
    /// The shape of a question.
    pub fn of(question: &Question) -> Self {
        let Method::Approval { min, max } = question.method;
        let options = question.options.len();
        let mut shape = Self {
            bits: options,
            equations: Vec::new(),
            targets: question
                .options
                .iter()
                .enumerate()
                .map(|(bit, o)| Target {
                    option: Some(o.id.clone()),
                    terms: vec![(bit, 1)],
                })
                .collect(),
            blank: None,
            slack: Vec::new(),
        };
        let all = (0..options).map(|bit| (bit, 1)).collect();
        shape.bounded_sum(all, u64::from(max), u64::from(max.saturating_sub(min)));
        if question.blank_allowed {
            shape.allow_blank();
        }
        shape
    }

    /// Requires `total - room <= sum of terms <= total`, by slack bits that fill up to `total`.
    fn bounded_sum(&mut self, mut terms: Vec<(usize, u64)>, total: u64, room: u64) {
        let mut slack: Vec<(usize, u64)> = range_weights(room)
            .into_iter()
            .map(|weight| {
                self.bits += 1;
                (self.bits - 1, weight)
            })
            .collect();
        terms.extend(&slack);
        slack.sort_by_key(|&(_, weight)| std::cmp::Reverse(weight));
        self.slack.push(slack);
        self.equations.push(Equation { terms, total });
    }

    /// One more bit whose coefficient in each equation is that equation's total: set, it forces
    /// every other bit to zero.
    fn allow_blank(&mut self) {
        let bit = self.bits;
        self.bits += 1;
        for equation in &mut self.equations {
            equation.terms.push((bit, equation.total));
        }
        self.targets.push(Target {
            option: None,
            terms: vec![(bit, 1)],
        });
        self.blank = Some(bit);
    }

    /// Sets the slack bits so that every equation holds, greatest weight first: equal choices
    /// have one encoding.
    pub(super) fn fill_slack(&self, bits: &mut [bool]) {
        for (equation, slack) in self.equations.iter().zip(&self.slack) {
            let sum: u64 = equation
                .terms
                .iter()
                .filter(|(bit, _)| bits[*bit])
                .map(|(_, c)| c)
                .sum();
            let mut missing = equation.total.saturating_sub(sum);
            for &(bit, weight) in slack {
                if weight <= missing {
                    bits[bit] = true;
                    missing -= weight;
                }
            }
        }
    }

    /// Whether an assignment satisfies every equation.
    pub fn satisfied(&self, bits: &[bool]) -> bool {
        bits.len() == self.bits
            && self.equations.iter().all(|e| {
                e.terms
                    .iter()
                    .filter(|(bit, _)| bits[*bit])
                    .map(|(_, c)| c)
                    .sum::<u64>()
                    == e.total
            })
    }
}

/// Weights 1, 2, 4, ... and a last one that makes the total exactly `n`: their subsets give every
/// value in `0..=n` and none outside.
fn range_weights(n: u64) -> Vec<u64> {
    let mut weights = Vec::new();
    let mut left = n;
    let mut next = 1;
    while left > 0 {
        let weight = next.min(left);
        weights.push(weight);
        left -= weight;
        next *= 2;
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::super::{Answer, Choices};
    use super::*;
    use crate::ballot::forgeries::consultation;

    #[test]
    fn weights_reach_every_value_and_no_other() {
        for n in 0..70 {
            let weights = range_weights(n);
            let reached: std::collections::BTreeSet<u64> = (0..1u32 << weights.len())
                .map(|set| {
                    (0..weights.len())
                        .filter(|i| set >> i & 1 == 1)
                        .map(|i| weights[i])
                        .sum()
                })
                .collect();
            assert_eq!(reached, (0..=n).collect());
        }
    }

    /// Over all assignments of a small question: the equations accept exactly the projections
    /// that the rule in words accepts.
    #[test]
    fn equations_say_exactly_what_the_rule_says() {
        for (options, min, max, blank) in [
            (4, 2, 3, true),
            (4, 1, 1, true),
            (3, 1, 3, false),
            (5, 2, 2, false),
            (4, 1, 4, true),
        ] {
            let c = consultation(options, min, max, blank);
            let shape = Shape::of(&c.questions[0]);
            for set in 0..1u32 << shape.bits {
                let bits: Vec<bool> = (0..shape.bits).map(|i| set >> i & 1 == 1).collect();
                if !shape.satisfied(&bits) {
                    continue;
                }
                let chosen = bits[..options].iter().filter(|b| **b).count();
                let is_blank = shape.blank.is_some_and(|b| bits[b]);
                assert!(if is_blank {
                    chosen == 0
                } else {
                    (min as usize..=max as usize).contains(&chosen)
                });
            }
            // And every allowed answer has its encoding.
            for set in 0..1usize << options {
                let chosen: Vec<usize> = (0..options).filter(|i| set >> i & 1 == 1).collect();
                let allowed = (min as usize..=max as usize).contains(&chosen.len());
                let choices = Choices::new(&c, &[Answer::Options(chosen)]);
                assert_eq!(choices.is_ok(), allowed);
                if let Ok(choices) = choices {
                    assert!(choices.bits().all(|bits| shape.satisfied(bits)));
                }
            }
            assert_eq!(Choices::new(&c, &[Answer::Blank]).is_ok(), blank);
        }
    }
}

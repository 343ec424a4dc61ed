//! A method as bits and linear equations over them: the only thing that differs between methods.
//!
//! Invariant: an assignment of bits satisfies all equations exactly if it encodes an allowed
//! answer. Coefficients are never negative, and sums stay far below the order of the group.
//!
//! | method | bits, in this order | equations |
//! |---|---|---|
//! | single | options | sum = 1 |
//! | approval | options | sum + slack = max |
//! | with a cap | options | costs + slack = cap, in the greatest common unit |
//! | points | the values of the options | sum + slack = total |
//! | score | the values of the options | none; where blank is allowed, sum + slack = all |
//! | priority | ranks, in each the options | rank (+ slack) = 1; option (+ slack) = 1; with empty ranks, all + slack = ranks |
//!
//! Slack bits follow in the order of the equations; the bit of a blank answer is the last. Its
//! coefficient in each equation is the equation's total, so that it forces every other to zero.

mod possible;
mod range;

use crate::consultation::{Cents, Method, Question};
use range::{range_weights, set_greedily};
use std::ops::Range;

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
    /// The option's place in the question, or `None` for blank answers.
    pub option: Option<usize>,
    /// The rank, from 0, where ranks are counted one by one.
    pub rank: Option<usize>,
    /// What one of these is worth in the option's total: a rank's points, or else 1.
    pub points: u64,
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
    /// What is counted: the options in order (rank by rank where there are ranks), then blank
    /// where allowed.
    pub targets: Vec<Target>,
    /// The bit that stands for a blank answer.
    pub blank: Option<usize>,
    /// The bits of each value: of an option, or of a rank and option, rank by rank. `(bit, weight)`.
    pub(super) values: Vec<Vec<(usize, u64)>>,
    /// Slack bits of each equation, `(bit, weight)`.
    pub(super) slack: Vec<Vec<(usize, u64)>>,
    /// The equations that say how much must be given at least (options, points, ranks).
    pub(super) lead: Range<usize>,
    /// The equation that limits the money.
    pub(super) money: Option<Money>,
}

/// A limit of money as an equation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Money {
    /// Which equation.
    pub equation: usize,
    /// What a coefficient of 1 stands for.
    pub unit: Cents,
    /// What of the cap is smaller than the unit: nothing costs so little.
    pub rest: Cents,
}

impl Shape {
    /// The shape of a question.
    pub fn of(question: &Question) -> Self {
        let mut shape = Self {
            bits: 0,
            equations: Vec::new(),
            targets: Vec::new(),
            blank: None,
            values: Vec::new(),
            slack: Vec::new(),
            lead: 0..0,
            money: None,
        };
        let options = question.options.len();
        match &question.method {
            Method::Single => shape.approval(options, 1, 1),
            Method::Approval {
                min,
                max,
                spend_cap,
            } => {
                shape.approval(options, u64::from(*min), u64::from(*max));
                if let Some(cap) = spend_cap {
                    let costs: Vec<u64> = (question.options.iter())
                        .map(|o| o.cost.unwrap_or_default().0)
                        .collect();
                    shape.spend_cap(&costs, *cap);
                }
            }
            Method::Points {
                total,
                max_each,
                all,
            } => {
                let total = u64::from(*total);
                let terms = shape.amounts(options, u64::from(*max_each));
                shape.lead = 0..1;
                shape.bounded_sum(terms, total, if *all { 0 } else { total.saturating_sub(1) });
            }
            Method::Score { max } => {
                let max = u64::from(*max);
                let terms = shape.amounts(options, max);
                if question.blank_allowed {
                    let all = max.saturating_mul(options as u64);
                    shape.bounded_sum(terms, all, all);
                }
            }
            Method::Priority { weights, partial } => shape.ranks(options, weights, *partial),
        }
        if question.blank_allowed {
            shape.allow_blank();
        }
        shape
    }

    fn approval(&mut self, options: usize, min: u64, max: u64) {
        let terms = self.amounts(options, 1);
        self.lead = 0..1;
        self.bounded_sum(terms, max, max.saturating_sub(min));
    }

    /// One value from 0 to `greatest` for each option, each a target; gives the terms of their sum.
    fn amounts(&mut self, options: usize, greatest: u64) -> Vec<(usize, u64)> {
        let mut terms = Vec::new();
        for option in 0..options {
            let bits = self.new_bits(greatest);
            terms.extend(&bits);
            self.targets.push(Target {
                option: Some(option),
                rank: None,
                points: 1,
                terms: bits.clone(),
            });
            self.values.push(bits);
        }
        terms
    }

    /// Costs together at most the cap. In the greatest common unit of the costs the numbers are
    /// small; a cap that nobody can reach needs no equation.
    fn spend_cap(&mut self, costs: &[u64], cap: Cents) {
        let unit = costs.iter().copied().fold(0, gcd).max(1);
        let cap_units = cap.0 / unit;
        let terms: Vec<(usize, u64)> = costs.iter().map(|c| c / unit).enumerate().collect();
        if terms
            .iter()
            .fold(0u64, |sum, (_, c)| sum.saturating_add(*c))
            <= cap_units
        {
            return;
        }
        let terms = terms.into_iter().filter(|(_, c)| *c > 0).collect();
        self.money = Some(Money {
            equation: self.equations.len(),
            unit: Cents(unit),
            rest: Cents(cap.0 % unit),
        });
        self.bounded_sum(terms, cap_units, cap_units);
    }

    /// A bit for each rank and option: no option at two ranks, no two options at one.
    fn ranks(&mut self, options: usize, weights: &[u32], partial: bool) {
        let ranks = weights.len();
        let bit = |rank: usize, option: usize| rank * options + option;
        self.bits = ranks * options;
        self.values = (0..self.bits).map(|bit| vec![(bit, 1)]).collect();
        for option in 0..options {
            for (rank, weight) in weights.iter().enumerate() {
                self.targets.push(Target {
                    option: Some(option),
                    rank: Some(rank),
                    points: u64::from(*weight),
                    terms: vec![(bit(rank, option), 1)],
                });
            }
        }
        for rank in 0..ranks {
            let terms = (0..options).map(|option| (bit(rank, option), 1)).collect();
            self.bounded_sum(terms, 1, u64::from(partial));
        }
        // Where every option has its rank, no option is free to be without one.
        let free = u64::from(partial || ranks < options);
        for option in 0..options {
            let terms = (0..ranks).map(|rank| (bit(rank, option), 1)).collect();
            self.bounded_sum(terms, 1, free);
        }
        self.lead = 0..ranks;
        // An answer without any rank would be a blank one that nobody asked for.
        if partial {
            self.lead = self.equations.len()..self.equations.len() + 1;
            let terms = (0..ranks * options).map(|bit| (bit, 1)).collect();
            let most = ranks as u64;
            self.bounded_sum(terms, most, most.saturating_sub(1));
        }
    }

    fn new_bits(&mut self, greatest: u64) -> Vec<(usize, u64)> {
        let first = self.bits;
        let weights = range_weights(greatest);
        self.bits += weights.len();
        (first..).zip(weights).collect()
    }

    /// Requires `total - room <= sum of terms <= total`, by slack bits that fill up to `total`.
    fn bounded_sum(&mut self, mut terms: Vec<(usize, u64)>, total: u64, room: u64) {
        let slack = self.new_bits(room);
        terms.extend(&slack);
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
            rank: None,
            points: 1,
            terms: vec![(bit, 1)],
        });
        self.blank = Some(bit);
    }

    /// Sets the bits of a value, greatest weight first: equal choices have one encoding.
    pub(super) fn set_value(&self, bits: &mut [bool], value: usize, amount: u64) {
        if let Some(of_value) = self.values.get(value) {
            set_greedily(of_value, amount, bits);
        }
    }

    /// Sets the slack bits so that every equation holds, greatest weight first.
    pub(super) fn fill_slack(&self, bits: &mut [bool]) {
        for (equation, slack) in self.equations.iter().zip(&self.slack) {
            let missing = equation.total.saturating_sub(equation.sum(bits));
            set_greedily(slack, missing, bits);
        }
    }

    /// Whether an assignment satisfies every equation.
    pub fn satisfied(&self, bits: &[bool]) -> bool {
        bits.len() == self.bits && self.equations.iter().all(|e| e.sum(bits) == e.total)
    }
}

impl Equation {
    /// The left-hand side.
    pub(super) fn sum(&self, bits: &[bool]) -> u64 {
        let set = self.terms.iter().filter(|(bit, _)| bits[*bit]);
        set.map(|(_, coefficient)| coefficient).sum()
    }
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests;

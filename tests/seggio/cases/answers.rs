//! Random answers that the methods allow, and what they add up to.

use seggio::ballot::Answer;
use seggio::consultation::{Consultation, Method, Question};
use std::collections::BTreeMap;

/// The same numbers in every run (xorshift64).
pub struct Random(pub u64);

impl Random {
    /// From 0 to `below`, without it.
    fn number(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % below.max(1)
    }

    fn between(&mut self, from: u32, to: u32) -> u32 {
        from + u32::try_from(self.number((to - from + 1) as usize)).unwrap()
    }

    fn shuffled(&mut self, count: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            let other = self.number(last + 1);
            all.swap(last, other);
        }
        all
    }

    /// An answer to every question.
    pub fn answers(&mut self, consultation: &Consultation) -> Vec<Answer> {
        let questions = consultation.questions.iter();
        questions.map(|q| self.answer(q)).collect()
    }

    fn answer(&mut self, question: &Question) -> Answer {
        let options = question.options.len();
        if question.blank_allowed && self.number(6) == 0 {
            return Answer::Blank;
        }
        match &question.method {
            Method::Single => Answer::Options(vec![self.number(options)]),
            Method::Approval {
                min,
                max,
                spend_cap,
            } => {
                let count = self.between(*min, *max) as usize;
                let mut chosen = self.shuffled(options);
                chosen.truncate(count);
                let cost = |chosen: &[usize]| -> u64 {
                    let costs = chosen.iter().map(|o| question.options[*o].cost);
                    costs.map(|c| c.unwrap_or_default().0).sum()
                };
                while spend_cap.is_some_and(|cap| cost(&chosen) > cap.0) {
                    chosen.pop();
                }
                Answer::Options(chosen)
            }
            Method::Points {
                total,
                max_each,
                all,
            } => {
                let mut left = if *all {
                    *total
                } else {
                    self.between(1, *total)
                };
                let mut values = vec![0; options];
                while left > 0 {
                    let option = self.number(options);
                    if values[option] < *max_each {
                        values[option] += 1;
                        left -= 1;
                    }
                }
                Answer::Values(values)
            }
            Method::Score { max } => {
                Answer::Values((0..options).map(|_| self.between(0, *max)).collect())
            }
            Method::Priority { weights, partial } => {
                let mut ranks: Vec<Option<usize>> =
                    self.shuffled(options).into_iter().map(Some).collect();
                ranks.truncate(weights.len());
                // Some ranks stay empty, the last one filled is any.
                for _ in 1..weights.len() {
                    if *partial && self.number(3) == 0 && ranks.iter().flatten().count() > 1 {
                        let rank = self.number(weights.len());
                        ranks[rank] = None;
                    }
                }
                Answer::Ranks(ranks)
            }
        }
    }
}

/// By question and option (none: blank): the total, and how often at each rank.
type Sums = BTreeMap<(String, Option<String>), (u64, BTreeMap<usize, u64>)>;

/// What some ballots add up to, counted from their answers.
#[derive(Default)]
pub struct Expected {
    pub ballots: u64,
    pub totals: Sums,
}

impl Expected {
    pub fn add(&mut self, consultation: &Consultation, answers: &[Answer]) {
        self.ballots += 1;
        for (question, answer) in consultation.questions.iter().zip(answers) {
            let mut add = |option: Option<usize>, points: u64, rank: Option<usize>| {
                let option = option.map(|o| question.options[o].id.clone());
                let (sum, ranks) = self
                    .totals
                    .entry((question.id.clone(), option))
                    .or_default();
                *sum += points;
                if let Some(rank) = rank {
                    *ranks.entry(rank).or_default() += 1;
                }
            };
            match (answer, &question.method) {
                (Answer::Blank, _) => add(None, 1, None),
                (Answer::Options(chosen), _) => chosen.iter().for_each(|o| add(Some(*o), 1, None)),
                (Answer::Values(values), _) => {
                    for (option, points) in values.iter().enumerate() {
                        add(Some(option), u64::from(*points), None);
                    }
                }
                (Answer::Ranks(ranks), Method::Priority { weights, .. }) => {
                    for (rank, option) in ranks.iter().enumerate() {
                        if let Some(option) = option {
                            add(Some(*option), u64::from(weights[rank]), Some(rank));
                        }
                    }
                }
                (Answer::Ranks(_), _) => panic!("ranks are of priorities"),
            }
        }
    }

    pub fn join(&mut self, other: &Self) {
        self.ballots += other.ballots;
        for (key, (sum, ranks)) in &other.totals {
            let (mine, of_ranks) = self.totals.entry(key.clone()).or_default();
            *mine += sum;
            for (rank, count) in ranks {
                *of_ranks.entry(*rank).or_default() += count;
            }
        }
    }
}

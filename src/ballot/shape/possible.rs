//! Whether totals can come from ballots of this shape.
//!
//! Invariant: the totals of any number of allowed ballots are possible. (Not every total that is
//! possible here has ballots that give it: the proofs say that.)

use super::{Equation, Shape, Target};

impl Equation {
    /// What one unit of a weighted bit adds to the left-hand side.
    pub(in crate::ballot) fn price(&self, bits: &[(usize, u64)]) -> u64 {
        let Some((bit, weight)) = bits.first() else {
            return 0;
        };
        let term = self.terms.iter().find(|(b, _)| b == bit);
        term.map_or(0, |(_, coefficient)| coefficient / weight)
    }
}

impl Shape {
    /// Checks amounts, one for each target, against so many ballots; the error says what cannot be.
    pub fn possible(&self, amounts: &[u64], ballots: u64) -> Result<(), String> {
        if amounts.len() != self.targets.len() {
            return Err(format!(
                "{} totals, expected {}",
                amounts.len(),
                self.targets.len()
            ));
        }
        let all = || self.targets.iter().zip(amounts);
        let blank = all()
            .find(|(t, _)| t.option.is_none())
            .map_or(0, |(_, n)| *n);
        let answered = ballots
            .checked_sub(blank)
            .ok_or_else(|| format!("{blank} blank answers in {ballots} ballots"))?;
        let options = || all().filter(|(t, _)| t.option.is_some());
        if let Some((target, amount)) = options()
            .find(|(t, n)| u128::from(**n) > u128::from(t.greatest()) * u128::from(answered))
        {
            let place = target.option.unwrap_or(0) + 1;
            return Err(format!(
                "option {place} has {amount} from {answered} answers"
            ));
        }
        for (equation, slack) in self.equations.iter().zip(&self.slack) {
            let sum: u128 = options()
                .map(|(t, n): (&Target, &u64)| {
                    u128::from(equation.price(&t.terms)) * u128::from(*n)
                })
                .sum();
            let room: u64 = slack.iter().map(|(_, weight)| weight).sum();
            let most = u128::from(equation.total) * u128::from(answered);
            let least = u128::from(equation.total.saturating_sub(room)) * u128::from(answered);
            if !(least..=most).contains(&sum) {
                return Err(format!("{sum} given, where {least} to {most} are possible"));
            }
        }
        Ok(())
    }
}

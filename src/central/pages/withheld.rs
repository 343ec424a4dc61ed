//! Small counts are not published: who knows that one neighbour of a hamlet voted on a Tuesday should
//! not learn more from a table, nor from the difference of yesterday's table and today's.
//!
//! How small is too small is the consultation's `minimum_ballots`, here "the least": a count of 1 or
//! more below it is small.
//!
//! **While somebody may still come** every count is rounded down to a multiple of the least, its
//! floor: `40` stands for 40 to 49. So two days' pages differ by multiples of the least, and nobody
//! and somebody look the same. Nothing says when this ends but the registry's order to destroy the
//! links: until then a stick that was forgotten may bring people, after it the server takes none.
//!
//! **Then**, beside the exact total, which the count has told anyway:
//!
//! 1. A table without small counts is exact.
//! 2. A table with one stays at its floors, all of it. What was published before is not undone: an
//!    exact neighbour of a withheld number would tell it by subtraction from the total.
//! 3. Also a table that would tell the small count just by not being exact stays so: where one row
//!    alone is below the least and one person alone is missing from the floors, or the least is 2.
//! 4. Where every count is the last number before the next multiple, floors and total leave one
//!    possibility, and the table is not shown.
//! 5. A total above 0 and below the least is withheld, and with it every table.
//!
//! What the tests prove: whoever knows this rule, the floors of every day, the exact total and the
//! table that is shown at the end still finds at least two values possible for every small count.
//!
//! What is not promised: floors beside an exact number tell bounds, and the board's size is public and
//! exact all the time. Where 52 people voted, 40 to 49 of them in the one large area, at least 3 came
//! from the small ones. And in the case of rule 4 who kept the floors knows every count: with a least
//! of 10 and three rows that is one table in a thousand.

/// A count as it is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// The count.
    Count(u64),
    /// Rounded down: the count is one of these.
    Between {
        /// A multiple of the least.
        from: u64,
        /// The last number before the next multiple.
        to: u64,
    },
    /// Above 0 and too small.
    Withheld,
}

/// By which rule counts are published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// No figure speaks of fewer people; at least 1, with which all is shown.
    pub least: u64,
    /// Whether nobody can come any more.
    pub last: bool,
}

impl Rule {
    /// A count that stands alone.
    pub fn alone(self, count: u64) -> Shown {
        if !self.last {
            return self.rounded(count);
        }
        if self.is_small(count) {
            Shown::Withheld
        } else {
            Shown::Count(count)
        }
    }

    /// The counts of a table whose total stands above it; `None` if the table is not shown. Rows in
    /// which somebody may be are there, also those in which nobody is.
    pub fn table(self, counts: &[u64]) -> Option<Vec<Shown>> {
        let total: u64 = counts.iter().sum();
        // While somebody may come, no table looks like a table with nobody.
        if self.is_small(total) || (!self.last && total < self.least) {
            return None;
        }
        let exact = self.last && !self.is_told_by_exactness(counts);
        if exact && !counts.iter().any(|n| self.is_small(*n)) {
            return Some(counts.iter().map(|n| Shown::Count(*n)).collect());
        }
        if self.last && self.is_told_by_floors(counts) {
            return None;
        }
        Some(counts.iter().map(|n| self.rounded(*n)).collect())
    }

    fn is_small(self, count: u64) -> bool {
        (1..self.least).contains(&count)
    }

    fn rounded(self, count: u64) -> Shown {
        match self.least {
            0 | 1 => Shown::Count(count),
            least => {
                let from = count - count % least;
                let to = from + (least - 1);
                Shown::Between { from, to }
            }
        }
    }

    /// What rounding takes off all counts together.
    fn taken_off(self, counts: &[u64]) -> u64 {
        counts.iter().map(|n| n % self.least.max(1)).sum()
    }

    /// Whether the exact total leaves one possibility beside the floors, with small counts.
    fn is_told_by_floors(self, counts: &[u64]) -> bool {
        let most = self.least.saturating_sub(1) * counts.len() as u64;
        self.taken_off(counts) == most
    }

    /// Whether beside these floors and this total "some count is small" would say which and how small.
    /// It depends on nothing else, so that such tables look the same with a small count and without.
    fn is_told_by_exactness(self, counts: &[u64]) -> bool {
        let low = counts.iter().filter(|n| **n < self.least).count();
        let off = self.taken_off(counts);
        low == 1 && (off == 1 || (off > 0 && self.least == 2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn n(count: u64) -> Shown {
        Shown::Count(count)
    }

    fn between(from: u64, to: u64) -> Shown {
        Shown::Between { from, to }
    }

    fn last(least: u64) -> Rule {
        Rule { least, last: true }
    }

    fn voting(least: u64) -> Rule {
        Rule { least, last: false }
    }

    #[test]
    fn while_somebody_may_come_every_number_is_rounded_down() {
        let rule = voting(10);
        for (count, rounded) in [(0, (0, 9)), (9, (0, 9)), (10, (10, 19)), (47, (40, 49))] {
            assert_eq!(rule.alone(count), between(rounded.0, rounded.1));
        }
        // Nobody and somebody look the same.
        let table = rule.table(&[40, 3, 0]).unwrap();
        assert_eq!(table, [between(40, 49), between(0, 9), between(0, 9)]);
        for few in [[0, 0], [1, 0], [4, 5]] {
            assert_eq!(rule.table(&few), None, "too few for any table");
        }
        // Where one person may be a figure, all is shown.
        assert_eq!(voting(1).table(&[2, 1]), Some(vec![n(2), n(1)]));
    }

    #[test]
    fn at_the_end_a_table_with_a_small_count_stays_at_its_floors() {
        let ten = last(10);
        let floors = [
            between(10, 19),
            between(10, 19),
            between(0, 9),
            between(90, 99),
        ];
        // Withheld one by one, 10, 10 and 1 beside 90 of 111 could only be these.
        assert_eq!(ten.table(&[10, 10, 1, 90]), Some(floors.to_vec()));
        assert_eq!(voting(10).table(&[10, 10, 1, 90]), Some(floors.to_vec()));
        // The other table with these floors and this total, but for the row of the one.
        assert_eq!(ten.table(&[10, 11, 0, 90]), Some(floors.to_vec()));
        let none = [10, 12, 0, 90];
        assert_eq!(
            ten.table(&none),
            Some(none.map(n).to_vec()),
            "nobody is no secret"
        );
        assert_eq!(ten.table(&[0, 0]), Some(vec![n(0), n(0)]));
        assert_eq!(last(1).table(&[2, 1]), Some(vec![n(2), n(1)]));
    }

    #[test]
    fn where_floors_and_total_leave_one_possibility_there_is_no_table() {
        // 40 and 0 of 58: 49 and 9, and nothing else.
        assert_eq!(last(10).table(&[49, 9]), None);
        assert!(last(10).table(&[48, 9]).is_some());
        assert_eq!(last(10).table(&[49, 19]), Some(vec![n(49), n(19)]));
        assert_eq!(last(10).table(&[3, 5]), None, "too few for any table");
    }

    /// Every table with this total whose floors are these, which the pages of earlier days told, and
    /// that looks like this one.
    fn alike(rule: Rule, counts: &[u64]) -> Vec<Vec<u64>> {
        let (looks, total) = (rule.table(counts), counts.iter().sum::<u64>());
        let floors: Vec<u64> = counts.iter().map(|n| n - n % rule.least).collect();
        let mut all = Vec::new();
        let mut rests = vec![0; counts.len()];
        fill(&mut rests, 0, rule.least, &mut |rests| {
            let table: Vec<u64> = floors.iter().zip(rests).map(|(f, rest)| f + rest).collect();
            if table.iter().sum::<u64>() == total && rule.table(&table) == looks {
                all.push(table);
            }
        });
        all
    }

    fn fill(rests: &mut Vec<u64>, at: usize, least: u64, found: &mut dyn FnMut(&[u64])) {
        if at == rests.len() {
            return found(rests);
        }
        for rest in 0..least {
            rests[at] = rest;
            fill(rests, at + 1, least, found);
        }
    }

    /// The one case in which the pages of earlier days and the total tell everything.
    fn all_at_the_top(least: u64, counts: &[u64]) -> bool {
        counts.iter().all(|n| n % least == least - 1)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1024))]

        /// Whoever knows the rule, the floors of earlier days, the exact total and the table, at the
        /// end or before it, cannot tell any small count.
        #[test]
        fn no_small_count_can_be_derived(
            least in 2u64..6,
            at_the_end: bool,
            counts in prop::collection::vec(prop_oneof![0u64..3, 0u64..9, 3u64..14], 2..5)
        ) {
            let rule = Rule { least, last: at_the_end };
            let total: u64 = counts.iter().sum();
            prop_assume!(total >= least && !all_at_the_top(least, &counts));
            let possible = alike(rule, &counts);
            for (i, count) in counts.iter().enumerate() {
                if rule.is_small(*count) {
                    let other = possible.iter().any(|t| t[i] != *count);
                    prop_assert!(other, "row {i} of {counts:?}");
                }
            }
        }

        #[test]
        fn what_is_shown_is_true_and_never_small(
            least in 1u64..20,
            at_the_end: bool,
            counts in prop::collection::vec(0u64..40, 0..12)
        ) {
            let rule = Rule { least, last: at_the_end };
            let shown = rule.table(&counts);
            for (shown, count) in shown.iter().flatten().zip(&counts) {
                match shown {
                    Shown::Count(n) => {
                        prop_assert_eq!(n, count);
                        prop_assert!(*n == 0 || *n >= least);
                    }
                    Shown::Between { from, to } => {
                        prop_assert!((from..=to).contains(&count));
                        prop_assert_eq!((from % least, to - from), (0, least - 1));
                    }
                    Shown::Withheld => prop_assert!(false, "a table withholds no single count"),
                }
            }
            // A table is exact or rounded, never both.
            let exact = shown.iter().flatten().filter(|c| matches!(c, Shown::Count(_))).count();
            prop_assert!(exact == 0 || exact == counts.len());
        }

        /// What the pages before the end told of a table is all that a rounded one tells at the end.
        #[test]
        fn a_rounded_table_is_the_same_before_the_end_and_at_it(
            least in 2u64..20,
            counts in prop::collection::vec(0u64..40, 1..12)
        ) {
            let (before, end) = (voting(least).table(&counts), last(least).table(&counts));
            let rounded = end.iter().flatten().any(|c| matches!(c, Shown::Between { .. }));
            prop_assert!(!rounded || end == before);
            let small = counts.iter().any(|n| last(least).is_small(*n));
            prop_assert!(!small || end.is_none() || rounded);
        }

        /// Who keeps yesterday's page subtracts multiples of the least from each other, whatever
        /// came in between, and what is shown is true.
        #[test]
        fn two_days_differ_by_whole_groups(
            least in 2u64..20,
            days in prop::collection::vec(prop::collection::vec(0u64..30, 3), 2..6)
        ) {
            let rule = voting(least);
            let mut counts = vec![0; 3];
            let mut before: Option<Vec<u64>> = None;
            for day in &days {
                for (count, came) in counts.iter_mut().zip(day) {
                    *count += came;
                }
                let mut all = counts.clone();
                all.push(counts.iter().sum());
                let mut floors = Vec::new();
                for count in &all {
                    let Shown::Between { from, to } = rule.alone(*count) else {
                        return Err(TestCaseError::fail("an exact number"));
                    };
                    prop_assert!((from..=to).contains(count));
                    floors.push(from);
                }
                let table = rule.table(&counts).unwrap_or_default();
                for (cell, floor) in table.iter().zip(&floors) {
                    prop_assert_eq!(*cell, between(*floor, floor + least - 1));
                }
                for (old, new) in before.iter().flatten().zip(&floors) {
                    prop_assert_eq!((new - old) % least, 0);
                }
                before = Some(floors);
            }
        }

        /// Beside the rounded total at least two counts are possible in every row, but where each
        /// row is one short of the next multiple.
        #[test]
        fn remainders_cannot_be_added_up(
            least in 2u64..6,
            counts in prop::collection::vec(0u64..14, 2..4)
        ) {
            prop_assume!(!all_at_the_top(least, &counts));
            let rule = voting(least);
            let total = rule.alone(counts.iter().sum());
            let of = |n: u64| n - n % least;
            for row in 0..counts.len() {
                let mut possible = BTreeSet::new();
                let mut rests = vec![0; counts.len()];
                fill(&mut rests, 0, least, &mut |rests| {
                    let table: Vec<u64> =
                        counts.iter().zip(rests).map(|(n, rest)| of(*n) + rest).collect();
                    if rule.alone(table.iter().sum()) == total {
                        possible.insert(table[row]);
                    }
                });
                prop_assert!(possible.len() > 1, "row {row} of {counts:?}");
            }
        }
    }
}

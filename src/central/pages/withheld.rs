//! Small counts are not published: who knows that one neighbour of a hamlet voted on a Tuesday must
//! not learn more from a table, nor from the difference of yesterday's table and today's.
//!
//! How small is too small is the consultation's `minimum_ballots`, here "the least": no figure speaks
//! of fewer people, as no total of the count does.
//!
//! **While votes still come in** every count is rounded down to a multiple of the least: `40` stands
//! for 40 to 49. So two days' pages differ by multiples of the least, and a difference tells that a
//! group of at least so many is complete, not who joined it when. A count below the least looks like
//! none. The total and the days are rounded too: beside an exact total the remainders that were taken
//! off could be added up, and on a day with one voter the row that changed would say where they live.
//!
//! **After the count** nothing comes any more, and no later page can be compared. Then the rule, for
//! a table whose total is public:
//!
//! 1. A count above 0 and below the least is withheld; 0 tells nobody's vote and is shown.
//! 2. What is withheld could be had by subtraction from the total. So the smallest of the other
//!    counts are withheld too, equal ones together, until two that differ are, and together they are
//!    at least the least more people than they are counts.
//! 3. If no count above 0 is left, the table is not shown at all, zeros and all.
//! 4. A total above 0 and below the least is withheld, and with it every table.
//!
//! Every withheld count looks the same, whether it is small or hides a small one. All tables of the
//! turnout have the same total and one dimension each. The property that the test proves: whoever
//! knows this rule and sees the table still finds at least two values possible for every small count.
//! It holds because the rule looks at values, never at rows: two withheld counts that differ
//! could as well be in each other's rows, and the table would look the same.

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
    /// Too small, or it would tell another that is.
    Withheld,
}

/// By which rule counts are published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// No figure speaks of fewer people; at least 1, with which all is shown.
    pub least: u64,
    /// Whether nothing comes any more.
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

    /// The counts of a table whose total stands above it; `None` if the table is not shown.
    pub fn table(self, counts: &[u64]) -> Option<Vec<Shown>> {
        let total: u64 = counts.iter().sum();
        if self.is_small(total) {
            return None;
        }
        if self.last {
            self.withheld(counts)
        } else {
            Some(counts.iter().map(|n| self.rounded(*n)).collect())
        }
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

    fn withheld(self, counts: &[u64]) -> Option<Vec<Shown>> {
        let mut withheld: Vec<bool> = counts.iter().map(|n| self.is_small(*n)).collect();
        if !withheld.contains(&true) {
            return Some(counts.iter().map(|n| Shown::Count(*n)).collect());
        }
        loop {
            let cells = || counts.iter().zip(&withheld);
            let hidden: Vec<u64> = cells().filter(|(_, w)| **w).map(|(n, _)| *n).collect();
            let shown = cells().filter(|(n, w)| **n > 0 && !**w).map(|(n, _)| *n);
            let next = shown.min()?;
            let differ = hidden.iter().min() < hidden.iter().max();
            if differ && hidden.iter().sum::<u64>() >= hidden.len() as u64 + self.least {
                break;
            }
            for (count, withheld) in counts.iter().zip(&mut withheld) {
                *withheld |= *count == next;
            }
        }
        let cells = counts.iter().zip(withheld);
        Some(
            cells
                .map(|(n, w)| if w { Shown::Withheld } else { Shown::Count(*n) })
                .collect(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const W: Shown = Shown::Withheld;

    fn n(count: u64) -> Shown {
        Shown::Count(count)
    }

    fn last(least: u64) -> Rule {
        Rule { least, last: true }
    }

    fn voting(least: u64) -> Rule {
        Rule { least, last: false }
    }

    /// After the count, with a least of 5.
    fn shown(counts: &[u64]) -> Option<Vec<Shown>> {
        last(5).table(counts)
    }

    #[test]
    fn while_votes_come_in_every_number_is_rounded_down() {
        let between = |from, to| Shown::Between { from, to };
        let rule = voting(10);
        for (count, rounded) in [(0, (0, 9)), (9, (0, 9)), (10, (10, 19)), (47, (40, 49))] {
            assert_eq!(rule.alone(count), between(rounded.0, rounded.1));
        }
        // Nobody and somebody look the same.
        let table = rule.table(&[40, 3, 0]).unwrap();
        assert_eq!(table, [between(40, 49), between(0, 9), between(0, 9)]);
        assert_eq!(rule.table(&[4, 5]), None, "too few for any table");
        // Where one person may be a figure, all is shown.
        assert_eq!(voting(1).table(&[2, 1]), Some(vec![n(2), n(1)]));
    }

    #[test]
    fn a_small_count_takes_the_next_one_with_it() {
        assert_eq!(shown(&[40, 3, 12, 90]), Some(vec![n(40), W, W, n(90)]));
        assert_eq!(shown(&[40, 3, 0, 90]), Some(vec![W, W, n(0), n(90)]));
        assert_eq!(shown(&[40, 12, 0]), Some(vec![n(40), n(12), n(0)]));
        assert_eq!(shown(&[]), Some(vec![]));
        assert_eq!(last(1).table(&[2, 1]), Some(vec![n(2), n(1)]));
    }

    #[test]
    fn equal_counts_go_together() {
        // With one 7 shown, the other two could only be 7 and 4.
        assert_eq!(shown(&[7, 7, 4]), None);
        assert_eq!(shown(&[7, 7, 4, 8]), Some(vec![W, W, W, n(8)]));
        // Two withheld fours beside a five could only be fours.
        assert_eq!(shown(&[4, 4, 5, 9]), Some(vec![W, W, W, n(9)]));
    }

    #[test]
    fn ones_among_themselves_are_no_secret_and_need_more() {
        // Five withheld people in five withheld rows would be one each.
        assert_eq!(
            shown(&[1, 1, 1, 1, 1, 30, 70]),
            Some(vec![W, W, W, W, W, W, n(70)])
        );
    }

    #[test]
    fn where_nothing_is_left_there_is_no_table() {
        for counts in [
            &[3][..],
            &[3, 100],
            &[1, 1, 1, 1, 1],
            &[0, 2, 0, 9],
            &[2, 2],
        ] {
            assert_eq!(shown(counts), None, "{counts:?}");
        }
    }

    /// Every table that has this total and looks like this one.
    fn alike(rule: Rule, counts: &[u64]) -> Vec<Vec<u64>> {
        let (looks, total) = (rule.table(counts), counts.iter().sum());
        let mut all = Vec::new();
        let mut table = vec![0; counts.len()];
        fill(&mut table, 0, total, &mut |t| {
            if rule.table(t) == looks {
                all.push(t.to_vec());
            }
        });
        all
    }

    fn fill(table: &mut Vec<u64>, at: usize, left: u64, found: &mut dyn FnMut(&[u64])) {
        if at + 1 == table.len() {
            table[at] = left;
            found(table);
            return;
        }
        for n in 0..=left {
            table[at] = n;
            fill(table, at + 1, left - n, found);
        }
    }

    proptest! {
        /// Whoever knows the rule and the total cannot tell any small count.
        #[test]
        fn no_small_count_can_be_derived(
            least in 2u64..6,
            counts in prop::collection::vec(prop_oneof![0u64..4, 0u64..9, 3u64..14], 2..5)
        ) {
            let rule = last(least);
            let total: u64 = counts.iter().sum();
            prop_assume!(total >= least);
            let possible = alike(rule, &counts);
            for (i, count) in counts.iter().enumerate() {
                if rule.is_small(*count) {
                    let other = possible.iter().any(|t| t[i] != *count);
                    prop_assert!(other, "row {i} of {counts:?}");
                }
            }
        }

        #[test]
        fn what_is_shown_at_the_end_is_true_and_never_small(
            least in 1u64..20,
            counts in prop::collection::vec(0u64..40, 0..12)
        ) {
            let shown = last(least).table(&counts);
            let whole = shown.as_deref().is_some_and(|t| !t.contains(&W));
            for (shown, count) in shown.into_iter().flatten().zip(&counts) {
                if let Shown::Count(n) = shown {
                    prop_assert_eq!(n, *count);
                    prop_assert!(n == 0 || n >= least);
                }
            }
            // Where nothing is withheld, the table adds up to its total.
            let total = counts.iter().sum();
            prop_assert!(!whole || last(least).alone(total) == n(total));
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
                    prop_assert_eq!(*cell, Shown::Between { from: *floor, to: floor + least - 1 });
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
            prop_assume!(counts.iter().any(|n| n % least != least - 1));
            let rule = voting(least);
            let total = rule.alone(counts.iter().sum());
            let of = |n: u64| n - n % least;
            for row in 0..counts.len() {
                let mut possible = std::collections::BTreeSet::new();
                let mut rests = vec![0; counts.len()];
                fill_rests(&mut rests, 0, least, &mut |rests| {
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

    fn fill_rests(rests: &mut Vec<u64>, at: usize, least: u64, found: &mut dyn FnMut(&[u64])) {
        if at == rests.len() {
            return found(rests);
        }
        for rest in 0..least {
            rests[at] = rest;
            fill_rests(rests, at + 1, least, found);
        }
    }
}

//! Small counts are not published: who knows that one neighbour of a hamlet voted on a Tuesday must
//! not learn more from a table.
//!
//! The rule, for a table whose total is public:
//!
//! 1. A count from 1 to 4 is withheld (below [`WITHHELD_BELOW`]); 0 tells nobody's vote and is shown.
//! 2. What is withheld could be had by subtraction from the total. So the smallest of the other
//!    counts are withheld too, equal ones together, until two that differ are, and together they are
//!    at least [`WITHHELD_BELOW`] more people than they are counts.
//! 3. If no count above 0 is left, the table is not shown at all, zeros and all.
//! 4. A total from 1 to 4 is withheld, and with it every table.
//!
//! Every withheld count looks the same, whether it is small or hides a small one. All tables of the
//! turnout have the same total and one dimension each. The property that the test proves: whoever
//! knows this rule and sees the table still finds at least two values possible for every count from
//! 1 to 4. It holds because the rule looks at values, never at rows: two withheld counts that differ
//! could as well be in each other's rows, and the table would look the same.

/// Counts above 0 and below this are withheld.
pub const WITHHELD_BELOW: u64 = 5;

/// A count as it is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// The count.
    Count(u64),
    /// Too small, or it would tell another that is.
    Withheld,
}

impl Shown {
    /// A count that stands alone.
    pub fn alone(count: u64) -> Self {
        if (1..WITHHELD_BELOW).contains(&count) {
            Self::Withheld
        } else {
            Self::Count(count)
        }
    }
}

/// The counts of a table whose total is public; `None` if the table is not shown.
pub fn shown(counts: &[u64]) -> Option<Vec<Shown>> {
    let total: u64 = counts.iter().sum();
    if Shown::alone(total) == Shown::Withheld {
        return None;
    }
    let small = |n: u64| (1..WITHHELD_BELOW).contains(&n);
    let mut withheld: Vec<bool> = counts.iter().map(|n| small(*n)).collect();
    if !withheld.contains(&true) {
        return Some(counts.iter().map(|n| Shown::Count(*n)).collect());
    }
    loop {
        let cells = || counts.iter().zip(&withheld);
        let hidden: Vec<u64> = cells().filter(|(_, w)| **w).map(|(n, _)| *n).collect();
        let shown = cells().filter(|(n, w)| **n > 0 && !**w).map(|(n, _)| *n);
        let next = shown.min()?;
        let differ = hidden.iter().min() < hidden.iter().max();
        if differ && hidden.iter().sum::<u64>() >= hidden.len() as u64 + WITHHELD_BELOW {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const W: Shown = Shown::Withheld;

    fn n(count: u64) -> Shown {
        Shown::Count(count)
    }

    #[test]
    fn a_small_count_takes_the_next_one_with_it() {
        assert_eq!(shown(&[40, 3, 12, 90]), Some(vec![n(40), W, W, n(90)]));
        assert_eq!(shown(&[40, 3, 0, 90]), Some(vec![W, W, n(0), n(90)]));
        assert_eq!(shown(&[40, 12, 0]), Some(vec![n(40), n(12), n(0)]));
        assert_eq!(shown(&[]), Some(vec![]));
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
    fn alike(counts: &[u64]) -> Vec<Vec<u64>> {
        let (looks, total) = (shown(counts), counts.iter().sum());
        let mut all = Vec::new();
        let mut table = vec![0; counts.len()];
        fill(&mut table, 0, total, &mut |t| {
            if shown(t) == looks {
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
            counts in prop::collection::vec(prop_oneof![0u64..4, 0u64..9, 3u64..14], 2..5)
        ) {
            let total: u64 = counts.iter().sum();
            prop_assume!(total >= WITHHELD_BELOW);
            let possible = alike(&counts);
            for (i, count) in counts.iter().enumerate() {
                if (1..WITHHELD_BELOW).contains(count) {
                    let other = possible.iter().any(|t| t[i] != *count);
                    prop_assert!(other, "row {i} of {counts:?}");
                }
            }
        }

        #[test]
        fn what_is_shown_is_true_and_never_small(
            counts in prop::collection::vec(0u64..40, 0..12)
        ) {
            for (shown, count) in shown(&counts).into_iter().flatten().zip(&counts) {
                if let Shown::Count(n) = shown {
                    prop_assert_eq!(n, *count);
                    prop_assert!(n == 0 || n >= WITHHELD_BELOW);
                }
            }
        }
    }
}

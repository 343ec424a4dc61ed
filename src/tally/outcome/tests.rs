//! The rule on small cases worked out by hand.

use super::*;
use crate::consultation::{NextDoesNotFit, Outcome, Ties, ZeroVotes};
use crate::envelope::Digest;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn rule(next_does_not_fit: NextDoesNotFit) -> Outcome {
    Outcome {
        next_does_not_fit,
        zero_votes: ZeroVotes::Skip,
        minimum_votes: 0,
        ties: Ties::ById,
    }
}

fn candidates(all: &[(&str, u64, u64)]) -> Vec<Candidate> {
    let of = |&(id, votes, cost): &(&str, u64, u64)| Candidate {
        id: id.into(),
        votes,
        cost,
    };
    all.iter().map(of).collect()
}

#[test]
fn skip_goes_on_and_stop_does_not() {
    let all = candidates(&[("a", 9, 6), ("b", 8, 5), ("c", 7, 4), ("d", 0, 0)]);
    let skip = fund(&all, 10, &rule(NextDoesNotFit::Skip), None);
    assert_eq!(
        (skip.funded, skip.spent),
        (vec!["a".into(), "c".into()], 10)
    );
    let stop = fund(&all, 10, &rule(NextDoesNotFit::Stop), None);
    assert_eq!((stop.funded, stop.spent), (vec!["a".to_owned()], 6));
}

#[test]
fn minimum_and_zero_votes() {
    let all = candidates(&[("a", 9, 6), ("b", 2, 1), ("c", 0, 1)]);
    let mut outcome = rule(NextDoesNotFit::Stop);
    outcome.minimum_votes = 3;
    assert_eq!(fund(&all, 10, &outcome, None).funded, ["a"]);
    outcome.minimum_votes = 0;
    outcome.zero_votes = ZeroVotes::Fund;
    assert_eq!(fund(&all, 10, &outcome, None).funded, ["a", "b", "c"]);
}

#[test]
fn a_tie_is_named_only_if_its_order_decides() {
    let tie = |next, total, all: &[(&str, u64, u64)]| {
        fund(&candidates(all), total, &rule(next), None).ties
    };
    let (skip, stop) = (NextDoesNotFit::Skip, NextDoesNotFit::Stop);
    let two = [("b", 5, 4), ("a", 5, 4)];
    assert!(tie(skip, 8, &two).is_empty(), "both fit");
    assert_eq!(tie(skip, 7, &two), [["a", "b"]]);
    assert_eq!(tie(stop, 7, &two), [["a", "b"]]);
    assert!(tie(stop, 3, &two).is_empty(), "none fits");
    let unequal = [("a", 5, 3), ("b", 5, 9)];
    assert!(tie(skip, 8, &unequal).is_empty(), "b never fits, a always");
    assert_eq!(tie(stop, 8, &unequal), [["a", "b"]], "b first would stop a");
}

fn drawn(value: &str) -> DrawnValue {
    DrawnValue::parse(value).unwrap()
}

fn by_lot(next: NextDoesNotFit) -> Outcome {
    let draw = "Lotto, ruota di Milano".into();
    Outcome {
        ties: Ties::Lot { draw },
        ..rule(next)
    }
}

#[test]
fn a_lot_waits_for_its_draw() {
    let all = candidates(&[("a", 5, 4), ("b", 5, 4), ("c", 5, 4)]);
    let outcome = by_lot(NextDoesNotFit::Skip);
    let waiting = fund(&all, 8, &outcome, None);
    assert!(waiting.undecided && waiting.draws.is_empty());
    assert!(waiting.funded.is_empty(), "nothing is told before the draw");
    let done = fund(&all, 8, &outcome, Some(&drawn("12 45 7 88 31")));
    assert!(!done.undecided);
    assert_eq!(done.ties, [["a", "b", "c"]]);
    assert_eq!(done.funded, done.draws[0].order[..2]);
}

/// The example of docs/formats.md: these hashes came from `sha256sum`, not from this program.
#[test]
fn the_worked_example_of_a_lot() {
    let hashes = [
        (
            "orto-sociale",
            "e2cc83bd4728083b7f5861a49d3daaae787b482f5a36494401bf698a542ecdbe",
        ),
        (
            "piazza-verde",
            "944d5526f320f7de355bf9d3453cb6c54516795f13ca46747bcef71094f13d6b",
        ),
        (
            "wifi-biblioteca",
            "fb1b37678811c238d35fc4a959614490f34c097d6459fb8e67504caf6aa6d150",
        ),
    ];
    let value = drawn("12 45 7 88 31");
    let docs = include_str!("../../../docs/formats.md");
    for (id, hash) in hashes {
        assert_eq!(value.place(id).hex(), hash);
        assert!(docs.contains(&format!("{hash}  {id}")), "{id} in the docs");
        if let Some(printed) = sha256sum(&format!("12 45 7 88 31|{id}")) {
            assert_eq!(printed, hash, "sha256sum of {id}");
        }
    }
    let all = candidates(&hashes.map(|(id, _)| (id, 5, 4)));
    let done = fund(&all, 8, &by_lot(NextDoesNotFit::Skip), Some(&value));
    assert_eq!(
        done.draws[0].order,
        ["piazza-verde", "orto-sociale", "wifi-biblioteca"]
    );
    assert_eq!(done.funded, done.draws[0].order[..2]);
}

/// What the command of the documentation prints, where there is one.
fn sha256sum(text: &str) -> Option<String> {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let mut child = Command::new("sha256sum")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(text.as_bytes()).ok()?;
    let printed = String::from_utf8(child.wait_with_output().ok()?.stdout).ok()?;
    printed.split_whitespace().next().map(str::to_owned)
}

#[test]
fn a_drawn_value_is_what_can_be_read_on_paper() {
    for (value, error) in [
        ("", LotError::Empty),
        ("12|45", LotError::Bar),
        ("12\t45", LotError::Control),
        ("12 45\n", LotError::Control),
        ("12\u{85}45", LotError::Control),
        (" 12", LotError::Space),
        ("12 ", LotError::Space),
        ("12\u{a0}", LotError::Space),
    ] {
        assert_eq!(DrawnValue::parse(value), Err(error), "{value:?}");
    }
    assert_eq!(
        drawn("ruota di Milano: 1-2-3").as_str(),
        "ruota di Milano: 1-2-3"
    );
}

/// The rule again, one step after the other, over candidates in their final order.
fn walk(
    order: &[&Candidate],
    mut left: u64,
    next: NextDoesNotFit,
) -> (BTreeSet<String>, u64, bool) {
    let mut funded = BTreeSet::new();
    for c in order {
        if c.cost <= left {
            left -= c.cost;
            funded.insert(c.id.clone());
        } else if next == NextDoesNotFit::Stop {
            return (funded, left, true);
        }
    }
    (funded, left, false)
}

fn permutations<T: Copy>(all: &[T]) -> Vec<Vec<T>> {
    if all.is_empty() {
        return vec![Vec::new()];
    }
    let mut found = Vec::new();
    for i in 0..all.len() {
        let mut rest = all.to_vec();
        let first = rest.remove(i);
        for mut order in permutations(&rest) {
            order.insert(0, first);
            found.push(order);
        }
    }
    found
}

proptest! {
    /// Every order of every group of equal votes is tried: a group is named exactly if two of its
    /// orders fund different projects, given the order of the groups before.
    #[test]
    fn ties_are_exactly_the_groups_whose_order_decides(
        costs in prop::collection::vec(0u64..8, 1..8),
        votes in prop::collection::vec(0u64..3, 8),
        total in 0u64..20,
        stop: bool,
        zero: bool,
        lot in prop::option::of("[a-z]{1,3}"),
    ) {
        let next = if stop { NextDoesNotFit::Stop } else { NextDoesNotFit::Skip };
        let mut outcome = if lot.is_some() { by_lot(next) } else { rule(next) };
        outcome.zero_votes = if zero { ZeroVotes::Fund } else { ZeroVotes::Skip };
        let ids = ["b", "a", "10", "9", "é", "e", "B", "ab"];
        let all: Vec<_> = costs.iter().zip(ids).zip(&votes)
            .map(|((cost, id), votes)| Candidate { id: id.into(), votes: *votes, cost: *cost })
            .collect();
        let value = lot.as_deref().map(drawn);
        let found = fund(&all, total, &outcome, value.as_ref());

        let (mut left, mut funded, mut ties, mut draws) = (total, BTreeSet::new(), vec![], vec![]);
        for votes in (u64::from(!zero)..3).rev() {
            let mut group: Vec<_> = all.iter().filter(|c| c.votes == votes).collect();
            group.sort_by_key(|c| c.id.as_bytes());
            let ids = |group: &[&Candidate]| group.iter().map(|c| c.id.clone()).collect::<Vec<_>>();
            let sets: BTreeSet<_> = permutations(&group).iter()
                .map(|order| walk(order, left, next).0).collect();
            if sets.len() > 1 {
                ties.push(ids(&group));
                if let Some(lot) = &lot {
                    group.sort_by_key(|c| Digest::of(format!("{lot}|{}", c.id).as_bytes()).hex());
                    draws.push(ids(&group));
                }
            }
            let (more, rest, stopped) = walk(&group, left, next);
            left = rest;
            funded.extend(more);
            if stopped {
                break;
            }
        }
        prop_assert_eq!(found.ties, ties);
        prop_assert_eq!(found.draws.into_iter().map(|d| d.order).collect::<Vec<_>>(), draws);
        prop_assert_eq!(found.spent, total - left);
        prop_assert_eq!(found.funded.len(), funded.len());
        prop_assert_eq!(found.funded.into_iter().collect::<BTreeSet<_>>(), funded);
    }

    /// No value that is taken lets two pairs of value and id be hashed alike.
    #[test]
    fn value_and_id_can_be_told_apart(a in ".{1,4}", b in ".{1,4}", x in ".{0,4}", y in ".{0,4}") {
        if let (Ok(a), Ok(b)) = (DrawnValue::parse(&a), DrawnValue::parse(&b)) {
            prop_assert_eq!(a.place(&x) == b.place(&y), (a, x) == (b, y));
        }
    }
}

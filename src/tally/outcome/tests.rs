//! The rule on small cases worked out by hand.

use super::*;
use crate::consultation::{Cents, NextDoesNotFit, Outcome, Ties, ZeroVotes};
use proptest::prelude::*;

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
        cost: Cents(cost),
    };
    all.iter().map(of).collect()
}

#[test]
fn skip_goes_on_and_stop_does_not() {
    let all = candidates(&[("a", 9, 6), ("b", 8, 5), ("c", 7, 4), ("d", 0, 0)]);
    let skip = fund(&all, Cents(10), &rule(NextDoesNotFit::Skip), None);
    assert_eq!(
        (skip.funded, skip.spent),
        (vec!["a".into(), "c".into()], Cents(10))
    );
    let stop = fund(&all, Cents(10), &rule(NextDoesNotFit::Stop), None);
    assert_eq!((stop.funded, stop.spent), (vec!["a".to_owned()], Cents(6)));
}

#[test]
fn minimum_and_zero_votes() {
    let all = candidates(&[("a", 9, 6), ("b", 2, 1), ("c", 0, 1)]);
    let mut outcome = rule(NextDoesNotFit::Stop);
    outcome.minimum_votes = 3;
    assert_eq!(fund(&all, Cents(10), &outcome, None).funded, ["a"]);
    outcome.minimum_votes = 0;
    outcome.zero_votes = ZeroVotes::Fund;
    assert_eq!(
        fund(&all, Cents(10), &outcome, None).funded,
        ["a", "b", "c"]
    );
}

#[test]
fn a_tie_is_named_only_if_its_order_decides() {
    let tie = |next, total, all: &[(&str, u64, u64)]| {
        fund(&candidates(all), Cents(total), &rule(next), None).ties
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

#[test]
fn a_lot_waits_for_its_draw_and_can_be_recomputed() {
    let all = candidates(&[("a", 5, 4), ("b", 5, 4), ("c", 5, 4)]);
    let mut outcome = rule(NextDoesNotFit::Skip);
    outcome.ties = Ties::Lot {
        draw: "Lotto, ruota di Milano".into(),
    };
    let waiting = fund(&all, Cents(8), &outcome, None);
    assert!(waiting.undecided && waiting.draws.is_empty());
    assert_eq!(waiting.funded, ["a", "b"]);
    let drawn = fund(&all, Cents(8), &outcome, Some("12 45 7 88 31"));
    assert!(!drawn.undecided);
    // ascending SHA-256 of (8-byte length, part) over seggio/lot/1, the value and the id
    let mut order = ["a", "b", "c"];
    order.sort_by_key(|id| {
        crate::envelope::Digest::of_parts("seggio/lot/1", &[b"12 45 7 88 31", id.as_bytes()])
    });
    assert_eq!(drawn.draws[0].order, order);
    assert_eq!(drawn.funded, order[..2]);
}

proptest! {
    /// Whenever no tie is named, no order of equal votes funds anything else; and money is
    /// never overspent.
    #[test]
    fn unnamed_ties_do_not_decide(
        costs in prop::collection::vec(1u64..8, 1..6),
        votes in prop::collection::vec(1u64..3, 6),
        total in 0u64..20,
        stop: bool,
        lots in prop::collection::vec("[a-z]{3}", 4),
    ) {
        let ids = ["p0", "p1", "p2", "p3", "p4", "p5"];
        let all: Vec<_> = costs.iter().zip(ids).zip(votes)
            .map(|((cost, id), votes)| Candidate { id: id.into(), votes, cost: Cents(*cost) })
            .collect();
        let mut outcome = rule(if stop { NextDoesNotFit::Stop } else { NextDoesNotFit::Skip });
        let by_id = fund(&all, Cents(total), &outcome, None);
        prop_assert!(by_id.spent <= Cents(total));
        let renamed = |lot: &str| {
            // Another order by id: the same candidates under names that sort differently.
            let rename = |id: &str| format!("{}{id}", crate::envelope::Digest::of_parts(lot, &[id.as_bytes()]));
            let all: Vec<_> = all.iter().map(|c| Candidate { id: rename(&c.id), ..c.clone() }).collect();
            let mut funded: Vec<_> = fund(&all, Cents(total), &outcome, None)
                .funded.iter().map(|id| id[64..].to_owned()).collect();
            funded.sort();
            funded
        };
        if by_id.ties.is_empty() {
            let mut funded = by_id.funded.clone();
            funded.sort();
            for lot in &lots {
                prop_assert_eq!(&renamed(lot), &funded);
            }
        }
        outcome.ties = Ties::Lot { draw: "x".into() };
        prop_assert_eq!(fund(&all, Cents(total), &outcome, None).undecided, !by_id.ties.is_empty());
    }
}

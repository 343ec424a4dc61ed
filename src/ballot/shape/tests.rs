//! Over all assignments of small questions: the equations accept exactly what the rule in words
//! accepts, and every allowed answer has its encoding.

use super::*;
use crate::ballot::forgeries::{asked, consultation_of};
use crate::ballot::{Answer, Choices, Guidance, guidance};
use std::collections::BTreeSet;

/// Small questions of every method, with the costs 3, 5, 6, 8, 9 euro.
fn questions() -> Vec<Question> {
    let approval = |min, max, cap: Option<u64>| Method::Approval {
        min,
        max,
        spend_cap: cap.map(|c| Cents(c * 100)),
    };
    let points = |total, max_each, all| Method::Points {
        total,
        max_each,
        all,
    };
    let priority = |weights: &[u32], partial| Method::Priority {
        weights: weights.to_vec(),
        partial,
    };
    [
        (4, Method::Single),
        (4, approval(2, 3, None)),
        (4, approval(1, 4, None)),
        (5, approval(2, 2, None)),
        (4, approval(1, 3, Some(14))),
        (5, approval(2, 3, Some(17))),
        (3, points(4, 3, false)),
        (3, points(4, 3, true)),
        (2, points(5, 5, false)),
        (3, Method::Score { max: 3 }),
        (2, Method::Score { max: 5 }),
        (3, priority(&[3, 2, 1], false)),
        (3, priority(&[5, 1], false)),
        (3, priority(&[2, 1], true)),
    ]
    .into_iter()
    .flat_map(|(options, method)| [true, false].map(|blank| asked(options, method.clone(), blank)))
    .collect()
}

/// Whether values, one for each option or for each rank and option, obey the rule in words.
fn allowed(question: &Question, values: &[u64]) -> bool {
    let sum: u64 = values.iter().sum();
    match &question.method {
        Method::Single => sum == 1,
        Method::Approval {
            min,
            max,
            spend_cap,
        } => {
            let costs = question.options.iter().map(|o| o.cost.unwrap().0);
            let spent: u64 = costs.zip(values).map(|(c, v)| c * v).sum();
            (u64::from(*min)..=u64::from(*max)).contains(&sum)
                && spend_cap.is_none_or(|cap| spent <= cap.0)
        }
        Method::Points {
            total,
            max_each,
            all,
        } => {
            let total = u64::from(*total);
            values.iter().all(|v| *v <= u64::from(*max_each))
                && (if *all { total } else { 1 }..=total).contains(&sum)
        }
        Method::Score { max } => values.iter().all(|v| *v <= u64::from(*max)),
        Method::Priority { weights, partial } => {
            let options = question.options.len();
            let ranks: Vec<&[u64]> = values.chunks(options).collect();
            let each_rank = ranks.iter().map(|r| r.iter().sum::<u64>());
            let each_option = (0..options).map(|o| ranks.iter().map(|r| r[o]).sum::<u64>());
            ranks.len() == weights.len()
                && each_rank.clone().all(|n| n <= 1)
                && each_option.into_iter().all(|n| n <= 1)
                && sum >= 1
                && (*partial || each_rank.into_iter().all(|n| n == 1))
        }
    }
}

/// All lists of values within the greatest of each.
fn all_values(shape: &Shape) -> Vec<Vec<u64>> {
    let mut all = vec![Vec::new()];
    for bits in &shape.values {
        let greatest: u64 = bits.iter().map(|(_, w)| w).sum();
        all = all
            .into_iter()
            .flat_map(|list: Vec<u64>| {
                (0..=greatest).map(move |v| {
                    let mut list = list.clone();
                    list.push(v);
                    list
                })
            })
            .collect();
    }
    all
}

fn answer(question: &Question, values: &[u64]) -> Answer {
    match &question.method {
        Method::Single | Method::Approval { .. } => {
            Answer::Options((0..values.len()).filter(|i| values[*i] == 1).collect())
        }
        Method::Points { .. } | Method::Score { .. } => {
            Answer::Values(values.iter().map(|v| u32::try_from(*v).unwrap()).collect())
        }
        Method::Priority { .. } => Answer::Ranks(
            values
                .chunks(question.options.len())
                .map(|rank| rank.iter().position(|v| *v == 1))
                .collect(),
        ),
    }
}

#[test]
fn equations_say_exactly_what_the_rule_says() {
    for question in questions() {
        let shape = Shape::of(&question);
        let mut seen = BTreeSet::new();
        for set in 0..1u32 << shape.bits {
            let bits: Vec<bool> = (0..shape.bits).map(|i| set >> i & 1 == 1).collect();
            if !shape.satisfied(&bits) {
                continue;
            }
            let value = |v: &Vec<(usize, u64)>| -> u64 {
                v.iter().filter(|(b, _)| bits[*b]).map(|(_, w)| w).sum()
            };
            let values: Vec<u64> = shape.values.iter().map(value).collect();
            if shape.blank.is_some_and(|b| bits[b]) {
                assert!(values.iter().all(|v| *v == 0), "{:?}", question.method);
            } else {
                assert!(
                    allowed(&question, &values),
                    "{:?} {values:?}",
                    question.method
                );
                seen.insert(values);
            }
        }
        let expected: BTreeSet<_> = all_values(&shape)
            .into_iter()
            .filter(|v| allowed(&question, v))
            .collect();
        assert_eq!(seen, expected, "{:?}", question.method);
    }
}

#[test]
fn every_allowed_answer_has_its_encoding_and_no_other_has_one() {
    for question in questions() {
        let shape = Shape::of(&question);
        let c = consultation_of(question.clone());
        for values in all_values(&shape) {
            let several = matches!(&question.method, Method::Priority { .. })
                && values
                    .chunks(question.options.len())
                    .any(|r| r.iter().sum::<u64>() > 1);
            if several {
                // An answer names one option a rank: there is no way to say this.
                continue;
            }
            let choices = Choices::new(&c, &[answer(&question, &values)]);
            assert_eq!(
                choices.is_ok(),
                allowed(&question, &values),
                "{:?} {values:?}",
                question.method
            );
            if let Ok(choices) = choices {
                assert!(choices.bits().all(|bits| shape.satisfied(bits)));
                let amounts = &choices.amounts(std::slice::from_ref(&shape))[0];
                assert_eq!(shape.possible(amounts, 1), Ok(()));
            }
        }
        assert_eq!(
            Choices::new(&c, &[Answer::Blank]).is_ok(),
            question.blank_allowed
        );
    }
}

/// Every unfinished answer: what guidance says of it is what some allowed answer shows.
#[test]
fn guidance_says_what_can_still_become_of_an_answer() {
    for question in questions() {
        let shape = Shape::of(&question);
        let all = all_values(&shape);
        let complete: Vec<&Vec<u64>> = all.iter().filter(|v| allowed(&question, v)).collect();
        let reaches = |from: &[u64]| {
            let above = |to: &&&Vec<u64>| from.iter().zip(to.iter()).all(|(a, b)| a <= b);
            complete
                .iter()
                .filter(above)
                .map(|to| to.iter().sum::<u64>() - from.iter().sum::<u64>())
                .min()
        };
        for values in &all {
            let Guidance {
                missing,
                room,
                dead_ends,
                stuck,
                ..
            } = guidance(&shape, values);
            let name = format!("{:?} {values:?}", question.method);
            assert_eq!(stuck, reaches(values).is_none(), "{name}");
            if let Some(least) = reaches(values) {
                assert_eq!(missing, least, "{name}");
                for value in 0..values.len() {
                    let mut more = values.clone();
                    more[value] += 1;
                    let possible = reaches(&more).is_some();
                    assert_eq!(
                        room[value] > 0 && !dead_ends[value],
                        possible,
                        "{name} {value}"
                    );
                }
            }
        }
    }
}

#[test]
fn money_is_counted_in_the_costs_common_unit() {
    let method = Method::Approval {
        min: 1,
        max: 3,
        spend_cap: Some(Cents(1_450)),
    };
    let shape = Shape::of(&asked(4, method, true));
    // 3, 5, 6 and 8 euro against 14.50: one euro is the unit, and fifty cents buy nothing.
    assert_eq!(shape.equations[1].total, 14);
    let left = |values: &[u64]| guidance(&shape, values).money_left;
    assert_eq!(left(&[0, 0, 0, 0]), Some(Cents(1_450)));
    assert_eq!(left(&[1, 0, 0, 1]), Some(Cents(350)));
}

#[test]
fn totals_of_ballots_are_possible_and_others_are_not() {
    let shape = Shape::of(&asked(
        3,
        Method::Approval {
            min: 2,
            max: 2,
            spend_cap: None,
        },
        true,
    ));
    assert_eq!(shape.possible(&[2, 2, 2, 1], 4), Ok(()));
    for (amounts, ballots) in [
        (&[2, 2, 2][..], 3),
        (&[2, 2, 2, 1], 3),
        (&[2, 2, 1, 1], 4),
        (&[4, 1, 1, 1], 4),
        (&[0, 0, 0, 5], 4),
        (&[u64::MAX, u64::MAX, 2, 1], 4),
    ] {
        assert!(shape.possible(amounts, ballots).is_err(), "{amounts:?}");
    }
}

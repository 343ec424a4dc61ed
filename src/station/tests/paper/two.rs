//! Two who count: another operator, blind, and what becomes of differences.

use super::*;

#[test]
fn the_second_operator_is_another_one_and_waits_after_wrong_passphrases() {
    let world = world();
    let station = handed_out(&world, 1);
    let mut counting = station.count_paper().unwrap();
    let pass = Passphrase::new("passo lungo");
    let early = station.second_operator(&mut counting, "bruno", &pass);
    assert!(matches!(early, Err(SecondRefused::NotNow)));
    counting.head(head(1, 0)).unwrap();
    counting.slips(&slips(&[&[0, 1]])).unwrap();
    let same = station.second_operator(&mut counting, "anna", &pass);
    assert!(matches!(same, Err(SecondRefused::SameOperator)));
    let wrong = Passphrase::new("passo corto");
    for wait in [0, 0, 5] {
        let refused = station.second_operator(&mut counting, "bruno", &wrong);
        let Err(SecondRefused::Unlock(UnlockError::Wrong { wait_seconds })) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(wait_seconds, wait);
    }
    let waits = station.second_operator(&mut counting, "bruno", &pass);
    assert!(matches!(
        waits,
        Err(SecondRefused::Unlock(UnlockError::Wait { .. }))
    ));
    let nobody = station.second_operator(&mut counting, "carla", &pass);
    assert!(matches!(
        nobody,
        Err(SecondRefused::Unlock(UnlockError::NoSuchOperator))
    ));
    assert_eq!(counting.next(), PaperNext::SecondOperator);
    assert!(counting.counted().is_none());
}

#[test]
fn differences_are_shown_and_counted_together() {
    let world = world();
    let mut station = handed_out(&world, 4);
    let mut counting = station.count_paper().unwrap();
    counting.head(head(4, 0)).unwrap();
    counting.totals(totals(&station, &[4, 3, 1], 0)).unwrap();
    second(&station, &mut counting);
    // The second takes one for void: they look again, and it is.
    assert_eq!(
        counting.head(head(4, 1)),
        Ok(PaperNext::HeadsDiffer(head(4, 0), head(4, 1)))
    );
    assert_eq!(
        counting.head(head(4, 1)),
        Ok(PaperNext::Totals(Counter::First, 3)),
        "of another number of slips the first totals say nothing"
    );
    counting.totals(totals(&station, &[3, 2, 1], 0)).unwrap();
    assert_eq!(counting.next(), PaperNext::Totals(Counter::Second, 3));
    let next = counting.totals(totals(&station, &[3, 1, 2], 0)).unwrap();
    let PaperNext::TotalsDiffer(differ) = next else {
        panic!("{next:?}")
    };
    let numbers: Vec<_> = differ
        .iter()
        .map(|d| (d.target, d.first, d.second))
        .collect();
    assert_eq!(numbers, [(1, 2, 1), (2, 1, 2)]);
    assert_eq!(counting.agree(&[1]), Err(PaperProblem::NotNow));
    let cannot = counting.agree(&[3, 3]);
    assert!(
        matches!(cannot, Ok(PaperNext::Agreed(_))),
        "three times three is possible"
    );
    let closed = station.close_for_good(counting.counted().unwrap()).unwrap();
    assert_eq!(
        closed.minutes.paper.unwrap().result,
        PaperResult::Counted(totals(&station, &[3, 3, 3], 0))
    );
    assert!(events(&station).contains(&Event::PaperCounted { differed: 3 }));
    verified(&station);
}

#[test]
fn slips_that_differ_are_entered_again_by_both() {
    let world = world();
    let station = handed_out(&world, 2);
    let mut counting = station.count_paper().unwrap();
    counting.head(head(2, 0)).unwrap();
    counting.slips(&slips(&[&[0, 1], &[2, 3]])).unwrap();
    second(&station, &mut counting);
    counting.head(head(2, 0)).unwrap();
    // Twice the same slip is not two different ones.
    assert_eq!(
        counting.slips(&slips(&[&[0, 1], &[0, 1]])),
        Ok(PaperNext::Slips(Counter::First, 2, 1)),
    );
    let few = counting.slips(&slips(&[&[0, 1]]));
    assert_eq!(few, Err(PaperProblem::Slips { given: 1, valid: 2 }));
    let not_allowed = counting.slips(&slips(&[&[0, 1], &[0]]));
    assert!(matches!(
        not_allowed,
        Err(PaperProblem::Slip { slip: 1, .. })
    ));
    counting.slips(&slips(&[&[2, 3], &[0, 1]])).unwrap();
    assert_eq!(counting.next(), PaperNext::Slips(Counter::Second, 2, 0));
    let next = counting.slips(&slips(&[&[0, 1], &[2, 3]])).unwrap();
    assert!(matches!(next, PaperNext::Agreed(s) if s.differed == 1));
}

#[test]
fn totals_of_few_slips_are_not_taken() {
    let world = world();
    let station = handed_out(&world, 3);
    let mut counting = station.count_paper().unwrap();
    counting.head(head(2, 0)).unwrap();
    let told = counting.totals(totals(&station, &[2, 2], 0));
    assert_eq!(told, Err(PaperProblem::NotNow));
    let mut counting = station.count_paper().unwrap();
    counting.head(head(3, 0)).unwrap();
    let single = counting.slips(&slips(&[&[0, 1], &[0, 1], &[0, 1]]));
    assert_eq!(single, Err(PaperProblem::NotNow));
    let wrong = counting.totals(totals(&station, &[3, 0], 0));
    assert!(matches!(
        wrong,
        Err(PaperProblem::Totals { question: 0, .. })
    ));
    assert_eq!(counting.next(), PaperNext::Totals(Counter::First, 3));
}

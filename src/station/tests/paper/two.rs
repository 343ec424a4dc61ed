//! Two who count: another operator, blind, and what becomes of differences.

use super::*;
use proptest::prelude::*;

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
    let text = std::fs::read_to_string(closed.path).unwrap();
    let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        said.contains("I due conteggi erano diversi in 3 punti"),
        "{text}"
    );
    assert!(!said.contains("ricontate da capo"), "{text}");
}

#[test]
fn a_count_that_was_made_again_is_in_the_minutes() {
    let world = world();
    let mut station = handed_out(&world, 2);
    // Left before anybody else had counted: there is nothing to tell.
    let mut begun = station.count_paper().unwrap();
    begun.head(head(2, 0)).unwrap();
    station.give_up_paper(&begun).unwrap();
    assert!(!matches!(last(&station), Event::PaperGivenUp { .. }));
    // Agreed on, and then not liked.
    let agreed = counted(&station, 1, &[&[0, 1]]);
    station.give_up_paper(&agreed).unwrap();
    assert_eq!(last(&station), Event::PaperGivenUp { differed: 0 });
    let counting = counted(&station, 0, &[&[0, 1], &[2, 3]]);
    let closed = station.close_for_good(counting.counted().unwrap()).unwrap();
    verified(&station);
    let text = std::fs::read_to_string(closed.path).unwrap();
    let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        said.contains("un altro conteggio è stato lasciato"),
        "{text}"
    );
    assert!(!said.contains("conteggi erano diversi"), "{text}");
    assert!(text.lines().all(|row| row.chars().count() <= 76), "{text}");
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

#[test]
fn a_closing_that_fails_keeps_nothing_of_the_slips_and_can_be_done_again() {
    let world = world();
    let mut station = handed_out(&world, 2);
    let counting = counted(&station, 0, &[&[0, 1], &[2, 3]]);
    let before = station.journal().unwrap().len();
    let full = "CREATE TEMP TRIGGER full BEFORE UPDATE ON main.days BEGIN
        SELECT RAISE(ABORT, 'full'); END";
    station.db.execute_batch(full).unwrap();
    let counted = counting.counted().unwrap();
    assert!(station.close_for_good(counted).is_err());
    assert_eq!(station.in_box().unwrap(), 0);
    assert_eq!(station.journal().unwrap().len(), before);
    assert!(!station.closed_for_good().unwrap());
    // After a crash there is no count any more, and the paper is still there to be counted.
    drop(station);
    let mut station = world.station(at("2022-09-10 19:00"));
    assert_eq!(station.paper_handed_out().unwrap(), 2);
    assert_eq!(
        station.count_paper().unwrap().next(),
        PaperNext::Head(Counter::First)
    );
    station.close_for_good(counted).unwrap();
    verified(&station);
}

/// Something that is entered, possible or not.
#[derive(Debug, Clone)]
enum Entry {
    Head(u64, u64),
    Totals(u64, u64),
    Slips(Vec<usize>),
    Agree(Vec<u64>),
    Second,
}

fn any_entry() -> impl Strategy<Value = Entry> {
    prop_oneof![
        4 => (0..5u64, 0..3u64).prop_map(|(found, void)| Entry::Head(found, void)),
        3 => (0..5u64, 0..5u64).prop_map(|(a, b)| Entry::Totals(a, b)),
        4 => proptest::collection::vec(0..3usize, 0..4).prop_map(Entry::Slips),
        2 => proptest::collection::vec(0..5u64, 1..3).prop_map(Entry::Agree),
        3 => Just(Entry::Second),
    ]
}

proptest! {
    /// Whatever is entered in whatever order: nothing is agreed without the second operator, never
    /// more than was handed out, and few slips are never told.
    #[test]
    fn nothing_is_agreed_that_may_not_be(
        entries in proptest::collection::vec(any_entry(), 0..40),
        handed_out in 0..5u64,
    ) {
        let config = std::path::Path::new("kiosk-config/digitale-bene-comune-2022");
        let mut consultation = load(config).unwrap();
        consultation.count.minimum_ballots = MINIMUM;
        let options = consultation.questions[0].options.len();
        let mut counting = PaperCounting::without_station(consultation.clone(), handed_out);
        let mut second = false;
        for entry in entries {
            let waited_for = counting.next() == PaperNext::SecondOperator;
            let before = counting.next();
            let taken = match entry {
                Entry::Head(found, void) => counting.head(head(found, void)),
                Entry::Totals(a, b) => {
                    let shape = Shape::of(&consultation.questions[0]);
                    let mut amounts = vec![0; shape.targets.len()];
                    (amounts[0], amounts[1]) = (a, b);
                    counting.totals(vec![amounts])
                }
                Entry::Slips(first) => {
                    let slip = |n: usize| vec![Answer::Options(vec![n, (n + 1) % options])];
                    counting.slips(&Zeroizing::new(first.into_iter().map(slip).collect()))
                }
                Entry::Agree(numbers) => counting.agree(&numbers),
                Entry::Second => {
                    second |= waited_for;
                    Ok(counting.second_is_here())
                }
            };
            // What is refused changes nothing.
            prop_assert_eq!(taken.unwrap_or(before), counting.next());
            if let Some(counted) = counting.counted() {
                let count = counted.count();
                let valid = count.valid().unwrap();
                prop_assert!(second && valid <= handed_out);
                let sealed = matches!(count.result, PaperResult::Sealed);
                prop_assert_eq!(sealed, valid < u64::from(MINIMUM));
            }
        }
    }
}

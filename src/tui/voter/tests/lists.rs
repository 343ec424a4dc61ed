//! The list of options: what it says, how one is found in a long one, its order.

use super::super::{Answer, VoterEffect};
use super::screens::{drawn, lines, shown};
use super::{PROJECTS, Voter, many_options, one_question};
use crate::consultation::Order;
use crate::tui::theme::Glyphs;
use std::collections::BTreeSet;
use std::sync::Arc;

#[test]
fn the_list_says_what_comes_next() {
    let mut voter = Voter::at(&one_question());
    voter.press("enter 1");
    assert!(shown(&voter).contains("Spazio lo sceglie"));
    voter.press("2");
    assert!(shown(&voter).contains("Quando ha finito, scenda con ↓"));
    voter.press("end");
    assert!(!shown(&voter).contains("Quando ha finito"));
}

#[test]
fn long_lists_are_searched_by_number_and_nothing_is_chosen_by_it() {
    let mut voter = Voter::at(&many_options());
    voter.press("enter 2");
    assert!(shown(&voter).contains("→ 2 [ ]"), "{}", shown(&voter));
    voter.press("1");
    assert!(shown(&voter).contains("→ 21 [ ]"), "{}", shown(&voter));
    // There is no 217: the number begins anew.
    voter.press("7");
    assert!(shown(&voter).contains("→ 7 [ ]"), "{}", shown(&voter));
    voter.press("space");
    assert!(shown(&voter).contains("→ 7 [x]"), "{}", shown(&voter));
    // After another key a digit begins anew, too.
    voter.press("1");
    assert!(shown(&voter).contains("→ 1 [ ]"), "{}", shown(&voter));
    voter.press("down 9");
    assert!(shown(&voter).contains("→ 9 [ ]"), "{}", shown(&voter));
}

#[test]
fn a_shuffled_list_is_another_for_each_voter_and_numbers_stay_with_their_options() {
    let mut consultation = (*one_question()).clone();
    consultation.questions[0].order = Some(Order::Shuffled);
    let consultation = Arc::new(consultation);
    let list = |seed| {
        let mut voter = Voter::at(&consultation);
        voter.model.shuffle(seed);
        voter.press("enter");
        voter
    };
    let numbers = |voter: &Voter| -> Vec<usize> {
        let screen = lines(&drawn(voter, Glyphs::Unicode, (80, 24)));
        let row = |line: &str| {
            let (number, title) = line.split_once("[ ]")?;
            let number: usize = number.trim_start_matches([' ', '→']).trim().parse().ok()?;
            assert!(title.contains(PROJECTS[number - 1].0), "{line}");
            Some(number)
        };
        screen.lines().filter_map(row).collect()
    };
    let orders: BTreeSet<Vec<usize>> = (0..20).map(|seed| numbers(&list(seed))).collect();
    assert!(orders.len() > 15, "{orders:?}");
    for order in &orders {
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, (1..=10).collect::<Vec<_>>());
    }
    // By its number, or by its place: the same option is chosen, and sealed.
    let mut voter = list(7);
    let order = numbers(&voter);
    voter.press("space down down space");
    voter.press(&format!("{} end enter enter", order[4] % 10));
    let mut chosen = vec![order[0] - 1, order[2] - 1, order[4] - 1];
    chosen.sort_unstable();
    assert_eq!(
        voter.took(),
        [VoterEffect::Seal(vec![Answer::Options(chosen)])]
    );
    // The consultation's own order is the one without the word.
    let mut listed = Voter::at(&one_question());
    listed.model.shuffle(7);
    listed.press("enter");
    assert_eq!(numbers(&listed), (1..=10).collect::<Vec<_>>());
}

//! The whole way in very large letters: short ways back, and what was chosen is seen.

use super::super::{Space, VoterMsg};
use super::screens::{drawn, lines};
use super::{Voter, one_question};
use crate::tui::reading::tests::read_back;
use crate::tui::theme::Glyphs;

/// What is written in block letters on the screen.
fn read(voter: &Voter) -> String {
    read_back(&lines(&drawn(voter, Glyphs::Unicode, (80, 24))), 2)
}

fn in_very_large_letters() -> Voter {
    let mut voter = Voter::at(&one_question());
    voter.get(VoterMsg::Shown(Space::default()));
    voter.press("f3 1 1");
    // At the row that was changed, in the letters that it asks for.
    let changed = read(&voter);
    assert!(changed.contains("molto"), "{changed}");
    voter.press("left");
    let welcome = read(&voter);
    assert!(
        welcome.contains("Benvenuti"),
        "one key leads back: {welcome}"
    );
    voter
}

/// The rules are read to their end, then the question, then the rows.
fn at_the_rows(voter: &mut Voter) {
    for _ in 0..40 {
        if read(voter).starts_with("1 [ ]") {
            return;
        }
        voter.press("enter");
    }
    panic!("{}", read(voter));
}

#[test]
fn in_very_large_letters_the_way_back_is_short() {
    let mut voter = in_very_large_letters();
    at_the_rows(&mut voter);
    assert!(read(&voter).contains("0 di 3"), "{}", read(&voter));
    // Down reads a long name to its end, then comes the next row; up leads to the row above.
    voter.press("down");
    assert!(read(&voter).starts_with("2 [ ]"), "{}", read(&voter));
    voter.press("up");
    assert!(read(&voter).starts_with("1 [ ]"), "{}", read(&voter));
    // Into the details and back at the row.
    voter.press("enter");
    for _ in 0..20 {
        if read(&voter).starts_with("1 [ ]") {
            break;
        }
        voter.press("left");
    }
    assert!(read(&voter).starts_with("1 [ ]"), "{}", read(&voter));
    // A number finds its row from the question's page, too.
    voter.press("left 3");
    assert!(read(&voter).starts_with("3 [x]"), "{}", read(&voter));
    // From the language one key leads back, to the row.
    voter.press("f2 left");
    assert!(read(&voter).starts_with("3 [x]"), "{}", read(&voter));
}

/// Whoever chose sees it in the same letters: the box, how many, what is in the way.
#[test]
fn in_very_large_letters_a_choice_is_seen_and_so_is_what_is_in_the_way() {
    let mut voter = in_very_large_letters();
    at_the_rows(&mut voter);
    voter.press("space");
    let chosen = read(&voter);
    assert!(
        chosen.starts_with("1 [x]") && chosen.contains("1 di 3"),
        "{chosen}"
    );
    voter.press("2 3 4");
    let full = read(&voter);
    assert!(
        full.contains("Ne ha già") || full.contains("Ha già"),
        "{full}"
    );
}

/// Whoever reads slowly is asked, and then finds the page that was being read.
#[test]
fn after_the_idle_question_the_page_is_the_same() {
    let mut voter = in_very_large_letters();
    voter.press("enter enter");
    let page = read(&voter);
    assert!(!page.contains("Benvenuti"), "{page}");
    voter.wait(60);
    assert_ne!(read(&voter), page);
    voter.press("down");
    assert_eq!(read(&voter), page);
}

/// A long name is chosen from its first page; nobody has to read it to its end again.
#[test]
fn in_very_large_letters_a_row_is_chosen_from_any_of_its_pages() {
    let mut voter = in_very_large_letters();
    at_the_rows(&mut voter);
    for row in 1..=4 {
        let begins = |sign: &str| format!("{row} [{sign}]");
        assert!(read(&voter).starts_with(&begins(" ")), "{}", read(&voter));
        voter.press("space");
        assert!(read(&voter).starts_with(&begins("x")), "{}", read(&voter));
        voter.press("space");
        for _ in 0..6 {
            if read(&voter).starts_with(&begins(" ")) {
                voter.press("down");
            }
        }
    }
}

//! The rules of the room, each pressed through.

use super::super::{Answer, Stage, VoterEffect, VoterMsg};
use super::screens::shown;
use super::{TRACKER, Voter, one_question, two_questions};
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// From the welcome to the offer, the first two projects chosen.
fn to_the_offer() -> Voter {
    let mut voter = Voter::at(&one_question());
    voter.press("enter 1 2 end enter enter");
    assert_eq!(
        voter.took(),
        [VoterEffect::Seal(vec![Answer::Options(vec![0, 1])])]
    );
    voter.seal();
    voter
}

fn holds_a_choice(voter: &Voter) -> bool {
    match &voter.model.stage {
        Stage::Voting(booth) => (0..2).any(|q| booth.selections.count(q) > 0),
        Stage::Over(_) => false,
    }
}

#[test]
fn a_fourth_choice_is_refused_kindly_and_changes_nothing() {
    let mut voter = Voter::at(&one_question());
    voter.press("enter 1 2 3 4");
    let screen = shown(&voter);
    assert!(
        screen.contains("Ha scelto 3 di 3") && screen.contains("Prima ne tolga uno"),
        "{screen}"
    );
    voter.press("3 4");
    voter.press("end enter enter");
    assert_eq!(
        voter.took(),
        [VoterEffect::Seal(vec![Answer::Options(vec![0, 1, 3])])]
    );
}

#[test]
fn too_few_cannot_be_sealed_and_the_review_says_how_many_are_missing() {
    let mut voter = Voter::at(&one_question());
    voter.press("enter 5 end enter");
    let screen = shown(&voter);
    assert!(screen.contains("Manca ancora una scelta"), "{screen}");
    voter.press("down down up up enter");
    assert!(voter.took().is_empty());
    assert!(
        shown(&voter).contains("Ha scelto 1 di 3 (almeno 2)"),
        "back on the list"
    );
}

#[test]
fn nothing_chosen_is_not_blank() {
    let mut voter = Voter::at(&one_question());
    voter.press("enter up enter");
    let screen = shown(&voter);
    assert!(screen.contains("Oppure voti scheda bianca"), "{screen}");
    voter.press("enter left up enter space up down enter");
    assert!(voter.took().is_empty());
}

#[test]
fn blank_is_asked_for_twice() {
    let mut voter = Voter::at(&one_question());
    voter.press("enter 1 end up enter");
    assert!(shown(&voter).contains("Il progetto che ha scelto viene tolto"));
    voter.press("enter");
    assert!(
        shown(&voter).contains("Ha scelto 1 di 3"),
        "\"no\" has the focus and keeps the choice"
    );
    voter.press("enter down enter enter");
    assert_eq!(voter.took(), [VoterEffect::Seal(vec![Answer::Blank])]);
}

#[test]
fn choosing_undoes_blank_and_says_so() {
    let mut voter = Voter::at(&one_question());
    voter.press("enter up up enter down enter left 1");
    assert!(shown(&voter).contains("La scheda non è più bianca"));
    voter.press("2 end enter enter");
    assert_eq!(
        voter.took(),
        [VoterEffect::Seal(vec![Answer::Options(vec![0, 1])])]
    );
}

#[test]
fn a_key_pressed_twice_does_not_cast() {
    let mut voter = to_the_offer();
    voter.press("enter enter space 1 2 enter");
    assert!(voter.took().is_empty());
    voter.press("down enter");
    assert_eq!(voter.took(), [VoterEffect::Cast]);
}

#[test]
fn going_back_from_the_offer_wipes_the_seal_and_keeps_the_choice() {
    let mut voter = to_the_offer();
    voter.press("down down enter");
    assert_eq!(voter.took(), [VoterEffect::WipeSeal]);
    voter.press("enter");
    assert_eq!(
        voter.took(),
        [VoterEffect::Seal(vec![Answer::Options(vec![0, 1])])]
    );
}

#[test]
fn in_the_box_is_said_only_after_it_is() {
    let mut voter = to_the_offer();
    voter.press("down enter enter down enter f9 left");
    assert_eq!(voter.took(), [VoterEffect::Cast]);
    assert!(!shown(&voter).contains("Il voto è nell'urna"));
    assert!(!holds_a_choice(&voter), "no way leads back to a choice");
    voter.get(VoterMsg::CastDone);
    let screen = shown(&voter);
    assert!(
        screen.contains("Il voto è nell'urna") && screen.contains(TRACKER),
        "{screen}"
    );
    voter.press("f9 enter enter");
    assert!(
        shown(&voter).contains(TRACKER),
        "the slip is not closed by one key too many"
    );
    voter.press("enter down enter");
    assert_eq!(voter.took(), [VoterEffect::GiveBack { voted: true }]);
    assert!(voter.model.is_over() && !shown(&voter).contains(TRACKER));
}

#[test]
fn a_failed_cast_says_the_truth_and_forgets() {
    let mut voter = to_the_offer();
    voter.press("down enter");
    voter.get(VoterMsg::CastFailed);
    assert_eq!(voter.took(), [VoterEffect::Cast, VoterEffect::WipeSeal]);
    let screen = shown(&voter);
    assert!(
        screen.contains("Il voto NON è nell'urna") && screen.contains("Non ha perso"),
        "{screen}"
    );
    assert!(!holds_a_choice(&voter) && !screen.contains(TRACKER));
    voter.press("left f9 enter");
    assert_eq!(voter.took(), [VoterEffect::GiveBack { voted: false }]);
}

#[test]
fn a_failed_seal_loses_nothing() {
    let mut voter = Voter::at(&one_question());
    voter.press("enter 1 2 end enter enter");
    voter.get(VoterMsg::SealFailed);
    assert!(shown(&voter).contains("le Sue scelte ci sono ancora"));
    voter.took();
    voter.press("enter enter");
    assert_eq!(
        voter.took(),
        [VoterEffect::Seal(vec![Answer::Options(vec![0, 1])])]
    );
}

#[test]
fn leaving_is_confirmed_and_forgets_everything() {
    let mut voter = Voter::at(&one_question());
    voter.press("enter 1 2 f9 enter");
    assert!(
        holds_a_choice(&voter) && voter.took().is_empty(),
        "\"no\" has the focus"
    );
    voter.press("f9 down enter");
    assert_eq!(voter.took(), [VoterEffect::GiveBack { voted: false }]);
    assert!(voter.model.is_over() && !holds_a_choice(&voter));
    assert!(
        shown(&voter).contains("non è né usato né perso"),
        "{}",
        shown(&voter)
    );
    voter.press("enter space left f2 f9");
    assert!(voter.took().is_empty() && voter.model.is_over());
}

#[test]
fn leaving_with_a_seal_wipes_it() {
    let mut voter = to_the_offer();
    voter.press("f9 down enter");
    assert_eq!(
        voter.took(),
        [
            VoterEffect::WipeSeal,
            VoterEffect::GiveBack { voted: false }
        ]
    );

    let mut voter = Voter::at(&one_question());
    voter.press("enter 1 2 end enter enter f9 down enter");
    voter.took();
    voter.seal();
    assert_eq!(
        voter.took(),
        [VoterEffect::WipeSeal],
        "it came when nobody wanted it any more"
    );
}

#[test]
fn nobody_there_is_asked_first_and_then_everything_is_erased() {
    let mut voter = Voter::at(&one_question());
    voter.press("enter 1 2");
    voter.wait(59);
    assert!(shown(&voter).contains("Ha scelto 2 di 3"));
    voter.wait(1);
    assert!(shown(&voter).contains("È ancora qui?"));
    voter.press("space");
    assert!(
        shown(&voter).contains("Ha scelto 2 di 3"),
        "the key only says that somebody is there"
    );
    voter.wait(60 + 29);
    assert!(voter.took().is_empty(), "half a minute to answer");
    voter.wait(1);
    assert_eq!(voter.took(), [VoterEffect::GiveBack { voted: false }]);
    assert!(!holds_a_choice(&voter) && shown(&voter).contains("Chiami il personale"));
}

#[test]
fn a_slip_left_behind_still_counts_as_voted() {
    let mut voter = to_the_offer();
    voter.press("down enter");
    voter.wait(500);
    voter.get(VoterMsg::CastDone);
    voter.wait(90);
    assert_eq!(
        voter.took(),
        [VoterEffect::Cast, VoterEffect::GiveBack { voted: true }]
    );
}

#[test]
fn every_question_is_asked_and_a_change_leads_back_to_the_review() {
    let mut voter = Voter::at(&two_questions());
    voter.press("enter 1 2 end enter");
    assert!(shown(&voter).contains("Domanda 2 di 2"));
    voter.press("up enter");
    assert!(shown(&voter).contains("Manca ancora una scelta"));
    voter.press("enter 4 end enter up up enter");
    assert!(shown(&voter).contains("Domanda 1 di 2"));
    voter.press("3 end enter enter");
    let answers = vec![Answer::Options(vec![0, 1, 2]), Answer::Options(vec![3])];
    assert_eq!(voter.took(), [VoterEffect::Seal(answers)]);
}

#[test]
fn the_language_changes_anywhere_and_keeps_the_choice() {
    let mut voter = Voter::at(&one_question());
    voter.press("enter 1 2 f2 down enter");
    assert!(shown(&voter).contains("You have chosen 2 of 3 (at least 2)"));
    voter.press("f2 1");
    assert!(shown(&voter).contains("Ha scelto 2 di 3 (almeno 2)"));
}

#[test]
fn releases_repeats_and_control_keys_do_nothing() {
    let mut voter = Voter::at(&one_question());
    voter.press("enter");
    let before = shown(&voter);
    for kind in [KeyEventKind::Release, KeyEventKind::Repeat] {
        let key = KeyEvent::new_with_kind(KeyCode::Char('1'), KeyModifiers::NONE, kind);
        voter.get(VoterMsg::Key(key));
    }
    for letter in ['c', 'z', '\\', 'd', ' '] {
        voter.get(VoterMsg::Key(KeyEvent::new(
            KeyCode::Char(letter),
            KeyModifiers::CONTROL,
        )));
    }
    voter.get(VoterMsg::Key(KeyEvent::new(
        KeyCode::Enter,
        KeyModifiers::ALT,
    )));
    assert_eq!(shown(&voter), before);
    assert!(voter.took().is_empty());
}

#[test]
fn debug_output_holds_no_vote() {
    let voter = to_the_offer();
    let seal = VoterEffect::Seal(vec![Answer::Options(vec![3])]);
    let sealed = VoterMsg::Sealed {
        tracker_text: TRACKER.to_owned(),
        qr_text: String::new(),
    };
    let all = format!("{:?} {seal:?} {sealed:?}", voter.model);
    assert_eq!(all, "VoterModel(..) Seal(..) Sealed(..)");
}

#[test]
fn enter_before_a_row_is_chosen_says_what_to_press() {
    let mut voter = to_the_offer();
    voter.press("enter");
    let screen = shown(&voter);
    assert!(screen.contains("Prima prema ↓"), "{screen}");
    assert!(voter.took().is_empty());
    voter.press("down");
    assert!(!shown(&voter).contains("Prima prema ↓"));
    voter.press("enter");
    assert_eq!(voter.took(), [VoterEffect::Cast]);
}

#[test]
fn back_from_the_welcome_is_the_language() {
    let mut voter = Voter::at(&one_question());
    voter.press("left");
    let screen = shown(&voter);
    assert!(screen.contains("Choose your language"), "{screen}");
    voter.press("2");
    assert!(shown(&voter).contains("Welcome to the vote"));
}

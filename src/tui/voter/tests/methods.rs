//! Each method, pressed through: what may be chosen, what is in the way, what is sealed.

use super::super::{Answer, VoterEffect};
use super::screens::shown;
use super::{
    Voter, capped, consultation_of, dear, of_each_method, points, priority, score, single,
};
use crate::ballot::Choices;
use crate::consultation::{Cents, Consultation, Method, Question};
use std::sync::Arc;

fn alone(question: Question) -> Arc<Consultation> {
    consultation_of(vec![question])
}

fn at(question: Question, keys: &str) -> Voter {
    let mut voter = Voter::at(&alone(question));
    voter.press(keys);
    voter
}

pub(super) fn says(voter: &Voter, words: &[&str]) {
    let screen = shown(voter);
    for words in words {
        assert!(screen.contains(words), "{words:?} is not in {screen}");
    }
}

fn sealed(voter: &mut Voter) -> Vec<Answer> {
    match voter.took().as_slice() {
        [VoterEffect::Seal(answers)] => answers.clone(),
        effects => panic!("{effects:?}"),
    }
}

#[test]
fn what_is_pressed_is_what_is_sealed() {
    let expected = [
        vec![Answer::Options(vec![1])],
        vec![Answer::Options(vec![2, 3, 4])],
        vec![Answer::Values(vec![5, 5, 0, 0, 0])],
        vec![Answer::Values(vec![40, 0, 0, 0, 0])],
        vec![Answer::Values(vec![0, 1, 5, 2, 3])],
        vec![Answer::Values(vec![7, 12, 0, 1_000_000, 99])],
        vec![Answer::Ranks(vec![Some(2), Some(0), Some(1)])],
        vec![Answer::Ranks(vec![Some(3), None, None])],
        vec![Answer::Options(vec![0, 1])],
        vec![Answer::Options(vec![0, 1]), Answer::Options(vec![0])],
        vec![
            Answer::Values(vec![4, 3, 2, 1, 0]),
            Answer::Ranks(vec![Some(0), Some(1), Some(2)]),
            Answer::Options(vec![1]),
        ],
    ];
    for ((consultation, keys), expected) in of_each_method().into_iter().zip(expected) {
        let mut voter = Voter::at(&consultation);
        voter.press(keys);
        let answers = sealed(&mut voter);
        assert_eq!(answers, expected, "{keys}");
        assert!(Choices::new(&consultation, &answers).is_ok(), "{keys}");
    }
}

#[test]
fn of_a_single_choice_another_moves_it() {
    let mut voter = at(single(), "enter 1 3");
    says(
        &voter,
        &["Ha scelto 1 di 1", "[ ] Semplificazione", "[x] Criteri"],
    );
    voter.press("end enter enter");
    assert_eq!(sealed(&mut voter), [Answer::Options(vec![2])]);
    let mut voter = at(single(), "enter 1 1 end enter");
    says(&voter, &["Manca ancora una scelta"]);
    voter.press("enter up enter enter");
    assert!(voter.took().is_empty());
}

#[test]
fn the_money_that_is_left_is_in_view() {
    let mut voter = at(capped(), "");
    says(&voter, &["al massimo 25.000 €"]);
    voter.press("enter");
    says(&voter, &["Ha scelto 0 di 4 (almeno 3). Restano 25.000 €"]);
    voter.press("3 5");
    says(&voter, &["Ha scelto 2 di 4 (almeno 3). Restano 17.200 €"]);
}

#[test]
fn an_option_that_no_longer_fits_says_so_and_is_not_taken() {
    // 10,000 and 4,800 and 3,000: 7,200 are left, and 7,400 is too much by a little.
    let mut voter = at(capped(), "enter 1 3 5 home");
    says(
        &voter,
        &["Restano 7.200 €", "7.400 € non ci sta", "6.000 € 5 [x]"],
    );
    voter.press("7");
    says(
        &voter,
        &["Questo progetto costa 7.400 € e restano 7.200 €: non ci sta"],
    );
    voter.press("enter");
    says(&voter, &["non ci sta", "[ ] Non scelto"]);
    voter.press("space left end enter enter");
    assert_eq!(sealed(&mut voter), [Answer::Options(vec![0, 2, 4])]);
}

#[test]
fn a_dead_end_is_said_before_and_after_and_is_not_sealed() {
    // Nothing costs less than 6,000: 10,000 and 9,500 together leave too little for a third.
    let mut voter = at(dear(600_000), "enter 1");
    says(&voter, &["Restano 15.000 €"]);
    voter.press("down");
    says(
        &voter,
        &["9.500 € attenzione", "non basta per arrivare a 3 progetti"],
    );
    let mut cheap = dear(600_000);
    cheap.method = Method::Approval {
        min: 2,
        max: 3,
        spend_cap: Some(Cents(2_500_000)),
    };
    let voter_of_two = at(cheap, "enter 1 2");
    says(
        &voter_of_two,
        &["nessun terzo progetto possibile. Se va bene così"],
    );

    voter.press("space");
    says(
        &voter,
        &["Restano 5.500 €: nessun terzo progetto possibile. Ne tolga uno."],
    );
    voter.press("end");
    says(&voter, &["nessun terzo progetto possibile"]);
    voter.press("enter");
    says(&voter, &["Manca ancora una scelta"]);
    voter.press("up down enter");
    assert!(voter.took().is_empty());

    // Three of 8,000 are possible, but none of them with one of 10,000.
    let voter = at(dear(800_000), "enter 1");
    says(
        &voter,
        &["Restano 15.000 €: non bastano per arrivare a 3 progetti. Ne tolga uno."],
    );
}

#[test]
fn points_that_are_left_are_in_view_and_never_overdrawn() {
    let mut voter = at(points(10, 5, true), "");
    says(
        &voter,
        &["Ha 10 punti da dividere tra 5 voci: al massimo 5 a ciascuna. I punti vanno dati tutti."],
    );
    voter.press("enter");
    says(
        &voter,
        &["Le restano 10 punti su 10", "Spazio le dà i punti"],
    );
    voter.press("space");
    says(
        &voter,
        &[
            "Quanti punti dà a questa voce?",
            "Semplificazione",
            "→ 0 [x] nessun punto",
            "5 [ ] punti",
        ],
    );
    assert!(!shown(&voter).contains("6 [ ]"));
    voter.press("6 7 up enter");
    says(&voter, &["[5] Semplificazione", "Le restano 5 punti su 10"]);
    voter.press("2 4 3");
    assert!(!shown(&voter).contains("2 [ ]"), "one point is left");
    voter.press("1");
    says(&voter, &["Ha dato tutti i punti: 10", "Quando ha finito"]);
    voter.press("5");
    says(&voter, &["Ha già dato tutti i punti. Prima ne tolga"]);
    voter.press("end enter enter");
    assert_eq!(sealed(&mut voter), [Answer::Values(vec![5, 4, 1, 0, 0])]);
}

#[test]
fn points_that_must_be_given_are_missed() {
    let mut voter = at(points(10, 5, true), "enter 1 5 2 4 end enter");
    says(
        &voter,
        &[
            "Manca ancora 1 punto",
            "Semplificazione amministrativa: 5 punti",
        ],
    );
    voter.press("up down enter");
    assert!(voter.took().is_empty());

    let mut voter = at(points(10, 5, false), "enter end enter");
    says(
        &voter,
        &["Manca ancora 1 punto", "Oppure voti scheda bianca"],
    );
    voter.press("enter 1 1 end enter");
    says(&voter, &["Non ha dato 9 punti."]);
    voter.press("enter");
    assert_eq!(sealed(&mut voter), [Answer::Values(vec![1, 0, 0, 0, 0])]);
}

#[test]
fn a_number_is_typed_digit_by_digit_where_it_has_several() {
    let mut voter = at(points(100, 60, false), "enter 1 4 5");
    says(&voter, &["→ 45 [ ] punti"]);
    voter.press("9");
    says(&voter, &["→ 9 [ ] punti"]);
    voter.press("down 2 enter");
    says(&voter, &["[ 2] Semplificazione"]);
    voter.press("1 6 0 enter 2 4 1");
    says(&voter, &["→ 1 [ ] punto"]);
    voter.press("enter end enter enter");
    assert_eq!(sealed(&mut voter), [Answer::Values(vec![60, 1, 0, 0, 0])]);
}

#[test]
fn every_option_needs_a_score_and_nothing_is_one() {
    let mut voter = at(score(5), "enter");
    says(
        &voter,
        &["Ha dato 0 punteggi su 5", "0 = per niente, 5 = del tutto"],
    );
    voter.press("space");
    says(
        &voter,
        &["Che punteggio dà", "0 [ ] per niente", "5 [ ] del tutto"],
    );
    assert!(!shown(&voter).contains("[x]") && !shown(&voter).contains("→ 0"));
    voter.press("space enter");
    says(&voter, &["Prima prema ↓"]);
    voter.press("down enter");
    says(
        &voter,
        &["[0] Semplificazione", "→ 2 [ ]", "Ha dato 1 punteggio su 5"],
    );
    voter.press("space 4 space 3 end enter");
    says(
        &voter,
        &[
            "Mancano ancora 2 punteggi",
            "Semplificazione amministrativa: 0 su 5",
        ],
    );
    voter.press("enter 4 2 space 1");
    says(&voter, &["→ Avanti"]);
    voter.press("1 5");
    says(&voter, &["→ 1 [5]"]);
    voter.press("end enter enter");
    assert_eq!(sealed(&mut voter), [Answer::Values(vec![5, 4, 3, 2, 1])]);
}

#[test]
fn after_a_score_the_focus_only_goes_down() {
    let mut voter = at(score(5), "enter 3 1");
    says(&voter, &["→ 4 [ ]"]);
    voter.press("5 2");
    // What is missing is above: on to the end of the list, not back to its top.
    says(&voter, &["→ Avanti", "1 [ ]", "4 [ ]"]);
    voter.press("4 0");
    says(&voter, &["→ 5 [2]"]);
    voter.press("1 3");
    says(&voter, &["→ 2 [ ]"]);
    voter.press("space 5");
    says(&voter, &["→ Avanti"]);
}

#[test]
fn an_order_closes_up_when_one_is_taken_back() {
    let mut voter = at(priority(false), "enter");
    says(
        &voter,
        &["1o posto: 3 punti, 2o posto: 2 punti, 3o posto: 1 punto"],
    );
    says(&voter, &["Spazio mette la voce al 1o posto"]);
    voter.press("4 2 5 1");
    says(
        &voter,
        &["I 3 posti sono già presi", "4 [1o]", "2 [2o]", "5 [3o]"],
    );
    voter.press("4");
    says(
        &voter,
        &[
            "2 [1o]",
            "5 [2o]",
            "Ha messo in ordine 2 di 3",
            "al 3o posto",
        ],
    );
    voter.press("down");
    says(&voter, &["Spazio toglie la voce dal suo posto"]);
    voter.press("end enter");
    says(
        &voter,
        &["Manca ancora un posto", "1o Plastic free (3 punti)"],
    );
    voter.press("up down enter 1 end enter enter");
    assert_eq!(
        sealed(&mut voter),
        [Answer::Ranks(vec![Some(1), Some(4), Some(0)])]
    );
}

#[test]
fn an_order_without_any_rank_is_no_answer_even_where_ranks_may_stay_empty() {
    let mut voter = at(priority(true), "enter end enter");
    says(
        &voter,
        &["Manca ancora un posto", "Oppure voti scheda bianca"],
    );
    voter.press("up down enter");
    assert!(voter.took().is_empty());
}

#[test]
fn blank_takes_back_whatever_was_given_and_giving_undoes_blank() {
    let cases = [
        (
            points(10, 5, false),
            "1 3",
            "I punti che ha dato vengono tolti",
        ),
        (score(5), "1 3", "I punteggi che ha dato vengono tolti"),
        (priority(false), "1", "L'ordine che ha dato viene tolto"),
        (single(), "1", "La voce che ha scelto viene tolta"),
    ];
    for (question, keys, loses) in cases {
        let mut voter = at(question, "enter");
        voter.press(keys).press("end up enter");
        says(&voter, &[loses]);
        voter.press("down enter enter");
        assert_eq!(sealed(&mut voter), [Answer::Blank]);

        voter.get(super::VoterMsg::SealFailed);
        voter.press("enter up enter").press(keys);
        says(&voter, &["La scheda non è più bianca"]);
    }
}

#[test]
fn several_questions_each_with_its_method() {
    let (survey, keys) = of_each_method().pop().unwrap();
    let mut voter = Voter::at(&survey);
    says(&voter, &["Le domande sono 3"]);
    voter.press("enter");
    says(&voter, &["Domanda 1 di 3. Ha dato 0 punteggi su 5"]);
    voter
        .press("left")
        .press(keys.strip_suffix(" enter").unwrap());
    says(
        &voter,
        &[
            "5 punteggi dati",
            "3 voci in ordine",
            "Cambio: Quanto è d'accordo?",
        ],
    );
    voter.press("home");
    says(
        &voter,
        &["Semplificazione amministrativa: 4 su 4", "giovane: 0 su 4"],
    );
    voter.press("down");
    says(&voter, &["1o Semplificazione amministrativa (3 punti)"]);
    assert!(!shown(&voter).contains("4 su 4"));
}

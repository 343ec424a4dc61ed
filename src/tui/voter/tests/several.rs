//! Several questions on one ballot: what is said of one of them is not said of the whole.

use super::methods::says;
use super::screens::shown;
use super::{Voter, consultation_of, points, score};
use crate::consultation::Question;

#[test]
fn one_of_several_questions_left_blank_is_not_a_blank_ballot() {
    let mut voter = Voter::at(&consultation_of(vec![score(4), points(10, 5, false)]));
    voter.press("enter end up");
    says(&voter, &["→ [ ] Lascio bianca questa domanda"]);
    voter.press("enter");
    says(
        &voter,
        &[
            "Lascia bianca questa domanda?",
            "Le altre risposte restano.",
            "Sì, lascio bianca questa domanda",
        ],
    );
    voter.press("down enter end enter");
    says(&voter, &["[x] bianca"]);
    let screen = shown(&voter).to_lowercase();
    assert!(!screen.contains("scheda bianca"), "{screen}");
}

#[test]
fn a_review_of_many_questions_shows_the_answer_in_focus_and_the_next_step() {
    let questions = vec![score(4), score(4), score(4), score(4)];
    let mut voter = Voter::at(&consultation_of(questions));
    voter.press("enter 1 4 2 3 3 2 4 1 5 0 end enter end enter end enter end enter");
    let missing = "Mancano ancora risposte: scelga una riga \"da completare\" e prema Invio.";
    says(
        &voter,
        &[
            missing,
            "da completare",
            "fatto",
            "Mancano ancora 5 punteggi",
        ],
    );
    voter.press("home");
    says(&voter, &[missing, "Semplificazione amministrativa: 4 su 4"]);
    voter.press("down");
    for _ in 0..3 {
        voter.press("enter 1 4 2 3 3 2 4 1 5 0 end enter");
    }
    assert!(!shown(&voter).contains(missing));
    says(
        &voter,
        &[
            "Va bene: sigillo la mia scheda",
            "Con ↑ vada su una domanda",
        ],
    );
}

#[test]
fn a_review_without_room_for_answers_says_which_questions_are_done() {
    let mut many: Vec<Question> = (0..12).map(|_| score(1)).collect();
    for question in &mut many {
        question.options.truncate(1);
    }
    let mut voter = Voter::at(&consultation_of(many));
    voter.press("enter");
    for _ in 0..11 {
        voter.press("1 1 end enter");
    }
    voter.press("end enter");
    says(&voter, &["da completare", "fatto"]);
    voter.press("enter");
    says(&voter, &["Domanda 12 di 12"]);
}

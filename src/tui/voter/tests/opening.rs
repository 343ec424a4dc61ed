//! Cast or open: the voter tests the machine, and then votes.

use super::super::{Answer, Stage, VoterEffect, VoterMsg};
use super::screens::shown;
use super::{
    LINK, TRACKER, Voter, consultation_of, of_each_method, one_question, priority, score, single,
};

/// The first two projects chosen, the tracker offered.
fn offered() -> Voter {
    let mut voter = Voter::at(&one_question());
    voter.press("enter 1 2 end enter enter");
    voter.seal();
    voter.took();
    voter
}

fn opened() -> Voter {
    let mut voter = offered();
    voter.press("up enter down enter");
    assert_eq!(voter.took(), [VoterEffect::Open]);
    voter.get(VoterMsg::Opened);
    voter
}

fn choices(voter: &Voter) -> u64 {
    match &voter.model.stage {
        Stage::Voting(booth) => (0..3).map(|q| booth.selections.count(q)).sum(),
        Stage::Over(_) => 0,
    }
}

#[test]
fn opening_is_the_last_row_and_is_asked_for_once_more() {
    let mut voter = offered();
    voter.press("enter");
    assert!(voter.took().is_empty());
    voter.press("down down down");
    assert!(shown(&voter).contains("→ Provo la macchina: apro la scheda"));
    voter.press("enter");
    let screen = shown(&voter);
    for sentence in [
        "se la macchina ha sigillato proprio quello che Lei ha scelto.",
        "diventa pubblico, senza il Suo nome, e questa scheda non conta come voto.",
        "Dopo vota da capo, con una scheda nuova.",
        "→ No, torno alla scheda sigillata",
    ] {
        assert!(screen.contains(sentence), "{sentence:?} is not in {screen}");
    }
    voter.press("enter enter enter");
    assert!(
        voter.took().is_empty(),
        "\"no\" has the focus, and no row of the offer"
    );
    voter.press("up enter left");
    assert!(shown(&voter).contains("La Sua scheda è sigillata") && voter.took().is_empty());
    voter.press("down enter");
    assert_eq!(voter.took(), [VoterEffect::Cast], "it can still be cast");
}

#[test]
fn while_it_is_being_opened_nothing_else_happens() {
    let mut voter = offered();
    voter.press("up enter down enter enter space f9 left down enter");
    voter.wait(500);
    assert_eq!(voter.took(), [VoterEffect::Open]);
    assert!(
        !shown(&voter).contains("La scheda è aperta"),
        "it is not yet"
    );
    voter.get(VoterMsg::CastDone);
    voter.get(VoterMsg::CastFailed);
    assert!(voter.took().is_empty() && !shown(&voter).contains("Il voto è nell'urna"));
}

#[test]
fn an_opened_ballot_shows_what_was_in_it_and_where_to_check() {
    let mut voter = opened();
    let screen = shown(&voter);
    for words in [
        "Non è nell'urna e non conta. Dentro c'era:",
        "[x] I sentieri dell'Unione (10.000 €)",
        "[x] Il digitale come mezzo",
        TRACKER,
    ] {
        assert!(screen.contains(words), "{words:?} is not in {screen}");
    }
    voter.press("enter");
    let screen = shown(&voter);
    for words in [
        TRACKER,
        "bacheca pubblica",
        "senza il Suo nome",
        "bacheca.example.it",
        "Le scelte di prima sono cancellate",
    ] {
        assert!(screen.contains(words), "{words:?} is not in {screen}");
    }
    voter.press("enter");
    assert!(
        shown(&voter).contains("Dentro c'era"),
        "a key too many only goes back"
    );
}

#[test]
fn every_method_is_shown_in_words() {
    let words = [
        "[x] Plastic free",
        "[x] Sportello digitale nelle biblioteche (6.000 €)",
        "• Plastic free: 5 punti",
        "• Semplificazione amministrativa: 40 punti",
        "• Semplificazione amministrativa: 0 su 5",
        "1000000 su 1000000",
        "1o Criteri per gli incentivi alle imprese (3 punti)",
        "1o Una mobilità che unisce i comuni (3 punti)",
        "I sentieri",
        "Quali progetti vuole finanziare?",
        "Semplificazione amministrativa: 4 su 4",
    ];
    for ((consultation, keys), words) in of_each_method().into_iter().zip(words) {
        let mut voter = Voter::at(&consultation);
        voter.press(keys);
        voter.seal();
        voter.press("up enter down enter");
        voter.get(VoterMsg::Opened);
        let screen = shown(&voter);
        assert!(screen.contains(words), "{words:?} is not in {screen}");
    }
}

#[test]
fn every_answer_of_an_opened_ballot_is_read_page_by_page() {
    let mut long = score(3);
    let more = long.options.clone();
    long.options.extend(more);
    let consultation = consultation_of(vec![long, priority(false), single()]);
    let mut voter = Voter::at(&consultation);
    voter.press("enter");
    for _ in 0..10 {
        voter.press("space 2");
    }
    voter.press("enter 4 2 1 end enter 3 end enter enter");
    voter.seal();
    voter.press("up enter down enter");
    voter.get(VoterMsg::Opened);
    let pages = [
        ("Pagina 1 di 4", "Spazi per chi è giovane: 2 su 3"),
        ("Pagina 2 di 4", "Semplificazione amministrativa: 2 su 3"),
        (
            "Pagina 3 di 4",
            "1o Una mobilità che unisce i comuni (3 punti)",
        ),
        (
            "Pagina 4 di 4",
            "[x] Criteri per gli incentivi alle imprese",
        ),
    ];
    for (page, words) in pages {
        let screen = shown(&voter);
        assert!(
            screen.contains(page) && screen.contains(words),
            "{page} {words} {screen}"
        );
        voter.press("space");
    }
    assert!(shown(&voter).contains("Fotografi il codice"));
    voter.press("left enter left left");
    assert!(shown(&voter).contains("Pagina 1 di 4"));
}

#[test]
fn after_an_opening_nothing_is_chosen_and_a_vote_is_sealed_anew() {
    let mut voter = opened();
    voter.press("enter down enter");
    assert!(shown(&voter).contains("Ha scelto 0 di 3") && choices(&voter) == 0);
    voter.press("end enter up down enter");
    assert!(voter.took().is_empty(), "nothing to seal");
    voter.press("3 4 end enter enter");
    assert_eq!(
        voter.took(),
        [VoterEffect::Seal(vec![Answer::Options(vec![2, 3])])]
    );
    let other = "0000-1111-2222-3333";
    voter.get(VoterMsg::Sealed {
        tracker_text: other.to_owned(),
        qr_text: LINK.to_owned(),
    });
    assert!(shown(&voter).contains(other) && !shown(&voter).contains(TRACKER));
    voter.press("enter");
    assert!(voter.took().is_empty(), "again no row has the focus");
    voter.press("down enter");
    voter.get(VoterMsg::CastDone);
    assert_eq!(voter.took(), [VoterEffect::Cast]);
    assert!(shown(&voter).contains(other));
}

#[test]
fn a_failed_opening_says_the_truth_and_keeps_the_choices() {
    let mut voter = offered();
    voter.press("up enter down enter");
    voter.get(VoterMsg::OpenFailed);
    assert_eq!(voter.took(), [VoterEffect::Open, VoterEffect::WipeSeal]);
    let screen = shown(&voter);
    for words in [
        "La scheda NON è stata aperta",
        "non è nell'urna",
        "Le Sue scelte ci sono ancora",
    ] {
        assert!(screen.contains(words), "{words:?} is not in {screen}");
    }
    assert!(!screen.contains(TRACKER));
    voter.press("enter enter");
    assert_eq!(
        voter.took(),
        [VoterEffect::Seal(vec![Answer::Options(vec![0, 1])])]
    );
}

#[test]
fn who_leaves_after_an_opening_has_not_voted() {
    for keys in ["f9 down enter", "enter f9 down enter"] {
        let mut voter = opened();
        voter.press(keys);
        assert_eq!(voter.took(), [VoterEffect::GiveBack { voted: false }]);
        assert!(voter.model.is_over() && !shown(&voter).contains(TRACKER));
    }
    let mut voter = offered();
    voter.press("up enter f9 down enter");
    assert_eq!(
        voter.took(),
        [
            VoterEffect::WipeSeal,
            VoterEffect::GiveBack { voted: false }
        ]
    );
}

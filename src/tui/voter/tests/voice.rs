//! The voice: asked for, heard in the headphones, all that is on the screen.

use super::super::{Space, VoterEffect, VoterMsg};
use super::{TRACKER, Voter, one_question};
use crate::i18n::Language;
use crate::tui::appearance::Voice;

fn with_a_voice() -> Voter {
    let mut voter = Voter::at(&one_question());
    voter.get(VoterMsg::Shown(Space {
        voice: true,
        ..Space::default()
    }));
    voter.took();
    voter
}

/// What was said since last asked.
fn said(voter: &mut Voter) -> Vec<String> {
    let said = |effect| match effect {
        VoterEffect::Say { text, .. } => Some(text),
        _ => None,
    };
    voter.took().into_iter().filter_map(said).collect()
}

#[test]
fn nothing_is_said_until_the_voter_asks_and_hears_it_in_the_headphones() {
    let mut voter = with_a_voice();
    voter.press("enter 1 down");
    assert!(said(&mut voter).is_empty());
    voter.press("f3 3");
    let first = said(&mut voter).join(" ");
    assert!(
        first.contains("cuffia") && !first.contains("sentieri"),
        "{first}"
    );
    voter.press("enter");
    voter.took();
    voter.press("left down");
    assert!(said(&mut voter).is_empty(), "\"no\" turns the voice off");
    voter.press("f3 3 down enter left");
    let list = said(&mut voter).pop().unwrap();
    assert!(list.contains("Quali progetti vuole finanziare?"), "{list}");
}

#[test]
fn the_voice_follows_the_focus_and_repeats_the_screen() {
    let mut voter = with_a_voice();
    voter.press("f3 3 down enter left enter");
    said(&mut voter);
    voter.press("down");
    assert_eq!(
        said(&mut voter),
        ["2. Il digitale come mezzo di integrazione sociale. 9.500 €. Non scelto. Riga 2 di 12."]
    );
    voter.press("space");
    let chosen = said(&mut voter).join(" ");
    assert!(
        chosen.contains("Scelto. Riga 2 di 12") && chosen.contains("Ha scelto 1 di 3"),
        "{chosen}"
    );
    voter.press("f4");
    let again = said(&mut voter).join(" ");
    assert!(
        again.contains("Quali progetti") && again.contains("Riga 2 di 12"),
        "{again}"
    );
    voter.press("f3 3");
    let effects = voter.took();
    let slower = effects.iter().any(|e| {
        matches!(
            e,
            VoterEffect::Say {
                voice: Voice::Slow,
                language: Language::It,
                ..
            }
        )
    });
    assert!(slower, "{effects:?}");
    voter.press("3 3");
    assert!(
        voter.took().contains(&VoterEffect::Hush),
        "it stops when it is turned off"
    );
}

/// A blind voter hears everything to the end, the code sign by sign.
#[test]
fn a_whole_vote_is_heard() {
    let mut voter = with_a_voice();
    voter.press("f3 3 down enter left enter 1 2 end enter");
    let review = said(&mut voter).pop().unwrap();
    assert!(
        review.contains("sentieri") && review.contains("digitale"),
        "{review}"
    );
    voter.press("enter");
    voter.seal();
    let offer = said(&mut voter).pop().unwrap();
    assert!(
        offer.contains("K 7 Q M, 2 X 9 D, 4 H T W, P 3 V A"),
        "{offer}"
    );
    assert!(
        !offer.contains(TRACKER) && !offer.contains("HTTPS"),
        "{offer}"
    );
    voter.press("down enter");
    voter.get(VoterMsg::CastDone);
    let slip = said(&mut voter).pop().unwrap();
    assert!(slip.contains("Il voto è nell'urna"), "{slip}");
    voter.press("enter down enter");
    let over = said(&mut voter).pop().unwrap();
    assert!(
        over.contains("Restituisca lo schermo") && !over.contains("K 7 Q M"),
        "{over}"
    );
}

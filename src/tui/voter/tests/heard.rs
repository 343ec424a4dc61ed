//! What is heard of every screen, in every language.

use super::super::sounds::is_drawn;
use super::super::{Space, VoterEffect, VoterMsg};
use super::screens::all;
use super::{Voter, many_options, one_question};
use crate::i18n::{Language, text};
use crate::tui::appearance::{Appearance, Voice};
use crate::tui::facts::PrintState;
use crate::tui::reading::Size;

/// With a voice, heard in the headphones; what was said until then is forgotten.
fn hearing(mut voter: Voter) -> Voter {
    voter.get(VoterMsg::Shown(Space {
        voice: true,
        ..Space::default()
    }));
    voter.press("f3 3 down enter left");
    voter.took();
    voter
}

/// What was said since last asked.
fn said(voter: &mut Voter) -> String {
    let said = voter.took().into_iter().filter_map(|effect| match effect {
        VoterEffect::Say { text, .. } => Some(text),
        _ => None,
    });
    said.collect::<Vec<_>>().join("\n")
}

/// Each page of each screen as it is heard when it comes, and when it is repeated.
fn each(look: &mut dyn FnMut(&str, Language, &str, &str)) {
    for (name, mut voter) in all() {
        voter.get(VoterMsg::Shown(Space {
            voice: true,
            ..Space::default()
        }));
        for language in Language::ALL {
            for size in [Size::Normal, Size::VeryLarge] {
                if size == Size::VeryLarge && language != Language::Sq {
                    continue;
                }
                let appearance = Appearance {
                    size,
                    voice: Voice::Normal,
                    ..Appearance::default()
                };
                for page in 0.. {
                    voter.model.look(language, Appearance::default());
                    voter.get(VoterMsg::Tick);
                    voter.model.look(language, appearance);
                    if page >= voter.model.pages() {
                        break;
                    }
                    voter.model.turn_to(page);
                    voter.took();
                    voter.get(VoterMsg::Paper(PrintState::NoPrinter));
                    let first = said(&mut voter);
                    voter.press("f4");
                    let again = said(&mut voter);
                    look(name, language, &first, &again);
                }
            }
        }
    }
}

#[test]
fn no_odd_sign_is_said_and_each_screen_ends_with_what_to_press() {
    each(&mut |name, language, first, again| {
        for said in [first, again] {
            let of = format!("of {name} in {language:?}: {said}");
            let drawn: String = said.chars().filter(|c| is_drawn(*c)).collect();
            assert!(drawn.is_empty(), "{drawn} {of}");
            assert!(!said.contains('{') && !said.contains("heard-"), "{of}");
            for twice in ["..", ".,", "?.", "!.", ":.", ";.", ",.", "….", " .", " ,"] {
                assert!(!said.contains(twice), "{twice} {of}");
            }
            for line in said.lines() {
                let end = line.trim_end_matches([')', '"', '»', '”']);
                let ends = end.ends_with(['.', ':', '?', '!', ';', '…']);
                assert!(ends && line == line.trim(), "{line} {of}");
            }
        }
        let repeats = format!("F4: {}.", text(language, "heard-do-again"));
        let last = again.lines().last().unwrap().replace(" :", ":");
        assert_eq!(last, repeats, "{name}");
        let last = first.lines().last().unwrap();
        let waits = ["sealing", "casting", "opening", "idle"].contains(&name);
        assert!(
            waits || again.lines().any(|l| l == last) && last.contains(':'),
            "{name} in {language:?} ends with {last}:\n{first}\n\n{again}"
        );
    });
}

/// A screen that was heard before is as short as it can be: its keys are known.
#[test]
fn keys_are_told_once_and_repeated_on_demand() {
    let mut voter = hearing(Voter::at(&one_question()));
    voter.press("enter");
    let first = said(&mut voter);
    // Up, down and back were told with the first questions.
    assert!(
        first.contains("Spazio: scegli o togli.") && !first.contains("muovi"),
        "{first}"
    );
    assert!(first.contains("Invio: leggi."), "{first}");
    voter.press("down enter");
    said(&mut voter);
    voter.press("left");
    let again = said(&mut voter);
    assert!(!again.contains("Spazio: scegli o togli"), "{again}");
    assert!(again.ends_with("Invio: leggi."), "{again}");
    voter.press("f4");
    let all = said(&mut voter);
    assert!(
        all.contains("Freccia giù o freccia su: muovi.") && all.contains("F9: "),
        "{all}"
    );
}

/// The first words of the voice name the keys of the answer to them.
#[test]
fn who_has_just_turned_the_voice_on_hears_which_keys_there_are() {
    let mut voter = Voter::at(&one_question());
    voter.get(VoterMsg::Shown(Space {
        voice: true,
        ..Space::default()
    }));
    voter.press("f3 3");
    let first = said(&mut voter);
    for key in ["Freccia giù o freccia su", "Invio", "Esc", "F4"] {
        assert!(first.contains(key), "{key}: {first}");
    }
}

#[test]
fn a_key_without_a_meaning_is_answered_in_a_sentence() {
    let mut voter = hearing(Voter::at(&one_question()));
    voter.press("x");
    assert_eq!(
        said(&mut voter),
        "Questo tasto qui non fa nulla.\nInvio: avanti."
    );
    voter.press("x");
    assert!(said(&mut voter).starts_with("Questo tasto"));
    // Time alone says nothing.
    voter.wait(5);
    assert_eq!(said(&mut voter), "");
    // Without a voice nobody is told.
    let mut silent = Voter::at(&one_question());
    silent.press("x");
    assert_eq!(said(&mut silent), "");
    // While a ballot is sealed no key does anything: what is being done is said.
    voter.press("enter 1 2 end enter enter");
    said(&mut voter);
    voter.press("enter");
    let waiting = said(&mut voter);
    assert!(waiting.contains("Non deve premere nulla"), "{waiting}");
}

/// Pressed twice, a key that is refused is answered twice.
#[test]
fn a_refusal_is_said_as_often_as_it_is_met() {
    let mut voter = hearing(Voter::at(&one_question()));
    voter.press("enter 1 2 3 4");
    let full = said(&mut voter);
    assert!(
        full.contains("Ne ha già scelti 3") || full.contains("già"),
        "{full}"
    );
    voter.press("space");
    let again = said(&mut voter);
    assert!(
        !again.contains("Questo tasto") && again.contains("già"),
        "{again}"
    );
}

#[test]
fn a_sealed_ballot_says_which_key_is_next() {
    let mut voter = hearing(Voter::at(&one_question()));
    voter.press("enter 1 2 end enter enter");
    voter.seal();
    let offer = said(&mut voter);
    assert!(offer.contains("prema freccia giù"), "{offer}");
    assert!(offer.ends_with("Invio: conferma."), "{offer}");
    voter.press("enter");
    assert!(said(&mut voter).contains("Prima prema freccia giù, poi Invio"));
    voter.press("down");
    assert!(said(&mut voter).starts_with("Metto la scheda nell'urna. Riga 1 di 3."));
}

/// Nobody who listens is told to take a picture.
#[test]
fn the_slip_is_heard_as_somebody_needs_it_who_does_not_see_it() {
    let mut voter = hearing(Voter::at(&one_question()));
    voter.press("enter 1 2 end enter enter");
    voter.seal();
    voter.press("down enter");
    said(&mut voter);
    voter.get(VoterMsg::CastDone);
    let slip = said(&mut voter);
    assert!(
        slip.contains("K 7 Q M, 2 X 9 D, 4 H T W, P 3 V A.") && slip.contains("prema F4"),
        "{slip}"
    );
    assert!(slip.contains("bacheca punto example punto it"), "{slip}");
    assert!(
        !slip.contains("otograf") && !slip.contains("personale"),
        "{slip}"
    );
    voter.get(VoterMsg::Paper(PrintState::Printed));
    let paper = said(&mut voter);
    assert!(paper.contains("lo chieda al personale"), "{paper}");
    voter.press("enter");
    let finish = said(&mut voter);
    assert!(!finish.contains("otograf"), "{finish}");
}

/// With larger letters a screen has pages: each is heard as it is turned to.
#[test]
fn pages_are_heard_one_by_one() {
    let mut voter = hearing(Voter::at(&many_options()));
    voter.press("f3 1 1 left");
    said(&mut voter);
    let pages = voter.model.pages();
    assert!(pages > 1);
    voter.press("f4");
    let first = said(&mut voter);
    assert!(
        first.contains(&format!("Pagina 1 di {pages}")) && first.contains("continua a leggere"),
        "{first}"
    );
    voter.press("enter");
    let second = said(&mut voter);
    assert!(
        !second.is_empty() && second.lines().next() != first.lines().next(),
        "{second}"
    );
    assert!(second.contains("Invio: "), "{second}");
}

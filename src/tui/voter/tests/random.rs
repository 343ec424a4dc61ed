//! Any keys and answers in any order, over consultations of every method.

use super::super::{Stage, VoterEffect, VoterModel, VoterMsg};
use super::{BOARD, LINK, TRACKER, of_each_method};
use crate::ballot::Choices;
use crate::i18n::Language;
use crate::tui::theme::{Glyphs, Theme};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fn message() -> impl Strategy<Value = VoterMsg> {
    let codes = vec![
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Down,
        KeyCode::Char(' '),
        KeyCode::Left,
        KeyCode::Enter,
        KeyCode::Enter,
        KeyCode::Char('1'),
        KeyCode::Char('2'),
        KeyCode::Char('3'),
        KeyCode::Char('0'),
        KeyCode::Char('9'),
        KeyCode::F(2),
        KeyCode::F(9),
        KeyCode::End,
        KeyCode::Char('c'),
    ];
    let key = |code| VoterMsg::Key(KeyEvent::new(code, KeyModifiers::NONE));
    let sealed = VoterMsg::Sealed {
        tracker_text: TRACKER.to_owned(),
        qr_text: LINK.to_owned(),
    };
    prop_oneof![
        24 => prop::sample::select(codes).prop_map(key),
        4 => Just(sealed),
        1 => Just(VoterMsg::SealFailed),
        1 => Just(VoterMsg::CastDone),
        1 => Just(VoterMsg::CastFailed),
        2 => Just(VoterMsg::Opened),
        1 => Just(VoterMsg::OpenFailed),
        1 => Just(VoterMsg::Tick),
    ]
}

/// The ballot that was sealed last, as far as the station has to do with it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Ballot {
    None,
    /// Being sealed.
    Asked,
    /// On the screen; so many keys have moved a focus since.
    Offered(u32),
    Casting,
    Opening,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn only_what_is_allowed_is_sealed_and_it_is_cast_once_or_opened(
        messages in prop::collection::vec(message(), 0..120),
        method in any::<prop::sample::Index>(),
        ahead in any::<bool>(),
        draw_at in 0_usize..120,
    ) {
        let all = of_each_method();
        let (consultation, keys) = method.get(&all);
        let mut voter = super::Voter {
            model: VoterModel::new(consultation.clone(), Language::It, BOARD.to_owned()),
            effects: Vec::new(),
        };
        let (mut ballot, mut casts, mut ends, mut put) = (Ballot::None, 0, 0, false);
        if ahead {
            voter.press("enter").press(keys);
        }
        for (n, msg) in messages.into_iter().enumerate() {
            // What happened before this message is looked at first.
            for effect in voter.took() {
                prop_assert!(ends == 0 || effect == VoterEffect::WipeSeal, "{effect:?} at the end");
                match effect {
                    VoterEffect::Seal(answers) => {
                        let allowed = Choices::new(consultation, &answers);
                        prop_assert!(allowed.is_ok(), "{allowed:?}");
                        prop_assert!(casts == 0, "sealed after casting");
                        ballot = Ballot::Asked;
                    }
                    VoterEffect::Cast | VoterEffect::Open => {
                        let Ballot::Offered(moves) = ballot else {
                            panic!("{effect:?} with {ballot:?}");
                        };
                        prop_assert!(moves > 0, "nobody chose that row");
                        let cast = effect == VoterEffect::Cast;
                        casts += u32::from(cast);
                        ballot = if cast { Ballot::Casting } else { Ballot::Opening };
                    }
                    VoterEffect::WipeSeal => ballot = Ballot::None,
                    VoterEffect::Say { .. } | VoterEffect::Hush | VoterEffect::AskPaper => {}
                    VoterEffect::GiveBack { voted } => {
                        prop_assert_eq!(voted, put, "what is given back is the truth");
                        ends += 1;
                    }
                }
            }
            ballot = match (&msg, ballot) {
                (VoterMsg::Sealed { .. }, Ballot::Asked) => Ballot::Offered(0),
                (VoterMsg::Key(key), Ballot::Offered(moves)) => {
                    let moved = matches!(key.code, KeyCode::Up | KeyCode::Down);
                    Ballot::Offered(moves + u32::from(moved))
                }
                (VoterMsg::CastDone, Ballot::Casting) => {
                    put = true;
                    Ballot::None
                }
                (VoterMsg::SealFailed, Ballot::Asked) | (VoterMsg::Opened, Ballot::Opening) => {
                    Ballot::None
                }
                (_, ballot) => ballot,
            };
            voter.get(msg);
            if ends > 0 || casts > 0 || voter.model.is_over() {
                prop_assert!(nothing_chosen(&voter.model, consultation.questions.len()));
            }
            if n == draw_at {
                for (glyphs, size) in [(Glyphs::Console, (80, 24)), (Glyphs::Unicode, (13, 7))] {
                    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
                    terminal.draw(|f| drop(voter.model.view(f, Theme::new(glyphs), "10:12"))).unwrap();
                }
            }
        }
        prop_assert!(casts <= 1 && ends <= 1);
    }
}

fn nothing_chosen(model: &VoterModel, questions: usize) -> bool {
    match &model.stage {
        Stage::Voting(booth) => (0..questions).all(|q| booth.selections.named(q).is_empty()),
        Stage::Over(_) => true,
    }
}

//! Any keys and answers in any order.

use super::super::{VoterEffect, VoterModel, VoterMsg};
use super::{BOARD, LINK, TRACKER, two_questions};
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
        KeyCode::Char(' '),
        KeyCode::Left,
        KeyCode::Enter,
        KeyCode::Char('1'),
        KeyCode::Char('2'),
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
        20 => prop::sample::select(codes).prop_map(key),
        2 => Just(sealed),
        1 => Just(VoterMsg::SealFailed),
        1 => Just(VoterMsg::CastDone),
        1 => Just(VoterMsg::CastFailed),
        1 => Just(VoterMsg::Tick),
    ]
}

/// Keys that lead to the offer, so that what follows is not always about the list.
const TO_THE_OFFER: &str = "enter enter 1 2 end enter 1 end enter enter";

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn at_most_one_vote_is_cast_and_only_after_its_tracker_was_shown(
        messages in prop::collection::vec(message(), 0..120),
        ahead in any::<bool>(),
        draw_at in 0_usize..120,
    ) {
        let mut voter = super::Voter {
            model: VoterModel::new(two_questions(), Language::It, BOARD.to_owned()),
            effects: Vec::new(),
        };
        let (mut waiting, mut sealed, mut casts, mut ends, mut put) = (false, false, 0, 0, false);
        if ahead {
            voter.press(TO_THE_OFFER);
        }
        for (n, msg) in messages.into_iter().enumerate() {
            // What happened before this message is looked at first.
            for effect in voter.took() {
                prop_assert!(ends == 0 || effect == VoterEffect::WipeSeal, "{effect:?} at the end");
                match effect {
                    VoterEffect::Seal(answers) => {
                        prop_assert_eq!(answers.len(), 2);
                        (waiting, sealed) = (true, false);
                    }
                    VoterEffect::Cast => {
                        prop_assert!(sealed, "nothing was sealed");
                        casts += 1;
                    }
                    VoterEffect::WipeSeal => sealed = false,
                    VoterEffect::GiveBack { voted } => {
                        prop_assert_eq!(voted, put, "what is given back is the truth");
                        ends += 1;
                    }
                }
            }
            match &msg {
                VoterMsg::Sealed { .. } if waiting => (waiting, sealed) = (false, true),
                VoterMsg::SealFailed => waiting = false,
                VoterMsg::CastDone if casts == 1 && sealed => put = true,
                VoterMsg::CastFailed if casts == 1 && !put => sealed = false,
                _ => {}
            }
            voter.get(msg);
            if n == draw_at {
                for (glyphs, size) in [(Glyphs::Console, (80, 24)), (Glyphs::Unicode, (13, 7))] {
                    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
                    terminal.draw(|f| voter.model.view(f, Theme::new(glyphs), "10:12")).unwrap();
                }
            }
        }
        prop_assert!(casts <= 1 && ends <= 1);
    }
}

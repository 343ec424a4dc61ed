//! From the hand-over on nothing of the desk is shown, and only PIN or passphrase leads back.

use super::fake::{FakeClerk, PASSPHRASE, PIN, RESIDENT};
use super::kiosk::Kiosk;
use crate::tui::facts::Notice;
use crate::tui::model::{Msg, Screen};
use crate::tui::work::Done;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use proptest::prelude::*;

#[test]
fn five_wrong_pins_need_the_passphrase() {
    let mut kiosk = Kiosk::returning();
    kiosk.keys("12");
    kiosk.enter();
    assert!(
        !kiosk.clerk.asked.contains(&"CheckPin"),
        "a slip is not a try"
    );
    kiosk.press(KeyCode::Esc);
    for left in (1..5).rev() {
        kiosk.keys("000000");
        kiosk.enter();
        assert!(
            kiosk.words().contains(&format!(" {left} tentativ")),
            "{}",
            kiosk.words()
        );
    }
    kiosk.keys("000000");
    kiosk.enter();
    assert!(
        kiosk.words().contains("Passphrase dell'operatore"),
        "{}",
        kiosk.words()
    );
    kiosk.pin();
    assert!(
        matches!(kiosk.model.screen, Screen::Returning(_)),
        "the PIN no longer helps"
    );
    kiosk.keys(PASSPHRASE);
    kiosk.enter();
    assert!(
        matches!(kiosk.model.screen, Screen::Returning(_)),
        "not during the wait"
    );
    kiosk.seconds(9);
    kiosk.keys(PASSPHRASE);
    kiosk.enter();
    assert!(
        matches!(kiosk.model.screen, Screen::Desk(_)),
        "{}",
        kiosk.text(80, 24)
    );
}

/// What only the desk may show.
fn shows_the_desk(kiosk: &Kiosk) -> Option<&'static str> {
    let text = kiosk.text(200, 60);
    [
        "Anna",
        "piazza-1",
        "in attesa",
        "Carpaneto",
        RESIDENT,
        "CA12345AA",
        "F10",
        "accettate",
    ]
    .into_iter()
    .find(|word| text.contains(word))
}

#[test]
fn the_pin_screen_and_the_voter_s_show_nothing_of_the_desk() {
    for kiosk in [Kiosk::voter(), Kiosk::returning()] {
        assert_eq!(shows_the_desk(&kiosk), None, "{}", kiosk.text(80, 24));
    }
}

#[test]
fn a_failed_cast_is_told_to_the_operator_after_the_pin() {
    let mut kiosk = Kiosk::voter();
    kiosk.done(Done::CastFailed(Notice::plain("failure-disk-full")));
    kiosk.walk_away();
    assert!(!kiosk.words().contains("disco"));
    kiosk.pin();
    assert!(
        kiosk.words().contains("Il disco è pieno"),
        "{}",
        kiosk.words()
    );
}

#[test]
fn a_failed_opening_is_told_to_the_operator_after_the_pin() {
    let mut kiosk = Kiosk::voter();
    kiosk.done(Done::OpenFailed(Notice::plain("failure-disk-full")));
    kiosk.walk_away();
    assert!(!kiosk.words().contains("disco"));
    kiosk.pin();
    assert!(
        kiosk.words().contains("Il disco è pieno"),
        "{}",
        kiosk.words()
    );
}

#[test]
fn late_answers_do_not_open_the_desk() {
    for done in [
        Done::VoterLeft,
        Done::CastDone,
        Done::Opened,
        Done::SealWiped,
        Done::HandedOver,
        Done::Locked,
    ] {
        let mut kiosk = Kiosk::returning();
        kiosk.done(done);
        assert!(matches!(kiosk.model.screen, Screen::Returning(_)));
    }
}

#[test]
fn a_pin_that_was_not_asked_for_opens_nothing() {
    for mut kiosk in [Kiosk::voter(), Kiosk::returning()] {
        kiosk.done(Done::PinOk);
        assert!(kiosk.model.screen.is_public());
    }
}

#[test]
fn on_a_small_terminal_nothing_else_is_drawn() {
    let kiosk = Kiosk::desk();
    for (columns, rows) in [(79, 24), (80, 23), (20, 5), (1, 1)] {
        let text = kiosk.text(columns, rows);
        assert!(
            !text.contains("Codice fiscale") && !text.contains("Anna"),
            "{text}"
        );
    }
    assert!(kiosk.text(60, 20).contains("troppo piccola"));
}

fn any_key() -> impl Strategy<Value = KeyEvent> {
    use KeyCode::*;
    let code = prop_oneof![
        6 => prop_oneof![Just(Enter), Just(Up), Just(Down), Just(Left), Just(Right), Just(Char(' '))],
        2 => prop_oneof![Just(Esc), Just(Tab), Just(BackTab), Just(Backspace), Just(Home), Just(End)],
        2 => (1u8..=12).prop_map(F),
        3 => proptest::char::range('0', '9').prop_map(Char),
        1 => any::<char>().prop_map(Char),
    ];
    let modifiers = prop_oneof![
        8 => Just(KeyModifiers::NONE),
        1 => Just(KeyModifiers::CONTROL),
        1 => Just(KeyModifiers::ALT),
        1 => Just(KeyModifiers::SHIFT),
    ];
    (code, modifiers).prop_map(|(code, modifiers)| KeyEvent::new(code, modifiers))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Keys, pastes and time, but not the PIN: the desk is never reached, nothing of it is
    /// shown, and the program does not end.
    #[test]
    fn no_keys_lead_from_the_voter_to_the_desk(
        keys in proptest::collection::vec(any_key(), 0..150),
        pasted in "[0-9a-z\n]{0,20}",
    ) {
        let mut kiosk = Kiosk::voter();
        for (n, key) in keys.into_iter().enumerate() {
            kiosk.msg(Msg::Key(key));
            if n % 20 == 0 {
                kiosk.msg(Msg::Paste(pasted.clone()));
                kiosk.seconds(1);
            }
            prop_assert!(kiosk.model.screen.is_public());
            prop_assert!(kiosk.model.overlay.is_none());
            prop_assert!(!kiosk.quit);
            prop_assert!(!kiosk.clerk.asked.contains(&"Lock"));
        }
        prop_assert_eq!(shows_the_desk(&kiosk), None);
        // One person votes at most once.
        let casts = kiosk.clerk.asked.iter().filter(|job| **job == "Cast").count();
        prop_assert!(casts <= 1);
    }

    /// On the operator's side any keys are taken without harm.
    #[test]
    fn the_operator_s_side_takes_any_keys(
        keys in proptest::collection::vec(any_key(), 0..150),
        code in "[A-Z0-9]{16}",
    ) {
        let mut kiosk = Kiosk::desk();
        kiosk.visit(&code);
        for key in keys {
            kiosk.msg(Msg::Key(key));
        }
        kiosk.text(80, 24);
    }

    /// No PIN but the right one leads back.
    #[test]
    fn only_the_right_pin_leads_back(pin in "[0-9]{6}") {
        prop_assume!(pin != PIN);
        let mut kiosk = Kiosk::returning();
        kiosk.keys(&pin);
        kiosk.enter();
        prop_assert!(matches!(kiosk.model.screen, Screen::Returning(_)));
    }
}

#[test]
fn a_locked_station_shows_nothing_of_the_desk_either() {
    let kiosk = Kiosk::new(FakeClerk::new());
    let text = kiosk.text(80, 24);
    assert!(
        !text.contains("in attesa") && !text.contains("F10"),
        "{text}"
    );
}

//! How a count ends: by a word, given up, or not at all.

use super::*;
use crate::tui::facts::{OperatorName, Role};
use crate::tui::work::Done;

/// Both have entered the same four slips.
fn the_same() -> Kiosk {
    let mut kiosk = counting(4, 3);
    numbers(&mut kiosk, &[4, 0]);
    totals(&mut kiosk, 0, &[4, 4]);
    second(&mut kiosk);
    numbers(&mut kiosk, &[4, 0]);
    totals(&mut kiosk, 0, &[4, 4]);
    assert!(agreed(&kiosk), "{}", kiosk.text(80, 24));
    kiosk
}

#[test]
fn what_was_agreed_on_closes_only_by_a_word() {
    let mut kiosk = the_same();
    kiosk.keys("2");
    kiosk.enter();
    kiosk.enter();
    kiosk.keys("no");
    kiosk.enter();
    assert!(
        kiosk.words().contains("Non è la parola richiesta"),
        "{}",
        kiosk.text(80, 24)
    );
    assert!(!kiosk.clerk.asked.contains(&"CloseDay"));
    // Back, and nothing is chosen.
    kiosk.press(KeyCode::Esc);
    kiosk.enter();
    assert!(agreed(&kiosk) && !kiosk.words().contains("L'ultima conferma"));
    kiosk.keys("2");
    kiosk.enter();
    kiosk.keys("Fine");
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Minutes(_)));
}

#[test]
fn a_closing_that_fails_can_be_asked_for_again() {
    let mut kiosk = the_same();
    kiosk.keys("2");
    kiosk.enter();
    kiosk.slow = true;
    kiosk.keys("fine");
    kiosk.enter();
    kiosk.undone.clear();
    kiosk.slow = false;
    kiosk.done(Done::Failed {
        key: "failure-disk-full",
        detail: String::new(),
    });
    kiosk.enter();
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Minutes(_)));
}

#[test]
fn a_station_with_one_operator_says_what_to_do() {
    let mut kiosk = counting(1, 3);
    kiosk.slow = true;
    numbers(&mut kiosk, &[0, 0]);
    kiosk.catch_up();
    let alone = OperatorName {
        name: "Anna".into(),
        role: Role::President,
    };
    kiosk.done(Done::Operators {
        operators: vec![alone],
        training: false,
    });
    assert!(
        kiosk.words().contains("un solo operatore"),
        "{}",
        kiosk.words()
    );
    kiosk.keys("12");
    kiosk.enter();
    assert!(!kiosk.clerk.asked.contains(&"PaperSecond"));
}

#[test]
fn who_leaves_the_count_or_locks_begins_again() {
    let mut kiosk = counting(4, 3);
    numbers(&mut kiosk, &[4, 0]);
    kiosk.press(KeyCode::Esc);
    kiosk.enter();
    assert!(
        matches!(kiosk.model.screen, Screen::Paper(_)),
        "the first offer is: stay"
    );
    assert!(
        kiosk.words().contains("(4 schede valide)"),
        "nothing is lost by asking"
    );
    kiosk.press(KeyCode::Esc);
    kiosk.keys("2");
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Desk(_)));
    assert!(kiosk.clerk.counting.is_none() && kiosk.clerk.asked.contains(&"PaperStop"));
    let mut kiosk = counting(4, 3);
    kiosk.press(KeyCode::F(10));
    assert!(matches!(kiosk.model.screen, Screen::Unlock(_)));
}

#[test]
fn a_scanner_writes_nothing() {
    let mut kiosk = counting(4, 3);
    let before = kiosk.text(80, 24);
    kiosk.scan("12345678");
    kiosk.msg(Msg::Paste("4\n0\n".into()));
    assert_eq!(kiosk.text(80, 24), before);
}

//! Unlocking, locking, help, closing: what is around the desk.

use super::fake::{CITY_USER, FakeClerk, MINOR, PASSPHRASE, RESIDENT};
use super::kiosk::Kiosk;
use crate::tui::model::{Msg, Screen};
use crate::tui::operator::overlay::Overlay;
use crate::tui::work::Done;
use crossterm::event::KeyCode;

#[test]
fn a_wrong_passphrase_waits_and_counts_down() {
    let mut kiosk = Kiosk::new(FakeClerk::new());
    kiosk.keys("2sbagliata");
    kiosk.enter();
    assert!(
        kiosk.words().contains("Può riprovare tra 4 secondi."),
        "{}",
        kiosk.words()
    );
    kiosk.keys(PASSPHRASE);
    kiosk.enter();
    assert_eq!(
        kiosk.clerk.asked,
        ["Operators", "Unlock"],
        "nothing is tried during the wait"
    );
    kiosk.seconds(3);
    assert!(kiosk.words().contains("Può riprovare tra 1 secondo."));
    kiosk.seconds(1);
    assert!(!kiosk.words().contains("Può riprovare"));
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Opening(_)));
}

#[test]
fn the_passphrase_is_checked_while_the_screen_says_so() {
    let mut kiosk = Kiosk::new(FakeClerk::new());
    kiosk.slow = true;
    kiosk.keys("1");
    kiosk.keys(PASSPHRASE);
    kiosk.enter();
    assert!(kiosk.words().contains("Un momento…"));
    kiosk.enter();
    kiosk.keys("altro");
    assert_eq!(kiosk.undone.len(), 1, "keys do nothing meanwhile");
    kiosk.catch_up();
    assert!(matches!(kiosk.model.screen, Screen::Opening(_)));
}

/// One kiosk on every screen of the operator's side.
fn everywhere() -> Vec<Kiosk> {
    let after = |steps: &dyn Fn(&mut Kiosk)| {
        let mut kiosk = Kiosk::desk();
        steps(&mut kiosk);
        kiosk
    };
    vec![
        Kiosk::unlocked(),
        Kiosk::desk(),
        after(&|k| k.press(KeyCode::F(1))),
        after(&|k| k.press(KeyCode::F(3))),
        after(&|k| k.press(KeyCode::F(6))),
        after(&|k| k.press(KeyCode::F(8))),
        after(&|k| {
            k.keys(RESIDENT);
            k.enter();
        }),
        after(&|k| {
            k.keys(MINOR);
            k.enter();
            k.keys("1");
        }),
        after(&|k| k.press(KeyCode::F(4))),
        after(&|k| k.visit(RESIDENT)),
        after(&|k| {
            k.visit(RESIDENT);
            k.keys("a3");
        }),
        after(&|k| {
            k.visit(RESIDENT);
            k.keys("v");
        }),
        after(&|k| k.visit(MINOR)),
        Kiosk::registration(),
        Kiosk::closed(false),
        Kiosk::closed(true),
        after(&|k| {
            k.done(Done::Failed {
                key: "failure-store",
                detail: "disk I/O error".into(),
            });
        }),
    ]
}

#[test]
fn the_station_locks_from_everywhere() {
    for mut kiosk in everywhere() {
        kiosk.press(KeyCode::F(10));
        assert!(matches!(kiosk.model.screen, Screen::Unlock(_)));
        assert!(kiosk.model.session.is_none() && kiosk.model.overlay.is_none());
        assert!(kiosk.clerk.locked);
        kiosk.press(KeyCode::F(10));
        kiosk.press(KeyCode::F(8));
        kiosk.press(KeyCode::Esc);
        assert!(matches!(kiosk.model.screen, Screen::Unlock(_)));
    }
}

#[test]
fn answers_to_jobs_before_the_lock_are_ignored() {
    let mut kiosk = Kiosk::desk();
    kiosk.slow = true;
    kiosk.keys(RESIDENT);
    kiosk.enter();
    kiosk.press(KeyCode::F(10));
    kiosk.keys(PASSPHRASE);
    kiosk.enter();
    kiosk.catch_up();
    assert!(matches!(kiosk.model.screen, Screen::Unlock(_)));
    assert!(kiosk.model.session.is_none());
}

#[test]
fn help_is_everywhere_and_every_text_exists() {
    for mut kiosk in everywhere() {
        for (columns, rows) in [(80, 24), (200, 60)] {
            assert!(
                !kiosk.text(columns, rows).contains("operator-"),
                "{}",
                kiosk.text(80, 24)
            );
        }
        kiosk.model.overlay = None;
        kiosk.press(KeyCode::F(1));
        assert_eq!(kiosk.model.overlay, Some(Overlay::Help));
        let text = kiosk.words();
        assert!(
            text.contains("Aiuto") && !text.contains("operator-"),
            "{text}"
        );
        kiosk.press(KeyCode::Esc);
        assert_eq!(kiosk.model.overlay, None);
    }
}

#[test]
fn a_person_to_try_goes_into_the_field() {
    let mut kiosk = Kiosk::desk();
    kiosk.press(KeyCode::F(3));
    kiosk.press(KeyCode::Down);
    kiosk.enter();
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Person(_)));
    assert!(kiosk.text(80, 24).contains(CITY_USER));
}

#[test]
fn help_on_the_people_to_try_leads_back_to_them() {
    let mut kiosk = Kiosk::desk();
    kiosk.press(KeyCode::F(3));
    kiosk.press(KeyCode::Down);
    kiosk.press(KeyCode::F(1));
    assert!(
        kiosk.words().contains("Aiuto Sono persone inventate"),
        "{}",
        kiosk.text(80, 24)
    );
    kiosk.press(KeyCode::F(1));
    assert_eq!(kiosk.model.overlay, Some(Overlay::People { chosen: 1 }));
}

#[test]
fn a_station_for_training_says_so_before_anybody_unlocks_it() {
    let mut clerk = FakeClerk::new();
    assert!(!Kiosk::new(FakeClerk::new()).words().contains("FORMAZIONE"));
    clerk.training = true;
    let mut kiosk = Kiosk::new(clerk);
    assert!(kiosk.model.session.is_none());
    assert!(
        kiosk.words().contains("FORMAZIONE: nessun voto vale"),
        "{}",
        kiosk.text(80, 24)
    );
    kiosk.press(KeyCode::F(1));
    assert!(kiosk.words().contains("FORMAZIONE: nessun voto vale"));
}

#[test]
fn the_last_closing_takes_a_word_and_leads_to_the_count() {
    let mut kiosk = Kiosk::desk();
    kiosk.press(KeyCode::F(8));
    kiosk.enter();
    assert!(
        matches!(kiosk.model.screen, Screen::Desk(_)),
        "the first offer is: not yet"
    );
    kiosk.press(KeyCode::F(8));
    kiosk.keys("3");
    kiosk.enter();
    kiosk.keys("no");
    kiosk.enter();
    assert!(!kiosk.clerk.asked.contains(&"CloseDay"));
    kiosk.press(KeyCode::Backspace);
    kiosk.press(KeyCode::Backspace);
    kiosk.keys("Fine");
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Minutes(_)));
    kiosk.press(KeyCode::F(9));
    assert!(matches!(kiosk.model.screen, Screen::Counting(_)));
    assert!(
        kiosk.words().contains("14 controlli su 14"),
        "{}",
        kiosk.words()
    );
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Opening(_)));
    kiosk.enter();
    assert!(!kiosk.clerk.asked.contains(&"OpenDay") || !kiosk.clerk.status.day_open);
}

#[test]
fn a_day_that_opens_again_is_not_counted() {
    let mut kiosk = Kiosk::closed(false);
    kiosk.press(KeyCode::F(9));
    assert!(!kiosk.clerk.asked.contains(&"Count"));
}

#[test]
fn only_operators_leave_the_program_and_lock_it_first() {
    let mut kiosk = Kiosk::desk();
    kiosk.control('q');
    assert!(!kiosk.quit, "not while a day is open");
    let mut kiosk = Kiosk::closed(true);
    kiosk.control('q');
    assert!(kiosk.quit && kiosk.clerk.locked);
    let mut kiosk = Kiosk::new(FakeClerk::new());
    kiosk.control('c');
    assert!(!kiosk.quit);
    kiosk.control('q');
    assert!(kiosk.quit);
}

#[test]
fn trouble_is_told_and_keys_work_again() {
    let mut kiosk = Kiosk::desk();
    kiosk.slow = true;
    kiosk.keys(RESIDENT);
    kiosk.enter();
    kiosk.undone.clear();
    kiosk.slow = false;
    kiosk.done(Done::Failed {
        key: "failure-store",
        detail: "disk I/O error".into(),
    });
    assert!(
        kiosk.words().contains("I voti già nell'urna sono salvi"),
        "{}",
        kiosk.words()
    );
    kiosk.enter();
    kiosk.keys("1");
    kiosk.keys("1");
    assert!(matches!(kiosk.model.screen, Screen::Verdict(_)));
}

#[test]
fn the_clock_moves_and_the_desk_asks_how_the_day_stands() {
    let mut kiosk = Kiosk::desk();
    assert!(kiosk.words().contains("18:04"));
    kiosk.slow = true;
    kiosk.seconds(61);
    assert!(kiosk.words().contains("18:05"), "{}", kiosk.words());
    assert_eq!(kiosk.undone.len(), 1, "once, until it is answered");
}

#[test]
fn what_lost_its_terminal_is_locked() {
    let mut kiosk = Kiosk::desk();
    kiosk.msg(Msg::TerminalLost);
    assert!(kiosk.quit && kiosk.clerk.locked);
}

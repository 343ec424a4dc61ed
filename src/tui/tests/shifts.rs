//! Shifts: how the station was found, two people, a day that opens again, locking by itself.

use super::fake::{FakeClerk, PASSPHRASE, RESIDENT};
use super::kiosk::Kiosk;
use crate::station::Reopening;
use crate::tui::facts::{Battery, Found, Role};
use crate::tui::model::{Msg, Screen};
use crate::tui::operator::overlay::Overlay;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Unlocked by Anna, with this clerk.
pub fn unlocked(clerk: FakeClerk) -> Kiosk {
    let mut kiosk = Kiosk::new(clerk);
    kiosk.keys("1");
    kiosk.keys(PASSPHRASE);
    kiosk.enter();
    kiosk
}

/// After a stop, with the day open.
pub fn found(interrupted: u32, after_cast: bool) -> Kiosk {
    let mut clerk = FakeClerk::new();
    clerk.status.day_open = true;
    clerk.found = Some(Found {
        interrupted,
        after_cast,
    });
    unlocked(clerk)
}

/// A consultation that asks for two people.
pub fn two() -> Kiosk {
    let mut clerk = FakeClerk::new();
    clerk.two_people = true;
    unlocked(clerk)
}

/// A day closed today, and who unlocked.
pub fn closed_today(role: Role) -> Kiosk {
    let mut clerk = FakeClerk::new();
    clerk.role = Some(role);
    clerk.status.closed_today = true;
    unlocked(clerk)
}

#[test]
fn who_unlocks_after_a_stop_is_told_what_became_of_the_vote_once() {
    for (interrupted, after_cast, says) in [
        (1, false, "il suo voto NON è nell'urna"),
        (2, false, "i loro voti NON sono nell'urna"),
        (0, true, "il suo voto È nell'urna"),
    ] {
        let mut kiosk = found(interrupted, after_cast);
        assert!(kiosk.words().contains(says), "{}", kiosk.text(80, 24));
        // No other key, and no card under the scanner, makes it go unread.
        kiosk.press(KeyCode::Esc);
        kiosk.keys("?1");
        kiosk.scan(RESIDENT);
        assert!(kiosk.words().contains(says), "{}", kiosk.text(80, 24));
        assert!(!kiosk.clerk.asked.contains(&"FoundRead"));
        kiosk.enter();
        assert!(matches!(kiosk.model.screen, Screen::Desk(_)));
        assert!(kiosk.model.overlay.is_none());
        assert_eq!(kiosk.clerk.asked.last(), Some(&"FoundRead"));
        kiosk.press(KeyCode::F(10));
        kiosk.keys("2");
        kiosk.keys(PASSPHRASE);
        kiosk.enter();
        assert!(kiosk.model.overlay.is_none(), "told once");
    }
}

#[test]
fn what_was_not_read_is_told_to_the_next() {
    let mut kiosk = found(1, false);
    kiosk.press(KeyCode::F(10));
    assert!(kiosk.model.session.is_none());
    kiosk.keys("2");
    kiosk.keys(PASSPHRASE);
    kiosk.enter();
    assert!(matches!(kiosk.model.overlay, Some(Overlay::Found(_))));
}

#[test]
fn two_people_open_the_day() {
    let mut kiosk = two();
    kiosk.enter();
    assert!(kiosk.words().contains("Ora conferma un altro operatore"));
    assert!(!kiosk.words().contains("Anna ["), "not the same again");
    assert!(!kiosk.clerk.asked.contains(&"OpenDay"));
    kiosk.keys("sbagliata");
    kiosk.enter();
    assert!(
        kiosk.words().contains("Può riprovare tra 4 secondi."),
        "{}",
        kiosk.text(80, 24)
    );
    assert!(!kiosk.clerk.status.day_open);
    kiosk.press(KeyCode::Esc);
    assert!(kiosk.words().contains("Aprire la giornata"));
    kiosk.enter();
    kiosk.keys(PASSPHRASE);
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Desk(_)));
}

#[test]
fn a_passphrase_may_hold_a_question_mark_and_come_from_a_scanner() {
    let mut kiosk = two();
    kiosk.enter();
    kiosk.keys("come va?");
    assert!(kiosk.model.overlay.is_none(), "it is not help");
    for _ in 0..8 {
        kiosk.press(KeyCode::Backspace);
    }
    kiosk.scan(PASSPHRASE);
    assert!(matches!(kiosk.model.screen, Screen::Desk(_)));
}

#[test]
fn two_people_close_the_day() {
    for last in [false, true] {
        let mut kiosk = two();
        kiosk.enter();
        kiosk.keys(PASSPHRASE);
        kiosk.enter();
        kiosk.press(KeyCode::F(8));
        kiosk.keys(if last { "3" } else { "2" });
        kiosk.enter();
        if last {
            kiosk.keys("fine");
            kiosk.enter();
        }
        assert!(!kiosk.clerk.asked.contains(&"CloseDay"));
        // The counts stay in sight of who confirms them.
        assert!(
            kiosk.words().contains("I conti tornano: 0 = 0 + 0 + 0 + 0"),
            "{}",
            kiosk.text(80, 24)
        );
        kiosk.keys("sbagliata");
        kiosk.enter();
        kiosk.seconds(5);
        assert!(kiosk.clerk.status.day_open);
        kiosk.keys(PASSPHRASE);
        kiosk.enter();
        assert!(matches!(kiosk.model.screen, Screen::Minutes(_)));
    }
}

#[test]
fn who_counted_the_paper_in_two_needs_no_third() {
    let mut clerk = FakeClerk::new();
    clerk.two_people = true;
    clerk.minimum = 1;
    clerk.status.paper = 2;
    clerk.status.check_ins = 2;
    clerk.status.day_open = true;
    let mut kiosk = unlocked(clerk);
    kiosk.press(KeyCode::F(8));
    kiosk.keys("3");
    kiosk.enter();
    kiosk.keys("fine");
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Paper(_)));
}

#[test]
fn the_president_says_why_a_day_opens_again() {
    let mut kiosk = closed_today(Role::President);
    assert!(
        kiosk
            .words()
            .contains("Oggi la giornata è già stata chiusa")
    );
    kiosk.enter();
    kiosk.enter();
    assert!(
        !kiosk.clerk.asked.contains(&"OpenDay"),
        "nothing is chosen for the president"
    );
    kiosk.keys("2");
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Desk(_)));
    assert_eq!(kiosk.clerk.reopened, [Some(Reopening::PeopleWaiting)]);

    let mut kiosk = Kiosk::unlocked();
    kiosk.enter();
    assert_eq!(
        kiosk.clerk.reopened,
        [None],
        "on another day nobody is asked"
    );
}

#[test]
fn a_clerk_does_not_open_again_what_was_closed_today() {
    let mut kiosk = closed_today(Role::Clerk);
    kiosk.enter();
    assert!(
        kiosk
            .words()
            .contains("Oggi può riaprirla solo il presidente"),
        "{}",
        kiosk.text(80, 24)
    );
    assert!(matches!(kiosk.model.screen, Screen::Opening(_)));
    assert!(!kiosk.clerk.status.day_open);
}

#[test]
fn another_operator_goes_on_after_a_lock() {
    let mut kiosk = Kiosk::desk();
    kiosk.press(KeyCode::F(10));
    assert!(kiosk.clerk.locked);
    kiosk.keys("2");
    kiosk.keys(PASSPHRASE);
    kiosk.enter();
    assert!(
        matches!(kiosk.model.screen, Screen::Desk(_)),
        "the day is open"
    );
    assert!(kiosk.words().contains("Banchetto piazza-1 · Bruno"));
}

/// The made-up consultation says five minutes.
const LIMIT: u32 = 5 * 60;

#[test]
fn a_desk_that_nobody_touches_locks_itself_and_says_so_before() {
    let mut kiosk = Kiosk::desk();
    kiosk.seconds(LIMIT - 31);
    assert!(!kiosk.words().contains("si blocca"), "{}", kiosk.words());
    kiosk.seconds(2);
    assert!(
        kiosk
            .words()
            .contains("Tra 29 secondi la postazione si blocca"),
        "{}",
        kiosk.text(80, 24)
    );
    // Any key is somebody.
    kiosk.press(KeyCode::Up);
    assert!(!kiosk.words().contains("si blocca"));
    kiosk.seconds(LIMIT - 1);
    assert!(!kiosk.clerk.locked);
    assert!(kiosk.words().contains("Tra 1 secondo la postazione"));
    kiosk.seconds(2);
    assert!(kiosk.clerk.locked && kiosk.model.session.is_none());
    assert!(matches!(kiosk.model.screen, Screen::Unlock(_)));
    // Locked, it stays so in peace.
    let asked = kiosk.clerk.asked.len();
    kiosk.seconds(LIMIT + 1);
    assert_eq!(kiosk.clerk.asked.len(), asked);
}

#[test]
fn asking_how_the_day_stands_is_nobody_at_the_desk() {
    let mut kiosk = Kiosk::desk();
    kiosk.seconds(LIMIT - 1);
    let asked = kiosk.clerk.asked.iter().filter(|a| **a == "Status").count();
    assert!(asked >= 4, "the desk asks by itself");
    kiosk.seconds(2);
    assert!(kiosk.clerk.locked);
}

#[test]
fn a_card_under_the_reader_is_somebody() {
    let mut kiosk = Kiosk::desk();
    kiosk.seconds(LIMIT - 1);
    let key = KeyEvent::new(KeyCode::Char('R'), KeyModifiers::NONE);
    kiosk.msg(Msg::Swift(key));
    kiosk.seconds(LIMIT - 1);
    kiosk.msg(Msg::Paste("R".into()));
    kiosk.seconds(LIMIT - 1);
    assert!(!kiosk.clerk.locked);
}

#[test]
fn the_voter_s_side_never_locks_by_itself() {
    for mut kiosk in [Kiosk::voter(), Kiosk::returning()] {
        kiosk.seconds(3 * LIMIT);
        assert!(kiosk.model.screen.is_public());
        assert!(!kiosk.clerk.asked.contains(&"Lock"));
        assert!(!kiosk.words().contains("si blocca"));
    }
    // Back at the desk the time begins anew.
    let mut kiosk = Kiosk::returning();
    kiosk.seconds(LIMIT);
    kiosk.pin();
    kiosk.seconds(LIMIT - 1);
    assert!(!kiosk.clerk.locked);
}

#[test]
fn two_people_counting_slips_are_not_locked_out() {
    let mut kiosk = Kiosk::desk();
    kiosk.clerk.status.paper = 2;
    kiosk.clerk.status.check_ins = 2;
    kiosk.press(KeyCode::F(8));
    kiosk.keys("3");
    kiosk.enter();
    kiosk.keys("fine");
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Paper(_)));
    kiosk.seconds(3 * LIMIT);
    assert!(matches!(kiosk.model.screen, Screen::Paper(_)));
}

#[test]
fn over_a_screen_the_help_locks_too() {
    let mut kiosk = Kiosk::desk();
    kiosk.press(KeyCode::F(1));
    kiosk.seconds(LIMIT - 10);
    assert!(kiosk.words().contains("la postazione si blocca"));
    kiosk.seconds(11);
    assert!(kiosk.clerk.locked && kiosk.model.overlay.is_none());
}

fn battery(percent: u8, plugged: bool) -> Kiosk {
    let mut clerk = FakeClerk::new();
    clerk.status.battery = Some(Battery { percent, plugged });
    let mut kiosk = unlocked(clerk);
    kiosk.enter();
    kiosk
}

#[test]
fn the_battery_is_in_sight_and_an_empty_one_asks_for_the_plug() {
    let words = battery(80, false).words();
    assert!(words.contains("batteria 80%, 12 in attesa"), "{words}");
    assert!(!words.contains("colleghi il portatile"), "{words}");
    let words = battery(80, true).words();
    assert!(words.contains("a corrente, 80%, 12 in attesa"), "{words}");
    let words = battery(12, false).words();
    assert!(
        words.contains("Batteria al 12%: colleghi il portatile"),
        "{words}"
    );
    let words = battery(12, true).words();
    assert!(!words.contains("colleghi il portatile"), "{words}");
}

/// The desk with everything that can stand on it.
pub fn full_desk() -> Kiosk {
    let mut kiosk = battery(12, false);
    let status = &mut kiosk.clerk.status;
    (status.check_ins, status.cast, status.paper) = (40, 30, 4);
    (status.void, status.admitted) = (2, 4);
    kiosk.seconds(61);
    kiosk
}

#[test]
fn the_opening_shows_power_printer_and_speech() {
    let mut clerk = FakeClerk::new();
    clerk.printer = Some("Epson TM-T20".into());
    clerk.speech = true;
    clerk.status.battery = Some(Battery {
        percent: 12,
        plugged: false,
    });
    let words = unlocked(clerk).words();
    for fact in [
        "Urna vuota: 0 voti",
        "Corrente a batteria, solo 12%: lo colleghi",
        "Stampante Epson TM-T20",
        "Voce per chi vota pronta",
    ] {
        assert!(words.contains(fact), "{fact}: {words}");
    }
    let words = Kiosk::unlocked().words();
    for fact in [
        "Corrente senza batteria",
        "Stampante nessuna",
        "Voce per chi vota non c'è",
    ] {
        assert!(words.contains(fact), "{fact}: {words}");
    }
}

//! A day against the calendar: left open, the last of its phase, opened again.

use super::fake::{FakeClerk, date};
use super::kiosk::Kiosk;
use super::shifts::{found, unlocked};
use crate::tui::facts::Found;
use crate::tui::model::Screen;
use crossterm::event::KeyCode;

/// The morning of 3 September; the day was opened on another date.
pub fn open_since(day: u32, outside_phase: bool) -> FakeClerk {
    let mut clerk = FakeClerk::new();
    clerk.status.day_open = true;
    clerk.status.opened = Some(date(2022, 9, day));
    clerk.status.outside_phase = outside_phase;
    clerk
}

#[test]
fn a_day_left_open_is_said_at_once_and_leads_to_its_closing() {
    for (day, outside_phase, says) in [
        (
            2,
            false,
            "La giornata del 02/09/2022 è ancora aperta: la chiuda con F8",
        ),
        (
            2,
            true,
            "oggi qui non si vota: non si può accettare nessuno. La chiuda con F8.",
        ),
        (4, false, "l'orologio è sbagliato"),
    ] {
        let mut kiosk = unlocked(open_since(day, outside_phase));
        let words = kiosk.words();
        assert!(words.contains(says), "{}", kiosk.text(80, 24));
        // The counts are that day's, and do not say that they are today's.
        assert!(
            words.contains(&format!("Giornata del 0{day}/09/2022")),
            "{words}"
        );
        assert!(!words.contains("Oggi"), "{words}");
        kiosk.press(KeyCode::F(8));
        assert!(matches!(kiosk.model.screen, Screen::Closing(_)));
    }
    let words = Kiosk::desk().words();
    assert!(
        words.contains("Oggi") && !words.contains("ancora aperta"),
        "{words}"
    );
}

#[test]
fn midnight_is_noticed_without_a_key() {
    let mut kiosk = Kiosk::desk();
    assert!(!kiosk.words().contains("ancora aperta"));
    kiosk.clerk.status.now = date(2022, 9, 4).and_hms_opt(0, 0, 1).unwrap();
    kiosk.seconds(61);
    assert!(
        kiosk
            .words()
            .contains("La giornata del 03/09/2022 è ancora aperta"),
        "{}",
        kiosk.text(80, 24)
    );
}

#[test]
fn whoever_was_voting_is_not_called_back_where_nobody_can_be_admitted() {
    let told = |outside_phase| {
        let mut clerk = open_since(2, outside_phase);
        clerk.found = Some(Found {
            interrupted: 1,
            after_cast: false,
        });
        unlocked(clerk).words()
    };
    let words = told(true);
    assert!(
        words.contains("Il suo diritto di voto non è stato usato"),
        "{words}"
    );
    assert!(words.contains("La chiuda con F8"), "{words}");
    assert!(!words.contains("può ancora votare"), "{words}");
    assert!(told(false).contains("può ancora votare, oggi"));
    assert!(found(1, false).words().contains("può ancora votare, oggi"));
}

/// The closing screen of the last day, or of a later one.
pub fn last_day(over: bool) -> Kiosk {
    let mut clerk = FakeClerk::new();
    let today = date(2022, 9, if over { 19 } else { 18 });
    clerk.status.now = today.and_hms_opt(18, 4, 0).unwrap();
    clerk.last_day = true;
    clerk.over = over;
    let mut kiosk = unlocked(clerk);
    kiosk.enter();
    kiosk.press(KeyCode::F(8));
    kiosk
}

#[test]
fn on_the_last_day_no_other_is_offered() {
    let mut kiosk = last_day(false);
    let words = kiosk.words();
    assert!(words.contains("Oggi è l'ultimo giorno"), "{words}");
    assert!(!words.contains("riaprirà un altro giorno"), "{words}");
    assert!(
        words.contains("2 [ ] Chiudo per ora: oggi può riaprire solo il presidente"),
        "{words}"
    );
    kiosk.keys("3");
    kiosk.enter();
    assert!(
        kiosk.words().contains("Scriva FINE"),
        "{}",
        kiosk.text(80, 24)
    );
}

#[test]
fn after_the_phase_only_the_last_closing_is_left() {
    let mut kiosk = last_day(true);
    let words = kiosk.words();
    assert!(
        words.contains("ora resta solo l'ultima chiusura"),
        "{words}"
    );
    assert!(
        !words.contains("3 [ ]") && !words.contains("riaprire"),
        "{words}"
    );
    kiosk.keys("2");
    kiosk.enter();
    kiosk.keys("fine");
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Minutes(_)));
    assert!(kiosk.clerk.status.finished);
}

#[test]
fn the_last_day_and_the_days_after_it_say_so_before_opening() {
    let at = |day: u32| {
        let mut clerk = FakeClerk::new();
        clerk.status.now = date(2022, 9, day).and_hms_opt(9, 0, 0).unwrap();
        unlocked(clerk).words()
    };
    assert!(!at(17).contains("l'ultimo giorno"));
    assert!(at(18).contains("Oggi è l'ultimo giorno: alla fine si chiude per l'ultima volta."));
    let words = at(19);
    assert!(
        words.contains("Qui si votava fino al 18/09/2022"),
        "{words}"
    );
    assert!(!words.contains("Se è tutto giusto prema Invio"), "{words}");
}

#[test]
fn votes_of_this_morning_are_not_of_earlier_days() {
    let mut clerk = FakeClerk::new();
    clerk.status.in_box = 12;
    clerk.status.in_box_before = 4;
    clerk.status.closed_today = true;
    clerk.status.voted_earlier_today = 8;
    let mut kiosk = unlocked(clerk);
    let words = kiosk.words();
    assert!(
        words.contains("Urna 4 dei giorni precedenti, 8 di oggi"),
        "{words}"
    );
    kiosk.enter();
    kiosk.keys("1");
    kiosk.enter();
    let words = kiosk.words();
    assert!(
        words.contains("Da quando si è riaperto (oggi, prima: 8 voti)"),
        "{words}"
    );
}

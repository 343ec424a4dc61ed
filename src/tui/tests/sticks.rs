//! What waits to be sent: by the network, on a stick, and what is said of it meanwhile.

use super::kiosk::Kiosk;
use crate::tui::facts::{Notice, Stick, Value};
use crate::tui::model::Screen;
use crate::tui::work::Done;
use crossterm::event::KeyCode;

/// At the desk, on the exchange, with a stick.
pub fn with_stick() -> Kiosk {
    let mut kiosk = Kiosk::desk();
    kiosk.clerk.sticks = vec![Stick {
        name: "ROSSA".into(),
        folder: "/media/anna/ROSSA".into(),
    }];
    kiosk.press(KeyCode::F(6));
    kiosk
}

#[test]
fn a_stick_takes_two_keys() {
    let mut kiosk = with_stick();
    assert!(kiosk.words().contains("2 Sulla chiavetta ROSSA"));
    kiosk.keys("2");
    assert_eq!(kiosk.clerk.asked.last(), Some(&"Export"));
    assert!(
        kiosk.words().contains("Sulla chiavetta: 12 pacchi."),
        "{}",
        kiosk.text(80, 24)
    );
    assert!(kiosk.words().contains("Ora può togliere la chiavetta"));
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Desk(_)));
}

#[test]
fn the_network_is_the_first_way() {
    let mut kiosk = with_stick();
    kiosk.enter();
    assert_eq!(kiosk.clerk.asked.last(), Some(&"Sync"));
    assert!(kiosk.words().contains("Ricevuti dal server: 12 pacchi."));
}

#[test]
fn without_a_stick_there_is_one_way_and_f6_looks_again() {
    let mut kiosk = Kiosk::desk();
    kiosk.press(KeyCode::F(6));
    assert!(
        kiosk.words().contains("Nessuna chiavetta"),
        "{}",
        kiosk.words()
    );
    kiosk.keys("2");
    assert!(!kiosk.clerk.asked.contains(&"Export"));
    kiosk.clerk.sticks = vec![Stick {
        name: "BLU".into(),
        folder: "/mnt".into(),
    }];
    kiosk.press(KeyCode::F(6));
    assert!(kiosk.words().contains("2 Sulla chiavetta BLU"));
    kiosk.press(KeyCode::Esc);
    assert!(matches!(kiosk.model.screen, Screen::Desk(_)));
}

/// A stick being written, so far.
pub fn writing() -> Kiosk {
    let mut kiosk = with_stick();
    kiosk.slow = true;
    kiosk.keys("2");
    kiosk.done(Done::Step(
        Notice::plain("step-writing")
            .with("n", Value::Number(6))
            .with("all", Value::Number(11)),
    ));
    kiosk
}

#[test]
fn how_far_the_writing_is_can_be_seen() {
    let mut kiosk = writing();
    let text = kiosk.text(80, 24);
    assert!(kiosk.words().contains("Pacco 6 di 11"), "{text}");
    let (full, empty) = kiosk.model.look.theme.meter();
    let shown = |sign: &str| text.matches(sign).count();
    // Five of eleven are done, of forty signs.
    assert_eq!((shown(full), shown(empty)), (18, 22), "{text}");
    // Keys wait until it is over.
    kiosk.press(KeyCode::Esc);
    kiosk.press(KeyCode::F(6));
    assert!(matches!(kiosk.model.screen, Screen::Exchange(_)));
    assert_eq!(kiosk.undone.len(), 1);
}

#[test]
fn a_stick_that_vanishes_is_told_and_nothing_is_lost() {
    let mut kiosk = with_stick();
    kiosk.clerk.stick_fails = Some("stick-gone");
    kiosk.keys("2");
    let words = kiosk.words();
    assert!(words.contains("tolta troppo presto"), "{words}");
    assert!(words.contains("Non si è perso nulla"), "{words}");
    kiosk.clerk.stick_fails = None;
    kiosk.press(KeyCode::F(6));
    kiosk.keys("2");
    assert!(kiosk.words().contains("Sulla chiavetta: 12 pacchi."));
}

#[test]
fn being_offline_is_said_calmly() {
    let mut kiosk = Kiosk::desk();
    let words = kiosk.words();
    assert!(
        words.contains("12 pacchi partono appena c'è rete: è normale, anche tutto il giorno"),
        "{words}"
    );
    kiosk.clerk.status.sync_problem = Some(Notice::plain("sync-no-network"));
    kiosk.seconds(61);
    let words = kiosk.words();
    assert!(words.contains("12 in attesa, qui non c'è rete"), "{words}");
    assert!(!words.contains("non riuscito"), "{words}");
}

#[test]
fn what_stays_in_the_box_on_purpose_is_not_said_to_wait_for_a_network() {
    let mut kiosk = Kiosk::desk();
    (kiosk.clerk.status.pending, kiosk.clerk.status.kept) = (0, 3);
    kiosk.seconds(61);
    let words = kiosk.words();
    assert!(words.contains("niente in attesa"), "{words}");
    assert!(
        words
            .contains("3 voti restano nell'urna apposta: partono con altri, o all'ultima chiusura"),
        "{words}"
    );
    assert!(!words.contains("appena c'è rete"), "{words}");
    // Both at once have room, and the lists too.
    kiosk.clerk.status.pending = 1;
    kiosk.seconds(61);
    let words = kiosk.words();
    assert!(words.contains("1 pacco parte appena c'è rete"), "{words}");
    assert!(words.contains("3 voti restano"), "{words}");
    assert!(words.contains("Chi ha votato altrove"), "{words}");
}

//! What a document needs before it is accepted: by one key, by its dates, or not at all.

use super::fake::RESIDENT;
use super::kiosk::Kiosk;
use super::scans::{ZONE, verdict};
use crate::identity::{DocumentKind, Validity};
use crate::tui::facts::Verdict;
use crate::tui::model::Screen;
use crossterm::event::KeyCode;

/// Rows of the list: the electronic card is 1, the paper card 2, other documents of the State 6.
fn shows(row: &str) -> Kiosk {
    let mut kiosk = Kiosk::desk();
    kiosk.keys(RESIDENT);
    kiosk.enter();
    kiosk.keys(row);
    kiosk
}

#[test]
fn a_paper_card_is_not_accepted_before_its_expiry_is_copied() {
    let mut kiosk = shows("2");
    assert!(matches!(kiosk.model.screen, Screen::Document(_)));
    // The birth is the code's, in sight to be compared.
    assert!(
        kiosk.words().contains("10/12/1985"),
        "{}",
        kiosk.text(80, 24)
    );
    kiosk.enter();
    kiosk.enter();
    assert!(
        kiosk
            .words()
            .contains("Su questo documento la scadenza c'è sempre"),
        "{}",
        kiosk.text(80, 24)
    );
    assert!(
        kiosk.clerk.visits.is_empty(),
        "empty is no answer, however often"
    );
    kiosk.keys("10/12/2025");
    kiosk.enter();
    let document = &kiosk.clerk.visits[0].document;
    assert_eq!(document.kind, DocumentKind::PaperIdCard);
    assert_eq!(
        document.validity,
        Validity::Until("2025-12-10".parse().unwrap())
    );
    // Another document is accepted by its key alone.
    let kiosk = shows("1");
    assert_eq!(kiosk.clerk.visits[0].document.validity, Validity::Seen);
}

#[test]
fn a_paper_card_that_the_law_ended_is_refused_at_once() {
    let mut kiosk = Kiosk::desk();
    kiosk.clerk.status.now += chrono::Duration::days(4 * 365);
    assert!(kiosk.clerk.status.now.date() > "2026-08-03".parse().unwrap());
    kiosk.seconds(61);
    kiosk.keys(RESIDENT);
    kiosk.enter();
    kiosk.keys("2");
    assert_eq!(kiosk.clerk.visits.len(), 1, "the station says no");
}

#[test]
fn that_there_is_no_expiry_is_said_twice() {
    let mut kiosk = shows("9");
    kiosk.keys("6");
    kiosk.keys("10/12/1985");
    kiosk.enter();
    kiosk.enter();
    assert!(
        kiosk
            .words()
            .contains("sul documento non c'è nessuna scadenza?"),
        "{}",
        kiosk.text(80, 24)
    );
    assert!(kiosk.clerk.visits.is_empty());
    // Something was typed after all: it is asked anew.
    kiosk.keys("1");
    kiosk.press(KeyCode::Backspace);
    kiosk.enter();
    assert!(kiosk.clerk.visits.is_empty());
    kiosk.enter();
    assert_eq!(kiosk.clerk.visits[0].document.validity, Validity::Unlimited);
}

#[test]
fn a_document_that_has_expired_is_not_accepted_by_one_key() {
    let mut kiosk = Kiosk::desk();
    kiosk.clerk.expired = true;
    kiosk.visit(RESIDENT);
    kiosk.press(KeyCode::Esc);
    kiosk.keys("1");
    assert!(
        matches!(kiosk.model.screen, Screen::Document(_)),
        "its dates are asked for\n{}",
        kiosk.text(80, 24)
    );
    kiosk.press(KeyCode::Esc);
    kiosk.keys("3");
    assert_eq!(kiosk.clerk.visits.len(), 2, "another document does");
}

#[test]
fn a_passport_without_an_expiry_is_not_copied_whole() {
    let mut kiosk = Kiosk::desk();
    kiosk.keys(RESIDENT);
    kiosk.enter();
    kiosk.keys("93");
    kiosk.keys("10/12/1985");
    kiosk.enter();
    kiosk.enter();
    assert!(
        kiosk
            .words()
            .contains("Su questo documento la scadenza c'è sempre"),
        "{}",
        kiosk.words()
    );
}

#[test]
fn what_was_read_of_another_document_does_not_stay() {
    let mut kiosk = Kiosk::desk();
    kiosk.clerk.expired = true;
    kiosk.keys(RESIDENT);
    kiosk.enter();
    kiosk.zone(&ZONE);
    kiosk.press(KeyCode::Esc);
    kiosk.clerk.expired = false;
    kiosk.keys("3");
    assert!(matches!(verdict(&kiosk), Verdict::Admitted { .. }));
    assert!(
        !kiosk.words().contains("non va d'accordo"),
        "{}",
        kiosk.words()
    );
}

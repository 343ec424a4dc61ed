//! From the code to the verdict and to the voter.

use super::fake::{CITY_USER, FakeClerk, MINOR, PASSPHRASE, RESIDENT};
use super::kiosk::Kiosk;
use crate::consultation::Reason;
use crate::tui::facts::{AdmittedAs, Exception, Verdict};
use crate::tui::model::{Msg, Screen};
use crate::tui::work::Claim;
use crossterm::event::KeyCode;

fn verdict(kiosk: &Kiosk) -> &Verdict {
    match &kiosk.model.screen {
        Screen::Verdict(panel) => panel.verdict(),
        _ => panic!("no verdict on the screen:\n{}", kiosk.text(80, 24)),
    }
}

#[test]
fn a_resident_is_admitted_and_takes_the_screen() {
    let mut kiosk = Kiosk::desk();
    kiosk.visit(RESIDENT);
    let area = "Carpaneto Piacentino".to_owned();
    let how = AdmittedAs::Resident(area);
    assert_eq!(
        *verdict(&kiosk),
        Verdict::Admitted {
            how,
            resumed: false,
            notes: vec![],
        }
    );
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Voter(_)));
    assert_eq!(kiosk.clerk.asked.last(), Some(&"HandOver"));
}

#[test]
fn a_voter_votes_and_the_pin_leads_back_to_the_desk() {
    let mut kiosk = Kiosk::voter();
    kiosk.enter();
    kiosk.enter();
    kiosk.keys("12");
    kiosk.press(KeyCode::Up);
    kiosk.press(KeyCode::Up);
    kiosk.enter();
    kiosk.enter();
    assert_eq!(
        kiosk.clerk.asked.last(),
        Some(&"Seal"),
        "{}",
        kiosk.text(80, 24)
    );
    kiosk.press(KeyCode::Down);
    kiosk.enter();
    assert_eq!(
        kiosk.clerk.asked.last(),
        Some(&"Cast"),
        "{}",
        kiosk.text(80, 24)
    );
    kiosk.enter();
    kiosk.press(KeyCode::Down);
    kiosk.enter();
    kiosk.enter();
    assert!(
        matches!(kiosk.model.screen, Screen::Returning(_)),
        "{}",
        kiosk.text(80, 24)
    );
    assert!(!kiosk.clerk.asked.contains(&"LeaveVoter"));
    kiosk.pin();
    assert!(matches!(kiosk.model.screen, Screen::Desk(_)));
    kiosk.visit(RESIDENT);
    assert!(matches!(
        verdict(&kiosk),
        Verdict::Refused { why, exception: Exception::Never } if why.key == "refusal-already-voted-here"
    ));
    assert_eq!(
        kiosk
            .clerk
            .asked
            .iter()
            .filter(|a| **a == "CheckIn")
            .count(),
        1,
        "said at once, before anybody looks at a document"
    );
}

#[test]
fn whoever_walks_away_may_come_back() {
    let mut kiosk = Kiosk::returning();
    assert!(kiosk.clerk.asked.contains(&"LeaveVoter"));
    kiosk.pin();
    kiosk.visit(RESIDENT);
    assert!(matches!(
        verdict(&kiosk),
        Verdict::Admitted { resumed: true, .. }
    ));
    kiosk.press(KeyCode::Esc);
    assert_eq!(
        kiosk.clerk.asked[kiosk.clerk.asked.len() - 2..],
        ["LeaveVisit", "Status"]
    );
    assert!(matches!(kiosk.model.screen, Screen::Desk(_)));
}

#[test]
fn a_refusal_says_why_and_lets_the_document_be_corrected() {
    let mut kiosk = Kiosk::desk();
    kiosk.visit(MINOR);
    assert!(
        kiosk
            .words()
            .contains("16 anni compiuti entro il 18/10/2022"),
        "{}",
        kiosk.words()
    );
    kiosk.press(KeyCode::Esc);
    assert!(matches!(kiosk.model.screen, Screen::Person(_)));
    kiosk.keys("0");
    assert!(
        matches!(verdict(&kiosk), Verdict::Refused { why, .. } if why.key == "refusal-health-card"),
        "{}",
        kiosk.text(80, 24)
    );
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Desk(_)));
}

#[test]
fn a_city_user_is_registered_and_admitted() {
    let mut kiosk = Kiosk::desk();
    kiosk.visit(CITY_USER);
    assert!(matches!(
        verdict(&kiosk),
        Verdict::NotOnRoll {
            may_register: true,
            ..
        }
    ));
    kiosk.keys("2");
    assert!(
        matches!(kiosk.model.screen, Screen::Verdict(_)),
        "residence cannot be attested here"
    );
    kiosk.keys("1");
    // Enter passes no choice by: it stays where the reason is missing, and says so.
    for _ in 0..6 {
        kiosk.enter();
    }
    assert!(
        kiosk.words().contains("Scelga il motivo"),
        "{}",
        kiosk.words()
    );
    kiosk.keys("25");
    kiosk.enter();
    assert!(
        kiosk.words().contains("Nel cognome manca una lettera"),
        "{}",
        kiosk.words()
    );
    kiosk.keys("Verdi");
    kiosk.enter();
    kiosk.keys("Luca");
    kiosk.enter();
    kiosk.keys("CA12345AA");
    kiosk.enter();
    kiosk.enter();
    kiosk.enter();
    assert!(
        kiosk.clerk.registered.is_empty(),
        "the person has not confirmed"
    );
    kiosk.keys("1");
    kiosk.confirm("1");
    let [form] = kiosk.clerk.registered.as_slice() else {
        panic!("{}", kiosk.text(80, 24));
    };
    assert_eq!(
        (form.names.surname(), form.names.given_names()),
        ("Verdi", "Luca")
    );
    assert_eq!(form.number.as_str(), "CA12345AA");
    let area = "L897".to_owned();
    let reason = Reason::Study;
    assert!(form.claim == Claim::CityUser { reason, area });
    assert!(
        matches!(kiosk.model.screen, Screen::Voter(_)),
        "straight to the ballot"
    );
    assert!(
        kiosk.words().contains("Benvenuti al voto"),
        "in the language already chosen"
    );
}

#[test]
fn residence_is_attested_where_the_consultation_allows_it() {
    let mut kiosk = Kiosk::desk();
    kiosk.clerk.may_attest = true;
    kiosk.visit(CITY_USER);
    kiosk.keys("2Verdi");
    kiosk.enter();
    kiosk.keys("Luca");
    kiosk.enter();
    kiosk.keys("CA12345AA");
    kiosk.enter();
    kiosk.keys("1");
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Confirming(_)));
    kiosk.keys("2");
    assert!(
        kiosk.words().contains("I declare") || kiosk.words().contains("I live in"),
        "{}",
        kiosk.words()
    );
    kiosk.confirm("1");
    assert!(matches!(kiosk.model.screen, Screen::Voter(_)));
    assert!(
        kiosk.clerk.registered[0].claim
            == Claim::Residence {
                area: "B812".into()
            }
    );
}

#[test]
fn a_wrong_code_stays_at_the_desk_and_the_next_scan_replaces_it() {
    let mut kiosk = Kiosk::desk();
    kiosk.keys("RSSMRA85T10A562Z");
    kiosk.enter();
    assert!(
        kiosk
            .words()
            .contains("un carattere del codice è sbagliato")
    );
    kiosk.visit(RESIDENT);
    assert!(matches!(verdict(&kiosk), Verdict::Admitted { .. }));
}

#[test]
fn a_scanner_that_pastes_needs_no_enter() {
    let mut kiosk = Kiosk::desk();
    kiosk.msg(Msg::Paste(format!("{RESIDENT}\r")));
    assert!(matches!(kiosk.model.screen, Screen::Person(_)));
    assert!(kiosk.text(80, 24).contains(RESIDENT));
}

#[test]
fn a_date_that_cannot_be_is_not_sent() {
    let mut kiosk = Kiosk::desk();
    kiosk.keys(RESIDENT);
    kiosk.enter();
    kiosk.keys("91");
    kiosk.keys("31/02/1985");
    kiosk.enter();
    kiosk.enter();
    assert!(
        kiosk.words().contains("Questa data di nascita non esiste"),
        "{}",
        kiosk.words()
    );
    assert!(!kiosk.clerk.asked.contains(&"CheckIn"));
}

#[test]
fn a_passphrase_typed_on_the_list_is_not_lost() {
    let mut kiosk = Kiosk::new(FakeClerk::new());
    kiosk.keys(PASSPHRASE);
    kiosk.enter();
    assert!(
        matches!(kiosk.model.screen, Screen::Opening(_)),
        "{}",
        kiosk.text(80, 24)
    );
    let mut kiosk = Kiosk::new(FakeClerk::new());
    kiosk.msg(Msg::Paste(PASSPHRASE.to_owned()));
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Opening(_)));
}

#[test]
fn keys_do_nothing_while_the_window_is_too_small() {
    let mut kiosk = Kiosk::desk();
    let resized = |columns, rows| Msg::Resized { columns, rows };
    kiosk.msg(resized(79, 24));
    kiosk.press(KeyCode::F(8));
    kiosk.msg(Msg::Paste(format!("{RESIDENT}\n")));
    assert!(matches!(kiosk.model.screen, Screen::Desk(_)));
    kiosk.msg(resized(80, 24));
    kiosk.press(KeyCode::F(8));
    assert!(matches!(kiosk.model.screen, Screen::Closing(_)));
}

#[test]
fn every_function_key_of_the_desk_has_a_letter() {
    let mut kiosk = Kiosk::desk();
    kiosk.control('d');
    assert!(matches!(kiosk.model.screen, Screen::Closing(_)));
    kiosk.press(KeyCode::Esc);
    kiosk.control('t');
    assert!(matches!(kiosk.model.screen, Screen::Computing(_)));
    kiosk.press(KeyCode::Esc);
    kiosk.control('s');
    assert!(matches!(kiosk.model.screen, Screen::Exchange(_)));
    kiosk.enter();
    kiosk.control('p');
    assert!(kiosk.text(80, 24).contains("Persone inventate"));
    kiosk.control('l');
    assert!(kiosk.model.session.is_none());
    let mut kiosk = Kiosk::closed(true);
    kiosk.control('r');
    assert!(matches!(kiosk.model.screen, Screen::Counting(_)));
    let mut kiosk = Kiosk::voter();
    for letter in ['p', 's', 'd', 'r', 'l', 'q'] {
        kiosk.control(letter);
        assert!(matches!(kiosk.model.screen, Screen::Voter(_)), "{letter}");
    }
}

#[test]
fn a_pin_begun_at_the_thanks_is_not_begun_again() {
    let mut kiosk = Kiosk::voter();
    kiosk.enter();
    kiosk.press(KeyCode::F(9));
    kiosk.press(KeyCode::Down);
    kiosk.enter();
    // A letter, and a scanner, are nobody's PIN.
    kiosk.keys("x");
    kiosk.scan(RESIDENT);
    assert!(matches!(&kiosk.model.screen, Screen::Voter(v) if v.is_over()));
    kiosk.pin();
    assert!(
        matches!(kiosk.model.screen, Screen::Desk(_)),
        "{}",
        kiosk.text(80, 24)
    );
}

#[test]
fn a_short_pin_costs_no_try_and_says_so() {
    let mut kiosk = Kiosk::returning();
    kiosk.keys("123");
    kiosk.enter();
    assert!(
        kiosk.words().contains("Il PIN ha 6 cifre"),
        "{}",
        kiosk.text(80, 24)
    );
    assert!(!kiosk.clerk.asked.contains(&"CheckPin"));
    kiosk.press(KeyCode::Esc);
    kiosk.pin();
    assert!(matches!(kiosk.model.screen, Screen::Desk(_)));
}

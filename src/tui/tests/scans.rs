//! Whatever a person brings, into one field: cards, documents, slips, and nothing at all.

use super::fake::{CITY_USER, MINOR, RESIDENT, at, date};
use super::kiosk::Kiosk;
use crate::identity::{DocumentKind, Validity};
use crate::tui::facts::Verdict;
use crate::tui::model::{Msg, Screen};
use crossterm::event::KeyCode;

/// The electronic identity card of Luca Verdi.
pub const ZONE: [&str; 3] = [
    "C<ITACA12345AA7<<<<<<<<<<<<<<<",
    "8001014M3101012ITA<<<<<<<<<<<8",
    "VERDI<<LUCA<<<<<<<<<<<<<<<<<<<",
];

pub fn verdict(kiosk: &Kiosk) -> &Verdict {
    match &kiosk.model.screen {
        Screen::Verdict(panel) => panel.verdict(),
        _ => panic!("no verdict on the screen:\n{}", kiosk.text(80, 24)),
    }
}

#[test]
fn a_resident_with_a_scanned_card_is_at_the_ballot_in_four_key_presses() {
    let mut kiosk = Kiosk::desk();
    kiosk.keys(&format!("*{RESIDENT}*"));
    kiosk.enter();
    // The volunteer: an electronic identity card that agrees, then the screen is turned.
    kiosk.keys("1");
    kiosk.enter();
    // The voter: Italian, begin.
    kiosk.keys("1");
    kiosk.enter();
    assert!(
        kiosk.words().contains("Ha scelto 0 di 3"),
        "{}",
        kiosk.text(80, 24)
    );
}

#[test]
fn what_the_code_says_stands_beside_what_the_station_knows() {
    let mut kiosk = Kiosk::desk();
    kiosk.clerk.refused_before = Some(("health-card".to_owned(), at(17, 0)));
    kiosk.keys(RESIDENT);
    kiosk.enter();
    let words = kiosk.words();
    for said in [
        "Nato il 10/12/1985 (36 anni), San Giuliano Terme (PI)",
        "È nell'albo dei residenti: Carpaneto Piacentino.",
        "Qui non ha potuto votare (17:00): aveva solo la tessera sanitaria",
        "data di nascita 10/12/1985",
    ] {
        assert!(words.contains(said), "{said}\n{}", kiosk.text(80, 24));
    }
}

#[test]
fn a_document_before_the_card_is_line_by_line_or_a_paste() {
    for paste in [false, true] {
        let mut kiosk = Kiosk::desk();
        if paste {
            kiosk.msg(Msg::Paste(ZONE.join("\r\n") + "\r"));
        } else {
            kiosk.zone(&ZONE[..2]);
            assert!(
                kiosk.words().contains("Letta la riga 2 di 3"),
                "{}",
                kiosk.text(80, 24)
            );
            kiosk.zone(&ZONE[2..]);
        }
        let words = kiosk.words();
        assert!(
            words.contains("CA12345AA: VERDI LUCA, 01/01/1980"),
            "{words}"
        );
        kiosk.keys(CITY_USER);
        kiosk.enter();
        assert!(matches!(verdict(&kiosk), Verdict::NotOnRoll { .. }));
        let visit = &kiosk.clerk.visits[0];
        assert_eq!(visit.document.kind, DocumentKind::ElectronicIdCard);
        assert_eq!(visit.document.validity, Validity::Until(date(2031, 1, 1)));
        assert_eq!(
            visit.document.number.as_ref().unwrap().as_str(),
            "CA12345AA"
        );
    }
}

#[test]
fn a_document_after_the_card_fills_everything() {
    let mut kiosk = Kiosk::desk();
    kiosk.keys(CITY_USER);
    kiosk.enter();
    kiosk.zone(&ZONE);
    assert!(matches!(verdict(&kiosk), Verdict::NotOnRoll { .. }));
    kiosk.keys("1");
    // Surname, names and number came from the zone: reason and comune are left.
    kiosk.keys("13");
    kiosk.enter();
    assert!(
        kiosk.words().contains("Scelga la lingua"),
        "{}",
        kiosk.text(80, 24)
    );
    kiosk.keys("1");
    let words = kiosk.words();
    assert!(
        words.contains(
            "Io, VERDI LUCA, data di nascita 01/01/1980, dichiaro: lavoro qui (Podenzano)."
        ),
        "{words}"
    );
    assert!(words.contains("conserva questi dati, sigillati"), "{words}");
}

#[test]
fn a_document_on_the_form_fills_it() {
    let mut kiosk = Kiosk::registration();
    kiosk.zone(&ZONE);
    let words = kiosk.words();
    assert!(
        words.contains("Cognome VERDI") && words.contains("CA12345AA"),
        "{words}"
    );
    let mut kiosk = Kiosk::registration();
    kiosk.msg(Msg::Paste(ZONE.join("\n")));
    assert!(
        kiosk.words().contains("Cognome VERDI"),
        "{}",
        kiosk.text(80, 24)
    );
}

#[test]
fn a_document_of_somebody_else_is_warned_of() {
    let mut kiosk = Kiosk::desk();
    kiosk.zone(&ZONE);
    kiosk.keys(RESIDENT);
    kiosk.enter();
    // The station decides on the birth; the screen says what else differs.
    assert!(
        kiosk
            .words()
            .contains("Il cognome non va d'accordo con il codice"),
        "{}",
        kiosk.text(80, 24)
    );
}

#[test]
fn a_misread_zone_is_not_repaired_and_starts_again() {
    let mut kiosk = Kiosk::desk();
    kiosk.zone(&[ZONE[0], "8001015M3101012ITA<<<<<<<<<<<8", ZONE[2]]);
    assert!(
        kiosk
            .words()
            .contains("La data di nascita del documento non è stata letta bene"),
        "{}",
        kiosk.text(80, 24)
    );
    kiosk.zone(&ZONE);
    assert!(
        kiosk.words().contains("VERDI LUCA"),
        "{}",
        kiosk.text(80, 24)
    );
}

#[test]
fn the_number_of_the_card_is_not_its_code() {
    let mut kiosk = Kiosk::desk();
    kiosk.keys("80380000301234567890");
    kiosk.enter();
    assert!(
        kiosk.words().contains("Passi l'altro codice a barre"),
        "{}",
        kiosk.words()
    );
}

#[test]
fn a_scanner_set_to_another_keyboard_is_named() {
    for text in [format!("({RESIDENT}("), ZONE[0].replace('<', ";")] {
        let mut kiosk = Kiosk::desk();
        kiosk.keys(&text);
        kiosk.enter();
        assert!(
            kiosk.words().contains("i segni di un'altra tastiera"),
            "{}",
            kiosk.words()
        );
    }
}

#[test]
fn the_next_card_at_the_person_is_the_next_person() {
    let mut kiosk = Kiosk::desk();
    kiosk.keys(CITY_USER);
    kiosk.enter();
    kiosk.keys(RESIDENT);
    kiosk.enter();
    assert!(kiosk.words().contains(RESIDENT), "{}", kiosk.words());
    assert!(!kiosk.words().contains(CITY_USER));
}

#[test]
fn keys_pressed_before_the_station_has_answered_are_not_lost() {
    let mut kiosk = Kiosk::desk();
    kiosk.slow = true;
    kiosk.keys(RESIDENT);
    kiosk.enter();
    kiosk.keys("1");
    kiosk.catch_up();
    assert!(matches!(verdict(&kiosk), Verdict::Admitted { .. }));
}

#[test]
fn where_the_century_is_open_the_document_decides() {
    let mut kiosk = Kiosk::desk();
    kiosk.keys(MINOR);
    kiosk.enter();
    assert!(
        kiosk.words().contains("Il codice non dice il secolo"),
        "{}",
        kiosk.words()
    );
    kiosk.keys("1");
    assert!(
        matches!(kiosk.model.screen, Screen::Document(_)),
        "the birth is asked for"
    );
    kiosk.keys("12/12/1906");
    kiosk.enter();
    // Cards of that age have no expiry: it is said twice.
    kiosk.enter();
    kiosk.enter();
    assert_eq!(
        kiosk.clerk.visits[0].document.birth_date,
        date(1906, 12, 12)
    );
}

#[test]
fn a_provisional_code_asks_for_the_birth() {
    let mut kiosk = Kiosk::desk();
    kiosk.keys("01234567897");
    kiosk.enter();
    assert!(
        kiosk.words().contains("codice provvisorio di 11 cifre"),
        "{}",
        kiosk.words()
    );
    kiosk.keys("3");
    assert!(matches!(kiosk.model.screen, Screen::Document(_)));
}

#[test]
fn a_code_is_computed_for_who_left_the_card_at_home() {
    let mut kiosk = Kiosk::desk();
    kiosk.press(KeyCode::F(4));
    for text in ["rossi", "mario", "10/12/1985", "m"] {
        kiosk.keys(text);
        kiosk.enter();
    }
    kiosk.keys("san giuliano t");
    assert!(
        kiosk.words().contains("San Giuliano Terme (PI)"),
        "{}",
        kiosk.text(80, 24)
    );
    kiosk.enter();
    assert!(kiosk.words().contains(RESIDENT), "{}", kiosk.text(80, 24));
    assert!(
        kiosk.words().contains("Il codice è calcolato"),
        "{}",
        kiosk.words()
    );
    kiosk.keys("1");
    assert!(kiosk.clerk.visits[0].computed);
}

#[test]
fn a_document_leaves_only_the_place_to_be_typed() {
    let mut kiosk = Kiosk::desk();
    kiosk.zone(&ZONE);
    kiosk.press(KeyCode::F(4));
    kiosk.keys("piacenza");
    kiosk.enter();
    // The document is known: the verdict follows at once.
    assert!(
        matches!(verdict(&kiosk), Verdict::NotOnRoll { .. }),
        "{}",
        kiosk.text(80, 24)
    );
    assert!(
        kiosk.clerk.visits[0]
            .code
            .as_str()
            .starts_with("VRDLCU80A01")
    );
}

#[test]
fn a_zone_does_not_decide_the_century_either() {
    // Born on 12 December 1906 or 2006.
    let zone = [
        "C<ITACA12345AA7<<<<<<<<<<<<<<<",
        "0612128F3101012ITA<<<<<<<<<<<0",
        "BIANCHI<<GIULIA<<<<<<<<<<<<<<<",
    ];
    let mut kiosk = Kiosk::desk();
    kiosk.keys(MINOR);
    kiosk.enter();
    kiosk.zone(&zone);
    assert!(
        matches!(kiosk.model.screen, Screen::Document(_)),
        "{}",
        kiosk.text(80, 24)
    );
    kiosk.keys("12/12/1906");
    kiosk.enter();
    kiosk.enter();
    let document = &kiosk.clerk.visits[0].document;
    assert_eq!(document.birth_date, date(1906, 12, 12));
    assert_eq!(document.validity, Validity::Until(date(2031, 1, 1)));
    assert!(document.number.is_some(), "what was read is kept");
}

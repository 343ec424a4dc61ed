//! What is not the rule: exceptions of the president, admissions taken back, help, and what the
//! person does not confirm.

use super::fake::{CITY_USER, COMPANION, FakeClerk, PASSPHRASE, RESIDENT};
use super::kiosk::Kiosk;
use super::scans::{ZONE, verdict};
use crate::station::{Assistance, AssistanceReason};
use crate::tui::facts::{Exception, Role, Verdict};
use crate::tui::model::Screen;
use crossterm::event::KeyCode;

/// A city user, whose card and document were read, before the declaration.
fn declaring(mut kiosk: Kiosk) -> Kiosk {
    kiosk.keys(CITY_USER);
    kiosk.enter();
    kiosk.zone(&ZONE);
    kiosk.keys("113");
    kiosk.enter();
    kiosk
}

#[test]
fn a_president_lifts_a_refusal_with_a_reason() {
    let mut kiosk = Kiosk::desk();
    kiosk.clerk.expired = true;
    kiosk.visit(RESIDENT);
    kiosk.keys("p");
    assert!(
        kiosk.words().contains("Conosco la persona"),
        "{}",
        kiosk.words()
    );
    kiosk.keys("2");
    kiosk.enter();
    assert!(matches!(verdict(&kiosk), Verdict::Admitted { .. }));
    assert_eq!(kiosk.clerk.asked.last(), Some(&"Override"));
}

#[test]
fn a_clerk_is_told_to_call_the_president() {
    let mut kiosk = Kiosk::new(FakeClerk::new());
    kiosk.clerk.role = Some(Role::Clerk);
    kiosk.clerk.expired = true;
    kiosk.keys("2");
    kiosk.keys(PASSPHRASE);
    kiosk.enter();
    kiosk.enter();
    kiosk.visit(RESIDENT);
    assert!(matches!(
        verdict(&kiosk),
        Verdict::Refused {
            exception: Exception::ByPresident,
            ..
        }
    ));
    kiosk.keys("p");
    assert!(matches!(kiosk.model.screen, Screen::Verdict(_)));
    assert!(
        kiosk.words().contains("Solo un presidente"),
        "{}",
        kiosk.words()
    );
}

#[test]
fn an_admission_is_taken_back_with_a_reason() {
    let mut kiosk = Kiosk::desk();
    kiosk.visit(RESIDENT);
    kiosk.keys("v");
    kiosk.press(KeyCode::Esc);
    assert!(matches!(verdict(&kiosk), Verdict::Admitted { .. }));
    kiosk.keys("v3");
    kiosk.enter();
    assert!(kiosk.clerk.asked.contains(&"Void"));
    assert!(matches!(kiosk.model.screen, Screen::Desk(_)));
}

#[test]
fn help_is_on_record_only_when_the_voter_confirms_it() {
    let mut kiosk = Kiosk::desk();
    kiosk.visit(RESIDENT);
    kiosk.keys("a21");
    assert!(
        kiosk
            .words()
            .contains("con l'aiuto di una persona del seggio (non vede bene)"),
        "{}",
        kiosk.text(80, 24)
    );
    kiosk.enter();
    kiosk.keys("1");
    assert!(
        kiosk
            .words()
            .contains("Ha chiesto l'aiuto di una persona del seggio")
    );
    assert!(kiosk.clerk.assisted.is_empty());
    kiosk.confirm("1");
    assert!(matches!(
        kiosk.clerk.assisted.as_slice(),
        [Assistance::Staff {
            reason: AssistanceReason::Sight
        }]
    ));
    assert!(
        kiosk.words().contains("Benvenuti al voto"),
        "{}",
        kiosk.text(80, 24)
    );
    // Who does not want it votes without.
    let mut kiosk = Kiosk::desk();
    kiosk.visit(RESIDENT);
    kiosk.keys("a21");
    kiosk.enter();
    kiosk.keys("1");
    kiosk.confirm("2");
    assert!(kiosk.clerk.assisted.is_empty());
    assert!(
        kiosk.words().contains("Benvenuti al voto"),
        "{}",
        kiosk.text(80, 24)
    );
}

#[test]
fn a_companion_is_counted_by_their_card() {
    let mut kiosk = Kiosk::desk();
    kiosk.visit(RESIDENT);
    kiosk.keys("a34");
    kiosk.keys(RESIDENT);
    kiosk.enter();
    assert!(
        kiosk.words().contains("È il codice di chi vota"),
        "{}",
        kiosk.words()
    );
    for _ in 0..16 {
        kiosk.press(KeyCode::Backspace);
    }
    kiosk.keys(COMPANION);
    kiosk.enter();
    assert!(
        kiosk.words().contains("ha già aiutato"),
        "{}",
        kiosk.text(80, 24)
    );
    kiosk.keys("1");
    assert!(
        kiosk
            .words()
            .contains("con l'aiuto di un accompagnatore (non capisce la lingua)"),
        "{}",
        kiosk.text(80, 24)
    );
}

#[test]
fn who_does_not_confirm_leaves_the_form_to_be_corrected() {
    let mut kiosk = declaring(Kiosk::desk());
    kiosk.keys("1");
    kiosk.confirm("2");
    assert!(
        kiosk.words().contains("Non è stato registrato nulla"),
        "{}",
        kiosk.words()
    );
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Returning(_)));
    kiosk.pin();
    assert!(
        matches!(kiosk.model.screen, Screen::Registration(_)),
        "{}",
        kiosk.text(80, 24)
    );
    assert!(kiosk.clerk.registered.is_empty());
}

#[test]
fn who_must_wait_is_told_on_their_screen() {
    let mut kiosk = Kiosk::desk();
    kiosk.clerk.waiting_days = 3;
    let mut kiosk = declaring(kiosk);
    kiosk.keys("1");
    kiosk.confirm("1");
    assert!(
        kiosk.words().contains("si può votare dal 06/09/2022"),
        "{}",
        kiosk.text(80, 24)
    );
    kiosk.enter();
    kiosk.pin();
    assert!(matches!(kiosk.model.screen, Screen::Desk(_)));
}

#[test]
fn a_screen_left_alone_while_confirming_goes_back_to_the_pin() {
    let mut kiosk = Kiosk::desk();
    kiosk.visit(RESIDENT);
    kiosk.keys("a21");
    kiosk.enter();
    kiosk.seconds(239);
    assert!(matches!(kiosk.model.screen, Screen::Confirming(_)));
    kiosk.seconds(2);
    assert!(matches!(kiosk.model.screen, Screen::Returning(_)));
    assert_eq!(kiosk.clerk.asked.last(), Some(&"LeaveVoter"));
}

/// Scanned while a person is confirming, the declaration, the help or nothing at all.
#[test]
fn a_card_at_the_wrong_moment_changes_nothing() {
    let after = |steps: &dyn Fn(&mut Kiosk)| {
        let mut kiosk = Kiosk::desk();
        steps(&mut kiosk);
        kiosk
    };
    let mut expired = Kiosk::desk();
    expired.clerk.expired = true;
    expired.visit(RESIDENT);
    let moments = vec![
        ("language of the declaration", declaring(Kiosk::desk())),
        ("declaration", {
            let mut kiosk = declaring(Kiosk::desk());
            kiosk.keys("1");
            kiosk
        }),
        ("row of the declaration", {
            let mut kiosk = declaring(Kiosk::desk());
            kiosk.keys("11");
            kiosk
        }),
        ("admitted", after(&|k| k.visit(RESIDENT))),
        ("not on the roll", after(&|k| k.visit(CITY_USER))),
        ("refused", expired),
        (
            "void",
            after(&|k| {
                k.visit(RESIDENT);
                k.keys("v");
            }),
        ),
        (
            "help",
            after(&|k| {
                k.visit(RESIDENT);
                k.keys("a");
            }),
        ),
        (
            "companion's exception",
            after(&|k| {
                k.visit(RESIDENT);
                k.keys("a34");
                k.keys(COMPANION);
                k.enter();
            }),
        ),
        ("the voter's screen", Kiosk::voter()),
        ("PIN", Kiosk::returning()),
        ("opening", Kiosk::unlocked()),
        ("closing", after(&|k| k.press(KeyCode::F(8)))),
    ];
    for (moment, mut kiosk) in moments {
        let before = (
            kiosk.clerk.asked.clone(),
            std::mem::discriminant(&kiosk.model.screen),
        );
        // Digits that choose, V and P that mean something, Enter that confirms.
        for code in [RESIDENT, "VRDLCU80A01H501V", "11223311122", COMPANION] {
            kiosk.scan(code);
            kiosk.seconds(1);
        }
        let asked: Vec<_> = kiosk
            .clerk
            .asked
            .iter()
            .filter(|a| **a != "Status")
            .collect();
        let asked_before: Vec<_> = before.0.iter().filter(|a| **a != "Status").collect();
        assert_eq!(asked, asked_before, "{moment}");
        assert_eq!(
            std::mem::discriminant(&kiosk.model.screen),
            before.1,
            "{moment}:\n{}",
            kiosk.text(80, 24)
        );
    }
}

#[test]
fn the_wrong_barcode_at_the_person_is_no_document() {
    let mut kiosk = Kiosk::desk();
    kiosk.scan(RESIDENT);
    kiosk.scan("80380001234567890123");
    assert!(
        kiosk.words().contains("Passi l'altro codice a barre"),
        "{}",
        kiosk.text(80, 24)
    );
    assert!(!kiosk.clerk.asked.contains(&"CheckIn"));
}

#[test]
fn a_pin_typed_too_early_confirms_nothing() {
    let mut kiosk = declaring(Kiosk::desk());
    kiosk.seconds(1);
    kiosk.keys("111211");
    kiosk.enter();
    assert!(kiosk.clerk.registered.is_empty());
    assert!(matches!(kiosk.model.screen, Screen::Confirming(_)));
}

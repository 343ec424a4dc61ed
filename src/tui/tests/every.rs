//! Every screen of the operator's side, with a name.

use super::fake::{CITY_USER, COMPANION, FakeClerk, MINOR, PASSPHRASE, RESIDENT, at};
use super::kiosk::Kiosk;
use super::left_open::{last_day, open_since};
use super::scans::ZONE;
use super::shifts::{closed_today, found, full_desk, two, unlocked};
use super::sticks::{with_stick, writing};
use super::world::count_of_several;
use crate::tui::facts::{Battery, ExportReport, Found, Notice, Role, Value};
use crate::tui::work::Done;
use crossterm::event::KeyCode;

pub type Named = (&'static str, Kiosk);

/// Every screen with a name.
pub fn screens() -> Vec<Named> {
    let mut all = before_the_day();
    all.extend(at_the_desk());
    all.extend(after_the_verdict());
    all.extend(end_of_the_day());
    all.extend(super::online::screens());
    all
}

pub fn after(mut kiosk: Kiosk, steps: impl Fn(&mut Kiosk)) -> Kiosk {
    steps(&mut kiosk);
    kiosk
}

pub fn desk(steps: impl Fn(&mut Kiosk)) -> Kiosk {
    after(Kiosk::desk(), steps)
}

pub fn locked() -> Kiosk {
    let mut kiosk = Kiosk::new(FakeClerk::new());
    kiosk.model.hint = vec!["Prova: Anna, passphrase «campo di girasoli», PIN 246810".to_owned()];
    kiosk
}

/// Locked, and before the first check-in.
fn before_the_day() -> Vec<Named> {
    vec![
        ("unlock", locked()),
        (
            "unlock-refused",
            after(locked(), |k| {
                k.keys("2sbagliata");
                k.enter();
            }),
        ),
        (
            "unlock-moment",
            after(locked(), |k| {
                k.slow = true;
                k.keys("1");
                k.keys(PASSPHRASE);
                k.enter();
            }),
        ),
        ("opening", Kiosk::unlocked()),
        (
            "opening-refused",
            after(Kiosk::unlocked(), |k| {
                k.done(Done::OpeningRefused(
                    Notice::plain("refusal-outside-phase")
                        .with("from", Value::Text("01/09/2022".into()))
                        .with("to", Value::Text("18/09/2022".into())),
                ));
            }),
        ),
        (
            "opening-everything",
            unlocked({
                let mut clerk = FakeClerk::new();
                clerk.printer = Some("Epson TM-T20".into());
                clerk.speech = true;
                clerk.status.in_box = 41;
                clerk.status.in_box_before = 41;
                clerk.status.battery = Some(Battery {
                    percent: 12,
                    plugged: false,
                });
                clerk
            }),
        ),
        (
            "opening-second",
            after(two(), |k| {
                k.enter();
                k.keys("sbagliata");
                k.enter();
            }),
        ),
        ("opening-again", closed_today(Role::President)),
        (
            "reopening",
            after(closed_today(Role::President), |k| {
                k.enter();
                k.keys("2");
            }),
        ),
        ("stopped-voting", found(1, false)),
        ("stopped-cast", found(0, true)),
        (
            "stopped-late",
            unlocked({
                let mut clerk = open_since(2, true);
                clerk.found = Some(Found {
                    interrupted: 1,
                    after_cast: false,
                });
                clerk
            }),
        ),
        (
            "opening-finished",
            after(Kiosk::closed(true), |k| k.press(KeyCode::Esc)),
        ),
    ]
}

/// From the code to the document.
fn at_the_desk() -> Vec<Named> {
    vec![
        ("desk", Kiosk::desk()),
        ("desk-full", full_desk()),
        ("desk-left-open", unlocked(open_since(2, false))),
        ("desk-phase-over", unlocked(open_since(2, true))),
        (
            "desk-kept",
            desk(|k| {
                k.clerk.status.kept = 3;
                k.seconds(61);
            }),
        ),
        (
            "desk-locks-soon",
            after(Kiosk::desk(), |k| k.seconds(5 * 60 - 12)),
        ),
        (
            "desk-wrong-code",
            desk(|k| {
                k.keys("RSSMRA85T10A562Z");
                k.enter();
            }),
        ),
        (
            "document",
            desk(|k| {
                k.keys(MINOR);
                k.enter();
                k.keys("1");
                k.keys("31/02/2006");
                k.enter();
                k.enter();
            }),
        ),
        (
            "document-paper-card",
            desk(|k| {
                k.keys(RESIDENT);
                k.enter();
                k.keys("2");
                k.enter();
            }),
        ),
        ("desk-document", desk(|k| k.zone(&ZONE))),
        ("desk-line", desk(|k| k.zone(&ZONE[..1]))),
        (
            "person",
            desk(|k| {
                k.keys(RESIDENT);
                k.enter();
            }),
        ),
        (
            "person-warnings",
            desk(|k| {
                k.clerk.refused_before = Some(("health-card".to_owned(), at(17, 0)));
                k.keys(MINOR);
                k.enter();
            }),
        ),
        (
            "computing",
            desk(|k| {
                k.zone(&ZONE);
                k.press(KeyCode::F(4));
                k.keys("forli");
            }),
        ),
        (
            "verdict-exception",
            desk(|k| {
                k.clerk.expired = true;
                k.visit(RESIDENT);
            }),
        ),
        (
            "override",
            desk(|k| {
                k.clerk.expired = true;
                k.visit(RESIDENT);
                k.keys("p");
            }),
        ),
        (
            "void",
            desk(|k| {
                k.visit(RESIDENT);
                k.keys("v");
            }),
        ),
        (
            "assisting",
            desk(|k| {
                k.visit(RESIDENT);
                k.keys("a31");
                k.keys(COMPANION);
                k.enter();
            }),
        ),
    ]
}

/// From the verdict to the voter and back.
fn after_the_verdict() -> Vec<Named> {
    vec![
        ("verdict-admitted", desk(|k| k.visit(RESIDENT))),
        ("verdict-refused", desk(|k| k.visit(MINOR))),
        (
            "verdict-not-on-roll",
            desk(|k| {
                k.clerk.waiting_days = 3;
                k.clerk.may_attest = true;
                k.visit(CITY_USER);
            }),
        ),
        (
            "registration",
            after(Kiosk::registration(), |k| {
                k.keys("Verdi");
                k.enter();
                k.keys("Marco");
                k.enter();
                k.keys("CA12345AA");
                k.enter();
                k.keys("21");
                k.enter();
            }),
        ),
        (
            "returning",
            after(Kiosk::returning(), |k| {
                k.keys("000000");
                k.enter();
                k.keys("24");
            }),
        ),
        ("help", desk(|k| k.press(KeyCode::F(1)))),
        (
            "people",
            desk(|k| {
                k.press(KeyCode::F(3));
                k.press(KeyCode::Down);
            }),
        ),
        (
            "people-help",
            desk(|k| {
                k.press(KeyCode::F(3));
                k.press(KeyCode::F(1));
            }),
        ),
        (
            "trouble",
            desk(|k| {
                k.done(Done::Failed {
                    key: "failure-disk-full",
                    detail: "write: ENOSPC".into(),
                });
            }),
        ),
    ]
}

/// Closing, sending, counting.
fn end_of_the_day() -> Vec<Named> {
    vec![
        (
            "closing",
            desk(|k| {
                k.visit(RESIDENT);
                k.press(KeyCode::Esc);
                k.press(KeyCode::F(8));
            }),
        ),
        (
            "closing-last",
            desk(|k| {
                k.press(KeyCode::F(8));
                k.keys("3");
                k.enter();
            }),
        ),
        ("closing-last-day", last_day(false)),
        ("closing-over", last_day(true)),
        ("minutes", Kiosk::closed(true)),
        (
            "closing-second",
            after(two(), |k| {
                k.enter();
                k.keys(PASSPHRASE);
                k.enter();
                k.press(KeyCode::F(8));
                k.keys("2");
                k.enter();
            }),
        ),
        ("exchange", with_stick()),
        ("exchange-alone", desk(|k| k.press(KeyCode::F(6)))),
        ("exchange-sent", after(with_stick(), |k| k.keys("1"))),
        ("exchange-writing", writing()),
        ("exchange-written", after(with_stick(), |k| k.keys("2"))),
        (
            "exchange-returned",
            after(with_stick(), |k| {
                k.keys("2");
                let report = ExportReport {
                    written: 1,
                    received: 11,
                    wrong: 1,
                    elsewhere: true,
                    kept: 4,
                };
                let status = Box::new(k.clerk.status.clone());
                k.done(Done::Exported { report, status });
            }),
        ),
        (
            "exchange-gone",
            after(with_stick(), |k| {
                k.clerk.stick_fails = Some("stick-gone");
                k.keys("2");
            }),
        ),
        (
            "exchange-failed",
            desk(|k| {
                k.slow = true;
                k.press(KeyCode::F(6));
                k.enter();
                k.done(Done::SyncFailed(Notice::plain("sync-no-network")));
            }),
        ),
        (
            "counting",
            after(Kiosk::closed(true), |k| k.press(KeyCode::F(9))),
        ),
        ("counting-several", several()),
        (
            "counting-several-end",
            after(several(), |k| k.press(KeyCode::End)),
        ),
    ]
}

/// The outcome of several questions.
fn several() -> Kiosk {
    after(Kiosk::closed(true), |k| {
        k.press(KeyCode::F(9));
        k.done(Done::Counted(Box::new(count_of_several())));
    })
}

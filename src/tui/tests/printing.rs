//! The minutes on paper, asked for on their screen.

use super::kiosk::Kiosk;
use crate::tui::facts::{Notice, PrintState, Value};
use crate::tui::model::Screen;
use crate::tui::work::{Done, Job};
use crossterm::event::KeyCode;

fn times(kiosk: &Kiosk, job: &str) -> usize {
    kiosk.clerk.asked.iter().filter(|j| **j == job).count()
}

#[test]
fn the_minutes_are_printed_and_the_screen_says_how_it_ended() {
    let mut kiosk = Kiosk::closed(false);
    kiosk.clerk.print = PrintState::Going;
    kiosk.press(KeyCode::F(7));
    assert!(kiosk.words().contains("La stampante sta lavorando"));
    kiosk.press(KeyCode::F(7));
    assert_eq!(times(&kiosk, "PrintMinutes"), 1, "not twice at once");
    kiosk.seconds(2);
    assert!(times(&kiosk, "PrintState") >= 1);
    kiosk.clerk.print = PrintState::Printed;
    kiosk.seconds(2);
    assert!(kiosk.words().contains("Il verbale è stampato."));
    let asked = times(&kiosk, "PrintState");
    kiosk.seconds(5);
    assert_eq!(times(&kiosk, "PrintState"), asked, "nothing is left to ask");
    // Once more, with the letter.
    kiosk.keys("p");
    assert_eq!(times(&kiosk, "PrintMinutes"), 2);
}

#[test]
fn a_paper_that_fails_is_told_with_what_is_safe_and_may_be_tried_again() {
    let mut kiosk = Kiosk::closed(false);
    let device = Value::Text("/dev/usb/lp0".to_owned());
    let why = Notice::plain("print-stuck").with("device", device);
    kiosk.clerk.print = PrintState::NotPrinted(why);
    kiosk.press(KeyCode::F(7));
    let words = kiosk.words();
    for needed in [
        "/dev/usb/lp0",
        "Voti e verbale sono salvi",
        "riga 1 del verbale",
    ] {
        assert!(words.contains(needed), "{needed}: {words}");
    }
    for (columns, rows) in [(80, 24), (200, 60)] {
        insta::assert_snapshot!(
            format!("minutes-not-printed-{columns}x{rows}"),
            kiosk.text(columns, rows)
        );
    }
    kiosk.clerk.print = PrintState::NoPrinter;
    kiosk.press(KeyCode::F(7));
    assert!(kiosk.words().contains(".html"));
    assert_eq!(times(&kiosk, "PrintMinutes"), 2);
    kiosk.press(KeyCode::Esc);
    assert!(matches!(kiosk.model.screen, Screen::Opening(_)));
}

#[test]
fn a_clerk_that_cannot_begin_frees_the_key() {
    let mut kiosk = Kiosk::closed(false);
    kiosk.slow = true;
    kiosk.press(KeyCode::F(7));
    assert!(matches!(kiosk.undone.as_slice(), [Job::PrintMinutes]));
    kiosk.done(Done::Failed {
        key: "failure-store",
        detail: String::new(),
    });
    kiosk.slow = false;
    kiosk.clerk.print = PrintState::Printed;
    kiosk.enter();
    kiosk.press(KeyCode::F(7));
    assert!(kiosk.words().contains("Il verbale è stampato."));
}

//! Paper ballots on the screens: handed out after a question, counted blind by two.

mod ending;
mod looks;

use super::fake::{FakeClerk, PASSPHRASE, RESIDENT};
use super::kiosk::Kiosk;
use crate::station::PaperNext;
use crate::tui::model::{Msg, Screen};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use proptest::prelude::*;

/// Projects of the made-up consultation: two or three of eight, or blank.
const OPTIONS: usize = 8;

/// The last closing of a station that handed out so many slips, up to the count.
fn counting(handed_out: u32, minimum: u32) -> Kiosk {
    let mut clerk = FakeClerk::new();
    clerk.minimum = minimum;
    let mut kiosk = Kiosk::new(clerk);
    kiosk.keys("1");
    kiosk.keys(PASSPHRASE);
    kiosk.enter();
    kiosk.clerk.status.paper = handed_out;
    kiosk.clerk.status.check_ins = handed_out;
    kiosk.enter();
    close(&mut kiosk);
    kiosk.keys("fine");
    kiosk.enter();
    kiosk
}

fn close(kiosk: &mut Kiosk) {
    kiosk.press(KeyCode::F(8));
    kiosk.keys("3");
    kiosk.enter();
}

fn numbers(kiosk: &mut Kiosk, all: &[u64]) {
    for n in all {
        kiosk.keys(&n.to_string());
        kiosk.enter();
    }
}

/// Blank first, then the options in their order; those that are not named have nothing.
fn totals(kiosk: &mut Kiosk, blank: u64, of: &[u64]) {
    let mut all = vec![0; OPTIONS + 1];
    all[0] = blank;
    all[1..=of.len()].copy_from_slice(of);
    numbers(kiosk, &all);
}

fn slips(kiosk: &mut Kiosk, all: &[&str]) {
    for slip in all {
        kiosk.keys(slip);
        kiosk.enter();
    }
}

fn second(kiosk: &mut Kiosk) {
    kiosk.keys(PASSPHRASE);
    kiosk.enter();
    assert!(
        kiosk.words().contains("Secondo conteggio: Bruno"),
        "{}",
        kiosk.text(80, 24)
    );
}

fn agreed(kiosk: &Kiosk) -> bool {
    let counting = kiosk.clerk.counting.as_ref().map(|c| c.next());
    matches!(counting, Some(PaperNext::Agreed(_)))
}

fn closes(kiosk: &mut Kiosk) {
    assert!(agreed(kiosk), "{}", kiosk.text(80, 24));
    kiosk.enter();
    assert!(
        !kiosk.clerk.asked.contains(&"CloseDay"),
        "nothing is chosen yet"
    );
    kiosk.keys("2");
    kiosk.enter();
    assert!(!kiosk.clerk.asked.contains(&"CloseDay"), "a word is asked");
    kiosk.keys("fine");
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Minutes(_)));
}

#[test]
fn a_slip_is_handed_out_after_a_question() {
    let mut kiosk = Kiosk::desk();
    kiosk.visit(RESIDENT);
    kiosk.keys("c");
    assert!(
        kiosk.words().contains("avere un'altra scheda"),
        "{}",
        kiosk.words()
    );
    kiosk.enter();
    assert!(
        matches!(kiosk.model.screen, Screen::Verdict(_)),
        "the first offer is: no"
    );
    kiosk.keys("c");
    kiosk.keys("2");
    // A card read at the wrong moment does nothing.
    kiosk.scan(RESIDENT);
    assert!(!kiosk.clerk.asked.contains(&"IssuePaper"));
    kiosk.enter();
    assert_eq!(kiosk.clerk.asked.last(), Some(&"IssuePaper"));
    assert!(
        kiosk.words().contains("CONSEGNI LA SCHEDA"),
        "{}",
        kiosk.words()
    );
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Desk(_)));
    assert_eq!(kiosk.clerk.status.paper, 1);
}

#[test]
fn a_station_without_paper_closes_as_before() {
    let kiosk = counting(0, 3);
    assert!(matches!(kiosk.model.screen, Screen::Minutes(_)));
    // Unless somebody says that there is some.
    let mut kiosk = Kiosk::desk();
    close(&mut kiosk);
    kiosk.press(KeyCode::F(4));
    kiosk.keys("fine");
    kiosk.enter();
    assert_eq!(kiosk.clerk.asked.last(), Some(&"PaperBegin"));
    numbers(&mut kiosk, &[1, 0]);
    assert!(
        kiosk.words().contains("Le valide sarebbero 1"),
        "{}",
        kiosk.words()
    );
    // The field with the focus is the last one; the first stays as it was typed.
    numbers(&mut kiosk, &[1]);
    second(&mut kiosk);
    numbers(&mut kiosk, &[1, 1]);
    closes(&mut kiosk);
}

#[test]
fn two_who_say_the_same_close_the_station() {
    let mut kiosk = counting(4, 3);
    numbers(&mut kiosk, &[4, 0]);
    assert!(
        kiosk.words().contains("(4 schede valide)"),
        "{}",
        kiosk.words()
    );
    totals(&mut kiosk, 1, &[3, 3]);
    assert!(
        kiosk.words().contains("Ora conta un altro operatore"),
        "{}",
        kiosk.words()
    );
    second(&mut kiosk);
    numbers(&mut kiosk, &[4, 0]);
    totals(&mut kiosk, 1, &[3, 3]);
    assert!(
        kiosk.words().contains("Le valide sono 3 o più"),
        "{}",
        kiosk.words()
    );
    assert!(kiosk.words().contains("I due conteggi sono uguali"));
    closes(&mut kiosk);
}

#[test]
fn a_number_of_slips_that_was_mistyped_is_corrected() {
    let mut kiosk = counting(4, 3);
    numbers(&mut kiosk, &[3, 0]);
    assert!(kiosk.words().contains("(3 schede valide)"));
    kiosk.press(KeyCode::Up);
    numbers(&mut kiosk, &[4, 0]);
    assert!(
        kiosk.words().contains("(4 schede valide)"),
        "{}",
        kiosk.words()
    );
    totals(&mut kiosk, 1, &[3, 3]);
    assert!(kiosk.words().contains("Ora conta un altro operatore"));
}

#[test]
fn few_slips_are_written_one_by_one() {
    let mut kiosk = counting(2, 3);
    numbers(&mut kiosk, &[2, 0]);
    slips(&mut kiosk, &["1 9"]);
    assert!(
        kiosk.words().contains("non è tra quelli della scheda"),
        "{}",
        kiosk.words()
    );
    for _ in 0..4 {
        kiosk.press(KeyCode::Backspace);
    }
    slips(&mut kiosk, &["1"]);
    assert!(kiosk.words().contains("almeno 2"), "{}", kiosk.words());
    slips(&mut kiosk, &[",2", "b"]);
    // The last answer is corrected.
    kiosk.press(KeyCode::Up);
    slips(&mut kiosk, &["3 4 5"]);
    kiosk.enter();
    second(&mut kiosk);
    numbers(&mut kiosk, &[2, 0]);
    slips(&mut kiosk, &["5 4 3", "2 1"]);
    kiosk.enter();
    assert!(
        kiosk.words().contains("saranno sigillate"),
        "{}",
        kiosk.words()
    );
    closes(&mut kiosk);
}

#[test]
fn only_differences_are_entered_again() {
    let mut kiosk = counting(4, 3);
    numbers(&mut kiosk, &[4, 0]);
    totals(&mut kiosk, 0, &[4, 3, 2]);
    second(&mut kiosk);
    numbers(&mut kiosk, &[4, 1]);
    assert!(
        kiosk.words().contains("I due conteggi non sono uguali"),
        "{}",
        kiosk.words()
    );
    assert!(
        !kiosk.words().contains("trovate"),
        "that number is not in doubt"
    );
    numbers(&mut kiosk, &[0]);
    totals(&mut kiosk, 0, &[4, 2, 3]);
    let words = kiosk.words();
    assert!(words.contains("2 numeri non sono uguali"), "{words}");
    assert!(
        !words.contains("numero 3"),
        "the first project is not in doubt: {words}"
    );
    numbers(&mut kiosk, &[2, 3]);
    assert!(kiosk.words().contains("Il conteggio concordato"));
    closes(&mut kiosk);
}

#[test]
fn of_slips_that_differ_only_the_number_is_said() {
    let mut kiosk = counting(2, 3);
    numbers(&mut kiosk, &[2, 0]);
    slips(&mut kiosk, &["1 2", "3 4"]);
    kiosk.enter();
    second(&mut kiosk);
    numbers(&mut kiosk, &[2, 0]);
    slips(&mut kiosk, &["1 2", "5 6"]);
    kiosk.enter();
    let words = kiosk.words();
    assert!(words.contains("Una scheda non è uguale"), "{words}");
    assert!(words.contains("Primo conteggio: Anna"), "{words}");
    slips(&mut kiosk, &["1 2", "5 6"]);
    kiosk.enter();
    assert!(
        kiosk.words().contains("Secondo conteggio: Bruno"),
        "{}",
        kiosk.words()
    );
    slips(&mut kiosk, &["5 6", "1 2"]);
    kiosk.enter();
    assert!(kiosk.words().contains("Il conteggio concordato"));
    closes(&mut kiosk);
}

#[test]
fn the_second_is_another_one_who_waits_after_a_wrong_passphrase() {
    let mut kiosk = counting(1, 3);
    numbers(&mut kiosk, &[0, 0]);
    let text = kiosk.text(80, 24);
    let offered = text.split("Ora conta un altro").nth(1).unwrap();
    assert!(
        !offered.contains("Anna") && offered.contains("Bruno"),
        "{text}"
    );
    kiosk.keys("sbagliata");
    kiosk.enter();
    assert!(
        kiosk.words().contains("riprovare tra 4 secondi"),
        "{}",
        kiosk.words()
    );
    kiosk.keys(PASSPHRASE);
    kiosk.enter();
    let asked = kiosk.clerk.asked.iter().filter(|a| **a == "PaperSecond");
    assert_eq!(asked.count(), 1, "nothing is tried during the wait");
    kiosk.seconds(5);
    kiosk.enter();
    assert!(
        kiosk.words().contains("Secondo conteggio: Bruno"),
        "{}",
        kiosk.words()
    );
}

/// The screen of the second operator depends on nothing that the first entered.
#[test]
fn the_second_count_is_blind() {
    let seen = |of: &[u64]| {
        let mut kiosk = counting(4, 3);
        numbers(&mut kiosk, &[4, 0]);
        totals(&mut kiosk, 0, of);
        let mut frames = vec![kiosk.text(200, 60)];
        second(&mut kiosk);
        frames.push(kiosk.text(200, 60));
        numbers(&mut kiosk, &[4, 0]);
        frames.push(kiosk.text(200, 60));
        for _ in 0..OPTIONS {
            kiosk.keys("0");
            kiosk.enter();
            frames.push(kiosk.text(200, 60));
        }
        frames
    };
    assert_eq!(seen(&[4, 4]), seen(&[3, 2, 3]));
    let seen = |of: &[&str]| {
        let mut kiosk = counting(2, 3);
        numbers(&mut kiosk, &[2, 0]);
        slips(&mut kiosk, of);
        kiosk.enter();
        second(&mut kiosk);
        numbers(&mut kiosk, &[2, 0]);
        slips(&mut kiosk, &["7 8", "6 7"]);
        let before = kiosk.text(200, 60);
        kiosk.enter();
        [before, kiosk.text(200, 60)]
    };
    assert_eq!(seen(&["1 2", "b"]), seen(&["3 4 5", "1 8"]));
}

fn any_key() -> impl Strategy<Value = KeyCode> {
    use KeyCode::{Backspace, Char, Down, Enter, Esc, Tab, Up};
    prop_oneof![
        8 => proptest::char::range('0', '9').prop_map(Char),
        8 => Just(Enter),
        2 => prop_oneof![Just(Up), Just(Down), Just(Tab), Just(Backspace)],
        1 => Just(Esc),
        1 => prop_oneof![Just(Char('b')), Just(Char(' ')), any::<char>().prop_map(Char)],
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whatever one operator types, without a second one's passphrase the station is not closed.
    #[test]
    fn one_alone_never_closes(
        keys in proptest::collection::vec(any_key(), 0..200),
        minimum in 1u32..4,
    ) {
        let mut kiosk = counting(2, minimum);
        for (n, code) in keys.into_iter().enumerate() {
            kiosk.msg(Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)));
            if n % 50 == 0 {
                kiosk.seconds(5);
                kiosk.text(80, 24);
            }
            prop_assert!(!agreed(&kiosk));
            prop_assert!(!kiosk.clerk.asked.contains(&"CloseDay"));
            prop_assert!(!kiosk.quit);
        }
    }
}

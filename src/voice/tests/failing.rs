//! Programs that do not do their part disturb nobody.

use std::time::Duration;

use zeroize::Zeroizing;

use super::super::engine::Call;
use super::super::pronouncing::{Progress, Pronouncing};
use super::{Engine, Studio, Voice, WRITE_DOWN, is_gone, until_true};
use crate::i18n::Language;

#[test]
fn without_an_engine_there_is_silence() {
    let voice = Voice::new(None);
    voice.speak(Language::It, "uno");
    voice.stop();
    assert!(!voice.is_available() && !voice.has_failed());
}

#[test]
fn a_program_that_is_not_there_is_a_voice_that_failed() {
    let studio = Studio::new();
    let engine = Engine::Command {
        program: studio.path("nobody"),
        args: Vec::new(),
    };
    let voice = Voice::settling(Some(engine), Duration::ZERO);
    voice.speak(Language::It, "uno");
    until_true("it failed", || voice.has_failed());
    // Mended while the station is open, it speaks.
    studio.program("nobody", WRITE_DOWN);
    voice.speak(Language::It, "due");
    assert_eq!(studio.heard(1)[0].text, "due");
    until_true("it speaks again", || !voice.has_failed());
}

#[test]
fn a_program_that_ends_with_an_error_failed() {
    let studio = Studio::new();
    let voice = studio.voice("exit 1");
    voice.speak(Language::It, &"uno ".repeat(10_000));
    until_true("it failed", || voice.has_failed());
}

#[test]
fn a_program_that_dies_while_speaking_failed() {
    let studio = Studio::new();
    let voice = studio.voice(&format!("{WRITE_DOWN}\nkill -9 $$"));
    voice.speak(Language::It, "uno");
    until_true("it failed", || voice.has_failed());
    assert!(is_gone(studio.heard(1)[0].process));
}

#[test]
fn a_program_that_does_not_read_holds_nobody() {
    let studio = Studio::new();
    let voice = studio.voice("echo $$ >> \"$studio/deaf\"\nexec sleep 1000");
    voice.speak(Language::It, &"uno ".repeat(10_000));
    let program = studio.number("deaf");
    voice.speak(Language::It, "due");
    until_true("the next one took its place", || is_gone(program));
    drop(voice);
    assert!(is_gone(studio.number("deaf")));
}

#[test]
fn a_text_left_unread_too_long_fails() {
    let studio = Studio::new();
    let program = studio.program("deaf", "echo $$ >> \"$studio/deaf.pid\"\nexec sleep 1000");
    let call = Call {
        program,
        args: Vec::new(),
    };
    // More than the system keeps for a program that does not read.
    let line = || Zeroizing::new("a".repeat(1 << 20));
    let mut patient = Pronouncing::start(&call, line(), None, Duration::from_hours(1)).unwrap();
    assert_eq!(patient.look(), Progress::Speaking);
    let process = studio.number("deaf.pid");
    drop(patient);
    assert!(is_gone(process));
    let mut hasty = Pronouncing::start(&call, line(), None, Duration::ZERO).unwrap();
    assert_eq!(hasty.look(), Progress::Failed);
}

#[test]
fn a_silencing_that_hangs_is_cut_short() {
    let studio = Studio::new();
    let hush = Call {
        program: studio.program("hush", "echo $$ >> \"$studio/hush.pid\"\nexec sleep 1000"),
        args: Vec::new(),
    };
    let call = Call {
        program: studio.program("speaks", "exec sleep 1000"),
        args: Vec::new(),
    };
    let line = Zeroizing::new(String::from("uno\n"));
    drop(Pronouncing::start(&call, line, Some(hush), Duration::ZERO).unwrap());
    assert!(is_gone(studio.number("hush.pid")));
}

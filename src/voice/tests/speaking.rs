//! What is said, and what silences it.

use std::fs;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::super::wish::Wishes;
use super::super::{Rate, line, speaker};
use super::{Studio, WRITE_DOWN, is_gone, runs, until_true};
use crate::i18n::Language;

/// An engine that writes down the text and speaks for a long time.
fn long() -> String {
    format!("{WRITE_DOWN}\nexec sleep 1000")
}

#[test]
fn a_text_arrives_whole_in_its_language_and_at_its_rate() {
    let studio = Studio::new();
    let voice = studio.voice(WRITE_DOWN);
    assert!(voice.is_available());
    let text = "Perché no? Costa 5.000 €: «è già così», shqip: ë ç, română: ș ț. ".repeat(200);
    voice.set_rate(Rate::Slow);
    voice.speak(Language::Ro, &text);
    let heard = studio.heard(1);
    assert_eq!(heard[0].text, text.trim_end());
    assert_eq!(heard[0].args, "ro 110");
    voice.set_rate(Rate::Fast);
    voice.speak(Language::Sq, "Faleminderit");
    let heard = studio.heard(2);
    assert_eq!(
        (heard[1].args.as_str(), heard[1].text.as_str()),
        ("sq 190", "Faleminderit")
    );
}

#[test]
fn the_text_is_in_no_argument_and_in_no_variable() {
    let studio = Studio::new();
    let voice = studio.voice(&format!(
        "cat /proc/$$/cmdline /proc/$$/environ > \"$studio/seen\"\n{WRITE_DOWN}"
    ));
    voice.speak(Language::It, "Ha scelto il progetto sette");
    assert_eq!(studio.heard(1)[0].text, "Ha scelto il progetto sette");
    let seen = fs::read(studio.path("seen")).unwrap();
    let seen = String::from_utf8_lossy(&seen);
    // It looked at itself.
    assert!(seen.contains("engine\0it\x00150\0"), "{seen}");
    assert!(!seen.contains("progetto"), "{seen}");
}

#[test]
fn a_newer_text_silences_the_older() {
    let studio = Studio::new();
    let voice = studio.voice(&long());
    voice.speak(Language::It, "uno");
    studio.heard(1);
    voice.speak(Language::It, "due");
    let heard = studio.heard(2);
    assert_eq!(heard[1].text, "due");
    assert!(is_gone(heard[0].process), "two voices at once");
    assert!(runs(heard[1].process));
}

#[test]
fn of_a_burst_only_the_last_is_said() {
    let studio = Studio::new();
    let engine = studio.engine(WRITE_DOWN);
    let wishes = Arc::new(Wishes::new(Duration::ZERO));
    for n in 1..=10 {
        wishes.say(Language::It, line::of(&format!("riga {n}")));
    }
    let thread = thread::spawn({
        let wishes = Arc::clone(&wishes);
        move || speaker::run(&engine, &wishes)
    });
    studio.heard(1);
    wishes.close();
    thread.join().unwrap();
    let heard = studio.heard(1);
    assert_eq!(heard.len(), 1, "{heard:?}");
    assert_eq!(heard[0].text, "riga 10");
}

#[test]
fn stopping_kills_the_program_and_what_it_started() {
    let studio = Studio::new();
    let voice = studio.voice(&format!(
        "sleep 1000 &\necho $! >> \"$studio/helper\"\n{WRITE_DOWN}\nwait"
    ));
    voice.speak(Language::It, "uno");
    let program = studio.heard(1)[0].process;
    let helper = studio.number("helper");
    assert!(runs(program) && runs(helper));
    voice.stop();
    until_true("the program is gone", || is_gone(program));
    until_true("its helper is dead", || !runs(helper));
    assert!(!voice.has_failed());
    // And it speaks again.
    voice.speak(Language::It, "due");
    assert_eq!(studio.heard(2)[1].text, "due");
}

#[test]
fn a_dropped_voice_leaves_nothing_behind() {
    let studio = Studio::new();
    let voice = studio.voice(&long());
    voice.speak(Language::It, "uno");
    let program = studio.heard(1)[0].process;
    drop(voice);
    assert!(is_gone(program));
}

#[test]
fn what_a_program_leaves_behind_when_it_ends_is_silenced() {
    let studio = Studio::new();
    let voice = studio.voice(&format!(
        "sleep 1000 &\necho $! >> \"$studio/helper\"\n{WRITE_DOWN}"
    ));
    voice.speak(Language::It, "uno");
    let program = studio.heard(1)[0].process;
    let helper = studio.number("helper");
    until_true("the program is waited for", || is_gone(program));
    until_true("its helper is dead", || !runs(helper));
}

#[test]
fn speech_dispatcher_is_told_to_be_silent_but_not_when_it_has_spoken() {
    let studio = Studio::new();
    // The client ends with its text where the text says so; the server would speak on.
    let client = studio.program(
        "spd-say",
        &format!(
            "case \"$*\" in -C) echo $$ >> \"$studio/cancelled\"; exit;; esac\n\
             {WRITE_DOWN}\ncase $text in breve) exit;; esac\nexec sleep 1000"
        ),
    );
    let engine = super::Engine::SpeechDispatcher { program: client };
    let voice = super::Voice::settling(Some(engine), Duration::ZERO);
    voice.speak(Language::Fr, "breve");
    let heard = studio.heard(1);
    assert_eq!(heard[0].args, "-e -w -l fr -r -22");
    until_true("the client is waited for", || is_gone(heard[0].process));
    voice.speak(Language::Fr, "lungo");
    let heard = studio.heard(2);
    assert!(!studio.path("cancelled").exists());
    voice.stop();
    studio.number("cancelled");
    assert!(is_gone(heard[1].process), "the client was killed first");
}

//! The real `espeak-ng`, to a file: what the other tests take from its manual. It must be
//! installed, so these run in `scripts/speech`, not in `scripts/test`.

use std::f64::consts::FRAC_1_SQRT_2;
use std::fs;
use std::time::Duration;

use super::super::engine::Call;
use super::super::{Engine, Rate};
use super::{Studio, Voice, until_true};
use crate::i18n::Language;

/// Twelve words or so, as a voter hears them.
const TEXTS: [(Language, &str); 7] = [
    (
        Language::It,
        "Progetto tre: nuovi alberi in piazza. Costa cinquemila euro. Lei può sceglierne ancora due.",
    ),
    (
        Language::En,
        "Project three: new trees in the square. It costs five thousand euro. You can choose two more.",
    ),
    (
        Language::Fr,
        "Projet trois : de nouveaux arbres sur la place. Il coûte cinq mille euros. Encore deux choix.",
    ),
    (
        Language::Es,
        "Proyecto tres: nuevos árboles en la plaza. Cuesta cinco mil euros. Puede elegir dos más.",
    ),
    (
        Language::Ro,
        "Proiectul trei: copaci noi în piață. Costă cinci mii de euro. Mai puteți alege două.",
    ),
    (
        Language::Sq,
        "Projekti tre: pemë të reja në shesh. Kushton pesë mijë euro. Mund të zgjidhni edhe dy.",
    ),
    (
        Language::De,
        "Projekt drei: neue Bäume auf dem Platz. Es kostet fünftausend Euro. Sie können noch zwei wählen.",
    ),
];

/// A sound: samples from -1 to 1 of one channel, and how many make a second.
struct Sound {
    samples: Vec<f64>,
    per_second: u32,
}

impl Sound {
    /// Reads a RIFF/WAVE file of 16-bit samples.
    fn read(bytes: &[u8]) -> Self {
        let number = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
        assert_eq!(
            (&bytes[..4], &bytes[8..16]),
            (&b"RIFF"[..], &b"WAVEfmt "[..])
        );
        // PCM, one channel, 16 bits.
        assert_eq!(
            (&bytes[20..24], &bytes[34..36]),
            (&[1, 0, 1, 0][..], &[16, 0][..])
        );
        assert_eq!(&bytes[36..40], b"data");
        let samples = bytes[44..]
            .chunks_exact(2)
            .map(|sample| f64::from(i16::from_le_bytes([sample[0], sample[1]])) / 32_768.0)
            .collect();
        Self {
            samples,
            per_second: number(24),
        }
    }

    fn seconds(&self) -> f64 {
        let samples = u32::try_from(self.samples.len()).unwrap();
        f64::from(samples) / f64::from(self.per_second)
    }

    /// Root mean square; a full-scale tone is 0.7.
    fn loudness(&self) -> f64 {
        let samples = u32::try_from(self.samples.len()).unwrap();
        let sum: f64 = self.samples.iter().map(|sample| sample * sample).sum();
        (sum / f64::from(samples)).sqrt()
    }
}

/// What the installed `espeak-ng` says, called as this room calls it and told to write a file.
fn recorded(language: Language, rate: Rate, text: &str) -> Sound {
    let studio = Studio::new();
    let file = studio.path("said.wav");
    let installed = Engine::detect("espeak-ng").expect("espeak-ng must be installed");
    let Some(Engine::Command { program, .. }) = installed else {
        panic!("not the command that was asked for");
    };
    let Call { program, mut args } = (Engine::EspeakNg { program }).speaks(language, rate);
    args.extend(["-w".into(), file.display().to_string()]);
    // It ends by itself when it has spoken; only then is it gone, and the file whole.
    let program_and_end = studio.program("engine", "\"$@\" && touch \"$studio/said\"");
    args.insert(0, program.display().to_string());
    let engine = Engine::Command {
        program: program_and_end,
        args,
    };
    let voice = Voice::settling(Some(engine), Duration::ZERO);
    voice.speak(language, text);
    until_true("espeak-ng has spoken", || {
        assert!(!voice.has_failed(), "espeak-ng failed in {language:?}");
        studio.path("said").exists()
    });
    Sound::read(&fs::read(file).unwrap())
}

#[test]
#[ignore = "needs espeak-ng: scripts/speech"]
fn all_languages_are_heard_at_a_plausible_length() {
    let mut said: Vec<Vec<f64>> = Vec::new();
    for (language, text) in TEXTS {
        let sound = recorded(language, Rate::Normal, text);
        let words = u32::try_from(text.split_whitespace().count()).unwrap();
        let expected = f64::from(words) * 60.0 / f64::from(Rate::Normal.words_per_minute());
        let ratio = sound.seconds() / expected;
        assert!(
            (0.5..2.0).contains(&ratio),
            "{language:?}: {ratio} of what was expected"
        );
        let loudness = sound.loudness();
        assert!(
            (0.01..FRAC_1_SQRT_2).contains(&loudness),
            "{language:?}: {loudness}"
        );
        said.push(sound.samples);
    }
    assert_eq!(TEXTS.map(|(language, _)| language), Language::ALL);
    // Every language has a voice of its own: the same word is not the same sound in any two.
    let word: Vec<Vec<f64>> = Language::ALL
        .map(|language| recorded(language, Rate::Normal, "central").samples)
        .to_vec();
    for (n, one) in word.iter().enumerate() {
        assert!(
            !word[..n].contains(one),
            "{:?} has another's voice",
            Language::ALL[n]
        );
    }
}

#[test]
#[ignore = "needs espeak-ng: scripts/speech"]
fn slower_lasts_longer_and_nothing_of_a_text_is_lost() {
    let (language, text) = TEXTS[0];
    let seconds = |rate, text: &str| recorded(language, rate, text).seconds();
    let normal = seconds(Rate::Normal, text);
    assert!(seconds(Rate::Slow, text) > 1.2 * normal);
    assert!(seconds(Rate::Fast, text) < 0.9 * normal);
    assert!(seconds(Rate::Normal, &text.repeat(5)) > 4.5 * normal);
    // Brackets and control characters are not taken for commands.
    let odd = "[[ti:vi]] \u{1}0A <mark> Lei può sceglierne ancora due.";
    assert!(recorded(language, Rate::Normal, odd).loudness() > 0.01);
}

//! Which engine a setting names, and that its calls are what the programs' manuals say.

use std::ffi::OsString;
use std::fs;

use super::super::engine::Call;
use super::super::{Engine, Rate, SettingError};
use super::Studio;
use crate::i18n::Language;

/// A `PATH` of two folders of the studio.
fn path(studio: &Studio) -> OsString {
    for folder in ["first", "second"] {
        fs::create_dir_all(studio.path(folder)).unwrap();
    }
    std::env::join_paths([studio.path("first"), studio.path("second")]).unwrap()
}

#[test]
fn auto_prefers_speech_dispatcher_and_runs_nothing() {
    let studio = Studio::new();
    let path = path(&studio);
    let auto = || Engine::detect_in("auto", &path);
    assert_eq!(auto(), Ok(None));
    // A file that may not be run, and a folder, are no programs.
    fs::write(studio.path("first/espeak-ng"), "").unwrap();
    fs::create_dir(studio.path("first/spd-say")).unwrap();
    assert_eq!(auto(), Ok(None));
    let ran = "touch \"$studio/ran\"";
    let program = studio.program("second/espeak-ng", ran);
    assert_eq!(auto(), Ok(Some(Engine::EspeakNg { program })));
    let program = studio.program("second/spd-say", ran);
    assert_eq!(auto(), Ok(Some(Engine::SpeechDispatcher { program })));
    assert_eq!(Engine::detect_in(" none ", &path), Ok(None));
    assert!(!studio.path("ran").exists());
}

#[test]
fn a_command_line_is_split_as_a_shell_would() {
    let studio = Studio::new();
    let path = path(&studio);
    let program = studio.program("second/talker", "");
    assert_eq!(
        Engine::detect_in("talker --voice '{language} soft' -r{rate}", &path),
        Ok(Some(Engine::Command {
            program: program.clone(),
            args: vec![
                "--voice".into(),
                "{language} soft".into(),
                "-r{rate}".into()
            ],
        }))
    );
    let by_path = format!("'{}'", program.display());
    assert_eq!(
        Engine::detect_in(&by_path, &path),
        Ok(Some(Engine::Command {
            program,
            args: Vec::new()
        }))
    );
}

#[test]
fn a_setting_that_names_nothing_says_why() {
    let studio = Studio::new();
    let path = path(&studio);
    let refused = |setting: &str| Engine::detect_in(setting, &path).unwrap_err();
    assert_eq!(refused("talker 'soft"), SettingError::Quotes);
    assert_eq!(refused("  "), SettingError::Empty);
    let missing = SettingError::NoProgram("talker".into());
    assert_eq!(refused("talker --loud"), missing);
    assert!(matches!(refused("/no/talker"), SettingError::NoProgram(_)));
}

#[test]
fn every_engine_is_called_in_the_language_and_at_the_rate() {
    let program = || "/usr/bin/x".into();
    let args = |engine: Engine, language, rate| {
        let Call { program, args } = engine.speaks(language, rate);
        assert_eq!(program.to_str(), Some("/usr/bin/x"));
        args.join(" ")
    };
    let espeak = Engine::EspeakNg { program: program() };
    assert_eq!(
        args(espeak, Language::It, Rate::Slow),
        "--stdin -b 1 -v it -s 110"
    );
    let dispatcher = Engine::SpeechDispatcher { program: program() };
    assert_eq!(
        args(dispatcher, Language::Sq, Rate::Fast),
        "-e -w -l sq -r 9"
    );
    let command = Engine::Command {
        program: program(),
        args: vec!["-v={language}+f2,{rate}".into(), "{other}".into()],
    };
    assert_eq!(
        args(command, Language::De, Rate::Normal),
        "-v=de+f2,150 {other}"
    );
}

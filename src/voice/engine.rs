//! The programs that speak, and how each is called. No call holds the text.

use std::env;
use std::ffi::OsStr;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::Rate;
use crate::i18n::Language;

/// A program that speaks what it reads on its standard input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Engine {
    /// `spd-say`, the client of Speech Dispatcher: the desktop's own voice, volume and loudspeaker.
    /// Its server writes texts into its log if `LogLevel` is 5 in `speechd.conf`; as installed, 3,
    /// it does not.
    SpeechDispatcher {
        /// Where it is.
        program: PathBuf,
    },
    /// `espeak-ng`.
    EspeakNg {
        /// Where it is.
        program: PathBuf,
    },
    /// A program of the station's own, for special hardware. It must end when it has spoken.
    Command {
        /// Its name or path.
        program: PathBuf,
        /// Its arguments, in which `{language}` becomes the language's code (`it`) and `{rate}` the
        /// words a minute (`150`).
        args: Vec<String>,
    },
}

/// Why a setting names no engine.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// A quote that was opened is not closed.
    #[error("speech: a quote is not closed in the command")]
    Quotes,
    /// There is nothing in it.
    #[error("speech: empty; write auto, none, or a command")]
    Empty,
    /// The program is not there, or may not be run.
    #[error("speech: there is no program {0} to run")]
    NoProgram(String),
}

/// A call: a program and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Call {
    pub(super) program: PathBuf,
    pub(super) args: Vec<String>,
}

impl Engine {
    /// The engine that a station's setting names: `auto` is `spd-say`, or else `espeak-ng`, if one of
    /// them is in `PATH`; `none` is silence; anything else is a command line, split into words as a
    /// shell would (crate `shell-words`), without a shell. Looks at files; runs nothing.
    pub fn detect(setting: &str) -> Result<Option<Self>, SettingError> {
        Self::detect_in(setting, &env::var_os("PATH").unwrap_or_default())
    }

    pub(super) fn detect_in(setting: &str, path: &OsStr) -> Result<Option<Self>, SettingError> {
        let dispatcher = |program| Self::SpeechDispatcher { program };
        let espeak = |program| Self::EspeakNg { program };
        match setting.trim() {
            "none" => Ok(None),
            "auto" => Ok(find("spd-say", path)
                .map(dispatcher)
                .or_else(|| find("espeak-ng", path).map(espeak))),
            command => {
                let mut words = shell_words::split(command)
                    .map_err(|_| SettingError::Quotes)?
                    .into_iter();
                let name = words.next().ok_or(SettingError::Empty)?;
                let program = find(&name, path).ok_or(SettingError::NoProgram(name))?;
                let args = words.collect();
                Ok(Some(Self::Command { program, args }))
            }
        }
    }

    /// How a text in `language` is spoken.
    pub(super) fn speaks(&self, language: Language, rate: Rate) -> Call {
        let words_per_minute = rate.words_per_minute().to_string();
        let args = match self {
            // Pipe mode, one message a line, waiting until it was spoken.
            Self::SpeechDispatcher { .. } => {
                let rate = dispatcher_rate(rate);
                words(&["-e", "-w", "-l", voice(language), "-r", rate])
            }
            Self::EspeakNg { .. } => {
                let voice = voice(language);
                // `-b 1`: UTF-8, whatever the locale of the machine.
                words(&["--stdin", "-b", "1", "-v", voice, "-s", &words_per_minute])
            }
            Self::Command { args, .. } => args
                .iter()
                .map(|arg| {
                    arg.replace("{language}", voice(language))
                        .replace("{rate}", &words_per_minute)
                })
                .collect(),
        };
        self.call(args)
    }

    /// What must be called besides killing the program: Speech Dispatcher's server goes on speaking
    /// what its client has handed over.
    pub(super) fn hushes(&self) -> Option<Call> {
        match self {
            Self::SpeechDispatcher { .. } => Some(self.call(words(&["-C"]))),
            Self::EspeakNg { .. } | Self::Command { .. } => None,
        }
    }

    fn call(&self, args: Vec<String>) -> Call {
        let (Self::SpeechDispatcher { program }
        | Self::EspeakNg { program }
        | Self::Command { program, .. }) = self;
        let program = program.clone();
        Call { program, args }
    }
}

/// The language's name among espeak-ng's voices, which is also what Speech Dispatcher asks for. Every
/// language of the screens has one (`scripts/speech` listens to all seven).
fn voice(language: Language) -> &'static str {
    language.code()
}

/// Speech Dispatcher's scale from -100 to 100. Its espeak modules put -100 at 80 words a minute, 0
/// at 170 and 100 at 390 (`EspeakMinRate`, `EspeakNormalRate`, `EspeakMaxRate`).
fn dispatcher_rate(rate: Rate) -> &'static str {
    match rate {
        Rate::Slow => "-67",
        Rate::Normal => "-22",
        Rate::Fast => "9",
    }
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

/// The program of this name, in the folders of `path` or, with a slash, where it says.
fn find(name: &str, path: &OsStr) -> Option<PathBuf> {
    if name.contains('/') {
        return Some(PathBuf::from(name)).filter(|program| runs(program));
    }
    env::split_paths(path)
        .map(|folder| folder.join(name))
        .find(|program| runs(program))
}

fn runs(program: &Path) -> bool {
    program
        .metadata()
        .is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

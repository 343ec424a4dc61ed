//! What a station's laptop has beside it: `settings.toml` in the station's folder.
//!
//! Invariants: nothing here is policy or secret; a file that is missing means the defaults; one that
//! is broken is told with its lines and stops nobody from voting.

use crate::consultation::{ConfigError, ConfigErrors};
use crate::envelope::whole_file;
use crate::printer::{Columns, Device};
use std::io;
use std::path::Path;
use toml_span::value::ValueInner;
use toml_span::{Span, Value};

/// Its name in the station's folder.
const FILE: &str = "settings.toml";

/// The settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where slips and minutes are printed, if anywhere.
    pub printer: Option<Device>,
    /// How wide its paper is.
    pub columns: Columns,
    /// What speaks: `auto`, `none`, or a command line.
    pub speech: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            printer: None,
            columns: Columns::Wide,
            speech: "auto".to_owned(),
        }
    }
}

impl Settings {
    /// Reads the file of a station.
    pub fn read(station: &Path) -> Result<Self, ConfigErrors> {
        let path = station.join(FILE);
        let name = path.display().to_string();
        match std::fs::read_to_string(&path) {
            Ok(text) => Self::parse(&text, &name),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(e) => Err(ConfigErrors(vec![ConfigError {
                file: name,
                line: 1,
                message: format!("cannot be read: {e}"),
            }])),
        }
    }

    /// Reads the text of a file; `file` names it in errors.
    pub fn parse(text: &str, file: &str) -> Result<Self, ConfigErrors> {
        let mut settings = Self::default();
        let mut errors = Vec::new();
        let mut wrong = |span: Span, message: String| {
            errors.push(ConfigError {
                file: file.to_owned(),
                line: 1 + text.get(..span.start).unwrap_or(text).matches('\n').count(),
                message,
            });
        };
        match toml_span::parse(text) {
            Err(e) => wrong(e.span, format!("not valid TOML: {e}")),
            Ok(mut root) => match root.take() {
                ValueInner::Table(table) => {
                    for (key, value) in table {
                        let span = value.span;
                        if let Err(message) = settings.set(&key.name, value) {
                            wrong(span, message);
                        }
                    }
                }
                _ => wrong(
                    root.span,
                    "expected settings as `printer = \"...\"`".to_owned(),
                ),
            },
        }
        errors.sort_by_key(|e| e.line);
        if errors.is_empty() {
            Ok(settings)
        } else {
            Err(ConfigErrors(errors))
        }
    }

    fn set(&mut self, key: &str, mut value: Value<'_>) -> Result<(), String> {
        match (key, value.take()) {
            ("printer", ValueInner::String(text)) if text == "none" => self.printer = None,
            ("printer", ValueInner::String(text)) => {
                self.printer = Some(text.parse().map_err(|e| format!("`printer`: {e}"))?);
            }
            ("columns", ValueInner::Integer(number)) => {
                let known = u32::try_from(number).ok().and_then(Columns::of);
                self.columns = known
                    .ok_or_else(|| format!("`columns`: expected 32, 42 or 48, found {number}"))?;
            }
            ("speech", ValueInner::String(text)) if one_line(&text) => {
                self.speech = text.into_owned();
            }
            ("printer" | "speech", _) => {
                return Err(format!("`{key}`: expected one line of text in quotes"));
            }
            ("columns", _) => {
                return Err("`columns`: expected 32, 42 or 48, without quotes".to_owned());
            }
            _ => {
                return Err(format!(
                    "unknown key `{key}`: expected printer, columns or speech"
                ));
            }
        }
        Ok(())
    }

    /// Writes the file of a station, whole.
    pub fn write(&self, station: &Path) -> io::Result<()> {
        whole_file::replace(&station.join(FILE), self.to_toml().as_bytes(), 0o644)
    }

    fn to_toml(&self) -> String {
        let printer = match &self.printer {
            Some(device) => device.to_string(),
            None => "none".to_owned(),
        };
        format!(
            "# A device file, a network address, or \"none\".\nprinter = {}\n\
             # Signs in a row: 32 on 58 mm paper, 42 or 48 on 80 mm paper.\ncolumns = {}\n\
             # \"auto\", \"none\" or a command that speaks what it reads.\nspeech = {}\n",
            quoted(&printer),
            self.columns.count(),
            quoted(&self.speech)
        )
    }
}

fn one_line(text: &str) -> bool {
    !text.trim().is_empty() && !text.chars().any(char::is_control)
}

/// As a TOML string; control signs were refused before.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errors(text: &str) -> Vec<String> {
        let errors = Settings::parse(text, "settings.toml").unwrap_err();
        errors.0.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(Settings::read(dir.path()).unwrap(), Settings::default());
        let devices = [
            None,
            Some("/dev/usb/lp0"),
            Some("10.0.0.7:9100"),
            Some("[fe80::1]:99"),
        ];
        for printer in devices {
            let settings = Settings {
                printer: printer.map(|p| p.parse().unwrap()),
                columns: Columns::Narrow,
                speech: "say --voice \"it\" \\ -".to_owned(),
            };
            settings.write(dir.path()).unwrap();
            assert_eq!(Settings::read(dir.path()).unwrap(), settings);
        }
    }

    #[test]
    fn every_error_is_told_with_its_line() {
        let text = "printer = \"usb lp0\"\n\ncolumns = 40\nspech = \"none\"\nspeech = 3\n";
        insta::assert_snapshot!(errors(text).join("\n"), @r#"
        settings.toml:1: `printer`: expected a device as "/dev/usb/lp0", or a network printer as "192.168.1.50" or "192.168.1.50:9100", found "usb lp0"
        settings.toml:3: `columns`: expected 32, 42 or 48, found 40
        settings.toml:4: unknown key `spech`: expected printer, columns or speech
        settings.toml:5: `speech`: expected one line of text in quotes
        "#);
        assert!(errors("columns = \"42\"")[0].starts_with("settings.toml:1: `columns`"));
        assert!(errors("printer = \"none\"\nprinter =")[0].contains("not valid TOML"));
        assert!(errors("[printer]\nx = 1")[0].contains("`printer`"));
        assert!(errors("speech = \"a\\nb\"")[0].contains("one line"));
    }

    #[test]
    fn a_file_that_cannot_be_read_is_an_error_and_not_the_defaults() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join(FILE), b"\xff\xfe").unwrap();
        let told = Settings::read(dir.path()).unwrap_err().to_string();
        assert!(told.contains("cannot be read"), "{told}");
    }
}

//! Errors of a configuration, and the lines they are on.

use std::fmt;
use toml_span::{ErrorKind, Span};

/// One thing wrong in a configuration file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {message}")]
pub struct ConfigError {
    /// The file.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// What was found and what was expected.
    pub message: String,
}

/// Everything wrong in a configuration, by line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigErrors(pub Vec<ConfigError>);

impl ConfigErrors {
    /// A file that cannot be read at all.
    pub(super) fn unreadable(file: &str, why: &std::io::Error) -> Self {
        let message = format!("cannot be read: {why}");
        Self(vec![ConfigError {
            file: file.to_owned(),
            line: 1,
            message,
        }])
    }
}

impl fmt::Display for ConfigErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, error) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ConfigErrors {}

/// Collects the errors of one file.
pub(super) struct Report {
    file: String,
    /// Where in the text each line starts.
    starts: Vec<usize>,
    errors: Vec<ConfigError>,
}

impl Report {
    pub(super) fn new(file: &str, text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
        Self {
            file: file.to_owned(),
            starts: starts.collect(),
            errors: Vec::new(),
        }
    }

    /// The line, from 1, on which something starts.
    pub(super) fn line(&self, span: Span) -> usize {
        self.starts
            .partition_point(|start| *start <= span.start)
            .max(1)
    }

    /// Notes something wrong at a place.
    pub(super) fn error(&mut self, span: Span, message: impl Into<String>) {
        let line = self.line(span);
        self.errors.push(ConfigError {
            file: self.file.clone(),
            line,
            message: message.into(),
        });
    }

    /// Notes that the text is not TOML.
    pub(super) fn syntax(&mut self, error: &toml_span::Error) {
        // A date without quotes is legal TOML that this parser does not know.
        let hint = match error.kind {
            ErrorKind::InvalidNumber | ErrorKind::UnquotedString | ErrorKind::Wanted { .. } => {
                " (texts, dates and amounts of money are written in quotes)"
            }
            _ => "",
        };
        self.error(error.span, format!("not valid TOML: {error}{hint}"));
    }

    /// What was read if nothing is wrong, or else everything that is wrong.
    pub(super) fn into_result<T>(mut self, read: Option<T>) -> Result<T, ConfigErrors> {
        self.errors.sort_by_key(|e| e.line);
        match read {
            Some(read) if self.errors.is_empty() => Ok(read),
            _ => Err(ConfigErrors(self.errors)),
        }
    }
}

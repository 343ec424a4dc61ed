//! The list of checks: each has a stable name, and a failure is always on the list.

use crate::tally::TallyError;
use serde::Serialize;

/// One check and its result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// Stable name.
    pub name: &'static str,
    /// Whether it is so.
    pub ok: bool,
    /// What was found, in words.
    pub detail: String,
}

/// Collects checks in the order in which they run.
pub struct Checklist<'p> {
    done: Vec<Check>,
    progress: &'p mut dyn FnMut(&'static str),
}

impl std::fmt::Debug for Checklist<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Checklist")
            .field("done", &self.done)
            .finish_non_exhaustive()
    }
}

/// What a check gives on: a value that later checks need, and words for the report.
pub(in crate::tally) type Found<T> = Result<(T, String), String>;

impl<'p> Checklist<'p> {
    /// An empty list; `progress` hears the name of each check when it begins.
    pub fn new(progress: &'p mut dyn FnMut(&'static str)) -> Self {
        Self {
            done: Vec::new(),
            progress,
        }
    }

    /// Runs a check. Without its value nothing that needs it can run: the caller stops.
    #[must_use = "a failed check has no value, and what needs it must not run"]
    pub(in crate::tally) fn check<T>(
        &mut self,
        name: &'static str,
        run: impl FnOnce() -> Found<T>,
    ) -> Option<T> {
        (self.progress)(name);
        let (value, ok, detail) = match run() {
            Ok((value, detail)) => (Some(value), true, detail),
            Err(detail) => (None, false, detail),
        };
        let detail = printable(&detail);
        self.done.push(Check { name, ok, detail });
        value
    }

    /// Whether every check on the list is ok, and the list is exactly `expected`: a check that
    /// did not run is not a check that passed.
    pub fn complete(&self, expected: &[&str]) -> bool {
        self.done.iter().all(|c| c.ok)
            && self
                .done
                .iter()
                .map(|c| c.name)
                .eq(expected.iter().copied())
    }

    /// The first check that does not hold, as an error.
    pub(in crate::tally) fn failure(&self) -> TallyError {
        let failed = self.done.iter().find(|c| !c.ok).cloned();
        TallyError::Check(failed.unwrap_or(Check {
            name: "complete",
            ok: false,
            detail: "not every check ran".into(),
        }))
    }

    /// The checks that ran.
    pub fn into_checks(self) -> Vec<Check> {
        self.done
    }
}

/// What was found may quote a hostile file, and is read on a terminal: nothing in it moves the
/// cursor, hides what follows or turns the writing around.
fn printable(detail: &str) -> String {
    let hides = |c: char| {
        let turns = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}');
        c.is_control() || turns || matches!(c, '\u{2066}'..='\u{2069}')
    };
    let mut text = String::with_capacity(detail.len());
    for c in detail.chars() {
        if hides(c) {
            text.extend(c.escape_unicode());
        } else {
            text.push(c);
        }
    }
    text
}

/// Says that something holds, or what does not.
pub(in crate::tally) fn require(
    holds: bool,
    otherwise: impl FnOnce() -> String,
) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}

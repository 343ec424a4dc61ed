//! What came of a step.

use std::path::PathBuf;

/// Each step may be taken again: after a crash, or when a file was lost on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// For the first time.
    Taken,
    /// It had been begun or done; these files were missing, and are there again, unchanged.
    TakenUp(Vec<PathBuf>),
    /// It had been done, and nothing was missing.
    AlreadyDone,
}

impl Step {
    pub(super) fn of(again: bool, written: Vec<PathBuf>) -> Self {
        match (again, written.is_empty()) {
            (false, _) => Self::Taken,
            (true, false) => Self::TakenUp(written),
            (true, true) => Self::AlreadyDone,
        }
    }
}

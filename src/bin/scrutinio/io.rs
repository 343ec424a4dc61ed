//! Files, secrets, progress and exit status.

use anyhow::{Context, Result};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use seggio::authority::AuthorityError;
pub use seggio::envelope::Secrets;
use seggio::tally::TallyError;
use seggio::tally::ceremony::CeremonyError;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

/// Reads a file, naming it in the error.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| path.display().to_string())
}

/// Writes a file, naming it in the error.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).with_context(|| path.display().to_string())
}

/// Where secrets come from.
#[derive(Debug, Args)]
pub struct SecretSource {
    /// Read secrets from this file, one a line in the order asked, instead of the terminal
    #[arg(long, value_name = "FILE")]
    secret_file: Option<PathBuf>,
}

impl SecretSource {
    /// Opens the source.
    pub fn open(&self) -> Result<Secrets> {
        Ok(Secrets::from(self.secret_file.as_deref())?)
    }
}

/// Shows the name of each step on a terminal, nothing on a pipe.
pub fn steps(total: usize) -> impl FnMut(&'static str) {
    let bar = if std::io::stderr().is_terminal() {
        let style = ProgressStyle::with_template("{bar:24} {pos}/{len} {msg}");
        ProgressBar::new(total as u64)
            .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
    } else {
        ProgressBar::hidden()
    };
    move |name| {
        bar.set_message(name);
        bar.inc(1);
    }
}

/// Shows how much of a file was read on a terminal, nothing on a pipe.
pub fn bytes_of(path: &Path) -> Result<impl FnMut(u64)> {
    let all = std::fs::metadata(path).with_context(|| path.display().to_string())?;
    let bar = if std::io::stderr().is_terminal() {
        let style = ProgressStyle::with_template("{bar:24} {percent:>3}% {eta}");
        ProgressBar::new(all.len())
            .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
    } else {
        ProgressBar::hidden()
    };
    Ok(move |read| bar.set_position(read))
}

/// 1 where something was checked and is not so, 2 where it could not be read.
pub fn status(error: &anyhow::Error) -> u8 {
    let not_so = match error.downcast_ref::<TallyError>() {
        Some(e) => !matches!(
            e,
            TallyError::Io { .. } | TallyError::Archive(_) | TallyError::Envelope(_)
        ),
        None if matches!(
            error.downcast_ref::<AuthorityError>(),
            Some(
                AuthorityError::Config(_)
                    | AuthorityError::OneMachine
                    | AuthorityError::OtherConsultation
                    | AuthorityError::Export(_)
                    | AuthorityError::PurgedAfter(_)
            )
        ) =>
        {
            true
        }
        None => error
            .downcast_ref::<CeremonyError>()
            .is_some_and(CeremonyError::is_refusal),
    };
    if not_so { 1 } else { 2 }
}

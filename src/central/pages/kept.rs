//! What pages remember between two requests, so that a million rows are not counted for each.
//!
//! Invariant: what is remembered is public, and at most [`FRESH`] old; a package never changes, but a count
//! that waits for a draw is followed by another.

use super::figures::Figures;
use crate::central::ledger::Counted;
use crate::central::{Central, LedgerError, Summary};
use axum::body::Bytes;
use chrono::NaiveDate;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

/// How long figures are shown before the ledger is asked whether they still hold.
const FRESH: Duration = Duration::from_mins(1);

/// Figures, and what they were counted from.
#[derive(Debug)]
struct Counting {
    /// When the ledger was last asked whether they still hold.
    looked: Instant,
    /// The day on which they were counted.
    today: NaiveDate,
    state: [u64; 5],
    figures: Arc<Figures>,
}

/// The memory of the pages.
#[derive(Debug)]
pub struct Kept {
    today: fn() -> NaiveDate,
    figures: Mutex<Option<Counting>>,
    /// Held by who counts.
    counting: Mutex<()>,
    summary: Mutex<Option<Arc<Summary>>>,
    /// With its summary's digest.
    package: Mutex<Option<(String, Bytes)>>,
}

impl Default for Kept {
    fn default() -> Self {
        Self::at(|| chrono::Local::now().date_naive())
    }
}

impl Kept {
    /// With a calendar.
    pub fn at(today: fn() -> NaiveDate) -> Self {
        Self {
            today,
            figures: Mutex::default(),
            counting: Mutex::default(),
            summary: Mutex::default(),
            package: Mutex::default(),
        }
    }

    /// The day that it is.
    pub fn today(&self) -> NaiveDate {
        (self.today)()
    }

    /// The turnout: up to the last day that is over while somebody may come, and then all of it. One request counts; meanwhile the others get what
    /// was counted before, and only where there is nothing yet they wait for it.
    pub fn figures(&self, central: &Central) -> Result<Arc<Figures>, LedgerError> {
        let today = self.today();
        let fresh = |kept: &Option<Counting>| {
            let known = kept.as_ref().filter(|k| k.today == today)?;
            (known.looked.elapsed() < FRESH).then(|| Arc::clone(&known.figures))
        };
        if let Some(figures) = fresh(&lock(&self.figures)) {
            return Ok(figures);
        }
        let older = lock(&self.figures).as_ref().map(|k| Arc::clone(&k.figures));
        let _counting = match (self.counting.try_lock(), older) {
            (Ok(counting), _) => counting,
            // Who counted before panicked: nobody counts now.
            (Err(TryLockError::Poisoned(counting)), _) => counting.into_inner(),
            (Err(TryLockError::WouldBlock), Some(older)) => return Ok(older),
            (Err(TryLockError::WouldBlock), None) => lock(&self.counting),
        };
        if let Some(figures) = fresh(&lock(&self.figures)) {
            return Ok(figures);
        }
        let page = central.ledger().read()?;
        let state = page.turnout_state()?;
        if let Some(known) = &mut *lock(&self.figures)
            && known.today == today
            && known.state == state
        {
            known.looked = Instant::now();
            return Ok(Arc::clone(&known.figures));
        }
        let consultation = &central.manifest().value().consultation;
        let counted = Counted {
            before: today,
            last: page.nobody_comes()?,
        };
        let figures = Arc::new(Figures::read(&page, consultation, counted)?);
        *lock(&self.figures) = Some(Counting {
            looked: Instant::now(),
            today,
            state,
            figures: Arc::clone(&figures),
        });
        Ok(figures)
    }

    /// What the published package says, if there is one.
    pub fn summary(&self, central: &Central) -> Result<Option<Arc<Summary>>, LedgerError> {
        if let Some(known) = lock(&self.summary).as_ref().filter(|s| !s.awaits_draw()) {
            return Ok(Some(Arc::clone(known)));
        }
        let Some(text) = central.ledger().read()?.publication()? else {
            return Ok(None);
        };
        let summary = Arc::new(Summary::read(&text)?);
        *lock(&self.summary) = Some(Arc::clone(&summary));
        Ok(Some(summary))
    }

    /// The published package, once in memory for all who download it.
    pub fn package(&self, central: &Central) -> Result<Option<Bytes>, LedgerError> {
        let Some(summary) = self.summary(central)? else {
            return Ok(None);
        };
        if let Some((of, bytes)) = &*lock(&self.package)
            && *of == summary.sha256
        {
            return Ok(Some(bytes.clone()));
        }
        let Some(bytes) = central.ledger().read()?.package()? else {
            return Ok(None);
        };
        let bytes = Bytes::from(bytes);
        *lock(&self.package) = Some((summary.sha256.clone(), bytes.clone()));
        Ok(Some(bytes))
    }
}

/// A thread that panicked left at worst an older value.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

//! Sending what waits, in order.

use super::{Carrier, Introduction, Retry, SendError};
use crate::batch::Receipt;
use crate::envelope::Signed;
use crate::station::PendingBatch;
use std::time::Duration;

/// What became of one batch.
pub type Outcome = Result<Signed<Receipt>, SendError>;

/// Introduces the station, then sends batches in the order given. Stops at the first that does
/// not arrive: its outcome is the last one. Batches after it have no outcome and still wait.
pub fn send_pending(
    carrier: &Carrier,
    introduction: &Introduction,
    pending: &[PendingBatch],
) -> Vec<(u64, Outcome)> {
    let Some(first) = pending.first() else {
        return Vec::new();
    };
    if let Err(e) = carrier.introduce(introduction) {
        return vec![(first.sequence, Err(e))];
    }
    let mut outcomes = Vec::with_capacity(pending.len());
    for batch in pending {
        let outcome = carrier.send(&batch.bytes);
        let stop = outcome.is_err();
        outcomes.push((batch.sequence, outcome));
        if stop {
            break;
        }
    }
    outcomes
}

/// Like [`send_pending`], and tries again what could not be reached, or was not decided yet; then
/// not before the server wants it. `wait` is given each wait;
/// it returns whether to go on, and may end the wait early.
pub fn send_patiently(
    carrier: &Carrier,
    introduction: &Introduction,
    pending: &[PendingBatch],
    retry: &Retry,
    mut wait: impl FnMut(Duration) -> bool,
) -> Vec<(u64, Outcome)> {
    let mut waits = retry.waits();
    let mut outcomes = send_pending(carrier, introduction, pending);
    while let Some((_, Err(error))) = outcomes.last() {
        let asked = match error {
            SendError::Unreachable(_) => Duration::ZERO,
            SendError::Later { seconds } => Duration::from_secs(*seconds),
            _ => break,
        };
        match waits.next() {
            Some(time) if wait(time.max(asked)) => {}
            _ => break,
        }
        // What has a receipt is not sent again, though it could be.
        outcomes.pop();
        let left = pending.get(outcomes.len()..).unwrap_or_default();
        outcomes.extend(send_pending(carrier, introduction, left));
    }
    outcomes
}

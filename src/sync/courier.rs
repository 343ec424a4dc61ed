//! Sending in the background, while the station goes on working.

use super::{Carrier, Introduction, Outcome, Retry, send_patiently};
use crate::station::PendingBatch;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;

/// A thread that carries one load at a time. Dropping it ends the thread at its next wait; what
/// was on the way is sent again another time, without effect if it had arrived.
#[derive(Debug)]
pub struct Courier {
    loads: Sender<Vec<PendingBatch>>,
    outcomes: Receiver<(u64, Outcome)>,
    busy: Arc<AtomicBool>,
    // Never sent to: its end tells the thread to stop waiting.
    _stop: Sender<()>,
}

impl Courier {
    /// Starts the thread.
    pub fn start(carrier: Carrier, introduction: Introduction, retry: Retry) -> Self {
        let (loads, inbox) = channel::<Vec<PendingBatch>>();
        let (results, outcomes) = channel();
        let (stop, stopped) = channel::<()>();
        let busy = Arc::new(AtomicBool::new(false));
        let at_work = Arc::clone(&busy);
        thread::spawn(move || {
            for load in inbox {
                let go_on = |time| stopped.recv_timeout(time) == Err(RecvTimeoutError::Timeout);
                let sent = send_patiently(&carrier, &introduction, &load, &retry, go_on);
                for outcome in sent {
                    if results.send(outcome).is_err() {
                        return;
                    }
                }
                at_work.store(false, Ordering::Release);
            }
        });
        Self {
            loads,
            outcomes,
            busy,
            _stop: stop,
        }
    }

    /// Gives it a load, unless it is still carrying one.
    pub fn carry(&self, load: Vec<PendingBatch>) {
        if !load.is_empty() && !self.busy.swap(true, Ordering::AcqRel) {
            // A thread that ended has nothing to carry, and F6 still sends.
            let _ = self.loads.send(load);
        }
    }

    /// What has become of batches since the last time.
    pub fn outcomes(&self) -> Vec<(u64, Outcome)> {
        self.outcomes.try_iter().collect()
    }
}

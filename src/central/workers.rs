//! The threads of a running server: those that check proofs, and the one that places.
//!
//! Invariant: a batch whose signature is good is on disk before anything is computed about it, and
//! leaves the inbox only kept or refused; any process that shares the database may take it. Whoever
//! sent it gets the outcome, or is told to ask again.

use super::bell::Bell;
use super::ledger::Waiting;
use super::receive::Seen;
use super::sequencer::{Placed, now};
use super::{Central, CentralError, LedgerError, Refusal};
use crate::batch::{Batch, Receipt};
use crate::envelope::{Digest, Signed};
use std::collections::HashMap;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle, available_parallelism};
use std::time::Duration;
use tokio::sync::oneshot::{self, Receiver, Sender};

/// How long a process may take for one batch, in milliseconds, before another takes it up.
const TAKEN: i64 = 120_000;

/// Batches that may wait in all: what comes then is asked to come later.
const MOST: u64 = 500;

/// How often to look for what other processes left.
const LOOK: Duration = Duration::from_millis(250);

/// How long to leave a database alone that failed.
const TROUBLE: Duration = Duration::from_secs(1);

/// What became of a batch.
pub(super) type Outcome = Result<Signed<Receipt>, Refusal>;

/// What became of what was sent just now.
#[derive(Debug)]
pub(super) enum Submitted {
    /// It was sent before, and this is its receipt.
    Before(Signed<Receipt>),
    /// It is in the inbox; if this process takes it, it says here what became of it.
    Waits(Digest, Receiver<Outcome>),
    /// Too much waits.
    Later,
}

/// The threads; they end when this is dropped, after what each has in its hands.
#[derive(Debug)]
pub(super) struct Workers {
    shared: Arc<Shared>,
    threads: Vec<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    central: Arc<Central>,
    stop: AtomicBool,
    to_check: Bell,
    /// Who waits in this process for what becomes of a batch.
    asking: Mutex<HashMap<Digest, Vec<Sender<Outcome>>>>,
}

impl Workers {
    /// One thread for each core, and the sequencer's.
    pub fn start(central: Arc<Central>) -> io::Result<Self> {
        let shared = Arc::new(Shared {
            central,
            stop: AtomicBool::new(false),
            to_check: Bell::default(),
            asking: Mutex::default(),
        });
        let mut workers = Self {
            shared: Arc::clone(&shared),
            threads: Vec::new(),
        };
        for _ in 0..available_parallelism().map_or(1, usize::from) {
            workers.thread("proofs", Shared::check)?;
        }
        workers.thread("sequencer", Shared::place)?;
        Ok(workers)
    }

    fn thread(&mut self, name: &str, work: fn(&Shared)) -> io::Result<()> {
        let shared = Arc::clone(&self.shared);
        let named = thread::Builder::new().name(name.to_owned());
        self.threads.push(named.spawn(move || work(&shared))?);
        Ok(())
    }

    /// Looks at a batch and puts it into the inbox.
    pub fn submit(&self, bytes: Vec<u8>) -> Result<Submitted, CentralError> {
        let batch: Box<Batch> = match self.shared.central.look_at(&bytes)? {
            Seen::Before(receipt) => return Ok(Submitted::Before(receipt)),
            Seen::New(batch) => batch,
        };
        let h = batch.header().value();
        let digest = Digest::of(&bytes);
        let waiting = Waiting { digest, bytes };
        let (say, outcome) = oneshot::channel();
        let page = self.shared.central.ledger().write()?;
        if page.waiting_count()? >= MOST && !page.is_waiting(digest)? {
            return Ok(Submitted::Later);
        }
        self.shared.asking().entry(digest).or_default().push(say);
        page.put_waiting(&waiting, &h.station, h.sequence, now())?;
        page.commit()?;
        self.shared.to_check.ring();
        Ok(Submitted::Waits(digest, outcome))
    }

    /// Whether a batch is still in the inbox.
    pub fn is_waiting(&self, digest: Digest) -> Result<bool, LedgerError> {
        self.shared.central.ledger().read()?.is_waiting(digest)
    }
}

impl Drop for Workers {
    fn drop(&mut self) {
        self.shared.stop.store(true, Ordering::Release);
        self.shared.to_check.ring();
        self.shared.central.to_place.ring();
        for thread in self.threads.drain(..) {
            // A thread that panicked is over as well.
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn asking(&self) -> std::sync::MutexGuard<'_, HashMap<Digest, Vec<Sender<Outcome>>>> {
        self.asking.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Acquire)
    }

    /// Takes batches and checks them.
    fn check(&self) {
        let mut heard = 0;
        while !self.stopped() {
            match self.check_one() {
                Ok(true) => {}
                Ok(false) => self.to_check.wait(&mut heard, LOOK),
                Err(error) => {
                    complain(&error);
                    thread::sleep(TROUBLE);
                }
            }
        }
    }

    /// Whether there was one.
    fn check_one(&self) -> Result<bool, LedgerError> {
        let ledger = self.central.ledger();
        if !ledger.read()?.has_waiting(now())? {
            return Ok(false);
        }
        let page = ledger.write()?;
        let Some(waiting) = page.take_waiting(now(), now() + TAKEN)? else {
            return Ok(false);
        };
        page.commit()?;
        let outcome = match self.central.receive(&waiting.bytes) {
            Ok(receipt) => Ok(receipt),
            Err(CentralError::Refused(refusal)) => Err(refusal),
            Err(CentralError::Ledger(error)) => {
                let page = ledger.write()?;
                page.give_back(waiting.digest)?;
                page.commit()?;
                return Err(error);
            }
        };
        let page = ledger.write()?;
        page.done_waiting(waiting.digest)?;
        page.commit()?;
        for asking in self.asking().remove(&waiting.digest).unwrap_or_default() {
            // Who asked may have gone.
            let _ = asking.send(outcome.clone());
        }
        Ok(true)
    }

    /// Places what was accepted; before it ends, all that is left.
    fn place(&self) {
        let mut heard = 0;
        loop {
            match self.central.place() {
                Ok(Placed::Some(_)) => {}
                Ok(Placed::Nothing | Placed::Elsewhere) if self.stopped() => break,
                Ok(Placed::Nothing | Placed::Elsewhere) => {
                    self.central.to_place.wait(&mut heard, LOOK);
                }
                Err(error) => {
                    complain(&error);
                    if self.stopped() {
                        break;
                    }
                    thread::sleep(TROUBLE);
                }
            }
        }
        if let Err(error) = self.central.give_up_lease() {
            complain(&error);
        }
    }
}

#[expect(
    clippy::print_stderr,
    reason = "the server's log is its standard error"
)]
fn complain(error: &LedgerError) {
    eprintln!("centrale: {error}");
}

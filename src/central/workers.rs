//! The threads of a running server: those that check proofs, and the one that places.
//!
//! Invariant: a batch whose signature is good is on disk before anything is computed about it, and
//! leaves the inbox only kept or refused; any process that shares the database may take it. Whoever
//! sent it gets the outcome, or is told to ask again.

use super::bell::Bell;
use super::ledger::{LONGEST, Waiting};
use super::receive::Seen;
use super::sequencer::{Placed, now};
use super::{Central, CentralError, LedgerError, Refusal, log, metrics};
use crate::batch::{Batch, BatchKind, Receipt};
use crate::envelope::{Digest, Signed};
use std::collections::{HashMap, HashSet};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle, available_parallelism};
use std::time::Duration;
use tokio::sync::oneshot::{self, Receiver, Sender};

/// How long a batch is a process's without a sign of life, in milliseconds: then another takes it up.
const TAKEN: i64 = LONGEST;

/// How often a process gives that sign for what it has in its hands.
const SIGN: Duration = Duration::from_secs(1);

/// Batches that may wait in all: what comes then is asked to come later.
const MOST: u64 = 500;

/// Batches of one station that may wait beside each other: it sends one after the other.
const MOST_OF_ONE: u64 = 2;

/// How long a batch rests that could not be decided, in milliseconds: others go first.
const REST: i64 = LONGEST;

/// How often to look for what other processes left.
const LOOK: Duration = Duration::from_millis(250);

/// How long the sequencer rests after it has placed.
const PAUSE: Duration = Duration::from_millis(100);

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
    /// Rings once, when the threads must end.
    ending: Bell,
    to_check: Bell,
    /// What this process has in its hands.
    in_hand: Mutex<HashSet<Digest>>,
    /// Who waits in this process for what becomes of a batch.
    asking: Mutex<HashMap<Digest, Vec<Sender<Outcome>>>>,
}

impl Workers {
    /// None yet: what is submitted waits for those of another process.
    pub fn none(central: Arc<Central>) -> Self {
        Self {
            shared: Arc::new(Shared::new(central)),
            threads: Vec::new(),
        }
    }

    /// Two threads for each core, of which one checks while the other waits for the disk, and the
    /// sequencer's.
    pub fn start(central: Arc<Central>) -> io::Result<Self> {
        let mut workers = Self::none(central);
        for _ in 0..2 * available_parallelism().map_or(1, usize::from) {
            workers.thread("proofs", Shared::check)?;
        }
        workers.thread("sequencer", Shared::place)?;
        workers.thread("signs", Shared::signs)?;
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
            Seen::New(batch, _) => batch,
        };
        let h = batch.header().value();
        let digest = Digest::of(&bytes);
        let waiting = Waiting { digest, bytes };
        let (say, outcome) = oneshot::channel();
        let page = self.shared.central.ledger().write()?;
        let links_may_come = page.before_the_purge()?;
        if h.kind == BatchKind::Presence && !links_may_come {
            return Err(Refusal::Purged.into());
        }
        let queue = page.queue(&h.station, digest)?;
        if queue.others_of_station >= MOST_OF_ONE || queue.all >= MOST && !queue.waits_itself {
            return Ok(Submitted::Later);
        }
        page.put_waiting(&waiting, &h.station, h.sequence, now())?;
        self.shared.asking().entry(digest).or_default().push(say);
        page.commit()?;
        self.shared.to_check.ring();
        Ok(Submitted::Waits(digest, outcome))
    }

    /// Whether a batch is still in the inbox.
    pub fn is_waiting(&self, digest: Digest) -> Result<bool, LedgerError> {
        let waits = self.shared.central.ledger().read()?.is_waiting(digest)?;
        if !waits {
            // Another process did it, and nobody here will say so.
            self.shared.asking().remove(&digest);
        }
        Ok(waits)
    }
}

impl Drop for Workers {
    fn drop(&mut self) {
        self.shared.stop.store(true, Ordering::Release);
        self.shared.ending.ring();
        self.shared.to_check.ring();
        self.shared.central.to_place.ring();
        for thread in self.threads.drain(..) {
            // A thread that panicked is over as well.
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn new(central: Arc<Central>) -> Self {
        Self {
            central,
            stop: AtomicBool::new(false),
            ending: Bell::default(),
            to_check: Bell::default(),
            in_hand: Mutex::default(),
            asking: Mutex::default(),
        }
    }

    fn asking(&self) -> MutexGuard<'_, HashMap<Digest, Vec<Sender<Outcome>>>> {
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
        let page = ledger.write_in_passing()?;
        let Some(waiting) = page.take_waiting(now(), now() + TAKEN)? else {
            return Ok(false);
        };
        page.commit()?;
        let _held = self.hold(waiting.digest);
        // A panic is a fault of ours: it must not take the thread along, nor the batches after it.
        let received = catch_unwind(AssertUnwindSafe(|| self.central.receive(&waiting.bytes)));
        let received = received.unwrap_or_else(|_| Err(LedgerError::Panicked.into()));
        let outcome = match received {
            Ok(receipt) => Ok(receipt),
            Err(CentralError::Refused(refusal)) => Err(refusal),
            Err(CentralError::Ledger(error)) => {
                let page = ledger.write_in_passing()?;
                page.give_back(waiting.digest, now() + REST)?;
                page.commit()?;
                return Err(error);
            }
        };
        if outcome.is_err() {
            let page = ledger.write()?;
            page.done_waiting(waiting.digest)?;
            page.commit()?;
        }
        for asking in self.asking().remove(&waiting.digest).unwrap_or_default() {
            // Who asked may have gone.
            let _ = asking.send(outcome.clone());
        }
        Ok(true)
    }

    fn in_hand(&self) -> MutexGuard<'_, HashSet<Digest>> {
        self.in_hand.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn hold(&self, digest: Digest) -> Held<'_> {
        self.in_hand().insert(digest);
        Held {
            shared: self,
            digest,
        }
    }

    /// Tells the other processes that what this one has taken is still being checked.
    fn signs(&self) {
        while !self.stopped() {
            self.ending.wait(&mut 0, SIGN);
            let in_hand: Vec<Digest> = self.in_hand().iter().copied().collect();
            for digest in in_hand {
                // One page for each: it waits for no other.
                let signed = self.central.ledger().write_in_passing().and_then(|page| {
                    page.still_taken(digest, now(), now() + TAKEN)?;
                    page.commit()
                });
                if let Err(error) = signed {
                    complain(&error);
                }
            }
        }
    }

    /// Places what was accepted; before it ends, all that is left.
    fn place(&self) {
        let mut heard = 0;
        loop {
            match self.central.place() {
                // What comes in the meantime is placed together.
                Ok(Placed::Some(_)) => self.ending.wait(&mut 0, PAUSE),
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

/// A batch in a thread's hands.
struct Held<'a> {
    shared: &'a Shared,
    digest: Digest,
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.shared.in_hand().remove(&self.digest);
    }
}

impl Central {
    /// Checks what a server that ended left in the inbox: for a process that runs no threads.
    pub fn check_all(self: &Arc<Self>) -> Result<(), LedgerError> {
        let shared = Shared::new(Arc::clone(self));
        while shared.check_one()? {}
        Ok(())
    }
}

fn complain(error: &LedgerError) {
    metrics::ledger_failed();
    log::ledger_failed(error);
}

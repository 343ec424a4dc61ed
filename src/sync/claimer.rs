//! Claims, on a thread of their own: the desk waits for an answer no longer than a breath.
//!
//! Invariants: whoever is claimed is kept until told otherwise, by renewing in the background; a
//! renewal that fails, or a claim that is lost, changes nothing at the station. When the thread
//! ends, whoever is still claimed is given back.

use super::{Carrier, Inquirer, Introduction, SendError};
use crate::batch::{Asker, ClaimAction, ClaimOutcome};
use crate::identity::Pseudonym;
use crate::station::{Claimed, Claims};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// How long things take.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// The longest that a desk waits for an answer.
    pub patience: Duration,
    /// The same, while the server did not answer last time.
    pub offline: Duration,
    /// Between two renewals; well below the lease that the server gives.
    pub renewal: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            patience: Duration::from_secs(3),
            offline: Duration::from_millis(500),
            renewal: Duration::from_mins(2),
        }
    }
}

enum Order {
    Claim(Pseudonym, Sender<Claimed>),
    Release(Pseudonym),
    Voted(Pseudonym),
}

/// Claims people at the central server.
#[derive(Debug)]
pub struct Claimer {
    orders: Sender<Order>,
    online: Arc<AtomicBool>,
    pace: Pace,
}

impl Claimer {
    /// Starts the thread.
    pub fn start(carrier: &Carrier, asker: Asker, introduction: Introduction, pace: Pace) -> Self {
        let (orders, inbox) = channel();
        let online = Arc::new(AtomicBool::new(true));
        let mut desk = Desk {
            inquirer: Inquirer::new(carrier.hasty(pace.patience), asker, introduction),
            online: Arc::clone(&online),
            held: Vec::new(),
        };
        thread::spawn(move || desk.work(&inbox, pace.renewal));
        Self {
            orders,
            online,
            pace,
        }
    }
}

impl Claims for Claimer {
    fn claim(&mut self, who: Pseudonym) -> Claimed {
        let patience = if self.online() {
            self.pace.patience
        } else {
            self.pace.offline
        };
        let (reply, answer) = channel();
        if self.orders.send(Order::Claim(who, reply)).is_err() {
            return Claimed::Offline;
        }
        answer.recv_timeout(patience).unwrap_or_else(|_| {
            self.online.store(false, Ordering::Release);
            Claimed::Offline
        })
    }

    fn release(&mut self, who: Pseudonym) {
        // A thread that ended has given everybody back.
        let _ = self.orders.send(Order::Release(who));
    }

    fn voted(&mut self, who: Pseudonym) {
        let _ = self.orders.send(Order::Voted(who));
    }

    fn online(&self) -> bool {
        self.online.load(Ordering::Acquire)
    }
}

/// The thread's side.
struct Desk {
    inquirer: Inquirer,
    online: Arc<AtomicBool>,
    held: Vec<Pseudonym>,
}

impl Desk {
    fn work(&mut self, inbox: &Receiver<Order>, renewal: Duration) {
        let answers = self.inquirer.introduce();
        self.note(&answers);
        loop {
            match inbox.recv_timeout(renewal) {
                Ok(order) => self.obey(order),
                Err(RecvTimeoutError::Timeout) => self.renew(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        for who in std::mem::take(&mut self.held) {
            // Else the lease ends by itself.
            let _ = self.inquirer.claim(ClaimAction::Release, who);
        }
    }

    fn obey(&mut self, order: Order) {
        match order {
            Order::Claim(who, reply) => {
                let claimed = self.take(who);
                // Nobody waits any more: the station went on as if offline, and gives the person
                // back when the visit ends.
                let _ = reply.send(claimed);
            }
            Order::Release(who) => self.tell(ClaimAction::Release, who),
            Order::Voted(who) => self.tell(ClaimAction::Voted, who),
        }
    }

    fn take(&mut self, who: Pseudonym) -> Claimed {
        let outcome = self.inquirer.claim(ClaimAction::Take, who);
        self.note(&outcome);
        let claimed = match outcome {
            Ok(ClaimOutcome::Taken { web, .. }) => Claimed::Ours { web },
            Ok(ClaimOutcome::Held) => Claimed::Held,
            Ok(ClaimOutcome::VotedElsewhere) => Claimed::VotedElsewhere,
            Ok(ClaimOutcome::VotedOnWeb) => Claimed::VotedOnWeb,
            Ok(ClaimOutcome::Noted | ClaimOutcome::TooMany | ClaimOutcome::NotNow) | Err(_) => {
                Claimed::Offline
            }
        };
        self.held.retain(|held| *held != who);
        if matches!(claimed, Claimed::Ours { .. }) {
            self.held.push(who);
        }
        claimed
    }

    fn tell(&mut self, action: ClaimAction, who: Pseudonym) {
        self.held.retain(|held| *held != who);
        let told = self.inquirer.claim(action, who);
        self.note(&told);
    }

    fn renew(&mut self) {
        for who in self.held.clone() {
            let outcome = self.inquirer.claim(ClaimAction::Take, who);
            self.note(&outcome);
            // Another station has them by now: the vote here goes on, and settlement decides.
            if matches!(outcome, Ok(ref o) if !matches!(o, ClaimOutcome::Taken { .. })) {
                self.held.retain(|held| *held != who);
            }
        }
        if self.held.is_empty() && !self.online.load(Ordering::Acquire) {
            let answers = self.inquirer.introduce();
            self.note(&answers);
        }
    }

    fn note<T>(&self, answered: &Result<T, SendError>) {
        self.online.store(answered.is_ok(), Ordering::Release);
    }
}

//! Exchanging with the server in the background, while the station goes on working.

use super::{Carrier, Inquirer, Introduction, Outcome, Retry, check_board, send_patiently};
use crate::batch::{Asker, VotedPage};
use crate::station::{BoardChecked, BoardToCheck, PendingBatch};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;

/// Pages of the list that one load brings at most: the rest comes with the next.
const PAGES: u32 = 50;

/// What is to be exchanged.
#[derive(Debug, Clone, Default)]
pub struct Load {
    /// Batches that wait.
    pub pending: Vec<PendingBatch>,
    /// What is to be verified of the board.
    pub board: BoardToCheck,
    /// The number from which on the list of who voted is asked for.
    pub voted: Option<u64>,
}

impl Load {
    fn is_empty(&self) -> bool {
        self.pending.is_empty() && self.board.is_empty() && self.voted.is_none()
    }
}

/// What came of it.
#[derive(Debug)]
pub enum News {
    /// What became of a batch.
    Batch(u64, Outcome),
    /// What was verified of the board.
    Board(BoardChecked),
    /// Part of the list of who voted.
    Voted(VotedPage),
}

/// A thread that carries one load at a time. Dropping it ends the thread at its next wait; what
/// was on the way is sent again another time, without effect if it had arrived.
#[derive(Debug)]
pub struct Courier {
    loads: Sender<Load>,
    news: Receiver<News>,
    busy: Arc<AtomicBool>,
    // Never sent to: its end tells the thread to stop waiting.
    _stop: Sender<()>,
}

impl Courier {
    /// Starts the thread.
    pub fn start(carrier: Carrier, asker: Asker, introduction: Introduction, retry: Retry) -> Self {
        let (loads, inbox) = channel::<Load>();
        let (results, news) = channel();
        let (stop, stopped) = channel::<()>();
        let busy = Arc::new(AtomicBool::new(false));
        let at_work = Arc::clone(&busy);
        thread::spawn(move || {
            let mut inquirer = Inquirer::new(carrier.clone(), asker, introduction.clone());
            for load in inbox {
                let go_on = |time| stopped.recv_timeout(time) == Err(RecvTimeoutError::Timeout);
                let sent = send_patiently(&carrier, &introduction, &load.pending, &retry, go_on);
                let arrived = sent.iter().all(|(_, outcome)| outcome.is_ok());
                for (sequence, outcome) in sent {
                    if results.send(News::Batch(sequence, outcome)).is_err() {
                        return;
                    }
                }
                // Who cannot be reached with batches is not asked either. Failing here is no news:
                // the next load asks again.
                if arrived {
                    let board =
                        (!load.board.is_empty()).then(|| check_board(&carrier, &load.board));
                    if let Some(Ok(checked)) = board {
                        let _ = results.send(News::Board(checked));
                    }
                    if let Some(since) = load.voted {
                        fetch(&mut inquirer, since, &results);
                    }
                }
                at_work.store(false, Ordering::Release);
            }
        });
        Self {
            loads,
            news,
            busy,
            _stop: stop,
        }
    }

    /// Gives it a load, unless it is still carrying one.
    pub fn carry(&self, load: Load) {
        if !load.is_empty() && !self.busy.swap(true, Ordering::AcqRel) {
            // A thread that ended has nothing to carry, and F6 still sends.
            let _ = self.loads.send(load);
        }
    }

    /// What has come since the last time.
    pub fn news(&self) -> Vec<News> {
        self.news.try_iter().collect()
    }
}

fn fetch(inquirer: &mut Inquirer, mut since: u64, results: &Sender<News>) {
    for _ in 0..PAGES {
        let Ok(page) = inquirer.voted(since) else {
            return;
        };
        let (last, next) = (page.is_last(), page.next());
        if results.send(News::Voted(page)).is_err() || last {
            return;
        }
        since = next;
    }
}

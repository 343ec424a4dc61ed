//! The thread that prints.
//!
//! Invariant: every paper that is handed in gets exactly one answer, and handing it in never waits.

use super::{Columns, Device, Limits, NotPrinted, Paper, encode};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::thread;
use zeroize::Zeroizing;

/// Papers that may wait behind the one being printed.
const WAITING: usize = 4;

type Answer = Box<dyn FnOnce(Result<(), NotPrinted>) + Send>;

struct Order {
    bytes: Zeroizing<Vec<u8>>,
    /// Orders of an earlier number than the printer's are forgotten.
    number: u64,
    answer: Answer,
}

/// A printer with its thread. The thread ends after the paper it is at when this is dropped, and
/// the papers that wait are forgotten.
pub struct Printer {
    device: Device,
    columns: Columns,
    orders: SyncSender<Order>,
    number: Arc<AtomicU64>,
}

impl Printer {
    /// Starts the thread; the device is opened with each paper.
    pub fn start(device: Device, columns: Columns, limits: Limits) -> Self {
        let (orders, inbox) = sync_channel::<Order>(WAITING);
        let number = Arc::new(AtomicU64::new(0));
        let (current, to) = (Arc::clone(&number), device.clone());
        thread::spawn(move || {
            for order in inbox {
                let printed = if order.number < current.load(Ordering::Acquire) {
                    Err(NotPrinted::Forgotten)
                } else {
                    to.send(&order.bytes, limits)
                };
                // Wiped before anybody is told.
                drop(order.bytes);
                (order.answer)(printed);
            }
        });
        Self {
            device,
            columns,
            orders,
            number,
        }
    }

    /// The device.
    pub fn device(&self) -> &Device {
        &self.device
    }

    /// Prints a paper when those before it are done. `answer` is called once, on the printer's
    /// thread, or at once if there is no room.
    pub fn print(
        &self,
        paper: &Paper,
        answer: impl FnOnce(Result<(), NotPrinted>) + Send + 'static,
    ) {
        let bytes = match encode::bytes(paper, self.columns) {
            Ok(bytes) => bytes,
            Err(error) => return answer(Err(error)),
        };
        let order = Order {
            bytes,
            number: self.number.load(Ordering::Acquire),
            answer: Box::new(answer),
        };
        match self.orders.try_send(order) {
            Ok(()) => {}
            Err(TrySendError::Full(order) | TrySendError::Disconnected(order)) => {
                (order.answer)(Err(NotPrinted::Busy));
            }
        }
    }

    /// Papers that wait are not printed: whom they were for has left.
    pub fn forget_waiting(&self) {
        self.number.fetch_add(1, Ordering::AcqRel);
    }
}

impl Drop for Printer {
    fn drop(&mut self) {
        self.forget_waiting();
    }
}

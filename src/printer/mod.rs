//! Paper from a small printer: what a paper says, the bytes that ESC/POS printers understand, and
//! the device that takes them.
//!
//! Invariants: whoever prints never waits: a thread of its own opens the device for one paper at a
//! time, gives up after a limit, and answers later; a device that is missing, jammed or full costs
//! a paper and nothing else. Nothing of a paper is kept: its texts are wiped when it is dropped,
//! no file is written but the device, and papers that wait are forgotten when asked.
//!
//! Knows bytes and devices, nothing of votes.
//!
//! | file | holds |
//! |---|---|
//! | `paper` | what is printed, line by line |
//! | `rows` | the same in rows of so many columns |
//! | `letters` | which letters a printer has, and what stands for the others |
//! | `encode` | the bytes |
//! | `device` | a file or a network address, and time limits |
//! | `status` | what a printer answers when asked whether it can print |
//! | `queue` | the thread |

mod device;
mod encode;
mod letters;
mod paper;
mod queue;
mod rows;
mod status;
#[cfg(test)]
mod tests;

pub use device::{BadDevice, Device, Limits};
pub use encode::bytes;
pub use paper::{Paper, Style};
pub use queue::Printer;

/// Signs in a row of the paper. 58 mm paper has 32, 80 mm paper 42 or 48.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// 58 mm paper.
    Narrow,
    /// 80 mm paper, 512 dots.
    Wide,
    /// 80 mm paper, 576 dots.
    Widest,
}

impl Columns {
    /// All widths.
    pub const ALL: [Self; 3] = [Self::Narrow, Self::Wide, Self::Widest];

    /// How many signs.
    pub fn count(self) -> u8 {
        match self {
            Self::Narrow => 32,
            Self::Wide => 42,
            Self::Widest => 48,
        }
    }

    /// The width with so many signs.
    pub fn of(count: u32) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|c| u32::from(c.count()) == count)
    }
}

/// Why a paper was not printed. Holds nothing of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotPrinted {
    /// The device file is not there, or nothing listens behind it.
    #[error("the printer is not connected: there is no such device, or nothing behind it")]
    Missing,
    /// The program may not write to the device.
    #[error("this user may not write to the printer's device (on Debian: group lp)")]
    NotAllowed,
    /// Nobody answers at the network address.
    #[error("nothing answers at the printer's address")]
    Unreachable,
    /// The printer said that it cannot print.
    #[error("the printer is out of paper, open, or reports an error")]
    NotReady,
    /// The printer took too long: off, jammed or out of paper.
    #[error("the printer takes nothing: it is off, jammed or out of paper")]
    Stuck,
    /// The device is full.
    #[error("the device has no room left")]
    Full,
    /// Too many papers wait already.
    #[error("other papers are still being printed")]
    Busy,
    /// Whom the paper was for has left.
    #[error("the paper was given up before its turn")]
    Forgotten,
    /// A QR code of it would hold more than the standard allows.
    #[error("the paper cannot be printed: a code of it is too long")]
    TooLong,
    /// Something else.
    #[error("writing to the printer failed: {0}")]
    Broken(std::io::ErrorKind),
}

//! Carrying what leaves a station to the central server: over HTTP, or on removable media.
//!
//! Invariants: a batch counts as sent only when a [`Receipt`](crate::batch::Receipt) was checked
//! that is signed by the key in the manifest and names this very batch; batches go in the order
//! of their chain, and nothing goes past one that was refused; sending twice has no effect.
//! Nothing here waits without the caller being able to end it.

mod board;
mod carried;
mod carrier;
mod claimer;
mod courier;
mod folder;
mod inquirer;
mod learn;
mod receipts;
mod retry;
mod send;

pub use crate::central::Introduction;
pub use board::{Proof, Witness, check_board};
pub use carrier::Carrier;
pub use claimer::{Claimer, Pace};
pub use courier::{Courier, Load, News};
pub use folder::{
    FolderError, purge_from_folder, receipts_from_folder, to_folder, to_folder_showing,
    voted_from_folder,
};
pub use inquirer::Inquirer;
pub use learn::{learn, learn_from_folder};
pub use receipts::check_receipt;
pub use retry::Retry;
pub use send::{Outcome, send_patiently, send_pending};

use crate::station::Station;

/// How a station presents itself.
pub fn introduction(station: &Station) -> Introduction {
    Introduction {
        certificate: station.certificate().bytes().to_vec(),
        rotation: station.rotation().bytes().to_vec(),
    }
}

/// Why a batch does not count as sent. The station keeps it in every case.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// The server did not answer, or something else answered in its place. To be tried again.
    #[error("the central server cannot be reached: {0}")]
    Unreachable(String),
    /// The server read it and refused it. Trying again changes nothing.
    #[error("refused ({name}): {detail}")]
    Refused {
        /// The stable name of the reason.
        name: String,
        /// The server's words.
        detail: String,
    },
    /// The server has not decided yet: the same bytes are to be sent again.
    #[error("the central server is busy, and wants it again in {seconds} seconds")]
    Later {
        /// Not before so many seconds.
        seconds: u64,
    },
    /// What came back is not the server's answer to what was asked.
    #[error("the answer is not the central server's to this question")]
    BadAnswer,
    /// What came back is not the receipt of this batch.
    #[error("the answer is not a receipt of this batch, signed by the central server")]
    BadReceipt,
}

#[cfg(test)]
mod tests;

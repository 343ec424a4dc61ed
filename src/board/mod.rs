//! The public, append-only log (*bacheca*): tree, checkpoints, inclusion and consistency.
//!
//! Invariants: a leaf is a 32-byte [`Digest`], and this room knows nothing of what it names; the
//! tree is the one of RFC 6962, as `tlog_tiles` lays it out; what [`checkpoint::open`] accepts
//! was signed by the board's key, byte for byte as it stands.

pub mod checkpoint;
mod proof;
mod tree;

pub use checkpoint::Checkpoint;
pub use proof::{
    check_consistency, check_inclusion, consistency, consistency_of, inclusion, inclusion_of,
};
pub use tree::{Nodes, grow, root, root_of};

use crate::envelope::Digest;
use tlog_tiles::Hash;

/// Why the board cannot answer, or why what it said is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BoardError {
    /// A place beyond the end of the board.
    #[error("place {index} is not on a board of {size} leaves")]
    NotThere {
        /// The place asked for.
        index: u64,
        /// Leaves on the board.
        size: u64,
    },
    /// The proof does not lead to the root.
    #[error("the proof does not lead to the root of the board")]
    Proof,
    /// The origin cannot name a key: empty, or with spaces or a plus.
    #[error("the board's origin is not a valid name")]
    Origin,
    /// Not a signed note that holds a checkpoint of this board.
    #[error("not a checkpoint of this board")]
    Malformed,
    /// Readable, but not in the one form that a checkpoint has.
    #[error("the checkpoint is not in canonical form")]
    NotCanonical,
    /// The board's key did not sign it.
    #[error("the signature of the checkpoint does not verify")]
    BadSignature,
    /// The stored tree lacks a node that it must have.
    #[error("the stored tree cannot be read: {0}")]
    Nodes(String),
}

fn to_hash(digest: &Digest) -> Hash {
    Hash(digest.0)
}

fn to_digest(hash: Hash) -> Digest {
    Digest(hash.0)
}

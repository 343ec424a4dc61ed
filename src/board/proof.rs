//! Inclusion and consistency, as RFC 6962 (sections 2.1.1 and 2.1.2) proves them.

use super::tree::{InMemory, Nodes, Reader};
use super::{BoardError, Checkpoint, root, to_digest, to_hash};
use crate::envelope::Digest;
use tlog_tiles::Hash;

/// No tree of at most 2^64 leaves needs a longer proof.
const LONGEST: usize = 2 * 64;

/// Proves that the leaf at `index` is on the board of these leaves.
pub fn inclusion(leaves: &[Digest], index: u64) -> Result<Vec<Digest>, BoardError> {
    inclusion_of(&InMemory::of(leaves)?, leaves.len() as u64, index)
}

/// The same from stored nodes, for a board of `size` leaves.
pub fn inclusion_of<N: Nodes + ?Sized>(
    nodes: &N,
    size: u64,
    index: u64,
) -> Result<Vec<Digest>, BoardError> {
    if index >= size {
        return Err(BoardError::NotThere { index, size });
    }
    let proof = tlog_tiles::prove_record(size, index, &Reader(nodes));
    proof
        .map(|p| p.into_iter().map(to_digest).collect())
        .map_err(|e| BoardError::Nodes(e.to_string()))
}

/// Checks that `leaf` is at `index` of the board that the checkpoint names.
pub fn check_inclusion(
    board: &Checkpoint,
    index: u64,
    leaf: &Digest,
    proof: &[Digest],
) -> Result<(), BoardError> {
    if index >= board.size {
        return Err(BoardError::NotThere {
            index,
            size: board.size,
        });
    }
    let path = hashes(proof)?;
    let leaf = tlog_tiles::record_hash(&leaf.0);
    tlog_tiles::check_record(&path, board.size, to_hash(&board.root), index, leaf)
        .map_err(|_| BoardError::Proof)
}

/// Proves that the board of these leaves begins with its own first `old` leaves.
pub fn consistency(leaves: &[Digest], old: u64) -> Result<Vec<Digest>, BoardError> {
    consistency_of(&InMemory::of(leaves)?, leaves.len() as u64, old)
}

/// The same from stored nodes, for a board of `size` leaves.
pub fn consistency_of<N: Nodes + ?Sized>(
    nodes: &N,
    size: u64,
    old: u64,
) -> Result<Vec<Digest>, BoardError> {
    if old > size {
        return Err(BoardError::NotThere { index: old, size });
    }
    // Everything continues the empty board; RFC 6962 has no proof for that.
    if old == 0 {
        return Ok(Vec::new());
    }
    let proof = tlog_tiles::prove_tree(size, old, &Reader(nodes));
    proof
        .map(|p| p.into_iter().map(to_digest).collect())
        .map_err(|e| BoardError::Nodes(e.to_string()))
}

/// Checks that `new` continues `old`: nothing was taken away or changed.
pub fn check_consistency(
    old: &Checkpoint,
    new: &Checkpoint,
    proof: &[Digest],
) -> Result<(), BoardError> {
    // An empty board has one root, whichever side it stands on.
    let empty = root(&[]);
    if [old, new].iter().any(|c| c.size == 0 && c.root != empty) {
        return Err(BoardError::Proof);
    }
    if old.size == 0 {
        return if proof.is_empty() {
            Ok(())
        } else {
            Err(BoardError::Proof)
        };
    }
    let path = hashes(proof)?;
    let (new_root, old_root) = (to_hash(&new.root), to_hash(&old.root));
    tlog_tiles::check_tree(&path, new.size, new_root, old.size, old_root)
        .map_err(|_| BoardError::Proof)
}

/// A proof for `tlog_tiles`, which copies it once a level: too long a one is refused first.
fn hashes(proof: &[Digest]) -> Result<Vec<Hash>, BoardError> {
    if proof.len() > LONGEST {
        return Err(BoardError::Proof);
    }
    Ok(proof.iter().map(to_hash).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn leaves(n: u64) -> Vec<Digest> {
        (0..n).map(|i| Digest::of(&i.to_be_bytes())).collect()
    }

    proptest! {
        #[test]
        fn inclusion_holds_for_its_leaf_and_place_only(n in 1u64..80, at in any::<u64>()) {
            let leaves = leaves(n);
            let (at, board) = (at % n, Checkpoint::of(&leaves));
            let leaf = leaves[usize::try_from(at).unwrap()];
            let proof = inclusion(&leaves, at).unwrap();
            prop_assert_eq!(check_inclusion(&board, at, &leaf, &proof), Ok(()));
            prop_assert!(check_inclusion(&board, at, &Digest::of(b"other"), &proof).is_err());
            prop_assert!(check_inclusion(&board, n, &leaf, &proof).is_err());
            if n > 1 {
                prop_assert!(check_inclusion(&board, (at + 1) % n, &leaf, &proof).is_err());
            }
            for i in 0..proof.len() {
                let mut changed = proof.clone();
                changed[i].0[0] ^= 1;
                prop_assert!(check_inclusion(&board, at, &leaf, &changed).is_err());
            }
            let mut longer = proof;
            longer.push(leaf);
            prop_assert!(check_inclusion(&board, at, &leaf, &longer).is_err());
        }

        #[test]
        fn consistency_holds_for_what_grew_only(n in 0u64..80, old in any::<u64>()) {
            let all = leaves(n);
            let old = old % (n + 1);
            let (first, _) = all.split_at(usize::try_from(old).unwrap());
            let (before, after) = (Checkpoint::of(first), Checkpoint::of(&all));
            let proof = consistency(&all, old).unwrap();
            prop_assert_eq!(check_consistency(&before, &after, &proof), Ok(()));
            let mut other = before.clone();
            other.root.0[7] ^= 1;
            prop_assert!(check_consistency(&other, &after, &proof).is_err());
            let mut other = after.clone();
            other.root.0[7] ^= 1;
            // Every board continues the empty one.
            prop_assert_eq!(check_consistency(&before, &other, &proof).is_ok(), old == 0 && n > 0);
            if old < n {
                prop_assert!(check_consistency(&after, &before, &proof).is_err());
            }
        }
    }

    #[test]
    fn what_is_not_there_has_no_proof() {
        let all = leaves(4);
        let beyond = BoardError::NotThere { index: 4, size: 4 };
        assert_eq!(inclusion(&all, 4), Err(beyond));
        assert!(consistency(&all, 5).is_err());
        let board = Checkpoint::of(&all);
        let long = vec![Digest::of(b"x"); 100_000];
        assert_eq!(
            check_inclusion(&board, 0, &all[0], &long),
            Err(BoardError::Proof)
        );
    }
}

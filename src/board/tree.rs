//! The root, all at once or leaf by leaf over stored nodes.

use super::{BoardError, to_digest};
use crate::envelope::Digest;
use tlog_tiles::{EMPTY_HASH, Hash, HashReader, node_hash, record_hash};

/// The root of RFC 6962 (section 2.1) over leaves; SHA-256 of nothing for the empty board.
pub fn root(leaves: &[Digest]) -> Digest {
    let hashes: Vec<Hash> = leaves.iter().map(|l| record_hash(&l.0)).collect();
    to_digest(root_of_hashes(&hashes))
}

/// The definition itself; `tlog_tiles` computes the same from stored nodes.
pub(super) fn root_of_hashes(hashes: &[Hash]) -> Hash {
    match hashes {
        [] => EMPTY_HASH,
        [one] => *one,
        _ => {
            // The largest power of two that is smaller than the number of leaves.
            let split = hashes.len().div_ceil(2).next_power_of_two();
            let (left, right) = hashes.split_at(split);
            node_hash(root_of_hashes(left), root_of_hashes(right))
        }
    }
}

/// Where the nodes of a growing tree are kept, numbered as `tlog_tiles::stored_hash_index` does:
/// a node is written once and never changes.
pub trait Nodes {
    /// The nodes with these numbers, in this order; an error if one is missing.
    fn read(&self, indexes: &[u64]) -> Result<Vec<Digest>, BoardError>;
}

/// Lets `tlog_tiles` read nodes; an answer of the wrong length is an error, never a panic.
pub(super) struct Reader<'a, N: Nodes + ?Sized>(pub &'a N);

impl<N: Nodes + ?Sized> HashReader for Reader<'_, N> {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<Hash>, tlog_tiles::Error> {
        let nodes = self.0.read(indexes);
        let nodes = nodes.map_err(|e| tlog_tiles::Error::InvalidInput(e.to_string()))?;
        if nodes.len() == indexes.len() {
            Ok(nodes.iter().map(super::to_hash).collect())
        } else {
            Err(tlog_tiles::Error::IndexesNotInTree)
        }
    }
}

/// The nodes to store when `leaf` is put on a board of `size` leaves, with their numbers.
pub fn grow<N: Nodes + ?Sized>(
    size: u64,
    leaf: &Digest,
    nodes: &N,
) -> Result<Vec<(u64, Digest)>, BoardError> {
    let new = tlog_tiles::stored_hashes(size, &leaf.0, &Reader(nodes)).map_err(unreadable)?;
    let first = tlog_tiles::stored_hash_index(0, size);
    Ok((first..).zip(new.into_iter().map(to_digest)).collect())
}

/// The root of a board of `size` leaves from its stored nodes.
pub fn root_of<N: Nodes + ?Sized>(size: u64, nodes: &N) -> Result<Digest, BoardError> {
    let root = tlog_tiles::tree_hash(size, &Reader(nodes)).map_err(unreadable)?;
    Ok(to_digest(root))
}

// By value because that is what `map_err` hands over.
#[expect(clippy::needless_pass_by_value, reason = "the shape of map_err")]
fn unreadable(e: tlog_tiles::Error) -> BoardError {
    BoardError::Nodes(e.to_string())
}

/// Nodes in memory, for boards whose leaves are all at hand.
#[derive(Debug, Default)]
pub(super) struct InMemory(Vec<Digest>);

impl InMemory {
    /// Grows the tree of these leaves.
    pub(super) fn of(leaves: &[Digest]) -> Result<Self, BoardError> {
        let mut nodes = Self::default();
        for (size, leaf) in (0..).zip(leaves) {
            let new = grow(size, leaf, &nodes)?;
            nodes.0.extend(new.into_iter().map(|(_, node)| node));
        }
        Ok(nodes)
    }
}

impl Nodes for InMemory {
    fn read(&self, indexes: &[u64]) -> Result<Vec<Digest>, BoardError> {
        indexes
            .iter()
            .map(|i| {
                usize::try_from(*i)
                    .ok()
                    .and_then(|i| self.0.get(i))
                    .copied()
            })
            .collect::<Option<_>>()
            .ok_or_else(|| BoardError::Nodes("a node is missing".to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use data_encoding::HEXLOWER;
    use proptest::prelude::*;

    /// Leaves and roots of the reference implementation of RFC 6962
    /// (`certificate-transparency/test/testdata`, `merkle_tree_test`).
    #[test]
    fn roots_are_those_of_rfc_6962() {
        let leaves = [
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f",
        ];
        let roots = [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ];
        let hashes: Vec<Hash> = leaves
            .iter()
            .map(|l| record_hash(&HEXLOWER.decode(l.as_bytes()).unwrap()))
            .collect();
        for (n, expected) in roots.iter().enumerate() {
            let root = to_digest(root_of_hashes(&hashes[..n]));
            assert_eq!(&root.hex(), expected, "{n} leaves");
        }
    }

    proptest! {
        #[test]
        fn growing_leaf_by_leaf_gives_the_same_root(
            leaves in prop::collection::vec(any::<[u8; 32]>().prop_map(Digest), 0..70)
        ) {
            let nodes = InMemory::of(&leaves).unwrap();
            for n in 0..=leaves.len() {
                prop_assert_eq!(root_of(n as u64, &nodes), Ok(root(&leaves[..n])));
            }
        }
    }

    #[test]
    fn a_missing_node_is_an_error() {
        let nodes = InMemory::default();
        assert!(matches!(root_of(3, &nodes), Err(BoardError::Nodes(_))));
        let grown = grow(3, &Digest::of(b"x"), &nodes);
        assert!(matches!(grown, Err(BoardError::Nodes(_))));
    }
}

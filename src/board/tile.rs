//! The board cut into files: C2SP `tlog-tiles`, 256 hashes of one level in each.
//!
//! Invariants: a path names one tile, and a tile has one path; what a tile of a board holds is
//! decided by the leaves of that board and never changes when the board grows.

use std::ops::Range;
use tlog_tiles::stored_hash_index;

/// Hashes in a full tile: eight levels of the tree are one level of tiles.
pub const TILE_WIDTH: u64 = 256;
const TILE_HEIGHT: u8 = 8;

/// No board of fewer than 2^64 leaves has tiles above this level.
const LEVELS: u8 = 64 / TILE_HEIGHT;

/// What a tile holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// Hashes of a level of tiles; of leaves at level 0.
    Hashes(u8),
    /// The leaves themselves, each after its length.
    Entries,
}

/// A tile, full or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tile {
    held: Held,
    index: u64,
    /// 1 to 256.
    width: u64,
}

impl Tile {
    /// Reads what comes after `tile/`: `0/x001/234`, `1/000.p/17`, `entries/000`.
    pub fn parse(path: &str) -> Option<Self> {
        let (held, rest) = path.split_once('/')?;
        let held = match held {
            "entries" => Held::Entries,
            level => Held::Hashes(level.parse().ok().filter(|l| *l < LEVELS)?),
        };
        let (index, width) = match rest.split_once(".p/") {
            None => (rest, TILE_WIDTH),
            Some((index, width)) => (index, width.parse().ok()?),
        };
        let mut whole = 0u64;
        for part in index.split('/') {
            let digits = part.strip_prefix('x').unwrap_or(part);
            let thousandth: u64 = digits.parse().ok()?;
            whole = whole.checked_mul(1000)?.checked_add(thousandth)?;
        }
        let tile = Self {
            held,
            index: whole,
            width,
        };
        // Signs, zeros in front, a missing `x`, a width of 0 or of 256: not the one path.
        ((1..=TILE_WIDTH).contains(&width) && tile.path() == path).then_some(tile)
    }

    /// The path after `tile/`.
    pub fn path(&self) -> String {
        let held = match self.held {
            Held::Hashes(level) => level.to_string(),
            Held::Entries => "entries".to_owned(),
        };
        let mut index = format!("{:03}", self.index % 1000);
        let mut rest = self.index / 1000;
        while rest > 0 {
            index = format!("x{:03}/{index}", rest % 1000);
            rest /= 1000;
        }
        if self.is_full() {
            format!("{held}/{index}")
        } else {
            format!("{held}/{index}.p/{}", self.width)
        }
    }

    /// What it holds.
    pub fn held(&self) -> Held {
        self.held
    }

    /// Whether it holds all that it ever will.
    pub fn is_full(&self) -> bool {
        self.width == TILE_WIDTH
    }

    /// Whether a board of so many leaves decides all that it holds.
    pub fn is_on(&self, size: u64) -> bool {
        let there = match self.held {
            Held::Entries => size,
            Held::Hashes(level) => size >> (TILE_HEIGHT * level),
        };
        let end = self.index.checked_mul(TILE_WIDTH);
        end.and_then(|first| first.checked_add(self.width))
            .is_some_and(|end| end <= there)
    }

    /// The places of its hashes within their level; of a tile of entries, those of the leaves.
    pub fn places(&self) -> Range<u64> {
        let first = self.index * TILE_WIDTH;
        first..first + self.width
    }

    /// The numbers of its nodes, as [`Nodes`](super::Nodes) counts them. A tile that
    /// [is on](Self::is_on) a board has them.
    pub fn nodes(&self) -> Vec<u64> {
        let level = match self.held {
            Held::Hashes(level) => level * TILE_HEIGHT,
            Held::Entries => 0,
        };
        let node = |place| stored_hash_index(level, place);
        self.places().map(node).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The example of the specification, and the other crate's own idea of a path.
    #[test]
    fn paths_are_those_of_the_specification() {
        let tile = Tile::parse("4/x001/x234/067").unwrap();
        assert_eq!((tile.index, tile.width), (1_234_067, 256));
        assert_eq!(tile.path(), "4/x001/x234/067");
        assert_eq!(Tile::parse("4/x001/x234/067.p/1").unwrap().width, 1);
    }

    #[test]
    fn a_tile_has_one_path() {
        for path in [
            "",
            "0",
            "0/",
            "/000",
            "0/0",
            "0/00",
            "0/0000",
            "0/+01",
            "0/-01",
            "00/000",
            "+0/000",
            "8/000",
            "64/000",
            "data/000",
            "0/x000/001",
            "0/001/001",
            "0/x001",
            "0/000.p/0",
            "0/000.p/256",
            "0/000.p/01",
            "0/000.p/",
            "0/000.p/1/",
            "0/000.p/1.p/1",
            "0//000",
            "0/000/",
            "0/x01/000",
            "0/x999/x999/x999/x999/x999/x999/999",
            "entries/000 ",
            "entries",
            "entries/0/000",
        ] {
            assert_eq!(Tile::parse(path), None, "{path}");
        }
    }

    proptest! {
        #[test]
        fn paths_agree_with_the_crate_that_verifies(
            level in 0u8..8, index in any::<u64>(), width in 1u32..=256, entries in any::<bool>()
        ) {
            let theirs = tlog_tiles::Tile::new(8, if entries { 0 } else { level }, index, width, entries);
            let path = theirs.path().replace("tile/8/", "").replace("data/", "entries/");
            let ours = Tile::parse(&path).unwrap();
            prop_assert_eq!((ours.index, ours.width), (index, u64::from(width)));
            prop_assert_eq!(ours.held == Held::Entries, entries);
            prop_assert_eq!(ours.path(), path);
        }

        #[test]
        fn any_text_is_a_path_or_is_none(path in "[0-9x./p entris]{0,24}") {
            if let Some(tile) = Tile::parse(&path) {
                prop_assert_eq!(tile.path(), path);
            }
        }
    }

    /// The specification's example: a tree of 70,000 leaves has these tiles and no others.
    #[test]
    fn a_board_of_seventy_thousand_has_the_tiles_of_the_specification() {
        let has = |path: &str| Tile::parse(path).unwrap().is_on(70_000);
        assert!(has("0/272") && !has("0/273"));
        assert!(has("0/273.p/112") && !has("0/273.p/113"));
        assert!(has("1/000") && !has("1/001"));
        assert!(has("1/001.p/17") && !has("1/001.p/18"));
        assert!(has("2/000.p/1") && !has("2/000.p/2") && !has("3/000.p/1"));
        assert!(has("entries/273.p/112") && !has("entries/273.p/113"));
        assert!(!has("0/x018/x446/x744/x073/x709/x551/615"));
    }
}

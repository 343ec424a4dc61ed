//! The board against everything that should be on it.

use super::chains::StationChain;
use super::checklist::{Found, require};
use crate::ballot::{SealedBallot, Tracker};
use crate::batch::Export;
use crate::board::{Checkpoint, checkpoint, root};
use crate::consultation::{Certificate, Manifest, Rotation};
use crate::envelope::{Digest, Signed};
use std::collections::{BTreeMap, BTreeSet};

/// The last checkpoint: signed by the board's key, under its origin.
pub(super) fn checkpoint(export: &Export, manifest: &Signed<Manifest>) -> Found<Checkpoint> {
    let server = &manifest.value().server;
    let checkpoint = checkpoint::open(&export.checkpoint, &server.board_origin, &server.board_key)
        .map_err(|e| e.to_string())?;
    let detail = format!("{} leaves", checkpoint.size);
    Ok((checkpoint, detail))
}

/// The leaves are those of the checkpoint.
pub(super) fn same_root(export: &Export, checkpoint: &Checkpoint) -> Found<()> {
    let found = Checkpoint::of(&export.leaves);
    require(found == *checkpoint, || {
        format!(
            "{} leaves with root {}, the checkpoint says {} with {}",
            found.size, found.root, checkpoint.size, checkpoint.root
        )
    })?;
    Ok(((), checkpoint.root.to_string()))
}

/// Leaves are exactly the certificates, the rotations, the trackers of cast and of opened ballots,
/// and others (the list of web voters, decisions, rotations that they refused), each once; a station's certificate and rotation come before its
/// first ballot.
pub(super) fn leaves(
    export: &Export,
    certificates: &[Signed<Certificate>],
    rotations: &[Signed<Rotation>],
    ballots: &[&[SealedBallot]],
    others: impl Iterator<Item = (Digest, &'static str)>,
) -> Found<()> {
    let mut places = BTreeMap::new();
    for (place, leaf) in export.leaves.iter().enumerate() {
        let before = places.insert(*leaf, place);
        require(before.is_none(), || format!("leaf {leaf} is there twice"))?;
    }
    let mut expected = BTreeSet::new();
    let mut first = BTreeMap::new();
    let on_board = |leaf: Digest, what: &str| {
        let place = places.get(&leaf).copied();
        place.ok_or_else(|| format!("{what} is not on the board"))
    };
    for b in ballots.iter().copied().flatten() {
        let place = on_board(b.tracker().0, &format!("ballot {}", b.tracker()))?;
        expected.insert(b.tracker().0);
        let first = first.entry(b.station()).or_insert(place);
        *first = place.min(*first);
    }
    for (c, r) in certificates.iter().zip(rotations) {
        let station = &c.value().station;
        for (leaf, what) in [(c.digest(), "certificate"), (r.digest(), "rotation")] {
            let place = on_board(leaf, &format!("the {what} of {station}"))?;
            expected.insert(leaf);
            require(
                first.get(station).is_none_or(|first| place < *first),
                || format!("the {what} of {station} came after a ballot"),
            )?;
        }
    }
    for (leaf, what) in others {
        on_board(leaf, what)?;
        expected.insert(leaf);
    }
    let stranger = export.leaves.iter().find(|l| !expected.contains(l));
    match stranger {
        None => Ok(((), String::new())),
        Some(leaf) => Err(format!(
            "leaf {} is of nothing that is here",
            Tracker(*leaf)
        )),
    }
}

/// Every checkpoint that a station saw is signed, and the board still begins with it.
pub(super) fn seen(
    export: &Export,
    manifest: &Signed<Manifest>,
    chains: &[StationChain],
) -> Found<()> {
    let server = &manifest.value().server;
    let mut known: BTreeMap<u64, Digest> = BTreeMap::new();
    let mut count = 0;
    for chain in chains {
        for (header, _) in chain.batches() {
            let Some(text) = &header.checkpoint else {
                continue;
            };
            let at = |why: &str| format!("{} batch {}: {why}", chain.station, header.sequence);
            let seen = checkpoint::open(text, &server.board_origin, &server.board_key)
                .map_err(|e| at(&e.to_string()))?;
            let prefix = usize::try_from(seen.size)
                .ok()
                .and_then(|size| export.leaves.get(..size))
                .ok_or_else(|| at("the board was longer than it is now"))?;
            let now = *known.entry(seen.size).or_insert_with(|| root(prefix));
            require(now == seen.root, || at("the board was another one then"))?;
            count += 1;
        }
    }
    Ok(((), format!("{count} checkpoints")))
}

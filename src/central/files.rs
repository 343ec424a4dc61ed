//! Files from removable media: what stations send, by the same rules as over the network, and
//! what the registry gives.

use super::registry::FromOffice;
use super::{BODY_LIMIT, Central, CentralError, Introduction, Refusal};
use crate::batch::{Batch, Decision, Header, Purge, Receipt, WebList};
use crate::consultation::StationId;
use crate::envelope::whole_file;
use crate::envelope::{Signed, cbor};
use minicbor::bytes::ByteVec;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What became of one file.
#[derive(Debug)]
pub enum FileOutcome {
    /// A station was introduced, or was known.
    Introduced(StationId),
    /// A batch is in the ledger; its receipt was written beside the file.
    Received(Signed<Receipt>, PathBuf),
    /// The list of web voters is on the board.
    WebList(Signed<WebList>),
    /// The authority's decision about a station is taken.
    Decided(Signed<Decision>),
    /// The links are destroyed.
    Purged(Signed<Purge>),
    /// The server did not take it.
    Failed(CentralError),
    /// The file cannot be read, or its receipt cannot be written.
    Io(std::io::Error),
}

/// Takes files in any order: introductions first, then decisions, then batches by station and
/// sequence, then the list of web voters, and at the end the order to forget the links. A receipt is written as
/// `FILE.receipt`. The outcomes are in the order in which the files were taken.
pub fn receive_files(central: &Central, files: &[PathBuf]) -> Vec<(PathBuf, FileOutcome)> {
    // One file at a time is in memory, however many there are.
    let mut paths = files.to_vec();
    paths.sort_by_cached_key(|path| read(path).map_or(Turn::First, |bytes| turn(&bytes)));
    paths
        .into_iter()
        .map(|path| {
            let outcome = match read(&path) {
                Ok(bytes) => take(central, &path, &bytes),
                Err(e) => FileOutcome::Io(e),
            };
            (path, outcome)
        })
        .collect()
}

/// Reads a file, and one byte more than is taken of one that is too long.
fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = BODY_LIMIT as u64 + 1;
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// When a file is taken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// An introduction, or what is nothing.
    First,
    Decision,
    /// A batch, by its place in its chain.
    Batch(StationId, u64),
    WebList,
    Purge,
}

fn turn(bytes: &[u8]) -> Turn {
    match FromOffice::peek(bytes) {
        Some(FromOffice::WebList) => Turn::WebList,
        Some(FromOffice::Purge) => Turn::Purge,
        Some(FromOffice::Decision) => Turn::Decision,
        None => batch(bytes).unwrap_or(Turn::First),
    }
}

fn batch(bytes: &[u8]) -> Option<Turn> {
    let station = Batch::peek_station(bytes).ok()?;
    let (header, _body): (ByteVec, ByteVec) = cbor::decode(bytes).ok()?;
    let sequence = Signed::<Header>::peek(&header).ok()?.sequence;
    Some(Turn::Batch(station, sequence))
}

fn take(central: &Central, path: &Path, bytes: &[u8]) -> FileOutcome {
    if bytes.len() > BODY_LIMIT {
        let refusal = Refusal::TooLarge { limit: BODY_LIMIT };
        return FileOutcome::Failed(refusal.into());
    }
    if let Ok(introduction) = Introduction::read(bytes) {
        return match (
            central.introduce(&introduction),
            introduction.peek_station(),
        ) {
            (Ok(()), Ok(station)) => FileOutcome::Introduced(station),
            (Ok(()), Err(e)) => FileOutcome::Failed(e.into()),
            (Err(e), _) => FileOutcome::Failed(e),
        };
    }
    let of_office = FromOffice::peek(bytes).map(|what| match what {
        FromOffice::WebList => central.take_web_list(bytes).map(FileOutcome::WebList),
        FromOffice::Purge => central.purge(bytes).map(FileOutcome::Purged),
        FromOffice::Decision => central.decide(bytes).map(FileOutcome::Decided),
    });
    if let Some(done) = of_office {
        return done.unwrap_or_else(FileOutcome::Failed);
    }
    match central.receive(bytes) {
        Ok(receipt) => {
            let mut name = path.as_os_str().to_owned();
            name.push(".receipt");
            let to = PathBuf::from(name);
            match whole_file::replace(&to, receipt.bytes(), 0o644) {
                Ok(()) => FileOutcome::Received(receipt, to),
                Err(e) => FileOutcome::Io(e),
            }
        }
        Err(e) => FileOutcome::Failed(e),
    }
}

//! The registry's side of the purge: the order is signed, then the key that opens links is
//! destroyed.
//!
//! Invariants: the order is on disk before the key is gone, so that an interruption can be taken
//! up again; a kit is purged after one settlement, and asked again it gives the same order.

use super::files::{read, write};
use super::{AuthorityError, Kit, KitSecrets};
use crate::batch::Purge;
use crate::envelope::{Digest, EnvelopeError, Signed, whole_file};
use rand_core::RngCore;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// What a purge did.
#[derive(Debug)]
pub struct Purged {
    /// For the server and the stations.
    pub order: Signed<Purge>,
    /// Whether there was a key to destroy; none if it was done before.
    pub destroyed: bool,
}

impl Kit {
    /// Signs the order to forget the links, after a settlement of which every check held, and
    /// destroys the settlement key.
    pub fn purge(
        &self,
        secrets: &KitSecrets,
        settlement: Digest,
    ) -> Result<Purged, AuthorityError> {
        let purge = Purge {
            fingerprint: self.manifest()?.digest(),
            settlement,
        };
        let path = self.purge_order();
        if path.exists() {
            let before: Signed<Purge> =
                Signed::open(&read(&path)?, &self.commission().registry).map_err(failed(&path))?;
            if *before.value() != purge {
                return Err(AuthorityError::PurgedAfter(before.value().settlement.hex()));
            }
        }
        let order = secrets.registry.sign(purge);
        write(&path, order.bytes())?;
        let key = self.settlement_key();
        let destroyed = destroy(&key).map_err(|error| AuthorityError::Io {
            file: key.display().to_string(),
            error,
        })?;
        Ok(Purged { order, destroyed })
    }
}

/// Writes random bytes over a file, brings them to the medium, and takes the file away. Whether it
/// was there.
fn destroy(path: &Path) -> io::Result<bool> {
    let mut file = match OpenOptions::new().write(true).open(path) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(false),
        opened => opened?,
    };
    let length = file.metadata()?.len();
    let mut noise = vec![0; usize::try_from(length).unwrap_or(usize::MAX)];
    rand_core::OsRng.fill_bytes(&mut noise);
    file.write_all(&noise)?;
    file.sync_all()?;
    drop(file);
    fs::remove_file(path)?;
    whole_file::sync_folder(path.parent().unwrap_or(Path::new(".")))?;
    Ok(true)
}

fn failed(path: &Path) -> impl Fn(EnvelopeError) -> AuthorityError + '_ {
    move |error| AuthorityError::File {
        file: path.display().to_string(),
        error,
    }
}

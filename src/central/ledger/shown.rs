//! What a station is shown again of its own.

use super::page::int;
use super::{LedgerError, Page};
use crate::consultation::StationId;

/// A batch as the station signed it, and as it was acknowledged.
#[derive(Debug)]
pub(in crate::central) struct ShownBatch {
    /// Its place in the station's chain.
    pub sequence: u64,
    /// The signed part.
    pub header: Vec<u8>,
    /// The rows; none of presence, which has no leaf on the board.
    pub body: Option<Vec<u8>>,
    /// What the station was given for it.
    pub receipt: Vec<u8>,
}

impl Page<'_> {
    /// The last batch of a station, before one of its batches or of all.
    pub fn last_batch(
        &self,
        station: &StationId,
        before: Option<u64>,
    ) -> Result<Option<ShownBatch>, LedgerError> {
        let query = "SELECT sequence, header, body, receipt FROM batches
                     WHERE station = $1 AND sequence < $2
                     ORDER BY sequence DESC LIMIT 1";
        let before = before.map_or(Ok(i64::MAX.into()), int)?;
        let row = self.row(query, &[station.as_str().into(), before])?;
        let batch = row.map(|mut row| {
            Ok(ShownBatch {
                sequence: row.count()?,
                header: row.bytes()?,
                body: row.maybe_bytes()?,
                receipt: row.bytes()?,
            })
        });
        batch.transpose()
    }
}

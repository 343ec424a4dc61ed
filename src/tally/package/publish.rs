//! Making the package.

use super::verify;
use crate::batch::{Archive, Export};
use crate::envelope::cbor;
use crate::tally::TallyError;
use crate::tally::cells::cells;
use crate::tally::outcome::{LotValue, outcome};
use crate::tally::partial::{sums, verify as verify_partials};
use crate::tally::settlement::OpenSettlement;
use crate::tally::totals::decrypt;

/// Puts a package together from the export, its settlement and the partials, and verifies it as
/// anyone would. `lot` is the value of the public draw, if a tie waits for it.
pub fn publish(
    export: &Export,
    settled: &OpenSettlement<'_>,
    partials: &[Vec<u8>],
    lot: LotValue<'_>,
) -> Result<Vec<u8>, TallyError> {
    let manifest = &settled.examined().manifest;
    let cells = cells(settled)?;
    let sums = sums(settled, &cells);
    let partials = verify_partials(settled, &sums, partials)?;
    let totals = decrypt(settled, &cells, &sums, &partials)?;
    let report = outcome(&manifest.value().consultation, &totals, lot)?;
    let mut archive = Archive::default();
    export.into_archive(&mut archive, true);
    archive.put("settlement.cose", settled.signed().bytes());
    for p in &partials {
        archive.put(format!("partials/{}.cose", p.name()), p.bytes.clone());
    }
    archive.put("totals.cbor", cbor::encode(&totals));
    let json = report.map_or_else(|| b"null\n".to_vec(), |r| r.to_json());
    archive.put("outcome.json", json);
    let bytes = archive.to_zip()?;
    let report = verify(&bytes, Some(manifest.digest()), &mut |_| {});
    match report.checks.into_iter().find(|c| !c.ok) {
        None if report.ok => Ok(bytes),
        None => Err(TallyError::Outcome("the package was not verified".into())),
        Some(check) => Err(TallyError::Check(check)),
    }
}

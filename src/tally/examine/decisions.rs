//! What the authority decided about stations.

use super::{Found, require};
use crate::batch::{Decision, Export, Ruling};
use crate::consultation::{Certificate, Manifest, Rotation};
use crate::envelope::{Digest, Signed};
use std::collections::BTreeSet;

/// Decisions, signed by the authority, and the rotations on the board that they refused, signed by the
/// bundle's key: nothing else is explained away by a decision. What is kept is here; what is revoked
/// need not be, because a station can be revoked before anything comes from it. Their leaves.
pub(super) fn decisions(
    export: &Export,
    manifest: &Signed<Manifest>,
    certificates: &[Signed<Certificate>],
) -> Found<Vec<(Digest, &'static str)>> {
    let authority = &manifest.value().commission.authority;
    let mut leaves = Vec::new();
    let mut said = Vec::new();
    let mut refused = BTreeSet::new();
    for bytes in &export.decisions {
        let decision: Signed<Decision> =
            Signed::open(bytes, authority).map_err(|e| e.to_string())?;
        let d = decision.value();
        require(d.fingerprint == manifest.digest(), || {
            "a decision of another consultation".into()
        })?;
        if let Ruling::Keep { refused: all, .. } = &d.ruling {
            let known = certificates.iter().any(|c| c.value().station == d.station);
            require(known, || {
                format!("a decision to keep {}, which is not here", d.station)
            })?;
            refused.extend(all.iter().map(|r| (d.station.clone(), *r)));
        }
        leaves.push((decision.digest(), "a decision"));
        said.push(format!("{} {}: {}", d.ruling.word(), d.station, d.reason));
    }
    for bytes in &export.refused {
        let digest = Digest::of(bytes);
        let station = Signed::<Rotation>::peek(bytes)
            .map_err(|e| e.to_string())?
            .station;
        let certificate = certificates.iter().find(|c| c.value().station == station);
        let key = certificate.map(|c| c.value().bundle_key);
        let key = key.ok_or_else(|| format!("a rotation of {station}, which is not here"))?;
        let rotation: Signed<Rotation> = Signed::open(bytes, &key).map_err(|e| e.to_string())?;
        require(rotation.value().fingerprint == manifest.digest(), || {
            format!("{station}: a rotation of another consultation")
        })?;
        require(refused.contains(&(station.clone(), digest)), || {
            format!("{station}: a rotation that no decision refused")
        })?;
        leaves.push((digest, "a refused rotation"));
    }
    Ok((leaves, said.join("; ")))
}

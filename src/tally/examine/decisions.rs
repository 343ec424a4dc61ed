//! What the authority decided about stations.

use super::{Found, require};
use crate::batch::{Decision, Export, Ruling};
use crate::consultation::{Certificate, Manifest, Rotation};
use crate::envelope::{Digest, Signed};
use std::collections::BTreeSet;

/// Decisions, signed by the authority, about stations that are here, and the rotations on the board
/// that they refused, signed by the bundle's key: nothing else is explained away by a decision.
/// Their leaves.
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
        let about = certificates.iter().find(|c| c.value().station == d.station);
        require(about.is_some(), || {
            format!("a decision about {}, which is not here", d.station)
        })?;
        if let Ruling::Keep { refused: all, .. } = &d.ruling {
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

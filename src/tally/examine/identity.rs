//! Who is who: the manifest, its fingerprint, its tally key, the stations' certificates and
//! rotations.

use super::checklist::{Found, require};
use super::sense::makes_sense;
use crate::ballot::BallotForm;
use crate::batch::Export;
use crate::consultation::{Certificate, CountPolicy, Manifest, Mode, Partition, Rotation};
use crate::envelope::{Digest, Signed};
use crate::tally::group;
use std::collections::BTreeSet;

/// The manifest, under the authority that it names itself.
pub(super) fn manifest(export: &Export) -> Found<Signed<Manifest>> {
    let manifest = Manifest::open(&export.manifest).map_err(|e| e.to_string())?;
    let m = manifest.value();
    let consultation = &m.consultation.id;
    let minimum = m.consultation.count.minimum_ballots;
    let enough = m.mode != Mode::Live || minimum >= CountPolicy::LIVE_MINIMUM;
    require(enough, || {
        format!("a live consultation that opens totals over {minimum} ballots")
    })?;
    makes_sense(&m.consultation)?;
    let detail = format!("{consultation}, {:?}", manifest.value().mode);
    Ok((manifest, detail))
}

/// The fingerprint, against the one that was received another way.
pub(super) fn fingerprint(manifest: &Signed<Manifest>, expected: Option<Digest>) -> Found<()> {
    let found = manifest.digest();
    match expected {
        None => Ok(((), format!("{found}: compare it with the published one"))),
        Some(expected) => {
            require(found == expected, || {
                format!("{found}, expected {expected}")
            })?;
            Ok(((), found.to_string()))
        }
    }
}

/// The tally key: k of n, indices 1 to n, distinct trustees, shares that belong to the key.
pub(super) fn tally_key(manifest: &Signed<Manifest>) -> Found<BallotForm> {
    let tally = &manifest.value().tally;
    let n = tally.trustees.len();
    require((2..=n).contains(&usize::from(tally.threshold)), || {
        format!("{} of {n} is not a threshold", tally.threshold)
    })?;
    let live = manifest.value().mode == Mode::Live;
    require(!live || 2 * usize::from(tally.threshold) > n, || {
        format!(
            "{} of {n}: two groups of trustees could count twice",
            tally.threshold
        )
    })?;
    let indices = tally.trustees.iter().map(|t| usize::from(t.index));
    require(indices.eq(1..=n), || {
        "the trustees are not numbered 1 to n".into()
    })?;
    let names: BTreeSet<_> = tally.trustees.iter().map(|t| &t.name).collect();
    let keys: BTreeSet<_> = tally.trustees.iter().map(|t| t.key).collect();
    require(names.len() == n && keys.len() == n, || {
        "two trustees are one".into()
    })?;
    let key = group::key(&tally.key).ok_or("the tally key is not a point")?;
    let shares: Option<Vec<_>> = tally
        .trustees
        .iter()
        .map(|t| group::key(&t.verification_share))
        .collect();
    let shares = shares.ok_or("a verification share is not a point")?;
    require(group::consistent(&key, tally.threshold, &shares), || {
        "the verification shares do not belong to the tally key".into()
    })?;
    let form = BallotForm::of(manifest).map_err(|e| e.to_string())?;
    Ok((form, format!("{} of {n} trustees", tally.threshold)))
}

/// Every certificate: the authority's, of this consultation, for the station it lies under.
pub(super) fn certificates(
    export: &Export,
    manifest: &Signed<Manifest>,
) -> Found<Vec<Signed<Certificate>>> {
    let mut stations = BTreeSet::new();
    let mut bundles = BTreeSet::new();
    let mut all = Vec::with_capacity(export.stations.len());
    for s in &export.stations {
        let certificate: Signed<Certificate> =
            Signed::open(&s.certificate, &manifest.value().commission.authority)
                .map_err(|e| format!("{}: {e}", s.station))?;
        let c = certificate.value();
        let fits = c.fingerprint == manifest.digest() && c.station == s.station;
        require(fits, || {
            format!("{}: of another consultation or station", s.station)
        })?;
        let consultation = &manifest.value().consultation;
        let standing = match &c.area {
            Some(area) => consultation.area(area).is_some(),
            None => consultation.count.partition == Partition::None,
        };
        require(standing, || format!("{}: stands in no area", s.station))?;
        let once = stations.insert(&s.station) && bundles.insert(c.bundle_key);
        require(once, || format!("{}: appears twice", s.station))?;
        all.push(certificate);
    }
    let detail = format!("{} stations", all.len());
    Ok((all, detail))
}

/// Every rotation: signed by the bundle key of the certificate; no key is of two stations.
pub(super) fn rotations(
    export: &Export,
    certificates: &[Signed<Certificate>],
) -> Found<Vec<Signed<Rotation>>> {
    let mut keys = BTreeSet::new();
    let mut all = Vec::with_capacity(certificates.len());
    for (s, certificate) in export.stations.iter().zip(certificates) {
        let c = certificate.value();
        let rotation: Signed<Rotation> =
            Signed::open(&s.rotation, &c.bundle_key).map_err(|e| format!("{}: {e}", s.station))?;
        let r = rotation.value();
        let fits = r.fingerprint == c.fingerprint && r.station == s.station;
        require(fits, || {
            format!("{}: of another consultation or station", s.station)
        })?;
        require(keys.insert(r.station_key), || {
            format!("{}: its key is another station's", s.station)
        })?;
        all.push(rotation);
    }
    Ok((all, String::new()))
}

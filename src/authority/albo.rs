//! The albo of city users: the identity records that stations sealed, opened by the registry.
//!
//! Invariants: only records of signed batches in unbroken chains are read; a record counts only
//! if its codice fiscale gives the pseudonym of its row and its names and number are such. Attested
//! residence is not in the albo; it is read the same way, for the registry to check.

use super::{AuthorityError, Kit, KitSecrets};
use crate::batch::{AdmittedAs, BatchKind, Body, Chain, Export, Header, IdentityRecord, Rows};
use crate::consultation::{Certificate, Hour, Rotation, StationId};
use crate::envelope::{EnvelopeError, Signed, cbor};
use crate::identity::{CodiceFiscale, DocumentNumber, Names};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A registration, as the registry reads it.
pub struct AlboEntry {
    /// Where it was made.
    pub station: StationId,
    /// When, to the hour.
    pub hour: Hour,
    /// First day on which the person may vote.
    pub enabled_from: NaiveDate,
    /// Who, and by what right.
    pub record: IdentityRecord,
    /// Whether the same person is registered more than once.
    pub repeated: bool,
}

/// Everything that stations registered.
#[derive(Default)]
pub struct Albo {
    /// By surname and given names.
    pub entries: Vec<AlboEntry>,
    /// Records that cannot be trusted or opened: where, and why.
    pub problems: Vec<String>,
}

/// Reads all registrations of an export.
pub fn albo(kit: &Kit, secrets: &KitSecrets, export: &Export) -> Result<Albo, AuthorityError> {
    let manifest = kit.manifest()?;
    if manifest.bytes() != export.manifest {
        return Err(AuthorityError::OtherConsultation);
    }
    let mut albo = Albo::default();
    for s in &export.stations {
        let at = |error: String| AuthorityError::Export(format!("{}: {error}", s.station));
        let opened = |e: EnvelopeError| at(e.to_string());
        let authority = &manifest.value().commission.authority;
        let certificate: Signed<Certificate> =
            Signed::open(&s.certificate, authority).map_err(opened)?;
        let rotation: Signed<Rotation> =
            Signed::open(&s.rotation, &certificate.value().bundle_key).map_err(opened)?;
        let of_station = certificate.value().fingerprint == manifest.digest()
            && certificate.value().station == s.station
            && rotation.value().fingerprint == manifest.digest()
            && rotation.value().station == s.station;
        if !of_station {
            return Err(at("keys of another station".to_owned()));
        }
        let mut chain = Chain::start(&rotation);
        for sent in &s.batches {
            let header: Signed<Header> =
                Signed::open(&sent.header, &rotation.value().station_key).map_err(opened)?;
            chain.follow(&header).map_err(|e| at(e.to_string()))?;
            if header.value().kind != BatchKind::Registrations {
                continue;
            }
            let body = sent
                .body
                .as_deref()
                .ok_or_else(|| at(format!("batch {}: the body is missing", sent.sequence)))?;
            let body = Body::read(body, &header.value().body).map_err(|e| at(e.to_string()))?;
            albo.read(secrets, &s.station, sent.sequence, body.rows);
        }
    }
    albo.mark_repeated();
    let name = |e: &AlboEntry| {
        let r = &e.record;
        (
            r.surname.to_lowercase(),
            r.given_names.to_lowercase(),
            r.codice_fiscale.clone(),
        )
    };
    albo.entries.sort_by_cached_key(name);
    Ok(albo)
}

impl Albo {
    fn read(&mut self, secrets: &KitSecrets, station: &StationId, sequence: u64, rows: Rows) {
        let Rows::Registrations(rows) = rows else {
            let problem = format!("{station} batch {sequence}: not of the kind that it says");
            return self.problems.push(problem);
        };
        for (n, row) in (1..).zip(rows) {
            let opened = secrets
                .registry_identity
                .open(&row.record)
                .and_then(|bytes| cbor::decode::<IdentityRecord>(&bytes));
            let whose = opened.as_ref().ok().and_then(|record| {
                // What no desk writes could be a formula in the registry's spreadsheet.
                Names::parse(&record.surname, &record.given_names).ok()?;
                DocumentNumber::parse(&record.document_number).ok()?;
                let code = CodiceFiscale::parse(&record.codice_fiscale).ok()?;
                Some(secrets.roll_key.pseudonym(&code))
            });
            match opened {
                Ok(record) if whose == Some(row.pseudonym) => self.entries.push(AlboEntry {
                    station: station.clone(),
                    hour: row.hour,
                    enabled_from: row.enabled_from,
                    record,
                    repeated: false,
                }),
                Ok(_) => self.problems.push(format!(
                    "{station} batch {sequence} row {n}: the record is of another person, or not \
                     one that a desk writes"
                )),
                Err(e) => self
                    .problems
                    .push(format!("{station} batch {sequence} row {n}: {e}")),
            }
        }
    }

    fn mark_repeated(&mut self) {
        let mut times: BTreeMap<String, u32> = BTreeMap::new();
        for e in &self.entries {
            *times.entry(e.record.codice_fiscale.clone()).or_default() += 1;
        }
        for e in &mut self.entries {
            e.repeated = times.get(&e.record.codice_fiscale).is_some_and(|n| *n > 1);
        }
    }

    /// Registrations of city users; with `attested`, those of attested residence instead.
    pub fn of(&self, attested: bool) -> impl Iterator<Item = &AlboEntry> {
        self.entries.iter().filter(move |e| {
            matches!(e.record.admitted_as, AdmittedAs::Attested { .. }) == attested
        })
    }
}

//! Making a station from its bundle, and opening it again.

use super::operators::{self, NewOperator};
use super::slots::{OperatorCard, Role, Slots};
use super::{Clock, Station, StationError, journal, store};
use crate::authority::{Bundle, OneTimeCode};
use crate::ballot::BallotForm;
use crate::consultation::{Manifest, Mode, Rotation};
use crate::envelope::{EnvelopeError, SecretBytes, Signed, SigningKey, whole_file};
use crate::identity::RollKey;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

fn store_path(dir: &Path) -> PathBuf {
    dir.join("station.db")
}

/// Where the store grows until all of it is there.
fn unfinished_path(dir: &Path) -> PathBuf {
    dir.join("station.db.unfinished")
}

/// Makes a station in `dir` from a sealed bundle: its own key, the rotation signed by the bundle
/// key, the store, the first president. The bundle is not needed again.
pub fn init(
    sealed_bundle: &[u8],
    code: &OneTimeCode,
    dir: &Path,
    president: &NewOperator,
    clock: Clock,
) -> Result<(), StationError> {
    make(&Bundle::open(sealed_bundle, code)?, dir, president, clock)
}

/// Makes a station from an open bundle. The store gets its name last, when all of it and its slots
/// are on disk: what was interrupted before left no station, and can be done again.
pub(super) fn make(
    bundle: &Bundle,
    dir: &Path,
    president: &NewOperator,
    clock: Clock,
) -> Result<(), StationError> {
    president.check()?;
    if store_path(dir).exists() {
        return Err(StationError::Exists(dir.display().to_string()));
    }
    let (manifest, certificate) = (bundle.manifest()?, bundle.certificate()?);
    let key = SigningKey::generate();
    let rotation = bundle.bundle_key().sign(Rotation {
        fingerprint: manifest.digest(),
        station: certificate.value().station.clone(),
        station_key: key.public(),
    });
    std::fs::create_dir_all(dir)?;
    let store_key = SecretBytes::random();
    let unfinished = unfinished_path(dir);
    remove_if_there(&unfinished)?;
    remove_if_there(&dir.join("station.db.unfinished-journal"))?;
    let mut db = store::open(&unfinished, &store_key, true)?;
    let tx = db.transaction()?;
    store::set_meta(&tx, "manifest", manifest.bytes())?;
    store::set_meta(&tx, "certificate", certificate.bytes())?;
    store::set_meta(&tx, "rotation", rotation.bytes())?;
    store::set_meta(&tx, "station_key", &key.to_bytes()[..])?;
    store::set_meta(&tx, "roll_key", bundle.roll_key().secret().expose())?;
    if let Some(roll) = bundle.roll()? {
        store::set_meta(&tx, "roll_made", roll.value().made.to_string().as_bytes())?;
        // In the order of the keys: every page is written once, however long the roll.
        let mut people: Vec<_> = roll.value().people().collect();
        people.sort_unstable();
        let mut insert = tx.prepare("INSERT INTO roll(pseudonym, area) VALUES (?1, ?2)")?;
        for (pseudonym, area) in people {
            insert.execute((&pseudonym.0[..], area))?;
        }
    }
    operators::set_pin(&tx, president)?;
    journal::append(&tx, clock.hour(), &journal::Event::Made)?;
    tx.commit()?;
    db.close().map_err(|(_, e)| e)?;
    std::fs::set_permissions(&unfinished, std::fs::Permissions::from_mode(0o600))?;
    let mut slots = Slots::default();
    slots.mark_training(manifest.value().mode == Mode::Training);
    slots.add(
        &president.name,
        Role::President,
        &president.passphrase,
        &store_key,
    )?;
    slots.write(dir)?;
    std::fs::rename(&unfinished, store_path(dir))?;
    Ok(whole_file::sync_folder(dir)?)
}

/// Takes a file away, if it is there.
fn remove_if_there(path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => Err(e),
        _ => Ok(()),
    }
}

/// Opens a station whose key is known.
pub(super) fn open(
    dir: &Path,
    store_key: SecretBytes,
    operator: OperatorCard,
    clock: Clock,
) -> Result<Station, StationError> {
    let db = store::open(&store_path(dir), &store_key, false)?;
    let manifest = Manifest::open(&store::need(&db, "manifest")?)?;
    let authority = manifest.value().commission.authority;
    let certificate: Signed<crate::consultation::Certificate> =
        Signed::open(&store::need(&db, "certificate")?, &authority)?;
    let rotation: Signed<Rotation> = Signed::open(
        &store::need(&db, "rotation")?,
        &certificate.value().bundle_key,
    )?;
    let key = SigningKey::from_bytes(&bytes32(&store::need(&db, "station_key")?)?);
    if rotation.value().station_key != key.public() {
        return Err(EnvelopeError::BadKey.into());
    }
    let roll_key = RollKey::new(SecretBytes::new(bytes32(&store::need(&db, "roll_key")?)?));
    let form = BallotForm::of(&manifest)?;
    Ok(Station {
        dir: dir.to_owned(),
        db,
        store_key,
        manifest,
        certificate,
        rotation,
        key,
        roll_key,
        form,
        clock,
        operator,
        claiming: super::claiming::Claiming::default(),
        lock: None,
    })
}

fn bytes32(bytes: &[u8]) -> Result<[u8; 32], StationError> {
    bytes
        .try_into()
        .map_err(|_| StationError::Damaged("a key has the wrong length"))
}

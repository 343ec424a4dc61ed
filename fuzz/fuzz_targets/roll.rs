//! The roll's CSV: any file is read or refused, and rows are accounted for once.
#![no_main]

use libfuzzer_sys::fuzz_target;
use seggio::authority::import_roll;
use seggio::consultation::{Consultation, Hour, load};
use seggio::envelope::{Digest, SecretBytes, SigningKey};
use seggio::identity::RollKey;
use std::path::Path;
use std::sync::LazyLock;

static CONSULTATION: LazyLock<Consultation> = LazyLock::new(|| {
    let config = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../kiosk-config/digitale-bene-comune-2022"
    );
    load(Path::new(config)).unwrap()
});

fuzz_target!(|csv: &[u8]| {
    let fingerprint = Digest::of(b"a consultation");
    let made = Hour::parse("2022-09-18T08").unwrap();
    let roll_key = RollKey::new(SecretBytes::new([1; 32]));
    let registry = SigningKey::from_bytes(&[2; 32]);
    let imported = import_roll(csv, &CONSULTATION, fingerprint, made, &roll_key, &registry);
    if let Ok(imported) = imported {
        let entries = &imported.roll.value().entries;
        assert!(entries.is_sorted_by(|a, b| a.pseudonym < b.pseudonym));
    }
});

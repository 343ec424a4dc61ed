//! The roll's CSV: any file is read or refused, and rows are accounted for once.
#![no_main]

use libfuzzer_sys::fuzz_target;
use seggio::authority::RollMaker;
use seggio::consultation::{Consultation, Minute, load};
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
    let made = Minute::parse("2022-09-18T08:10").unwrap();
    let roll_key = RollKey::new(SecretBytes::new([1; 32]));
    let registry = SigningKey::from_bytes(&[2; 32]);
    let maker = RollMaker {
        consultation: &CONSULTATION,
        fingerprint,
        made,
        roll_key: &roll_key,
        registry: &registry,
    };
    let imported = maker.import(csv, &mut |_| {});
    if let Ok(imported) = imported {
        assert!(imported.roll.value().is_well_formed());
    }
});

//! Bytes that nobody signed.

use super::mutations::honest;
use crate::batch::Archive;
use crate::tally::{examine_file, verify};
use proptest::prelude::*;

fn accepted(package: &[u8]) -> bool {
    verify(package, None, &mut |_| {}).ok
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_flipped_bit_of_a_package_is_never_accepted(at: prop::sample::Index, bit in 0u8..8) {
        let mut package = honest().to_vec();
        let at = at.index(package.len());
        package[at] ^= 1 << bit;
        prop_assert!(!accepted(&package));
    }

    /// Inside the files, behind the container's own checksums.
    #[test]
    fn a_flipped_bit_of_a_file_is_never_accepted(
        file: prop::sample::Index,
        at: prop::sample::Index,
        bit in 0u8..8,
    ) {
        let mut archive = Archive::from_zip(honest()).unwrap();
        let name = archive.0.keys().nth(file.index(archive.0.len())).unwrap().clone();
        let bytes = archive.0.get_mut(&name).unwrap();
        prop_assume!(!bytes.is_empty());
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        prop_assert!(!accepted(&archive.to_zip().unwrap()), "{name} {at}");
    }

    #[test]
    fn any_bytes_at_all(bytes in prop::collection::vec(any::<u8>(), 0..400), cut: prop::sample::Index) {
        prop_assert!(!accepted(&bytes));
        let examined = examine_file(&bytes, &mut |_| {});
        prop_assert!(examined.is_err());
        let cut = &honest()[..cut.index(honest().len())];
        prop_assert!(!accepted(cut));
    }

    /// Files that are not what their names say.
    #[test]
    fn any_bytes_under_any_name(
        file: prop::sample::Index,
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let mut archive = Archive::from_zip(honest()).unwrap();
        let name = archive.0.keys().nth(file.index(archive.0.len())).unwrap().clone();
        archive.put(name, bytes);
        prop_assert!(!accepted(&archive.to_zip().unwrap()));
    }
}

//! What a guess at an operator's passphrase costs whoever has the laptop: what its files ask for.

use crate::world::World;
use minicbor::Decoder;

/// The memory and the passes of RFC 9106, section 4, where 2 GiB are not to be had.
#[test]
fn a_guess_costs_the_memory_and_passes_of_the_rfc() {
    let world = World::new(1);
    let station = world.new_station("banchetto-1");
    let bytes = std::fs::read(station.join("operators.slots")).unwrap();
    let mut slots = Decoder::new(&bytes);
    slots.array().unwrap();
    let operators = slots.array().unwrap().unwrap();
    assert!(operators > 0);
    for _ in 0..operators {
        let fields = slots.array().unwrap().unwrap();
        // Name, role, salt, nonce, the wrapped key; then KiB and passes.
        (0..5).for_each(|_| slots.skip().unwrap());
        assert_eq!((slots.u32().unwrap(), slots.u32().unwrap()), (64 * 1024, 3));
        (7..fields).for_each(|_| slots.skip().unwrap());
    }
}

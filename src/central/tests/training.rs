//! Training is refused by everything live, even with the very same keys.

use super::*;
use crate::consultation::Mode;

/// A live manifest that differs from the training one in nothing but its mode.
fn live(world: &World) -> Signed<crate::consultation::Manifest> {
    let mut manifest = world.manifest.value().clone();
    assert_eq!(manifest.mode, Mode::Training);
    manifest.mode = Mode::Live;
    world.authority.sign(manifest)
}

#[rstest]
fn a_live_server_takes_neither_station_nor_batch_of_training(
    #[values(On::File, On::Server)] on: On,
) {
    let world = World::on(on);
    let database = match on {
        On::File => Address::File(world.path("live.db")),
        On::Server => empty_database(),
    };
    let central = Central::open(live(&world), world.secrets.clone(), &database).unwrap();
    let mut station = world.station("banchetto-1");
    let introduced = central.introduce(&station.introduction);
    assert!(
        matches!(
            introduced,
            Err(CentralError::Refused(Refusal::OtherConsultation))
        ),
        "{introduced:?}"
    );
    for rows in [presence([1]), minutes(false)] {
        let batch = station.batch(rows);
        let received = central.receive(&batch.bytes());
        assert!(
            matches!(received, Err(CentralError::Refused(_))),
            "{received:?}"
        );
    }
    let ledger = export(&Ledger::open_existing(&database).unwrap()).unwrap();
    assert!(ledger.leaves.is_empty(), "nothing of it is on the board");
}

#[rstest]
fn a_live_server_does_not_go_on_with_the_ledger_of_training(
    #[values(On::File, On::Server)] on: On,
) {
    let world = World::on(on);
    drop(world.central());
    let opened = Central::open(live(&world), world.secrets.clone(), world.database());
    assert!(opened.is_err());
}

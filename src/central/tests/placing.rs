//! Who gives places on the board, and in which order.

use super::*;
use crate::board::{check_consistency, consistency};
use crate::central::ledger::{LONGEST, Ledger};
use crate::central::sequencer::now;

fn voted(world: &World) -> Vec<String> {
    let tables = dump(world);
    let (_, rows) = tables.into_iter().find(|(t, _)| t == "voted").unwrap();
    rows
}

#[rstest]
fn what_is_accepted_gets_its_place_afterwards_and_every_board_continues_the_one_before(
    #[values(On::File, On::Server)] on: On,
) {
    let (world, central, mut station) = opened(on);
    let origin = &world.manifest.value().server.board_origin;
    let key = world.secrets.board_key();
    let board = |text: &str| checkpoint::open(text, origin, &key).unwrap();
    let mut boards = vec![board(&central.checkpoint().unwrap())];
    for n in 1..=4 {
        let batch = station.batch(ballots_of(station.ballots(n)));
        central.receive(&batch.bytes()).unwrap();
        let ledger = Ledger::open_existing(world.database()).unwrap();
        assert!(matches!(export(&ledger), Err(LedgerError::Unplaced(_))));
        assert_ne!(central.place().unwrap(), Placed::Nothing);
        boards.push(board(&central.checkpoint().unwrap()));
    }
    assert_eq!(central.place().unwrap(), Placed::Nothing);
    let sizes: Vec<u64> = boards.iter().map(|b| b.size).collect();
    assert_eq!(sizes, [0, 3, 5, 8, 12]);
    let leaves = export(&Ledger::open_existing(world.database()).unwrap())
        .unwrap()
        .leaves;
    for pair in boards.windows(2) {
        let now = usize::try_from(pair[1].size).unwrap();
        let proof = consistency(&leaves[..now], pair[0].size).unwrap();
        check_consistency(&pair[0], &pair[1], &proof).unwrap();
    }
}

#[rstest]
fn one_process_at_a_time_places_and_another_takes_it_up(#[values(On::File, On::Server)] on: On) {
    let (world, first, mut station) = opened(on);
    let second = world.central();
    assert!(matches!(first.place().unwrap(), Placed::Some(_)));
    let batch = station.batch(ballots_of(station.ballots(1)));
    second.receive(&batch.bytes()).unwrap();
    assert_eq!(second.place().unwrap(), Placed::Elsewhere);
    first.give_up_lease().unwrap();
    assert!(matches!(second.place().unwrap(), Placed::Some(1)));
    assert_eq!(first.place().unwrap(), Placed::Nothing);
}

#[rstest]
fn the_lease_of_a_clock_that_was_wrong_holds_nobody_up(#[values(On::File, On::Server)] on: On) {
    let (_world, central, _) = opened(on);
    let hour = 3_600_000;
    for ahead in [hour, 100_000 * hour] {
        let page = central.ledger().write().unwrap();
        let moment = now() + ahead;
        assert!(page.lease("gone", moment, moment + LONGEST).unwrap());
        page.commit().unwrap();
        let page = central.ledger().read().unwrap();
        assert!(page.may_lease("here", now()).unwrap());
        // Who lives by that clock has it, as long as nobody else wants it.
        assert!(!page.may_lease("beside", moment).unwrap());
    }
    assert!(matches!(central.place().unwrap(), Placed::Some(_)));
}

#[rstest]
fn two_processes_that_place_at_once_give_every_leaf_one_place(
    #[values(On::File, On::Server)] on: On,
) {
    let (world, _, _) = opened(on);
    let processes = [world.central(), world.central()];
    std::thread::scope(|s| {
        for n in 0..4 {
            let mut station = world.station(&format!("tavolo-{n}"));
            let central = &processes[n % 2];
            s.spawn(move || {
                central.introduce(&station.introduction).unwrap();
                for _ in 0..5 {
                    let batch = station.batch(ballots_of(station.ballots(2)));
                    central.receive(&batch.bytes()).unwrap();
                    central.place().unwrap();
                    central.give_up_lease().unwrap();
                }
            });
        }
    });
    let export = exported(&world);
    assert_eq!(export.leaves.len(), 2 + 4 * (2 + 5 * 2));
    let distinct: std::collections::BTreeSet<_> = export.leaves.iter().collect();
    assert_eq!(distinct.len(), export.leaves.len());
}

#[rstest]
fn people_are_numbered_by_who_they_are_not_by_when_they_came(
    #[values(On::File, On::Server)] on: On,
) {
    let (world, central, mut station) = opened(on);
    let mut other = world.station("banchetto-2");
    central.introduce(&other.introduction).unwrap();
    central
        .receive(&other.batch(presence([3, 9])).bytes())
        .unwrap();
    central
        .receive(&station.batch(presence([1, 5])).bytes())
        .unwrap();
    assert!(central.place_all().unwrap());
    let rows = voted(&world);
    for (row, who) in rows.iter().zip([1, 3, 5, 9]) {
        assert!(row.contains(&format!("Bytes([{who}, {who}")), "{row}");
        assert!(row.contains("in-person"));
    }
    assert_eq!(rows.len(), 4);
}

//! Ballots that were opened instead of cast.

use super::*;
use crate::batch::OpenedRow;

#[rstest]
fn opened_ballots_are_taken_put_on_the_board_and_exported(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    let batch = station.batch(Rows::Openings(station.openings(3)));
    central.receive(&batch.bytes()).unwrap();
    let Rows::Openings(rows) = &batch.body().rows else {
        unreachable!()
    };
    let export = exported(&world);
    let trackers: Vec<Digest> = rows.iter().map(|r| r.tracker().0).collect();
    assert_eq!(export.leaves[2..], trackers);
    let sent = &export.stations[0].batches[0];
    assert_eq!(sent.kind.word(), "openings");
    assert_eq!(sent.body.as_deref(), Some(&batch.body().bytes()[..]));
}

#[rstest]
fn what_was_cast_is_not_opened_and_what_was_opened_is_not_cast(
    #[values(On::File, On::Server)] on: On,
) {
    let (world, central, mut station) = opened(on);
    let openings = station.openings(2);
    let ballots: Vec<_> = openings.iter().map(|o| o.opening.ballot.clone()).collect();
    let cast_first = station.batch(ballots_of(vec![ballots[0].clone()]));
    central.receive(&cast_first.bytes()).unwrap();
    let then_opened = station.draft(Rows::Openings(openings[..1].to_vec()));
    let name = refused(&world, &central, &then_opened.bytes());
    assert_eq!(name, Refusal::RepeatedTracker { index: 0 });

    let opened_first = station.batch(Rows::Openings(openings[1..].to_vec()));
    central.receive(&opened_first.bytes()).unwrap();
    let then_cast = station.draft(ballots_of(vec![ballots[1].clone()]));
    let name = refused(&world, &central, &then_cast.bytes());
    assert_eq!(name, Refusal::RepeatedTracker { index: 0 });
    // Sealed again with the same nonce it would be a copy under another name.
    let mut copy = station.openings(1);
    let (mine, theirs) = (&openings[1].opening.ballot, &mut copy[0].opening.ballot);
    let nonce = cbor::decode::<Parts>(mine).unwrap().2;
    *theirs = changed(theirs, |p| p.2 = nonce);
    copy[0].offer = station.offer(copy[0].tracker());
    let draft = station.draft(Rows::Openings(copy));
    let name = refused(&world, &central, &draft.bytes());
    assert_eq!(name, Refusal::RepeatedNonce { index: 0 });
}

/// One change, and the batch is refused whole by the place of the bad row.
#[rstest]
fn a_bad_opening_is_refused_by_name(#[values(On::File, On::Server)] on: On) {
    type Change = fn(&World, &Station, &mut OpenedRow);
    let changes: [(&str, Change); 7] = [
        ("another choice", |_, _, row| {
            let bits = &mut row.opening.bits[0];
            let first = bits[0];
            bits[0] = u8::from(first == 0);
        }),
        ("another seed", |_, _, row| row.opening.seed[31] ^= 1),
        ("a bit that is 2", |_, _, row| row.opening.bits[0][0] = 2),
        ("another proof", |_, station, row| {
            row.opening.ballot = changed(&row.opening.ballot, |p| {
                let last = p.4.len() - 1;
                p.4[last] ^= 1;
            });
            row.offer = station.offer(row.tracker());
        }),
        ("never offered", |_, station, row| {
            row.offer = station.offer(crate::ballot::Tracker::of(b"another"));
        }),
        ("offered by another", |world, station, row| {
            let mut other = world.station(station.name.as_str());
            other.rotate();
            row.offer = other.offer(row.tracker());
        }),
        ("of another station", |world, _, row| {
            *row = world.station("banchetto-2").openings(1).remove(0);
        }),
    ];
    let (world, central, station) = opened(on);
    for (what, change) in changes {
        let mut rows = station.openings(2);
        let place = |rows: &[OpenedRow]| {
            let smaller = rows[0].tracker() < rows[1].tracker();
            usize::from(!smaller)
        };
        change(&world, &station, &mut rows[0]);
        let index = place(&rows);
        let draft = station.draft(Rows::Openings(rows));
        let refusal = refused(&world, &central, &draft.bytes());
        let named = matches!(refusal, Refusal::Opening { index: i, .. } if i == index);
        assert!(named && refusal.name() == "opening", "{what}: {refusal}");
    }
}

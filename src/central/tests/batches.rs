//! What is taken and what is refused, batch by batch.

use super::*;

#[rstest]
fn a_batch_is_taken_and_its_receipt_verifies(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    let rows = ballots_of(station.ballots(4));
    let batch = station.batch(rows);
    let receipt = central.receive(&batch.bytes()).unwrap();
    let r = receipt.value();
    assert_eq!(receipt.signer(), &world.secrets.receipt_key());
    assert_eq!((&r.station, r.sequence), (&station.name, 0));
    assert_eq!(r.header, batch.header().digest());
    assert_eq!(r.fingerprint, world.manifest.digest());
    let origin = &world.manifest.value().server.board_origin;
    let seen = checkpoint::open(&r.checkpoint, origin, &world.secrets.board_key()).unwrap();
    let export = exported(&world);
    // What has its place when the receipt is given; the rest follows.
    let first = usize::try_from(seen.size).unwrap();
    assert_eq!(seen, Checkpoint::of(&export.leaves[..first]));
    // Certificate, rotation, then the trackers in their order.
    let mut expected = vec![
        Digest::of(&station.introduction.certificate),
        Digest::of(&station.introduction.rotation),
    ];
    let Rows::Ballots(rows) = &batch.body().rows else {
        unreachable!()
    };
    expected.extend(rows.iter().map(|b| Digest::of(b)));
    assert_eq!(export.leaves, expected);
}

#[rstest]
fn the_same_bytes_twice_give_the_same_receipt_and_one_effect(
    #[values(On::File, On::Server)] on: On,
) {
    let (world, central, mut station) = opened(on);
    let first = station.batch(ballots_of(station.ballots(2))).bytes();
    let second = station.batch(presence([1, 2])).bytes();
    let receipt = central.receive(&first).unwrap();
    central.receive(&second).unwrap();
    let before = dump(&world);
    central.introduce(&station.introduction).unwrap();
    assert_eq!(central.receive(&first).unwrap().bytes(), receipt.bytes());
    assert!(before == dump(&world));
}

#[rstest]
fn a_chain_neither_forks_nor_jumps(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    let other = station.draft(presence([9]));
    let first = station.batch(presence([1]));
    central.receive(&first.bytes()).unwrap();
    let name = refused(&world, &central, &other.bytes());
    assert_eq!(name, Refusal::Fork { sequence: 0 });

    let mut elsewhere = station.chain().clone();
    elsewhere.head = Digest::of(b"elsewhere");
    let rows = presence([2]);
    let branch = Batch::sign(&station.key, &elsewhere, rows, None);
    assert_eq!(refused(&world, &central, &branch.bytes()).name(), "fork");

    let _missing = station.batch(presence([3]));
    let later = station.batch(presence([4]));
    let gap = Refusal::Gap {
        expected: 1,
        found: 2,
    };
    assert_eq!(refused(&world, &central, &later.bytes()), gap);
}

#[rstest]
fn only_known_stations_with_their_own_key_are_heard(#[values(On::File, On::Server)] on: On) {
    let (world, central, station) = opened(on);
    let stranger = world.station("banchetto-2");
    let batch = stranger.draft(presence([1]));
    let unknown = refused(&world, &central, &batch.bytes());
    assert_eq!(unknown, Refusal::UnknownStation(stranger.name.clone()));

    let mut thief = world.station("banchetto-1");
    *thief.chain() = station
        .draft(presence([]))
        .header()
        .value()
        .clone()
        .into_chain();
    let batch = thief.draft(presence([1]));
    assert_eq!(
        refused(&world, &central, &batch.bytes()),
        Refusal::BadSignature
    );
    let mut bytes = station.draft(presence([1])).bytes();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    assert_eq!(refused(&world, &central, &bytes).name(), "body");
    bytes.push(0);
    assert_eq!(refused(&world, &central, &bytes).name(), "not-canonical");
    assert_eq!(refused(&world, &central, b"altro").name(), "malformed");
    assert_eq!(refused(&world, &central, b"").name(), "malformed");

    let mut other = station.draft(presence([])).header().value().clone();
    other.fingerprint = Digest::of(b"another");
    let rows = presence([1]);
    let batch = Batch::sign(&station.key, &other.into_chain(), rows, None);
    assert_eq!(
        refused(&world, &central, &batch.bytes()),
        Refusal::OtherConsultation
    );
}

impl crate::batch::Header {
    /// The chain that this header would come next in.
    fn into_chain(self) -> crate::batch::Chain {
        crate::batch::Chain {
            fingerprint: self.fingerprint,
            station: self.station,
            next: self.sequence,
            head: self.previous,
        }
    }
}

#[rstest]
fn ballots_that_are_not_good_are_refused_whole(#[values(On::File, On::Server)] on: On) {
    let (world, central, station) = opened(on);
    let good = station.ballots(3);
    let refuse = |rows: Vec<ByteVec>| {
        let batch = station.draft(ballots_of(rows));
        refused(&world, &central, &batch.bytes()).name()
    };

    let foreign = world.station("banchetto-2").ballots(1).remove(0);
    assert_eq!(refuse([good.clone(), vec![foreign]].concat()), "ballot");

    let tampered = changed(&good[0], |b| {
        let mut points = b.3[0].to_vec();
        points.rotate_left(64);
        b.3[0] = ByteVec::from(points);
    });
    assert_eq!(refuse(vec![tampered, good[1].clone()]), "ballot");
    assert_eq!(refuse(vec![ByteVec::from(b"altro".to_vec())]), "ballot");

    let same_nonce = |b: &mut Parts| {
        let first: Parts = cbor::decode(&good[0]).unwrap();
        b.2 = first.2;
    };
    let repeated = vec![good[0].clone(), changed(&good[1], same_nonce)];
    assert_eq!(refuse(repeated), "repeated-nonce");

    let same_point = |b: &mut Parts| {
        let first: Parts = cbor::decode(&good[0]).unwrap();
        b.3[0][..32].copy_from_slice(&first.3[0][..32]);
    };
    let repeated = vec![good[0].clone(), changed(&good[1], same_point)];
    assert_eq!(refuse(repeated), "repeated-point");
}

#[rstest]
fn copies_of_ballots_in_the_ledger_are_refused(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    let good = station.ballots(2);
    let batch = station.batch(ballots_of(vec![good[0].clone()]));
    central.receive(&batch.bytes()).unwrap();
    let first: Parts = cbor::decode(&good[0]).unwrap();
    for (name, copy) in [
        ("repeated-tracker", good[0].clone()),
        ("repeated-nonce", changed(&good[1], |b| b.2 = first.2)),
        (
            "repeated-point",
            changed(&good[1], |b| {
                b.3[0][..32].copy_from_slice(&first.3[0][..32]);
            }),
        ),
    ] {
        let batch = station.draft(ballots_of(vec![copy]));
        assert_eq!(refused(&world, &central, &batch.bytes()).name(), name);
    }
}

#[rstest]
fn a_person_comes_once_to_a_station_and_may_appear_at_two(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    let mut other = world.station("banchetto-2");
    central.introduce(&other.introduction).unwrap();
    let batch = station.batch(presence([1, 2]));
    central.receive(&batch.bytes()).unwrap();
    let again = station.draft(presence([2, 3]));
    assert_eq!(
        refused(&world, &central, &again.bytes()),
        Refusal::PresenceRepeated { index: 0 }
    );
    let elsewhere = other.batch(presence([2]));
    central.receive(&elsewhere.bytes()).unwrap();
}

#[rstest]
fn after_its_last_minutes_a_chain_takes_no_more(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    let day = station.batch(minutes(false)).bytes();
    let last = station.batch(minutes(true)).bytes();
    for bytes in [&day, &last] {
        central.receive(bytes).unwrap();
    }
    let more = station.batch(presence([1]));
    assert_eq!(refused(&world, &central, &more.bytes()), Refusal::Closed);
    assert!(central.receive(&last).is_ok(), "what was sent is known");
}

#[rstest]
fn a_checkpoint_that_this_board_never_had_is_refused(#[values(On::File, On::Server)] on: On) {
    let (world, central, station) = opened(on);
    let chain = station.draft(presence([])).header().value().clone();
    let chain = chain.into_chain();
    let with = |note: String| Batch::sign(&station.key, &chain, presence([1]), Some(note)).bytes();
    let origin = &world.manifest.value().server.board_origin;
    let of = |key, leaves: &[Digest]| checkpoint::sign(key, origin, &Checkpoint::of(leaves));
    let leaf = Digest::of(b"x");
    for note in [
        of(&world.secrets.board, &[leaf]).unwrap(),
        of(&world.secrets.board, &[leaf; 9]).unwrap(),
        of(&SigningKey::generate(), &[]).unwrap(),
        "altro".to_owned(),
    ] {
        let refusal = refused(&world, &central, &with(note));
        assert_eq!(refusal, Refusal::Checkpoint);
    }
    assert!(central.place_all().unwrap());
    let now = central.checkpoint().unwrap();
    central.receive(&with(now)).unwrap();
}

#[rstest]
fn a_file_longer_than_any_batch_is_not_read_into_memory(#[values(On::File, On::Server)] on: On) {
    let (world, central, _) = opened(on);
    let path = world.path("endless.batch.cbor");
    let file = std::fs::File::create(&path).unwrap();
    file.set_len(1 << 40).unwrap();
    let outcomes = receive_files(&central, &[path]);
    let refusal = match &outcomes[0].1 {
        FileOutcome::Failed(e) => e.refusal(),
        other => panic!("{other:?}"),
    };
    assert_eq!(refusal, Some(&Refusal::TooLarge { limit: BODY_LIMIT }));
}

#[rstest]
fn two_senders_of_one_batch_have_one_effect(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    let bytes = station.batch(ballots_of(station.ballots(3))).bytes();
    // A second process on the same database, as `centrale receive` is beside `centrale serve`.
    let second = world.central();
    let receipts: Vec<Vec<u8>> = std::thread::scope(|s| {
        let sent: Vec<_> = [&central, &second, &central, &second]
            .into_iter()
            .map(|c| s.spawn(|| c.receive(&bytes).unwrap().bytes().to_vec()))
            .collect();
        sent.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert!(receipts.windows(2).all(|w| w[0] == w[1]));
    assert_eq!(exported(&world).leaves.len(), 2 + 3);
}

#[rstest]
fn people_are_of_areas_of_the_consultation(#[values(On::File, On::Server)] on: On) {
    let (world, central, station) = opened(on);
    for area in ["B813", "Maria Rossi", "a\0b", ""] {
        let Rows::Presence(mut rows) = presence([1]) else {
            unreachable!()
        };
        rows[0].admitted_as = AdmittedAs::Attested { area: area.into() };
        let batch = station.draft(Rows::Presence(rows));
        assert_eq!(
            refused(&world, &central, &batch.bytes()),
            Refusal::Area { index: 0 }
        );
    }
}

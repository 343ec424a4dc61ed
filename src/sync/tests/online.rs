//! Two real stations that are always online, and their server.

use super::*;
use crate::authority::{Bundle, Roll};
use crate::central::fixture_database::On;
use crate::consultation::{Certificate, Minute, StationId, StationKind, WhenOffline, load};
use crate::envelope::SecretBytes;
use crate::identity::RollKey;
use crate::station::tests::{RESIDENTS, at, made_from, resident, vote};
use crate::station::{Clock, Refusal, Station as Kiosk, Verdict};
use std::path::Path;

const PACE: Pace = Pace {
    patience: Duration::from_mins(1),
    offline: Duration::from_mins(1),
    renewal: Duration::from_mins(10),
};

/// A station on an open day, made from its bundle.
pub(super) fn kiosk(world: &World, name: &str, dir: &Path, clock: Clock) -> Kiosk {
    let fingerprint = world.manifest.digest();
    let bundle_key = SigningKey::generate();
    let certificate = world.authority.sign(Certificate {
        fingerprint,
        station: StationId::parse(name).unwrap(),
        kind: StationKind::Assisted,
        bundle_key: bundle_key.public(),
        area: None,
    });
    let roll_key = RollKey::new(SecretBytes::new([7; 32]));
    let people = (0..RESIDENTS.len()).map(|i| roll_key.pseudonym(&resident(i).code));
    let areas = [("B812".to_owned(), people.collect())];
    let roll = Roll::new(fingerprint, Minute::of(clock.now()), areas);
    let roll = world.registry.sign(roll).bytes().to_vec();
    let bundle = Bundle::new(
        &world.manifest,
        &certificate,
        Some(roll),
        &roll_key,
        &bundle_key,
    );
    let mut station = made_from(&bundle, &dir.join(name), clock);
    station.open_day().unwrap().unwrap();
    station
}

fn claims(station: &mut Kiosk, carrier: &Carrier) {
    let introduction = introduction(station);
    let claimer = Claimer::start(carrier, station.asker(), introduction, PACE);
    station.claim_by(Box::new(claimer));
}

fn refused(station: &mut Kiosk, voter: usize) -> Refusal {
    match station.check_in(resident(voter)).unwrap() {
        Verdict::Refused(refusal) => refusal,
        other => panic!("{other:?}"),
    }
}

#[test]
fn two_online_stations_never_admit_the_same_person() {
    let config = Path::new("kiosk-config/digitale-bene-comune-2022");
    let world = World::of(On::File, |c| {
        *c = load(config).unwrap();
        c.online.claims = Some(WhenOffline::Continue);
    });
    let clock = at("2022-09-20 09:00");
    let dir = tempfile::tempdir().unwrap();
    let mut one = kiosk(&world, "uno", dir.path(), clock);
    let mut two = kiosk(&world, "due", dir.path(), clock);
    let (running, carrier) = start(&world);
    claims(&mut one, &carrier);
    claims(&mut two, &carrier);

    let Verdict::Admitted { admission, .. } = one.check_in(resident(0)).unwrap() else {
        panic!("on the roll");
    };
    assert!(!admission.elsewhere().unclaimed);
    assert_eq!(refused(&mut two, 0), Refusal::ClaimedElsewhere);
    vote(&mut one, admission, &[0, 1]);
    // The same thread tells the server of the vote and of the next person, in this order.
    let Verdict::Admitted { admission, .. } = one.check_in(resident(1)).unwrap() else {
        panic!("on the roll");
    };
    assert_eq!(refused(&mut two, 0), Refusal::ClaimedElsewhere);

    one.make_batches().unwrap();
    for (_, outcome) in send_pending(&carrier, &introduction(&one), &one.pending().unwrap()) {
        one.keep_receipt(&outcome.unwrap()).unwrap();
    }
    assert_eq!(refused(&mut two, 0), Refusal::VotedElsewhere);

    // The server goes away while a person votes: the vote is cast, and others go on.
    running.stop().unwrap();
    vote(&mut one, admission, &[0, 1]);
    let Verdict::Admitted { admission, .. } = two.check_in(resident(2)).unwrap() else {
        panic!("on the roll");
    };
    assert!(admission.elsewhere().unclaimed);
    assert_eq!(two.online(), Some(false));
    vote(&mut two, admission, &[1, 2]);
}

//! Every k of n open, no k - 1 do, and the shares of the others may be lost.

use super::*;
use crate::tally::group;
use crate::tally::share::{SHARE_FILE, Share};
use curve25519_dalek::ristretto::RistrettoPoint;
use curve25519_dalek::scalar::Scalar;
use rand_core::RngCore;

/// The subsets of `0..n` with so many members.
fn subsets(n: usize, members: usize) -> Vec<Vec<usize>> {
    (0..1u32 << n)
        .map(|set| (0..n).filter(|i| set & (1 << i) != 0).collect::<Vec<_>>())
        .filter(|set| set.len() == members)
        .collect()
}

/// A number encrypted to the key, as in a ballot: `R`, `B` and the number's point.
fn encrypted(key: &[u8; 32], number: u64) -> (RistrettoPoint, RistrettoPoint, RistrettoPoint) {
    let r = Scalar::from(rand_core::OsRng.next_u64());
    let point = RistrettoPoint::mul_base(&Scalar::from(number));
    let key = group::key(key).unwrap();
    (RistrettoPoint::mul_base(&r), point + r * key, point)
}

/// What trustees open together from their share files alone.
fn opened(world: &World, who: &[usize], r: &RistrettoPoint, b: &RistrettoPoint) -> RistrettoPoint {
    let parts: Vec<_> = who
        .iter()
        .map(|i| {
            let path = world.trustees[*i].dir.join(SHARE_FILE);
            let locked = std::fs::read(path).unwrap();
            let share = Share::unlock(&world.passphrase, &locked).unwrap();
            (share.index(), share.scalar() * r)
        })
        .collect();
    b - group::interpolate(&parts, 0).unwrap()
}

fn every_subset(names: &[&str], threshold: u16, expected: usize) {
    let world = World::until(names, threshold, "finish");
    let (key, _) = tally_key(&world.shared()).unwrap();
    let (r, b, number) = encrypted(&key.key, 4_711);
    let enough = subsets(names.len(), usize::from(threshold));
    assert_eq!(enough.len(), expected);
    let shares: Vec<_> = world
        .trustees
        .iter()
        .map(|t| {
            (
                t.dir.join(SHARE_FILE),
                std::fs::read(t.dir.join(SHARE_FILE)).unwrap(),
            )
        })
        .collect();
    for who in enough {
        // The others' shares are lost, and all else in their folders.
        for (i, t) in world.trustees.iter().enumerate() {
            if !who.contains(&i) {
                std::fs::remove_dir_all(&t.dir).unwrap();
            }
        }
        assert_eq!(opened(&world, &who, &r, &b), number, "{who:?}");
        for (path, bytes) in &shares {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
    }
    for who in subsets(names.len(), usize::from(threshold) - 1) {
        assert_ne!(opened(&world, &who, &r, &b), number, "{who:?}");
    }
    for (trustee, public) in world.trustees.iter().zip(&key.trustees) {
        let locked = std::fs::read(trustee.dir.join(SHARE_FILE)).unwrap();
        let share = Share::unlock(&world.passphrase, &locked).unwrap();
        assert_eq!(
            (share.index(), share.name()),
            (public.index, trustee.name())
        );
        assert_eq!(share.transcript(), key.transcript);
        let point = RistrettoPoint::mul_base(share.scalar());
        assert_eq!(point.compress().to_bytes(), public.verification_share);
    }
}

#[test]
fn each_three_of_five_open_and_no_two_do() {
    every_subset(&["ada", "bea", "carlo", "dina", "ezio"], 3, 10);
}

#[test]
fn each_two_of_three_open_and_no_one_does() {
    every_subset(&THREE, 2, 3);
}

#[test]
fn three_of_three_need_all() {
    every_subset(&THREE, 3, 1);
}

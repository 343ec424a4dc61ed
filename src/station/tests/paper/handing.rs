//! Handing a slip out: it spends the admission, once.

use super::*;

#[test]
fn who_has_a_slip_has_voted() {
    let world = world();
    let mut station = handed_out(&world, 1);
    assert_eq!(last(&station), Event::PaperIssued);
    let voter = |s: &Station| -> (u64, u64) {
        let query = "SELECT count(*), count(link) FROM voters";
        s.db.query_row(query, [], |r| Ok((r.get(0)?, r.get(1)?)))
            .unwrap()
    };
    assert_eq!(voter(&station), (1, 0), "a voter without a link");
    assert_eq!(
        refused(&mut station, resident(0)),
        Refusal::AlreadyVotedHere
    );
    // A crash loses nothing, and gives nothing back.
    drop(station);
    let mut station = world.station(at("2022-09-10 11:00"));
    assert_eq!(
        refused(&mut station, resident(0)),
        Refusal::AlreadyVotedHere
    );
    let counts = station.counts().unwrap();
    assert_eq!((counts.check_ins, counts.paper, counts.cast), (1, 1, 0));
    assert_eq!(station.paper_handed_out().unwrap(), 1);
}

#[test]
fn one_admission_gives_one_slip() {
    let world = world();
    let mut station = handed_out(&world, 0);
    let first = admit(&mut station, resident(0));
    // The same admission, taken up again at the desk.
    let again = admit(&mut station, resident(0));
    station.issue_paper(first).unwrap();
    let refused = station.issue_paper(again).unwrap_err();
    assert!(matches!(refused.error, StationError::NotAdmitted));
    // Nor to who is at the screen, nor after the admission was taken back.
    let voting = admit(&mut station, resident(1));
    station.hand_over(&voting).unwrap();
    assert!(station.issue_paper(voting).is_err());
    let gone = admit(&mut station, resident(2));
    let same = admit(&mut station, resident(2));
    station.void(gone, VoidReason::Withdrawn).unwrap();
    assert!(station.issue_paper(same).is_err());
    assert_eq!(station.paper_handed_out().unwrap(), 1);
}

#[test]
fn a_failing_store_hands_out_nothing() {
    let world = world();
    let mut station = handed_out(&world, 0);
    let admission = admit(&mut station, resident(0));
    let full = "CREATE TEMP TRIGGER full BEFORE INSERT ON main.journal BEGIN
        SELECT RAISE(ABORT, 'full'); END";
    station.db.execute_batch(full).unwrap();
    assert!(station.issue_paper(admission).is_err());
    station.db.execute_batch("DROP TRIGGER full").unwrap();
    let again = station.check_in(resident(0)).unwrap();
    let Verdict::Admitted { admission, resumed } = again else {
        panic!("{again:?}")
    };
    assert!(resumed, "neither spent nor lost");
    station.issue_paper(admission).unwrap();
}

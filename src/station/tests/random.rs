//! Any order of what the desk can do keeps its rules.

use super::*;
use proptest::prelude::*;

/// Something that happens at the desk, to one of a few people.
#[derive(Debug, Clone, Copy)]
enum Step {
    LookUp(usize),
    CheckIn(usize),
    Expired(usize),
    Register(usize),
    HandOver(usize),
    Leave(usize),
    MayHelp(usize, usize),
    Assist(usize, usize),
    Void(usize),
    Cast(usize),
    NextDay,
}

/// Few, so that much happens to each: two residents, and two others.
const PEOPLE: usize = 4;
const ON_ROLL: usize = 2;

fn step() -> impl Strategy<Value = Step> {
    let who = 0..PEOPLE;
    prop_oneof![
        2 => who.clone().prop_map(Step::LookUp),
        6 => who.clone().prop_map(Step::CheckIn),
        2 => who.clone().prop_map(Step::Expired),
        3 => who.clone().prop_map(Step::Register),
        5 => who.clone().prop_map(Step::HandOver),
        2 => who.clone().prop_map(Step::Leave),
        2 => (who.clone(), who.clone()).prop_map(|(a, b)| Step::MayHelp(a, b)),
        3 => (who.clone(), who.clone()).prop_map(|(a, b)| Step::Assist(a, b)),
        2 => who.clone().prop_map(Step::Void),
        5 => who.prop_map(Step::Cast),
        1 => Just(Step::NextDay),
    ]
}

fn person(i: usize) -> Visit {
    if i < ON_ROLL {
        return resident(i);
    }
    let born = i - ON_ROLL + 1;
    let date = format!("1970-01-{born:02}");
    visit(code(&format!("VRDGPP70A{born:02}F205")), day(&date))
}

/// The desk, with what a person holds in hand and what a reader of the rules would expect.
struct Desk {
    _dir: tempfile::TempDir,
    station: Station,
    claims: [Option<Claimant>; PEOPLE],
    hands: [Option<Admission>; PEOPLE],
    voted: [bool; PEOPLE],
    date: NaiveDate,
}

/// What is not in the state that a step needs is said so, and nothing worse.
fn done(outcome: Result<(), StationError>) -> bool {
    match outcome {
        Ok(()) => true,
        Err(StationError::NotAdmitted) => false,
        Err(other) => panic!("{other:?}"),
    }
}

impl Desk {
    /// On a copy of a station: making one takes the time of a slow key.
    fn new(of: &World, key: &SecretBytes, card: &OperatorCard) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let store = "station.db";
        std::fs::copy(of.dir.path().join(store), dir.path().join(store)).unwrap();
        let clock = at("2022-09-10 10:20");
        let mut station = setup::open(dir.path(), key.clone(), card.clone(), clock).unwrap();
        station.open_day().unwrap().unwrap();
        Self {
            _dir: dir,
            station,
            claims: Default::default(),
            hands: Default::default(),
            voted: [false; PEOPLE],
            date: day("2022-09-10"),
        }
    }

    fn hear(&mut self, i: usize, verdict: Result<Verdict, StationError>) {
        match verdict {
            Ok(Verdict::Admitted { admission, .. }) => {
                assert!(!self.voted[i], "a right is spent once");
                self.hands[i] = Some(admission);
            }
            Ok(Verdict::NotOnRoll(claimant)) => {
                assert!(i >= ON_ROLL);
                self.claims[i] = Some(claimant);
            }
            Ok(Verdict::Refused(refusal)) => {
                let voted = refusal == Refusal::AlreadyVotedHere;
                assert_eq!(voted, self.voted[i], "who voted is told so first");
            }
            // The person is at the screen.
            Err(StationError::NotAdmitted) => assert!(!self.voted[i]),
            Err(other) => panic!("{other:?}"),
        }
    }

    fn take(&mut self, step: Step) {
        let station = &mut self.station;
        match step {
            Step::LookUp(i) => {
                let standing = station.look_up(&person(i).code).unwrap();
                let voted = standing.right == StandingRight::VotedHere;
                assert_eq!(voted, self.voted[i]);
            }
            Step::CheckIn(i) => {
                let verdict = station.check_in(person(i));
                self.hear(i, verdict);
            }
            Step::Expired(i) => {
                let verdict = station.check_in(expired(person(i))).unwrap();
                assert!(matches!(verdict, Verdict::Refused(_)), "{verdict:?}");
            }
            Step::Register(i) => {
                if let Some(claimant) = self.claims[i].take() {
                    let verdict = station.register(claimant, city_user("B812"));
                    self.hear(i, verdict);
                }
            }
            Step::HandOver(i) => {
                if let Some(admission) = &self.hands[i] {
                    done(station.hand_over(admission));
                }
            }
            Step::Leave(i) => {
                if let Some(admission) = &self.hands[i] {
                    done(station.leave(admission));
                }
            }
            Step::MayHelp(i, companion) => {
                let [voter, companion] = [i, companion].map(|i| person(i).code);
                let answer = station.companion_may_help(&companion, &voter).unwrap();
                assert!(companion != voter || answer.is_err());
            }
            Step::Assist(i, companion) => {
                if let Some(admission) = &self.hands[i] {
                    let reason = AssistanceReason::Other;
                    let companion = person(companion).code;
                    let help = Assistance::Companion { reason, companion };
                    done(station.assist(admission, &help).map(|_| ()));
                }
            }
            Step::Void(i) => {
                if let Some(admission) = self.hands[i].take() {
                    done(station.void(admission, VoidReason::Other));
                }
            }
            Step::Cast(i) => {
                if let Some(admission) = self.hands[i].take() {
                    let answers = [Answer::Options(vec![0, 1])];
                    let choices = Choices::new(station.consultation(), &answers).unwrap();
                    let (sealing, _) = station.offer(&choices).unwrap();
                    match station.cast(admission, sealing) {
                        Ok(_) => {
                            assert!(!self.voted[i], "one person votes once");
                            self.voted[i] = true;
                        }
                        Err(failed) => {
                            done(Err(failed.error));
                            self.hands[i] = failed.admission;
                        }
                    }
                }
            }
            Step::NextDay => {
                self.close(false);
                self.date = self.date.succ_opt().unwrap();
                self.station.clock = at(&format!("{} 09:00", self.date));
                // A consultation's phase is over some day; then the station just stays closed.
                if self.station.open_day().unwrap().is_err() {
                    self.station.clock = at("2022-09-18 09:00");
                    self.station.open_day().unwrap().unwrap();
                    self.date = day("2022-09-18");
                }
            }
        }
    }

    /// The minutes add up, whatever happened.
    fn close(&mut self, last: bool) {
        let voted = self.voted.iter().filter(|v| **v).count() as u64;
        let minutes = self.station.close_day(last).unwrap().minutes;
        assert!(minutes.counts.reconcile() && minutes.counts.parts_fit());
        assert_eq!(
            minutes.box_at_closing,
            minutes.box_at_opening + minutes.counts.cast
        );
        assert_eq!(minutes.box_at_closing, voted);
        let events = events(&self.station);
        let today = events.rsplit(|e| matches!(e, Event::Opened { .. })).next();
        let refused = |e: &&Event| matches!(e, Event::Refused { .. });
        let refused = today.unwrap().iter().filter(refused).count() as u64;
        assert_eq!(
            refused, minutes.counts.refused,
            "who is refused is on record"
        );
    }
}

#[test]
fn any_order_of_steps_keeps_the_rules() {
    let world = World::new();
    let pass = Passphrase::new("passo lungo");
    let (key, card) = slots::open(world.dir.path(), "anna", &pass).unwrap();
    proptest!(ProptestConfig::with_cases(16), |(
        steps in prop::collection::vec(step(), 1..100)
    )| {
        let mut desk = Desk::new(&world, &key, &card);
        for step in steps {
            desk.take(step);
        }
        desk.close(true);
        for table in ["refusals", "companions"] {
            let query = format!("SELECT count(*) FROM {table}");
            prop_assert_eq!(store::count(&desk.station.db, &query).unwrap(), 0);
        }
    });
}

//! Each consultation of `kiosk-config/` through the whole way: its people at the desk of the demo,
//! and random votes at several stations up to a package that anyone can verify.

mod answers;
mod desk;

use crate::world::{resident, visit};
use answers::{Expected, Random};
use chrono::TimeDelta;
use seggio::ballot::Choices;
use seggio::consultation::{Consultation, StationId, load};
use seggio::envelope::Passphrase;
use seggio::rehearsal::{Case, Counted, Founding, Offices, Trustees};
use seggio::station::{Clock, NewOperator, Station, Verdict};
use seggio::sync::{Carrier, introduction, send_pending};
use seggio::tally::Part;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn folder(case: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("kiosk-config")
        .join(case)
}

/// A consultation with stations, and who comes to them: residents by their number.
struct Polls {
    dir: tempfile::TempDir,
    offices: Offices,
    consultation: Consultation,
    random: Random,
    /// What each counted ballot adds, by the area of its station.
    expected: BTreeMap<String, Expected>,
}

impl Polls {
    /// The consultation as its file says, with `residents` on the roll.
    fn of(case: &str, residents: usize, seed: u64) -> (Self, Case) {
        let case_dir = folder(case);
        let case = Case::read(&case_dir).unwrap();
        let text = std::fs::read_to_string(case_dir.join("consultation.toml")).unwrap();
        let consultation = load(&case_dir).unwrap();
        let mut roll = String::from("codice_fiscale;comune\n");
        for (n, area) in (0..residents).zip(consultation.areas.iter().cycle()) {
            roll.extend([resident(n).as_str(), ";", &area.name, "\n"]);
        }
        let dir = tempfile::tempdir().unwrap();
        let founding = Founding {
            consultation: &text,
            roll: &roll,
            now: case.start(),
            trustees: Trustees {
                threshold: 2,
                all: 3,
            },
        };
        let offices = Offices::found(dir.path(), &founding).unwrap();
        let polls = Self {
            dir,
            offices,
            consultation,
            random: Random(seed),
            expected: BTreeMap::new(),
        };
        (polls, case)
    }

    /// A station in an area on the last day; everyone votes, is sent and the station closes for
    /// good. The votes of `again` do not count: these people have voted earlier elsewhere.
    fn station(&mut self, case: &Case, n: usize, people: &[usize], again: &[usize]) {
        let area = self.consultation.areas[n].clone();
        let id = StationId::parse(&format!("stazione-{n}")).unwrap();
        let place = self.dir.path().join(id.as_str());
        // A station that opens an hour later than the one before: the first vote is the first.
        let hours = TimeDelta::hours(i64::try_from(n).unwrap());
        let clock = Clock::starting_at(case.start() + hours);
        let president = NewOperator {
            name: "anna".into(),
            passphrase: Passphrase::random_code(),
            pin: Passphrase::new("112233"),
        };
        let kind = (case.kind(), Some(area.id.as_str()));
        self.offices
            .make_station(&id, kind, &place, &president, clock)
            .unwrap();
        let mut station = Station::unlock(&place, "anna", &president.passphrase, clock).unwrap();
        station.open_day().unwrap().unwrap();
        for (i, person) in people.iter().chain(again).enumerate() {
            self.vote(&mut station, &area.id, *person, i == 0, i < people.len());
            if i == people.len() / 2 {
                sync(&mut station);
            }
        }
        let closed = station.close_day(true).unwrap();
        assert!(closed.minutes.counts.reconcile());
        assert_eq!(closed.minutes.ballots_opened, 1);
        sync(&mut station);
        assert_eq!(station.sync_state().unwrap().ballots_waiting, 0);
    }

    /// One person, from the desk to the box. Who `opens` tests the station first.
    fn vote(&mut self, station: &mut Station, area: &str, n: usize, opens: bool, counts: bool) {
        let verdict = station.check_in(visit(resident(n))).unwrap();
        let Verdict::Admitted { admission, .. } = verdict else {
            panic!("{verdict:?}")
        };
        station.hand_over(&admission).unwrap();
        if opens {
            let answers = self.random.answers(&self.consultation);
            let choices = Choices::new(&self.consultation, &answers).unwrap();
            let (sealing, offer) = station.offer(&choices).unwrap();
            station.open_ballot(&admission, sealing, &offer).unwrap();
        }
        let answers = self.random.answers(&self.consultation);
        let choices = Choices::new(&self.consultation, &answers).unwrap();
        let (sealing, _) = station.offer(&choices).unwrap();
        station.cast(admission, sealing).unwrap();
        if counts {
            let expected = self.expected.entry(area.to_owned()).or_default();
            expected.add(&self.consultation, &answers);
        }
    }

    /// Counts, and compares every total with the direct count; `cells` are the areas counted apart.
    fn count(&self, removed: u64, cells: &[&[&str]]) -> Counted {
        let counted = self.offices.count(&mut |_| {}).unwrap();
        assert!(counted.report.ok, "{:?}", counted.report.checks);
        assert_eq!(counted.removed, removed);
        let all: Vec<&str> = self.expected.keys().map(String::as_str).collect();
        self.compare(&counted.totals.all, &all);
        let found: Vec<&[String]> = counted.totals.cells.iter().map(|c| &c.areas[..]).collect();
        assert_eq!(found, cells);
        for (part, areas) in counted.totals.cells.iter().zip(cells) {
            self.compare(part, areas);
        }
        counted
    }

    fn compare(&self, part: &Part, areas: &[&str]) {
        let mut expected = Expected::default();
        for area in areas {
            expected.join(&self.expected[*area]);
        }
        assert_eq!(part.ballots, expected.ballots, "{areas:?}");
        for (question, of) in self.consultation.questions.iter().zip(&part.questions) {
            assert_eq!(of.question, question.id);
            for total in &of.totals {
                let key = (question.id.clone(), total.option.clone());
                let (sum, ranks) = expected.totals.get(&key).cloned().unwrap_or_default();
                assert_eq!(total.total, sum, "{areas:?} {key:?}");
                let places = 0..total.ranks.len();
                let ranks: Vec<u64> = places
                    .map(|r| ranks.get(&r).copied().unwrap_or(0))
                    .collect();
                assert_eq!(total.ranks, ranks, "{areas:?} {key:?}");
            }
        }
    }
}

/// Sends what may leave now, over HTTP.
fn sync(station: &mut Station) {
    station.make_batches().unwrap();
    let pending = station.pending().unwrap();
    let carrier = Carrier::new(station.manifest());
    let sent = send_pending(&carrier, &introduction(station), &pending);
    assert_eq!(sent.len(), pending.len());
    for (_, outcome) in sent {
        station.keep_receipt(&outcome.unwrap()).unwrap();
    }
}

fn numbers(from: usize, count: usize) -> Vec<usize> {
    (from..from + count).collect()
}

#[test]
fn passo_priorities_and_positions_of_the_table() {
    let (mut polls, case) = Polls::of("passo-2020", 20, 11);
    polls.station(&case, 0, &numbers(0, 9), &[]);
    polls.station(&case, 1, &numbers(9, 5), &[2, 4]);
    let counted = polls.count(2, &[]);
    assert!(counted.outcome.is_none());
}

#[test]
fn smart_eco_three_projects_judged_by_three_groups() {
    let (mut polls, case) = Polls::of("smart-eco-2021", 20, 12);
    polls.station(&case, 0, &numbers(0, 6), &[]);
    polls.station(&case, 1, &numbers(6, 5), &[0]);
    polls.station(&case, 2, &numbers(11, 5), &[]);
    let counted = polls.count(1, &[]);
    assert!(counted.outcome.is_none());
}

/// Quartieri 3 and 4 have fewer than ten answers, also together, and take in the smallest of the
/// others: quartiere 2, which has eleven without the one given twice.
#[test]
fn qua_small_neighbourhoods_are_counted_together() {
    let (mut polls, case) = Polls::of("qua-reggio-emilia", 60, 13);
    polls.station(&case, 0, &numbers(0, 14), &[]);
    polls.station(&case, 1, &numbers(14, 11), &[3]);
    polls.station(&case, 2, &numbers(25, 4), &[]);
    polls.station(&case, 3, &numbers(29, 3), &[]);
    polls.station(&case, 4, &numbers(32, 12), &[]);
    let cells: [&[&str]; 3] = [
        &["quartiere-1"],
        &["quartiere-2", "quartiere-3", "quartiere-4"],
        &["quartiere-5"],
    ];
    polls.count(1, &cells);
}

#[test]
fn bassa_romagna_points_and_proposals_within_a_sum() {
    let (mut polls, case) = Polls::of("bassa-romagna", 30, 14);
    polls.station(&case, 0, &numbers(0, 12), &[]);
    polls.station(&case, 1, &numbers(12, 8), &[1, 5, 7]);
    let outcome = polls.count(3, &[]).outcome.unwrap();
    let votes = &outcome.votes;
    assert!(
        outcome.funded.iter().all(|id| votes[id] >= 10),
        "{outcome:?}"
    );
}

/// Nothing is opened where a consultation has fewer ballots than it says.
#[test]
fn a_small_group_alone_is_not_opened() {
    let (mut polls, case) = Polls::of("smart-eco-2021", 9, 15);
    polls.station(&case, 0, &numbers(0, 9), &[]);
    let refused = polls.offices.count(&mut |_| {}).unwrap_err().to_string();
    assert!(refused.contains('9') && refused.contains("10"), "{refused}");
}

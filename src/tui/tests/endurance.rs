//! A hundred thousand random keys at the voter's screen, with a real station behind it: four runs of
//! twenty-five thousand, each with dice of its own, so that every core has one.
//!
//! Whatever is pressed: without the PIN nothing but public screens; nobody votes twice; no vote is
//! lost that was said to be in the box; who has not voted may still vote.

use crate::envelope::Passphrase;
use crate::i18n::Language;
use crate::station::tests::{World, at, resident};
use crate::tui::clerk::StationClerk;
use crate::tui::facts::{Status, Verdict};
use crate::tui::model::{Cmd, Model, Msg, Screen, Session};
use crate::tui::theme::{Glyphs, Theme};
use crate::tui::update::update;
use crate::tui::view::view;
use crate::tui::voter::{Press, VoterModel};
use crate::tui::words::Look;
use crate::tui::work::{Clerk, Done, Job};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use rstest::rstest;
use std::sync::Arc;
use std::time::Duration;

/// Steps of one run.
const STEPS: usize = 25_000;
/// Steps at one station before another begins.
const AT_ONE: usize = 5_000;
const PEOPLE: usize = 3;
const PIN: &str = "246810";

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }

    /// Mostly keys that lead on; now and then any other.
    fn key(&mut self) -> KeyEvent {
        let code = match self.roll(100) {
            0..=34 => KeyCode::Enter,
            35..=52 => KeyCode::Down,
            53..=60 => KeyCode::Up,
            61..=74 => KeyCode::Char(' '),
            75..=79 => KeyCode::End,
            80..=82 => KeyCode::Left,
            83 => KeyCode::Esc,
            84 => KeyCode::Home,
            85 => KeyCode::F(u8::try_from(1 + self.roll(12)).unwrap()),
            86 => KeyCode::Tab,
            87 => KeyCode::Backspace,
            88 => KeyCode::Char(char::from(32 + u8::try_from(self.roll(94)).unwrap())),
            _ => KeyCode::Char(char::from(b'0' + u8::try_from(self.roll(10)).unwrap())),
        };
        let modifiers = match self.roll(40) {
            0 => KeyModifiers::CONTROL,
            1 => KeyModifiers::ALT,
            _ => KeyModifiers::NONE,
        };
        KeyEvent::new(code, modifiers)
    }
}

/// A kiosk with a real station, and who has voted there.
struct Station {
    model: Model,
    clerk: StationClerk,
    at_screen: usize,
    voted: [bool; PEOPLE],
}

impl Station {
    fn open(world: &World) -> Self {
        let clock = at("2022-09-10 10:20");
        let mut clerk = StationClerk::new(world.dir.path().to_owned(), clock, None);
        let unlock = Job::Unlock {
            operator: "anna".to_owned(),
            passphrase: Passphrase::new("passo lungo"),
        };
        let Done::Unlocked { station, status } = clerk.work(unlock, &|_| {}) else {
            panic!("unlocks")
        };
        let open = Job::OpenDay {
            second: None,
            reason: None,
        };
        assert!(matches!(clerk.work(open, &|_| {}), Done::DayOpened(_)));
        let look = Look {
            theme: Theme::new(Glyphs::Unicode),
            language: Language::It,
        };
        let mut model = Model::new(look, true, Vec::new());
        model.session = Some(Session::new(*station, *status));
        Self {
            model,
            clerk,
            at_screen: 0,
            voted: [false; PEOPLE],
        }
    }

    fn ask(&mut self, job: Job) -> Done {
        self.clerk.work(job, &|_| {})
    }

    fn status(&mut self) -> Status {
        match self.ask(Job::Status) {
            Done::Status(status) => *status,
            _ => panic!("tells how the day stands"),
        }
    }

    /// The staff check a person in and turn the screen. Who has voted is refused.
    fn next_voter(&mut self, person: usize) {
        let done = self.ask(Job::CheckIn(Box::new(resident(person))));
        let admitted = matches!(&done, Done::Verdict(Verdict::Admitted { .. }));
        assert_eq!(
            admitted, !self.voted[person],
            "person {person} votes once and no less"
        );
        if admitted {
            assert!(matches!(self.ask(Job::HandOver), Done::HandedOver));
            let session = self.model.session.as_ref().unwrap();
            let consultation = Arc::clone(&session.station.consultation);
            let voter = VoterModel::new(consultation, Language::It, session.station.board.clone());
            self.model.screen = Screen::Voter(Box::new(voter));
            self.at_screen = person;
        }
    }

    /// Nothing but public screens until somebody types the PIN.
    fn happens(&mut self, msg: Msg) {
        let mut todo = vec![msg];
        while let Some(msg) = todo.pop() {
            for cmd in update(&mut self.model, msg) {
                match cmd {
                    Cmd::Work(job) => {
                        let done = self.ask(job);
                        if matches!(done, Done::CastDone) {
                            assert!(!self.voted[self.at_screen], "two votes");
                            self.voted[self.at_screen] = true;
                        }
                        todo.push(Msg::Done(done));
                    }
                    Cmd::Quit => panic!("nobody at the voter's screen ends the program"),
                    Cmd::Say { .. } | Cmd::Hush | Cmd::Voice(_) => {}
                }
            }
        }
    }
}

#[rstest]
fn random_keys_spend_no_vote_twice_and_lose_none(
    #[values(0x5eed_2022, 0x5eed_2023, 0x5eed_2024, 0x5eed_2025)] seed: u64,
) {
    let mut dice = Dice(seed);
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let (mut steps, mut votes, mut returns) = (0, 0, 0);
    while steps < STEPS {
        let world = World::new();
        let mut station = Station::open(&world);
        station.next_voter(0);
        let end = steps + AT_ONE;
        while steps < end && !station.voted.iter().all(|v| *v) {
            steps += 1;
            let msg = match dice.roll(60) {
                0 => Msg::Tick(Duration::from_secs(1)),
                1 => Msg::Paste("123456\n".to_owned()),
                2 => Msg::Pointed(Press::Row(usize::try_from(dice.roll(14)).unwrap())),
                3 => Msg::Swift(dice.key()),
                _ => Msg::Key(dice.key()),
            };
            station.happens(msg);
            assert!(station.model.screen.is_public(), "after {steps} steps");
            assert!(station.model.overlay.is_none() && station.model.session.is_some());
            if steps.is_multiple_of(10) {
                terminal.draw(|f| drop(view(&station.model, f))).unwrap();
            }
            // Now and then the staff take the screen back, and the next person comes.
            if matches!(station.model.screen, Screen::Returning(_)) && dice.roll(2) == 0 {
                returns += 1;
                station.happens(Msg::Key(KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE)));
                let locked_out =
                    matches!(&station.model.screen, Screen::Returning(r) if r.needs_passphrase());
                if locked_out {
                    break;
                }
                for sign in PIN.chars() {
                    let key = KeyEvent::new(KeyCode::Char(sign), KeyModifiers::NONE);
                    station.happens(Msg::Key(key));
                }
                station.happens(Msg::Key(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE)));
                assert!(!station.model.screen.is_public(), "the PIN leads back");
                let person = usize::try_from(dice.roll(PEOPLE as u64)).unwrap();
                let not_yet = (0..PEOPLE)
                    .map(|n| (person + n) % PEOPLE)
                    .find(|p| !station.voted[*p]);
                let Some(person) = not_yet else { break };
                if station.voted[(person + 1) % PEOPLE] {
                    station.next_voter((person + 1) % PEOPLE);
                }
                station.next_voter(person);
            }
        }
        // Every vote that was said to be in the box is there; who has none may still vote.
        let cast = station.voted.iter().filter(|v| **v).count();
        let status = station.status();
        assert_eq!((status.cast as usize, status.in_box as usize), (cast, cast));
        assert!(matches!(station.ask(Job::LeaveVoter), Done::VoterLeft));
        for person in 0..PEOPLE {
            station.next_voter(person);
            station.ask(Job::LeaveVoter);
        }
        votes += cast;
    }
    assert!(
        votes > 5 && returns > 12,
        "{votes} votes, {returns} returns: the keys reached too little"
    );
}

//! Questions to the central server in the station's name.
//!
//! Invariants: an answer is believed only if the server signed it for this very question; a station
//! whose clock is wrong learns the server's from the first answer, and asks again by that one; no two
//! questions have the same time.

use super::{Carrier, Introduction, SendError};
use crate::batch::{Asker, ClaimAction, ClaimOutcome, VotedPage, millis_now};
use crate::identity::Pseudonym;

/// Asks for one station.
#[derive(Debug)]
pub struct Inquirer {
    carrier: Carrier,
    asker: Asker,
    introduction: Introduction,
    /// What the server's clock is ahead of this machine's, in milliseconds.
    ahead: i64,
    /// When the last question was asked.
    last: u64,
}

impl Inquirer {
    /// Asks by a carrier, in the name of whoever is introduced.
    pub fn new(carrier: Carrier, asker: Asker, introduction: Introduction) -> Self {
        Self {
            carrier,
            asker,
            introduction,
            ahead: 0,
            last: 0,
        }
    }

    /// Presents the station: whether the server answers.
    pub fn introduce(&self) -> Result<(), SendError> {
        self.carrier.introduce(&self.introduction)
    }

    /// Who voted, from a number on.
    pub fn voted(&mut self, since: u64) -> Result<VotedPage, SendError> {
        self.twice(|i, asked| {
            let question = i.asker.voted(since, asked);
            let answer = i.known("/v1/elsewhere", question.bytes())?;
            let answer = i.asker.voted_answer(&question, &answer);
            let answer = answer.map_err(|_| SendError::BadAnswer)?;
            match answer.page {
                Some(page) if page.since == since => Ok((answer.now, Some(page))),
                Some(_) => Err(SendError::BadAnswer),
                None => Ok((answer.now, None)),
            }
        })
    }

    /// Claims a person, or tells what became of them.
    pub fn claim(
        &mut self,
        action: ClaimAction,
        who: Pseudonym,
    ) -> Result<ClaimOutcome, SendError> {
        self.twice(|i, asked| {
            let question = i.asker.claim(action, who, asked);
            let answer = i.known("/v1/claims", question.bytes())?;
            let answer = i.asker.claim_answer(&question, &answer);
            let answer = answer.map_err(|_| SendError::BadAnswer)?;
            let now = (answer.outcome != ClaimOutcome::NotNow).then_some(answer.outcome);
            Ok((answer.now, now))
        })
    }

    /// Asks, and once more by the server's clock if that is what was wrong.
    fn twice<T>(
        &mut self,
        ask: impl Fn(&Self, u64) -> Result<(u64, Option<T>), SendError>,
    ) -> Result<T, SendError> {
        for _ in 0..2 {
            let asked = self.time();
            let (there, answer) = ask(self, asked)?;
            if let Some(answer) = answer {
                return Ok(answer);
            }
            let ahead = i128::from(there) - i128::from(millis_now());
            self.ahead = i64::try_from(ahead).unwrap_or_default();
            self.last = 0;
        }
        Err(SendError::BadAnswer)
    }

    /// The server's clock as far as it is known; later than the last question.
    fn time(&mut self) -> u64 {
        let now = millis_now().saturating_add_signed(self.ahead);
        self.last = now.max(self.last + 1);
        self.last
    }

    /// Asks; a station that the server does not know yet presents itself first.
    fn known(&self, path: &str, question: &[u8]) -> Result<Vec<u8>, SendError> {
        match self.carrier.ask(path, question) {
            Err(SendError::Refused { name, .. }) if name == "unknown-station" => {
                self.introduce()?;
                self.carrier.ask(path, question)
            }
            answer => answer,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::central::Running;
    use crate::central::fixture::World;
    use std::net::TcpListener;

    #[test]
    fn a_wrong_clock_is_put_right_by_the_servers() {
        let world = World::new();
        let station = world.station("uno");
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let running = Running::start(listener, world.central()).unwrap();
        let carrier = Carrier::at(&world.manifest, running.url());
        let introduction = station.introduction.clone();
        for ahead in [-3_600_000, 3_600_000] {
            let (carrier, introduction) = (carrier.clone(), introduction.clone());
            let mut inquirer = Inquirer::new(carrier, station.asker(), introduction);
            inquirer.ahead = ahead;
            assert_eq!(inquirer.voted(0).unwrap().total, 0);
            assert!(inquirer.ahead.abs() < 300_000);
            let claimed = inquirer.claim(ClaimAction::Take, Pseudonym([1; 32]));
            assert!(
                matches!(claimed, Ok(ClaimOutcome::Taken { .. })),
                "{claimed:?}"
            );
        }
        running.stop().unwrap();
    }

    #[test]
    fn no_two_questions_have_the_same_time() {
        let world = World::new();
        let station = world.station("uno");
        let carrier = Carrier::new(&world.manifest);
        let introduction = station.introduction.clone();
        let mut inquirer = Inquirer::new(carrier, station.asker(), introduction);
        let times: Vec<u64> = (0..100).map(|_| inquirer.time()).collect();
        assert!(times.is_sorted_by(|a, b| a < b));
    }
}

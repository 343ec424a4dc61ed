//! Claims: a station that is always online asks for a person before it admits them.
//!
//! Invariants: a station has one person at its desk, and claims nobody else; the claim is asked for
//! last, when nothing else stands in the way; what became of it is told when the visit ends, and
//! never waited for. A vote is cast whatever becomes of the claim.

use super::at_desk::Circumstances;
use super::elsewhere::listed;
use super::{Override, Refusal, StandingRight, Station, StationError, standing};
use crate::consultation::{Channel, WhenOffline};
use crate::identity::Pseudonym;

/// Where a station claims people. Every call returns within seconds, whatever the network does.
pub trait Claims: Send {
    /// Asks for a person, and keeps them until told otherwise.
    fn claim(&mut self, who: Pseudonym) -> Claimed;
    /// They left without voting.
    fn release(&mut self, who: Pseudonym);
    /// They voted.
    fn voted(&mut self, who: Pseudonym);
    /// Whether the server answered last time.
    fn online(&self) -> bool;
}

/// What became of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claimed {
    /// The person is this station's.
    Ours {
        /// They voted on the web, and that vote gives way.
        web: bool,
    },
    /// Another station has them before it.
    Held,
    /// They voted at another station.
    VotedElsewhere,
    /// They voted on the web, and that vote counts.
    VotedOnWeb,
    /// The server did not answer, or gave no answer that helps.
    Offline,
}

/// The station's side of its claims.
#[derive(Default)]
pub(super) struct Claiming {
    claims: Option<Box<dyn Claims>>,
    /// Who is at the desk, and what became of the claim.
    held: Option<(Pseudonym, Claimed)>,
}

impl Claiming {
    fn ask(&mut self, who: Pseudonym) -> Claimed {
        let Some(claims) = &mut self.claims else {
            return Claimed::Offline;
        };
        match self.held.take() {
            Some((held, _)) if held != who => claims.release(held),
            Some((_, ours @ Claimed::Ours { .. })) => {
                self.held = Some((who, ours));
                return ours;
            }
            _ => {}
        }
        let claimed = claims.claim(who);
        // What was not answered in time may still be granted: it is given back at the end.
        if matches!(claimed, Claimed::Ours { .. } | Claimed::Offline) {
            self.held = Some((who, claimed));
        }
        claimed
    }

    fn let_go(&mut self) {
        if let (Some(claims), Some(who)) = (&mut self.claims, self.held.take()) {
            claims.release(who.0);
        }
    }

    fn voted(&mut self, who: Pseudonym) {
        self.held = None;
        if let Some(claims) = &mut self.claims {
            claims.voted(who);
        }
    }
}

impl Station {
    /// Gives the station a way to claim people, where its kind does so.
    pub fn claim_by(&mut self, claims: Box<dyn Claims>) {
        if self.claims_people().is_some() {
            self.claiming.claims = Some(claims);
        }
    }

    /// Whether this station claims people, and what it does while it cannot.
    pub fn claims_people(&self) -> Option<WhenOffline> {
        self.consultation().claims(self.certificate.value().kind)
    }

    /// Whether the server answers claims; `None` where the station does not claim.
    pub fn online(&self) -> Option<bool> {
        self.claims_people()?;
        Some(self.claiming.claims.as_ref().is_some_and(|c| c.online()))
    }

    /// The visit at the desk ended: whoever was claimed for it is free for other stations.
    pub fn visit_over(&mut self) {
        self.claiming.let_go();
    }

    pub(super) fn has_voted(&mut self, who: Pseudonym) {
        if self.claims_people().is_some() {
            self.claiming.voted(who);
        }
    }

    /// What lists and the server say of a person, after what code and document gave. Who has voted
    /// is told so, whatever they show; a claim is only asked for where the person's right to vote
    /// admits them now.
    pub(super) fn look_elsewhere(
        &mut self,
        who: Pseudonym,
        weighed: Result<Circumstances, Refusal>,
        overrides: &[Override],
        admits: impl FnOnce(&StandingRight) -> bool,
    ) -> Result<Result<Circumstances, Refusal>, StationError> {
        let right = standing::right(&self.db, who)?;
        if right == StandingRight::VotedHere {
            return Ok(weighed);
        }
        let mut lifted = Vec::new();
        let known = listed(&self.db, who)?;
        let mut web = false;
        match known.map(|channel| self.voted_in(channel)) {
            Some(Some(refusal)) => match self.lift(refusal, overrides) {
                Ok(by) => lifted.push(by),
                Err(refusal) => return Ok(Err(refusal)),
            },
            Some(None) => web = true,
            None => {}
        }
        let mut how = match weighed {
            Ok(how) => how,
            refused @ Err(_) => return Ok(refused),
        };
        how.elsewhere.web = web;
        if let (Some(offline), true) = (self.claims_people(), admits(&right)) {
            let refusal = match self.claiming.ask(who) {
                Claimed::Ours { web } => {
                    how.elsewhere.web |= web;
                    None
                }
                Claimed::Held => Some(Refusal::ClaimedElsewhere),
                Claimed::VotedElsewhere => Some(Refusal::VotedElsewhere),
                Claimed::VotedOnWeb => Some(Refusal::VotedOnWeb),
                Claimed::Offline => {
                    // So it is noted also of whom a president admits all the same.
                    how.elsewhere.unclaimed = true;
                    (offline == WhenOffline::Stop).then_some(Refusal::NoServer)
                }
            };
            if let Some(refusal) = refusal {
                match self.lift(refusal, overrides) {
                    Ok(by) if lifted.contains(&by) => {}
                    Ok(by) => lifted.push(by),
                    Err(refusal) => {
                        self.claiming.let_go();
                        return Ok(Err(refusal));
                    }
                }
            }
        }
        how.overrides.splice(0..0, lifted);
        Ok(Ok(how))
    }

    /// What is to be said against somebody who voted elsewhere; nothing where their web vote gives
    /// way.
    fn voted_in(&self, channel: Channel) -> Option<Refusal> {
        match (channel, self.consultation().duplicates.channel) {
            (Channel::InPerson, _) => Some(Refusal::VotedElsewhere),
            (Channel::Web, Channel::Web) => Some(Refusal::VotedOnWeb),
            (Channel::Web, Channel::InPerson) => None,
        }
    }
}

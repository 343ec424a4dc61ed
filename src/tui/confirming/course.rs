//! How it goes on: what is recorded, by whose answer, and to whom the screen goes then.

use super::{Confirming, LEFT, NOT_RECORDED, Stage, What};
use crate::tui::facts::{Notice, Verdict};
use crate::tui::model::Screen;
use crate::tui::operator::returning::Returning;
use crate::tui::step::Step;
use crate::tui::voter::speech::Why;
use crate::tui::work::{Done, Job};
use std::time::Duration;

impl Confirming {
    pub(super) fn confirm(&mut self) -> Step {
        self.stage = Stage::Recording;
        Step::ask(match &self.what {
            What::Declaration { form, .. } => Job::Register(Box::new(form.clone())),
            What::Help(help) => Job::Assist {
                help: help.assistance.clone(),
                exception: help.exception,
            },
        })
    }

    /// A declaration that is not confirmed goes back to the desk, to be corrected; help that is
    /// not wanted is not given.
    pub(super) fn decline(&mut self) -> Step {
        match &self.what {
            What::Declaration { .. } => {
                self.stage = Stage::Over(Notice::plain(NOT_RECORDED));
                Step::stay()
            }
            What::Help(_) => Step::to_voter(Some(self.reads)),
        }
    }

    pub(super) fn done(&mut self, done: Done) -> Step {
        match (&self.stage, done) {
            (Stage::Recording, Done::Verdict(Verdict::Admitted { .. })) => {
                self.stage = Stage::HandingOver;
                return Step::ask(Job::HandOver);
            }
            (Stage::Recording, Done::Verdict(Verdict::Refused { why, .. })) => {
                self.stage = Stage::Over(why);
            }
            (Stage::HandingOver, Done::HandedOver) => match self.help.take() {
                None => return Step::to_voter(Some(self.reads)),
                Some(help) => {
                    self.what = What::Help(help);
                    self.stage = Stage::Asking { focus: None };
                }
            },
            (Stage::Recording, Done::Assisted) => return Step::to_voter(Some(self.reads)),
            (Stage::Recording, Done::HelpRefused { why, .. }) => self.stage = Stage::Alone(why),
            _ => {}
        }
        Step::stay()
    }

    /// The clerk could not do it: the right to vote is not used.
    pub fn failed(&mut self, key: &'static str) -> Step {
        self.stage = Stage::Over(Notice::plain(key));
        self.page = 0;
        self.aloud(Step::stay(), Why::Event)
    }

    /// Nobody answers for twice the time after which a voter is asked.
    pub(super) fn pass(&mut self, time: Duration) -> Step {
        let patience = u64::from(self.consultation.limits.idle_seconds) * 2;
        if patience == 0 || matches!(self.stage, Stage::Recording | Stage::HandingOver) {
            return Step::stay();
        }
        self.idle += time;
        if self.idle < Duration::from_secs(patience) {
            return Step::stay();
        }
        self.give_back()
    }

    /// The screen waits for the operator's PIN. A declaration that was not recorded comes back
    /// with it; the admission of whoever walked away waits for them.
    pub(super) fn give_back(&mut self) -> Step {
        let recorded = !matches!(
            &self.stage,
            Stage::Asking { .. }
                | Stage::Over(Notice {
                    key: NOT_RECORDED | LEFT,
                    ..
                })
        );
        let then = match &self.what {
            What::Declaration { desk, .. } if !recorded => {
                Some(Screen::Registration(Box::new((**desk).clone())))
            }
            _ => None,
        };
        let kept = then.is_some();
        let step = Step::go(Screen::Returning(Returning::before(then)));
        if kept {
            step
        } else {
            step.and(Job::LeaveVoter)
        }
    }
}

//! Paper ballots: handing one out, and the count of their box.
//!
//! Invariant: what operators enter is kept in [`PaperCounting`](crate::station::PaperCounting)
//! alone; the screens get back what is to be done next, and of another's entry only what differs.

use super::{StationClerk, Trouble, wording};
use crate::station::{NotIssued, PaperProblem};
use crate::tui::work::{Done, PaperJob, SecondPerson};

impl StationClerk {
    pub(super) fn issue_paper(&mut self) -> Result<Done, Trouble> {
        if self.voting {
            return Err(Trouble::State("somebody is voting"));
        }
        let admission = self
            .admission
            .take()
            .ok_or(Trouble::State("nobody is admitted"))?;
        match self.station()?.issue_paper(admission) {
            Ok(()) => Ok(Done::PaperIssued),
            Err(failure) => {
                let NotIssued { admission, error } = *failure;
                self.admission = Some(admission);
                Err(error.into())
            }
        }
    }

    /// Nothing is left of a count, but that there were two that differed, or were agreed on.
    pub(super) fn give_up_paper(&mut self) -> Result<(), Trouble> {
        if let (Some(counting), Some(station)) = (self.paper.take(), &mut self.station) {
            station.give_up_paper(&counting)?;
        }
        Ok(())
    }

    pub(super) fn count_paper(&mut self, job: PaperJob) -> Result<Done, Trouble> {
        match job {
            PaperJob::Begin => {
                self.give_up_paper()?;
                let counting = self.station()?.count_paper()?;
                let next = counting.next();
                self.paper = Some(counting);
                return Ok(Done::Paper(Box::new(next)));
            }
            PaperJob::Stop => {
                self.give_up_paper()?;
                return Ok(Done::PaperStopped);
            }
            _ => {}
        }
        let counting = self.paper.as_mut().ok_or(Trouble::State("no count"))?;
        let next = match job {
            PaperJob::Head(head) => counting.head(head),
            PaperJob::Totals(totals) => counting.totals(totals.to_vec()),
            PaperJob::Slips(slips) => counting.slips(&slips),
            PaperJob::Agree(numbers) => counting.agree(&numbers),
            PaperJob::Second(SecondPerson {
                operator,
                passphrase,
            }) => {
                let station = self.station.as_mut().ok_or(Trouble::State("locked"))?;
                return match station.second_operator(counting, &operator, &passphrase) {
                    Ok(next) => Ok(Done::Paper(Box::new(next))),
                    Err(why) => wording::second(why),
                };
            }
            PaperJob::Begin | PaperJob::Stop => Err(PaperProblem::NotNow),
        };
        Ok(match next {
            Ok(next) => Done::Paper(Box::new(next)),
            Err(PaperProblem::NotNow) => return Err(Trouble::State("not now")),
            Err(problem) => Done::PaperRefused(problem),
        })
    }
}

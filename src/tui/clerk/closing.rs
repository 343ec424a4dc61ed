//! Closing the day, and the count of the demonstration.

use super::unlocking::small;
use super::{StationClerk, Trouble, wording};
use crate::station::StationError;
use crate::tui::facts::{ClosingCounts, Notice, Value};
use crate::tui::work::{Done, SecondPerson};

impl StationClerk {
    pub(super) fn prepare_closing(&mut self) -> Result<Done, Trouble> {
        let station = self.station()?;
        let prepared = station.prepare_closing()?;
        let paper_in_all = small(station.paper_handed_out()?);
        let in_box_today = prepared.in_box.saturating_sub(station.box_at_opening()?);
        let c = prepared.counts;
        let mut differences = Vec::new();
        if !c.reconcile() {
            differences.push(
                Notice::plain("difference-equation")
                    .with("check_ins", Value::Number(c.check_ins))
                    .with(
                        "sum",
                        Value::Number(c.cast + c.paper + c.void + c.abandoned),
                    ),
            );
        }
        if in_box_today != c.cast {
            differences.push(
                Notice::plain("difference-box")
                    .with("cast", Value::Number(c.cast))
                    .with("in_box", Value::Number(in_box_today)),
            );
        }
        if station.journal().is_err() {
            differences.push(Notice::plain("difference-journal"));
        }
        let phase = station
            .consultation()
            .phase(station.certificate().value().kind);
        let last_day_of_phase = phase.map_or(station.clock().today(), |p| p.to);
        Ok(Done::ClosingCounts(Box::new(ClosingCounts {
            check_ins: small(c.check_ins),
            cast: small(c.cast),
            paper: small(c.paper),
            void: small(c.void),
            abandoned: small(c.abandoned - prepared.left_behind),
            left_behind: small(prepared.left_behind),
            city_users: small(c.city_users),
            in_box: small(in_box_today),
            reconciles: differences.is_empty(),
            paper_in_all,
            differences,
            last_day_of_phase,
            is_last_day: prepared.last_day,
            is_over: station.clock().today() > last_day_of_phase,
        })))
    }

    pub(super) fn close_day(
        &mut self,
        last: bool,
        second: Option<&SecondPerson>,
    ) -> Result<Done, Trouble> {
        let second = match self.second(second) {
            Ok(second) => second,
            Err(refused) => return wording::second(refused),
        };
        self.leave()?;
        let counting = self.paper.take();
        let counted = counting.as_ref().filter(|_| last).and_then(|c| c.counted());
        let station = self.station()?;
        let closed = match counted {
            Some(counted) => station.close_for_good(counted),
            None => station.close_day_with(last, second.as_ref()),
        };
        if !matches!(closed, Ok(_) | Err(StationError::MinutesFile(_))) {
            // What two people counted is not lost to a full disk: they may try again.
            self.paper = counting;
        }
        let closed = closed?;
        let station = self.station()?;
        Ok(Done::DayClosed {
            minutes_path: closed.path.display().to_string(),
            minutes_text: station.minutes_text(&closed.minutes),
            status: Box::new(self.status()?),
        })
    }

    pub(super) fn count(&mut self, progress: &dyn Fn(Done)) -> Result<Done, Trouble> {
        // Whoever closed without sending would count an empty server.
        if self.station()?.sync_state()?.batches_waiting > 0 {
            match self.sync(progress)? {
                Done::Synced { report, .. } if report.pending == 0 => {}
                Done::SyncFailed(notice) => {
                    return Ok(Done::Failed {
                        key: notice.key,
                        detail: String::new(),
                    });
                }
                _ => return Err(Trouble::State("not everything was sent")),
            }
        }
        let demonstration = self
            .demonstration
            .as_mut()
            .ok_or(Trouble::State("not a demonstration"))?;
        match demonstration.count(&|step| progress(Done::Step(step))) {
            Ok(result) => Ok(Done::Counted(Box::new(result))),
            Err(detail) => Ok(Done::Failed {
                key: "failure-unexpected",
                detail,
            }),
        }
    }
}

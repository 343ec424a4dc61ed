//! The voter's side: the admission at the screen, the ballot that was offered, the cast.

use super::{StationClerk, Trouble};
use crate::ballot::{Answer, Choices};
use crate::station::CastFailed;
use crate::tui::facts::Notice;
use crate::tui::work::Done;

impl StationClerk {
    pub(super) fn hand_over(&mut self) -> Result<Done, Trouble> {
        let admission = self
            .admission
            .take()
            .ok_or(Trouble::State("nobody is admitted"))?;
        let handed = self.station()?.hand_over(&admission);
        self.admission = Some(admission);
        handed?;
        self.voting = true;
        Ok(Done::HandedOver)
    }

    pub(super) fn seal(&mut self, answers: &[Answer]) -> Result<Done, Trouble> {
        self.sealing = None;
        if !self.voting {
            return Err(Trouble::State("no voter"));
        }
        let station = self.station()?;
        let Ok(choices) = Choices::new(station.consultation(), answers) else {
            return Ok(Done::SealFailed);
        };
        let Ok((sealing, offer)) = station.offer(&choices) else {
            return Ok(Done::SealFailed);
        };
        let tracker_text = offer.value().tracker.short();
        // Upper case keeps the QR code small enough for a screen of 80 columns.
        let qr_text =
            format!("{}/T/{tracker_text}", station.manifest().value().server.url).to_uppercase();
        self.sealing = Some(sealing);
        Ok(Done::Sealed {
            tracker_text,
            qr_text,
        })
    }

    pub(super) fn cast(&mut self) -> Result<Done, Trouble> {
        let failed = |key| Ok(Done::CastFailed(Notice::plain(key)));
        let (Some(sealing), true) = (self.sealing.take(), self.voting) else {
            return failed("failure-state");
        };
        let Some(admission) = self.admission.take() else {
            return failed("failure-state");
        };
        match self.station()?.cast(admission, sealing) {
            Ok(_) => {
                self.voting = false;
                Ok(Done::CastDone)
            }
            Err(failure) => {
                let CastFailed { admission, error } = *failure;
                self.admission = admission;
                failed(super::wording::failure(&error))
            }
        }
    }

    pub(super) fn leave_voter(&mut self) -> Result<Done, Trouble> {
        self.leave()?;
        Ok(Done::VoterLeft)
    }

    pub(super) fn leave_visit(&mut self) -> Result<Done, Trouble> {
        self.claimant = None;
        self.refused = None;
        self.leave()?;
        Ok(Done::VoterLeft)
    }

    /// Lets go of whoever is at the screen: what was offered is wiped, the admission waits.
    pub(super) fn leave(&mut self) -> Result<(), Trouble> {
        self.sealing = None;
        let voting = std::mem::take(&mut self.voting);
        if let Some(admission) = self.admission.take().filter(|_| voting) {
            self.station()?.leave(&admission)?;
        }
        Ok(())
    }
}

//! The voter's side: the admission at the screen, the ballot that was offered, the cast, the opening.

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
        self.printing.forget();
        self.voting = true;
        Ok(Done::HandedOver)
    }

    pub(super) fn seal(&mut self, answers: &[Answer]) -> Result<Done, Trouble> {
        self.offered = None;
        self.printing.forget();
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
        self.printing.offered(&offer);
        self.offered = Some((sealing, offer));
        Ok(Done::Sealed {
            tracker_text,
            qr_text,
        })
    }

    pub(super) fn cast(&mut self) -> Result<Done, Trouble> {
        let failed = |key| Ok(Done::CastFailed(Notice::plain(key)));
        let (Some((sealing, _)), true) = (self.offered.take(), self.voting) else {
            return failed("failure-state");
        };
        self.printing.forget();
        let Some(admission) = self.admission.take() else {
            return failed("failure-state");
        };
        match self.station()?.cast(admission, sealing) {
            Ok(slip) => {
                self.voting = false;
                self.printing.cast(slip.tracker);
                Ok(Done::CastDone)
            }
            Err(failure) => {
                let CastFailed { admission, error } = *failure;
                self.admission = admission;
                failed(super::wording::failure(&error))
            }
        }
    }

    /// The ballot leaves the clerk whatever happens: what was offered once is cast, opened or
    /// forgotten. The admission stays at the screen.
    pub(super) fn open_ballot(&mut self) -> Result<Done, Trouble> {
        let failed = |key| Ok(Done::OpenFailed(Notice::plain(key)));
        let (Some((sealing, offer)), true) = (self.offered.take(), self.voting) else {
            return failed("failure-state");
        };
        let (Some(station), Some(admission)) = (&mut self.station, &self.admission) else {
            return failed("failure-state");
        };
        self.printing.forget();
        match station.open_ballot(admission, sealing, &offer) {
            Ok(()) => {
                self.printing.opened(offer.value().tracker);
                Ok(Done::Opened)
            }
            Err(error) => failed(super::wording::failure(&error)),
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

    /// Lets go of whoever is at the screen: what was offered is wiped, the admission waits. If the
    /// store fails the person is still at the screen, and may be let go again.
    pub(super) fn leave(&mut self) -> Result<(), Trouble> {
        self.offered = None;
        self.printing.forget();
        if let (true, Some(admission)) = (self.voting, &self.admission) {
            let station = self.station.as_mut().ok_or(Trouble::State("locked"))?;
            station.leave(admission)?;
        }
        // Nobody is at the desk: other stations may have whoever was.
        if let Some(station) = &mut self.station {
            station.visit_over();
        }
        self.voting = false;
        self.admission = None;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::station::Verdict;
    use crate::station::tests::{World, at, resident};

    #[test]
    fn who_could_not_be_let_go_is_let_go_later() {
        let world = World::new();
        let clock = at("2022-09-10 10:20");
        let mut station = world.station(clock);
        station.open_day().unwrap().unwrap();
        let Verdict::Admitted { admission, .. } = station.check_in(resident(0)).unwrap() else {
            panic!("on the roll");
        };
        let mut clerk = StationClerk::new(world.dir.path().to_owned(), clock, None);
        clerk.station = Some(station);
        clerk.admission = Some(admission);
        assert!(clerk.hand_over().is_ok());

        let station = clerk.station.take();
        assert!(clerk.leave().is_err());
        clerk.station = station;
        assert!(clerk.check_in(resident(1)).is_ok_and(|done| matches!(
            done,
            Done::Verdict(crate::tui::facts::Verdict::Refused { .. })
        )));
        assert!(clerk.leave().is_ok());
        assert!(!clerk.voting && clerk.admission.is_none());
        let again = clerk.station.as_mut().map(|s| s.check_in(resident(0)));
        let Some(Ok(Verdict::Admitted { admission, resumed })) = again else {
            panic!("neither spent nor lost");
        };
        assert!(resumed);

        // A lock keeps nobody, even who could not be let go.
        clerk.admission = Some(admission);
        assert!(clerk.hand_over().is_ok());
        clerk.station = None;
        assert!(clerk.lock().is_err());
        assert!(!clerk.voting && clerk.admission.is_none());
    }

    /// Somebody at the screen.
    fn voting(world: &World) -> StationClerk {
        let clock = at("2022-09-10 10:20");
        let mut station = world.station(clock);
        station.open_day().unwrap().unwrap();
        let Verdict::Admitted { admission, .. } = station.check_in(resident(0)).unwrap() else {
            panic!("on the roll");
        };
        let mut clerk = StationClerk::new(world.dir.path().to_owned(), clock, None);
        clerk.station = Some(station);
        clerk.admission = Some(admission);
        assert!(clerk.hand_over().is_ok());
        clerk
    }

    fn sealed(clerk: &mut StationClerk) -> String {
        let Ok(Done::Sealed { tracker_text, .. }) = clerk.seal(&[Answer::Options(vec![0, 1])])
        else {
            panic!("allowed");
        };
        tracker_text
    }

    #[test]
    fn an_opened_ballot_is_counted_as_opened_and_the_person_still_votes() {
        let world = World::new();
        let mut clerk = voting(&world);
        let opened = sealed(&mut clerk);
        assert!(matches!(clerk.open_ballot(), Ok(Done::Opened)));
        assert!(
            matches!(clerk.cast(), Ok(Done::CastFailed(_))),
            "an opened ballot is not cast"
        );
        assert!(clerk.admission.is_some() && clerk.voting);
        assert!(
            matches!(clerk.open_ballot(), Ok(Done::OpenFailed(_))),
            "nor opened twice"
        );

        let cast = sealed(&mut clerk);
        assert_ne!(
            opened, cast,
            "the same choice sealed anew is another ballot"
        );
        assert!(matches!(clerk.cast(), Ok(Done::CastDone)));
        let Ok(Done::ClosingCounts(counts)) = clerk.prepare_closing() else {
            panic!("the day is open");
        };
        assert_eq!((counts.check_ins, counts.cast, counts.in_box), (1, 1, 1));
        assert!(counts.reconciles, "{:?}", counts.differences);
        let minutes = clerk
            .station
            .as_mut()
            .unwrap()
            .close_day(true)
            .unwrap()
            .minutes;
        assert_eq!((minutes.ballots_opened, minutes.counts.cast), (1, 1));
        let text = clerk.station.as_ref().unwrap().minutes_text(&minutes);
        assert!(
            text.contains("Una scheda è stata aperta per controllo"),
            "{text}"
        );
    }

    #[test]
    fn who_opens_and_goes_has_not_voted() {
        let world = World::new();
        let mut clerk = voting(&world);
        sealed(&mut clerk);
        assert!(matches!(clerk.open_ballot(), Ok(Done::Opened)));
        assert!(clerk.leave_voter().is_ok());
        let again = clerk.station.as_mut().map(|s| s.check_in(resident(0)));
        assert!(matches!(
            again,
            Some(Ok(Verdict::Admitted { resumed: true, .. }))
        ));
    }

    #[test]
    fn an_opening_that_fails_leaves_nothing_and_the_right_to_vote() {
        let world = World::new();
        let mut clerk = voting(&world);
        sealed(&mut clerk);
        let station = clerk.station.take();
        assert!(matches!(clerk.open_ballot(), Ok(Done::OpenFailed(_))));
        clerk.station = station;
        assert!(clerk.offered.is_none() && clerk.admission.is_some());
        sealed(&mut clerk);
        assert!(matches!(clerk.cast(), Ok(Done::CastDone)));
        let minutes = clerk
            .station
            .as_mut()
            .unwrap()
            .close_day(true)
            .unwrap()
            .minutes;
        assert_eq!((minutes.ballots_opened, minutes.counts.cast), (0, 1));
        let text = clerk.station.as_ref().unwrap().minutes_text(&minutes);
        assert!(!text.contains("per controllo"), "{text}");
    }
}

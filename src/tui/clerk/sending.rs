//! Sync: what waits goes to the server, receipts come back. Nothing is sent twice with effect, and
//! what is refused is kept.

use super::{StationClerk, Trouble};
use crate::station::Station;
use crate::sync::{
    Carrier, Claimer, Courier, Load, News, Pace, Retry, SendError, introduction, learn,
};
use crate::tui::facts::{Notice, SyncReport, Value};
use crate::tui::work::Done;

impl StationClerk {
    pub(super) fn sync(&mut self, progress: &dyn Fn(Done)) -> Result<Done, Trouble> {
        let station = self.station()?;
        station.make_batches()?;
        let carrier = Carrier::new(station.manifest());
        if let Err(error) = carrier.introduce(&introduction(station)) {
            return Ok(self.not_sent(&error));
        }
        let pending = self.station()?.pending()?;
        let all = pending.len() as u64;
        let mut report = SyncReport::default();
        for (n, batch) in pending.iter().enumerate() {
            let step = Notice::plain("step-syncing")
                .with("n", Value::Number(n as u64 + 1))
                .with("all", Value::Number(all));
            progress(Done::Step(step));
            match carrier.send(&batch.bytes) {
                Ok(receipt) => {
                    self.station()?.keep_receipt(&receipt)?;
                    report.sent += 1;
                }
                Err(SendError::Refused { name, .. }) => {
                    self.station()?.keep_refusal(batch.sequence, &name)?;
                    let known = refused_because(&name).map(Notice::plain);
                    let because = known.unwrap_or_else(|| {
                        Notice::plain("sync-batch-refused")
                            .with("sequence", Value::Number(batch.sequence))
                            .with("reason", Value::Text(name))
                    });
                    report.refused.push(because);
                    break;
                }
                Err(error) if report.sent == 0 => return Ok(self.not_sent(&error)),
                Err(error) => {
                    self.sync_problem = Some(notice(&error));
                    break;
                }
            }
        }
        let in_box = self.station()?.sync_state()?.ballots_unbatched;
        report.pending = super::unlocking::small(all) - report.sent;
        report.kept = super::unlocking::small(in_box);
        if report.pending == 0 {
            self.sync_problem = None;
            learn(self.station()?, &carrier)?;
            self.forget_links(&carrier)?;
        }
        Ok(Done::Synced {
            report,
            status: Box::new(self.status()?),
        })
    }

    /// Obeys the registry's order to forget the links, when there is one. While a day is open, or if
    /// the order does not verify, the links stay: nothing is lost, and the next sync asks again.
    fn forget_links(&mut self, carrier: &Carrier) -> Result<(), Trouble> {
        let station = self.station()?;
        if !station.purged()?
            && let Ok(Some(order)) = carrier.purge_order()
        {
            let _ = station.purge(&order);
        }
        Ok(())
    }

    /// Keeps what came back in the background, and sends what may leave now. Being offline all day
    /// is normal, so a server that is out of reach is no trouble here. A refused batch waits for
    /// an operator.
    pub(super) fn send_quietly(&mut self) -> Result<(), Trouble> {
        let Some(courier) = self.courier.take() else {
            return Ok(());
        };
        let done = self.send_by(&courier);
        self.courier = Some(courier);
        done
    }

    fn send_by(&mut self, courier: &Courier) -> Result<(), Trouble> {
        let station = self.station()?;
        for news in courier.news() {
            match news {
                News::Batch(_, Ok(receipt)) => station.keep_receipt(&receipt)?,
                News::Batch(sequence, Err(SendError::Refused { name, .. })) => {
                    station.keep_refusal(sequence, &name)?;
                }
                News::Batch(_, Err(_)) => {}
                News::Board(checked) => station.keep_board(&checked)?,
                News::Voted(page) => station.take_voted(&page)?,
            }
        }
        let mut load = Load {
            pending: Vec::new(),
            board: station.board_to_check()?,
            voted: Some(station.voted_known()?)
                .filter(|_| !station.closed_for_good().unwrap_or(true)),
        };
        if station.sync_state()?.batches_refused == 0 {
            station.make_batches()?;
            load.pending = station.pending()?;
        }
        courier.carry(load);
        Ok(())
    }

    fn not_sent(&mut self, error: &SendError) -> Done {
        let notice = notice(error);
        self.sync_problem = Some(notice.clone());
        Done::SyncFailed(notice)
    }
}

/// A courier for a station that was just unlocked.
pub(super) fn courier(station: &Station) -> Courier {
    let carrier = Carrier::new(station.manifest());
    let retry = Retry::default();
    Courier::start(carrier, station.asker(), introduction(station), retry)
}

/// Claims for a station that was just unlocked.
pub(super) fn claimer(station: &Station) -> Claimer {
    let carrier = Carrier::new(station.manifest());
    let pace = Pace::default();
    Claimer::start(&carrier, station.asker(), introduction(station), pace)
}

/// What the server has against a station or a batch, in words that say what to do; every batch is
/// kept.
fn refused_because(name: &str) -> Option<&'static str> {
    Some(match name {
        "quarantined" => "sync-refused-quarantined",
        "revoked" => "sync-refused-revoked",
        "clone" => "sync-refused-clone",
        "fork" => "sync-refused-fork",
        "rolled-back" => "sync-refused-rolled-back",
        "gap" => "sync-refused-gap",
        _ => return None,
    })
}

fn notice(error: &SendError) -> Notice {
    Notice::plain(match error {
        SendError::Unreachable(_) => "sync-no-network",
        SendError::Later { seconds } => {
            let minutes = Value::Number(seconds.div_ceil(60));
            return Notice::plain("sync-later").with("n", minutes);
        }
        SendError::Refused { name, .. } if refused_because(name).is_some() => {
            refused_because(name).unwrap_or("sync-server-error")
        }
        SendError::Refused { name, .. } if name == "unknown-station" || name == "bad-signature" => {
            "sync-not-certified"
        }
        SendError::Refused { .. } => "sync-server-error",
        SendError::BadReceipt | SendError::BadAnswer => "sync-wrong-server",
    })
}

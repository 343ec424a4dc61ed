//! Sync: what waits goes to the server, receipts come back. Nothing is sent twice with effect, and
//! what is refused is kept.

use super::{StationClerk, Trouble};
use crate::sync::{Carrier, Introduction, SendError};
use crate::tui::facts::{Notice, SyncReport, Value};
use crate::tui::work::Done;

impl StationClerk {
    pub(super) fn sync(&mut self, progress: &dyn Fn(Done)) -> Result<Done, Trouble> {
        let station = self.station()?;
        station.make_batches()?;
        let carrier = Carrier::new(station.manifest());
        let introduction = Introduction {
            certificate: station.certificate().bytes().to_vec(),
            rotation: station.rotation().bytes().to_vec(),
        };
        if let Err(error) = carrier.introduce(&introduction) {
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
                    report.refused.push(
                        Notice::plain("sync-batch-refused")
                            .with("sequence", Value::Number(batch.sequence))
                            .with("reason", Value::Text(name)),
                    );
                    break;
                }
                Err(error) if report.sent == 0 => return Ok(self.not_sent(&error)),
                Err(error) => {
                    self.sync_problem = Some(notice(&error));
                    break;
                }
            }
        }
        report.pending = super::unlocking::small(all) - report.sent;
        if report.pending == 0 {
            self.sync_problem = None;
        }
        Ok(Done::Synced {
            report,
            status: Box::new(self.status()?),
        })
    }

    fn not_sent(&mut self, error: &SendError) -> Done {
        let notice = notice(error);
        self.sync_problem = Some(notice.clone());
        Done::SyncFailed(notice)
    }
}

fn notice(error: &SendError) -> Notice {
    Notice::plain(match error {
        SendError::Unreachable(_) => "sync-no-network",
        SendError::Refused { name, .. } if name == "unknown-station" || name == "bad-signature" => {
            "sync-not-certified"
        }
        SendError::Refused { .. } => "sync-server-error",
        SendError::BadReceipt => "sync-wrong-server",
    })
}

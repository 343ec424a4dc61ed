//! To a stick and back: what waits is written whole, receipts that lie there are taken.
//!
//! Invariant: nothing leaves the station by this. A batch waits here until its receipt is back,
//! whatever happens to the stick.

use super::{StationClerk, Trouble, sticks, unlocking::small};
use crate::sync::{
    FolderError, SendError, introduction, learn_from_folder, purge_from_folder,
    receipts_from_folder, to_folder_showing, voted_from_folder,
};
use crate::tui::facts::{ExportReport, Notice, Value};
use crate::tui::work::Done;
use std::io::{self, ErrorKind};
use std::path::Path;

impl StationClerk {
    pub(super) fn sticks(&self) -> Done {
        Done::Sticks(self.machine.sticks.sticks())
    }

    pub(super) fn export(
        &mut self,
        stick: &Path,
        progress: &dyn Fn(Done),
    ) -> Result<Done, Trouble> {
        // Before anything is written: of a stick that is gone no folder is made anew.
        let Ok(device) = sticks::device(stick) else {
            return Ok(failed("stick-gone"));
        };
        let mut report = ExportReport::default();
        let station = self.station()?;
        let receipts = receipts_from_folder(stick, station.manifest(), &station.pending()?);
        let receipts = match receipts {
            Ok(receipts) => receipts,
            Err(error) => return Ok(not_written(&error)),
        };
        for (sequence, outcome) in receipts {
            match outcome {
                Ok(receipt) => {
                    station.keep_receipt(&receipt)?;
                    report.received += 1;
                }
                Err(SendError::Refused { name, .. }) => station.keep_refusal(sequence, &name)?,
                Err(_) => report.wrong += 1,
            }
        }
        // Before new batches, which name the board that is known.
        learn_from_folder(station, stick)?;
        station.make_batches()?;
        let pending = station.pending()?;
        let all = pending.len() as u64;
        let mut begun = |n: usize| {
            let step = Notice::plain("step-writing")
                .with("n", Value::Number(n as u64 + 1))
                .with("all", Value::Number(all));
            progress(Done::Step(step));
        };
        if let Err(error) = to_folder_showing(stick, &introduction(station), &pending, &mut begun) {
            return Ok(not_written(&error));
        }
        // The registry's order may travel the same way; while a day is open the links stay.
        if !station.purged()?
            && let Ok(Some(order)) = purge_from_folder(stick)
        {
            let _ = station.purge(&order);
        }
        // Who voted elsewhere, if the office put it there. What is no list of the server's is none.
        if let Ok(Some(list)) = voted_from_folder(stick) {
            report.elsewhere = matches!(station.take_voted_list(&list), Ok(true));
        }
        if sticks::device(stick).ok() != Some(device) {
            return Ok(failed("stick-gone"));
        }
        report.written = small(all);
        report.kept = small(station.sync_state()?.ballots_unbatched);
        Ok(Done::Exported {
            report,
            status: Box::new(self.status()?),
        })
    }
}

fn failed(key: &'static str) -> Done {
    Done::ExportFailed(Notice::plain(key))
}

fn not_written(error: &FolderError) -> Done {
    failed(match error {
        FolderError::Io { error, .. } => why(error),
        FolderError::NotABatch { .. } | FolderError::NotAnIntroduction => "stick-failed",
    })
}

/// What the system says of a stick, in the words of the desk.
pub(super) fn why(error: &io::Error) -> &'static str {
    /// Linux: input or output failed, no such device.
    const PULLED: [i32; 2] = [5, 19];
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => "stick-gone",
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => "stick-read-only",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "stick-full",
        _ if error.raw_os_error().is_some_and(|e| PULLED.contains(&e)) => "stick-gone",
        _ => "stick-failed",
    }
}

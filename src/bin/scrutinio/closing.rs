//! Stations that have not closed: their last votes may still be there, and a settlement without
//! them cannot be taken back.

use clap::Args;
use seggio::batch::BatchKind;
use seggio::consultation::StationId;
use seggio::tally::Examined;

/// The stations that the caller knows have not closed.
#[derive(Debug, Args)]
pub struct Closing {
    /// Go on without the closing of this station: votes that it still holds are lost (repeat for
    /// each)
    #[arg(long, value_name = "STATION", value_parser = station_id)]
    without_closing: Vec<StationId>,
}

fn station_id(text: &str) -> Result<StationId, String> {
    StationId::parse(text).ok_or_else(|| "1 to 40 of a-z, 0-9 and -".to_owned())
}

impl Closing {
    /// Names every open station; whether all of them were named by the caller.
    pub fn known(&self, examined: &Examined) -> bool {
        let mut known = true;
        for chain in examined.chains.iter().filter(|c| !c.closed()) {
            let people = chain.announced(BatchKind::Presence);
            let ballots = chain.announced(BatchKind::Ballots);
            eprintln!(
                "scrutinio: {} has not closed: {people} people and {ballots} ballots have arrived",
                chain.station
            );
            known &= self.without_closing.contains(&chain.station);
        }
        if !known {
            eprintln!(
                "scrutinio: nothing was done. Close these stations, let them send, and export \
                 again. What they still hold cannot be counted afterwards; to go on without it: \
                 --without-closing STATION"
            );
        }
        known
    }
}

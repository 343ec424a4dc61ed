//! What a station learns from the server once its batches are there.

use super::carried::Carried;
use super::{Carrier, Inquirer, check_board, introduction};
use crate::station::{Station, StationError};
use std::path::Path;

/// Verifies the board as far as the server gives proofs, and brings the list of who voted elsewhere
/// up to date. What does not come now comes another time: only the station's own trouble is an error.
pub fn learn(station: &mut Station, carrier: &Carrier) -> Result<(), StationError> {
    let task = station.board_to_check()?;
    if !task.is_empty()
        && let Ok(checked) = check_board(carrier, &task)
    {
        station.keep_board(&checked)?;
    }
    if station.closed_for_good()? {
        return Ok(());
    }
    let (asker, introduction) = (station.asker(), introduction(station));
    let mut inquirer = Inquirer::new(carrier.clone(), asker, introduction);
    while let Ok(page) = inquirer.voted(station.voted_known()?) {
        station.take_voted(&page)?;
        if page.is_last() || page.rows.is_empty() {
            break;
        }
    }
    Ok(())
}

/// Verifies the board by the proofs that lie beside the receipts on a stick, once those are taken.
/// Without such proofs, and by those that do not hold, nothing is learned. That the board's key signed
/// two boards of one size is the same alarm as from the server.
pub fn learn_from_folder(station: &mut Station, dir: &Path) -> Result<(), StationError> {
    let name = station.certificate().value().station.clone();
    let Ok(Some(carried)) = Carried::read(dir, &name, station.manifest()) else {
        return Ok(());
    };
    // Of what the stick does not know it is not asked: it would stand before what it does.
    let task = station.board_to_check_among(carried.leaves())?;
    if !task.is_empty()
        && let Ok(checked) = check_board(&carried, &task)
    {
        station.keep_board(&checked)?;
    }
    Ok(())
}

//! How old the lists are that the station decides by.

use super::{Station, StationError, store};
use crate::consultation::Minute;
use chrono::NaiveDateTime;

/// When each list was made, local time to the minute; `None` for one that was never received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lists {
    /// The roll of residents.
    pub roll: Option<NaiveDateTime>,
    /// Who voted elsewhere.
    pub voted_elsewhere: Option<NaiveDateTime>,
}

impl Station {
    /// How old the lists are.
    pub fn lists(&self) -> Result<Lists, StationError> {
        Ok(Lists {
            roll: self.made("roll_made")?,
            voted_elsewhere: self.made("voted_elsewhere_made")?,
        })
    }

    fn made(&self, key: &str) -> Result<Option<NaiveDateTime>, StationError> {
        let Some(text) = store::meta(&self.db, key)? else {
            return Ok(None);
        };
        let made = std::str::from_utf8(&text).ok().and_then(Minute::parse);
        let damaged = StationError::Damaged("when a list was made");
        Ok(Some(made.ok_or(damaged)?.time()))
    }
}

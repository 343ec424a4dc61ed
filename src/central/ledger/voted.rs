//! Who voted, by the numbers that the sequencer gave.

use super::page::int;
use super::{LedgerError, Page};
use crate::batch::VotedRow;
use crate::consultation::{Channel, StationId};
use crate::identity::Pseudonym;

/// The words of the table.
const CHANNELS: [(&str, Channel); 2] = [("in-person", Channel::InPerson), ("web", Channel::Web)];

fn channel(word: &str) -> Result<Channel, LedgerError> {
    let known = CHANNELS.iter().find(|(known, _)| *known == word);
    known
        .map(|(_, channel)| *channel)
        .ok_or_else(|| LedgerError::Damaged(format!("channel {word}")))
}

impl Page<'_> {
    /// How many people are numbered.
    pub fn voted_total(&self) -> Result<u64, LedgerError> {
        let total = self.row("SELECT coalesce(max(idx) + 1, 0) FROM voted", &[])?;
        total.map_or(Ok(0), |mut r| r.count())
    }

    /// People from the number `since` on, at most so many; none from a number that nobody can have.
    pub fn voted_since(&self, since: u64, most: u64) -> Result<Vec<VotedRow>, LedgerError> {
        let since = since.min(i64::MAX.unsigned_abs());
        let query = "SELECT pseudonym, channel FROM voted WHERE idx >= $1 ORDER BY idx LIMIT $2";
        let rows = self.rows(query, &[int(since)?, int(most)?])?;
        rows.into_iter()
            .map(|mut r| {
                Ok(VotedRow {
                    pseudonym: Pseudonym(r.hash()?),
                    channel: channel(&r.text()?)?,
                })
            })
            .collect()
    }

    /// Whether a person is on the list of web voters.
    pub fn voted_on_web(&self, who: Pseudonym) -> Result<bool, LedgerError> {
        let query = "SELECT idx FROM voted WHERE pseudonym = $1 AND channel = 'web'";
        self.exists(query, &[who.0.into()])
    }

    /// Whether a person voted at another station than this.
    pub fn voted_at_another(
        &self,
        who: Pseudonym,
        station: &StationId,
    ) -> Result<bool, LedgerError> {
        let query = "SELECT station FROM presence WHERE pseudonym = $1 AND station <> $2";
        self.exists(query, &[who.0.into(), station.as_str().into()])
    }

    /// For tests: numbers people as the sequencer does.
    #[cfg(test)]
    pub fn number(&self, people: &[VotedRow]) -> Result<(), LedgerError> {
        let first = self.voted_total()?;
        for (idx, row) in (first..).zip(people) {
            let word = CHANNELS.iter().find(|(_, c)| *c == row.channel);
            let word = word.map_or("", |(word, _)| word);
            self.execute(
                "INSERT INTO voted (idx, pseudonym, channel) VALUES ($1, $2, $3)",
                &[int(idx)?, row.pseudonym.0.into(), word.into()],
            )?;
        }
        Ok(())
    }
}

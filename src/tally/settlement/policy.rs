//! The declared policy, applied to one person's votes.
//!
//! Between channels the policy's `channel` wins; inside a channel `within` decides. Paper cannot be
//! taken back out of its box, so it always stays, and whatever else the person gave is left out.

use super::Removal;
use crate::consultation::{Channel, Duplicates, Within};

/// What is left out of one person's votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LeftOut {
    /// No ballot.
    Nothing,
    /// Every sealed ballot but the first.
    AllButTheFirst,
    /// Every sealed ballot.
    All(Removal),
}

/// One person's votes: `sealed` ballots, perhaps paper, perhaps one on the web.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Votes {
    pub sealed: usize,
    pub paper: bool,
    pub web: bool,
}

impl Votes {
    /// What the policy leaves out of the ballots, and whether it drops the web vote.
    pub fn settle(self, policy: &Duplicates) -> (LeftOut, bool) {
        let in_person = self.sealed > 0 || self.paper;
        if self.paper {
            let out = if self.sealed > 0 {
                LeftOut::All(Removal::PaperVote)
            } else {
                LeftOut::Nothing
            };
            return (out, self.web);
        }
        if self.web && policy.channel == Channel::Web {
            let out = if in_person {
                LeftOut::All(Removal::WebVote)
            } else {
                LeftOut::Nothing
            };
            return (out, false);
        }
        let out = match policy.within {
            _ if self.sealed < 2 => LeftOut::Nothing,
            Within::First => LeftOut::AllButTheFirst,
            Within::None => LeftOut::All(Removal::RepeatedVote),
        };
        (out, self.web && in_person)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every case of the two-part policy, from its words.
    #[test]
    fn the_policy_case_by_case() {
        use Channel::{InPerson, Web};
        use LeftOut::{All, AllButTheFirst, Nothing};
        let settle = |channel, within, sealed, paper, web| {
            Votes { sealed, paper, web }.settle(&Duplicates { channel, within })
        };
        for within in [Within::First, Within::None] {
            for channel in [InPerson, Web] {
                assert_eq!(settle(channel, within, 1, false, false), (Nothing, false));
                assert_eq!(settle(channel, within, 0, true, false), (Nothing, false));
                assert_eq!(settle(channel, within, 0, false, true), (Nothing, false));
                // Paper stays; the web vote can still be dropped.
                assert_eq!(settle(channel, within, 0, true, true), (Nothing, true));
                let paper_too = All(Removal::PaperVote);
                assert_eq!(settle(channel, within, 2, true, true), (paper_too, true));
            }
            assert_eq!(settle(InPerson, within, 1, false, true), (Nothing, true));
            let web_too = All(Removal::WebVote);
            assert_eq!(settle(Web, within, 1, false, true), (web_too, false));
            assert_eq!(settle(Web, within, 3, false, true), (web_too, false));
        }
        for channel in [InPerson, Web] {
            assert_eq!(
                settle(channel, Within::First, 2, false, false),
                (AllButTheFirst, false)
            );
            let repeated = All(Removal::RepeatedVote);
            assert_eq!(
                settle(channel, Within::None, 2, false, false),
                (repeated, false)
            );
        }
        assert_eq!(
            settle(InPerson, Within::First, 2, false, true),
            (AllButTheFirst, true)
        );
        let repeated = All(Removal::RepeatedVote);
        assert_eq!(
            settle(InPerson, Within::None, 2, false, true),
            (repeated, true)
        );
    }
}

//! Keys where an option is given points or a score.
//!
//! Invariant: a number above what there is room for never has the focus.

use crate::tui::voter::booth::{Booth, Notice, Screen};
use crate::tui::voter::keys::Press;
use crate::tui::voter::selections::{Mark, Progress};

impl Booth {
    /// Asks how much. Where all points are with others there is nothing to ask.
    pub(super) fn ask_amount(&mut self, question: usize, option: usize, most: u32) {
        if most == 0 {
            self.notice = Some(Notice::Full);
            return;
        }
        let focus = match self.selections.mark(question, option) {
            Mark::Points(points) => Some(points),
            Mark::Score(score) => score,
            _ => None,
        };
        self.screen = Screen::Amount {
            question,
            option,
            focus,
            typed: false,
        };
    }

    pub(super) fn in_amount(&mut self, press: Press) {
        let Screen::Amount {
            question,
            option,
            focus,
            typed,
        } = self.screen
        else {
            return;
        };
        let most = self.selections.most(question, option).unwrap_or(0);
        let on = |focus, typed| Screen::Amount {
            question,
            option,
            focus,
            typed,
        };
        match (press, focus) {
            (Press::Back, _) => {
                self.screen = Screen::List {
                    question,
                    focus: self.place_of(question, option),
                }
            }
            (Press::Number(key), _) => {
                // The key 0 is the tenth of a list; here it is a digit.
                let digit = u32::try_from(key % 10).unwrap_or(0);
                let longer = focus
                    .filter(|_| typed)
                    .map(|n| n.saturating_mul(10) + digit);
                let number = longer.filter(|n| *n <= most).unwrap_or(digit);
                if most < 10 && number <= most {
                    self.give(question, option, number);
                } else if number <= most {
                    self.screen = on(Some(number), true);
                }
            }
            (Press::Choose | Press::Forward, Some(number)) => self.give(question, option, number),
            (Press::Choose | Press::Forward, None) => self.notice = Some(Notice::MoveFirst),
            (press, focus) if press.moves() => {
                let rows = most as usize + 1;
                let next = match (press, focus) {
                    (press, Some(now)) => press.moved(now as usize, rows),
                    (Press::Up | Press::Last, None) => rows - 1,
                    _ => 0,
                };
                self.screen = on(u32::try_from(next).ok(), false);
            }
            _ => {}
        }
    }

    /// Gives it, and goes back to the list: on the same option, or on the next one below that
    /// still needs a score. Never upward: who reads the list from the top would lose their place.
    fn give(&mut self, question: usize, option: usize, number: u32) {
        let was_blank = self.selections.is_blank(question);
        let had_one = !matches!(self.selections.mark(question, option), Mark::Score(None));
        let given = self.selections.give(question, option, number);
        if given && was_blank {
            self.notice = Some(Notice::NoLongerBlank);
        }
        let asked = self.consultation.questions.get(question);
        let options = asked.map_or(0, |q| q.options.len());
        let go_on = options + usize::from(asked.is_some_and(|q| q.blank_allowed));
        let complete = self.selections.progress(question) == Progress::Complete;
        let place = self.place_of(question, option);
        let focus = if had_one {
            place
        } else {
            let after = Some(place + 1).filter(|next| !complete && *next < options);
            let without = |place: &usize| {
                let option = self.option_at(question, *place);
                self.selections.mark(question, option) == Mark::Score(None)
            };
            let next = (place + 1..options).find(without);
            next.or(after).unwrap_or(go_on)
        };
        self.screen = Screen::List { question, focus };
    }
}

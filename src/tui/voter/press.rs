//! Keys on each screen.

mod amount;
mod deciding;

use super::Ending;
use super::booth::{Booth, Notice, Overlay, Screen};
use super::keys::Press;
use super::messages::VoterEffect;
use super::selections::Toggled;

/// With more options than these, a number has more digits than a key.
const DIGITS: usize = 10;

impl Booth {
    pub(super) fn press(&mut self, press: Press) -> Vec<VoterEffect> {
        if !matches!(press, Press::Number(_)) {
            self.typed = None;
        }
        if let Some(overlay) = self.overlay.take() {
            return self.press_overlay(overlay, press);
        }
        self.notice = None;
        match press {
            Press::Language => self.ask_language(),
            Press::Appearance => self.overlay = Some(Overlay::Appearance { focus: 0 }),
            Press::Row(row) => return self.point(row),
            Press::Leave if self.can_leave() => self.overlay = Some(Overlay::Leave { focus: 0 }),
            Press::Again | Press::Leave | Press::Other => {}
            _ => return self.press_screen(press),
        }
        Vec::new()
    }

    /// A row that is pointed at has the focus and is chosen.
    fn point(&mut self, row: usize) -> Vec<VoterEffect> {
        match &mut self.screen {
            Screen::List { focus, .. }
            | Screen::Blank { focus, .. }
            | Screen::Review { focus }
            | Screen::AskOpen { focus, .. }
            | Screen::Opened { focus, .. } => *focus = row,
            Screen::Offer { focus, .. } => *focus = Some(row),
            Screen::Amount { focus, .. } => *focus = u32::try_from(row).ok(),
            _ => {}
        }
        self.press_screen(Press::Choose)
    }

    fn press_screen(&mut self, press: Press) -> Vec<VoterEffect> {
        match self.screen {
            Screen::Welcome if press.acts() => self.open_list(0),
            // What came before: the language, where there is one to choose.
            Screen::Welcome if press == Press::Back && self.languages().len() > 1 => {
                self.ask_language();
            }
            Screen::List { question, focus } => self.in_list(question, focus, press),
            Screen::Details { question, option } => self.in_details(question, option, press),
            Screen::Amount { .. } => self.in_amount(press),
            Screen::Blank { question, focus } => self.in_blank(question, focus, press),
            Screen::Review { focus } => return self.in_review(focus, press),
            Screen::SealFailed | Screen::OpenFailed if press.acts() || press == Press::Back => {
                self.open_review();
            }
            Screen::Offer { focus, .. } => return self.in_offer(focus, press),
            Screen::AskOpen { focus, .. } => return self.in_ask_open(focus, press),
            Screen::Inside { page, .. } => self.in_inside(page, press),
            Screen::Opened { focus, .. } => self.in_opened(focus, press),
            Screen::Slip { .. } if press.acts() => {
                self.overlay = Some(Overlay::Finish { focus: 0 });
            }
            Screen::CastFailed if press.acts() => return self.end(Ending::Failed),
            _ => {}
        }
        Vec::new()
    }

    fn open_list(&mut self, question: usize) {
        self.screen = Screen::List { question, focus: 0 };
    }

    fn in_list(&mut self, question: usize, focus: usize, press: Press) {
        let Some(asked) = self.consultation.questions.get(question) else {
            return self.open_review();
        };
        let options = asked.options.len();
        let blank = options;
        let go_on = options + usize::from(asked.blank_allowed);
        match press {
            _ if press.moves() => {
                self.screen = Screen::List {
                    question,
                    focus: press.moved(focus, go_on + 1),
                };
            }
            Press::Number(key) if options > DIGITS => self.search(question, key % DIGITS, options),
            Press::Number(n) if n <= options => {
                self.screen = Screen::List {
                    question,
                    focus: self.place_of(question, n - 1),
                };
                self.choose(question, n - 1);
            }
            Press::Back if question == 0 => self.screen = Screen::Welcome,
            Press::Back => self.open_list(question - 1),
            Press::Choose if focus < options => {
                self.choose(question, self.option_at(question, focus));
            }
            Press::Forward if focus < options => {
                self.screen = Screen::Details {
                    question,
                    option: self.option_at(question, focus),
                };
            }
            Press::Choose | Press::Forward if focus == go_on => self.after(question),
            Press::Choose | Press::Forward if focus == blank => {
                self.screen = Screen::Blank { question, focus: 0 };
            }
            _ => {}
        }
    }

    /// A number of several digits is typed: the focus follows it, and nothing is chosen. No timing: a
    /// digit continues the number until another key is pressed, or begins it anew where no option has
    /// so great a number.
    fn search(&mut self, question: usize, digit: usize, options: usize) {
        let longer = self.typed.map(|n| n * DIGITS + digit);
        let number = longer
            .filter(|n| (1..=options).contains(n))
            .unwrap_or(digit);
        if number == 0 {
            return;
        }
        self.typed = Some(number);
        self.screen = Screen::List {
            question,
            focus: self.place_of(question, number - 1),
        };
    }

    /// The next question, or the review: always the review once it was reached.
    fn after(&mut self, question: usize) {
        if self.reviewed || question + 1 >= self.consultation.questions.len() {
            self.open_review();
        } else {
            self.open_list(question + 1);
        }
    }

    /// Chooses an option or takes it back, or asks how much it is given.
    fn choose(&mut self, question: usize, option: usize) {
        if let Some(most) = self.selections.most(question, option) {
            return self.ask_amount(question, option, most);
        }
        let was_blank = self.selections.is_blank(question);
        self.notice = match self.selections.toggle(question, option) {
            Toggled::Full => Some(Notice::Full),
            Toggled::TooDear => Some(Notice::TooDear),
            Toggled::Added if was_blank => Some(Notice::NoLongerBlank),
            _ => None,
        };
    }

    fn in_details(&mut self, question: usize, option: usize, press: Press) {
        let options = self
            .consultation
            .questions
            .get(question)
            .map_or(0, |q| q.options.len());
        match press {
            _ if press.moves() => {
                let place = press.moved(self.place_of(question, option), options);
                self.screen = Screen::Details {
                    question,
                    option: self.option_at(question, place),
                };
            }
            Press::Choose => self.choose(question, option),
            Press::Back | Press::Forward => {
                self.screen = Screen::List {
                    question,
                    focus: self.place_of(question, option),
                }
            }
            _ => {}
        }
    }

    fn in_blank(&mut self, question: usize, focus: usize, press: Press) {
        if press.acts() && focus == 1 {
            self.selections.make_blank(question);
            self.after(question);
        } else if press.acts() || press == Press::Back {
            let options = self
                .consultation
                .questions
                .get(question)
                .map_or(0, |q| q.options.len());
            self.screen = Screen::List {
                question,
                focus: options,
            };
        } else {
            self.screen = Screen::Blank {
                question,
                focus: press.moved(focus, 2),
            };
        }
    }

    /// On what comes next: the confirmation, or else the first question that needs an answer.
    fn open_review(&mut self) {
        self.reviewed = true;
        let confirm = self.consultation.questions.len();
        let focus = self.selections.first_missing().unwrap_or(confirm);
        self.screen = Screen::Review { focus };
    }

    fn in_review(&mut self, focus: usize, press: Press) -> Vec<VoterEffect> {
        let questions = self.consultation.questions.len();
        let rows = questions + usize::from(self.selections.first_missing().is_none());
        if press.acts() && focus < questions {
            self.open_list(focus);
        } else if press.acts() {
            if let Some(answers) = self.selections.answers() {
                self.screen = Screen::Sealing;
                return vec![VoterEffect::Seal(answers)];
            }
        } else if press == Press::Back {
            self.open_list(questions.saturating_sub(1));
        } else {
            self.screen = Screen::Review {
                focus: press.moved(focus, rows),
            };
        }
        Vec::new()
    }
}

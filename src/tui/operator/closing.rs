//! The end of the day: what it adds up to, and whether the station opens again.
//!
//! ```text
//! │ Chiudere la giornata                                 │
//! │                                                      │
//! │ Persone accettate                  12                │
//! │   voti nell'urna                   10                │
//! │   voti su carta                     0                │
//! │   annullati                         0                │
//! │   non votato                        2                │
//! │ I conti tornano: 12 = 10 + 0 + 0 + 2                 │
//! │                                                      │
//! │ → 1  [x]  Non ancora: torno al banco                 │
//! │   2  [ ]  Chiudo la giornata                         │
//! │   3  [ ]  Chiudo per l'ultima volta                  │
//! ```

use super::choosing::chosen;
use super::minutes::Minutes;
use super::paper::PaperBox;
use super::second::Second;
use super::sheet::Sheet;
use crate::tui::clock::day;
use crate::tui::facts::ClosingCounts;
use crate::tui::model::{Screen, Session};
use crate::tui::step::{Input, Step};
use crate::tui::widgets::TextField;
use crate::tui::words::Look;
use crate::tui::work::{Done, Job, SecondPerson};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;

/// What may be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Offer {
    NotYet,
    /// The station opens again: another day, or today once more.
    Day,
    Last,
}

/// What the list offers, in its order. After the phase the station could not open again, and what
/// waits in the box would never leave: then it closes for good or not at all.
fn offers(counts: Option<&ClosingCounts>) -> &'static [Offer] {
    if counts.is_some_and(|counts| counts.is_over) {
        &[Offer::NotYet, Offer::Last]
    } else {
        &[Offer::NotYet, Offer::Day, Offer::Last]
    }
}

impl Offer {
    fn key(self, last_day: bool) -> &'static str {
        match self {
            Self::NotYet => "operator-closing-not-yet",
            Self::Day if last_day => "operator-closing-pause",
            Self::Day => "operator-closing-today",
            Self::Last => "operator-closing-last",
        }
    }
}

/// Whether it is the word that closes for good. In either language: the hand that types it may not
/// be the one that chose it.
pub(super) fn is_the_word(typed: &str) -> bool {
    ["FINE", "END"].contains(&typed.trim().to_uppercase().as_str())
}

/// The closing screen.
pub struct Closing {
    counts: Option<Box<ClosingCounts>>,
    chosen: usize,
    /// The last closing cannot be undone: a word is typed for it.
    word: Option<TextField>,
    pub(super) waiting: bool,
    wrong_word: bool,
    /// Paper ballots were found, though none was handed out.
    found: bool,
    /// The second operator, and whether it is the last closing that they confirm.
    second: Option<(Box<Second>, bool)>,
}

impl Closing {
    /// The screen, and the job that fills it.
    pub fn start() -> Step {
        let closing = Self {
            counts: None,
            chosen: 0,
            word: None,
            waiting: true,
            wrong_word: false,
            found: false,
            second: None,
        };
        Step::go(Screen::Closing(closing)).and(Job::PrepareClosing)
    }

    /// Whether a passphrase is being typed.
    pub(super) fn is_typing_secret(&self) -> bool {
        matches!(&self.second, Some((second, _)) if second.is_typing())
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input, session: &mut Session) -> Step {
        let two = session.station.consultation.desk.two_people;
        match input {
            Input::Key(key) if !self.waiting => self.key(key, two),
            // Only a passphrase may come as fast as a scanner's keys.
            Input::Swift(key)
                if !self.waiting && self.second.is_some() && key.code != KeyCode::Esc =>
            {
                self.key(key, two)
            }
            Input::Done(done) => self.done(done, session),
            input => {
                match (input, &mut self.second) {
                    (Input::Paste(text), Some((second, _))) if !self.waiting => {
                        second.paste(&text);
                    }
                    (Input::Tick(time), Some((second, _))) => second.pass(time),
                    _ => {}
                }
                Step::stay()
            }
        }
    }

    fn done(&mut self, done: Done, session: &mut Session) -> Step {
        match (done, &mut self.second) {
            (Done::Operators { operators, .. }, Some((second, _))) => {
                second.offer(operators, &session.station.operator.name);
                Step::stay()
            }
            (Done::SecondRefused { why, wait_seconds }, Some((second, _))) => {
                self.waiting = false;
                second.refuse(why, wait_seconds);
                Step::stay()
            }
            (Done::ClosingCounts(counts), _) if self.waiting => {
                self.waiting = false;
                self.counts = Some(counts);
                Step::stay()
            }
            (
                Done::DayClosed {
                    minutes_path,
                    minutes_text,
                    status,
                },
                _,
            ) => {
                session.learn(*status);
                Step::go(Screen::Minutes(Minutes::new(minutes_path, &minutes_text)))
            }
            _ => Step::stay(),
        }
    }

    fn key(&mut self, key: KeyEvent, two: bool) -> Step {
        if let Some((second, last)) = &mut self.second {
            if key.code == KeyCode::Esc {
                self.second = None;
                return Step::stay();
            }
            let last = *last;
            return match second.key(key) {
                Some(person) => self.close(last, Some(person)),
                None => Step::stay(),
            };
        }
        if self.word.is_some() {
            return self.word_key(key, two);
        }
        match key.code {
            KeyCode::Esc => Step::home(),
            KeyCode::Enter if self.counts.is_none() => Step::home(),
            KeyCode::Enter => match self.offers().get(self.chosen) {
                None | Some(Offer::NotYet) => Step::home(),
                Some(Offer::Day) => self.go_on(false, two),
                Some(Offer::Last) => {
                    self.word = Some(TextField::new(10));
                    Step::stay()
                }
            },
            _ => {
                let count = self.offers().len();
                self.chosen = chosen(key, self.chosen, count).unwrap_or(self.chosen);
                Step::stay()
            }
        }
    }

    fn word_key(&mut self, key: KeyEvent, two: bool) -> Step {
        let Some(word) = &mut self.word else {
            return Step::stay();
        };
        match key.code {
            KeyCode::Esc => {
                self.word = None;
                self.wrong_word = false;
                self.found = false;
            }
            KeyCode::Enter if is_the_word(&word.value()) => {
                if self.found || self.handed_out() > 0 {
                    return PaperBox::start();
                }
                return self.go_on(true, two);
            }
            KeyCode::Enter => self.wrong_word = true,
            // None was handed out, and there are some all the same.
            KeyCode::F(4) => self.found = !self.found,
            _ => {
                word.key(key);
                self.wrong_word = false;
            }
        }
        Step::stay()
    }

    fn offers(&self) -> &'static [Offer] {
        offers(self.counts.as_deref())
    }

    /// Paper ballots of all days.
    fn handed_out(&self) -> u32 {
        self.counts.as_ref().map_or(0, |counts| counts.paper_in_all)
    }

    /// To the second operator, where the consultation asks for two; else the day closes.
    fn go_on(&mut self, last: bool, two: bool) -> Step {
        if two {
            self.second = Some((Box::default(), last));
            return Step::ask(Job::Operators);
        }
        self.close(last, None)
    }

    fn close(&mut self, last: bool, second: Option<SecondPerson>) -> Step {
        self.waiting = true;
        Step::ask(Job::CloseDay { last, second })
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let keys: &[(&str, &str)] = if self.second.is_some() {
            &[
                ("Enter", "common-do-confirm"),
                ("↑ ↓", "common-do-move"),
                ("Esc", "common-do-back"),
            ]
        } else if self.word.is_some() && self.handed_out() == 0 {
            &[
                ("Enter", "common-do-confirm"),
                ("Esc", "common-do-back"),
                ("F4", "operator-do-paper-found"),
            ]
        } else if self.word.is_some() {
            &[("Enter", "common-do-confirm"), ("Esc", "common-do-back")]
        } else {
            &[
                ("Enter", "common-do-confirm"),
                ("↑ ↓", "common-do-move"),
                ("Esc", "operator-do-desk"),
            ]
        };
        let mut sheet = Sheet::new(look, frame, session, keys);
        if let Some((second, _)) = &self.second {
            sheet.title("operator-closing-second-title");
            if let Some(counts) = &self.counts {
                equation(&mut sheet, counts);
            }
            let words = ("operator-closing-second-how", "operator-second-alone");
            return second.view(&mut sheet, words, self.waiting);
        }
        sheet.write(&look.text("operator-closing-title"), sheet.theme.title());
        if let Some(counts) = &self.counts {
            table(&mut sheet, counts);
            equation(&mut sheet, counts);
            // Where paper is to be counted first, the word needs the room of what was read before.
            if self.word.is_none() || self.handed_out() == 0 {
                notes(&mut sheet, counts);
            }
            sheet.gap();
        }
        if self.waiting {
            sheet.say("operator-moment");
        } else if let Some(word) = &self.word {
            sheet.write(
                &look.text("operator-closing-last-means"),
                sheet.theme.warn(),
            );
            sheet.field("operator-closing-word", 20, 12, word, true);
            let wrong = self
                .wrong_word
                .then(|| look.text("operator-closing-word-wrong"));
            sheet.problem(wrong.as_deref());
            if self.found || self.handed_out() > 0 {
                sheet.gap();
                sheet.say("operator-closing-paper-first");
            }
        } else {
            let last_day = self.counts.as_ref().is_some_and(|c| c.is_last_day);
            let offers = self.offers().iter();
            let names: Vec<String> = offers.map(|o| look.text(o.key(last_day))).collect();
            sheet.choices(&names, self.chosen, true);
        }
    }
}

fn table(sheet: &mut Sheet<'_, '_>, counts: &ClosingCounts) {
    let rows = [
        ("operator-count-check-ins", counts.check_ins, 0),
        ("operator-count-cast", counts.cast, 2),
        ("operator-count-paper", counts.paper, 2),
        ("operator-count-void", counts.void, 2),
        (
            "operator-count-abandoned",
            counts.abandoned + counts.left_behind,
            2,
        ),
        ("operator-count-city-users", counts.city_users, 0),
    ];
    for (key, n, indent) in rows {
        let name = format!("{}{}", " ".repeat(indent), sheet.look.text(key));
        let style = sheet.theme.title();
        sheet.pair(&name, 40, &format!("{n:>4}"), style);
    }
}

fn equation(sheet: &mut Sheet<'_, '_>, counts: &ClosingCounts) {
    let look = sheet.look;
    let sum = format!(
        "{} = {} + {} + {} + {}",
        counts.check_ins,
        counts.cast,
        counts.paper,
        counts.void,
        counts.abandoned + counts.left_behind
    );
    let (key, style) = if counts.reconciles {
        ("operator-closing-adds-up", sheet.theme.good())
    } else {
        ("operator-closing-differs", sheet.theme.bad())
    };
    sheet.write(&look.say(key, &[("sum", sum.into())]), style);
    for difference in &counts.differences {
        let style = sheet.theme.warn();
        sheet.write(&look.notice(difference), style);
    }
}

/// What closing means for who has not voted, for the box of paper, and for the days that follow.
fn notes(sheet: &mut Sheet<'_, '_>, counts: &ClosingCounts) {
    let look = sheet.look;
    if counts.left_behind > 0 {
        let text = look.say(
            if counts.is_last_day {
                "operator-closing-left-behind-last"
            } else {
                "operator-closing-left-behind"
            },
            &[("n", counts.left_behind.into())],
        );
        sheet.write(&text, sheet.theme.text());
    }
    if counts.paper_in_all > 0 {
        let (key, style) = if counts.is_last_day {
            ("operator-closing-paper-last", sheet.theme.warn())
        } else {
            ("operator-closing-paper", sheet.theme.text())
        };
        let n = counts.paper_in_all;
        sheet.write(&look.say(key, &[("n", n.into())]), style);
    }
    let (key, style) = match (counts.is_over, counts.is_last_day) {
        (true, _) => ("operator-closing-over", sheet.theme.warn()),
        (false, true) => ("operator-closing-is-last", sheet.theme.warn()),
        (false, false) => ("operator-closing-phase", sheet.theme.text()),
    };
    let date = day(counts.last_day_of_phase);
    sheet.write(&look.say(key, &[("date", date.into())]), style);
}

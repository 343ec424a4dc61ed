//! May this person vote? The answer in plain words, and the one next step.
//!
//! ```text
//! │ ╭──────────────────────────────────────────────────╮ │
//! │ │  PUÒ VOTARE                                      │ │
//! │ │                                                  │ │
//! │ │  Risulta residente a Carpaneto Piacentino.       │ │
//! │ │  Prema Invio e giri lo schermo verso la persona. │ │
//! │ ╰──────────────────────────────────────────────────╯ │
//! ```

use super::document::DocumentForm;
use super::registration::{Record, Registration};
use super::sheet::Sheet;
use crate::tui::facts::{AdmittedAs, Verdict};
use crate::tui::model::{Screen, Session};
use crate::tui::step::{Input, Step};
use crate::tui::widgets::{Choice, Tone};
use crate::tui::words::Look;
use crate::tui::work::{Done, Job};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;

/// The verdict on the person at the desk.
pub struct VerdictPanel {
    verdict: Verdict,
    /// The form that led here, to be corrected after a refusal.
    form: DocumentForm,
    pub(super) waiting: bool,
}

impl VerdictPanel {
    /// The answer to a visit or to a registration.
    pub fn new(verdict: Verdict, form: DocumentForm) -> Self {
        Self {
            verdict,
            form,
            waiting: false,
        }
    }

    /// What was decided.
    pub fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// Takes an input.
    pub fn update(&mut self, input: &Input) -> Step {
        match input {
            Input::Key(key) if !self.waiting => self.key(*key),
            Input::Done(Done::HandedOver) if self.waiting => Step {
                hand_over: true,
                ..Step::stay()
            },
            Input::Done(Done::VoterLeft) if self.waiting => Step::home(),
            _ => Step::stay(),
        }
    }

    fn key(&mut self, key: KeyEvent) -> Step {
        match &self.verdict {
            Verdict::Admitted { .. } => match key.code {
                KeyCode::Enter => self.ask(Job::HandOver),
                KeyCode::Esc => self.ask(Job::LeaveVisit),
                _ => Step::stay(),
            },
            Verdict::Refused(_) => match key.code {
                KeyCode::Enter => Step::home(),
                KeyCode::Esc | KeyCode::Left => Step::go(Screen::Document(self.form.clone())),
                _ => Step::stay(),
            },
            Verdict::NotOnRoll {
                may_register,
                may_attest,
                ..
            } => match key.code {
                KeyCode::Char('1') if *may_register => self.register(Record::CityUser),
                KeyCode::Char('2') if *may_attest => self.register(Record::Residence),
                KeyCode::Enter if *may_register && !*may_attest => self.register(Record::CityUser),
                KeyCode::Enter if !*may_register && !*may_attest => Step::home(),
                KeyCode::Left => Step::go(Screen::Document(self.form.clone())),
                KeyCode::Esc => Step::home(),
                _ => Step::stay(),
            },
        }
    }

    fn ask(&mut self, job: Job) -> Step {
        self.waiting = true;
        Step::ask(job)
    }

    fn register(&self, record: Record) -> Step {
        Step::go(Screen::Registration(Registration::new(
            record,
            self.form.clone(),
        )))
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let keys: &[(&str, &str)] = match &self.verdict {
            Verdict::Admitted { .. } => &[
                ("Enter", "operator-do-hand-over"),
                ("Esc", "operator-do-leave-visit"),
            ],
            Verdict::Refused(_) => &[
                ("Enter", "operator-do-next-person"),
                ("Esc", "operator-do-correct"),
            ],
            Verdict::NotOnRoll {
                may_register: true,
                may_attest: false,
                ..
            } => &[
                ("Enter", "operator-do-register"),
                ("←", "operator-do-correct"),
                ("Esc", "operator-do-next-person"),
            ],
            Verdict::NotOnRoll {
                may_register: true,
                may_attest: true,
                ..
            } => &[
                ("1 2", "common-do-choose"),
                ("←", "operator-do-correct"),
                ("Esc", "operator-do-next-person"),
            ],
            Verdict::NotOnRoll { .. } => &[
                ("←", "operator-do-correct"),
                ("Esc", "operator-do-next-person"),
            ],
        };
        let mut sheet = Sheet::new(look, frame, session, keys);
        match &self.verdict {
            Verdict::Admitted { how, resumed } => {
                let mut lines = vec![admitted_as(look, how)];
                if *resumed {
                    lines.push(look.text("operator-verdict-resumed"));
                }
                lines.extend([String::new(), look.text("operator-verdict-turn")]);
                sheet.verdict(Tone::Good, &look.text("operator-verdict-admitted"), &lines);
            }
            Verdict::Refused(notice) => {
                let lines = [look.notice(notice)];
                sheet.verdict(Tone::Bad, &look.text("operator-verdict-refused"), &lines);
                sheet.aside("operator-verdict-nothing-spent");
            }
            Verdict::NotOnRoll {
                may_register,
                may_attest,
                waiting_days,
            } => {
                let lines = [look.text("refusal-not-on-roll")];
                sheet.verdict(
                    Tone::Warn,
                    &look.text("operator-verdict-not-on-roll"),
                    &lines,
                );
                offers(&mut sheet, *may_register, *may_attest, *waiting_days);
            }
        }
        if self.waiting {
            sheet.say("operator-moment");
        }
    }
}

fn admitted_as(look: &Look, how: &AdmittedAs) -> String {
    match how {
        AdmittedAs::Resident(area) => look.say(
            "operator-verdict-resident",
            &[("area", area.clone().into())],
        ),
        AdmittedAs::CityUser => look.text("operator-verdict-city-user"),
        AdmittedAs::Attested => look.text("operator-verdict-attested"),
    }
}

fn offers(sheet: &mut Sheet<'_, '_>, may_register: bool, may_attest: bool, waiting_days: u32) {
    if !may_register && !may_attest {
        return sheet.say("operator-verdict-residents-only");
    }
    sheet.say("operator-verdict-offers");
    let look = sheet.look;
    let offer = |number, key: &str| Choice {
        number: Some(number),
        text: look.text(key),
        ..Choice::default()
    };
    let mut offers = Vec::new();
    if may_register {
        offers.push(offer(1, "operator-verdict-may-register"));
    }
    if may_attest {
        offers.push(offer(2, "operator-verdict-may-attest"));
    }
    sheet.list(&offers, None);
    if may_register && waiting_days > 0 {
        sheet.gap();
        let text = look.say("operator-verdict-waiting", &[("n", waiting_days.into())]);
        sheet.write(&text, sheet.theme.warn());
    }
}

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

use super::assisting::Assisting;
use super::paper::issuing::Issuing;
use super::person::Person;
use super::reasons::{Purpose, Reasons};
use super::registration::{Record, Registration};
use super::sheet::Sheet;
use super::visiting::Visiting;
use crate::station::Assistance;
use crate::tui::confirming::Confirming;
use crate::tui::facts::{AdmittedAs, Exception, Verdict};
use crate::tui::model::{Screen, Session};
use crate::tui::step::{Input, Step};
use crate::tui::widgets::{Choice, Tone};
use crate::tui::words::Look;
use crate::tui::work::{Done, Job};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;

/// The verdict on the person at the desk.
#[derive(Clone)]
pub struct VerdictPanel {
    verdict: Verdict,
    /// Who it is about.
    pub(super) visiting: Visiting,
    pub(super) waiting: bool,
    /// A card was read here, where it means nothing.
    scanned: bool,
}

impl VerdictPanel {
    /// The answer to a visit or to a registration.
    pub fn new(verdict: Verdict, visiting: Visiting) -> Self {
        Self {
            verdict,
            visiting,
            waiting: false,
            scanned: false,
        }
    }

    /// What was decided.
    pub fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// Takes an input.
    pub fn update(&mut self, input: &Input, session: &Session) -> Step {
        match input {
            Input::Key(key) if !self.waiting => self.key(*key),
            Input::Swift(_) | Input::Paste(_) => {
                self.scanned = true;
                Step::stay()
            }
            Input::Done(Done::HandedOver) if self.waiting => match &self.visiting.help {
                None => Step::to_voter(None),
                Some(help) => Step::go(Screen::Confirming(Box::new(Confirming::help(
                    help.clone(),
                    session,
                )))),
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
                KeyCode::Char('a' | 'A') => self.help(),
                KeyCode::Char('v' | 'V') => self.reasons(Purpose::Void),
                KeyCode::Char('c' | 'C') => self.paper(),
                _ => Step::stay(),
            },
            Verdict::Refused { exception, .. } => match key.code {
                KeyCode::Enter => Step::home().and(Job::LeaveVisit),
                KeyCode::Esc if self.is_final() => Step::home().and(Job::LeaveVisit),
                KeyCode::Esc | KeyCode::Left if !self.is_final() => self.correct(),
                KeyCode::Char('p' | 'P') if *exception == Exception::ByYou => {
                    self.reasons(Purpose::Override)
                }
                _ => Step::stay(),
            },
            Verdict::NotOnRoll {
                may_register,
                may_attest,
                ..
            } => match key.code {
                KeyCode::Char('1') if *may_register => self.register(Record::CityUser),
                KeyCode::Char('2') if *may_attest => self.register(Record::Residence),
                KeyCode::Char('a' | 'A') if *may_register || *may_attest => self.help(),
                KeyCode::Enter if *may_register && !*may_attest => self.register(Record::CityUser),
                KeyCode::Enter if !*may_register && !*may_attest => {
                    Step::home().and(Job::LeaveVisit)
                }
                KeyCode::Left => self.correct(),
                KeyCode::Esc => self.ask(Job::LeaveVisit),
                _ => Step::stay(),
            },
        }
    }

    fn ask(&mut self, job: Job) -> Step {
        self.waiting = true;
        Step::ask(job)
    }

    /// Another document for the same person.
    fn correct(&self) -> Step {
        let expired = matches!(&self.verdict, Verdict::Refused { why, .. }
            if why.key == "refusal-document-expired");
        let visiting = self.visiting.without_document(expired);
        Step::go(Screen::Person(Box::new(Person::again(visiting))))
    }

    /// Whether no other document helps: the person has voted.
    fn is_final(&self) -> bool {
        matches!(&self.verdict, Verdict::Refused { why, .. }
            if why.key == "refusal-already-voted-here")
    }

    fn help(&self) -> Step {
        Step::go(Screen::Assisting(Box::new(Assisting::new(self.clone()))))
    }

    fn paper(&self) -> Step {
        Step::go(Screen::Issuing(Box::new(Issuing::new(self.clone()))))
    }

    fn reasons(&self, purpose: Purpose) -> Step {
        Step::go(Screen::Reasons(Box::new(Reasons::new(
            purpose,
            self.clone(),
        ))))
    }

    fn register(&self, record: Record) -> Step {
        let form = Registration::new(record, self.clone());
        Step::go(Screen::Registration(Box::new(form)))
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let mut sheet = Sheet::new(look, frame, session, self.keys());
        match &self.verdict {
            Verdict::Admitted {
                how,
                resumed,
                notes,
            } => {
                let mut lines = vec![admitted_as(look, how)];
                if *resumed {
                    lines.push(look.text("operator-verdict-resumed"));
                }
                lines.extend(notes.iter().map(|note| look.notice(note)));
                lines.extend([String::new(), look.text("operator-verdict-turn")]);
                sheet.verdict(Tone::Good, &look.text("operator-verdict-admitted"), &lines);
                self.asides(&mut sheet, session);
            }
            Verdict::Refused { why, .. } if self.is_final() => {
                let title = look.text("operator-verdict-voted");
                sheet.verdict(Tone::Bad, &title, &[look.notice(why)]);
            }
            Verdict::Refused { why, exception } => {
                let lines = [look.notice(why)];
                sheet.verdict(Tone::Bad, &look.text("operator-verdict-refused"), &lines);
                sheet.aside("operator-verdict-nothing-spent");
                match exception {
                    Exception::Never => {}
                    Exception::ByPresident => sheet.say("operator-verdict-president"),
                    Exception::ByYou => sheet.say("operator-verdict-exception"),
                }
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
                self.asides(&mut sheet, session);
            }
        }
        if self.waiting {
            sheet.say("operator-moment");
        } else if self.scanned {
            sheet.write(&look.text("operator-verdict-first"), sheet.theme.warn());
        }
    }

    /// The help that was asked for, and warnings that never refuse.
    fn asides(&self, sheet: &mut Sheet<'_, '_>, session: &Session) {
        if let Some(help) = &self.visiting.help {
            let text = sheet.look.help(&help.assistance);
            sheet.write(&text, sheet.theme.title());
        }
        for warning in self.visiting.warnings(sheet.look, session.now.date()) {
            sheet.write(&warning, sheet.theme.warn());
        }
    }

    fn keys(&self) -> &'static [(&'static str, &'static str)] {
        match &self.verdict {
            Verdict::Admitted { .. } => &[
                ("Enter", "operator-do-hand-over"),
                ("Esc", "operator-do-leave-visit"),
                ("A", "operator-do-help-voter"),
                ("C", "operator-do-paper"),
                ("V", "operator-do-void"),
            ],
            Verdict::Refused { .. } if self.is_final() => &[("Enter", "operator-do-next-person")],
            Verdict::Refused {
                exception: Exception::ByYou,
                ..
            } => &[
                ("Enter", "operator-do-next-person"),
                ("Esc", "operator-do-correct"),
                ("P", "operator-do-exception"),
            ],
            Verdict::Refused { .. } => &[
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
                ("A", "operator-do-help-voter"),
                ("Esc", "operator-do-next-person"),
            ],
            Verdict::NotOnRoll {
                may_register: false,
                may_attest: false,
                ..
            } => &[
                ("←", "operator-do-correct"),
                ("Esc", "operator-do-next-person"),
            ],
            Verdict::NotOnRoll { .. } => &[
                ("1 2", "common-do-choose"),
                ("←", "operator-do-correct"),
                ("A", "operator-do-help-voter"),
                ("Esc", "operator-do-next-person"),
            ],
        }
    }
}

impl Look {
    /// Whose help, and why.
    pub fn help(&self, help: &Assistance) -> String {
        let (key, reason) = match help {
            Assistance::Staff { reason } => ("operator-help-staff", reason),
            Assistance::Companion { reason, .. } => ("operator-help-companion", reason),
        };
        let reason = self.text(&format!("assistance-{}", reason.word()));
        self.say(key, &[("reason", reason.into())])
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

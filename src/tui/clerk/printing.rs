//! Papers: the slip of the ballot at the screen, and the minutes.
//!
//! Invariants: a slip says what is true of its ballot when it is asked for, because the clerk and
//! not the screen knows it: offered, cast or opened. It says nothing else: no hour, no number, no
//! choice, so that a slip found on the floor tells nothing about when or by whom. No job here waits
//! for the printer. What was to be printed for a person who has left is forgotten.

#[cfg(test)]
mod tests;

use super::{StationClerk, Trouble};
use crate::ballot::Tracker;
use crate::batch::Offer;
use crate::consultation::{ConfigErrors, Mode};
use crate::envelope::Signed;
use crate::i18n::{Language, text};
use crate::printer::{Limits, NotPrinted, Paper, Printer, Style};
use crate::station::{Settings, Station};
use crate::tui::facts::{Equipment, Notice, PrintState, Value};
use crate::tui::work::Done;
use crate::voice::Engine;
use data_encoding::BASE64URL_NOPAD;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use zeroize::Zeroizing;

/// What has become of the ballot of a slip.
enum Fate {
    /// Offered; the bytes of the station's signed offer.
    Offered(Zeroizing<Vec<u8>>),
    Cast,
    Opened,
}

/// The ballot that a slip would be about.
struct Slip {
    tracker: Zeroizing<String>,
    fate: Fate,
}

/// The printer of an unlocked station.
#[derive(Default)]
pub(super) struct Printing {
    settings: Settings,
    problem: Option<Notice>,
    printer: Option<Printer>,
    slip: Option<Slip>,
    /// How the last paper stands; a later one has a place of its own.
    last: Arc<Mutex<PrintState>>,
}

impl Printing {
    /// Reads the station's settings; broken ones leave the station without printer, and say so.
    pub(super) fn open(dir: &Path) -> Self {
        Self::with(Settings::read(dir), Limits::default())
    }

    fn with(settings: Result<Settings, ConfigErrors>, limits: Limits) -> Self {
        let (settings, problem) = match settings {
            Ok(settings) => (settings, None),
            Err(errors) => (Settings::default(), Some(broken(&errors))),
        };
        let printer = settings
            .printer
            .clone()
            .map(|device| Printer::start(device, settings.columns, limits));
        let last = match &problem {
            Some(problem) => PrintState::NotPrinted(problem.clone()),
            None => PrintState::NoPrinter,
        };
        Self {
            settings,
            problem,
            printer,
            slip: None,
            last: Arc::new(Mutex::new(last)),
        }
    }

    /// What the settings say, for a screen.
    pub(super) fn equipment(&self) -> Equipment {
        Equipment {
            printer: self.settings.printer.as_ref().map(ToString::to_string),
            speech: self.settings.speech.clone(),
            speaks: matches!(Engine::detect(&self.settings.speech), Ok(Some(_))),
            problem: self.problem.clone(),
        }
    }

    /// A ballot is sealed and offered.
    pub(super) fn offered(&mut self, offer: &Signed<Offer>) {
        self.slip = Some(Slip::new(
            offer.value().tracker,
            Fate::Offered(Zeroizing::new(offer.bytes().to_vec())),
        ));
    }

    /// A ballot is in the box, on disk.
    pub(super) fn cast(&mut self, tracker: Tracker) {
        self.slip = Some(Slip::new(tracker, Fate::Cast));
    }

    /// A ballot is opened, on disk.
    pub(super) fn opened(&mut self, tracker: Tracker) {
        self.slip = Some(Slip::new(tracker, Fate::Opened));
    }

    /// The person has left, or the ballot is no more: no paper about it any more.
    pub(super) fn forget(&mut self) {
        if self.slip.take().is_some()
            && let Some(printer) = &self.printer
        {
            printer.forget_waiting();
        }
    }

    fn print(&mut self, paper: &Paper, keeps_order: bool) -> PrintState {
        let Some(printer) = &self.printer else {
            return self.state();
        };
        if keeps_order && printer.device().keeps() {
            let state = PrintState::NotPrinted(Notice::plain("print-kept"));
            self.last = Arc::new(Mutex::new(state.clone()));
            return state;
        }
        let device = printer.device().to_string();
        self.last = Arc::new(Mutex::new(PrintState::Going));
        let last = Arc::clone(&self.last);
        printer.print(paper, move |printed| {
            let state = match printed {
                Ok(()) => PrintState::Printed,
                Err(why) => PrintState::NotPrinted(notice(why, device)),
            };
            *last.lock().unwrap_or_else(PoisonError::into_inner) = state;
        });
        self.state()
    }

    fn state(&self) -> PrintState {
        self.last
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Slip {
    fn new(tracker: Tracker, fate: Fate) -> Self {
        Self {
            tracker: Zeroizing::new(tracker.short()),
            fate,
        }
    }

    fn paper(&self, station: &Station, language: Language) -> Paper {
        let say = |key: &str| text(language, key);
        let manifest = station.manifest().value();
        let board = format!("{}/T/", manifest.server.url);
        // Upper case keeps the code small; behind the `#` it does not leave the phone.
        let link = Zeroizing::new(format!("{board}{}", *self.tracker).to_uppercase());
        let mut paper = Paper::new();
        if manifest.mode == Mode::Training {
            paper = paper.write(say("operator-training"), Style::Title).gap();
        }
        paper = paper
            .write(manifest.consultation.title.get(language), Style::Strong)
            .text(manifest.consultation.authority.clone())
            .gap();
        let code = |paper: Paper, qr: &str| {
            paper
                .gap()
                .write(self.tracker.as_str(), Style::Code)
                .gap()
                .qr(qr)
                .gap()
        };
        match &self.fate {
            Fate::Offered(offer) => {
                let signed = Zeroizing::new(BASE64URL_NOPAD.encode(offer));
                let qr = Zeroizing::new(format!("{}#{}", *link, *signed));
                let paper = paper
                    .write(say("voter-offer-title"), Style::Title)
                    .gap()
                    .write(say("voter-offer-not-yet"), Style::Strong)
                    .gap()
                    .text(say("voter-offer-code"));
                code(paper, &qr)
                    .text(say("voter-offer-what"))
                    .gap()
                    .text(say("print-slip-signed"))
                    .gap()
                    .text(board)
            }
            Fate::Cast => code(paper.write(say("voter-slip-title"), Style::Title), &link)
                .text(say("voter-slip-proves"))
                .text(board)
                .gap()
                .text(say("voter-slip-not")),
            Fate::Opened => {
                let paper = paper
                    .write(say("voter-opened-title"), Style::Title)
                    .gap()
                    .write(say("print-slip-opened"), Style::Strong);
                code(paper, &link)
                    .text(say("voter-opened-where"))
                    .text(board)
            }
        }
    }
}

impl StationClerk {
    /// Prints the slip of the ballot at the screen, as it stands now. Never a failure of the vote.
    pub(super) fn print_slip(&mut self, language: Language) -> Done {
        if self.printing.printer.is_none() {
            return self.print_state();
        }
        let (Some(station), Some(slip)) = (&self.station, &self.printing.slip) else {
            let why = Notice::plain("print-forgotten");
            return Done::Print(PrintState::NotPrinted(why));
        };
        let paper = slip.paper(station, language);
        // In training a file that keeps slips shows what they look like.
        let live = station.manifest().value().mode == Mode::Live;
        Done::Print(self.printing.print(&paper, live))
    }

    /// Prints the minutes of the day closed last.
    pub(super) fn print_minutes(&mut self) -> Result<Done, Trouble> {
        let station = self.station.as_ref().ok_or(Trouble::State("locked"))?;
        let minutes = station
            .closed_minutes(None)?
            .ok_or(Trouble::State("no day was closed"))?;
        let paper = station.minutes_paper(&minutes);
        Ok(Done::Print(self.printing.print(&paper, false)))
    }

    /// How the last paper stands.
    pub(super) fn print_state(&self) -> Done {
        Done::Print(self.printing.state())
    }
}

fn broken(errors: &ConfigErrors) -> Notice {
    let first = errors.0.first();
    Notice::plain("print-settings")
        .with("line", Value::Number(first.map_or(1, |e| e.line as u64)))
        .with(
            "why",
            Value::Text(first.map_or_else(String::new, |e| e.message.clone())),
        )
}

fn notice(why: NotPrinted, device: String) -> Notice {
    let key = match why {
        NotPrinted::Missing => "print-missing",
        NotPrinted::NotAllowed => "print-not-allowed",
        NotPrinted::Unreachable => "print-unreachable",
        NotPrinted::NotReady => "print-not-ready",
        NotPrinted::Stuck => "print-stuck",
        NotPrinted::Full => "print-full",
        NotPrinted::Busy => "print-busy",
        NotPrinted::Forgotten => "print-forgotten",
        NotPrinted::TooLong | NotPrinted::Broken(_) => "print-failed",
    };
    Notice::plain(key).with("device", Value::Text(device))
}

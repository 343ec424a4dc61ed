//! What is to be confirmed, in words, in the frame of the voter's screens.

use super::{Confirming, Stage, What};
use crate::i18n::Arg;
use crate::station::Assistance;
#[cfg(test)]
use crate::tui::appearance::Reads;
use crate::tui::clock::day;
use crate::tui::facts;
use crate::tui::reading::{Ink, Reading};
use crate::tui::theme::Theme;
use crate::tui::voter::screens::{Framed, Keys, Look, column, overlay_keys, read_overlay};
use crate::tui::voter::speech::{self, Said};
use crate::tui::voter::{Overlay, Press, Target};
use crate::tui::widgets::{Choice, Tone};
use crate::tui::words;
use crate::tui::work::{Claim, RegistrationForm};
use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use std::mem::{Discriminant, discriminant};

/// Which screen this is, whatever has the focus on it, and its page.
pub(super) type At = (
    (
        Discriminant<Stage>,
        Discriminant<What>,
        Option<Discriminant<Overlay>>,
    ),
    usize,
);

impl Confirming {
    /// Draws the screen, and says what can be pointed at; `now` is the clock as it is to be shown.
    pub fn view(&self, frame: &mut Frame<'_>, theme: Theme, now: &str) -> Vec<Target> {
        self.framed(theme, frame.area()).draw(frame, now)
    }

    pub(super) fn at(&self) -> At {
        let overlay = self.overlay.as_ref().map(discriminant);
        let screen = (discriminant(&self.stage), discriminant(&self.what), overlay);
        (screen, self.page)
    }

    /// What can be heard; `None` without a voice.
    pub(super) fn said(&self) -> Option<Said<At>> {
        speech::is_on(self.reads, self.space.voice).then(|| {
            let framed = self.framed_here();
            Said {
                at: self.at(),
                reads: self.reads,
                heard: framed.heard(),
                keys: framed.heard_keys(),
            }
        })
    }

    /// On the terminal that the person has.
    pub(in crate::tui) fn framed_here(&self) -> Framed<'_> {
        self.framed(Theme::new(self.space.glyphs), self.space.area())
    }

    fn framed(&self, theme: Theme, area: Rect) -> Framed<'_> {
        let widest = column(self.reads.appearance.size, area);
        let look = Look::of(self.reads, &self.consultation, theme, area, widest);
        let (reading, keys) = match self.overlay {
            Some(overlay) => (
                read_overlay(&look, overlay, self.reads.appearance, self.space.voice),
                overlay_keys(&look, overlay),
            ),
            None => (self.read(&look), self.keys(&look)),
        };
        Framed {
            look,
            step: (
                look.say("confirming-place"),
                look.say("confirming-place-brief"),
            ),
            languages: self.languages(),
            keys,
            reading,
            page: self.page,
        }
    }

    fn keys(&self, look: &Look<'_>) -> Keys {
        let mut keys = match self.stage {
            Stage::Asking { .. } => vec![
                look.key("common-key-up-down", "common-do-move"),
                look.key("common-key-enter", "common-do-confirm"),
            ],
            Stage::Recording | Stage::HandingOver => return Keys::new(),
            Stage::Over(_) => vec![look.key("common-key-enter", "voter-over-staff")],
            Stage::Alone(_) => vec![look.key("common-key-enter", "common-do-next")],
        };
        if self.languages().len() > 1 {
            keys.push(look.function_key("F2", "common-do-language", Press::Language));
        }
        keys.push(look.function_key("F3", "common-do-appearance", Press::Appearance));
        if !matches!(self.stage, Stage::Over(_)) {
            keys.push(look.function_key("F9", "voter-key-leave", Press::Leave));
        }
        keys
    }

    fn read(&self, look: &Look<'_>) -> Reading {
        let mut page = Reading::default();
        match &self.stage {
            Stage::Asking { focus } => self.read_what(&mut page, look, *focus),
            Stage::Recording | Stage::HandingOver => {
                page.panel(Tone::Calm, look.say("operator-moment"), Vec::new());
            }
            Stage::Over(notice) => {
                let give_back = look.say("voter-over-give-back");
                let lines = vec![said(look, notice), String::new(), give_back];
                page.panel(Tone::Calm, look.say("voter-over-thanks"), lines);
            }
            Stage::Alone(notice) => {
                let alone = look.say("confirming-alone");
                let lines = vec![said(look, notice), String::new(), alone];
                page.panel(Tone::Warn, look.say("confirming-help-title"), lines);
            }
        }
        page
    }

    fn read_what(&self, page: &mut Reading, look: &Look<'_>, focus: Option<usize>) {
        let rows = match &self.what {
            What::Declaration { form, birth, .. } => {
                page.title(look.say("confirming-declaration-title"))
                    .gap()
                    .text(Ink::Text, self.declared(look, form, *birth));
                let notice = self.consultation.desk.privacy_notice.get(look.language);
                for paragraph in notice.lines().filter(|l| !l.trim().is_empty()) {
                    page.gap().text(Ink::Dim, paragraph.trim());
                }
                ["confirming-yes", "confirming-no"]
            }
            What::Help(help) => {
                let (key, reason) = match &help.assistance {
                    Assistance::Staff { reason } => ("confirming-help-staff", reason),
                    Assistance::Companion { reason, .. } => ("confirming-help-companion", reason),
                };
                let reason = look.say(&format!("assistance-{}", reason.word()));
                page.title(look.say("confirming-help-title"))
                    .gap()
                    .text(Ink::Text, look.say_with(key, &[("reason", reason.into())]))
                    .gap()
                    .text(Ink::Dim, look.say("confirming-help-notice"));
                ["confirming-help-yes", "confirming-help-no"]
            }
        };
        let (how, ink) = if self.too_soon {
            ("voter-offer-move-first", Ink::Bad)
        } else {
            ("voter-offer-how", Ink::Key)
        };
        let rows = (1..).zip(rows).map(|(n, key)| Choice {
            number: Some(n),
            ..Choice::action(look.say(key))
        });
        page.gap()
            .with_rows()
            .text(ink, look.say(how))
            .rows(rows.collect(), focus);
    }

    /// The declaration in one sentence.
    fn declared(&self, look: &Look<'_>, form: &RegistrationForm, birth: NaiveDate) -> String {
        let (key, area, reason) = match &form.claim {
            Claim::CityUser { reason, area } => (
                "confirming-city-user",
                area,
                look.say(&format!("declared-{}", reason.word())),
            ),
            Claim::Residence { area } => ("confirming-residence", area, String::new()),
        };
        let area = self
            .consultation
            .area(area)
            .map_or_else(|| area.clone(), |a| a.name.clone());
        let names = &form.names;
        let who = format!("{} {}", names.surname(), names.given_names());
        let values: [(&str, Arg); 4] = [
            ("who", who.trim().to_owned().into()),
            ("birth", day(birth).into()),
            ("reason", reason.into()),
            ("area", area.into()),
        ];
        look.say_with(key, &values)
    }
}

/// What tests look at, and set, from outside.
#[cfg(test)]
impl Confirming {
    pub(in crate::tui) fn read_as(&mut self, reads: Reads, page: usize) {
        self.reads = reads;
        self.page = page;
    }

    pub(in crate::tui) fn page(&self) -> (usize, usize) {
        (self.page, self.framed_here().paging().pages)
    }
}

/// A message in words.
fn said(look: &Look<'_>, notice: &facts::Notice) -> String {
    let look = words::Look {
        theme: look.theme(),
        language: look.language,
    };
    look.notice(notice)
}

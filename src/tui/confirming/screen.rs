//! Drawing what is to be confirmed.

use super::{Confirming, Stage, What};
use crate::i18n::{Arg, text, text_with};
use crate::station::Assistance;
use crate::tui::clock::day;
use crate::tui::theme::Theme;
use crate::tui::widgets::{
    Choice, Header, Tone, below, choice_list, column_of, languages, page, paragraph, verdict,
};
use crate::tui::words::Look;
use crate::tui::work::{Claim, RegistrationForm};
use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

/// The widest column of text, as on the voter's screens.
const TEXT: u16 = 84;

impl Confirming {
    /// Draws the screen; `now` is the clock as it is to be shown.
    pub fn view(&self, frame: &mut Frame<'_>, theme: Theme, now: &str) {
        let look = Look {
            theme,
            language: self.language,
        };
        let title = self.consultation.title.get(self.language);
        let (place, state) = (
            look.text("confirming-place"),
            languages(&self.languages(), self.language),
        );
        let header = Header {
            title: &format!("{title}, {}", self.consultation.authority),
            brief: title,
            right: now,
            place: &place,
            state: &state,
        };
        let footer = self.keys(&look);
        let footer: Vec<(&str, String)> = footer
            .iter()
            .map(|(key, what)| (key.as_str(), what.clone()))
            .collect();
        let body = page(frame, theme, &header, &footer);
        let area = below(column_of(body, TEXT), 1);
        match (&self.stage, self.choosing) {
            (_, Some(focus)) => self.draw_languages(frame, area, theme, focus),
            (Stage::Asking { focus }, _) => self.draw_what(frame, area, &look, *focus),
            (Stage::Recording | Stage::HandingOver, _) => {
                paragraph(frame, area, theme.text(), &look.text("operator-moment"));
            }
            (Stage::Over(notice), _) => {
                let lines = [
                    look.notice(notice),
                    String::new(),
                    look.text("voter-over-give-back"),
                ];
                let title = look.text("voter-over-thanks");
                verdict(frame, area, theme, Tone::Calm, &title, &lines);
            }
            (Stage::Alone(notice), _) => {
                let lines = [
                    look.notice(notice),
                    String::new(),
                    look.text("confirming-alone"),
                ];
                let title = look.text("confirming-help-title");
                verdict(frame, area, theme, Tone::Warn, &title, &lines);
            }
        }
    }

    fn keys(&self, look: &Look) -> Vec<(String, String)> {
        let key = |name: &str, does: &str| (look.text(name), look.text(does));
        let mut keys = Vec::new();
        if self.choosing.is_some() || matches!(self.stage, Stage::Asking { .. }) {
            keys.push(("1 2".to_owned(), look.text("common-do-choose")));
            keys.push(key("common-key-up-down", "common-do-move"));
        }
        keys.push(key("common-key-enter", "common-do-confirm"));
        if self.languages().len() > 1 {
            keys.push(("F2".to_owned(), look.text("common-do-language")));
        }
        keys
    }

    fn draw_languages(&self, frame: &mut Frame<'_>, area: Rect, theme: Theme, focus: usize) {
        let mut rest = area;
        for language in self.languages() {
            let ask = text(language, "voter-language-ask");
            rest = paragraph(frame, rest, theme.title(), &ask);
        }
        let rows: Vec<Choice> = (1..)
            .zip(self.languages())
            .map(|(n, l)| Choice {
                number: Some(n),
                ..Choice::action(l.own_name())
            })
            .collect();
        choice_list(frame, below(rest, 1), theme, &rows, Some(focus), |_, _| {
            String::new()
        });
    }

    fn draw_what(&self, frame: &mut Frame<'_>, area: Rect, look: &Look, focus: Option<usize>) {
        let theme = look.theme;
        let (title, declared, notice, rows) = match &self.what {
            What::Declaration { form, birth, .. } => (
                "confirming-declaration-title",
                self.declared(look, form, *birth),
                self.consultation
                    .desk
                    .privacy_notice
                    .get(self.language)
                    .to_owned(),
                ["confirming-yes", "confirming-no"],
            ),
            What::Help(help) => {
                let (key, reason) = match &help.assistance {
                    Assistance::Staff { reason } => ("confirming-help-staff", reason),
                    Assistance::Companion { reason, .. } => ("confirming-help-companion", reason),
                };
                let reason = look.text(&format!("assistance-{}", reason.word()));
                (
                    "confirming-help-title",
                    look.say(key, &[("reason", reason.into())]),
                    look.text("confirming-help-notice"),
                    ["confirming-help-yes", "confirming-help-no"],
                )
            }
        };
        let rest = paragraph(frame, area, theme.title(), &look.text(title));
        let rest = paragraph(frame, below(rest, 1), theme.text(), &declared);
        let rest = paragraph(frame, below(rest, 1), theme.dim(), &notice);
        let rows: Vec<Choice> = (1..)
            .zip(rows)
            .map(|(n, key)| Choice {
                number: Some(n),
                ..Choice::action(look.text(key))
            })
            .collect();
        choice_list(frame, below(rest, 1), theme, &rows, focus, |_, _| {
            String::new()
        });
    }

    /// The declaration in one sentence.
    fn declared(&self, look: &Look, form: &RegistrationForm, birth: NaiveDate) -> String {
        let (key, area, reason) = match &form.claim {
            Claim::CityUser { reason, area } => (
                "confirming-city-user",
                area,
                text(look.language, &format!("declared-{}", reason.word())),
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
        text_with(look.language, key, &values)
    }
}

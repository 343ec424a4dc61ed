//! Drawing the form, and what looks wrong in it.

use super::{Field, Record, Registration};
use crate::identity::{Difference, DocumentWarning};
use crate::tui::model::Session;
use crate::tui::operator::desk::zone_line;
use crate::tui::operator::sheet::Sheet;
use crate::tui::operator::visiting::difference;
use crate::tui::words::Look;
use chrono::NaiveDate;
use ratatui::Frame;

/// What may be wrong with the form.
pub(super) enum Doubt {
    /// Names that differ from the code.
    Difference(Difference),
    /// A number or an expiry that such documents do not have.
    Document(DocumentWarning),
}

impl Registration {
    /// Where names and number look wrong; they may be right all the same.
    pub(super) fn doubts(&self, today: NaiveDate) -> Vec<Doubt> {
        let differences = self.visiting.differences().into_iter();
        let document = self.visiting.document.iter();
        let unusual = document.flat_map(|d| d.warnings(today));
        differences
            .map(Doubt::Difference)
            .chain(unusual.map(Doubt::Document))
            .collect()
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let enter = if self.focus + 1 == self.fields().len() {
            "operator-do-show-person"
        } else {
            "common-do-next"
        };
        let keys = [
            ("Enter", enter),
            ("↑ ↓", "common-do-move"),
            ("Esc", "common-do-back"),
        ];
        let consultation = &session.station.consultation;
        let mut sheet = Sheet::new(look, frame, session, &keys);
        let title = match self.record {
            Record::CityUser => "operator-registration-city-user",
            Record::Residence => "operator-registration-residence",
        };
        sheet.write(&look.text(title), sheet.theme.title());
        let labels = [
            ("operator-registration-surname", Field::Surname),
            ("operator-registration-given-names", Field::GivenNames),
            ("operator-registration-number", Field::Number),
        ];
        for ((label, field), text) in labels.into_iter().zip(&self.texts) {
            sheet.field(label, 20, 40, text, self.on(field));
        }
        if self.record == Record::CityUser {
            sheet.say("operator-registration-reason");
            let names: Vec<String> = consultation
                .eligibility
                .city_user_reasons
                .iter()
                .map(|r| look.reason(*r))
                .collect();
            sheet.maybe_chosen(&names, self.reason, self.on(Field::Reason));
        }
        sheet.say("operator-registration-area");
        let areas = Look::areas(&consultation.areas);
        sheet.maybe_chosen(&areas, self.area, self.on(Field::Area));
        if let Some((have, of)) = self.scanning.waiting() {
            zone_line(&mut sheet, have, of);
        } else if let Some(problem) = &self.problem {
            sheet.problem(Some(&look.notice(problem)));
        } else if self.waiting {
            sheet.say("operator-moment");
        } else if self.told {
            // The next step first: at 24 rows there may be no room for every doubt.
            sheet.say("operator-registration-told");
            for doubt in self.doubts(session.now.date()) {
                let text = match doubt {
                    Doubt::Difference(d) => difference(look, d),
                    Doubt::Document(w) => look.text(&format!("warning-{}", w.word())),
                };
                sheet.write(&text, sheet.theme.warn());
            }
        } else if self.focus + 1 == self.fields().len() {
            sheet.aside("operator-registration-then");
        }
    }
}

//! Draws the model. Nothing is decided here.

use super::clock::hour;
use super::model::{Model, Screen};
use super::operator;
use super::voter::Target;
use super::widgets::too_small;
use crate::i18n::{Language, text};
use ratatui::Frame;

/// Draws the whole screen, and says what can be pointed at.
pub fn view(model: &Model, frame: &mut Frame<'_>) -> Vec<Target> {
    let language = match &model.screen {
        Screen::Voter(voter) => voter.language(),
        Screen::Confirming(confirming) => confirming.language(),
        _ => model.look.language,
    };
    if too_small(frame, model.look.theme, language) {
        return Vec::new();
    }
    let mut targets = Vec::new();
    match &model.screen {
        Screen::Voter(voter) => {
            targets = voter.view(frame, model.look.theme, &for_voter(model, language));
        }
        Screen::Confirming(confirming) => {
            targets = confirming.view(frame, model.look.theme, &for_voter(model, language));
        }
        Screen::Returning(returning) => returning.view(&model.look, model.training, frame),
        screen => operator::view(model, screen, frame),
    }
    model.look.theme.settle(frame);
    targets
}

/// What a voter sees of the station: the hour, and that it is training where it is.
fn for_voter(model: &Model, language: Language) -> String {
    let hour = model
        .session
        .as_ref()
        .map(|s| hour(s.now))
        .unwrap_or_default();
    if model.training {
        format!("{}  {hour}", text(language, "operator-training"))
    } else {
        hour
    }
}

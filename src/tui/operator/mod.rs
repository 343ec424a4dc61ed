//! The operator's screens, one file each: state, `update` and `view`.
//!
//! Every screen answers an input with a [`Step`]; none does I/O, none draws another.

pub mod assisting;
mod choosing;
pub mod closing;
pub mod computing;
pub mod counting;
pub mod desk;
pub mod document;
pub mod exchange;
pub mod minutes;
pub mod opening;
pub mod overlay;
pub mod paper;
pub mod person;
pub mod reasons;
pub mod registration;
pub mod returning;
mod scanning;
mod second;
mod sheet;
pub mod unlock;
pub mod verdict;
pub mod visiting;

use super::model::{Model, Screen, Session};
use super::step::{Input, Step};
use super::words::Look;
use ratatui::Frame;

/// Gives an input to the active screen. The voter's screens are not reached this way.
///
/// A scanner's keys reach the screens that have a field for them; on the others they do nothing.
pub fn update(screen: &mut Screen, input: Input, session: Option<&mut Session>) -> Step {
    let input = match (&*screen, input) {
        (Screen::Desk(_) | Screen::Computing(_), Input::Swift(key)) => Input::Key(key),
        (_, input) => input,
    };
    match (screen, session) {
        (Screen::Unlock(unlock), _) => unlock.update(input),
        (Screen::Returning(returning), _) => returning.update(input),
        (Screen::Voter(_) | Screen::Confirming(_), _) | (_, None) => Step::stay(),
        (Screen::Opening(s), Some(session)) => s.update(input, session),
        (Screen::Desk(s), Some(session)) => s.update(input, session),
        (Screen::Document(s), Some(_)) => s.update(input),
        (Screen::Computing(s), Some(session)) => s.update(input, session),
        (Screen::Person(s), Some(session)) => s.update(input, session),
        (Screen::Verdict(s), Some(session)) => s.update(&input, session),
        (Screen::Assisting(s), Some(session)) => s.update(input, session),
        (Screen::Reasons(s), Some(_)) => s.update(input),
        (Screen::Issuing(s), Some(_)) => s.update(&input),
        (Screen::Paper(s), Some(session)) => s.update(input, session),
        (Screen::Registration(s), Some(session)) => s.update(input, session),
        (Screen::Closing(s), Some(session)) => s.update(input, session),
        (Screen::Minutes(s), Some(session)) => s.update(&input, session),
        (Screen::Exchange(s), Some(session)) => s.update(input, session),
        (Screen::Counting(s), Some(_)) => s.update(input),
    }
}

/// Whether every sign belongs to a passphrase, also the one that asks for help elsewhere.
pub fn is_typing_secret(screen: &Screen) -> bool {
    match screen {
        Screen::Opening(s) => s.is_typing_secret(),
        Screen::Closing(s) => s.is_typing_secret(),
        Screen::Paper(s) => s.is_typing_secret(),
        _ => false,
    }
}

/// The clerk could not do what the screen waits for: keys work again.
pub fn release(screen: &mut Screen) {
    match screen {
        Screen::Opening(s) => s.waiting = false,
        Screen::Document(s) => s.waiting = false,
        Screen::Verdict(s) => s.waiting = false,
        Screen::Person(s) => s.release(),
        Screen::Assisting(s) => s.waiting = false,
        Screen::Registration(s) => s.waiting = false,
        Screen::Reasons(s) => s.waiting = false,
        Screen::Issuing(s) => s.waiting = false,
        Screen::Paper(s) => s.release(),
        Screen::Closing(s) => s.waiting = false,
        Screen::Exchange(s) => s.release(),
        Screen::Counting(s) => s.release(),
        Screen::Minutes(s) => s.release(),
        Screen::Unlock(_)
        | Screen::Desk(_)
        | Screen::Computing(_)
        | Screen::Confirming(_)
        | Screen::Returning(_)
        | Screen::Voter(_) => {}
    }
}

/// Draws an operator's screen and what lies over it.
pub fn view(model: &Model, screen: &Screen, frame: &mut Frame<'_>) {
    let look = &model.look;
    let Some(session) = &model.session else {
        if let Screen::Unlock(unlock) = screen {
            match &model.overlay {
                Some(overlay) => overlay.view_locked(look, model.training, frame),
                None => unlock.view(look, model.training, &model.hint, frame),
            }
        }
        return;
    };
    match &model.overlay {
        Some(overlay) => overlay.view(look, session, screen, frame),
        None => view_screen(look, session, screen, frame),
    }
    if let Some(seconds) = model.locks_in() {
        let text = look.say("operator-locks-soon", &[("n", seconds.into())]);
        sheet::announce(frame, look.theme, &text);
    }
}

fn view_screen(look: &Look, session: &Session, screen: &Screen, frame: &mut Frame<'_>) {
    match screen {
        Screen::Opening(s) => s.view(look, session, frame),
        Screen::Desk(s) => s.view(look, session, frame),
        Screen::Document(s) => s.view(look, session, frame),
        Screen::Verdict(s) => s.view(look, session, frame),
        Screen::Computing(s) => s.view(look, session, frame),
        Screen::Person(s) => s.view(look, session, frame),
        Screen::Assisting(s) => s.view(look, session, frame),
        Screen::Reasons(s) => s.view(look, session, frame),
        Screen::Registration(s) => s.view(look, session, frame),
        Screen::Issuing(s) => s.view(look, session, frame),
        Screen::Paper(s) => s.view(look, session, frame),
        Screen::Closing(s) => s.view(look, session, frame),
        Screen::Minutes(s) => s.view(look, session, frame),
        Screen::Exchange(s) => s.view(look, session, frame),
        Screen::Counting(s) => s.view(look, session, frame),
        Screen::Unlock(_) | Screen::Confirming(_) | Screen::Voter(_) | Screen::Returning(_) => {}
    }
}

//! What each message does to the model. No input or output happens here.
//!
//! Keys go to one place only: the overlay if there is one, else the screen. The voter's screens
//! and the PIN screen are given their keys before any key of the operators is looked at, so no
//! key of theirs can lead to an operator's screen.

use super::facts::Notice;
use super::model::{Cmd, Model, Msg, Screen, Session};
use super::operator::overlay::{Overlay, OverlayStep};
use super::operator::returning::Returning;
use super::operator::{self, unlock::Unlock};
use super::step::{Input, Step};
use super::voter::{VoterEffect, VoterModel, VoterMsg};
use super::work::{Done, Job};
use crossterm::event::{KeyCode, KeyEvent};
use std::time::Duration;

/// Moves the model on.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Cmd> {
    if !matches!(msg, Msg::Tick(_)) {
        model.changed = true;
    }
    match msg {
        Msg::Key(key) => press(model, key),
        Msg::Paste(text) => match &model.overlay {
            None => to_screen(model, Input::Paste(text)),
            Some(_) => Vec::new(),
        },
        Msg::Resized => Vec::new(),
        Msg::Tick(time) => tick(model, time),
        Msg::Done(done) => answer(model, done),
    }
}

fn press(model: &mut Model, key: KeyEvent) -> Vec<Cmd> {
    if model.screen.is_public() {
        return to_screen(model, Input::Key(key));
    }
    if let Some(overlay) = &mut model.overlay {
        let step = match &model.session {
            Some(session) => overlay.key(key, session),
            None => OverlayStep::Close,
        };
        return overlaid(model, step, key);
    }
    let training_people = model.session.as_ref().is_some_and(|s| !s.station.demo_people.is_empty());
    match key.code {
        KeyCode::F(1) => model.overlay = Some(Overlay::Help),
        KeyCode::Char('?') if model.session.is_some() => model.overlay = Some(Overlay::Help),
        KeyCode::F(3) if training_people => model.overlay = Some(Overlay::People { chosen: 0 }),
        KeyCode::F(10) if model.session.is_some() => return lock(model),
        _ => return to_screen(model, Input::Key(key)),
    }
    Vec::new()
}

fn overlaid(model: &mut Model, step: OverlayStep, key: KeyEvent) -> Vec<Cmd> {
    match step {
        OverlayStep::Stay if key.code == KeyCode::F(10) && model.session.is_some() => {
            return lock(model);
        }
        OverlayStep::Stay => {}
        OverlayStep::Close => model.overlay = None,
        OverlayStep::Take(code) => {
            model.overlay = None;
            if let Screen::Desk(desk) = &mut model.screen {
                desk.fill(&code);
            }
        }
    }
    Vec::new()
}

/// The station is locked at once; whatever the clerk still answers to older jobs is ignored.
fn lock(model: &mut Model) -> Vec<Cmd> {
    model.session = None;
    model.overlay = None;
    model.screen = Screen::Unlock(Unlock::locking());
    vec![Cmd::Work(Job::Lock)]
}

fn tick(model: &mut Model, time: Duration) -> Vec<Cmd> {
    model.fraction += time;
    if model.fraction >= Duration::from_secs(1) {
        model.fraction = Duration::ZERO;
        model.changed = true;
    }
    let mut cmds = to_screen(model, Input::Tick(time));
    if let Some(session) = &mut model.session {
        session.now += chrono::Duration::from_std(time).unwrap_or_default();
        session.refresh.pass(time);
        // Only at the desk: elsewhere the clerk may have long work, and nobody looks at counts.
        if session.refresh.left() == 0 && matches!(model.screen, Screen::Desk(_)) {
            session.refresh = super::clock::Wait::of(60);
            cmds.push(Cmd::Work(Job::Status));
        }
    }
    cmds
}

fn answer(model: &mut Model, done: Done) -> Vec<Cmd> {
    match (done, &mut model.session) {
        (Done::Status(status), session) => {
            if let Some(session) = session {
                session.learn(*status);
            }
            Vec::new()
        }
        (Done::Failed { key, detail }, session) => {
            let known = session.is_some();
            failed(model, key, detail, known)
        }
        (done, _) => to_screen(model, Input::Done(done)),
    }
}

/// Something that should not happen did. Operators are told; a voter hears what it means for
/// the ballot, and nothing technical.
fn failed(model: &mut Model, key: &'static str, detail: String, unlocked: bool) -> Vec<Cmd> {
    match &mut model.screen {
        Screen::Voter(voter) => {
            // The voter's screens ignore the answer they do not wait for.
            let mut effects = voter.update(VoterMsg::SealFailed);
            effects.extend(voter.update(VoterMsg::CastFailed(model.look.text(key))));
            voter_effects(model, effects)
        }
        Screen::Returning(returning) => {
            returning.failed(Notice::plain("operator-return-failed"));
            Vec::new()
        }
        Screen::Unlock(unlock) => {
            unlock.failed(key);
            Vec::new()
        }
        screen => {
            operator::release(screen);
            if unlocked {
                model.overlay = Some(Overlay::Trouble { key, detail });
            }
            Vec::new()
        }
    }
}

fn to_screen(model: &mut Model, input: Input) -> Vec<Cmd> {
    if let Screen::Voter(voter) = &mut model.screen {
        if matches!(input, Input::Tick(_)) {
            model.changed = true;
        }
        let Some(msg) = for_voter(input, &model.look) else { return Vec::new() };
        let effects = voter.update(msg);
        return voter_effects(model, effects);
    }
    let step = operator::update(&mut model.screen, input, model.session.as_mut());
    take(model, step)
}

fn take(model: &mut Model, step: Step) -> Vec<Cmd> {
    let mut cmds: Vec<Cmd> = step.jobs.into_iter().map(Cmd::Work).collect();
    if let Some((station, status)) = step.unlocked {
        model.training |= station.training;
        let session = Session::new(*station, *status);
        model.screen = session.home();
        model.session = Some(session);
    }
    if let (true, Some(session)) = (step.home, &model.session) {
        model.screen = session.home();
        cmds.push(Cmd::Work(Job::Status));
    }
    if let (true, Some(session)) = (step.hand_over, &model.session) {
        let voter = VoterModel::new(&session.station.consultation, session.station.training);
        model.overlay = None;
        model.screen = Screen::Voter(Box::new(voter));
    }
    if let Some(screen) = step.go {
        model.screen = *screen;
    }
    if step.quit {
        cmds.push(Cmd::Quit);
    }
    cmds
}

fn for_voter(input: Input, look: &super::words::Look) -> Option<VoterMsg> {
    Some(match input {
        Input::Key(key) => VoterMsg::Key(key),
        Input::Tick(time) => VoterMsg::Tick(time),
        Input::Paste(_) => return None,
        Input::Done(done) => match done {
            Done::Sealed { tracker_text, qr_text } => VoterMsg::Sealed { tracker_text, qr_text },
            Done::SealFailed => VoterMsg::SealFailed,
            Done::CastDone => VoterMsg::CastDone,
            Done::CastFailed(notice) => VoterMsg::CastFailed(look.notice(&notice)),
            _ => return None,
        },
    })
}

fn voter_effects(model: &mut Model, effects: Vec<VoterEffect>) -> Vec<Cmd> {
    let mut cmds = Vec::new();
    for effect in effects {
        match effect {
            VoterEffect::Seal(answers) => cmds.push(Cmd::Work(Job::Seal(answers))),
            VoterEffect::WipeSeal => cmds.push(Cmd::Work(Job::WipeSeal)),
            VoterEffect::Cast => cmds.push(Cmd::Work(Job::Cast)),
            VoterEffect::GiveBack { voted } => {
                if !voted {
                    cmds.push(Cmd::Work(Job::LeaveVoter));
                }
                model.screen = Screen::Returning(Returning::default());
            }
        }
    }
    cmds
}

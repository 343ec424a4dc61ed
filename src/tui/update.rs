//! What each message does to the model. No input or output happens here.
//!
//! Keys go to one place only: the overlay if there is one, else the screen. The voter's screens,
//! the screen on which a person confirms and the PIN screen are given their keys before any key of the operators is looked at, so no
//! key of theirs can lead to an operator's screen.

mod voting;

use super::clock::Wait;
use super::facts::Notice;
use super::model::{Cmd, Model, Msg, Screen, Session};
use super::operator::overlay::{Overlay, OverlayStep};
use super::operator::returning::Returning;
use super::operator::{self, unlock::Unlock};
use super::step::{HandOver, Input, Step};
use super::voter::order::split_mix;
use super::voter::{VoterModel, VoterMsg};
use super::widgets::{MIN_COLUMNS, MIN_ROWS};
use super::work::{Done, Job};
use crate::i18n::Language;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::sync::Arc;
use std::time::Duration;
use voting::{to_voter, voter_effects};

/// Moves the model on.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Cmd> {
    // Somebody is there, or the clerk is at work; asking how the day stands is neither.
    if !matches!(msg, Msg::Tick(_) | Msg::Done(Done::Status(_))) {
        model.idle = Duration::ZERO;
    }
    // What cannot be seen cannot be meant.
    if model.too_small
        && matches!(
            msg,
            Msg::Key(_) | Msg::Swift(_) | Msg::Paste(_) | Msg::Pointed(_)
        )
    {
        return Vec::new();
    }
    if !matches!(msg, Msg::Tick(_)) {
        model.changed = true;
    }
    match msg {
        Msg::Key(key) => press(model, key),
        Msg::Swift(key) => match &model.overlay {
            None => to_screen(model, Input::Swift(key)),
            Some(_) => Vec::new(),
        },
        Msg::Pointed(press) => match &mut model.screen {
            Screen::Voter(voter) if !voter.is_over() => {
                voter_effects(voter.update(VoterMsg::Pointed(press)))
            }
            Screen::Confirming(confirming) => {
                let step = confirming.pointed(press);
                take(model, step)
            }
            _ => Vec::new(),
        },
        Msg::Paste(text) => match &model.overlay {
            None => to_screen(model, Input::Paste(text)),
            Some(_) => Vec::new(),
        },
        Msg::Resized { columns, rows } => {
            model.too_small = columns < MIN_COLUMNS || rows < MIN_ROWS;
            model.size = (columns, rows);
            let space = model.space();
            match &mut model.screen {
                Screen::Voter(voter) => voter_effects(voter.update(VoterMsg::Shown(space))),
                Screen::Confirming(confirming) => {
                    let step = confirming.shown(space);
                    take(model, step)
                }
                _ => Vec::new(),
            }
        }
        Msg::PointedAt(_) => Vec::new(),
        Msg::TerminalLost => vec![Cmd::Work(Job::Lock), Cmd::Quit],
        Msg::Tick(time) => tick(model, time),
        Msg::Done(done) => answer(model, done),
    }
}

fn press(model: &mut Model, key: KeyEvent) -> Vec<Cmd> {
    if model.screen.is_public() {
        return to_screen(model, Input::Key(key));
    }
    let key = function_key(key);
    if let Some(overlay) = &mut model.overlay {
        let step = match &model.session {
            Some(session) => overlay.key(key, session),
            None => OverlayStep::Close,
        };
        return overlaid(model, step, key);
    }
    let training_people = model
        .session
        .as_ref()
        .is_some_and(|s| !s.station.demo_people.is_empty());
    match key.code {
        KeyCode::F(1) => model.overlay = Some(Overlay::Help),
        KeyCode::Char('?')
            if model.session.is_some() && !operator::is_typing_secret(&model.screen) =>
        {
            model.overlay = Some(Overlay::Help);
        }
        KeyCode::F(3) if training_people => model.overlay = Some(Overlay::People { chosen: 0 }),
        KeyCode::F(10) if model.session.is_some() => return lock(model),
        _ => return to_screen(model, Input::Key(key)),
    }
    Vec::new()
}

/// Terminals and desktops keep some function keys for themselves: on the operator's screens a
/// letter with Ctrl stands for each.
fn function_key(key: KeyEvent) -> KeyEvent {
    let letter = match key.code {
        KeyCode::Char(letter) if key.modifiers == KeyModifiers::CONTROL => letter,
        _ => return key,
    };
    let n = match letter.to_ascii_lowercase() {
        'p' => 3,
        't' => 4,
        's' => 6,
        'd' => 8,
        'r' => 9,
        'l' => 10,
        _ => return key,
    };
    KeyEvent::new(KeyCode::F(n), KeyModifiers::NONE)
}

fn overlaid(model: &mut Model, step: OverlayStep, key: KeyEvent) -> Vec<Cmd> {
    match step {
        OverlayStep::Stay if key.code == KeyCode::F(10) && model.session.is_some() => {
            return lock(model);
        }
        OverlayStep::Stay => {}
        OverlayStep::Close => model.overlay = None,
        OverlayStep::Read => {
            model.overlay = None;
            return vec![Cmd::Work(Job::FoundRead)];
        }
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
    model.idle = Duration::ZERO;
    model.screen = Screen::Unlock(Unlock::locking());
    vec![Cmd::Work(Job::Lock)]
}

fn tick(model: &mut Model, time: Duration) -> Vec<Cmd> {
    let mut cmds = Vec::new();
    model.fraction += time;
    if model.fraction >= Duration::from_secs(1) {
        model.fraction = Duration::ZERO;
        model.changed = true;
        if let Screen::Voter(voter) = &mut model.screen {
            let effects = voter.update(VoterMsg::Tick);
            cmds.extend(voter_effects(effects));
        }
    }
    cmds.extend(to_screen(model, Input::Tick(time)));
    match model.patience() {
        None => model.idle = Duration::ZERO,
        Some(left) if left <= time => {
            cmds.extend(lock(model));
            return cmds;
        }
        Some(_) => model.idle += time,
    }
    if let Some(session) = &mut model.session {
        session.now += chrono::Duration::from_std(time).unwrap_or_default();
        session.refresh.pass(time);
        // Only at the desk: elsewhere the clerk may have long work, and nobody looks at counts.
        if session.refresh.left() == 0 && matches!(model.screen, Screen::Desk(_)) {
            session.refresh = Wait::of(60);
            cmds.push(Cmd::Work(Job::Status));
        }
    }
    cmds
}

fn answer(model: &mut Model, done: Done) -> Vec<Cmd> {
    match done {
        Done::Status(status) => {
            if let Some(session) = &mut model.session {
                session.learn(*status);
            }
            Vec::new()
        }
        Done::Failed { key, detail } => failed(model, key, detail),
        Done::Operators {
            operators,
            training,
        } => {
            model.training |= training;
            to_screen(
                model,
                Input::Done(Done::Operators {
                    operators,
                    training,
                }),
            )
        }
        Done::Unlocked { station, status } => {
            let speech = station.equipment.speech.clone();
            let done = Done::Unlocked { station, status };
            let mut cmds = to_screen(model, Input::Done(done));
            cmds.push(Cmd::Voice(speech));
            cmds
        }
        done => to_screen(model, Input::Done(done)),
    }
}

/// Something that should not happen did. A voter hears what it means for the ballot, and
/// nothing technical; operators are told once the screen is theirs.
fn failed(model: &mut Model, key: &'static str, detail: String) -> Vec<Cmd> {
    let trouble = Overlay::Trouble {
        notice: Notice::plain(key),
        detail,
    };
    match &mut model.screen {
        Screen::Voter(voter) => {
            // The voter's screens take no notice of the answer they do not wait for.
            let mut effects = voter.update(VoterMsg::SealFailed);
            effects.extend(voter.update(VoterMsg::CastFailed));
            effects.extend(voter.update(VoterMsg::OpenFailed));
            model.after_return = Some(trouble);
            return voter_effects(effects);
        }
        Screen::Confirming(confirming) => {
            let step = confirming.failed("confirming-failed");
            model.after_return = Some(trouble);
            return take(model, step);
        }
        Screen::Returning(returning) => returning.failed(Notice::plain("operator-return-failed")),
        Screen::Unlock(unlock) => unlock.failed(key),
        screen => {
            operator::release(screen);
            model.overlay = Some(trouble);
        }
    }
    Vec::new()
}

fn to_screen(model: &mut Model, input: Input) -> Vec<Cmd> {
    if let Screen::Voter(voter) = &mut model.screen {
        let session = model.session.as_ref();
        let printer = session.is_some_and(|s| s.station.equipment.printer.is_some());
        let key = match &input {
            Input::Key(key) => Some(*key),
            _ => None,
        };
        return to_voter(voter, input, &mut model.after_return, printer).unwrap_or_else(|| {
            let mut returning = Returning::default();
            // The first digit of the PIN counts: who begins to type it must not begin again.
            if let Some(key) = key.filter(|key| key.code != KeyCode::Enter) {
                returning.update(Input::Key(key));
            }
            model.screen = Screen::Returning(returning);
            vec![Cmd::Hush]
        });
    }
    if let Screen::Confirming(confirming) = &mut model.screen {
        let step = confirming.update(input);
        return take(model, step);
    }
    let step = operator::update(&mut model.screen, input, model.session.as_mut());
    take(model, step)
}

fn take(model: &mut Model, step: Step) -> Vec<Cmd> {
    let mut cmds = voter_effects(step.said);
    cmds.extend(step.jobs.into_iter().map(Cmd::Work));
    if let Some((station, status)) = step.unlocked {
        model.training |= station.training;
        model.overlay = station.found.map(Overlay::Found);
        let session = Session::new(*station, *status);
        model.screen = session.home();
        model.session = Some(session);
    }
    if let (true, Some(session)) = (step.home, &model.session) {
        model.screen = session.home();
        model.overlay = model.after_return.take();
        cmds.push(Cmd::Work(Job::Status));
    }
    if let (Some(HandOver { reads }), Some(session)) = (step.hand_over, &model.session) {
        let station = &session.station;
        let consultation = Arc::clone(&station.consultation);
        let first = consultation
            .languages
            .first()
            .copied()
            .unwrap_or(Language::It);
        let board = station.board.clone();
        let mut voter = match reads {
            Some(reads) => VoterModel::for_reader(consultation, reads, board),
            None => VoterModel::new(consultation, first, board),
        };
        voter.shuffle(split_mix(&mut model.chance));
        // Whoever turned the voice on before the vote hears it go on.
        let shown = voter.update(VoterMsg::Shown(model.space()));
        cmds.extend(voter_effects(shown));
        model.overlay = None;
        model.after_return = None;
        model.screen = Screen::Voter(Box::new(voter));
    }
    if let Some(screen) = step.go {
        model.screen = *screen;
        let space = model.space();
        if let Screen::Confirming(confirming) = &mut model.screen {
            confirming.shown(space);
        }
    }
    if step.quit {
        cmds.push(Cmd::Quit);
    }
    cmds
}

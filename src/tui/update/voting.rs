//! What goes to the voter's screens, and what comes of it.

use crate::tui::model::Cmd;
use crate::tui::operator::overlay::Overlay;
use crate::tui::step::Input;
use crate::tui::voter::{VoterEffect, VoterModel, VoterMsg};
use crate::tui::work::{Done, Job};
use crossterm::event::KeyCode;

/// Gives the voter's screens what is theirs. `None`: the voter is done, and whoever holds the
/// screen has pressed Enter or a digit; next comes the PIN.
pub(super) fn to_voter(
    voter: &mut VoterModel,
    input: Input,
    after_return: &mut Option<Overlay>,
    printer: bool,
) -> Option<Vec<Cmd>> {
    // Where there is a printer, each stage of a ballot has its slip; nobody waits for it.
    let slip = printer
        && matches!(
            input,
            Input::Done(Done::Sealed { .. } | Done::CastDone | Done::Opened)
        );
    let msg = match input {
        Input::Key(key) if voter.is_over() => {
            let digit = matches!(key.code, KeyCode::Char('0'..='9')) && key.modifiers.is_empty();
            return (key.code != KeyCode::Enter && !digit).then(Vec::new);
        }
        Input::Key(key) => VoterMsg::Key(key),
        Input::Done(Done::Sealed {
            tracker_text,
            qr_text,
        }) => VoterMsg::Sealed {
            tracker_text,
            qr_text,
        },
        Input::Done(Done::SealFailed) => VoterMsg::SealFailed,
        Input::Done(Done::CastDone) => VoterMsg::CastDone,
        Input::Done(Done::CastFailed(notice)) => {
            *after_return = Some(Overlay::Trouble {
                notice,
                detail: String::new(),
            });
            VoterMsg::CastFailed
        }
        Input::Done(Done::Opened) => VoterMsg::Opened,
        Input::Done(Done::Print(state)) => VoterMsg::Paper(state),
        Input::Done(Done::OpenFailed(notice)) => {
            *after_return = Some(Overlay::Trouble {
                notice,
                detail: String::new(),
            });
            VoterMsg::OpenFailed
        }
        Input::Done(_) | Input::Swift(_) | Input::Paste(_) | Input::Tick(_) => {
            return Some(Vec::new());
        }
    };
    let mut cmds = voter_effects(voter.update(msg));
    if slip && !voter.is_over() {
        let language = voter.language();
        cmds.push(Cmd::Work(Job::PrintSlip { language }));
    }
    Some(cmds)
}

pub(super) fn voter_effects(effects: impl IntoIterator<Item = VoterEffect>) -> Vec<Cmd> {
    let cmd = |effect| match effect {
        VoterEffect::Seal(answers) => Some(Cmd::Work(Job::Seal(answers))),
        VoterEffect::WipeSeal => Some(Cmd::Work(Job::WipeSeal)),
        VoterEffect::Cast => Some(Cmd::Work(Job::Cast)),
        VoterEffect::Open => Some(Cmd::Work(Job::OpenBallot)),
        VoterEffect::GiveBack { voted: false } => Some(Cmd::Work(Job::LeaveVoter)),
        VoterEffect::GiveBack { voted: true } => None,
        VoterEffect::Say {
            language,
            voice,
            text,
        } => Some(Cmd::Say {
            language,
            voice,
            text: text.into(),
        }),
        VoterEffect::Hush => Some(Cmd::Hush),
        VoterEffect::AskPaper => Some(Cmd::Work(Job::PrintState)),
    };
    effects.into_iter().filter_map(cmd).collect()
}

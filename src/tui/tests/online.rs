//! The desk of a station that is always online.

use super::every::{Named, after, desk};
use super::fake::{RESIDENT, at};
use super::kiosk::Kiosk;
use crate::consultation::{OnlinePolicy, Overridable, StationKind, WhenOffline};
use crate::tui::facts::{Exception, Notice, Verdict};
use crate::tui::work::Done;
use std::sync::Arc;

/// A desk that claims people.
fn claiming(online: bool, when: WhenOffline) -> Kiosk {
    desk(|k| {
        let session = k.model.session.as_mut().unwrap();
        session.station.kind = StationKind::Assisted;
        let consultation = Arc::make_mut(&mut session.station.consultation);
        consultation.online = OnlinePolicy { claims: Some(when) };
        k.clerk.status.online = Some(online);
        k.clerk.status.voted_elsewhere = Some(at(17, 50));
        k.seconds(61);
    })
}

/// Offline, where a president may admit somebody all the same.
fn president_decides() -> Kiosk {
    after(claiming(false, WhenOffline::Stop), |k| {
        let session = k.model.session.as_mut().unwrap();
        let consultation = Arc::make_mut(&mut session.station.consultation);
        consultation.desk.overrides = vec![Overridable::NoServer];
    })
}

fn refused(key: &'static str, exception: Exception) -> Kiosk {
    desk(|k| {
        k.slow = true;
        k.visit(RESIDENT);
        let why = Notice::plain(key);
        k.done(Done::Verdict(Verdict::Refused { why, exception }));
    })
}

pub fn screens() -> Vec<Named> {
    let noted = |notes: &[&'static str]| {
        let notes: Vec<Notice> = notes.iter().map(|n| Notice::plain(n)).collect();
        desk(|k| {
            k.clerk.notes.clone_from(&notes);
            k.visit(RESIDENT);
        })
    };
    vec![
        ("desk-online", claiming(true, WhenOffline::Continue)),
        ("desk-offline", claiming(false, WhenOffline::Continue)),
        ("desk-offline-stop", claiming(false, WhenOffline::Stop)),
        ("desk-offline-president", president_decides()),
        (
            "desk-board-alarm",
            after(claiming(false, WhenOffline::Continue), |k| {
                k.clerk.status.board_alarm = true;
                k.clerk.status.kept = 3;
                k.seconds(61);
            }),
        ),
        (
            "verdict-noted",
            noted(&["operator-verdict-web-vote", "operator-verdict-not-claimed"]),
        ),
        (
            "verdict-voted-elsewhere",
            refused("refusal-voted-elsewhere", Exception::ByYou),
        ),
        (
            "verdict-claimed-elsewhere",
            refused("refusal-claimed-elsewhere", Exception::ByPresident),
        ),
        (
            "verdict-no-server",
            refused("refusal-no-server", Exception::Never),
        ),
        (
            "verdict-no-server-clerk",
            refused("refusal-no-server-president", Exception::ByPresident),
        ),
        (
            "verdict-no-server-president",
            refused("refusal-no-server-president", Exception::ByYou),
        ),
    ]
}

#[test]
fn whether_the_server_answers_is_said_in_words_and_what_it_means() {
    let says = |kiosk: &Kiosk, what: &str| {
        for (columns, rows) in [(80, 24), (200, 60)] {
            let text = kiosk.text(columns, rows);
            let text: Vec<_> = text.split_whitespace().filter(|w| *w != "│").collect();
            let text = text.join(" ");
            assert!(text.contains(what), "{what}: {text}");
        }
    };
    let online = claiming(true, WhenOffline::Stop);
    says(&online, "ora in rete; elenco delle 17:50");
    let offline = claiming(false, WhenOffline::Continue);
    says(&offline, "ora senza rete; elenco delle 17:50");
    says(&offline, "Si continua");
    let stop = claiming(false, WhenOffline::Stop);
    says(&stop, "per ora qui non si ammette nessuno");
    says(
        &president_decides(),
        "per ora può ammettere solo il presidente",
    );
    let mut alarmed = offline;
    alarmed.clerk.status.board_alarm = true;
    alarmed.seconds(61);
    says(&alarmed, "Chiami l'ufficio");
    // A table, which claims nobody, is told nothing of a line that it does not have.
    let table = Kiosk::desk().text(80, 24);
    assert!(!table.contains("rete;"), "{table}");
}
